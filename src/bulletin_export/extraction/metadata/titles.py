"""The title of an article, without the name of its site."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from bulletin_export.extraction.metadata.facts import Rule
from bulletin_export.extraction.metadata.info_line import is_info
from bulletin_export.extraction.outline import Line
from bulletin_export.patterns import lazy_pattern

_NOT_LETTERS = lazy_pattern(r"[\W_]+")
_BLANKS = lazy_pattern(r"[\s\u3000]+")
_STRONG_SEPARATOR = lazy_pattern(
    r"\s*[_|｜]+\s*|\s+(?:[-–—]+|>>|::|«|»)\s+|\s*--+\s*(?=[^-]{2,16}(?:--+[^-]{2,16}){0,3}$)"
)
_GAP = lazy_pattern(r"[\s_|｜•·:：–—-]+")
_WEAK_SEPARATOR = lazy_pattern(r"\s*[-–]\s*(?=[^-–]+$)|\s*—+\s*(?=[^—]{2,10}$)")
_SITE = lazy_pattern(
    r"(?:网|網|网站|新闻|频道|日报|晚报|时报|门户|在线|首页|官网|资讯|政府|委员会|杂志|报|社|com|cn|News)$"
)
#: What sites put before the title of a page with a film or pictures, and not above the article.
_TAG = lazy_pattern(r"^[\[【(（]?(?:视频|组图|图集|高清|图文|图|直播|专题)[\]】)）:：|]\s*")
_HEADINGS = ("h1", "h2", "h3")
_TITLE_NAME = lazy_pattern(r"title|headline|biaoti|(?:^|\W)bt(?:$|\W)|\btit\b", re.IGNORECASE)
_CRUMBS = lazy_pattern(r"当前位置|所在位置|您的位置|首页|[>›»→]|^[\d\W]+$|。[”’」』）)]?$|欢迎")
_PLACE = lazy_pattern(r"^(?:您(?:现在)?的|所在|当前)+位置|首页\s*[>›»]")
_JOINED_LINES = 4
_LONGEST = 200
_OPENING = frozenset("（【〔［《「『“")
#: A title shorter than this needs a witness; site names are that short.
_SHORT = 8


class Title(msgspec.Struct, frozen=True):
    """The words of a title, the lines it was printed on, and the rest of ``<title>``."""

    text: str
    first_line: int = -1
    last_line: int = -1
    site: str = ""
    kicker: str = ""
    subtitle: str = ""
    rule: Rule = Rule.HEADING
    place: str = ""
    kicker_place: str = ""
    subtitle_place: str = ""

    @property
    def words(self) -> str:
        """All that the headline prints, in the order of the page."""
        return " ".join(filter(None, (self.kicker, self.text, self.subtitle)))


def folded(text: str) -> str:
    """Return the letters and digits of *text*: what two writings of a title share."""
    return _NOT_LETTERS.sub("", text).casefold()


def find_title(lines: list[Line], given: str, page_title: str, publisher: str) -> Title:
    """Return the title of the page, without its kicker and subtitle told apart.

    *given* is what meta tags say, *page_title* the text of ``<title>``. Printed words
    beat both where they agree, for they carry the blanks the editor wanted.
    """
    above = _above_info(lines)
    name, site = _without_site(_BLANKS.sub(" ", page_title).strip(), publisher, lines)
    untagged = _TAG.sub("", name)
    witnesses = (given, page_title, name, untagged, *_ends(page_title, lines))
    for witness in dict.fromkeys(filter(None, witnesses)):
        printed = _printed(lines, witness)
        if printed and not (len(printed[0]) < _SHORT and above > printed[2]):
            return _on_lines(lines, *printed, _rest(page_title, printed[0]) or site)
    heading = _heading(lines)
    if heading >= 0 and above > heading and _names_site(lines[heading].text, page_title):
        return _on_line(lines, above, page_title)
    if heading >= 0 and folded(lines[heading].text) != folded(site or publisher):
        return _on_line(lines, heading, site)
    given = _BLANKS.sub(" ", given).strip()
    is_headline = above >= 0 and len(name) > len(lines[above].text) and not _SITE.search(name)
    if above >= 0 and not given and not is_headline:
        return _on_line(lines, above, site or name)
    only = above if above >= 0 else _only_heading(lines, site or publisher)
    if (given or name) and not (only >= 0 and not given and _SITE.search(name)):
        return Title(given or name, site=site, rule=Rule.PAGE_TITLE, place="title")
    return _on_line(lines, only, site or name) if only >= 0 else Title("")


def _names_site(text: str, page_title: str) -> bool:
    """Whether *text* is the site's name, which is all that *page_title* tells."""
    is_site = len(text) < 2 * _SHORT and _SITE.search(page_title.strip()) is not None
    return is_site and folded(page_title).startswith(folded(text))


def _on_line(lines: list[Line], index: int, site: str) -> Title:
    return _on_lines(lines, lines[index].text, index, index, site)


def _on_lines(lines: list[Line], text: str, first: int, last: int, site: str) -> Title:
    return Title(text, first, last, site, place=place_on_page(lines[first]))


def place_on_page(line: Line) -> str:
    """Return what a person would look for to find *line*: its element, with its first name."""
    if line.tag in _HEADINGS or not line.name:
        return line.tag
    return f"{line.tag}[{line.name.split()[0]}]"


