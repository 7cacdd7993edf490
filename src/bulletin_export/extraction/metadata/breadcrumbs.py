"""The section of a site that an article stands in: 当前位置：首页 > 要闻 > 正文."""

from __future__ import annotations

from bulletin_export.extraction.body.outline import Line
from bulletin_export.extraction.metadata.facts import Found, Rule, place_of
from bulletin_export.extraction.metadata.titles import Title, folded
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
_NAME = lazy_pattern(r"crumb|location|position|weizhi|dqwz|\bpath\b|\bsite-?nav\b|curpos|local")
_LONGEST = 120


def section_in(lines: list[Line], title: Title) -> Found[str] | None:
    """Return the section that the breadcrumbs above the title name, the nearest line first."""
    above = lines[: max(title.first_line, 0)] if title.first_line > 0 else lines[:40]
    for line in reversed(above[-60:]):
        text = line.text
        if len(text) > _LONGEST:
            continue
        is_trail = bool(_ARROWS.search(text)) and (_LEAD.match(text) or _NAME.search(line.name))
        is_named = "位置" in text[:12] and _LEAD.match(text)
        if is_trail or is_named:
            section = _section(text, title)
            if section:
                return Found(section, Rule.BREADCRUMB, place_of(text))
    return None


def _section(text: str, title: Title) -> str:
    parts = [part.strip(" \u3000:：[]【】") for part in _SEPARATOR.split(_LEAD.sub("", text))]
    own = folded(title.text)
    for part in reversed(parts):
        is_title = folded(part)[:8] == own[:8] if own else False
        if part and part not in _END and not is_title and len(part) <= 20:
            return part
    return ""
