"""A remark that does not stop the work: data, returned and never printed from inside."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from bulletin_export import wording


class Severity(StrEnum):
    """How much a remark matters."""

    #: Worth knowing; the output is as the user would want it.
    INFO = "info"
    #: Something is not as in the source, or may not be as wished.
    WARNING = "warning"
    #: Something was lost or could not be shown.
    ERROR = "error"


class Diagnostic(msgspec.Struct, frozen=True, kw_only=True):
    """One remark.

    ``code`` is a stable word listed in the manual; ``facts`` fill its sentence;
    ``where`` names the source or article.
    """

    code: str
    severity: Severity = Severity.WARNING
    where: str = ""
    facts: Mapping[str, object] = msgspec.field(default_factory=dict)

    @property
    def message(self) -> str:
        """The sentence in English."""
        return self.sentence("en")

    def sentence(self, language: str = "en") -> str:
        """What was seen, in *language*."""
        return wording.sentence(self.code, self.facts, language)

    def hint(self, language: str = "en") -> str:
        """What to do about it; may be empty."""
        return wording.hint(self.code, self.facts, language)

    def report(self, language: str = "en") -> dict[str, str]:
        """The public JSON form: code, message, severity, where, hint."""
        return {
            "code": self.code,
            "message": self.sentence(language),
            "severity": self.severity.value,
            "where": self.where,
            "hint": self.hint(language),
        }
