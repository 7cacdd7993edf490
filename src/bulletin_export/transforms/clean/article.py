"""A whole article through the cleaning rules."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.model.article import Article, Contributor, Headline, Metadata
from bulletin_export.model.nodes import (
    Block,
    BlockQuote,
    BulletList,
    CodeBlock,
    Figure,
    Heading,
    Inline,
    ListItem,
    Note,
    OrderedList,
    Paragraph,
    Table,
    TableCell,
    TableRow,
    Text,
    ThematicBreak,
)
from bulletin_export.model.walk import map_inlines
from bulletin_export.transforms.base import PARAGRAPH_END, Change, Transformed
from bulletin_export.transforms.clean.boilerplate import Fact, facts_in, is_boilerplate
from bulletin_export.transforms.clean.facts import FACTS_RULE, with_facts
from bulletin_export.transforms.clean.letters import doubtful
from bulletin_export.transforms.clean.pairs import has_odd_quotes
from bulletin_export.transforms.clean.protection import ambiguous_addresses, protected_spans
from bulletin_export.transforms.clean.rules import DEFAULT, Rule
from bulletin_export.transforms.clean.text import Cleaner
from bulletin_export.transforms.clean.tree import OBJECT, Inlines, link_ends, pieces, rebuilt

#: Lines about an article are looked for outside of this many blocks of its own, at either end.
_EDGE = 4


def clean(article: Article, rules: Sequence[Rule] = DEFAULT) -> Transformed:
    """Return *article* with its blanks and punctuation mended, and every change.

    Doing it again changes nothing. No Han character and no digit becomes another one
    (S3 and S4 apart: characters that Unicode itself calls the same).
    """
    return _ArticleCleaner(article, rules).run()


class _ArticleCleaner:
    def __init__(self, article: Article, rules: Sequence[Rule]) -> None:
        self._article = article
        self._cleaner = Cleaner(rules, article.metadata.language)
        self._gathers = any(rule.name == FACTS_RULE for rule in rules)
        self._facts: list[Fact] = []
        self._has_objects = False
        self._count = 0
        self._diagnostics: list[Diagnostic] = []

    def run(self) -> Transformed:
        article = self._article
        headline = self._headline(article.headline)
        metadata = self._metadata(article.metadata)
        self._cleaner.field = ""
        blocks = self._body(article.blocks)
        article = replace(article, headline=headline, metadata=metadata, blocks=blocks)
        if self._has_objects:
            article = map_inlines(article, self._with_clean_note)
        article, filled = with_facts(article, self._facts)
        odd = doubtful(self._cleaner.seen)
        if odd:
            codes = " ".join(f"U+{ord(one):04X}" for one in odd)
            self._note("character-doubtful", count=len(odd), characters=codes)
        changes = (*self._cleaner.changes, *filled)
        if not changes:
            return Transformed(self._article, (), tuple(self._diagnostics))
        return Transformed(article, changes, tuple(self._diagnostics))

    # --- headline and metadata --------------------------------------------------------

    def _field(self, name: str, value: str, number: int = 0) -> str:
        self._cleaner.field, self._cleaner.block = name, number
        return self._cleaner.clean(value, "title") if value else value

    def _headline(self, headline: Headline) -> Headline:
        return Headline(
            self._field("title", headline.title),
            self._field("kicker", headline.kicker),
            self._field("subtitle", headline.subtitle),
        )

    def _metadata(self, metadata: Metadata) -> Metadata:
        return replace(
            metadata,
            source=self._field("source", metadata.source),
            publisher=self._field("publisher", metadata.publisher),
            section=self._field("section", metadata.section),
            description=self._field("description", metadata.description),
            rights=self._field("rights", metadata.rights),
            contributors=tuple(
                Contributor(self._field("contributor", one.name, number), one.role)
                for number, one in enumerate(metadata.contributors)
            ),
        )

    # --- blocks -----------------------------------------------------------------------

    def _body(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        edges = _edges(blocks)
        result: list[Block] = []
        for number, block in enumerate(blocks):
            result.extend(self._block(block, "edge" if number in edges else ""))
        return tuple(result)

    def _blocks(self, blocks: Sequence[Block], kind: str = "") -> tuple[Block, ...]:
        result: list[Block] = []
        for block in blocks:
            result.extend(self._block(block, kind))
        return tuple(result)

    def _block(self, block: Block, kind: str) -> Sequence[Block]:
        match block:
            case Paragraph(children):
                return [Paragraph(part) for part in self._inlines(children, kind) if part]
            case Heading(level, children):
                return [Heading(level, part) for part in self._inlines(children, "title") if part]
            case BlockQuote(blocks):
                return [BlockQuote(self._blocks(blocks, kind))]
            case BulletList(items):
                return [BulletList(self._items(items, kind))]
            case OrderedList(items, start):
                return [OrderedList(self._items(items, kind), start)]
            case Table(rows, caption):
                caption = self._inlines(caption, "title")[0]
                return [replace(block, rows=tuple(map(self._row, rows)), caption=caption)]
            case Figure(images, caption):
                return [Figure(images, self._inlines(caption, "title")[0])]
            case CodeBlock() | ThematicBreak():
                return [block]

    def _items(self, items: Sequence[ListItem], kind: str) -> tuple[ListItem, ...]:
        return tuple(ListItem(self._blocks(item.blocks, kind)) for item in items)

    def _row(self, row: TableRow) -> TableRow:
        return TableRow(tuple(self._cell(cell) for cell in row.cells))

    def _cell(self, cell: TableCell) -> TableCell:
        return replace(cell, blocks=self._blocks(cell.blocks, "cell"))

    # --- inlines ----------------------------------------------------------------------

    def _inlines(self, inlines: Inlines, kind: str) -> list[Inlines]:
        """Return *inlines* cleaned; more than one part when a paragraph was split."""
        if not inlines:
            return [inlines]
        self._cleaner.block = self._count
        self._count += 1
        if len(inlines) == 1 and isinstance(inlines[0], Text):
            return self._single(inlines[0].value, inlines, kind)
        leaves = pieces(inlines)
        texts = [text for text, _ in leaves]
        locked = [is_locked for _, is_locked in leaves]
        self._has_objects |= OBJECT in texts
        whole = "".join(texts)
        self._gather(whole, kind)
        ends = link_ends(inlines) if _is_address(whole) else ()
        cleaned = self._cleaner.clean_pieces(texts, locked, kind, ends)
        self._remark("".join(cleaned))
        if cleaned == texts:
            return [inlines]
        return self._ended(rebuilt(inlines, cleaned))

    def _single(self, text: str, inlines: Inlines, kind: str) -> list[Inlines]:
        self._gather(text, kind)
        cleaned = self._cleaner.clean(text, kind)
        self._remark(cleaned)
        if cleaned == text:
            return [inlines]
        parts = cleaned.split(PARAGRAPH_END)
        return self._ended([(Text(part),) if part else () for part in parts])

    def _with_clean_note(self, inline: Inline) -> Inline:
        return Note(self._blocks(inline.blocks)) if isinstance(inline, Note) else inline

    # --- what is noticed --------------------------------------------------------------

    def _gather(self, text: str, kind: str) -> None:
        """Remember what a line at the edge of the article says about it."""
        if self._gathers and kind == "edge":
            self._facts += facts_in(text)

    def _ended(self, parts: list[Inlines]) -> list[Inlines]:
        """Log if nothing is left of a text, by the rule that took the last of it."""
        if not any(parts):
            rule = self._cleaner.changes[-1].rule
            self._cleaner.changes.append(Change(rule, self._cleaner.block, 0, PARAGRAPH_END, ""))
        return parts

    def _remark(self, text: str) -> None:
        """Note what was left alone because nobody can know."""
        if '"' in text and has_odd_quotes(text):
            self._note("quote-without-partner", text=text[:20])
        if _is_address(text):
            for address in ambiguous_addresses(text, protected_spans(text)):
                self._note("comma-in-address", address=address)

    def _note(self, code: str, **facts: str | int) -> None:
        self._diagnostics.append(Diagnostic(code=code, severity=Severity.INFO, facts=facts))


def _edges(blocks: Sequence[Block]) -> set[int]:
    """Return which of *blocks* stand at an end of the article, lines about it not counted."""
    edges: set[int] = set()
    for order in (range(len(blocks)), reversed(range(len(blocks)))):
        own = 0
        for number in order:
            edges.add(number)
            own += _is_own(blocks[number])
            if own == _EDGE:
                break
    return edges


def _is_own(block: Block) -> bool:
    """Whether *block* stays at its end of the article, whatever the rules take."""
    if not isinstance(block, Paragraph):
        return True
    text = "".join([text for text, _ in pieces(block.children)])
    return any(map(str.isalnum, text)) and not is_boilerplate(text)


def _is_address(text: str) -> bool:
    return "://" in text or "www." in text
