"""What the names in ``id`` and ``class`` give away about a part of a page."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from bulletin_export.patterns import lazy_pattern

_WORDS = lazy_pattern(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def words_of(text: str) -> frozenset[str]:
    """Return the words of *text*, a list to read and to add to."""
    return frozenset(text.split())


#: Words that name the furniture of a page.
_FURNITURE = words_of("""
    ad ads adv advert advertisement aside banner bdshare bottom breadcrumb gg guanggao
    breadcrumbs comment
    comments copyright crumb crumbs disclaimer feedback foot footer friendlink friendlinks
    header hot hots leftbar links location login logo menu mianze more nav navbar navi
    navigation pagebar pager pages pagination path pinglun popup position promo qrcode rank
    ranking recommend recommended related relate relation relative reply rightbar search
    share sharing side sidebar sitemap subnav tag tags toolbar toolbox tools tuijian
    weather xgnews xiangguan xgyd
""")

_ADVERTS = words_of("ad ads adv advert advertisement gg guanggao")

#: Words that name the article; next to them a furniture word means nothing.
_ARTICLE = words_of("""
    article body cont content contents conter con detail details editor entry main neirong
    news post story text txt wenzhang zhengwen zoom zw
""")

#: The containers of known systems: their text is the article's body and nothing else.
CONTAINER_IDS = words_of("""
    UCAP-CONTENT zoom vsb_content vsb_content_2 vsb_content_4 endText artibody artiBodyr
    js_content rwb_zw p-detail mp-editor articleContent article_content article-content
    ArticleContent Zoom content_body ContentBody chan_newsDetail main_content text_content
    contentText Cnt-Main contentMain TRS_AUTOADD BodyLabel
""")
CONTAINER_CLASSES = words_of("""
    TRS_Editor TRS_UEDITOR v_news_content rm_txt_con article-content article_content
    post_body post_content entry-content content-article article-body articleBody
    content_area pages_content rich_media_content main-text text_con left_zw text-3w2e3DBc
    article__content news_txt LEFT detail-content bd-content newsContent news-content
    rich_content
""")

#: What forum systems call the text of one post: Discuz!, phpBB, vBulletin, Tieba.
_POST_CLASSES = words_of("t_f t_msgfont postmessage d_post_content postbody message-body")
_POST_ID = lazy_pattern(r"(?:postmessage|post_message|post_content|postcontent)_?\d+")


@lru_cache(maxsize=4096)
def _words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORDS.findall(name))


@lru_cache(maxsize=4096)
def _is_furniture(name: str) -> bool:
    words = _words(name)
    return bool(words & _FURNITURE) and not words & _ARTICLE


def name_of(element: Any) -> str:
    """Return what *element* is called: its id and its classes, or nothing."""
    identity, classes = element.get("id"), element.get("class")
    if identity and classes:
        return f"{identity} {classes}"
    return identity or classes or ""


def is_named_furniture(name: str) -> bool:
    """Whether a part of the page called *name* holds menus, shares, comments or the like."""
    return bool(name) and _is_furniture(name)


def is_named_advert(name: str) -> bool:
    """Whether a part of the page called *name* holds advertisements."""
    return bool(name) and not _words(name).isdisjoint(_ADVERTS)


def is_known_container(element: Any) -> bool:
    """Whether *element* is the body container of a known content management system."""
    if element.get("id") in CONTAINER_IDS:
        return True
    classes = element.get("class")
    return bool(classes) and not CONTAINER_CLASSES.isdisjoint(classes.split())


def is_known_post(element: Any) -> bool:
    """Whether *element* is the text of a post in a known forum system."""
    identity, classes = element.get("id"), element.get("class")
    if identity and "post" in identity and _POST_ID.fullmatch(identity):
        return True
    return bool(classes) and not _POST_CLASSES.isdisjoint(classes.split())


def is_hidden(element: Any) -> bool:
    """Whether *element* is taken out of the page by its own style or attribute.

    ``visibility:hidden`` is not meant: whole bodies carry it until a script has run.
    """
    style = element.get("style")
    if style and "none" in style and _DISPLAY_NONE.search(style):
        return True
    return element.get("hidden") is not None


_DISPLAY_NONE = lazy_pattern(r"display\s*:\s*none", re.IGNORECASE)
