"""Marks shared by two scripts get the face of the script that surrounds them."""

import msgspec
import pytest

import builders as b
from bulletin_export.model.nodes import Link
from writers.docx.opened import TEMPLATE, W, all_of, part, words, written


def runs(*content):
    """Return the runs of a paragraph: their text, and what their fonts' attributes say."""
    found = all_of(part(written(b.article(b.p(*content)))), "//w:body/w:p[2]//w:r[w:t]")
    return [("".join(all_of(run, "w:t/text()")), _fonts(run)) for run in found]


def _fonts(run):
    fonts = run.find(f"{W}rPr/{W}rFonts")
    return "" if fonts is None else fonts.get(f"{W}eastAsia") or fonts.get(f"{W}hint")


@pytest.mark.parametrize(
    "text", ["他说“好”。", "坚持——不动摇", "等等……", "列夫·托尔斯泰", "“Hello”他说", "他说“OK”"]
)
def test_marks_in_chinese_are_hinted(text):
    assert runs(text) == [(text, "eastAsia")]


@pytest.mark.parametrize("text", ["It’s “fine” — really…", "plain", "一段没有引号的话，2020年。"])
def test_text_without_chinese_marks_has_no_hint(text):
    assert runs(text) == [(text, "")]


def test_an_apostrophe_inside_chinese_text_is_latin():
    assert runs("他读“Peter’s Day”一书") == [
        ("他读“Peter", "eastAsia"), ("’", ""), ("s Day”一书", "eastAsia"),
    ]  # fmt: skip


def test_both_quotes_of_a_pair_agree():
    assert runs("买了Peter “The Big Year”一书") == [("买了Peter “The Big Year”一书", "eastAsia")]


def test_a_mark_alone_in_its_node_follows_the_paragraph():
    assert runs("他说", b.strong("“"), "是")[1] == ("“", "eastAsia")
    assert runs("he said ", b.strong("“"), "yes")[1] == ("“", "")


def test_looks_pile_up():
    root = part(written(b.article(b.p(b.strong(b.u(b.strike(b.sup("字"))))))))
    tags = [e.tag.removeprefix(W) for e in all_of(root, "//w:body/w:p[2]/w:r/w:rPr/*")]
    assert tags == ["b", "bCs", "strike", "u", "vertAlign"]


def test_ruby_keeps_base_and_reading():
    ruby = all_of(part(written(b.article(b.p(b.ruby("汉字", "hànzì"))))), "//w:ruby")[0]
    assert all_of(ruby, "w:rubyBase//w:t/text()") == ["汉字"]
    assert all_of(ruby, "w:rt//w:t/text()") == ["hànzì"]


def relationships(result, kind="hyperlink"):
    root = part(result, "word/_rels/document.xml.rels")
    return {e.get("Id"): e.get("Target") for e in root if e.get("Type").endswith(kind)}


def test_a_link_leads_outside_by_a_relationship_made_once():
    result = written(
        b.article(b.p(b.link("http://a.cn/x y?中", "甲"), b.link("http://a.cn/x y?中", "乙")))
    )
    assert list(relationships(result).values()) == ["http://a.cn/x%20y?%E4%B8%AD"]
    assert all_of(part(result), "//w:hyperlink//w:rStyle/@w:val") == ["Hyperlink"] * 2


def test_the_title_of_a_link_is_its_tip():
    link = Link("http://a.cn/", b.p("甲").children, "详情")
    assert all_of(part(written(b.article(b.p(link)))), "//w:hyperlink/@w:tooltip") == ["详情"]


@pytest.mark.parametrize("target", ["javascript:alert(1)", "http://a:b:c/", "http:///x", "#无"])
def test_a_link_that_leads_nowhere_is_text_and_a_remark(target):
    result = written(b.article(b.p(b.link(target, "文字"))))
    assert all_of(part(result), "//w:hyperlink") == []
    assert words(result)[1] == "文字"
    assert [remark.code for remark in result.diagnostics] == ["link-dropped"]


def test_a_link_inside_a_link_leads_where_the_outer_one_does():
    result = written(b.article(b.p(b.link("http://a.cn/", "外", b.link("http://b.cn/", "内")))))
    assert list(relationships(result).values()) == ["http://a.cn/"]
    assert words(result)[1] == "外内"


def test_a_link_to_a_heading_leads_to_its_bookmark():
    article = b.article(
        b.p(b.link("#%E4%B8%80%E3%80%81%E8%A6%81%E6%B1%82", "见"), b.link("#", "回")),
        b.h(1, "一、要求"),
    )
    root = part(written(article))
    anchors = all_of(root, "//w:hyperlink/@w:anchor")
    assert len(anchors) == 2
    for anchor in anchors:
        assert len(all_of(root, f"//w:bookmarkStart[@w:name='{anchor}']")) == 1


