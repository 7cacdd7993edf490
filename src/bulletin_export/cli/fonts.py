"""``fonts``: which faces there are, and which characters they lack."""

from __future__ import annotations

from collections.abc import Iterator

import click

from bulletin_export import pipeline
from bulletin_export.cli.parts import Command, Family, Option
from bulletin_export.cli.settings import language_option
from bulletin_export.cli.voice import Voice
from bulletin_export.composition.front import headline
from bulletin_export.fonts.book import FontBook
from bulletin_export.fonts.coverage import Passage, check_coverage
from bulletin_export.model.article import Article
from bulletin_export.model.text import paragraphs
from bulletin_export.sources import beside, open_source
from bulletin_export.styling.load import GROUND, load_template
from bulletin_export.styling.template import Role, Template
from bulletin_export.typefaces import FontRole, LatinRole


@click.pass_obj
def list_faces(voice: Voice, /, template: str) -> None:
    """Print a line for each role: role, face, place it was found in."""
    book = FontBook.of(load_template(template).fonts)
    for role in FontRole:
        chain = book.chain(role, LatinRole.OWN)
        _face(voice, role, chain.own.name, book.collection.shelf_name(chain.own))
    for latin in (LatinRole.SERIF, LatinRole.SANS):
        face = book.chain(FontRole.SONG, latin).latin
        if face:
            _face(voice, latin, face.name, book.collection.shelf_name(face))


@click.pass_obj
def check(voice: Voice, /, file: str, template: str) -> None:
    """Print a line for each character of a page that the face of its role does not have."""
    look = load_template(template)
    book = pipeline.font_book(look)
    reading = pipeline.read(open_source(file), beside(file))
    for article in reading.articles:
        for remark in check_coverage(_passages(article, look, book)):
            voice.result(f"{remark.where}\t{remark.sentence(voice.language)}")


@click.pass_obj
def where(voice: Voice, /) -> None:
    """Print the places where faces are looked for, nearest first."""
    for shelf in FontBook().collection.shelves:
        for place in shelf.places:
            voice.result(f"{shelf.name}\t{place}")


def _face(voice: Voice, role: FontRole | LatinRole, name: str, place: str) -> None:
    voice.result(f"{role.value}\t{name}\t{place}")


def _passages(article: Article, template: Template, book: FontBook) -> Iterator[Passage]:
    texts = [*headline(article), *((Role.BODY, text) for text in paragraphs(article.blocks))]
    for role, text in texts:
        style = template.style(role)
        chain = book.chain(style.font, style.latin, bold=style.bold)
        yield Passage(article.headline.title, chain, text)


def _template_option() -> Option:
    return Option(["--template"], default=GROUND, metavar="NAME|DIR")


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
