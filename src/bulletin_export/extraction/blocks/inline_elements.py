"""Elements that stand in a line and are taken as a whole: pictures, ruby, code."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bulletin_export.extraction.blocks.inlines import Run, collapsed
from bulletin_export.extraction.blocks.media import picture, without_scripts
from bulletin_export.extraction.blocks.preformatted import code_block
from bulletin_export.extraction.blocks.ruby import pairs
from bulletin_export.extraction.naming import words_of
from bulletin_export.extraction.outline import INLINE as LINE_TAGS
from bulletin_export.model.nodes import Code

if TYPE_CHECKING:
    from bulletin_export.extraction.blocks.builder import BlockBuilder

#: Elements that stand inside a line. The last ones hold nothing in HTML, but the parser
#: takes them for elements around what follows.
INLINE = LINE_TAGS | words_of("nobr noindex data output picture source track bgsound keygen")


def _ruby(builder: BlockBuilder, element: Any) -> None:
    builder.runs += [Run(piece, builder.marks) for piece in pairs(element)]


def _code(builder: BlockBuilder, element: Any) -> None:
    if element.find(".//br") is not None:
        block = code_block(element)
        if block is not None and "\n" in block.value:
            builder.flush()
            builder.frames[-1].blocks.append(block)
            return
    text = collapsed("".join(element.itertext()))
    if text.strip():
        builder.runs.append(Run(Code(text), builder.marks))
    builder.add_pictures(element)


#: What is taken as a whole, tag by tag.
ATOMS: dict[str, Callable[[BlockBuilder, Any], None]] = {
    "img": picture,
    "image": picture,
    "noscript": without_scripts,
    "ruby": _ruby,
    "code": _code,
    "kbd": _code,
    "samp": _code,
}
