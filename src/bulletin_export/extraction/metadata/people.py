"""What may be the name of a person, and lists of them."""

from __future__ import annotations

from bulletin_export.extraction.metadata.surnames import may_be_a_chinese_name
from bulletin_export.patterns import LETTER, lazy_pattern

_SEPARATORS = lazy_pattern(r"[\s\u3000、,，;；/／|｜丨&＆_]+|(?<=\w)[和与](?=\w\w)")
_WIDENING = frozenset(" \u3000\u00a0\u2002")
#: ``方 敏`` is one name, set wide to stand below one of three characters.
_SPREAD = lazy_pattern(
    rf"(?<!{LETTER})({LETTER})[ \u3000\u00a0\u2002]{{1,4}}({LETTER})(?!{LETTER})"
)
_LATIN_NAME = lazy_pattern(
    r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f.'’\- ]{1,40}[A-Za-z\u00c0-\u024f.]"
)
_BEYOND_LATIN = "\u0250"
_FULL_LATIN_NAME = lazy_pattern(
    r"[A-Z\u00c0-\u00de][\w.'’\-]*"
    r"(?: (?:de|da|van|von|bin|al|la|le|[A-Z\u00c0-\u00de][\w.'’\-]*)){1,3}"
)
_OTHER_SCRIPT = lazy_pattern(
    r"[\uac00-\ud7a3]{2,4}|(?=.*[\u3041-\u30ff])[\u3041-\u30ff\u4e00-\u9fff]{2,8}"
)
_COUNTRY = lazy_pattern(r"^[\[［(（【〔][^\]］)）】〕]{1,4}[\]］)）】〕]")
#: Filler, offices and duties: nobody is called so.
_NOT_A_NAME = lazy_pattern(
    r"^(?:(?i:admin\w*|root|null|none|undefined|e?-?mail|name|test|user|editor|webmaster|author|unknown|anonymous|sina.*|www.*)"
    r"|无|摄|左|右|完|注|略|图|文|待续|佚名|未知|匿名|资料|資料|图片|供图|以下|上接|下转|节选|小编|原创|转载|编者|笔者|大中小)$"
    r"|记者|記者|通讯员|通訊員|编辑|編輯|作者|来源|來源|摄影|攝影|报道|报导|報導|实习|责编|校对|审核|管理员|编译|翻译|原标题|本报|本网|本站|本刊|本台"
    r"|全媒|融媒|客户端|评论员|观察员|综合|整理|网站|获悉|了解|采访|手记|现场|专访|调查|连线|综述|特约|首席|见习|组图|字号|打印|更多|返回|首页"
    r"|之家$|在线$|论坛$|日报|晚报|时报|早报|晨报|快报|周刊|杂志|电视|频道|新闻|时间|日期|中心|公司|大学|学院|委员会|政府|办公室|管理局|宣传部|法院|检察"
    r"|[网報报社局厅处科署台]$"
)
_OFFICE = lazy_pattern(
    r"[\w·（）()、\-]{1,24}(?:部|局|委|办|办公室|厅|处|中心|学会|协会|课题组|编辑部|评论员|工作室|公司|大学|学院"
    r"|研究院|研究所|研究室|研究会|调查队|委员会|政府|法院|检察院|银行|医院|集团|联盟|基金会|组|团队|所|院|會|會議|工作站|支队|大队)"
)
#: No personal name ends so, but many words that start like one.
_LAST_OF_WORDS = frozenset("区县市省镇乡村部局厅处室组委办院所社网报版次条區縣鎮鄉廳處組辦報會会")
_MASKED = lazy_pattern(r".某{1,2}[甲乙丙丁]?")


def without_country(text: str) -> str:
    """Return *text* without the country before a foreign name, as in ``[美]约翰·史密斯``."""
    return _COUNTRY.sub("", text)


def names_in(text: str) -> tuple[str, ...]:
    """Return the names in *text*, which holds nothing but names and separators."""
    return tuple(part for part in parts_of(text) if is_name(part))


def parts_of(text: str) -> tuple[str, ...]:
    """Return what stands between the separators of *text*, each once, spread names closed."""
    if not _WIDENING.isdisjoint(text):
        text = _SPREAD.sub(r"\1\2", text)
    if text.isascii() and _LATIN_NAME.fullmatch(text.strip()):
        return (text.strip(),)
    parts = (
        _COUNTRY.sub("", part).strip(" .:：()（）[]【】〔〕“”\"'")
        for part in _SEPARATORS.split(text)
    )
    closed = (part.removesuffix("等") if len(part) > 2 else part for part in parts)
    return tuple(dict.fromkeys(part for part in closed if part))


def is_name(text: str) -> bool:
    """Whether *text* may be the name of a person, as when a label says so."""
    if _NOT_A_NAME.search(text):
        return False
    if text[:1] < _BEYOND_LATIN:
        return _LATIN_NAME.fullmatch(text) is not None
    return _is_han_name(text) or _OTHER_SCRIPT.fullmatch(text) is not None


def is_likely_name(text: str) -> bool:
    """Whether *text* looks like a personal name even where nothing says that one stands there."""
    if _NOT_A_NAME.search(text):
        return False
    if "·" in text:
        return _is_han_name(text)
    is_masked = text[1:2] == "某" and _MASKED.fullmatch(text)
    if is_masked or (may_be_a_chinese_name(text) and text[-1] not in _LAST_OF_WORDS):
        return all("\u4e00" <= one <= "\u9fff" for one in text)
    return _FULL_LATIN_NAME.fullmatch(text) is not None


def is_reporter_name(text: str) -> bool:
    """Whether *text* may be a name behind the word for a reporter.

    A name of three or four may lack a family name we know, as minorities' names do.
    """
    return is_likely_name(text) or (len(text) > 2 and not text.isascii() and is_name(text))


def is_office(text: str) -> bool:
    """Whether *text* names an office, which may sign as author where a label says so."""
    return _OFFICE.fullmatch(text) is not None


def _is_han_name(text: str) -> bool:
    """Whether *text* is a Chinese name, or a foreign one in Han, as in 卡尔·马克思."""
    first, *others = text.replace("•", "·").split("·")
    longest = 6 if others else 4
    fits = (1 if others else 2) <= len(first) <= longest and all(
        1 <= len(one) <= 8 for one in others
    )
    return fits and all("\u4e00" <= one <= "\u9fff" for part in (first, *others) for one in part)
