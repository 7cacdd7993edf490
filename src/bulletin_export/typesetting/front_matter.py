"""The pages before the first article: cover, and the list of contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from bulletin_export.model.publication import Publication
from bulletin_export.typesetting import contents
from bulletin_export.typesetting.paging import fill
from bulletin_export.typesetting.setting import Setting
from bulletin_export.typesetting.sheet import Sheet
from bulletin_export.typesetting.strips import Strip


class FrontMatter(msgspec.Struct, frozen=True):
    """Sheets before the first article; those whose index is *bare* have no head and foot."""

    sheets: Sequence[Sheet] = ()
    bare: frozenset[int] = frozenset()


def front_matter(
    publication: Publication, head: Sequence[Strip], body: Sequence[Sheet], setting: Setting
) -> FrontMatter:
    """Return cover and contents of *publication*, *head* above the contents.

    *body* are the sheets that the contents lead to. Where leaves are printed on both sides,
    contents and first article begin on the front of one, where odd numbers belong.
    """
    template, furniture = setting.template, setting.template.furniture
    is_duplex = furniture.mirrored or template.page.mirrored or template.pdf.impose == "booklet"
    sheets, bare = [], set()
    if furniture.cover == "page":
        from bulletin_export.typesetting.cover import cover

        sheets.append(cover(publication, setting))
        bare.add(0)
        if is_duplex:
            bare.add(1)
            sheets.append(Sheet())
    if publication.has_contents:
        sheets += _contents(publication, head, body, len(sheets), setting)
    if is_duplex and furniture.front_numbers != "continue" and len(sheets) % 2:
        bare.add(len(sheets))
        sheets.append(Sheet())
    return FrontMatter(sheets, frozenset(bare))


def _contents(
    publication: Publication,
    head: Sequence[Strip],
    body: Sequence[Sheet],
    before: int,
    setting: Setting,
) -> list[Sheet]:
    """Return the list of contents; how many sheets it takes does not hang on the numbers."""
    entries = contents.entries(publication, setting)
    first = 1
    if setting.template.furniture.front_numbers == "continue":
        unnumbered = [strip for entry in entries for strip in entry.strips]
        first += before + len(fill([*head, *unnumbered], setting.frame))
    page_of = _numbers(body, first)
    strips = [
        strip
        for entry in entries
        for strip in contents.numbered(entry, page_of.get(f"article-{entry.article}", ""), setting)
    ]
    return fill([*head, *strips], setting.frame)


def _numbers(body: Sequence[Sheet], first: int) -> Mapping[str, str]:
    """Return the number of the page on which each anchor of *body* lies."""
    return {
        anchor.name: str(number)
        for number, sheet in enumerate(body, first)
        for anchor in sheet.anchors
    }
