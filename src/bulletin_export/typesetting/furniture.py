"""Running head and foot."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from bulletin_export.styling.template import FurnitureLine, Role
from bulletin_export.typesetting.figures import HAIRLINE
from bulletin_export.typesetting.layout import Line, PlacedLine, Rule
from bulletin_export.typesetting.numbering import PageNumber
from bulletin_export.typesetting.setting import Setting
from bulletin_export.typesetting.stamps import classification
from bulletin_export.typesetting.strips import ASCENT
from bulletin_export.typesetting.texts import one_line

_FIELD = re.compile(r"\{(page|pages|title|article|section|date)\}")
_ELLIPSIS = "…"
_FREE = 1e6
#: Lines that are kept; a number comes once, and with it its line.
_KNOWN = 64


class RunningLines:
    """Sets heads and feet; lines that come again soon are set once."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._known: dict[tuple[Role, str, float], Line] = {}
        self._classification = classification(setting)
        page = setting.template.page
        self._left, self._measure = page.margins.left.pt, page.measure.pt
        self._upper = page.margins.top.pt
        self._lower = page.height.pt - page.margins.bottom.pt
        furniture = setting.template.furniture
        wanted = (furniture.header, furniture.footer)
        texts = [text for one in wanted for text in (one.left, one.centre, one.right)]
        #: Whether they say how many pages there are.
        self.tell_total = any("{pages}" in text for text in texts)

    def of_page(
        self, number: PageNumber, of: str, facts: Mapping[str, str], *, is_first: bool
    ) -> tuple[list[PlacedLine], list[Rule]]:
        """Return head and foot of the page *number* *of* so many, filled in with *facts*.

        The middle of the head stands at its distance above the type area; the dashes of
        the foot at theirs below it (GB/T 9704-2012, 7.5).
        """
        furniture = self._setting.template.furniture
        facts = {**facts, "page": number.printed, "pages": of if number.printed else ""}
        above, below = furniture.header_distance.pt, furniture.footer_distance.pt
        lines, rules = list(self._classification), []
        for content, role, is_wanted, edge, distance in (
            (furniture.header, Role.HEADER, furniture.first_page_header, self._upper, -above),
            (furniture.footer, Role.FOOTER, furniture.first_page_footer, self._lower, below),
        ):
            if is_wanted or not is_first:
                mirrored = _swapped(content) if furniture.mirrored and number.is_even else content
                found = self._line(mirrored, role, facts, edge + distance)
                lines += found
                if content.rule and found:
                    rules.append(Rule(self._left, edge + distance / 2, self._measure, HAIRLINE))
        return lines, rules

    def _line(
        self, content: FurnitureLine, role: Role, facts: Mapping[str, str], middle: float
    ) -> list[PlacedLine]:
        look = self._setting.look(role)
        y = middle + (ASCENT - 0.5) * look.size
        texts = [_filled(one, facts) for one in (content.left, content.centre, content.right)]
        # A lone article is its own publication: its title is said once.
        texts = ["" if text in texts[:n] else text for n, text in enumerate(texts)]
        left, measure = self._left + look.left, self._measure - look.left - look.right
        widths = [self._set(text, role, _FREE).width if text else 0.0 for text in texts]
        placed = []
        for place, room in enumerate(_rooms(widths, measure, look.size)):
            if texts[place]:
                line = self._set(texts[place], role, room)
                x = left + (measure - line.width) * place / 2
                placed.append(PlacedLine(x, y, line, role))
        return placed

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
            if len(self._known) == _KNOWN:
                self._known.clear()
            self._known[key] = line
        return self._known[key]


def _filled(pattern: str, facts: Mapping[str, str]) -> str:
    """Return *pattern* with *facts* for its fields; nothing where a page has no number."""
    fields = _FIELD.findall(pattern)
    if not all(facts[field] for field in fields if field in ("page", "pages")):
        return ""
    return _FIELD.sub(lambda match: facts[match[1]], pattern).strip()


def _swapped(content: FurnitureLine) -> FurnitureLine:
    return replace(content, left=content.right, right=content.left)


def _rooms(widths: Sequence[float], measure: float, gap: float) -> tuple[float, float, float]:
    """Return how wide left, centre and right may be, so that none touches another.

    What is short leaves its room to what is long; *gap* stays between them.
    """
    left, centre, right = widths
    if not centre:
        both = measure - gap if left and right else measure
        return max(both - right, both / 2), 0.0, max(both - left, both / 2)
    if not (left or right):
        return 0.0, measure, 0.0
    middle = max(measure - 2 * (max(left, right) + gap), measure / 3)
    side = max((measure - min(centre, middle)) / 2 - gap, 0.0)
    return side, middle, side
