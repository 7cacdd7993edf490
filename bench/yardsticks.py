"""Readers of pages and feeds, one a process: ``python -m bench.yardsticks NAME TURNS FILE...``.

Prints the seconds of processor time that each turn over all files took, as JSON. The bytes
are in memory before the clock starts, and one turn more goes first and does not count.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

Read = Callable[[bytes, str], object]


def bulletin_export() -> Read:
    """Bytes to cleaned articles, with provenance, changes and remarks."""
    from bulletin_export.reading import read_source
    from bulletin_export.sources import Source

    return lambda data, name: read_source(Source(data=data, name=name))


def lxml_html() -> Read:
    """The parser of pages alone: a floor."""
    from lxml import etree

    parser = etree.HTMLParser(huge_tree=True)
    return lambda data, _: etree.fromstring(data, parser)


def lxml_xml() -> Read:
    """The parser of feeds alone: a floor."""
    from lxml import etree

    parser = etree.XMLParser(recover=True, resolve_entities=False)
    return lambda data, _: etree.fromstring(data, parser)


def trafilatura() -> Read:
    """Text and metadata, with tables and pictures."""
    from trafilatura import bare_extraction

    return lambda data, _: bare_extraction(data, with_metadata=True, include_images=True)


def readability_lxml() -> Read:
    """Title and the element of the body."""
    from readability import Document

    def read(data: bytes, _: str) -> object:
        document = Document(data)
        return document.short_title(), document.summary()

    return read


def newspaper4k() -> Read:
    """Title, authors, date, text."""
    from newspaper import Article, Config

    config = Config()
    config.fetch_images = False

    def read(data: bytes, _: str) -> object:
        article = Article("http://localhost/", config=config)
        article.download(input_html=data.decode("utf-8", "replace"))
        article.parse()
        return article.text

    return read


def gne() -> Read:
    """Title, author, date, text of Chinese pages."""
    from gne import GeneralNewsExtractor

    extractor = GeneralNewsExtractor()
    return lambda data, _: extractor.extract(data.decode("utf-8", "replace"))


def feedparser() -> Read:
    """Feeds of every kind and quality."""
    from feedparser import parse

    return lambda data, _: parse(data)


READERS: dict[str, Callable[[], Read]] = {
    "bulletin_export": bulletin_export,
    "lxml alone": lxml_html,
    "lxml XML alone": lxml_xml,
    "trafilatura": trafilatura,
    "readability-lxml": readability_lxml,
    "newspaper4k": newspaper4k,
    "gne": gne,
    "feedparser": feedparser,
}


def main(name: str, turns: int, files: list[Path]) -> None:
    """Read all *files* again and again, and print how long each turn took."""
    read = READERS[name]()
    inputs = [(path.read_bytes(), path.name) for path in files]
    taken = []
    failed = 0
    for _ in range(turns + 1):
        failed = 0
        started = time.process_time()
        for data, file in inputs:
            try:
                read(data, file)
            except Exception:
                failed += 1
        taken.append(time.process_time() - started)
    print(json.dumps({"seconds": taken[1:], "failed": failed}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), [Path(one) for one in sys.argv[3:]])
