"""Dates as they are printed on Chinese pages, and on those of the neighbours."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from bulletin_export.extraction.metadata.numerals import ERAS, MONTHS, era_year, number_of
from bulletin_export.model.article import Date
from bulletin_export.patterns import lazy_pattern


class Spotted(NamedTuple):
    """A date, and the part of the text it was read from."""

    date: Date
    start: int
    end: int


_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?!\d?[:：])"
_MONTH = r"(?P<month>1[0-2]|0?[1-9])"
_YEAR = r"(?<!\d)(?P<year>(?:19|20)\d{2})"
_BETWEEN = (
    r"(?:[T\s\-–,，·|｜]|星期.|周[一二三四五六日]|礼拜.|(?:北京|香港|台北)[时時][间間]|HKT|CST|JST|KST"
    r"|[（(](?:星期|周)?[一二三四五六日天月火水木金土월화수목금토일][)）]){0,8}"
)
_HALF = (
    r"(?P<half>上午|下午|晚上|晚间|晚|凌晨|早上|早|中午|午前|午後|午后|오전|오후|[AaPp]\.?[Mm]\.?)"
)
_ZONE = (
    r"(?P<zone>\s?(?:GMT|UTC)?[+-]\d{2}:?\d{2}(?!\d)|\s?(?:GMT|UTC)[+-]\d{1,2}(?!\d)|Z(?![A-Za-z]))"
)
_CLOCK = (
    rf"{_HALF}?\s*(?P<hour>2[0-3]|[01]?\d)\s*(?:[:：]|时|時|點|点|시)\s*(?P<minute>[0-5]\d)"
    rf"(?:[:：分](?P<second>[0-5]\d)(?:[.,]\d+)?秒?)?[分분]?"
    rf"(?:\s?(?P<noon>[AaPp]\.?[Mm]\b\.?))?{_ZONE}?"
)
_TIME = rf"(?:{_BETWEEN}{_CLOCK})?"
_HAN_DIGIT = "〇○零Ｏ一二三四五六七八九"
_HAN_NUMBER = "廿卅一二三四五六七八九十"
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))

#: No form below is without one of these; most lines are done with here.
_HINT = lazy_pattern(rf"(?:19|20)\d\d|[{_HAN_DIGIT}]{{4}}年|{'|'.join(ERAS)}")
_DATE = lazy_pattern(
    rf"{_YEAR}(?:\s*(?:年|년|[-/.]{{1,2}})\s*|\s+(?=\d{{1,2}}\s*[/月-]\s*\d)|(?=\d\d(?:/\d\d|-\d\d(?!\d)))){_MONTH}"
    rf"\s*(?:月|월|[-/.]{{1,2}})\s*{_DAY}\s*[日号號일]?\.?{_TIME}"
)
_HAN = lazy_pattern(
    rf"(?P<year>(?:19|20)\d\d|[{_HAN_DIGIT}]{{4}})\s*年\s*(?P<month>[{_HAN_NUMBER}]{{1,3}})\s*月"
    rf"\s*(?P<day>[{_HAN_NUMBER}]{{1,3}}|\d{{1,2}})\s*[日号號]{_TIME}"
)
_ERA = lazy_pattern(
    rf"(?P<era>{'|'.join(ERAS)})\s*(?P<year>元|\d{{1,3}}|[{_HAN_DIGIT}十百]{{1,4}})\s*(?:年|[-/.])\s*"
    rf"(?P<month>[{_HAN_NUMBER}]{{1,3}}|\d{{1,2}})\s*(?:月|[-/.])\s*"
    rf"(?P<day>[{_HAN_NUMBER}]{{1,3}}|3[01]|[12]\d|0?[1-9])\s*日?{_TIME}"
)
_MONTH_FIRST = lazy_pattern(
    rf"(?<![A-Za-z])(?P<month>{_NAMES})(?![a-z])\.?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?:\s*,\s*|\s+)(?:(?P<clock>{_CLOCK.replace('?P<', '?P<inner_')})\s*(?:[A-Z]{{3}}\s+)?)?"
    rf"(?P<year>(?:19|20)\d\d)(?:\s*at\s*)?{_TIME}",
    re.IGNORECASE,
)
_DAY_FIRST = lazy_pattern(
    rf"(?<!\d)(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\s*[-\s]\s*(?P<month>{_NAMES})(?![a-z])"
    rf"\.?\s*[-,\s]\s*(?P<year>(?:19|20)\d\d){_TIME}",
    re.IGNORECASE,
)
#: A calendar leaf: the day in a box of its own, large, above the month and the year.
_LEAF = lazy_pattern(
    rf"(?<![\d:：])(?P<day>3[01]|[12]\d|0?[1-9])[\s/]*(?P<year>(?:19|20)\d{{2}})\s*[年/.-]\s*{_MONTH}(?!\d)"
    rf"(?:\s*月|(?!\s*月))(?!\s*[-/.]|\s*\d{{1,2}}(?!\d?[:：])){_TIME}"
)
_LEAF_YEAR = lazy_pattern(
    rf"(?<![\d:：年/.-]){_MONTH}\s*[-/.月]\s*{_DAY}\s*日?[\s,，]+{_YEAR}(?!\d|\s*[-/.年:：]){_TIME}"
)
_COMPACT = lazy_pattern(
    r"(?P<year>(?:19|20)\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])"
    r"(?:[T ]?(?P<hour>[01]\d|2[0-3]):?(?P<minute>[0-5]\d)(?::?(?P<second>[0-5]\d))?"
    r"(?P<zone>[+-]\d{2}:?\d{2}|Z)?)?"
)
_WITHOUT_YEAR = lazy_pattern(
    rf"(?<![\d年/.-]){_MONTH}(?:\s*月\s*(?P<day>3[01]|[12]\d|0?[1-9])\s*[日号]{_TIME}"
    rf"|[-/](?P<day2>3[01]|[12]\d|0[1-9]|[1-9](?!\d))"
    rf"{_BETWEEN}{_CLOCK.replace('?P<', '?P<second_')})"
)
_SHORT_YEAR = lazy_pattern(
    rf"(?<![\d-])(?P<year>[0-3]\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!-){_TIME}"
)
#: A year of the Republic of China in digits alone, which only a label tells from a number.
_REPUBLIC = lazy_pattern(
    rf"(?<![\d-])(?P<year>1[0-2]\d)\s*[-/.]\s*{_MONTH}\s*[-/.]\s*(?P<day>3[01]|[12]\d|0?[1-9])(?![-\d]){_TIME}"
)
_CLOCK_BEFORE = lazy_pattern(
    r"(?<![\d:.-])(?P<hour>2[0-3]|[01]?\d):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?\s*[,，|]?\s*$"
)
#: How the names of months start, in lower case; of the Han ones, all.
_STARTS = tuple(dict.fromkeys(name[:3] for name in MONTHS))


def _names_a_month(text: str) -> bool:
    lower = text.lower()
    return any(name in lower for name in _STARTS)


#: The forms, and what a text must hold for one to be looked for.
_FORMS: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = (
    (_DATE, lambda _: True),
    (_HAN, lambda text: "年" in text),
    (_ERA, lambda text: any(era in text for era in ERAS)),
    (_MONTH_FIRST, _names_a_month),
    (_DAY_FIRST, _names_a_month),
    (_LEAF, lambda _: True),
    (_LEAF_YEAR, lambda _: True),
)


def dates_in(text: str) -> Iterator[Spotted]:
    """Yield every date in *text* that tells its year, in order."""
    return iter(_dates_in(text) if _HINT.search(text) else ())


# The same few lines of a page are asked for their dates by several witnesses.
@lru_cache(maxsize=64)
def _dates_in(text: str) -> tuple[Spotted, ...]:
    return tuple(_spotted_in(text))


def _spotted_in(text: str) -> Iterator[Spotted]:
    years = [match.span() for match in _HINT.finditer(text)]
    found: list[Spotted] = []
    for form, may_be_there in _FORMS:
        # What shares its year with a date that was found already is no other one.
        if any(not _is_within(year, found) for year in years) and may_be_there(text):
            for match in form.finditer(text):
                spotted = _spotted(match, _year(match))
                if spotted and not any(_overlap(spotted, other) for other in found):
                    found.append(spotted)
    before = 0
    for spotted in sorted(found, key=lambda one: one.start):
        yield _with_clock_before(spotted, text, before)
        before = spotted.end


def date_in(text: str) -> Date | None:
    """Return the first date in *text*; ``20200206`` counts when it is all there is."""
    first = next(dates_in(text), None)
    if first:
        return first.date
    match = _COMPACT.fullmatch(text.strip())
    spotted = _spotted(match, int(match["year"])) if match else None
    return spotted.date if spotted else None


def labelled_date_in(text: str) -> Spotted | None:
    """Return the first date in *text*, that follows a label: its year may be short or missing."""
    first = next(dates_in(text), None)
    if first:
        return first
    match = _REPUBLIC.search(text)
    if match:
        return _spotted(match, 1911 + int(match["year"]))
    match = _SHORT_YEAR.search(text)
    if match:
        return _spotted(match, 2000 + int(match["year"]))
    match = _WITHOUT_YEAR.search(text)
    return _spotted(match, None) if match else None


def _is_within(year: tuple[int, int], found: list[Spotted]) -> bool:
    return any(one.start <= year[0] and year[1] <= one.end for one in found)


def _overlap(one: Spotted, other: Spotted) -> bool:
    return one.start < other.end and other.start < one.end


def _with_clock_before(spotted: Spotted, text: str, start: int) -> Spotted:
    """Return *spotted* with the time printed before it, as in ``08:30 2020-02-06``."""
    if len(spotted.date.value) > 10 or ":" not in text[start : spotted.start]:
        return spotted
    clock = _CLOCK_BEFORE.search(text[start : spotted.start])
    if clock is None:
        return spotted
    hour, minute, second = clock["hour"], clock["minute"], clock["second"]
    value = f"{spotted.date.value}T{int(hour):02}:{minute}" + (f":{second}" if second else "")
    printed = f"{clock[0].strip()} {spotted.date.printed}"
    return Spotted(Date(value, printed), start + clock.start(), spotted.end)


def _year(match: re.Match[str]) -> int:
    parts = match.groupdict()
    if parts.get("era"):
        return era_year(parts["era"], parts["year"])
    return number_of(parts["year"])


def _spotted(match: re.Match[str], year: int | None) -> Spotted | None:
    parts = match.groupdict()
    month = MONTHS.get(parts["month"].lower(), 0) or number_of(parts["month"])
    day = number_of(parts["day"] or parts.get("day2") or "0")
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year or 2000, month)[1]:
        return None
    value = f"{year}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"
    value += _time(parts)
    printed = match[0].rstrip(" \u3000\u2003,，.·|｜-–")
    return Spotted(
        Date(value, " ".join(printed.split())), match.start(), match.start() + len(printed)
    )


def _time(parts: dict[str, str | None]) -> str:
    prefix = next((p for p in ("", "inner_", "second_") if parts.get(f"{p}hour")), None)
    if prefix is None:
        return ""
    half = parts.get(f"{prefix}half") or parts.get(f"{prefix}noon") or ""
    hour = _hour(int(parts[f"{prefix}hour"] or 0), half.lower().replace(".", ""))
    value = f"T{hour:02}:{parts[f'{prefix}minute']}"
    second = parts.get(f"{prefix}second")
    if second:
        value += f":{second}"
    return value + _zone(parts.get(f"{prefix}zone") or "", has_seconds=bool(second))


def _hour(hour: int, half: str) -> int:
    if half in ("下午", "晚上", "晚间", "晚", "午後", "午后", "오후", "pm") and hour < 12:
        return hour + 12
    if half == "中午" and hour < 6:
        return hour + 12
    if half in ("上午", "凌晨", "午前", "오전", "am") and hour == 12:
        return 0
    return hour


def _zone(zone: str, *, has_seconds: bool) -> str:
    """Return an offset as ISO 8601 writes it; ``08:30-10:30`` is no offset but a span of time."""
    zone = zone.strip()
    if zone.startswith("-") and not has_seconds:
        return ""
    zone = zone.removeprefix("GMT").removeprefix("UTC")
    if zone in ("", "Z"):
        return zone
    digits = zone[1:].replace(":", "")
    digits = digits.zfill(2) + "00" if len(digits) < 3 else digits
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"
