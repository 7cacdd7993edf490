"""Characters that XML forbids never reach an XML format."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from builders import article, code, note, p, publication
from bulletin_export.composition.xml_characters import FORBIDDEN, without_forbidden
from strategies import publications

anything = st.text(
    st.one_of(st.characters(), st.sampled_from("\0\x08\x0b\x0c\x1f\ufffe\uffff\ud800"))
)


@settings(max_examples=30, deadline=None)
@given(publications())
def test_a_clean_publication_comes_back_itself(one):
    cleaned, diagnostics = without_forbidden(one)
    assert cleaned is one
    assert diagnostics == ()


@given(anything, anything)
def test_forbidden_characters_go_and_all_others_stay(title, words):
    one = publication(article(p(words, code(words), note(words)), title=title), title="刊")
    cleaned, _ = without_forbidden(one)
    (found,) = cleaned.articles()
    assert found.headline.title == FORBIDDEN.sub("", title)
    expected = FORBIDDEN.sub("", words)
    text, span, mark = found.blocks[0].children
    assert (text.value, span.value) == (expected, expected)
    assert mark.blocks[0].children[0].value == expected


@given(st.characters())
def test_what_is_left_is_what_an_xml_parser_takes(character):
    document = f"<a>&#{ord(character)};</a>"
    try:
        etree.fromstring(document)
    except etree.XMLSyntaxError:
        assert FORBIDDEN.match(character)
    else:
        assert not FORBIDDEN.match(character)


def test_each_article_is_remarked_once_with_count_and_code_points():
    one = publication(article("甲\0乙\x0b", title="一"), article("丙", title="二"), title="刊\0")
    _, diagnostics = without_forbidden(one)
    assert [(d.where, d.facts) for d in diagnostics] == [
        ("一", {"count": 2, "characters": "U+0000 U+000B"}),
        ("刊", {"count": 1, "characters": "U+0000"}),
    ]
