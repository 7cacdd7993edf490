"""The languages a document names: one for Western words, one for East Asian ones."""

from __future__ import annotations

from typing import NamedTuple

from bulletin_export.patterns import lazy_pattern

#: BCP 47 (RFC 5646, 2.1), the common part: language, script, region.
_TAG = lazy_pattern(
    r"([A-Za-z]{2,3})(?:-([A-Za-z]{4}))?(?:-([A-Za-z]{2}|\d{3}))?(?:-[A-Za-z0-9]+)*"
)
_OF_REGION = {"GB": "zh-CN", "TW": "zh-TW", "HK": "zh-HK", "JP": "ja-JP"}
#: What Word calls languages that are said without a place; it knows no scripts of Chinese.
_PLACED = {
    "zh": "zh-CN", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "cmn": "zh-CN", "yue": "zh-HK",
    "ja": "ja-JP", "ko": "ko-KR",
    "en": "en-US", "fr": "fr-FR", "de": "de-DE", "ru": "ru-RU", "es": "es-ES",
}  # fmt: skip
_EAST_ASIAN = frozenset({"zh", "ja", "ko"})
_USUAL_WESTERN = "en-US"
#: The languages that Word has lists of prohibitions for; traditional characters share one.
_LISTS = {"zh-TW": "zh-TW", "zh-HK": "zh-TW", "zh-MO": "zh-TW", "ja-JP": "ja-JP", "ko-KR": "ko-KR"}


class Languages(NamedTuple):
    """Values of ``w:lang``: for Western and for East Asian characters."""

    western: str
    east_asian: str

    @classmethod
    def of(cls, language: str, region: str = "GB") -> Languages:
        """Return the languages of a publication in *language* (BCP 47).

        What is no East Asian language has East Asian words as *region* writes them.
        """
        named = _named(language)
        if named[:2] in _EAST_ASIAN:
            return cls(_USUAL_WESTERN, named)
        return cls(named or _USUAL_WESTERN, _OF_REGION[region])

    @property
    def attributes(self) -> str:
        """The attributes of ``w:lang`` (ISO/IEC 29500-1 §17.3.2.20)."""
        return f'w:val="{self.western}" w:eastAsia="{self.east_asian}" w:bidi="ar-SA"'

    @property
    def prohibitions(self) -> str:
        """The language whose list of prohibitions Word reads for East Asian lines."""
        return _LISTS.get(self.east_asian, "zh-CN")


def _named(language: str) -> str:
    """Return what Word calls *language*; nothing for what is no language."""
    match = _TAG.fullmatch(language.replace("_", "-"))
    if match is None:
        return ""
    primary, script, place = match[1].lower(), match[2], match[3]
    if place:
        return f"{primary}-{place.upper()}"
    with_script = f"{primary}-{script.title()}" if script else primary
    return _PLACED.get(with_script) or _PLACED.get(primary, primary)
