"""The container (EPUB 3.3, 4): a ZIP archive that says at its beginning what it is."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.ocf import MIMETYPE, Container

#: EPUB 3.3, 4.2.3: what no name may hold, beside controls.
_FORBIDDEN = frozenset('"*:<>?\\|\x7f')


def fault(
    code: str, place: str, severity: Severity = Severity.ERROR, **facts: object
) -> Diagnostic:
    """Return the remark *code* on *place*, a file of the book and a line in it."""
    said = {name: value if isinstance(value, int) else str(value) for name, value in facts.items()}
    return Diagnostic(code=code, severity=severity, facts={"place": place, **said})


def container_faults(container: Container) -> Iterator[Diagnostic]:
    """Find faults of ``mimetype`` and of names (EPUB 3.3, 4.2.3 and 4.3.2)."""
    first = container.entries[0] if container.entries else None
    is_named = first is not None and first.filename == "mimetype"
    if (
        first is None
        or not is_named
        or first.compress_type
        or first.extra
        or container.read("mimetype", 100) != MIMETYPE
    ):
        yield fault("book-mimetype", "mimetype")
    seen: set[str] = set()
    for entry in container.entries:
        name = entry.filename
        if _FORBIDDEN & {*name} or min(name) < " " or name.endswith(".") or ".." in name.split("/"):
            yield fault("book-file-name", name)
        folded = normalize("NFC", name).casefold()
        if folded in seen:
            yield fault("book-file-twice", name)
        seen.add(folded)
