"""All that is known of an article, put together from every witness on its page."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.extraction.metadata.bylines import signed, signed_line
from bulletin_export.extraction.metadata.contradictions import contradictions
from bulletin_export.extraction.metadata.dates import dates_in
from bulletin_export.extraction.metadata.facts import Facts, Found, Rule, merged, place_of
from bulletin_export.extraction.metadata.head import Head
from bulletin_export.extraction.metadata.info_line import facts_in
from bulletin_export.extraction.metadata.language import language_of
from bulletin_export.extraction.metadata.printed_lines import PrintedLines, joined, printed_lines
from bulletin_export.extraction.metadata.script_dates import date_in_scripts
from bulletin_export.extraction.metadata.titles import Title
from bulletin_export.extraction.outline import Line
from bulletin_export.model.article import ContributorRole, Date, Headline, Metadata
from bulletin_export.model.evidence import Origin

_SIGNED_LINES = 12
#: Characters that may stand beside a date that has the line to itself.
_EDGE = 3


class Gathered(msgspec.Struct, frozen=True):
    """What is known of an article, where each value comes from, and what speaks against it."""

    headline: Headline
    metadata: Metadata
    origins: tuple[Origin, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def gather(
    head: Head,
    lines: list[Line],
    title: Title,
    texts: list[str],
    credit_lines: list[str],
    address: str = "",
    name: str = "",
    said: Facts | None = None,
) -> Gathered:
    """Return what is known of the article whose body prints *texts*.

    *lines* are all lines of the page, *credit_lines* those cut from the body, *address*
    where the page was found, *name* what remarks call it, *said* what a rule for its site finds.
    """
    printed_on = printed_lines(lines, title, texts, head.trails)
    byline = signed(texts).or_else(merged(map(signed_line, credit_lines)))
    # In this order they are believed: what a reader sees comes first.
    witnesses = (
        said or Facts(),
        _without_editors_as_authors(_printed(printed_on, head), byline),
        _below(printed_on, credit_lines),
        byline,
        _section(printed_on, head.given),
        head.given,
        facts_in(joined(printed_on.index), only_labelled=True),
        Facts(date=head.day),
    )
    facts = merged(witnesses)
    _add_scripts_date(facts, head)
    _add_named_author(facts, head)
    _add_page(facts, title, texts, address)
    _drop_yearless(facts)
    facts.date = facts.date or _signing_date(printed_on.ending)
    return Gathered(
        headline=Headline(title.text, title.kicker, title.subtitle),
        metadata=_metadata(facts),
        origins=tuple(facts.origins()),
        diagnostics=tuple(contradictions(facts, head.given, name)),
    )


def _printed(printed_on: PrintedLines, head: Head) -> Facts:
    """Return what stands near the headline; a named element speaks before an unnamed neighbour."""
    info, above = (facts_in(joined(part)) for part in (printed_on.info, printed_on.above))
    lines = map(signed_line, printed_on.info[:_SIGNED_LINES])
    facts = merged((info, above, _near(head.marked, printed_on), _named(printed_on), *lines))
    if head.marked.source and facts.source and facts.source.rule is Rule.PRINTED_LINE:
        facts.source = head.marked.source
    return facts


def _section(printed_on: PrintedLines, given: Facts) -> Facts:
    """Return the section: the government's column, or that of the breadcrumbs."""
    is_column = given.section is not None and given.section.rule is Rule.GOVERNMENT_META
    return Facts(section=given.section if is_column else printed_on.section)


def _near(marked: Facts, printed_on: PrintedLines) -> Facts:
    """Return *marked* without people who are not named near the headline, as under comments."""
    words = "".join("".join((*printed_on.info, *printed_on.above)).split())
    people = {
        role: found
        for role, found in marked.people.items()
        if found.place.startswith("#")
        or all("".join(name.split()) in words for name in found.value)
    }
    return replace(marked, people=people)


