"""The language of a text: what the page says, unless the text plainly says otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from bulletin_export.patterns import lazy_pattern

_KANA = lazy_pattern("[\u3041-\u30fa]")
_NO_LATIN = bytes(one for one in range(256) if not chr(one).isascii() or not chr(one).isalpha())
_TRADITIONAL = lazy_pattern(
    "[國會這個來為說時們對發學經動與當產關點實業無過應將還後進場門問間東車長見開電]"
)
_SIMPLIFIED = lazy_pattern(
    "[国会这个来为说时们对发学经动与当产关点实业无过应将还后进场门问间东车长见开电]"
)
_TAG = lazy_pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SAMPLE = 2000


def language_of(declared: str, title: str, paragraphs: Sequence[str]) -> str:
    """Return the BCP 47 tag of the text; ``zh-CN`` when nothing speaks against it."""
    sample = title + "".join(paragraphs[:12])[:_SAMPLE]
    declared = _normal(declared) if _TAG.fullmatch(declared) else ""
    plain = _plainly(sample, knows_script=declared[:2] == "zh")
    if not declared:
        return plain or "zh-CN"
    if plain and plain[:2] != declared[:2]:
        # Latin letters prove that it is none of East Asia's languages, not that it is English.
        return plain if plain != "en" or declared[:2] in ("zh", "ja", "ko") else declared
    return declared


def _normal(tag: str) -> str:
    language, *rest = tag.replace("_", "-").split("-")
    parts = [part.upper() if len(part) == 2 else part.title() for part in rest]
    tag = "-".join((language.lower(), *parts))
    return {"zh": "zh-CN", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}.get(tag, tag)


def _plainly(sample: str, *, knows_script: bool = False) -> str:
    """Return the language that the characters of *sample* prove, or nothing.

    With *knows_script*, Chinese is Chinese: nobody asks for the script of it.
    """
    # The upper byte of a UTF-16 unit tells the block, and bytes are counted much faster
    # than characters are compared: Han is 4E to 9F, hangul AC to D7.
    blocks = sample.encode("utf-16-be", "replace")[::2]
    han, kana = _count(blocks, 0x4E, 0x9F), len(_KANA.findall(sample)) if b"0" in blocks else 0
    if kana * 8 > han + kana:
        return "ja"
    if _count(blocks, 0xAC, 0xD7) > han:
        return "ko"
    if han * 10 < len(sample.encode("utf-8", "ignore").translate(None, _NO_LATIN)):
        return "en"
    if knows_script:
        return "zh-CN" if han else ""
    traditional = len(_TRADITIONAL.findall(sample))
    if traditional and traditional > 2 * len(_SIMPLIFIED.findall(sample)):
        return "zh-TW"
    return "zh-CN" if han else ""


def _count(blocks: bytes, first: int, last: int) -> int:
    return len(blocks) - len(blocks.translate(None, _all_from(first, last)))


@cache
def _all_from(first: int, last: int) -> bytes:
    return bytes(range(first, last + 1))
