"""Person constructs (RFC 4287 §3.2) and the plain author elements of RSS."""

from __future__ import annotations

from bulletin_export.extraction.feeds.elements import Fields, ShortNames, first_line, line_of


def names_of(fields: Fields, names: tuple[str, ...], short: ShortNames) -> list[str]:
    """Return what the elements called *names* say; the first name that is there at all counts."""
    for name in names:
        found = [
            text
            for element in fields.get(name, ())
            if (text := _name(short.fields(element)) if len(element) else line_of(element))
        ]
        if found:
            return found
    return []


def _name(fields: Fields) -> str:
    return first_line(
        fields, "name", "atom:name", "itunes:name", "foaf:name", "email", "atom:email",
        "itunes:email", "uri", "url",
    )  # fmt: skip
