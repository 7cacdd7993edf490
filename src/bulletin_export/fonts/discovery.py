"""Where faces are looked for, nearest to the user first.

The project's ``fonts`` folder, ``BULLETIN_FONTS``, the user's own folder, the data wheel,
the system. System folders can be large: what was found in them is remembered between runs.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

import msgspec

from bulletin_export.fonts.shelf import FoundFace, Shelf, font_files, is_usable, read_faces

#: Data-only wheel of two OpenType files; found by its name, never imported.
WHEEL_MODULE = "pylopdf_fonts_zh_cn"

_MAC, _WINDOWS = sys.platform == "darwin", sys.platform == "win32"


class Remembered(msgspec.Struct, frozen=True):
    """What a font file held when it had this size and time."""

    size: int
    mtime: int
    faces: tuple[FoundFace, ...]


class SystemShelf(Shelf):
    """The fonts of the machine; their names are kept in a file between runs."""

    def __init__(self, places: tuple[Path, ...], memory: Path) -> None:
        super().__init__("system", places)
        self._memory = memory

    @cached_property
    def faces(self) -> tuple[FoundFace, ...]:
        """Every upright face on the machine that may be embedded."""
        known = self._recalled()
        now = {str(path): _looked_at(path, status, known) for path, status in self._files()}
        if now != known:
            self._remember(now)
        return tuple(face for one in now.values() for face in one.faces if is_usable(face))

    def _files(self) -> Iterator[tuple[Path, os.stat_result]]:
        return font_files(self.places)

    def _recalled(self) -> Mapping[str, Remembered]:
        # A lost or stale memory costs a scan and nothing else.
        try:
            return msgspec.json.decode(self._memory.read_bytes(), type=dict[str, Remembered])
        except (OSError, msgspec.MsgspecError):
            return {}

    def _remember(self, now: Mapping[str, Remembered]) -> None:
        with suppress(OSError):  # a read-only home is no reason to stop
            self._memory.parent.mkdir(parents=True, exist_ok=True)
            handle, draft = tempfile.mkstemp(dir=self._memory.parent, suffix=".json")
            with os.fdopen(handle, "wb") as file:
                file.write(msgspec.json.encode(now))
            Path(draft).replace(self._memory)


def shelves() -> tuple[Shelf, ...]:
    """Return all places where faces are looked for, the nearest to the user first."""
    environment = os.environ.get("BULLETIN_FONTS", "")
    return (
        Shelf("project", (Path("fonts"),)),
        Shelf("BULLETIN_FONTS", map(Path, filter(None, environment.split(os.pathsep)))),
        Shelf("user", (user_folder(),)),
        Shelf("wheel", _wheel()),
        SystemShelf(_system_folders(), _cache_folder() / "faces.json"),
    )


def user_folder() -> Path:
    """Return the folder that ``fonts install`` and ``fonts add`` fill."""
    if _WINDOWS:
        return _from_environment("LOCALAPPDATA", "AppData/Local") / "bulletin_export" / "fonts"
    if _MAC:
        return Path.home() / "Library/Application Support/bulletin_export/fonts"
    return _from_environment("XDG_DATA_HOME", ".local/share") / "bulletin_export" / "fonts"


def _looked_at(path: Path, status: os.stat_result, known: Mapping[str, Remembered]) -> Remembered:
    before = known.get(str(path))
    if before and (before.size, before.mtime) == (status.st_size, status.st_mtime_ns):
        return before
    return Remembered(status.st_size, status.st_mtime_ns, read_faces(path))


def _wheel() -> tuple[Path, ...]:
    spec = find_spec(WHEEL_MODULE)
    return tuple(map(Path, spec.submodule_search_locations or ())) if spec else ()


def _cache_folder() -> Path:
    if _WINDOWS:
        return _from_environment("LOCALAPPDATA", "AppData/Local") / "bulletin_export" / "cache"
    if _MAC:
        return Path.home() / "Library/Caches/bulletin_export"
    return _from_environment("XDG_CACHE_HOME", ".cache") / "bulletin_export"


def _from_environment(variable: str, below_home: str) -> Path:
    value = os.environ.get(variable)
    return Path(value) if value else Path.home() / below_home


def _system_folders() -> tuple[Path, ...]:
    if _WINDOWS:
        machine = Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
        own = _from_environment("LOCALAPPDATA", "AppData/Local") / "Microsoft/Windows/Fonts"
        return machine, own, *_tex_folders(Path("C:/texlive"))
    if _MAC:
        shared = (Path("/System/Library/Fonts"), Path("/Library/Fonts"))
        return *shared, Path.home() / "Library/Fonts", *_tex_folders(Path("/usr/local/texlive"))
    return (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        _from_environment("XDG_DATA_HOME", ".local/share") / "fonts",
        Path.home() / ".fonts",
        # fontconfig does not list the faces of TeX.
        Path("/usr/share/texlive/texmf-dist/fonts/opentype"),
        Path("/usr/share/texlive/texmf-dist/fonts/truetype"),
        *_tex_folders(Path("/usr/local/texlive")),
    )


def _tex_folders(root: Path) -> tuple[Path, ...]:
    trees = sorted(root.glob("*/texmf-dist/fonts"), reverse=True)
    return tuple(tree / kind for tree in trees[:1] for kind in ("opentype", "truetype"))
