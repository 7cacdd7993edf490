"""How the command line speaks: language, streams, and how much is said."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TextIO

import msgspec

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import BulletinError, CannotWriteError
from bulletin_export.reasons import reason_of
from bulletin_export.wording import phrase

#: Asked in this order, after ``--lang``; the first that is set decides.
_VARIABLES = ("BULLETIN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


class Voice(msgspec.Struct, frozen=True):
    """Speaks to people on stderr and hands results to programs on stdout."""

    language: str = "en"
    quiet: bool = False
    verbose: bool = False
    #: Remarks about this machine, not about an input: said once in a run.
    _said: set[str] = msgspec.field(default_factory=set)

    def result(self, line: str) -> None:
        """Print a line that somebody may want to read by a program."""
        _write(sys.stdout, line + "\n")

    def path(self, path: str) -> None:
        """Print the path of a finished file."""
        if not self.quiet:
            self.result(path)

    def error(self, error: BulletinError) -> None:
        """Say what went wrong and what to do about it."""
        self._say("error", error.sentence(self.language), error.hint(self.language))
        if self.verbose and "trace" in error.facts:
            _write(sys.stderr, error.facts["trace"])

    def diagnostics(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Say each remark in a line; unless verbose, notes are left out and kinds said once."""
        if self.quiet:
            return
        groups: dict[object, list[Diagnostic]] = {}
        for n, one in enumerate(diagnostics):
            if self.verbose or (one.severity is not Severity.INFO and not self._is_old(one)):
                key = n if self.verbose else (one.code, one.severity, one.where)
                groups.setdefault(key, []).append(one)
        for first, *more in groups.values():
            self._remark(first, len(more))

    def _is_old(self, one: Diagnostic) -> bool:
        if not one.code.startswith("font-"):
            return False
        key = one.message
        is_old = key in self._said
        self._said.add(key)
        return is_old

    def words(self, code: str, **facts: object) -> str:
        """Return the phrase *code* in the language spoken."""
        return phrase(code, **facts).text(self.language)

    def _remark(self, one: Diagnostic, more: int) -> None:
        message = one.sentence(self.language)
        if more:
            message = self.words("and-more", message=message, count=more)
        colon = "：" if self.language == "zh" else ": "
        where = one.where + colon if one.where else ""
        hint = one.hint(self.language) if self.verbose else ""
        self._say(one.severity.value, where + message, hint)

    def _say(self, severity: str, sentence: str, hint: str) -> None:
        colon, arrow = ("：", "——") if self.language == "zh" else (": ", " — ")
        line = self.words(severity) + colon + sentence + (arrow + hint if hint else "")
        # One remark, one line, whatever a title or path contains.
        _write(sys.stderr, " ".join(line.splitlines()) + "\n")


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return ``zh`` or ``en``, as ``--lang`` or the first set variable says."""
    for n, argument in enumerate(arguments):
        if argument == "--lang" and arguments[n + 1 : n + 2] in (["zh"], ["en"]):
            return arguments[n + 1]
        if argument in ("--lang=zh", "--lang=en"):
            return argument[-2:]
    said = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    return "zh" if said.lower().startswith("zh") else "en"


def speak_utf8() -> None:
    """Let both streams take any character.

    Files and pipes get UTF-8, whatever the locale says; a terminal keeps its
    encoding, and what it cannot show is escaped.
    """
    for stream in (sys.stdout, sys.stderr):
        _reconfigure(stream)


def write_bytes(data: bytes) -> None:
    """Hand *data* to the standard output as they are.

    Raises:
        CannotWriteError: It is closed, or the disk behind it is full.
    """
    if sys.stdout is None:
        raise CannotWriteError(path="-", reason=phrase("closed"))
    with _told_when_full():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def flush() -> None:
    """Hand over what waits in the standard output.

    Raises:
        CannotWriteError: The disk behind it is full.
    """
    if sys.stdout is not None:
        with _told_when_full():
            sys.stdout.flush()


@contextmanager
def _told_when_full() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotWriteError(path="-", reason=reason_of(error)) from None


def _write(stream: TextIO | None, text: str) -> None:
    # Python has no stream where the shell closed it.
    if stream is not None:
        with _told_when_full():
            stream.write(text)


def _reconfigure(stream: TextIO | None) -> None:
    reconfigure: Any = getattr(stream, "reconfigure", None)
    if stream is None or reconfigure is None:
        return
    if stream.isatty():
        reconfigure(errors="backslashreplace")
    else:
        reconfigure(encoding="utf-8", errors="backslashreplace")
