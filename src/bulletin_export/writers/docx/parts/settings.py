"""The settings part: what holds for the whole document, beside its looks."""

from __future__ import annotations

from bulletin_export.styling.template import Template
from bulletin_export.writers.docx.languages import Languages
from bulletin_export.writers.docx.markup import DECLARATION, NAMESPACES, escaped, value
from bulletin_export.writers.docx.parts.note_numbers import note_settings
from bulletin_export.writers.docx.roles import ENDNOTES, FOOTNOTES

#: Marks that begin no line (GB/T 15834, 5.1.1 to 5.1.9), their Western forms, and what
#: Word's own lists of Chinese and Japanese add: repetition marks, primes, ditto.
_NO_START = (
    "、，。．：；？！”’）〕］｝〉》」』】〗·・‧–—～〜/／％%‰℃°′″々…"
    "!),.:;?]}¢¨ˇˉ―‖›∶〃〞︶︺︾﹀﹄﹚﹜﹞＂＇｀｜￠"
)
_NO_START_JAPANESE = "〻ゝゞヽヾーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
#: Marks that end no line (GB/T 15834, 5.1.3 and 5.1.9), currencies, and Western forms.
_NO_END = "“‘（〔［｛〈《「『【〖￥¥$€£№§/／([{〝﹙﹛﹝＄￡"
#: Level ``basic`` leaves out solidus and ellipsis.
_NOT_BASIC = str.maketrans("", "", "/／…")

_COMPATIBILITY = (
    "<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>"
    "<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
) + "".join(
    f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" '
    f'w:val="{setting}"/>'
    for name, setting in (
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
    )
)
#: ISO/IEC 29500-1 §17.15.1.78, as far as we say any of it.
_ORDER = (
    "zoom embedTrueTypeFonts saveSubsetFonts mirrorMargins bordersDoNotSurroundHeader "
    "bordersDoNotSurroundFooter defaultTabStop evenAndOddHeaders "
    "drawingGridVerticalSpacing displayHorizontalDrawingGridEvery "
    "displayVerticalDrawingGridEvery characterSpacingControl noLineBreaksAfter "
    "noLineBreaksBefore footnotePr endnotePr compat themeFontLang decimalSymbol listSeparator"
)


def settings_xml(
    template: Template,
    languages: Languages,
    *,
    has_footnotes: bool = False,
    has_endnotes: bool = False,
    embeds_fonts: bool = False,
) -> str:
    """Return the settings part (ISO/IEC 29500-1 §17.15.1.78); it asks for no update of fields."""
    settings = {
        "zoom": 'w:percent="100"',
        "bordersDoNotSurroundHeader": "",
        "bordersDoNotSurroundFooter": "",
        "defaultTabStop": value(420),
        "drawingGridVerticalSpacing": value(156),
        "displayHorizontalDrawingGridEvery": value(0),
        "displayVerticalDrawingGridEvery": value(2),
        "characterSpacingControl": value("compressPunctuation"),
        **_prohibitions(template, languages),
        "compat": f"<w:compat>{_COMPATIBILITY}</w:compat>",
        "themeFontLang": f'w:val="{languages.western}" w:eastAsia="{languages.east_asian}"',
        "decimalSymbol": value("."),
        "listSeparator": value(","),
    }
    wanted = {
        "mirrorMargins": template.page.mirrored,
        "evenAndOddHeaders": template.furniture.mirrored,
        "embedTrueTypeFonts": embeds_fonts,
        "saveSubsetFonts": embeds_fonts,
    }
    settings |= {name: "" for name, is_wanted in wanted.items() if is_wanted}
    notes = {FOOTNOTES: has_footnotes, ENDNOTES: has_endnotes}
    settings |= {f"{kind.name}Pr": note_settings(kind) for kind, has in notes.items() if has}
    inner = "".join(_element(name, settings[name]) for name in _ORDER.split() if name in settings)
    return f"{DECLARATION}<w:settings {NAMESPACES}>{inner}</w:settings>"


def _prohibitions(template: Template, languages: Languages) -> dict[str, str]:
    """Return the marks that end and begin no line, at the template's level."""
    composition = template.composition
    if composition.level == "none":
        return {}
    start, end = _NO_START, _NO_END
    if languages.prohibitions == "ja-JP":
        start += _NO_START_JAPANESE
    if composition.level == "basic":
        start, end = start.translate(_NOT_BASIC), end.translate(_NOT_BASIC)
    lists = {"noLineBreaksAfter": end, "noLineBreaksBefore": start}
    return {
        name: f'w:lang="{languages.prohibitions}" w:val="{escaped("".join(sorted(set(marks))))}"'
        for name, marks in lists.items()
    }


def _element(name: str, content: str) -> str:
    if content.startswith("<"):
        return content
    return f"<w:{name} {content}/>" if content else f"<w:{name}/>"
