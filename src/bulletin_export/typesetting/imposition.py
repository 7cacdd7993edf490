"""Finished pages on larger sheets, for the press; nothing is set anew."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from bulletin_export.typesetting.layout import Layout, Page
from bulletin_export.typesetting.moving import joined, moved_page, upright

#: A sheet folded once has so many pages.
_FOLDED = 4
_NO_PAGE = "–"


def booklet(layout: Layout) -> Layout:
    """Return *layout* as the sides of sheets to be printed on both, folded and stapled.

    Two pages a side, each sheet twice as wide as the page: the outer side of the outermost
    sheet first, last page left and first page right, then its inner side, and so inwards.
    Blank pages at the end make the number a multiple of four. Bookmarks and the logical
    structure stay, so does the order of reading; each side is called after its pages.
    """
    return replace(layout, pages=tuple(_sides(layout.pages)))


def _sides(pages: tuple[Page, ...]) -> Iterator[Page]:
    width = max(page.width for page in pages)
    height = max(page.height for page in pages)
    count = -(-len(pages) // _FOLDED) * _FOLDED
    blank = Page(width, height, _NO_PAGE)
    padded = [*pages, *[blank] * (count - len(pages))]
    for outer in range(count // 2):
        low, high = padded[outer], padded[count - 1 - outer]
        # The first page lies right: outer sides have the higher one left, inner sides right.
        pair = (low, high) if outer % 2 else (high, low)
        left = width if outer % 2 else 0.0
        side = _side(*pair, width, height)
        yield replace(side, read_later=(left, left + width))


def _side(left: Page, right: Page, width: float, height: float) -> Page:
    left = moved_page(upright(left), (width - left.width) / 2)
    right = moved_page(upright(right), width + (width - right.width) / 2)
    side = joined(left, right)
    return replace(side, width=2 * width, height=height, label=f"{left.label}, {right.label}")