def test_the_address_of_the_page_is_a_link():
    result = written(b.article("一段", address="https://a.cn/1.html"))
    link = all_of(part(result), "//w:p[last()]/w:hyperlink")[0]
    assert all_of(link, ".//w:t/text()") == ["https://a.cn/1.html"]


def composed(**keys):
    composition = msgspec.structs.replace(TEMPLATE.composition, **keys)
    return msgspec.structs.replace(TEMPLATE, composition=composition)


def styles_of(result, path="//w:body/w:p[2]//w:r[w:t]"):
    return all_of(part(result), f"{path}/w:rPr/w:rStyle/@w:val")


def test_stress_is_another_face_a_row_of_dots_or_bold_as_the_template_says():
    article = b.article(b.p(b.em("强调")))
    assert styles_of(written(article, composed(emphasis="kai"))) == ["Emphasis"]
    assert styles_of(written(article, composed(emphasis="dots"))) == ["EmphasisDots"]
    bold = written(article, composed(emphasis="bold"))
    assert styles_of(bold) == []
    assert len(all_of(part(bold), "//w:body/w:p[2]//w:b")) == 1


def test_stress_in_text_of_that_face_is_dotted():
    assert styles_of(written(b.article(b.quote(b.p(b.em("强调")))))) == ["EmphasisDots"]


def test_dots_stand_below_han_and_not_below_marks_and_letters():
    result = written(b.article(b.p(b.em("要点，Word 里"))), composed(emphasis="dots"))
    dotted = all_of(part(result), "//w:r[w:rPr/w:rStyle/@w:val='EmphasisDots']/w:t/text()")
    assert dotted == ["要点", "里"]
    assert words(result)[1] == "要点，Word 里"


def test_nothing_is_slanted():
    article = b.article(b.p(b.em("强调", b.strong(b.em("再强调 Latin")))))
    for emphasis in ("kai", "dots", "bold"):
        assert all_of(part(written(article, composed(emphasis=emphasis))), "//w:i") == []


def test_syllables_stand_above_their_own_characters():
    rubies = all_of(part(written(b.article(b.p(b.ruby("饕餮", "tāo tiè"))))), "//w:ruby")
    read = [
        (all_of(one, "w:rubyBase//w:t/text()"), all_of(one, "w:rt//w:t/text()")) for one in rubies
    ]
    assert read == [(["饕"], ["tāo"]), (["餮"], ["tiè"])]


@pytest.mark.parametrize(
    ("article", "size"),
    [
        (b.article(b.p(b.ruby("汉", "hàn"))), 32),
        (b.article(b.h(1, b.ruby("汉", "hàn"))), 28),
        (b.article(b.table(b.tr(b.td(b.p(b.ruby("汉", "hàn")))))), 24),
    ],
    ids=["body", "heading", "cell"],
)
def test_readings_are_half_as_large_as_what_they_stand_above(article, size):
    [ruby] = all_of(part(written(article)), "//w:ruby")
    assert all_of(ruby, "w:rubyPr/w:hpsBaseText/@w:val") == [str(size)]
    assert all_of(ruby, "w:rubyPr/w:hps/@w:val | w:rt//w:sz/@w:val") == [str(size // 2)] * 2
    assert all_of(ruby, "w:rt//w:rStyle/@w:val") == ["Reading"]


def test_addresses_are_printed_as_in_pdf_where_the_template_wants_them():
    article = b.article(
        b.p("见", b.link("https://a.cn/x", "网页"), b.link("https://b.cn/", "b.cn"))
    )
    result = written(article, composed(print_links=True))
    assert words(result)[1] == "见网页（https://a.cn/x）b.cn"
    assert styles_of(result) == ["Hyperlink", "HyperlinkPrintedAddress26", "Hyperlink"]
    assert words(written(article))[1] == "见网页b.cn"


ODD = [
    "http://a.cn/x y", "http://a.cn/中文?查=词#节", "http://例子.中国/", "http://a.cn/[1]", "http://a.cn/{x}|y",
    "http://a.cn/%zz", "http://a.cn/%E4%B8%AD", "http://a.cn/?a=1&b=2", 'http://a.cn/"quoted"',
    "http://a.cn/<tag>", "http://user:secret@a.cn/", "http://[::1]/", "http://a.cn:8080/", "mailto:a@b.cn",
    "mailto:a@b.cn?subject=你 好", "HTTP://A.CN/", "https://a.cn/a#b#c", "http://a.cn/\\x", "http://a.cn/^`",
    "http://a.cn/?q=a'b(c)",
]  # fmt: skip


@pytest.mark.parametrize("target", ODD)
def test_odd_addresses_become_uris(target):
    result = written(b.article(b.p(b.link(target, "文字"))))
    [address] = relationships(result).values()
    assert address.isascii()
    assert not set(address) & set(' "<>\\^`{|}')
    assert "secret" not in address
