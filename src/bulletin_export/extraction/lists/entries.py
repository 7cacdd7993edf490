"""What a page of headlines names: an entry for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bulletin_export.extraction.addresses import link_target
from bulletin_export.extraction.lists.headlines import Run, prose
from bulletin_export.extraction.metadata.dates import dates_in
from bulletin_export.extraction.outline import Line, Outline
from bulletin_export.model.article import Date
from bulletin_export.model.listing import Entry


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
    summary = max((one.text for one in lines[index + 1 : end] if prose(one)), key=len, default="")
    return Entry(link, text or full, date, summary) if link else None


def _words(anchor: Any) -> int:
    return len("".join(anchor.itertext()).strip())


def _is_relative(address: str) -> bool:
    return bool(address) and not address.startswith("#") and ":" not in address.split("/", 1)[0]


def _date(line: Line) -> Date | None:
    found = next(dates_in(line.text), None)
    return found.date if found else None
