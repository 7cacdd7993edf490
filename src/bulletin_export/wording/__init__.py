"""Every sentence the product says, in English and in Chinese, by its stable code.

Errors and diagnostics carry facts; the sentence is composed here when somebody
wants to read it. One module for each part of the product keeps the lists short.
"""

from collections.abc import Mapping

from bulletin_export.wording import command, fonts, reading, styling, writing
from bulletin_export.wording.wording import Wording

#: Code to wording. A test compares the codes with the manual.
WORDINGS: Mapping[str, Wording] = {
    **command.WORDINGS,
    **reading.WORDINGS,
    **styling.WORDINGS,
    **fonts.WORDINGS,
    **writing.WORDINGS,
}

LANGUAGES = ("en", "zh")


def sentence(code: str, facts: Mapping[str, object], language: str = "en") -> str:
    """Return the message of *code*, with *facts* filled in."""
    return _filled(WORDINGS[code].message(language), facts)


def hint(code: str, facts: Mapping[str, object], language: str = "en") -> str:
    """Return the advice that goes with *code*, or an empty string."""
    return _filled(WORDINGS[code].hint(language), facts)


def _filled(pattern: str, facts: Mapping[str, object]) -> str:
    return pattern.format_map({name: _shown(fact) for name, fact in facts.items()})


def _shown(fact: object) -> object:
    if isinstance(fact, (tuple, list)):
        return ", ".join(str(part) for part in fact)
    return fact
