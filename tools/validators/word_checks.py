"""Our own checks of Word files, `bulletin-export check`, and the mutants they must see."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from validators.gate import Complaints, Control, Gate, ToolError
from validators.programs import ROOT, last_line, run
from validators.word_mutants import MUTANTS

_PROGRAM = ROOT / ".venv" / "bin" / "bulletin-export"
_CLEAN, _FOUND = 0, 6


def _checked(files: Sequence[Path], scratch: Path) -> Complaints:
    report = scratch / "report.jsonl"
    done = run([_PROGRAM, "check", "--quiet", "--lang", "en", "--report", report, *files])
    if done.returncode not in (_CLEAN, _FOUND):
        raise ToolError(f"bulletin-export check: {last_line(done.stderr)}")
    told = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
    found = {Path(one["input"]): one["diagnostics"] for one in told}
    return {file: [_said(one) for one in found[file]] for file in files}


def _said(finding: dict[str, str]) -> str:
    return f"{finding['code']}: {finding['message']}"


GATES = (
    Gate("our checks", ".docx", _checked, tuple(Control(one.name, one.make) for one in MUTANTS)),
)
