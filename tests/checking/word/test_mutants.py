"""Every check finds the fault that was put into a good file, and nothing else."""

from collections import Counter

import pytest

from bulletin_export import pipeline
from bulletin_export.checking import check
from bulletin_export.sources import Source
from bulletin_export.styling.load import load_template
from torture import torture
from validators.word_mutants import MUTANTS


def found(data: bytes, name: str = "a.docx"):
    return check(Source(data=data, name=name))


def codes(data: bytes) -> Counter:
    return Counter(one.code for one in found(data))


@pytest.fixture(scope="module")
def good() -> bytes:
    return pipeline.write(torture(), "docx", load_template("plain"), None).data


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda one: one.name)
def test_a_fault_is_found_and_called_by_its_name(mutant, good):
    more = codes(mutant.make(good)) - codes(good)
    assert set(more) == {mutant.code}


def test_every_code_has_a_mutant():
    from bulletin_export.wording.checking import WORDINGS

    of_word = {code for code in WORDINGS if not code.startswith("book-")}
    assert {one.code for one in MUTANTS} == of_word - {"uncheckable-file"}


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda one: one.name)
def test_a_finding_says_where_in_both_languages(mutant, good):
    [one, *_] = [one for one in found(mutant.make(good)) if one.code == mutant.code]
    assert one.where == "a.docx"
    for language in ("en", "zh"):
        assert ("word/" in one.sentence(language)) or ("docProps/" in one.sentence(language))


@pytest.mark.parametrize("name", ["plain", "gongwen", "clipping", "newspaper"])
def test_a_good_file_has_no_fault(name):
    data = pipeline.write(torture(), "docx", load_template(name), None).data
    assert [one.message for one in found(data)] == []
