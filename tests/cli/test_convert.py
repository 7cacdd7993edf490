"""convert: one document for each article."""

import json
from pathlib import Path

import pytest

from builders import article
from bulletin_export import pipeline
from bulletin_export.cli import work
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import UnwritablePublicationError
from bulletin_export.reading import Reading


def names(folder="out"):
    return sorted(path.name for path in Path(folder).iterdir())


def test_each_article_becomes_a_file_named_after_it_and_its_path_is_printed(run, save):
    result = run("convert", save("a.json", date="2020-02-06"), "--to", "json,epub", "-o", "out")
    assert result.exit_code == 0
    assert names() == ["2020-02-06_标题.epub", "2020-02-06_标题.json"]
    printed = result.stdout.split()
    assert sorted(Path(one).name for one in printed) == names()


def test_a_page_becomes_a_document(run, page):
    result = run("convert", page(), "--to", "epub", "-o", "out/")
    assert (result.exit_code, result.stderr) == (0, "")
    assert names() == ["2021-03-05_春耕备耕有序推进.epub"]


def test_a_folder_is_gone_through(run, save):
    save("in/a.json", title="甲")
    save("in/b/c.json", title="乙")
    assert run("convert", "in", "--to", "json", "-o", "out").exit_code == 0
    assert names() == ["乙.json", "甲.json"]


def test_a_file_is_converted_once_however_often_it_is_named(run, save):
    save("in/a.json")
    run("convert", "in/a.json", "in/a.json", "in/*.json", "--to", "json", "-o", "out")
    assert names() == ["标题.json"]


def test_equal_titles_are_numbered_in_the_order_of_the_inputs(run, save):
    for n in range(3):
        save(f"{n}.json", article(f"第{n}篇", title="同题"))
    assert run("convert", "2.json", "0.json", "1.json", "--to", "json", "-o", "out").exit_code == 0
    assert names() == ["同题 (2).json", "同题 (3).json", "同题.json"]
    assert "第2篇" in Path("out/同题.json").read_text("utf-8")
    assert "第0篇" in Path("out/同题 (2).json").read_text("utf-8")


@pytest.mark.parametrize(
    "title", ["../../etc/passwd", "CON", "长" * 300, "🎉", "甲\n乙", "/", "..", "C:\\x", "a\x00b"]
)
def test_no_title_leads_out_of_the_output_folder(run, save, folder, title):
    save("in/a.json", title=title)
    before = sorted(path.name for path in folder.iterdir())
    assert run("convert", "in/a.json", "--to", "json", "-o", "out").exit_code == 0
    assert len(names()) == 1
    assert sorted(path.name for path in folder.iterdir()) == sorted([*before, "out"])
    assert not list(folder.parent.glob("*.json"))


def test_file_names_follow_a_pattern(run, save):
    save("a.json", source="某报")
    run("convert", "a.json", "--to", "json", "-o", "out", "--name", "{number}-{source}-{name}")
    assert names() == ["001-某报-a.json"]


def test_the_ending_of_an_output_file_picks_the_format(run, save):
    assert run("convert", save("a.json"), "-o", "deep/result.EPUB").exit_code == 0
    assert Path("deep/result.EPUB").read_bytes().startswith(b"PK")


def test_an_existing_folder_is_a_folder_whatever_it_is_called(run, save):
    Path("out.epub").mkdir()
    run("convert", save("a.json"), "--to", "json", "-o", "out.epub")
    assert names("out.epub") == ["标题.json"]


def test_a_dash_writes_to_the_standard_output(run, save):
    result = run("convert", save("a.json"), "--to", "json", "-o", "-")
    assert json.loads(result.stdout_bytes)["publication"]["title"] == "标题"
    assert result.stdout.startswith("{")


def test_a_dash_reads_the_standard_input(run, save):
    data = Path(save("a.json")).read_bytes()
    assert run("convert", "-", "--to", "json", "-o", "out", input=data).exit_code == 0
    assert names() == ["标题.json"]


def test_our_own_form_passes_through_unchanged(run, save):
    save("a.json", article("　　两个　全角空白", title=" 标题 "))
    run("convert", "a.json", "-o", "b.json")
    run("convert", "b.json", "-o", "c.json")
    assert Path("b.json").read_bytes() == Path("c.json").read_bytes()
    assert "　　两个　全角空白" in Path("b.json").read_text("utf-8")


