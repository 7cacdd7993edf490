"""Blocks that belong to the page and not to the article, cut off at both ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletin_export.extraction.info_line import is_info
from bulletin_export.extraction.titles import folded
from bulletin_export.model.nodes import (
    Block,
    BulletList,
    Figure,
    Heading,
    Link,
    OrderedList,
    Paragraph,
    Table,
    ThematicBreak,
)
from bulletin_export.model.text import paragraphs, plain_text
from bulletin_export.model.walk import walk

_HEAD = re.compile(
    r"^(?:当前位置|您(?:现在)?(?:的|所在)?位置|位置[:：]|首页\s*[>›»]|【?(?:字号|字体|打印|大\s*中\s*小)|分享(?:到|至)?[:：]?|"
    r"浏览(?:次数|量)?\s*[:：]|原标题[:：]|返回首页|扫一扫|点击\S{0,6}关注|收藏|打印本页|[-—=*·\s|｜>]+$)"
)
#: From here on nothing of the article follows.
_END = re.compile(
    r"^[\s【\[（(]*(?:上一篇|下一篇|上一条|下一条|上一页|下一页|前一篇|后一篇|没有了|XML\s*地图|网站地图|站点地图|相关(?:阅读|新闻|文章|链接|报道|推荐|稿件|资讯|专题)"
    r"|延伸阅读|推荐阅读|热门推荐|热点推荐|更多(?:新闻|精彩|推荐)|猜你喜欢|为您推荐|大家都在看|网友评论|我要评论|发表评论|全部评论|最新评论"
    r"|版权声明|版权所有|版权与免责|免责声明|特别声明|本网声明|法律声明|声明[:：]|分享(?:到|至)|扫一扫|扫码|关注我们|联系我们|关于我们"
    r"|打印本(?:页|文)|关闭(?:窗口|本页)|【?打印】?\s*【?关闭|收藏本页|返回(?:首页|列表|顶部)|Copyright|©|(?:[\u4e00-\u9fff]ICP[备证])|京公网安备|主办(?:单位)?[:：]|技术支持[:：]"
    r"|友情链接|附近\S{0,4}新闻|纠错|我要纠错|举报|点赞|微信扫|分享按钮)",
    re.IGNORECASE,
)
#: A line about the making of the page; facts are read from it, and it is left out.
_CREDIT = re.compile(
    r"^[\s【\[（(]*(?:责任编辑|責任編輯|责编|責編|网络编辑|值班编辑|本文编辑|编辑|编审|审核|校对|二审|三审|初审|终审|选稿|监制|[（(]?编辑|来源|稿件来源|文章来源|原标题|作者|责任校对|监审)\s*[:：]"
)
_NO_TEXT = re.compile(r"[\s\u3000\u00a0|｜>›»·\-—]*")
_LISTS = (BulletList, OrderedList)
_SHORT_CREDIT = 60
_SHORT_END = 80


def trimmed(blocks: Sequence[Block], title: str, *, whole_page: bool) -> tuple[Block, ...]:
    """Return *blocks* without headline and info lines above, and without what follows the end.

    With *whole_page* the blocks are all of the page, and menus have to go as well.
    """
    kept = [block for block in blocks if not _is_blank(block)]
    if whole_page:
        kept = [block for block in kept if not _is_menu(block)]
    kept = kept[_body_start(kept, title, whole_page=whole_page) :]
    kept = kept[: _body_end(kept)]
    return tuple(_without_credits(kept))


def credits(blocks: Sequence[Block]) -> list[str]:
    """Return the lines near the end of *blocks* that name editors and the like."""
    texts = [_text(block) for block in blocks[-12:] if isinstance(block, Paragraph)]
    return [text for text in texts if len(text) < _SHORT_CREDIT and _CREDIT.match(text)]


def _body_start(blocks: list[Block], title: str, *, whole_page: bool) -> int:
    start = _after_title(blocks, title, len(blocks) if whole_page else 12)
    if whole_page and not start:
        start = _after_info(blocks)
    while start < len(blocks):
        text = _text(blocks[start])
        is_head = text and len(text) < 160 and (_HEAD.match(text) or _is_info_block(blocks[start], text))
        if not is_head and not isinstance(blocks[start], ThematicBreak):
            break
        start += 1
    return start


def _after_title(blocks: list[Block], title: str, reach: int) -> int:
    """Return the index after the block, or the blocks, that print *title* again."""
    wanted = folded(title)
    for first in range(min(reach, len(blocks))) if wanted else ():
        printed = ""
        for last in range(first, min(first + 4, len(blocks))):
            printed += folded(_text(blocks[last]))
            if printed == wanted:
                return last + 1
            if not printed or not wanted.startswith(printed):
                break
    return 0


def _after_info(blocks: list[Block]) -> int:
    for index, block in enumerate(blocks[:40]):
        text = _text(block)
        if text and _is_info_block(block, text):
            return index + 1
    return 0


def _is_info_block(block: Block, text: str) -> bool:
    return not isinstance(block, Figure) and is_info(text)


def _body_end(blocks: list[Block]) -> int:
    """Return the index of the first block that cannot be the article's any more."""
    for index, block in enumerate(blocks):
        text = _text(block)
        if not text or isinstance(block, Table):
            continue
        first_line = text.partition("\n")[0]
        is_end = len(first_line) < _SHORT_END and _END.match(first_line)
        if is_end and _is_rest_thin(blocks[index:]):
            return index
    end = len(blocks)
    while end and (_is_menu(blocks[end - 1]) or isinstance(blocks[end - 1], ThematicBreak)):
        end -= 1
    return end


def _is_rest_thin(blocks: list[Block]) -> bool:
    """Whether little running text is left; a mark in the middle ends nothing."""
    running = sum(len(_text(block)) for block in blocks[1:] if isinstance(block, Paragraph))
    return running < 1200


def _without_credits(blocks: list[Block]) -> list[Block]:
    tail = max(0, len(blocks) - 8)
    return [
        block
        for index, block in enumerate(blocks)
        if index < tail or not isinstance(block, Paragraph) or not _is_credit(_text(block))
    ]


def _is_credit(text: str) -> bool:
    return len(text) < _SHORT_CREDIT and bool(_CREDIT.match(text)) and "。" not in text


def _is_menu(block: Block) -> bool:
    """Whether *block* is a list or line of links: nearly all its characters lead elsewhere."""
    if isinstance(block, Table | Figure | ThematicBreak | Heading):
        return False
    total = sum(map(len, paragraphs((block,))))
    links = [node for node in walk((block,)) if isinstance(node, Link)]
    linked = sum(len(plain_text(link.children)) for link in links)
    if any("附件" in plain_text(link.children) for link in links):
        return False
    if isinstance(block, _LISTS):
        return linked * 10 > total * 6
    return len(links) > 1 and linked * 10 > total * 7


def _is_blank(block: Block) -> bool:
    return isinstance(block, Paragraph) and not any(
        not isinstance(child, str) for child in block.children
    )


def _text(block: Block) -> str:
    if isinstance(block, Paragraph | Heading):
        return plain_text(block.children).strip()
    return "\n".join(paragraphs((block,))).strip()
