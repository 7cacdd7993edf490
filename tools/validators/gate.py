"""A gate: one tool, the files it judges, and the faults it must see.

A tool that is not there, or that does not answer, fails its gate. So does one that lets a
broken file pass: every gate is shown good samples with one fault put into each, and has to
complain about every one of them.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

#: What a tool says against each file; no entry or an empty one means nothing.
Complaints = dict[Path, list[str]]
#: (files, folder for the tool's own output) to complaints.
Judge = Callable[[Sequence[Path], Path], Complaints]


class ImpossibleFaultError(Exception):
    """A sample has no place for a fault; another one may have."""


class ToolError(Exception):
    """A tool is missing or does not answer."""


@dataclass(frozen=True, slots=True)
class Control:
    """A file of which the verdict is known beforehand, made from a sample or from nothing."""

    name: str
    make: Callable[[bytes], bytes]
    is_good: bool = False
    from_sample: bool = True


@dataclass(frozen=True, slots=True)
class Gate:
    """One tool; ``is_reported`` means its complaints about samples are shown, not counted."""

    name: str
    suffix: str
    judge: Judge
    controls: tuple[Control, ...]
    is_reported: bool = False
    #: Folders whose samples are not judged: many, or large, for a tool that takes long.
    leaves: tuple[str, ...] = ()

    def judges(self, sample: Path) -> bool:
        """Whether *sample* is put before the tool."""
        return sample.suffix == self.suffix and sample.parent.name not in self.leaves


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one gate."""

    gate: Gate
    samples: int
    seconds: float
    #: Everything that fails the gate.
    failures: tuple[str, ...]
    #: Everything that is only shown.
    remarks: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether nothing was found."""
        return not self.failures


def prove(gate: Gate, samples: Sequence[Path], scratch: Path) -> Verdict:
    """Put *samples* and the controls of *gate* before its tool, in one run of it."""
    started = time.perf_counter()
    own = [sample for sample in samples if gate.judges(sample)]
    failures: list[str] = []
    remarks: list[str] = []
    try:
        controls = _made_controls(gate, own, scratch)
        complaints = gate.judge([*own, *(made.file for made in controls)], scratch)
        said = [f"{file.name}: {text}" for file in own for text in complaints.get(file, ())]
        (remarks if gate.is_reported else failures).extend(said)
        failures.extend(_failed_controls(controls, complaints))
    except ToolError as problem:
        failures.append(str(problem))
    seconds = time.perf_counter() - started
    return Verdict(gate, len(own), seconds, tuple(failures), tuple(remarks))


@dataclass(frozen=True, slots=True)
class _MadeControl:
    control: Control
    file: Path
    #: The sample it was made from: what is said of that does not count.
    parent: Path | None


def _made_controls(gate: Gate, samples: Sequence[Path], scratch: Path) -> list[_MadeControl]:
    shutil.rmtree(scratch, ignore_errors=True)  # yesterday's output proves nothing
    scratch.mkdir(parents=True)
    made = []
    for number, control in enumerate(gate.controls, start=1):
        file = scratch / f"control-{number}{gate.suffix}"
        made.append(_made_control(control, samples, file))
    return made


def _made_control(control: Control, samples: Sequence[Path], file: Path) -> _MadeControl:
    for sample in samples:
        try:
            file.write_bytes(control.make(sample.read_bytes()))
        except ImpossibleFaultError:
            continue
        if (model := sample.with_suffix(".json")).exists():
            shutil.copy(model, file.with_suffix(".json"))
        return _MadeControl(control, file, sample if control.from_sample else None)
    raise ToolError(f"control: no sample has a place for the fault “{control.name}”")


def _failed_controls(controls: Sequence[_MadeControl], complaints: Complaints) -> list[str]:
    failed = []
    for made in controls:
        known = complaints.get(made.parent, []) if made.parent else []
        said = [text for text in complaints.get(made.file, []) if text not in known]
        name = f"“{made.control.name}” ({made.file.name})"
        if said and made.control.is_good:
            failed.append(f"control: complains about a good file {name}: {said[0]}")
        if not said and not made.control.is_good:
            failed.append(f"control: does not see the fault {name}")
    return failed
