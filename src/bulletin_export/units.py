"""Lengths that carry their unit, and the Chinese names of type sizes."""

from __future__ import annotations

from typing import Literal, Self

import msgspec

from bulletin_export.patterns import lazy_pattern

_POINTS_PER_MM = 72 / 25.4

#: 字号 to points: the series Word uses, GB/T 40070-2021.
SIZE_NAMES: dict[str, float] = {
    "初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18, "三号": 16, "小三": 15,
    "四号": 14, "小四": 12, "五号": 10.5, "小五": 9, "六号": 7.5, "小六": 6.5,
    "七号": 5.5, "八号": 5,
}  # fmt: skip

_NUMBER_AND_UNIT = lazy_pattern(r"\s*([+-]?\d+(?:\.\d+)?)\s*([a-z]+)\s*")


class Length(msgspec.Struct, frozen=True, order=True):
    """An absolute length, kept in points (1/72 inch)."""

    pt: float

    @classmethod
    def of_mm(cls, mm: float) -> Self:
        """Return the length of *mm* millimetres."""
        return cls(mm * _POINTS_PER_MM)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the length written as ``12pt``, ``25mm`` or a 字号 name.

        Raises:
            ValueError: The text is none of these.
        """
        if text in SIZE_NAMES:
            return cls(SIZE_NAMES[text])
        measure = Measure.parse(text)
        if measure.unit == "mm":
            return cls.of_mm(measure.number)
        if measure.unit == "pt":
            return cls(measure.number)
        raise ValueError(f"{text!r} has no absolute unit (pt, mm) and is no 字号")

    @property
    def mm(self) -> float:
        """In millimetres."""
        return self.pt / _POINTS_PER_MM

    @property
    def twips(self) -> int:
        """In twentieths of a point, as Word counts."""
        return round(self.pt * 20)

    @property
    def half_points(self) -> int:
        """In half points, as Word counts type sizes."""
        return round(self.pt * 2)


class Measure(msgspec.Struct, frozen=True):
    """A length that may depend on the type: ``2em``, ``1line``, ``12pt``, ``5mm``."""

    number: float
    unit: Literal["pt", "mm", "em", "line"]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the measure written in *text*.

        Raises:
            ValueError: The text is not a number with one of the four units.
        """
        match = _NUMBER_AND_UNIT.fullmatch(text)
        unit = match[2].removesuffix("s") if match else ""
        if match is None or unit not in ("pt", "mm", "em", "line"):
            raise ValueError(f"{text!r} is no length: write a number and pt, mm, em or line")
        return cls(float(match[1]), unit)  # type: ignore[arg-type]

    def length(self, *, size: Length, pitch: Length) -> Length:
        """Return the absolute length in text of type *size* and line pitch *pitch*."""
        factors = {"pt": 1.0, "mm": _POINTS_PER_MM, "em": size.pt, "line": pitch.pt}
        return Length(self.number * factors[self.unit])
