"""The words of publications, for the gates of text: `python model_words.py FILE.json...`.

Runs in the product's environment, for only that knows the JSON form; prints a JSON object a line:
the file, the fragments of its text in reading order, its notes, and what may stand beside them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from bulletin_export.composition import front
from bulletin_export.model.interchange import from_json
from bulletin_export.model.nodes import Note, Ruby
from bulletin_export.model.walk import find, map_inlines
from bulletin_export.model.text import paragraphs
from bulletin_export.styling.load import load_template

#: Where something stands in a paragraph that is no part of its words: there a fragment ends.
_CUT = "\ufffc"


def main(files: Iterable[str]) -> None:
    """Print the words of each file."""
    composition = load_template("plain").composition
    for file in files:
        publication = from_json(Path(file).read_bytes())
        articles = list(publication.articles())
        print(
            json.dumps(
                {
                    "file": file,
                    "fragments": [one for each in articles for one in _fragments(each, composition)],
                    "notes": [one for each in articles for one in _notes(each)],
                    "beside": [*_beside(publication), *(one for each in articles for one in _said(each))],
                }
            )
        )


def _fragments(article, composition) -> Iterator[str]:  # type: ignore[no-untyped-def]
    for _, text in front.headline(article):
        yield text
    yield front.dateline(article, composition)
    for paragraph in paragraphs(map_inlines(article.blocks, _cut)):
        yield from paragraph.split(_CUT)
    yield front.address_line(article, composition)


def _cut(inline):  # type: ignore[no-untyped-def]
    from bulletin_export.model.nodes import Image, Text

    match inline:
        case Note() | Image():
            return Text(_CUT)
        case Ruby(base):
            # A reading stands after its character in some programs, above its line in others.
            return Text(_CUT + base + _CUT)
        case _:
            return inline


def _notes(article) -> Iterator[str]:  # type: ignore[no-untyped-def]
    for note in find(article.blocks, Note):
        for paragraph in paragraphs(map_inlines(note.blocks, _cut)):
            yield from paragraph.split(_CUT)


def _said(article) -> Iterator[str]:  # type: ignore[no-untyped-def]
    yield article.headline.title
    for ruby in find(article.blocks, Ruby):
        yield ruby.reading


def _beside(publication) -> Iterator[str]:  # type: ignore[no-untyped-def]
    yield publication.title
    yield publication.publisher
    yield front.issue_date(publication)
    for _, text, _ in front.contents(publication):
        yield text


if __name__ == "__main__":
    main(sys.argv[1:])
