"""The content of a NewsML-G2 item: inline XML, inline data, pictures kept elsewhere."""

from __future__ import annotations

from typing import Any

from lxml import etree

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.extraction.fragment import blocks_of_element
from bulletin_export.extraction.news.elements import below, child, children, value, words
from bulletin_export.extraction.news.markup import nitf_blocks, text_blocks, xhtml_blocks
from bulletin_export.extraction.news.nitf import nitf_story
from bulletin_export.extraction.news.pictures import Rendition, best, figure, number
from bulletin_export.extraction.news.story import Story
from bulletin_export.model.nodes import Block


def content(item: Any, known: Story, base: str = "") -> Story:
    """Return what the ``contentSet`` of *item* tells; *known* gives pictures their caption."""
    sets = [*below(item, "contentset")]
    parts = [inline_story(one, base) for each in sets for one in children(each, "inlinexml")]
    for one in (one for each in sets for one in children(each, "inlinedata")):
        blocks, remarks = text_blocks("".join(one.itertext()), base)
        parts.append(Story(blocks=blocks, remarks=remarks))
    remote = [one for each in sets for one in children(each, "remotecontent")]
    if remote:
        is_alone = not any(part.blocks for part in parts)
        parts.append(_remote(remote, known, base, is_alone=is_alone))
    return Story.joined(parts)


def inline_story(holder: Any, base: str = "") -> Story:
    """Return what the XML inside *holder* tells, be it NITF, XHTML or bare paragraphs."""
    named = next(below(holder, "nitf", "html"), None)
    if named is not None and named.tag == "nitf":
        return nitf_story(named, base)
    if next(below(holder, "body.content", "body.head", "hl1"), None) is not None:
        inside = child(holder, "body")
        return nitf_story(holder if inside is None else inside, base)
    if len(holder) == 0:
        blocks, remarks = text_blocks(holder.text or "", base)
        return Story(blocks=blocks, remarks=remarks)
    if next(below(holder, "media"), None) is not None:
        return _nitf_without_head(holder, base)
    blocks, remarks = xhtml_blocks(holder, base)
    return Story(blocks=blocks, remarks=remarks)


def _nitf_without_head(holder: Any, base: str) -> Story:
    blocks, remarks = nitf_blocks(holder, base)
    return Story(blocks=blocks, remarks=remarks)


def _remote(parts: list[Any], known: Story, base: str, *, is_alone: bool) -> Story:
    """Return the picture among the renditions *parts*, its caption the item's description."""
    offered = [
        Rendition(
            value(one, "href") or words(next(children(one, "altloc"), None)),
            value(one, "contenttype"),
            value(one, "rendition"),
            number(value(one, "width")),
        )
        for one in parts
    ]
    captions = [known.summary] if is_alone else [words(child(one, "description")) for one in parts]
    shown = best(offered)
    if shown is None:
        facts: dict[str, str | int] = {"kind": "remoteContent", "address": "-"}
        remark = Diagnostic(code="media-dropped", severity=Severity.INFO, facts=facts)
        return Story(remarks=(remark,))
    root = etree.Element("div")
    root.append(figure(shown, captions, known.title))
    blocks, remarks = _blocks(root, base)
    return Story(blocks=blocks, remarks=remarks)


def _blocks(root: Any, base: str) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    return blocks_of_element(root, base=base)
