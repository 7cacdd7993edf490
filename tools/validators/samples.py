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
#: Every template is a sample in Word: styles and sections differ.
TEMPLATES = ("plain", "gongwen", "clipping", "newspaper")
#: How many articles of chance stand in one Word file, and how many have one of their own.
_TOGETHER, _ALONE = 20, 20
_MADE = Path(__file__).resolve().parent / "made.py"
_PATHS = (ROOT / "src", ROOT / "tests", ROOT / "tools")


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
    # Part 3 of PDF/A, which alone lets any file be attached.
    _convert(pages, folder / "attached", "--attach-source", formats=("pdf",))
    _add_made(folder)
    _add_books(folder, [*pages, *torture, *feeds])
    for issue in sorted((ROOT / "examples" / "issues").glob("*.toml")):
        # Heads and feet of a paper say more than the gates of text in PDF know.
        kinds = [kind for kind in (*FORMATS, "json") if (issue.stem, kind) != ("paper", "pdf")]
        made = [folder / "issues" / f"{issue.stem}.{kind}" for kind in kinds]
        _run("bundle", issue, *(part for file in made for part in ("-o", file)))
    for template in TEMPLATES:
        _add_word(folder, template, pages, feeds)
    grid = folder / "inputs" / "grid.json"
    own = folder / "word" / "grid.docx"
    outputs = ("-o", own, "-o", own.with_suffix(".json"))
    _run("bundle", grid, *outputs, "--template", "gongwen", "--title", "网格")
    return found(folder)


def _add_word(folder: Path, template: str, pages: Sequence[Path], feeds: Sequence[Path]) -> None:
    """Add Word files in *template*: pages, all in one, and what code composes; see `_add_made`."""
    own = folder / "word" / template
    _convert(pages, own, "--template", template, formats=("docx",))
    torture = ROOT / "examples" / "torture.json"
    bundles = {"bundle": [*pages, torture, *feeds], "torture": [torture]}
    bundles |= {name: [folder / "inputs" / f"{name}.json"] for name in ("long", "word")}
    chance = sorted((folder / "inputs" / "chance").glob("*.json"))
    turn = TEMPLATES.index(template)
    parts = [chance[n : n + _TOGETHER] for n in range(0, len(chance), _TOGETHER)]
    bundles |= {f"chance-{n}": part for n, part in enumerate(parts) if n % len(TEMPLATES) == turn}
    for name, inputs in bundles.items():
        outputs = ("-o", own / f"{name}.docx", "-o", own / f"{name}.json")
        _run("bundle", *inputs, *outputs, "--title", "样刊", "--template", template)
    alone = chance[:_ALONE][turn :: len(TEMPLATES)]
    _convert(alone, own / "chance", "--template", template, "--name", "{name}", formats=("docx",))


def _add_books(folder: Path, inputs: Sequence[Path]) -> None:
    """Add books with other looks, in which all *inputs* stand, and one that wants to be invalid."""
    looks = {
        "vertical": ("--vertical",),
        "embedded": ("--embed-fonts",),
        "kindle": ("--profile", "kindle"),
    }
    for name, options in looks.items():
        outputs = ("-o", folder / "looks" / f"{name}.epub", "-o", folder / "looks" / f"{name}.json")
        _run("bundle", *inputs, *outputs, "--title", "样刊", *options)
    hostile = folder / "inputs" / "hostile.json"
    outputs = ("-o", folder / "hostile.epub", "-o", folder / "hostile.json")
    _run("bundle", hostile, *outputs, "--title", "敌意 & <样刊>")


def _add_made(folder: Path) -> None:
    """Add what code composes: the long torture publication, and articles of chance, as PDF."""
    inputs = folder / "inputs"
    done = run(
        [_BIN / "python", _MADE, inputs],
        variables={"PYTHONPATH": os.pathsep.join(map(str, _PATHS))},
    )
    if done.returncode:
        raise ToolError(f"{_MADE.name}: {done.stderr[-2000:]}")
    long = inputs / "long.json"
    for kind in (*FORMATS, "json"):
        _run("bundle", long, "-o", folder / f"long.{kind}", "--title", "排版难例长集")
    chance = sorted((inputs / "chance").glob("*.json"))
    _convert(chance, folder / "chance", "--name", "{name}", formats=("pdf",))


def found(folder: Path) -> list[Path]:
    """Return the samples that lie in *folder*, small ones first, those of chance last."""
    files = [file for file in folder.rglob("*") if file.suffix[1:] in FORMATS]
    return sorted(
        files, key=lambda file: (file.parent.name == "books", file.stat().st_size, file.name)
    )


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
