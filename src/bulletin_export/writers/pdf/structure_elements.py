"""Structure elements spelled out (ISO 32000-1, 14.7.2 and 14.8.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bulletin_export.typesetting.layout import Tag
from bulletin_export.writers.pdf.objects import text_string


class Element(NamedTuple):
    """An element that is in use.

    ``kids`` are pieces of marked content, the number of the page times 65,536 and that of
    the piece, and other tags as -1 - n.
    """

    facts: Tag
    kind: str
    parent: bytes
    kids: Sequence[int]
    #: Number of the page and reference.
    annotations: Sequence[tuple[int, bytes]] = ()
    frame: tuple[float, ...] | None = None
    #: Counts the notes of the file.
    note: int = 0


def spelled(element: Element, pages: Sequence[bytes], references: Mapping[int, bytes]) -> bytes:
    """Return the dictionary of *element*; *pages* and *references* lead to its kids."""
    own = next((kid >> 16 for kid in element.kids if kid >= 0), -1)
    body = b"<</S/%s/P %s" % (element.kind.encode(), element.parent)
    if own >= 0:
        body += b"/Pg " + pages[own]
    kids = list(_kids(element, own, pages, references))
    if len(kids) == 1:
        body += b"/K " + kids[0]
    elif kids:
        body += b"/K[%s]" % b" ".join(kids)
    if element.note:
        body += b"/ID(note-%06d)" % element.note
    facts = element.facts
    if facts.language:
        body += b"/Lang" + text_string(facts.language)
    if facts.alt:
        body += b"/Alt" + text_string(facts.alt)
    return body + _attributes(element) + b">>"


def _kids(
    element: Element, own: int, pages: Sequence[bytes], references: Mapping[int, bytes]
) -> Iterator[bytes]:
    for kid in element.kids:
        if kid < 0:
            yield references[-1 - kid]
        elif kid >> 16 == own:
            yield b"%d" % (kid & 0xFFFF)
        else:
            yield b"<</Type/MCR/Pg %s/MCID %d>>" % (pages[kid >> 16], kid & 0xFFFF)
    for page, reference in element.annotations:
        yield b"<</Type/OBJR/Pg %s/Obj %s>>" % (pages[page], reference)


def _attributes(element: Element) -> bytes:
    """Return what assistive programs ask about tables, lists and pictures."""
    facts = element.facts
    if facts.numbering:
        return b"/A<</O/List/ListNumbering/%s>>" % facts.numbering.encode()
    if element.frame:
        return b"/A<</O/Layout/Placement/Block/BBox[%.2f %.2f %.2f %.2f]>>" % element.frame
    entries = b""
    if facts.scope:
        entries += b"/Scope/" + facts.scope.encode()
    if facts.columns > 1:
        entries += b"/ColSpan %d" % facts.columns
    if facts.rows > 1:
        entries += b"/RowSpan %d" % facts.rows
    return b"/A<</O/Table%s>>" % entries if entries else b""
