"""Rules from their files: one TOML file a site, checked strictly."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from bulletin_export.errors import InvalidSiteRuleError
from bulletin_export.patterns import lazy_pattern
from bulletin_export.reasons import reason_of, toml_reason
from bulletin_export.shipped import shipped
from bulletin_export.sites.rules import SiteRule
from bulletin_export.sites.selectors import Selector
from bulletin_export.wording import Phrase, nearest, phrase

_SELECTORS = ("container", "title", "date", "source", "author", "next_page")
KEYS = ("host", "container", "drop", *_SELECTORS[1:])
#: Letters and digits by what they are not: a class that names thousands takes 10 ms to compile.
_NO_LETTER = r"/:-`{-\x7f\U00010000-\U0010ffff"
_HOST = lazy_pattern(rf"[^\x00-{_NO_LETTER}](?:[^\x00-,{_NO_LETTER}]*[^\x00-{_NO_LETTER}])?")


@cache
def shipped_rules() -> tuple[SiteRule, ...]:
    """Return the rules that ship with us; read once."""
    return _all(shipped("sites"))


def load_rules(folder: str) -> tuple[SiteRule, ...]:
    """Return the rules in the ``.toml`` files of *folder*, in the order of their names.

    Raises:
        InvalidSiteRuleError: There is no such folder, or a file breaks the schema.
    """
    path = Path(folder)
    if not path.is_dir():
        is_there = path.exists()
        reason = phrase("not-a-folder" if is_there else "no-such-file")
        _fail(path, "--sites", reason, phrase("wanted-rules"))
    return _all(path)


def _all(folder: Path) -> tuple[SiteRule, ...]:
    return tuple(load_rule(path) for path in sorted(folder.glob("*.toml")))


def load_rule(path: Path) -> SiteRule:
    """Return the rule in the file *path*.

    Raises:
        InvalidSiteRuleError: It breaks the schema; the error names the key.
    """
    table = _read(path)
    for key in table:
        if key not in KEYS:
            _fail(path, key, phrase("unknown-key"), nearest(key, KEYS))
    if "host" not in table:
        _fail(path, "host", phrase("is-missing"), phrase("wanted-host"))
    drop = table.get("drop", [])
    if not isinstance(drop, list):
        _fail(path, "drop", phrase("wrong-kind", value=repr(drop)), phrase("wanted-list"))
    return SiteRule(
        name=path.name,
        hosts=tuple(_hosts(path, table["host"])),
        drop=tuple(_selector(path, f"drop[{n}]", one) for n, one in enumerate(drop)),
        **{key: _selector(path, key, table[key]) for key in _SELECTORS if key in table},
    )


def _read(path: Path) -> dict[str, Any]:
    text = ""
    try:
        text = path.read_text("utf-8-sig")
        return tomllib.loads(text)
    except UnicodeDecodeError:
        _fail(path, path.name, phrase("not-text"), phrase("wanted-toml"))
    except OSError as error:
        _fail(path, path.name, reason_of(error), phrase("wanted-toml"))
    except tomllib.TOMLDecodeError as error:
        _fail(path, path.name, toml_reason(error, text), phrase("wanted-toml"))


def _hosts(path: Path, given: Any) -> list[str]:
    hosts = given if isinstance(given, list) else [given]
    for index, host in enumerate(hosts):
        key = f"host[{index}]" if isinstance(given, list) else "host"
        if not isinstance(host, str) or not _is_host(host.lower()):
            _fail(path, key, phrase("wrong-kind", value=repr(host)), phrase("wanted-host"))
    if not hosts:
        _fail(path, "host", phrase("is-missing"), phrase("wanted-host"))
    return [host.lower() for host in hosts]


def _is_host(text: str) -> bool:
    # Nearly every host is in ASCII, which needs no pattern.
    if text.isascii() and text.replace(".", "").replace("-", "").isalnum():
        return text[0].isalnum() and text[-1].isalnum()
    return _HOST.fullmatch(text) is not None


def _selector(path: Path, key: str, given: Any) -> Selector:
    if not isinstance(given, str):
        _fail(path, key, phrase("wrong-kind", value=repr(given)), phrase("wanted-str"))
    try:
        return Selector.parse(given)
    except ValueError:
        _fail(path, key, phrase("wrong-kind", value=repr(given)), phrase("wanted-selector"))


def _fail(path: Path, key: str, reason: Phrase | str, advice: Phrase) -> NoReturn:
    raise InvalidSiteRuleError(file=str(path), key=key, reason=reason, advice=advice)
