"""Transforms: an article in, an article and the list of what was changed out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

import msgspec

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.model.article import Article

#: Ends a paragraph: stands in ``after`` where one was split in two, and in ``before``
#: where nothing was left of one.
PARAGRAPH_END = "\u2029"


class Change(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One replacement in one text.

    Changes are listed in the order in which they were made: at the time of each,
    ``before`` stands at ``offset`` of the text. ``block`` counts the texts of the body
    from 0, as `texts` gives them before any was split; ``field`` names the text when it
    is not in the body (``title``, ``source``), and ``block`` counts those of one name.
    """

    rule: str
    block: int
    offset: int
    before: str
    after: str
    field: str = ""


def left_out(block: int, text: str) -> Change:
    """Return what tells that *text* stood before *block* on the page and is not in the article."""
    return Change("page-furniture", block, 0, text, "", field="left-out")


class Transformed(msgspec.Struct, frozen=True):
    """The new article, every change, and remarks."""

    article: Article
    changes: tuple[Change, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


Transform: TypeAlias = Callable[[Article], Transformed]


def apply(article: Article, transforms: Iterable[Transform]) -> Transformed:
    """Return *article* after all *transforms*, with everything they changed, in order."""
    changes: list[Change] = []
    diagnostics: list[Diagnostic] = []
    for transform in transforms:
        done = transform(article)
        article = done.article
        changes += done.changes
        diagnostics += done.diagnostics
    return Transformed(article, tuple(changes), tuple(diagnostics))


def undone(text: str, changes: Sequence[Change]) -> str:
    """Return what *text* was before *changes*, all of them of this one text."""
    for change in reversed(changes):
        end = change.offset + len(change.after)
        text = text[: change.offset] + change.before + text[end:]
    return text
