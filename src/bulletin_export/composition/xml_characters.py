"""Characters that no XML document may hold, taken out before an XML format is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.model.article import Article
from bulletin_export.model.publication import Publication, Section
from bulletin_export.patterns import lazy_pattern

#: All that XML 1.0 (production 2, Char) leaves out.
FORBIDDEN = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

#: How they look in JSON; may also find innocent text, never misses a guilty one.
_TRACES = lazy_pattern(rb"\\[ubf]|\xef\xbf[\xbe\xbf]")
#: With one of these every trace begins; looking for them takes a sixth of the time.
_BEGINNINGS = (b"\\", b"\xef\xbf")


def without_forbidden(publication: Publication) -> tuple[Publication, tuple[Diagnostic, ...]]:
    """Return *publication* without characters forbidden in XML, and a remark for each article.

    The publication itself comes back if it holds none, as nearly all do.
    """
    if not _may_hold_some(publication):
        return publication, ()
    diagnostics: list[Diagnostic] = []
    sections = tuple(_section(section, diagnostics) for section in publication.sections)
    whole = msgspec.structs.replace(publication, sections=())
    cleaned = _reported(whole, publication.title, diagnostics)
    return msgspec.structs.replace(cleaned, sections=sections), tuple(diagnostics)


def _may_hold_some(publication: Publication) -> bool:
    head = msgspec.structs.replace(publication, sections=(), attachments=())
    titles = [section.title for section in publication.sections]
    bare = (msgspec.structs.replace(one, media=()) for one in publication.articles())
    return _is_suspect((head, titles)) or any(map(_is_suspect, bare))


def _is_suspect(value: object) -> bool:
    try:
        written = msgspec.json.encode(value)
    except UnicodeEncodeError:
        return True
    return any(one in written for one in _BEGINNINGS) and _TRACES.search(written) is not None


def _section(section: Section, diagnostics: list[Diagnostic]) -> Section:
    cleaned = (_reported(one, one.headline.title, diagnostics) for one in section.articles)
    if isinstance(section.articles, tuple):
        articles: Sequence[Article] = tuple(cleaned)
    else:
        from bulletin_export.model.packed import PackedArticles

        articles = PackedArticles.of(cleaned)
    title = _reported(section.title, section.title, diagnostics)
    return Section(articles, title, section.level)


def _reported(value: Any, where: str, diagnostics: list[Diagnostic]) -> Any:
    """Return *value* cleaned, after a remark if that took something away."""
    lost: list[str] = []
    cleaned = _cleaned(value, lost)
    if lost:
        names = " ".join(sorted({f"U+{ord(character):04X}" for character in lost}))
        facts: dict[str, str | int] = {"count": len(lost), "characters": names}
        where = FORBIDDEN.sub("", where)
        diagnostics.append(Diagnostic(code="characters-removed", where=where, facts=facts))
    return cleaned


def _cleaned(value: Any, lost: list[str]) -> Any:
    """Return *value* with every string in it cleaned; what went is added to *lost*."""
    if isinstance(value, str):
        found = FORBIDDEN.findall(value)
        lost += found
        return FORBIDDEN.sub("", value) if found else value
    if isinstance(value, tuple):
        return tuple(_cleaned(one, lost) for one in value)
    if isinstance(value, msgspec.Struct):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        return msgspec.structs.replace(
            value, **{name: _cleaned(field, lost) for name, field in fields.items()}
        )
    return value
