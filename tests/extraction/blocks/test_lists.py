"""Lists keep their items, their order and their numbers."""

import pytest

from builders import h, li, ol, p, pre, strong, ul
from bulletin_export.extraction.fragment import blocks_of_html

CASES = {
    "start": ("<ol start=4><li>甲<li>乙</ol>", ol("甲", "乙", start=4)),
    "value": ("<ol><li>甲<li value=7>乙<li>丙</ol>", ol("甲"), ol("乙", "丙", start=7)),
    "value in turn": ("<ol><li value=1>甲<li value=2>乙</ol>", ol("甲", "乙")),
    "reversed": ("<ol reversed><li>甲<li>乙</ol>", ol("甲", start=2), ol("乙", start=1)),
    "text between items": ("<ul>甲<li>乙</li>丙</ul>", ul("甲", "乙", "丙")),
    "list outside an item": ("<ul><li>甲</li><ul><li>乙</ul></ul>", ul("甲", li(ul("乙")))),
    "empty items": ("<ul><li></li><li>&nbsp;</li></ul>",),
    "an item without a list": ("<li>甲</li>", p("甲")),
    "terms": (
        "<dl><dt>甲<dd>一<dt>乙<dt>丙<dd>二<dd>三</dl>",
        ul(li(p(strong("甲")), "一"), li(p(strong("乙")), p(strong("丙")), "二", "三")),
    ),
    "terms that are boxes": ("<dl><dt></dt><dd><h2>题</h2><p>文。</p></dd></dl>", h(1, "题"), p("文。")),
    "a long numbered item": (
        "<ol><li><p>甲<p>乙<p>丙<p>丁<p>戊<li>己</ol>", ol(li("甲", "乙", "丙", "丁", "戊"), "己"),
    ),
    "a page built of lists": (
        "<ul><li><p>甲<p>乙<p>丙<p>丁<p>戊</ul>", p("甲"), p("乙"), p("丙"), p("丁"), p("戊"),
    ),
    "numbered lines of code": ('<ol class="dp-c"><li>a;</li><li>b;</li></ol>', pre("a;\nb;")),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_list_becomes(case):
    html, *wanted = CASES[case]
    assert blocks_of_html(html)[0] == tuple(wanted)
