"""Which part of the page is the article's body."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from bulletin_export.extraction.blocks.table_shape import is_layout
from bulletin_export.extraction.body.posts import damp, series_of_posts
from bulletin_export.extraction.body.weighing import Scale
from bulletin_export.extraction.metadata.titles import Title
from bulletin_export.extraction.naming import is_known_container, is_known_post
from bulletin_export.extraction.outline import Outline, Part

#: A part must keep this share of the running text for the search to go on inside it.
_SHARE = 0.7
#: Less running text than this is a short page, or only pictures.
_ENOUGH = 60.0
_KNOWN_SHARE = 0.2
_SIBLING = 40.0
#: Running text in the box of the title that makes it the box of the article.
_TITLED = 15.0
_PURE = 0.6
_BLOCKS = frozenset(("ul", "ol", "dl", "li", "dd", "figure", "blockquote"))
#: What holds words of an article next to its paragraphs, when they lead nowhere.
_CONTENT = frozenset(("ul", "ol", "dl", "blockquote", "table", "figure"))
_TABLE_PARTS = frozenset(("table", "thead", "tbody", "tfoot", "tr"))
#: So many times the text of the title's box make another one the article's.
_MUCH = 10
_IMPURE = 0.4


class Choice(msgspec.Struct, frozen=True):
    """The part that holds the body, the rule that found it, and parts inside it to leave out."""

    part: Part
    rule: str
    left: tuple[Part, ...] = ()
    #: Running text in it, and its share of all on the page.
    weight: float = 0.0
    share: float = 0.0


def choose(outline: Outline, title: Title) -> Choice:
    """Return the part of the page that holds the body; at worst, the whole page."""
    posts = [post for series in series_of_posts(outline) for post in series]
    scale = Scale(outline, title)
    known = _known(outline, scale)
    if known:
        return _chosen(known, "known-container", posts, outline, scale)
    if posts:
        told = next((post for post in posts if scale.weight(post) > _TITLED), None)
        damp(tuple(posts), outline.lines)
        scale = Scale(outline, title)
        if told and scale.weight(outline.root) < _TITLED and not outline.root.images:
            return _chosen(told, "first-post", (), outline, scale)
    part = _descended(outline.root, scale)
    rule = "below-headline" if part is outline.root else "scored"
    return _chosen(part, rule, posts, outline, scale)


def _chosen(part: Part, rule: str, posts: Iterable[Part], outline: Outline, scale: Scale) -> Choice:
    left = tuple(post for post in posts if _is_inside(post, part))
    impure = tuple(one for one in part.parts if _is_beside(one, part, scale))
    weight, all_weight = scale.weight(part), scale.weight(outline.root)
    share = weight / all_weight if all_weight else 0.0
    return Choice(part, rule, (*left, *impure), weight, share)


def _is_inside(part: Part, whole: Part) -> bool:
    is_within = whole.first_line <= part.first_line and part.last_line <= whole.last_line
    return is_within and part is not whole


def _is_beside(part: Part, whole: Part, scale: Scale) -> bool:
    """Whether *part* is a column of links inside *whole*, which has running text elsewhere."""
    linked = scale.linked(part)
    if linked <= _SIBLING or scale.holds_title(part) or part.images or _is_data(part):
        return False
    weight = scale.weight(part)
    return scale.purity(part) < _IMPURE and weight < 0.5 * scale.weight(whole)


def _is_data(part: Part) -> bool:
    """Whether *part* is a table whose cells say something, though they may lead elsewhere."""
    return part.element.tag == "table" and not is_layout(part.element)


def _known(outline: Outline, scale: Scale) -> Part | None:
    """Return the container of a known system that holds the article, if there is one."""
    named = [part for part in outline.parts if part.name]
    posts = (part for part in named if is_known_post(part.element) and scale.weight(part) > 0)
    first = next(posts, None)
    if first:
        return first
    known = [part for part in named if is_known_container(part.element)]
    known = [part for part in known if _is_text(part, scale)]
    if not known:
        return None
    best = max(known, key=scale.weight)
    if scale.weight(best) <= _KNOWN_SHARE * scale.weight(outline.root):
        return None
    return _innermost(best, known, scale)


def _is_text(part: Part, scale: Scale) -> bool:
    """Whether *part* is no column of links, and not empty."""
    size, linked = scale.size(part), scale.linked(part)
    if linked * 2 > size:
        return False
    return scale.weight(part) > _ENOUGH or (scale.start > 0 and (size > 0 or part.images > 0))


def _innermost(best: Part, known: list[Part], scale: Scale) -> Part:
    """Return the smallest of the *known* containers inside *best* that holds as good as all."""
    for part in known:
        is_inner = _is_inside(part, best)
        if (
            is_inner
            and part.images >= best.images
            and scale.weight(part) >= 0.95 * scale.weight(best)
        ):
            best = part
    return best


def _descended(part: Part, scale: Scale) -> Part:
    """Go down as long as one part inside holds the title and text, or nearly all text."""
    box = part
    while part.parts:
        inner = _titled(part, scale) or _heaviest(part, scale)
        if inner is None:
            break
        part = inner
        if _is_box(part.element):
            box = part
    return box


def _is_box(element: Any) -> bool:
    """Whether *element* holds blocks and is none itself, as a list or a table of facts is."""
    if element.tag in _BLOCKS:
        return False
    if element.tag not in _TABLE_PARTS:
        return True
    table = element if element.tag == "table" else next(element.iterancestors("table"), None)
    return table is None or is_layout(table)


def _titled(part: Part, scale: Scale) -> Part | None:
    """Return the part inside that the article begins in, if it goes on in no other.

    That is the part that holds the title and something else, or the first sentence below it.
    """
    first = _first(part, scale)
    if first is None:
        return None
    least = max(_TITLED, min(_SIBLING, 0.3 * scale.weight(first)))
    others = (one for one in part.parts if one is not first and scale.weight(one) >= least)
    rivals = (one for one in others if _is_pure(one, scale))
    found = tuple(rivals)
    alike = sum(_is_alike(one, first) for one in found)
    is_series = alike > 1 or (alike == 1 and first.name != "")
    return None if is_series or any(_is_rival(one, first, scale) for one in found) else first


def _is_alike(one: Part, two: Part) -> bool:
    return one.element.tag == two.element.tag and one.name == two.name


def _is_rival(other: Part, first: Part, scale: Scale) -> bool:
    """Whether the article may go on in *other*, which is no column beside what *first* tells."""
    is_told = scale.has_sentence(first) and scale.weight(other) < _MUCH * scale.weight(first)
    return not (is_told and scale.begins_with_head(other))


def _first(part: Part, scale: Scale) -> Part | None:
    """Return the part inside that holds the title and words, or the first words below it."""
    titled = next((one for one in part.parts if scale.holds_title(one)), None)
    if titled and titled.element.tag != "pre" and _has_content(titled, scale):
        return titled
    if titled and scale.size(titled) > 0:
        return None
    if not 0 < scale.start <= part.last_line or _has_own_words(part, scale):
        return None
    below = [one for one in part.parts if one.first_line >= scale.start and one is not titled]
    first = next((one for one in below if _has_content(one, scale)), None)
    if first is None or first.element.tag == "pre":
        return None
    others = (one for one in below if one is not first)
    is_alone = not any(_goes_on(one, scale) for one in others)
    return first if is_alone or not _is_leaf(first) else None


def _goes_on(part: Part, scale: Scale) -> bool:
    """Whether *part* continues what a paragraph beside it began."""
    if part.element.tag in _CONTENT and part.factor >= 0.5:
        return scale.words(part) > 0
    return _is_leaf(part) and (scale.size(part) > 0 or part.images > 0)


def _has_own_words(part: Part, scale: Scale) -> bool:
    """Whether text stands in *part* itself, beside the parts inside."""
    return scale.size(part) - sum(map(scale.size, part.parts)) > _TITLED


def _has_content(part: Part, scale: Scale) -> bool:
    return part.factor >= 0.5 and (scale.words(part) > _TITLED or part.images > 0)


def _heaviest(part: Part, scale: Scale) -> Part | None:
    """Return the part inside that holds nearly all running text, if one does."""
    best = max(part.parts, key=scale.weight)
    weight, whole = scale.weight(best), scale.weight(part)
    if whole < _ENOUGH or weight < _SHARE * whole or _is_leaf(best) or best.element.tag == "pre":
        return None
    if any(_is_lead(one, best, scale) for one in part.parts):
        return None
    if _is_told_elsewhere(part, best, scale):
        return None
    others = (one for one in part.parts if one is not best)
    return None if any(_is_twin(one, best, scale) for one in others) else best


def _is_told_elsewhere(part: Part, best: Part, scale: Scale) -> bool:
    """Whether another part than *best* begins the article: prose, pictures or a table."""
    first = _first(part, scale)
    if first is None or first is best:
        return False
    if scale.begins_with_head(best) and (
        first.images or first.element.find(".//table") is not None
    ):
        return True
    is_upper = first.last_line == best.first_line and first.element.tag == best.element.tag
    is_upper = is_upper and first.element.get("class") == best.element.get("class")
    return scale.has_sentence(first) and scale.weight(first) > (_SIBLING if is_upper else _ENOUGH)


def _is_lead(other: Part, best: Part, scale: Scale) -> bool:
    """Whether *other* is a paragraph between the title and the box *best* with all the others."""
    is_above = 0 < scale.start <= other.first_line < best.first_line
    is_paragraph = is_above and other.element.tag == "p" and not other.name
    return is_paragraph and scale.weight(other) > _SIBLING and _is_pure(other, scale)


def _is_leaf(part: Part) -> bool:
    """Whether *part* is one paragraph, at times of several lines, rather than a box of several."""
    is_line = part.last_line - part.first_line <= 1 or part.element.tag == "p"
    return not part.parts and is_line


def _is_pure(part: Part, scale: Scale) -> bool:
    return part.factor >= 0.5 and scale.purity(part) >= _PURE * part.factor


def _is_twin(other: Part, best: Part, scale: Scale) -> bool:
    """Whether *other* continues what *best* holds: the same kind of box, with text of its own."""
    if scale.weight(other) < _SIBLING or not _is_pure(other, scale):
        return False
    one, two = other.element, best.element
    return one.tag == two.tag and one.get("class") == two.get("class") and not one.get("id")
