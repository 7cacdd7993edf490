"""CMaps: from codes in a page to characters, for copying.

ISO 32000-1, 9.10.3. A block of a CMap holds at most 100 entries.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

_BLOCK = 100

_HEAD = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_TAIL = b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"

#: What a character map may not lead to (ISO 19005-2, 6.2.11.7.2), and half characters.
_FORBIDDEN = frozenset((0, 0xFEFF, 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)))
_REPLACEMENT = "\ufffd"


def to_unicode(texts: Mapping[int, str]) -> bytes:
    """Return the ToUnicode CMap for codes and the text that copying each should give.

    Codes that are their own character are gathered into ranges, one a high byte.
    """
    foreign = {code for code, text in texts.items() if text != chr(code)}
    foreign.update(_FORBIDDEN.intersection(texts))
    others = {code: texts[code] for code in sorted(foreign)}
    own = texts.keys() - foreign if foreign else texts
    ranges = [f"<{low:04X}> <{high:04X}> <{low:04X}>" for low, high in _ranges(own, others)]
    singles = [f"<{code:04X}> <{_destination(text)}>" for code, text in others.items()]
    return _HEAD + _blocks("bfrange", ranges) + _blocks("bfchar", singles) + _TAIL


def _ranges(codes: Iterable[int], others: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last code of each high byte; *others* must not fall inside."""
    foreign = {code >> 8 for code in others}
    ordered = sorted(codes)
    last = {code >> 8: code for code in ordered}
    first = {code >> 8: code for code in reversed(ordered)}
    for high, code in last.items():
        if high in foreign:
            yield from ((one, one) for one in ordered if one >> 8 == high)
        else:
            yield first[high], code


def _destination(text: str) -> str:
    safe = "".join(_REPLACEMENT if ord(one) in _FORBIDDEN else one for one in text)
    return safe.encode("utf-16-be").hex().upper()


def _blocks(kind: str, entries: list[str]) -> bytes:
    waiting = iter(entries)
    blocks = []
    while block := list(islice(waiting, _BLOCK)):
        blocks.append(f"{len(block)} begin{kind}\n" + "\n".join(block) + f"\nend{kind}\n")
    return "".join(blocks).encode()
