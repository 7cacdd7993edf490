"""``convert``: one document for each article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import click
from msgspec.structs import replace

from bulletin_export import pipeline
from bulletin_export.cli.destination import STANDARD_OUTPUT, Destination, destination
from bulletin_export.cli.jobs import done, inputs
from bulletin_export.cli.looks import ChosenLook, look, look_options
from bulletin_export.cli.parts import Command, Option
from bulletin_export.cli.progress import followed
from bulletin_export.cli.reading_options import read_settings, reading_options
from bulletin_export.cli.settings import Settings, common_options
from bulletin_export.cli.voice import Voice, write_bytes
from bulletin_export.cli.waiting import Outcome
from bulletin_export.cli.work import Document, documents
from bulletin_export.errors import BulletinError
from bulletin_export.file_names import DEFAULT, FileNames
from bulletin_export.files import atomic_write_all


@click.pass_obj
def convert(
    voice: Voice,
    /,
    input: tuple[str, ...],  # noqa: A002
    to: str | None,
    output: str | None,
    name: str,
    **options: Any,
) -> int:
    """Convert each article of every input, and return the exit code."""
    # A wrong template is a wrong call, not many failed inputs.
    chosen = ChosenLook.of(options)
    how = read_settings(options, look(chosen)[0])
    settings = Settings.of(voice, options)
    names, where = FileNames(name), destination(output, to)
    pipeline.require_usable(where.formats, look(chosen)[0])
    pending = inputs(input)
    where.only_one(len(pending))
    task = partial(
        documents,
        how=how,
        formats=where.formats,
        chosen=chosen,
        strict=settings.strict,
        modified=settings.modified,
    )
    outcomes = []
    finished = _written(done(task, pending, settings.jobs, how.at_most), where, names)
    for outcome in followed(finished, len(pending), settings.voice):
        settings.tell(outcome)
        outcomes.append(replace(outcome, value=None))
    return settings.exit_code(outcomes)


def _written(
    outcomes: Iterator[Outcome], where: Destination, names: FileNames
) -> Iterator[Outcome]:
    number = 0
    for outcome in outcomes:
        made: Sequence[Document] = outcome.value or ()
        paths: list[str] = []
        error = outcome.error
        try:
            where.only_one(number + len(made))
            for document in () if error else made:
                number += 1
                name = names.name(document.article, number=number, source_name=outcome.name)
                paths += _placed(document, where, name)
        except BulletinError as failure:
            error = failure
        yield replace(outcome, error=error, outputs=tuple(paths))


def _placed(document: Document, where: Destination, name: str) -> tuple[str, ...]:
    """Write *document* in all its formats or in none, and return the paths."""
    if where.path == STANDARD_OUTPUT:
        for _, data in document.files:
            write_bytes(data)
        return ()
    files = {where.file(name, to): data for to, data in document.files}
    atomic_write_all(files)
    return tuple(map(str, files))


command = Command(
    "convert",
    callback=convert,
    params=[
        click.Argument(["input"], nargs=-1, required=True),
        Option(["--to"], metavar="FORMAT,…"),
        Option(["-o", "--output"], metavar="DIR|FILE", about="-o"),
        *look_options(),
        Option(["--name"], default=DEFAULT, metavar="PATTERN"),
        *reading_options(),
        Option(["--attach-source"], is_flag=True),
        *common_options(),
    ],
)
