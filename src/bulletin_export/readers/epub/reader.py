"""A book into the publication that it holds."""

from __future__ import annotations

from bulletin_export.errors import MalformedSourceError, NoArticleError
from bulletin_export.ocf import Container, Package
from bulletin_export.readers.base import ReadResult
from bulletin_export.readers.epub.facts import name_of, publication_facts
from bulletin_export.readers.epub.ours import frame_in, publication_in
from bulletin_export.readers.epub.theirs import sections_of
from bulletin_export.sources import Source
from bulletin_export.wording import phrase

#: Names of algorithms that only make typefaces unreadable for others (EPUB 3.3, 4.2.6.3.2).
_ENCRYPTION = "META-INF/encryption.xml"
_OBFUSCATIONS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


class EpubReader:
    """Reads EPUB 2 and 3.

    Of our own books everything comes back but what they do not hold: how articles were come by
    (evidence), pages that were attached, pictures that nothing shows.
    """

    def read(self, source: Source) -> ReadResult:
        """Return the articles of the book in *source*, and the publication they make.

        Raises:
            MalformedSourceError: It is no book, is locked, or cannot be unpacked.
            NoArticleError: There is no text in it.
        """
        package = Package(Container(source))
        _refuse_locks(package)
        frame = frame_in(package)
        if frame:
            publication, remarks = publication_in(package, frame)
        else:
            facts = publication_facts(package)
            sections, remarks = sections_of(package, facts)
            publication = facts.publication(sections)
        if not publication.count:
            raise NoArticleError(source=source.name, reason=phrase("empty-publication"))
        return ReadResult(
            tuple(publication.articles()),
            remarks,
            publication=publication,
            identifier=publication.identifier or name_of(package),
        )


def _refuse_locks(package: Package) -> None:
    """Refuse a book whose documents are encrypted (DRM).

    Raises:
        MalformedSourceError: They are.
    """
    if _ENCRYPTION not in package.container.files:
        return
    for one in package.container.tree(_ENCRYPTION).iter("{*}EncryptionMethod"):
        if one.get("Algorithm") not in _OBFUSCATIONS:
            raise MalformedSourceError(source=package.container.name, reason=phrase("encrypted"))
