"""The files under judgement: every example page, bundles of them all, and the torture publication."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from validators.gate import BrokenTool
from validators.programs import ROOT, run

FORMATS = ("docx", "pdf", "epub")
_COMMAND = ROOT / ".venv" / "bin" / "bulletin-export"


def built(folder: Path) -> list[Path]:
    """Build every sample with the command line, as a user would, and return the files.

    Raises:
        BrokenTool: A conversion failed, or left a file out.
    """
    shutil.rmtree(folder, ignore_errors=True)
    pages = sorted((ROOT / "examples" / "pages").glob("*.html"))
    torture = [ROOT / "examples" / "torture.json"]
    _convert(pages, folder / "pages")
    _convert(torture, folder / "torture")
    for format in FORMATS:
        _run("bundle", *pages, *torture, "-o", folder / f"bundle.{format}", "--title", "样刊")
    return found(folder)


def found(folder: Path) -> list[Path]:
    """Return the samples that lie in *folder*, small ones first.

    Raises:
        BrokenTool: A format is not there at all.
    """
    files = [file for file in folder.rglob("*") if file.suffix[1:] in FORMATS]
    for format in FORMATS:
        if not any(file.suffix == f".{format}" for file in files):
            raise BrokenTool(f"no .{format} sample in {folder}")
    return sorted(files, key=lambda file: (file.stat().st_size, file.name))


def _convert(inputs: Sequence[Path], folder: Path) -> None:
    folder.mkdir(parents=True)
    _run("convert", *inputs, "--to", ",".join(FORMATS), "-o", folder)
    for format in FORMATS:
        count = len(list(folder.glob(f"*.{format}")))
        if count < len(inputs):
            raise BrokenTool(f"{len(inputs)} inputs gave {count} {format} files in {folder}")


def _run(*arguments: str | Path) -> None:
    done = run([_COMMAND, *arguments], folder=ROOT)
    if done.returncode:
        command = " ".join(str(one) for one in arguments)
        raise BrokenTool(
            f"bulletin-export {command}: exit {done.returncode}\n{done.stderr[-2000:]}"
        )
