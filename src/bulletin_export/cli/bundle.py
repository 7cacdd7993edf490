"""``bundle``: many articles, one publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from bulletin_export import pipeline
from bulletin_export.cli.destination import format_of
from bulletin_export.cli.jobs import Task, attempt, done, inputs
from bulletin_export.cli.looks import ChosenLook, look, look_options
from bulletin_export.cli.parts import Choice, Choices, Command, Option
from bulletin_export.cli.progress import followed
from bulletin_export.cli.reading_options import read_settings, reading_options
from bulletin_export.cli.settings import Settings, common_options
from bulletin_export.cli.voice import Voice
from bulletin_export.cli.waiting import Outcome
from bulletin_export.cli.work import articles, finished
from bulletin_export.composition.arrange import GROUPINGS, ORDERS
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import InvalidOptionError
from bulletin_export.files import atomic_write_all
from bulletin_export.model.article import Article
from bulletin_export.model.publication import Attachment, Publication
from bulletin_export.registry import WRITERS
from bulletin_export.wording import phrase

#: Options that say what the articles become together.
_ARRANGEMENT = ("collection", "issue", "group_by", "sort")


if TYPE_CHECKING:
    from bulletin_export.scratch import Scratch


@click.pass_obj
def bundle(
    voice: Voice,
    /,
    input: tuple[str, ...],  # noqa: A002
    output: tuple[str, ...],
    title: str,
    **options: Any,
) -> int:
    """Put the articles of all inputs into one publication, and return the exit code."""
    arrangement = {name: options.pop(name) for name in _ARRANGEMENT}
    # A wrong template is a wrong call, not many failed inputs.
    chosen = ChosenLook.of(options)
    how = read_settings(options, look(chosen)[0])
    task = partial(articles, how=how)
    settings = Settings.of(voice, options)
    formats = {path: _format(path) for path in output}
    pipeline.require_usable(formats.values(), look(chosen)[0])
    outcomes: list[Outcome] = []
    sources: list[Attachment] = []
    reading = _read(task, inputs(input), settings, how.at_most)
    from bulletin_export.model.packed import PackedArticles

    found = PackedArticles.of(_articles(reading, outcomes, sources))
    if not found:
        return settings.exit_code(outcomes)
    publication = pipeline.publication_of(
        found,
        title=title or (Path(output[0]).stem if len(found) > 1 else ""),
        **arrangement,
        modified=settings.modified,
        attachments=sources,
    )
    written = _publish(publication, formats, chosen, outcomes, settings)
    code = settings.exit_code(_accounted(outcomes, written))
    return written.error.exit_code if written.error else code


def _read(
    task: Task, pending: Sequence[Outcome], settings: Settings, at_most: int | None
) -> Iterator[Outcome]:
    for one in followed(done(task, pending, settings.jobs, at_most), len(pending), settings.voice):
        settings.tell(one)
        yield one


def _articles(
    read: Iterable[Outcome], outcomes: list[Outcome], sources: list[Attachment]
) -> Iterator[Article]:
    """Yield the articles of each input *read*; what else is known of it goes into the lists."""
    for one in read:
        outcomes.append(replace(one, value=None))
        if one.value:
            sources.extend(one.value.sources)
            yield from one.value.articles


def _publish(
    publication: Publication,
    formats: dict[str, str],
    chosen: ChosenLook,
    read: Sequence[Outcome],
    settings: Settings,
) -> Outcome:
    def task(name: str, remarks: list[Diagnostic]) -> dict[str, bytes | Scratch]:
        made = {
            path: finished(publication, to, chosen, remarks).content for path, to in formats.items()
        }
        if settings.strict:
            earlier = [remark for one in read for remark in one.diagnostics]
            pipeline.forbid_warnings(name, [*earlier, *remarks])
        atomic_write_all({Path(path): data for path, data in made.items()})
        return made

    outcome = attempt(task, Outcome(", ".join(formats)))
    outcome = replace(outcome, outputs=() if outcome.error else tuple(formats))
    settings.tell(outcome)
    return outcome


def _accounted(read: Sequence[Outcome], written: Outcome) -> Sequence[Outcome]:
    """Return *read* for the report: what came of writing came of each that was read."""
    remarks, accounted = written.diagnostics, []
    for one in read:
        if one.error:
            accounted.append(one)
            continue
        accounted.append(
            replace(
                one,
                outputs=written.outputs,
                error=written.error,
                diagnostics=(*one.diagnostics, *remarks),
            )
        )
        remarks = ()  # Said once, with the first.
    return accounted


def _format(path: str) -> str:
    found = format_of(path)
    if found is None:
        known = tuple(entry.suffixes[0] for entry in WRITERS)
        raise InvalidOptionError(
            option="-o", value=path, advice=phrase("known-endings", known=known)
        )
    return found


command = Command(
    "bundle",
    callback=bundle,
    params=[
        click.Argument(["input"], nargs=-1, required=True),
        Option(["-o", "--output"], multiple=True, required=True, metavar="FILE",
               about="-o.bundle"),
        Option(["--title"], default="", metavar="T"),
        Option(["--collection"], default="", metavar="NAME"),
        Option(["--issue"], default="", metavar="N"),
        Option(["--group-by"], type=Choices(GROUPINGS)),
        Option(["--sort"], type=Choice(ORDERS), default="input"),
        *look_options(),
        *reading_options(),
        Option(["--attach-source"], is_flag=True),
        *common_options(),
    ],
)  # fmt: skip
