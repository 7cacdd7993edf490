"""The words of publications, for the gates of text: `python model_words.py FILE.json...`.

Runs in the product's environment, for only that knows the JSON form; prints a JSON object a line:
the file, the fragments of its text in reading order, its notes, and what may stand beside them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from bulletin_export.composition import front
from bulletin_export.model.article import Article
from bulletin_export.model.interchange import from_json
from bulletin_export.model.nodes import Image, Inline, Note, Ruby, Text
from bulletin_export.model.publication import Publication
from bulletin_export.model.text import paragraphs
from bulletin_export.model.walk import find, map_inlines
from bulletin_export.styling.load import load_template
from bulletin_export.styling.template import Composition

#: Where something stands in a paragraph that is no part of its words: there a fragment ends.
_CUT = "\ufffc"


def main(files: Iterable[str]) -> None:
    """Print the words of each file."""
    composition = load_template("plain").composition
    for file in files:
        publication = from_json(Path(file).read_bytes())
        articles = list(publication.articles())
        words = {
            "fragments": [one for each in articles for one in _fragments(each, composition)],
            "notes": [one for each in articles for one in _notes(each)],
            "beside": [
                composition.contents_title,
                *_beside(publication),
                *(one for each in articles for one in _said(each)),
            ],
        }
        print(json.dumps({"file": file, **words}))


def _fragments(article: Article, composition: Composition) -> Iterator[str]:
    for _, text in front.headline(article):
        yield text
    yield front.dateline(article, composition)
    yield from _cut_paragraphs(article)
    yield front.address_line(article, composition)


def _cut_paragraphs(article: Article) -> Iterator[str]:
    for paragraph in paragraphs(map_inlines(article, _cut).blocks):
        yield from paragraph.split(_CUT)


def _cut(inline: Inline) -> Inline:
    match inline:
        case Note() | Image():
            return Text(_CUT)
        case Ruby(base):
            # A reading stands after its character in some programs, above its line in others.
            return Text(_CUT + base + _CUT)
        case _:
            return inline


def _notes(article: Article) -> Iterator[str]:
    for note in find(article, Note):
        yield from _cut_paragraphs(replace(article, blocks=note.blocks))


def _said(article: Article) -> Iterator[str]:
    """Yield what is printed of *article* beside its text."""
    yield article.headline.title
    for ruby in find(article, Ruby):
        yield ruby.reading
    for image in find(article, Image):
        yield image.note or image.description


def _beside(publication: Publication) -> Iterator[str]:
    yield publication.title
    yield publication.publisher
    yield front.issue_line(publication)
    for _, text, _ in front.contents(publication):
        yield text


if __name__ == "__main__":
    main(sys.argv[1:])