def _named(printed_on: PrintedLines) -> Facts:
    author = printed_on.author
    return Facts(people={ContributorRole.AUTHOR: author} if author else {})


def _below(printed_on: PrintedLines, credit_lines: list[str]) -> Facts:
    """Return what the lines below the body say; there only labels count."""
    every = [*credit_lines, *printed_on.below]
    return facts_in(joined(every), only_labelled=True) if every else Facts()


def _without_editors_as_authors(printed: Facts, byline: Facts) -> Facts:
    """Return *printed* without an author who is its editor too, if another signs the body."""
    author = printed.people.get(ContributorRole.AUTHOR)
    editor = printed.people.get(ContributorRole.EDITOR)
    if (
        author
        and editor
        and ContributorRole.AUTHOR in byline.people
        and set(author.value) <= set(editor.value)
    ):
        del printed.people[ContributorRole.AUTHOR]
    return printed


def _add_scripts_date(facts: Facts, head: Head) -> None:
    """Use the time that only a script tells; an address tells no more than a day."""
    if facts.date is None or facts.date.rule is Rule.ADDRESS:
        facts.date = date_in_scripts(head.scripts) or facts.date


def _add_named_author(facts: Facts, head: Head) -> None:
    """Use the author's meta tag where nobody else is named, and no editor of that name."""
    if head.named is None or not _AUTHORS.isdisjoint(facts.people):
        return
    editors = facts.people.get(ContributorRole.EDITOR)
    if editors is None:
        facts.add_people(ContributorRole.AUTHOR, head.named)


_AUTHORS = frozenset((ContributorRole.AUTHOR, ContributorRole.CORRESPONDENT))


def _add_page(facts: Facts, title: Title, texts: list[str], address: str) -> None:
    """Add what the page as a whole tells: title, site, address, language."""
    facts.title = Found(title.text, title.rule, title.place) if title.text else None
    facts.kicker = _part(title.kicker, title.kicker_place, facts.kicker)
    facts.subtitle = _part(title.subtitle, title.subtitle_place, facts.subtitle)
    if facts.publisher is None and title.site:
        facts.publisher = Found(title.site, Rule.PAGE_TITLE, "title")
    if facts.address is None and address:
        facts.address = Found(address, Rule.ADDRESS, address)
    declared = facts.language
    tag = language_of(declared.value if declared else "", title.text, texts)
    is_declared = declared is not None and declared.value.lower()[:2] == tag.lower()[:2]
    if declared is None or not is_declared:
        declared = Found(tag, Rule.TEXT, "")
    facts.language = Found(tag, declared.rule, declared.place)


def _part(text: str, place: str, given: Found[str] | None) -> Found[str] | None:
    """Return a part of the headline: as *given* by a tag, or as printed at *place*."""
    if given is not None and given.value == text:
        return given
    return Found(text, Rule.HEADING, place) if text else None


def _signing_date(ending: list[str]) -> Found[Date] | None:
    """Return the date on a line of its own below the text, where no other is told."""
    for index, line in enumerate(ending):
        spotted = next(dates_in(line), None)
        if spotted and spotted.start <= _EDGE and spotted.end > len(line) - 2 * _EDGE:
            whole = next(dates_in(joined(ending[index : index + 2])))
            return Found(whole.date, Rule.PRINTED_LINE, place_of(line))
    return None


def _drop_yearless(facts: Facts) -> None:
    if facts.date and facts.date.value.value.startswith("--"):
        facts.date = None


def _metadata(facts: Facts) -> Metadata:
    return Metadata(
        source=_text(facts.source),
        publisher=_text(facts.publisher),
        date=facts.date.value if facts.date else None,
        contributors=facts.contributors(),
        address=_text(facts.address),
        language=_text(facts.language),
        section=_text(facts.section),
        description=_text(facts.description),
        subjects=facts.subjects.value if facts.subjects else (),
        rights=_text(facts.rights),
        views=facts.views.value if facts.views else None,
    )


def _text(found: Found[str] | None) -> str:
    return found.value if found else ""
