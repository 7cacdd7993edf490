"""Titles too wide for one line are broken by sense, as in PDF (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from bulletin_export.styling.template import Composition, Role, Template
from bulletin_export.writers.docx.content.hints import is_chinese
from bulletin_export.writers.docx.content.runs import text_runs
from bulletin_export.writers.docx.markup import run
from bulletin_export.writers.docx.widths import em_width

TITLES = frozenset(
    {Role.PUBLICATION_TITLE, Role.SECTION_TITLE, Role.KICKER, Role.TITLE, Role.SUBTITLE}
)

#: Word may set a line a little wider than we think: so much of the measure is left, in em.
_SPARE = 0.1


def title_runs(text: str, role: Role, template: Template) -> str:
    """Return the runs of a title; where it has several lines a break parts them.

    A title that fits its line is not looked at any further.
    """
    measure = _measure(role, template)
    # Words of Latin script are wrapped by Word, which knows how wide they are.
    if em_width(text) <= measure or not is_chinese(text):
        return text_runs(text)
    lines = _lines(text, round(measure - _SPARE, 2), template.composition)
    return run("<w:br/>", {}).join(map(text_runs, lines))


def _measure(role: Role, template: Template) -> float:
    """Return the width of a line of *role*, in em: titles stand over all columns."""
    style = template.style(role)
    margins = style.length(style.margin_left).twips + style.length(style.margin_right).twips
    return (template.page.measure.twips - margins) / style.size.twips


# Sections and running titles say the same again.
@lru_cache(maxsize=256)
def _lines(text: str, measure: float, composition: Composition) -> tuple[str, ...]:
    from bulletin_export.typesetting.layout import Span
    from bulletin_export.typesetting.title import title_lines

    chain: Any = _NominalChain()
    found = title_lines([Span(text, chain, 1.0)], measure=measure, composition=composition)
    return tuple(found) or (text,)


class _NominalFace:
    """The face that nobody has: Han an em wide, all else half of it, no ink to look at."""

    name = "nominal"

    def has(self, _: str) -> bool:
        return True

    def advance(self, character: str) -> float:
        return em_width(character)

    def ink(self, character: str) -> tuple[float, float]:
        return 0.0, self.advance(character)


class _NominalChain:
    """A chain of that one face, for the breaker of titles."""

    own = _NominalFace()

    def face(self, _: str) -> _NominalFace:
        return self.own

    def itemise(self, text: str) -> Iterator[tuple[_NominalFace, str]]:
        yield self.own, text
