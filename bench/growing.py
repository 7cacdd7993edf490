"""How our memory and time grow with the work, and what a second process is worth."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.timing import Contender, Taken, medians

#: Megabytes that ten times as many files may cost more, and kilobytes an article of one file.
_MORE, _EACH = 5.0, 10.0
#: Kilobytes an article of a book.
_EACH_OF_A_BOOK = 2.0
#: How many times as fast two processes have to be.
_TWICE = 1.7


@dataclass(frozen=True, slots=True)
class Course:
    """Where we run: *ours* makes the command from a format, a number of pages and options."""

    build: Path
    variables: Mapping[str, str]
    ours: Callable[..., Contender]
    format: str = "pdf"

    def taken(self, count: int, *options: str, one_file: bool = False) -> Taken:
        """Return what *count* pages take, in one run."""
        one = self.ours(self.format, count, *options, one_file=one_file)
        return medians([one], 1, self.build / "out", self.variables)[one.name]


def print_growth(course: Course, count: int, most: int) -> None:
    """Print memory of *count* and *most* files, memory an article of one file, two processes."""
    few, one, two = (
        course.taken(count),
        course.taken(count, "--jobs", "1"),
        course.taken(count, "--jobs", "2"),
    )
    print(f"\nOur PDF writer as the work grows, {count} pages")
    _print(
        "two processes", f"{one.wall / two.wall:.2f} times as fast", one.wall / two.wall >= _TWICE
    )
    many = course.taken(most)
    more = many.peak - few.peak
    _print(f"{most} files", f"{few.peak:.0f} MB, then {many.peak:.0f}", more <= _MORE)
    _print_one_file(course, count // 10, count)


def print_word_growth(course: Course, count: int, most: int) -> None:
    """Print memory of *count* and *most* files, and of both as one file, with its time."""
    print(f"\nOur Word writer as the work grows, {count} pages, then {most}")
    few, many = course.taken(count), course.taken(most)
    more = many.peak - few.peak
    _print(f"{most} files", f"{few.peak:.0f} MB, then {many.peak:.0f}", more <= _MORE)
    small, large = _print_one_file(course, count, most)
    times = large.processor / small.processor
    _print("", f"{times:.1f} times the work", times <= 1.05 * most / count)


def print_book_growth(course: Course, count: int, most: int) -> None:
    """Print memory and time of one book of *count* articles, and of *most*."""
    print(f"\nOur EPUB writer as the work grows, {count} articles, then {most}")
    small, large = _print_one_file(course, count, most, _EACH_OF_A_BOOK)
    times = large.processor / small.processor
    _print("", f"{times:.1f} times the work", times <= 1.05 * most / count)


def _print_one_file(
    course: Course, few: int, many: int, most_each: float = _EACH
) -> tuple[Taken, Taken]:
    small, large = course.taken(few, one_file=True), course.taken(many, one_file=True)
    each = (large.peak - small.peak) * 1024 / (many - few)
    _print("one file", f"{large.peak:.0f} MB, {each:.1f} KB an article", each <= most_each)
    return small, large


def _print(what: str, told: str, is_met: bool) -> None:
    print(f"{what:18} {told:32} {'ok' if is_met else 'missed'}", flush=True)
