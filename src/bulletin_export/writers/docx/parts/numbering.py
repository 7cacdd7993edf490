"""Real numbering: bullets, numbers and headings, and one instance for each list that counts.

Indents of entries are those of their levels, which all lists of a kind share. Lists in
cells, quotations and notes stand elsewhere and are kinds of their own.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from bulletin_export.styling.looks import Looks
from bulletin_export.styling.template import Role, Template
from bulletin_export.writers.docx.markup import (
    DECLARATION,
    NAMESPACES,
    paragraph_properties,
    run_properties,
)
from bulletin_export.writers.docx.parts.standing import (
    BUILTIN_LEVELS,
    Manner,
    Standing,
    hang,
    indents,
    left,
)
from bulletin_export.writers.docx.parts.word_fonts import style_fonts
from bulletin_export.writers.docx.roles import style_id

#: Levels that Word knows (``w:ilvl`` 0 to 8); what nests deeper stays at the last.
LEVELS = 9
#: Instances that the styles of lists and headings refer to, and that of headings without number.
BULLETS, NUMBERS, HEADINGS, UNNUMBERED = 1, 2, 3, 4
_BULLETS = ("•", "–", "▪")
#: As in print, on every level.
_NUMBER = "%{}."
#: As many levels as headings inside an article have.
_DEPTHS = 6
_LISTS = (Standing(Role.LIST, manner=Manner.BULLET), Standing(Role.LIST, manner=Manner.NUMBER))
_HEADINGS, _NO_HEADINGS = Standing(Role.HEADING_1), Standing(Role.TITLE)


class _Level(NamedTuple):
    """One level of a list; see ISO/IEC 29500-1 §17.9.6."""

    form: str
    text: str
    #: The style that is linked to it.
    style: str = ""
    #: What follows the number: nothing, or a tab to where the text stands.
    suffix: str = ""
    indents: str = ""
    fonts: str = ""


class Numbering:
    """The lists of a document so far; each numbered one counts for itself."""

    def __init__(self, template: Template) -> None:
        self._template = template
        has_headings = template.composition.heading_numbers != "none"
        kinds = (*_LISTS, _HEADINGS, _NO_HEADINGS) if has_headings else _LISTS
        self._kinds = {kind: number for number, kind in enumerate(kinds)}
        self._instances: list[str] = []
        self._bullets = {kinds[0]: BULLETS}
        for kind in kinds:
            self._add(kind)

    def bullets(self, standing: Standing, level: int) -> int:
        """Return the number (``w:numId``) of bullets for entries that stand so on *level*."""
        kind = _kind(standing, level)
        if kind not in self._bullets:
            self._bullets[kind] = self._add(kind)
        return self._bullets[kind]

    def numbers(self, standing: Standing, level: int, start: int) -> int:
        """Return the number (``w:numId``) of a new list that begins with *start* on *level*."""
        return self._add(_kind(standing, level), _override(level, max(start, 0)))

    def headings(self) -> int:
        """Return the number (``w:numId``) of headings that begin anew on all their levels."""
        return self._add(_HEADINGS, "".join(_override(level, 1) for level in range(_DEPTHS)))

    def xml(self) -> str:
        """Return the numbering part (§17.9.16)."""
        looks = Looks(self._template)
        kinds = "".join(_abstract(number, kind, looks) for kind, number in self._kinds.items())
        content = kinds + "".join(self._instances)
        return f"{DECLARATION}<w:numbering {NAMESPACES}>{content}</w:numbering>"

    def _add(self, kind: Standing, override: str = "") -> int:
        abstract = self._kinds.setdefault(kind, len(self._kinds))
        number = len(self._instances) + 1
        self._instances.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'
        )
        return number


def _kind(standing: Standing, level: int) -> Standing:
    """Return what all lists have in common whose entries on *level* stand so.

    Its steps are those of the level above the first.
    """
    steps = standing.steps - level - 1
    return standing._replace(steps=0 if standing.role is Role.LIST else steps, grows=False)


def _override(level: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


@lru_cache(maxsize=256)
def _abstract(number: int, kind: Standing, looks: Looks) -> str:
    if kind == _NO_HEADINGS:
        levels = [
            one._replace(form="none", text="", style="") for one in _heading_levels(looks.template)
        ]
    elif kind == _HEADINGS:
        levels = _heading_levels(looks.template)
    else:
        levels = _list_levels(kind, looks.template)
    content = "".join(_level(place, level) for place, level in enumerate(levels))
    # Word knows a list again by these numbers when it is pasted elsewhere.
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="4B7E{number:04X}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="6C2D{number:04X}"/>'
        f"{content}</w:abstractNum>"
    )


def _heading_levels(template: Template) -> list[_Level]:
    from bulletin_export.composition.heading_numbers import FORMS

    # Those of the styles once more: where a level has none, LibreOffice takes zero.
    return [
        _Level(
            form.word_format,
            form.template.format(f"%{depth}"),
            style_id(Role.heading(depth)),
            "nothing",
            indents(template.style(Role.heading(depth))),
        )
        for depth, form in enumerate(FORMS, 1)
    ]


def _list_levels(kind: Standing, template: Template) -> list[_Level]:
    fonts = style_fonts(template, template.style(kind.role))
    levels = []
    for level in range(LEVELS):
        standing = kind._replace(steps=max(kind.steps + level + 1, 0))
        edges = f'w:left="{left(template, standing)}" w:hanging="{hang(template, standing)}"'
        is_linked = kind.role is Role.LIST and level < BUILTIN_LEVELS
        style = standing.identifier if is_linked else ""
        if kind.manner is Manner.BULLET:
            text = _BULLETS[level % len(_BULLETS)]
            levels.append(_Level("bullet", text, style, "", edges, fonts))
        else:
            text = _NUMBER.format(level + 1)
            levels.append(_Level("decimal", text, style, "", edges))
    return levels


def _level(number: int, level: _Level) -> str:
    style = f'<w:pStyle w:val="{level.style}"/>' if level.style else ""
    suffix = f'<w:suff w:val="{level.suffix}"/>' if level.suffix else ""
    indents = paragraph_properties({"ind": level.indents}) if level.indents else ""
    fonts = run_properties({"rFonts": f'w:hint="default" {level.fonts}'}) if level.fonts else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{level.form}"/>{style}'
        f'{suffix}<w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/>{indents}{fonts}</w:lvl>'
    )
