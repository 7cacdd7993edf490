"""Our styles among those of the house: taken by name, or added.

What is added stands on a base of its own, which says all that our documents say for every
paragraph, so that the house's Normal does not shine through; only the text of articles, if
the house has no style for it, looks like the paragraph in which ``{{body}}`` stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from lxml import etree

from bulletin_export.styling.template import Role, Template
from bulletin_export.writers.docx.house.body_style import body_look
from bulletin_export.writers.docx.house.house_styles import HouseStyles, says, value
from bulletin_export.writers.docx.house.merging import References, free
from bulletin_export.writers.docx.house.opening import W
from bulletin_export.writers.docx.house.splicing import fragment
from bulletin_export.writers.docx.house.style_names import candidates, key
from bulletin_export.writers.docx.languages import Languages
from bulletin_export.writers.docx.markup import escaped, paragraph_properties, run_properties
from bulletin_export.writers.docx.parts.styles import styles_xml
from bulletin_export.writers.docx.roles import style_id

_BASE, _BASE_NAME = "BulletinBase", "简报基准"
_STYLE_ID = re.compile(r'w:styleId="([^"]*)"')
_NUMBER_ID = re.compile(r'<w:numId w:val="([1-9]\d*)"/>')
_REFERENCE = re.compile(r'<w:(?:basedOn|next|link|pStyle) w:val="([^"]*)"/>')


class OwnStyle(NamedTuple):
    """A style of ours: what it is, and the whole of it as XML with our ids."""

    identifier: str
    name: str
    kind: str
    xml: str


class Matched(NamedTuple):
    """Our ids as they are in the house's document, and the text of what may be added."""

    identifiers: Mapping[str, str]
    names: Mapping[str, str]
    #: By our id; what the house has is not there.
    additions: Mapping[str, str]
    before: str
    after: str

    def xml(self, references: References, made: str) -> str:
        """Return the styles part with those of the used styles that the house lacks.

        *made* are styles that this document alone needs, as XML with our ids.
        """
        named = _STYLE_ID.sub(lambda one: f'w:styleId="{references.style(one[1])}"', made)
        derived = references.in_text(named)
        added = "".join(self.additions[one] for one in self._needed(references.used))
        return f"{self.before}{added}{derived}{self.after}"

    def _needed(self, used: Iterable[str]) -> list[str]:
        open_, needed = sorted(set(used) & set(self.additions)), set[str]()
        while open_:
            one = open_.pop()
            if one in needed:
                continue
            needed.add(one)
            named = _REFERENCE.findall(self.additions[one])
            back = {new: old for old, new in self.identifiers.items()}
            open_ += [back[new] for new in named if back.get(new) in self.additions]
        return [one for one in self.additions if one in needed]


def matched(template: Template, languages: Languages, house: HouseStyles, lists: int) -> Matched:
    """Return how the styles of *template* are found in, or added to, those of the *house*.

    The numbers of lists that ours refer to are *lists* higher there.
    """
    own = _NUMBER_ID.sub(
        lambda match: f'<w:numId w:val="{int(match[1]) + lists}"/>', styles_xml(template, languages)
    )
    root = etree.fromstring(own.encode())
    every = [_own_style(style, root) for style in root.findall(f"{W}style")]
    ours = [one for one in every if one.identifier != "Normal"]
    identifiers, names = _found(ours, house)
    body = style_id(Role.BODY)
    look = None
    if body not in identifiers:
        chosen, look = body_look(house)
        if chosen:
            identifiers[body] = chosen
    taken = {*house.by_id, *identifiers.values()}
    additions = [one for one in ours if one.identifier not in identifiers]
    for one in additions:
        identifiers[one.identifier] = free(one.identifier, taken)
    identifiers["Normal"] = free(_BASE, taken)
    spelled = {one.identifier: _spelled(one, house) for one in additions}
    texts = {one.identifier: _renamed(one, identifiers, spelled) for one in additions}
    if look:
        texts[body] = _body_style(identifiers[body], spelled[body], look)
    base = {"Normal": _base_style(root, identifiers["Normal"])}
    text = etree.tostring(house.root, encoding="unicode")
    end = text.rindex("</") if "</" in text else len(text)
    if text.rstrip().endswith("/>") and not len(house.root):
        text = text.rstrip().removesuffix("/>") + "></w:styles>"
        end = text.rindex("</")
    return Matched(identifiers, names | spelled, base | texts, text[:end], text[end:])


