"""What is known of an article, each value with the rule that found it and its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Generic, TypeVar

import msgspec

from bulletin_export.model.article import Contributor, ContributorRole, Date
from bulletin_export.model.evidence import Origin

Value = TypeVar("Value")

#: How much of a printed line stands in the provenance of what was read from it.
PLACE_LENGTH = 60


class Rule(StrEnum):
    """How a value was found; the manual lists these words."""

    SITE_RULE = "site-rule"
    GOVERNMENT_META = "government-meta"
    OPEN_GRAPH = "open-graph"
    JSON_LD = "json-ld"
    DUBLIN_CORE = "dublin-core"
    MICRODATA = "microdata"
    OTHER_META = "other-meta"
    DECLARED = "declared"
    NAMED_ELEMENT = "named-element"
    PRINTED_LABEL = "printed-label"
    PRINTED_LINE = "printed-line"
    BYLINE = "byline"
    HEADING = "heading"
    PAGE_TITLE = "page-title"
    BREADCRUMB = "breadcrumb"
    TEXT = "text"
    ADDRESS = "address"
    SCRIPT = "script"


class Found(msgspec.Struct, Generic[Value], frozen=True, gc=False):
    """A value, the rule that found it, and where it stood."""

    value: Value
    rule: Rule
    place: str = ""


class Facts(msgspec.Struct, kw_only=True):
    """Findings of one witness: a meta tag, a printed line, a byline.

    The value of a date printed without its year starts with ``--``, as in ``--10-08T12:00``.
    """

    title: Found[str] | None = None
    kicker: Found[str] | None = None
    subtitle: Found[str] | None = None
    date: Found[Date] | None = None
    source: Found[str] | None = None
    publisher: Found[str] | None = None
    people: dict[ContributorRole, Found[tuple[str, ...]]] = msgspec.field(default_factory=dict)
    address: Found[str] | None = None
    language: Found[str] | None = None
    section: Found[str] | None = None
    description: Found[str] | None = None
    subjects: Found[tuple[str, ...]] | None = None
    rights: Found[str] | None = None
    views: Found[int] | None = None

    def or_else(self, other: Facts) -> Facts:
        """Return these facts, with gaps filled from *other*."""
        merged = Facts(people={**other.people, **self.people})
        for name in _SINGLE:
            mine = getattr(self, name)
            setattr(merged, name, getattr(other, name) if mine is None else mine)
        merged.date = finer(self.date, other.date)
        return merged

    def add_people(self, role: ContributorRole, found: Found[tuple[str, ...]]) -> None:
        """Add the names of *found* to those known in *role*; the first place stays."""
        if not found.value:
            return
        known = self.people.get(role)
        if known is None:
            self.people[role] = found
            return
        names = tuple(dict.fromkeys((*known.value, *found.value)))
        self.people[role] = Found(names, known.rule, known.place)

    def contributors(self) -> tuple[Contributor, ...]:
        """Return everybody, authors first; an author is no correspondent as well."""
        authors = self.people.get(ContributorRole.AUTHOR)
        named = frozenset(authors.value) if authors else frozenset()
        return tuple(
            Contributor(name, role)
            for role in ContributorRole
            if role in self.people
            for name in self.people[role].value
            if role is not ContributorRole.CORRESPONDENT or name not in named
        )

    def origins(self) -> Iterator[Origin]:
        """Yield where each value was taken from, in the order of the fields."""
        for name in Facts.__struct_fields__:
            if name == "people":
                for role in ContributorRole:
                    if role in self.people:
                        yield _origin(role.value, self.people[role])
            elif (found := getattr(self, name)) is not None:
                yield _origin(name, found)


#: Times that programs fill in where nobody gave one.
_NO_TIMES = ("T00:00", "T23:59")
_NOTHING = Facts()
_SINGLE = tuple(name for name in Facts.__struct_fields__ if name not in ("people", "date"))


def merged(witnesses: Iterable[Facts]) -> Facts:
    """Return what all *witnesses* say together, the first one that knows a thing being heard."""
    facts = Facts()
    for witness in witnesses:
        if witness != _NOTHING:  # as most of them say
            facts = facts.or_else(witness)
    return facts


def place_of(line: str) -> str:
    """Return *line* as provenance shows it: one line, cut when it is long."""
    text = " ".join(line.split())
    return text if len(text) <= PLACE_LENGTH else text[: PLACE_LENGTH - 1] + "…"


def finer(first: Found[Date] | None, second: Found[Date] | None) -> Found[Date] | None:
    """Return *first*; with the time of *second* if that alone tells the minute of the same day.

    A date without its year takes the year of *second*.
    """
    if first is None or second is None:
        return first or second
    mine, other = first.value.value, second.value.value
    if mine.startswith("--"):
        if other.startswith("--"):
            return first
        return Found(Date(other[:4] + mine[1:], first.value.printed), first.rule, first.place)
    if other.startswith("--"):
        is_same_day, other = mine[4:10] == other[1:7], mine[:4] + other[1:]
    else:
        is_same_day = mine[:10] == other[:10]
    has_time = len(other) > 10 and other[10:16] not in _NO_TIMES
    if is_same_day and len(mine) == 10 and has_time:
        return Found(Date(other, first.value.printed), second.rule, second.place)
    return first


def _origin(field: str, found: Found[Value]) -> Origin:
    return Origin(field, found.rule.value, found.place)
