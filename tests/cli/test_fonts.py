"""fonts: which faces there are, and which characters they lack."""

from pathlib import Path

import pytest

from builders import article

#: A character of Unicode's last ideographic block; the small faces do not have it.
RARE = "\U000323af"


@pytest.fixture(autouse=True)
def small_faces(faces, monkeypatch):
    """Look for faces in the folder of the tests first."""
    monkeypatch.setenv("BULLETIN_FONTS", str(faces))


def test_the_places_are_listed_nearest_first(run, faces):
    lines = [line.split("\t") for line in run("fonts", "where").stdout.splitlines()]
    assert lines[0][0] == "project"
    assert ["BULLETIN_FONTS", str(faces)] in lines
    assert lines[-1][0] == "system"


def test_every_role_is_listed_with_its_face_and_the_place_it_was_found_in(run):
    result = run("fonts", "list")
    assert result.exit_code == 0
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert [row[0] for row in rows][:5] == ["song", "fangsong", "kai", "hei", "xiaobiaosong"]
    assert all(row[1] and row[2] for row in rows)


def test_characters_that_no_face_has_are_named_with_their_code(run, save):
    save("a.json", article(f"镇{RARE}", title="题"))
    result = run("fonts", "check", "a.json", "--lang", "zh")
    assert result.exit_code == 0
    assert "U+323AF" in result.stdout
    assert result.stdout.startswith("题\t")


def test_a_page_is_set_as_pdf(run, save):
    save("a.json", article("正文。", title="标题"))
    result = run("convert", "a.json", "-o", "a.pdf")
    assert result.exit_code == 0
    assert Path("a.pdf").read_bytes().startswith(b"%PDF-")


def test_a_page_that_cannot_be_read_exits_with_3(run):
    Path("a.html").write_bytes(b"%PDF-")
    assert run("fonts", "check", "a.html").exit_code == 3
    assert run("fonts", "check", "nothing.html").exit_code == 3
