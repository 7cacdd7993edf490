"""``formats``: every reader and writer, built in or from outside."""

from __future__ import annotations

import click

from bulletin_export import registry
from bulletin_export.cli.parts import Command
from bulletin_export.cli.settings import language_option
from bulletin_export.cli.voice import Voice


@click.pass_obj
def formats(voice: Voice) -> None:
    """Print a line for each format: kind, name, endings, origin, what it is."""
    for kind, table in (("reader", registry.readers()), ("writer", registry.writers())):
        for entry in table.values():
            columns = (
                voice.words(kind),
                entry.name,
                " ".join(entry.suffixes),
                entry.origin or voice.words("built-in"),
                entry.about,
            )
            voice.result("\t".join(columns))


command = Command("formats", callback=formats, params=[language_option()])
