"""Titles that are too wide for one line break between their clauses first (GB/T 9704, 7.3.1)."""

from __future__ import annotations

from bulletin_export.patterns import lazy_pattern
from bulletin_export.styling.template import Role, Template
from bulletin_export.writers.docx.content.runs import text_runs
from bulletin_export.writers.docx.markup import run
from bulletin_export.writers.docx.page import text_place
from bulletin_export.writers.docx.widths import em_width

TITLES = frozenset({Role.SECTION_TITLE, Role.KICKER, Role.TITLE, Role.SUBTITLE})

#: A blank that parts clauses: after Han or a closing mark, and before what may begin a line.
_BETWEEN_CLAUSES = lazy_pattern(r"(?<=[^\W\d_a-zA-Z]|[”’》）]) +(?=[\w“‘《（])")


def title_runs(text: str, role: Role, template: Template) -> str:
    """Return the runs of a title; a line break stands for the blank between two clauses.

    A title that fits its line keeps its blanks.
    """
    if " " not in text or _width(text, role, template) <= text_place(template).width:
        return text_runs(text)
    clauses = _BETWEEN_CLAUSES.split(text)
    return run("<w:br/>", {}).join(text_runs(clause) for clause in clauses if clause)


def _width(text: str, role: Role, template: Template) -> float:
    """Return the width of *text*, with the margins of its style, in twips."""
    style = template.style(role)
    margins = style.length(style.margin_left).twips + style.length(style.margin_right).twips
    return em_width(text) * style.size.twips + margins
