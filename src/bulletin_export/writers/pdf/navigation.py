"""Ways through a document: link annotations, outline, page labels.

ISO 32000-1, 12.3.2 (destinations), 12.3.3 (outline), 12.4.2 (labels), 12.5.6.5 (links).
"""

from __future__ import annotations

from collections.abc import Iterable

from bulletin_export.typesetting.layout import Anchor, Bookmark, LinkArea, Page
from bulletin_export.typesetting.numbering import roman_value
from bulletin_export.writers.pdf.objects import Objects, Raw, literal, text_string


class Destinations:
    """Where anchors lie: ``[page /XYZ left top zoom]``.

    A link may be filed before the page that it leads to: then it leads to an object that
    is filled in when that page comes.
    """

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._known: dict[str, bytes] = {}
        self._awaited: dict[str, Raw] = {}

    def add(self, page: Page, reference: bytes) -> None:
        """Take in the anchors of *page*."""
        for anchor in page.anchors:
            place = b"[%s /XYZ null %.2f null]" % (reference, _top(page, anchor))
            self._known[anchor.name] = place
            if anchor.name in self._awaited:
                self._objects.fill(self._awaited.pop(anchor.name), place)

    def get(self, name: str) -> bytes:
        """Return where *name* lies; null for what is not there."""
        return self._known.get(name, b"null")

    def to(self, name: str) -> bytes:
        """Return what leads to *name*, which is there or will be."""
        if name in self._known:
            return self._known[name]
        return self._objects.add(self._awaited.setdefault(name, Raw()))


def _top(page: Page, anchor: Anchor) -> float:
    """Return the height to go to; a turned page is shown from its upper edge."""
    return page.height - (0.0 if page.is_turned else anchor.y)


def link(area: LinkArea, page: Page, places: Destinations, key: int) -> Raw:
    """Return the annotation of *area*.

    *key* is its entry in the parent tree (ISO 14289-1, 7.18.5, wants it and the contents).
    """
    inside = area.target.startswith("#")
    x, y, width, height = page.upright(area.x, area.y, area.width, area.height)
    bottom = page.height - y - height
    return Raw(
        b"<< /Type /Annot /Subtype /Link /Rect [%.2f %.2f %.2f %.2f] /Border [0 0 0] /F 4"
        b" /StructParent %d /Contents %s %s >>"
        % (
            x,
            bottom,
            x + width,
            bottom + height,
            key,
            text_string(area.title.strip() or area.target if inside else area.target),
            b"/Dest " + places.to(area.target[1:])
            if inside
            else b"/A << /Type /Action /S /URI /URI %s >>" % literal(_ascii_address(area.target)),
        )
    )


def page_labels(labels: Iterable[str]) -> Raw:
    """Return the page labels: what each page calls itself, numbers in ranges."""
    entries: list[bytes] = []
    expected = ("", 0)
    for index, label in enumerate(labels):
        style, number = _numeral(label)
        if not style:
            entries.append(b"%d << /P %s >>" % (index, text_string(label)))
        elif (style, number) != expected:
            entries.append(b"%d << /S /%s /St %d >>" % (index, style.encode(), number))
        expected = (style, number + 1)
    return Raw(b"<< /Nums [%s] >>" % b" ".join(entries))


def _numeral(label: str) -> tuple[str, int]:
    """Return the style and the value of a label that is a number; no style for a name."""
    if label.isascii() and label.isdecimal() and not label.startswith("0"):
        return "D", int(label)
    if value := roman_value(label):
        return "r", value
    return "", 0


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
        entry = _Entry(bookmark.title, places.get(bookmark.anchor), bookmark.level)
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
        kin = b" /First %s /Last %s /Count %d" % (links[0], links[-1], _count(entry))
    entry.target.body = kin if entry.level >= 0 else b"<< /Type /Outlines%s >>" % kin


def _count(entry: _Entry) -> int:
    """Return how many entries below *entry* are shown, negative while it is closed.

    The outermost entries are open, all others closed (ISO 32000-1, 12.3.3).
    """
    if entry.level > 0:
        return -len(entry.children)
    return len(entry.children) + sum(_count(child) for child in entry.children if child.level <= 0)


def _ascii_address(address: str) -> bytes:
    if address.isascii():
        return address.encode()
    from urllib.parse import quote

    return quote(address, safe="%/:?#[]@!$&'()*+,;=-._~").encode()
