"""Names and sizes: a newcomer guesses the file from the idea, and can read it in one go."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FORBIDDEN = {
    "utils", "util", "helpers", "helper", "common", "misc", "core",
    "manager", "processor", "exporter", "renderer",
}  # fmt: skip
LONGEST_FILE = 400
LONGEST_FUNCTION = 40

OWN = sorted(
    path for top in ("src", "tools", "bench") for path in (ROOT / top).rglob("*.py")
)  # fmt: skip


def label(path: Path) -> str:
    return str(path.relative_to(ROOT))


def words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", name)}


def functions(path: Path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def test_there_is_something_to_look_at():
    assert len(OWN) > 20


@pytest.mark.parametrize("path", OWN, ids=label)
def test_a_module_or_class_is_named_after_its_idea(path):
    tree = ast.parse(path.read_text("utf-8"))
    names = [path.stem, *(one.name for one in ast.walk(tree) if isinstance(one, ast.ClassDef))]
    assert not [name for name in names if words(name) & FORBIDDEN]


@pytest.mark.parametrize("path", OWN, ids=label)
def test_a_file_is_short(path):
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", OWN, ids=label)
def test_a_function_is_short(path):
    long = {
        one.name: one.end_lineno - one.lineno + 1
        for one in functions(path)
        if one.end_lineno - one.lineno + 1 > LONGEST_FUNCTION
    }
    assert not long
