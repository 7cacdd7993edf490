"""One task for every input, each on its own."""

import os

import pytest

from bulletin_export.cli.jobs import attempt, done, inputs
from bulletin_export.cli.waiting import Outcome
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import InternalError, NoArticleError, NoInputError


def task(name, remarks):
    """Do what the name says."""
    remarks.append(Diagnostic(code="image-missing", facts={"image": "a.png"}))
    remarks.append(Diagnostic(code="image-missing", facts={"image": "a.png"}))
    if name == "empty":
        raise NoArticleError(source=name, reason="a test")
    if name == "bug":
        raise ZeroDivisionError("none")
    if name == "crash":
        os._exit(9)
    return name.upper()


def test_a_remark_made_twice_is_kept_once_and_says_where():
    (remark,) = attempt(task, Outcome("a")).diagnostics
    assert remark.where == "a"


def test_remarks_survive_a_failure():
    outcome = attempt(task, Outcome("empty"))
    assert isinstance(outcome.error, NoArticleError)
    assert len(outcome.diagnostics) == 1


@pytest.mark.parametrize("jobs", [1, 2, 9])
def test_order_and_isolation_do_not_depend_on_the_number_of_processes(jobs):
    pending = [Outcome(name) for name in ("a", "bug", "b", "empty", "c", "d", "e")]
    outcomes = list(done(task, pending, jobs))
    assert [one.value for one in outcomes] == ["A", None, "B", None, "C", "D", "E"]
    assert isinstance(outcomes[1].error, InternalError)
    assert "ZeroDivisionError" in outcomes[1].error.trace
    assert outcomes[3].error.sentence("zh") == attempt(task, Outcome("empty")).error.sentence("zh")


def test_a_process_that_dies_fails_its_own_input_only():
    pending = [Outcome(name) for name in ("a", "crash", "b", "c", "d", "e", "f")]
    outcomes = list(done(task, pending, 2))
    assert [one.value for one in outcomes] == ["A", None, "B", "C", "D", "E", "F"]
    assert isinstance(outcomes[1].error, InternalError)


def test_what_has_failed_already_is_not_tried(tmp_path):
    (one,) = inputs([str(tmp_path / "nothing")])
    assert isinstance(one.error, NoInputError)
    assert attempt(task, one) is one