def joined_lines(lines: list[Line]) -> str:
    """Return the text of *lines*; a bracket that opens needs no blank before it."""
    text = lines[0].text
    for line in lines[1:]:
        text += line.text if line.text[:1] in _OPENING else " " + line.text
    return text


def _ends(page_title: str, lines: list[Line]) -> Iterator[str]:
    """Yield what stands at the end of *page_title* and is a line of its own.

    The name of the site may be printed before that of the article, with a mere blank between.
    """
    shown = {line.text for line in lines}
    for gap in _GAP.finditer(page_title.strip()):
        end = page_title.strip()[gap.end() :]
        if len(end) >= _SHORT and end in shown:
            yield end


def _folded_line(line: Line) -> str:
    return folded(line.text) if len(line.text) <= _LONGEST else ""


def _printed(lines: list[Line], witness: str) -> tuple[str, int, int] | None:
    """Find the longest run of lines that *witness* starts with, or that holds all of it."""
    wanted = folded(witness)
    # Han have no case: a line without the first one need not be folded to be ruled out.
    start = wanted[:1] if "\u4e00" <= wanted[:1] <= "\u9fff" else ""
    best: tuple[int, int, int] | None = None
    inside = -1
    for first, line in enumerate(lines):
        if start not in line.text:
            continue
        own = _folded_line(line)
        if len(own) < 2 or not wanted.startswith(own):
            if (
                len(wanted) >= 8
                and wanted in own
                and len(own) < len(wanted) * 2.5
                and not line.is_linked
            ):
                inside = first if inside < 0 else inside
                if own.startswith(wanted):
                    best = max(best or (0, 0, 0), (len(wanted) + 1, -first, -first))
            continue
        for last in range(first, min(first + _JOINED_LINES, len(lines))):
            if last > first:
                own += _folded_line(lines[last])
            if not wanted.startswith(own):
                break
            bonus = (lines[first].tag in _HEADINGS) * 2 - lines[first].is_linked
            if len(own) * 5 >= len(wanted) * 2 or (len(own) >= 6 and bonus > 1):
                best = max(best or (0, 0, 0), (len(own) + bonus, -first, -last))
    if best is None and inside >= 0:
        return _BLANKS.sub(" ", witness).strip(), inside, inside
    if best is None:
        return None
    first, last = -best[1], -best[2]
    return joined_lines(lines[first : last + 1]), first, last


def _rest(page_title: str, title: str) -> str:
    """Return the last part of ``<title>`` that is not the *title* itself."""
    parts = [part for part in _STRONG_SEPARATOR.split(page_title) if part.strip()]
    if len(parts) < 2:
        parts = [part for part in _WEAK_SEPARATOR.split(page_title) if part.strip()]
    last = parts[-1].strip() if len(parts) > 1 else ""
    return "" if folded(last) in folded(title) else last


def _without_site(text: str, publisher: str, lines: list[Line]) -> tuple[str, str]:
    parts = [part for part in _STRONG_SEPARATOR.split(text) if part]
    if len(parts) > 1:
        name = max(parts[:-1], key=len) if len(parts[0]) < 6 else parts[0]
        if len(parts) == 2 and len(parts[1]) > 2 * len(parts[0]):
            return parts[1], parts[0]
        return name, parts[-1]
    parts = [part for part in _WEAK_SEPARATOR.split(text) if part]
    if len(parts) == 2 and (_is_site_name(parts[1], publisher, lines) or _SITE.search(parts[1])):
        return parts[0], parts[1]
    return text, ""


def _is_site_name(text: str, publisher: str, lines: list[Line]) -> bool:
    if not text or folded(text) == folded(publisher):
        return True
    return len(text) < 20 and any(folded(line.text) == folded(text) for line in lines[:10])


def _above_info(lines: list[Line]) -> int:
    """Return the line right above the first info line, or -1."""
    for index, line in enumerate(lines):
        if index and not line.is_linked and is_info(line.text):
            for above in range(index - 1, max(index - 4, -1), -1):
                if _may_be_title(lines[above]):
                    return above
    return -1


def _may_be_title(line: Line) -> bool:
    if line.is_linked or line.is_furniture or not _SHORT <= len(line.text) <= 120:
        return False
    return _CRUMBS.search(line.text) is None and not is_info(line.text)


def _heading(lines: list[Line]) -> int:
    """Return the likeliest heading of the page, or -1."""
    for is_likely in (_is_main_heading, _is_named_heading):
        for index, line in enumerate(lines):
            fits = not line.is_linked and not line.is_furniture and 5 < len(line.text) < 120
            if fits and is_likely(line) and not _PLACE.search(line.text):
                return index
    return -1


def _only_heading(lines: list[Line], site: str) -> int:
    """Return the page's only main heading, however short, if it is not the site's name, or -1."""
    found = [index for index, line in enumerate(lines) if _is_main_heading(line)]
    if len(found) != 1 or lines[found[0]].is_linked or lines[found[0]].is_furniture:
        return -1
    return found[0] if folded(lines[found[0]].text) != folded(site) else -1


def _is_main_heading(line: Line) -> bool:
    return line.tag == "h1"


def _is_named_heading(line: Line) -> bool:
    return line.tag == "h2" or _TITLE_NAME.search(line.name) is not None
