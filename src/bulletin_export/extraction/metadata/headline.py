"""A headline told apart into 引题, 主题 and 副题, by how the page sets it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from msgspec.structs import replace

from bulletin_export.extraction.metadata.dates import dates_in
from bulletin_export.extraction.metadata.head import Head
from bulletin_export.extraction.metadata.headline_pieces import (
    KICKER_NAME,
    SUBTITLE_NAME,
    main_pieces,
    pieces_of,
    starts_with_dash,
)
from bulletin_export.extraction.metadata.info_line import is_info
from bulletin_export.extraction.metadata.labels import labels_in
from bulletin_export.extraction.metadata.looks import look_of
from bulletin_export.extraction.metadata.outlets import looks_like_outlet
from bulletin_export.extraction.metadata.people import is_likely_name
from bulletin_export.extraction.metadata.titles import (
    Title,
    find_title,
    folded,
    joined_lines,
    place_on_page,
)
from bulletin_export.extraction.outline import Line, Outline, Part
from bulletin_export.patterns import lazy_pattern

_BOX = lazy_pattern(r"title|head|biaoti|(?:^|\W)(?:bt|tit)(?:$|\W)", 2)
_NO_PART = lazy_pattern(
    r"[>›»→]|首页|位置|当前|欢迎|登录|搜索|分享|字号|字体|打印|关闭|收藏|点击|扫|关注|评论|正文$|^(?:要闻|新闻|时政|头条|专题|社会|公告|通知)$|^[\W\d]+$|[。;；]$"
)
_WIDE = lazy_pattern(r"[^\S\u3000]*\u3000\s*")
_NARROW = lazy_pattern(r"[^\S\u3000]+")
_LOWER_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_PARAGRAPHS = ("p", "div", "span", "center", "td")
_REACH = 2
_LONGEST_NAME = 400
_MOST_PIECES = 8
#: So many more lines a headline may have.
_LINES = 3
_SHORTEST, _LONGEST = 4, 80
#: A line that looks other than the title and is shorter is the name of a site or column.
_SHORTEST_APART = 8
#: A box that holds a headline and its info line, and no body.
_BOX_LINES = 9


def find_headline(outline: Outline, head: Head, page_title: str) -> Title:
    """Return the headline of the page, told apart, and the site's name beside it in ``<title>``."""
    page_title = page_title.strip()[:_LONGEST_NAME]
    title = find_title(outline.lines, head.title[:_LONGEST_NAME], page_title, head.publisher)
    if title.first_line < 0:
        return _with_given(title, head)
    names = (head.title, page_title, _without_end(page_title, title.site))
    title = divided(outline, together(outline, title, names), names)
    title = replace(title, text=with_wide_blanks(title.text, names))
    return _with_given(title, head)


def _with_given(title: Title, head: Head) -> Title:
    """Add what tags say of kicker and subtitle, and where an unprinted title comes from."""
    given = head.given
    if title.first_line < 0 and given.title and folded(given.title.value) == folded(title.text):
        title = replace(title, rule=given.title.rule, place=given.title.place)
    if given.kicker and not title.kicker:
        title = replace(title, kicker=given.kicker.value, kicker_place=given.kicker.place)
    if given.subtitle and not title.subtitle:
        title = replace(title, subtitle=given.subtitle.value, subtitle_place=given.subtitle.place)
    return title


def _without_end(page_title: str, site: str) -> str:
    return page_title.strip().removesuffix(site).rstrip(" \u3000_-|｜—–") if site else page_title


def with_wide_blanks(text: str, names: Sequence[str]) -> str:
    """Return *text* with the wide blanks that one of *names*, which hold the same words, has."""
    for name in names:
        if len(name) <= _LONGEST_NAME and "\u3000" in name.strip():
            plain = " ".join(name.split())
            start = plain.find(text)
            wide = _WIDE.sub("\u3000", name.strip())
            wide = _NARROW.sub(" ", wide)
            if start >= 0 and len(wide) == len(plain):
                return wide[start : start + len(text)]
    return text


