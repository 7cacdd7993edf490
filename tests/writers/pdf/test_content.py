"""What is painted on a page."""

import re

import pytest

from bulletin_export.fonts.chain import FontChain
from bulletin_export.fonts.face import FaceFile, FontFace
from bulletin_export.typesetting.layout import Line, Rule, Run
from painted import SIZE, content, line, page, pdf, poppler, text


@pytest.fixture
def chain(faces):
    return FontChain(FontFace(FaceFile(faces / "a.otf")))


def run(chain, string, x=0.0, **look):
    return Run(x, string, chain.own, SIZE, width=SIZE * len(string), **look)


def test_y_grows_downward_on_the_page_and_upward_in_the_file(chain):
    assert b"50.00 781.89 Td" in content(pdf(page(line(chain, "中"))))


def test_every_line_says_what_copying_it_gives(chain):
    found = content(pdf(page(line(chain, "中国，2020年"))))
    assert found.count(b"ActualText") == 1
    assert "中国，2020年".encode("utf-16-be") in found


@pytest.mark.parametrize("gap", [0.1, 0.25, 0.5])
def test_a_stretched_line_is_copied_without_blanks(chain, gap):
    stretched = line(chain, "中国人民", tracking=gap * SIZE)
    shifted = Line("中国人民", (run(chain, "中国人民", shifts=((1, gap * SIZE), (3, -2.0))),), 80)
    data = pdf(page(stretched, shifted))
    assert content(data).count(b"ActualText") == 2
    assert poppler(data) in (None, ["中国人民"] * 2)
    assert poppler(data, "-raw") in (None, ["中国人民"] * 2)


def test_a_gap_between_runs_is_no_blank(chain):
    runs = (run(chain, "中国"), run(chain, "2020", x=2.25 * SIZE))
    data = pdf(page(Line("中国2020", runs, 100)))
    assert poppler(data) in (None, ["中国2020"])


def test_shifts_and_tracking_move_glyphs(chain):
    shifted = Line("中国人", (run(chain, "中国人", shifts=((1, 4.0), (2, -8.0))),), 60)
    found = content(pdf(page(shifted)))
    assert re.search(rb"\[\(N-\)-83 -83 -84\(V\xfd\)500\(N\xba\)\]TJ", found)
    assert b"1.5000 Tc" in content(pdf(page(line(chain, "中国", tracking=1.5))))


def test_what_has_no_ink_is_copied_but_not_painted(chain):
    marked = Line("中\u200b国", (run(chain, "中\u200b国", shifts=((2, 4.0),)),), 40)
    data = pdf(page(marked))
    assert b"\x20\x0b" not in content(data).replace(b"N-\x20\x0bV", b"")
    assert b"(N-)-83 -83 -84(V\xfd)" in content(data)


def test_rare_characters_stay_outside_of_actual_text(chain):
    runs = (run(chain, "中𬬻国文", shifts=((3, 8.0),)),)
    data = pdf(page(Line("中𬬻国文", runs, 80)))
    spoken = re.findall(rb"/ActualText\((.*?)\)>>", content(data), re.DOTALL)
    assert [one.decode("utf-16") for one in spoken] == ["中", "国文"]
    assert poppler(data) in (None, ["中𬬻国文"])


def test_blanks_that_are_mere_distances_are_copied_beside_rare_characters(chain):
    runs = (run(chain, "中"), run(chain, "国𬬻文", x=1.5 * SIZE))
    data = pdf(page(Line("中 国𬬻文", runs, 80)))
    assert poppler(data) in (None, ["中 国𬬻文"])


def test_brackets_backslashes_and_returns_survive(chain):
    # U+0D28, U+5C0D and U+2829 hold the bytes that end strings.
    string = "\\(小)专尩⠨"
    assert text(pdf(page(line(chain, string)))) == [string]


def test_colours_are_set_once_and_rules_are_filled(chain):
    rules = (Rule(10, 20, 100, 1, "#FF0000"), Rule(10, 40, 100, 1, "#FF0000"))
    found = content(pdf(page(line(chain, "中"), rules=rules)))
    assert found.count(b"1 0 0 rg") == 1
    assert b"10.000 820.890 100.000 1.000 re f" in found
    assert found.index(b"re f") < found.index(b"BT")


@pytest.mark.parametrize("look", ["underline", "strike"])
def test_lines_under_and_through_text_are_as_long_as_the_run(chain, look):
    found = content(pdf(page(line(chain, "中国", **{look: True}))))
    assert re.search(rb"50\.000 \d+\.\d+ 32\.000 0\.800 re f", found)


def test_running_heads_are_artifacts(chain):
    placed = page(line(chain, "— 1 —")).lines
    found = content(pdf(page(line(chain, "中"), furniture=placed)))
    assert found.index(b"/Artifact") > found.index(b"ET")
    assert found.rstrip().endswith(b"EMC")
