"""Running heads and feet, with fields that Word counts and fills by itself."""

from __future__ import annotations

import re

from msgspec.structs import replace

from bulletin_export.composition import front
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import FurnitureLine, Role, Template
from bulletin_export.writers.docx.content.runs import text_runs
from bulletin_export.writers.docx.content.titles import em_width
from bulletin_export.writers.docx.markup import DECLARATION, NAMESPACES, field, paragraph, value
from bulletin_export.writers.docx.roles import STYLE_NAMES, style_id

_FIELD = re.compile(r"\{(page|pages|title|article|section|date)\}")
_ELLIPSIS = "…"
_TAB = "<w:r><w:tab/></w:r>"
_EDGE = {Role.HEADER: "bottom", Role.FOOTER: "top"}
_ROOT = {Role.HEADER: "hdr", Role.FOOTER: "ftr"}


def furniture_xml(role: Role, template: Template, publication: Publication) -> str:
    """Return the part for the head or foot (§17.10) of *template*."""
    furniture = template.furniture
    line = furniture.header if role is Role.HEADER else furniture.footer
    line = _without_repetition(line, publication)
    properties = _layout(line, template.page.measure.twips)
    if line.rule:
        edge = f'<w:{_EDGE[role]} w:val="single" w:sz="4" w:space="1" w:color="auto"/>'
        properties["pBdr"] = f"<w:pBdr>{edge}</w:pBdr>"
    parts = _parts(line)
    room = template.page.measure.pt / template.style(role).size.pt / max(1, sum(map(bool, parts)))
    content = _TAB.join(_filled(part, publication, room) for part in parts)
    body = paragraph(style_id(role), content, properties)
    root = f"w:{_ROOT[role]}"
    return f"{DECLARATION}<{root} {NAMESPACES}>{body}</{root}>"


def _without_repetition(line: FurnitureLine, publication: Publication) -> FurnitureLine:
    """Return *line* for a lone article, which is its own publication: its title is said once."""
    titles = [article.headline.title for article in publication.heads()]
    if titles != [publication.title]:
        return line
    said = [part.replace("{article}", "{title}") for part in (line.left, line.centre, line.right)]
    parts = ["" if part in said[:n] else part for n, part in enumerate(said)]
    return replace(line, left=parts[0], centre=parts[1], right=parts[2])


def _parts(line: FurnitureLine) -> tuple[str, ...]:
    """What stands between tabs; a single part needs none."""
    filled = [part for part in (line.left, line.centre, line.right) if part]
    return tuple(filled) if len(filled) == 1 else (line.left, line.centre, line.right)


def _layout(line: FurnitureLine, width: int) -> dict[str, str]:
    match (bool(line.left), bool(line.centre), bool(line.right)):
        case (_, False, False):
            return {"jc": value("left")}
        case (False, True, False):
            return {"jc": value("center")}
        case (False, False, True):
            return {"jc": value("right")}
    centre = f'<w:tab w:val="center" w:pos="{width // 2}"/>'
    right = f'<w:tab w:val="right" w:pos="{width}"/>'
    return {"tabs": f"<w:tabs>{centre}{right}</w:tabs>", "jc": value("left")}


def _filled(text: str, publication: Publication, room: float) -> str:
    """Return *text* as runs, its names in braces replaced by fields or words.

    The publication's title is cut to *room*, in em: a running head has one line.
    """
    pieces = _FIELD.split(text)
    return "".join(
        _field(piece, publication, room) if odd % 2 else text_runs(piece)
        for odd, piece in enumerate(pieces)
    )


def _field(name: str, publication: Publication, room: float) -> str:
    match name:
        case "page":
            return field("PAGE", "1")
        case "pages":
            return field("NUMPAGES", "1")
        case "title":
            return text_runs(_cut(publication.title, room))
        case "date":
            return text_runs(front.issue_date(publication))
        case "article":
            # The number stands for the built-in heading in every language of Word.
            titles = (article.headline.title for article in publication.heads())
            return field("STYLEREF 1", next(titles, ""))
        case _:
            titles = (section.title for section in publication.sections if section.title)
            first = next(titles, "")
            style = STYLE_NAMES[Role.SECTION_TITLE].name
            return field(f'STYLEREF "{style}"', first) if first else ""


def _cut(text: str, room: float) -> str:
    if em_width(text) <= room:
        return text
    while text and em_width(text + _ELLIPSIS) > room:
        text = text[:-1]
    return text.rstrip() + _ELLIPSIS