def divided(outline: Outline, title: Title, witnesses: Sequence[str]) -> Title:
    """Return *title* with kicker and subtitle, if the page sets them apart from it.

    *witnesses* are what else the page calls the article; a line of the headline that
    is one of them is the title.
    """
    if title.first_line < 0:
        return title
    return _with_neighbours(outline, _with_pieces(outline, title, witnesses))


def together(outline: Outline, title: Title, witnesses: Sequence[str]) -> Title:
    """Return *title* with the lines round it that look the same and that nothing else explains.

    A headline may be printed on several lines without a heading and without a witness;
    the info line then stands below its last one, which may be its subtitle.
    """
    if title.first_line != title.last_line or folded(title.text) in map(folded, witnesses):
        return title
    lines = _lines_of_box(outline, title)
    looks = [look_of(path_to(outline.root, index)[-1].element) for index in lines]
    largest = max(look.size for look in looks)
    plain = [index for index in lines if not starts_with_dash(outline.lines[index].text)] or lines
    big = [index for index, look in zip(lines, looks, strict=True) if look.size == largest]
    main = [index for index in big if index in plain] or plain
    first, last = main[0], main[-1]
    if last - first + 1 != len(main):
        return title
    text = joined_lines(outline.lines[first : last + 1])
    told = replace(title, text=text, first_line=first, last_line=last)
    subtitle = [index for index in lines if index > last]
    kicker = [index for index in lines if index < first]
    return _with_lines(_with_lines(told, outline, kicker, "kicker"), outline, subtitle, "subtitle")


def _with_lines(title: Title, outline: Outline, indices: list[int], field: str) -> Title:
    if not indices:
        return title
    lines = outline.lines[indices[0] : indices[-1] + 1]
    place = place_on_page(lines[0])
    text = joined_lines(lines)
    if field == "kicker":
        return replace(title, kicker=text, kicker_place=place, first_line=indices[0])
    return replace(title, subtitle=text, subtitle_place=place, last_line=indices[-1])


def _lines_of_box(outline: Outline, title: Title) -> list[int]:
    """Return the title's line and those above it that are set off in the same box."""
    index = title.first_line
    mine = path_to(outline.root, index)
    look = look_of(mine[-1].element)
    found = [index]
    while index > 0 and len(found) <= _LINES and _may_be_part(outline.lines[index - 1], title):
        above = path_to(outline.root, index - 1)
        is_same_box = above[-1] is mine[-1]
        is_beside = len(mine) > 1 and len(above) > 1 and above[-2] is mine[-2]
        other = look_of(above[-1].element)
        is_twin = (
            is_beside
            and look.is_set_off
            and other.is_set_off
            and other.is_centred == look.is_centred
        )
        is_alike = outline.lines[index - 1].tag == outline.lines[title.first_line].tag
        if not is_alike or not (is_same_box or is_twin):
            break
        if (is_same_box or other != look) and len(outline.lines[index - 1].text) < _SHORTEST_APART:
            break
        index -= 1
        found.insert(0, index)
    return found + _headings_below(outline, title)


def _headings_below(outline: Outline, title: Title) -> list[int]:
    """Return the main headings right below the title in the same box: it has several lines."""
    lines, mine = outline.lines, path_to(outline.root, title.first_line)
    found: list[int] = []
    for index in range(title.first_line + 1, min(title.first_line + _LINES, len(lines))):
        other = path_to(outline.root, index)
        is_beside = len(mine) > 1 and len(other) > 1 and other[-2] is mine[-2]
        are_headings = lines[index].tag == lines[title.first_line].tag == "h1"
        if not (are_headings and is_beside and _may_be_part(lines[index], title)):
            break
        found.append(index)
    return found


