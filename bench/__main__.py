"""Print ratios of our time to that of the peers, and the budget: ``make bench``."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

from bench.corpus import Corpus, repeated, written
from bench.face import NoFaceError, prepared
from bench.foreign import command, is_missing
from bench.growing import Course, print_book_growth, print_growth, print_word_growth
from bench.reading import courses, print_course, race, written_feeds
from bench.timing import Contender, FailedRunError, Taken, medians

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build" / "bench"
OURS = "bulletin_export"


Peer = tuple[str, float | None]


@dataclass(frozen=True, slots=True)
class Race:
    """One kind of work; each peer with the highest ratio allowed of our time to its time."""

    what: str
    format: str
    peers: tuple[Peer, ...]
    one_file: bool = False


COLD = (
    Race("a PDF, cold", "pdf", (("typst", 1.0), ("reportlab", None))),
    Race("a Word file, cold", "docx", (("pandoc", 1.0), ("python-docx", None))),
    Race("an EPUB, cold", "epub", (("ebooklib", None),)),
)
MANY = (
    Race("{n} EPUBs", "epub", (("ebooklib", 1.0),)),
    Race("one EPUB of {n}", "epub", (("ebooklib book", 0.5),), one_file=True),
)
WORD = (
    Race("{n} Word files", "docx", (("python-docx", 0.06), ("html-to-docx", 0.2))),
    Race("one Word file of {n}", "docx", (("python-docx book", 0.02),), one_file=True),
)
PRESS = (
    Race("{n} PDFs", "pdf", (("typst", 0.5), ("reportlab", 0.15))),
    Race("one PDF of {n}", "pdf", (("typst book", 0.1), ("reportlab book", 0.05)), one_file=True),
)


def main() -> int:
    """Run every race and print the table; 1 only if a command failed."""
    options = _options()
    try:
        font, family = prepared(BUILD / "fonts")
    except NoFaceError as problem:
        print(problem)
        return 1
    most = max(options.pages, options.pdfs, options.words, options.book)
    corpus = written(BUILD / "corpus", most)
    variables = _variables(font, family)
    _print_head(family)
    chosen = [
        *((race, 1, options.cold_turns) for race in COLD),
        *((race, options.pages, options.turns) for race in MANY),
        *(
            (race, options.book if race.one_file else options.words, options.word_turns)
            for race in WORD
        ),
        *((race, options.pdfs, options.pdf_turns) for race in PRESS),
    ]
    try:
        for race, count, turns in chosen:
            if options.only in race.format:
                _print_race(race, count, medians(*_field(race, corpus, count, turns), variables))
        if options.only in "pdf":
            course = Course(BUILD, variables, partial(_ours_of, corpus))
            print_growth(course, options.pdfs, options.most)
        if options.only in "docx":
            course = Course(BUILD, variables, partial(_ours_of, corpus), "docx")
            print_word_growth(course, options.words, options.most)
        if options.only in "epub":
            course = Course(BUILD, variables, partial(_ours_of, corpus), "epub")
            print_book_growth(course, options.words, options.most)
        if options.only in "reading":
            _print_reading(corpus, options.turns, options.folder)
    except FailedRunError as problem:
        print(f"failed: {problem}")
        return 1
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--pages", type=int, default=100, help="pages of the long races")
    parser.add_argument("--turns", type=int, default=3, help="counted turns of the long races")
    parser.add_argument("--pdfs", type=int, default=1000, help="pages of the PDF races")
    parser.add_argument("--words", type=int, default=1000, help="pages of the Word races")
    parser.add_argument("--book", type=int, default=3000, help="pages of the one large Word file")
    parser.add_argument("--word-turns", type=int, default=1, help="counted turns of the Word races")
    parser.add_argument("--pdf-turns", type=int, default=1, help="counted turns of the PDF races")
    parser.add_argument("--most", type=int, default=10_000, help="pages to grow memory with")
    parser.add_argument("--cold-turns", type=int, default=7, help="counted turns of one page")
    parser.add_argument("--only", default="", help="pdf, docx, epub or reading")
    parser.add_argument("--folder", type=Path, help="read its pages and feeds instead of ours")
    return parser.parse_args()


def _print_reading(corpus: Corpus, turns: int, folder: Path | None) -> None:
    """Print how fast pages and feeds are read: those below *folder*, if one is given."""
    if folder is None:
        pages, feeds = list(corpus.raw), written_feeds(BUILD / "feeds", 10)
    else:
        every = sorted(path for path in folder.rglob("*") if path.is_file())
        pages = [path for path in every if path.suffix in (".html", ".htm")]
        feeds = [path for path in every if path.suffix in (".xml", ".rss", ".atom")]
    print("\nReading, from bytes in memory to cleaned articles, one core")
    for course in courses(pages, feeds):
        print_course(course, race(course, turns))


def _variables(font: Path, family: str) -> dict[str, str]:
    return {
        "BENCH_FONT": str(font),
        "BENCH_FAMILY": family,
        "BULLETIN_FONTS": str(font.parent),
        # As after a real installation: modules are compiled once, in the turn not counted.
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src"))),
    }


def _field(
    race: Race, corpus: Corpus, count: int, turns: int
) -> tuple[Sequence[Contender], int, Path]:
    files = 1 if race.one_file else count
    clean = [str(path) for path in corpus.clean[:count]]
    peers = [
        Contender(name, command(name, clean) or _script(name, clean), files)
        for name, _ in race.peers
        if not is_missing(name)
    ]
    return (
        [_ours_of(corpus, race.format, count, one_file=race.one_file), *peers],
        turns,
        BUILD / "out",
    )


def _script(name: str, pages: list[str]) -> tuple[str, ...]:
    return (sys.executable, "-m", "bench.peers", name, "{out}", *pages)


def _ours_of(
    corpus: Corpus, to: str, count: int, *options: str, one_file: bool = False
) -> Contender:
    """Return our command for *count* pages."""
    raw = [str(path) for path in repeated(corpus.raw, count)]
    common = ["--quiet", "--template", str(ROOT / "bench" / "template"), *options]
    if one_file and count > 1:
        told = ["bundle", *raw, "-o", f"{{out}}/book.{to}", "--title", "合集", *common]
        return Contender(OURS, (sys.executable, "-m", "bulletin_export", *told), 1)
    told = ["convert", *raw, "--to", to, "-o", "{out}", "--name", "{number}", *common]
    return Contender(OURS, (sys.executable, "-m", "bulletin_export", *told), count)


def _print_head(family: str) -> None:
    libraries = ("reportlab", "typst", "python-docx", "EbookLib")
    names = ", ".join(f"{name} {version(name)}" for name in libraries)
    print(f"Python {platform.python_version()}, {names}; face: {family}")
    print("ours reads raw pages and finds the article; the others get the article alone\n")
    head = f"{'work':18} {'against':15} {'ours s':>8} {'theirs s':>9} {'ratio':>7}  {'budget':10}"
    print(f"{head} {'cpu':>6} {'ours MB':>8} {'theirs':>7} {'bytes':>6}")


def _print_race(race: Race, count: int, taken: dict[str, Taken]) -> None:
    ours = taken[OURS]
    for peer, budget in race.peers:
        if peer not in taken:
            print(f"{race.what.format(n=count):18} {peer:15} is not installed", flush=True)
            continue
        theirs = taken[peer]
        ratio = ours.wall / theirs.wall
        told = "" if budget is None else f"{budget:.2f} {'ok' if ratio <= budget else 'over'}"
        times = f"{ours.wall:8.3f} {theirs.wall:9.3f} {ratio:7.2f}  {told:10}"
        means = f"{ours.processor / theirs.processor:6.2f} {ours.peak:8.0f} {theirs.peak:7.0f}"
        size = ours.size / theirs.size
        print(f"{race.what.format(n=count):18} {peer:15} {times} {means} {size:6.2f}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
