"""What a rule says of one site."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from bulletin_export.sites.selectors import Selector


class SiteRule(msgspec.Struct, frozen=True):
    """Where things stand on the pages of ``hosts`` and their subdomains.

    Each selector may be None, when the general way is good enough; ``name`` is the file.
    """

    name: str
    hosts: tuple[str, ...]
    container: Selector | None = None
    #: What inside the container, or beside it, is not the article's.
    drop: tuple[Selector, ...] = ()
    title: Selector | None = None
    date: Selector | None = None
    source: Selector | None = None
    author: Selector | None = None
    next_page: Selector | None = None


def rule_for(host: str, rules: Iterable[SiteRule]) -> SiteRule | None:
    """Return the rule of *rules* for *host*: that which names it closest, the first of equals."""
    host = host.lower().rstrip(".")
    best, length = None, 0
    for rule in rules:
        for own in rule.hosts:
            if (host == own or host.endswith("." + own)) and len(own) > length:
                best, length = rule, len(own)
    return best
