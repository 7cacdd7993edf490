"""bundle: many articles, one publication."""

import json
from pathlib import Path

import pytest

from builders import article
from bulletin_export import pipeline
from bulletin_export.errors import UnwritablePublicationError


@pytest.fixture
def three(save):
    """Three articles in three files."""
    save("1.json", article("一", title="丙", source="乙报", date="2020-03-01"))
    save("2.json", article("二", title="甲", source="甲报", date="2020-01-01"))
    save("3.json", article("三", title="乙", source="乙报"))
    return ["1.json", "2.json", "3.json"]


def bundled(path="all.json"):
    return json.loads(Path(path).read_bytes())["publication"]


def titles(publication):
    return [
        (section.get("title", ""), [one["headline"]["title"] for one in section["articles"]])
        for section in publication["sections"]
    ]


def test_articles_keep_the_given_order_and_get_contents(run, three):
    result = run("bundle", *reversed(three), "-o", "all.json", "--title", "简报")
    assert (result.exit_code, result.stdout) == (0, "all.json\n")
    publication = bundled()
    assert titles(publication) == [("", ["乙", "甲", "丙"])]
    assert (publication["title"], publication["has_contents"]) == ("简报", True)
    assert (publication["date"], publication["modified"]) == ("2020-03-01", 1583020800)


@pytest.mark.parametrize(
    ("sort", "order"),
    [("date", "甲丙乙"), ("source", "甲丙乙"), ("title", "丙甲乙"), ("input", "丙甲乙")],
)
def test_articles_are_sorted(run, three, sort, order):
    run("bundle", *three, "-o", "all.json", "--sort", sort)
    expected = sorted(order, key=lambda c: c.encode("gb18030")) if sort == "title" else order
    assert titles(bundled()) == [("", list(expected))]


@pytest.mark.parametrize(
    ("group", "sections"),
    [
        ("source", [("乙报", ["丙", "乙"]), ("甲报", ["甲"])]),
        ("date", [("2020年3月1日", ["丙"]), ("2020年1月1日", ["甲"]), ("其他", ["乙"])]),
        ("section", [("其他", ["丙", "甲", "乙"])]),
        ("source, column", [("乙报", []), ("其他", ["丙", "乙"]), ("甲报", []), ("其他", ["甲"])]),
    ],
)
def test_articles_are_grouped(run, three, group, sections):
    run("bundle", *three, "-o", "all.json", "--group-by", group)
    assert titles(bundled()) == sections


def test_a_bundle_is_an_issue_of_a_collection(run, three):
    run("bundle", *three, "-o", "all.json", "--collection", "皖江丛刊", "--issue", "128")
    assert (bundled()["collection"], bundled()["issue"]) == ("皖江丛刊", "128")


def test_several_outputs_are_written_in_one_go(run, three):
    result = run("bundle", *three, "-o", "all.json", "-o", "sub/all.epub")
    assert result.stdout.split() == ["all.json", "sub/all.epub"]
    assert Path("sub/all.epub").read_bytes().startswith(b"PK")


def test_without_a_title_the_file_gives_its_name(run, three):
    run("bundle", *three, "-o", "三月简报.json")
    assert bundled("三月简报.json")["title"] == "三月简报"


def test_a_bundle_of_one_is_like_a_conversion(run, three):
    run("bundle", three[0], "-o", "all.json")
    run("convert", three[0], "-o", "one.json")
    assert Path("all.json").read_bytes() == Path("one.json").read_bytes()


def test_a_bad_input_is_left_out_and_said(run, three):
    Path("bad.json").write_text("{")
    result = run("bundle", *three, "bad.json", "-o", "all.json", "--report", "r.jsonl")
    assert result.exit_code == 5
    assert "bad.json" in result.stderr
    assert len(titles(bundled())[0][1]) == 3
    lines = [json.loads(line) for line in Path("r.jsonl").read_text("utf-8").splitlines()]
    assert [(line["status"], line["outputs"]) for line in lines] == [
        *[("ok", ["all.json"])] * 3,
        ("failed", []),
    ]


def test_nothing_is_written_when_nothing_can_be_read(run):
    Path("bad.json").write_text("{")
    assert run("bundle", "bad.json", "-o", "all.json").exit_code == 3
    assert not Path("all.json").exists()


def test_a_format_that_fails_leaves_no_file_of_any(run, three, monkeypatch):
    write = pipeline.write

    def refuse_epub(publication, to, *rest):
        if to == "epub":
            raise UnwritablePublicationError(format="epub", reason="a test")
        return write(publication, to, *rest)

    monkeypatch.setattr(pipeline, "write", refuse_epub)
    result = run("bundle", *three, "-o", "all.json", "-o", "all.epub", "--report", "r.jsonl")
    assert result.exit_code == 4
    assert not Path("all.json").exists()
    assert result.stdout == ""
    assert '"status":"ok"' not in Path("r.jsonl").read_text("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [(), ("-o", "all"), ("-o", "all.doc"), ("-o", "-"), ("-o", "x.json", "--sort", "size"),
     ("-o", "x.json", "--group-by", "author"), ("-o", "x.json", "--template", "nix")],
)  # fmt: skip
def test_a_wrong_call_exits_with_2(run, three, arguments):
    result = run("bundle", *three, *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: ")
