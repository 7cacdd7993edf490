"""Small faces, cut once from the font wheel and kept beside pytest's cache."""

from __future__ import annotations

import importlib.util
import shutil
import tempfile
from hashlib import sha256
from pathlib import Path

from bulletin_export.fonts.book import FontBook
from bulletin_export.fonts.shelf import Shelf
from bulletin_export.typefaces import FontRole, LatinRole

SCRIPT = Path(__file__).parent.parent / "tools" / "cut_test_faces.py"

#: What stands for the faces of an office; 仿宋 and 小标宋 are not at hand on purpose.
PREFERENCES = {
    FontRole.KAI: ("Bulletin Test Kai",),
    LatinRole.SERIF: ("Bulletin Test Serif",),
    LatinRole.SANS: ("Bulletin Test Serif",),
}


def folder_of_faces(cache: Path) -> Path:
    """Return a folder with the faces of ``tools/cut_test_faces.py``, below *cache*."""
    folder = cache / sha256(SCRIPT.read_bytes()).hexdigest()[:12]
    if not folder.exists():
        # Workers may come here together: each cuts its own, the first one's stay.
        draft = Path(tempfile.mkdtemp(dir=cache))
        _script().cut_all(draft)
        try:
            draft.rename(folder)
        except OSError:
            shutil.rmtree(draft)
    return folder


def book_of(folder: Path, preferences=PREFERENCES) -> FontBook:
    """Return a book of the faces in *folder* and of no others."""
    return FontBook(preferences, (Shelf("tests", (folder,)),))


def _script():
    spec = importlib.util.spec_from_file_location("cut_test_faces", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
