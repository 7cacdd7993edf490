"""Chinese-language bulletins from HTML and XML into Word, PDF and EPUB.

    import bulletin_export as be

    reading = be.read("page.html")                    # articles, changes, diagnostics
    be.convert("page.html", "page.docx")              # one page, one file
    be.convert("https://…", "page.pdf", fetch=True)   # nothing is fetched unasked
    be.bundle(["a.html", "b.html"], "all.epub", title="简报")
    be.write(reading.articles[0], "pdf").data         # bytes

Names are imported when they are first used: importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bulletin_export.diagnostics import Diagnostic as Diagnostic
    from bulletin_export.diagnostics import Severity as Severity
    from bulletin_export.errors import BulletinError as BulletinError
    from bulletin_export.errors import ReadError as ReadError
    from bulletin_export.errors import UsageError as UsageError
    from bulletin_export.errors import WriteError as WriteError
    from bulletin_export.fetching.settings import FetchSettings as FetchSettings
    from bulletin_export.library import Conversion as Conversion
    from bulletin_export.library import bundle as bundle
    from bulletin_export.library import convert as convert
    from bulletin_export.library import read as read
    from bulletin_export.library import write as write
    from bulletin_export.model.article import Article as Article
    from bulletin_export.model.article import Contributor as Contributor
    from bulletin_export.model.article import ContributorRole as ContributorRole
    from bulletin_export.model.article import Date as Date
    from bulletin_export.model.article import Headline as Headline
    from bulletin_export.model.article import Metadata as Metadata
    from bulletin_export.model.evidence import Evidence as Evidence
    from bulletin_export.model.evidence import Origin as Origin
    from bulletin_export.model.listing import Entry as Entry
    from bulletin_export.model.listing import Listing as Listing
    from bulletin_export.model.media import MediaBag as MediaBag
    from bulletin_export.model.media import MediaItem as MediaItem
    from bulletin_export.model.nodes import BlockQuote as BlockQuote
    from bulletin_export.model.nodes import BulletList as BulletList
    from bulletin_export.model.nodes import Code as Code
    from bulletin_export.model.nodes import CodeBlock as CodeBlock
    from bulletin_export.model.nodes import Emphasis as Emphasis
    from bulletin_export.model.nodes import Figure as Figure
    from bulletin_export.model.nodes import Heading as Heading
    from bulletin_export.model.nodes import Image as Image
    from bulletin_export.model.nodes import LineBreak as LineBreak
    from bulletin_export.model.nodes import Link as Link
    from bulletin_export.model.nodes import ListItem as ListItem
    from bulletin_export.model.nodes import Note as Note
    from bulletin_export.model.nodes import OrderedList as OrderedList
    from bulletin_export.model.nodes import Paragraph as Paragraph
    from bulletin_export.model.nodes import Ruby as Ruby
    from bulletin_export.model.nodes import Strikethrough as Strikethrough
    from bulletin_export.model.nodes import Strong as Strong
    from bulletin_export.model.nodes import Subscript as Subscript
    from bulletin_export.model.nodes import Superscript as Superscript
    from bulletin_export.model.nodes import Table as Table
    from bulletin_export.model.nodes import TableCell as TableCell
    from bulletin_export.model.nodes import TableRow as TableRow
    from bulletin_export.model.nodes import Text as Text
    from bulletin_export.model.nodes import ThematicBreak as ThematicBreak
    from bulletin_export.model.nodes import Underline as Underline
    from bulletin_export.model.publication import Publication as Publication
    from bulletin_export.model.publication import Section as Section
    from bulletin_export.reading import Reading as Reading
    from bulletin_export.sources import Source as Source
    from bulletin_export.styling.load import load_template as load_template
    from bulletin_export.styling.template import Template as Template

_HOMES = {
    "diagnostics": ("Diagnostic", "Severity"),
    "errors": ("BulletinError", "ReadError", "UsageError", "WriteError"),
    "fetching.settings": ("FetchSettings",),
    "library": ("Conversion", "bundle", "convert", "read", "write"),
    "model.article": (
        "Article", "Contributor", "ContributorRole", "Date", "Headline", "Metadata",
    ),
    "model.evidence": ("Evidence", "Origin"),
    "model.listing": ("Entry", "Listing"),
    "model.media": ("MediaBag", "MediaItem"),
    "model.nodes": (
        "BlockQuote", "BulletList", "Code", "CodeBlock", "Emphasis", "Figure", "Heading",
        "Image", "LineBreak", "Link", "ListItem", "Note", "OrderedList", "Paragraph", "Ruby",
        "Strikethrough", "Strong", "Subscript", "Superscript", "Table", "TableCell", "TableRow",
        "Text", "ThematicBreak", "Underline",
    ),
    "model.publication": ("Publication", "Section"),
    "reading": ("Reading",),
    "sources": ("Source",),
    "styling.load": ("load_template",),
    "styling.template": ("Template",),
}  # fmt: skip
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = sorted(_HOME_OF)  # noqa: PLE0605  (one list of names is enough)


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
