"""What the page declares about its article against what it prints."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.extraction.metadata.facts import Facts, Found, Rule
from bulletin_export.extraction.metadata.titles import folded
from bulletin_export.model.article import Date

#: What a reader sees on the page.
_PRINTED = frozenset((Rule.PRINTED_LABEL, Rule.PRINTED_LINE, Rule.NAMED_ELEMENT, Rule.HEADING))
_CHINA = timezone(timedelta(hours=8))


def contradictions(facts: Facts, given: Facts, name: str) -> Iterator[Diagnostic]:
    """Yield a remark for each value in *facts* that is printed and that *given* tells otherwise."""
    if (
        facts.date
        and given.date
        and facts.date.rule in _PRINTED
        and not agree(facts.date.value, given.date.value)
    ):
        yield _remark(
            "date", facts.date.value.value, given.date.value.value, given.date.place, name
        )
    is_account = given.source is not None and given.source.rule is Rule.OPEN_GRAPH
    if _differ(facts.source, given.source) and facts.source and given.source and not is_account:
        yield _remark("source", facts.source.value, given.source.value, given.source.place, name)
    if _differ(facts.title, given.title) and facts.title and given.title:
        one, other = folded(facts.title.value), folded(given.title.value)
        if one not in other and other not in one:
            yield _remark("title", facts.title.value, given.title.value, given.title.place, name)


def agree(printed: Date, given: Date) -> bool:
    """Whether two dates tell the same day, and the same minute if both tell one.

    A time with an offset may be the printed one of China.
    """
    one, other = printed.value, given.value
    if one[:10] == other[:10] and ("T" not in one or "T" not in other or one[:16] == other[:16]):
        return True
    return "T" in other and _in_china(other)[: len(one[:16])] == one[:16]


def _in_china(value: str) -> str:
    moment = datetime.fromisoformat(value)
    return (moment.astimezone(_CHINA) if moment.tzinfo else moment).isoformat()


def _differ(printed: Found[str] | None, given: Found[str] | None) -> bool:
    if printed is None or given is None or printed.rule not in _PRINTED:
        return False
    return folded(printed.value) != folded(given.value)


def _remark(field: str, printed: str, other: str, place: str, name: str) -> Diagnostic:
    facts: dict[str, str | int] = {
        "field": field,
        "printed": printed,
        "other": other,
        "place": place,
    }
    return Diagnostic(
        code="metadata-contradiction", severity=Severity.INFO, where=name, facts=facts
    )
