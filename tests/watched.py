"""Run the program and watch what it takes: its own seconds of work, its own peak of memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

_SOURCE = Path(__file__).resolve().parents[1] / "src"
#: A small process in between: a peak counts what the starter had in memory as well.
_WATCH = """
import json, resource, subprocess, sys
code = subprocess.call(json.loads(sys.argv[1]), stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([code, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""


def watched(folder: Path, *arguments: str) -> tuple[int, str, float, float]:
    """Return exit code, messages, seconds of work and peak megabytes of the program."""
    command = [sys.executable, "-m", "bulletin_export", *arguments, "--lang", "en"]
    done = subprocess.run(
        [sys.executable, "-S", "-c", _WATCH, json.dumps(command)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(_SOURCE)},
    )
    code, seconds, megabytes = json.loads(done.stdout)
    return code, done.stderr, seconds, megabytes
