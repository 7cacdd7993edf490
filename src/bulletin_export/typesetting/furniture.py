"""Running head and foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bulletin_export.styling.template import FurnitureLine, Role
from bulletin_export.typesetting.figures import HAIRLINE
from bulletin_export.typesetting.layout import Line, PlacedLine, Rule
from bulletin_export.typesetting.setting import Setting
from bulletin_export.typesetting.strips import ASCENT
from bulletin_export.typesetting.texts import one_line

_FIELD = re.compile(r"\{(page|pages|title|article|section|date)\}")
_ELLIPSIS = "…"


class RunningLines:
    """Sets heads and feet; lines that come again are set once."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._known: dict[tuple[Role, str, float], Line] = {}
        page = setting.template.page
        self._left, self._measure = page.margins.left.pt, page.measure.pt
        self._upper = page.margins.top.pt
        self._lower = page.height.pt - page.margins.bottom.pt

    def header(self, facts: Mapping[str, str]) -> tuple[list[PlacedLine], list[Rule]]:
        """Return the running head; its middle stands at its distance above the type area."""
        furniture = self._setting.template.furniture
        middle = self._upper - furniture.header_distance.pt
        rule = self._upper - furniture.header_distance.pt / 2
        return self._line(furniture.header, Role.HEADER, facts, middle, rule)

    def footer(self, facts: Mapping[str, str]) -> tuple[list[PlacedLine], list[Rule]]:
        """Return the running foot; its dashes stand at its distance (GB/T 9704-2012, 7.5)."""
        furniture = self._setting.template.furniture
        middle = self._lower + furniture.footer_distance.pt
        rule = self._lower + furniture.footer_distance.pt / 2
        return self._line(furniture.footer, Role.FOOTER, facts, middle, rule)

    def _line(
        self,
        content: FurnitureLine,
        role: Role,
        facts: Mapping[str, str],
        middle: float,
        rule: float,
    ) -> tuple[list[PlacedLine], list[Rule]]:
        size = self._setting.look(role).size
        y = middle + (ASCENT - 0.5) * size
        lines = [PlacedLine(x, y, line, role) for x, line in self._parts(content, role, facts)]
        is_ruled = content.rule and bool(lines)
        return lines, [Rule(self._left, rule, self._measure, HAIRLINE)] if is_ruled else []

    def _parts(
        self, content: FurnitureLine, role: Role, facts: Mapping[str, str]
    ) -> Iterator[tuple[float, Line]]:
        patterns = (content.left, content.centre, content.right)
        texts = [_FIELD.sub(lambda match: facts[match[1]], one).strip() for one in patterns]
        # A lone article is its own publication: its title is said once.
        texts = ["" if text in texts[:n] else text for n, text in enumerate(texts)]
        room = self._measure / max(1, sum(map(bool, texts)))
        for place, text in enumerate(texts):
            if text:
                line = self._set(text, role, room)
                yield self._left + (self._measure - line.width) * place / 2, line

    def _set(self, text: str, role: Role, room: float) -> Line:
        key = (role, text, room)
        if key not in self._known:
            look = self._setting.look(role)
            line = one_line(text, look, self._setting)
            while line.width > room and len(text) > 1:
                # A running head has one line; the whole title stands in the article.
                text = text.removesuffix(_ELLIPSIS)
                keep = min(len(text) - 1, int(len(text) * room / line.width))
                text = text[:keep].rstrip() + _ELLIPSIS
                line = one_line(text, look, self._setting)
            self._known[key] = line
        return self._known[key]
