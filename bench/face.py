"""The one TrueType file that everybody embeds."""

from __future__ import annotations

import shutil
from pathlib import Path

_SYSTEM = Path("/usr/share/fonts")
_WANTED = "wqy-microhei"


class NoFaceError(Exception):
    """The machine has no TrueType face with Chinese characters."""


def prepared(folder: Path) -> tuple[Path, str]:
    """Put a single TrueType face into *folder*; return its path and its family.

    WenQuanYi Micro Hei (Debian fonts-wqy-microhei) if it is there, else the first face
    with TrueType outlines that has 镕 and 的.

    Raises:
        NoFaceError: There is none.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "face.ttf"
    face = _face()
    family = str(face["name"].getBestFamilyName())
    if not target.exists():
        face.save(target.with_suffix(".part"))
        shutil.move(target.with_suffix(".part"), target)
    return target, family


def _face():
    from fontTools.ttLib import TTLibError

    files = [path for path in _SYSTEM.rglob("*") if path.suffix.lower() in (".ttf", ".ttc")]
    for path in sorted(files, key=lambda path: (_WANTED not in path.name, str(path))):
        try:
            for face in _opened(path):
                if "glyf" in face and {ord("镕"), ord("的")} <= face.getBestCmap().keys():
                    return face
        except TTLibError:
            continue
    raise NoFaceError("no TrueType face with Chinese characters: install fonts-wqy-microhei")


def _opened(path: Path):
    from fontTools.ttLib import TTCollection, TTFont

    return TTCollection(path).fonts if path.suffix.lower() == ".ttc" else [TTFont(path)]
