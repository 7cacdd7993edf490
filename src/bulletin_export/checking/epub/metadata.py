"""What a book says of itself (EPUB 3.3, 5.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bulletin_export.checking.epub.container import fault
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.ocf import OPF, Package

_DC = "{http://purl.org/dc/elements/1.1/}"
_MODIFIED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
#: W3CDTF: a year, a month, a day, or a time of that day.
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?")
#: Properties that say something of another statement, never of the book.
_REFINING = frozenset({"collection-type", "group-position", "role", "file-as", "display-seq"})
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def faults(book: Package) -> Iterator[Diagnostic]:
    """Find what is missing, and what cannot be read as what it is."""
    place, root = book.path, book.root
    if root.get("version") != "3.0":
        yield fault("book-version", place, version=root.get("version", ""))
    for name in ("identifier", "title", "language"):
        if not any((one.text or "").strip() for one in root.iter(_DC + name)):
            yield fault("book-metadata-missing", place, name=f"dc:{name}")
    named = {one.get("id") for one in root.iter(f"{_DC}identifier")}
    if root.get("unique-identifier") not in named - {None}:
        yield fault("book-metadata-missing", place, name="unique-identifier")
    changed = [
        (one.text or "").strip()
        for one in root.iter(f"{OPF}meta")
        if one.get("property") == "dcterms:modified" and not one.get("refines")
    ]
    if len(changed) != 1 or not _MODIFIED.fullmatch(changed[0]):
        yield fault("book-metadata-missing", place, name="dcterms:modified")
    yield from _values(book)


def _values(book: Package) -> Iterator[Diagnostic]:
    root, place = book.root, book.path
    for one in root.iter(f"{_DC}language"):
        if not _LANGUAGE.fullmatch((one.text or "").strip()):
            yield fault("book-language", place, language=one.text or "")
    for one in root.iter(f"{_DC}*"):
        if not (one.text or "").strip():
            yield fault("book-metadata-missing", place, name=one.tag.replace(_DC, "dc:"))
    if len(list(root.iter(f"{_DC}date"))) > 1:
        yield fault("book-date", place, date="2 ×")
    for one in root.iter(f"{_DC}date"):
        if not _is_date((one.text or "").strip()):
            yield fault("book-date", place, Severity.WARNING, date=one.text or "")
    identifiers = {one.get("id") for one in root.iter() if one.get("id")}
    for one in root.iter(f"{OPF}meta"):
        refined = one.get("refines", "")
        if one.get("property") in _REFINING and not refined:
            yield fault("book-refines", place, id=one.get("property"))
        if one.get("name") and (one.text or "").strip():
            yield fault("book-text", place, element="meta")
        if refined.startswith("#") and refined[1:] not in identifiers:
            yield fault("book-refines", place, id=refined)
        if one.get("property") and not (one.text or "").strip():
            yield fault("book-metadata-missing", place, name=one.get("property"))


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    year, month, day = (*map(int, text[:10].split("-")), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
