"""What placeholders can be called, and what they stand for.

An office clerk writes ``{{标题}}``, a script ``{{title}}``: both are known. A fact of one
article is that article's; among many it is the publication's, or what they all share.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec.structs import replace

from bulletin_export.composition import front, notice
from bulletin_export.model.article import Article, Headline
from bulletin_export.model.notice import Notice
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.template import Composition, DatelineField, Template

BODY, CONTENTS, DATELINE, PUBLICATION = "body", "contents", "dateline", "publication"
ISSUE_DATE, ADDRESS = "issue_date", "address"
#: They take a paragraph of their own and become many.
BLOCKS = frozenset({BODY, CONTENTS})
_DATELINE: tuple[DatelineField, ...] = (
    "source", "date", "author", "editor", "photographer", "views", "publisher",
)  # fmt: skip

#: Name to Chinese names.
NAMES: Mapping[str, tuple[str, ...]] = {
    BODY: ("正文", "内容", "文章"),
    CONTENTS: ("目录",),
    "title": ("标题", "题目", "主题"),
    "kicker": ("引题", "肩题", "眉题"),
    "subtitle": ("副题", "副标题"),
    DATELINE: ("信息行",),
    "source": ("来源", "稿源"),
    "date": ("日期", "时间", "发布日期", "发布时间"),
    "author": ("作者", "记者"),
    "editor": ("编辑", "责任编辑", "责编"),
    "photographer": ("摄影",),
    "views": ("浏览量", "阅读量"),
    "publisher": ("网站", "发布网站"),
    ADDRESS: ("网址", "原文地址", "原文链接", "链接"),
    "description": ("摘要", "内容摘要", "导语"),
    "keywords": ("关键词",),
    "section": ("栏目",),
    PUBLICATION: ("刊名", "报名", "简报名称"),
    ISSUE_DATE: ("刊期", "出版日期", "期日"),
    "copy_number": ("份号",),
    "security": ("密级",),
    "urgency": ("紧急程度",),
    "issuer": ("发文机关", "发文机关标志"),
    "document_number": ("发文字号", "文号"),
    "signer": ("签发人",),
    "addressees": ("主送", "主送机关"),
    "attachments": ("附件", "附件说明"),
    "organs": ("署名", "发文机关署名", "落款"),
    "notice_date": ("成文日期",),
    "annotation": ("附注",),
    "present": ("出席",),
    "absent": ("请假",),
    "observers": ("列席",),
    "copies_to": ("抄送", "抄送机关"),
    "printed_by": ("印发机关",),
    "printed_on": ("印发日期",),
}
_BY_WORD = {word: name for name, chinese in NAMES.items() for word in (name, *chinese)}


def name_of(written: str) -> str:
    """Return the name of the placeholder *written*, or nothing if there is none such."""
    return _BY_WORD.get(
        "_".join(written.casefold().replace("-", " ").replace("_", " ").split()), ""
    )


def known(written: str) -> tuple[str, ...]:
    """Return all names in the script of what was *written*."""
    if written.isascii():
        return tuple(NAMES)
    return tuple(chinese for names in NAMES.values() for chinese in names)


def values(names: frozenset[str], publication: Publication, template: Template) -> dict[str, str]:
    """Return what stands for each of *names*; nothing where the publication does not say."""
    # Of many, no more is asked than what stands ready without their texts.
    every = publication.articles() if publication.count == 1 else publication.heads()
    articles = list(every)
    wanted = sorted(names - BLOCKS)
    return {name: _value(name, publication, articles, template) for name in wanted}


def _value(name: str, publication: Publication, articles: list[Article], template: Template) -> str:
    if name == PUBLICATION or (name == "title" and len(articles) != 1):
        return publication.title
    if name == ISSUE_DATE or (name == "date" and len(articles) != 1):
        return front.issue_date(publication)
    if name == "section":
        return _shared(section.title for section in publication.sections)
    if name == DATELINE:
        return _shared(front.dateline(one, template.composition) for one in articles)
    return _shared(_fact(name, one) for one in articles)


def _shared(facts: Iterable[str]) -> str:
    different = set(facts)
    return different.pop() if len(different) == 1 else ""


def _fact(name: str, article: Article) -> str:
    metadata = article.metadata
    if name in _DATELINE:
        return front.fact(name, metadata)
    match name:
        case "title" | "kicker" | "subtitle":
            return str(getattr(article.headline, name))
        case "address":
            return metadata.address
        case "description":
            return metadata.description
        case "keywords":
            return "，".join(metadata.subjects)
        case _:
            return _OF_NOTICES[name](article.notice) if article.notice else ""


def _attachments(one: Notice) -> str:
    return "\n".join(number + name for number, name in notice.attachments(one))


def _issuer(one: Notice) -> str:
    mark = notice.mark(one)
    if len(one.issuers) == 1:
        return one.issuers[0] + mark
    return "\n".join(filter(None, (*one.issuers, mark))) if one.issuers else ""


_OF_NOTICES: Mapping[str, Callable[[Notice], str]] = {
    "copy_number": lambda one: one.copy_number,
    "security": notice.security,
    "urgency": lambda one: one.urgency,
    "issuer": _issuer,
    "document_number": lambda one: one.document_number,
    "signer": lambda one: "\u3000".join(one.signers),
    "addressees": notice.addressees,
    "attachments": _attachments,
    "organs": lambda one: "\n".join(one.organs),
    "notice_date": lambda one: notice.day(one.date),
    "annotation": notice.annotation,
    "present": lambda one: one.present,
    "absent": lambda one: one.absent,
    "observers": lambda one: one.observers,
    "copies_to": lambda one: one.copies_to,
    "printed_by": lambda one: one.printed_by,
    "printed_on": lambda one: notice.day(one.printed_on),
}
#: The fields of a notice that a placeholder prints, where they have other names.
_FIELDS = {
    "security": ("security", "secrecy_period"),
    "issuer": ("issuers", "mark"),
    "signer": ("signers",),
    "notice_date": ("date",),
}


def left_over(publication: Publication, said: frozenset[str]) -> Publication:
    """Return *publication* without what the placeholders *said* in the text print already.

    Only what is one article's own is taken away from it; of many, each keeps its head.
    """
    if publication.count != 1:
        is_said = said & {"title", PUBLICATION}
        return replace(publication, title="", date="") if is_said else publication
    article = _without(next(publication.articles()), said)
    sections = tuple(
        Section((article,), "" if "section" in said else section.title, section.level)
        for section in publication.sections
        if section.articles
    )
    return replace(publication, sections=sections)


def _without(article: Article, said: frozenset[str]) -> Article:
    headline = Headline(
        **{
            name: "" if name in said else getattr(article.headline, name)
            for name in ("title", "kicker", "subtitle")
        }
    )
    if article.notice is None:
        return replace(article, headline=headline)
    empty = Notice()
    # Who prints the number of a document has its red head on the paper.
    said |= {"issuer"} if "document_number" in said else set()
    fields = [field for name in _OF_NOTICES if name in said for field in _FIELDS.get(name, (name,))]
    own = replace(article.notice, **{field: getattr(empty, field) for field in fields})
    return replace(article, headline=headline, notice=own)


def composition_left(composition: Composition, said: frozenset[str]) -> Composition:
    """Return *composition* without the lines, or the facts in them, that *said* stands for."""
    dateline = tuple(_dateline_left(composition, said))
    shown = composition.show_address and ADDRESS not in said
    return replace(composition, dateline=dateline, show_address=shown)


def _dateline_left(composition: Composition, said: frozenset[str]) -> Iterator[DatelineField]:
    if DATELINE not in said:
        yield from (field for field in composition.dateline if field not in said)
