"""The language of a text: what the page says, unless the text plainly says otherwise."""

from __future__ import annotations

from itertools import islice

from bulletin_export.model.nodes import Block
from bulletin_export.model.text import paragraphs
from bulletin_export.patterns import lazy_pattern

_KANA = lazy_pattern("[\u3041-\u30fa]")
_LATIN = lazy_pattern("[A-Za-z]")
_TRADITIONAL = "國會這個來為說時們對發學經動與當產關點實業無過應將還後進場門問間東車長見開電"
_SIMPLIFIED = "国会这个来为说时们对发学经动与当产关点实业无过应将还后进场门问间东车长见开电"
_TAG = lazy_pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SAMPLE = 2000


def language_of(declared: str, title: str, blocks: tuple[Block, ...]) -> str:
    """Return the BCP 47 tag of the text; ``zh-CN`` when nothing speaks against it."""
    sample = title + "".join(islice(paragraphs(blocks), 12))[:_SAMPLE]
    plain = _plainly(sample)
    declared = _normal(declared) if _TAG.fullmatch(declared) else ""
    if not declared:
        return plain or "zh-CN"
    if plain and plain[:2] != declared[:2]:
        return plain
    return declared


def _normal(tag: str) -> str:
    language, *rest = tag.replace("_", "-").split("-")
    parts = [part.upper() if len(part) == 2 else part.title() for part in rest]
    tag = "-".join((language.lower(), *parts))
    return {"zh": "zh-CN", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}.get(tag, tag)


def _plainly(sample: str) -> str:
    """Return the language that the characters of *sample* prove, or nothing."""
    han, kana = _between(sample, "\u4e00", "\u9fff"), len(_KANA.findall(sample))
    if kana * 8 > han + kana:
        return "ja"
    if han * 2 < len(sample):  # What follows cannot be true of a text that is mostly Han.
        if _between(sample, "\uac00", "\ud7a3") > han:
            return "ko"
        if han * 10 < len(_LATIN.findall(sample)):
            return "en"
    traditional = sum(map(sample.count, _TRADITIONAL))
    if traditional and traditional > 2 * sum(map(sample.count, _SIMPLIFIED)):
        return "zh-TW"
    return "zh-CN" if han else ""


def _between(text: str, first: str, last: str) -> int:
    """Count the characters of *text* from *first* to *last*, many thousands apart.

    As a pattern so many take longer to compile than twenty pages take to count.
    """
    return sum(first <= one <= last for one in text)
