"""What single lines of a page are: heads, ends, credits, pagers, menus; or the article itself.

A line is furniture only when it says nothing else: a sentence that begins with the
same words (分享会上，…; 更多的居民…; 编辑：您为什么…？) belongs to the article.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bulletin_export.extraction.metadata.info_line import is_info
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
from bulletin_export.patterns import LETTER, lazy_pattern

LISTS = (BulletList, OrderedList)

_LEAD = r"^[\s【\[（(<《·•■◆●★>|｜-]*"
_HEAD = lazy_pattern(
    r"^(?:当前位置|您(?:现在)?(?:的|所在)?位置|(?:所在)?位置[:：]|首页\s*[>›»]|【?(?:字号|字体|打印|大\s*中\s*小)"
    r"|浏览(?:次数|量)?\s*[:：]|返回首页|扫一扫|点击\S{0,6}关注|打印本页"
    r"|点击(?:播报|收听|播放)"
    r"|用微信扫|[\d\s]+$|T\s*[+-]|[（(]?原标题|[-—=*·\s|｜>]+$"
    r"|(?:分享(?:到|至)?|收藏|点赞|评论|举报|订阅|关注)\s*(?:[:：].{0,30}|[\s\d(（)）]*)$)"
)
_ELSEWHERE = lazy_pattern(
    _LEAD + r"(?:.{0,20}尽在.{2,14}(?:客户端|APP)"
    r"|更多.{1,8}请?(?:下载|关注|打开|安装).{1,12}(?:客户端|APP|公众号))",
    re.IGNORECASE,
)
#: What those patterns begin with, that stand for many words and take long to compile: most
#: lines of an article are told apart by one look at their first character.
_LEADING = "【[（(<《·•■◆●★>|｜- \t\r\n\v\f\u3000\u00a0" + "".join(map(chr, range(0x2000, 0x200B)))
_STARTS_SECTION = frozenset("相延推热精更編为今最参另外猜您大你关関お관")
_STARTS_END = _STARTS_SECTION.union(
    "上前后下没XxCc©网站我要发表全部新门彩版權权關关鍵键打返京主技友联举分"
)
#: A heading of what follows below an article, and nothing else in the line.
_SECTION = (
    r"(?:相[关關](?:阅读|新闻|文章|链接|报道|推荐|稿件|资讯|专题|内容|閱讀|新聞|報導|文章|連結)|延伸[阅閱][读讀]"
    r"|(?:推荐|热门|热点|精彩|更多|編輯|为您|今日|最新)(?:阅读|推荐|新闻|精彩|文章|资讯|内容|閱讀|推薦|新聞)"
    r"|参见|另见|外部链接|猜你喜欢|为您推荐|大家都在看|你可能(?:还|也)?(?:喜欢|感兴趣).{0,4}|热门标签"
    r"|关联文章|関連記事|おすすめ記事|관련\s?기사)"
)
_SECTION_LINE = lazy_pattern(_LEAD + _SECTION + r"[\s:：>》】\]）)／/|｜»+-]*(?:更多)?[\s>»]*$")
_EMBEDDED_LINE = lazy_pattern(_LEAD + _SECTION + r"[】\]]?\s*[:：]")
#: From here on nothing of the article follows.
_END = lazy_pattern(
    _LEAD
    + r"(?:[上前后下](?:一)?(?:篇|条|條|则|則)\s*(?:文章)?\s*(?:[:：>».【\[(（]|没有|无$|$)|没有了"
    r"|XML\s*地图|(?:网站|站点)地图"
    r"|(?:上|下)[一1]?[頁页]|更多[\s>»]*$"
    r"|(?:网友|我要|发表|全部|最新|热门|精彩)(?:评论|留言|跟帖|評論)(?:[\s:：(（\d]|$)"
    r"|"
    + _SECTION
    + r"[】\]]?\s*[请請]?[见見看]?[:：]|(?:版权|版權)所有|关键[词字][:：]|關鍵字[:：]"
    r"|打印本[页文]|【?打印】?\s*【?关闭|关闭(?:窗口|本页)"
    r"|返回(?:首页|列表|顶部|上一?页)|Copyright|©|\wICP[备证]|京公网安备|主办(?:单位)?[:：]|技术支持[:：]|友情链接"
    r"|(?:联系|关于|关注)我们[\s:：]*$|举报电话|分享(?:到|至)[:：])",
    re.IGNORECASE,
)
#: The same, but it names people: above the article or inside it only the line itself goes.
_SIGNED = lazy_pattern(_LEAD + r"(?:责任编辑|責任編輯|责编|責編)\s*[:：]")
#: What sites say about rights and blame below everything; at times it is the article.
_NOTICE = lazy_pattern(
    _LEAD + r"(?:\d{1,2}\s*[.、．)）]\s*)?"
    r"(?:\w{0,4}(?:声明|聲明|与免责声明)\s*[】\]]?\s*(?:[:：]|$)|Notice:"
    r"|未[经經].{0,16}(?:授权|許可|许可|同意|允许)|(?:[该此本]|以上)(?:文|内容|信息|文章|稿件|作品).{0,24}(?:不代表|著作权|无关|未经.{0,8}(?:授权|许可))"
    r"|(?:本文|全文)(?:结束|完)】|.{0,20}(?:严禁|不得|禁止|谢绝)转载"
    r"|凡本[网站]|本[网站](?:注明|转载|所有)|转载请注明|如[需有].{0,12}(?:侵权|版权|转载)|(?:以上|本文)(?:内容|观点|图片)?.{0,10}不代表)"
)
#: What such a notice begins with, unless it says 声明 or 转载.
_NOTICE_START = lazy_pattern(_LEAD + r"(?:\d{1,2}\s*[.、．)）]\s*)?[N未该此本以全凡转如]")
#: The same as an end, but it may stand above the article as well.
_WEAK_END = lazy_pattern(
    _LEAD + r"(?:分享|(?:手机|微信|用微信|用手机)?(?:扫一扫|扫码|扫描)|收藏|点赞|举报"
    r"|(?:我要)?(?:纠错|反馈)|跟贴|评论)"
)
#: What leads from below an article to the site's programme or letter.
_PROMOTION = lazy_pattern(
    r"(?:下[载載]|打开|開啟|安装|安裝).{0,12}(?:APP|客户端)"
    r"|(?:APP|客户端).{0,24}(?:下[载載]|[点點按]我)|[点點按]我.{0,6}(?:下[载載]|[订訂][阅閱])",
    re.IGNORECASE,
)
#: Buttons and nothing else.
_BUTTONS = lazy_pattern(
    r"(?:[\s\d|｜/·()（）:：+,，、]|分享(?:到|至)?|点?赞|[赏踩顶]|打赏|收藏|评论|转发|举报|反馈|复制链接|打印|微信|朋友圈|(?:新浪)?微博"
    r"|QQ(?:空间|好友)?|字号|字体|[大中小]|纠错|关闭|收听|朗读|海报|二维码)+"
)
_BUTTON = lazy_pattern(LETTER + "{1,4}")
_CREDIT = lazy_pattern(
    _LEAD + r"(?P<label>责任编辑|責任編輯|责编|責編|网络编辑|值班编辑|本文编辑|编辑|编审|审核|校对"
    r"|[一二三初复终]审|选稿|监制|作者|责任校对|监审)\s*[:：](?P<value>.*)$"
)
_STATED = lazy_pattern(
    _LEAD
    + r"(?P<label>(?:本文|稿件|文章|信息)?来源|原标题|关键[字词]|标签|Tags?|文号|附件信息)\s*[:：]",
    re.IGNORECASE,
)
_SAID = lazy_pattern("[，。！？；,?!;…“”]")
_PAGER = lazy_pattern(
    r"(?:[\s\[\]【】()（）<>《》«»‹›|｜·.…/,-]|\d{1,3}"
    r"|[首末尾]页|[上下前后][一1]?[页頁]|[第共]\s*\d+\s*[/／]?\s*\d*\s*[页頁]|跳转|到第|转到|[页頁]|GO|prev(?:ious)?|next|last|first"
    r"|(?:余下|查看|阅读|展开|显示)全文|全文阅读|单页阅读|本页阅读)+",
    re.IGNORECASE,
)
_PAGER_WORD = lazy_pattern(
    r"[首末尾上下前后一1][页頁]|第\s*\d+\s*[页頁]|[页頁]$|全文|阅读|next|prev|[【\[]\s*\d+\s*[】\]]\s*[【\[]|1\s+2(?:\s+3|$)|1\s*2\s*(?:3\s*)?[>»›]",
    re.IGNORECASE,
)
_BRACKET_END = lazy_pattern(r"[)）\]】]")
_ATTACHMENT = lazy_pattern(
    r"附件|附表|下载|\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|7z|txt|csv)(?:$|\W)",
    re.IGNORECASE,
)
_ICONS = lazy_pattern(r"^[\ue000-\uf8ff][^。]{0,20}$")
_SHORT = 80
_SHORT_HEAD = 160
_SHORT_CREDIT = 60
_SHORT_NOTICE = 600
_NAMES = 40
_LONE = 12


class Worded(NamedTuple):
    """A block, its words, and how many of their characters lead elsewhere.

    ``running`` counts them if it is a paragraph of prose that leads nowhere else.
    """

    block: Block
    text: str
    linked: int
    running: int = 0

    @classmethod
    def of(cls, block: Block) -> Worded:
        """Gather the words of *block* once."""
        if isinstance(block, Paragraph | Heading):
            children = block.children
            if len(children) == 1 and type(children[0]) is Text:
                text, linked = children[0].value.strip(), 0
            else:
                links = (plain_text(one.children) for one in children if isinstance(one, Link))
                text, linked = plain_text(children).strip(), sum(map(len, links))
            is_prose = isinstance(block, Paragraph) and len(text) > 30 and linked * 2 < len(text)
            return cls(block, text, linked, len(text) if is_prose else 0)
        links = (plain_text(node.children) for node in walk((block,)) if isinstance(node, Link))
        return cls(block, "\n".join(paragraphs((block,))).strip(), sum(map(len, links)))


def is_info_block(one: Worded) -> bool:
    """Whether a block says where the article comes from."""
    return not isinstance(one.block, Figure | Table) and bool(one.text) and is_info(one.text)


def is_head(one: Worded) -> bool:
    """Whether a block is none of the article when it stands above it."""
    if isinstance(one.block, ThematicBreak):
        return True
    if not one.text or len(one.text) >= _SHORT_HEAD or isinstance(one.block, Figure | Table):
        return False
    return (
        bool(_HEAD.match(one.text))
        or is_promotion(one)
        or is_info(one.text)
        or is_end(one.text)
        or is_signed(one.text)
    )


def is_end(text: str) -> bool:
    """Whether the line *text* begins what follows below an article."""
    if len(text) >= _SHORT:
        return False
    begins = text.lstrip(_LEADING)[:6]
    may_be = begins[:1] in _STARTS_END or "ICP" in begins.upper()
    return (may_be and bool(_END.match(text))) or _is_section(begins, _SECTION_LINE, text)


def _is_section(begins: str, pattern: re.Pattern[str], text: str) -> bool:
    return begins[:1] in _STARTS_SECTION and pattern.match(text) is not None


def is_signed(text: str) -> bool:
    """Whether the line *text* names the editor who answers for the page."""
    return len(text) < _SHORT and _has_colon(text) and bool(_SIGNED.match(text))


def _has_colon(text: str) -> bool:
    return "：" in text or ":" in text


def is_embedded(text: str) -> bool:
    """Whether *text* announces other articles, as a line below or in the middle of one."""
    if len(text) >= _SHORT:
        return False
    begins = text.lstrip(_LEADING)
    if _has_colon(text) and _is_section(begins, _EMBEDDED_LINE, text):
        return True
    return _is_section(begins, _SECTION_LINE, text)


def is_notice(text: str) -> bool:
    """Whether *text* is about rights and blame."""
    if len(text) >= _SHORT_NOTICE:
        return False
    is_worded = "声明" in text or "聲明" in text or "转载" in text
    return bool((is_worded or _NOTICE_START.match(text)) and _NOTICE.match(text))


def is_weak_end(text: str) -> bool:
    """Whether *text* is a button below an article, or above it."""
    return len(text) < _SHORT and "。" not in text and bool(_WEAK_END.match(text))


def is_promotion(one: Worded) -> bool:
    """Whether a block only offers the site's programme, or asks to follow it elsewhere."""
    if len(one.text) >= _SHORT or "。" in one.text:
        return False
    is_offer = isinstance(one.block, Paragraph) and one.linked > 0
    return bool(_ELSEWHERE.match(one.text) or (is_offer and _PROMOTION.search(one.text)))


