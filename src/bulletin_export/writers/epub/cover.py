"""The cover of a bundle, drawn from its words: name, issue, date, publisher, what is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from bulletin_export.composition import front
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import BrokenPictureError, FontError, InvalidTemplateError
from bulletin_export.fonts.book import FontBook
from bulletin_export.fonts.chain import FontChain
from bulletin_export.model.media import MediaItem
from bulletin_export.model.publication import Publication
from bulletin_export.pictures.fitting import fitted
from bulletin_export.pictures.preparing import prepared
from bulletin_export.styling.template import Role, Template
from bulletin_export.typefaces import FontRole, LatinRole
from bulletin_export.wording import phrase
from bulletin_export.writers.epub.markup import attributes, document, one_line
from bulletin_export.writers.epub.navigation import (
    publication_title,
    spoken,
    title_of,
)
from bulletin_export.writers.epub.profile import PROFILES

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

WIDTH, HEIGHT = 1600, 2560

_MARGIN = 150
_ROOM = WIDTH - 2 * _MARGIN
#: The coloured part, from the top.
_FIELD = 1230
_PAPER, _INK, _RED = "#FBF8F1", "#262626", "#B3151B"
#: The largest and the least size of a title in one line, in two, and so on.
_TITLE_SIZES = ((250, 150), (220, 130), (170, 110), (120, 90))
_MOST_TITLES = 7
#: Of each scale of colours.
_SHADES = 64
_FULL = 255
#: The first baseline below the field, from its end.
_FIRST_LINE = 190
_COVER = {"zh": "封面", "en": "Cover"}
_INSIDE = {"zh": "本期要目", "en": "In this issue"}
_NEVER_FIRST = frozenset("，。、；：？！）》」』】”’…—·,.;:?!)")
#: What shows on every reading system.
_KINDS = frozenset({"image/png", "image/jpeg"})
#: A channel that stands out so far makes a colour.
_COLOURFUL = 32


class _Hand(NamedTuple):
    """What draws words: the sheet, a chain of faces, and the size in pixels."""

    sheet: ImageDraw
    chain: FontChain
    size: int

    def width(self, text: str) -> float:
        """Return the width of *text* in pixels."""
        runs = self.chain.itemise(text)
        return sum(face.advance(one) for face, run in runs for one in run) * self.size

    def draw(self, text: str, left: float, baseline: float) -> None:
        """Draw *text* on its *baseline*, from *left*."""
        from PIL import ImageFont

        for face, run in self.chain.itemise(text):
            font: Any = ImageFont.truetype(face.file.path, self.size, face.file.index)
            if face.file.weight:
                font.set_variation_by_axes([face.file.weight])
            self.sheet.text((left, baseline), run, _FULL, font, anchor="ls")
            left += sum(map(face.advance, run)) * self.size

    def centre(self, text: str, baseline: float) -> None:
        """Draw *text* in the middle of the sheet."""
        self.draw(text, (WIDTH - self.width(text)) / 2, baseline)

    def lines(self, text: str, room: float) -> Iterator[str]:
        """Yield *text* in lines that fit into *room*; none begins with a closing mark."""
        line = ""
        for character in text:
            if line and character not in _NEVER_FIRST and self.width(line + character) > room:
                yield line.strip()
                line = ""
            line += character
        if line.strip():
            yield line.strip()

    def cut(self, text: str, room: float) -> str:
        """Return so much of *text* as fits into *room*, with … if that is not all."""
        if self.width(text) <= room:
            return text
        while text and self.width(text + "…") > room:
            text = text[:-1]
        return text.rstrip("，、；： ") + "…"


def given_cover(template: Template) -> MediaItem:
    """Return the picture that *template* names, in a form that its reading system takes.

    Raises:
        InvalidTemplateError: It is no picture that can be used.
    """
    profile = PROFILES[template.epub.profile]
    item = MediaItem("cover", "", template.cover)
    try:
        item = fitted(prepared(item, _KINDS, four_colours=False), profile.limits)
    except BrokenPictureError as error:
        raise InvalidTemplateError(
            template=template.name,
            key="epub.cover",
            reason=phrase("no-picture", file=template.epub.cover),
            advice=phrase("wanted-picture"),
        ) from error
    suffix = "jpg" if item.media_type == "image/jpeg" else "png"
    return MediaItem(f"cover.{suffix}", item.media_type, item.data)


def cover(publication: Publication, template: Template, fonts: FontBook) -> MediaItem | Diagnostic:
    """Return the cover as a PNG of 1600 x 2560 pixels; a remark where no face sets Chinese."""
    try:
        plates = _plates(publication, fonts)
    except FontError as error:
        return Diagnostic(code="cover-not-drawn", severity=Severity.WARNING, facts=error.facts)
    return MediaItem("cover.png", "image/png", _png(plates, _field_colour(template)))


def cover_page(publication: Publication, picture: MediaItem) -> bytes:
    """Return the document that shows *picture* as the cover."""
    title = spoken(_COVER, publication.language)
    words = (title, publication_title(publication), front.issue_line(publication))
    alt = one_line(" ".join(filter(None, words)))
    body = (
        f'<section epub:type="cover" class="cover"{attributes(aria_label=title)}>\n'
        f'<img src="pictures/{picture.name}"{attributes(alt=alt)}/>\n</section>'
    )
    return document(title, publication.language, body)


class _Plates(NamedTuple):
    """What is printed, a byte a pixel: 0 for nothing, 255 for full colour."""

    #: In the colour of the paper, on the coloured field.
    field: Image
    #: On the paper below it: in ink, and in the colour of the field.
    ink: Image
    colour: Image


def _plates(publication: Publication, fonts: FontBook) -> _Plates:
    from PIL import Image
    from PIL.ImageDraw import Draw

    below = (WIDTH, HEIGHT - _FIELD)
    plates = _Plates(Image.new("L", (WIDTH, _FIELD)), Image.new("L", below), Image.new("L", below))
    field, ink, colour = map(Draw, plates)

    def hand(sheet: ImageDraw, role: FontRole, size: int) -> _Hand:
        return _Hand(sheet, fonts.chain(role, LatinRole.OWN), size)

    field.rectangle((_MARGIN, _FIELD - 90, WIDTH - _MARGIN, _FIELD - 86), _FULL)
    _draw_title(partial(hand, field, FontRole.XIAOBIAOSONG), publication_title(publication))
    small = hand(field, FontRole.KAI, 68)
    small.centre(small.cut(front.issue_line(publication), _ROOM), _FIELD - 140)
    label = spoken(_INSIDE, publication.language)
    hand(colour, FontRole.HEI, 50).draw(label, _MARGIN, _FIRST_LINE)
    _draw_contents(hand(ink, FontRole.SONG, 60), colour, publication)
    foot = hand(ink, FontRole.HEI, 54)
    foot.centre(foot.cut(one_line(publication.publisher), _ROOM), HEIGHT - _FIELD - 130)
    return plates


def _draw_title(hand: Callable[[int], _Hand], title: str) -> None:
    """Draw *title* in the middle of the field: in few lines of like length, large."""
    length = hand(1).width(title) or 1.0
    for count, (largest, least) in enumerate(_TITLE_SIZES, 1):
        size = int(min(largest, _ROOM * count / (length + (count > 1))))
        if size >= least:
            break
    pen = hand(max(size, least))
    room = min(_ROOM, length * pen.size / count + pen.size)
    lines = list(pen.lines(title, _ROOM if count == 1 else room))
    if len(lines) > len(_TITLE_SIZES):
        kept = lines[: len(_TITLE_SIZES) - 1]
        lines = [*kept, pen.cut("".join(lines[len(kept) :]), _ROOM)]
    pitch = pen.size * 1.32
    baseline = (_FIELD - 140) / 2 - (len(lines) - 1) * pitch / 2 + pen.size * 0.36
    for number, line in enumerate(lines):
        pen.centre(line, baseline + number * pitch)


def _draw_contents(pen: _Hand, marks: ImageDraw, publication: Publication) -> None:
    for number, article in enumerate(islice(publication.heads(), _MOST_TITLES), 1):
        baseline = _FIRST_LINE + 128 * number
        marks.rectangle((_MARGIN, baseline - 34, _MARGIN + 20, baseline - 14), _FULL)
        title = title_of(article, publication.language)
        pen.draw(pen.cut(title, _ROOM - 60), _MARGIN + 60, baseline)


def _field_colour(template: Template) -> str:
    """Return the colour of the publication's title if it has one, else a red of the press."""
    said = template.style(Role.PUBLICATION_TITLE).colour
    channels = [int(said[at : at + 2], 16) for at in (1, 3, 5)]
    return said if max(channels) - min(channels) >= _COLOURFUL else _RED


