"""``fonts``: which faces there are, and which characters they lack."""

from __future__ import annotations

from collections.abc import Iterable

import click

from bulletin_export import pipeline
from bulletin_export.cli.parts import Command, Family, Option
from bulletin_export.cli.settings import language_option
from bulletin_export.cli.voice import Voice
from bulletin_export.fonts.book import FontBook
from bulletin_export.fonts.coverage import Passage, check_coverage
from bulletin_export.fonts.report import roles
from bulletin_export.opening import read_input
from bulletin_export.styling.load import GROUND, load_template
from bulletin_export.writers.pdf.passages import passages


@click.pass_obj
def list_faces(voice: Voice, /, template: str) -> None:
    """Print a line for each role: role, face, place it was found in, licence, file."""
    for role in roles(FontBook.of(load_template(template).fonts)):
        if role.faces:
            face = role.faces[0]
            facts = (role.role.value, face.name, face.shelf, face.licence or "?", face.path)
            voice.result("\t".join(facts))


@click.pass_obj
def check(voice: Voice, /, file: str, template: str) -> None:
    """Print which face sets how many characters of a page, then each that was substituted."""
    look = load_template(template)
    book = pipeline.font_book(look)
    reading = read_input(file)
    for article in reading.articles:
        words = list(passages(pipeline.publication_of([article]), look, book))
        for face, characters in _shared_out(words).items():
            voice.result(f"{article.headline.title}\t{face}\t{len(characters)}")
        for remark in check_coverage(words):
            voice.result(f"{remark.where}\t{remark.sentence(voice.language)}")


@click.pass_obj
def where(voice: Voice, /) -> None:
    """Print the places where faces are looked for, nearest first."""
    for shelf in FontBook().collection.shelves:
        for place in shelf.places:
            voice.result(f"{shelf.name}\t{place}")


def _shared_out(words: Iterable[Passage]) -> dict[str, set[str]]:
    """Return the characters that each face sets, by the face's name; missing ones left out."""
    result: dict[str, set[str]] = {}
    for passage in words:
        for character in set(passage.text):
            if not passage.chain.is_missing(character):
                result.setdefault(passage.chain.face(character).name, set()).add(character)
    return result


def _template_option() -> Option:
    return Option(["--template"], default=GROUND, metavar="NAME|DIR|FILE")


command = Family(
    "fonts",
    commands=[
        Command("list", callback=list_faces, params=[_template_option(), language_option()]),
        Command(
            "check",
            callback=check,
            params=[click.Argument(["file"]), _template_option(), language_option()],
        ),
        Command("where", callback=where, params=[language_option()]),
    ],
)
