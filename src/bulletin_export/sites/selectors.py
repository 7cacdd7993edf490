"""Selectors: a small part of CSS (Selectors Level 4), turned into XPath 1.0.

``tag``, ``*``, ``#id``, ``.class``, ``[name]``, ``[name=value]`` (also ``^=``, ``$=``,
``*=``), joined without a blank; a blank or ``>`` between two steps; a comma between
whole selectors.
"""

from __future__ import annotations

import msgspec

from bulletin_export.patterns import lazy_pattern

_STEP = lazy_pattern(
    r"(?P<tag>\*|[a-zA-Z][\w-]*)?(?P<rest>(?:#[^\s.#\[\]>,:'\"]+|\.[^\s.#\[\]>,:'\"]+|\[[^\[\]'\"]*\]"
    r"|\[[\w:-]+\s*[\^$*]?=\s*(?:\"[^\"]*\"|'[^']*')\s*\])*)"
)
_PIECE = lazy_pattern(r"[#.][^\s.#\[\]>,:'\"]+|\[(?:[^\[\]'\"]|\"[^\"]*\"|'[^']*')*\]")
_ATTRIBUTE = lazy_pattern(
    r"\[\s*([\w:-]+)\s*(?:([\^$*]?=)\s*(?:\"([^\"]*)\"|'([^']*)'|([\w./:-]+))\s*)?\]"
)
_BETWEEN = lazy_pattern(r"\s*>\s*|\s+")


class Selector(msgspec.Struct, frozen=True):
    """A selector as written, and what it means in XPath."""

    text: str
    path: str

    @classmethod
    def parse(cls, text: str) -> Selector:
        """Return the selector that *text* writes.

        Raises:
            ValueError: It uses what we do not know, or nothing is written.
        """
        return cls(text, " | ".join(_path(one.strip()) for one in text.split(",")))


def _path(text: str) -> str:
    path, place, axis = "", 0, "descendant-or-self::"
    while True:
        step = _STEP.match(text, place)
        if step is None or step.end() == place:
            raise ValueError(text)
        path += ("" if not path else "/") + axis + _condition(step["tag"] or "*", step["rest"])
        place = step.end()
        if place == len(text):
            return path
        between = _BETWEEN.match(text, place)
        if between is None:
            raise ValueError(text)
        axis = "child::" if ">" in between[0] else "descendant::"
        place = between.end()


def _condition(tag: str, rest: str) -> str:
    return tag.lower() + "".join(f"[{_test(piece[0])}]" for piece in _PIECE.finditer(rest))


def _test(piece: str) -> str:
    if piece[0] == "#":
        return f"@id = {_quoted(piece[1:])}"
    if piece[0] == ".":
        return f"contains(concat(' ', normalize-space(@class), ' '), {_quoted(f' {piece[1:]} ')})"
    found = _ATTRIBUTE.fullmatch(piece)
    if found is None:
        raise ValueError(piece)
    name, sign = f"@{found[1].lower()}", found[2]
    value = _quoted(next((one for one in found.groups()[2:] if one is not None), ""))
    match sign:
        case None:
            return name
        case "=":
            return f"{name} = {value}"
        case "^=":
            return f"starts-with({name}, {value})"
        case "*=":
            return f"contains({name}, {value})"
        case _:
            length = f"string-length({name}) - string-length({value}) + 1"
            return f"substring({name}, {length}) = {value}"


def _quoted(text: str) -> str:
    """Return *text* as XPath writes it; one that holds both quotation marks has no form."""
    if '"' not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    raise ValueError(text)
