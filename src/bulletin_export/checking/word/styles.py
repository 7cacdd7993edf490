"""The styles of a document, with what they inherit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from bulletin_export.checking.word.namespaces import P_PR, VAL, W, whole

_BODY_TEXT = 9


class Style(msgspec.Struct, frozen=True):
    """One style as it is written (ISO/IEC 29500-1 §17.7.4.17)."""

    kind: str
    name: str
    based_on: str
    #: Styles that it names: what it is based on, what follows, what it is linked to.
    names: tuple[str, ...]
    outline: int | None
    east_asian: str
    #: Whether a paragraph of it shows a rule, a box or a number where it has no words.
    is_seen_empty: bool


class Styles:
    """All styles by their id."""

    def __init__(self, root: Any) -> None:
        every = [] if root is None else list(root.iter(f"{W}style"))
        self.by_id: Mapping[str, Style] = {one.get(f"{W}styleId", ""): _style(one) for one in every}
        defaults = {
            one.get(f"{W}type"): one.get(f"{W}styleId", "")
            for one in every
            if one.get(f"{W}default") in ("1", "true", "on")
        }
        #: The id of the style of a paragraph that names none.
        self.default = defaults.get("paragraph", "")
        #: The language of East Asian text where no style says another (§17.7.5.5).
        self.language = "" if root is None else _text(root, "docDefaults/rPrDefault/rPr/lang")

    def outline(self, style: str) -> int | None:
        """Return the outline level of *style*, from 0; None for what is no heading."""
        levels = (one.outline for one in self._line(style))
        level = next((level for level in levels if level is not None), None)
        return level if level is None or level < _BODY_TEXT else None

    def east_asian(self, style: str) -> str:
        """Return the language that *style* gives to East Asian text, or nothing."""
        return next((one.east_asian for one in self._line(style) if one.east_asian), "")

    def is_seen_empty(self, style: str) -> bool:
        """Tell whether a paragraph of *style* without words shows a rule, a box or a number."""
        return any(one.is_seen_empty for one in self._line(style))

    def _line(self, style: str) -> Iterator[Style]:
        """Yield *style* and those it is based on, each once."""
        seen: set[str] = set()
        while style in self.by_id and style not in seen:
            seen.add(style)
            yield self.by_id[style]
            style = self.by_id[style].based_on


def _style(element: Any) -> Style:
    def value(path: str) -> str:
        found = element.find(path)
        return "" if found is None else found.get(VAL, "")

    outline = value(f"{P_PR}/{W}outlineLvl")
    names = (value(W + name) for name in ("basedOn", "next", "link"))
    return Style(
        kind=element.get(f"{W}type", ""),
        name=value(f"{W}name"),
        based_on=value(f"{W}basedOn"),
        names=tuple(filter(None, names)),
        outline=whole(outline) if outline else None,
        east_asian=_text(element, "rPr/lang"),
        is_seen_empty=any(
            element.find(f"{P_PR}/{W}{name}") is not None for name in ("pBdr", "numPr")
        ),
    )


def _text(element: Any, path: str) -> str:
    found = element.find("/".join(W + name for name in path.split("/")))
    return "" if found is None else found.get(f"{W}eastAsia", "")
