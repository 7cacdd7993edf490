"""Lists count, tables fit, pictures stay inside the frame, what is missing is seen."""

import io

from PIL import Image as Pillow

import builders as b
from bulletin_export.model.media import MediaItem
from writers.docx.opened import TEMPLATE, all_of, part, written

MEASURE = TEMPLATE.page.measure


def picture(width, height, form="PNG"):
    buffer = io.BytesIO()
    Pillow.new("RGB", (width, height), "teal").save(buffer, form)
    return MediaItem.of(buffer.getvalue(), f"image/{form.lower()}")


def numbers(*content):
    """Return (numId, ilvl, text) of every numbered paragraph, and the numbering part."""
    result = written(b.article(*content))
    found = []
    for paragraph in all_of(part(result), "//w:p[w:pPr/w:numPr]"):
        number = all_of(paragraph, "w:pPr/w:numPr/w:numId/@w:val")[0]
        level = all_of(paragraph, "w:pPr/w:numPr/w:ilvl/@w:val")[0]
        found.append((number, level, "".join(all_of(paragraph, ".//w:t/text()"))))
    return found, part(result, "word/numbering.xml")


def test_every_numbered_list_counts_for_itself():
    found, numbering = numbers(b.ol("甲", "乙"), b.ol("丙", start=5))
    assert [(number, text) for number, _, text in found] == [("1", "甲"), ("1", "乙"), ("2", "丙")]
    starts = all_of(numbering, "//w:startOverride/@w:val")
    assert starts == ["1", "5"]


def test_lists_nest_by_level():
    found, _ = numbers(b.ul("一", b.li("二", b.ol("甲", b.li("乙", b.ul("子"))))))
    assert [level for _, level, _ in found] == ["0", "0", "1", "1", "2"]


def test_deep_lists_stay_at_the_last_level_and_on_the_page():
    content = b.ul("底")
    for _ in range(15):
        content = b.ul(b.li("层", content))
    found, _ = numbers(content)
    assert max(int(level) for _, level, _ in found) == 8
    root = part(written(b.article(content)))
    assert max(map(int, all_of(root, "//w:ind/@w:left"))) < MEASURE.twips


def test_a_second_paragraph_of_an_entry_has_no_number_but_its_indent():
    root = part(written(b.article(b.ul(b.li("一", "续")))))
    first, second = all_of(root, "//w:p[w:pPr/w:pStyle/@w:val='ListEntry']")
    assert not all_of(second, ".//w:numPr")
    assert all_of(first, ".//w:ind/@w:left") == all_of(second, ".//w:ind/@w:left")


def test_pictures_keep_their_shape_inside_the_frame():
    items = (picture(3000, 1000), picture(100, 4000), picture(96, 48, "JPEG"))
    article = b.article(*(b.figure(b.img(item.name, "图")) for item in items), media=items)
    sizes = [
        (int(extent.get("cx")), int(extent.get("cy")))
        for extent in part(written(article)).iter("{*}inline")
        for extent in extent.iter("{*}extent")
    ]
    assert sizes[2] == (914400, 457200)
    for (wide, high), item in zip(sizes, (3, 1 / 40, 2), strict=True):
        assert wide <= MEASURE.twips * 635
        assert high <= TEMPLATE.page.depth.twips * 635
        assert abs(wide / high / item - 1) < 0.01


def test_pictures_in_a_cell_fit_the_cell():
    item = picture(3000, 10)
    article = b.article(b.table(b.tr(b.td(b.figure(b.img(item.name))), "乙")), media=(item,))
    root = part(written(article))
    width = int(all_of(root, "//w:tc[1]/w:tcPr/w:tcW/@w:w")[0])
    assert int(next(root.iter("{*}extent")).get("cx")) <= width * 635


def test_a_picture_carries_its_description_and_number():
    item = picture(8, 8)
    article = b.article(b.figure(b.img(item.name, "会场"), b.img(item.name, "全景")), media=(item,))
    found = list(part(written(article)).iter("{*}docPr"))
    assert [one.get("descr") for one in found] == ["会场", "全景"]
    assert len({one.get("id") for one in found}) == 2


def test_a_line_with_a_picture_grows_with_it():
    item = picture(80, 80)
    root = part(written(b.article(b.p("见", b.img(item.name)), media=(item,))))
    assert all_of(root, "//w:p[2]/w:pPr/w:spacing/@w:lineRule") == ["atLeast"]


def test_a_missing_picture_is_a_framed_line_and_a_remark():
    result = written(b.article(b.figure(b.img("", "会场", "http://a.cn/1.png"), caption="图1")))
    note = all_of(part(result), "//w:p[w:pPr/w:pStyle/@w:val='MissingPicture']")[0]
    assert "".join(all_of(note, ".//w:t/text()")) == "［图片：会场］"
    assert [remark.code for remark in result.diagnostics] == ["image-missing"]
    assert all_of(part(result, "word/styles.xml"), "//w:style[@w:styleId='MissingPicture']//w:pBdr")


def test_a_broken_picture_is_a_framed_line_and_a_remark():
    item = MediaItem("x.png", "image/png", b"\x89PNG\r\n\x1a\n")
    result = written(b.article(b.p("甲", b.img("x.png", "图")), media=(item,)))
    assert all_of(part(result), "//w:r[w:rPr/w:rStyle/@w:val='InlineMissing']/w:t/text()")
    assert [remark.code for remark in result.diagnostics] == ["image-broken"]


def test_a_caption_stays_with_its_picture():
    item = picture(8, 8)
    root = part(written(b.article(b.figure(b.img(item.name), caption="图1"), media=(item,))))
    assert all_of(root, "//w:p[w:pPr/w:pStyle/@w:val='Picture']/w:pPr/w:keepNext")


def test_a_quotation_inside_a_quotation_goes_further_in():
    root = part(written(b.article(b.quote("外", b.quote("内"), b.ul("项")))))
    outer, inner, entry = all_of(root, "//w:p")[1:4]
    assert not all_of(outer, ".//w:ind")
    margin = 2 * 12 * 20
    assert int(all_of(inner, ".//w:ind/@w:left")[0]) == 2 * margin
    assert int(all_of(entry, ".//w:ind/@w:left")[0]) == 2 * margin


def test_a_change_of_subject_is_a_rule():
    root = part(written(b.article("前", b.hr, "后")))
    assert all_of(root, "//w:p[3]/w:pPr/w:pStyle/@w:val") == ["Rule"]
