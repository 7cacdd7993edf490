"""How fast pages and feeds are read: bytes to cleaned articles, against other readers."""

from __future__ import annotations

import html
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import clean_page, story
from bench.timing import FailedRunError
from bench.words import Vocabulary

ROOT = Path(__file__).resolve().parents[1]
#: The yardsticks live in an environment of their own: `make bench` fills it.
PYTHON = ROOT / ".tools" / "yardsticks" / "bin" / "python"
OURS = "bulletin_export"


@dataclass(frozen=True, slots=True)
class Course:
    """Files that everybody reads; *budget* is the least that we may do, in *unit* a second."""

    what: str
    files: tuple[Path, ...]
    readers: tuple[str, ...]
    unit: str
    budget: float

    @property
    def amount(self) -> float:
        """How many units the files hold."""
        size = sum(path.stat().st_size for path in self.files)
        return len(self.files) if self.unit == "pages" else size / 1e6


def courses(pages: Sequence[Path], feeds: Sequence[Path]) -> tuple[Course, ...]:
    """Return what is read: *pages* and *feeds*, each by us and by the others."""
    readers = (OURS, "lxml alone", "trafilatura", "readability-lxml", "newspaper4k", "gne")
    of_feeds = (OURS, "lxml XML alone", "feedparser")
    every = (
        Course(f"{len(pages)} pages", tuple(pages), readers, "pages", 40.0),
        Course(f"{len(feeds)} feeds", tuple(feeds), of_feeds, "MB", 20.0),
    )
    return tuple(course for course in every if course.files)


def written_feeds(folder: Path, count: int, entries: int = 40) -> list[Path]:
    """Write *count* feeds of *entries* whole articles each, RSS 2.0, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary, paths = Vocabulary(), []
    for number in range(count):
        items = "".join(_item(vocabulary, number * entries + n) for n in range(entries))
        paths.append(folder / f"{number:03}.xml")
        paths[-1].write_text(_FEED.format(number=number, items=items), "utf-8")
    return paths


def race(course: Course, turns: int) -> dict[str, float]:
    """Return how many units a second each reader does: medians of *turns*, one after the other.

    Raises:
        FailedRunError: A reader does not start, or does not read.
    """
    seconds: dict[str, list[float]] = {name: [] for name in course.readers}
    for _ in range(turns):
        for name in course.readers:
            seconds[name] += _seconds(name, course.files)
    return {name: course.amount / statistics.median(taken) for name, taken in seconds.items()}


def _seconds(name: str, files: Sequence[Path]) -> list[float]:
    is_foreign = name != OURS and not name.startswith("lxml")
    python = str(PYTHON) if is_foreign and PYTHON.exists() else sys.executable
    done = subprocess.run(
        [python, "-m", "bench.yardsticks", name, "1", *map(str, files)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src")))},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise FailedRunError(f"{name}: exit {done.returncode}\n{done.stderr[-500:]}")
    told = json.loads(done.stdout.splitlines()[-1])
    if told["failed"] * 4 > len(files):  # giving up is fast
        raise FailedRunError(f"{name}: {told['failed']} of {len(files)} files are not read")
    return list(told["seconds"])


def print_course(course: Course, speeds: dict[str, float]) -> None:
    """Print a line for each reader, ours first."""
    ours = speeds[OURS]
    for name, speed in speeds.items():
        told = f"{course.budget:g} {'ok' if speed >= course.budget else 'under'}"
        last = f"at least {told}" if name == OURS else f"we are {ours / speed:.2f} times as fast"
        print(f"{course.what:12} {name:18} {speed:8.1f} {course.unit}/s  {last}", flush=True)


def _item(vocabulary: Vocabulary, number: int) -> str:
    told = story(vocabulary, number)
    body = html.escape(clean_page(told).partition("</p>\n")[2].rpartition("</body>")[0])
    return _ITEM.format(title=told.title, number=number, day=number % 28 + 1, body=body)


_FEED = """\
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>青石日报 {number}</title><link>http://www.example.cn/</link>
{items}</channel></rss>
"""
_ITEM = """\
<item><title>{title}</title><link>http://www.example.cn/a/{number}.html</link>
<guid>http://www.example.cn/a/{number}.html</guid><author>news@example.cn (张三)</author>
<pubDate>Mon, {day:02} May 2024 08:30:00 +0800</pubDate><description>{title}</description>
<content:encoded>{body}</content:encoded></item>
"""
