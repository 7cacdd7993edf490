"""Captions told by their shape: what stands beside a picture and speaks of it.

A page seldom says which line is a caption. Marks (▲, 图为, 摄, 供图) tell it anywhere;
a short line without an end tells it next to a picture when it is centred or body text
follows. A sentence of the body is never taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec
from msgspec.structs import replace

from bulletin_export.model.nodes import (
    Block,
    Figure,
    Image,
    LineBreak,
    Link,
    Paragraph,
    Strong,
    Table,
)
from bulletin_export.model.text import plain_text
from bulletin_export.model.walk import walk
from bulletin_export.patterns import lazy_pattern

_LONGEST = 80
#: With a mark at both ends a caption may be that long.
_LONGEST_MARKED = 200
_SHORT = 20
_SHORT_CENTRED = 40
_MOST_TOGETHER = 12

_NUMBER = r"[\d一二三四五六七八九十①-⑳]"
_SPEAKS = r"(?!中|里|显示|所示|可|表明|给出|反映|说明了|来看|能)"
_BELOW = lazy_pattern(
    r"[（(【\[]?(?:图为|图片(?:来源|说明|摄影|提供)|图片[:：]|图注|图说|图源|图[:：/／丨｜|]|资料(?:图|照片|图片)"
    rf"|[▲△↑◀◁☝⬆]|(?:[上左右]{{1,2}}|示意|效果|题|配)图[:：为]?{_SPEAKS}|本文图片|Photo\b|摄影[:：/／]"
    rf"|图\s?{_NUMBER}+(?!表|[、，,]?图){_SPEAKS})"
)
_CREDIT = lazy_pattern(
    r"(?:(?<![拍航偷])摄|供图|图源|制图|绘图|配图|新华社发|中新社发)\s*[）)】\]〕」]*[。.]?$"
    r"|(?:[\s:：/／（(]摄影|摄影报[道导]|资料(?:图|照片|图片)|(?:网络|网页|视频|系统|手机|微信)?截图|网络图片"
    r"|视觉中国|人民视觉|东方\s?IC)\s*[）)】\]〕」]*$"
    r"|[（(【\[](?:图|图片|照片|摄影|供图|制图)(?:源|来源|源自|来自|作者)?[:：/／丨｜|]?[^）)。]{1,24}[）)】\]]$"
    r"|图(?:片来)?源[:：/／].{1,16}$"
)
_ABOVE = lazy_pattern(r"[▼▽↓⬇]|(?:[下]图)[:：为]|.*(?:[▼▽↓⬇]|[（(]下图[）)])\s*$")
_PLURAL = lazy_pattern(
    r"组图|拼图|图[①②③④⑤⑥⑦⑧⑨]|[（(]?(?:上|左|前|第一|从左)[图张幅].*(?:下|右|后|第二)[图张幅]?"
    r"|[（(][左上][）)].*[（(][右下][）)]|以上图片|本组图|图[为片]?均为|均为.{0,8}摄"
)
_END = lazy_pattern(r"[。！？；…：:，,、!?;.”]\s*$|。")
#: What a name below a picture does not hold: clauses, questions, nothing but a number.
_NO_LABEL = lazy_pattern(r"[，,？?“”！—]|^[\d.]+$|^[（(]")
_NO_CAPTION = lazy_pattern(
    r"记者|编辑|责编|来源|作者|通讯员|点击|扫码|二维码|阅读|关注|分享|\d{4}\s*[年./-]\s*\d"
    r"|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、)）]|第.{1,3}[章节条部篇]|附件|[▼▽↓]"
)


#: What systems call a line below a picture.
_NAME = lazy_pattern(
    r"(?:pic|img|image|photo|figure|fig|tu)(?:ture|s)?[-_]?(?:intro|info|desc|describe|description|text|txt|title"
    r"|note|tips?|word|words|alt|explain)\b|caption|tuzhu|tushuo|zhushi",
    re.IGNORECASE,
)


def is_caption_name(name: str) -> bool:
    """Whether a paragraph called *name* stands below a picture."""
    return bool(name) and _NAME.search(name) is not None


class Look(msgspec.Struct, frozen=True):
    """What the page says about a block besides its words."""

    block: Block
    is_centred: bool = False
    #: Whether the page itself calls it a caption.
    is_named: bool = False
    #: The line in which it stood: pictures of one line belong together.
    line: int = 0


Looks = Mapping[int, Look]


def captioned(blocks: Sequence[Block], looks: Looks) -> list[Block]:
    """Return *blocks* with captions in their figures; *looks* knows blocks by identity."""
    # Where body text is centred, that tells nothing.
    is_telling = not any(_is_centred(block, looks) and _is_body(block) for block in blocks)
    found: list[Block] = []
    above: Paragraph | None = None
    for index, block in enumerate(blocks):
        if isinstance(block, Figure):
            if above is None:
                found.append(block)
            elif block.caption:
                found += [above, block]
            else:
                found.append(replace(block, caption=above.children))
            above = None
            continue
        if above is not None:
            found.append(above)
            above = None
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        if not isinstance(block, Paragraph):
            found.append(block)
        elif isinstance(after, Figure) and _is_above(block):
            above = block
        elif not _taken(found, block, after, looks, is_telling=is_telling):
            found.append(block)
    return [*found, above] if above is not None else found


def _taken(
    found: list[Block], block: Paragraph, after: Block | None, looks: Looks, *, is_telling: bool
) -> bool:
    """Whether *block* went into the figure at the end of *found*.

    *is_telling* says whether it means anything that a line is centred.
    """
    figure = found[-1] if found else None
    if not isinstance(figure, Figure):
        return False
    text = plain_text(block.children).strip()
    if figure.caption:
        if len(text) > _SHORT_CENTRED or not _CREDIT.search(text) or "。" in text[:-1]:
            return False
        found[-1] = replace(figure, caption=(*figure.caption, LineBreak(), *block.children))
        return True
    look = looks.get(id(block))
    is_centred = _is_centred(block, looks)
    if not _is_marked(text, figure, is_named=look is not None and look.is_named):
        if not _is_label(block, text):
            return False
        is_alone = not (isinstance(after, Paragraph) and _is_centred(after, looks))
        if not (is_telling and is_alone if is_centred else _is_shaped(found, text, after)):
            return False
    first = _first_of_group(found, text, looks)
    images = tuple(
        image for one in found[first:] if isinstance(one, Figure) for image in one.images
    )
    found[first:] = [Figure(images, block.children)]
    return True


def _is_marked(text: str, figure: Figure, *, is_named: bool) -> bool:
    """Whether the words themselves, or the page, say that *text* is a caption."""
    if not text or len(text) > _LONGEST_MARKED or ("\n" in text and len(text) > _LONGEST):
        return False
    if is_named:
        return len(text) <= _LONGEST_MARKED
    if any(text in (image.alt, image.title) for image in figure.images):
        return len(text) <= _LONGEST
    begins, ends = bool(_BELOW.match(text)), bool(_CREDIT.search(text))
    return (begins or ends) and len(text) <= (_LONGEST_MARKED if begins and ends else _LONGEST)


def _is_label(block: Paragraph, text: str) -> bool:
    """Whether *block* with its *text* may be a caption: short, plain, and no sentence."""
    if not text or len(text) > _SHORT_CENTRED or _END.search(text) or _NO_CAPTION.search(text):
        return False
    nodes = walk(block.children)
    return not any(isinstance(node, Link | Strong | Image | LineBreak) for node in nodes)


def _is_shaped(found: list[Block], text: str, after: Block | None) -> bool:
    """Whether *text* below the last of *found* is a name, and *after* it the text goes on."""
    if len(text) > _SHORT or _NO_LABEL.search(text):
        return False
    before = next((one for one in found[:-_MOST_TOGETHER:-1] if not isinstance(one, Figure)), None)
    return (isinstance(after, Figure) or _is_body(after)) and not _is_name(before)


def _is_name(block: Block | None) -> bool:
    """Whether *block* may be the name of the picture below it."""
    if not isinstance(block, Paragraph):
        return False
    text = plain_text(block.children).strip()
    return len(text) <= _SHORT and not _END.search(text)


def _is_body(block: Block | None) -> bool:
    if not isinstance(block, Paragraph):
        return False
    text = plain_text(block.children).strip()
    return len(text) > 40 or text.endswith(("。", "！", "？", "”", "…"))


def _is_centred(block: Block, looks: Looks) -> bool:
    look = looks.get(id(block))
    return look is not None and look.is_centred


def _is_above(block: Paragraph) -> bool:
    text = plain_text(block.children).strip()
    return len(text) <= _LONGEST and "\n" not in text and bool(_ABOVE.match(text))


def _first_of_group(found: list[Block], text: str, looks: Looks) -> int:
    """Return the index of the first figure that shares the caption *text*."""
    last = looks.get(id(found[-1]))
    is_plural = bool(_PLURAL.search(text))
    first = len(found) - 1
    while first and len(found) - first < _MOST_TOGETHER:
        one = found[first - 1]
        look = looks.get(id(one))
        is_near = last is not None and look is not None and look.line == last.line
        if not isinstance(one, Figure) or one.caption or not (is_plural or is_near):
            break
        first -= 1
    return first


_TABLE_NAME = lazy_pattern(
    r"[（(]?(?:附?表|Table)\s?[\d一二三四五六七八九十]+(?!中|显示|所示|可|是|为)"
)


def with_table_names(blocks: Sequence[Block]) -> list[Block]:
    """Return *blocks* with a line like 表1 above a table as the caption of the table."""
    found: list[Block] = []
    for block in blocks:
        name = found[-1] if found else None
        if isinstance(block, Table) and not block.caption and isinstance(name, Paragraph):
            text = plain_text(name.children).strip()
            if len(text) <= _SHORT_CENTRED and _TABLE_NAME.match(text) and not _END.search(text):
                found[-1] = replace(block, caption=name.children)
                continue
        found.append(block)
    return found
