"""Word documents made from small publications, opened again by python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.text.paragraph import Paragraph
from lxml import etree
from PIL import Image as Pillow

from bulletin_export.errors import FontNotFoundError
from bulletin_export.model.article import Article
from bulletin_export.model.media import MediaItem
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.template import (
    Align,
    Composition,
    Furniture,
    FurnitureLine,
    Role,
    Template,
    TextStyle,
)
from bulletin_export.typefaces import FontRole
from bulletin_export.units import Length, Measure
from bulletin_export.writers.base import WriteResult
from bulletin_export.writers.docx import DocxWriter

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W[1:-1], "a": "http://schemas.openxmlformats.org/drawingml/2006/main"}

_TITLE = TextStyle(
    font=FontRole.XIAOBIAOSONG,
    size=Length(22),
    line_pitch=Measure(1.4, "em"),
    space_after=Measure(0.5, "line"),
    align=Align.CENTRE,
    keep_with_next=True,
    page_break_before=True,
)
_HEADING = TextStyle(font=FontRole.HEI, size=Length(14), keep_with_next=True)
_BODY = TextStyle(
    font=FontRole.FANGSONG, size=Length(16), line_pitch=Measure(28, "pt"), indent=Measure(2, "em")
)
_QUOTE = TextStyle(font=FontRole.KAI, margin_left=Measure(2, "em"))
_SPECIAL = {
    Role.TITLE: _TITLE,
    Role.BODY: _BODY,
    Role.QUOTE: _QUOTE,
    Role.CAPTION: TextStyle(font=FontRole.KAI, size=Length(10.5), align=Align.CENTRE),
    Role.MISSING: TextStyle(align=Align.CENTRE, colour="#808080"),
    Role.TABLE_HEADER: TextStyle(bold=True, align=Align.CENTRE),
    Role.HEADER: TextStyle(size=Length(9)),
    Role.FOOTER: TextStyle(size=Length(14)),
}
_STYLES = {
    role: _HEADING if role.value.startswith("heading") else _SPECIAL.get(role, TextStyle())
    for role in Role
}
TEMPLATE = Template(
    name="test",
    styles=_STYLES,
    furniture=Furniture(header=FurnitureLine(left="{title}", right="{article}", rule=True)),
    composition=Composition(),
    word_fonts="gongwen",
)


class NoFonts:
    """The font book of a machine without typefaces: Word finds its own by their names."""

    def chain(self, role: FontRole, *_: Any, **__: Any) -> Any:
        raise FontNotFoundError(role=role)


def written(what: Article | Publication, template: Template = TEMPLATE) -> WriteResult:
    """Return *what* as a Word file."""
    if isinstance(what, Article):
        what = Publication(sections=(Section((what,)),), title=what.headline.title)
    return DocxWriter().write(what, template, NoFonts())


def part(result: WriteResult, name: str = "word/document.xml") -> Any:
    """Return the root element of the part *name*."""
    with zipfile.ZipFile(io.BytesIO(result.data)) as package:
        return etree.fromstring(package.read(name))


def names(result: WriteResult) -> list[str]:
    """Return the names of all parts."""
    with zipfile.ZipFile(io.BytesIO(result.data)) as package:
        return package.namelist()


def words(result: WriteResult) -> list[str]:
    """Return the words of every paragraph, in order, as python-docx and its elements give them.

    Left out are the descriptions that stand for pictures, and empty paragraphs.
    """
    document = docx.Document(io.BytesIO(result.data))
    found = []
    for element in document.element.body.iter(f"{W}p"):
        paragraph = Paragraph(element, document)
        if paragraph.style.name != "缺图说明":
            found.append("".join(_texts(element)))
    return [text for text in found if text.strip()]


def _texts(paragraph: Any) -> Iterator[str]:
    kinds = {f"{W}br": "\n", f"{W}tab": "\t"}
    for element in paragraph.iter(f"{W}t", *kinds):
        around = {a.tag for a in element.iterancestors()}
        run = next(element.iterancestors(f"{W}r"))
        if f"{W}rt" in around or run.find("w:rPr/w:rStyle[@w:val='InlineMissing']", NS) is not None:
            continue
        yield kinds.get(element.tag) or element.text or ""


def all_of(root: Any, path: str) -> list[Any]:
    """Return what XPath *path* finds in *root*."""
    return root.xpath(path, namespaces=NS)


def picture(
    width: int, height: int, form: str = "PNG", mode: str = "RGB", **options: Any
) -> MediaItem:
    """Return a picture of *width* × *height* pixels that no compressor makes very small."""
    image = Pillow.effect_noise((width, height), 40).convert(mode)
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return MediaItem.of(buffer.getvalue(), f"image/{form.lower()}")
