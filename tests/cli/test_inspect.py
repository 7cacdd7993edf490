"""inspect: what the model sees."""

import json
from pathlib import Path

from builders import article, br, note, p, table, tr

FIELDS = [
    "title", "kicker", "subtitle", "date", "source", "author", "editor",
    "photographer", "site", "section", "views", "url",
    "language", "text", "next_page", "blocks", "changes", "confidence", "provenance", "diagnostics",
]  # fmt: skip


def test_json_is_one_object_with_the_fields_of_the_manual(run, page):
    result = run("inspect", page(), "--json")
    view = json.loads(result.stdout_bytes)
    assert result.exit_code == 0
    assert list(view) == FIELDS
    assert view["title"] == "春耕备耕有序推进"
    assert (view["source"], view["date"], view["views"]) == ("某报", "2021-03-05", None)
    assert len(view["text"].splitlines()) == 2
    assert [block["node"] for block in view["blocks"]] == ["Paragraph", "Paragraph"]


def test_text_holds_one_paragraph_a_line(run, save):
    rows = table(tr("甲", "乙"))
    save("a.json", article("一", rows, p("二"), authors=("张三", "李四"), title="题"))
    view = json.loads(run("inspect", "a.json", "--json").stdout_bytes)
    assert view["text"] == "一\n甲\n乙\n二"
    assert view["author"] == ["张三", "李四"]


def test_people_see_names_and_words(run, page):
    shown = run("inspect", page(), "--lang", "zh").stdout
    assert shown.startswith("标题：春耕备耕有序推进\n来源：某报\n")
    assert "三月以来" in shown


def test_several_articles_are_listed_in_one_object(run, save):
    save("a.json", article("一", title="甲"), article("二", title="乙"))
    whole = json.loads(run("inspect", "a.json", "--json").stdout_bytes)
    assert [one["title"] for one in whole["articles"]] == ["甲", "乙"]


def test_the_standard_input_can_be_looked_at(run, page):
    data = Path(page()).read_bytes()
    assert json.loads(run("inspect", "-", "--json", input=data).stdout_bytes)["source"] == "某报"


def test_more_than_one_page_is_a_wrong_call(run, save):
    save("in/a.json")
    save("in/b.json")
    assert run("inspect", "in").exit_code == 2
    assert run("inspect", "in/a.json", "in/b.json").exit_code == 2


def test_errors_have_their_own_codes(run):
    Path("a.html").write_bytes(b"%PDF-")
    assert run("inspect", "a.html").exit_code == 3
    assert run("inspect", "nothing").exit_code == 2
    assert run("inspect", "http://example.org/").exit_code == 3


def test_verse_keeps_its_lines(run, save):
    save("a.json", article(p("柳色新晴后，", br, "桃花细雨时。"), title="春日"))
    view = json.loads(run("inspect", "a.json", "--json").stdout_bytes)
    assert view["text"] == "柳色新晴后，\n桃花细雨时。"


def test_a_page_of_headlines_is_listed_and_not_converted(run):
    from list_shapes import HEADLINES, LISTS

    Path("list.html").write_text(LISTS["ul of links with dates"], "utf-8")
    view = json.loads(run("inspect", "list.html", "--json").stdout_bytes)
    assert view["kind"] == "list-page"
    assert [one["title"] for one in view["entries"]] == list(HEADLINES)
    result = run("convert", "list.html", "-o", "out/", "--lang", "en")
    assert result.exit_code == 3
    assert "page of headlines" in result.stderr


def test_how_the_body_was_found_is_told(run):
    from shapes import SHAPES

    Path("page.html").write_text(SHAPES["known container"].page, "utf-8")
    view = json.loads(run("inspect", "page.html", "--json").stdout_bytes)
    assert view["provenance"]["body"]["rule"] == "known-container"
    assert view["confidence"] == 0.97


def test_a_rule_for_a_site_that_is_wrong_ends_the_run_and_names_the_key(run, page):
    Path("rules").mkdir()
    Path("rules/a.toml").write_text('host = "a.cn"\ncontaner = "#c"', "utf-8")
    result = run("inspect", page(), "--sites", "rules", "--lang", "en")
    assert result.exit_code == 2
    assert "contaner" in result.stderr
    assert "did you mean container?" in result.stderr


def test_the_words_of_notes_come_last(run, save):
    save("a.json", article(p("甲", note(p("注")), "乙"), p("丙"), title="题"))
    view = json.loads(run("inspect", "a.json", "--json").stdout_bytes)
    assert view["text"] == "甲乙\n丙\n注"


def test_a_list_without_a_title_begins_with_its_first_link(run):
    place = "http://news.hewan.example/a.html"
    Path("map.xml").write_text(f"<urlset><url><loc>{place}</loc></url></urlset>", "utf-8")
    assert run("inspect", "map.xml").stdout == f"\t\t{place}\n"
