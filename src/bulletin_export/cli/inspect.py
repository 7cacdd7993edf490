"""``inspect``: what the model sees in a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import click
import msgspec

from bulletin_export.cli.jobs import inputs
from bulletin_export.cli.parts import Command, Option
from bulletin_export.cli.reading_options import for_input, read_settings, reading_options
from bulletin_export.cli.settings import language_option
from bulletin_export.cli.voice import Voice, write_bytes
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import InvalidOptionError
from bulletin_export.model.article import Article, ContributorRole
from bulletin_export.model.evidence import Origin
from bulletin_export.model.listing import Listing
from bulletin_export.model.nodes import Note
from bulletin_export.model.text import paragraphs
from bulletin_export.model.walk import walk
from bulletin_export.opening import read_input
from bulletin_export.transforms.base import Change
from bulletin_export.wording import phrase

#: The fields that people see, in this order, where they have a value.
_SHOWN = ("kicker", "title", "subtitle", "source", "date", "author", "editor", "photographer",
          "views", "site", "section", "url", "language", "next_page")  # fmt: skip
_AUTHORS = (ContributorRole.AUTHOR, ContributorRole.CORRESPONDENT)


@click.pass_obj
def inspect(voice: Voice, /, input: str, json: bool, **options: Any) -> None:  # noqa: A002
    """Print what is read from one page, for people or for programs."""
    found = inputs((input,))
    if len(found) > 1:
        raise InvalidOptionError(option="INPUT", value=input, advice=phrase("one-input"))
    if found[0].error:
        raise found[0].error
    name = found[0].name
    reading = read_input(name, for_input(name, read_settings(options)))
    if reading.listing and len(reading.articles) != 1:
        _list(reading.listing, reading.diagnostics, json, voice)
        return
    views = [
        seen(article, changes, reading.diagnostics, voice.language)
        for article, changes in zip(reading.articles, reading.changes, strict=True)
    ]
    if reading.listing:  # A list of one, as an agency's message often is: both at once.
        views = [listed(reading.listing, (), voice.language) | views[0]]
    if json:
        whole = views[0] if len(views) == 1 else {"articles": views}
        write_bytes(msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n")
        return
    for view in views:
        _show(view, voice)
    voice.diagnostics(reading.diagnostics)


def listed(listing: Listing, diagnostics: Sequence[Diagnostic], language: str) -> dict[str, Any]:
    """Return the JSON form of what a feed, a sitemap or a page of headlines names."""
    return {
        "kind": listing.kind,
        "feed_title": listing.title,
        "url": listing.address,
        "entries": [
            {
                "title": one.title,
                "link": one.link,
                "date": one.date.value if one.date else "",
                "printed_date": one.date.printed if one.date else "",
                "summary": one.summary,
            }
            for one in listing.entries
        ],
        "next_page": listing.next_page,
        "diagnostics": [one.report(language) for one in diagnostics],
    }


def _list(listing: Listing, diagnostics: Sequence[Diagnostic], json: bool, voice: Voice) -> None:
    if json:
        view = listed(listing, diagnostics, voice.language)
        write_bytes(msgspec.json.format(msgspec.json.encode(view), indent=1) + b"\n")
        return
    if listing.title:
        voice.result(listing.title)
    for one in listing.entries:
        date = one.date.value if one.date else ""
        voice.result("\t".join((date, one.title, one.link)))
    voice.diagnostics(diagnostics)


def seen(
    article: Article, changes: Sequence[Change], diagnostics: Sequence[Diagnostic], language: str
) -> dict[str, Any]:
    """Return the JSON form of all that is known about *article*; the manual lists the fields."""
    data = article.metadata
    return {
        "title": article.headline.title,
        "kicker": article.headline.kicker,
        "subtitle": article.headline.subtitle,
        "date": data.date.value if data.date else "",
        "source": data.source,
        "author": data.names(*_AUTHORS),
        "editor": data.names(ContributorRole.EDITOR),
        "photographer": data.names(ContributorRole.PHOTOGRAPHER),
        "site": data.publisher,
        "section": data.section,
        "views": data.views,
        "url": data.address,
        "language": data.language,
        "text": "\n".join(_words(article)),
        "next_page": data.next_page,
        "blocks": article.blocks,
        "changes": changes,
        "confidence": article.evidence.confidence,
        "provenance": {one.field: one for one in _origins(article)},
        "diagnostics": [one.report(language) for one in diagnostics],
    }


def _words(article: Article) -> Iterator[str]:
    """Yield the paragraphs of the body, and after them those of its notes."""
    yield from paragraphs(article.blocks)
    for node in walk(article.blocks):
        if isinstance(node, Note):
            yield from paragraphs(node.blocks)


def _origins(article: Article) -> tuple[Origin, ...]:
    evidence = article.evidence
    body = (Origin("body", evidence.body),) if evidence.body else ()
    return (*body, *evidence.origins)


def _show(view: dict[str, Any], voice: Voice) -> None:
    colon = "：" if voice.language == "zh" else ": "
    for name in _SHOWN:
        value = view[name]
        shown = " ".join(value) if isinstance(value, tuple) else value
        if shown not in ("", None):
            voice.result(f"{voice.words(name)}{colon}{shown}")
    voice.result("")
    voice.result(view["text"])
    if view["changes"]:
        voice.result("")
        voice.result(voice.words("changes", count=len(view["changes"])))


command = Command(
    "inspect",
    callback=inspect,
    params=[
        click.Argument(["input"]),
        Option(["--json"], is_flag=True),
        *reading_options(),
        language_option(),
    ],
)
