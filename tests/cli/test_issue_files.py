"""bundle ISSUE.toml, and new."""

ISSUE = """form = "briefing"
[issue]
name = "青石要情"
number = 12
publisher = "县委办公室"
date = "2026-11-24"
[[item]]
from = "in/*.json"
[[item]]
title = "短讯"
text = "一段短讯。"
[distribution]
report = "市委办公室"
copies = 50
"""


def test_one_issue_file_gives_all_formats_in_one_run(run, save, folder):
    (folder / "in").mkdir()
    save("in/a.json")
    (folder / "期.toml").write_text(ISSUE, "utf-8")
    names = [f"期.{to}" for to in ("docx", "pdf", "epub", "md", "txt", "json")]
    result = run("bundle", "期.toml", *(one for name in names for one in ("-o", name)))
    assert result.exit_code == 0, result.stderr
    assert all((folder / name).stat().st_size for name in names)
    text = (folder / "期.txt").read_text("utf-8")
    order = ("青石要情", "第12期", "县委办公室", "2026年11月24日", "短讯", "一段短讯。", "报：市委办公室。",
             "（共印50份）")  # fmt: skip
    places = [text.index(word) for word in order]
    assert places == sorted(places)
    assert '"form":"briefing"' in (folder / "期.json").read_text("utf-8").replace(" ", "")


def test_an_item_that_cannot_be_read_does_not_stop_the_others(run, folder):
    (folder / "期.toml").write_text(ISSUE.replace("in/*.json", "in/nowhere.html"), "utf-8")
    result = run("bundle", "期.toml", "-o", "期.txt")
    assert result.exit_code == 2
    assert "nowhere.html" in result.stderr
    assert "一段短讯。" in (folder / "期.txt").read_text("utf-8")


def test_a_mistake_in_the_file_writes_nothing_and_names_the_line(run, folder):
    (folder / "期.toml").write_text(ISSUE.replace("publisher", "publihser"), "utf-8")
    result = run("bundle", "期.toml", "-o", "期.txt")
    assert result.exit_code == 2
    assert "line 5, issue.publihser" in result.stderr
    assert "did you mean publisher?" in result.stderr
    assert not (folder / "期.txt").exists()


def test_new_writes_a_file_that_bundle_takes_and_leaves_what_is_there(run, folder):
    assert run("new", "briefing", "青石要情").exit_code == 0
    text = (folder / "青石要情.toml").read_text("utf-8")
    assert 'name = "青石要情"' in text
    assert run("bundle", "青石要情.toml", "-o", "a.docx").exit_code == 0
    again = run("new", "briefing", "青石要情")
    assert again.exit_code == 2
    assert "is there already" in again.stderr
    assert (folder / "青石要情.toml").read_text("utf-8") == text


def test_new_knows_its_forms(run):
    result = run("new", "brifing", "a")
    assert result.exit_code == 2
    assert "briefing" in result.stderr


def test_the_next_number_is_taken_once_kept_by_the_same_issue_and_given_back(run, folder):
    text = ISSUE.replace("number = 12", 'number = "next"\ntotal = "next"\nlast_total = 344')
    text = text.replace('[[item]]\nfrom = "in/*.json"\n', "")
    for name in ("一", "三"):
        (folder / f"{name}.toml").write_text(text, "utf-8")

    def line(name):
        said = (folder / f"{name}.txt").read_text("utf-8")
        return next(one for one in said.splitlines() if one.startswith("第"))

    assert run("bundle", "一.toml", "-o", "一.txt").exit_code == 0
    assert run("bundle", "一.toml", "-o", "一.txt").exit_code == 0
    assert line("一") == "第1期（总第345期）"
    (folder / "file").write_text("in the way", "utf-8")
    assert run("bundle", "三.toml", "-o", "file/三.txt").exit_code == 4
    assert run("bundle", "三.toml", "-o", "三.txt").exit_code == 0
    assert line("三") == "第2期（总第346期）"


def test_check_says_what_is_amiss_with_an_issue_and_writes_nothing(run, folder):
    text = ISSUE.replace("number = 12\n", "").replace("in/*.json", "nowhere.html")
    (folder / "期.toml").write_text(text, "utf-8")
    result = run("check", "期.toml")
    assert result.exit_code != 0
    assert "issue.number is missing" in result.stderr
    assert "nowhere.html" in result.stderr
    assert [one.name for one in folder.iterdir()] == ["期.toml"]
