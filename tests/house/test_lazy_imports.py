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


def test_reading_a_file_loads_nothing_of_the_network(tmp_path):
    page = tmp_path / "a.html"
    page.write_text("<h1>题</h1><p>" + "春耕备耕有序推进。" * 20, "utf-8")
    call = f"['inspect', {str(page)!r}, '--follow-pages']"
    run = f"from bulletin_export.cli.program import program\ntry: program.main({call})\nexcept SystemExit: pass"
    loaded = loaded_by(f"exec({run!r})")
    assert "lxml" in loaded
    assert loaded.isdisjoint({"urllib3", "sqlite3", "ssl", "socket", "http"})


#: Modules of ours that a plain page may load; a new one in its way is a tenth of a millisecond.
BUDGETS = {"md": 206, "docx": 258, "epub": 233, "pdf": 299}


@pytest.mark.parametrize(("to", "most"), BUDGETS.items())
def test_a_plain_page_loads_no_more_of_ours_than_its_budget(tmp_path, to, most):
    page = tmp_path / "a.html"
    page.write_text("<h1>题</h1><p>" + "春耕备耕有序推进。" * 20, "utf-8")
    call = f"['convert', {str(page)!r}, '--to', {to!r}, '-o', {str(tmp_path)!r}, '--quiet']"
    run = f"from bulletin_export.cli.program import program\ntry: program.main({call})\nexcept SystemExit: pass"
    program = (
        f"import sys; sys.path.insert(0, {str(SOURCE)!r}); exec({run!r});"
        "print(*(name for name in sys.modules if name.startswith('bulletin_export')))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True
    )
    ours = done.stdout.splitlines()[-1].split()
    assert any(name.startswith("bulletin_export.writers") for name in ours)
    assert len(ours) <= most, len(ours)
    assert not {name for name in ours if name.startswith("bulletin_export.typesetting.notice")}
