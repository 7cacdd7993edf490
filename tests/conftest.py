"""What many tests need, and the switches of the test run."""

import sys

import pytest

from faces import book_of, folder_of_faces


def pytest_addoption(parser):
    parser.addoption(
        "--rewrite",
        "--update-golden",
        dest="rewrite",
        action="store_true",
        help="write published files (JSON Schema) and golden files anew; look at the difference",
    )


@pytest.fixture(scope="session")
def faces(request):
    """Return a folder of small font files of every kind."""
    return folder_of_faces(request.config.cache.mkdir("faces"))


@pytest.fixture
def test_book(faces):
    """Return a FontBook over the small faces and nothing else."""
    return book_of(faces)


@pytest.fixture(autouse=True)
def no_memory_of_the_web(tmp_path_factory, monkeypatch):
    """Keep what is fetched apart from what people have fetched, and doors from each other."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    yield
    if opened := sys.modules.get("bulletin_export.fetching.door"):
        opened.close_doors()
