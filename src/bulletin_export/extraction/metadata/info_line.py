"""The line under a headline: source, time, author, editor, views."""

from __future__ import annotations

import re

from bulletin_export.extraction.metadata.dates import dates_in
from bulletin_export.extraction.metadata.facts import Facts
from bulletin_export.extraction.metadata.people import contributors, is_name
from bulletin_export.model.article import ContributorRole
from bulletin_export.patterns import lazy_pattern

#: Stands between the pieces of a line that the page keeps in boxes of their own.
GAP = "\u2003"

_LABELS = {
    "source": (
        "稿件来源|信息来源|文章来源|新闻来源|本文来源于|本文来源|内容来源|来源于|来源"
        "|來源|稿源|转自|出处|供稿单位|发布单位|发布机构"
    ),
    "date": (
        "发布时间|发布日期|发稿时间|发表时间|发表日期|更新时间|更新日期|成文日期"
        "|添加时间|录入时间|时间|日期|發布時間|發佈時間|更新時間|時間|日期|发布于"
        "|发表于"
    ),
    "author": "文章作者|作者|撰文|采写|撰稿|执笔|文字|记者|記者",
    "editor": (
        "责任编辑|責任編輯|责编|責編|网络编辑|本文编辑|文章编辑|编辑|編輯|选稿|值班编辑|审核|校对"
    ),
    "photographer": "摄影|图片作者|攝影",
    "views": (
        "浏览次数|浏览量|浏览数|浏览|阅读次数|阅读量|阅读数|阅读|点击次数|点击量"
        "|点击数|点击|访问次数|访问量|人气|瀏覽人次|瀏覽|點閱"
    ),
    "other": (
        "字号|字体|字體|分享到|分享|打印|評論|评论数|评论|责任校对|栏目|关键词|标签"
        "|扫一扫|收藏|我要纠错|纠错|关闭|下载"
    ),
}
_LABEL_WORDS = "|".join(sorted("|".join(_LABELS.values()).split("|"), key=len, reverse=True))
_KIND = {word: kind for kind, words in _LABELS.items() for word in words.split("|")}
_LABEL = lazy_pattern(rf"(?P<word>{_LABEL_WORDS})[\s\u3000]*[:：]")
_BARE_LABEL = lazy_pattern(
    r"(?:^|(?<=[\s|｜]))(?P<word>来源|來源|作者|时间|日期|浏览量|浏览次数|浏览|阅读|点击数|点击量|点击)"
    r"(?=[ \u2003\u3000]*[^\s:：|]{2,16}(?:[\s|｜]|$))"
)
_STOPS = lazy_pattern(r"[|｜【】\[\]]|[\s\u3000]{2,}|[\u2003\t\n]")
#: How far behind its label a number of views stands.
_COUNT_REACH = 20
_COUNT = lazy_pattern(r"\d[\d,]*(?:\.\d+)?\s*万?")
_COUNTED = lazy_pattern(r"(?<![\d:-])(\d[\d,]*)\s*(?:次|人)?\s*(?:浏览|阅读|点击|人气)")
_OUTLET = lazy_pattern(
    r"[\u4e00-\u9fffA-Za-z0-9·－-]{0,18}(?:网|報|报|社|台|在线|客户端|新闻|周刊|杂志|频道|电视|广播|发布|传媒|财经"
    r"|委|局|部|厅|办|院|府|中心|公司|号|協會|协会|学会|大学|日報|時報)(?:[－-][\u4e00-\u9fff]{2,8})?"
)
_GAPS = lazy_pattern(r"[\s|｜]+")
_BESIDE_DATE = lazy_pattern(r"(?=.*[\u4e00-\u9fff])[\u4e00-\u9fffA-Za-z0-9·－-]{2,14}")
_NO_SOURCE = lazy_pattern(
    r"^(?:字号|字体|打印|关闭|分享|收藏|评论|首页|返回|举报|我要|进入|订阅|更多|手机|关注|扫|微信|功能介绍|发布|发表|缩小|放大|来自"
    r"|编辑|作者|记者|原创|星期|上午|下午|链接|参与|浏览|阅读|点击|外宣|客户端|(?:大|中|小|正文|新闻|网|报|台|社|局|号)$)"
)


