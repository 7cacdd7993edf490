"""Paragraphs that do a heading's work, and the levels of all headings.

Most Chinese pages have no ``<h2>``: a section is headed by a bold line, or by a number
in the order of GB/T 9704 §7.3.3 (一、 （一） 1. （1）). Such a line is a heading only when it
is short, is no sentence, and body text follows; a list of short numbered lines is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby
from typing import TypeAlias

import msgspec

from bulletin_export.extraction.blocks.heading_levels import BLANKS, RANKS, levelled
from bulletin_export.model.nodes import (
    Block,
    BlockQuote,
    BulletList,
    CodeBlock,
    Figure,
    Heading,
    Inline,
    Link,
    OrderedList,
    Paragraph,
    Strong,
    Superscript,
    Table,
    Text,
    ThematicBreak,
)
from bulletin_export.model.text import plain_text
from bulletin_export.patterns import lazy_pattern

_LONGEST = 40
_LONGEST_NUMBERED = 36
_BODY = 30

_HAN_NUMBER = r"[一二三四五六七八九十百零〇]{1,4}"
#: Kinds of numbering, the outermost first; bold lines without a number come between.
_KINDS = {
    "part": lazy_pattern(
        rf"(?:第({_HAN_NUMBER}|\d{{1,2}})|[上中下])(?:编|篇|部分|部)(?:[\s　:：]|$)"
    ),
    "chapter": lazy_pattern(rf"第({_HAN_NUMBER}|\d{{1,2}})章"),
    "section": lazy_pattern(rf"第({_HAN_NUMBER}|\d{{1,2}})节"),
    "han": lazy_pattern(rf"({_HAN_NUMBER})[、.．]"),
    "bracketed han": lazy_pattern(rf"[（(]\s?({_HAN_NUMBER})\s?[）)]"),
    "digit": lazy_pattern(r"(\d{1,2})(?:[.．、](?![\d.])|\s?[）)](?=\S))"),
    "bracketed digit": lazy_pattern(r"[（(]\s?(\d{1,2})\s?[）)]|[①-⑳]"),
}
#: Under these a few words without an end are text enough.
_SECTIONS = frozenset(("part", "chapter", "section", "han"))
_FIRST = frozenset(("一", "1", "①"))
_DIGITS = "一二三四五六七八九"
#: How no heading ends; a question or an exclamation may be one when it is bold.
_OPEN_END = lazy_pattern(r"[，,、：:；;。.…—－-]\s*$")
_SENTENCE_END = lazy_pattern(r"[。！？；!?;][”’」』）)]?\s*$")
_INSIDE = lazy_pattern(r"。|；|[，,].*[，,]")
_NO_HEADING = lazy_pattern(
    r"\s*(?:[\[【（(]?(?:来源|作者|编辑|责编|责任编辑|记者|文|图|摄影|原标题|编者按|导读|导语|摘要|关键词|时间|日期|地点|电话|地址"
    r"|邮编|邮箱|附件|附|抄送|联系人|注)\s*[:：/／|丨]|\d{4}\s*[年./-]\s*\d|[\d\s:：./-]+$|[（(].*[）)]$|[*＊—\-=·\s]+$|——"
    r"|.{0,6}(?:记者|通讯员|撰文|供稿|讯员)[\s:：　]|第[一二三四五六七八九十百\d]{1,5}条)"
)
_SPEAKER = lazy_pattern(r"\s*[^\s：:]{1,8}[：:]")
_BODY_END = ("。", "！", "？", "”", "…", "；", "：", "）", ".", ":", "!", "?", ")", "」", "』")

Kind: TypeAlias = str


class _Line(msgspec.Struct):
    """A paragraph that may be a heading."""

    kind: Kind
    is_bold: bool
    is_first: bool
    is_short: bool
    is_heading: bool = False


def with_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return *blocks* with headings where lines do their work; levels begin at 1, none skipped.

    Done twice it changes nothing more, and no character is lost.
    """
    lines = [_line(block) if isinstance(block, Paragraph) else None for block in blocks]
    if any(lines):
        _drop_sequences(lines)
        _mark(blocks, lines)
        _drop_lonely(blocks, lines)
    kinds = [line.kind if line and line.is_heading else "" for line in lines]
    if not any(kinds) and not any(isinstance(block, Heading) for block in blocks):
        return tuple(blocks)
    firsts = [line for line in lines if line and line.is_heading and line.is_first]
    is_again = sum(line.kind == "han" for line in firsts) > 1
    return levelled(blocks, kinds, is_again=is_again)


def _line(paragraph: Paragraph) -> _Line | None:
    """Return *paragraph* as a line that may be a heading, or nothing."""
    children = paragraph.children
    if isinstance(start := children[0], Text) and _is_plain_start(start.value):
        return None
    text = plain_text(children).strip(BLANKS)
    kind, number = _numbered(text)
    is_bold = _is_bold(children)
    if not kind and not is_bold:
        return None
    longest = _LONGEST if is_bold else _LONGEST_NUMBERED
    is_short = len(text) <= longest and _is_label(text, is_bold, kind) and _is_plain(children)
    if not is_short and not kind:
        return None
    return _Line(kind or "bold", is_bold, number in _FIRST, is_short)


