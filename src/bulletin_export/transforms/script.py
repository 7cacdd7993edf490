"""Simplified to traditional characters and back, by OpenCC; never unless asked for."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from msgspec.structs import replace

from bulletin_export.errors import InvalidOptionError, MissingExtraError
from bulletin_export.model.article import Article
from bulletin_export.patterns import lazy_pattern
from bulletin_export.transforms.base import Transformed
from bulletin_export.transforms.clean.characters import HAN
from bulletin_export.transforms.clean.protection import Spans, united
from bulletin_export.transforms.clean.rules import Edits, Rule
from bulletin_export.wording import nearest

#: OpenCC's names of conversions, and the language of what comes out (BCP 47).
CONVERSIONS = {
    "t2s": "zh-CN", "tw2s": "zh-CN", "tw2sp": "zh-CN", "hk2s": "zh-CN",
    "s2t": "zh-Hant", "tw2t": "zh-Hant", "hk2t": "zh-Hant",
    "s2tw": "zh-TW", "s2twp": "zh-TW", "t2tw": "zh-TW",
    "s2hk": "zh-HK", "t2hk": "zh-HK",
}  # fmt: skip

_RUN = lazy_pattern(f"[{HAN}]+")


@cache
def conversion(name: str, place: str = "--convert") -> Rule:
    """Return the rule that converts by OpenCC's conversion *name*; it comes after all others.

    *place* is where the name was given, for complaints.

    Raises:
        InvalidOptionError: There is no such conversion.
        MissingExtraError: OpenCC is not installed.
    """
    if name not in CONVERSIONS:
        raise InvalidOptionError(option=place, value=name, advice=nearest(name, CONVERSIONS))
    try:
        from opencc import OpenCC
    except ModuleNotFoundError as error:
        raise MissingExtraError(option=place, package="opencc", extra="opencc") from error
    converter: Any = OpenCC(name)

    def find(text: str, spans: Spans) -> Edits:
        changed = converter.convert(text)
        return [] if changed == text else _edits(text, spans, converter)

    return Rule("convert", name, find, None, looks_at_spans=True, is_done_once=True)


def tagged(article: Article, conversion: str) -> Transformed:
    """Return *article* with the language that *conversion* makes of Chinese."""
    metadata = article.metadata
    if not metadata.language.lower().startswith("zh"):
        return Transformed(article)
    metadata = replace(metadata, language=CONVERSIONS[conversion])
    return Transformed(replace(article, metadata=metadata))


def _edits(text: str, spans: Spans, converter: Any) -> Edits:
    """Return what changes in every run of Han outside *spans*: words never reach beyond one."""
    edits: Edits = []
    for start, end in _runs(text, spans):
        old, new = text[start:end], converter.convert(text[start:end])
        if len(old) != len(new):
            edits.append((start, end, new))
        elif old != new:
            edits += [(start + a, start + b, new[a:b]) for a, b in _differences(old, new)]
    return edits


def _runs(text: str, spans: Spans) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    place = 0
    for start, end in united(spans, [(len(text), len(text))]):
        found += [match.span() for match in _RUN.finditer(text, place, start)]
        place = end
    return found


def _differences(old: str, new: str) -> list[tuple[int, int]]:
    """Return the stretches in which two texts of one length differ."""
    marks = "".join("x" if a != b else " " for a, b in zip(old, new, strict=True))
    return [match.span() for match in re.finditer("x+", marks)]
