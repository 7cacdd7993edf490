"""``templates``: which there are, and what they say."""

from __future__ import annotations

import click

from bulletin_export import pipeline
from bulletin_export.cli.parts import Command, Family
from bulletin_export.cli.settings import language_option
from bulletin_export.cli.voice import Voice
from bulletin_export.styling.load import load_template, template_file, template_names


@click.pass_obj
def list_templates(voice: Voice) -> None:
    """Print a line for each template: name, what it is for."""
    for name in template_names():
        voice.result(f"{name}\t{load_template(name).about}")


@click.pass_obj
def show(voice: Voice, /, name: str) -> None:
    """Print the file of the template *name*, if it is valid; of a document its placeholders."""
    template = load_template(name)
    if template.is_document:
        for placeholder in pipeline.require_house(["docx"], template):
            voice.result(f"{{{{{placeholder}}}}}")
        return
    voice.result(template_file(name).read_text("utf-8-sig").rstrip("\n"))


command = Family(
    "templates",
    commands=[
        Command("list", callback=list_templates, params=[language_option()]),
        Command("show", callback=show, params=[click.Argument(["name"]), language_option()]),
    ],
)
