"""Numbers in Han, the names of months, and the eras of Taiwan and Japan."""

from __future__ import annotations

_DIGITS = {han: value for value, han in enumerate("〇一二三四五六七八九")} | {
    "○": 0,
    "零": 0,
    "Ｏ": 0,
}

_ENGLISH = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_HAN = (
    "一月",
    "二月",
    "三月",
    "四月",
    "五月",
    "六月",
    "七月",
    "八月",
    "九月",
    "十月",
    "十一月",
    "十二月",
)

#: Names of months in lower case, long and short, with their numbers.
MONTHS = (
    {name: number for number, name in enumerate(_ENGLISH, 1)}
    | {name[:3]: number for number, name in enumerate(_ENGLISH, 1)}
    | {"sept": 9}
    | {name: number for number, name in enumerate(_HAN, 1)}
)

#: The year before the first of each era.
ERAS = {"民國": 1911, "民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925}


def era_year(era: str, year: str) -> int:
    """Return the year of our count that is *year* of *era*; the first may be called 元."""
    return ERAS[era] + (1 if year == "元" else number_of(year))


def number_of(text: str) -> int:
    """Return the number that *text* writes in digits, Han digits or Han counting (二十一, 廿一).

    0 when it writes none.
    """
    if text.isdecimal():
        return int(text)
    if not any(one in text for one in "十百廿卅"):
        digits = "".join(str(_DIGITS.get(one, "")) for one in text)
        return int(digits or 0)
    text = text.replace("廿", "二十").replace("卅", "三十")
    hundreds, _, rest = text.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    total = _DIGITS.get(hundreds, 1) * 100 if "百" in text else 0
    if ten:
        total += (_DIGITS.get(tens.lstrip("零〇"), 1)) * 10
    return total + _DIGITS.get(ones.lstrip("零〇"), 0)
