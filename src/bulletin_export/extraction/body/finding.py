"""The body of the article on a page: looked for in one way after the other, the surest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.extraction.blocks.builder import BlockBuilder
from bulletin_export.extraction.body.attachments import attachments_below
from bulletin_export.extraction.body.choosing import Choice, choose
from bulletin_export.extraction.body.furniture import is_credit_line
from bulletin_export.extraction.body.lead_figures import lead_figures
from bulletin_export.extraction.body.pruning import menus_in
from bulletin_export.extraction.body.trimming import trimmed
from bulletin_export.extraction.body.unseen import hidden_box, text_in_scripts, without_script
from bulletin_export.extraction.body.weighing import below_info
from bulletin_export.extraction.fragment import fragment
from bulletin_export.extraction.metadata.titles import Title
from bulletin_export.extraction.outline import Outline, Part, outline
from bulletin_export.extraction.removing import remove
from bulletin_export.model.evidence import LeftOut
from bulletin_export.model.nodes import Block, Figure
from bulletin_export.model.text import paragraphs

_CREDIT_LINES = 10

#: How sure each rule is of what it finds, at best.
_CONFIDENCE = {
    "site-rule": 1.0,
    "known-container": 0.97,
    "first-post": 0.8,
    "scored": 0.92,
    "below-headline": 0.6,
    "hidden-text": 0.5,
    "script-data": 0.5,
}
#: Characters of running text that leave no doubt.
_PLENTY = 200
#: A line that weighs no more may say that the page is being loaded.
_NOTE = 8
_SHARE = 0.5


class Body(msgspec.Struct, frozen=True):
    """The blocks of the article, how they were found, and what stood among and below them."""

    blocks: tuple[Block, ...] = ()
    rule: str = ""
    confidence: float = 0.0
    credits: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def find_body(
    page: Outline,
    title: Title,
    builder: BlockBuilder,
    scripts: Sequence[Any] = (),
    containers: Sequence[Any] = (),
) -> Body:
    """Return the body of the article; without blocks when there is nothing on the page.

    *scripts* are the elements of the page's scripts; they are asked when it shows no text.
    *containers* are the elements that a rule for the site names as the body.
    """
    body = _in_containers(containers, page, title, builder)
    if body.blocks:
        return body
    if not _shows_text(page, title):
        body = _unseen(page, title, builder, scripts)
        if body.blocks:
            return body
    choice = choose(page, title)
    for one in (choice, Choice(page.root, "below-headline")):
        body = _taken(one, page, title, builder)
        if body.blocks:
            return body
    return Body()


def _in_containers(
    containers: Sequence[Any], page: Outline, title: Title, builder: BlockBuilder
) -> Body:
    wanted = set(containers)
    parts = [part for part in page.parts if part.element in wanted] if wanted else []
    if not parts:  # Hidden, or inside a line: seen on its own.
        parts = [outline(element).root for element in containers]
    body = Body()
    for part in parts:
        more = _taken(Choice(part, "site-rule"), page, title, builder)
        body = _joined(body, more) if body.blocks else more
    return body


def _joined(one: Body, two: Body) -> Body:
    count = sum(1 for _ in paragraphs(one.blocks))
    left = (LeftOut(count + text.paragraph, text.text) for text in two.left_out)
    return replace(
        one,
        blocks=(*one.blocks, *two.blocks),
        credits=(*one.credits, *two.credits),
        left_out=(*one.left_out, *left),
        diagnostics=(*one.diagnostics, *two.diagnostics),
    )


def _shows_text(page: Outline, title: Title) -> bool:
    root = page.root
    below = page.lines[below_info(page.lines, title) :]
    has_more = root.images > 0 or next(root.element.iter("table"), None) is not None
    return has_more or any(line.weight > _NOTE and not line.is_furniture for line in below)


def _unseen(page: Outline, title: Title, builder: BlockBuilder, scripts: Sequence[Any]) -> Body:
    """Return the body of a page that shows none before its scripts have run."""
    root = page.root.element
    for look, rule in ((hidden_box, "hidden-text"), (without_script, "hidden-text")):
        box = look(root)
        if box is not None:
            return _below_title(box, rule, title, builder)
    text = text_in_scripts(scripts, root)
    return _below_title(fragment(text), "script-data", title, builder) if text else Body()


def _below_title(element: Any, rule: str, title: Title, builder: BlockBuilder) -> Body:
    outlined = outline(element)
    return _taken(Choice(outlined.root, rule, (), _PLENTY, 1.0), outlined, title, builder)


def _taken(choice: Choice, page: Outline, title: Title, builder: BlockBuilder) -> Body:
    part = choice.part
    is_whole = part is page.root or part.first_line <= title.first_line < part.last_line
    menus = () if choice.rule == "site-rule" else menus_in(part, page.lines)
    left = (*choice.left, *menus)
    gone = [(one.first_line, text) for one in left for text in _texts(one, page)]
    for one in left:
        remove(one.element)
    files = () if part is page.root else attachments_below(part.element)
    result = trimmed(builder.build(part.element), title.words, whole_page=is_whole)
    below_body = [block for box in files for block in builder.build(box)] if result.blocks else []
    below = page.lines[part.last_line : part.last_line + _CREDIT_LINES]
    diagnostics = list(builder.diagnostics)
    if choice.rule == "below-headline":
        diagnostics.append(
            Diagnostic(code="body-guessed", severity=Severity.INFO, where=builder.where)
        )
    lead = () if is_whole or choice.rule == "site-rule" else lead_figures(part, page, title)
    figures = (block for one in lead for block in builder.build(one.element))
    return Body(
        blocks=(
            *(one for one in figures if isinstance(one, Figure)),
            *result.blocks,
            *below_body,
        ),
        rule=choice.rule,
        confidence=_confidence(choice, title),
        credits=(*result.credits, *(one.text for one in below if is_credit_line(one.text))),
        left_out=tuple(_left_out(result.blocks, result.left_out, gone)),
        diagnostics=tuple(diagnostics),
    )


def _texts(part: Part, page: Outline) -> list[str]:
    return [line.text for line in page.lines[part.first_line : part.last_line]]


def _left_out(
    blocks: Sequence[Block], cut: Sequence[tuple[int, str]], gone: Sequence[tuple[int, str]]
) -> Iterator[LeftOut]:
    """Yield what was cut from among *blocks*, then what had gone before they were made."""
    counts = [0]
    for block in blocks[: None if gone else max((index for index, _ in cut), default=0)]:
        counts.append(counts[-1] + sum(1 for _ in paragraphs((block,))))
    for index, text in cut:
        yield LeftOut(counts[index], text)
    for _, text in gone:
        yield LeftOut(counts[-1], text)


def _confidence(choice: Choice, title: Title) -> float:
    """Return how sure *choice* is: less for short text, many rivals, a title nowhere printed."""
    sure = _CONFIDENCE[choice.rule]
    if choice.rule == "site-rule":
        return sure
    sure -= 0.15 * (1 - min(choice.weight / _PLENTY, 1))
    sure -= 0.1 * (choice.share < _SHARE)
    sure -= 0.1 * (title.first_line < 0)
    return round(max(sure, 0.05), 2)
