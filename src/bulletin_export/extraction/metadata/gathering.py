"""All that is known of an article, put together from every witness on its page."""

from __future__ import annotations

from bulletin_export.extraction.body.outline import Line
from bulletin_export.extraction.metadata.facts import Facts
from bulletin_export.extraction.metadata.info_line import GAP, facts_in, is_info
from bulletin_export.extraction.metadata.language import language_of
from bulletin_export.extraction.metadata.people import bylines
from bulletin_export.extraction.metadata.titles import Title
from bulletin_export.model.article import Metadata

_INFO_LINES = 40
_LINES_ABOVE = 5


def gather(
    head: Facts, lines: list[Line], title: Title, texts: list[str], credit_lines: list[str]
) -> Facts:
    """Return what the page says about its article, the best witness first."""
    info = _info_lines(lines, title, texts)
    printed = facts_in(GAP.join(info))
    ending = facts_in(GAP.join(credit_lines)) if credit_lines else Facts()
    signed = Facts(contributors=bylines([*info[:3], *texts]))
    site = Facts(publisher=title.site)
    return printed.or_else(head).or_else(ending).or_else(signed).or_else(site)


def _info_lines(lines: list[Line], title: Title, body: list[str]) -> list[str]:
    """Return the short lines between title and body, where source and time are printed."""
    first = title.last_line + 1
    starts = [" ".join(text.split())[:20] for text in body[:6] if len(text) > 20]
    found: list[str] = []
    for line in lines[first : first + _INFO_LINES]:
        if line.text[:20] in starts or (len(line.text) > 50 and line.text.endswith("。")):
            break
        if len(line.text) <= 200:
            found.append(line.text)
    if not any(map(is_info, found)):
        above = lines[max(0, title.first_line - _LINES_ABOVE) : max(0, title.first_line)]
        found += [line.text for line in above if is_info(line.text)]
    return found


def metadata_of(
    facts: Facts, texts: list[str], title: Title, address: str, next_page: str
) -> Metadata:
    """Return *facts* as the article's metadata."""
    return Metadata(
        source=facts.source,
        publisher=facts.publisher,
        date=facts.date,
        contributors=tuple(facts.contributors),
        address=facts.address or address,
        language=language_of(facts.language, title.text, texts),
        section=facts.section,
        description=facts.description,
        subjects=facts.subjects,
        rights=facts.rights,
        views=facts.views,
        next_page=next_page,
    )
