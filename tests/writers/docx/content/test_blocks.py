"""Lists count, tables fit, pictures stay inside the frame, what is missing is seen."""

import builders as b
from writers.docx.opened import TEMPLATE, all_of, part, written

MEASURE = TEMPLATE.page.measure


def numbers(*content):
    """Return (numId, ilvl, text) of every numbered paragraph, and the numbering part."""
    result = written(b.article(*content))
    found = []
    for paragraph in all_of(part(result), "//w:p[w:pPr/w:numPr]"):
        number = all_of(paragraph, "w:pPr/w:numPr/w:numId/@w:val")[0]
        level = all_of(paragraph, "w:pPr/w:numPr/w:ilvl/@w:val")[0]
        found.append((number, level, "".join(all_of(paragraph, ".//w:t/text()"))))
    return found, part(result, "word/numbering.xml")


def test_every_numbered_list_counts_for_itself():
    found, numbering = numbers(b.ol("甲", "乙"), b.ol("丙", start=5))
    assert [(number, text) for number, _, text in found] == [("1", "甲"), ("1", "乙"), ("2", "丙")]
    starts = all_of(numbering, "//w:startOverride/@w:val")
    assert starts == ["1", "5"]


def test_lists_nest_by_level():
    found, _ = numbers(b.ul("一", b.li("二", b.ol("甲", b.li("乙", b.ul("子"))))))
    assert [level for _, level, _ in found] == ["0", "0", "1", "1", "2"]


def test_deep_lists_stay_at_the_last_level_and_on_the_page():
    content = b.ul("底")
    for _ in range(15):
        content = b.ul(b.li("层", content))
    found, _ = numbers(content)
    assert max(int(level) for _, level, _ in found) == 8
    root = part(written(b.article(content)))
    assert max(map(int, all_of(root, "//w:ind/@w:left"))) < MEASURE.twips


def test_a_second_paragraph_of_an_entry_has_no_number_but_its_indent():
    root = part(written(b.article(b.ul(b.li("一", "续")))))
    first, second = all_of(root, "//w:p[w:pPr/w:pStyle/@w:val='ListEntry']")
    assert not all_of(second, ".//w:numPr")
    assert all_of(first, ".//w:ind/@w:left") == all_of(second, ".//w:ind/@w:left")


def test_a_quotation_inside_a_quotation_goes_further_in():
    root = part(written(b.article(b.quote("外", b.quote("内"), b.ul("项")))))
    outer, inner, entry = all_of(root, "//w:p")[1:4]
    assert not all_of(outer, ".//w:ind")
    margin = 2 * 12 * 20
    assert int(all_of(inner, ".//w:ind/@w:left")[0]) == 2 * margin
    assert int(all_of(entry, ".//w:ind/@w:left")[0]) == 2 * margin


def test_a_change_of_subject_is_a_rule():
    root = part(written(b.article("前", b.hr, "后")))
    assert all_of(root, "//w:p[3]/w:pPr/w:pStyle/@w:val") == ["Rule"]
