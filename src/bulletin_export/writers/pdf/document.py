"""A laid-out publication as a PDF file: pages, navigation, information.

The objects are filed by reportlab; the file depends on nothing but its arguments.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableSequence, Sequence

from bulletin_export.fonts.face import FaceFile, FontFace
from bulletin_export.model.publication import Publication
from bulletin_export.typesetting.layout import Layout, Leaf, Page, Tag
from bulletin_export.typesetting.pages import Flow
from bulletin_export.writers.pdf.attachments import attach
from bulletin_export.writers.pdf.codes import DrawnCode
from bulletin_export.writers.pdf.colour import Colours, ink, output_intent
from bulletin_export.writers.pdf.content import Marks, PageContent
from bulletin_export.writers.pdf.facts import Facts, facts_of, information
from bulletin_export.writers.pdf.images import Picture
from bulletin_export.writers.pdf.navigation import (
    Destinations,
    link,
    outline,
    page_labels,
)
from bulletin_export.writers.pdf.objects import Objects, Raw, stream, text_string
from bulletin_export.writers.pdf.structure import Structure
from bulletin_export.writers.pdf.type0 import EmbeddedFont
from bulletin_export.writers.pdf.xmp import packet


def paint(
    layout: Layout | Flow,
    publication: Publication,
    pictures: Mapping[str, Picture | DrawnCode] | None = None,
    colours: Colours = "screen",
    *,
    is_archival: bool = True,
) -> bytes:
    """Return *layout* as a PDF file; *pictures* are those it places, by their media name.

    Of a `Flow`, pages are filed as they leave it, and forgotten. The file claims to be PDF/A
    unless it is not *archival*, for what is done to it afterwards.
    """
    painting = _Painting(layout, publication, pictures or {}, colours)
    return painting.finished(is_archival=is_archival)


class _Painting:
    """One file while it is painted."""

    def __init__(
        self,
        layout: Layout | Flow,
        publication: Publication,
        pictures: Mapping[str, Picture | DrawnCode],
        colours: Colours,
    ) -> None:
        self._layout = layout
        self._publication = publication
        self._pictures = pictures
        self._colours: Colours = colours
        self._ink = ink(colours)
        self._placed: dict[str, tuple[bytes, bytes]] = {}
        #: A face and its thickened self share one font.
        self._fonts: dict[FaceFile, EmbeddedFont] = {}
        self._font_of_face: dict[FontFace, EmbeddedFont] = {}
        self._objects = Objects()
        self._structure = Structure(_growing(layout.tags), self._objects)
        self._places = Destinations(self._objects)
        #: What pages call themselves, and how many stand before the first article.
        self._labels: list[str] = []
        self._fronts = 0
        #: Running heads and feet that come when all pages are there.
        self._feet: list[Raw] = []
        #: Shared by all pages; filled in when all fonts and pictures are known.
        self._resources = Raw()

    def finished(self, *, is_archival: bool) -> bytes:
        """Paint everything and return the file."""
        for leaf in self._layout.leaves():
            self._add(leaf)
            for tags in leaf.settled:
                self._structure.close(tags)
        for target, page in zip(self._feet, self._layout.late_feet(), strict=True):
            self._objects.fill(target, self._content(page)[0])
        self._structure.finish()
        self._objects.fill(self._resources, self._spelled_resources())
        self._fill_catalogue()
        facts = facts_of(self._publication)
        attach(self._publication.attachments, facts.moment, self._objects)
        self._describe(facts, is_archival=is_archival)
        return self._objects.written(information(facts))

    def _add(self, leaf: Leaf) -> None:
        """File a page and all that it needs."""
        page, target, add = leaf.page, Raw(), self._objects.add
        place = self._fronts if leaf.is_front else len(self._labels)
        self._fronts += leaf.is_front
        self._labels.insert(place, page.label)
        reference = self._objects.add_page(target, place)
        self._places.add(page, reference)
        links = list(self._links(page))
        content, marks = self._content(page)
        contents = add(content)
        if leaf.has_late_feet:
            self._feet.append(Raw())
            contents = b"[%s %s]" % (contents, add(self._feet[-1]))
        entries = b"<< /Type /Page /Parent %s /MediaBox [0 0 %.2f %.2f]%s%s /Contents %s%s >>" % (
            self._objects.page_tree,
            page.width,
            page.height,
            b" /Resources " + add(self._resources),
            self._structure.add_page(reference, marks),
            contents,
            b" /Annots [%s]" % b" ".join(links) if links else b"",
        )
        self._objects.fill(target, entries)

    def _content(self, page: Page) -> tuple[Raw, Marks]:
        """Return the content of *page*, and what it belongs to."""
        painting = PageContent(page, self._font_of, self._picture_named, self._ink)
        content = painting.written()
        self._objects.sign(content)
        return stream(content), painting.marks

    def _links(self, page: Page) -> Iterator[bytes]:
        """Add the annotations of *page*; yield their references."""
        for area in page.links:
            annotation = link(area, page, self._places, self._structure.next_key)
            reference = self._objects.add(annotation)
            self._structure.add_link(reference, area.tag)
            yield reference

    def _font_of(self, face: FontFace) -> EmbeddedFont:
        font = self._font_of_face.get(face)
        if font is None:
            resource = b"F%d" % (len(self._fonts) + 1)
            font = self._fonts.setdefault(face.file, EmbeddedFont(face, resource))
            self._font_of_face[face] = font
        return font

    def _picture_named(self, media: str) -> bytes | None:
        if media not in self._placed:
            picture = self._pictures.get(media)
            if picture is None:
                return None
            resource = b"P%d" % (len(self._placed) + 1)
            self._placed[media] = (resource, picture.add_to(self._objects))
            self._objects.sign(media.encode())
        return self._placed[media][0]

    def _spelled_resources(self) -> bytes:
        fonts = [b"/%s %s" % (one.resource, one.add_to(self._objects))
                 for one in self._fonts.values()]  # fmt: skip
        pictures = [b"/%s %s" % placed for placed in self._placed.values()]
        both = (b" ".join(fonts), b" ".join(pictures))
        return b"<< /Font << %s >> /XObject << %s >> >>" % both

    def _fill_catalogue(self) -> None:
        self._objects.set_catalogue(
            Lang=text_string(self._publication.language),
            ViewerPreferences=Raw(b"<< /DisplayDocTitle true >>"),
            PageLabels=page_labels(self._labels),
        )
        if self._layout.bookmarks:
            tree = outline(self._layout.bookmarks, self._places, self._objects)
            self._objects.set_catalogue(Outlines=tree, PageMode=b"/UseOutlines")

    def _describe(self, facts: Facts, *, is_archival: bool) -> None:
        """Say what the file is, and what its colours mean (ISO 19005-2, 6.2.3 and 6.6)."""
        intent = self._objects.add(output_intent(self._colours, self._objects))
        # Only the third part allows files inside (ISO 19005-3).
        part = 3 if self._publication.attachments else 2
        xmp = packet(facts, part if is_archival else None)
        self._objects.sign(xmp)
        # Not deflated: whoever looks for it need not understand PDF.
        entries = b"/Type /Metadata /Subtype /XML"
        self._objects.set_catalogue(
            Metadata=stream(xmp, entries, is_deflated=True),
            OutputIntents=b"[%s]" % intent,
        )


def _growing(tags: Sequence[Tag]) -> MutableSequence[Tag]:
    """Return *tags* themselves while layout adds to them, else others like them."""
    return tags if isinstance(tags, MutableSequence) else list(tags)
