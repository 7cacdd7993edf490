"""Files inside a file: the pages that its articles were made from (PDF/A-3).

ISO 32000-1, 7.11.4; ISO 19005-3, 6.8 and annex E. Nothing but the publication dates them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from hashlib import md5
from pathlib import PurePosixPath

from bulletin_export.file_names import safe
from bulletin_export.model.publication import Attachment
from bulletin_export.writers.pdf.objects import Objects, Raw, literal, name, stream, text_string


def attach(attachments: Sequence[Attachment], moment: datetime, objects: Objects) -> None:
    """File *attachments*, those of equal bytes once, and tell the catalogue."""
    files = [
        (own_name, _specification(own_name, one, moment, objects))
        for own_name, one in _named(attachments)
    ]
    if not files:
        return
    # A name tree is sorted by the bytes of its keys (ISO 32000-1, 7.9.6).
    keyed = sorted((_key(own_name), reference) for own_name, reference in files)
    leaves = b" ".join(literal(key) + b" " + reference for key, reference in keyed)
    references = b" ".join(reference for _, reference in files)
    objects.set_catalogue(
        Names=b"<< /EmbeddedFiles << /Names [%s] >> >>" % leaves, AF=b"[%s]" % references
    )


def _named(attachments: Sequence[Attachment]) -> Iterator[tuple[str, Attachment]]:
    """Yield each of *attachments* with a name that is safe on every disk, and its own."""
    taken: set[str] = set()
    seen: set[bytes] = set()
    for one in attachments:
        if one.data in seen:
            continue
        seen.add(one.data)
        last = PurePosixPath(one.name.partition("?")[0].replace("\\", "/")).name
        path = PurePosixPath(safe(last) or "source")
        found, count = path.name, 1
        while found.casefold() in taken:
            count += 1
            found = f"{path.stem} ({count}){path.suffix}"
        taken.add(found.casefold())
        yield found, one


def _specification(own_name: str, one: Attachment, moment: datetime, objects: Objects) -> bytes:
    checksum = md5(one.data, usedforsecurity=False).hexdigest().encode()
    entries = (
        b"/Type /EmbeddedFile /Subtype %s /Params << /Size %d /CheckSum <%s> /ModDate %s >>"
        % (
            name(one.media_type),
            len(one.data),
            checksum,
            text_string(moment.strftime("D:%Y%m%d%H%M%SZ")),
        )
    )
    objects.sign(checksum)
    file = objects.add(stream(one.data, entries))
    spelled = text_string(own_name)
    described = b" /Desc " + text_string(one.address) if one.address else b""
    return objects.add(
        Raw(
            b"<< /Type /Filespec /F %s /UF %s%s /AFRelationship /Source /EF << /F %s /UF %s >> >>"
            % (spelled, spelled, described, file, file)
        )
    )


def _key(own_name: str) -> bytes:
    if own_name.isascii():
        return own_name.encode()
    return b"\xfe\xff" + own_name.encode("utf-16-be")
