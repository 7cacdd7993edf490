"""An article's own form inside a document that was made of it, so that it can be read back whole.

A document shows what its format can show. Beside it stands a record of the model it came from:
deflated (RFC 1950) with the document as dictionary, it is small, since the words are the same,
and it can be unpacked only while the document still is what it was. Who edits the document is
right, and the record then says nothing.
"""

from __future__ import annotations

import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from bulletin_export.model.article import Article
from bulletin_export.model.evidence import Evidence
from bulletin_export.model.nodes import Block
from bulletin_export.model.publication import Publication

#: What the records are called in documents that name their metadata.
HEAD_RECORD, BODY_RECORD = "bulletin-export.article", "bulletin-export.blocks"
FRAME_RECORD = "bulletin-export.publication"
#: Bytes; no document's blocks come near.
_MOST = 64 << 20
_NOTHING = Evidence()
#: What every record repeats.
_COMMON = (
    b'"children":[{"node":"Strong","children":[{"node":"Link","target":"https://'
    b'"}]},{"node":"Paragraph","children":[{"node":"Text","value":"'
)


class Body(NamedTuple):
    """The blocks that one document shows; ``pictures`` gives the file of each by its name.

    ``is_cut``: the first is the rest of a table that the document before has the beginning of.
    """

    blocks: tuple[Block, ...]
    pictures: Mapping[str, str]
    is_cut: bool = False


class Part(NamedTuple):
    """A section: its number, and the numbers of its articles as first and last of each run."""

    title: str
    level: int
    number: int
    runs: tuple[tuple[int, int], ...]


class Frame(msgspec.Struct, frozen=True):
    """A publication without its articles, and where these belong."""

    publication: Publication
    parts: tuple[Part, ...]


_head = msgspec.json.Decoder(Article)
_body = msgspec.json.Decoder(Body)
_frame = msgspec.json.Decoder(Frame)


def head_record(article: Article) -> str:
    """Return all that *article* is beside its blocks, its pictures and how it was come by."""
    head = replace(article, blocks=(), media=(), evidence=_NOTHING)
    return msgspec.json.encode(head).decode()


def head_of(record: str) -> Article:
    """Return the article that was recorded, without blocks.

    Raises:
        ValueError: It is no record.
    """
    return _head.decode(record)


def body_record(body: Body, document: bytes) -> str:
    """Return *body* as a record that belongs to *document*, in base64."""
    deflating = zlib.compressobj(9, zdict=document + _COMMON)
    packed = deflating.compress(msgspec.json.encode(body)) + deflating.flush()
    return b64encode(packed).decode()


def body_of(record: str, document: bytes) -> Body:
    """Return what was recorded of *document*.

    Raises:
        ValueError: It is no record, or the document was changed since.
    """
    inflating = zlib.decompressobj(zdict=document + _COMMON)
    try:
        whole = inflating.decompress(b64decode(record, validate=True), _MOST)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    return _body.decode(whole)


def frame_record(publication: Publication) -> str:
    """Return what *publication* is beside its articles and attachments."""
    numbers = iter(article_numbers(publication))
    own = section_numbers(publication)
    parts = tuple(
        Part(one.title, one.level, number, _runs([next(numbers) for _ in one.articles]))
        for one, number in zip(publication.sections, own, strict=True)
    )
    bare = replace(publication, sections=(), attachments=(), numbers=(), section_numbers=())
    return msgspec.json.encode(Frame(bare, parts)).decode()


def frame_of(record: str) -> Frame:
    """Return the frame that was recorded.

    Raises:
        ValueError: It is no record.
    """
    return _frame.decode(record)


def article_numbers(publication: Publication) -> tuple[int, ...]:
    """Return the number of each article, in reading order."""
    return publication.numbers or tuple(range(1, publication.count + 1))


def section_numbers(publication: Publication) -> tuple[int, ...]:
    """Return the number of each section, in reading order."""
    return publication.section_numbers or tuple(range(1, len(publication.sections) + 1))


def as_numbers(numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Return *numbers* as a publication holds them: none while they only count."""
    return () if numbers == tuple(range(1, len(numbers) + 1)) else numbers


def _runs(numbers: list[int]) -> tuple[tuple[int, int], ...]:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] + 1 == number:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return tuple(runs)
