"""Pages of headlines: columns, home pages, search results, boards; told from articles.

The lines of a page are enough for it. A headline is a line that leads elsewhere and is
long enough for one; headlines with little between them make a run, and what stands
between belongs to them (dates, summaries). A page is a list when its runs are most of it
and nothing speaks for an article: no line of facts and no prose below the title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any

import msgspec

from bulletin_export.extraction.addresses import link_target
from bulletin_export.extraction.body.outline import Line, Outline
from bulletin_export.extraction.metadata.dates import dates_in
from bulletin_export.extraction.metadata.info_line import is_info
from bulletin_export.extraction.metadata.titles import Title
from bulletin_export.model.article import Date
from bulletin_export.model.listing import Entry
from bulletin_export.patterns import lazy_pattern

_SHORTEST = 8
_FEWEST = 4
#: Lines and characters that may stand between two headlines of a run.
_GAP_LINES, _GAP_SIZE = 5, 420
_SENTENCE = 15
_FILES = lazy_pattern(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|7z)(?:$|[?#])")
_DATE_LIKE = lazy_pattern(
    r"[\[【(（]?\s*(?:(?:19|20)?\d{2}\s*[-/.年]\s*)?\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?\s*[\]】)）]?"
)
_BUTTON = lazy_pattern(
    r"^[\s\[【(（<>»·]*(?:更多|详[细情]|[阅閱][读讀](?:全文|更多|原文)|查看(?:全文|详情|更多)|点击|[首上下末尾][一1]?[页頁]|返回|全文|more|read)",
    0,
)
_SITE = lazy_pattern(
    r"(?:网|网站|门户|政府|频道|首页|官网|主页|局|厅|委|委员会|大学|学院|学校|中心|协会|公司|论坛|在线|列表|专栏|栏目|结果)$"
)
_ADDRESS = lazy_pattern(r"://|www\.")
_LONG_TITLE = 9
#: Characters of any kind below the title of a short article.
_WORDS = 20
_HEADINGS = frozenset(("h1", "h2", "h3"))
_PROSE = 100.0
#: A share of what the headlines hold that speaks for an article when it is prose.
_MOST = 0.8
#: So many paragraphs, one after the other, are no text about the site.
_PARAGRAPHS = 3


class Run(msgspec.Struct, frozen=True):
    """Headlines that follow each other: the indices of their lines, and where the run ends."""

    heads: tuple[int, ...]
    end: int


def headlines(outline: Outline, title: Title, *, is_dated: bool) -> tuple[Run, ...]:
    """Return the runs of headlines on a list page; none when the page may be an article.

    With *is_dated* the head of the page tells a day of publication, as articles do.
    """
    lines = outline.lines
    runs = _runs(lines, title)
    count = sum(len(run.heads) for run in runs)
    if count < _FEWEST or _has_facts(lines, title, runs):
        return ()
    inside = {n for run in runs for n in _inside(lines, run)}
    prose = sum(_prose(line) for n, line in enumerate(lines) if n not in inside)
    if _begins_with(runs, outline, title):
        return runs
    if is_dated and prose > _SENTENCE:
        return ()
    size = sum(len(lines[n].text) for n in inside)
    is_article = prose >= max(_PROSE, _MOST * size) or _is_told(lines, inside)
    return () if is_article or _has_body(outline, title, runs, size) else runs


def _is_told(lines: list[Line], inside: set[int]) -> bool:
    """Whether paragraphs of prose follow each other somewhere outside the runs."""
    for is_prose, group in groupby(range(len(lines)), lambda n: bool(_prose(lines[n]))):
        told = [_prose(lines[n]) for n in group if n not in inside] if is_prose else []
        if len(told) >= _PARAGRAPHS and sum(told) > 2 * _PROSE:
            return True
    return False


def _inside(lines: list[Line], run: Run) -> Iterator[int]:
    """Yield the lines of *run*; prose only where the headline before or after has some too."""
    ends = (*run.heads[1:], run.end)
    gaps = [range(one + 1, end) for one, end in zip(run.heads, ends, strict=True)]
    told = [any(_prose(lines[n]) for n in gap) for gap in gaps]
    yield from run.heads
    for index, gap in enumerate(gaps):
        is_summary = any(told[max(index - 1, 0) : index]) or any(told[index + 1 : index + 2])
        yield from (n for n in gap if is_summary or not _prose(lines[n]))


def entries(outline: Outline, runs: Sequence[Run], base: str) -> tuple[Entry, ...]:
    """Return what *runs* name: title, absolute address, the date beside it, the summary."""
    found: dict[str, Entry] = {}
    for run in runs:
        is_before = _date(outline.lines[run.heads[0] - 1]) is not None if run.heads[0] else False
        ends = (*run.heads[1:], run.end)
        for index, end in zip(run.heads, ends, strict=True):
            entry = _entry(outline.lines, index, end, base, is_before=is_before)
            if entry and entry.link not in found:
                found[entry.link] = entry
    return tuple(found.values())


def _entry(lines: list[Line], index: int, end: int, base: str, *, is_before: bool) -> Entry | None:
    line = lines[index]
    anchor = max(line.anchors, key=_words, default=None)
    if anchor is None:
        return None
    given = (anchor.get("href") or "").strip()
    link = link_target(given, base) or (given if _is_relative(given) else "")
    text = " ".join("".join(anchor.itertext()).split())
    full = (anchor.get("title") or "").strip()
    if text.endswith(("…", "...")) and len(full) > len(text.rstrip("….")):
        text = full
    around = [line, *([lines[index - 1]] if is_before else lines[index + 1 : end])]
    date = next(filter(None, map(_date, around)), None)
    summary = max((one.text for one in lines[index + 1 : end] if _prose(one)), key=len, default="")
    return Entry(link, text or full, date, summary) if link else None


def _words(anchor: Any) -> int:
    return len("".join(anchor.itertext()).strip())


def _is_relative(address: str) -> bool:
    return bool(address) and not address.startswith("#") and ":" not in address.split("/", 1)[0]


def _date(line: Line) -> Date | None:
    found = next(dates_in(line.text), None)
    return found.date if found else None


def _runs(lines: list[Line], title: Title) -> tuple[Run, ...]:
    heads = [n for n, line in enumerate(lines) if not line.is_furniture and _is_headline(line)]
    if len(heads) < _FEWEST:
        heads = [n for n, line in enumerate(lines) if _is_headline(line)]
    runs: list[Run] = []
    own: list[int] = heads[:1]
    for one, two in pairwise(heads):
        if not _is_near(lines, one, two, title):
            runs.append(_run(lines, own, title))
            own = []
        own.append(two)
    if own:
        runs.append(_run(lines, own, title))
    return tuple(run for run in runs if len(run.heads) >= _FEWEST)


def _is_near(lines: list[Line], one: int, two: int, title: Title) -> bool:
    between = lines[one + 1 : two]
    holds_title = one < title.first_line < two
    is_small = len(between) <= _GAP_LINES and sum(len(o.text) for o in between) <= _GAP_SIZE
    return is_small and not holds_title


def _run(lines: list[Line], heads: list[int], title: Title) -> Run:
    """Return the run of *heads*; the last has as many lines to it as the others at most."""
    gap = max((two - one for one, two in pairwise(heads)), default=1)
    end = min(heads[-1] + gap, len(lines))
    if heads[-1] < title.first_line < end:
        end = title.first_line
    return Run(tuple(heads), end)


def _is_headline(line: Line) -> bool:
    if not line.linked or _ADDRESS.search(line.text):
        return False
    bare = _DATE_LIKE.sub("", line.text).strip(" ·•[]【】()（）|-")
    is_dated = len(bare) < len(line.text.strip(" ·•[]【】()（）|-"))
    if _BUTTON.match(bare):
        return False
    if is_dated:
        return len(bare) > 1 and line.linked * 2 > len(bare)
    return line.is_linked and len(bare) >= _SHORTEST * (3 if bare.isascii() else 1)


def _prose(line: Line) -> float:
    return line.weight if line.weight > _SENTENCE and not line.is_furniture else 0.0


def _has_facts(lines: list[Line], title: Title, runs: Sequence[Run]) -> bool:
    """Whether source or time stand below the title, before any headline does."""
    if not _is_printed(lines, title):
        return False
    first = min(
        (run.heads[0] for run in runs if run.heads[0] > title.last_line), default=len(lines)
    )
    below = lines[title.last_line + 1 : min(first, title.last_line + 12)]
    return any(is_info(line.text) for line in below)


def _is_printed(lines: list[Line], title: Title) -> bool:
    """Whether *title* stands on the page, and is no headline of a list itself."""
    is_there = title.first_line >= 0
    return is_there and not any(
        line.is_linked or _is_headline(line)
        for line in lines[title.first_line : title.last_line + 1]
    )


def _begins_with(runs: Sequence[Run], outline: Outline, title: Title) -> bool:
    """Whether the first of *runs* below the title is long, and nothing stands between."""
    lines = outline.lines
    if not _is_printed(lines, title):
        return False
    first = next((run for run in runs if run.heads[0] > title.last_line), None)
    if first is None or len(first.heads) <= _FEWEST:
        return False
    is_near = first.heads[0] - title.last_line <= _GAP_LINES
    return is_near and not _is_followed(outline, title.last_line, first.heads[0])


def _has_body(outline: Outline, title: Title, runs: Sequence[Run], size: int) -> bool:
    """Whether prose, a picture or a table follows a title at once, and not headlines."""
    lines = outline.lines
    is_printed = _is_printed(lines, title)
    if is_printed and not _is_long(title.text):
        near = sum(
            map(_prose, lines[title.last_line + 1 : _next_head(runs, title.last_line, lines)])
        )
        if near >= max(_PROSE, size / 2):
            return True
    titles = {title.last_line} if is_printed and _is_long(title.text) else set()
    titles.update(n for n, line in enumerate(lines) if line.tag in _HEADINGS and _is_title(line))
    return any(_is_followed(outline, index, _next_head(runs, index, lines)) for index in titles)


def _next_head(runs: Sequence[Run], index: int, lines: list[Line]) -> int:
    return min((head for run in runs for head in run.heads if head > index), default=len(lines))


def _is_title(line: Line) -> bool:
    return not line.is_furniture and not line.linked and _is_long(line.text)


def _is_long(text: str) -> bool:
    """Whether *text* is long enough for a headline, and not the name of a site or column."""
    return len(text) >= _LONG_TITLE and _SITE.search(text) is None


def _is_followed(outline: Outline, index: int, end: int) -> bool:
    """Whether words or a picture stand between the line *index* and the line *end*."""
    below = [line for line in outline.lines[index + 1 : end] if not line.is_furniture]
    words = sum(len(line.text) - line.linked for line in below if line.weight)
    return words >= _WORDS or _has_picture(outline, index, end)


def _has_picture(outline: Outline, index: int, end: int) -> bool:
    return any(
        part.images and not part.parts and index < part.first_line <= part.last_line <= end
        for part in outline.every_part()
        if part.factor >= 0.5
    )
