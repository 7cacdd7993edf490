"""Where an article, or a list, goes on: the address of its next page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from bulletin_export.extraction.addresses import absolute, link_target
from bulletin_export.extraction.body.furniture import is_pager
from bulletin_export.extraction.naming import name_of
from bulletin_export.patterns import lazy_pattern

_EDGES = " \t\r\n\u3000\u00a0[]【】()（）<>《》〈〉«»‹›→.…·|"
_WORDS = frozenset((
    "下一页", "下一頁", "下页", "下頁", "后一页", "後一頁", "下1页", "次のページ", "次へ",
    "次ページ",
    "다음", "다음페이지", "다음 페이지", "next", "next page",
))  # fmt: skip
_ARROWS = frozenset((">", ">>", "»", "›", "→", "＞", "＞＞"))
_NUMBER = lazy_pattern(r"[\[【(（]?\s*(\d{1,3})\s*[\]】)）]?")
_CURRENT = lazy_pattern(
    r"(?:^|[\s_-])(?:current|cur|active|on|now|this|selected|thisclass)(?:$|[\s_-])"
)
_PARTS = lazy_pattern(r"(\d+)")
_ENDING = lazy_pattern(r"\.\w{1,5}$")
_PAGED = lazy_pattern(r"(?:[_-]|/|^)\d{1,3}(?:/|\.\w{1,5})?$")
_KEYS = r"(?:page|p|pn|pg|page_?no|page_?index|page_?num|start|paged|curr?page|cur_?page)"
_PAGE_KEY = lazy_pattern(_KEYS, re.IGNORECASE)
_PAGE_QUERY = lazy_pattern(rf"(?:^|&){_KEYS}=\d+", re.IGNORECASE)
_LONGEST = 12
_MANY = 400


def find_next_page(root: Any, body: Any, base: str, address: str) -> str:
    """Return the address of the page that follows the page *root*, or nothing.

    *base* is what its links start from, *address* its own address, which may be
    unknown. A link counts when it leads to the same article: to an address that
    differs in a small number only.
    """
    own = address or base
    for link in root.iter("link"):
        if (link.get("rel") or "").strip().lower() == "next":
            found = _target(link, base)
            if found and _follows(found, own, is_named=True):
                return found
    links = list(_short_links(body))
    rows: dict[Any, bool] = {}
    for link, text in links:
        is_next = text.strip(_EDGES).lower() in _WORDS or (link.get("rel") or "").lower() == "next"
        if is_next or (text in _ARROWS and _is_row(link.getparent(), rows)):
            found = _target(link, base)
            if found and _follows(found, own, is_named=is_next):
                return found
    return _by_number(links, base, own)


def _short_links(body: Any) -> Iterator[tuple[Any, str]]:
    for link in body.iter("a"):
        text = link.text if len(link) == 0 else "".join(link.itertext())
        text = (text or "").strip() or (link.get("title") or "").strip()
        if text and len(text) <= _LONGEST:
            yield link, text


def _by_number(links: list[tuple[Any, str]], base: str, own: str) -> str:
    """Return where the number after that of the open page leads, in a row of numbers."""
    known: dict[Any, bool] = {}
    for link, text in links:
        if text.strip(_EDGES) != "2" and not _NUMBER.fullmatch(text):
            continue
        for row in _rows(link):
            if row in known or not _is_row(row, known):
                continue
            numbers = list(_numbers(row))
            current = next((n for n, one in numbers if one is None), None)
            if current is None:
                continue
            after = next((one for n, one in numbers if n == current + 1 and one is not None), None)
            found = _target(after, base) if after is not None else ""
            return found if found and _follows(found, own, is_named=False) else ""
    return ""


def _rows(link: Any) -> Iterator[Any]:
    """Yield the elements around *link* that may be a row of numbers, the smallest first."""
    row = link.getparent()
    for _ in range(3):
        if row is None:
            return
        yield row
        row = row.getparent()


def _numbers(row: Any) -> Iterator[tuple[int, Any]]:
    """Yield the numbers in *row*, each with its link; None stands for the open page."""
    for element in row.iter():
        number = _NUMBER.fullmatch((element.text or "").strip())
        if number and element is not row:
            link = element if element.tag == "a" else next(element.iterancestors("a"), None)
            is_open = link is None or not _leads(link) or _CURRENT.search(name_of(element))
            yield int(number[1]), None if is_open else link
        for text in (element.text if element is row else None, element.tail):
            for part in re.split(r"[\s|,【】\[\]]+", text or "")[:_MANY] if text else ():
                if part.isdecimal() and len(part) < 4 and element.tag != "script":
                    yield int(part), None


def _is_row(element: Any, known: dict[Any, bool]) -> bool:
    """Whether *element* holds a row of pages and nothing else; each is looked at once."""
    if element not in known:
        known[element] = len(element) < _MANY and is_pager(_text(element))
    return known[element]


def _leads(link: Any) -> bool:
    address = (link.get("href") or "").strip().lower()
    return bool(address) and not address.startswith(("#", "javascript:"))


def _text(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _target(link: Any, base: str) -> str:
    address = (link.get("href") or "").strip()
    if not address or address.startswith("#"):
        return ""
    if not base:
        return address if ":" not in address.split("/", 1)[0] else link_target(address, "")
    return link_target(address, base)


def _follows(found: str, own: str, *, is_named: bool) -> bool:
    """Whether *found* is a further page of the article that lives at *own*."""
    try:
        there, here = urlsplit(absolute(found, own)), urlsplit(own)
    except ValueError:
        return False
    if not own or not there.netloc:
        looks_paged = _PAGED.search(there.path) or _PAGE_QUERY.search(there.query)
        return is_named or bool(looks_paged)
    if there.netloc.lower() != here.netloc.lower():
        return False
    if there.path == here.path:
        return _is_paged(here.query, there.query)
    return _is_numbered(_stem(here.path), _stem(there.path)) or (
        there.path.rstrip("/") != here.path.rstrip("/")
        and there.path.startswith(here.path.rstrip("/") + "/")
        and bool(_PAGED.search(there.path))
    )


def _is_paged(here: str, there: str) -> bool:
    """Whether two queries are the same but for the number of the page."""
    changed = set(parse_qsl(there)) - set(parse_qsl(here))
    return bool(changed) and all(
        _PAGE_KEY.fullmatch(key) and value.isdecimal() for key, value in changed
    )


def _stem(path: str) -> str:
    """Return *path* without its ending; of a folder, the page that it opens."""
    if path.endswith("/"):
        return path + "index"
    return _ENDING.sub("", path)


def _is_numbered(here: str, there: str) -> bool:
    """Whether two stems are the same but for the number of the page."""
    if there.startswith(here) and re.fullmatch(r"[_-]?p?\d{1,3}", there[len(here) :]):
        return True
    ours, theirs = _PARTS.split(here), _PARTS.split(there)
    if len(ours) != len(theirs):
        return False
    others = [(one, two) for one, two in zip(ours, theirs, strict=True) if one != two]
    if len(others) != 1 or not (others[0][0].isdecimal() and others[0][1].isdecimal()):
        return False
    one, two = others[0]
    return len(two) < 4 and int(two) == int(one) + 1
