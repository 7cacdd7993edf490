"""Read finished files again, with nothing of our own, for comparison with the model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from markdown_it import MarkdownIt
from pypdf import PdfReader

from bulletin_export.composition import front
from bulletin_export.model.article import Article
from bulletin_export.model.nodes import Image, Note
from bulletin_export.model.publication import Publication
from bulletin_export.model.text import paragraphs
from bulletin_export.model.walk import find, map_inlines
from bulletin_export.styling.template import Composition

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
#: Elements that begin and end a paragraph.
_BLOCKS = frozenset({
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "caption", "figcaption", "pre",
    "blockquote", "figure", "table", "ul", "ol", "section", "header", "div", "aside", "nav", "tr",
    "thead", "tbody", "body",
})  # fmt: skip


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def spine(data: bytes) -> list[str]:
    """The names of the documents in reading order."""
    files = parts(data)
    package = etree.fromstring(files["EPUB/content.opf"])
    names = {item.get("id"): item.get("href") for item in package.iter("{*}item")}
    return [f"EPUB/{names[item.get('idref')]}" for item in package.iter("{*}itemref")]


def epub_paragraphs(document: bytes) -> list[str]:
    """The paragraphs of one document, without marks of notes, notes and missing pictures."""
    body = etree.fromstring(document).find(f"{XHTML}body")
    assert body is not None
    text = "".join(_texts(body, is_skipped))
    return [line for line in (part.strip("\0") for part in text.split("\0\0")) if line.strip()]


def is_skipped(element: etree._Element) -> bool:
    return (
        element.tag in (f"{XHTML}rt", f"{XHTML}aside")
        or element.get("role") == "doc-noteref"
        or element.get("class") in ("missing", "neighbours")
    )


def _texts(element: etree._Element, skip) -> Iterator[str]:  # type: ignore[no-untyped-def]
    if not skip(element):
        name = etree.QName(element).localname
        edge = "\0\0" if name in _BLOCKS else ""
        yield edge
        yield "\n" if name == "br" else ""
        yield from _trimmed(element.text, element)
        for child in element:
            yield from _texts(child, skip)
            yield from _trimmed(child.tail, element)
        yield edge


def _trimmed(text: str | None, parent: etree._Element) -> Iterator[str]:
    """Leave out the line ends that our writer puts between blocks."""
    if text and not (text.strip("\n") == "" and etree.QName(parent).localname in _BLOCKS):
        yield text


def markdown_words(text: str) -> str:
    """All words of a CommonMark text, without any white space."""
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    html = re.sub(r"<rt>.*?</rt>", "", html)
    tree = etree.fromstring(f"<div>{html}</div>", etree.HTMLParser())
    return bare("".join(tree.itertext()))


def markdown_text(data: bytes) -> str:
    """What a Markdown text says, notes and descriptions of pictures included."""
    text = re.sub(r"^\[\^\d+\]: ", "", data.decode(), flags=re.MULTILINE)
    return markdown_words(re.sub(r"!\[(.*?)\]\(.*?\)", r"\1", text))


def epub_text(data: bytes) -> str:
    """All that the documents of a book say, notes included, readings and numbers too."""
    files = parts(data)
    bodies = (etree.fromstring(files[name]).find(f"{XHTML}body") for name in spine(data))
    return "".join("".join(_texts(body, lambda e: e.tag == f"{XHTML}rt")) for body in bodies)


def docx_text(data: bytes) -> str:
    """All text of the document and its notes."""
    names = ("word/document.xml", "word/footnotes.xml")
    files = parts(data)
    trees = [etree.fromstring(files[name]) for name in names if name in files]
    return "".join(
        node.text or "" for tree in trees for node in tree.iter("{*}t") if not _is_reading(node)
    )


def _is_reading(node: etree._Element) -> bool:
    return any(etree.QName(above).localname == "rt" for above in node.iterancestors())


def pdf_text(data: bytes) -> str:
    """All text on all pages."""
    return "".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


def model_text(publication: Publication) -> str:
    """What a publication says that came back as data: words, notes, descriptions."""
    composition = Composition()
    said: list[str] = []
    for article in publication.articles():
        said += front.words(article, composition)
        for note in find(article, Note):
            said += paragraphs(note.blocks)
        said += (image.alt for image in find(article, Image))
    return "\n".join(said)


def without_notes(article: Article) -> Article:
    """*article* without its notes, for formats that print their numbers among the words."""
    return map_inlines(article, lambda one: () if isinstance(one, Note) else one)


def bare(words: str | Iterable[str]) -> str:
    """Words without white space, for formats that may wrap or trim."""
    return "".join("".join(words).split())
