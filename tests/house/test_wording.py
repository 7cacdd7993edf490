"""Every message exists twice and is in the manual."""

import re
import string
from pathlib import Path

import pytest

from bulletin_export import errors, wording

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "diagnostics.md"
HAN = re.compile(r"[\u4e00-\u9fff]")


def fields(pattern: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name}


def all_errors(kind: type = errors.BulletinError):
    for below in kind.__subclasses__():
        yield below
        yield from all_errors(below)


@pytest.mark.parametrize("code", wording.WORDINGS)
def test_a_message_exists_in_both_languages_with_the_same_facts(code):
    one = wording.WORDINGS[code]
    assert one.en
    assert not HAN.search(one.en)
    assert HAN.search(one.zh)
    assert fields(one.en) == fields(one.zh)
    assert bool(one.hint_en) == bool(one.hint_zh)
    assert fields(one.hint_en) == fields(one.hint_zh)


@pytest.mark.parametrize("code", wording.WORDINGS)
def test_a_code_is_lower_case_words(code):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)


def test_the_manual_lists_every_code_and_no_other():
    listed = re.findall(r"^### (\S+)$", MANUAL.read_text("utf-8"), flags=re.MULTILINE)
    assert sorted(listed) == sorted(wording.WORDINGS), "run: make golden"


def test_the_manual_says_each_message_as_the_product_does():
    text = MANUAL.read_text("utf-8")
    missing = [code for code, one in wording.WORDINGS.items() if f"- {one.zh}\n" not in text]
    assert not missing, "run: make golden"


def test_every_error_has_a_message():
    codes = {error.code for error in all_errors() if "code" in vars(error)}
    assert codes <= set(wording.WORDINGS)
    assert len(codes) > 10