def is_lone_link(one: Worded) -> bool:
    """Whether a block is a few words that all lead elsewhere, and not to a file."""
    block = one.block
    if not isinstance(block, Paragraph) or not 0 < len(one.text) <= _LONE or "附" in one.text:
        return False
    links = [node for node in block.children if isinstance(node, Link)]
    return one.linked >= len(one.text) and not any(is_attachment(node.target) for node in links)


def is_pager(text: str) -> bool:
    """Whether *text* only leads to other pages of the same article."""
    return len(text) < _SHORT and bool(_PAGER.fullmatch(text) and _PAGER_WORD.search(text))


def is_buttons(text: str) -> bool:
    """Whether *text* is nothing but the words on buttons, two at least."""
    if not 2 < len(text) < _SHORT_CREDIT or not _BUTTONS.fullmatch(text):
        return False
    return len(_BUTTON.findall(text)) > 1


def is_icons(text: str) -> bool:
    """Whether *text* is drawn by a font of icons."""
    return bool(_ICONS.match(text))


def is_credit_line(text: str) -> bool:
    """Whether *text* names who made the page, or where its text came from, and no more."""
    return bool(credit_label(text))


def credit_label(text: str) -> str:
    """Return what the credit line *text* begins with, or nothing if it is none."""
    if len(text) >= _SHORT_CREDIT or "。" in text or not _has_colon(text):
        return ""
    found = _STATED.match(text)
    if found:
        return found["label"]
    found = _CREDIT.match(text)
    if not found:
        return ""
    # What follows the closing bracket, as in （编辑：王五）返回首页, is a button.
    names = _BRACKET_END.split(found["value"], maxsplit=1)[0]
    return "" if len(names) >= _NAMES or _SAID.search(names) else found["label"]


def is_attachment(text: str) -> bool:
    """Whether *text*, words of a link or its address, leads to a file that comes with a page."""
    return bool(_ATTACHMENT.search(text))


def is_menu(one: Worded) -> bool:
    """Whether a block is a list or line of links: nearly all its characters lead elsewhere."""
    block = one.block
    if not one.linked or isinstance(block, Table | Figure | ThematicBreak | Heading):
        return False
    links = [node for node in walk((block,)) if isinstance(node, Link)]
    if any(is_attachment(plain_text(node.children) + " " + node.target) for node in links):
        return False
    if isinstance(block, LISTS):
        return one.linked * 10 > len(one.text) * 6
    return len(links) > 1 and one.linked * 10 > len(one.text) * 7
