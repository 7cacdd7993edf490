"""Peers that are programs of their own: pandoc, and html-to-docx from npm."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

#: `make bench` fills it; without it the peer is left out.
_NODE = Path(__file__).resolve().parents[1] / ".tools" / "html-to-docx"
_SCRIPT = Path(__file__).with_name("html_to_docx.mjs")


def command(name: str, pages: Sequence[str]) -> tuple[str, ...] | None:
    """Return the command of the program *name* for *pages*; nothing if it is no such program."""
    match name:
        case "pandoc":
            return (_pandoc() or name, *pages, "-o", "{out}/page.docx")
        case "html-to-docx":
            return ("node", str(_SCRIPT), str(_NODE), "{out}", *pages)
    return None


def is_missing(name: str) -> bool:
    """Tell whether the program *name* would be wanted, and is not here."""
    match name:
        case "pandoc":
            return not _pandoc()
        case "html-to-docx":
            return not (shutil.which("node") and (_NODE / "node_modules").is_dir())
    return False


def _pandoc() -> str | None:
    try:
        import pypandoc
    except ImportError:
        return shutil.which("pandoc")
    return str(pypandoc.get_pandoc_path())
