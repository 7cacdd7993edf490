"""The program as a whole: help, languages, streams, what is imported."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bulletin_export.cli.program import COMMANDS, program
from bulletin_export.cli.voice import language_of, write_bytes
from bulletin_export.errors import CannotWriteError


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_every_command_explains_itself_in_both_languages(run, command, language):
    result = run("--lang", language, *command, "--help")
    assert result.exit_code == 0
    assert ("用法：" in result.stdout) == (language == "zh")
    assert "Show this message" not in result.stdout


def test_without_a_command_the_help_is_shown_and_the_call_is_wrong(run):
    result = run()
    assert result.exit_code == 2
    assert "convert" in result.stderr


def test_an_unknown_command_is_named(run):
    result = run("--lang", "zh", "convret", "x")
    assert result.exit_code == 2
    assert "convret" in result.stderr
    assert "没有命令" in result.stderr


def test_formats_lists_readers_and_writers_with_their_endings(run):
    lines = [line.split("\t") for line in run("formats").stdout.splitlines()]
    assert ["writer", "docx", ".docx", "built in", "Word"] in lines
    assert {line[1] for line in lines if line[0] == "reader"} >= {"html", "json"}


def test_templates_are_listed_and_shown(run):
    listed = [line.split("\t")[0] for line in run("templates", "list").stdout.splitlines()]
    assert listed == ["briefing", "clipping", "gongwen", "newspaper", "plain"]
    assert "[styles.body]" in run("templates", "show", "plain").stdout
    assert run("templates", "show", "plian").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ([], {"LANG": "C", "LC_MESSAGES": "zh_TW"}, "zh"),
        ([], {"LANG": "C", "BULLETIN_LANG": "zh"}, "zh"),
        (["convert", "--lang", "en"], {"LANG": "zh_CN"}, "en"),
        (["--lang=zh"], {}, "zh"),
        (["--lang"], {"LANG": "zh"}, "zh"),
    ],
)
def test_the_language_is_the_one_asked_for(arguments, environment, language):
    assert language_of(arguments, environment) == language


@pytest.mark.parametrize(
    "environment",
    [
        {"LANG": "C", "LC_ALL": "C"},
        {"PYTHONIOENCODING": "gbk"},
        {"PYTHONIOENCODING": "ascii:strict"},
    ],
)
def test_pipes_get_utf8_whatever_the_locale(shell, page, environment):
    page(title="🎉镕基𠮷春耕")
    result = shell("convert", "page.html", "--to", "json", "-o", "out", BULLETIN_LANG="zh",
                   **environment)  # fmt: skip
    assert result.returncode == 0
    assert "🎉镕基𠮷春耕" in result.stdout.decode("utf-8")
    result = shell("convert", "没有.html", BULLETIN_LANG="zh", **environment)
    assert "没有.html" in result.stderr.decode("utf-8")


def test_the_shell_gets_the_exit_code(shell):
    assert shell("convert", "nothing.html").returncode == 2
    assert shell("--version").stdout.startswith(b"bulletin-export ")


def test_a_closed_pipe_is_no_error(shell, save):
    save("a.json")
    with subprocess.Popen(
        [sys.executable, "-m", "bulletin_export", "templates", "show", "plain"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_closed_streams_are_no_error(run, save, monkeypatch):
    save("a.json")
    for stream in ("stdout", "stderr"):
        with monkeypatch.context() as closed:
            closed.setattr(sys, stream, None)
            with pytest.raises(SystemExit) as end:
                program.main(["convert", "a.json", "missing", "--to", "json", "-o", "out"])
        assert end.value.code == 5


def test_an_interruption_is_quiet(run, save, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("bulletin_export.cli.work.read_input", interrupted)
    result = run("convert", save("a.json"), "--to", "json")
    assert (result.exit_code, result.stderr) == (130, "")


HEAVY = {"reportlab", "docx", "ebooklib", "lxml", "rich", "PIL", "concurrent", "tempfile"}


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        ("import bulletin_export", HEAVY | {"click", "msgspec"}),
        ("import bulletin_export.cli.program", HEAVY),
        ("import bulletin_export.cli.convert", HEAVY),
    ],
)
def test_nothing_is_imported_before_it_is_needed(code, unwanted):
    code += "; import sys; print(*{name.partition('.')[0] for name in sys.modules})"
    path = os.pathsep.join(sys.path)
    loaded = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert not unwanted & set(loaded.stdout.split())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has it")
@pytest.mark.parametrize(
    "arguments",
    [("convert", "a.json", "--to", "txt", "-o", "-"), ("inspect", "a.json"), ("formats",)],
)
def test_a_full_disk_behind_the_standard_output_is_said(save, arguments):
    save("a.json")
    command = [sys.executable, "-m", "bulletin_export", *arguments]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
    assert done.returncode == 4
    assert done.stderr.count(b"\n") == 1
    assert b"no space left" in done.stderr


def test_a_closed_standard_output_cannot_take_a_document(monkeypatch):
    monkeypatch.setattr("sys.stdout", None)
    with pytest.raises(CannotWriteError, match="closed"):
        write_bytes(b"x")


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (["convret", "x"], "convert"),
        (["convert", "x", "--too", "txt"], "--to"),
        (["convert", "x", "--to", "dcox"], "docx"),
        (["convert", "x", "--template", "plian"], "plain"),
    ],
)
def test_the_nearest_word_is_suggested(run, save, arguments, near):
    done = run(*[save("a.json") if one == "x" else one for one in arguments])
    assert done.exit_code == 2
    assert f"did you mean {near}?" in done.stderr


def test_a_wrong_language_before_the_command_is_a_wrong_call(run):
    assert run("--lang", "xx", "formats").exit_code == 2
