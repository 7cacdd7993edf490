"""Places that links lead to: articles, sections, and headings inside an article."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote

from bulletin_export.model.article import Article
from bulletin_export.model.nodes import Heading, Link
from bulletin_export.model.text import plain_text
from bulletin_export.model.walk import find


def bookmark_name(index: int) -> str:
    """Return the bookmark of the article with *index*; Word hides names that begin so."""
    return f"_Toc{index + 1:09d}"


def section_bookmark_name(index: int) -> str:
    """Return the bookmark of the section that begins with the article *index*."""
    return f"_Toc9{index + 1:08d}"


def places(article: Article, own: str) -> Mapping[str, str]:
    """Return the bookmark for each fragment that links inside *article* lead to.

    ``#`` and ``#top`` lead to *own*, the bookmark of the article; others to the heading
    with these words, blanks written as hyphens or as they are.
    """
    targets = (link.target for link in find(article, Link))
    wanted = {fragment(target) for target in targets if target.startswith("#")}
    if not wanted:
        return {}
    found: dict[str, str] = {name: own for name in ("", "top") if name in wanted}
    for number, heading in enumerate(find(article, Heading), 1):
        text = plain_text(heading.children)
        for name in {text, heading_fragment(text)} & wanted:
            found.setdefault(name, f"{own}_{number}")
    return found


def fragment(target: str) -> str:
    """Return the name of the place that *target* (``#`` and a name) leads to."""
    return unquote(target.removeprefix("#"))


def heading_fragment(text: str) -> str:
    """Return the name of the place that is a heading with the words *text*."""
    return "-".join(text.lower().split())
