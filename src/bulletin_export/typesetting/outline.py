"""Bookmarks: sections, articles, headings, each one level at most below its forerunner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bulletin_export.typesetting.layout import Bookmark


def nested(headings: Iterable[Bookmark], level: int) -> Iterator[Bookmark]:
    """Yield *headings* with levels from *level* on; ranks that are skipped leave no gap."""
    ranks: list[int] = []
    for heading in headings:
        while ranks and ranks[-1] >= heading.level:
            ranks.pop()
        yield Bookmark(level + len(ranks), heading.title, heading.anchor)
        ranks.append(heading.level)