def _own_style(style: etree._Element, root: etree._Element) -> OwnStyle:
    return OwnStyle(
        style.get(f"{W}styleId", ""),
        value(style, "name"),
        style.get(f"{W}type", "paragraph"),
        fragment(style, root),
    )


def _found(ours: list[OwnStyle], house: HouseStyles) -> tuple[dict[str, str], dict[str, str]]:
    """Return the house's ids and names for those of *ours* that it has."""
    identifiers, names = {}, {}
    for one in ours:
        wanted = candidates(one.name, one.identifier)
        if one.identifier == style_id(Role.BODY):
            # What else it may be called comes after how the place of the body looks.
            wanted = wanted[:2]
        own = (house.by_name.get((one.kind, word)) for word in wanted)
        if "<w:numPr>" in one.xml:
            # A list without bullets or numbers would be none.
            own = (name for name in own if name and says(name, "numPr", house))
        default = house.defaults.get(one.kind, "") if one.identifier in _DEFAULTS else ""
        found = next(filter(None, own), "") or default
        if found:
            identifiers[one.identifier] = found
            names[one.identifier] = value(house.by_id[found], "name")
    return identifiers, names


_DEFAULTS = frozenset({"DefaultParagraphFont", "TableNormal"})


def _body_style(identifier: str, name: str, look: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identifier}">'
        f'<w:name w:val="{escaped(name)}"/>{look}</w:style>'
    )


def _spelled(style: OwnStyle, house: HouseStyles) -> str:
    """Return the name of a style to be added; names are unique among styles of all kinds."""
    is_taken = any((kind, key(style.name)) in house.by_name for kind in _KINDS)
    return f"{style.name}（简报）" if is_taken else style.name


_KINDS = ("paragraph", "character", "table", "numbering")


def _renamed(style: OwnStyle, identifiers: Mapping[str, str], names: Mapping[str, str]) -> str:
    text = _REFERENCE.sub(
        lambda match: match[0].replace(
            f'"{match[1]}"', f'"{escaped(identifiers.get(match[1], match[1]))}"'
        ),
        style.xml,
    )
    text = text.replace(
        f'w:styleId="{style.identifier}"', f'w:styleId="{identifiers[style.identifier]}"', 1
    )
    text = text.replace(' w:default="1"', "", 1)
    return text.replace(
        f'<w:name w:val="{escaped(style.name)}"/>',
        f'<w:name w:val="{escaped(names[style.identifier])}"/>',
        1,
    )


def _base_style(root: etree._Element, identifier: str) -> str:
    """Return the style on which ours stand: our defaults and our Normal in one."""
    normal = next(one for one in root.findall(f"{W}style") if one.get(f"{W}styleId") == "Normal")
    runs = _laid_over(root.find(f".//{W}rPrDefault/{W}rPr"), normal.find(f"{W}rPr"), root)
    lines = _laid_over(root.find(f".//{W}pPrDefault/{W}pPr"), normal.find(f"{W}pPr"), root)
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identifier}">'
        f'<w:name w:val="{_BASE_NAME}"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        f"{paragraph_properties(lines)}{run_properties(runs)}</w:style>"
    )


def _laid_over(
    below: etree._Element | None, above: etree._Element | None, root: etree._Element
) -> dict[str, str]:
    elements = [*(() if below is None else below), *(() if above is None else above)]
    return {etree.QName(one).localname: fragment(one, root) for one in elements}
