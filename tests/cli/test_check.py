"""``check`` says what is wrong, and its exit code that something is."""

import json

import pytest

from builders import article, figure, img, p
from bulletin_export import pipeline
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.load import load_template
from torture import square
from validators.word_mutants import MUTANTS

PICTURE = square((32, 96, 160))


@pytest.fixture
def good(tmp_path):
    one = article(p("正文。"), figure(img(PICTURE.name, "会场")), media=(PICTURE,))
    whole = Publication(sections=(Section((one,)),), title="题")
    path = tmp_path / "good.docx"
    path.write_bytes(pipeline.write(whole, "docx", load_template("plain"), None).data)
    return path


@pytest.fixture
def bad(good):
    path = good.with_name("bad.docx")
    path.write_bytes(MUTANTS[0].make(good.read_bytes()))
    return path


def test_nothing_is_said_of_a_good_file(run, good):
    done = run("check", str(good))
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


def test_a_fault_is_said_with_its_place_and_the_code_is_6(run, bad):
    done = run("check", str(bad), "--lang", "zh")
    assert done.exit_code == 6
    assert "word/document.xml" in done.stderr
    assert "图片没有替代文字" in done.stderr


def test_a_report_names_the_code(run, bad, tmp_path):
    run("check", str(bad), "--report", str(tmp_path / "r.jsonl"), "--quiet")
    line = json.loads((tmp_path / "r.jsonl").read_text("utf-8"))
    assert [one["code"] for one in line["diagnostics"]] == ["alt-text-missing"]


def test_a_folder_gives_its_word_documents(run, good, bad):
    (good.parent / "page.html").write_text("<p>x</p>")
    assert run("check", str(good.parent)).exit_code == 6
    bad.unlink()
    assert run("check", str(good.parent)).exit_code == 0


def test_a_file_of_another_kind_is_a_wrong_call(run, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    done = run("check", str(tmp_path / "a.pdf"))
    assert done.exit_code == 2
    assert ".docx" in done.stderr


def test_a_damaged_file_is_one_sentence(run, tmp_path):
    (tmp_path / "a.docx").write_bytes(b"PK no more")
    done = run("check", str(tmp_path / "a.docx"))
    assert done.exit_code == 3
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_what_is_not_there_is_said(run, tmp_path):
    assert run("check", str(tmp_path / "none.docx")).exit_code == 2
