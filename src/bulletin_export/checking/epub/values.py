"""What attributes of XHTML may say (HTML, 3.2.6; ARIA 1.2), and where words may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bulletin_export.checking.epub.vocabulary import words

_ROLES = words(
    "alert alertdialog application article banner blockquote button caption cell checkbox "
    "code columnheader combobox complementary contentinfo definition deletion dialog "
    "directory document emphasis feed figure form generic grid gridcell group heading img "
    "insertion link list listbox listitem log main marquee math menu menubar menuitem "
    "menuitemcheckbox menuitemradio meter navigation none note option paragraph "
    "presentation progressbar radio radiogroup region row rowgroup rowheader scrollbar "
    "search searchbox separator slider spinbutton status strong subscript superscript "
    "switch tab table tablist tabpanel term textbox time timer toolbar tooltip tree "
    "treegrid treeitem"
)
_ARIA = words(
    "activedescendant atomic autocomplete braillelabel brailleroledescription busy "
    "checked colcount colindex colindextext colspan controls current describedby "
    "description details disabled dropeffect errormessage expanded flowto grabbed "
    "haspopup hidden invalid keyshortcuts label labelledby level live modal multiline "
    "multiselectable orientation owns placeholder posinset pressed readonly relevant "
    "required roledescription rowcount rowindex rowindextext rowspan selected setsize "
    "sort valuemax valuemin valuenow valuetext"
)
_NUMBER = re.compile(r"-?\d+")
_VALUES = {
    "dir": re.compile("(?i:ltr|rtl|auto)"),
    "tabindex": _NUMBER,
    "hidden": re.compile("(?i:|hidden|until-found)"),
    "lang": re.compile(r"|[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"),
    "{http://www.w3.org/XML/1998/namespace}lang": re.compile(r"|[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"),
    "colspan": re.compile("[1-9][0-9]{0,3}"),
    "rowspan": re.compile("[0-9]{1,5}"),
    "start": _NUMBER,
    "id": re.compile(r"\S+"),
    "scope": re.compile("(?i:row|col|rowgroup|colgroup)"),
    "type": re.compile(r"[1aAiI]|[\w!#$&^.+-]+/[\w!#$&^.+-]+.*"),
    "role": re.compile(r"\S.*", re.DOTALL),
    "translate": re.compile("(?i:|yes|no)"),
}
#: Elements without words of their own.
WORDLESS = words(
    "html head table thead tbody tfoot tr ul ol dl colgroup hgroup br hr img col meta link"
)
#: Attributes without which an element makes no sense.
REQUIRED = {"img": ("src",), "bdo": ("dir",)}
#: Children without which it makes none.
REQUIRED_CHILDREN = {"html": ("head", "body"), "ruby": ("rt",)}


def wrong_attributes(one: Any) -> Iterator[str]:
    """Yield the names of the attributes of the element *one* whose values are none."""
    return (name for name, value in one.attrib.items() if not _may_be(name, value))


def _may_be(name: str, value: str) -> bool:
    wanted = _VALUES.get(name)
    if wanted and not wanted.fullmatch(value if name == "id" else value.strip()):
        return False
    if name.startswith("aria-"):
        return name[5:] in _ARIA
    return name != "role" or all(map(_is_role, value.split()))


def has_stray_words(one: Any, name: str) -> bool:
    """Tell whether words stand in *one* where none may."""
    if name not in WORDLESS:
        return False
    return bool("".join((one.text or "", *(child.tail or "" for child in one))).strip())


def _is_role(word: str) -> bool:
    return word in _ROLES or word.startswith(("doc-", "graphics-"))
