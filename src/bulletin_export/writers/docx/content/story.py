"""What is known while a document is being written.

A *story* (ISO/IEC 29500-1 §11.2) is one flow of text with relationships of its own:
the body, or the footnotes. Both share one document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from bulletin_export.composition.alternative_text import alternative_text
from bulletin_export.composition.links import external
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import BrokenPictureError
from bulletin_export.fonts.book import FontBook
from bulletin_export.model.nodes import Image, Inline, Link, Note
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Role, Template, TextStyle
from bulletin_export.typefaces import FontRole
from bulletin_export.units import Length
from bulletin_export.writers.docx.content.drawings import Drawing, Picture, PictureParts
from bulletin_export.writers.docx.content.places import InnerLinks, fragment
from bulletin_export.writers.docx.markup import Properties, escaped
from bulletin_export.writers.docx.parts.character_styles import CharacterLook, CharacterStyles
from bulletin_export.writers.docx.parts.derived_styles import DerivedStyles
from bulletin_export.writers.docx.parts.numbering import Numbering
from bulletin_export.writers.docx.parts.relationships import Relationships
from bulletin_export.writers.docx.roles import FIRST_NOTE, NoteKind, note_kind

if TYPE_CHECKING:
    from bulletin_export.composition.caption_numbers import Captions
    from bulletin_export.composition.heading_numbers import Outline

_STYLE = 'w:val="'
#: Word shows no more of a screen tip.
_LONGEST_TIP = 260


class Document(msgspec.Struct):
    """What all stories of one file share."""

    template: Template
    pictures: PictureParts
    fonts: FontBook
    character_styles: CharacterStyles
    styles: DerivedStyles
    numbering: Numbering
    #: Notes in order of their marks, each with the article it stands in.
    notes: list[tuple[Note, str]] = msgspec.field(default_factory=list)
    diagnostics: list[Diagnostic] = msgspec.field(default_factory=list)
    #: The title of the article that is being written.
    where: str = ""
    #: Fragment of an address to bookmark, for links inside the article.
    places: Mapping[str, str] = msgspec.field(default_factory=dict)
    #: Where links to other articles lead.
    inner: InnerLinks = InnerLinks()
    #: Of the publication (BCP 47).
    language: str = "zh-CN"
    #: What the headings and the captions of that article count.
    outline: Outline | None = None
    captions: Captions | None = None
    #: The instance that counts those headings; 0 before the first of them.
    _headings: int = 0
    drawings: int = 0
    bookmarks: int = 0

    @classmethod
    def of(cls, publication: Publication, template: Template, fonts: FontBook) -> Document:
        """Return what is known of *publication* before anything is written."""
        return cls(
            template,
            PictureParts(publication.media, template),
            fonts,
            CharacterStyles(template),
            DerivedStyles(template),
            Numbering(template),
            inner=InnerLinks.of(publication),
            language=publication.language,
        )

    @property
    def note_kind(self) -> NoteKind:
        """Where the notes of this document stand."""
        return note_kind(self.template.composition)

    def remark(self, code: str, severity: Severity = Severity.WARNING, **facts: str | int) -> None:
        """Note that something is not as it should be."""
        self.diagnostics.append(
            Diagnostic(code=code, severity=severity, where=self.where, facts=facts)
        )

    def begin_outline(self) -> None:
        """The headings that follow count anew."""
        self.outline = None
        self._headings = 0

    def heading_list(self) -> int:
        """Return the number (``w:numId``) of the list that the headings of this article are."""
        self._headings = self._headings or self.numbering.headings()
        return self._headings

    def bookmark(self, name: str, content: str = "") -> str:
        """Return *content* with the bookmark *name* around it."""
        self.bookmarks += 1
        return (
            f'<w:bookmarkStart w:id="{self.bookmarks}" w:name="{name}"/>{content}'
            f'<w:bookmarkEnd w:id="{self.bookmarks}"/>'
        )


class Story:
    """One flow of text, and what it refers to."""

    def __init__(self, document: Document, *, holds_notes: bool = True) -> None:
        self.document = document
        self.relationships = Relationships()
        #: The space a picture may take here, width and height in twips.
        self.frame = (0, 0)
        #: Size and face of the type that surrounds a run.
        self.size: Length = document.template.style(Role.BODY).size
        self.font: FontRole = document.template.style(Role.BODY).font
        #: How high a picture may be: a page, less two lines for its caption.
        self.depth = picture_depth(document.template)
        #: A run with a picture that stands beside the next paragraph.
        self.waiting = ""
        self._holds_notes = holds_notes
        self._is_in_link = False
        #: The relationship of the link that is open, or nothing.
        self._link = ""

    def stand_in(self, look: TextStyle) -> None:
        """What is written next stands in text of *look*."""
        self.size, self.font = look.size, look.font

    def styled(self, looks: Properties, more: str | CharacterLook) -> dict[str, str]:
        """Return *looks* of a run, its character style joined with *more*."""
        own = looks.get("rStyle", "")[len(_STYLE) : -1]
        joined = self.document.character_styles.joined(own, more)
        return {**looks, "rStyle": f'{_STYLE}{joined}"'}

    def unstyled(self, looks: Properties, less: str) -> dict[str, str]:
        """Return *looks* of a run without the look *less* in its character style."""
        own = looks.get("rStyle", "")[len(_STYLE) : -1]
        left = self.document.character_styles.without(own, less)
        style = {"rStyle": f'{_STYLE}{left}"'} if left else {}
        return {**{name: one for name, one in looks.items() if name != "rStyle"}, **style}

    def picture(
        self, image: Image, caption: Iterable[Inline] = (), *, is_beside: bool = False
    ) -> str:
        """Return a run with *image*, or nothing if it cannot be shown.

        Its *caption* describes it where nothing else does. *is_beside* says that text stands
        to its left.
        """
        document = self.document
        try:
            picture = document.pictures.picture(image.media)
        except KeyError:
            name = image.address or image.media or image.alt
            document.remark("image-missing", Severity.WARNING, image=name)
            return ""
        except BrokenPictureError as error:
            document.remark(error.code, Severity.WARNING, **error.facts)
            return ""
        size = picture.fitted(self.frame)
        document.pictures.printed(picture, size[0])
        drawing = self.drawing(picture, alternative_text(image, caption, document.language), size)
        return drawing.beside() if is_beside else drawing.inline()

    def drawing(self, picture: Picture, alt: str, size: tuple[int, int]) -> Drawing:
        """Return *picture* as it is used here, with a number of its own."""
        self.document.drawings += 1
        relationship = self.relationships.image(picture.target)
        number = self.document.drawings
        return Drawing(picture, relationship, self._link, number, alt, size)

    def natural_size(self, name: str) -> tuple[int, int]:
        """Return width and height in twips of the picture called *name*; zero if it is none."""
        try:
            return self.document.pictures.picture(name).natural_size
        except (KeyError, BrokenPictureError):
            return 0, 0

    def note_number(self, note: Note) -> int:
        """Return the number of *note*, or 0 where no note can be."""
        if not self._holds_notes:
            return 0
        notes = self.document.notes
        notes.append((note, self.document.where))
        return len(notes) - 1 + FIRST_NOTE

    def enter_link(self, link: Link) -> str:
        """Return the start tag of *link*, or nothing where it would lead nowhere.

        A link inside a link leads where the outer one does. After content and end tag
        comes `leave_link`.
        """
        if self._is_in_link:
            return ""
        destination = self._destination(link.target)
        if not destination:
            self.document.remark("link-dropped", target=link.target)
            return ""
        self._is_in_link = True
        tip = f' w:tooltip="{escaped(link.title[:_LONGEST_TIP])}"' if link.title else ""
        return f'<w:hyperlink {destination}{tip} w:history="1">'

    def leave_link(self) -> None:
        """The link that was entered is over."""
        self._is_in_link, self._link = False, ""

    def _destination(self, target: str) -> str:
        if target.startswith("#"):
            name = self.document.places.get(fragment(target))
            return f'w:anchor="{name}"' if name else ""
        if name := self.document.inner.bookmark(target):
            return f'w:anchor="{name}"'
        address = external(target)
        if not address:
            return ""
        self._link = self.relationships.hyperlink(address)
        return f'r:id="{self._link}"'


def picture_depth(template: Template) -> int:
    """Return how high a picture may be on the pages of *template*, in twips."""
    room = template.page.depth.twips
    return max(room // 2, room - 2 * template.style(Role.CAPTION).pitch.twips)
