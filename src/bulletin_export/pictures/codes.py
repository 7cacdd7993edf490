"""QR codes of addresses, as squares (ISO/IEC 18004)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from bulletin_export.patterns import lazy_pattern

#: Modules that stay blank on every side (ISO/IEC 18004, 5.3.8).
_QUIET = 4
_DARK = lazy_pattern(rb"\x01+")


class QrCode(msgspec.Struct, frozen=True):
    """A code of *side* × *side* modules, the blank around it included.

    ``bars`` are runs of dark modules: row from the top, column, length.
    """

    side: int
    bars: tuple[tuple[int, int, int], ...]


@lru_cache(maxsize=64)
def qr_code(address: str) -> QrCode | None:
    """Return the code of *address*, which a seventh of dirt leaves readable (level M).

    None if it is longer than a code holds, 2331 bytes.
    """
    import segno

    try:
        made = segno.make(_ascii(address), error="m", boost_error=False, micro=False, mode="byte")
    except ValueError:
        return None
    rows = [bytes(row) for row in made.matrix]
    return QrCode(len(rows) + 2 * _QUIET, tuple(_bars(rows)))


def _bars(rows: list[bytes]) -> Iterator[tuple[int, int, int]]:
    for number, row in enumerate(rows, _QUIET):
        for match in _DARK.finditer(row):
            yield number, match.start() + _QUIET, match.end() - match.start()


def _ascii(address: str) -> bytes:
    """Return *address* as telephones expect it: percent-encoded beyond ASCII."""
    from urllib.parse import quote

    return quote(address, safe="%/:?#[]@!$&'()*+,;=-._~").encode()
