"""Every error that is shown to people, drawn as a tree.

    BulletinError                     shown without a traceback
    ├── UsageError                    2   the caller can fix the call
    │   ├── WrongCallError                reason, command
    │   ├── InvalidConfigError            path, key, reason, advice
    │   ├── InvalidSiteRuleError          file, key, reason, advice
    │   ├── InvalidIssueError             issue, place, reason, advice
    │   ├── FileInTheWayError             path
    │   ├── LedgerError                   path, reason
    │   ├── MissingExtraError             option, package, extra
    │   ├── UnknownFormatError            name, known, advice
    │   ├── UnprotectedFormatError        format
    │   ├── InvalidOptionError            option, value, advice
    │   ├── NoInputError                  name, suffixes
    │   ├── UncheckableFileError          name, known
    │   ├── StrictError                   name, count
    │   ├── TemplateError
    │   │   ├── TemplateNotFoundError     name, known, advice
    │   │   ├── InvalidTemplateError      template, key, reason, advice
    │   │   ├── UnusableDocumentError     document, reason
    │   │   └── InvalidPlaceholderError   document, placeholder, place, reason, advice
    │   └── FontError
    │       ├── FontNotFoundError         role
    │       └── UnsupportedFontError      path, reason
    ├── ReadError                     3   the source is at fault
    │   ├── UnreadableSourceError         source, reason
    │   ├── UnsupportedSourceError        source, media_type, known
    │   ├── MalformedSourceError          source, reason
    │   ├── NoArticleError                source, reason
    │   ├── OnlyLinksError                source, kind, count
    │   ├── SourceTooLargeError           source, size, limit, unit
    │   ├── BrokenPictureError            image, reason
    │   └── FetchError                    address, reason
    │       ├── NetworkRefusedError
    │       ├── InvalidAddressError
    │       ├── UnreachableError
    │       ├── BadStatusError                status
    │       ├── TooManyRedirectsError
    │       ├── WrongContentError
    │       ├── TooMuchContentError
    │       ├── PrivateAddressError
    │       └── RobotsRefusedError
    ├── WriteError                    4   the output is at fault
    │   ├── CannotWriteError              path, reason
    │   ├── UnwritablePublicationError    format, reason
    │   └── MissingDependencyError        format, package
    ├── BatchError                    5   some jobs failed, the others are done
    └── InternalError                 1   where, kind, detail, trace: anything else, a bug

A raise site passes facts by name; they become attributes, and the sentence is
composed from them in the reader's language. Errors survive pickling.
"""

from __future__ import annotations

from typing import Any, ClassVar

from bulletin_export import wording


class BulletinError(Exception):
    """Base of all errors that are shown without a traceback.

    Facts given by name become attributes; ``str(error)`` is the English sentence.
    """

    exit_code: ClassVar[int] = 1
    code: ClassVar[str]

    def __init__(self, **facts: Any) -> None:
        self.facts = facts
        super().__init__(wording.sentence(self.code, facts))

    def __getattr__(self, name: str) -> Any:
        facts = self.__dict__.get("facts", {})
        if name in facts:
            return facts[name]
        raise AttributeError(name)

    def sentence(self, language: str = "en") -> str:
        """What happened, and where."""
        return wording.sentence(self.code, self.facts, language)

    def hint(self, language: str = "en") -> str:
        """What to do about it; may be empty."""
        return wording.hint(self.code, self.facts, language)

    def why(self) -> object:
        """What a sentence about something else may give as its reason."""
        return self.facts.get("reason") or wording.phrase(self.code, **self.facts)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), self.facts)


def _restored(kind: type[BulletinError], facts: dict[str, Any]) -> BulletinError:
    return kind(**facts)


class UsageError(BulletinError):
    """The call is wrong; the caller can fix it."""

    exit_code = 2


class WrongCallError(UsageError):
    """The command line makes no sense."""

    code = "wrong-call"


class UnknownFormatError(UsageError):
    """No reader or writer has this name."""

    code = "unknown-format"


class UncheckableFileError(UsageError):
    """A finished file is of a kind that nobody checks."""

    code = "uncheckable-file"


class UnprotectedFormatError(UsageError):
    """A password is given, and this format has none."""

    code = "unprotected-format"


class InvalidOptionError(UsageError):
    """An option has a value it cannot take."""

    code = "invalid-option"


class InvalidConfigError(UsageError):
    """A file of settings breaks its schema."""

    code = "invalid-config"


class InvalidSiteRuleError(UsageError):
    """A rule for a site breaks its schema."""

    code = "invalid-site-rule"


