"""The runs of one block element into paragraphs, figures and headings."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from bulletin_export.extraction.blocks.inlines import Run, built, lines, text_of, tidied
from bulletin_export.model.nodes import (
    Block,
    CodeBlock,
    Figure,
    Heading,
    Image,
    LineBreak,
    Paragraph,
    Text,
)
from bulletin_export.model.text import plain_text
from bulletin_export.patterns import lazy_pattern

#: Lines no longer than this, broken by ``<br>``, are verse or an address, not paragraphs.
_VERSE_LINE = 18
_CAPTION_LENGTH = 80
#: Some pages set whole paragraphs as headings for their size.
_LONGEST_HEADING = 100

_INDENT = lazy_pattern("[\u3000\u00a0\u2003]{2}")
_HAN = lazy_pattern("[\u4e00-\u9fff]")
_CODE_MARK = lazy_pattern(r"[{}=<>\\]|[A-Za-z]\(")
_CAPTION = lazy_pattern(
    r"(?:摄影?|供图|图源|制图|绘图|配图)\s*[）)】]?[。]?$|图源[:：].{1,12}$"
    r"|^(?:图为|图片来源|图片[:：]|图[:：]|资料图|资料照片|▲|△|↑|图\s?[\d一二三四五六七八九十]+(?!表))"
)


def blocks_of(runs: list[Run], *, heading: int = 0) -> Iterator[Block]:
    """Yield the blocks that *runs* make: paragraphs, or headings of level *heading*.

    A line break ends a paragraph, except in verse; pictures stand on their own unless
    they are small or in the middle of a line.
    """
    if heading:
        yield from _heading(runs, heading)
        return
    if len(runs) == 1 and isinstance(runs[0].piece, str):  # most paragraphs
        line = tidied(runs)
        if line:
            yield Paragraph(built(line))
        return
    parts = list(lines(runs))
    if len(parts) > 1 and _is_verse(parts):
        joined = [run for part in parts for run in (Run(LineBreak(), ()), *part)]
        yield Paragraph(built(joined[1:]))
        return
    for part in parts:
        yield from _paragraph(part)


def preformatted(text: str) -> Iterator[Block]:
    """Yield the code block that ``<pre>`` holds, or its paragraphs when it is Chinese prose."""
    text = text.strip("\r\n")
    if not text.strip():
        return
    is_prose = len(_HAN.findall(text)) * 2 > len(text.replace(" ", "")) and not _CODE_MARK.search(
        text
    )
    if not is_prose:
        yield CodeBlock(text.replace("\r\n", "\n").replace("\r", "\n").rstrip())
        return
    yield from (Paragraph((Text(line),)) for line in text.splitlines() if line.strip())


def with_caption(figure: Figure, block: Block, *, is_named: bool) -> Figure | None:
    """Return *figure* with the paragraph *block* as its caption, if it looks like one."""
    if figure.caption or not isinstance(block, Paragraph):
        return None
    text = plain_text(block.children).strip()
    if len(text) > _CAPTION_LENGTH or "\n" in text:
        return None
    is_alt = any(image.alt and image.alt == text for image in figure.images)
    if is_named or is_alt or _CAPTION.search(text):
        return msgspec.structs.replace(figure, caption=block.children)
    return None


def _heading(runs: list[Run], level: int) -> Iterator[Block]:
    flat = [
        Run(" ", run.marks) if isinstance(run.piece, LineBreak) else run
        for run in runs
        if not _stands_alone(run)
    ]
    yield from _figures([run for run in runs if _stands_alone(run)])
    children = built(tidied(flat))
    if children:
        is_long = len(text_of(flat)) > _LONGEST_HEADING
        yield Paragraph(children) if is_long else Heading(level, children)


def _is_verse(parts: list[list[Run]]) -> bool:
    if any(isinstance(run.piece, Image) for part in parts for run in part):
        return False
    texts = [text_of(part) for part in parts]
    return max(map(len, texts)) <= _VERSE_LINE and not any(map(_INDENT.match, texts))


def _paragraph(part: list[Run]) -> Iterator[Block]:
    first, last = 0, len(part)
    while first < last and (_stands_alone(part[first]) or _is_blank(part[first])):
        first += 1
    while last > first and (_stands_alone(part[last - 1]) or _is_blank(part[last - 1])):
        last -= 1
    yield from _figures(part[:first])
    is_whole = first == 0 and last == len(part)
    children = built(part if is_whole else tidied(part[first:last]))
    if children:
        yield Paragraph(children)
    yield from _figures(part[last:])


def _figures(runs: list[Run]) -> Iterator[Figure]:
    return (Figure((run.piece,)) for run in runs if isinstance(run.piece, Image))


def _stands_alone(run: Run) -> bool:
    return isinstance(run.piece, Image) and not run.is_small


def _is_blank(run: Run) -> bool:
    return isinstance(run.piece, str) and not run.piece.strip()
