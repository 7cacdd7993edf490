"""Elements taken out of their tree."""

from __future__ import annotations

from typing import Any


def remove(element: Any) -> None:
    """Take *element* out of its tree; what follows it stays."""
    above = element.getparent()
    if above is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            above.text = (above.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
        element.tail = None
    above.remove(element)
