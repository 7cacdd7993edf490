"""Names for finished files: readable, in the words of the article, safe on every disk."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import PurePath
from string import Formatter

from bulletin_export.errors import InvalidOptionError
from bulletin_export.model.article import Article, ContributorRole
from bulletin_export.patterns import lazy_pattern
from bulletin_export.wording import phrase

#: What a template of file names can say.
FIELDS = ("date", "title", "source", "author", "section", "number", "name")
DEFAULT = "{date}_{title}"

#: In bytes of UTF-8; with every field used a name stays below the 255 of common disks.
_LIMITS = {"title": 120}
_LIMIT = 40
_WHOLE = 220

# Windows forbids these; their full-width forms read the same and are allowed everywhere.
_FULL_WIDTH = {ord(mark): ord(mark) + 0xFEE0 for mark in '<>:"/\\|?*'}
_BLANKS = lazy_pattern(r"[\s\x00-\x1f\x7f-\x9f]+")
# Zero-width and direction marks: they make two names look alike.
_INVISIBLE = lazy_pattern("[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
_RESERVED = lazy_pattern(
    r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³])(?:\.|$)"
)
_GAP = lazy_pattern(r"[ _-]*(?:\0[ _-]*)+")


class FileNames:
    """Gives each article a name of its own, numbering those that clash.

    Disks that ignore case see no clash either. The numbers follow the order of asking.
    """

    def __init__(self, template: str = DEFAULT) -> None:
        self._template = template
        # The last resort is always the name.
        self._fields = tuple(one for one in FIELDS if one in template or one == "name")
        self._taken: set[str] = set()
        _check(template)

    def name(self, article: Article, *, number: int, source_name: str) -> str:
        """Return a name without ending for *article*, the *number*-th of its run."""
        stem = _filled(self._template, _facts(article, number, source_name, self._fields))
        name, n = stem, 1
        while name.casefold() in self._taken:
            n += 1
            name = f"{stem} ({n})"
        self._taken.add(name.casefold())
        return name


def safe(text: str) -> str:
    """Return *text* as a file name that no disk refuses or misreads; may be empty."""
    if not text.isprintable():  # As all text with invisible characters.
        text = _INVISIBLE.sub("", text)
    text = unicodedata.normalize("NFC", text)
    text = _BLANKS.sub(" ", text).translate(_FULL_WIDTH).lstrip(" .").rstrip(" .")
    return f"_{text}" if _RESERVED.match(text.casefold()) else text


def _facts(
    article: Article, number: int, source_name: str, fields: tuple[str, ...]
) -> dict[str, str]:
    data = article.metadata
    author = data.names(ContributorRole.AUTHOR, ContributorRole.CORRESPONDENT)
    facts = {
        "date": data.date.value[:10] if data.date else "",
        "title": article.headline.title,
        "source": data.source,
        "author": author[0] if author else "",
        "section": data.section,
        "number": f"{number:03}",
        "name": "" if source_name == "-" else PurePath(source_name).stem,
    }
    return {key: _cut(safe(facts[key]), _LIMITS.get(key, _LIMIT)) for key in fields}


def _filled(template: str, facts: Mapping[str, str]) -> str:
    # An empty field takes the marks around it along: no "_title" where a date is missing.
    marked = {key: fact or "\0" for key, fact in facts.items()}
    filled = _GAP.sub(_between, template.format_map(marked)).strip(" _-")
    return _cut(safe(filled), _WHOLE) or facts["name"] or "无题"


def _between(gap: re.Match[str]) -> str:
    return next(filter(None, gap[0].split("\0")), "")


def _cut(text: str, limit: int) -> str:
    return text.encode()[:limit].decode(errors="ignore").rstrip(" .")


def _check(template: str) -> None:
    known = phrase("known", known=tuple(f"{{{field}}}" for field in FIELDS))
    try:
        parts = list(Formatter().parse(template))
    except ValueError:
        parts = [("", "", "", None)]
    for _, field, form, conversion in parts:
        if field is not None and (field not in FIELDS or form or conversion):
            raise InvalidOptionError(option="--name", value=template, advice=known)
