"""Runs of marked text into the inlines of the model."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias, cast

import msgspec

from bulletin_export.model.nodes import (
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Strikethrough,
    Strong,
    Subscript,
    Superscript,
    Text,
    Underline,
)
from bulletin_export.patterns import lazy_pattern

#: A kind of mark and, for links, the target and its title.
Mark: TypeAlias = tuple[type[Inline], str, str]
Marks: TypeAlias = tuple[Mark, ...]


class Run(msgspec.Struct, frozen=True, gc=False):
    """A piece of a line, text or a whole inline, and the marks on it."""

    piece: str | Inline
    marks: Marks
    #: A picture that belongs into its line, as an icon does.
    is_small: bool = False


MARKS: dict[str, type[Inline]] = {
    "b": Strong,
    "strong": Strong,
    "em": Emphasis,
    "i": Emphasis,
    "cite": Emphasis,
    "dfn": Emphasis,
    "var": Emphasis,
    "u": Underline,
    "ins": Underline,
    "s": Strikethrough,
    "strike": Strikethrough,
    "del": Strikethrough,
    "sup": Superscript,
    "sub": Subscript,
}

_LINE_END = lazy_pattern("[ \t\r\f]*\n[ \t\r\n\f]*")
_LINE_END_BETWEEN_RUNS = lazy_pattern("[ \t\r\f\x00]*\n[ \t\r\n\f\x00]*")
_BLANKS = lazy_pattern("[ \t\r\n\f]+")
#: Stands between runs while they are looked at as one text.
_MARKER = "\x00"
#: White space of every kind, and characters that nobody sees.
_INVISIBLE = (
    " \t\r\n\f\v\u00a0\u00ad\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
)
_INVISIBLE += "\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
#: What HTML calls white space.
COLLAPSIBLE = " \t\r\n\f"


def with_mark(marks: Marks, mark: Mark) -> Marks:
    """Return *marks* with *mark* added inside, unless one of its kind is there already."""
    return marks if any(one[0] is mark[0] for one in marks) else (*marks, mark)


def collapsed(text: str) -> str:
    """Return *text* with its white space as a browser shows it (CSS Text 3 §4.1)."""
    if "\n" in text:
        text = _LINE_END.sub(_unless_wide, text)
    elif "  " not in text and "\t" not in text and "\r" not in text and "\f" not in text:
        return text
    return _BLANKS.sub(" ", text)


def _unless_wide(line_end: re.Match[str]) -> str:
    """Return nothing for a line end between two wide characters (CSS Text 3 §4.1.3)."""
    text, (start, end) = line_end.string, line_end.span()
    is_inside = start > 0 and end < len(text)
    if is_inside and _is_wide(text[start - 1]) and _is_wide(text[end]):
        return _MARKER * line_end[0].count(_MARKER)
    return line_end[0]


def _is_wide(character: str) -> bool:
    # By comparison: a pattern with these ranges takes milliseconds to compile.
    return (
        "\u2e80" <= character <= "\u9fff"
        or character in "“”‘’…—"
        or "\uf900" <= character <= "\ufaff"
        or "\uff00" <= character <= "\uff60"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def lines(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Yield the runs between line breaks; lines without anything in them are left out."""
    if not any(type(run.piece) is LineBreak for run in runs):
        line = tidied(list(runs))
        if line:
            yield line
        return
    for is_break, group in groupby(runs, key=lambda run: type(run.piece) is LineBreak):
        line = [] if is_break else tidied(list(group))
        if line:
            yield line


def tidied(runs: list[Run]) -> list[Run]:
    """Return *runs* with white space collapsed across them and cut off at both ends."""
    if len(runs) == 1 and isinstance(runs[0].piece, str):
        text = collapsed(runs[0].piece.strip(COLLAPSIBLE))
        return [Run(text, runs[0].marks)] if text.strip(_INVISIBLE) else []
    result: list[Run] = []
    last = runs[-1] if runs else None
    if last and isinstance(last.piece, str) and last.piece[-1:] in COLLAPSIBLE:
        # Spares most paragraphs the search for line ends between their runs.
        runs = [*runs[:-1], Run(last.piece.rstrip(COLLAPSIBLE), last.marks)]
    if len(runs) > 1 and any("\n" in run.piece for run in runs if isinstance(run.piece, str)):
        runs = _without_line_ends(runs)
    after_blank = True
    for run in runs:
        if isinstance(run.piece, str):
            text = collapsed(run.piece)
            if after_blank:
                text = text.lstrip(COLLAPSIBLE)
            if not text:
                continue
            after_blank = text[-1] == " "
            result.append(run if text is run.piece else Run(text, run.marks))
        else:
            after_blank = False
            result.append(run)
    while result and isinstance(result[-1].piece, str) and result[-1].piece[-1] == " ":
        text = result[-1].piece.rstrip(COLLAPSIBLE)
        result[-1:] = [Run(text, result[-1].marks)] if text else []
    return result if any(_shows(run.piece) for run in result) else []


def _without_line_ends(runs: list[Run]) -> list[Run]:
    """Take line ends between two wide characters out, also where runs meet."""
    joined = _MARKER.join(run.piece if isinstance(run.piece, str) else "\x01" for run in runs)
    texts = _LINE_END_BETWEEN_RUNS.sub(_unless_wide, joined).split(_MARKER)
    return [
        Run(text, run.marks) if isinstance(run.piece, str) else run
        for run, text in zip(runs, texts, strict=True)
    ]


def _shows(piece: str | Inline) -> bool:
    return bool(piece.strip(_INVISIBLE)) if isinstance(piece, str) else True


def built(runs: Sequence[Run], depth: int = 0) -> tuple[Inline, ...]:
    """Return *runs* as inlines; neighbours under the same mark share one node."""
    if len(runs) == 1 and len(runs[0].marks) == depth and isinstance(runs[0].piece, str):
        return (Text(runs[0].piece),)
    result: list[Inline] = []
    start, size = 0, len(runs)
    while start < size:
        mark = _mark_at(runs[start], depth)
        end = start + 1
        while end < size and _mark_at(runs[end], depth) == mark:
            end += 1
        inside = runs[start:end]
        if mark is None:
            result += _joined(inside)
        elif mark[0] is Link:
            result.append(Link(mark[1], built(inside, depth + 1), mark[2]))
        else:
            result.append(_container(mark[0])(built(inside, depth + 1)))
        start = end
    return tuple(result)


def _container(kind: type[Inline]) -> Callable[[tuple[Inline, ...]], Inline]:
    return cast("Callable[[tuple[Inline, ...]], Inline]", kind)


def _mark_at(run: Run, depth: int) -> Mark | None:
    return run.marks[depth] if depth < len(run.marks) else None


def _joined(runs: Sequence[Run]) -> list[Inline]:
    """Return *runs*, which no mark is on, as inlines; neighbouring texts become one."""
    if len(runs) == 1:
        piece = runs[0].piece
        return [Text(piece) if isinstance(piece, str) else piece]
    result: list[Inline] = []
    for is_text, group in groupby(runs, key=lambda run: isinstance(run.piece, str)):
        if is_text:
            result.append(Text("".join([str(run.piece) for run in group])))
        else:
            result += (run.piece for run in group if not isinstance(run.piece, str))
    return result


def text_of(runs: Sequence[Run]) -> str:
    """Return the characters of *runs*, those of pictures and the like left out."""
    return "".join(run.piece for run in runs if isinstance(run.piece, str))
