"""Comments and replies: series of boxes in which people answer."""

from __future__ import annotations

from itertools import groupby

from bulletin_export.extraction.outline import Line, Outline, Part
from bulletin_export.patterns import lazy_pattern

#: What stands beside a post and hardly ever in an article.
_POSTED = lazy_pattern(
    r"\d\s*(?:秒|分钟|小时|天|周|个月)(?:前|之前)|刚刚|发表于|發表於|回复|回覆|举报|網友|网友|游客|匿名"
    r"|楼主?(?:$|\s)|沙发|板凳|^#?\d+[#楼F]|点赞|[赞顶踩]\s*[(（\[]?\d|积分|注册|只看该作者|ID[:：]"
)
_FEWEST = 3
_LONGEST_MARK = 40
_MOST_LINES = 60


def series_of_posts(outline: Outline) -> tuple[tuple[Part, ...], ...]:
    """Return the runs of at least three sibling boxes that each hold a post."""
    found: list[tuple[Part, ...]] = []
    for part in outline.parts:
        if len(part.parts) >= _FEWEST and part.last_line - part.first_line >= 2 * _FEWEST:
            for _, run in groupby(part.parts, key=_looks):
                boxes = tuple(run)
                if len(boxes) >= _FEWEST and _are_posts(boxes, outline.lines):
                    found.append(boxes)
    return tuple(found)


def damp(posts: tuple[Part, ...], lines: list[Line]) -> None:
    """Let *posts* weigh nothing: however long, they are not the article."""
    for post in posts:
        for line in lines[post.first_line : post.last_line]:
            line.weight = 0.0


def _looks(part: Part) -> tuple[str, str]:
    return part.element.tag, (part.element.get("class") or "").split(" ", 1)[0]


def _are_posts(boxes: tuple[Part, ...], lines: list[Line]) -> bool:
    sizes = [box.last_line - box.first_line for box in boxes]
    if max(sizes) > _MOST_LINES or sum(sizes) < 2 * len(boxes):
        return False
    marked = sum(_is_post(lines[box.first_line : box.last_line]) for box in boxes)
    return marked * 3 >= len(boxes) * 2


def _is_post(lines: list[Line]) -> bool:
    """Whether *lines* are some words, and beside them who wrote them or when."""
    if not any(line.weight for line in lines):
        return False
    ends = (*lines[:6], *lines[-3:])
    return any(len(line.text) < _LONGEST_MARK and _POSTED.search(line.text) for line in ends)
