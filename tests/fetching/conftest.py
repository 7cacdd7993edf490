"""A local web, and doors to it that neither wait nor remember."""

import pytest

from bulletin_export.fetching.connections import resolved
from bulletin_export.fetching.door import Door
from bulletin_export.fetching.settings import FetchSettings
from web import local_web


@pytest.fixture
def web():
    with local_web() as one:
        yield one


class Clock:
    """Time that passes when somebody sleeps."""

    def __init__(self):
        self.seconds = 1_700_000_000.0
        self.slept = []

    def now(self):
        return self.seconds

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.seconds += seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def opened(tmp_path, clock):
    """Make doors; they are closed when the test is over."""
    doors = []

    def make(resolve=None, **settings):
        facts = {"allow_private": True, "cache": str(tmp_path / "cache"), "timeout": 5.0}
        chosen = FetchSettings(**{**facts, **settings})
        doors.append(Door(chosen, resolve or resolved, clock.now, clock.sleep))
        return doors[-1]

    yield make
    for one in doors:
        one.close()
