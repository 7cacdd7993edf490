"""A page read by a rule for its site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import msgspec

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.extraction.metadata.dates import date_in
from bulletin_export.extraction.metadata.facts import Facts, Found, Rule
from bulletin_export.extraction.metadata.info_line import facts_in
from bulletin_export.extraction.metadata.outlets import as_source
from bulletin_export.extraction.metadata.people import names_in
from bulletin_export.extraction.removing import remove
from bulletin_export.model.article import ContributorRole
from bulletin_export.sites.rules import SiteRule, rule_for
from bulletin_export.sites.selectors import Selector


class Ruled(msgspec.Struct):
    """What the rule for a site finds on a page: elements, facts, and what it does not find."""

    containers: tuple[Any, ...] = ()
    title: str = ""
    title_place: str = ""
    next_page: str = ""
    facts: Facts = msgspec.field(default_factory=Facts)
    dropped: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def ruled(body: Any, address: str, rules: tuple[SiteRule, ...], name: str) -> Ruled:
    """Return what the rule for the host of *address* finds in *body*, and take out its drops.

    *name* is what remarks call the page.
    """
    rule = rule_for(_host(address), rules) if address and rules else None
    if rule is None:
        return Ruled()
    found = Ruled(containers=tuple(_outermost(_all(body, rule.container))))
    found.title = _text(body, rule.title)
    found.title_place = rule.title.text if rule.title else ""
    found.facts = _facts(body, rule)
    link = next(iter(_all(body, rule.next_page)), None)
    found.next_page = (link.get("href") or "").strip() if link is not None else ""
    found.diagnostics = tuple(_unmatched(rule, found, name))
    found.dropped = tuple(_dropped(body, rule))
    return found


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _all(body: Any, selector: Selector | None) -> list[Any]:
    return [] if selector is None else body.xpath(selector.path)


def _outermost(elements: list[Any]) -> Iterator[Any]:
    """Yield those of *elements* that stand in none of the others."""
    every = set(elements)
    for element in elements:
        if every.isdisjoint(element.iterancestors()):
            yield element


def _text(body: Any, selector: Selector | None) -> str:
    """Return the words of the first element found that has any."""
    texts = (" ".join("".join(one.itertext()).split()) for one in _all(body, selector))
    return next(filter(None, texts), "")


def _facts(body: Any, rule: SiteRule) -> Facts:
    facts = Facts()
    date = date_in(_text(body, rule.date))
    if date and rule.date:
        facts.date = Found(date, Rule.SITE_RULE, rule.date.text)
    source = as_source(_text(body, rule.source))
    if source and rule.source:
        facts.source = Found(source, Rule.SITE_RULE, rule.source.text)
    if rule.author:
        written = _text(body, rule.author)
        labelled = facts_in(written).people.get(ContributorRole.AUTHOR)
        names = labelled.value if labelled else names_in(written)
        facts.add_people(ContributorRole.AUTHOR, Found(names, Rule.SITE_RULE, rule.author.text))
    return facts


def _unmatched(rule: SiteRule, found: Ruled, name: str) -> Iterator[Diagnostic]:
    """Yield a remark for each key that finds nothing; without a container it is a warning."""
    results = {
        "container": found.containers,
        "title": found.title,
        "date": found.facts.date,
        "source": found.facts.source,
    }
    for key, result in results.items():
        selector = getattr(rule, key)
        if selector is not None and not result:
            yield Diagnostic(
                code="site-rule-unmatched",
                severity=Severity.WARNING if key == "container" else Severity.INFO,
                where=name,
                facts={"rule": rule.name, "key": key, "selector": selector.text},
            )


def _dropped(body: Any, rule: SiteRule) -> Iterator[str]:
    """Take out what the rule drops, and yield its words; what follows an element stays."""
    for selector in rule.drop:
        for element in _all(body, selector):
            if element is not body and element.getparent() is not None:
                text = " ".join(" ".join(element.itertext()).split())
                remove(element)
                if text:
                    yield text
