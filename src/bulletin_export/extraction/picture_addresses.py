"""Where the picture of an element is: given at once, late, in many sizes, or in a style."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as BadBase64
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from bulletin_export.extraction.addresses import absolute, declared_size, scheme_of
from bulletin_export.patterns import lazy_pattern

#: Wider than this, in pixels, no page prints a picture.
_ENOUGH = 2000
#: Characters; a longer list of sizes would take too long to read.
_LONGEST_SET = 10_000
_LAZY = (
    "data-original",
    "data-original-src",
    "data-src",
    "data-lazy-src",
    "data-lazy",
    "data-lazyload",
    "data-lazyload-src",
    "data-actualsrc",
    "data-echo",
    "data-url",
    "data-real-src",
    "data-img-src",
    "data-imgsrc",
    "data-croporisrc",
    "original",
    "lazy-src",
    "lazysrc",
    "lazyload",
    "zoomfile",
    "file",
    "_src",
    "src2",
    "realsrc",
)
_PLACEHOLDER = lazy_pattern(
    r"(?:blank|spacer|loading|placeholder|pixel|gr[ea]y|transparent|lazyload)"
    r"[\w-]*\.(?:gif|png|jpg|svg)$"
    r"|(?:^|/)(?:lazy|nopic|space|clear|dot|trans|none|1x1|default(?:[_-]?(?:img|image|pic))?)"
    r"\.(?:gif|png|jpe?g|svg)$",
    re.IGNORECASE,
)
#: How the pictures of a saved page are addressed.
_SAVED = ("data:", "file:", "cid:")
_SRCSET_ENTRY = lazy_pattern(r"\s*([^\s,]\S*[^\s,])(?:\s+([\d.]+)([wx]))?(?:\s+\d+h)?\s*(?:,|$)")
_PICTURE_FILE = lazy_pattern(r"\.(?:jpe?g|png|gif|webp|bmp|avif)(?:[?#!@].*)?$", re.IGNORECASE)
_DECORATION = lazy_pattern(
    r"(?:^|[/_.-])(?:bg|back(?:ground)?|icons?|ico|arrow|line|dot|btn|button|sprite|border|shadow"
    r"|mask|logo|play|quote|title)\d*[\w-]*\.\w+(?:\?|$)",
    re.IGNORECASE,
)
_PIXELS = lazy_pattern(r"(?:^|[;\s])(width|height)\s*:\s*(\d+)(?:\.\d+)?px", re.IGNORECASE)
_SHAPE = lazy_pattern(r"<(?:path|rect|circle|ellipse|text|image|poly|line|use|g)\b", re.IGNORECASE)
#: No address of ours: programs, and what lives only inside one browser's window.
_DEAD = ("javascript", "vbscript", "about", "livescript")


def image_address(element: Any, base: str) -> str:
    """Return the address of the picture that *element* shows, also when it is given late.

    Nothing for counting pixels and placeholders. Without a *base* a relative address
    stays as the page has it, so that it serves as a path beside the page.
    """
    if _is_pixel(element):
        return ""
    given = (element.get("src") or "").strip()
    late = next(filter(is_content, map(str.strip, _late(element))), "")
    sizes = element.get("data-srcset") or element.get("srcset") or ""
    best = late or best_of(sizes) or best_of(_sources(element))
    address = given if not best or _is_preferred(given, best, is_late=bool(late)) else best
    if not is_content(address):
        return ""
    return absolute(address, base)


def is_content(address: str) -> bool:
    """Whether *address* is one and leads to more than a placeholder."""
    if not address or not ("/" in address or "." in address or ":" in address):
        return False
    if scheme_of(address) in _DEAD:
        return False
    if address.startswith("data:"):
        return not _is_tiny(address)
    return _PLACEHOLDER.search(address.partition("?")[0][-200:]) is None


def best_of(srcset: str) -> str:
    """Return the largest picture of a ``srcset`` that is not larger than print needs."""
    if not srcset or len(srcset) > _LONGEST_SET:
        return ""
    entries: list[tuple[float, str]] = [
        (_width(size, unit), name)
        for name, size, unit in _SRCSET_ENTRY.findall(srcset)
        if is_content(name)
    ]
    fitting = [entry for entry in entries if entry[0] <= _ENOUGH]
    if fitting:
        return max(fitting, key=lambda entry: entry[0])[1]
    return min(entries, key=lambda entry: entry[0])[1] if entries else ""


def _width(size: str, unit: str) -> float:
    """Return the width that a descriptor names, in pixels; a density counts in thousands."""
    if not size or size.count(".") > 1 or size == ".":
        return 1000.0
    return float(size) * (1 if unit == "w" else 1000)


def is_picture_file(address: str) -> bool:
    """Whether *address* looks like that of a picture and not of a page."""
    return _PICTURE_FILE.search(address) is not None


def is_remote(address: str) -> bool:
    """Whether *address* is on another machine than the page itself."""
    return address.startswith("//") or scheme_of(address) in ("http", "https")


def background_address(element: Any, base: str) -> str:
    """Return the address of the picture behind an otherwise empty *element*, if it is content."""
    style = element.get("style") or ""
    first = style.find("url(", style.find("background") if "background" in style else len(style))
    if first < 0:
        return ""
    address = style[first + 4 : style.find(")", first)].strip(" \t\r\n\"'")
    is_shown = is_content(address) and not _DECORATION.search(address)
    sizes = [int(number[:6]) for _, number in _PIXELS.findall(style)]
    is_large = any(size >= 100 for size in sizes) or "padding-" in style
    is_picture = element.get("role") == "img" or element.tag == "svg"
    if is_shown and (is_large or is_picture) and all(size > 48 for size in sizes):
        return absolute(address, base)
    return ""


def drawn_size(element: Any, name: str) -> int | None:
    """Return the width or height of *element* in pixels, declared as attribute or style."""
    declared = declared_size(element, name)
    style = element.get("style")
    if declared is None and style and name in style:
        sizes = {key.lower(): int(number[:6]) for key, number in _PIXELS.findall(style)}
        return sizes.get(name)
    return declared


def _late(element: Any) -> Iterator[str]:
    """Yield what scripts would put into ``src``, the likeliest first."""
    keys = element.keys()
    if len(keys) < 2:
        return
    yield from filter(None, map(element.get, _LAZY))
    for key in keys:
        if key.startswith("data-") and key not in _LAZY:
            value = element.get(key)
            if _PICTURE_FILE.search(value) and not re.search(r"[\s,{]", value.strip()):
                yield value


def _sources(element: Any) -> str:
    """Return the ``srcset`` of the first source of the ``<picture>`` around *element*."""
    above = element.getparent()
    # The parser takes <source> for an element that holds what follows it.
    while above is not None and above.tag in ("source", "picture"):
        if above.tag == "picture":
            sources = above.iter("source")
            sets = (one.get("srcset") or one.get("data-srcset") or "" for one in sources)
            return str(next(filter(None, sets), ""))
        above = above.getparent()
    return ""


def _is_preferred(given: str, best: str, *, is_late: bool) -> bool:
    """Whether the plain ``src`` is better than *best*: it is beside the page, that is not."""
    if not is_content(given):
        return False
    if is_late:
        return is_remote(best) and (given.startswith(_SAVED) or "_files/" in given)
    return is_remote(given) != is_remote(best)


def _is_tiny(address: str) -> bool:
    """Whether a ``data:`` picture only keeps a place: a dot, or a drawing of nothing."""
    head, _, written = address[:4000].partition(",")
    if "svg" in head:
        drawing = written if ";base64" not in head else _decoded(written).decode("latin-1")
        return len(address) < 4000 and _SHAPE.search(unquote(drawing)) is None
    data = _decoded(written[:64])
    if data.startswith(b"GIF8"):
        return max(data[6:8][::-1], data[8:10][::-1]) <= b"\x00\x03"
    if data.startswith(b"\x89PNG"):
        return max(data[16:20], data[20:24]) <= b"\x00\x00\x00\x03"
    return not written


def _decoded(written: str) -> bytes:
    written = unquote(written).strip()
    try:
        return b64decode(written[: len(written) // 4 * 4])
    except (BadBase64, ValueError):
        return b""


def _is_pixel(element: Any) -> bool:
    declared = [declared_size(element, name) for name in ("width", "height")]
    given = (element.get("width") or "") + (element.get("height") or "")
    if any(size is not None and size <= 3 for size in declared) and "%" not in given:
        return True
    drawn = [drawn_size(element, name) for name in ("width", "height")]
    return all(size is not None and size <= 3 for size in drawn)
