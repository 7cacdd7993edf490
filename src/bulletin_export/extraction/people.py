"""Names of people and bodies in lines and bylines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bulletin_export.model.article import Contributor, ContributorRole

_SEPARATORS = re.compile(r"[\s\u3000、,，;；/|｜&]+")
_NAME = re.compile(
    r"[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{1,6})*|[A-Za-z][A-Za-z.\- ]{1,30}[A-Za-z.]"
)
_NOT_A_NAME = re.compile(
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
_OPENING = re.compile(
    r"^.{0,16}?[（(〔]\s*(?P<names>[^（()）〔〕]{0,40}?(?:记者|記者|通讯员|通訊員)[^（()）〔〕]{1,60})[）)〕／/]"
)
_PEOPLE = r"(?P<names>[\u4e00-\u9fff]{2,4}(?:[、 ,，]+[\u4e00-\u9fff]{2,4}){0,4})"
_CLOSING = re.compile(
    rf"[（(](?:(?:文|文[/／]图|图文|撰文|本报|本网|完|记者)[:：/ ]?\s*)?{_PEOPLE}[）)]$"
)
_DATELINE = re.compile(rf"^.{{2,16}}[电電讯訊]\s?[（(](?:记者\s?)?{_PEOPLE}[）)]")
_REPORTER = re.compile(
    rf"^[\u4e00-\u9fff]{{0,8}}(?:记者|記者)\s*[:：/]?\s*{_PEOPLE}"
    r"(?:\s*[\u4e00-\u9fff]{2}(?:报道|報導))?$"
)
_ROLES = re.compile(
    r"(?:本报|本网|本台|全媒体|特约|见习|实习|首席|新华社|中新社)*(通讯员|通訊員|记者|記者|摄影|编辑)\s*[:：]?\s*"
)
_WRITTEN_BY = re.compile(
    r"^\s*(?:文\s*[丨|｜/／]|撰文\s*[:：]?|作者\s*[:：/])\s*(?P<names>[^，。；]{2,30})$"
)


def names_in(text: str) -> tuple[str, ...]:
    """Return the names in *text*, which holds nothing but names and separators."""
    parts = (part.strip(" .·:：()（）[]【】") for part in _SEPARATORS.split(text))
    return tuple(dict.fromkeys(part for part in parts if is_name(part)))


def is_name(text: str) -> bool:
    """Whether *text* may be the name of a person."""
    return bool(_NAME.fullmatch(text)) and not _NOT_A_NAME.search(text)


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
    written = _WRITTEN_BY.match(text)
    if written:
        yield from contributors(written["names"], ContributorRole.AUTHOR)
        return
    opening = _OPENING.match(text)
    if opening:
        yield from _by_role(opening["names"])
        return
    for pattern in (_DATELINE, _REPORTER, _CLOSING):
        found = pattern.search(text)
        if found:
            yield from contributors(found["names"], ContributorRole.AUTHOR)
            return


def _by_role(text: str) -> Iterator[Contributor]:
    """Yield the people of ``通讯员 宗甲 记者 吴乙``, each in the role named before."""
    pieces = _ROLES.split(text)
    for word, names in zip(pieces[1::2], pieces[2::2], strict=False):
        yield from contributors(names, _ROLE_WORD[word])