def _with_pieces(outline: Outline, title: Title, witnesses: Sequence[str]) -> Title:
    """Divide a headline of one element: by the names, sizes and line breaks inside it."""
    if title.first_line != title.last_line:
        return title
    line = outline.lines[title.first_line]
    leaf = path_to(outline.root, title.first_line)[-1]
    if leaf.last_line - leaf.first_line != 1:
        return title
    every = (piece for piece in pieces_of(leaf.element) if piece.text)
    pieces = list(islice(every, _MOST_PIECES + 1))
    if not 2 <= len(pieces) <= _MOST_PIECES:
        return title
    if folded("".join(one.text for one in pieces)) != folded(line.text):
        return title
    wanted = {folded(one) for one in witnesses if one}
    main = main_pieces(pieces, wanted)
    if main is None:
        return title
    first, last = main
    kicker, text, subtitle = (
        " ".join(one.text for one in part)
        for part in (pieces[:first], pieces[first : last + 1], pieces[last + 1 :])
    )
    place = title.place
    return replace(
        title, text=text, kicker=kicker, subtitle=subtitle, kicker_place=place, subtitle_place=place
    )


def _with_neighbours(outline: Outline, title: Title) -> Title:
    """Add the lines next to the title that are named, set or marked as parts of a headline."""
    above = [] if title.kicker else _run(outline, title, -1)[::-1]
    below = [] if title.subtitle else _run(outline, title, 1)
    title = _with_lines(title, outline, above, "kicker")
    return _with_lines(title, outline, below, "subtitle")


def _run(outline: Outline, title: Title, step: int) -> list[int]:
    """Return the lines next to the title, away from it, that belong to the headline."""
    start = title.first_line if step < 0 else title.last_line
    found: list[int] = []
    for index in range(start + step, start + step * (_REACH + 1), step):
        if not 0 <= index < len(outline.lines) or not _may_be_part(outline.lines[index], title):
            break
        if not _belongs(outline, title, index, step):
            break
        found.append(index)
    return found


def _may_be_part(line: Line, title: Title) -> bool:
    text = line.text
    if line.is_linked or not _SHORTEST <= len(text) <= _LONGEST or _NO_PART.search(text):
        return False
    if is_info(text) or labels_in(text) or any(True for _ in dates_in(text)):
        return False
    own = folded(text)
    if own in folded(title.text) or own == folded(title.site):
        return False
    return not looks_like_outlet(text) and not is_likely_name(text)


def _belongs(outline: Outline, title: Title, index: int, step: int) -> bool:
    line, main = outline.lines[index], outline.lines[title.first_line]
    names, others = (KICKER_NAME, SUBTITLE_NAME) if step < 0 else (SUBTITLE_NAME, KICKER_NAME)
    name = f"{line.name} {line.tag}" if "-" in line.tag else line.name
    if names.search(name):
        return True
    if line.is_furniture or others.search(name):
        return False
    own, mine = path_to(outline.root, index), path_to(outline.root, title.first_line)
    is_beside = len(own) > 1 and len(mine) > 1 and own[-2] is mine[-2]
    if not is_beside:
        return False
    if step > 0 and starts_with_dash(line.text):
        return True
    box = mine[-2]
    is_box = box.last_line - box.first_line <= _BOX_LINES and _is_all_short(outline, box)
    if line.tag in _LOWER_HEADINGS and main.tag < line.tag and len(line.text) >= 6:
        return is_box or (step < 0) or _info_follows(outline, index)
    is_named_box = box.element.tag in ("header", "hgroup") or _BOX.search(box.name) is not None
    if line.tag in _PARAGRAPHS and is_box and is_named_box and main.tag in ("h1", "h2"):
        return len(line.text) >= 6
    return False


def _is_all_short(outline: Outline, box: Part) -> bool:
    return all(len(line.text) <= 100 for line in outline.lines[box.first_line : box.last_line])


def _info_follows(outline: Outline, index: int) -> bool:
    return any(is_info(line.text) for line in outline.lines[index + 1 : index + 4])


def path_to(root: Part, index: int) -> list[Part]:
    """Return the parts that hold line *index*, from *root* to the innermost."""
    path = [root]
    while True:
        inner = next(
            (one for one in path[-1].parts if one.first_line <= index < one.last_line), None
        )
        if inner is None:
            return path
        path.append(inner)
