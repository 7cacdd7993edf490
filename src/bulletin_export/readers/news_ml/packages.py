"""NewsML-G2 packages: what they name, group by group, as a printed list of contents."""

from __future__ import annotations

from typing import Any

from lxml import etree

from bulletin_export.extraction.fragment import blocks_of_element
from bulletin_export.extraction.news.elements import below, child, children, line, value
from bulletin_export.model.nodes import Block


def contents_list(package: Any, base: str = "") -> tuple[Block, ...]:
    """Return a list of the items that *package* names by headline, groups inside groups."""
    groups = {value(one, "id"): one for one in below(package, "group")}
    group_set = child(package, "groupset")
    root = groups.get(value(group_set, "root")) if group_set is not None else None
    if root is None and group_set is not None:
        root = child(group_set, "group")
    if root is None:
        return ()
    shown: set[str] = set()
    listed = _group(root, groups, shown)
    whole = etree.Element("div")
    whole.append(listed)
    return blocks_of_element(whole, base=base)[0] if len(listed) else ()


def _group(group: Any, groups: dict[str, Any], shown: set[str]) -> Any:
    """Return *group* as an HTML list; what it refers to stands in it, each group once."""
    listed = etree.Element("ol" if "seq" in value(group, "mode") else "ul")
    waiting = [iter(group)]
    shown.add(value(group, "id"))
    while waiting:
        one = next(waiting[-1], None)
        if one is None:
            waiting.pop()
        elif one.tag == "itemref":
            _reference(listed, one)
        elif one.tag == "groupref":
            name = value(one, "idref")
            if name in groups and name not in shown:
                shown.add(name)
                waiting.append(iter(groups[name]))
    return listed


def _reference(listed: Any, reference: Any) -> None:
    titles = (line(one) for one in children(reference, "headline", "title", "name", "slugline"))
    address = value(reference, "href")
    title = next(filter(None, titles), "") or address
    if not title:
        return
    entry = etree.SubElement(listed, "li")
    etree.SubElement(entry, "a", href=address).text = title
    if summary := line(child(reference, "description")):
        etree.SubElement(entry, "p").text = summary
