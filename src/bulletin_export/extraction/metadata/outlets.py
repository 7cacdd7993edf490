"""Names of papers, sites and offices: what a source is called."""

from __future__ import annotations

from bulletin_export.extraction.metadata.dates import dates_in
from bulletin_export.extraction.metadata.people import is_likely_name
from bulletin_export.patterns import lazy_pattern

_OUTLET = lazy_pattern(
    r"[\w·－+《》“”-]{0,18}(?:网|網|報|报|社|台|臺|在线|線上|客户端|新闻|新聞|周刊|週刊|杂志|雜誌|频道|頻道|电视|電視|广播|廣播|发布|传媒|财经|财富|资讯|都市|Plus|APP"
    r"|委|局|部|厅|办|院|府|中心|公司|号|協會|协会|学会|大学|日報|時報|晚报|早报|观察|周报|期刊|论坛|讯|经济报道)(?:[－-][\w《》]{2,10})?"
)
_BESIDE_DATE = lazy_pattern(r"[\w·－+-]{2,16}")
_NO_SOURCE = lazy_pattern(
    r"^(?:字号|字体|字級|打印|列印|关闭|分享|收藏|评论|留言|首页|首頁|返回|举报|我要|进入|订阅|更多|手机|关注|追蹤|扫|微信$|微博$|功能介绍|发布|发表|缩小|放大|来自|今天|今日|欢迎"
    r"|编辑|責任|责任|作者|记者|記者|通讯员|星期|\d*\s*(?:分钟|小时)|上午|下午|链接|参与|浏览|瀏覽|阅读|閱讀|点击|點閱|外宣|听新闻|语音|朗读|登录|注册|字数|搜索|下载|点赞|转发|复制|默认|超大|标准|北京时间|繁體|简体"
    r"|(?:(?:超级|系统|网站|后台)?管理员|信息员|admin\w*)$|佚名|未知$|不详|匿名|无$|null|undefined|None|原创$|转载$|正文$|客户端$|新闻$|新聞$|资讯$|频道$|要闻$|时政$|社会$|财经$|国际$|国内$|日前|更新"
    r"|图[为片源：:]|查看|原文|论坛$|滚动|专题$|纠错|投稿$|资料图|(?:视频)?截图|供图|IP属地|类型[:：]"
    r"|(?:大|中|小|网|报|台|社|局|号)$|.*(?:于|内容|编号)$|来信)",
)
#: Where an account writes from; networks print it next to the time.
_REGION = lazy_pattern(
    r"(?:北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西"
    r"|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾)[省市]?"
)
_PEOPLE = lazy_pattern("记者|記者|通讯员|通訊員|编辑$")
_WRAPS = (("《", "》"), ("（", "）"), ("(", ")"), ("【", "】"), ("[", "]"), ("“", "”"), ('"', '"'))
_PREFIXES = lazy_pattern(
    r"^(?:(?:本文)?(?:来源|來源)(?:于|自)?|转自|转载[自于]|摘自|源自|稿源|出处|文章来源|稿件来源|信息来源)\s*[:：]?\s*|^[:：]\s*"
)
_SUFFIX = lazy_pattern(r"(?<=.)官方[帐账]号$")
_EDGES = " \u3000\u00a0\u2003\t:：,，.。、|｜/／;；·-—_"
_LONGEST = 40


def as_source(text: str) -> str:
    """Return *text*, which stood behind a label, as the name of a source; nothing for filler."""
    spotted = next(dates_in(text), None)
    if spotted:
        before = text[: spotted.start].strip(_EDGES + "(（[【")
        text = before or text[spotted.end :]
    text = _PREFIXES.sub("", text.strip(_EDGES)).strip(_EDGES)
    text = _SUFFIX.sub("", _unwrapped(_unwrapped(text)))
    if not 1 < len(text) <= _LONGEST or _NO_SOURCE.match(text) or "://" in text or "@" in text:
        return ""
    return "" if text.isdecimal() else text


def _unwrapped(text: str) -> str:
    """Return *text* without brackets round all of it, or left open at one end."""
    for opening, closing in _WRAPS:
        inner = text[1:-1]
        if text.startswith(opening) and text.endswith(closing) and closing not in inner:
            return inner.strip(_EDGES)
        if closing != opening:
            if text.endswith(opening) or (text.startswith(closing)):
                text = text.strip(opening + closing + _EDGES)
            if text.endswith(closing) and opening not in text:
                text = text[:-1].strip(_EDGES)
            if text.startswith(opening) and closing not in text:
                text = text[1:].strip(_EDGES)
    return text


def without_mark(text: str) -> str:
    """Return the name of a paper without the word 原创 that stands right before it."""
    own = text.removeprefix("原创")
    return own if own != text and looks_like_outlet(own) else text


def is_filler(text: str) -> bool:
    """Whether *text* is something that pages print and that names no source."""
    return _NO_SOURCE.match(text) is not None or _PEOPLE.search(text) is not None


def looks_like_outlet(text: str) -> bool:
    """Whether *text* ends as the names of papers, sites and offices do."""
    return _OUTLET.fullmatch(text) is not None and not is_filler(text)


def may_stand_beside_date(text: str) -> bool:
    """Whether *text*, which has no label, may be the source next to the date it stands by."""
    return (
        _BESIDE_DATE.fullmatch(text) is not None
        and any("\u4e00" <= one <= "\u9fff" for one in text)
        and not _REGION.fullmatch(text)
        and not is_likely_name(text)
        and not is_filler(text)
    )
