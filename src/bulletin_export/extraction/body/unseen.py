"""Text that a page holds and does not show before a script has run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from bulletin_export.extraction.naming import is_hidden, is_named_furniture, name_of
from bulletin_export.extraction.outline import outline
from bulletin_export.patterns import lazy_pattern

#: Fewer characters are a note or a dialogue, not an article.
_ENOUGH = 100
#: Keys under which sites keep the text of an article in their scripts.
_VALUE = lazy_pattern(
    r"""["']?(?:articleBody|article_?content|content_?html|html_?content|content|body|text|html)["']?\s*[:=]\s*"""
    r"""(?:"((?:[^"\\]|\\.)*+)"|'((?:[^'\\\n]|\\.)*+)')""",
    re.IGNORECASE,
)
_ESCAPE = lazy_pattern(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_PLAIN = {"n": "\n", "r": "", "t": " ", "b": "", "f": ""}
_HAN = lazy_pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MARKS = lazy_pattern("[，。、；？！]")
_TAGS = lazy_pattern("<[a-zA-Z/][^<>]*>")


def hidden_box(body: Any) -> Any:
    """Return the hidden element of *body* with the most running text, made visible, or None."""
    box = _heaviest(list(_hidden(body)))
    if box is not None:
        _show(box)
    return box


def without_script(body: Any) -> Any:
    """Return the ``<noscript>`` of *body* with the most running text, as a box, or None."""
    boxes = list(body.iter("noscript"))
    box = _heaviest(boxes)
    if box is not None:
        box.tag = "div"
    return box


def _heaviest(elements: Sequence[Any]) -> Any:
    weights = [_weight(one) for one in elements]
    most = max(weights, default=0.0)
    return elements[weights.index(most)] if most >= _ENOUGH else None


def text_in_scripts(scripts: Sequence[Any], body: Any) -> str:
    """Return, as HTML, the longest text that *scripts*, or fields of *body*, keep."""
    fields = ("".join(field.itertext()) for field in body.iter("textarea"))
    found = max((*_values(scripts), *fields), key=_running, default="")
    if _running(found) < _ENOUGH:
        return ""
    if _TAGS.search(found):
        return found
    from html import escape  # Hardly any page needs it, and it takes a millisecond to load.

    return "".join(f"<p>{escape(line)}</p>" for line in found.splitlines())


def _values(scripts: Sequence[Any]) -> Iterator[str]:
    for script in scripts:
        for match in _VALUE.finditer(script.text or ""):
            written = match[1] or match[2] or ""
            if len(written) >= _ENOUGH:
                yield _decoded(written)


def _decoded(written: str) -> str:
    """Return the string that *written* stands for in a script, with its HTML readable."""
    from html import unescape
    from json import loads

    try:
        text = loads(f'"{written}"', strict=False)
    except ValueError:
        text = _ESCAPE.sub(_character, written)
    # Some sites escape the markup inside the string once more.
    return unescape(text) if "&lt;" in text or "<" not in text else text


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _PLAIN.get(match[3], match[3])


def _running(text: str) -> int:
    """Return the number of characters of *text* if it reads like prose."""
    bare = _TAGS.sub("", text)
    is_prose = _MARKS.search(bare) and len(_HAN.findall(bare)) * 2 > len(bare.strip())
    return len(bare) if is_prose else 0


def _hidden(body: Any) -> Iterator[Any]:
    """Yield the outermost hidden elements of *body* that are not named like furniture."""
    walker = etree.iterwalk(body, events=("start",), tag="*")
    for _, element in walker:
        if element.keys() and is_hidden(element):
            walker.skip_subtree()
            if not is_named_furniture(name_of(element)):
                yield element


def _weight(element: Any) -> float:
    """Return the running text of *element*, were it shown."""
    given, tag = dict(element.attrib), element.tag
    _show(element)
    element.tag = "div"
    weight = sum(line.weight for line in outline(element).lines)
    element.tag = tag
    element.attrib.update(given)
    return weight


def _show(element: Any) -> None:
    element.attrib.pop("style", None)
    element.attrib.pop("hidden", None)
