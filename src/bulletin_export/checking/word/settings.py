"""The document as a whole: its title, its settings, what must not be in it."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_export.checking.word.document import Document
from bulletin_export.checking.word.formatting import theme_fonts
from bulletin_export.checking.word.languages import tags
from bulletin_export.checking.word.namespaces import DC, VAL, W, is_on, whole
from bulletin_export.checking.word.stories import Place
from bulletin_export.diagnostics import Diagnostic, Severity

_MODE = "compatibilityMode"
#: Word 2013 and later; with less it shows the file as an old one.
_NEWEST = 15
_MACROS = ("vbaProject.bin", "vbaData.xml")
_LEFTOVER = "python-docx"
_OLD_PART = "word/stylesWithEffects.xml"
#: External relationships that are links, and not parts of what is shown.
_LINKS = frozenset({"hyperlink", "image"})


def title(document: Document) -> Iterator[Diagnostic]:
    """Find a document without a title in its core properties (ISO/IEC 29500-2 §11)."""
    core = document.core
    if core is None or not (core.findtext(f"{DC}title") or "").strip():
        yield _core(document).found("title-missing")


def leftovers(document: Document) -> Iterator[Diagnostic]:
    """Find words and parts that the template of python-docx puts into every file."""
    said = [] if document.core is None else [one.text or "" for one in document.core]
    if any(_LEFTOVER in text for text in said):
        yield _core(document).found("template-leftover", what=_LEFTOVER)
    if _OLD_PART in document.package.parts:
        yield Place(_OLD_PART).found("template-leftover", what=_OLD_PART)


def macros(document: Document) -> Iterator[Diagnostic]:
    """Find programs in the file."""
    for name in document.package.parts:
        if name.endswith(_MACROS) or "macroEnabled" in document.package.type_of(name):
            yield Place(name).found("macros", Severity.ERROR)
            return


def outside_parts(document: Document) -> Iterator[Diagnostic]:
    """Find what is taken from outside when the file is opened: templates, frames, objects."""
    package = document.package
    for part in package.parts:
        for one in package.relationships(part).values():
            if one.is_external and one.kind not in _LINKS:
                yield Place(part).found("part-outside-file", kind=one.kind, target=one.target)


def languages(document: Document) -> Iterator[Diagnostic]:
    """Find wrong tags in styles, lists and settings (themeFontLang: §17.15.1.88)."""
    for kind in ("styles", "settings", "numbering"):
        root = document.related(kind)
        if root is not None:
            yield from tags(root, _place(document, kind))
    settings = document.related("settings")
    theme = None if settings is None else settings.find(f"{W}themeFontLang")
    tag = "" if theme is None else theme.get(f"{W}eastAsia", "")
    own = document.styles.language
    if tag and own and tag.partition("-")[0].lower() != own.partition("-")[0].lower():
        yield _place(document, "settings").found("han-language-wrong", tag=tag)


def faces(document: Document) -> Iterator[Diagnostic]:
    """Find styles and lists whose faces come from the theme."""
    for kind in ("styles", "numbering"):
        root = document.related(kind)
        if root is not None and (name := theme_fonts(root)):
            yield _place(document, kind).found("theme-font", attribute=name)


def prompts(document: Document) -> Iterator[Diagnostic]:
    """Find what makes Word ask or complain as it opens the file."""
    settings = document.related("settings")
    if settings is None:
        return
    place = _place(document, "settings")
    if is_on(settings.find(f"{W}updateFields")):
        yield place.found("update-prompt")
    modes = (
        whole(one.get(VAL))
        for one in settings.iterfind(f"{W}compat/{W}compatSetting")
        if one.get(f"{W}name") == _MODE
    )
    mode = next(modes, 0)
    if mode < _NEWEST:
        yield place.found("compatibility-mode", mode=mode)


def _core(document: Document) -> Place:
    return Place(document.package.first_of("", "core-properties") or "docProps/core.xml")


def _place(document: Document, kind: str) -> Place:
    return Place(document.package.first_of(document.package.main, kind))
