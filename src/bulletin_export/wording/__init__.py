"""Every sentence the product says, in English and in Chinese, by its stable code.

Errors and diagnostics carry facts; the sentence is composed here when somebody
wants to read it. One module for each part of the product keeps the lists short.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bulletin_export.wording import (
    checking,
    command,
    fetching,
    fonts,
    issues,
    reading,
    styling,
    writing,
)
from bulletin_export.wording.phrases import PHRASES
from bulletin_export.wording.wording import Wording

#: Code to wording. A test compares the codes with the manual.
WORDINGS: Mapping[str, Wording] = {
    **command.WORDINGS,
    **reading.WORDINGS,
    **fetching.WORDINGS,
    **styling.WORDINGS,
    **fonts.WORDINGS,
    **writing.WORDINGS,
    **checking.WORDINGS,
    **issues.WORDINGS,
}

LANGUAGES = ("en", "zh")

#: A fact of more characters (an address, a title) would make a sentence that nobody reads.
_LONGEST = 400


class Phrase(NamedTuple):
    """A fact that is itself put into words when the sentence is: a reason, an advice."""

    code: str
    facts: Mapping[str, object] = {}

    def text(self, language: str = "en") -> str:
        """The words in *language*."""
        table = PHRASES if self.code in PHRASES else WORDINGS
        return _filled(table[self.code].message(language), self.facts, language)

    def __str__(self) -> str:
        return self.text()


def phrase(code: str, **facts: object) -> Phrase:
    """Return the phrase, or a whole message as a phrase, *code* with its facts."""
    return Phrase(code, facts)


def nearest(name: str, known: Iterable[str]) -> Phrase:
    """Return the advice which of the *known* words *name* may be meant to be."""
    from difflib import get_close_matches

    words = tuple(known)
    near = get_close_matches(name, words, n=1, cutoff=0.5)
    if not near:
        return phrase("known", known=words)
    return phrase("did-you-mean", near=near[0], known=words)


def sentence(code: str, facts: Mapping[str, object], language: str = "en") -> str:
    """Return the message of *code*, with *facts* filled in."""
    return _filled(WORDINGS[code].message(language), facts, language)


def hint(code: str, facts: Mapping[str, object], language: str = "en") -> str:
    """Return the advice that goes with *code*, or an empty string."""
    return _filled(WORDINGS[code].hint(language), facts, language)


def _filled(pattern: str, facts: Mapping[str, object], language: str) -> str:
    return pattern.format_map({name: _shown(fact, language) for name, fact in facts.items()})


def _shown(fact: object, language: str) -> object:
    match fact:
        case Phrase():
            return fact.text(language)
        case str() if len(fact) > _LONGEST:
            return fact[: _LONGEST // 2] + "…" + fact[-_LONGEST // 4 :]
        case tuple() | list():
            return ", ".join(str(part) for part in fact)
        case _:
            return fact
