"""Facts from elements that a page marks: microdata, ``<time>``, and well-known names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from bulletin_export.extraction.metadata.dates import labelled_date_in
from bulletin_export.extraction.metadata.facts import Facts, Found, Rule
from bulletin_export.extraction.metadata.info_line import facts_in
from bulletin_export.extraction.metadata.machine_dates import machine_date
from bulletin_export.extraction.metadata.outlets import as_source
from bulletin_export.extraction.metadata.page_names import PageNames
from bulletin_export.extraction.metadata.people import is_likely_name, parts_of
from bulletin_export.extraction.naming import words_of
from bulletin_export.model.article import ContributorRole
from bulletin_export.patterns import lazy_pattern

_ITEMS: Any = etree.XPath("//*[@itemprop][not(self::meta[ancestor::head])]")
_TIMES: Any = etree.XPath(
    "//time[@datetime][not(ancestor::li or ancestor::aside or ancestor::footer or ancestor::nav)]"
    "[not(ancestor::*[contains(@itemtype, 'Comment')])]"
)
_PICTURES: Any = etree.XPath("//img[@alt]")
#: Ids that Baidu asks news sites for, and those of the largest publishing platforms.
_IDS = {
    "pubtime_baidu": "date",
    "source_baidu": "source",
    "author_baidu": "author",
    "editor_baidu": "editor",
    "js_name": "account",
    "publish_time": "date",
    "media_name": "source",
    "art_source": "source",
    "ne_article_source": "source",
    "js_author_name": "author",
}
_CLASSES = {
    "profile_nickname": "account",
    "rich_media_meta_nickname": "account",
    "author-name": "account",
    "media-name": "account",
    "media_name": "account",
    "account-name": "account",
    "source-name": "account",
    "news-source": "source",
    "article-source": "source",
    "art-source": "source",
    "info-source": "source",
    "copyfrom": "source",
    "laiyuan": "source",
    "source": "source",
    "author": "author",
    "writer": "author",
    "byline": "author",
    "zuozhe": "author",
    "post-author": "author",
    "article-author": "author",
    "news-author": "author",
    "a_author": "author",
    "rich_media_meta_text": "author",
    "publish-time": "date",
    "pub-time": "date",
    "pubtime": "date",
    "pub_time": "date",
    "publish_time": "date",
    "post-time": "date",
    "article-time": "date",
    "news-time": "date",
    "entry-date": "date",
}
_BY = lazy_pattern(r"^(?:由|[Bb]y)\s*(?=\S{2})")
#: So many names at most are looked for: each costs a walk over the page.
_MOST_NAMES = 20
_OUTSIDE_LISTS = "[not(ancestor::li or ancestor::aside or ancestor::footer or ancestor::nav)]"
_BY_CLASS: Any = etree.XPath(f"//*[@class=$name]{_OUTSIDE_LISTS}")
_BY_ID: Any = etree.XPath(f"//*[@id=$name]{_OUTSIDE_LISTS}")
_LONGEST = 60
_PROPERTIES = words_of("""
    headline alternativeHeadline datePublished author editor publisher articleSection description
    keywords
