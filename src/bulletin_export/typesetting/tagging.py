"""What each paragraph, picture and stretch of a line is, as the logical structure calls it.

ISO 32000-1, 14.8.4 names the types. A heading is tagged with its rank among all ranks
of headings; how deep it stands in the finished document is seen when all are there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bulletin_export.composition.alternative_text import alternative_text
from bulletin_export.model.nodes import Code, Image, Inline, Note, Ruby, Text
from bulletin_export.model.walk import walk
from bulletin_export.styling.template import Role
from bulletin_export.typesetting.layout import UNTAGGED
from bulletin_export.typesetting.setting import Setting
from bulletin_export.typesetting.strips import Strip, changed

#: Ranks of headings: the whole, its parts, an article, six levels inside it.
_RANKS = {
    Role.PUBLICATION_TITLE: 1,
    Role.SECTION_TITLE: 2,
    Role.CONTENTS_TITLE: 2,
    Role.TITLE: 3,
    Role.ANNEX_TITLE: 4,
    **{Role.heading(level): 3 + level for level in range(1, 7)},
}
_KINDS = {Role.CAPTION: "Caption", **{role: f"H{rank}" for role, rank in _RANKS.items()}}

#: What describes a picture of which nothing is known.


def kind_of(role: Role) -> str:
    """Return the structure type of a paragraph of *role*."""
    return _KINDS.get(role, "P")


def with_tags(strip: Strip, setting: Setting) -> Strip:
    """Return *strip* with every line a paragraph that nobody tagged before."""
    lines = tuple(
        one._replace(tag=setting.tagged(kind_of(one.role))) if one.tag == UNTAGGED else one
        for one in strip.lines
    )
    return changed(strip, lines=lines)


def tag_picture(image: Image, parent: int, setting: Setting, caption: Iterable[Inline] = ()) -> int:
    """Tag *image*, with what is said of it to people who cannot see it."""
    alt = alternative_text(image, caption, setting.language)
    return setting.tagged("Figure", parent, alt=alt)


def leading_pictures(inlines: Iterable[Inline]) -> Iterator[Image]:
    """Yield the pictures before the first word of *inlines*."""
    for node in walk(inlines):
        match node:
            case Image():
                yield node
            case Text(value) | Code(value) | Ruby(base=value):
                if value.strip():
                    return
            case Note():
                return
            case _:
                pass
