"""What pages call an encoding, and the codec that browsers read it with (WHATWG Encoding §4.2)."""

from __future__ import annotations

import codecs
import re
from functools import cache

from bulletin_export.patterns import lazy_pattern

#: Labels name a subset of what the bytes hold; the wider codec reads both.
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "euc_kr": "cp949",
    "johab": "cp949",
    "shift_jis": "cp932",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "ascii": "cp1252",
    "utf-8-sig": "utf-8",
    "utf-16": "utf-16-le",
}
#: Labels that Python does not know. Some are no standard's, and yet on pages.
_ALSO = {
    "utf-8": "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf8mb4 uft-8 utf",
    "utf-16-le": "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff",
    "utf-16-be": "unicodefffe",
    "gb18030": "csgb2312 gb_2312 gb_2312-80 gb2312-80 gb-2312 gb x-gbk gbk2312 ms936 cp-936 "
    "windows-936 gb-18030 cn-gb",
    "big5hkscs": "cn-big5 x-x-big5 big-5 windows-950 x-big5",
    "euc_jp": "cseucpkdfmtjapanese x-euc-jp x-euc",
    "cp932": "windows-31j x-sjis x-ms-cp932",
    "cp949": "cseuckr csksc56011987 iso-ir-149 ks_c_5601-1989 ksc_5601 windows-949",
    "cp874": "dos-874 windows-874",
    "iso8859-6": "csiso88596e csiso88596i",
    "iso8859-7": "sun_eu_greek",
    "iso8859-8": "csiso88598e csiso88598i visual logical",
    "iso8859-15": "csisolatin9",
    "koi8-r": "koi koi8",
    "koi8-u": "koi8-ru",
    "mac-roman": "csmacintosh mac x-mac-roman",
    "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "cp1252": "x-user-defined ansi",
}
#: What pages may be in; Python has many more, some of them no encodings of text.
_OF_PAGES = frozenset((
    "utf-8", "utf-16-le", "utf-16-be", "gb18030", "big5hkscs", "euc_jp", "iso2022_jp", "cp932",
    "cp949", "cp437", "cp850", "cp852", "cp855", "cp862", "cp866", "cp874",
    "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic",
    *(f"cp{number}" for number in range(1250, 1259)),
    *(f"iso8859-{number}" for number in (*range(2, 9), 10, *range(13, 17))),
))  # fmt: skip
_LATIN = lazy_pattern(r"iso[-_]?8859[-_]?(\d+)(?:-[ei])?", re.IGNORECASE)


def page_codec(label: str) -> str:
    """Return the codec for *label* on a page, or nothing if no browser would know it."""
    codec = codec_of(label)
    return codec if codec in _OF_PAGES else ""


def codec_of(label: str) -> str:
    """Return Python's name of the widest codec that *label* may stand for, or nothing.

    Any encoding of text that Python knows counts, EBCDIC too.
    """
    known = _also().get(label.strip().lower())
    if known:
        return known
    latin = _LATIN.fullmatch(label.strip())
    name = f"iso8859-{latin[1]}" if latin else label.strip()
    for spelling in (name, name.lower().removeprefix("x-")):
        try:
            "".encode(spelling)  # What is no encoding of text fails too.
            found = codecs.lookup(spelling).name
        except (LookupError, ValueError):
            continue
        return _WIDER.get(found, found)
    return ""


@cache
def _also() -> dict[str, str]:
    return {label: codec for codec, labels in _ALSO.items() for label in labels.split()}
