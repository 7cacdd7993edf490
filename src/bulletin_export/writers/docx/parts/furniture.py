"""Running heads and feet, with fields that Word counts and fills by itself.

Each section names all its parts, blank ones too: Word takes what is not named from the
section before. Parts that say the same are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec.structs import replace

from bulletin_export.composition import front
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import FurnitureLine, Role, Template
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.content.runs import text_runs
from bulletin_export.writers.docx.markup import DECLARATION, NAMESPACES, field, paragraph
from bulletin_export.writers.docx.parts.page_styles import even_side, line_of, turned_tabs
from bulletin_export.writers.docx.parts.watermark import NAMESPACES as DRAWN
from bulletin_export.writers.docx.parts.watermark import watermark_run
from bulletin_export.writers.docx.roles import STYLE_NAMES, style_id
from bulletin_export.writers.docx.sections import Pages, Plan, Section
from bulletin_export.writers.docx.widths import em_width

Kind = Literal["default", "even", "first"]

_FIELD = re.compile(r"\{(page|pages|title|article|section|date)\}")
_ELLIPSIS = "…"
_TAB = "<w:r><w:tab/></w:r>"
_NAME = {Role.HEADER: "header", Role.FOOTER: "footer"}
_ROOT = {Role.HEADER: "hdr", Role.FOOTER: "ftr"}
_TURNED = {Role.HEADER: roles.HEADER_TURNED, Role.FOOTER: roles.FOOTER_TURNED}
_EVEN = {Role.HEADER: roles.HEADER_EVEN, Role.FOOTER: roles.FOOTER_EVEN}


class Furniture:
    """The heads and feet of one document (§17.10): its parts, and who refers to which."""

    def __init__(self, publication: Publication, template: Template, plan: Plan) -> None:
        self._publication = publication
        self._template = template
        self._plan = plan
        #: The parts by name.
        self.parts: dict[str, str] = {}
        self._numbers: dict[tuple[Role, str], int] = {}
        self._references: dict[tuple[Pages, Kind], str] = {}
        self._used = [role for role in _NAME if self._is_used(role)]
        for pages in plan.kinds:
            for kind in self._kinds(pages):
                self._refer(pages, kind)

    def references(self, section: Section) -> str:
        """Return what *section* says of its heads and feet (§17.10.1 and 17.10.5)."""
        kinds = self._kinds(section.pages)
        return "".join(
            self._refer(section.pages, kind)
            for kind in kinds
            if kind != "first" or section.is_titled
        )

    def _refer(self, pages: Pages, kind: Kind) -> str:
        """Return the references to head and foot of *kind*; those nobody asks for are not made."""
        if (pages, kind) not in self._references:
            references = (self._reference(role, pages, kind) for role in self._used)
            self._references[pages, kind] = "".join(references)
        return self._references[pages, kind]

    def _kinds(self, pages: Pages) -> Iterator[Kind]:
        yield "default"
        if self._template.furniture.mirrored:
            yield "even"
        upright = Pages.BODY if pages is Pages.TURNED else pages
        if self._plan.has_first_page and upright is self._plan.kinds[-1]:
            yield "first"

    def _is_used(self, role: Role) -> bool:
        furniture = self._template.furniture
        others = furniture.watermark.strip() or furniture.classification.strip()
        if role is Role.FOOTER:
            others = self._publication.publisher if self._plan.has_cover else ""
        return bool(line_of(role, self._template) or others)

    def _reference(self, role: Role, pages: Pages, kind: Kind) -> str:
        """Return a reference to the part for *role*, which is made if there is none."""
        content = "".join(self._paragraphs(role, pages, kind))
        content = content or paragraph(roles.BLANK.identifier, "")
        number = self._numbers.get((role, content), 0)
        if not number:
            number = 1 + sum(known is role for known, _ in self._numbers)
            self._numbers[role, content] = number
            self.parts[f"word/{_NAME[role]}{number}.xml"] = self._part(role, content, number)
        name = _NAME[role]
        return f'<w:{name}Reference w:type="{kind}" r:id="r{name.title()}{number}"/>'

    def _part(self, role: Role, content: str, number: int) -> str:
        drawn, namespaces = "", NAMESPACES
        if role is Role.HEADER and (drawn := watermark_run(self._template, number)):
            namespaces = f"{NAMESPACES} {DRAWN}"
            content = content.replace("</w:pPr>", f"</w:pPr>{drawn}", 1)
        root = f"w:{_ROOT[role]}"
        return f"{DECLARATION}<{root} {namespaces}>{content}</{root}>"

    def _paragraphs(self, role: Role, pages: Pages, kind: Kind) -> Iterator[str]:
        furniture = self._template.furniture
        text = " ".join(furniture.classification.split())
        if role is Role.HEADER and text:
            yield paragraph(roles.CLASSIFICATION.identifier, text_runs(text))
        publisher = self._publication.publisher
        if role is Role.FOOTER and pages is Pages.COVER and publisher:
            yield paragraph(roles.COVER_PUBLISHER.identifier, text_runs(publisher))
        is_first_too = (
            furniture.first_page_header if role is Role.HEADER else furniture.first_page_footer
        )
        line = line_of(role, self._template)
        if line and pages is not Pages.COVER and (kind != "first" or is_first_too):
            line = _without_repetition(line, self._publication)
            if content := self._line(_swapped(line) if kind == "even" else line, role, pages):
                yield paragraph(self._style(role, pages, kind), content)

    def _style(self, role: Role, pages: Pages, kind: Kind) -> str:
        if pages is Pages.TURNED and turned_tabs(self._template, role):
            return _TURNED[role].identifier
        is_at_other_side = kind == "even" and even_side(self._template, role)
        return _EVEN[role].identifier if is_at_other_side else style_id(role)

    def _line(self, line: FurnitureLine, role: Role, pages: Pages) -> str:
        """Return the runs of *line*; tabs part them unless its style has a single place."""
        patterns = _patterns(line)
        look, page = self._template.style(role), self._template.page
        measure = page.depth if pages is Pages.TURNED else page.measure
        room = measure.pt / look.size.pt / max(1, sum(map(bool, patterns)))
        texts = [self._filled(one, pages, room) for one in patterns]
        if sum(map(bool, _patterns(line_of(role, self._template)))) == 1:
            return "".join(texts)
        while texts and not texts[-1]:
            texts.pop()
        return _TAB.join(texts)

    def _filled(self, pattern: str, pages: Pages, room: float) -> str:
        """Return *pattern* as runs, its names in braces replaced by fields or words.

        Nothing is said that counts pages where they have no numbers.
        """
        pieces = _FIELD.split(pattern)
        unnumbered = pages.is_front and self._plan.manner == "none"
        if unnumbered and {"page", "pages"} & set(pieces[1::2]):
            return ""
        return "".join(
            self._field(piece, pages, room) if odd % 2 else text_runs(piece)
            for odd, piece in enumerate(pieces)
        )

    def _field(self, name: str, pages: Pages, room: float) -> str:
        """Return a field, or the words for it; a long title is cut to *room* in em."""
        publication = self._publication
        first = "i" if pages.is_front and self._plan.manner == "roman" else "1"
        match name:
            case "page":
                return field("PAGE", first)
            case "pages":
                return field(self._plan.total(pages), first)
            case "title":
                return text_runs(_cut(publication.title, room))
            case "date":
                return text_runs(front.issue_date(publication))
            case "article":
                # The number stands for the built-in heading in every language of Word.
                titles = (article.headline.title for article in publication.heads())
                return self._style_field("STYLEREF 1", next(titles, ""), pages)
            case _:
                titles = (section.title for section in publication.sections if section.title)
                style = STYLE_NAMES[Role.SECTION_TITLE].name
                return self._style_field(f'STYLEREF "{style}"', next(titles, ""), pages)

    def _style_field(self, instruction: str, cached: str, pages: Pages) -> str:
        """Return a field that repeats a title; before the body there is none to repeat."""
        return field(instruction, cached) if cached and not pages.is_front else ""


def _patterns(line: FurnitureLine) -> tuple[str, str, str]:
    return line.left, line.centre, line.right


def _swapped(line: FurnitureLine) -> FurnitureLine:
    return replace(line, left=line.right, right=line.left)


def _without_repetition(line: FurnitureLine, publication: Publication) -> FurnitureLine:
    """Return *line* for a lone article, which is its own publication: its title is said once."""
    titles = [article.headline.title for article in publication.heads()]
    if titles != [publication.title]:
        return line
    said = [part.replace("{article}", "{title}") for part in _patterns(line)]
    parts = ["" if part in said[:n] else part for n, part in enumerate(said)]
    return replace(line, left=parts[0], centre=parts[1], right=parts[2])


def _cut(text: str, room: float) -> str:
    if em_width(text) <= room:
        return text
    while text and em_width(text + _ELLIPSIS) > room:
        text = text[:-1]
    return text.rstrip() + _ELLIPSIS
