"""Word documents with one fault each: what `bulletin-export check` has to find, and call so.

Each mutant is made from a good file, by changing its parts; one that has no place for the fault
(no table, no note) raises `ImpossibleFaultError`.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any, NamedTuple

from lxml import etree

from validators.gate import ImpossibleFaultError

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMES = {
    "w": _W,
    "r": _R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "dc": "http://purl.org/dc/elements/1.1/",
    "t": f"{_PACKAGE}/content-types",
    "rel": f"{_PACKAGE}/relationships",
}
W = f"{{{_W}}}"
DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
RELATIONSHIPS, CORE, TYPES = (
    "word/_rels/document.xml.rels", "docProps/core.xml", "[Content_Types].xml",
)  # fmt: skip


class Mutant(NamedTuple):
    """One fault: the code it is found by, its name, and what puts it into a file."""

    code: str
    name: str
    make: Callable[[bytes], bytes]


Change = Callable[[Any], None]


def edited(changes: Mapping[str, Change], more: Mapping[str, bytes] | None = None) -> Any:
    """Return what changes the root element of parts by name, and adds *more* parts."""

    def make(data: bytes) -> bytes:
        before, result = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
        if missing := set(changes) - set(before.namelist()):
            raise ImpossibleFaultError(missing)
        with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as after:
            for info in before.infolist():
                content = before.read(info)
                if change := changes.get(info.filename):
                    root = etree.fromstring(content)
                    change(root)
                    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
                after.writestr(info, content)
            for name, content in (more or {}).items():
                after.writestr(name, content)
        return result.getvalue()

    return make


def first(root: Any, path: str) -> Any:
    """Return the first element that *path* finds in *root*.

    Raises:
        ImpossibleFaultError: There is none.
    """
    found = root.xpath(path, namespaces=_NAMES)
    if not found:
        raise ImpossibleFaultError(path)
    return found[0]


def _set(path: str, name: str, value: str) -> Change:
    prefix, _, local = name.rpartition(":")
    full = f"{{{_NAMES[prefix]}}}{local}" if prefix else local
    return lambda root: first(root, path).set(full, value)


def _drop(path: str) -> Change:
    def change(root: Any) -> None:
        one = first(root, path)
        one.getparent().remove(one)

    return change


def _xml(text: str) -> Any:
    names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMES.items())
    return etree.fromstring(f"<x {names}>{text}</x>")


def _at_end(*texts: str) -> Change:
    """Return what puts elements before the last section properties."""

    def change(root: Any) -> None:
        section = first(root, "w:body/w:sectPr")
        for text in texts:
            for one in list(_xml(text)):
                section.addprevious(one)

    return change


def _into(path: str, text: str, place: int = -1) -> Change:
    def change(root: Any) -> None:
        parent = first(root, path)
        for one in list(_xml(text)):
            parent.insert(len(parent) if place < 0 else place, one)

    return change


def _added(name: str, kind: str, target: str, mode: str = "External") -> Change:
    return _into(
        "/*",
        f'<rel:Relationship Id="{name}" Type="{_R}/{kind}" Target="{target}" TargetMode="{mode}"/>',
    )


def _all(*changes: Change) -> Change:
    def change(root: Any) -> None:
        for one in changes:
            one(root)

    return change


def _wider(root: Any) -> None:
    facts = "w:tblPr/w:tblStyle/@w:val = 'BulletinTable'"
    table = first(root, f"w:body/w:tbl[not(.//w:tbl) and not(.//w:drawing) and {facts}]")
    for element in table.iter(f"{W}gridCol", f"{W}tcW", f"{W}tblW"):
        element.set(f"{W}w", str(3 * int(element.get(f"{W}w"))))


def _headless(root: Any) -> None:
    head = first(root, "//w:tbl[count(w:tr) > 1]/w:tr[1]/w:trPr/w:tblHeader")
    head.getparent().remove(head)


def _all_english(root: Any) -> None:
    for element in root.iter(f"{W}lang"):
        element.set(f"{W}eastAsia", "en-US")


def _in_japanese(root: Any) -> None:
    run = first(root, "//w:body/w:p/w:r[w:t[string-length() > 8]]")
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = etree.SubElement(run, f"{W}rPr")
        run.insert(0, properties)
    for old in properties.findall(f"{W}lang"):
        properties.remove(old)
    etree.SubElement(properties, f"{W}lang").set(f"{W}eastAsia", "ja-JP")


def _linked_picture(root: Any) -> None:
    first(root, "//a:blip").set(f"{{{_R}}}link", "rOutside")


def _deep_heading(root: Any) -> None:
    title = first(root, "w:body/w:p[w:pPr/w:pStyle/@w:val='Heading1']")
    heading = deepcopy(_xml('<w:p><w:pPr><w:pStyle w:val="Heading4"/></w:pPr></w:p>')[0])
    title.addnext(heading)


def _undescribed(root: Any) -> None:
    del first(root, "//wp:docPr[@descr]").attrib["descr"]


def _blank_title(root: Any) -> None:
    first(root, "dc:title").text = " "


def _fields(*marks: str) -> Change:
    return _at_end(_PLAIN.format("".join(map(_FIELD.format, marks))))


def _other_page(root: Any) -> None:
    instruction = first(root, "//w:instrText[contains(., 'PAGEREF')]")
    instruction.text = " PAGEREF _Nowhere \\h "


_PLAIN = "<w:p>{}</w:p>"
_TWIN = '<w:bookmarkStart w:id="{}" w:name="{}"/><w:bookmarkEnd w:id="{}"/>'
_STYLED = '<w:p><w:pPr><w:pStyle w:val="ArticleBody"/>{}</w:pPr><w:r>{}<w:t>好</w:t></w:r></w:p>'
_LINK = "<w:p><w:hyperlink {}><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>"
_MACRO_TYPE = '<t:Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def _body(code: str, name: str, *changes: Change) -> Mutant:
    return Mutant(code, name, edited({DOCUMENT: _all(*changes)}))


def _part(code: str, name: str, part: str, *changes: Change) -> Mutant:
    return Mutant(code, name, edited({part: _all(*changes)}))


MUTANTS = (
    _body("alt-text-missing", "a picture without alternative text", _undescribed),
    _body("alt-text-missing", "a picture said with a blank", _set("//wp:docPr", "descr", " ")),
    Mutant("picture-outside-file", "a picture from the web", edited({
        DOCUMENT: _linked_picture,
        RELATIONSHIPS: _added("rOutside", "image", "https://example.org/a.png"),
    })),
    _body("picture-too-wide", "a picture as wide as a door",
          _set("//w:body/w:p//wp:extent", "cx", "20000000")),
    _body("table-header-missing", "a table without its header row", _headless),
    _body("table-widths-differ", "a cell wider than its column",
          _set("//w:tc/w:tcPr/w:tcW", "w:w", "19")),
    _body("table-widths-differ", "a row with a cell too few",
          _drop("//w:tbl[count(w:tblGrid/w:gridCol) > 1]/w:tr/w:tc[last() > 1]")),
    _body("table-wider-than-text", "a table wider than the page", _wider),
    _part("language-wrong", "a language with an underscore", STYLES,
          _set("w:docDefaults//w:lang", "w:val", "en_US")),
    _part("han-language-wrong", "all styles in English", STYLES, _all_english),
    _body("han-language-wrong", "a Chinese run called Japanese", _in_japanese),
    _part("han-language-wrong", "the theme in Japanese", SETTINGS,
          _set("w:themeFontLang", "w:eastAsia", "ja-JP")),
    _body("field-unclosed", "a field without an end",
          _fields("begin")),
    _body("field-unclosed", "a field without a beginning",
          _fields("end")),
    _body("field-unclosed", "a field divided twice",
          _fields("begin", "separate", "separate", "end")),
    _body("bookmark-unclosed", "a bookmark without an end", _drop("//w:bookmarkEnd")),
    _body("bookmark-unclosed", "a bookmark without a beginning",
          _at_end('<w:bookmarkEnd w:id="987654"/>')),
    _body("bookmark-twice", "two bookmarks of one name",
          _at_end(_TWIN.format(987654, "a_name", 987654), _TWIN.format(987655, "A_Name", 987655))),
    _body("bookmark-twice", "two bookmarks of one id",
          _at_end(_TWIN.format(987654, "a_name", 987654), _TWIN.format(987654, "b_name", 987654))),
    _body("link-without-target", "a link to nowhere",
          _at_end(_LINK.format('w:anchor="nowhere"'))),
    _body("link-without-target", "a page number of nowhere", _other_page),
    _body("heading-skipped", "a heading too deep", _deep_heading),
    _body("direct-formatting", "a centred paragraph",
          _at_end(_STYLED.format('<w:jc w:val="center"/>', ""))),
    _body("direct-formatting", "a run of another size",
          _at_end(_STYLED.format("", '<w:rPr><w:sz w:val="44"/></w:rPr>'))),
    _body("direct-formatting", "a run with a face of its own",
          _at_end(_STYLED.format("", '<w:rPr><w:rFonts w:eastAsia="隶书"/></w:rPr>'))),
    _part("theme-font", "a style with the theme's face", STYLES,
          _set("//w:rFonts", "w:eastAsiaTheme", "minorEastAsia")),
    _body("empty-paragraphs", "space made of empty paragraphs",
          _at_end("<w:p/>", "<w:p/>", "<w:p/>")),
    _body("reference-missing", "a style that is not there",
          _set("//w:body/w:p/w:pPr/w:pStyle", "w:val", "NoSuchStyle")),
    _body("reference-missing", "a list that is not there",
          _at_end(_STYLED.format('<w:numPr><w:numId w:val="9876"/></w:numPr>', ""))),
    _body("reference-missing", "a note that is not there",
          _at_end(_PLAIN.format('<w:r><w:footnoteReference w:id="9876"/></w:r>'))),
    _body("reference-missing", "a link without its address",
          _at_end(_LINK.format('r:id="rNone"'))),
    _part("reference-missing", "a style based on none", STYLES,
          _set("w:style[@w:styleId='Heading1']/w:basedOn", "w:val", "NoSuchStyle")),
    Mutant("part-unused", "a part that nothing refers to",
           edited({}, {"word/forgotten.xml": b"<x/>"})),
    _part("part-untyped", "pictures of no type", TYPES, _drop("t:Default[@Extension='png']")),
    _part("title-missing", "no title", CORE, _drop("dc:title")),
    _part("title-missing", "a blank title", CORE, _blank_title),
    _part("template-leftover", "a word of a library", CORE,
          _into("/*", "<dc:description>generated by python-docx</dc:description>")),
    Mutant("macros", "a macro", edited({
        RELATIONSHIPS: _added("rMacro", "vbaProject", "vbaProject.bin", "Internal"),
        TYPES: _into("/*", _MACRO_TYPE, 0),
    }, {"word/vbaProject.bin": b"\0"})),
    _part("part-outside-file", "a template from the web", RELATIONSHIPS,
          _added("rRemote", "attachedTemplate", "https://example.org/evil.dotm")),
    _part("update-prompt", "fields to be updated", SETTINGS, _into("/*", "<w:updateFields/>", 1)),
    _part("compatibility-mode", "a file of Word 2010", SETTINGS,
          _set("//w:compatSetting[@w:name='compatibilityMode']", "w:val", "14")),
)  # fmt: skip
