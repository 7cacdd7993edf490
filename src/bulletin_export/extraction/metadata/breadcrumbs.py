"""The section of a site that an article stands in: 当前位置：首页 > 要闻 > 正文."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from lxml import etree

from bulletin_export.extraction.metadata.facts import Found, Rule, place_of
from bulletin_export.extraction.metadata.page_names import PageNames
from bulletin_export.extraction.metadata.titles import Title, folded
from bulletin_export.extraction.outline import Line
from bulletin_export.patterns import lazy_pattern

_LEAD = lazy_pattern(
    r"^\W*(?:(?:您|你)?(?:现在|目前)?(?:的|所在)?(?:当前)?(?:的)?位置(?:是|为)?|当前位置|目前位置|所在位置|您现在的位置|您的位置|當前位置|目前位置|首页|首頁|网站首页|Home)\s*[:：是]?"
)
_SEPARATOR = lazy_pattern(r"\s*(?:>>|>|›|»|→|&gt;|＞|·>|/|-|—|\||｜)+\s*")
_ARROWS = lazy_pattern(r"[>›»→＞]")
_END = frozenset(
    (
        "正文",
        "内容",
        "首页",
        "首頁",
        "网站首页",
        "详情",
        "详细内容",
        "内容页",
        "正文页",
        "文章",
        "阅读",
        "浏览文章",
        "查看",
    )
)
_BOX = lazy_pattern(
    r"crumb|(?:^|[\W_])(?:location|position|weizhi|dqwz|curpos|currentpos)(?:$|[\W_])"
)
_BY_NAME: Any = etree.XPath("//*[@class=$name or @id=$name]")
_LONGEST = 120
_MOST_NAMES = 10


def trails(root: Any, names: PageNames) -> list[str]:
    """Return the breadcrumbs of the page *root* that stand in a box of that name, steps apart."""
    found: list[str] = []
    boxes = (name for name in (*names.classes, *names.ids) if _is_box(name))
    for name in islice(boxes, _MOST_NAMES):
        for element in _BY_NAME(root, name=name):
            steps = (" ".join(step.split()) for step in element.itertext())
            text = " > ".join(step for step in steps if step)
            if len(text) <= _LONGEST:
                found.append(text)
    return found


@lru_cache(maxsize=4096)
def _is_box(name: str) -> bool:
    return _BOX.search(name) is not None


def section_in(lines: list[Line], title: Title, boxed: Sequence[str]) -> Found[str] | None:
    """Return the section that the breadcrumbs above the title name, the nearest line first.

    *boxed* are those that `trails` found.
    """
    above = lines[: max(title.first_line, 0)] if title.first_line > 0 else lines[:40]
    near = (line.text for line in above[:-60:-1] if _is_trail(line))
    for text in (*near, *boxed):
        section = _section(text, title)
        if section:
            return Found(section, Rule.BREADCRUMB, place_of(text))
    return None


def _is_trail(line: Line) -> bool:
    text = line.text
    if len(text) > _LONGEST:
        return False
    if _ARROWS.search(text) and (_LEAD.match(text) or _BOX.search(line.name)):
        return True
    return "位置" in text[:12] and _LEAD.match(text) is not None


def _section(text: str, title: Title) -> str:
    parts = [part.strip(" \u3000:：[]【】") for part in _SEPARATOR.split(_LEAD.sub("", text))]
    own = folded(title.text)
    part: str
    for part in reversed(parts):
        is_title = folded(part)[:8] == own[:8] if own else False
        if part and part not in _END and not is_title and len(part) <= 20:
            return part
    return ""
