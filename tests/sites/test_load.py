"""Rules for sites are read strictly, and mistakes are named by their key."""

import re
from pathlib import Path

import pytest

from bulletin_export.errors import InvalidSiteRuleError
from bulletin_export.sites.load import KEYS, load_rule, load_rules, shipped_rules
from bulletin_export.sites.rules import rule_for

DOCS = Path(__file__).parents[2] / "docs" / "sites.md"


def written(folder, text, name="a.toml"):
    (folder / name).write_text(text, "utf-8")
    return folder / name


def test_a_rule_says_where_everything_stands(tmp_path):
    path = written(
        tmp_path,
        'host = ["News.example.cn", "b.cn"]\ncontainer = "#c"\ndrop = [".x", "p.y"]\ntitle = "h1"\n'
        'date = ".d"\nsource = ".s"\nauthor = ".a"\nnext_page = "a.n"\n',
    )
    rule = load_rule(path)
    assert rule.hosts == ("news.example.cn", "b.cn")
    assert [one.text for one in rule.drop] == [".x", "p.y"]
    others = (rule.container, rule.title, rule.date, rule.source, rule.author, rule.next_page)
    assert [one.text for one in others] == ["#c", "h1", ".d", ".s", ".a", "a.n"]


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        ('hosts = "a.cn"', "hosts", "did you mean host?"),
        ('container = "#c"', "host", "it is missing"),
        ("host = 3", "host", "3 is not possible"),
        ("host = []", "host", "it is missing"),
        ('host = ["a.cn", "http://a.cn/"]', "host[1]", "http://a.cn/"),
        ('host = "a.cn"\ncontainer = "p:first"', "container", "p:first"),
        ('host = "a.cn"\ncontainer = 1', "container", "1 is not possible"),
        ('host = "a.cn"\ndrop = ".x"', "drop", "write a list"),
        ('host = "a.cn"\ndrop = [".x", "+"]', "drop[1]", "+"),
        ("host = ", "a.toml", "line 1 is no TOML"),
    ],
)
def test_a_mistake_is_named_by_its_key(tmp_path, text, key, said):
    path = written(tmp_path, text)
    with pytest.raises(InvalidSiteRuleError) as caught:
        load_rules(str(tmp_path))
    assert caught.value.exit_code == 2
    assert caught.value.key == key
    assert caught.value.file == str(path)
    assert said in f"{caught.value} {caught.value.hint('en')}"


def test_a_folder_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(InvalidSiteRuleError, match="no such file"):
        load_rules(str(tmp_path / "none"))


def test_the_rule_that_names_the_host_closest_counts_and_the_first_of_equals(tmp_path):
    for name, host in (("1", "example.cn"), ("2", "news.example.cn"), ("3", "news.example.cn")):
        written(tmp_path, f'host = "{host}"', f"{name}.toml")
    rules = load_rules(str(tmp_path))
    assert rule_for("NEWS.example.cn", rules).name == "2.toml"
    assert rule_for("m.news.example.cn", rules).name == "2.toml"
    assert rule_for("www.example.cn", rules).name == "1.toml"
    assert rule_for("badexample.cn", rules) is None


def test_the_rules_that_ship_are_valid():
    assert shipped_rules()
    assert all(rule.container for rule in shipped_rules())


def test_the_rule_in_the_manual_is_valid_and_every_key_is_explained(tmp_path):
    text = DOCS.read_text("utf-8")
    example = re.search(r"(?m)^    # .*(?:\n(?:    .*)?)+", text)[0]
    rule = load_rule(written(tmp_path, re.sub(r"(?m)^    ", "", example)))
    assert rule.container
    assert rule.drop
    assert all(f"`{key}`" in text for key in KEYS)
