"""Formats by name, ours and other people's."""

from __future__ import annotations

import sys
from importlib.metadata import EntryPoint, EntryPoints
from importlib.util import find_spec
from types import ModuleType

import pytest

from bulletin_export import registry
from bulletin_export.errors import UnknownFormatError
from bulletin_export.registry import Format


class Telegraph:
    """Somebody else's format."""


TELEGRAPH = Format("tele", "telegraph:Telegraph", (".tele",), ("text/x-tele",), "telegram", "tele")


@pytest.fixture
def from_outside(monkeypatch):
    """Pretend that a package called telegraph is installed."""
    module = ModuleType("telegraph")
    module.Telegraph, module.FORMAT = Telegraph, TELEGRAPH
    module.TAKEN = Format("md", "telegraph:Telegraph", (".md",), ("text/x",), "another md", "tele")
    monkeypatch.setitem(sys.modules, "telegraph", module)

    def points(*, group):
        return EntryPoints(
            [
                EntryPoint("tele", "telegraph:FORMAT", group),
                EntryPoint("md", "telegraph:TAKEN", group),
            ]
        )

    monkeypatch.setattr(registry, "entry_points", points)


@pytest.mark.parametrize("find", [registry.reader, registry.writer, registry.writer_format])
def test_an_unknown_format_is_refused_with_the_known_ones(find):
    with pytest.raises(UnknownFormatError) as caught:
        find("doc")
    assert caught.value.name == "doc"
    assert "json" in caught.value.known
    assert "json" in caught.value.hint("zh")


def test_formats_from_outside_are_listed_after_ours_and_loaded(from_outside):
    assert list(registry.writers())[-1] == "tele"
    assert list(registry.readers())[-2:] == ["tele", "md"]
    assert isinstance(registry.writer("tele"), Telegraph)
    assert isinstance(registry.reader("tele"), Telegraph)
    assert registry.writer_format("tele").origin == "tele"


def test_nobody_takes_a_name_of_ours(from_outside):
    assert registry.writers()["md"].target.startswith("bulletin_export.")


def test_an_unknown_format_is_refused_with_those_from_outside_too(from_outside):
    with pytest.raises(UnknownFormatError) as caught:
        registry.writer("doc")
    assert "tele" in caught.value.known


@pytest.mark.parametrize("table", [registry.READERS, registry.WRITERS])
def test_names_endings_and_places_are_unique_and_well_formed(table):
    assert len({entry.name for entry in table}) == len(table)
    endings = [suffix for entry in table for suffix in entry.suffixes]
    assert len(set(endings)) == len(endings)
    for entry in table:
        assert all(suffix.startswith(".") and suffix.islower() for suffix in entry.suffixes)
        assert entry.target.startswith("bulletin_export.")
        assert entry.media_types or entry.roots
        assert entry.about


def test_asking_for_an_entry_imports_nothing(monkeypatch):
    monkeypatch.delitem(sys.modules, "bulletin_export.writers.json", raising=False)
    registry.writer_format("json")
    assert "bulletin_export.writers.json" not in sys.modules
    assert find_spec("bulletin_export.writers.json")
