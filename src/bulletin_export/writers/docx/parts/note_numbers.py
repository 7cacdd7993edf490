"""How notes are numbered, and which of them are no notes but what stands between."""

from __future__ import annotations

from bulletin_export.writers.docx.roles import ENDNOTES, NoteKind

#: What Word draws between text and notes, by the numbers it gives them itself.
SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"), (1, "continuationNotice"))
_FORM = '<w:numFmt w:val="decimal"/>'


def note_settings(kind: NoteKind) -> str:
    """Return what the settings say about notes (§17.11.12): place, form, the separators."""
    named = "".join(f'<w:{kind.name} w:id="{number}"/>' for number, _ in SEPARATORS)
    place = '<w:pos w:val="sectEnd"/>' if kind is ENDNOTES else ""
    return f"<w:{kind.name}Pr>{place}{_FORM}{named}</w:{kind.name}Pr>"


def note_numbers(kind: NoteKind, *, anew: bool) -> str:
    """Return how a section says that its notes begin *anew* or go on (§17.11.11, §17.11.5)."""
    restart = "eachSect" if anew else "continuous"
    return f'<w:{kind.name}Pr>{_FORM}<w:numRestart w:val="{restart}"/></w:{kind.name}Pr>'
