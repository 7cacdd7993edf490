"""The options that all working commands share, and how a run ends."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

import msgspec
from msgspec.structs import replace

from bulletin_export.cli.parts import Choice, Count, Option
from bulletin_export.cli.voice import Voice
from bulletin_export.cli.waiting import Outcome
from bulletin_export.diagnostics import Severity
from bulletin_export.errors import BatchError
from bulletin_export.files import atomic_write
from bulletin_export.pipeline import source_date_epoch
from bulletin_export.wording import LANGUAGES

#: Exit code of ``--fail-on-warning``.
_WARNED = 6


def language_option() -> Option:
    """Return ``--lang``; it has been looked at before anything is parsed."""
    return Option(["--lang"], type=Choice(LANGUAGES), expose_value=False)


def common_options() -> list[Option]:
    """Return the options shared by all commands that work on inputs."""
    return [
        Option(["--report"], metavar="FILE.jsonl"),
        Option(["--fail-on-warning"], is_flag=True),
        Option(["--strict"], is_flag=True),
        Option(["--force"], is_flag=True),
        Option(["--jobs"], type=Count(), default=1, metavar="N"),
        Option(["--quiet"], is_flag=True),
        Option(["--verbose"], is_flag=True),
        language_option(),
    ]


class Settings(msgspec.Struct, frozen=True):
    """What the shared options say."""

    voice: Voice
    report: str | None
    fail_on_warning: bool
    strict: bool
    jobs: int
    #: What SOURCE_DATE_EPOCH says.
    modified: int | None

    @classmethod
    def of(cls, voice: Voice, options: dict[str, Any]) -> Self:
        """Take the shared ones out of all *options*."""
        # Nothing remembers finished work yet, so everything is done again anyway.
        options.pop("force")
        voice = replace(voice, quiet=options.pop("quiet"), verbose=options.pop("verbose"))
        names = ("report", "fail_on_warning", "strict", "jobs")
        modified = source_date_epoch(os.environ)
        return cls(voice, modified=modified, **{name: options.pop(name) for name in names})

    def tell(self, outcome: Outcome) -> None:
        """Say what became of one input: remarks and error to people, paths to programs."""
        self.voice.diagnostics(outcome.diagnostics)
        if outcome.error:
            self.voice.error(outcome.error)
        for path in outcome.outputs:
            self.voice.path(path)

    def exit_code(self, outcomes: Sequence[Outcome]) -> int:
        """Write the report, and return the code to exit with."""
        if self.report is not None:
            lines = (_reported(one, self.voice.language) for one in outcomes)
            atomic_write(Path(self.report), b"".join(lines))
        errors = [one.error for one in outcomes if one.error]
        if errors and len(outcomes) == 1:
            return errors[0].exit_code
        if errors:
            failed, total = len(errors), len(outcomes)
            error = BatchError(failed=failed, total=total, done=total - failed)
            self.voice.error(error)
            return error.exit_code
        return _WARNED if self.fail_on_warning and _warned(outcomes) else 0


def _warned(outcomes: Sequence[Outcome]) -> bool:
    remarks = (remark for one in outcomes for remark in one.diagnostics)
    return any(remark.severity is not Severity.INFO for remark in remarks)


def _reported(outcome: Outcome, language: str) -> bytes:
    line: dict[str, Any] = {
        "input": outcome.name,
        "status": "failed" if outcome.error else "ok",
        "outputs": outcome.outputs,
        "diagnostics": [one.report(language) for one in outcome.diagnostics],
        "seconds": round(outcome.seconds, 6),
    }
    if error := outcome.error:
        line["error"] = {
            "code": error.code,
            "message": error.sentence(language),
            "hint": error.hint(language),
            "exit_code": error.exit_code,
        }
    return msgspec.json.encode(line) + b"\n"
