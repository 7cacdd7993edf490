"""``bundle``: many articles, one publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

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
from bulletin_export.cli.volumes import Split, volume_options, volumes
from bulletin_export.cli.waiting import Outcome
from bulletin_export.cli.work import articles
from bulletin_export.composition.arrange import GROUPINGS, ORDERS
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import InvalidOptionError
from bulletin_export.files import atomic_write_all
from bulletin_export.model.article import Article
from bulletin_export.model.publication import Attachment, Publication
from bulletin_export.opening import read_input
from bulletin_export.registry import WRITERS
from bulletin_export.styling.load import GROUND
from bulletin_export.wording import phrase

#: Options that say what the articles become together.
_ARRANGEMENT = ("collection", "issue", "group_by", "sort")


if TYPE_CHECKING:
    from bulletin_export.cli.issues import OpenIssue
    from bulletin_export.scratch import Scratch


@click.pass_obj
def bundle(
    voice: Voice,
    /,
    input: tuple[str, ...],  # noqa: A002
    output: tuple[str, ...],
    append: str,
    title: str,
    **options: Any,
) -> int:
    """Put the articles of all inputs into one publication, and return the exit code."""
    arrangement = {name: options.pop(name) for name in _ARRANGEMENT}
    issue = _issue(input, options)
    chosen, split = ChosenLook.of(options), Split.of(options)
    how = read_settings(options, look(chosen)[0])
    settings = Settings.of(voice, options)
    formats = _targets(output, append, split)
    # A wrong template is a wrong call, not many failed inputs.
    pipeline.require_usable(formats.values(), look(chosen)[0])
    outcomes, remarks = list[Outcome](), list[Diagnostic]()
    sources = list[Attachment]()
    task, pending = partial(articles, how=how), issue.pending if issue else inputs(input)
    read = _read(task, pending, settings, how.at_most)
    if issue:
        made = _composed(issue, read, outcomes, remarks, settings.modified)
        making = _Made(_named(made, title, arrangement), formats, chosen, split)
        return _finished(making, outcomes, settings, remarks, issue)
    book = _book(append)
    found = _kept(_articles(read, outcomes, sources), book, remarks)
    if not found and not remarks:
        return settings.exit_code(outcomes)
    arrangement |= {"modified": settings.modified}
    if book:
        if not (found or output):
            formats = {append: ""}  # Nothing is new: the book stays as it is, byte for byte.
        publication = pipeline.grown(book, found, title=title, **arrangement)
    else:
        title = title or (Path(next(iter(formats))).stem if len(found) > 1 else "")
        publication = pipeline.publication_of(found, title=title, **arrangement)
        publication = replace(publication, attachments=tuple(sources))
    return _finished(_Made(publication, formats, chosen, split), outcomes, settings, remarks)


def _composed(
    issue: OpenIssue,
    read: Iterable[Outcome],
    outcomes: list[Outcome],
    remarks: list[Diagnostic],
    modified: int | None,
) -> Publication:
    """Return what *issue* makes of all that is *read*; the rest goes into the lists."""
    outcomes += (replace(one, value=None) for one in issue.take(read))
    issue.number()
    made = issue.composed(modified)
    remarks += made.diagnostics
    return made.publication


def _issue(given: tuple[str, ...], options: dict[str, Any]) -> OpenIssue | None:
    """Return the issue file among the inputs *given*, if it is one; *options* get its template."""
    if len(given) != 1 or not given[0].lower().endswith(".toml"):
        return None
    from bulletin_export.cli.issues import OpenIssue

    issue = OpenIssue(given[0])
    if options["template"] == GROUND:
        options["template"] = issue.template
    return issue


def _named(publication: Publication, title: str, arrangement: dict[str, Any]) -> Publication:
    """Return *publication* with what the command line says instead of the issue file."""
    said = {"title": title, "collection": arrangement["collection"], "issue": arrangement["issue"]}
    return replace(publication, **{name: value for name, value in said.items() if value})


def _finished(
    making: _Made,
    outcomes: list[Outcome],
    settings: Settings,
    remarks: list[Diagnostic],
    issue: OpenIssue | None = None,
) -> int:
    """Write the files, and return the exit code; an *issue* keeps its number if they are there."""
    is_finished = False
    try:
        written = _publish(making, outcomes, settings, remarks)
        is_finished = written.error is None
    finally:
        if issue:
            issue.settle(is_finished=is_finished)
    code = settings.exit_code(_accounted(outcomes, written))
    return written.error.exit_code if written.error else code


def _kept(
    articles: Iterable[Article], book: Publication | None, remarks: list[Diagnostic]
) -> Sequence[Article]:
    """Return *articles*, packed; if a *book* is to grow, those that it does not have."""
    from bulletin_export.model.packed import PackedArticles

    if book:
        from bulletin_export.composition.growing import fresh

        articles = fresh(articles, book, remarks)
    return PackedArticles.of(articles)


def _targets(output: tuple[str, ...], append: str, split: Split) -> dict[str, str]:
    """Return the files to write, and the format of each: a book that grows is its own target.

    Raises:
        InvalidOptionError: There is none, or one of no known format.
    """
    if append and _format(append) != "epub":
        raise InvalidOptionError(option="--append", value=append, advice=phrase("only-books-grow"))
    if append and not output and split != Split():
        raise InvalidOptionError(option="--split", value=append, advice=phrase("split-elsewhere"))
    if not (output or append):
        raise InvalidOptionError(option="-o", value="", advice=phrase("no-target"))
    return {path: _format(path) for path in output or (append,)}


def _book(name: str) -> Publication | None:
    """Return the book that is to grow; None if there is none yet.

    Raises:
        ReadError: It is no book.
    """
    if not name or not Path(name).exists():
        return None
    reading = read_input(name)
    if reading.publication is None:
        raise InvalidOptionError(option="--append", value=name, advice=phrase("only-books-grow"))
    return replace(reading.publication, identifier=reading.identifier)


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


class _Made(NamedTuple):
    """A publication, and the files it becomes; one without a format stays as it is."""

    publication: Publication
    formats: dict[str, str]
    chosen: ChosenLook
    split: Split

    def files(self, remarks: list[Diagnostic]) -> dict[str, bytes | Scratch]:
        """Return the bytes of every file; what was noticed goes to *remarks*."""
        made: dict[str, bytes | Scratch] = {}
        for path, to in self.formats.items():
            every = volumes(self.publication, path, to, self.chosen, self.split) if to else ()
            for name, result in every:
                made[name] = result.content
                remarks.extend(result.diagnostics)
        return made


def _publish(
    making: _Made, read: Sequence[Outcome], settings: Settings, noticed: Sequence[Diagnostic]
) -> Outcome:
    outputs: list[str] = []

    def task(name: str, remarks: list[Diagnostic]) -> dict[str, bytes | Scratch]:
        remarks.extend(noticed)
        made = making.files(remarks)
        if settings.strict:
            earlier = [remark for one in read for remark in one.diagnostics]
            pipeline.forbid_warnings(name, [*earlier, *remarks])
        atomic_write_all({Path(path): data for path, data in made.items()})
        outputs.extend(made)
        return made

    outcome = attempt(task, Outcome(", ".join(making.formats)))
    outcome = replace(outcome, outputs=tuple(outputs))
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
        Option(["-o", "--output"], multiple=True, metavar="FILE",
               about="-o.bundle"),
        Option(["--append"], default="", metavar="FILE"),
        Option(["--title"], default="", metavar="T"),
        Option(["--collection"], default="", metavar="NAME"),
        Option(["--issue"], default="", metavar="N"),
        Option(["--group-by"], type=Choices(GROUPINGS)),
        Option(["--sort"], type=Choice(ORDERS), default="input"),
        *volume_options(),
        *look_options(),
        *reading_options(),
        Option(["--attach-source"], is_flag=True),
        *common_options(),
    ],
)  # fmt: skip
