"""What the metadata of a NewsML-G2 item say: ``rightsInfo``, ``itemMeta``, ``contentMeta``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bulletin_export.diagnostics import Severity
from bulletin_export.extraction.news.bylines import people
from bulletin_export.extraction.news.elements import child, children, language, line, value, words
from bulletin_export.extraction.news.story import Story
from bulletin_export.extraction.news.timestamps import timestamp
from bulletin_export.model.article import Contributor, ContributorRole, Date
from bulletin_export.model.evidence import Origin

_RULE = "news-ml-g2"
_SUBTITLES = ("sub", "subhead", "secondary", "deck", "lead")
_KICKERS = ("kicker", "over", "top", "pre")
_ROLES = {
    "phot": ContributorRole.PHOTOGRAPHER,
    "transl": ContributorRole.TRANSLATOR,
    "edit": ContributorRole.EDITOR,
    "desk": ContributorRole.EDITOR,
    "corresp": ContributorRole.CORRESPONDENT,
    "author": ContributorRole.AUTHOR,
    "writer": ContributorRole.AUTHOR,
    "report": ContributorRole.AUTHOR,
}
_WITHHELD = ("canceled", "cancelled", "withheld", "withhold", "killed")


def item_story(item: Any) -> Story:
    """Return what the metadata of *item* say; the body comes from elsewhere."""
    item_meta, content_meta = child(item, "itemmeta"), child(item, "contentmeta")
    story = Story(language=value(child(content_meta, "language"), "tag") or language(item))
    _headlines(story, item_meta, content_meta)
    story.slugline = line(child(content_meta, "slugline"))
    story.dateline = line(child(content_meta, "dateline"))
    story.date = _date(item_meta, content_meta)
    story.publisher = _name(child(item_meta, "provider"), story.language)
    story.source = _source(item, story, content_meta)
    story.contributors = tuple(dict.fromkeys(_contributors(content_meta, story)))
    story.section = _first(_name(one, story.language) for one in (
        child(item_meta, "service"), child(content_meta, "genre")))  # fmt: skip
    story.subjects = tuple(dict.fromkeys(_subjects(content_meta, story.language)))
    story.summary = _description(content_meta)
    story.rights = _rights(child(item, "rightsinfo"))
    story.address = _address(item, item_meta)
    _editors_remarks(story, item_meta)
    story.origins = tuple(_origins(story))
    return story


def _first(values: Iterator[str]) -> str:
    return next(filter(None, values), "")


def _role(element: Any) -> str:
    """Return the last part of the element's role, as in ``hlr:sub``."""
    return value(element, "role").rpartition(":")[2].rpartition("/")[2].lower()


def _headlines(story: Story, item_meta: Any, content_meta: Any) -> None:
    others: list[str] = []
    headlines = [*_within(content_meta, "headline")]
    # Of the same headline in several languages, that of the text counts.
    headlines.sort(key=lambda one: language(one)[:2] != story.language[:2])
    for one in headlines:
        text, role = line(one), _role(one)
        if not text:
            continue
        if role.startswith(_SUBTITLES):
            others.append(text)
        elif role.startswith(_KICKERS):
            story.kicker = story.kicker or text
        elif not story.title or role == "main":
            story.title, earlier = text, story.title
            others[:0] = [earlier] if earlier else []
        # A further headline is another wording of the same: short for telephones, for the web.
    story.title = story.title or line(child(item_meta, "title"))
    story.subtitle = " ".join(dict.fromkeys(others))


def _within(element: Any, *names: str) -> Iterator[Any]:
    return iter(()) if element is None else children(element, *names)


def _date(item_meta: Any, content_meta: Any) -> Date | None:
    places = (
        child(item_meta, "versioncreated"),
        child(item_meta, "firstcreated"),
        child(content_meta, "contentcreated"),
        child(content_meta, "contentmodified"),
    )
    return next(filter(None, (timestamp(line(one)) for one in places)), None)