def test_the_same_input_gives_the_same_bytes(run, save):
    save("a.json", date="2020-02-06")
    for folder in ("1", "2"):
        run("convert", "a.json", "--to", "epub,json", "-o", folder)
    for name in names("1"):
        assert Path("1", name).read_bytes() == Path("2", name).read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        ("a.json", "b.json", "-o", "x.epub"),
        ("two.json", "-o", "x.epub"),
        ("a.json", "-o", "x.epub", "--to", "json"),
        ("a.json", "-o", "x.epub", "--to", "json,epub"),
        ("a.json", "-o", "-", "--to", "json,epub"),
        ("a.json", "--to", "doc"),
        ("a.json", "--to", ""),
        ("a.json", "--template", "plian"),
        ("a.json", "--name", "{tilte}"),
        ("a.json", "--jobs", "0"),
        ("a.json", "--jobs", "many"),
        ("a.json", "--lang", "fr"),
        ("a.json", "--nonsense"),
        ("a.json", "--to"),
        (),
        ("missing.html",),
        ("*.nothing",),
    ],
)
def test_a_wrong_call_is_explained_and_exits_with_2(run, save, folder, arguments):
    save("a.json")
    save("b.json")
    save("two.json", article("甲", title="甲"), article("乙", title="乙"))
    for language in ("en", "zh"):
        result = run("convert", *arguments, env={"BULLETIN_LANG": language})
        assert result.exit_code == 2
        assert result.stdout == ""
        assert "Traceback" not in result.stderr
        assert result.stderr.startswith("error: " if language == "en" else "错误：")
    assert sorted(path.name for path in folder.iterdir()) == ["a.json", "b.json", "two.json"]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7", "application/pdf"),
        (b"PK\x03\x04", "ZIP"),
        (b"{", "truncated"),
        (b'{"bulletin_export": 99}', "bulletin_export"),
        (b"[" * 100_000, "a.json"),
        (b"", "a.json"),
    ],
)
def test_a_source_that_cannot_be_read_exits_with_3(run, data, word):
    Path("a.json").write_bytes(data)
    result = run("convert", "a.json", "--to", "epub", "-o", "out")
    assert result.exit_code == 3
    assert word in result.stderr
    assert not Path("out").exists()


def test_an_address_of_this_machine_is_refused(run):
    result = run("convert", "http://127.0.0.1/a.html")
    assert result.exit_code == 3
    assert "--allow-private" in result.stderr


def test_an_output_that_cannot_be_written_exits_with_4(run, save):
    Path("out").write_text("in the way")
    result = run("convert", save("a.json"), "--to", "json", "-o", "out/x/")
    assert result.exit_code == 4
    assert result.stdout == ""


