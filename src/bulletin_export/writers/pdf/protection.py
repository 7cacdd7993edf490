"""Locking a finished file: AES-256 by qpdf, in a second pass and only when asked for.

ISO 32000-2, 7.6.4 (revision 6). No PDF/A is encrypted (ISO 19005-2, 6.1.3); PDF/UA may be, where
programs that read aloud get at the words (ISO 14289-1, 7.16). The keys are drawn by chance.
"""

from __future__ import annotations

from io import BytesIO
from secrets import token_urlsafe

from bulletin_export.errors import MissingExtraError
from bulletin_export.styling.template import PdfStyle


def protected(data: bytes, style: PdfStyle) -> bytes:
    """Return the file *data*, encrypted with the passwords and permissions of *style*.

    Without an owner's password nobody has all rights: it is drawn and forgotten.

    Raises:
        MissingExtraError: pikepdf is not installed.
    """
    try:
        import pikepdf
    except ModuleNotFoundError as error:
        raise MissingExtraError(option="--password", package="pikepdf", extra="encrypt") from error
    may = frozenset(style.permissions)
    allowed = pikepdf.Permissions(
        accessibility=True,
        extract="copy" in may,
        modify_annotation="annotate" in may,
        modify_assembly="assemble" in may,
        modify_form="annotate" in may,
        modify_other="change" in may,
        print_highres="print" in may,
        print_lowres="print" in may,
    )
    lock = pikepdf.Encryption(
        user=style.password,
        owner=style.owner_password or token_urlsafe(24),
        allow=allowed,
        R=6,
    )
    buffer = BytesIO()
    with pikepdf.open(BytesIO(data)) as file:
        file.save(
            buffer,
            encryption=lock,
            object_stream_mode=pikepdf.ObjectStreamMode.preserve,
        )
    return buffer.getvalue()
