"""A mark that leads to a block at the end becomes a footnote, and the block leaves the end."""

import pytest

from builders import h, note, p, sup
from bulletin_export.extraction.fragment import blocks_of_html
from bulletin_export.model.nodes import OrderedList, Superscript, Text

CASES = {
    "a raised number": (
        '<p>甲<sup><a href="#n1" id="r1">1</a></sup>乙</p><hr><h3>注释</h3>'
        '<ol><li id="n1">注一。<a href="#r1">↩</a></li></ol>',
        p("甲", note("注一。"), "乙"),
    ),
    "as an office writes it": (
        '<p>甲<a href="#_ftn1" name="_ftnref1">[1]</a>乙</p><p>丙</p>'
        '<div><p><a href="#_ftnref1" name="_ftn1">[1]</a> 注一。</p></div>',
        p("甲", note("注一。"), "乙"),
        p("丙"),
    ),
    "as a book writes it": (
        '<p>甲<a epub:type="noteref" href="#n1">*</a></p><aside epub:type="footnote" id="n1" hidden>注。</aside>',
        p("甲", note("注。")),
    ),
    "a circled number": ('<p>甲<a href="#n1">①</a></p><p>乙</p><p id="n1">①注。</p>', p("甲", note("注。")), p("乙")),
    "two marks, one note": (
        '<p>甲<sup id="r1"><a href="#c">[1]</a></sup>乙<sup id="r2"><a href="#c">[1]</a></sup></p>'
        '<h2>参考资料</h2><div><ol><li id="c"><b><a href="#r1">^</a></b> 书。</li></ol></div><p>后文。</p>',
        p("甲", note("书。"), "乙", note("书。")),
        p("后文。"),
    ),
    "brackets around the link": (
        '<p>甲<sup>[<a href="#n1">1</a>]</sup>乙</p><p id="n1">[1] 注。</p>', p("甲", note("注。"), "乙"),
    ),
    "no such note": ('<p>甲<sup><a href="#n1">1</a></sup></p>', p("甲", sup("1"))),
    "a list of contents": (
        '<p><a href="#p1">1</a></p><p id="p1">第一段。</p>', p("1"), p("第一段。"),
    ),
    "a link to a part of the text": (
        '<p>甲<sup><a href="#s">3</a></sup></p><div id="s">这一节的正文。</div>',
        p("甲", sup("3")),
        p("这一节的正文。"),
    ),
    "a box named like a note": (
        '<p>甲<sup><a href="#fn3">3</a></sup></p><div id="fn3">注。</div>', p("甲", note("注。")),
    ),
    "a link to a heading": ('<p>见<a href="#h">下文</a></p><h2 id="h">下文</h2>', p("见下文"), h(1, "下文")),
    "a note before its mark": (
        '<p id="n1">[1] 在前。</p><p>甲<a href="#n1">[1]</a></p>', p("[1] 在前。"), p("甲[1]"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_mark_becomes(case):
    html, *wanted = CASES[case]
    assert blocks_of_html(html)[0] == tuple(wanted)


def test_notes_that_nothing_leads_to_stay_at_the_end():
    html = '<p>甲<sup><a href="#a">1</a></sup></p><ol><li id="a">一。</li><li id="b">二。</li></ol>'
    (first, rest), _ = blocks_of_html(html)
    assert first == p("甲", note("一。"))
    assert isinstance(rest, OrderedList)


def test_a_note_on_a_note_is_text():
    html = (
        '<p>甲<sup><a href="#a">1</a></sup></p><p id="a">一<sup><a href="#b">2</a></sup>。</p>'
        '<p id="b">二。</p>'
    )
    ((first, *_), _) = blocks_of_html(html)
    (inner,) = first.children[1].blocks
    assert Superscript((Text("2"),)) in inner.children
