"""Languages, streams, and how much is said."""

import io
import sys

import pytest

from bulletin_export.cli.progress import followed
from bulletin_export.cli.voice import Voice, speak_utf8
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import CannotWriteError


class Screen(io.TextIOWrapper):
    """A terminal with an encoding of its own."""

    def __init__(self, encoding):
        super().__init__(io.BytesIO(), encoding=encoding, newline="")

    def isatty(self):
        return True

    def shown(self):
        self.flush()
        return self.buffer.getvalue().decode(self.encoding)


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [("gbk", "简报\\U0001f389\n"), ("ascii", "\\u7b80\\u62a5\\U0001f389\n"), ("utf-8", "简报🎉\n")],
)
def test_a_terminal_keeps_its_encoding_and_escapes_what_it_cannot_show(
    monkeypatch, encoding, shown
):
    screen = Screen(encoding)
    monkeypatch.setattr(sys, "stdout", screen)
    speak_utf8()
    Voice().result("简报🎉")
    assert screen.shown() == shown


def test_a_message_is_one_line_whatever_a_path_holds(capsys):
    Voice("zh").error(CannotWriteError(path="a\nb\u2028c", reason="x\ry"))
    assert capsys.readouterr().err.count("\n") == 1


def test_remarks_on_different_inputs_are_said_separately(capsys):
    remarks = [
        Diagnostic(code="image-missing", where=where, facts={"image": "a.png"})
        for where in ("甲", "乙", "甲")
    ]
    Voice("zh").diagnostics(remarks)
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("警告：甲：")
    assert "另有 1 条同类" in lines[0]


def test_progress_is_shown_on_a_terminal_and_nowhere_else(monkeypatch, capsys):
    assert list(followed([1, 2, 3], 3, Voice())) == [1, 2, 3]
    assert capsys.readouterr().err == ""
    monkeypatch.setenv("TERM", "xterm")
    screen = Screen("utf-8")
    monkeypatch.setattr(sys, "stderr", screen)
    assert list(followed([1, 2, 3], 3, Voice())) == [1, 2, 3]
    assert "100%" in screen.shown()
    quiet = Screen("utf-8")
    monkeypatch.setattr(sys, "stderr", quiet)
    assert list(followed([1, 2, 3], 3, Voice(quiet=True))) == [1, 2, 3]
    assert quiet.shown() == ""


def test_a_remark_about_the_machine_is_said_once_in_a_run(capsys) -> None:
    facts = {"role": "kai", "wanted": "楷体", "used": "Song"}
    voice = Voice()
    for where in ("a.html", "b.html"):
        voice.diagnostics([Diagnostic(code="font-substituted", where=where, facts=facts)])
    assert capsys.readouterr().err.count("楷体") == 1
