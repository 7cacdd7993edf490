"""Transforms are applied in order, and their changes are kept in order."""

from builders import article
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.model.article import Headline
from bulletin_export.transforms.base import Change, Transformed, apply, undone


def titled(letter):
    def transform(given):
        before = given.headline.title
        change = Change("T", 0, len(before), "", letter, "title")
        remark = Diagnostic(code="body-guessed", where=letter)
        headline = Headline(before + letter)
        return Transformed(article(title=headline.title), (change,), (remark,))

    return transform


def test_each_transform_sees_what_the_one_before_made():
    done = apply(article(title="甲"), (titled("乙"), titled("丙")))
    assert done.article.headline.title == "甲乙丙"
    assert [change.after for change in done.changes] == ["乙", "丙"]
    assert [remark.where for remark in done.diagnostics] == ["乙", "丙"]


def test_without_transforms_nothing_happens():
    given = article("甲")
    assert apply(given, ()) == Transformed(given)


def test_changes_are_undone_from_the_last_to_the_first():
    changes = (Change("A", 0, 0, "一", "二三"), Change("B", 0, 1, "三", ""))
    assert undone("二四", changes) == "一四"
