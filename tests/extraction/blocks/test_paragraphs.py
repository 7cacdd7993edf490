"""A line break ends a paragraph or stays in it, judged by the shape of the lines."""

import pytest

from builders import br, p, strong
from bulletin_export.extraction.fragment import blocks_of_html

LONG = "会议强调，要切实增强责任感，抓好各项工作落实"
CASES = {
    "indented lines": ("　　甲<br>　　乙", p("　　甲"), p("　　乙")),
    "lines indented by hard blanks": (
        "&nbsp;&nbsp;甲甲<br>&nbsp; &nbsp;乙乙",
        p("\u00a0\u00a0甲甲"),
        p("\u00a0 \u00a0乙乙"),
    ),
    "long lines": (f"{LONG}。<br>{LONG}。", p(f"{LONG}。"), p(f"{LONG}。")),
    "short sentences": (
        "他来了。<br>我们都很高兴。<br>走吧。",
        p("他来了。"),
        p("我们都很高兴。"),
        p("走吧。"),
    ),
    "verse": (
        "床前明月光，<br>疑是地上霜。<br>举头望明月，<br>低头思故乡。",
        p("床前明月光，", br, "疑是地上霜。", br, "举头望明月，", br, "低头思故乡。"),
    ),
    "couplets": (
        "床前明月光，疑是地上霜。<br>举头望明月，低头思故乡。",
        p("床前明月光，疑是地上霜。", br, "举头望明月，低头思故乡。"),
    ),
    "stanzas": ("甲甲<br>乙乙<br><br>丙丙<br>丁丁", p("甲甲", br, "乙乙"), p("丙丙", br, "丁丁")),
    "a signature": (
        f"{LONG}。<br>某某市人民政府<br>2020年1月2日",
        p(f"{LONG}。"),
        p("某某市人民政府", br, "2020年1月2日"),
    ),
    "numbered lines": ("1. 申请表<br>2. 名单", p("1. 申请表"), p("2. 名单")),
    "a bold line above": ("<b>工作</b><br>已经完成。", p(strong("工作")), p("已经完成。")),
    "lines broken by hand": (
        "<br>".join([LONG] * 4 + ["完成。"]),
        p(LONG * 4 + "完成。"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_lines_become(case):
    html, *wanted = CASES[case]
    assert blocks_of_html(f"<p>{html}</p>")[0] == tuple(wanted)
