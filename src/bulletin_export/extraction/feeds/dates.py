"""Dates as feeds write them: RFC 822, W3C, asctime, epochs, and what people make of them.

The day, the time and the offset stay what they are in the feed; nothing is turned to UTC.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, datetime

from bulletin_export.extraction.metadata.dates import date_in
from bulletin_export.model.article import Date
from bulletin_export.patterns import lazy_pattern

#: RFC 822 §5.1, and what feeds of Europe and China use besides.
_ZONES = {
    "z": "Z", "ut": "Z", "utc": "Z", "gmt": "Z",
    "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
    "akst": "-09:00", "akdt": "-08:00", "hst": "-10:00",
    "wet": "+00:00", "west": "+01:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00",
    "met": "+01:00", "mest": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00",
    "ist": "+05:30", "hkt": "+08:00", "sgt": "+08:00", "jst": "+09:00", "kst": "+09:00",
    "aest": "+10:00", "aedt": "+11:00", "nzst": "+12:00", "nzdt": "+13:00",
}  # fmt: skip
#: The beginnings of month names, in the languages that feeds are seen in.
_MONTHS = tuple(
    tuple(names.split())
    for names in (
        "jan ene gen sty янв ιαν 一月 1月",
        "feb fev fév lut фев φεβ 二月 2月",
        "mar mär mrz maa мар μαρ μάρ 三月 3月",
        "apr avr abr kwi апр απρ 四月 4月",
        "may mai mag mei maj maí май мая μαϊ μάι 五月 5月",
        "jun juin giu cze июн ιουν ιούν 六月 6月",
        "jul juil lug lip июл ιουλ ιούλ 七月 7月",
        "aug aoû aou ago sie авг αυγ αύγ 八月 8月",
        "sep set wrz сен σεπ 九月 9月",
        "oct okt out ott paź окт οκτ 十月 10月",
        "nov lis ноя νοε νοέ 十一月 11月",
        "dec déc dez dic gru дек δεκ 十二月 12月",
    )
)  # fmt: skip
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_TIME = (
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{1,2})(?::(?P<second>\d{1,2}))?(?:[.,]\d+)?)"
    r"(?:\s*(?P<half>[ap])\.?m\.?(?![a-z]))?"
)
_ZONE = r"\s*(?P<zone>(?:gmt|utc)?\s*[+-]\d{1,2}:?(?:\d{2})?(?!\d)|[a-z]{1,5}(?![a-z]))?"
_MONTH = r"(?P<month>[^\W\d_]{3,12}\.?|\d{1,2}月|十?[一二三四五六七八九十]月)"
_DAY_FIRST = lazy_pattern(
    rf"(?:[^\d]{{1,24}}?[,，.]?\s*)?(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?[\s-]+{_MONTH}[\s,-]+"
    rf"(?P<year>\d{{4}}|\d{{2}})(?!\d)(?:[\s,T]+{_TIME}{_ZONE})?",
    re.IGNORECASE,
)
_LATE = (_TIME + _ZONE).replace("P<", "P<late_")
_MONTH_FIRST = lazy_pattern(
    rf"(?:[^\W\d_]{{2,12}}\.?,?\s+)?{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+"
    rf"(?:{_TIME}{_ZONE}[\s,]*)?(?P<year>\d{{4}})"
    rf"(?:[\s,]+(?:at\s+)?(?P<late>{_LATE}))?",
    re.IGNORECASE,
)
_SLASHES = lazy_pattern(
    rf"(?P<first>\d{{1,2}})(?P<mark>[/.-])(?P<second_part>\d{{1,2}})(?P=mark)(?P<year>\d{{4}})"
    rf"(?:[\s,]+{_TIME}{_ZONE})?",
    re.IGNORECASE,
)
_ISO = lazy_pattern(
    r"(?P<year>\d{4})(?:-?(?P<month>\d{2})(?:-?(?P<day>\d{2})(?:[T\s]\s*(?P<hour>\d{2}):?"
    r"(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?)?)?",
    re.IGNORECASE,
)
_EPOCH = lazy_pattern(r"\d{10}(?:\d{3})?(?:\.\d+)?")
_AFTERNOON = lazy_pattern(r"(오전|오후|上午|下午|午前|午後|凌晨|晚上)\s*(\d{1,2})")
_IN_HAN = str.maketrans("년월일", "年月日")
_LONGEST = 100


def date_of(text: str, language: str = "") -> Date | None:
    """Return the date that *text*, the whole of an element, gives; None if it gives none.

    *language* of the feed says what ``CST`` means: China's or America's.
    """
    printed = " ".join(text.split())
    if not printed or len(printed) > _LONGEST:
        return None
    value = _value(printed, language)
    return Date(value, printed) if value else None


def _value(text: str, language: str) -> str:
    match = _ISO.fullmatch(text) if text[0].isdecimal() else None
    if match and not _EPOCH.fullmatch(text):
        return _from(match, match["month"], match["day"], match["year"], language)
    match = _DAY_FIRST.match(text)
    if match:
        value = _from(match, _month(match["month"]), match["day"], match["year"], language)
        if value:
            return value
    if _EPOCH.fullmatch(text):
        seconds = int(text.partition(".")[0][:10])
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return _american(text, language) or _eastern(text)


def _american(text: str, language: str) -> str:
    match = _MONTH_FIRST.match(text)
    if match:
        month = _month(match["month"])
        if match["late"]:
            return _from(match, month, match["day"], match["year"], language, "late_")
        return _from(match, month, match["day"], match["year"], language)
    match = _SLASHES.match(text)
    if not match:
        return ""
    first, second = match["first"], match["second_part"]
    # With strokes Americans write, who put the month first; dots and dashes are Europe's.
    if int(first) > 12 or (int(second) <= 12 and match["mark"] != "/"):
        first, second = second, first
    return _from(match, first, second, match["year"], language)


def _eastern(text: str) -> str:
    """Read what East Asian pages print: 2005年2月2日, 2004년 05월 28일 오후 01:31:15."""
    text = text.translate(_IN_HAN)
    text = _AFTERNOON.sub(_in_24_hours, text)
    found = date_in(text)
    return found.value if found else ""


def _in_24_hours(match: re.Match[str]) -> str:
    hour = int(match[2])
    is_late = match[1] in ("오후", "下午", "午後", "晚上") and hour < 12
    return f"{hour + 12 * is_late:02}"


def _month(name: str) -> str:
    low = name.lower().rstrip(".")
    number = _MONTH_OF.get(low) or _MONTH_OF.get(low[:4]) or _MONTH_OF.get(low[:3], 0)
    return str(number)


def _from(
    match: re.Match[str], month: str | None, day: str | None, year: str, language: str,
    prefix: str = "",
) -> str:  # fmt: skip
    """Return the ISO form of the parts; nothing if the calendar does not know them."""
    number = int(year)
    if len(year) == 2:  # RFC 2822 §4.3
        number += 2000 if number < 50 else 1900
    if month is None or day is None:
        return f"{number:04}" + (f"-{month}" if month and 1 <= int(month) <= 12 else "")
    if not 1 <= int(month) <= 12 or number < 1:
        return ""
    if not 1 <= int(day) <= 28 and not 28 < int(day) <= monthrange(number, int(month))[1]:
        return ""
    return f"{number:04}-{int(month):02}-{int(day):02}" + _clock(match, language, prefix)


def _clock(match: re.Match[str], language: str, prefix: str) -> str:
    parts = match.groupdict()
    if parts[f"{prefix}hour"] is None:
        return ""
    hour, minute = int(parts[f"{prefix}hour"]), int(parts[f"{prefix}minute"] or 0)
    half = (parts.get(f"{prefix}half") or "").lower()
    if half:
        hour = hour % 12 + 12 * (half == "p")
    second = parts[f"{prefix}second"]
    if hour > 23 or minute > 59 or int(second or 0) > 59:
        return ""
    clock = f"T{hour:02}:{minute:02}" + (f":{int(second):02}" if second else "")
    return clock + _offset(parts[f"{prefix}zone"] or "", language)


def _offset(zone: str, language: str) -> str:
    zone = "".join(zone.lower().split())
    if zone == "cst" and language.startswith("zh"):
        return "+08:00"
    if zone in _ZONES:
        return _ZONES[zone]
    digits = zone.removeprefix("gmt").removeprefix("utc")
    if digits[:1] not in ("+", "-"):
        return ""
    sign, rest = digits[0], digits[1:].replace(":", "")
    hours, minutes = (rest[:-2], rest[-2:]) if len(rest) > 2 else (rest, "00")
    return f"{sign}{int(hours):02}:{minutes}"
