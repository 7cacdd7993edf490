"""Before print an editor is told what is amiss."""

import pytest

from builders import article, link, p
from bulletin_export.issues.checks import remarks
from bulletin_export.issues.composing import composed
from bulletin_export.issues.schema import Document, Facts, IssueFile, Item, Part

WHOLE = Facts(name="要情", publisher="办公室", number=3, date="2026-11-24")


def told(articles=(), **more):
    given = {"form": "briefing", "issue": WHOLE, **more}
    issue = IssueFile(**given)
    made = composed(issue, lambda _: articles)
    return [(one.code, *one.facts.values()) for one in remarks(issue, made.publication)]


@pytest.fixture
def part():
    return [Part(title="", item=[Item(origin="a")])]


def test_a_whole_issue_leaves_nothing_to_say(part):
    assert told([article(p("正文。"), date="2026-11-20")], section=part) == []


@pytest.mark.parametrize("key", ["publisher", "number", "date"])
def test_facts_that_are_printed_are_missed(part, key):
    facts = {"name": "要情", "publisher": "甲", "number": 3, "date": "2026-11-24"}
    facts[key] = type(facts[key])()
    found = told([article(p("正文。"))], section=part, issue=Facts(**facts))
    assert [one[:2] for one in found] == [("issue-fact-missing", f"issue.{key}")]


@pytest.mark.parametrize("value", ["2026-13-01", "2026年2月30日", "昨天", "11月24日"])
def test_days_that_are_none_are_told(part, value):
    facts = Facts(name="要情", publisher="甲", number=3, date=value)
    found = told([article(p("正文。"))], section=part, issue=facts)
    assert found == [("issue-date-form", "issue.date", value)]


@pytest.mark.parametrize("number", ["青政发[2026]1号", "青政发（2026）1号", "青政发【2026】1号"])
def test_the_year_of_a_document_number_stands_in_its_own_brackets(part, number):
    said = Document(issuers=["甲"], organs=["甲"], number=number)
    found = told([article(p("正文。"))], section=part, form="gongwen", document=said)
    assert found == [("issue-number-brackets", number, "青政发〔2026〕1号")]


def test_empty_sections_are_named(part):
    found = told([article(p("正文。"))], section=[*part, Part(title="空栏")])
    assert found == [("issue-section-empty", "空栏")]


def test_items_from_after_the_day_and_from_long_before_are_told(part):
    every = [
        article(p("一。"), date="2026-11-25"),
        article(p("二。"), date="2026-10-24"),
        article(p("三。"), date="2026-10-23"),
    ]
    assert told(every, section=part) == [
        ("issue-item-newer", "2026-11-25"),
        ("issue-item-old", "2026-10-23", 32),
    ]


def test_leftovers_of_pages_and_links_that_track_are_told(part):
    page = article(
        p("正文。"), p("责任编辑：某某"), p(link("https://a.cn/b?utm_source=c&x=1", "见此"))
    )
    assert told([page], section=part) == [
        ("issue-leftover", "责任编辑", 2),
        ("issue-link-tracks", "utm_source"),
    ]