def _is_plain_start(text: str) -> bool:
    """Whether a paragraph that begins with *text* is neither bold nor numbered: most are not."""
    start = text.lstrip(BLANKS)[:1]
    return start not in _STARTS and start not in ("", "\u200b")


def _numbered(text: str) -> tuple[Kind, str]:
    if text[:1] not in _STARTS:
        return "", ""
    for kind, pattern in _KINDS.items():
        match = pattern.match(text)
        if match:
            return kind, next(filter(None, match.groups()), match[0])
    return "", ""


_STARTS = frozenset("第上中下（(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳0123456789一二三四五六七八九十百")


def _is_label(text: str, is_bold: bool, kind: Kind) -> bool:
    """Whether *text* reads like a heading: no sentence, no lead-in, no credit, no date."""
    end = _OPEN_END if is_bold or kind else _SENTENCE_END
    if not text or end.search(text) or _NO_HEADING.match(text):
        return False
    if not is_bold and _SENTENCE_END.search(text) and not text.endswith(("？", "?")):
        return False
    if kind:
        rest = text[_KINDS[kind].match(text).end() :].strip(BLANKS)  # type: ignore[union-attr]
        return len(rest) > 1 and not _INSIDE.search(rest)
    return len(text) > 1 and not _SPEAKER.match(text) and not _INSIDE.search(text)


def _is_bold(children: tuple[Inline, ...]) -> bool:
    """Whether all that is seen of *children* is bold."""
    return any(isinstance(child, Strong) for child in children) and all(
        isinstance(child, Strong)
        or (isinstance(child, Text) and not child.value.strip(BLANKS + "\u200b"))
        for child in children
    )


def _is_plain(children: tuple[Inline, ...]) -> bool:
    """Whether *children* are words only: no picture, no break, not one link as a whole."""
    for child in children:
        match child:
            case Text() | Superscript():
                continue
            case Strong(inside):
                if not _is_plain(inside):
                    return False
            case _:
                if not hasattr(child, "children") or isinstance(child, Link):
                    return False
    return True


def _drop_sequences(lines: list[_Line | None]) -> None:
    """Forget short lines of one kind that follow each other: they are a list.

    Two bold lines are a heading that was broken, or a heading and a smaller one.
    """
    first = 0
    for kind, group in groupby(lines, key=lambda line: line.kind if line else ""):
        size = len(list(group))
        if kind and size > (2 if kind == "bold" else 1):
            for line in lines[first : first + size]:
                if line:
                    line.is_short = False
        first += size


def _mark(blocks: Sequence[Block], lines: list[_Line | None]) -> None:
    """Mark the lines that body text follows, directly or below a heading further in."""
    #: Whether body text comes next, and whether anything does that is no section itself.
    follows = goes_on = False
    rank = -1
    for index in range(len(blocks) - 1, -1, -1):
        block, line = blocks[index], lines[index]
        if line and line.is_short:
            own = RANKS[line.kind]
            is_followed = follows or (goes_on and line.kind in _SECTIONS)
            line.is_heading = is_followed and (rank < 0 or own < rank or line.kind == "bold")
            if line.is_heading:
                rank = own
                continue
        if isinstance(block, Figure | ThematicBreak):
            continue
        follows, rank = _is_body(block), -1
        goes_on = isinstance(block, Paragraph) and (line is None or line.kind not in _SECTIONS)


def _is_body(block: Block) -> bool:
    """Whether *block* is what a heading heads."""
    match block:
        case Paragraph(children):
            text = plain_text(children).strip(BLANKS)
            return len(text) > _BODY or (text.endswith(_BODY_END) and not _NO_HEADING.match(text))
        case BulletList() | OrderedList() | Table() | BlockQuote() | CodeBlock():
            return True
        case Heading() | Figure() | ThematicBreak():
            return False


def _drop_lonely(blocks: Sequence[Block], lines: list[_Line | None]) -> None:
    """Keep numbered lines that are not bold only where they come in a row and begin at one.

    Where most lines numbered like them are whole paragraphs, they are paragraphs too. A
    single bold line above all text is a lead or a name.
    """
    places = [index for index, line in enumerate(lines) if line and line.is_heading]
    line = lines[places[0]] if len(places) == 1 else None
    if line and line.kind == "bold" and not any(map(_is_body, blocks[: places[0]])):
        line.is_heading = False
    kinds: defaultdict[Kind, list[_Line]] = defaultdict(list)
    for line in lines:
        if line and line.kind != "bold":
            kinds[line.kind].append(line)
    for same in kinds.values():
        headings = [line for line in same if line.is_heading]
        plain = [line for line in headings if not line.is_bold]
        is_row = (
            len(headings) > 1
            and len(headings) * 3 > len(same) * 2
            and any(line.is_first for line in headings)
        )
        if not is_row:
            for line in plain:
                line.is_heading = False
