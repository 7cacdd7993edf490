"""Facts from JSON-LD, also where it is not quite JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bulletin_export.extraction.blocks.inlines import collapsed
from bulletin_export.extraction.metadata.facts import Facts, Found, Rule
from bulletin_export.extraction.metadata.machine_dates import machine_date
from bulletin_export.extraction.metadata.people import is_likely_name, is_name
from bulletin_export.model.article import ContributorRole
from bulletin_export.patterns import LETTER, lazy_pattern

Thing = Mapping[str, Any]

_ARTICLES = frozenset(
    [
        "Article",
        "NewsArticle",
        "BlogPosting",
        "Report",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
        "BackgroundNewsArticle",
        "ReviewNewsArticle",
        "AdvertiserContentArticle",
        "ScholarlyArticle",
        "TechArticle",
        "SocialMediaPosting",
        "LiveBlogPosting",
        "GovernmentService",
    ]
)
_PAGES = frozenset(("WebPage", "ItemPage"))
_COMMENTS = lazy_pattern(r"<!--|-->|<!\[CDATA\[|\]\]>|^[ \t]*//[^\n]*$|/\*[^*]{0,2000}\*/", 8)
_TRAILING_COMMA = lazy_pattern(r",(?=\s*[}\]])")
_CONTROLS = lazy_pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufeff]+")
#: A line end inside a Chinese word, which no editor meant.
_BROKEN = lazy_pattern(rf"(?<={LETTER})[\r\n]+(?={LETTER})")
_DEEPEST = 6
_PLACE = "script[type=application/ld+json]"


def from_json_ld(root: Any) -> Facts:
    """Return what the JSON-LD of the page *root* says of its article."""
    things = [
        thing
        for script in root.iter("script")
        if "ld+json" in (script.get("type") or "").lower() and script.text
        for thing in _things(_value(script.text))
    ]
    by_id = {
        thing["@id"]: thing
        for thing in things
        if isinstance(thing.get("@id"), str) and len(thing) > 1
    }
    facts = Facts()
    for kinds in (_ARTICLES, _PAGES):
        for thing in things:
            if _is_one_of(thing, kinds):
                facts = facts.or_else(_from_thing(thing, by_id))
    return facts


def _value(text: str) -> object:
    import json  # Few pages have any.

    for attempt in (text, _TRAILING_COMMA.sub("", _CONTROLS.sub(" ", _COMMENTS.sub(" ", text)))):
        try:
            return json.JSONDecoder(strict=False).raw_decode(attempt.strip())[0]
        except (ValueError, RecursionError):
            continue
    return None


def _things(value: object, depth: int = 0) -> Iterator[Thing]:
    """Yield every object in *value* that may be described: in lists, graphs, as main entity."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _things(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"):
            yield from _things(value.get(key), depth + 1)


def _is_one_of(thing: Thing, kinds: frozenset[str]) -> bool:
    given = thing.get("@type") or ("WebPage" if "pubDate" in thing or "headline" in thing else "")
    names = given if isinstance(given, list) else [given]
    return any(isinstance(name, str) and name.rpartition("/")[2] in kinds for name in names)


def _from_thing(thing: Thing, by_id: Mapping[str, Thing]) -> Facts:
    facts = Facts(
        title=_found(_string(thing.get("headline")) or _string(thing.get("title")), "headline"),
        publisher=_found(_name(thing.get("publisher"), by_id), "publisher"),
        section=_found(_string(_first(thing.get("articleSection"))), "articleSection"),
        description=_found(_string(thing.get("description")), "description"),
        language=_found(_string(_first(thing.get("inLanguage"))), "inLanguage"),
        rights=_found(_string(thing.get("copyrightNotice")), "copyrightNotice"),
    )
    for key in ("datePublished", "pubDate", "dateCreated", "upDate", "dateModified"):
        date = machine_date(_string(thing.get(key)))
        if date:
            facts.date = Found(date, Rule.JSON_LD, f"{_PLACE} {key}")
            break
    keywords = _keywords(thing.get("keywords"))
    if keywords:
        facts.subjects = Found(keywords, Rule.JSON_LD, f"{_PLACE} keywords")
    for key, role in (("author", ContributorRole.AUTHOR), ("editor", ContributorRole.EDITOR)):
        names = tuple(_persons(thing.get(key), by_id))
        facts.add_people(role, Found(names, Rule.JSON_LD, f"{_PLACE} {key}"))
    return facts


def _found(value: str, key: str) -> Found[str] | None:
    return Found(value, Rule.JSON_LD, f"{_PLACE} {key}") if value else None


def _persons(value: object, by_id: Mapping[str, Thing]) -> Iterator[str]:
    """Yield the names of people; an organisation is no author, a bare name must look like one."""
    for one in value if isinstance(value, list) else [value]:
        thing = _resolved(one, by_id)
        name = _string(thing.get("name")) if isinstance(thing, dict) else _string(thing)
        is_person = isinstance(thing, dict) and "Person" in str(thing.get("@type", ""))
        # One object is one person: ``大渡 美咲`` is not two.
        plain = name if name.isascii() else name.replace(" ", "")
        if is_name(plain) if is_person else is_likely_name(plain):
            yield name


def _resolved(value: object, by_id: Mapping[str, Thing]) -> object:
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return by_id.get(value["@id"], value)
    return value


def _first(value: object) -> object:
    return value[0] if isinstance(value, list) and value else value


def _string(value: object) -> str:
    return collapsed(_BROKEN.sub("", value)).strip() if isinstance(value, str) else ""


def _name(value: object, by_id: Mapping[str, Thing]) -> str:
    thing = _resolved(_first(value), by_id)
    return _string(thing.get("name")) if isinstance(thing, dict) else _string(thing)


def _keywords(value: object) -> tuple[str, ...]:
    words = value if isinstance(value, list) else _string(value).replace("，", ",").split(",")
    return tuple(dict.fromkeys(word for word in map(_string, words) if word))
