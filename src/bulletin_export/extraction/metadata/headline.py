"""A headline told apart into 引题, 主题 and 副题, by how the page sets it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from bulletin_export.extraction.body.outline import Line, Outline, Part
from bulletin_export.extraction.metadata.dates import dates_in
from bulletin_export.extraction.metadata.head import Head
from bulletin_export.extraction.metadata.info_line import is_info
from bulletin_export.extraction.metadata.labels import labels_in
from bulletin_export.extraction.metadata.looks import look_of, size_of
from bulletin_export.extraction.metadata.outlets import looks_like_outlet
from bulletin_export.extraction.metadata.people import is_likely_name
from bulletin_export.extraction.metadata.titles import (
    Title,
    find_title,
    folded,
    joined_lines,
    place_on_page,
)
from bulletin_export.patterns import lazy_pattern

_KICKER = lazy_pattern(
    r"yin_?ti|yinbiao|jian_?ti(?!e)|jianbiao|pre-?_?title|pre-?_?head|kicker|shoulder|eyebrow|over-?line|top-?_?title|lead-?title"
    r"|(?:^|\s)(?:pre|yt)(?:$|\s)",
    2,
)
_SUBTITLE = lazy_pattern(
    r"sub-?_?(?:title|head|tit)|fu_?ti|fu_?biao|fbt|second-?_?(?:title|head)|vice-?_?title|deck|standfirst|title_?2|sub-?line"
    r"|(?:^|\s)(?:sub|ft)(?:$|\s)",
    2,
)
_BOX = lazy_pattern(r"title|head|biaoti|(?:^|\W)(?:bt|tit)(?:$|\W)", 2)
_DASH = lazy_pattern(r"^(?:[—―─–]{1,3}|-{2,3}|——)\s*\S")
_NO_PART = lazy_pattern(
    r"[>›»→]|首页|位置|当前|欢迎|登录|搜索|分享|字号|字体|打印|关闭|收藏|点击|扫|关注|评论|正文$|^(?:要闻|新闻|时政|头条|专题|社会|公告|通知)$|^[\W\d]+$|[。;；]$"
)
_WIDE = lazy_pattern(r"[^\S\u3000]*\u3000\s*")
_NARROW = lazy_pattern(r"[^\S\u3000]+")
_LOWER_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_PARAGRAPHS = ("p", "div", "span", "center", "td")
_REACH = 2
#: So many more lines a headline may have.
_LINES = 3
_SHORTEST, _LONGEST = 4, 80
#: A box that holds a headline and its info line, and no body.
_BOX_LINES = 9


class Piece(msgspec.Struct, frozen=True):
    """Words of a headline that stand together and look alike: size in points of CSS."""

    text: str
    name: str = ""
    size: float = 0.0
    is_new_line: bool = False


def find_headline(outline: Outline, head: Head, page_title: str) -> Title:
    """Return the headline of the page, told apart, and the site's name beside it in ``<title>``."""
    title = find_title(outline.lines, head.title, page_title, head.publisher)
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
        if "\u3000" in name.strip():
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
    """Return *title* with the lines above it that look the same and that nothing else explains.

    A headline may be printed on several lines without a heading and without a witness;
    the info line then stands below its last one.
    """
    if title.first_line != title.last_line or folded(title.text) in map(folded, witnesses):
        return title
    line = outline.lines[title.first_line]
    mine = path_to(outline.root, title.first_line)
    look = look_of(mine[-1].element)
    first = title.first_line
    while (
        first > 0
        and title.last_line - first < _LINES
        and _may_be_part(outline.lines[first - 1], title)
    ):
        above = path_to(outline.root, first - 1)
        is_same_box = above[-1] is mine[-1]
        is_twin = len(mine) > 1 and len(above) > 1 and above[-2] is mine[-2] and look.is_set_off
        if not is_same_box and not (is_twin and look_of(above[-1].element) == look):
            break
        if outline.lines[first - 1].tag != line.tag:
            break
        first -= 1
    if first == title.first_line:
        return title
    text = joined_lines(outline.lines[first : title.last_line + 1])
    return replace(title, text=text, first_line=first)


def _with_pieces(outline: Outline, title: Title, witnesses: Sequence[str]) -> Title:
    """Divide a headline of one element: by the names, sizes and line breaks inside it."""
    if title.first_line != title.last_line:
        return title
    line = outline.lines[title.first_line]
    leaf = path_to(outline.root, title.first_line)[-1]
    if leaf.last_line - leaf.first_line != 1:
        return title
    pieces = [piece for piece in pieces_of(leaf.element) if piece.text]
    if len(pieces) < 2 or folded("".join(one.text for one in pieces)) != folded(line.text):
        return title
    wanted = {folded(one) for one in witnesses if one}
    main = _main(pieces, wanted)
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


