"""Templates: every mistake is named by its key, with a reason and an advice."""

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.errors import InvalidTemplateError
from bulletin_export.styling.check import checked
from bulletin_export.styling.load import load_template

MISTAKES = [
    # what is written, key, a word of the sentence, a word of the hint
    ('[styles.body]\nindnt = "2em"', "styles.body.indnt", "no such key", "indent"),
    ('[styles.titel]\nsize = "三号"', "styles.titel", "no such key", "title"),
    ('[page]\nsiz = "A4"', "page.siz", "no such key", "did you mean size?"),
    ("[stlyes]", "stlyes", "no such key", "styles"),
    ('[styles.body]\nsize = "大号"', "styles.body.size", "大号", "小四"),
    ("[styles.body]\nsize = 12", "styles.body.size", "12", "12pt"),
    ('[styles.body]\nsize = "2em"', "styles.body.size", "2em", "25mm"),
    ('[styles.body]\nsize = "0pt"', "styles.body.size", "out of range", "above zero"),
    ('[styles.body]\nindent = "2rem"', "styles.body.indent", "2rem", "2em"),
    ('[styles.body]\nfont = "Songti"', "styles.body.font", "Songti", "song"),
    ('[styles.body]\nalign = "center"', "styles.body.align", "center", "centre"),
    ('[styles.body]\nbold = "yes"', "styles.body.bold", "yes", "true or false"),
    ('[styles.body]\ncolour = "red"', "styles.body.colour", "red", "#RRGGBB"),
    ("[styles.body]\ncolour = 3", "styles.body.colour", "3", "text in quotes"),
    ('[styles.body]\nspace_before = "-1line"', "styles.body.space_before", "range", "zero or more"),
    ('styles = "none"', "styles", "none", "[styles]"),
    ("[styles]\nbody = 3", "styles.body", "3", "[styles.body]"),
    ('[page]\nsize = "A9"', "page.size", "A9", "A4"),
    ("[page]\ncolumns = 0", "page.columns", "range", "above zero"),
    ("[page]\ncolumns = 1.5", "page.columns", "1.5", "whole number"),
    ("[page]\ncolumns = true", "page.columns", "True", "whole number"),
    ('[page.margins]\nleft = "200mm"', "page.margins", "no room", "smaller"),
    ('[page.margins]\nlefft = "2mm"', "page.margins.lefft", "no such key", "left"),
    ('[furniture.footer]\ncentre = "{pgae}"', "furniture.footer.centre", "{pgae}", "{page}"),
    ('[furniture.footer]\ncentre = "{page"', "furniture.footer.centre", "brace", "{page}"),
    ('[furniture.footer]\ncentre = "{}"', "furniture.footer.centre", "field {}", "{page}"),
    ('[furniture.footer]\ncentre = "{page:3}"', "furniture.footer.centre", "{page:3}", "{page}"),
    ("[furniture.footer]\nrule = 1", "furniture.footer.rule", "1", "true or false"),
    ('[composition]\nlevel = "gbt"', "composition.level", "gbt", "gb"),
    ('[composition]\nautospace = "wide"', "composition.autospace", "wide", "a number"),
    ('[composition]\ndateline = "source"', "composition.dateline", "source", "a list"),
    ('[composition]\ndateline = ["sorce"]', "composition.dateline[0]", "sorce", "source"),
    ('[fonts]\nsongti = ["x"]', "fonts.songti", "no such key", "song"),
    ('[fonts]\nsong = "x"', "fonts.song", "'x'", "a list"),
    ('word_fonts = "mac"', "word_fonts", "mac", "windows"),
    ('name = "x"', "name", "no such key", "known"),
]


@pytest.mark.parametrize(("toml", "key", "word", "advice"), MISTAKES, ids=[m[1] for m in MISTAKES])
def test_a_mistake_is_named_by_its_key(toml, key, word, advice):
    with pytest.raises(InvalidTemplateError) as caught:
        load_toml(toml)
    assert caught.value.key == key
    assert word in caught.value.sentence("en")
    assert advice in caught.value.hint("en")
    assert caught.value.sentence("zh") != caught.value.sentence("en")


def load_toml(toml: str):
    from bulletin_export.styling.load import _with_sheet

    return checked(_with_sheet(tomllib.loads(toml), "t"), name="t")


def test_bad_toml_is_named_by_its_line(tmp_path):
    path = tmp_path / "template.toml"
    path.write_text('[page]\nsize = "A4"\ncolumns == 2\n', "utf-8")
    with pytest.raises(InvalidTemplateError, match="line 3"):
        load_template(path)


def test_a_file_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "template.toml"
    path.write_bytes('about = "素版"'.encode("gb18030"))
    with pytest.raises(InvalidTemplateError, match="UTF-8"):
        load_template(path)


JSONISH = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


@settings(max_examples=150)
@given(
    st.sampled_from(["about", "page", "styles", "furniture", "composition", "fonts", "word_fonts"]),
    st.sampled_from(["body", "margins", "header", "size", "dateline", "song", ""]),
    JSONISH,
)
def test_whatever_stands_in_a_template_it_loads_or_names_its_mistake(section, key, value):
    table = {section: {key: value} if key else value}
    complaint = None
    try:
        checked(table, name="t")
    except InvalidTemplateError as error:
        complaint = error
    if complaint:
        assert complaint.key.startswith(section)
        assert complaint.sentence("zh")
        assert complaint.hint("zh")
