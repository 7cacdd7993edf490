"""Marks shared by two scripts get the face of the script that surrounds them."""

import pytest

import builders as b
from bulletin_export.model.nodes import Link
from writers.docx.opened import W, all_of, part, words, written


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
