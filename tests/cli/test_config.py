"""Settings in a file, and who beats whom."""

import json
from pathlib import Path

import pytest

from bulletin_export.cli.config import config
from bulletin_export.errors import InvalidConfigError

PAGE = """<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>春耕</title></head><body>
<h1>春耕备耕有序推进</h1><p>来源:某报　时间:2021-03-05</p><div>
<p>三月以来 ,各地抢抓农时,春耕备耕有序推进,依据农发[2021]3号,农资供应充足,价格平稳.</p>
<p>据了解,今年计划播种面积较上年有所增加,有关部门组织技术人员下乡指导,确保粮食生产稳定.</p>
</div></body></html>"""
COMMA, NUMBER = "三月以来 ,各地", "农发〔2021〕3号"


@pytest.fixture
def text(run):
    """Say what `inspect` reads with these options."""
    Path("page.html").write_text(PAGE, "utf-8")

    def read(*options):
        return json.loads(run("inspect", "page.html", "--json", *options).stdout)["text"]

    return read


def settings(text, path="bulletin-export.toml"):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, "utf-8")


def test_the_command_line_chooses_the_rules(text):
    assert COMMA not in text()
    assert COMMA in text("--clean", "none")
    assert COMMA in text("--clean", "-S14")
    assert NUMBER in text("--clean", "+S23")
    assert NUMBER in text("--clean", "default,+document-numbers")
    assert NUMBER not in text()


def test_the_nearest_file_counts_and_the_command_line_beats_it(text):
    settings('[reading]\nclean = "+S23"', "own/bulletin-export/config.toml")
    assert NUMBER in text()
    settings('[reading]\nclean = "none"')
    assert COMMA in text()
    settings('[reading]\nclean = "none,+document-numbers"', "other.toml")
    assert COMMA in text("--config", "other.toml")
    assert NUMBER in text("--config", "other.toml")
    assert COMMA not in text("--config", "other.toml", "--clean", "default")


def test_the_template_chooses_where_nobody_else_does(text, run):
    settings('[cleaning]\nrules = "none"', "look/template.toml")
    Path("page.html").write_text(PAGE, "utf-8")

    def converted(*options):
        assert (
            run("convert", "page.html", "--template", "look", "-o", "a.txt", *options).exit_code
            == 0
        )
        return Path("a.txt").read_text("utf-8")

    assert COMMA in converted()
    assert COMMA not in converted("--clean", "default")
    settings('[reading]\nclean = "default"')
    assert COMMA not in converted()
    assert run("bundle", "page.html", "-o", "b.txt", "--template", "look").exit_code == 0
    assert COMMA not in Path("b.txt").read_text("utf-8")


def test_an_encoding_may_stand_in_the_file(run):
    Path("page.html").write_bytes(PAGE.replace("utf-8", "big5").encode("gb18030"))
    settings('[reading]\nencoding = "gb18030"')
    assert "各地抢抓农时" in run("inspect", "page.html").stdout


def test_without_a_file_nothing_is_said():
    assert config().reading.clean == ""


@pytest.mark.parametrize(
    ("written", "key", "near"),
    [
        ("[reading]\nclen = 'all'", "reading.clen", "clean"),
        ("[readin]\nclean = 'all'", "readin", "reading"),
        ("path = 'a'", "path", "reading"),
        ("[reading]\nclean = true", "reading.clean", "quotes"),
        ("reading = 1", "reading", "[reading]"),
        ("[reading\n", "wrong.toml", "correct"),
        ("[reading]\nclean = '", "wrong.toml", "correct"),
    ],
)
def test_a_mistake_names_the_key_and_what_may_stand_there(written, key, near):
    settings(written, "wrong.toml")
    with pytest.raises(InvalidConfigError) as error:
        config("wrong.toml")
    assert (error.value.path, error.value.key) == ("wrong.toml", key)
    assert near in error.value.hint("en")
    assert error.value.sentence("zh")


def test_a_file_that_is_not_there_or_no_text_is_named():
    with pytest.raises(InvalidConfigError, match="no such file"):
        config("nowhere.toml")
    Path("bytes.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InvalidConfigError, match="UTF-8"):
        config("bytes.toml")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--clean", "+dashs"), "--clean: '+dashs' is not possible — did you mean +dashes?"),
        (("--convert", "t2x"), "--convert: 't2x' is not possible"),
        (("--config", "no.toml"), "settings no.toml"),
    ],
)
def test_a_wrong_value_is_a_wrong_call(run, page, options, message):
    page()
    done = run("inspect", "page.html", *options)
    assert done.exit_code == 2
    assert message in done.stderr


def test_a_wrong_value_in_a_file_is_blamed_on_the_file(run, page):
    page()
    settings('[reading]\nclean = "+dashs"')
    done = run("inspect", "page.html")
    assert done.exit_code == 2
    assert "bulletin-export.toml: reading.clean: '+dashs'" in done.stderr
