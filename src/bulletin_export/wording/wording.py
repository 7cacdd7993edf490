"""One sentence and its hint, in the languages we speak."""

from typing import NamedTuple


class Wording(NamedTuple):
    """Patterns for ``str.format``; the fields are the names of facts."""

    en: str
    zh: str
    hint_en: str = ""
    hint_zh: str = ""

    def message(self, language: str) -> str:
        """The sentence: what happened, and where."""
        return self.zh if language == "zh" else self.en

    def hint(self, language: str) -> str:
        """The advice: what to do about it."""
        return self.hint_zh if language == "zh" else self.hint_en
