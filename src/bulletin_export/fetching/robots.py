"""What a site asks programs to leave alone (RFC 9309)."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote_to_bytes

import msgspec

from bulletin_export.patterns import lazy_pattern

#: Our name in ``robots.txt``.
TOKEN = "bulletin-export"  # noqa: S105  (no secret)
#: No more of the file has to be read (§2.5).
READ = 500 * 1024
_LINE = lazy_pattern(r"\s*([A-Za-z-]+)\s*:\s*([^#]*)")
_NAME = lazy_pattern(r"[A-Za-z_-]+")


class Rule(msgspec.Struct, frozen=True):
    """One line: paths like *pattern* are allowed, or not."""

    is_allowed: bool
    pattern: str


class Robots(msgspec.Struct, frozen=True):
    """The rules for us, and the seconds the site wants between two requests."""

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0

    def allows(self, target: str) -> bool:
        """Tell whether the path and query *target* may be fetched: the longest match decides."""
        if target == "/robots.txt":
            return True
        target = _comparable(target)
        matching = [one for one in self.rules if _matches(one.pattern, target)]
        best = max(matching, key=lambda one: (len(one.pattern), one.is_allowed), default=None)
        return best is None or best.is_allowed


#: Nothing was forbidden.
ALL = Robots()
#: The site cannot say, so everything is (§2.3.1.4).
NOTHING = Robots((Rule(is_allowed=False, pattern="/"),))


def parsed(data: bytes) -> Robots:
    """Return the rules in the file *data* that are meant for us, else those for everybody."""
    text = data[:READ].decode("utf-8-sig", "replace")
    groups: dict[str, list[tuple[str, str]]] = {}
    names: list[str] = []
    is_open = False
    for line in re.split(r"[\r\n]+", text):
        found = _LINE.match(line)
        if not found:
            continue
        key, value = found[1].lower(), found[2].strip()
        if key == "user-agent":
            names = [*names, _token(value)] if is_open else [_token(value)]
            is_open = True
            groups.setdefault(names[-1], [])
        elif key in ("allow", "disallow", "crawl-delay"):
            is_open = False
            for name in dict.fromkeys(names):
                groups[name].append((key, value))
    return _robots(groups.get(TOKEN, groups.get("*", [])))


def _token(value: str) -> str:
    name = _NAME.match(value)
    return name[0].lower() if name else value[:1]


def _robots(lines: list[tuple[str, str]]) -> Robots:
    # «Disallow:» with nothing behind it forbids nothing.
    rules = tuple(
        Rule(key == "allow", _comparable(value))
        for key, value in lines
        if key != "crawl-delay" and value.startswith(("/", "*"))
    )
    delays = [value for key, value in lines if key == "crawl-delay"]
    delay = delays[-1] if delays else ""
    return Robots(rules, float(delay) if re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,3})?", delay) else 0.0)


def _comparable(path: str) -> str:
    """Return *path* encoded in one way, so that both sides of a comparison are alike."""
    return quote(unquote_to_bytes(path), safe="/*$?=&;:@!+,~-._'()")


def _matches(pattern: str, target: str) -> bool:
    """Tell whether *target* begins like *pattern*, where ``*`` is anything and ``$`` the end.

    Each part between stars is looked for once, so the time is that of a search.
    """
    is_whole = pattern.endswith("$")
    first, *rest = (pattern[:-1] if is_whole else pattern).split("*")
    if not target.startswith(first):
        return False
    at = len(first)
    for part in rest[:-1]:
        found = target.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    if not rest:
        return not is_whole or at == len(target)
    if is_whole:
        return target.endswith(rest[-1]) and at <= len(target) - len(rest[-1])
    return target.find(rest[-1], at) >= 0