def _name(element: Any, tongue: str = "") -> str:
    """Return the name of a party or concept, in the language *tongue* if there are several."""
    if element is None:
        return ""
    names = [one for one in children(element, "name") if line(one)]
    if len(names) > 1:
        names.sort(key=lambda one: language(one)[:2] != tongue[:2])
    named = next(iter(names), None)
    return line(named) or value(element, "literal") or _plain(element)


def _plain(element: Any) -> str:
    return line(element) if len(element) == 0 else ""


def _source(item: Any, story: Story, content_meta: Any) -> str:
    """Return whose text it is: the information source, else who is credited or provides it."""
    sources = [*_within(content_meta, "infosource")]
    sources.sort(key=lambda one: "prov" not in _role(one))
    credit = line(child(content_meta, "creditline")).strip("-–— /")
    provider = child(item, "itemmeta", "provider")
    code = value(provider, "qcode").rpartition(":")[2]
    holder = _name(child(item, "rightsinfo", "copyrightholder"))
    named = (_name(one, story.language) for one in sources)
    return _first(iter((*named, credit, story.publisher, code, holder)))


def _contributors(content_meta: Any, story: Story) -> Iterator[Contributor]:
    for by in _within(content_meta, "by"):
        yield from people(line(by))
    bodies = {story.source.casefold(), story.publisher.casefold()}
    for one in _within(content_meta, "creator", "contributor"):
        name = _name(one, story.language)
        is_body = "org" in value(one, "type") or name.casefold() in bodies
        if not name or is_body:
            continue
        default = ContributorRole.AUTHOR
        if one.tag == "contributor":
            default = ContributorRole.EDITOR
        role = _role(one) or value(one, "jobtitle").lower()
        found = next((known for word, known in _ROLES.items() if word in role), default)
        yield from people(name, found)


def _subjects(content_meta: Any, tongue: str) -> Iterator[str]:
    for one in _within(content_meta, "keyword", "subject"):
        is_code = bool(value(one, "qcode")) and child(one, "name") is None
        if not is_code and (text := _name(one, tongue)):
            yield text


def _description(content_meta: Any) -> str:
    described = [*_within(content_meta, "description")]
    described.sort(key=lambda one: not _role(one).startswith(("summary", "abstract")))
    return _first(words(one) for one in described)


def _rights(info: Any) -> str:
    if info is None:
        return ""
    notices = [words(one) for one in children(info, "copyrightnotice", "usageterms")]
    holder = _name(child(info, "copyrightholder"))
    if holder and not any(holder in one for one in notices):
        notices.insert(0, f"© {holder}")
    return " ".join(dict.fromkeys(filter(None, notices)))


def _address(item: Any, item_meta: Any) -> str:
    """Return where people may read it: an alternate representation, or a guid that is a place."""
    linked = [
        value(one, "href") for one in _within(item_meta, "link")
        if _role(one) in ("", "alternate") and "seealso" not in value(one, "rel").lower()
    ]  # fmt: skip
    places = (*linked, value(item, "guid"))
    return _first(one for one in places if one.startswith(("http://", "https://")))


def _editors_remarks(story: Story, item_meta: Any) -> None:
    for note in _within(item_meta, "ednote"):
        if text := words(note):
            story.remark("editors-note", note=text)
    status = value(child(item_meta, "pubstatus"), "qcode").rpartition(":")[2].lower()
    embargo = line(child(item_meta, "embargoed"))
    if embargo or status in _WITHHELD:
        shown = status if status in _WITHHELD else "embargoed"
        story.remark("not-for-release", Severity.WARNING, status=shown, until=embargo or "-")


def _origins(story: Story) -> Iterator[Origin]:
    places = {
        "title": "headline", "kicker": "headline", "subtitle": "headline", "date": "itemMeta",
        "source": "infoSource", "publisher": "provider", "contributors": "by",
        "section": "service", "rights": "rightsInfo",
    }  # fmt: skip
    for field, place in places.items():
        if getattr(story, field):
            yield Origin("author" if field == "contributors" else field, _RULE, place)