def is_info(text: str) -> bool:
    """Whether the line *text* says where an article comes from and no more."""
    if len(text) > 160:
        return False
    labels = {_KIND[match["word"]] for match in _LABEL.finditer(text)}
    if len(labels) > 1 and "。" not in text[:-1]:
        return True
    has_date = any(True for _ in dates_in(text))
    first = _LABEL.match(text.lstrip("[（(【 "))
    if first and _KIND[first["word"]] != "other":
        return len(text) < 50 and "。" not in text
    return has_date and len(text) < 60 and "。" not in text and "，" not in text


def facts_in(text: str) -> Facts:
    """Return what the info lines in *text* say, pieces joined by `GAP`."""
    facts = Facts()
    matches = [*_LABEL.finditer(text)] or [*_BARE_LABEL.finditer(text)]
    rest: list[str] = [text[: matches[0].start()]] if matches else [text]
    ends = [match.start() for match in matches[1:]] + [len(text)]
    for match, end in zip(matches, ends, strict=False):
        value = text[match.end() : end]
        taken = _take(facts, _KIND[match["word"]], value.strip(" \u3000\u00a0" + GAP))
        rest.append(taken)
    remainder = GAP.join(rest)
    _unlabelled(facts, remainder)
    return facts


def _take(facts: Facts, kind: str, value: str) -> str:
    """Put *value* into *facts*; return what of it belongs to something else."""
    if kind == "date":
        found = next(dates_in(value), None)
        facts.date = facts.date or (found[0] if found else None)
        return value[found[1].end() :] if found else value
    if kind == "source":
        own, _, rest = value.partition(" ") if " " in value.strip() else (value, "", "")
        stop = _STOPS.search(own)
        own, rest = (own[: stop.start()], own[stop.start() :] + rest) if stop else (own, rest)
        facts.source = facts.source or _as_source(own)
        return rest
    stop = _STOPS.search(value)
    own, rest = (value[: stop.start()], value[stop.start() :]) if stop else (value, "")
    match kind:
        case "author":
            facts.contributors += contributors(own, ContributorRole.AUTHOR)
        case "editor":
            facts.contributors += contributors(own, ContributorRole.EDITOR)
        case "photographer":
            facts.contributors += contributors(own, ContributorRole.PHOTOGRAPHER)
        case "views":
            facts.views = facts.views if facts.views is not None else count(value[:_COUNT_REACH])
    return rest


def _as_source(text: str) -> str:
    for _, match in dates_in(text):
        text = text[: match.start()] or text[match.end() :]
        break
    text = text.strip(' \u3000\u00a0()（）[]【】《》"“”:：,，.。|')
    for word in ("本文来源于", "来源于", "本文来源", "来源"):
        text = text.removeprefix(word)
    return text if 1 < len(text) <= 40 and not _NO_SOURCE.match(text) else ""


def count(text: str) -> int | None:
    """Return the number of views in *text*: ``4,864`` or ``1.2万``."""
    match = _COUNT.search(text)
    if match is None:
        return None
    number = match[0].replace(",", "").strip()
    if number.endswith("万"):
        return round(float(number[:-1]) * 10_000)
    return int(float(number))


def _unlabelled(facts: Facts, text: str) -> None:
    """Read what stands without a label: the date, the source next to it, the views."""
    found = next(dates_in(text), None)
    if found and facts.date is None:
        facts.date = found[0]
    counted = _COUNTED.search(text)
    if counted and facts.views is None:
        facts.views = count(counted[1])
    if facts.source:
        return
    facts.source = _source_beside(text, found[1]) if found else ""


def _source_beside(text: str, date: re.Match[str]) -> str:
    """Return the paper or office named next to *date*, the best-looking first."""
    after, before = _pieces(text[date.end() :])[:6], _pieces(text[: date.start()])[-6:]
    outlets = (piece for piece in (*after, *before[::-1]) if _OUTLET.fullmatch(piece))
    neighbours = (
        piece
        for piece in (*after[:1], *before[-1:])
        if _BESIDE_DATE.fullmatch(piece) and not _is_short_name(piece)
    )
    candidates = (*outlets, *neighbours)
    return next((piece for piece in candidates if not _NO_SOURCE.match(piece)), "")


def _is_short_name(text: str) -> bool:
    return len(text) < 4 and is_name(text)


def _pieces(text: str) -> list[str]:
    pieces = (piece.strip("()（）[]【】《》·:：") for piece in _GAPS.split(text))
    return [piece for piece in pieces if piece]
