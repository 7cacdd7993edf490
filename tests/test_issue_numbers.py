"""Issue numbers are given out once, and come back from those who did not finish."""

from __future__ import annotations

import multiprocessing
import random
import sqlite3
import subprocess
import sys
import time

import pytest

from bulletin_export.errors import LedgerError
from bulletin_export.issue_numbers import Taken, hold

AT_ONCE, EACH = 8, 125


def test_numbers_follow_each_other_and_totals_run_on_over_the_years(tmp_path):
    ledger = tmp_path / "numbers.sqlite"
    found = []
    for year, name in (("2026", "a"), ("2026", "b"), ("2027", "c")):
        held = hold(ledger, "要情", year, name)
        held.settle(is_finished=True)
        found.append(held.taken)
    assert found == [Taken(1, 1), Taken(2, 2), Taken(1, 3)]


def test_a_number_that_was_given_back_is_the_next_one(tmp_path):
    ledger = tmp_path / "numbers.sqlite"
    first, second = (hold(ledger, "要情", "2026", name) for name in "ab")
    first.settle(is_finished=False)
    second.settle(is_finished=True)
    assert [hold(ledger, "要情", "2026", name).taken.number for name in "cd"] == [1, 3]
    assert [one.name for one in tmp_path.iterdir() if one.name == "numbers.sqlite"]


def test_an_issue_that_is_made_again_keeps_its_number(tmp_path):
    ledger = tmp_path / "numbers.sqlite"
    hold(ledger, "要情", "2026", "a").settle(is_finished=True)
    again = hold(ledger, "要情", "2026", "a")
    again.settle(is_finished=False)
    assert again.taken == Taken(1, 1)
    assert hold(ledger, "要情", "2026", "a").taken == Taken(1, 1)
    assert hold(ledger, "要情", "2026", "b").taken == Taken(2, 2)


def test_numbers_from_before_the_ledger_are_not_given_out(tmp_path):
    held = hold(tmp_path / "numbers.sqlite", "要情", "2026", "a", Taken(127, 1206))
    assert held.taken == Taken(128, 1207)


def test_publications_and_special_issues_count_apart(tmp_path):
    ledger = tmp_path / "numbers.sqlite"
    names = [("甲", "2026"), ("乙", "2026"), ("甲", "增刊 2026")]
    taken = [hold(ledger, *name, "a").taken for name in names]
    assert taken == [Taken(1, 1), Taken(1, 1), Taken(1, 2)]


def test_nothing_lies_about_when_all_is_settled(tmp_path):
    ledger = tmp_path / "numbers.sqlite"
    hold(ledger, "要情", "2026", "a").settle(is_finished=True)
    hold(ledger, "要情", "2026", "b").settle(is_finished=False)
    hold(ledger, "要情", "2026", "a").settle(is_finished=True)
    assert [one.name for one in tmp_path.iterdir()] == ["numbers.sqlite"]


def _take_many(ledger, mine, said):
    for number in range(EACH):
        held = hold(ledger, "要情", "2026", f"{mine}-{number}")
        held.settle(is_finished=True)
        said.put(held.taken.number)


def test_a_thousand_takes_at_once_give_a_thousand_numbers(tmp_path):
    context = multiprocessing.get_context("spawn")
    said = context.Queue()
    workers = [
        context.Process(target=_take_many, args=(tmp_path / "numbers.sqlite", n, said))
        for n in range(AT_ONCE)
    ]
    for one in workers:
        one.start()
    found = sorted(said.get(timeout=120) for _ in range(AT_ONCE * EACH))
    for one in workers:
        one.join()
    assert found == list(range(1, AT_ONCE * EACH + 1))


_FOR_EVER = """
import sys, time
from pathlib import Path
from bulletin_export.issue_numbers import hold
held = hold(Path(sys.argv[1]), "要情", "2026", sys.argv[2])
time.sleep(60)
"""


def test_runs_that_were_killed_leak_no_number(tmp_path):
    ledger = tmp_path / "numbers.sqlite"
    hold(ledger, "要情", "2026", "first").settle(is_finished=True)
    moments = random.Random(9704)
    for turn in range(40):
        child = subprocess.Popen([sys.executable, "-c", _FOR_EVER, str(ledger), str(turn)])
        time.sleep(moments.uniform(0.03, 0.15))
        child.kill()
        child.wait()
    last = hold(ledger, "要情", "2026", "last")
    last.settle(is_finished=True)
    assert last.taken == Taken(2, 2)
    assert [one.name for one in tmp_path.iterdir()] == ["numbers.sqlite"]


@pytest.mark.parametrize("content", [b"no ledger at all, but long enough to be one" * 30])
def test_what_is_no_ledger_is_refused_and_left_alone(tmp_path, content):
    ledger = tmp_path / "numbers.sqlite"
    ledger.write_bytes(content)
    with pytest.raises(LedgerError):
        hold(ledger, "要情", "2026", "a")
    assert ledger.read_bytes() == content
    assert [one.name for one in tmp_path.iterdir()] == ["numbers.sqlite"]


def test_the_ledger_of_a_newer_program_is_refused(tmp_path):
    ledger = tmp_path / "numbers.sqlite"
    with sqlite3.connect(ledger) as database:
        database.execute("PRAGMA user_version = 9")
    with pytest.raises(LedgerError) as caught:
        hold(ledger, "要情", "2026", "a")
    assert "newer version" in caught.value.sentence("en")


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(LedgerError):
        hold(tmp_path / "nowhere" / "numbers.sqlite", "要情", "2026", "a")
