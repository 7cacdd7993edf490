"""--template, --set and --impose: how a document is to look."""

import pytest

from bulletin_export.cli.looks import ChosenLook, look
from bulletin_export.styling.template import EpubStyle


def changed(*changes):
    return look(ChosenLook("plain", changes))[0]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("furniture.watermark=内部资料", "内部资料"),
        ("furniture.watermark = 内部 资料 ", "内部 资料"),
        ('furniture.watermark="2020"', "2020"),
        ("furniture.watermark=2020-01-01", "2020-01-01"),
        ("furniture.watermark=甲=乙", "甲=乙"),
        ("furniture.watermark=甲\nrule = 1", "甲\nrule = 1"),
        ("furniture.watermark=", ""),
    ],
)
def test_a_value_is_a_word_unless_toml_reads_it_as_something_plain(written, value):
    assert changed(written).furniture.watermark == value


def test_switches_numbers_and_lists_are_written_as_in_toml():
    made = changed("page.mirrored=true", "page.columns=2", 'composition.dateline=["date"]')
    assert made.page.mirrored is True
    assert made.page.columns == 2
    assert made.composition.dateline == ("date",)


def test_the_last_of_two_changes_counts():
    assert changed("page.columns=2", "page.columns=3").page.columns == 3


@pytest.mark.parametrize("written", ["page.size", "=A5", "page..size=A5", ".size=A5", ""])
def test_a_change_without_a_key_is_a_wrong_call(run, save, written):
    result = run("convert", save("a.json"), "-o", "a.json.txt", "--set", written)
    assert result.exit_code == 2
    assert "--set" in result.stderr
    assert "page.size=A5" in result.stderr


@pytest.mark.parametrize("command", ["convert", "bundle"])
def test_an_unknown_key_is_a_wrong_call_that_names_the_nearest_one(run, save, command):
    change = "furniture.watermrk=密"
    result = run(command, save("a.json"), "-o", "b.json", "--set", change)
    assert result.exit_code == 2
    assert "did you mean watermark?" in result.stderr


def test_the_command_line_sets_the_size_of_the_pages(run, save, folder):
    from pypdf import PdfReader

    args = ("--set", "page.size=A5", "--set", "furniture.footer.centre={page}")
    assert run("convert", save("a.json"), "-o", "a.pdf", *args).exit_code == 0
    box = PdfReader(folder / "a.pdf").pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (420, 595)


def test_looks_reach_every_process(run, save, folder):
    names = [save(f"{n}.json", title=f"第{n}篇") for n in range(2)]
    args = ("--jobs", "2", "--set", "page.size=A5", "--to", "pdf", "-o", "out/")
    assert run("convert", *names, *args).exit_code == 0
    from pypdf import PdfReader

    for path in (folder / "out").iterdir():
        assert round(float(PdfReader(path).pages[0].mediabox.width)) == 420


def test_an_unknown_imposition_is_a_wrong_call(run, save):
    result = run("convert", save("a.json"), "-o", "a.pdf", "--impose", "poster")
    assert result.exit_code == 2
    assert "booklet" in result.stderr


def test_a_password_that_looks_like_a_number_locks_the_file(run, save, folder):
    import pikepdf

    args = ("--password", "0123", "--owner-password", 'a"b=c', "--permissions", "print, copy")
    result = run("convert", save("a.json"), "-o", "a.pdf", *args, "--verbose")
    assert result.exit_code == 0
    assert "no PDF/A" in result.stderr
    with pikepdf.open(folder / "a.pdf", password='a"b=c') as file:
        assert file.owner_password_matched
    with pikepdf.open(folder / "a.pdf", password="0123") as file:
        assert (file.allow.extract, file.allow.modify_other) == (True, False)


def test_unknown_permissions_are_a_wrong_call_that_names_the_nearest(run, save):
    result = run("convert", save("a.json"), "-o", "a.pdf", "--permissions", "print,coppy")
    assert result.exit_code == 2
    assert "did you mean copy?" in result.stderr
    assert ChosenLook.of(_options(permissions=[])).changes == ("pdf.permissions=[]",)


def _options(**given):
    names = ("impose", "password", "owner_password", "permissions", "toc_depth", "profile", "cover")
    flags = dict.fromkeys(("embed_fonts", "no_ncx", "vertical"), False)
    return {"template": "plain", "set": (), **flags, **dict.fromkeys(names), **given}


def test_the_ways_through_a_book_are_keys_of_the_template():
    chosen = ChosenLook.of(_options(toc_depth=2, no_ncx=True))
    assert chosen.changes == ("epub.depth=2", "epub.ncx=false")
    assert look(chosen)[0].epub == EpubStyle(depth=2, ncx=False)


@pytest.mark.parametrize("depth", ["0", "-1", "two"])
def test_navigation_is_at_least_one_level_deep(run, save, depth):
    result = run("convert", save("a.json"), "-o", "a.epub", "--toc-depth", depth)
    assert result.exit_code == 2


@pytest.mark.parametrize("command", ["convert", "bundle"])
def test_a_password_for_a_format_without_one_is_a_wrong_call(run, save, folder, command):
    result = run(command, save("a.json"), "-o", "a.docx", "--password", "a")
    assert result.exit_code == 2
    assert "docx cannot be locked" in result.stderr
    assert not (folder / "a.docx").exists()


def test_a_picture_of_ones_own_is_the_cover_of_a_single_article_too(run, save, folder):
    from io import BytesIO
    from zipfile import ZipFile

    from PIL import Image

    Image.new("RGB", (60, 90), "red").save(folder / "封面.webp")
    result = run("convert", save("a.json"), "-o", "a.epub", "--cover", "封面.webp")
    assert result.exit_code == 0, result.stderr
    with ZipFile(folder / "a.epub") as book:
        shown = [name for name in book.namelist() if name.startswith("EPUB/pictures/cover.")]
        assert len(shown) == 1
        assert Image.open(BytesIO(book.read(shown[0]))).size == (60, 90)
        package = book.read("EPUB/content.opf").decode()
    assert 'properties="cover-image"' in package


@pytest.mark.parametrize(("data", "said"), [(None, "nowhere.png"), (b"no picture", "no picture")])
def test_a_cover_that_is_no_picture_is_a_wrong_call_that_writes_nothing(
    run, save, folder, data, said
):
    name = "nowhere.png" if data is None else "bad.png"
    if data:
        (folder / name).write_bytes(data)
    result = run("convert", save("a.json"), "-o", "a.epub", "--cover", name)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert not (folder / "a.epub").exists()
