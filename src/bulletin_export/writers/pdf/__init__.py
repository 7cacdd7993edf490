"""PDF: coverage, layout, painting.

Faces are checked and pictures made ready before anything is laid out, so that what
cannot be shown becomes a note in its place and not a hole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bulletin_export.composition.counting import counted
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import BrokenPictureError
from bulletin_export.fonts.book import FontBook, FontChain, diagnostics_of
from bulletin_export.fonts.coverage import Passage, check_coverage
from bulletin_export.model.article import Article
from bulletin_export.model.media import MediaItem
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Template
from bulletin_export.typesetting.layout import Layout
from bulletin_export.typesetting.pages import Flow, lay_out
from bulletin_export.writers.base import WriteResult, refusing_endless_nesting
from bulletin_export.writers.pdf import codes
from bulletin_export.writers.pdf.codes import DrawnCode
from bulletin_export.writers.pdf.document import paint
from bulletin_export.writers.pdf.images import Picture, picture
from bulletin_export.writers.pdf.passages import passages

__all__ = ["PdfWriter", "paint"]


class PdfWriter:
    """Writes a publication as a PDF with embedded subsets of its faces."""

    @refusing_endless_nesting("pdf")
    def write(self, publication: Publication, template: Template, fonts: FontBook) -> WriteResult:
        """Return *publication* as a PDF file.

        Raises:
            FontError: No usable typeface for a role.
            UnwritablePublicationError: It has more rare characters than a font can hold,
                or nests too deeply.
        """
        publication = counted(publication, template.composition)
        chains: dict[FontChain, None] = {}
        covered = check_coverage(_noting(passages(publication, template, fonts), chains))
        remarks = diagnostics_of(chains) + fonts.collection.diagnostics() + covered
        is_grey = template.pdf.colours != "screen"
        pictures, broken = _pictures(publication, is_grey=is_grey)
        if template.composition.qr:
            pictures |= codes.codes(publication)
            remarks += tuple(codes.remarks(publication))
        whole = _without(publication, broken)
        if template.pdf.impose == "booklet":
            from bulletin_export.typesetting.imposition import booklet

            # The last page goes beside the first.
            layout: Layout | Flow = booklet(lay_out(whole, template, fonts))
        else:
            layout = Flow.of(whole, template, fonts)
        locks = template.pdf.is_protected
        data = paint(layout, publication, pictures, template.pdf.colours, is_archival=not locks)
        remarks += tuple(broken.values())
        if locks:
            from bulletin_export.writers.pdf.protection import protected

            data = protected(data, template.pdf)
            remarks += (Diagnostic(code="pdf-not-archival", severity=Severity.INFO),)
        return WriteResult(data, remarks)


def _noting(found: Iterable[Passage], chains: dict[FontChain, None]) -> Iterator[Passage]:
    """Yield what is *found*; put the chains into *chains*, in the order of their coming."""
    for passage in found:
        chains[passage.chain] = None
        yield passage


def _pictures(
    publication: Publication, *, is_grey: bool
) -> tuple[dict[str, Picture | DrawnCode], dict[str, Diagnostic]]:
    """Return the pictures that can be painted, and a remark for each that cannot."""
    ready: dict[str, Picture | DrawnCode] = {}
    broken: dict[str, Diagnostic] = {}
    for article in publication.articles():
        for item in article.media:
            if item.name in ready or item.name in broken:
                continue
            try:
                ready[item.name] = picture(item, is_grey=is_grey)
            except BrokenPictureError as error:
                broken[item.name] = _broken(item, article, error)
    return ready, broken


def _broken(item: MediaItem, article: Article, error: BrokenPictureError) -> Diagnostic:
    return Diagnostic(
        code=error.code,
        severity=Severity.WARNING,
        where=article.headline.title,
        facts={"image": item.name, "reason": error.reason},
    )


def _without(publication: Publication, names: dict[str, Diagnostic]) -> Publication:
    """Return *publication* without the media *names*; layout then prints their descriptions."""
    if not names:
        return publication
    from msgspec.structs import replace

    def cleaned(article: Article) -> Article:
        return replace(article, media=tuple(i for i in article.media if i.name not in names))

    sections = tuple(
        replace(section, articles=tuple(map(cleaned, section.articles)))
        for section in publication.sections
    )
    return replace(publication, sections=sections)
