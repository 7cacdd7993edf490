"""Readings above characters: ``<ruby>`` into pairs of base and reading (HTML §4.5.10)."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from bulletin_export.extraction.blocks.inlines import collapsed
from bulletin_export.model.nodes import Ruby


def pairs(element: Any) -> list[str | Ruby]:
    """Return what *element* shows: rubies, and plain text that has no reading.

    A second row of readings (``<rtc>``) follows the first one's, parted by a blank.
    """
    found: list[str | Ruby] = []
    bases: list[str] = [element.text or ""]
    readings: list[str] = []
    for part in element:
        tag = part.tag
        text = "".join(part.itertext())
        if tag == "rt":
            readings.append(text)
        elif tag == "rtc":
            readings = _joined(readings, part)
        elif tag != "rp":
            if readings:
                found += _paired(bases, readings)
                bases, readings = [], []
            bases.append(text)
        tail = part.tail or ""
        if tail.strip():
            if readings:
                found += _paired(bases, readings)
                bases, readings = [], []
            bases.append(tail)
    return [*found, *_paired(bases, readings)]


def _joined(readings: list[str], container: Any) -> list[str]:
    """Return *readings*, each followed by the one that stands over it in *container*."""
    more = ["".join(part.itertext()) for part in container.iter("rt")]
    more = more or ["".join(container.itertext())]
    return [f"{one} {other}".strip() for one, other in zip_longest(readings, more, fillvalue="")]


def _paired(bases: list[str], readings: list[str]) -> list[str | Ruby]:
    bases = [text for text in (collapsed(one).strip() for one in bases) if text]
    readings = [collapsed(one).strip() for one in readings]
    if not any(readings):
        return ["".join(bases)] if bases else []
    if len(bases) != len(readings):
        bases, readings = ["".join(bases)], [" ".join(filter(None, readings))]
    return [
        Ruby(base, reading) if reading and base else base or f"({reading})"
        for base, reading in zip(bases, readings, strict=True)
    ]
