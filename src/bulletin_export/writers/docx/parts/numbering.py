"""Real list numbering: two abstract lists, and one instance for each list of the text."""

from __future__ import annotations

from bulletin_export.writers.docx.markup import DECLARATION, NAMESPACES

#: Levels that Word knows (``w:ilvl`` 0 to 8); what nests deeper stays at the last.
LEVELS = 9
_BULLET, _NUMBER = 0, 1
_BULLETS = ("•", "–", "▪")
_NUMBERS = ("%{}.", "%{})", "（%{}）")


class Numbering:
    """The lists of a document so far; each numbered one counts for itself."""

    def __init__(self) -> None:
        self._instances: list[str] = []
        self._bullets = 0

    def __bool__(self) -> bool:
        return bool(self._instances)

    def bullets(self) -> int:
        """Return the number (``w:numId``) of the bullet list, which all of them share."""
        if not self._bullets:
            self._bullets = self._add(_BULLET, "")
        return self._bullets

    def numbers(self, level: int, start: int) -> int:
        """Return the number (``w:numId``) of a new list that begins with *start* on *level*."""
        override = (
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{max(start, 0)}"/>'
            "</w:lvlOverride>"
        )
        return self._add(_NUMBER, override)

    def xml(self, em: int) -> str:
        """Return the numbering part (§17.9.16); each level is indented by two *em* (twips)."""
        kinds = (_abstract(_BULLET, em), _abstract(_NUMBER, em))
        content = "".join((*kinds, *self._instances))
        return f"{DECLARATION}<w:numbering {NAMESPACES}>{content}</w:numbering>"

    def _add(self, kind: int, override: str) -> int:
        number = len(self._instances) + 1
        self._instances.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{override}</w:num>'
        )
        return number


def _abstract(kind: int, em: int) -> str:
    levels = "".join(_level(kind, level, em) for level in range(LEVELS))
    return (
        f'<w:abstractNum w:abstractNumId="{kind}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )


def _level(kind: int, level: int, em: int) -> str:
    if kind == _BULLET:
        form, text = "bullet", _BULLETS[level % len(_BULLETS)]
    else:
        form, text = "decimal", _NUMBERS[level % len(_NUMBERS)].format(level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{(level + 1) * 2 * em}" w:hanging="{2 * em}"/></w:pPr></w:lvl>'
    )
