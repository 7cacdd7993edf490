"""The words of publications, for the gates of text: `python model_words.py FILE.json...`.

Runs in the product's environment, for only that knows the JSON form; prints a JSON object a line:
the file, the fragments of its text in reading order, its notes, and what may stand beside them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from bulletin_export.composition import front
from bulletin_export.composition.notice import Said
from bulletin_export.issues.reading import read_issue
from bulletin_export.issues.schema import TEMPLATES
from bulletin_export.model.article import Article
from bulletin_export.model.interchange import from_json
from bulletin_export.model.nodes import Image, Inline, Note, Ruby, Text
from bulletin_export.model.publication import Publication
from bulletin_export.model.text import paragraphs
from bulletin_export.model.walk import find, map_inlines
from bulletin_export.styling.load import load_template
from bulletin_export.styling.template import Composition

_ISSUES = Path(__file__).resolve().parents[2] / "examples" / "issues"
#: Where something stands in a paragraph that is no part of its words: there a fragment ends.
_CUT = "\ufffc"


def main(files: Iterable[str]) -> None:
    """Print the words of each file."""
    for file in files:
        composition = load_template(_template(Path(file))).composition
        publication = from_json(Path(file).read_bytes())
        articles = list(publication.articles())
        words = {
            "fragments": [
                *_around(publication, front.publication_head),
                *(one for each in articles for one in _fragments(each, composition)),
                *_around(publication, front.publication_tail),
            ],
            "notes": [one for each in articles for one in _notes(each)],
            "beside": [
                composition.contents_title,
                *_beside(publication),
                *(one for each in articles for one in _said(each)),
            ],
        }
        print(json.dumps({"file": file, **words}))


def _template(file: Path) -> str:
    """Return the template that the sample was made in: an issue has that of its form."""
    issue = _ISSUES / f"{file.stem}.toml"
    if file.parent.name != "issues" or not issue.exists():
        return "plain"
    return TEMPLATES[read_issue(issue).form]


def _around(publication: Publication, lines: Callable[[Publication], Iterable[Said]]) -> list[str]:
    """Return what a bulletin says around its articles; titles of others may stand elsewhere."""
    return [one.text for one in lines(publication)] if publication.notice else []


def _fragments(article: Article, composition: Composition) -> Iterator[str]:
    for _, text in front.head(article, composition):
        yield text
    yield from _cut_paragraphs(article)
    for part in front.tail(article):
        if isinstance(part, Said):
            yield part.text
        else:
            yield from _cut_paragraphs(replace(article, blocks=part))
    yield from (one.text for one in front.credit_lines(article))
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
