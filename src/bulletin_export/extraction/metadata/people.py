"""Names of people and bodies in lines and bylines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bulletin_export.model.article import Contributor, ContributorRole
from bulletin_export.patterns import lazy_pattern

_SEPARATORS = lazy_pattern(r"[\s\u3000、,，;；/|｜&]+")
_LATIN_NAME = lazy_pattern(r"[A-Za-z][A-Za-z.\- ]{1,30}[A-Za-z.]")
_NOT_A_NAME = lazy_pattern(
    r"admin|null|undefined|email|name|佚名|未知|匿名|无|记者|通讯员|编辑|作者|来源|摄影|报道|报导|報導|实习生|资料|資料|图片|供图|原标题|以下|完$|待续|上接|下转|节选|右|左|摄"
    r"|本报|本网|本站|综合|整理|管理员|网站|sina_mobile|网$|报$|社$",
    re.IGNORECASE,
)
_ROLE_WORD = {
    "通讯员": ContributorRole.CORRESPONDENT,
    "通訊員": ContributorRole.CORRESPONDENT,
    "记者": ContributorRole.AUTHOR,
    "記者": ContributorRole.AUTHOR,
    "摄影": ContributorRole.PHOTOGRAPHER,
    "编辑": ContributorRole.EDITOR,
}
_REPORTERS = ("记者", "記者", "通讯员", "通訊員")
_OPENING = lazy_pattern(
    rf"^.{{0,16}}?[（(〔]\s*(?P<names>[^（()）〔〕]{{0,40}}?(?:{'|'.join(_REPORTERS)})[^（()）〔〕]{{1,60}})[）)〕／/]"
)
_PEOPLE = r"(?P<names>[\u4e00-\u9fff]{2,4}(?:[、 ,，]+[\u4e00-\u9fff]{2,4}){0,4})"
_CLOSING = lazy_pattern(
    rf"[（(](?:(?:文|文[/／]图|图文|撰文|本报|本网|完|记者)[:：/ ]?\s*)?{_PEOPLE}[）)]$"
)
_DATELINE = lazy_pattern(rf"^.{{2,16}}[电電讯訊]\s?[（(](?:记者\s?)?{_PEOPLE}[）)]")
_REPORTER = lazy_pattern(
    rf"^[\u4e00-\u9fff]{{0,8}}(?:记者|記者)\s*[:：/]?\s*{_PEOPLE}"
    r"(?:\s*[\u4e00-\u9fff]{2}(?:报道|報導))?$"
)
#: Patterns, where they look, and characters without which they need not look.
_SIGNATURES = (
    (_DATELINE, slice(17), frozenset("电電讯訊")),
    (_REPORTER, slice(9), frozenset("记記")),
    (_CLOSING, slice(-1, None), frozenset("）)")),
)
_ROLES = lazy_pattern(
    r"(?:本报|本网|本台|全媒体|特约|见习|实习|首席|新华社|中新社)*(通讯员|通訊員|记者|記者|摄影|编辑)\s*[:：]?\s*"
)
_WRITTEN_BY = lazy_pattern(
    r"^\s*(?:文\s*[丨|｜/／]|撰文\s*[:：]?|作者\s*[:：/])\s*(?P<names>[^，。；]{2,30})$"
)


def names_in(text: str) -> tuple[str, ...]:
    """Return the names in *text*, which holds nothing but names and separators."""
    parts = (part.strip(" .·:：()（）[]【】") for part in _SEPARATORS.split(text))
    return tuple(dict.fromkeys(part for part in parts if is_name(part)))


def is_name(text: str) -> bool:
    """Whether *text* may be the name of a person."""
    return (_is_han_name(text) or _LATIN_NAME.fullmatch(text) is not None) and not (
        _NOT_A_NAME.search(text)
    )


def _is_han_name(text: str) -> bool:
    """Whether *text* is a Chinese name, or a foreign one in Han, as in 卡尔·马克思."""
    first, *others = text.split("·")
    fits = 2 <= len(first) <= 4 and all(1 <= len(other) <= 6 for other in others)
    return fits and all("\u4e00" <= one <= "\u9fff" for part in (first, *others) for one in part)


def contributors(text: str, role: ContributorRole) -> list[Contributor]:
    """Return everybody named in *text*, all in *role*."""
    return [Contributor(name, role) for name in names_in(text)]


def bylines(paragraphs: Iterable[str]) -> list[Contributor]:
    """Return who signs the first and last *paragraphs* of a body; the text keeps the byline."""
    texts = [text for text in paragraphs if text.strip()]
    found: list[Contributor] = []
    for text in [*texts[:6], *texts[-2:]]:
        found.extend(one for one in _signed(text.strip()) if one not in found)
    return found


def _signed(text: str) -> Iterator[Contributor]:
    written = _WRITTEN_BY.match(text) if text[:1] in "文撰作" else None
    if written:
        yield from contributors(written["names"], ContributorRole.AUTHOR)
        return
    opening = _OPENING.match(text) if any(word in text for word in _REPORTERS) else None
    if opening:
        yield from _by_role(opening["names"])
        return
    for pattern, place, marks in _SIGNATURES:
        found = None if marks.isdisjoint(text[place]) else pattern.search(text)
        if found:
            yield from contributors(found["names"], ContributorRole.AUTHOR)
            return


def _by_role(text: str) -> Iterator[Contributor]:
    """Yield the people of ``通讯员 宗甲 记者 吴乙``, each in the role named before."""
    pieces = _ROLES.split(text)
    for word, names in zip(pieces[1::2], pieces[2::2], strict=False):
        yield from contributors(names, _ROLE_WORD[word])
