"""QR codes as drawings: squares in a form XObject (ISO 32000-1, 8.10)."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.model.publication import Publication
from bulletin_export.pictures.codes import QrCode, qr_code
from bulletin_export.typesetting.codes import CODE
from bulletin_export.writers.pdf.objects import Objects, stream


class DrawnCode(msgspec.Struct, frozen=True):
    """A code in the form it has in a PDF: as wide as high, its side the unit."""

    code: QrCode

    def add_to(self, objects: Objects) -> bytes:
        """Add the code to *objects*; return the reference to it."""
        side = self.code.side
        bars = (
            b"%d %d %d 1 re" % (column, side - row - 1, length)
            for row, column, length in self.code.bars
        )
        entries = (
            b"/Type /XObject /Subtype /Form /BBox [0 0 %d %d] /Matrix [%.8f 0 0 %.8f 0 0]"
            b" /Resources << >>" % (side, side, 1 / side, 1 / side)
        )
        # Black, whatever colour the page is being painted in.
        return objects.add(stream(b"0 g\n" + b"\n".join(bars) + b"\nf", entries))


def codes(publication: Publication) -> Iterator[tuple[str, DrawnCode]]:
    """Yield the codes of all articles' addresses, by the names that layout gives them."""
    for address in _addresses(publication):
        if code := qr_code(address):
            yield CODE + address, DrawnCode(code)


def remarks(publication: Publication) -> Iterator[Diagnostic]:
    """Yield a remark for each article whose address is too long for a code."""
    for address, title in _addresses(publication).items():
        if qr_code(address) is None:
            yield Diagnostic(
                code="address-too-long",
                severity=Severity.WARNING,
                where=title,
                facts={"address": f"{address[:60]}…"},
            )


def _addresses(publication: Publication) -> dict[str, str]:
    return {
        one.metadata.address: one.headline.title
        for one in publication.articles()
        if one.metadata.address
    }
