"""What is kept on disk."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bulletin_export.fetching import cache as module
from bulletin_export.fetching.cache import Answer, Cache, default_folder

NOW = 1_700_000_000.0


@pytest.fixture
def opened(tmp_path):
    caches = []

    def make():
        caches.append(Cache(tmp_path / "kept"))
        return caches[-1]

    yield make
    for one in caches:
        one.close()


def answer(body=b"x", status=200, **headers):
    return Answer(status, {name.replace("_", "-"): value for name, value in headers.items()}, body)


def test_an_answer_comes_back_and_two_may_share_the_file(opened):
    one, two = opened(), opened()
    given = answer(b"\0\xff", etag='"1"', content_type="text/html")
    one.put("a", given, NOW)
    kept = two.get("a", NOW + 1)
    assert kept.answer == given
    assert kept.is_fresh
    assert kept.conditions == {"If-None-Match": '"1"'}
    assert not two.get("a", NOW + 1e6).is_fresh
    assert two.get("b", NOW) is None


def test_what_must_not_be_kept_takes_the_old_answer_along(opened):
    cache = opened()
    cache.put("a", answer(), NOW)
    cache.put("a", answer(b"new", cache_control="no-store"), NOW)
    assert cache.get("a", NOW) is None


def test_a_renewed_answer_has_the_old_body_and_the_new_dates(opened):
    cache = opened()
    old = answer(b"body", etag='"1"', cache_control="no-cache", content_type="text/html")
    told = {"cache-control": "max-age=60", "content-length": "0", "content-type": "text/plain"}
    renewed = cache.renew("a", old, told, NOW)
    assert renewed.body == b"body"
    assert renewed.headers["content-type"] == "text/html"
    assert cache.get("a", NOW + 59).is_fresh


def test_what_was_not_asked_for_longest_goes_first(opened, monkeypatch):
    cache = opened()
    for n in range(8):
        cache.put(str(n), answer(b"x" * 1000), NOW + n)
    cache.get("0", NOW + 10_000)
    monkeypatch.setattr(module, "LIMIT", 4500)
    left = [str(n) for n in range(8) if opened().get(str(n), NOW)]
    assert left[0] == "0"
    assert left[-1] == "7"
    assert len(left) == 3


def test_what_is_too_large_is_not_kept(opened, monkeypatch):
    monkeypatch.setattr(module, "LARGEST", 10)
    cache = opened()
    cache.put("a", answer(b"x" * 11), NOW)
    assert cache.get("a", NOW) is None


def test_a_file_of_another_version_is_begun_anew(opened, tmp_path):
    opened().close()
    with sqlite3.connect(tmp_path / "kept" / "answers.sqlite") as base:
        base.execute("pragma user_version = 99")
        base.execute("drop table answers")
        base.execute("create table answers (other)")
    base.close()
    cache = opened()
    cache.put("a", answer(), NOW)
    assert cache.get("a", NOW)


def test_threads_share_it(opened):
    cache = opened()

    def work(n):
        cache.put(str(n), answer(b"%d" % n), NOW)
        return cache.get(str(n), NOW).answer.body == b"%d" % n

    with ThreadPoolExecutor(6) as threads:
        assert all(threads.map(work, range(60)))
    assert cache.trouble is None


def test_a_file_that_breaks_while_it_is_used_is_left(opened, tmp_path):
    cache = opened()
    cache.put("a", answer(b"x" * 100_000), NOW)
    (tmp_path / "kept" / "answers.sqlite").write_bytes(b"damaged" * 50_000)
    assert cache.get("a", NOW) is None
    assert cache.trouble is not None
    cache.put("b", answer(), NOW)


@pytest.mark.parametrize(
    ("platform", "environment", "place"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/bulletin-export"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "~/.cache/bulletin-export"),
        ("linux", {}, "~/.cache/bulletin-export"),
        ("darwin", {}, "~/Library/Caches/bulletin-export"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l/bulletin-export"),
        ("win32", {}, "~/AppData/Local/bulletin-export"),
    ],
)
def test_it_lies_where_the_system_wants_it(monkeypatch, platform, environment, place):
    monkeypatch.setattr("sys.platform", platform)
    assert default_folder(environment) == Path(place).expanduser()


def test_processes_take_turns_at_a_host(opened):
    one, two = opened(), opened()
    assert [shelf.take("a", NOW, 0.5) - NOW for shelf in (one, two, one)] == [0, 0.5, 1]
    assert two.take("b", NOW, 0.5) == NOW
    one.postpone("a", NOW + 60)
    assert two.take("a", NOW, 0.5) == NOW + 60


def test_turns_are_taken_without_a_file_too(tmp_path):
    (tmp_path / "kept").write_text("in the way")
    cache = Cache(tmp_path / "kept")
    assert [cache.take("a", NOW, 0.5) - NOW for _ in range(3)] == [0, 0.5, 1]
    cache.postpone("a", NOW + 60)
    assert cache.take("a", NOW, 0.5) == NOW + 60
