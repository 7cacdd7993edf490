"""Keep words from being read as markup, with as few backslashes as possible."""

from __future__ import annotations

import re

#: What means something anywhere in a line; ``&`` and ``<`` only before a letter and the like.
_ANYWHERE = re.compile(r"[\\`*_\[\]~]|&(?=[#A-Za-z]|$)|<(?=[A-Za-z/!?]|$)")
#: What means something where a line begins: headings, quotes, lists, rules, table rules.
_AT_START = re.compile(
    r"""^([ \t]*)(?:
        (\#(?=\#{0,5}(?:[ \t]|$)) | > | =(?==*[ \t]*$) | :(?=-) | \| | [-+](?=[-+| \t]|$))
        | (\d{1,9}) ([.)]) (?=[ \t]|$)
    )""",
    re.MULTILINE | re.VERBOSE,
)
_LINE_ENDS = re.compile(r"[\r\n]+")
_BACKTICKS = re.compile("`+")


def escaped(text: str) -> str:
    """Return *text*, which may stand anywhere in a line, so that it is read as it is."""
    return _ANYWHERE.sub(r"\\\g<0>", _LINE_ENDS.sub(" ", text))


def opening(line: str) -> str:
    """Return *line*, the beginning of a paragraph, so that it opens no other block.

    It may hold further lines, each after a hard break.
    """
    return _AT_START.sub(_start_escaped, line)


def code_span(value: str) -> str:
    """Return *value* between more backticks than it holds (CommonMark, 6.1)."""
    value = _LINE_ENDS.sub(" ", value)
    fence = "`" * (_longest(value) + 1)
    is_tight = value and value[0] not in " `" and value[-1] not in " `"
    pad = "" if is_tight or not value.strip() else " "
    return f"{fence}{pad}{value}{pad}{fence}" if value else ""


def code_block(value: str, language: str) -> str:
    """Return *value* between fences longer than any in it (CommonMark, 4.5)."""
    fence = "`" * max(3, _longest(value) + 1)
    info = "".join(language.split()).replace("`", "")
    value = value.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    return f"{fence}{info}\n{value}\n{fence}"


def destination(address: str) -> str:
    """Return *address* so that it ends where it should in ``(…)`` (CommonMark, 6.3)."""
    for character, code in (("(", "%28"), (")", "%29"), (" ", "%20"), ("<", "%3C"), (">", "%3E")):
        address = address.replace(character, code)
    return "".join(address.split()).replace("\\", "%5C")


def joined(before: str, after: str) -> str:
    """Return both, kept from becoming one mark.

    Such are ``!`` and a link, the mark of a note and a bracket, two stretches of code.
    """
    if before.endswith("!") and after.startswith("["):
        return f"{before[:-1]}\\!{after}"
    if before.endswith("]") and after.startswith(("(", ":")):
        return f"{before}\\{after}"
    if before.endswith("`") and after.startswith("`"):
        return f"{before}<!-- -->{after}"
    return before + after


def _start_escaped(match: re.Match[str]) -> str:
    blank, mark, number, point = match.groups()
    return f"{blank}\\{mark}" if mark else f"{blank}{number}\\{point}"


def _longest(text: str) -> int:
    return max(map(len, _BACKTICKS.findall(text)), default=0)
