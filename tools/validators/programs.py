"""Where the tools lie, and how they are run."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

from validators.gate import ToolError

ROOT = Path(__file__).resolve().parents[2]
#: Environments of tools, apart from the product.
TOOLS = ROOT / ".tools"
JAVA_SOURCES = Path(__file__).resolve().parent / "java"
#: pdfium is a library without locks of its own, and gates run side by side.
PDFIUM = Lock()
_SECONDS = 900


def program(name: str) -> str:
    """Return the path of *name* from the machine."""
    found = shutil.which(name)
    if found is None:
        raise ToolError(f"{name} is not installed")
    return found


def python_program(name: str) -> str:
    """Return the path of a program from ``requirements/validators.txt``."""
    return _existing(TOOLS / "venv" / "bin" / name)


def npm_program(name: str) -> str:
    """Return the path of a program from ``tools/validators/package.json``."""
    return _existing(TOOLS / "npm" / "node_modules" / ".bin" / name)


def bundled_jar(package: str, inside: str) -> str:
    """Return the path of a jar that a Python package brings."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ToolError(f"the Python package {package} is not installed")
    return _existing(Path(spec.origin).parent / inside)


def debian_jar(name: str) -> str:
    """Return the path of a jar that a Debian package brings."""
    return _existing(Path("/usr/share/java") / name)


def run(
    command: Sequence[object],
    *,
    folder: Path | None = None,
    variables: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run *command* and return what it printed; only a tool that hangs is an error here."""
    try:
        return subprocess.run(
            [str(part) for part in command],
            cwd=folder,
            env={**os.environ, **(variables or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise ToolError(f"{Path(str(command[0])).name}: {problem}") from problem


def run_java(source: str, classpath: Sequence[str], arguments: Sequence[object]) -> str:
    """Run one of our Java sources as it is, and return what it printed."""
    path = os.pathsep.join(classpath)
    # EPUBCheck 4.2 goes through the contents by recursion: ten thousand entries deep.
    done = run([program("java"), "-Xss512m", "-cp", path, JAVA_SOURCES / source, *arguments])
    if done.returncode:
        raise ToolError(f"{source}: {last_line(done.stderr)}")
    return done.stdout


def last_line(text: str) -> str:
    """Return the last line of *text* that says anything."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "no message"


def _existing(path: Path) -> str:
    if not path.exists():
        raise ToolError(f"{path.name} is not installed ({path})")
    return str(path)
