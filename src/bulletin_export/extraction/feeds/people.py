"""Who wrote an entry, out of the many ways in which feeds say it."""

from __future__ import annotations

import re

import msgspec

from bulletin_export.extraction.feeds.words import plain_title
from bulletin_export.model.article import Contributor, ContributorRole
from bulletin_export.patterns import lazy_pattern

_MAIL = r"[\w.+%-]+(?:@|\s?\[at\]\s?)[\w-]+(?:\.[\w-]+)*"
#: ``a@b.cn (Name)``, ``Name (a@b.cn)``, ``Name <a@b.cn>``, ``a@b.cn, Name``
_MAIL_AND_NAME = lazy_pattern(
    rf"[<(（]?\s*{_MAIL}\s*[>)）]?\s*[,，;:-]?\s*[(（]?(?P<name>[^()（）]*)[)）]?$"
)
_NAME_AND_MAIL = lazy_pattern(
    rf"(?P<name>[^<>()（）]+?)(?:\s+|\s*[,，:<(（-]\s*)[<(（]?\s*{_MAIL}\s*[>)）]?$"
)
_PLACEHOLDER = lazy_pattern(
    r"(?:admin(?:istrator)?|root|webmaster|unknown|anonymous|null|none|n/a|author|user|"
    r"no-?reply@.*|.*@example\.(?:com|org|invalid)|匿名|佚名|未知|无|管理员|https?://\S*|[-—_.*?\s]*)",
    re.IGNORECASE,
)
_BODY = lazy_pattern(r"[\u4e00-\u9fffA-Za-z0-9]*(?:网|報|报|社|电视台|电台|日报|晚报|在线|通讯社)$")
_HOST = lazy_pattern(r"(?:https?://)?(?:[\w-]+\.)+(?:com|cn|net|org|tw|hk|gov|edu)(?:[/.]\S*)?")
_LABEL = lazy_pattern(
    r"\s*(?P<word>作者|文|撰文|本报记者|本网记者|记者|記者|通讯员|責任編輯|责任编辑|责编|编辑|編輯|摄影)"
    r"\s*(?:[:：/丨|]|\s(?=\S))\s*"
)
_ROLES = {
    "通讯员": ContributorRole.CORRESPONDENT,
    "责任编辑": ContributorRole.EDITOR,
    "責任編輯": ContributorRole.EDITOR,
    "责编": ContributorRole.EDITOR,
    "编辑": ContributorRole.EDITOR,
    "編輯": ContributorRole.EDITOR,
    "摄影": ContributorRole.PHOTOGRAPHER,
}
#: More characters than this name nobody.
_LONGEST = 1000
_ALWAYS = lazy_pattern(r"\s*[;；、|｜]\s*")
_BETWEEN_HAN = lazy_pattern(r"\s*[,，/／&]\s*|\s+")
_HAN_NAMES = lazy_pattern(r"[\u4e00-\u9fff·]{2,8}(?:(?:\s*[,，/／&]\s*|\s+)[\u4e00-\u9fff·]{2,8})+")


class People(msgspec.Struct, frozen=True):
    """Who contributed; ``source`` is what was named as an author and is a paper or a site."""

    contributors: tuple[Contributor, ...] = ()
    source: str = ""


def people_in(values: list[str], language: str = "") -> People:
    """Return the people that the *values* of author elements name, each once, in order.

    In Chinese a blank stands between two people, in Japanese, the *language* of the feed,
    between the names of one.
    """
    is_japanese = language.lower().startswith("ja")
    found: dict[Contributor, None] = {}
    source = ""
    for value in values:
        name = _without_mail(plain_title(value)[:_LONGEST])
        label = _LABEL.match(name)
        role = (
            _ROLES.get(label["word"], ContributorRole.AUTHOR) if label else ContributorRole.AUTHOR
        )
        for part in _parts(name[label.end() :] if label else name, is_japanese):
            if _PLACEHOLDER.fullmatch(part):
                continue
            if _BODY.fullmatch(part) or _HOST.fullmatch(part):
                source = source or part
            else:
                found[Contributor(part, role)] = None
    return People(tuple(found), source)


def _without_mail(text: str) -> str:
    """Return the name in *text*, or its mail address if that is all there is."""
    if "@" not in text and "[at]" not in text:
        return text
    text = text.replace("mailto:", "")
    for pattern in (_MAIL_AND_NAME, _NAME_AND_MAIL):
        match = pattern.match(text)
        if match and match["name"].strip(" -,:\"'"):
            return match["name"].strip(" -,:\"'")
    return text.strip("<>() ")


def _parts(text: str, is_japanese: bool) -> list[str]:
    parts: list[str] = []
    for piece in _ALWAYS.split(text):
        together = piece.strip()
        if _HAN_NAMES.fullmatch(together) and not is_japanese:
            parts += _BETWEEN_HAN.split(together)
        elif together:
            parts.append(together)
    return parts
