"""Build the samples, run every gate, say what came of it: ``python -m validators``."""

from __future__ import annotations

import argparse
import re
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from validators import (
    book_browser,
    book_calibre,
    book_words,
    books,
    pdf_files,
    pdf_readers,
    pdf_renderers,
    pdf_text,
    samples,
    word_checks,
    word_files,
    word_layout,
    word_structure,
)
from validators.gate import Gate, ToolError, Verdict, prove
from validators.programs import ROOT

GATES = (
    *books.GATES,
    *book_calibre.GATES,
    *book_words.GATES,
    *book_browser.GATES,
    *word_files.GATES,
    *word_layout.GATES,
    *word_checks.GATES,
    *word_structure.GATES,
    *pdf_files.GATES,
    *pdf_readers.GATES,
    *pdf_renderers.GATES,
    *pdf_text.GATES,
)
_SHOWN = 20
#: As the veraPDF gate words a failed rule, after the name of the file.
_RULE = re.compile(r"[^:]*: (?P<rule>\S+ \S+) ×(?P<count>\d+)(?P<message>: .*)")


def main() -> int:
    """Return the exit code: 0 when every gate passed and every control was seen."""
    options = _options()
    if options.pictures:
        options.pictures.mkdir(parents=True, exist_ok=True)
        book_browser.PICTURES.append(options.pictures.resolve())
    build = ROOT / "build"
    started = time.perf_counter()
    try:
        given = options.samples
        files = samples.found(given) if given else samples.built(build / "samples")
    except ToolError as problem:
        print(f"samples: {problem}\n0 passed, {len(GATES)} failed")
        return 1
    print(f"{len(files)} samples, {time.perf_counter() - started:.1f} s", flush=True)
    chosen = [gate for gate in GATES if options.only.lower() in gate.name.lower()]
    verdicts = _all_verdicts(chosen, files, build / "gates")
    failed = sum(not verdict.passed for verdict in verdicts)
    print(f"\n{len(verdicts) - failed} passed, {failed} failed")
    return 1 if failed or not verdicts else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="validators", description=__doc__)
    parser.add_argument("--samples", type=Path, help="judge the files of this folder instead")
    parser.add_argument("--only", default="", help="run the gates whose name contains this")
    parser.add_argument("--pictures", type=Path, help="keep what a browser shows of the books here")
    return parser.parse_args()


def _all_verdicts(gates: list[Gate], files: list[Path], scratch: Path) -> list[Verdict]:
    # Two at a time: the tools mostly start up, and machines have at least two cores.
    with ThreadPoolExecutor(2) as pool:
        folders = [scratch / gate.name.replace(" ", "-").replace(",", "") for gate in gates]
        coming = [
            pool.submit(prove, gate, files, folder)
            for gate, folder in zip(gates, folders, strict=True)
        ]
        return [_told(one.result()) for one in coming]


def _told(verdict: Verdict) -> Verdict:
    gate = verdict.gate
    word = "failed" if not verdict.passed else "reported" if gate.is_reported else "passed"
    controls = len(gate.controls)
    counts = f"{verdict.samples:3} samples, {controls} controls"
    print(f"{gate.name:16} {word:9} {counts} {verdict.seconds:6.1f} s", flush=True)
    lines = verdict.failures or _summed(verdict.remarks)
    for line in lines[:_SHOWN]:
        print(f"    {line}")
    if len(lines) > _SHOWN:
        print(f"    … and {len(lines) - _SHOWN} more")
    return verdict


def _summed(remarks: tuple[str, ...]) -> list[str]:
    """Return one line for each rule: in how many files it fails, and how often altogether."""
    files: dict[str, int] = {}
    times: dict[str, int] = {}
    for remark in remarks:
        found = _RULE.fullmatch(remark)
        rule, count = (
            (found["rule"] + found["message"], int(found["count"])) if found else (remark, 1)
        )
        files[rule] = files.get(rule, 0) + 1
        times[rule] = times.get(rule, 0) + count
    return [f"{files[rule]} files, {times[rule]} times: {rule}" for rule in sorted(files)]


if __name__ == "__main__":
    sys.exit(main())
