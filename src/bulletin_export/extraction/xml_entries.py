"""Broken XML that is a list: each entry mended on its own, so that none costs the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape
from typing import Any

import msgspec
from lxml import etree

from bulletin_export.patterns import lazy_pattern

#: Parses XML of any quality; returns the root, or None, and the faults.
Parse = Callable[[str], tuple[Any, list[Any]]]

_DECLARED = lazy_pattern(r"\sxmlns:[\w.-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*')")
#: Ends of what encloses all entries; where they come too early, everything else is lost.
_EARLY_END = lazy_pattern(
    r"</(?:[\w.-]+:)?(?:channel|rss|rdf|feed|urlset|sitemapindex|document|items)\s*>", re.IGNORECASE
)
_FIELD = lazy_pattern(
    r"<(?P<name>(?:[\w.-]+:)?(?:title|link|description|encoded|content|summary|text|body|guid|id|"
    r"pubdate|date|published|updated|issued|created|modified|author|creator|category|subject|"
    r"source|comments|rights|copyright|loc|lastmod|name|subtitle))(?:\s[^<>]*)?(?<!/)>",
    re.IGNORECASE,
)
_CDATA, _CDATA_END = "<![CDATA[", "]]>"
#: Declarations of more characters than this are not repeated for every entry.
_LONGEST_DECLARATIONS = 4000


class _Slice(msgspec.Struct, frozen=True):
    start: int
    end: int


def entry_by_entry(text: str, names: tuple[str, ...], parse: Parse) -> str:
    """Return *text*, broken XML, with every element called one of *names* well-formed.

    An entry without an end goes to the beginning of the next; what is well-formed stays as
    it is, to the character.
    """
    slices = list(_slices(text, names))
    if not slices:
        return text
    declared = "".join(dict.fromkeys(_DECLARED.findall(text[: slices[0].start])))
    opening = f"<x{declared if len(declared) <= _LONGEST_DECLARATIONS else ''}>"
    pieces = [text[: slices[0].start]]
    last = slices[0].start
    for one in slices:
        pieces.append(_EARLY_END.sub("", text[last : one.start]))
        pieces.append(_mended(text[one.start : one.end], opening, parse))
        last = one.end
    pieces.append(text[last:])
    return "".join(pieces)


def _slices(text: str, names: tuple[str, ...]) -> Iterator[_Slice]:
    tag = re.compile(
        rf"<!\[CDATA\[|\]\]>|<!--|-->|<(/?)(?:[\w.-]+:)?({'|'.join(names)})(?=[\s/>])[^<>]*>?",
        re.IGNORECASE,
    )
    start, name = -1, ""
    for token in _outside_sections(list(tag.finditer(text))):
        word = (token[2] or "").lower()
        if name and word != name:
            continue
        if token[1]:
            if start >= 0:
                yield _Slice(start, token.end())
            start = -1
            continue
        if start >= 0:
            yield _Slice(start, token.start())
        name, start = word, token.start()
        if token[0].endswith("/>"):
            yield _Slice(start, token.end())
            start = -1
    if start >= 0:
        yield _Slice(start, len(text))


def _outside_sections(tokens: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Yield the tags among *tokens* that do not stand in a CDATA section or a comment.

    A section that begins again before it ends was never ended, and hides nothing.
    """
    ends = {_CDATA: _CDATA_END, "<!--": "-->"}
    following: dict[str, int] = {}
    closed: dict[int, int] = {}
    for place in range(len(tokens) - 1, -1, -1):
        word = tokens[place][0].upper()
        if word in ends:
            end = following.get(ends[word], -1)
            again = following.get(word, len(tokens))
            if 0 <= end < again:
                closed[place] = end
            following[word] = place
        elif word in ends.values():
            following[word] = place
    place = 0
    while place < len(tokens):
        if place in closed:
            place = closed[place]
        elif tokens[place][2]:
            yield tokens[place]
        place += 1


def _mended(entry: str, opening: str, parse: Parse) -> str:
    root, faults = parse(f"{opening}{entry}</x>")
    if root is not None and not faults:
        return entry
    root, _ = parse(f"{opening}{_with_sound_fields(entry, opening, parse)}</x>")
    if root is None or not len(root):
        return ""
    parts = (etree.tostring(part, encoding="unicode", with_tail=False) for part in root)
    return "".join(parts)


def _with_sound_fields(entry: str, opening: str, parse: Parse) -> str:
    """Return *entry* with the inside of each field that has an end well-formed."""
    pieces: list[str] = []
    done = place = 0
    endless: set[str] = set()
    while field := _FIELD.search(entry, place):
        name, place = field["name"], field.end()
        end = -1 if name in endless else entry.find(f"</{name}", place)
        if end < 0:
            endless.add(name)
            continue
        pieces += (entry[done:place], _sound(entry[place:end], opening, parse))
        done = place = end
    pieces.append(entry[done:])
    return "".join(pieces)


def _sound(inside: str, opening: str, parse: Parse) -> str:
    """Return the *inside* of a field; what is no XML in it is text with tags."""
    if inside.lstrip().startswith(_CDATA) and _CDATA_END not in inside:
        inside += _CDATA_END
    root, faults = parse(f"{opening}{inside}</x>")
    if root is not None and not faults:
        return inside
    return escape(inside.replace(_CDATA, "").replace(_CDATA_END, ""), quote=False)
