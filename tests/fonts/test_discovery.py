"""Where faces are looked for, and what is remembered of the system's."""

import shutil

import pytest

from bulletin_export.fonts import discovery
from bulletin_export.fonts.discovery import SystemShelf, shelves


def test_the_nearest_places_come_first(monkeypatch, tmp_path):
    monkeypatch.setenv("BULLETIN_FONTS", str(tmp_path))
    assert [shelf.name for shelf in shelves()] == [
        "project", "BULLETIN_FONTS", "user", "wheel", "system",
    ]  # fmt: skip


def test_the_variable_names_files_and_folders(monkeypatch, faces, tmp_path):
    shutil.copy(faces / "c.ttf", tmp_path / "x.ttf")
    monkeypatch.setenv("BULLETIN_FONTS", f"{faces / 'd.ttc'}{discovery.os.pathsep}{tmp_path}")
    names = {face.facts.name for face in shelves()[1].faces}
    assert names == {"Bulletin Test Serif", "Bulletin Test Sans", "Bulletin Test Kai"}


def test_the_wheel_is_found_without_importing_it():
    import sys

    assert {face.facts.name for face in shelves()[3].faces} == {"Noto Serif SC", "Noto Sans SC"}
    assert discovery.WHEEL_MODULE not in sys.modules


@pytest.fixture
def system(tmp_path, faces):
    folder, memory = tmp_path / "fonts", tmp_path / "cache" / "faces.json"
    folder.mkdir()
    shutil.copy(faces / "c.ttf", folder / "one.ttf")
    return folder, memory


def _names(system):
    folder, memory = system
    return sorted(face.facts.name for face in SystemShelf((folder,), memory).faces)


def test_a_second_look_reads_no_font_again(system, monkeypatch):
    first = _names(system)
    monkeypatch.setattr(discovery, "read_faces", lambda path: pytest.fail(f"{path} read again"))
    assert _names(system) == first == ["Bulletin Test Kai"]


def test_a_changed_file_is_read_again(system, faces):
    _names(system)
    shutil.copy(faces / "e.ttf", system[0] / "one.ttf")
    assert _names(system) == ["Bulletin Test Variable"]


def test_a_file_that_has_gone_is_forgotten(system):
    _names(system)
    (system[0] / "one.ttf").unlink()
    assert _names(system) == []


def test_a_damaged_memory_costs_a_scan_and_nothing_else(system):
    _names(system)
    system[1].write_bytes(b"{")
    assert _names(system) == ["Bulletin Test Kai"]


def test_an_unwritable_memory_is_no_reason_to_stop(system, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    assert _names((system[0], tmp_path / "file" / "faces.json")) == ["Bulletin Test Kai"]