def test_a_bug_exits_with_1_and_asks_for_a_report(run, save, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError("none")

    monkeypatch.setattr(pipeline, "write", broken)
    result = run("convert", save("a.json"), "--to", "json", "-o", "out")
    assert result.exit_code == 1
    assert "report" in result.stderr
    assert "Traceback" not in result.stderr
    assert not Path("out").exists()
    assert "Traceback" in run("convert", "a.json", "--to", "json", "--verbose").stderr


def test_one_bad_input_does_not_stop_the_others(run, save):
    Path("b.json").write_text("{")
    save("a.json", title="甲")
    save("c.json", title="丙")
    result = run(
        "convert", "a.json", "b.json", "nothing.json", "c.json", "--to", "json", "-o", "out"
    )
    assert result.exit_code == 5
    assert names() == ["丙.json", "甲.json"]
    assert [Path(one).name for one in result.stdout.split()] == ["甲.json", "丙.json"]
    assert "2 of 4" in result.stderr


def test_a_format_that_fails_leaves_no_file_of_that_article(run, save, monkeypatch):
    write = pipeline.write

    def refuse_epub(publication, to, *rest):
        if to == "epub":
            raise UnwritablePublicationError(format="epub", reason="a test")
        return write(publication, to, *rest)

    monkeypatch.setattr(pipeline, "write", refuse_epub)
    result = run("convert", save("a.json"), "--to", "json,epub", "-o", "out")
    assert result.exit_code == 4
    assert not Path("out").exists()


def test_processes_change_neither_files_nor_messages(run, save):
    for n in range(5):
        save(f"{n}.json", article(f"第{n}篇", title="同题"))
    Path("2.json").write_text("{")
    inputs = [f"{n}.json" for n in range(5)]
    one = run("convert", *inputs, "--to", "json", "-o", "1")
    two = run("convert", *inputs, "--to", "json", "-o", "2", "--jobs", "2")
    assert (one.exit_code, one.stderr) == (two.exit_code, two.stderr)
    assert one.stdout == two.stdout.replace("2/", "1/").replace("2\\", "1\\")
    assert names("1") == names("2")
    for name in names("1"):
        assert Path("1", name).read_bytes() == Path("2", name).read_bytes()


@pytest.fixture
def remarks(monkeypatch):
    """Let the pipeline remark on every input."""
    image = {"image": "a.png"}
    found = (
        Diagnostic(code="image-missing", facts=image),
        Diagnostic(code="image-missing", facts={"image": "b.png"}),
        Diagnostic(code="network-refused", severity=Severity.INFO, facts={"address": "http://x"}),
    )
    read = work.read_input

    def reading(*arguments):
        result = read(*arguments)
        return Reading(result.articles, result.changes, found)

    monkeypatch.setattr(work, "read_input", reading)


def test_remarks_of_a_kind_are_said_once_and_notes_only_when_asked(run, save, remarks):
    result = run("convert", save("a.json"), "--to", "json", "-o", "out")
    assert result.exit_code == 0
    (line,) = result.stderr.splitlines()
    assert "a.png" in line
    assert "1 more" in line
    verbose = run("convert", "a.json", "--to", "json", "-o", "out", "--verbose").stderr
    assert len(verbose.splitlines()) == 3
    assert "b.png" in verbose


def test_quiet_leaves_errors_only(run, save, remarks):
    result = run("convert", save("a.json"), "missing", "--to", "json", "-o", "out", "--quiet")
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 2
    assert "a.png" not in result.stderr


def test_a_warning_can_make_the_run_fail(run, save, remarks):
    result = run("convert", save("a.json"), "--to", "json", "-o", "out", "--fail-on-warning")
    assert result.exit_code == 6
    assert names() == ["标题.json"]


def test_strict_writes_nothing_when_there_is_a_warning(run, save, remarks):
    result = run("convert", save("a.json"), "--to", "json", "-o", "out", "--strict")
    assert result.exit_code == 2
    assert "a.png" in result.stderr
    assert not Path("out").exists()


def test_the_report_has_an_object_for_each_input(run, save, remarks):
    save("a.json")
    run("convert", "a.json", "missing", "--to", "json", "-o", "out", "--report", "r.jsonl")
    good, bad = [json.loads(line) for line in Path("r.jsonl").read_text("utf-8").splitlines()]
    assert set(good) == {"input", "status", "outputs", "diagnostics", "seconds"}
    assert (good["input"], good["status"]) == ("a.json", "ok")
    assert [Path(one).name for one in good["outputs"]] == ["标题.json"]
    assert good["diagnostics"][0]["code"] == "image-missing"
    assert good["diagnostics"][0]["where"] == "a.json"
    assert (bad["status"], bad["outputs"]) == ("failed", [])
    assert bad["error"]["code"] == "no-input"


def test_options_stand_before_or_after_the_inputs(run, save):
    assert run("convert", "--to", "json", "-o", "out", save("a.json")).exit_code == 0
    assert run("--lang", "zh", "convert", "a.json", "--to", "json", "-o", "out").exit_code == 0


def test_the_epoch_of_reproducible_builds_dates_the_file(run, save, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    run("convert", save("a.json", date="2020-02-06"), "-o", "b.json")
    assert json.loads(Path("b.json").read_bytes())["publication"]["modified"] == 86400
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert run("convert", "a.json", "-o", "b.json").exit_code == 2


def png():
    from io import BytesIO

    from PIL import Image

    file = BytesIO()
    Image.new("RGB", (40, 30), "red").save(file, "png")
    return file.getvalue()


@pytest.fixture
def illustrated(page, folder):
    """A page with a picture beside it, one above it, and one out of reach."""
    (folder / "site/news").mkdir(parents=True)
    page("site/news/page.html")
    for name in ("site/news/a b.png", "site/b.png", "secret.png"):
        (folder / name).write_bytes(png())
    file = folder / "site/news/page.html"
    text = file.read_text("utf-8")
    pictures = "".join(
        f'<p><img src="{address}" alt="图"></p>'
        for address in ("a%20b.png", "../b.png", "../../secret.png", "http://example.org/c.png")
    )
    file.write_text(text.replace("</div>", f"{pictures}</div>"), "utf-8")
    return file


def test_pictures_beside_the_page_come_along_and_others_are_named(run, illustrated):
    result = run("convert", illustrated, "-o", "a.json", "--verbose")
    assert result.exit_code == 0
    (only,) = json.loads(Path("a.json").read_bytes())["publication"]["sections"]
    (media,) = only["articles"][0]["media"]
    assert media["media_type"] == "image/png"
    assert "../../secret.png" in result.stderr
    assert "http://example.org/c.png" in result.stderr
    assert "a%20b.png" not in result.stderr


@pytest.mark.parametrize("to", ["docx", "epub", "md", "txt", "json"])
def test_every_format_is_written_from_a_page_twice_the_same(run, illustrated, to):
    for name in ("1", "2"):
        result = run("convert", illustrated, "-o", f"{name}.{to}")
        assert result.exit_code == 0
        assert "Traceback" not in result.stderr
    assert Path(f"1.{to}").read_bytes() == Path(f"2.{to}").read_bytes()


def test_a_file_under_two_names_is_taken_once(run, page):
    page("a.html")
    done = run("convert", "a.html", "./a.html", "../" + Path.cwd().name + "/a.html", "--to", "txt")
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 1


def test_an_empty_name_is_not_the_folder_one_stands_in(run, page):
    page("a.html")
    assert run("convert", "").exit_code == 2


def test_an_empty_standard_input_holds_no_article(run):
    done = run("convert", "-", "-o", "-", input=b"")
    assert done.exit_code == 3
    assert "empty" in done.stderr


def test_when_one_format_cannot_be_put_in_its_place_none_is(run, page):
    page("a.html")
    Path("out/春耕备耕有序推进.txt").mkdir(parents=True)
    done = run("convert", "a.html", "--to", "md,txt", "-o", "out", "--name", "{title}")
    assert done.exit_code == 4
    assert "it is a folder" in done.stderr
    assert [one.name for one in Path("out").iterdir()] == ["春耕备耕有序推进.txt"]
