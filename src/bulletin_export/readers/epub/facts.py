"""What the package of a book says about it (EPUB 3.3, 5.5; OPF 2.0.1, 2.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bulletin_export.model.article import Contributor, ContributorRole, Date, Metadata
from bulletin_export.model.publication import Publication, Section
from bulletin_export.ocf import OPF, Package
from bulletin_export.patterns import lazy_pattern

_DC = "{http://purl.org/dc/elements/1.1/}"
_DAY = lazy_pattern(r"\d{4}-\d{2}-\d{2}")
_ROLES = {
    "edt": ContributorRole.EDITOR,
    "pht": ContributorRole.PHOTOGRAPHER,
    "trl": ContributorRole.TRANSLATOR,
}


class Facts(NamedTuple):
    """What is said of a book as a whole."""

    title: str
    publisher: str
    date: str
    language: str
    collection: str
    issue: str
    contributors: tuple[Contributor, ...]
    rights: str

    def publication(self, sections: tuple[Section, ...]) -> Publication:
        """Return *sections* as the publication that the book is."""
        return Publication(
            sections=sections,
            title=self.title,
            publisher=self.publisher,
            collection=self.collection,
            issue=self.issue,
            date=self.date,
            language=self.language or "zh-CN",
            has_contents=sum(len(one.articles) for one in sections) > 1,
        )

    @property
    def metadata(self) -> Metadata:
        """What holds for each of its articles."""
        return Metadata(
            publisher=self.publisher,
            date=Date(self.date) if self.date else None,
            contributors=self.contributors,
            language=self.language or "zh-CN",
            rights=self.rights,
        )


def publication_facts(package: Package) -> Facts:
    """Return what *package* says of its book."""
    properties = {one.get("property"): _words(one) for one in package.root.iter(f"{OPF}meta")}
    named = {one.get("name"): one.get("content", "") for one in package.root.iter(f"{OPF}meta")}
    date = _DAY.match(_first(package, "date"))
    return Facts(
        title=_first(package, "title"),
        publisher=_first(package, "publisher"),
        date=date[0] if date else "",
        language=_first(package, "language"),
        collection=properties.get("belongs-to-collection") or named.get("calibre:series", ""),
        issue=properties.get("group-position") or named.get("calibre:series_index", ""),
        contributors=tuple(_people(package)),
        rights=_first(package, "rights"),
    )


def name_of(package: Package) -> str:
    """Return the unique identifier of a book (EPUB 3.3, 5.3.1), or nothing."""
    wanted = package.root.get("unique-identifier")
    found = package.root.iter(f"{_DC}identifier")
    return next((_words(one) for one in found if one.get("id") == wanted), "")


def _people(package: Package) -> Iterator[Contributor]:
    roles = {
        one.get("refines", "").removeprefix("#"): _words(one)
        for one in package.root.iter(f"{OPF}meta")
        if one.get("property") == "role"
    }
    for element in ("creator", "contributor"):
        for one in package.root.iter(_DC + element):
            role = one.get(f"{OPF}role") or roles.get(one.get("id", ""), "")
            is_known = role in _ROLES or role in ("", "aut")
            if (element == "creator" or role in _ROLES) and is_known and _words(one):
                yield Contributor(_words(one), _ROLES.get(role, ContributorRole.AUTHOR))


def _first(package: Package, name: str) -> str:
    return next(filter(None, map(_words, package.root.iter(_DC + name))), "")


def _words(element: object) -> str:
    return " ".join("".join(element.itertext()).split())  # type: ignore[attr-defined]
