"""What stands around an article and slipped into it: labelled lines, buttons, links to others.

Extraction has taken page furniture away where there was a page; this serves feeds and
whatever came through.
"""

from __future__ import annotations

import re

import msgspec

from bulletin_export.model.article import ContributorRole
from bulletin_export.patterns import LETTER, lazy_pattern
from bulletin_export.transforms.base import PARAGRAPH_END
from bulletin_export.transforms.clean.protection import Protection

Edits = list[tuple[int, int, str]]

#: Labels of what is known about an article, by the field that takes the value.
_LABELS = {
    "source": "稿件来源|信息来源|文章来源|新闻来源|本文来源|内容来源|来源|來源|稿源|出处",
    "date": "发布时间|发布日期|发表时间|更新时间|發布時間|發佈時間|时间|日期|時間",
    "author": "文章作者|作者|撰稿|撰文",
    "editor": "责任编辑|責任編輯|责编|責編|网络编辑|值班编辑|编辑|編輯",
    "views": "浏览次数|浏览量|阅读次数|阅读量|点击次数|点击量|点击数|访问量|瀏覽|浏览|阅读|点击",
}
_KIND = {word: kind for kind, words in _LABELS.items() for word in words.split("|")}
_LABEL = lazy_pattern(rf"(?P<word>{'|'.join(_KIND)})\s{{0,4}}[:：]")
#: Alone on its line one of these may be part of a notice (时间：…, 地点：…).
_COMMON = ("时间", "日期", "時間")
_LONGEST_LINE = 120
_LONGEST_VALUE = 40
_BUTTONS = lazy_pattern(
    r"(?:[【\[]?(?:打印(?:本[页文稿])?|关闭(?:窗口|本页)?|收藏(?:本页)?|返回(?:顶部|列表|首页)?|纠错|我要纠错"
    r"|分享|字体|字号|大|中|小|XML地图|网站地图)[】\]]?[\s:：|｜/]*)+"
)
_BUTTON_WORD = lazy_pattern("打印|关闭|收藏|返回|纠错|分享|地图")
_LEADS_AWAY = lazy_pattern(r"(?:上一[篇条页]|下一[篇条页]|分享到)\s*(?:[:：].{0,80}|$)", re.DOTALL)
_AT_END = lazy_pattern(
    r"\s{0,8}[（(\[【]\s{0,4}(?:责任编辑|責任編輯|责编|責編|网络编辑|编辑|編輯)\s{0,4}[:：][^（()）\[\]【】。]{1,30}[）)\]】]\s{0,8}$"
)
_NAME = lazy_pattern(f"{LETTER}{{2,4}}|{LETTER}{{1,8}}·{LETTER}{{1,8}}")
_BETWEEN_NAMES = lazy_pattern(r"[\s、，,/；;]+")
_SOURCE = lazy_pattern(rf"[\w·－-]*{LETTER}[\w·－-]{{1,30}}")
_DATE = lazy_pattern(
    r"((?:19|20)\d\d)(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?(?:\s*([01]?\d|2[0-3])[:：]([0-5]\d))?"
)
_COUNT = lazy_pattern(r"\d{1,9}")


class Fact(msgspec.Struct, frozen=True):
    """One value that a line states: the field of the model, the value, what was printed."""

    field: str
    value: str
    printed: str


def boilerplate(text: str, _: Protection) -> Edits:
    """S22: lines about the article and buttons of its page go; on request."""
    edits: Edits = []
    start = 0
    for part in text.split(PARAGRAPH_END):
        end = start + len(part)
        if is_boilerplate(part):
            # A paragraph that was split off takes the end before or behind it along.
            first, last = (start - 1, end) if start else (start, min(end + 1, len(text)))
            edits.append((first, last, ""))
        elif tail := _AT_END.search(part):
            edits.append((start + tail.start(), end, ""))
        start = end + 1
    return edits


def is_boilerplate(text: str) -> bool:
    """Whether the line *text* says something about the article or its page, and no more."""
    line = text.strip()
    if not line or len(line) > _LONGEST_LINE:
        return False
    if _LEADS_AWAY.match(line):
        return True
    if _BUTTONS.fullmatch(line) and _BUTTON_WORD.search(line):
        return True
    return bool(_labelled(line))


def facts_in(text: str) -> list[Fact]:
    """Return what the line *text*, or the bracket at its end, states about the article."""
    if ":" not in text and "：" not in text:
        return []
    tail = _AT_END.search(text, max(0, len(text) - _LONGEST_LINE))
    line = tail[0] if tail else text
    if len(line) > _LONGEST_LINE:
        return []
    return [fact for kind, value in _labelled(line.strip()) for fact in _facts(kind, value)]


def _labelled(line: str) -> list[tuple[str, str]]:
    """Return the labels and values that *line* consists of; nothing if it says more."""
    line = line.strip("（(【[]】)） \u3000\u00a0")
    labels = list(_LABEL.finditer(line))
    if not labels or labels[0].start():
        return []
    if len(labels) == 1 and labels[0]["word"] in _COMMON:
        return []
    ends = [*(label.start() for label in labels[1:]), len(line)]
    values = [
        line[a.end() : b].strip(" \u3000\u00a0\t\u2003|｜")
        for a, b in zip(labels, ends, strict=True)
    ]
    if any(len(value) > _LONGEST_VALUE or re.search("[。！？；，]", value) for value in values):
        return []
    return [(_KIND[label["word"]], value) for label, value in zip(labels, values, strict=True)]


def _facts(kind: str, value: str) -> list[Fact]:
    match kind:
        case "source" if _SOURCE.fullmatch(value):
            return [Fact(kind, value, value)]
        case "date" if found := _DATE.match(value):
            year, month, day, hour, minute = found.groups()
            time = f"T{int(hour):02}:{minute}" if hour else ""
            return [Fact(kind, f"{year}-{int(month):02}-{int(day):02}{time}", found[0])]
        case "views" if found := _COUNT.match(value):
            return [Fact(kind, found[0], found[0])]
        case "author" | "editor":
            names = [one for one in _BETWEEN_NAMES.split(value) if one]
            if all(map(_NAME.fullmatch, names)):
                role = ContributorRole(kind)
                return [Fact(role.value, name, name) for name in names]
    return []
