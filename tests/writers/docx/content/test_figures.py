"""Pictures keep their shape inside the frame, between the paragraphs or beside them."""

from msgspec.structs import replace

import builders as b
from bulletin_export.model.media import MediaItem
from bulletin_export.styling.template import WordStyle
from writers.docx.opened import TEMPLATE, W, all_of, names, part, picture, written

MEASURE = TEMPLATE.page.measure
ANCHORED = replace(TEMPLATE, word=WordStyle(pictures="anchored"))
LONG = "与会人员交流了各地的做法。" * 30


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
    assert all_of(root, "//w:p[2]/w:pPr/w:pStyle/@w:val") == ["ArticleBodyGrowing"]
    found = part(written(b.article(b.p(b.ruby("汉", "hàn")))), "word/styles.xml")
    style = all_of(found, "//w:style[@w:styleId='ArticleBodyGrowing']")[0]
    assert all_of(style, "w:pPr/w:spacing/@w:lineRule") == ["atLeast"]
    assert all_of(style, "w:basedOn/@w:val") == ["ArticleBody"]


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


def test_a_long_caption_makes_its_picture_lower():
    item = picture(200, 4000)
    article = b.article(b.figure(b.img(item.name), caption="说明" * 200), media=(item,))
    height = int(next(part(written(article)).iter("{*}extent")).get("cy"))
    assert height < (TEMPLATE.page.depth.twips - 10 * 16 * 20) * 635


def test_a_paragraph_of_pictures_alone_is_a_picture():
    item = picture(900, 40)
    article = b.article(b.p(b.link("https://a.cn/", b.img(item.name))), media=(item,))
    root = part(written(article))
    assert all_of(root, "//w:p[2]/w:pPr/w:pStyle/@w:val") == ["Picture"]
    assert all_of(root, "//w:p[2]//a:hlinkClick")


def test_a_picture_in_an_indented_line_ends_at_the_edge():
    item = picture(3000, 40)
    root = part(written(b.article(b.p("见", b.img(item.name)), media=(item,))))
    width = int(next(root.iter("{*}extent")).get("cx"))
    assert width <= (MEASURE.twips - 2 * 16 * 20) * 635


def test_a_picture_without_caption_floats_in_the_next_paragraph():
    item = picture(120, 90)
    article = b.article(b.figure(b.img(item.name)), LONG, media=(item,))
    root = part(written(article, ANCHORED))
    anchor = next(root.iter("{*}anchor"))
    inside = next(anchor.iterancestors("{*}p"))
    assert "".join(all_of(inside, ".//w:t/text()")) == LONG
    assert [child.tag.rpartition("}")[2] for child in anchor] == [
        "simplePos", "positionH", "positionV", "extent", "effectExtent", "wrapSquare", "docPr",
        "cNvGraphicFramePr", "graphic",
    ]  # fmt: skip


def test_a_picture_with_a_caption_shares_a_frame_with_it():
    item = picture(120, 90)
    article = b.article(b.figure(b.img(item.name), caption="图1"), LONG, media=(item,))
    root = part(written(article, ANCHORED))
    frames = [dict(frame.attrib) for frame in all_of(root, "//w:framePr")]
    assert len(frames) == 2
    assert frames[0] == frames[1]
    assert all_of(root, "//w:p[w:pPr/w:framePr]/w:pPr/w:pStyle/@w:val") == [
        "PictureBeside",
        "CaptionBeside",
    ]


def test_a_picture_that_is_wide_or_has_too_little_text_stays_between_the_paragraphs():
    wide, narrow = picture(500, 90), picture(120, 90)
    content = (b.figure(b.img(wide.name)), LONG, b.figure(b.img(narrow.name)), "短。")
    root = part(written(b.article(*content, media=(wide, narrow)), ANCHORED))
    assert not list(root.iter("{*}anchor"))
    assert len(list(root.iter("{*}inline"))) == 2


def test_a_picture_used_twice_lies_in_the_package_once():
    item = picture(20, 20)
    article = b.article(b.figure(b.img(item.name)), b.p("见", b.img(item.name)), media=(item,))
    assert len([name for name in names(written(article)) if "media/" in name]) == 1


def test_the_frame_of_a_missing_picture_stays_inside_the_text():
    styles = part(written(b.article("文")), "word/styles.xml")
    indents = all_of(styles, "//w:style[@w:styleId='MissingPicture']/w:pPr/w:ind")[0]
    border = all_of(styles, "//w:style[@w:styleId='MissingPicture']//w:pBdr/w:left")[0]
    outside = 20 * int(border.get(f"{W}space")) + 20 * int(border.get(f"{W}sz")) // 8
    assert int(indents.get(f"{W}left")) >= outside
