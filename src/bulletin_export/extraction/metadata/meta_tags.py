"""Facts from the head of a page: government names, Open Graph, JSON-LD, ``<html lang>``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bulletin_export.extraction.addresses import absolute
from bulletin_export.extraction.blocks.inlines import collapsed
from bulletin_export.extraction.metadata.dates import date_in
from bulletin_export.extraction.metadata.facts import Facts
from bulletin_export.extraction.metadata.people import contributors, is_name
from bulletin_export.model.article import Contributor, ContributorRole
from bulletin_export.patterns import lazy_pattern

# 国办发〔2017〕47号 first, then what other pages carry; names are compared in lower case.
_TITLE = ("articletitle", "og:title", "twitter:title")
_DATE = (
    "pubdate",
    "publishdate",
    "article:published_time",
    "og:release_date",
    "og:published_time",
    "og:time",
    "datepublished",
    "publish_time",
    "firstpublishedtime",
    "weibo: article:create_at",
    "apub:time",
)
_SOURCE = ("contentsource", "source", "apub:from")
_EDITOR = ("editor",)
_SITE = ("sitename", "og:site_name", "application-name")
_SECTION = ("columnname", "article:section", "lanmu", "catalog")
_SOURCE_LABEL = lazy_pattern(r"^(?:(?:来源|來源|稿源)\s*[:：]|(?:本文)?来源于)\s*")
_SPLIT = lazy_pattern(r"[,，;；、\s|]+")
_ARTICLE_TYPES = frozenset(("Article", "NewsArticle", "BlogPosting", "Report", "WebPage"))


def from_head(root: Any, base: str) -> Facts:
    """Return what the head of the page *root* says."""
    metas = _metas(root)

    def first(names: tuple[str, ...]) -> str:
        return next((metas[name] for name in names if metas.get(name)), "")

    facts = Facts(
        title=first(_TITLE),
        source=_source(first(_SOURCE)),
        publisher=first(_SITE),
        date=next((date for name in _DATE if (date := date_in(metas.get(name, "")))), None),
        address=_address(root, metas, base),
        language=_language(root),
        section=first(_SECTION),
        description=first(("description", "og:description")),
        subjects=tuple(filter(None, _SPLIT.split(first(("keywords",))))),
        rights=first(("copyright", "dc.rights")),
    )
    facts.contributors += contributors(first(_EDITOR), ContributorRole.EDITOR)
    return facts.or_else(_from_json_ld(root))


def _metas(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("name") or meta.get("property") or meta.get("itemprop")
        content = meta.get("content")
        if name and content:
            found.setdefault(name.strip().lower(), collapsed(content).strip())
    return found


def _source(text: str) -> str:
    text = _SOURCE_LABEL.sub("", text)
    return "" if len(text) > 40 or "://" in text or text.isdecimal() else text


def _language(root: Any) -> str:
    return (
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    ).strip()


def _address(root: Any, metas: dict[str, str], base: str) -> str:
    for link in root.iter("link"):
        if (link.get("rel") or "").strip().lower() == "canonical" and link.get("href"):
            address = absolute(link.get("href"), base)
            if "://" in address:
                return address
    given = metas.get("og:url") or metas.get("url") or ""
    address = absolute(given, base) if given else ""
    return address if "://" in address else ""


def _from_json_ld(root: Any) -> Facts:
    facts = Facts()
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text:
            for thing in _things(script.text):
                facts = facts.or_else(_from_thing(thing))
    return facts


def _things(text: str) -> Iterator[dict[str, Any]]:
    import json  # Few pages have any.

    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    waiting = value if isinstance(value, list) else [value]
    for thing in waiting:
        if isinstance(thing, dict):
            graph = thing.get("@graph")
            things = [thing, *graph] if isinstance(graph, list) else [thing]
            yield from (one for one in things if isinstance(one, dict) and _is_article(one))


def _is_article(thing: dict[str, Any]) -> bool:
    kinds = thing.get("@type", "WebPage")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind in _ARTICLE_TYPES for kind in kinds)


def _from_thing(thing: dict[str, Any]) -> Facts:
    published = thing.get("datePublished") or thing.get("pubDate")
    facts = Facts(
        title=_string(thing.get("headline")),
        date=date_in(_string(published)),
        publisher=_name(thing.get("publisher")),
        section=_string(thing.get("articleSection")),
    )
    authors = thing.get("author")
    for author in authors if isinstance(authors, list) else [authors]:
        is_person = not isinstance(author, dict) or author.get("@type") == "Person"
        name = _name(author)
        # One object is one person: ``大渡 美咲`` is not two.
        if is_person and is_name(name.replace(" ", "") if not name.isascii() else name):
            facts.contributors.append(Contributor(name, ContributorRole.AUTHOR))
    return facts


def _string(value: Any) -> str:
    return collapsed(value).strip() if isinstance(value, str) else ""


def _name(value: Any) -> str:
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)
