"""Blocks that belong to the page and not to the article, cut off at both ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bulletin_export.extraction.metadata.info_line import is_info
from bulletin_export.extraction.metadata.titles import folded
from bulletin_export.model.nodes import (
    Block,
    BulletList,
    Figure,
    Heading,
    Link,
    OrderedList,
    Paragraph,
    Table,
    Text,
    ThematicBreak,
)
from bulletin_export.model.text import paragraphs, plain_text
from bulletin_export.model.walk import walk
from bulletin_export.patterns import lazy_pattern


class Worded(NamedTuple):
    """A block and its words, so that they are gathered once."""

    block: Block
    text: str


_HEAD = lazy_pattern(
    r"^(?:当前位置|您(?:现在)?(?:的|所在)?位置|位置[:：]|首页\s*[>›»]|【?(?:字号|字体|打印|大\s*中\s*小)"
    r"|分享(?:到|至)?[:：]?|浏览(?:次数|量)?\s*[:：]|返回首页|扫一扫|点击\S{0,6}关注|收藏|打印本页"
    r"|用微信扫|[\d\s]+$|T\s*[+-]|原标题|[（(]原标题|[-—=*·\s|｜>]+$)"
)
#: From here on nothing of the article follows.
_END = lazy_pattern(
    r"^[\s【\[（(<]*(?:[上下前后]一(?:篇|条|頁|页|則|则)|没有了|XML\s*地图|(?:网站|站点)地图"
    r"|相[关關](?:阅读|新闻|文章|链接|报道|推荐|稿件|资讯|专题|閱讀|新聞|報導)"
    r"|延伸[阅閱][读讀]"
    r"|(?:推荐|热门|热点|精彩|更多|編輯)(?:阅读|推荐|新闻|精彩|閱讀|推薦)|更多$|猜你喜欢|为您推荐|大家都在看"
    r"|(?:网友|我要|发表|全部|最新|热门)评论|(?:版权|版權)(?:声明|所有|与免责|聲明)|(?:免责|特别|本网|法律|郑重)声明|声明[:：]"
    r"|责任编辑[:：]|責任編輯[:：]|责编[:：]|關鍵字[:：]|打印本|【?打印】?\s*【?关闭|关闭(?:窗口|本页)"
    r"|返回(?:首页|列表|顶部)|Copyright|©|\wICP[备证]|京公网安备|主办(?:单位)?[:：]|技术支持[:：]|友情链接"
    r"|联系我们|关于我们|关注我们|举报电话)",
    re.IGNORECASE,
)
#: The same, but it may stand above the article as well.
_WEAK_END = lazy_pattern(
    r"^[\s【\[（(<]*(?:分享|扫一扫|扫码|用微信扫|微信扫|收藏|点赞|举报|纠错|我要纠错|我要反馈|跟贴|评论)"
)
#: A line about the making of the page: facts are read from it, and it is left out.
_CREDIT = lazy_pattern(
    r"^[\s【\[（(]*(?:责任编辑|責任編輯|责编|責編|网络编辑|值班编辑|本文编辑|编辑|编审|审核|校对|[一二三初复终]审|选稿|监制"
    r"|来源|稿件来源|文章来源|原标题|作者|责任校对|监审|关键[字词]|标签|Tags?|文号|附件信息)\s*[:：]",
    re.IGNORECASE,
)
_ICONS = lazy_pattern(r"^[\ue000-\uf8ff][^。]{0,20}$")
_LISTS = (BulletList, OrderedList)
_SHORT_CREDIT = 60
_SHORT_END = 80
_THIN = 1200
_TITLE_REACH = 12
_EDGE = 4


def trimmed(
    blocks: Sequence[Block], title: str, *, whole_page: bool
) -> tuple[tuple[Block, ...], list[str]]:
    """Return *blocks* without what stands above and below the article, and the credits cut.

    With *whole_page* the blocks are all of the page, and menus have to go as well.
    """
    every = [Worded(block, _words(block)) for block in blocks]
    kept = [one for one in every if not _ICONS.match(one.text)]
    if whole_page:
        kept = [one for one in kept if not _is_menu(one)]
    kept = kept[_start(kept, title, whole_page=whole_page) :]
    kept = kept[: _end(kept)]
    last = len(kept) - 2 * _EDGE
    body = [
        one.block for index, one in enumerate(kept) if _EDGE <= index < last or not _is_credit(one)
    ]
    return tuple(body), [one.text for one in every[-40:] if _is_credit(one)]


def _start(blocks: list[Worded], title: str, *, whole_page: bool) -> int:
    """Return the index of the first block of the body."""
    start = _after_title(blocks, title, len(blocks) if whole_page else _TITLE_REACH)
    info = _after_info(blocks, start, 40 if whole_page and not start else 6)
    start = max(start, info)
    while start < len(blocks):
        block, text = blocks[start]
        is_head = (
            bool(text) and len(text) < 160 and bool(_HEAD.match(text) or _is_info(blocks[start]))
        )
        if not is_head and not isinstance(block, ThematicBreak):
            break
        start += 1
    return start


def _after_title(blocks: list[Worded], title: str, reach: int) -> int:
    """Return the index after the block, or the blocks, that print *title* again."""
    wanted = folded(title)
    for first in range(min(reach, len(blocks))) if wanted else ():
        printed = ""
        for last in range(first, min(first + 4, len(blocks))):
            if len(blocks[last].text) > 2 * len(title) + 8:
                break
            printed += folded(blocks[last].text)
            if printed == wanted:
                return last + 1
            if not printed or not wanted.startswith(printed):
                break
    return 0


def _after_info(blocks: list[Worded], start: int, reach: int) -> int:
    """Return the index after the info line that follows *start*, or 0.

    Only short lines may stand between; a sentence belongs to the body already.
    """
    after = 0
    for index in range(start, min(start + reach, len(blocks))):
        if _is_info(blocks[index]):
            after = index + 1
        elif (
            len(blocks[index].text) > 60
            or blocks[index].text.endswith("。")
            or isinstance(blocks[index].block, Figure | Table)
            or after
        ):
            break
    return after


def _is_info(one: Worded) -> bool:
    return not isinstance(one.block, Figure | Table) and bool(one.text) and is_info(one.text)


def _end(blocks: list[Worded]) -> int:
    """Return the index after the last block of the body."""
    running = [
        len(text) if isinstance(block, Paragraph) and len(text) > 30 else 0
        for block, text in blocks
    ]
    before, after = 0, sum(running)
    for index, (block, text) in enumerate(blocks):
        first_lines = text.split("\n", 3)[: 3 if isinstance(block, _LISTS) else 1]
        if not isinstance(block, Table) and any(
            _is_end(line, before, after) for line in first_lines
        ):
            return index
        before += running[index]
        after -= running[index]
    end = len(blocks)
    while end and (isinstance(blocks[end - 1].block, ThematicBreak) or _is_menu(blocks[end - 1])):
        end -= 1
    return end


def _is_end(text: str, before: int, after: int) -> bool:
    if len(text) >= _SHORT_END:
        return after == 0 and bool(_END.match(text))
    if _END.match(text):
        return before > 100 or after < _THIN
    return before > after and bool(_WEAK_END.match(text))


def is_credit_line(text: str) -> bool:
    """Whether *text* names who made the page, or where its text came from, and no more."""
    return len(text) < _SHORT_CREDIT and "。" not in text and bool(_CREDIT.match(text))


def _is_credit(one: Worded) -> bool:
    return isinstance(one.block, Paragraph) and is_credit_line(one.text)


def _is_menu(one: Worded) -> bool:
    """Whether a block is a list or line of links: nearly all its characters lead elsewhere."""
    block = one.block
    if isinstance(block, Table | Figure | ThematicBreak | Heading):
        return False
    if isinstance(block, Paragraph) and not any(
        isinstance(child, Link) for child in block.children
    ):
        return False
    links = [plain_text(node.children) for node in walk((block,)) if isinstance(node, Link)]
    if any("附件" in link for link in links):
        return False
    linked = sum(map(len, links))
    if isinstance(block, _LISTS):
        return linked * 10 > len(one.text) * 6
    return len(links) > 1 and linked * 10 > len(one.text) * 7


def _words(block: Block) -> str:
    if isinstance(block, Paragraph | Heading):
        if len(block.children) == 1 and isinstance(block.children[0], Text):
            return block.children[0].value.strip()
        return plain_text(block.children).strip()
    return "\n".join(paragraphs((block,))).strip()
