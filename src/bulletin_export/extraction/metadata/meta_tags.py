"""Facts from ``<meta>`` tags: the government's names, Open Graph, Dublin Core, and the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from bulletin_export.extraction.addresses import absolute
from bulletin_export.extraction.blocks.inlines import collapsed
from bulletin_export.extraction.metadata.facts import Facts, Found, Rule
from bulletin_export.extraction.metadata.machine_dates import machine_date
from bulletin_export.extraction.metadata.outlets import as_source
from bulletin_export.extraction.metadata.people import is_likely_name, is_name, parts_of
from bulletin_export.model.article import ContributorRole
from bulletin_export.patterns import lazy_pattern


class MetaTag(NamedTuple):
    """A ``<meta>`` tag: which attribute names it, its name as given, its content."""

    attribute: str
    name: str
    content: str

    @property
    def place(self) -> str:
        """How provenance shows it."""
        return f"meta[{self.attribute}={self.name}]"


#: Tags by their name in lower case; Dublin Core's with a dot, as ``dc.title``.
MetaTags = Mapping[str, list[MetaTag]]

#: Names by the field they fill, the best first. 国办发〔2017〕47号, appendix on page design.
_GOVERNMENT = {
    "title": ("articletitle",),
    "date": ("pubdate",),
    "source": ("contentsource",),
    "publisher": ("sitename",),
    "section": ("columnname",),
    "subjects": ("keywords",),
    "description": ("description",),
    "address": ("url",),
}
_OPEN_GRAPH = {
    "title": ("og:title", "og:article:title"),
    "date": (
        "article:published_time", "og:article:published_time", "og:published_time",
        "og:release_date", "og:pubdate", "og:time", "og:article:pubdate",
    ),
    "publisher": ("og:site_name",),
    "section": ("article:section", "og:article:section", "og:category"),
    "subjects": ("article:tag", "og:article:tag", "og:keywords"),
    "description": ("og:description",),
    "address": ("og:url",),
    "language": ("og:locale",),
}  # fmt: skip
_DUBLIN_CORE = {
    "title": ("dc.title", "dcterms.title"),
    "date": (
        "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "dcterms.available",
        "dc.date.created", "dcterms.created", "dc.date.publication", "dcterms.datesubmitted",
    ),
    "source": ("dc.source", "dcterms.source"),
    "publisher": ("dc.publisher", "dcterms.publisher"),
    "subjects": ("dc.subject", "dcterms.subject"),
    "description": (
        "dc.description", "dcterms.description", "dcterms.abstract", "dc.description.abstract",
    ),
    "rights": ("dc.rights", "dcterms.rights"),
    "language": ("dc.language", "dcterms.language"),
    "author": ("dc.creator", "dcterms.creator"),
}  # fmt: skip
_OTHER = {
    "title": ("twitter:title", "headline", "newstitle", "article_title"),
    "kicker": ("pretitle", "yinti", "kicker", "leadtitle"),
    "subtitle": ("subtitle", "futi", "sub_title", "secondtitle"),
    "date": (
        "publishdate", "publish_time", "publishtime", "publish_date", "publish-date", "published",
        "pubtime", "datepublished", "releasedate", "release_date", "firstpublishedtime",
        "weibo: article:create_at", "weibo:article:create_at", "article:create_at",
        "apub:time", "createdate", "createtime", "create_time", "parsely-pub-date", "sailthru.date",
        "citation_publication_date", "citation_date", "article.published",
        "cxenseparse:publishtime",
        "bt:pubdate", "ptime", "date", "dateupdate",
    ),
    "source": ("source", "apub:from", "newssource", "copyfrom", "laiyuan", "origin", "mediaid"),
    "publisher": ("application-name",),
    "section": ("lanmu", "catalog", "channel", "section", "category"),
    "subjects": ("keywords", "news_keywords", "tags"),
    "description": ("description", "twitter:description", "abstract"),
    "rights": ("copyright",),
    "editor": ("editor", "responsibleeditor", "责任编辑"),
}  # fmt: skip
#: Names that only pages made to the government's standard carry.
_MARKS = ("articletitle", "pubdate", "contentsource", "sitename", "siteidcode", "columnname")
_SPLIT = lazy_pattern(r"[,，;；、\s|]+")


def meta_tags(root: Any) -> MetaTags:
    """Return the meta tags of the page *root* that say something."""
    found: dict[str, list[MetaTag]] = {}
    for meta in root.iter("meta"):
        content = meta.get("content")
        if not content or not content.strip():
            continue
        for attribute in ("name", "property", "itemprop", "http-equiv"):
            name = meta.get(attribute)
            if name:
                tag = MetaTag(attribute, name.strip(), collapsed(content).strip())
                found.setdefault(_key(name), []).append(tag)
                break
    return found


def _key(name: str) -> str:
    key = name.strip().lower()
    if key.startswith(("dc:", "dc_", "dcterms:", "dcterms_")):
        key = key.replace(":", ".").replace("_", ".")
    return key


def from_meta_tags(tags: MetaTags, base: str) -> tuple[Facts, ...]:
    """Return what *tags* say, one finding for each family of names, the best first."""
    is_government = any(mark in tags for mark in _MARKS)
    families: tuple[tuple[Rule, Mapping[str, Sequence[str]]], ...] = (
        (Rule.GOVERNMENT_META, _GOVERNMENT if is_government else {}),
        (Rule.OPEN_GRAPH, _OPEN_GRAPH),
        (Rule.DUBLIN_CORE, _DUBLIN_CORE),
        (Rule.OTHER_META, _OTHER),
    )
    return tuple(_from_family(tags, rule, names, base) for rule, names in families)


def _from_family(
    tags: MetaTags, rule: Rule, family: Mapping[str, Sequence[str]], base: str
) -> Facts:
    facts = Facts()
    for field, names in family.items():
        for tag in (tag for name in names for tag in tags.get(name, ())):
            if _take(facts, field, tag, rule, base):
                break
    return facts


def _take(facts: Facts, field: str, tag: MetaTag, rule: Rule, base: str) -> bool:
    """Put what *tag* says about *field* into *facts*; return whether it says anything."""
    place, text = tag.place, tag.content
    if field in ("author", "editor"):
        role = ContributorRole(field)
        facts.add_people(role, Found(_people(text, role), rule, place))
        return False  # Several tags may name several people.
    value: object
    match field:
        case "date":
            value = machine_date(text)
        case "source":
            value = as_source(text)
        case "subjects":
            value = tuple(dict.fromkeys(filter(None, _SPLIT.split(text))))
        case "address":
            absolute_address = absolute(text, base)
            value = absolute_address if "://" in absolute_address else ""
        case "section":
            value = "" if text.isdecimal() else text
        case "language":
            value = text.replace("_", "-")
        case _:
            value = text
    if value:
        setattr(facts, field, Found(value, rule, place))
    return bool(value)


def _people(text: str, role: ContributorRole) -> tuple[str, ...]:
    fits = is_name if role is ContributorRole.EDITOR else is_likely_name
    return tuple(part for part in parts_of(text) if fits(part))


def named_author(tags: MetaTags) -> Found[tuple[str, ...]] | None:
    """Return whom ``<meta name="author">`` names: an author, or as often the duty editor.

    Sites, numbers, addresses and filler stand there too; those name nobody.
    """
    for tag in tags.get("author", ()):
        parts = parts_of(tag.content)
        if parts and len(parts) <= 3 and all(map(is_likely_name, parts)):
            return Found(parts, Rule.OTHER_META, tag.place)
    return None


def account(tags: MetaTags) -> Facts:
    """Return the source that some sites give as ``article:author``."""
    for name in ("article:author", "og:article:author"):
        for tag in tags.get(name, ()):
            source = as_source(tag.content)
            if source and not is_likely_name(source) and not source.isascii():
                return Facts(source=Found(source, Rule.OPEN_GRAPH, tag.place))
    return Facts()
