"""The runs of one block element into paragraphs, figures and headings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from bulletin_export.extraction.blocks.inlines import Run, built, text_of, tidied
from bulletin_export.model.nodes import Block, Figure, Heading, Image, LineBreak, Paragraph, Strong
from bulletin_export.patterns import lazy_pattern

#: Lines no longer than this, broken by ``<br>``, are verse or an address, not paragraphs.
_VERSE_LINE = 18
#: Some pages set whole paragraphs as headings for their size.
_LONGEST_HEADING = 100
#: Lines of a text that was broken by hand at a fixed width.
_WRAPPED = range(20, 61)
_WRAPPED_LINES = 4

_INDENT = lazy_pattern("[\u3000\u2002\u2003]{2}|[\u3000\u2003](?=\\S)|(?:[\u00a0\u3000][ ]?){2}")
_SENTENCE_END = lazy_pattern("[。！？!?…][”’」』）)]*$")
_NUMBERED = (
    r"[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.．]|第.{1,3}[章节条]|[①-⑳●■◆▲★※•·-]"
)
#: Lines of a list, or credits.
_NO_VERSE = lazy_pattern(
    rf"{_NUMBERED}|.{{0,4}}(?:来源|编辑|责编|作者|记者|审核|校对|时间|日期|浏览).{{0,3}}[:：]"
)
_DATE = lazy_pattern(r"[\s　]*[\d０-９一二三四五六七八九〇○零]{2,4}\s*年.{1,8}日$")

_Line = list[Run]


def blocks_of(runs: list[Run], *, heading: int = 0, keeps_breaks: bool = False) -> Iterator[Block]:
    """Yield the blocks that *runs* make: paragraphs, or headings of level *heading*.

    A line break ends a paragraph, except in verse, an address, a signature or, with
    *keeps_breaks*, anywhere; pictures stand on their own unless they are small or in the
    middle of a line.
    """
    if heading:
        yield from _heading(runs, heading)
        return
    if len(runs) == 1 and isinstance(runs[0].piece, str):  # most paragraphs
        line = tidied(runs)
        if line:
            yield Paragraph(built(line))
        return
    if all(type(run.piece) is str for run in runs):  # nearly all others
        yield from _paragraph(tidied(runs))
        return
    stanzas = list(_stanzas(runs))
    for stanza in stanzas:
        if len(stanza) == 2 and len(stanzas) > 1 and not (keeps_breaks or _is_couplet(stanza)):
            yield from _paragraph(stanza[0])
            yield from _paragraph(stanza[1])
        else:
            yield from _of_stanza(stanza, keeps_breaks=keeps_breaks)


def _stanzas(runs: list[Run]) -> Iterator[list[_Line]]:
    """Yield the lines of *runs* in groups: an empty line parts them, and is left out itself."""
    if not any(type(run.piece) is LineBreak for run in runs):
        line = tidied(list(runs))
        if line:
            yield [line]
        return
    stanza: list[_Line] = []
    breaks = 0
    for is_break, group in groupby(runs, key=lambda run: type(run.piece) is LineBreak):
        if is_break:
            breaks += len(list(group))
            continue
        line = tidied(list(group))
        if not line:
            continue
        if breaks > 1 and stanza:
            yield stanza
            stanza = []
        stanza.append(line)
        breaks = 0
    if stanza:
        yield stanza


def _of_stanza(lines: list[_Line], *, keeps_breaks: bool) -> Iterator[Block]:
    if len(lines) == 1:
        yield from _paragraph(lines[0])
        return
    texts = [text_of(line) for line in lines]
    if keeps_breaks or _is_verse(lines, texts):
        yield from _paragraph(_joined(lines, Run(LineBreak(), ())))
        return
    if _is_wrapped(texts):
        yield from _unwrapped(lines, texts)
        return
    end = len(lines) - _signature(lines, texts)
    for line in lines[:end]:
        yield from _paragraph(line)
    if lines[end:]:
        yield from _paragraph(_joined(lines[end:], Run(LineBreak(), ())))


def _is_couplet(lines: list[_Line]) -> bool:
    """Whether two lines among others belong together: as long as each other, or a signature."""
    first, second = map(text_of, lines)
    return abs(len(first) - len(second)) < 2 or bool(_DATE.match(second))


def _joined(lines: list[_Line], between: Run) -> _Line:
    return [run for line in lines for run in (between, *line)][1:]


def _is_verse(lines: list[_Line], texts: list[str]) -> bool:
    """Whether the short *lines*, with *texts*, are verse or the like and no paragraphs."""
    if any(isinstance(run.piece, Image) for line in lines for run in line):
        return False
    if max(map(len, texts)) > _VERSE_LINE or any(map(_INDENT.match, texts[1:])):
        return False
    if len({_is_bold(line) for line in lines}) > 1:
        return False
    if sum(_NO_VERSE.match(text) is not None for text in texts) * 2 >= len(texts):
        return False
    if not all(map(_SENTENCE_END.search, texts[:-1])):
        return True
    # Couplets: every line a sentence of two halves, and all of one length.
    return len(set(map(len, texts))) == 1 and all("，" in text for text in texts)


def _is_bold(line: _Line) -> bool:
    return all(any(mark[0] is Strong for mark in run.marks) for run in line if run.piece != " ")


def _signature(lines: list[_Line], texts: list[str]) -> int:
    """Return how many lines at the end name who signed, and when."""
    if not _DATE.match(texts[-1].strip()):
        return 0
    count = 1
    while count < min(len(lines), 4):
        text = texts[-1 - count].strip(" \u00a0\u3000")
        if not text or len(text) > 24 or any(mark in text for mark in "。；，：！？"):
            break
        if any(isinstance(run.piece, Image) for run in lines[-1 - count]):
            break
        count += 1
    return count if count > 1 else 0


def _is_wrapped(texts: list[str]) -> bool:
    """Whether lines of one width end in the middle of sentences: they were broken by hand."""
    longest = max(map(len, texts))
    if len(texts) < _WRAPPED_LINES or longest not in _WRAPPED:
        return False
    full = [text for text in texts[:-1] if len(text) >= longest - 3]
    ended = sum(_SENTENCE_END.search(text) is not None for text in full)
    running = sum("，" in text or "。" in text for text in texts)
    if running * 2 < len(texts) or not _SENTENCE_END.search(texts[-1]):
        return False
    return len(full) * 10 >= (len(texts) - 1) * 7 and ended * 10 <= len(full) * 3


def _unwrapped(lines: list[_Line], texts: list[str]) -> Iterator[Block]:
    """Yield the paragraphs of *lines*: one ends where a line is short or the next is indented."""
    longest = max(map(len, texts))
    paragraph: list[_Line] = []
    for index, line in enumerate(lines):
        paragraph.append(line)
        is_last = index + 1 == len(lines)
        is_short = len(texts[index]) < longest - 3
        if is_last or is_short or _INDENT.match(texts[index + 1]):
            # A line end in the source: nothing between Han, a blank between words.
            yield from _paragraph(tidied(_joined(paragraph, Run("\n", ()))))
            paragraph = []


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


def _paragraph(part: _Line) -> Iterator[Block]:
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
    return isinstance(run.piece, LineBreak) or (
        isinstance(run.piece, str) and not run.piece.strip()
    )
