"""Text that was decoded wrongly once, saved, and decoded again: an alarm, never a repair."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from itertools import chain

import msgspec

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.patterns import lazy_pattern

_ASCII = bytes((9, 10, 12, 13, *range(0x20, 0x7F)))
_LATIN = "windows-1252"
#: The bytes 80 to 9F as Windows-1252 and as Latin-1 read them.
_HIGH = bytes(range(0x80, 0xA0)).decode("cp1252", "ignore")
_AS_BYTES = {ord(one): one.encode("cp1252")[0] for one in _HIGH}
_SIGNS = f"{_HIGH}\x80-\xbf"
#: Two characters of East Asia in a row (French has ``é\xa0»``, but not twice).
_UTF8_AS_LATIN = lazy_pattern(f"(?:[\xe3-\xed\xef][{_SIGNS}]{{2}}){{2,}}")
_ACCENT_AS_LATIN = lazy_pattern(f"\xc3[{_SIGNS}]|\xe2[\u20ac\x80][{_SIGNS}]|\xc2[\xa0-\xbf]")
#: Letters and no signs (``×`` stands in rows where somebody hides a name).
_LETTER = lazy_pattern("[\xc0-\xd6\xd8-\xf6\xf8-\xff]")
#: Characters of two bytes read one by one: no language has as many accents and signs in a row.
#: In Big5 every second may be ASCII, in Shift_JIS kana begin with the same two signs.
_OLD_AS_LATIN = lazy_pattern(
    "[\xa1-\xb6\xb8-\xd6\xd8-\xff]{4,}|(?:[\xa4-\xb6\xb8-\xc6][@-~\xa1-\xfe]){3,}"
    "|(?:[\u201a\u0192\x82\x83][^\\s<>]){3,}"
)
#: What reads as Chinese, Japanese or Korean, marks and wide letters included.
_EAST_ASIAN = lazy_pattern(
    "[\u2014\u2018-\u201d\u2026\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff5e]+"
)
#: Without one of these nothing was read as Windows-1252 or Latin-1.
_TELLING = frozenset("\u201a\u0192\x82\x83\xa4\xa5" + "".join(map(chr, range(0xC0, 0x100)))) - {"×"}
_IN_LATIN = lazy_pattern("[\xa4-\xb6\xb8-\xd6\xd8-\xff\u201a\u0192\x82\x83]{2}")
#: The replacement character, twice, in UTF-8 read as GBK.
_LOST = "锟斤拷"
_OLD = ("gb18030", "big5hkscs", "cp949", "cp932")

#: Bytes that begin a character of East Asia in UTF-8, and those that go on with it.
_LEADS, _TRAILS = (*range(0xE3, 0xEA), 0xEF), tuple(range(0x80, 0xC0))

#: Gathering so many characters, of one text or several, takes longer than compiling a pattern
#: for the few that count.
_LONG = 30_000
#: So many characters are no accident and no example in a text about encodings, …
_MANY = 12
#: … and of so many characters of East Asia, one is enough.
_ONE_IN = 50
#: Letters with accents that are no accident.
_ACCENTS = 3
#: Logarithm of how much likelier than by chance a reading must be.
_LIKELY = 5.0
#: Characters of a run that are read back: enough to judge.
_READ = 200
#: Characters shown in the remark.
_SHOWN = 24


class Doubling(msgspec.Struct, frozen=True):
    """How a text was spoilt: bytes in *right* were read as *wrong*."""

    right: str
    wrong: str
    example: str
    reading: str


def beyond_ascii(text: str) -> str:
    """Return what is left of *text* without ASCII, but for control characters."""
    return text.encode("utf-8", "ignore").translate(None, _ASCII).decode("utf-8")


class _Teller:
    """Gathers all characters until that has taken as long as compiling a pattern for a few."""

    def __init__(self) -> None:
        self._gathered = 0

    def __call__(self, beyond: str) -> frozenset[str]:
        """Return those characters of *beyond* that may tell of a spoilt text, maybe with others."""
        self._gathered += len(beyond)
        if self._gathered < _LONG:
            return frozenset(beyond)
        return frozenset(_all_telling().findall(beyond))


telling = _Teller()


@cache
def _all_telling() -> re.Pattern[str]:
    return re.compile(_one_of(_TELLING.union(*map(_rare_in, _OLD))))


def remarks_on(text: str, used: frozenset[str], name: str = "") -> tuple[Diagnostic, ...]:
    """Return remarks if *text*, of the source called *name*, was decoded wrongly before.

    *used* are its `telling` characters: nearly always they say that all is well.

    The first names the likely way, an example, and how that would read; the second says that
    all of the text can be turned back without loss.
    """
    found = find_doubling(text, used)
    if found is None:
        return ()
    facts: dict[str, str | int] = {
        "right": found.right, "wrong": found.wrong,
        "example": found.example[:_SHOWN], "reading": found.reading[:_SHOWN],
    }  # fmt: skip
    alarm = Diagnostic(code="text-double-decoded", where=name, facts=facts)
    if not is_reversible(text, found):
        return (alarm,)
    way: dict[str, str | int] = {"right": found.right, "wrong": found.wrong}
    hope = Diagnostic(code="text-restorable", severity=Severity.INFO, where=name, facts=way)
    return alarm, hope


def find_doubling(text: str, used: frozenset[str]) -> Doubling | None:
    """Return how *text*, whose `telling` characters are *used*, was spoilt before."""
    suspects = [wrong for wrong in _OLD if not used.isdisjoint(_rare_in(wrong))]
    is_western = not used.isdisjoint(_TELLING)
    if not suspects and not is_western:
        return None
    beyond = beyond_ascii(text)
    western = _through_latin(text, beyond) if is_western else iter(())
    return next(chain(western, _through_old(text, beyond, suspects, used)), None)


def is_reversible(text: str, found: Doubling) -> bool:
    """Whether all of *text* can be turned back, strictly, to something else."""
    with suppress(UnicodeError):
        before = _bytes(text, found.wrong).decode(found.right)
        return before != text and "\ufffd" not in before
    return False


def _through_latin(text: str, beyond: str) -> Iterator[Doubling]:
    if _UTF8_AS_LATIN.search(beyond) and (found := _UTF8_AS_LATIN.search(text)):
        reading = _read_back(found[0], _LATIN)
        if _EAST_ASIAN.fullmatch(reading):
            yield Doubling("utf-8", _LATIN, found[0], reading)
    accents = _ACCENT_AS_LATIN.findall(beyond)
    if len(accents) >= _ACCENTS:
        accents = _ACCENT_AS_LATIN.findall(text)
        whole = len(_LETTER.findall(_ACCENT_AS_LATIN.sub("", beyond)))
        if len(accents) >= max(_ACCENTS, whole):
            example = "".join(accents)
            yield Doubling("utf-8", _LATIN, example, _read_back(example, _LATIN))
    # The signs are rare enough to be looked for among ASCII.
    for run in _OLD_AS_LATIN.findall(text) if _IN_LATIN.search(beyond) else ():
        yield from _old_as_latin(run[:_READ])


def _old_as_latin(run: str) -> Iterator[Doubling]:
    from bulletin_export.extraction.charsets.decoding import decoded
    from bulletin_export.extraction.charsets.guessing import best_guess, likeness

    for part in (run, run[1:]):  # a run may begin with half a character
        with suppress(UnicodeEncodeError):
            data = _bytes(part, _LATIN)
            codec = best_guess(data)
            reading = decoded(data, codec).rstrip("\ufffd")
            is_likely = codec != "cp1252" and likeness(data, codec) >= _LIKELY
            if is_likely and _EAST_ASIAN.fullmatch(reading):
                yield Doubling(codec, _LATIN, part, reading)


def _through_old(
    text: str, beyond: str, suspects: list[str], used: frozenset[str]
) -> Iterator[Doubling]:
    enough = min(_MANY, len(beyond) // _ONE_IN)
    if beyond.count(_LOST) * len(_LOST) >= max(enough, 1):
        yield Doubling("utf-8", "gb18030", _LOST, "\ufffd\ufffd")
    for wrong in suspects:
        # Each three characters of a run have a rare one; patterns take long to compile.
        rare = sum(map(beyond.count, used & _rare_in(wrong)))
        if 3 * rare < enough:
            continue
        pattern = _utf8_as(wrong)
        if not pattern.search(beyond):
            continue
        pairs = [(run, _read_back(run, wrong)) for run in pattern.findall(text)]
        pairs = [pair for pair in pairs if _EAST_ASIAN.fullmatch(pair[1].rstrip("\ufffd"))]
        if pairs and sum(len(run) for run, _ in pairs) >= enough:
            example, reading = max(pairs, key=lambda pair: len(pair[0]))
            yield Doubling("utf-8", wrong, example, reading)


@cache
def _utf8_as(wrong: str) -> re.Pattern[str]:
    """Return what finds two characters or more of East Asia, in UTF-8 and read as *wrong*.

    Six bytes are three characters of two bytes each, the first and the last of them rare ones.
    """
    first = _one_of(_read(wrong, _LEADS, _TRAILS))
    if wrong == "cp932":  # the third byte stands alone there
        return re.compile(f"(?:{first}[\uff61-\uff7f]){{2,}}")
    middle, last = _one_of(_read(wrong, _TRAILS, _LEADS)), _one_of(_read(wrong, _TRAILS, _TRAILS))
    # What begins with a class, and not with a group, is found many times faster.
    return re.compile(f"{first}{middle}{last}(?:{first}{middle}{last})*")


@cache
def _rare_in(wrong: str) -> frozenset[str]:
    """Return characters of which each such text has one, and hardly any other text."""
    match wrong:
        case "cp932":
            return frozenset(map(chr, range(0xFF61, 0xFF80)))
        case "cp949":
            return _read(wrong, _TRAILS, _LEADS)
        case "gb18030":
            return _read(wrong, _LEADS, _TRAILS) | {_LOST[0]}
        case _:
            return _read(wrong, _LEADS, _TRAILS)


def _read(codec: str, firsts: tuple[int, ...], seconds: tuple[int, ...]) -> frozenset[str]:
    """Return the characters that *codec* has at codes of two such bytes."""
    # Apart by line ends, which no character of two bytes has in it: decoded at once.
    pairs = b"\n".join([bytes((first, second)) for first in firsts for second in seconds])
    read = pairs.decode(codec, "ignore").split("\n")
    return frozenset(one for one in read if len(one) == 1 and one > "\x7f")


def _one_of(characters: frozenset[str]) -> str:
    return f"[{re.escape(''.join(sorted(characters)))}]"


def _read_back(text: str, wrong: str) -> str:
    return _bytes(text, wrong).decode("utf-8", "replace")


def _bytes(text: str, wrong: str) -> bytes:
    """Return what *text* was before it was read as *wrong*.

    Raises:
        UnicodeEncodeError: It has characters that *wrong* cannot give.
    """
    if wrong != _LATIN:
        return text.encode(wrong)
    return text.translate(_AS_BYTES).encode("latin-1")
