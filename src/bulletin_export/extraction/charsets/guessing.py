"""The encoding that nobody declared, by how often its letters stand in real texts."""

from __future__ import annotations

from collections import Counter
from functools import cache

from bulletin_export.extraction.charsets.decoding import decoded
from bulletin_export.extraction.charsets.frequent import (
    HANGUL,
    JAPANESE,
    PUNCTUATION,
    SIMPLIFIED,
    TRADITIONAL,
    WESTERN,
)
from bulletin_export.patterns import lazy_pattern

#: The earlier wins at equal scores.
_CANDIDATES = ("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "cp1252")
#: So many bytes beyond ASCII tell enough.
_SAMPLE = 3000
#: So many tell that what is declared is right, if it is.
_FEW = 600
#: Logarithm of how much likelier another encoding must be than the one that is declared.
_BEYOND_DOUBT = 60.0
#: Score a byte of text that is read rightly beyond doubt; what is read wrongly stays below 0.3.
_PLAIN = 0.8
_RUN = lazy_pattern(rb"[\x80-\xff][\x30-\x7e\x80-\xff]*")
_ALONE = lazy_pattern(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
_BEYOND_ASCII = bytes(range(0x80, 0x100))

# How much likelier than by chance, in natural logarithms: shares of a text over the number of
# characters that make them up, against two bytes of 160 values each.
_FREQUENT, _COMMON, _RARE, _HARDLY, _NEVER = 3.4, 0.6, -2.5, -5.0, -12.0
_MARK, _HIRAGANA, _KATAKANA, _HALF_WIDTH = 4.0, 4.9, 3.7, -6.0


def best_guess(data: bytes) -> str:
    """Return the codec that *data*, known to be no UTF-8, is most likely in."""
    sample = _sample(data)
    return max(_CANDIDATES, key=lambda codec: likeness(sample, codec))


def rival(data: bytes, declared: str) -> str:
    """Return the codec that fits *data* far better than the *declared* one, or the latter."""
    few = _sample(data, _FEW)
    beyond = len(few) - len(few.translate(None, _BEYOND_ASCII))
    if declared in _CANDIDATES and likeness(few, declared) > _PLAIN * beyond:
        return declared  # Asking the others takes many times as long.
    sample = _sample(data)
    scores = {codec: likeness(sample, codec) for codec in _CANDIDATES}
    best = max(_CANDIDATES, key=scores.__getitem__)
    own = scores.get(declared, scores["cp1252"])
    return best if scores[best] - own > _BEYOND_DOUBT else declared


def likeness(data: bytes, codec: str) -> float:
    """Return how much likelier *data* is as text in *codec* than by chance, as a logarithm."""
    if codec not in _CANDIDATES or codec == "cp1252":
        return _western(data)
    scores = _scores(codec)
    counted = Counter(decoded(data, codec)).items()
    return sum(count * scores.get(one, _HARDLY) for one, count in counted if one > "\x7f")


def _sample(data: bytes, enough: int = _SAMPLE) -> bytes:
    """Return *data* up to where enough of it is beyond ASCII; markup goes where it can."""
    size, end = 0, len(data)
    for run in _RUN.finditer(data):
        size += run.end() - run.start()
        if size > enough:
            end = min(run.end(), run.start() + enough)
            break
    return data[:end]


def _western(data: bytes) -> float:
    """Return the score of Windows-1252: letters with accents stand alone among plain ones."""
    beyond = len(data) - len(data.translate(None, _BEYOND_ASCII))
    alone = Counter(_ALONE.findall(data))
    usual = sum(count for one, count in alone.items() if one.decode("cp1252", "replace") in WESTERN)
    return 2.0 * usual - 2.0 * (sum(alone.values()) - usual) - 4.0 * (beyond - alone.total())


@cache
def _scores(codec: str) -> dict[str, float]:
    """Return the score of each character that is not hardly ever used."""
    match codec:
        case "gb18030":
            table = _han("gb2312", 0xB0, 0xD7, 0xF8) | dict.fromkeys(SIMPLIFIED, _FREQUENT)
        case "big5hkscs":
            table = _han("big5", 0xA4, 0xC7, 0xFA) | dict.fromkeys(TRADITIONAL, _FREQUENT)
        case "cp932" | "euc_jp":
            table = _han("euc_jp", 0xB0, 0xD0, 0xF5) | dict.fromkeys(JAPANESE, _FREQUENT)
            table |= dict.fromkeys(map(chr, range(0x3041, 0x3097)), _HIRAGANA)
            table |= dict.fromkeys(map(chr, range(0x30A1, 0x30FD)), _KATAKANA)
            table |= dict.fromkeys(map(chr, range(0xFF61, 0xFFA0)), _HALF_WIDTH)
        case _:
            table = _han("euc_kr", 0xB0, 0xC9, 0xCA) | dict.fromkeys(HANGUL, _FREQUENT + 1.0)
    return table | dict.fromkeys(PUNCTUATION, _MARK) | {"\ufffd": _NEVER}


def _han(codec: str, first: int, rare: int, end: int) -> dict[str, float]:
    """Return the characters of *codec* by their rows: the common ones, then the rare ones."""
    found: dict[str, float] = {}
    for lead in range(first, end):
        score = _COMMON if lead < rare else _RARE
        row = b"".join(bytes((lead, trail)) for trail in range(0x40, 0xFF))
        found |= dict.fromkeys(row.decode(codec, "ignore"), score)
    return found
