"""People in the byline of a news message: ``By Jane Roe and John Doe``, ``记者 张三 李四``."""

from __future__ import annotations

import re

from bulletin_export.extraction.metadata.bylines import ending_credits
from bulletin_export.extraction.metadata.people import names_in
from bulletin_export.model.article import Contributor, ContributorRole
from bulletin_export.patterns import lazy_pattern

_BY = lazy_pattern(
    r"^(?:(?:written|reported|story|text|photos?)\s+)?(?:by|von|par|por|di|da|door|af|av|van)[\s:]+|^文[/／:：|｜丨]\s*",
    re.IGNORECASE,
)
_HAN = lazy_pattern(r"[\u4e00-\u9fff]")
_ROLE_WORDS = lazy_pattern(
    r"(?:本报|本社|本台|特约|见习|实习|新华社|中新社)*(?:记者|記者|通讯员|通訊員|作者|撰文|采写)[\s:：/]*"
)
_AND = lazy_pattern(
    r"\s+(?:and|und|et|y|e|en|og|och|ja|with)\s+|\s*[&;/|]\s*|\s*,\s*", re.IGNORECASE
)
_NO_PERSON = lazy_pattern(
    r"\b(?:writers?|correspondents?|reporters?|editors?|staff|press|news|agency|desk|bureau|service|"
    r"chief|business|sports?|report|redaktion|dpa|afp|ap|reuters|aap|ansa|efe|pa|stt|ntb|tt)\b|\d",
    re.IGNORECASE,
)
_LONGEST = 60


def people(text: str, role: ContributorRole = ContributorRole.AUTHOR) -> tuple[Contributor, ...]:
    """Return who is named in the byline *text*, in *role*; titles and agencies are left out."""
    text = _BY.sub("", text.strip()).strip(" .,;()（）")
    if _HAN.search(text):
        signed = ending_credits(f"（{text}）") if _ROLE_WORDS.search(text) else ()
        credited = tuple(Contributor(name, one) for one, name in signed)
        found = names_in(_ROLE_WORDS.sub(" ", text))
        return credited or tuple(Contributor(name, role) for name in found)
    parts = (part.strip(" .,()") for part in _AND.split(text))
    return tuple(Contributor(_cased(name), role) for name in dict.fromkeys(parts) if _fits(name))


def _fits(name: str) -> bool:
    has_letters = sum(map(str.isalpha, name)) >= 2
    return has_letters and len(name) <= _LONGEST and not _NO_PERSON.search(name)


def _cased(name: str) -> str:
    """Return *name*, in capitals as old wires have it, the way people write it."""
    return name.title() if name.isupper() and " " in name else name
