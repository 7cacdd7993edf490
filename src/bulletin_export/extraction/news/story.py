"""What is known of one story while the elements of its message are gone through."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.extraction.metadata.language import language_of
from bulletin_export.model.article import Article, Contributor, Date, Headline, Metadata
from bulletin_export.model.evidence import Evidence, Origin
from bulletin_export.model.listing import Entry
from bulletin_export.model.nodes import Block, Paragraph, Text
from bulletin_export.model.text import paragraphs
from bulletin_export.patterns import lazy_pattern

_HAN_END = lazy_pattern(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]$")
_ENDS_ITSELF = lazy_pattern(r"[-–—:：,，.)）]$")
#: What ends a dateline in print: 电, 讯, a dash, the agency's name in brackets.
_ENDS_DATELINE = lazy_pattern(r"[电電讯訊]|[-–—]{1,2}\s|[)）]|——")
#: Characters before the place, and behind the dateline.
_FIRST, _NEAR = 12, 40
_WORDS = lazy_pattern(r"\w{2,}")
_TITLE_LENGTH = 80


class Story(msgspec.Struct, kw_only=True):
    """The parts of one story; what is empty may be filled in from another witness."""

    title: str = ""
    kicker: str = ""
    subtitle: str = ""
    slugline: str = ""
    dateline: str = ""
    summary: str = ""
    source: str = ""
    publisher: str = ""
    section: str = ""
    rights: str = ""
    language: str = ""
    address: str = ""
    date: Date | None = None
    contributors: tuple[Contributor, ...] = ()
    subjects: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()
    origins: tuple[Origin, ...] = ()

    def or_else(self, other: Story) -> Story:
        """Return this story, its gaps filled from *other*; remarks and origins of both."""
        names = self.__struct_fields__
        filled = Story(**{name: getattr(self, name) or getattr(other, name) for name in names})
        filled.remarks = (*self.remarks, *other.remarks)
        filled.origins = (*self.origins, *other.origins)
        return filled

    @classmethod
    def joined(cls, parts: Iterable[Story]) -> Story:
        """Return *parts* as one story: their blocks in order, facts from the first that knows."""
        whole, blocks, remarks = cls(), list[Block](), list[Diagnostic]()
        for part in parts:
            blocks.extend(part.blocks)
            remarks.extend(part.remarks)
            whole = whole.or_else(replace(part, blocks=(), remarks=()))
        whole.blocks, whole.remarks = tuple(blocks), tuple(remarks)
        return whole

    def remark(self, code: str, severity: Severity = Severity.INFO, **facts: str) -> None:
        """Note a remark; the headline tells later where."""
        self.remarks = (*self.remarks, Diagnostic(code=code, severity=severity, facts={**facts}))

    def article(self, where: str, rule: str) -> tuple[Article, tuple[Diagnostic, ...]]:
        """Return the finished article and its remarks.

        *where* names the source, *rule* the form that its body had.
        """
        blocks = _with_dateline(self.blocks, self.dateline)
        is_summary = not blocks
        if is_summary:
            blocks = (Paragraph((Text(self.summary),)),) if self.summary else ()
            self.remark("body-missing", Severity.WARNING)
        texts = list(paragraphs(blocks))
        title = self.title or self.slugline or " ".join(texts[:1])[:_TITLE_LENGTH] or where
        article = Article(
            headline=Headline(title, self.kicker, self.subtitle),
            blocks=blocks,
            metadata=self._metadata(title, texts, is_summary),
            evidence=Evidence(1.0, rule, self._first_origins()),
        )
        return article, tuple(replace(one, where=one.where or title) for one in self.remarks)

    def _first_origins(self) -> tuple[Origin, ...]:
        first: dict[str, Origin] = {}
        for origin in self.origins:
            first.setdefault(origin.field, origin)
        return tuple(first.values())

    def _metadata(self, title: str, texts: list[str], is_summary: bool) -> Metadata:
        slugline = (self.slugline,) if self.slugline and self.slugline != title else ()
        return Metadata(
            source=self.source,
            publisher=self.publisher,
            date=self.date,
            contributors=self.contributors,
            address=self.address,
            language=_tongue(self.language, title, texts),
            section=self.section,
            description=self.summary,
            subjects=tuple(dict.fromkeys((*self.subjects, *slugline))),
            rights=self.rights,
            is_summary=is_summary,
        )

    def entry(self) -> Entry:
        """Return the line of a list that stands for this story."""
        return Entry(self.address, self.title, self.date, self.summary)


def _with_dateline(blocks: tuple[Block, ...], dateline: str) -> tuple[Block, ...]:
    """Begin the first paragraph with *dateline*, as papers print it, unless it does so already."""
    found = ((at, one) for at, one in enumerate(blocks) if isinstance(one, Paragraph))
    at, paragraph = next(found, (0, None))
    if not dateline or paragraph is None:
        return blocks
    start = next(iter(paragraphs((paragraph,))), "")[: len(dateline) + _NEAR].casefold()
    place = _WORDS.search(dateline.casefold())
    if place and 0 <= start.find(place[0]) <= _FIRST and _ENDS_DATELINE.search(start):
        return blocks
    if _HAN_END.search(dateline):  # Blanks between its elements are none in print.
        dateline = "".join(dateline.split())
    separator = " " if _HAN_END.search(dateline) or _ENDS_ITSELF.search(dateline) else " — "
    lead, (first, *rest) = dateline + separator, paragraph.children
    begun = (
        (Text(lead + first.value), *rest) if isinstance(first, Text) else (Text(lead), first, *rest)
    )
    return (*blocks[:at], Paragraph(begun), *blocks[at + 1 :])


def _tongue(declared: str, title: str, texts: list[str]) -> str:
    """Return the language: agencies know theirs, and only another script proves them wrong."""
    seen = language_of(declared, title, texts)
    if seen != "en" or declared[:2].lower() in ("", "en", "zh", "ja", "ko"):
        return seen
    return language_of(declared, "", ())
