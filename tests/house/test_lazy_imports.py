"""Start-up time is a feature: the package alone loads no format library."""

import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src"
HEAVY = ("reportlab", "docx", "ebooklib", "lxml", "PIL", "resvg_py", "urllib3", "sqlite3")


def loaded_by(statement: str) -> set[str]:
    program = f"import sys; sys.path.insert(0, {str(SOURCE)!r}); {statement}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True
    )
    return {name.partition(".")[0] for name in done.stdout.split()}


@pytest.mark.parametrize("module", ["bulletin_export", "bulletin_export.registry"])
def test_importing_the_package_loads_no_format_library(module):
    assert loaded_by(f"import {module}").isdisjoint(HEAVY)


def test_the_probe_would_see_a_heavy_import():
    assert "lxml" in loaded_by("import lxml")