class InvalidIssueError(UsageError):
    """An issue file cannot be read, or breaks its schema."""

    code = "invalid-issue"


class LedgerError(UsageError):
    """The ledger of issue numbers cannot be used."""

    code = "ledger-unusable"


class FileInTheWayError(UsageError):
    """A file that would be written anew is there, and may be somebody's work."""

    code = "file-in-the-way"


class MissingExtraError(UsageError):
    """An option needs a package that is not installed with the others."""

    code = "missing-extra"


class NoInputError(UsageError):
    """A path or pattern names nothing that can be read."""

    code = "no-input"


class StrictError(UsageError):
    """Remarks were found and ``--strict`` forbids them."""

    code = "diagnostics-are-errors"


class TemplateError(UsageError):
    """Something is wrong with a template."""


class TemplateNotFoundError(TemplateError):
    """No template has this name."""

    code = "template-not-found"


class InvalidTemplateError(TemplateError):
    """A template file breaks its schema."""

    code = "invalid-template"


class UnusableDocumentError(TemplateError):
    """A document of the house cannot be used as template for Word."""

    code = "unusable-document"


class InvalidPlaceholderError(TemplateError):
    """A placeholder in a document of the house is unknown, or stands where it cannot."""

    code = "invalid-placeholder"


class FontError(UsageError):
    """Something is wrong with a typeface."""


class FontNotFoundError(FontError):
    """No face can be found for a role."""

    code = "font-not-found"


class UnsupportedFontError(FontError):
    """A file cannot be used as a typeface."""

    code = "unsupported-font"


class ReadError(BulletinError):
    """A source cannot be turned into articles."""

    exit_code = 3


class UnreadableSourceError(ReadError):
    """The bytes cannot be had."""

    code = "unreadable-source"


class UnsupportedSourceError(ReadError):
    """Nobody reads this media type."""

    code = "unsupported-source"


class MalformedSourceError(ReadError):
    """The bytes are not what they claim to be."""

    code = "malformed-source"


class NoArticleError(ReadError):
    """The source is readable, but holds no article."""

    code = "no-article"


class OnlyLinksError(ReadError):
    """The source names places where articles are, and holds none itself."""

    code = "only-links"


class SourceTooLargeError(ReadError):
    """The source is larger than we are willing to read."""

    code = "source-too-large"


class BrokenPictureError(ReadError):
    """The bytes of a picture cannot be used."""

    code = "image-broken"


class FetchError(ReadError):
    """What stands at an address could not be had; ``reason`` is a phrase that says why."""


class NetworkRefusedError(FetchError):
    """An address would have to be fetched, and the network is off."""

    code = "network-refused"


class InvalidAddressError(FetchError):
    """It is no address of the web."""

    code = "invalid-address"


class UnreachableError(FetchError):
    """No whole answer came: name, connection, certificate, time."""

    code = "unreachable"


class BadStatusError(FetchError):
    """The server answered that it does not give the page."""

    code = "bad-status"


class TooManyRedirectsError(FetchError):
    """One address leads to the next without end."""

    code = "too-many-redirects"


class WrongContentError(FetchError):
    """The server gives something that is neither page nor list."""

    code = "wrong-content"


class TooMuchContentError(FetchError):
    """The answer is larger than we are willing to take."""

    code = "too-much-content"


class PrivateAddressError(FetchError):
    """The name leads into a private network, or to this machine itself."""

    code = "private-address"


class RobotsRefusedError(FetchError):
    """The site asks programs to stay away from there."""

    code = "robots-refused"


class WriteError(BulletinError):
    """A publication cannot be written."""

    exit_code = 4


class CannotWriteError(WriteError):
    """The disk refuses."""

    code = "cannot-write"


class UnwritablePublicationError(WriteError):
    """The format cannot hold this publication."""

    code = "unwritable-publication"


class MissingDependencyError(WriteError):
    """A library that a writer needs is not installed."""

    code = "missing-dependency"


class BatchError(BulletinError):
    """Some jobs failed; the others are done."""

    exit_code = 5
    code = "some-failed"


class InternalError(BulletinError):
    """Something else went wrong: a bug, kept from stopping the other jobs."""

    exit_code = 1
    code = "internal-error"

    @classmethod
    def of(cls, error: Exception, where: str) -> InternalError:
        """Return *error*, met while working on *where*, with its trace as a fact."""
        from traceback import format_exception

        trace = "".join(format_exception(error))
        return cls(where=where, kind=type(error).__name__, detail=str(error), trace=trace)
