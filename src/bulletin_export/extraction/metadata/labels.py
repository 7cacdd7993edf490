"""The labels of info lines: 来源：, 发布时间：, 责任编辑： and all their like."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from bulletin_export.patterns import LETTER, lazy_pattern


class Kind(StrEnum):
    """What stands behind a label."""

    SOURCE = "source"
    ISSUER = "issuer"
    SUPPLIER = "supplier"
    PUBLISHED = "published"
    DATE = "date"
    OTHER_DATE = "other-date"
    AUTHOR = "author"
    CORRESPONDENT = "correspondent"
    EDITOR = "editor"
    REVIEWER = "reviewer"
    PHOTOGRAPHER = "photographer"
    TRANSLATOR = "translator"
    VIEWS = "views"
    SECTION = "section"
    SUBJECTS = "subjects"
    OTHER = "other"


_WORDS = {
    Kind.SOURCE: """
        稿件来源 信息来源 文章来源 新闻来源 消息来源 来源媒体 来源网站 内容来源 原文来源 本文来源于
        本文来源 来源于 来源 來源 消息來源 新聞來源 資料來源 文章來源 资讯来源 稿源 转自 转载自
        轉載自 摘自 出处 出處 原载 原載于 供稿单位 文章出处 Source 源自 来自 來自 媒体 出典 출처
        From
    """,
    Kind.ISSUER: """
        发布单位 发布者 发布人 发布机构 发文机关
        发文单位 发布机关 信息提供单位 公开责任部门 發布單位 發佈單位
        发布部门
    """,
    Kind.SUPPLIER: """
        供稿 稿件提供 信息提供 投稿     """,
    Kind.PUBLISHED: """
        发布时间 发布日期 发稿时间 发表时间 发表日期 发稿日期 刊发时间 刊发日期 上线时间 公开日期
        公开时间 發布時間 發佈時間 發布日期 發佈日期 發表時間 發稿時間 刊登時間 刊登日期 上稿時間
        張貼日期 发布于 发表于 發布於 發佈於 發表於 发布 发表 出版 刊出 公布日期 出版日期 入稿日期
        発行日 公開日 配信日 投稿日 입력 등록일 작성일 게시일 Published Posted
    """,
    Kind.DATE: """
        添加时间 录入时间 上传时间 提交时间 添加日期 录入日期 文章日期 新闻日期 稿件时间 时间 日期
        時間 Date 日時 날짜
    """,
    Kind.OTHER_DATE: """
        更新时间 更新日期 最后更新 最近更新 修改时间 修改日期 编辑时间 更新于 更新時間 最後更新
        成文日期 发文日期 印发日期 生成日期 成文时间 发文时间 更新日 수정 Updated 更新
    """,
    Kind.AUTHOR: """
        文章作者 新闻作者 本文作者 原文作者 原作者 作者 撰文 采写 采访 采编 撰稿 撰稿人 执笔 执笔人
        文字 文字记者 本报记者 记者 記者 采访记者 特约记者 採訪 撰寫 文字撰稿 供稿人 投稿人 著者
        筆者 기자 글 文 图文 文图 图/文 文/图 By
    """,
    Kind.CORRESPONDENT: """
        通讯员 通訊員 特约通讯员 本报通讯员
    """,
    Kind.EDITOR: """
        责任编辑 責任編輯 责编 責編 网络编辑 本文编辑 文章编辑 值班编辑 实习编辑 见习编辑
        新媒体编辑 本期编辑 本版编辑 执行编辑 微信编辑 文字编辑 编辑 編輯 选稿 编者 小编 录入者
        录入 责任编审 网编 网站编辑 発行者 編集
    """,
    Kind.REVIEWER: """
        责任校对 一审 二审 三审 初审 复审 终审 审核 审核人 审校 校对 校對 监审 监制 核稿 审稿 编审
        主编 总编 值班主任 值班总编 值班编委 值班主编 执行主编 统筹 策划 核发 签发 签发人 責任校對
    """,
    Kind.PHOTOGRAPHER: """
        摄影 摄影记者 图片作者 图片摄影 攝影 摄影报道 拍摄 图 圖 图片 摄
    """,
    Kind.TRANSLATOR: """
        翻译 译者 编译 翻譯 譯者 編譯
    """,
    Kind.VIEWS: """
        浏览次数 浏览量 浏览数 浏览人数 浏览人次 浏览热度 总浏览量 浏览 阅读次数 阅读量 阅读数
        阅读人次 总阅读量 阅读 点击次数 点击量 点击数 点击率 点击 访问次数 访问量 访问人次 访问人数
        访问数 人气 人气指数 热度 围观 查看次数 查看数 查看 瀏覽人次 瀏覽次數 瀏覽數 瀏覽量 瀏覽
        點閱次數 點閱數 點閱率 點閱 閱讀次數 閱讀數 點擊次數 點擊數 點擊率 人氣 조회수 조회 Views
        Hits
    """,
    Kind.SECTION: """
        所属栏目 所属分类 所属频道 信息分类 所在栏目 文章分类 新闻分类 栏目 频道 分类 類別 分類
        欄目 카테고리
    """,
    Kind.SUBJECTS: """
        关键词 关键字 标签 關鍵字 關鍵詞 Tags Tag Keywords 主题词 主题分类
    """,
    Kind.OTHER: """
        主办单位 承办单位 指导单位 协办单位 支持单位 主管单位 单位 部门 字号 字体 字體 字級 大小
        分享到 分享至 分享 打印 列印 評論 评论数 评论 留言 扫一扫 收藏 我要纠错 纠错 关闭 下载 下載
        文章类型 原标题 语音播报 责任人 索引号 信息索引号 文号 发文字号 有效性 体裁分类 服务对象
        公开方式 公开形式 生效日期 废止日期 效力状态 有效期 标题 名称 信息名称 文件编号 当前位置
        您的位置 所在位置 电话 邮箱 地址 图片来源 資料圖片來源 图片來源 圖片來源 数据来源 資金来源
        资金来源 经费来源 视频来源 封面图来源 收入来源 资料来源 头图来源 题图来源 题图 封面图
        会议时间 活动时间 报名时间 开会时间 截止时间 举办时间 播出时间 上映时间 比赛时间 营业时间
        办公时间 工作时间 接待时间 有效时间 生效时间 施行时间 施行日期 实施时间 实施日期 阅读时间
        拍摄时间 录制时间 开放时间 起止时间 公示时间 响应时间 直播时间 演出时间 展览时间 面试时间
        考试时间 签约时间 签署日期 截止日期 报名日期 会议日期 举办日期 活动日期 出生日期 活動時間
        報名時間 會議時間 推荐阅读 延伸阅读 相关阅读 扩展阅读 热门阅读 深度阅读 编辑推荐 文章编号
        阅读方式 点击进入 点击查看 点击下载 点击报名 出版社 定价 编辑部 版次 版面 版权 声明 简介
        导读 摘要 编者按 提示 联系人
    """,
}
KIND_OF = {word: kind for kind, words in _WORDS.items() for word in words.split()}
KIND_OF |= {"posted @": Kind.PUBLISHED, "posted on": Kind.PUBLISHED}


_LONGEST = max(map(len, KIND_OF))
#: How long labels are that end with a character, the longest first.
_SIZES = {
    last: sorted({len(word) for word in KIND_OF if word[-1] == last}, reverse=True)
    for last in {word[-1] for word in KIND_OF}
}
_BLANKS = " \u3000\u00a0\u2003\t"
#: What ends a label; without it no label is there, and most lines are done with at once.
_MARK = lazy_pattern("[:：﹕∶︰丨｜|/／】\\]］]")
_BARS = frozenset("丨｜|/／")
_BOX = {"】": "【", "]": "[", "］": "［"}
#: Two characters are set wide at times, as in 来　源.
_SPREAD = lazy_pattern(rf"(?<!{LETTER})({LETTER})[ \u3000\u00a0]{{1,4}}({LETTER})$")
_BARE_LABEL = lazy_pattern(
    r"(?:^|(?<=[\s|｜]))(?P<word>来源|來源|作者|时间|日期|发布时间|发布日期|发表于|发布于"
    r"|浏览量|浏览次数|浏览|阅读量|阅读|点击数|点击量|点击|责任编辑|编辑|责编|posted @|posted on)"
    r"(?=[ \u2003\u3000(（\[]*[^\s:：|｜(（\[]{2,16}(?:[\s|｜)）\]]|$))"
)
#: Duties that a bar or a stroke may follow in the place of a colon.
_BAR_KINDS = frozenset(
    (
        Kind.SOURCE,
        Kind.AUTHOR,
        Kind.CORRESPONDENT,
        Kind.EDITOR,
        Kind.REVIEWER,
        Kind.PHOTOGRAPHER,
        Kind.TRANSLATOR,
    )
)


class Label(NamedTuple):
    """A label in a line: what it promises, and where it stands."""

    kind: Kind
    start: int
    end: int


def labels_in(text: str) -> list[Label]:
    """Return the labels in *text* that a colon, or what stands for it, ends."""
    found: list[Label] = []
    for mark in _MARK.finditer(text):
        least = found[-1].end if found else 0
        label = _boxed(text, mark.start(), least) if mark[0] in _BOX else _ended(text, mark, least)
        if label:
            found.append(label)
    return found


def _ended(text: str, mark: re.Match[str], least: int) -> Label | None:
    """Return the longest label that ends at *mark*; a lone character counts only if it is free."""
    first = max(least, mark.start() - _LONGEST - 4)
    before = text[first : mark.start()].rstrip(_BLANKS)
    end = first + len(before)
    if text[mark.end() : mark.end() + 1] in ("图", "圖") and before[-1:] == "文":
        return None  # 文/图：
    for size in _SIZES.get(before[-1:], ()):
        kind = KIND_OF.get(before[-size:]) if size <= len(before) else None
        if kind is None or (size == 1 and before[-2:-1].isalpha()):
            continue
        if before[-size:].isascii() and before[-size - 1 : -size].isalpha():
            continue
        return _label(kind, mark, end - size)
    spread = _SPREAD.search(before) if before[-2:-1] in _BLANKS else None
    kind = KIND_OF.get(spread[1] + spread[2]) if spread else None
    return _label(kind, mark, end - len(spread[0])) if spread and kind else None


def _label(kind: Kind, mark: re.Match[str], start: int) -> Label | None:
    if mark[0] in _BARS and kind not in _BAR_KINDS:
        return None
    return Label(kind, start, mark.end())


def _boxed(text: str, end: int, least: int) -> Label | None:
    """Return the label in brackets that close at *end*, as in 【来源】."""
    start = text.rfind(_BOX[text[end]], max(least, end - _LONGEST - 1), end)
    kind = KIND_OF.get(text[start + 1 : end]) if start >= 0 else None
    if kind is None or text[end + 1 : end + 2] in (":", "："):  # The colon says it better.
        return Label(kind, start, end + 2) if kind else None
    return Label(kind, start, end + 1)


def bare_labels_in(text: str) -> list[Label]:
    """Return the labels in *text* that have a blank instead of a colon, as in ``来源 皖江日报``."""
    return [
        Label(KIND_OF[match["word"]], match.start(), match.end())
        for match in _BARE_LABEL.finditer(text)
    ]
