"""Formulas in MathML as a line of text: nothing of them is lost, only the heights."""

from __future__ import annotations

from typing import Any

from bulletin_export.extraction.blocks.inlines import Run, with_mark
from bulletin_export.model.nodes import Inline, Subscript, Superscript

_RAISED: dict[str, tuple[type[Inline], ...]] = {
    "msup": (Superscript,),
    "mover": (Superscript,),
    "msub": (Subscript,),
    "munder": (Subscript,),
    "msubsup": (Subscript, Superscript),
    "munderover": (Subscript, Superscript),
}
_LEFT_OUT = frozenset(("annotation", "annotation-xml", "mphantom", "mspace", "none", "mprescripts"))
_MAX_DEPTH = 60


def formula(element: Any, marks: tuple[Any, ...], depth: int = 0) -> list[Run]:
    """Return what the MathML *element* says, as runs under *marks* (MathML Core §3)."""
    tag = local_name(element)
    if tag in _LEFT_OUT:
        return []
    parts = [child for child in element if isinstance(child.tag, str)]
    if not parts or depth > _MAX_DEPTH:
        text = " ".join("".join(element.itertext()).split())
        return [Run(text, marks)] if text else []
    if tag in _RAISED:
        return _raised(parts, marks, depth, _RAISED[tag])
    inside = [formula(part, marks, depth + 1) for part in parts]
    if tag == "mfrac" and len(inside) == 2:
        above, below = (_grouped(one, marks) for one in inside)
        return [*above, Run("/", marks), *below]
    if tag == "mroot" and len(inside) == 2:
        index = formula(parts[1], with_mark(marks, (Superscript, "", "")), depth + 1)
        return [*index, Run("√", marks), *_grouped(inside[0], marks)]
    runs = [run for one in _parted(tag, inside, marks) for run in one]
    if tag == "msqrt":
        return [Run("√", marks), *_grouped(runs, marks)]
    if tag == "mfenced":
        opening, closing = element.get("open", "("), element.get("close", ")")
        return [Run(opening, marks), *runs, Run(closing, marks)]
    return [Run(text, marks) for text in [(element.text or "").strip()] if text] + runs


def local_name(element: Any) -> str:
    """Return the name of *element* without namespace or prefix."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def _raised(
    parts: list[Any], marks: tuple[Any, ...], depth: int, kinds: tuple[type[Inline], ...]
) -> list[Run]:
    runs = formula(parts[0], marks, depth + 1)
    for index, part in enumerate(parts[1:]):
        kind = kinds[min(index, len(kinds) - 1)]
        runs += formula(part, with_mark(marks, (kind, "", "")), depth + 1)
    return runs


def _parted(tag: str, inside: list[list[Run]], marks: tuple[Any, ...]) -> list[list[Run]]:
    mark = {"mtr": " ", "mtable": "; ", "mfenced": ","}.get(tag)
    if mark is None or len(inside) < 2:
        return inside
    return [*([*one, Run(mark, marks)] for one in inside[:-1]), inside[-1]]


def _grouped(runs: list[Run], marks: tuple[Any, ...]) -> list[Run]:
    """Return *runs*, in brackets when they are more than one sign or number."""
    text = "".join(str(run.piece) for run in runs)
    if len(runs) < 2 or text.isalnum():
        return runs
    return [Run("(", marks), *runs, Run(")", marks)]
