"""What the lines around an article say of it, put where nothing was known (S22)."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from bulletin_export.model.article import Article, Contributor, ContributorRole, Date, Metadata
from bulletin_export.model.evidence import Origin
from bulletin_export.transforms.base import Change
from bulletin_export.transforms.clean.boilerplate import Fact

FACTS_RULE = "boilerplate-facts"


def with_facts(article: Article, facts: Iterable[Fact]) -> tuple[Article, list[Change]]:
    """Return *article* with *facts* where it had none, and a change for each that was new."""
    known = article.metadata
    changes: list[Change] = []
    origins: list[Origin] = []
    filled = known
    for fact in facts:
        more = _with(filled, fact, known)
        if more is filled:
            continue
        number = (
            len(filled.contributors) if len(more.contributors) > len(filled.contributors) else 0
        )
        name = "contributor" if more.contributors != filled.contributors else fact.field
        changes.append(Change(FACTS_RULE, number, 0, "", fact.printed, name))
        origins.append(Origin(fact.field, FACTS_RULE, fact.printed))
        filled = more
    if not changes:
        return article, []
    evidence = replace(article.evidence, origins=(*article.evidence.origins, *origins))
    return replace(article, metadata=filled, evidence=evidence), changes


def _with(metadata: Metadata, fact: Fact, known: Metadata) -> Metadata:
    """Return *metadata* with *fact* in its place, unless something was *known* there."""
    match fact.field:
        case "source" if not metadata.source:
            return replace(metadata, source=fact.value)
        case "date" if metadata.date is None:
            return replace(metadata, date=Date(fact.value, fact.printed))
        case "views" if metadata.views is None:
            return replace(metadata, views=int(fact.value))
        case "author" | "editor" if not known.names(ContributorRole(fact.field)):
            one = Contributor(fact.value, ContributorRole(fact.field))
            if one not in metadata.contributors:
                return replace(metadata, contributors=(*metadata.contributors, one))
    return metadata
