"""A small template of round measures, for tests of pages."""

from __future__ import annotations

from bulletin_export.styling.template import (
    Align,
    Composition,
    Furniture,
    FurnitureLine,
    Grid,
    Margins,
    PageStyle,
    Role,
    Template,
    TextStyle,
)
from bulletin_export.units import Length, Measure

_EM = {number: Measure(number, "em") for number in (0, 2)}
_TITLE = {"align": Align.CENTRE, "keep_with_next": True, "keep_together": True}

STYLES: dict[Role, TextStyle] = {
    **dict.fromkeys(Role, TextStyle(size=Length(10), line_pitch=Measure(16, "pt"))),
    Role.BODY: TextStyle(size=Length(10), line_pitch=Measure(16, "pt"), indent=_EM[2]),
    Role.TITLE: TextStyle(size=Length(18), page_break_before=True, **_TITLE),
    Role.PUBLICATION_TITLE: TextStyle(size=Length(24), **_TITLE),
    Role.KICKER: TextStyle(size=Length(12), **_TITLE),
    Role.SUBTITLE: TextStyle(size=Length(12), **_TITLE),
    Role.SECTION_TITLE: TextStyle(size=Length(16), **_TITLE),
    Role.DATELINE: TextStyle(size=Length(9), align=Align.CENTRE),
    Role.QUOTE: TextStyle(size=Length(10), margin_left=_EM[2], margin_right=_EM[2], indent=_EM[2]),
    Role.CODE: TextStyle(size=Length(8), align=Align.LEFT),
    Role.TABLE: TextStyle(size=Length(9), line_pitch=Measure(12, "pt"), align=Align.LEFT),
    Role.TABLE_HEADER: TextStyle(size=Length(9), line_pitch=Measure(12, "pt"), align=Align.CENTRE),
    Role.CAPTION: TextStyle(size=Length(9), align=Align.CENTRE),
    Role.NOTE: TextStyle(size=Length(8), line_pitch=Measure(12, "pt")),
    Role.MISSING: TextStyle(size=Length(9), align=Align.CENTRE),
    **{
        Role.heading(level): TextStyle(
            size=Length(12), space_before=Measure(0.5, "line"), keep_with_next=True
        )
        for level in range(1, 7)
    },
}


def template(
    *,
    width: float = 300,
    height: float = 400,
    margin: float = 40,
    columns: int = 1,
    lines: int = 0,
    characters: int = 0,
    styles: dict[Role, TextStyle] | None = None,
    header: str = "",
    footer: str = "— {page} —",
    show_address: bool = True,
) -> Template:
    """Return a template of a small page: 220 × 320 points of type area, 20 lines of 22."""
    edge = Length(margin)
    return Template(
        name="test",
        page=PageStyle(
            width=Length(width),
            height=Length(height),
            margins=Margins(top=edge, right=edge, bottom=edge, left=edge),
            columns=columns,
            grid=Grid(lines=lines, characters=characters),
        ),
        styles={**STYLES, **(styles or {})},
        furniture=Furniture(
            header=FurnitureLine(centre=header), footer=FurnitureLine(centre=footer)
        ),
        composition=Composition(show_address=show_address),
    )
