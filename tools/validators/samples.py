"""The files under judgement: example pages, bundles, the torture publication, chance articles.

The JSON form of an article lies beside its files: the words in it are what the gates of text
expect to find in them.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from validators.gate import ToolError
from validators.programs import ROOT, run

FORMATS = ("docx", "pdf", "epub")
_BIN = ROOT / ".venv" / "bin"
_MADE = Path(__file__).resolve().parent / "made.py"


def built(folder: Path) -> list[Path]:
    """Build every sample with the command line, as a user would, and return the files.

    Raises:
        ToolError: A conversion failed, or left a file out.
    """
    shutil.rmtree(folder, ignore_errors=True)
    pages = sorted((ROOT / "examples" / "pages").glob("*.html"))
    torture = [ROOT / "examples" / "torture.json"]
    _convert(pages, folder / "pages")
    feeds = [ROOT / "examples" / "feeds" / name for name in ("daily.xml", "wire.xml")]
    _convert(torture, folder / "torture")
    _convert(feeds, folder / "feeds")
    for kind in (*FORMATS, "json"):
        _run("bundle", *pages, *torture, *feeds, "-o", folder / f"bundle.{kind}", "--title", "样刊")
    _add_made(folder)
    return found(folder)


def _add_made(folder: Path) -> None:
    """Add what code composes: the long torture publication, and articles of chance, as PDF."""
    inputs = folder / "inputs"
    done = run(
        [_BIN / "python", _MADE, inputs],
        variables={"PYTHONPATH": os.pathsep.join(map(str, (ROOT / "src", ROOT / "tests")))},
    )
    if done.returncode:
        raise ToolError(f"{_MADE.name}: {done.stderr[-2000:]}")
    long = inputs / "long.json"
    for kind in (*FORMATS, "json"):
        _run("bundle", long, "-o", folder / f"long.{kind}", "--title", "排版难例长集")
    chance = sorted((inputs / "chance").glob("*.json"))
    _convert(chance, folder / "chance", "--name", "{name}", formats=("pdf",))


def found(folder: Path) -> list[Path]:
    """Return the samples that lie in *folder*, small ones first."""
    files = [file for file in folder.rglob("*") if file.suffix[1:] in FORMATS]
    return sorted(files, key=lambda file: (file.stat().st_size, file.name))


def _convert(
    inputs: Sequence[Path], folder: Path, *options: str, formats: Sequence[str] = FORMATS
) -> None:
    folder.mkdir(parents=True)
    _run("convert", *inputs, "--to", ",".join((*formats, "json")), "-o", folder, *options)
    for kind in formats:
        count = len(list(folder.glob(f"*.{kind}")))
        if count < len(inputs):
            raise ToolError(f"{len(inputs)} inputs gave {count} {kind} files in {folder}")


def _run(*arguments: str | Path) -> None:
    done = run([_BIN / "bulletin-export", *arguments], folder=ROOT)
    if done.returncode:
        command = " ".join(str(one) for one in arguments)[:300]
        raise ToolError(f"bulletin-export {command}: exit {done.returncode}\n{done.stderr[-2000:]}")
