"""``check``: finished files against what we promise."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import click
from msgspec.structs import replace

from bulletin_export.checking import SUFFIXES, check
from bulletin_export.cli.jobs import done, inputs
from bulletin_export.cli.parts import Command, Count, Option
from bulletin_export.cli.progress import followed
from bulletin_export.cli.settings import Settings, language_option
from bulletin_export.cli.voice import Voice
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.sources import open_source


@click.pass_obj
def check_files(voice: Voice, /, file: tuple[str, ...], **options: Any) -> int:
    """Say what is wrong with each file, and return the exit code."""
    # Whoever asks for faults wants to know by the code that there are some.
    settings = Settings.of(
        voice, {**options, "fail_on_warning": True, "strict": False, "force": False}
    )
    pending = inputs(file, SUFFIXES)
    outcomes = []
    for outcome in followed(done(_checked, pending, settings.jobs), len(pending), settings.voice):
        settings.tell(outcome)
        outcomes.append(replace(outcome, value=None))
    return settings.exit_code(outcomes)


def _checked(name: str, remarks: list[Diagnostic]) -> None:
    remarks += _of_issue(name) if name.lower().endswith(".toml") else check(open_source(name))


def _of_issue(name: str) -> Iterator[Diagnostic]:
    """Yield what is amiss with the issue file *name* and all that it takes from elsewhere."""
    from bulletin_export.cli.issues import OpenIssue
    from bulletin_export.cli.work import articles
    from bulletin_export.reading import PLAIN

    issue = OpenIssue(name)
    for one in issue.take(done(partial(articles, how=PLAIN), issue.pending, 1)):
        yield from one.diagnostics
        if one.error:
            yield Diagnostic(
                code=one.error.code, severity=Severity.ERROR, where=one.name, facts=one.error.facts
            )
    yield from issue.composed(None).diagnostics


command = Command(
    "check",
    callback=check_files,
    params=[
        click.Argument(["file"], nargs=-1, required=True),
        Option(["--report"], metavar="FILE.jsonl"),
        Option(["--jobs"], type=Count(), default=1, metavar="N"),
        Option(["--quiet"], is_flag=True),
        Option(["--verbose"], is_flag=True),
        language_option(),
    ],
)
