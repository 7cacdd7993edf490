"""Every error tells people what happened, where, and what to do, in two languages."""

from __future__ import annotations

import pickle
import re
from string import Formatter

import pytest

from bulletin_export import errors, registry, wording
from bulletin_export.errors import BulletinError, UnknownFormatError

_EXIT_CODES = {"UsageError": 2, "ReadError": 3, "WriteError": 4, "BatchError": 5}
_HAN = re.compile("[一-鿿]")


def classes(root=BulletinError):
    yield root
    for child in root.__subclasses__():
        yield from classes(child)


ALL = [kind for kind in classes() if kind.__module__ == errors.__name__]
CONCRETE = [kind for kind in ALL if hasattr(kind, "code")]


def fields(kind):
    text = wording.WORDINGS[kind.code]
    names = {name for part in text for _, name, _, _ in Formatter().parse(part) if name}
    return {name: f"<{name}>" for name in sorted(names)}


@pytest.mark.parametrize("kind", ALL)
def test_it_says_in_one_sentence_what_it_stands_for(kind):
    assert kind.__doc__
    assert kind.__doc__.strip().splitlines()[0].endswith(".")


@pytest.mark.parametrize("kind", ALL)
def test_its_exit_code_is_that_of_its_family(kind):
    families = [base.__name__ for base in kind.__mro__ if base.__name__ in _EXIT_CODES]
    assert kind.exit_code == (_EXIT_CODES[families[0]] if families else 1)


@pytest.mark.parametrize("kind", ALL)
def test_it_stands_in_the_drawing_of_the_tree(kind):
    assert kind.__name__ in (errors.__doc__ or "")


def test_the_drawing_names_no_class_that_is_not_there():
    drawn = set(re.findall(r"\b[A-Z]\w+Error\b", errors.__doc__ or ""))
    assert drawn == {kind.__name__ for kind in ALL}


@pytest.mark.parametrize("kind", CONCRETE)
def test_its_sentence_exists_in_both_languages_and_holds_its_facts(kind):
    facts = fields(kind)
    error = kind(**facts)
    english, chinese = error.sentence("en"), error.sentence("zh")
    assert str(error) == english
    assert not _HAN.search(english)
    assert _HAN.search(chinese)
    assert "{" not in english + chinese + error.hint("en") + error.hint("zh")
    assert bool(error.hint("en")) == bool(error.hint("zh"))


@pytest.mark.parametrize("kind", CONCRETE)
def test_its_facts_are_attributes_and_survive_pickling(kind):
    facts = fields(kind)
    again = pickle.loads(pickle.dumps(kind(**facts)))
    assert type(again) is kind
    assert str(again) == str(kind(**facts))
    assert {name: getattr(again, name) for name in facts} == facts


def test_an_unknown_attribute_is_an_attribute_error():
    with pytest.raises(AttributeError):
        _ = UnknownFormatError(name="x", known=(), advice="").colour


def test_several_things_are_shown_with_commas():
    with pytest.raises(UnknownFormatError) as caught:
        registry.writer("pfd")
    assert caught.value.hint().startswith("did you mean pdf? known: docx, pdf,")
    with pytest.raises(UnknownFormatError) as caught:
        registry.writer("html5")
    assert caught.value.hint().startswith("known: docx, pdf,")


@pytest.mark.parametrize("code", sorted(wording.WORDINGS))
def test_every_wording_asks_for_the_same_facts_in_both_languages(code):
    text = wording.WORDINGS[code]
    names = [{n for _, n, _, _ in Formatter().parse(part) if n} for part in text[:4]]
    assert names[0] == names[1]
    assert names[2] <= names[0] | names[3]
    assert _HAN.search(text.zh)
    assert not _HAN.search(text.en)