""")
_LABELS = ("来源", "來源", "稿源", "出处")


def from_microdata(root: Any) -> Facts:
    """Return what ``itemprop`` attributes and ``<time datetime>`` say on the page *root*."""
    facts = Facts()
    for element in _ITEMS(root):
        if not _is_of_comment(element):
            _take_item(facts, element)
    if facts.date is None:
        for element in _TIMES(root):
            date = machine_date(element.get("datetime"))
            if date:
                facts.date = Found(date, Rule.MICRODATA, "time[datetime]")
                break
    return facts


def _take_item(facts: Facts, element: Any) -> None:
    for name in element.get("itemprop").split():
        place = f"{element.tag}[itemprop={name}]"
        if name not in _PROPERTIES:
            continue
        value = element.get("content") or element.get("datetime") or _text(element)
        match name:
            case "headline":
                facts.title = facts.title or _found(value, place)
            case "alternativeHeadline":
                facts.subtitle = facts.subtitle or _found(value, place)
            case "datePublished":
                date = machine_date(value)
                if date and facts.date is None:
                    facts.date = Found(date, Rule.MICRODATA, place)
            case "author" | "editor":
                role = ContributorRole(name)
                if role not in facts.people and "Organization" not in (
                    element.get("itemtype") or ""
                ):
                    facts.add_people(role, Found(_persons(element), Rule.MICRODATA, place))
            case "publisher":
                facts.publisher = facts.publisher or _found(_own_name(element), place)
            case "articleSection":
                facts.section = facts.section or _found(value, place)
            case "description":
                facts.description = facts.description or _found(value[:500], place)
            case "keywords":
                words = tuple(
                    word.strip() for word in value.replace("，", ",").split(",") if word.strip()
                )
                if words and facts.subjects is None:
                    facts.subjects = Found(words, Rule.MICRODATA, place)


def _is_of_comment(element: Any) -> bool:
    return any("Comment" in (above.get("itemtype") or "") for above in element.iterancestors())


def _found(value: str, place: str) -> Found[str] | None:
    value = " ".join(value.split())
    return Found(value, Rule.MICRODATA, place) if value else None


def _own_name(element: Any) -> str:
    """Return the ``name`` inside an item, its content, or its words."""
    for inner in element.iterdescendants():
        if "name" in (inner.get("itemprop") or "").split():
            return inner.get("content") or _text(inner)
    return element.get("content") or _text(element)


def _persons(element: Any) -> tuple[str, ...]:
    name = _own_name(element)
    labelled = facts_in(name).people.get(ContributorRole.AUTHOR)
    if labelled:
        return labelled.value
    return tuple(part for part in parts_of(name) if is_likely_name(part))


def from_named_elements(root: Any, names: PageNames) -> Facts:
    """Return what stands in elements whose id or class is known to hold source, time or people."""
    facts = Facts()
    for element, kind, place in _named_elements(root, names):
        text = _text(element)
        if 1 < len(text) <= _LONGEST:
            _take_named(facts, kind, text, place)
    return facts.or_else(_pictured_source(root))


def _named_elements(root: Any, names: PageNames) -> Iterator[tuple[Any, str, str]]:
    """Yield the elements with a known name, what they hold, and their place; ids come first."""
    for name in names.ids:
        if name in _IDS:
            for element in _BY_ID(root, name=name):
                yield element, _IDS[name], f"#{name}"
    looked_for = 0
    for name in names.classes:
        known = next((one for one in name.split() if one in _CLASSES), None)
        if known and looked_for < _MOST_NAMES:
            looked_for += 1
            for element in _BY_CLASS(root, name=name):
                yield element, _CLASSES[known], f"{element.tag}.{known}"


def _take_named(facts: Facts, kind: str, text: str, place: str) -> None:
    rule = Rule.NAMED_ELEMENT
    match kind:
        case "date":
            spotted = labelled_date_in(text)
            if spotted and facts.date is None:
                facts.date = Found(spotted.date, rule, place)
        case "source" | "account":
            labelled = facts_in(text).source
            source = labelled.value if labelled else as_source(text)
            if kind == "account" and is_likely_name(source):
                facts.add_people(ContributorRole.AUTHOR, Found((source,), rule, place))
            elif source and len(source) <= 24 and facts.source is None and " " not in source:
                facts.source = Found(source, rule, place)
        case _:
            role, text = ContributorRole(kind), _BY.sub("", text)
            given = facts_in(text).people.get(role)
            names = given.value if given else tuple(filter(is_likely_name, parts_of(text)))
            facts.add_people(role, Found(names, rule, place))


def _pictured_source(root: Any) -> Facts:
    """Return the source that is a picture with words for it: ``来源： <img alt="皖江日报">``."""
    for image in _PICTURES(root):
        before = image.getprevious()
        above = image.getparent()
        words = before.tail if before is not None else above.text if above is not None else ""
        if not (words or "").strip() and before is None and above is not None:
            outer = above.getprevious()
            words = (
                outer.tail
                if outer is not None
                else above.getparent().text
                if above.getparent() is not None
                else ""
            )
        words = (words or "").rstrip().rstrip(":： ")
        source = as_source(image.get("alt")) if words.endswith(_LABELS) else ""
        if source:
            return Facts(source=Found(source, Rule.PRINTED_LABEL, "img[alt]"))
    return Facts()


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
