"""What waits comes back as it was, wherever it waits."""

import tempfile

import pytest

from bulletin_export import scratch
from bulletin_export.scratch import Scratch


def filled(count: int) -> Scratch:
    waiting = Scratch()
    assert [waiting.add(b"%05d" % number) for number in range(count)] == list(
        range(0, 5 * count, 5)
    )
    return waiting


@pytest.mark.parametrize("room", [0, 50, 10_000])
def test_what_was_added_is_read_again_from_any_place(room, monkeypatch):
    monkeypatch.setattr(scratch, "_ROOM", room)
    waiting = filled(100)
    assert [waiting.read(5 * number, 5) for number in (99, 0, 50)] == [b"00099", b"00000", b"00050"]
    assert waiting.read(0, 500) == b"".join(b"%05d" % number for number in range(100))


def test_without_a_place_for_files_all_stays_in_memory(monkeypatch):
    def refuse():
        raise FileNotFoundError("no temporary folder")

    monkeypatch.setattr(scratch, "_ROOM", 10)
    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    assert filled(100).read(495, 5) == b"00099"


def test_a_file_is_closed_with_the_last_who_holds_it(monkeypatch):
    made = []
    monkeypatch.setattr(scratch, "_ROOM", 0)
    real = tempfile.TemporaryFile
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda: made.append(real()) or made[-1])
    waiting = filled(3)
    assert not made[0].closed
    del waiting
    assert made[0].closed
