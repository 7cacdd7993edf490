"""How much work a page takes to read: counted in calls, which no busy machine changes."""

import sys

from bulletin_export.reading import read_source
from bulletin_export.sources import Source

#: Calls of functions, built-in ones included, for a paragraph of an ordinary page with nine
#: things to mend in it. It takes some 700; a few more looks at every paragraph would be seen.
MOST_CALLS = 740

HEAD = """<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">
<title>青石镇修好三座旧桥_青石新闻网</title><meta name="keywords" content="青石镇,旧桥"></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/gov">政务</a></li></ul></div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/yw">要闻</a></div>
<h1>青石镇修好三座旧桥</h1><p class="info">2024-05-06 08:30　来源：青石日报　作者：林小满</p>
<div class="article">
"""
PARAGRAPH = """<p style="text-indent:2em">　　第{n}座桥建于清末,去年秋天开始修缮,<strong>石匠</strong>换下
{n}块条石(青石镇自产),工钱由全镇分担。老人们说: "桥通了,赶集就不用绕路了。"</p>
"""
FOOT = """</div><div class="editor">责任编辑：周大川</div>
<div class="foot"><p>版权所有 青石新闻网</p></div></body></html>"""


def page(paragraphs):
    body = "".join(PARAGRAPH.format(n=number) for number in range(2, paragraphs + 2))
    return f"{HEAD}{body}{FOOT}".encode()


def calls(data):
    """Return how many calls reading *data* takes, patterns compiled and caches warm."""
    read_source(Source(data=page(800)))
    read_source(Source(data=data))
    count = 0

    def look(_, event, __):
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(look)
    try:
        reading = read_source(Source(data=data))
    finally:
        sys.setprofile(before)
    assert len(reading.articles) == 1
    return count


def test_twice_the_paragraphs_take_twice_the_calls():
    few, some, many = calls(page(50)), calls(page(100)), calls(page(200))
    assert abs((many - some) / (some - few) - 2) < 0.1


def test_a_paragraph_is_looked_at_a_bounded_number_of_times():
    few, many = calls(page(50)), calls(page(150))
    assert (many - few) / 100 < MOST_CALLS
