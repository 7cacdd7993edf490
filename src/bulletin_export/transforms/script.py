"""Simplified to traditional characters and back, by OpenCC; never unless asked for."""

from __future__ import annotations

from functools import cache
from typing import Any

from msgspec.structs import replace

from bulletin_export.errors import InvalidOptionError, MissingExtraError
from bulletin_export.model.article import Article
from bulletin_export.patterns import lazy_pattern
from bulletin_export.transforms.base import Transformed
from bulletin_export.transforms.clean.characters import HAN
from bulletin_export.transforms.clean.pieces import Edits
from bulletin_export.transforms.clean.protection import Protection, Spans, united
from bulletin_export.transforms.clean.rules import Rule
from bulletin_export.wording import nearest

#: OpenCC's names of conversions, and the language of what comes out (BCP 47).
CONVERSIONS = {
    "t2s": "zh-CN", "tw2s": "zh-CN", "tw2sp": "zh-CN", "hk2s": "zh-CN",
    "s2t": "zh-Hant", "tw2t": "zh-Hant", "hk2t": "zh-Hant",
    "s2tw": "zh-TW", "s2twp": "zh-TW", "t2tw": "zh-TW",
    "s2hk": "zh-HK", "t2hk": "zh-HK",
}  # fmt: skip

_RUN = lazy_pattern(f"[{HAN}]+")
#: Comparing takes the square of the length; hardly a run of Han is a tenth as long.
_LONGEST_COMPARED = 400


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

    def find(text: str, kept: Protection) -> Edits:
        changed = converter.convert(text)
        return [] if changed == text else _edits(text, kept.spans, converter)

    abroad = frozenset(("ja", "ko"))
    return Rule("convert", name, find, None, abroad, is_done_once=True)


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
        edits += [(start + a, start + b, one) for a, b, one in _differences(old, new)]
    return edits


def _runs(text: str, spans: Spans) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    place = 0
    for start, end in united(spans, [(len(text), len(text))]):
        found += [match.span() for match in _RUN.finditer(text, place, start)]
        place = end
    return found


def _differences(old: str, new: str) -> Edits:
    """Return what makes *new* of *old*, in stretches so short that no mark is lost between them."""
    if len(old) == len(new):
        return [(i, i + 1, b) for i, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    from difflib import SequenceMatcher

    if len(old) > _LONGEST_COMPARED:
        return [(0, len(old), new)]
    edits: Edits = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            same = b - a == d - c
            some = _differences(old[a:b], new[c:d]) if same else [(0, b - a, new[c:d])]
            edits += [(a + x, a + y, one) for x, y, one in some]
    return edits
