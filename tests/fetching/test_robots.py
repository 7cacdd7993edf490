"""What sites ask of programs."""

import time

import pytest

from bulletin_export.fetching.robots import ALL, parsed


def allows(text, target):
    return parsed(text.encode()).allows(target)


@pytest.mark.parametrize(
    ("rules", "target", "allowed"),
    [
        ("Disallow: /a", "/a/b.html", False),
        ("Disallow: /a", "/b", True),
        ("Disallow:", "/a", True),
        ("Disallow: /", "/robots.txt", True),
        ("Disallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("Allow: /a\nDisallow: /a/b", "/a/b/c", False),
        ("Allow: /a\nDisallow: /a", "/a", True),
        ("Disallow: /*.php$", "/x/a.php", False),
        ("Disallow: /*.php$", "/x/a.php?b", True),
        ("Disallow: /*/tmp/*.html", "/a/tmp/b/c.html#", False),
        ("Disallow: /a*b*c$", "/aXbYc", False),
        ("Disallow: /a*b*c$", "/ac", True),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: /a$", "/a", False),
        ("Disallow: /要闻/", "/%E8%A6%81%E9%97%BB/1", False),
        ("Disallow: /%e8%a6%81", "/%E8%A6%81", False),
        ("Disallow: /a?id=", "/a?id=3", False),
        ("disallow : /a # why", "/a", False),
    ],
)
def test_the_longest_rule_decides(rules, target, allowed):
    assert allows(f"User-agent: *\n{rules}", target) is allowed


def test_rules_for_us_by_name_beat_those_for_all():
    text = "User-agent: Bulletin-Export/1.0\nDisallow: /ours\n\nUser-agent: *\nDisallow: /"
    assert allows(text, "/a")
    assert not allows(text, "/ours")


def test_groups_of_one_name_are_one_group_and_names_may_share_one():
    text = "\ufeffUser-agent: bulletin-export\r\nUser-agent: other\r\nDisallow: /a\r\n"
    text += "User-agent: third\r\nDisallow: /c\r\nUser-agent: bulletin-export\r\nDisallow: /b"
    assert [allows(text, target) for target in ("/a", "/b", "/c")] == [False, False, True]


@pytest.mark.parametrize(
    "text", ["", "<html>404</html>", "Disallow: /", "\0\xff: x", "User-agent:"]
)
def test_what_is_no_rule_forbids_nothing(text):
    assert allows(text, "/a")


def test_the_wish_for_slowness_is_read():
    assert parsed(b"User-agent: *\nCrawl-delay: 2.5\nDisallow: /a").delay == 2.5
    assert parsed(b"User-agent: *\nCrawl-delay: soon").delay == 0
    assert ALL.delay == 0


def test_many_stars_take_no_time():
    robots = parsed(b"User-agent: *\nDisallow: /" + b"*a" * 500 + b"$")
    started = time.perf_counter()
    assert robots.allows("/" + "a" * 400 + "b")
    assert time.perf_counter() - started < 0.5
