"""Documents of an imagined house, made by python-docx, and publications written into them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from msgspec.structs import replace

from bulletin_export.model.article import Article, Contributor, Date, Headline, Metadata
from bulletin_export.model.nodes import Block
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.house_document import HouseDocument
from bulletin_export.writers.base import WriteResult
from bulletin_export.writers.docx import DocxWriter
from writers.docx.opened import TEMPLATE, NoFonts

_BOX = """<w:p {ns}><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>
<wp:extent cx="900000" cy="300000"/><wp:docPr id="7" name="框"/><a:graphic><a:graphicData
uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr
txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p>
</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>
</w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect><v:textbox><w:txbxContent><w:p><w:r>
<w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback>
</mc:AlternateContent></w:r></w:p>"""
_BOX_NAMESPACES = (
    f"{nsdecls('w', 'wp', 'a')} "
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def office(*texts: str, build: Callable[[Document], object] | None = None) -> bytes:
    """Return a document with a paragraph for each of *texts*, after *build* had its way."""
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    if build:
        build(document)
    return saved(document)


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def xml(text: str) -> Any:
    """Return *text*, an element with the prefixes w and r, for python-docx."""
    head, sep, rest = text.partition(">")
    if head.endswith("/"):
        return parse_xml(f"{head[:-1]} {nsdecls('w', 'r')}/>")
    return parse_xml(f"{head} {nsdecls('w', 'r')}{sep}{rest}")


def box(text: str) -> Any:
    """Return a paragraph with a text box as Word writes it: once for itself, once for others."""
    return parse_xml(_BOX.format(ns=_BOX_NAMESPACES, text=text))


def repacked(data: bytes, parts: dict[str, bytes | None]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            if content is not None:
                new.writestr(name, content)
    return buffer.getvalue()


def article(*blocks: Block, **facts: Any) -> Article:
    """Return an article of which all is known that placeholders ask for."""
    metadata = {
        "source": "滨河日报",
        "date": Date("2020-02-06"),
        "contributors": (Contributor("周明"),),
        "address": "http://example.cn/1.html",
        **facts,
    }
    headline = Headline("关于“春节”放假的通知", kicker="滨河市", subtitle="二〇二〇年")
    return Article(headline=headline, blocks=blocks, metadata=Metadata(**metadata))


def publication(*articles: Article, **facts: Any) -> Publication:
    title = articles[0].headline.title if len(articles) == 1 else "滨河简报"
    return Publication(
        sections=(Section(articles),), title=title, date="2020-02-07",
        has_contents=len(articles) > 1, **facts,
    )  # fmt: skip


def filled(data: bytes, what: Article | Publication, **composition: Any) -> WriteResult:
    """Return *what* written into the document *data*."""
    what = publication(what) if isinstance(what, Article) else what
    composed = replace(TEMPLATE.composition, **composition)
    template = replace(TEMPLATE, composition=composed, house=HouseDocument("office.docx", data))
    return DocxWriter().write(what, template, NoFonts())


def reopened(result: WriteResult) -> Document:
    return docx.Document(io.BytesIO(result.data))


def lines(result: WriteResult) -> list[str]:
    """Return the words of the paragraphs of the body that stand in no table."""
    return [one.text for one in reopened(result).paragraphs]


def styles(result: WriteResult) -> dict[str, str]:
    """Return the name of the style of each paragraph of the body by its words."""
    return {one.text: one.style.name for one in reopened(result).paragraphs}


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
