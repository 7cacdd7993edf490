"""What is still to be done grows by what lists name."""

import pytest

from bulletin_export.cli.jobs import done
from bulletin_export.cli.waiting import Named, Outcome
from bulletin_export.errors import NoArticleError

LISTS = {
    "list": ("a", "lists", "b", "a"),
    "lists": ("c", "bad", "list"),
    "deep1": ("deep2",), "deep2": ("deep3",), "deep3": ("deep4",), "deep4": ("deep5",),
}  # fmt: skip


def task(name, remarks):
    """Do what the name says; lives in a module, so that other processes find it."""
    if name == "bad":
        raise NoArticleError(source=name, reason="a test")
    return Named(LISTS[name]) if name in LISTS else name.upper()


def told(*names, jobs=1, at_most=None):
    return list(done(task, [Outcome(one) for one in names], jobs, at_most))


@pytest.mark.parametrize("jobs", [1, 3])
def test_what_a_list_names_stands_in_its_place_each_once(jobs):
    outcomes = told("x", "list", "y", "b", jobs=jobs)
    names = ["x", "list", "a", "lists", "c", "bad", "y", "b"]
    assert [one.name for one in outcomes] == names
    assert [one.value for one in outcomes] == ["X", None, "A", None, "C", None, "Y", "B"]
    assert [one.name for one in outcomes if one.error] == ["bad"]


@pytest.mark.parametrize("jobs", [1, 3])
def test_no_more_than_asked_for_is_taken_of_each(jobs):
    outcomes = told("list", "y", jobs=jobs, at_most=2)
    assert [one.name for one in outcomes] == ["list", "a", "lists", "c", "y"]


def test_lists_in_lists_end():
    *_, last = told("deep1")
    assert last.name == "deep4"
    assert [one.code for one in last.diagnostics] == ["lists-nest"]
