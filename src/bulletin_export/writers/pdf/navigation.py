"""Ways through a document: link annotations, outline, page labels.

ISO 32000-1, 12.3.2 (destinations), 12.3.3 (outline), 12.4.2 (labels), 12.5.6.5 (links).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bulletin_export.typesetting.layout import Bookmark, LinkArea, Page
from bulletin_export.writers.pdf.objects import Objects, Raw, literal, text_string

#: Anchor to where it lies: ``[page /XYZ left top zoom]``.
Destinations = Mapping[str, bytes]


def destinations(pages: Iterable[tuple[Page, bytes]]) -> Destinations:
    """Return every anchor of *pages*, each with the reference of its page."""
    return {
        anchor.name: b"[%s /XYZ null %.2f null]" % (page_reference, page.height - anchor.y)
        for page, page_reference in pages
        for anchor in page.anchors
    }


def link(area: LinkArea, page: Page, places: Destinations, key: int) -> Raw | None:
    """Return the annotation of *area*; None if it leads to a place that is not there.

    *key* is its entry in the parent tree (ISO 14289-1, 7.18.5, wants it and the contents).
    """
    inside = area.target.startswith("#")
    place = places.get(area.target[1:]) if inside else None
    if inside and place is None:
        return None
    bottom = page.height - area.y - area.height
    return Raw(
        b"<< /Type /Annot /Subtype /Link /Rect [%.2f %.2f %.2f %.2f] /Border [0 0 0] /F 4"
        b" /StructParent %d /Contents %s %s >>"
        % (
            area.x,
            bottom,
            area.x + area.width,
            bottom + area.height,
            key,
            text_string(area.title.strip() or area.target if inside else area.target),
            b"/Dest " + place
            if place
            else b"/A << /Type /Action /S /URI /URI %s >>" % literal(_ascii_address(area.target)),
        )
    )


def page_labels(pages: Sequence[Page]) -> Raw:
    """Return the page labels: what each page calls itself, numbers in ranges."""
    entries: list[bytes] = []
    expected = ""
    for index, page in enumerate(pages):
        label = page.label
        is_number = label.isascii() and label.isdecimal() and not label.startswith("0")
        if not is_number:
            entries.append(b"%d << /P %s >>" % (index, text_string(label)))
        elif label != expected:
            entries.append(b"%d << /S /D /St %s >>" % (index, label.encode()))
        expected = str(int(label) + 1) if is_number else ""
    return Raw(b"<< /Nums [%s] >>" % b" ".join(entries))


class _Entry:
    """An entry of the outline, before it is spelled out."""

    def __init__(self, title: str, place: bytes, level: int) -> None:
        self.title = title
        self.place = place
        self.level = level
        self.children: list[_Entry] = []
        self.target = Raw()


def outline(bookmarks: Iterable[Bookmark], places: Destinations, objects: Objects) -> Raw:
    """Add the outline of *bookmarks* to *objects*; levels that are skipped are closed up."""
    root = _Entry("", b"", -1)
    open_entries = [root]
    for bookmark in bookmarks:
        entry = _Entry(bookmark.title, places.get(bookmark.anchor, b"null"), bookmark.level)
        while open_entries[-1].level >= bookmark.level:
            open_entries.pop()
        open_entries[-1].children.append(entry)
        open_entries.append(entry)
    _spell(root, objects)
    return root.target


def _spell(entry: _Entry, objects: Objects) -> None:
    """Fill in the children of *entry*, and *entry*'s own references to them."""
    own = objects.add(entry.target)
    links = [objects.add(child.target) for child in entry.children]
    for child in entry.children:
        _spell(child, objects)
    neighbours = zip([b"", *links], [*links[1:], b""], strict=False)
    for child, (before, after) in zip(entry.children, neighbours, strict=False):
        body = b"<< /Title %s /Parent %s /Dest %s" % (text_string(child.title), own, child.place)
        body += b" /Prev " + before if before else b""
        body += b" /Next " + after if after else b""
        child.target.body = body + child.target.body + b" >>"
    kin = b""
    if links:
        kin = b" /First %s /Last %s /Count %d" % (links[0], links[-1], _size(entry))
    entry.target.body = kin if entry.title else b"<< /Type /Outlines%s >>" % kin


def _size(entry: _Entry) -> int:
    return sum(1 + _size(child) for child in entry.children)


def _ascii_address(address: str) -> bytes:
    if address.isascii():
        return address.encode()
    from urllib.parse import quote

    return quote(address, safe="%/:?#[]@!$&'()*+,;=-._~").encode()