def _png(plates: _Plates, field: str) -> bytes:
    """Return the plates printed over each other, as a PNG of few colours.

    A palette of three scales takes a third of the memory of three channels.
    """
    from PIL import Image, ImageChops

    ink = plates.ink.point([_SHADES + (value >> 2) for value in range(256)])
    colour = plates.colour.point(
        [2 * _SHADES + (value >> 2) if value else 0 for value in range(256)]
    )
    whole = Image.new("L", (WIDTH, HEIGHT))
    whole.paste(plates.field.point([value >> 2 for value in range(256)]), (0, 0))
    whole.paste(ImageChops.lighter(ink, colour), (0, _FIELD))
    scales = ((field, _PAPER), (_PAPER, _INK), (_PAPER, field))
    whole.putpalette([channel for ends in scales for channel in _scale(*ends)])
    written = BytesIO()
    whole.save(written, "PNG", compress_level=6)
    return written.getvalue()


def _scale(first: str, last: str) -> Iterator[int]:
    """Yield red, green and blue of the shades from *first* to *last*."""
    ends = [[int(one[at : at + 2], 16) for at in (1, 3, 5)] for one in (first, last)]
    for shade in range(_SHADES):
        for start, end in zip(*ends, strict=True):
            yield start + (end - start) * shade // (_SHADES - 1)
