"""Files arrive whole or not at all."""

from pathlib import Path

import pytest

from bulletin_export.errors import CannotWriteError
from bulletin_export.files import atomic_write


def test_folders_are_made_and_old_files_replaced(tmp_path):
    path = tmp_path / "甲" / "乙.txt"
    atomic_write(path, b"1")
    atomic_write(path, b"2")
    assert path.read_bytes() == b"2"
    assert [one.name for one in path.parent.iterdir()] == ["乙.txt"]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    atomic_write(path, b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(CannotWriteError) as caught:
        atomic_write(path, b"new")
    assert "磁盘空间不足" in caught.value.sentence("zh")
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_a_file_in_the_place_of_a_folder_is_an_error(tmp_path):
    (tmp_path / "out").write_text("x")
    with pytest.raises(CannotWriteError):
        atomic_write(tmp_path / "out" / "a.txt", b"")


def test_a_folder_in_the_place_of_the_file_is_an_error(tmp_path):
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(CannotWriteError, match="folder"):
        atomic_write(tmp_path / "a.txt", b"")
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has it")
def test_a_device_is_written_to_and_not_replaced():
    with pytest.raises(CannotWriteError, match="no space left"):
        atomic_write(Path("/dev/full"), b"x")
    assert not Path("/dev/full").is_file()
