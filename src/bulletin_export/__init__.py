"""Chinese-language bulletins from HTML and XML into Word, PDF and EPUB.

    import bulletin_export as be

    reading = be.read("page.html")                    # articles, changes, diagnostics
    be.convert("page.html", "page.docx")              # one page, one file
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
    from bulletin_export.library import Conversion as Conversion
    from bulletin_export.library import bundle as bundle
    from bulletin_export.library import convert as convert
    from bulletin_export.library import read as read
    from bulletin_export.library import write as write
    from bulletin_export.model import nodes as nodes
    from bulletin_export.model.article import Article as Article
    from bulletin_export.model.article import Contributor as Contributor
    from bulletin_export.model.article import ContributorRole as ContributorRole
    from bulletin_export.model.article import Date as Date
    from bulletin_export.model.article import Headline as Headline
    from bulletin_export.model.article import Metadata as Metadata
    from bulletin_export.model.media import MediaBag as MediaBag
    from bulletin_export.model.media import MediaItem as MediaItem
    from bulletin_export.model.publication import Publication as Publication
    from bulletin_export.model.publication import Section as Section
    from bulletin_export.pipeline import Reading as Reading
    from bulletin_export.sources import Source as Source
    from bulletin_export.styling.load import load_template as load_template
    from bulletin_export.styling.template import Template as Template

_HOMES = {
    "diagnostics": ("Diagnostic", "Severity"),
    "errors": ("BulletinError", "ReadError", "UsageError", "WriteError"),
    "library": ("Conversion", "bundle", "convert", "read", "write"),
    "model": ("nodes",),
    "model.article": (
        "Article", "Contributor", "ContributorRole", "Date", "Headline", "Metadata",
    ),
    "model.media": ("MediaBag", "MediaItem"),
    "model.publication": ("Publication", "Section"),
    "pipeline": ("Reading",),
    "sources": ("Source",),
    "styling.load": ("load_template",),
    "styling.template": ("Template",),
}  # fmt: skip
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = sorted(_HOME_OF)  # noqa: PLE0605  (one list of names is enough)


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = f"{__name__}.{_HOME_OF[name]}"
    if name == "nodes":
        return import_module(f"{home}.{name}")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return list(__all__)
