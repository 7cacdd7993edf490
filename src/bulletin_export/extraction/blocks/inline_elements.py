"""Elements inside a line: marks on text, pictures, ruby, code."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bulletin_export.extraction.addresses import declared_size, image_address, link_target
from bulletin_export.extraction.blocks.inlines import MARKS, Marks, Run, collapsed, with_mark
from bulletin_export.extraction.naming import is_hidden
from bulletin_export.model.nodes import Code, Image, Link, Ruby, Strong
from bulletin_export.patterns import lazy_pattern

if TYPE_CHECKING:
    from bulletin_export.extraction.blocks.builder import BlockBuilder

#: A picture no larger than this, in pixels, belongs into its line.
_ICON = 48
_BOLD = lazy_pattern(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)


def marks_inside(element: Any, marks: Marks, base: str) -> Marks:
    """Return the marks on text inside *element*, which itself stands under *marks*."""
    tag = element.tag
    if tag == "a":
        target = link_target(element.get("href") or "", base)
        others = tuple(one for one in marks if one[0] is not Link)
        return ((Link, target, ""), *others) if target else marks
    if tag in MARKS:
        return with_mark(marks, (MARKS[tag], "", ""))
    style = element.get("style")
    if style and "font-weight" in style and _BOLD.search(style):
        return with_mark(marks, (Strong, "", ""))
    return marks


def _image(builder: BlockBuilder, element: Any) -> None:
    address = "" if is_hidden(element) else image_address(element, builder.picture_base)
    if not address:
        return
    alt = collapsed(element.get("alt") or "").strip()
    title = collapsed(element.get("title") or "").strip()
    image = Image(address, alt, title=title if title != alt else "")
    sizes = (declared_size(element, "width"), declared_size(element, "height"))
    is_small = any(size is not None and size <= _ICON for size in sizes)
    builder.runs.append(Run(image, builder.marks, is_small))


def _ruby(builder: BlockBuilder, element: Any) -> None:
    base, reading = [element.text or ""], []
    for part in element:
        if part.tag in ("rt", "rtc"):
            reading.append("".join(part.itertext()))
        elif part.tag != "rp":
            base.append("".join(part.itertext()))
        base.append(part.tail or "")
    text = collapsed("".join(base)).strip()
    if text:
        ruby = Ruby(text, collapsed("".join(reading)).strip())
        builder.runs.append(Run(ruby, builder.marks))


def _code(builder: BlockBuilder, element: Any) -> None:
    text = collapsed("".join(element.itertext()))
    if text.strip():
        builder.runs.append(Run(Code(text), builder.marks))


def _blank(_: BlockBuilder, __: Any) -> None:
    """Pass a place where a word may break: nothing is shown."""


#: What is taken as a whole, tag by tag.
ATOMS: dict[str, Callable[[BlockBuilder, Any], None]] = {
    "img": _image,
    "ruby": _ruby,
    "code": _code,
    "kbd": _code,
    "samp": _code,
    "wbr": _blank,
}
