"""Real numbering: bullets, numbers and headings, and one instance for each list that counts.

Levels have no indents: those are in the styles of the paragraphs, where people change them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from bulletin_export.composition.heading_numbers import FORMS
from bulletin_export.styling.template import Role, Template
from bulletin_export.writers.docx.markup import DECLARATION, NAMESPACES, run_properties
from bulletin_export.writers.docx.parts.standing import BUILTIN_LEVELS
from bulletin_export.writers.docx.parts.word_fonts import style_fonts
from bulletin_export.writers.docx.roles import style_id

#: Levels that Word knows (``w:ilvl`` 0 to 8); what nests deeper stays at the last.
LEVELS = 9
#: Instances that the styles of lists and headings refer to; 0 is no number.
BULLETS, NUMBERS, HEADINGS, UNNUMBERED = 1, 2, 3, 0
_BULLET, _NUMBER, _HEADING = 0, 1, 2
_BULLETS = ("•", "–", "▪")
_NUMBERS = ("%{}.", "%{})", "（%{}）")


class _Level(NamedTuple):
    """One level of a list; see ISO/IEC 29500-1 §17.9.6."""

    form: str
    text: str
    style: str = ""
    #: What follows the number: nothing, or a tab to where the text stands.
    suffix: str = ""
    fonts: str = ""


class Numbering:
    """The lists of a document so far; each numbered one counts for itself."""

    def __init__(self, template: Template) -> None:
        body = template.style(Role.BODY)
        self._fonts = style_fonts(template, body)
        self._has_headings = template.composition.heading_numbers != "none"
        self._instances = [_instance(BULLETS, _BULLET), _instance(NUMBERS, _NUMBER)]
        if self._has_headings:
            self._instances.append(_instance(HEADINGS, _HEADING))

    def numbers(self, level: int, start: int) -> int:
        """Return the number (``w:numId``) of a new list that begins with *start* on *level*."""
        return self._add(_NUMBER, _override(level, max(start, 0)))

    def headings(self) -> int:
        """Return the number (``w:numId``) of headings that begin anew on all their levels."""
        return self._add(_HEADING, "".join(_override(level, 1) for level in range(len(FORMS))))

    def xml(self) -> str:
        """Return the numbering part (§17.9.16)."""
        kinds = _abstracts(self._fonts, has_headings=self._has_headings)
        content = kinds + "".join(self._instances)
        return f"{DECLARATION}<w:numbering {NAMESPACES}>{content}</w:numbering>"

    def _add(self, kind: int, override: str) -> int:
        number = len(self._instances) + 1
        self._instances.append(_instance(number, kind, override))
        return number


def _instance(number: int, kind: int, override: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{override}</w:num>'


def _override(level: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


@lru_cache(maxsize=32)
def _abstracts(fonts: str, *, has_headings: bool) -> str:
    bullets = [
        _Level("bullet", _BULLETS[level % len(_BULLETS)], _list_style("Bullet", level), "", fonts)
        for level in range(LEVELS)
    ]
    numbers = [
        _Level(
            "decimal",
            _NUMBERS[level % len(_NUMBERS)].format(level + 1),
            _list_style("Number", level),
        )
        for level in range(LEVELS)
    ]
    kinds = [_abstract(_BULLET, bullets), _abstract(_NUMBER, numbers)]
    if has_headings:
        headings = [
            _Level(
                form.word_format,
                form.template.format(f"%{level}"),
                style_id(Role.heading(level)),
                "nothing",
            )
            for level, form in enumerate(FORMS, 1)
        ]
        kinds.append(_abstract(_HEADING, headings))
    return "".join(kinds)


def _list_style(kind: str, level: int) -> str:
    """Return the id of the style that is linked to *level* of Word's own lists."""
    if level >= BUILTIN_LEVELS:
        return ""
    return f"List{kind}{level + 1 if level else ''}"


def _abstract(kind: int, levels: list[_Level]) -> str:
    content = "".join(_level(number, level) for number, level in enumerate(levels))
    # Word knows a list again by these numbers when it is pasted elsewhere.
    return (
        f'<w:abstractNum w:abstractNumId="{kind}"><w:nsid w:val="4B7E10{kind:02X}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="6C2D30{kind:02X}"/>'
        f"{content}</w:abstractNum>"
    )


def _level(number: int, level: _Level) -> str:
    style = f'<w:pStyle w:val="{level.style}"/>' if level.style else ""
    suffix = f'<w:suff w:val="{level.suffix}"/>' if level.suffix else ""
    fonts = run_properties({"rFonts": f'w:hint="default" {level.fonts}'}) if level.fonts else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{level.form}"/>'
        f'{style}{suffix}<w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/>{fonts}</w:lvl>'
    )
