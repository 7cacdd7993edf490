"""Bytes by a codec as browsers read them, where Python's codec differs (WHATWG Encoding).

A byte that begins nothing becomes U+FFFD and takes with it only what cannot be ASCII: the
``<`` after half a character is still a tag.
"""

from __future__ import annotations

import codecs
import re
from functools import cache

from bulletin_export.extraction.charsets.corrections import BIG5_MORE, DIFFERENT
from bulletin_export.patterns import lazy_pattern

_LOST = "\ufffd"
_BIG5_PAIR = lazy_pattern(rb"[\x81-\xfe][\x40-\x7e\xa1-\xfe]")
#: Codes of Big5 that Python reads like another code; they are moved to where it has nothing.
_BIG5_MOVED = {b"\xa2A": b"\x81@", b"\xa2B": b"\x81A"}
_JIS_ESCAPE = lazy_pattern(rb"\x1b(\([BJI]|\$[@B]|\$\(D)")
_HIGH_BIT = bytes(number | 0x80 for number in range(256))
_LEADS_OF_EUC = frozenset((0x8E, 0x8F, *range(0xA1, 0xFF)))
_ROMAN = {0x5C: "¥", 0x7E: "‾"}


def decoded(data: bytes, codec: str) -> str:
    """Return the text of *data* in *codec*, a name as `labels.codec_of` gives it."""
    if codec == "iso2022_jp":
        return _iso_2022_jp(data)
    if codec == "big5hkscs" and any(code in data for code in _BIG5_MOVED):
        data = _BIG5_PAIR.sub(lambda pair: _BIG5_MOVED.get(pair[0], pair[0]), data)
    text = data.decode(codec, _handler_of(codec))
    for written, meant in DIFFERENT.get(codec, {}).items():
        if written in text:
            text = text.replace(written, meant)
    return text


def _iso_2022_jp(data: bytes) -> str:
    # The codec of Python stops at what is not of the standard, and pages often are not.
    pieces = _JIS_ESCAPE.split(data)
    read = [decoded(pieces[0], "cp1252")]
    for escape, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        match escape:
            case b"(B":
                read.append(decoded(piece, "cp1252"))
            case b"(J":
                read.append(decoded(piece, "cp1252").translate(_ROMAN))
            case b"(I":
                read.append(decoded(piece.translate(_HIGH_BIT), "cp932"))
            case b"$(D":
                pairs = (piece[place : place + 2] for place in range(0, len(piece), 2))
                marked = b"".join(b"\x8f" + pair.translate(_HIGH_BIT) for pair in pairs)
                read.append(decoded(marked, "euc_jp"))
            case _:
                lines = piece.split(b"\n")  # an escape that is missing costs one line
                read.append(decoded(lines[0].translate(_HIGH_BIT), "euc_jp"))
                read += ["\n" + decoded(line, "cp1252") for line in lines[1:]]
    return "".join(read)


def _handler_of(codec: str) -> str:
    if codec in ("gb18030", "big5hkscs", "euc_jp", "cp932", "cp949"):
        return _registered()
    return "bulletin-byte" if codec.startswith("cp") and _registered() else "replace"


@cache
def _registered() -> str:
    codecs.register_error("bulletin-pair", _after_pair)
    codecs.register_error("bulletin-byte", _after_byte)
    return "bulletin-pair"


def _after_byte(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that Windows gives no character as the control characters they are."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start]
    return chr(byte) if 0x80 <= byte <= 0x9F else _LOST, error.start + 1


def _after_pair(error: UnicodeError) -> tuple[str, int]:
    """Read what the codec could not: more characters, or one that is lost."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    data, start = error.object, error.start
    lead, pair = data[start], data[start : start + 2]
    match error.encoding:
        case "gb18030" if lead == 0x80:
            return "€", start + 1
        case "big5hkscs" if pair in _big5_more():
            return _big5_more()[pair], start + 2
        case "euc_jp" if lead not in _LEADS_OF_EUC:
            return _LOST, start + 1
        case "euc_jp" if lead == 0x8F and len(pair) == 2 and 0xA1 <= pair[1] <= 0xFE:
            is_triple = data[start + 2 : start + 3] >= b"\x80"
            return _LOST, start + (3 if is_triple else 2)
        case "euc_jp" if lead >= 0xA1 and len(pair) == 2 and 0xA1 <= pair[1] <= 0xFE:
            return _of_windows(lead, pair[1]), start + 2
    is_pair = 0x81 <= lead <= 0xFE and len(pair) == 2 and pair[1] >= 0x80
    return _LOST, start + (2 if is_pair else 1)


def _of_windows(lead: int, trail: int) -> str:
    """Return the character that Windows has at a place of JIS X 0208 (NEC's, IBM's)."""
    row, cell = lead - 0xA1, trail - 0xA1
    first = row // 2 + (0x81 if row < 62 else 0xC1)
    second = cell + (0x9F if row % 2 else 0x40 if cell < 63 else 0x41)
    return bytes((first, second)).decode("cp932", "replace")[:1]


@cache
def _big5_more() -> dict[bytes, str]:
    more = {b"\x81@": "∕", b"\x81A": "﹨"}
    for run in re.findall(r"([0-9a-f]{4})(\S+)", BIG5_MORE):
        code = int(run[0], 16)
        more |= {(code + n).to_bytes(2, "big"): character for n, character in enumerate(run[1])}
    return more
