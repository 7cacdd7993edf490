"""Who signs an article: at the head of its first paragraphs, at the end of its last ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from bulletin_export.extraction.metadata.facts import Facts, Found, Rule, place_of
from bulletin_export.extraction.metadata.people import (
    is_likely_name,
    is_name,
    is_reporter_name,
    parts_of,
)
from bulletin_export.model.article import ContributorRole
from bulletin_export.patterns import LETTER, lazy_pattern

AUTHOR = ContributorRole.AUTHOR
_ROLE = {
    "记者": AUTHOR,
    "記者": AUTHOR,
    "作者": AUTHOR,
    "撰文": AUTHOR,
    "撰稿": AUTHOR,
    "采写": AUTHOR,
    "採訪": AUTHOR,
    "采访": AUTHOR,
    "执笔": AUTHOR,
    "文字": AUTHOR,
    "文": AUTHOR,
    "文图": AUTHOR,
    "图文": AUTHOR,
    "圖文": AUTHOR,
    "特派员": AUTHOR,
    "实习生": AUTHOR,
    "通讯员": ContributorRole.CORRESPONDENT,
    "通訊員": ContributorRole.CORRESPONDENT,
    "编译": ContributorRole.TRANSLATOR,
    "編譯": ContributorRole.TRANSLATOR,
    "翻译": ContributorRole.TRANSLATOR,
    "翻譯": ContributorRole.TRANSLATOR,
    "摄影": ContributorRole.PHOTOGRAPHER,
    "攝影": ContributorRole.PHOTOGRAPHER,
    "图片": ContributorRole.PHOTOGRAPHER,
    "图": ContributorRole.PHOTOGRAPHER,
    "圖": ContributorRole.PHOTOGRAPHER,
    "摄": ContributorRole.PHOTOGRAPHER,
    "编辑": ContributorRole.EDITOR,
    "編輯": ContributorRole.EDITOR,
    "责编": ContributorRole.EDITOR,
    "责任编辑": ContributorRole.EDITOR,
}
_SLASH = r"[:：/／丨｜|]"
#: Words that need no mark behind them, and words that do, for they are too short.
#: Duties that our model has no role for; whoever does them is not taken for anything else.
_UNNAMED = "校对|校對|审核|审校|核稿|统筹|策划|监制|制图|剪辑|设计"
_ROLE_WORD = lazy_pattern(
    rf"(?:责任编辑|编辑|編輯|责编|通讯员|通訊員|特派员|实习生|记者|記者|作者|撰文|撰稿|采写|採訪|执笔|摄影|攝影|编译|編譯|翻译|翻譯|{_UNNAMED})\s*{_SLASH}?"
    rf"|(?:文\s*[/／、]\s*[图圖摄]|图\s*[/／、]\s*文)\s*{_SLASH}?|(?:文字|图片|图文|圖文|文图|采访|文|图|圖|摄)\s*{_SLASH}"
)
_DUTIES = lazy_pattern(
    rf"(?:本报|本网|本刊|本台|本社|本站|全媒体|融媒体|新媒体|见习|实习|實習|首席|特约|特約|驻{LETTER}{{2}}|新华社|中新社|中央社|新华网|人民网"
    r"|新华每日电讯|总台|央视|央广|报社|《[^》]{1,16}》)+\s*$"
)
_OUTLET_BEFORE = lazy_pattern(
    r"(?:[^\W\d_]|\+){2,10}(?:日报|晚报|早报|时报|晨报|都市报|新闻|新聞|网|網|报|報|台|臺|社|周刊|客户端)\s*$"
)
_PLACES = (
    "台北|臺北|新北|桃園|台中|臺中|台南|臺南|高雄|基隆|新竹|苗栗|彰化|南投|雲林|嘉義|屏東|宜蘭|花蓮|台東|臺東|澎湖|金門"
    "|北京|上海|天津|重庆|重慶|香港|澳门|澳門|广州|廣州|深圳|华盛顿|華盛頓|東京|东京|伦敦|倫敦|巴黎|纽约|紐約"
)
_REPORTS = lazy_pattern(
    rf"(?:\s*[／/]\s*{LETTER}{{2,8}}|{_PLACES})?\s*(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?\s*"
    rf"(?:综合|綜合|联合|摄影|图文|文图|现场|即時|專題)?(?:报道|報導|报导|專電|电|電|发自{LETTER}{{2,4}})\s*$"
)
#: A name of three, glued to the place and day of a dispatch.
_SENT_FROM = lazy_pattern(
    rf"(?P<name>{LETTER}{{3}}){LETTER}{{2,3}}\s*\d{{1,2}}日\s*(?:專電|专电|电|電)"
)
_PLACE_AT_END = lazy_pattern(rf"(?<={LETTER}{{2}})(?:{_PLACES})$")
_REPORTERS = lazy_pattern("记者|記者|通讯员|通訊員|编译|編譯")
_OPEN, _CLOSE = "（(〔【\\[［", "）)〕】\\]］"
_BRACKETS = frozenset("（(〔【[［")
_OPENING = lazy_pattern(
    rf"^\W{{0,3}}(?P<lead>[^，。；！？{_OPEN}{_CLOSE}]{{0,28}})[{_OPEN}](?P<inside>[^{_OPEN}{_CLOSE}]{{2,90}})[{_CLOSE}]"
)
_KOREAN = lazy_pattern(
    r"\W?(?:[^=()\[\]]{1,14}=[^=()\[\]]{1,14}[)\]]\s*)?(?P<name>[\uac00-\ud7a3]{2,4})\s*기자(?:\s*=|$)"
)
_DATELINE = lazy_pattern(r"(?:[电電讯訊]|消息|报道|報導)\s*$")
_OPENING_OPEN = lazy_pattern(
    r"^(?:[^，。；！？]{0,16}[电電讯訊]\s+)?(?:本报|本网)?(?:记者|記者)\s*(?P<inside>[^，。；：:（(]{2,24}?)"
    rf"(?:[／/\s]{LETTER}{{2,4}})?(?:报道|報導)(?:$|[：:，,\s])"
)
_ENDING = lazy_pattern(
    rf"(?:^|(?P<before>.))\s*[{_OPEN}](?P<inside>[^{_OPEN}{_CLOSE}]{{2,60}})[{_CLOSE}]\W{{0,2}}$"
)
_BOOK = lazy_pattern(r"^《[^》]{1,16}》\s*")
_TAKES_PICTURE = lazy_pattern(r"(?P<names>.{2,30}?)\s*[/／]?\s*(?:摄|攝|摄影|攝影|供图|圖)$")
_AFFILIATED = lazy_pattern(
    rf"^作者\s*[:：]?\s*(?P<name>(?:{LETTER}|·){{2,4}}?)(?:\s*[，,、\s]\s*(?:系|为|是|{LETTER}{{2,20}}(?:教授|研究员|主任|院长|所长|学者|主席))|(?:系|为){LETTER}{{4,}}"
    rf"|(?=(?:中国|中共|中央|国家|国务院|全国|北京|上海|天津|重庆|清华|复旦|浙江|江苏|广东|山东|山西|河南|河北|湖南|湖北|四川|陕西|甘肃|安徽|福建|江西|辽宁|吉林|云南|贵州|海南|广西|香港|武汉|南京|西安|厦门|中山){LETTER}{{2,}}))"
)
_ENGLISH = lazy_pattern(r"^(?:[Bb]y|BY)\s+(?P<names>[A-Z][\w.'’\- ]{3,60}?)(?:\s*[|,]|$)")
_AND = lazy_pattern(r"\s+and\s+|\s*,\s*")
_OWN_LINE = lazy_pattern(r"^[\s■●▲◆□○◎★▶—\-(（【\[]*")
_SENTENCE_ENDS = frozenset("。！？!?”」』…）)；;~ \u3000")
_LONGEST_LINE = 70
_FIRST, _LAST = 4, 3


def signed(paragraphs: Sequence[str]) -> Facts:
    """Return who signs the first and last *paragraphs* of a body; the text keeps the byline."""
    stripped = enumerate(map(str.strip, paragraphs), 1)
    texts = [(number, text) for number, text in stripped if text]
    facts = Facts()
    for number, text in texts[:_FIRST]:
        _add(facts, (*opening_credits(text),), f"paragraph {number}")
    for number, text in texts[max(0, len(texts) - _LAST) :]:
        _add(facts, (*ending_credits(text),), f"paragraph {number}")
    for number, text in (*texts[:6], *texts[max(6, len(texts) - 6) :]):
        _add(facts, (*line_credits(text),), f"paragraph {number}")
    return facts


def signed_line(line: str) -> Facts:
    """Return who is named on *line*, one that stands between headline and body."""
    facts = Facts()
    text = line.strip()
    _add(facts, (*line_credits(text),) or (*ending_credits(text),), place_of(line))
    return facts


def _add(facts: Facts, people: Sequence[tuple[ContributorRole, str]], place: str) -> None:
    for role in dict.fromkeys(role for role, _ in people):
        names = tuple(dict.fromkeys(name for one, name in people if one is role))
        facts.add_people(role, Found(names, Rule.BYLINE, place))


def opening_credits(text: str) -> Iterator[tuple[ContributorRole, str]]:
    """Yield the people named at the head of a paragraph: 本报讯（记者 …）, 〔記者…／…報導〕."""
    head = text[:130]
    match = None if _BRACKETS.isdisjoint(head) else _OPENING.match(head)
    if match and "기자" not in head:
        inside = match["inside"]
        if _REPORTERS.search(inside):
            yield from credits_in(inside)
        elif _DATELINE.search(match["lead"]):
            yield from _bare(inside)
        return
    korean = _KOREAN.match(head) if "기자" in head else None
    if korean:
        yield AUTHOR, korean["name"]
        return
    match = _OPENING_OPEN.match(head) if "报道" in head or "報導" in head else None
    if match:
        yield from credits_in("记者" + match["inside"])


def ending_credits(text: str) -> Iterator[tuple[ContributorRole, str]]:
    """Yield the people named in brackets at the end of a paragraph: （记者 …）, (杨三)."""
    match = _ENDING.search(text[-70:]) if text[-1:] in "）)〕】]］。 " else None
    if match is None:
        return
    inside, before = match["inside"].strip(), match["before"]
    affiliated = _AFFILIATED.match(inside)
    if affiliated:
        if is_likely_name(affiliated["name"]):
            yield AUTHOR, affiliated["name"]
    elif _ROLE_WORD.search(inside) or _TAKES_PICTURE.fullmatch(inside):
        yield from credits_in(inside)
    elif before is None or before in _SENTENCE_ENDS:
        yield from _bare(inside)


def line_credits(text: str) -> Iterator[tuple[ContributorRole, str]]:
    """Yield the people on a line of its own: 本报记者 …, 文/…, 记者 … 报道. Sentences have none."""
    if len(text) > _LONGEST_LINE or any(mark in text for mark in "。！？，"):
        return
    english = _ENGLISH.match(text)
    if english:
        yield from ((AUTHOR, name) for name in _AND.split(english["names"]) if is_likely_name(name))
        return
    text = _BOOK.sub("", _OWN_LINE.sub("", text)).strip("）)】] ")
    first = _ROLE_WORD.search(text[:24])
    if first and _is_lead(text[: first.start()]):
        yield from credits_in(text, whole=True)


def _is_lead(text: str) -> bool:
    """Whether *text* may stand before the first word for a duty: 新华社, 皖江日报, or names."""
    text = text.rstrip("／/ 　")
    return not text or bool(_DUTIES.search(text) or _OUTLET_BEFORE.search(text))


def _bare(text: str) -> Iterator[tuple[ContributorRole, str]]:
    """Yield the authors in *text* if it holds names and nothing else."""
    parts = parts_of(text)
    if 0 < len(parts) <= 5 and all(map(is_likely_name, parts)):
        yield from ((AUTHOR, part) for part in parts)


def credits_in(text: str, *, whole: bool = False) -> Iterator[tuple[ContributorRole, str]]:
    """Yield the people of ``通讯员 宗甲 记者 吴乙``, each in the role named before.

    With *whole* nobody is named unless all words behind the duties are names.
    """
    picture = _TAKES_PICTURE.fullmatch(text.strip())
    forced = ContributorRole.PHOTOGRAPHER if picture else None
    text = picture["names"] if picture else text
    words = [*_ROLE_WORD.finditer(text)]
    if picture and not words:
        yield from (
            (role, name) for _, name in _bare(text) for role in [ContributorRole.PHOTOGRAPHER]
        )
        return
    found: list[tuple[ContributorRole, str]] = []
    for index, word in enumerate(words):
        end = words[index + 1].start() if index + 1 < len(words) else len(text)
        piece = text[word.end() : end]
        if index + 1 < len(words) and _is_outlet_of(piece, word[0], words[index + 1][0]):
            continue
        parts = parts_of(_without_duties(piece))
        if _is_unnamed(word[0]):
            continue
        role = forced or _role_of(word[0])
        names = [part for part in parts if _fitting(role)(part)]
        if word[0][:1] == "文" and any(map(is_likely_name, names)):
            parts = tuple(filter(is_likely_name, parts))  # 文/汽车周刊 张三
        if whole and len(names) < len(parts):
            return
        found.extend((role, name) for name in names)
    yield from found


def _is_outlet_of(piece: str, word: str, following: str) -> bool:
    """Whether *piece* is the paper in ``采写：南都记者 张三``."""
    is_glued = not piece[-1:].isspace() and piece.strip().isalpha()
    return is_glued and word[-1:] in ":：/／丨｜|" and following[:2] in ("记者", "記者")


def _is_unnamed(word: str) -> bool:
    return word[:2] in _UNNAMED.split("|")


def _role_of(word: str) -> ContributorRole:
    plain = re.sub(r"[\s:：/／丨｜|、]", "", word)
    return _ROLE.get(plain, AUTHOR)


def _fitting(role: ContributorRole) -> Callable[[str], bool]:
    return is_name if role is ContributorRole.EDITOR else is_reporter_name


def _without_duties(text: str) -> str:
    """Return *text* without what stands before the next duty and behind the last name."""
    told = _REPORTS.sub("", text.strip(" \u3000\u2003"))
    sent = _SENT_FROM.fullmatch(text.strip(" \u3000\u2003"))
    if sent and is_likely_name(sent["name"]):
        return sent["name"]
    names, blank, last = told.rpartition(" ")
    if blank and told != text.strip() and not is_reporter_name(last):
        told = names  # 记者 张三 合肥 报道
    told = _DUTIES.sub("", told)
    return _PLACE_AT_END.sub("", told)