def _main(pieces: list[Piece], wanted: set[str]) -> tuple[int, int] | None:
    """Return the first and last of the pieces that are the title; None if all are one."""
    plain = [
        index
        for index, piece in enumerate(pieces)
        if not _KICKER.search(piece.name) and not _SUBTITLE.search(piece.name)
    ]
    if plain and len(plain) < len(pieces):
        return plain[0], plain[-1]
    for first in range(len(pieces)):
        for last in range(first, len(pieces)):
            both_ends = first > 0 or last < len(pieces) - 1
            if (
                both_ends
                and folded("".join(one.text for one in pieces[first : last + 1])) in wanted
            ):
                return (first, last) if _is_broken(pieces, first, last) else None
    largest = max(piece.size for piece in pieces)
    big = [index for index, piece in enumerate(pieces) if piece.size == largest]
    if len(big) < len(pieces) and _is_broken(pieces, big[0], big[-1]):
        return big[0], big[-1]
    dash = next((index for index in range(1, len(pieces)) if _is_dashed(pieces[index])), None)
    return (0, dash - 1) if dash else None


def _is_broken(pieces: list[Piece], first: int, last: int) -> bool:
    """Whether what stands before and behind the title stands on lines of its own."""
    after = pieces[last + 1] if last + 1 < len(pieces) else None
    return (first == 0 or pieces[first].is_new_line) and (after is None or after.is_new_line)


def _is_dashed(piece: Piece) -> bool:
    return piece.is_new_line and _DASH.match(piece.text) is not None


def pieces_of(element: Any) -> Iterator[Piece]:
    """Yield the pieces of *element*, cut at line breaks, blocks, names and changes of size."""
    current: list[str] = []
    look: tuple[str, float] = ("", 0.0)
    is_new_line, broke = False, False
    for text, name, size, breaks in _runs(element, "", size_of(element, 0.0)):
        broke = broke or breaks
        if not text.strip():
            current.append(text)
            continue
        if broke or (name, size) != look:
            if "".join(current).strip():
                yield Piece(" ".join("".join(current).split()), *look, is_new_line)
                current, is_new_line = [], broke
            look = (name, size)
        broke = False
        current.append(text)
    yield Piece(" ".join("".join(current).split()), *look, is_new_line)


def _runs(element: Any, name: str, size: float) -> Iterator[tuple[str, str, float, bool]]:
    """Yield each text in *element* with its name and size, and whether a line ends before it."""
    yield element.text or "", name, size, False
    for child in element:
        if not isinstance(child.tag, str):
            yield child.tail or "", name, size, False
            continue
        breaks = child.tag in ("br", "p", "div", "h2", "h3", "h4")
        given = f"{child.get('class') or ''} {child.get('id') or ''}".strip()
        is_named = _KICKER.search(given) or _SUBTITLE.search(given)
        yield "", name, size, breaks
        yield from _runs(child, given if is_named else name, size_of(child, size))
        yield "", name, size, breaks and child.tag != "br"
        yield child.tail or "", name, size, False


def _with_neighbours(outline: Outline, title: Title) -> Title:
    """Add the lines next to the title that are named, set or marked as parts of a headline."""
    above = _run(outline, title, -1)
    below = _run(outline, title, 1)
    lines = outline.lines
    if above and not title.kicker:
        texts = [lines[index].text for index in above[::-1]]
        place = place_on_page(lines[above[0]])
        title = replace(title, kicker=" ".join(texts), kicker_place=place, first_line=above[-1])
    if below and not title.subtitle:
        texts = [lines[index].text for index in below]
        place = place_on_page(lines[below[0]])
        title = replace(title, subtitle=" ".join(texts), subtitle_place=place, last_line=below[-1])
    return title


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
    names, others = (_KICKER, _SUBTITLE) if step < 0 else (_SUBTITLE, _KICKER)
    if names.search(line.name):
        return True
    if line.is_furniture or others.search(line.name):
        return False
    own, mine = path_to(outline.root, index), path_to(outline.root, title.first_line)
    is_beside = len(own) > 1 and len(mine) > 1 and own[-2] is mine[-2]
    if not is_beside:
        return False
    if step > 0 and _DASH.match(line.text):
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
