"""Templates: names, inheritance, merging."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.errors import InvalidTemplateError, TemplateNotFoundError
from bulletin_export.styling.load import load_template, template_names
from bulletin_export.styling.sheets import SHEETS
from bulletin_export.styling.template import Align, Role
from bulletin_export.typefaces import FontRole
from bulletin_export.units import SIZE_NAMES, Length, Measure


@pytest.fixture
def template(tmp_path: Path):
    """Write a template and load it."""

    def load(toml: str, name: str = "own", css: str = ""):
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        (folder / "template.toml").write_text(toml, "utf-8")
        if css:
            (folder / "epub.css").write_text(css, "utf-8")
        return load_template(folder)

    return load


@pytest.mark.parametrize("name", template_names())
def test_every_template_that_ships_is_valid_and_defines_every_role(name):
    template = load_template(name)
    assert template.name == name
    assert set(template.styles) == set(Role)


def test_plain_ships():
    assert "plain" in template_names()


def test_plain_is_an_a4_page_with_song_body_of_small_four():
    plain = load_template("plain")
    body = plain.style(Role.BODY)
    assert (round(plain.page.width.mm), round(plain.page.height.mm)) == (210, 297)
    assert (body.font, body.size) == (FontRole.SONG, Length(12))
    assert 1.6 <= body.pitch.pt / body.size.pt <= 1.75
    assert body.length(body.indent) == Length(24)


def test_headings_of_plain_stay_with_what_follows_and_never_grow_with_depth():
    styles = [load_template("plain").style(Role.heading(level)) for level in range(1, 7)]
    assert all(style.keep_with_next for style in styles)
    sizes = [style.size.pt for style in styles]
    assert sizes == sorted(sizes, reverse=True)


def test_lines_of_plain_never_overlap():
    for role, style in load_template("plain").styles.items():
        assert style.pitch.pt > style.size.pt, role


def test_what_a_template_leaves_out_comes_from_plain(template):
    own = template('[styles.title]\nsize = "一号"\n')
    plain = load_template("plain")
    assert own.style(Role.TITLE).size == Length(26)
    assert own.style(Role.TITLE).font == plain.style(Role.TITLE).font
    assert own.style(Role.BODY) == plain.style(Role.BODY)
    assert own.furniture == plain.furniture


def test_a_style_takes_its_face_and_pitch_from_body_but_not_its_indent(template):
    toml = '[styles.body]\nfont = "fangsong"\nsize = "三号"\nline_pitch = "29pt"\nindent = "2em"\n'
    style = template(toml).style(Role.LIST)
    assert style.font == FontRole.FANGSONG
    assert (style.size, style.pitch) == (Length(16), Length(29))
    assert style.indent == Measure(0, "em")
    assert style.align is Align.JUSTIFY


def test_a_template_extends_its_neighbour_by_name(template, tmp_path):
    template('[page]\nsize = "A5"\n', name="below")
    child = template('extends = "below"\n[page.margins]\nleft = "10mm"\n', name="above")
    assert round(child.page.width.mm) == 148
    assert round(child.page.margins.left.mm) == 10
    assert round(child.page.margins.right.mm) == 18


def test_a_named_sheet_replaces_the_size_below_and_a_single_side_wins_over_the_sheet(template):
    page = template('[page]\nsize = "B5"\nheight = "240mm"\n').page
    assert (round(page.width.mm), round(page.height.mm)) == (176, 240)


def test_style_sheets_follow_each_other_from_the_ground_up(template):
    template("", name="below", css="p { color: red }")
    child = template('extends = "below"\n', name="above", css="p { color: blue }")
    assert child.stylesheet.index("red") < child.stylesheet.index("blue")


def test_a_circle_of_templates_is_refused(template):
    (below := Path("below"))
    with pytest.raises(TemplateNotFoundError):
        template(f'extends = "{below}"\n', name="above")
    with pytest.raises(InvalidTemplateError) as caught:
        template('extends = "above"\n', name="below")
    assert caught.value.key == "extends"
    assert "above" in str(caught.value)


def test_a_template_can_be_given_as_a_file(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('about = "my own"', "utf-8")
    assert (load_template(path).name, load_template(path).about) == ("mine", "my own")


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(TemplateNotFoundError) as caught:
        load_template("plian")
    assert "plain" in caught.value.hint("en")


@settings(max_examples=40)
@given(st.sampled_from(sorted(SIZE_NAMES)) | st.floats(1, 99).map(lambda pt: f"{pt:.2f}pt"))
def test_a_size_is_a_name_or_points(size):
    from bulletin_export.styling.check import checked

    template = checked({"styles": {"body": {"size": size}}}, name="t")
    assert template.style(Role.BODY).size == Length.parse(size)
    assert template.style(Role.CAPTION).size == Length.parse(size)


def test_margins_in_parts_of_the_width_follow_the_sheet():
    for size, left in (("A4", 25.0), ("A5", 17.6), ("eink-6", 10.8)):
        page = load_template("plain", {"page.size": size}).page
        assert page.margins.left.mm == pytest.approx(left, abs=0.05)


@pytest.mark.parametrize("size", sorted(SHEETS))
def test_every_sheet_gives_a_good_page_with_no_other_key(size):
    look = load_template("plain", {"page.size": size})
    assert look.page.measure.pt / look.style(Role.BODY).size.pt >= 15
    assert look.page.depth.pt / look.style(Role.BODY).pitch.pt >= 12
    # The foot stands on the page, and not at its very edge.
    assert look.page.margins.bottom.pt - look.furniture.footer_distance.pt > 12


def test_a_change_is_laid_over_the_template_by_the_path_of_its_key():
    look = load_template("plain", {"page.size": "A5", "styles.body.size": "四号"})
    assert round(look.page.width.mm) == 148
    assert look.style(Role.BODY).size == Length(14)
    assert look.style(Role.LIST).size == Length(14)


@pytest.mark.parametrize(
    ("key", "value", "named"),
    [
        ("furniture.watermrk", "密", "furniture.watermrk"),
        ("page.size", "A9", "page.size"),
        ("page.size", 4, "page.size"),
        ("page", "A5", "page"),
        ("page.margins.left", "12‰", "page.margins.left"),
        ("styles.body.size.pt", 3, "styles.body.size"),
    ],
)
def test_a_change_that_cannot_be_is_refused_like_a_line_of_the_file(key, value, named):
    with pytest.raises(InvalidTemplateError) as caught:
        load_template("plain", {key: value})
    assert caught.value.key == named


@pytest.mark.parametrize(
    ("name", "size", "columns"),
    [("gongwen", (210, 297), 1), ("clipping", (210, 297), 1), ("newspaper", (210, 297), 3)],
)
def test_the_templates_for_duties_have_their_sheet_and_columns(name, size, columns):
    page = load_template(name).page
    assert (round(page.width.mm), round(page.height.mm)) == size
    assert page.columns == columns
