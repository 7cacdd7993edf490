"""Made-up pages of offices and other places, with all that is true of each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bulletin_export.model.article import ContributorRole
from bulletin_export.model.nodes import Image, Table
from bulletin_export.model.text import paragraphs
from bulletin_export.model.walk import walk
from bulletin_export.reading import Reading, read_source
from bulletin_export.sources import Source

_WHO = [
    "县政府办公室",
    "市水利局",
    "各乡镇",
    "有关部门",
    "村民委员会",
    "项目单位",
    "省级专家组",
    "驻地工作队",
]
_WHAT = (
    "围绕年度目标任务，逐项梳理存在的问题，明确责任分工和完成时限",
    "组织人员深入一线，走访群众三百余户，收集意见建议一百二十六条",
    "坚持问题导向，完善协调机制，推动各项措施落到实处、见到成效",
    "对重点地段开展拉网式排查，建立台账，实行销号管理，做到不留死角",
    "加强部门联动，优化办理流程，让企业和群众少跑腿、好办事",
    "筹措资金八百余万元，维修道路四十公里，新建便民桥五座",
    "举办培训班十二期，培训骨干六百余人次，提高了业务水平",
)
_END = ["。", "，取得了阶段性成果。", "，受到社会各界好评。", "，为下一步工作打下了坚实基础。"]


def prose(seed: int, count: int = 5) -> tuple[str, ...]:
    """Return *count* paragraphs that differ with *seed*."""
    return tuple(
        f"{_WHO[(seed + n) % 8]}{_WHAT[(seed * 3 + n) % 7]}；{_WHO[(seed + n + 3) % 8]}"
        f"{_WHAT[(seed * 3 + n + 2) % 7]}{_END[(seed + n) % 4]}"
        for n in range(count)
    )


def boxed(texts: Iterable[str], start: str = "<p>", end: str = "</p>") -> str:
    """Return each of *texts* between *start* and *end*, a line each."""
    return "\n".join(start + text + end for text in texts)


def linked(words: str, path: str = "/n/") -> str:
    """Return *words* as a list of links."""
    return boxed(
        (f'<li><a href="{path}{n}.html">{word}</a></li>' for n, word in enumerate(words.split())),
        "",
        "",
    )


def web(title: str, body: str, head: str = "", charset: str = "utf-8") -> str:
    """Return a whole page."""
    declared = f'<meta charset="{charset}">' if charset else ""
    return (
        f"<!DOCTYPE html><html><head>{declared}<title>{title}</title>{head}</head>"
        f"<body>{body}</body></html>"
    )


class Case(NamedTuple):
    """A page, and what is true of its article; the date as ISO 8601."""

    name: str
    page: str
    title: str
    text: tuple[str, ...]
    date: str = ""
    source: str = ""
    author: str = ""
    editor: str = ""
    images: int = 0
    kicker: str = ""
    subtitle: str = ""
    #: Words of the cells of all tables; they are in ``text`` too.
    cells: int = 0
    encoding: str = "utf-8"


def told(case: Case) -> dict[str, object]:
    """Return what is true of *case*, as `found` gives what the reader found."""
    return {
        "title": (case.kicker, case.title, case.subtitle),
        "date": case.date,
        "source": case.source,
        "author": case.author,
        "editor": case.editor,
        "images": case.images,
        "cells": case.cells,
        "text": [" ".join(text.split()) for text in case.text],
    }


def read(page: str, encoding: str = "utf-8") -> Reading:
    """Return what the whole reader makes of *page*."""
    return read_source(Source(data=page.encode(encoding), name="page.html"))


def found(case: Case) -> dict[str, object]:
    """Return what the reader makes of the page of *case*."""
    reading = read(case.page, case.encoding)
    if not reading.articles:
        return {"listing": reading.listing is not None}
    (article,) = reading.articles
    known = article.metadata
    by = ContributorRole
    return {
        "title": (article.headline.kicker, article.headline.title, article.headline.subtitle),
        "date": known.date.value if known.date else "",
        "source": known.source,
        "author": " ".join(known.names(by.AUTHOR, by.CORRESPONDENT)),
        "editor": " ".join(known.names(by.EDITOR)),
        "images": sum(isinstance(node, Image) for node in walk(article.blocks)),
        "cells": sum(
            len(row.cells)
            for node in walk(article.blocks)
            if isinstance(node, Table)
            for row in node.rows
        ),
        "text": [" ".join(text.split()) for text in paragraphs(article.blocks)],
    }


GOV_HEAD = (
    '<div class="top"><a href="/">无障碍</a> <a href="/wap">手机版</a> 今天是2026年3月2日 星期一</div>'
    '<div class="nav"><ul>'
    + linked("首页 政务公开 政策文件 政务服务 互动交流 走进清溪")
    + "</ul></div>"
    '<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zw/">政务公开</a> &gt; 正文</div>'
)
GOV_FOOT = (
    '<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div>'
    '<div class="print"><a href="javascript:window.print()">【打印本页】</a> <a href="#">【关闭窗口】</a></div>'
    '<div class="footer"><p>主办：清溪县人民政府办公室　承办：清溪县大数据中心</p>'
    "<p>网站标识码：0000000001　京ICP备00000001号　京公网安备 00000000000001号</p>"
    "<p>联系电话：0000-1234567（仅受理网站建设维护相关事宜）</p></div>"
)
