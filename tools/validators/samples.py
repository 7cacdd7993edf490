"""The files under judgement: example pages, bundles of them all, the torture publication."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from validators.gate import ToolError
from validators.programs import ROOT, run

FORMATS = ("docx", "pdf", "epub")
_COMMAND = ROOT / ".venv" / "bin" / "bulletin-export"


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
    for kind in FORMATS:
        _run("bundle", *pages, *torture, *feeds, "-o", folder / f"bundle.{kind}", "--title", "样刊")
    return found(folder)


def found(folder: Path) -> list[Path]:
    """Return the samples that lie in *folder*, small ones first."""
    files = [file for file in folder.rglob("*") if file.suffix[1:] in FORMATS]
    return sorted(files, key=lambda file: (file.stat().st_size, file.name))


def _convert(inputs: Sequence[Path], folder: Path) -> None:
    folder.mkdir(parents=True)
    _run("convert", *inputs, "--to", ",".join(FORMATS), "-o", folder)
    for kind in FORMATS:
        count = len(list(folder.glob(f"*.{kind}")))
        if count < len(inputs):
            raise ToolError(f"{len(inputs)} inputs gave {count} {kind} files in {folder}")


def _run(*arguments: str | Path) -> None:
    done = run([_COMMAND, *arguments], folder=ROOT)
    if done.returncode:
        command = " ".join(str(one) for one in arguments)
        raise ToolError(f"bulletin-export {command}: exit {done.returncode}\n{done.stderr[-2000:]}")
