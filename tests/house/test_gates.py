"""A gate that cannot say no does not pass."""

from pathlib import Path

import pytest

from validators.archives import replaced_once
from validators.gate import Control, Gate, ImpossibleFaultError, ToolError, prove

BREAK = Control("broken", lambda data: data + b" broken")


def judge_of_words(files, _scratch):
    return {file: ["is broken"] * (b"broken" in file.read_bytes()) for file in files}


def blind_judge(_files, _scratch):
    return {}


def proved(judge, tmp_path: Path, *controls: Control, text: bytes = b"good", reported=False):
    sample = tmp_path / "sample.txt"
    sample.write_bytes(text)
    gate = Gate("words", ".txt", judge, controls or (BREAK,), reported)
    return prove(gate, [sample], tmp_path / "scratch")


def test_a_good_sample_and_a_seen_fault_pass(tmp_path):
    assert proved(judge_of_words, tmp_path).passed


def test_a_complaint_about_a_sample_fails(tmp_path):
    verdict = proved(judge_of_words, tmp_path, text=b"broken")
    assert verdict.failures[0] == "sample.txt: is broken"


def test_a_judge_that_sees_nothing_fails(tmp_path):
    verdict = proved(blind_judge, tmp_path)
    assert "does not see the fault “broken”" in verdict.failures[0]


def test_a_complaint_that_the_sample_has_already_does_not_prove_the_control(tmp_path):
    verdict = proved(judge_of_words, tmp_path, text=b"broken")
    assert any("does not see the fault" in failure for failure in verdict.failures)


def test_a_complaint_about_a_good_control_fails(tmp_path):
    good = Control("fine", lambda _: b"broken after all", is_good=True, from_sample=False)
    verdict = proved(judge_of_words, tmp_path, good)
    assert "complains about a good file" in verdict.failures[0]


def test_reported_complaints_do_not_fail_but_blind_controls_do(tmp_path):
    made = Control("made", lambda _: b"broken", from_sample=False)
    verdict = proved(judge_of_words, tmp_path, made, text=b"broken", reported=True)
    assert verdict.passed
    assert verdict.remarks == ("sample.txt: is broken",)
    assert not proved(blind_judge, tmp_path, made, reported=True).passed


def test_a_missing_tool_fails(tmp_path):
    def missing(_files, _scratch):
        raise ToolError("words is not installed")

    assert proved(missing, tmp_path).failures == ("words is not installed",)


def test_a_gate_without_samples_fails(tmp_path):
    gate = Gate("words", ".txt", judge_of_words, (BREAK,))
    assert not prove(gate, [], tmp_path / "scratch").passed


def test_a_fault_that_fits_nowhere_is_said_to(tmp_path):
    import zipfile

    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.opf", "<package/>")
    with pytest.raises(ImpossibleFaultError):
        replaced_once(".opf", b"nowhere", b"")(path.read_bytes())
