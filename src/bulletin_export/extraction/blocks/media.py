"""Pictures, films, drawings and formulas: what is shown, linked, or named in a remark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.extraction.addresses import absolute, declared_size, link_target
from bulletin_export.extraction.blocks.closing import Closer, nothing
from bulletin_export.extraction.blocks.formulas import formula
from bulletin_export.extraction.blocks.inlines import Run, collapsed
from bulletin_export.extraction.naming import is_hidden, words_of
from bulletin_export.extraction.picture_addresses import (
    background_address,
    drawn_size,
    image_address,
    is_content,
    is_picture_file,
    is_remote,
)
from bulletin_export.model.nodes import Image, Link
from bulletin_export.patterns import lazy_pattern

if TYPE_CHECKING:
    from bulletin_export.extraction.blocks.builder import BlockBuilder

#: What shows something that paper cannot.
EMBEDDED = words_of("""
    video audio iframe embed object svg canvas math mpvoice qqmusic mp-common-mpaudio
    mp-common-videosnap
""")

#: What is printed where a film or a voice stood that no link can lead to.
_NOTES = {"video": "视频", "audio": "音频", "mpvoice": "音频", "qqmusic": "音频"}
_NOTES |= {"mp-common-mpaudio": "音频", "mp-common-videosnap": "视频"}
#: Elements of one large site that never have an address.
_SPOKEN = frozenset(("mpvoice", "qqmusic", "mp-common-mpaudio", "mp-common-videosnap"))
#: A picture no larger than this, in pixels, belongs into its line.
_ICON = 48
_EMOJI = lazy_pattern(
    r"emoji|emotion|emoticon|smil(?:ey|ies)|/face/|wxface|expression|biaoqing|/twemoji/",
    re.IGNORECASE,
)
#: What stands for an emoji that cannot be shown: a sign, or a name in brackets.
_EMOJI_ALT = lazy_pattern(r"\W{1,8}$|[\[［【（(:/].{1,10}[\]］】）):]?$")
_IN_LINE_CLASS = lazy_pattern(
    r"\b(?:latex|mathjax|math|formula|tex|inline-img|icon)\b", re.IGNORECASE
)
_IN_LINE_SOURCE = lazy_pattern(r"codecogs|/math/render|equation\?tex=|/latex\b", re.IGNORECASE)
#: Signs of the kind of a file, beside a link to it.
_FILE_SIGN = lazy_pattern(
    r"icon_(?:docx?|pdf|xlsx?|pptx?|zip|rar|txt|jpg|mv|mp3|psd|default)\.|filetypeimages|/icon16/"
    r"|/(?:fileicons?|file_icons?|filetype)/",
    re.IGNORECASE,
)
#: Pictures that ask to pass the page on.
_SHARE = lazy_pattern(
    r"(?:分享|转发|轉發|share)(?:[到至给]|\s+(?:on|to)\b|$)|scan me!?$", re.IGNORECASE
)
_ADVERT = lazy_pattern(
    r"//(?:pos|cpro|cb|ads?|adx|pagead\d*|googleads)\.|doubleclick|googlesyndication"
    r"|/adv?s?/|about:blank",
    re.IGNORECASE,
)


def picture(builder: BlockBuilder, element: Any) -> None:
    """Put a picture into the open line; an emoji is the sign it stands for."""
    if is_hidden(element):
        return
    alt = collapsed(element.get("alt") or "").strip()
    classes, source = element.get("class") or "", (element.get("src") or "")[:300]
    if alt and _EMOJI_ALT.match(alt) and _EMOJI.search(f"{classes} {source}"):
        builder.runs.append(Run(alt, builder.marks))
        return
    address = image_address(element, builder.picture_base)
    if not address or (_SHARE.match(alt) if alt else _FILE_SIGN.search(source)):
        return
    title = collapsed(element.get("title") or "").strip()
    larger = _larger(element, address, builder.picture_base)
    marks = builder.marks
    if larger:
        address = larger
        marks = tuple(one for one in marks if one[0] is not Link)
    image = Image(address, alt, title=title if title != alt else "")
    is_small = _is_icon(element) or bool(
        _IN_LINE_CLASS.search(classes) or _IN_LINE_SOURCE.search(source)
    )
    builder.runs.append(Run(image, marks, is_small))


def _larger(element: Any, address: str, base: str) -> str:
    """Return the address of the large picture that the small one *element* leads to, if any."""
    above = element.getparent()
    if above is not None and above.tag != "a":
        above = above.getparent()
    given = above.get("href") if above is not None and above.tag == "a" else None
    if not given or not is_picture_file(given) or not is_content(given):
        return ""
    larger = absolute(given, base)
    return larger if is_remote(larger) == is_remote(address) else ""


def without_scripts(builder: BlockBuilder, element: Any) -> None:
    """Put in the pictures of ``<noscript>`` that a script would show in another place."""
    images = list(element.iter("img"))
    if not images or any(_has_picture(one) for one in (element.getprevious(), element.getnext())):
        return
    for image in images:
        picture(builder, image)


def _has_picture(element: Any) -> bool:
    if element is None:
        return False
    return any(image_address(image, "") for image in element.iter("img"))


def background(builder: BlockBuilder, element: Any) -> None:
    """Put in the picture behind a box that holds nothing else."""
    style = element.get("style")
    if not style or "url(" not in style or next(element.iter("img"), None) is not None:
        return
    address = background_address(element, builder.picture_base)
    if address and not "".join(element.itertext()).strip():
        label = element.get("aria-label") or element.get("title") or ""
        builder.runs.append(Run(Image(address, collapsed(label).strip()), builder.marks))


def embedded(builder: BlockBuilder, element: Any) -> Closer | None:
    """Put a link where a film or a page in the page stood, a formula as a line of text."""
    tag = element.tag
    if tag == "math":
        _formula(builder, element)
        return None
    address = background_address(element, builder.picture_base) if tag == "svg" else ""
    if tag in ("object", "embed"):
        address = _object_picture(element, builder.picture_base)
    if tag == "svg" and _is_icon(element):
        return None
    if address:
        label = element.get("aria-label") or element.get("title") or ""
        builder.runs.append(Run(Image(address, collapsed(label).strip()), builder.marks))
    else:
        _linked(builder, element)
    # The parser takes <embed> for an element that holds what follows it.
    return nothing if tag == "embed" else None


def _is_icon(element: Any) -> bool:
    """Whether *element* is as small as a letter."""
    sizes = [drawn_size(element, "width"), drawn_size(element, "height")]
    return any(size is not None and size <= _ICON for size in sizes)


def _formula(builder: BlockBuilder, element: Any) -> None:
    runs = formula(element, builder.marks)
    if runs:
        builder.runs.extend(runs)
    else:
        _remark(builder, "media-dropped", "math", element.get("alttext") or "-")


def _object_picture(element: Any, base: str) -> str:
    given = element.get("data") or element.get("src") or ""
    is_picture = (element.get("type") or "").startswith("image/") or is_picture_file(given)
    return absolute(given, base) if given and is_picture and is_content(given) else ""


def _linked(builder: BlockBuilder, element: Any) -> None:
    source = element.find(".//source")
    given = element.get("src") or element.get("data") or element.get("data-src") or ""
    given = given or (source.get("src") if source is not None else "") or ""
    if _ADVERT.search(given) or is_hidden(element):
        return
    target = link_target(given, builder.base)
    sizes = (declared_size(element, "width"), declared_size(element, "height"))
    is_shown = bool(target) and not any(size is not None and size <= 3 for size in sizes)
    poster = element.get("poster") or ""
    label = collapsed(element.get("title") or element.get("name") or "").strip()
    note = _NOTES.get(element.tag, "") if given or element.tag in _SPOKEN else ""
    if is_content(poster):
        builder.add_block(Run(Image(absolute(poster, builder.picture_base), label), ()))
    if is_shown:
        builder.add_block(Run(target, ((Link, target, ""),)))
    elif note:
        builder.add_block(Run(f"［{note}：{label}］" if label else f"［{note}］", ()))
    code = "media-linked" if is_shown else "media-dropped"
    _remark(builder, code, element.tag, target or given[:200] or "-")


def _remark(builder: BlockBuilder, code: str, kind: str, address: str) -> None:
    facts: dict[str, str | int] = {"kind": kind, "address": address}
    builder.diagnostics.append(
        Diagnostic(code=code, severity=Severity.INFO, where=builder.where, facts=facts)
    )
