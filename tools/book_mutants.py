"""How our checker of books compares with EPUBCheck: `python tools/book_mutants.py FOLDER`.

A small book that holds every kind of thing is broken in one place, again and again: elements
left out, doubled, renamed, filled, emptied; attributes left out, garbled, added; files removed.
Both checkers judge every one. Prints the agreement and writes ``docs/epub-checks.md``.
"""

from __future__ import annotations

import copy
import io
import json
import sys
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from bulletin_export.checking import check
from bulletin_export.errors import BulletinError
from bulletin_export.sources import Source
from validators.gate import ToolError
from validators.programs import ROOT, TOOLS, run_java

_DOCUMENTS = (
    "EPUB/content.opf", "EPUB/nav.xhtml", "EPUB/toc.ncx", "EPUB/article-0001.xhtml",
    "EPUB/contents.xhtml", "EPUB/section-01.xhtml", "META-INF/container.xml",
)  # fmt: skip
_OPS = "{http://www.idpf.org/2007/ops}"
#: Attributes put on every kind of element of XHTML.
_ADDED = {
    "style": "color:red", "onclick": "x()", "id": "headline", f"{_OPS}type": "bogus",
    "role": "bogus", "lang": "x y", "dir": "up", "tabindex": "a", "href": "nowhere.xhtml",
    "src": "nowhere.png", "aria-bogus": "1", "hidden": "maybe", "colspan": "x",
}  # fmt: skip
_RULES = (
    "p {", '@import "http://x.cn/a.css";', "p {background:url(no.png)}",
    "p {background:url(http://x.cn/a.png)}", "p {direction: rtl}", "p {position: fixed}",
    "p {unicode-bidi: embed}", "@font-face {font-family:x;src:url(x.ttf)}",
)  # fmt: skip
#: Attributes whose values make two elements of one name two kinds.
_TELLING = frozenset({"property", "name", "rel", "properties", "media-type", f"{_OPS}type"})
_SEVERE = frozenset({"FATAL", "ERROR", "WARNING"})
_TOGETHER = 300

_PAGE = """\
# Our checker of books and EPUBCheck

`bulletin-export check book.epub` needs no Java. How near it comes to EPUBCheck 5.3 is measured with
a book that holds every kind of thing our books hold, broken in one place {count} times: elements
left out, doubled, renamed, filled, emptied; attributes left out, garbled, added; files removed;
rules of style sheets. Both agree whether a book is faulty (a message of warning or above) in
**{agree}** cases, {share:.1f} in a hundred; here are the others.

    PYTHONPATH=src:tests:tools .venv/bin/python tools/book_mutants.py /tmp/mutants

## What EPUBCheck finds and we do not: {missed}

{misses}

## What we find and EPUBCheck does not: {extra}

{extras}
"""


class Mutant(NamedTuple):
    """A broken book: what was done, and the files that differ (None: taken away)."""

    deed: str
    files: dict[str, bytes | None]


def main(folder: Path) -> None:
    """Make the mutants, let both judge them, write the page."""
    folder.mkdir(parents=True, exist_ok=True)
    book = _book()
    names: dict[str, str] = {}
    for number, mutant in enumerate(_mutants(_files(book))):
        names[f"m{number:04}"] = mutant.deed
        (folder / f"m{number:04}.epub").write_bytes(_packed(book, mutant.files))
    theirs = _by_epubcheck(folder, list(names))
    missed: dict[str, list[str]] = defaultdict(list)
    extra: dict[str, list[str]] = defaultdict(list)
    for name, deed in names.items():
        ours, other = _by_us(folder / f"{name}.epub"), theirs[name]
        if other and not ours:
            missed[other].append(deed)
        elif ours and not other:
            extra[ours].append(deed)
    wrong = sum(map(len, (*missed.values(), *extra.values())))
    page = _PAGE.format(
        count=len(names),
        agree=len(names) - wrong,
        share=100 * (1 - wrong / len(names)),
        missed=sum(map(len, missed.values())),
        extra=sum(map(len, extra.values())),
        misses=_listed(missed),
        extras=_listed(extra),
    )
    (ROOT / "docs" / "epub-checks.md").write_text(page, "utf-8")
    print(f"{len(names)} mutants, {len(names) - wrong} judged alike")


def _listed(found: dict[str, list[str]]) -> str:
    lines = ["| message | what was done |", "| --- | --- |"]
    for message, deeds in sorted(found.items()):
        shown = "<br>".join(deed.replace("|", "\\|") for deed in deeds)
        lines.append(f"| {message} | {shown} |")
    return "\n".join(lines)


def _by_us(file: Path) -> str:
    try:
        said = check(Source(data=file.read_bytes(), name=file.name))
    except BulletinError as error:
        return f"`{error.code}`"
    severe = (one.code for one in said if one.severity.value in ("error", "warning"))
    return next((f"`{code}`" for code in severe), "")


def _by_epubcheck(folder: Path, names: list[str]) -> dict[str, str]:
    jar = next(TOOLS.glob("venv/lib/python*/site-packages/epubcheck/epubcheck.jar"), None)
    if jar is None:
        raise ToolError("EPUBCheck is not installed: run `make validate` first")
    for start in range(0, len(names), _TOGETHER):
        some = names[start : start + _TOGETHER]
        pairs = [folder / f"{one}{suffix}" for one in some for suffix in (".epub", ".json")]
        run_java("CheckBooks.java", [str(jar)], pairs)
    found = {}
    for name in names:
        messages = json.loads((folder / f"{name}.json").read_text("utf-8"))["messages"]
        severe = [one for one in messages if one["severity"] in _SEVERE]
        found[name] = f"{severe[0]['ID']}" if severe else ""
    return found


def _mutants(files: dict[str, bytes]) -> Iterator[Mutant]:
    seen: set[bytes] = set()
    for name in _DOCUMENTS:
        root: Any = etree.fromstring(files[name])
        kinds: dict[tuple[Any, ...], int] = {}
        for number, element in enumerate(_elements(root)):
            kinds.setdefault(_kind(element), number)
        for number in kinds.values():
            for deed, data in _changes(root, number, is_page=name.endswith(".xhtml")):
                if data not in seen:
                    seen.add(data)
                    yield Mutant(f"`{name.rpartition('/')[2]}`: {deed}", {name: data})
    for name in files:
        yield Mutant(f"`{name}` removed", {name: None})
    yield Mutant("`mimetype` with a line end", {"mimetype": files["mimetype"] + b"\n"})
    css = files["EPUB/style.css"]
    for rule in _RULES:
        yield Mutant(f"style sheet: `{rule}`", {"EPUB/style.css": css + rule.encode()})


def _elements(root: Any) -> list[Any]:
    return [one for one in root.iter() if isinstance(one.tag, str)]


def _kind(element: Any) -> tuple[Any, ...]:
    told = ((key, value if key in _TELLING else "") for key, value in element.attrib.items())
    return (element.tag, *sorted(told))


def _changes(root: Any, number: int, *, is_page: bool) -> Iterator[tuple[str, bytes]]:
    """Yield every change of one element: what was done, and the document then."""
    element = _elements(root)[number]
    name = etree.QName(element).localname
    shown = " ".join(f"{etree.QName(k).localname}={v[:24]}" for k, v in element.attrib.items())
    label = f"`{name}{' ' if shown else ''}{shown}`"
    for deed, change in (*_DEEDS.items(), *_on_attributes(element, is_page=is_page)):
        changed = copy.deepcopy(root)
        if change(_elements(changed)[number]):
            tree = changed.getroottree()
            yield f"{label} {deed}", etree.tostring(tree, xml_declaration=True, encoding="UTF-8")


def _on_attributes(element: Any, *, is_page: bool) -> Iterator[tuple[str, Callable[[Any], bool]]]:
    for key in element.attrib:
        local = etree.QName(key).localname
        yield f"without {local}", lambda one, key=key: one.attrib.pop(key) is not None
        yield f"{local} garbled", lambda one, key=key: _put(one, key, "bogus value")
        yield f"{local} empty", lambda one, key=key: _put(one, key, "")
    yield "with an attribute “bogus”", lambda one: _put(one, "bogus", "1")
    for key, value in _ADDED.items() if is_page else ():
        local = etree.QName(key).localname
        yield f"with {local}={value}", lambda one, key=key, value=value: _put(one, key, value)


def _put(element: Any, key: str, value: str) -> bool:
    element.set(key, value)
    return True


def _dropped(element: Any) -> bool:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
    return parent is not None


def _doubled(element: Any) -> bool:
    parent = element.getparent()
    if parent is not None:
        parent.insert(parent.index(element) + 1, copy.deepcopy(element))
    return parent is not None


def _renamed(element: Any) -> bool:
    element.tag = etree.QName(etree.QName(element).namespace, "bogus")
    return True


def _filled(element: Any) -> bool:
    etree.SubElement(element, etree.QName(etree.QName(element).namespace, "p")).text = "字"
    return True


def _emptied(element: Any) -> bool:
    for child in list(element):
        element.remove(child)
    element.text = None
    return True


def _worded(element: Any) -> bool:
    element.text = (element.text or "") + "字"
    return True


_DEEDS: dict[str, Callable[[Any], bool]] = {
    "left out": _dropped, "twice": _doubled, "renamed": _renamed,
    "with a p inside": _filled, "emptied": _emptied, "with a word more": _worded,
}  # fmt: skip


def _book() -> bytes:
    """Return a book that holds every kind of thing our books hold."""
    import builders as b
    from bulletin_export import pipeline
    from bulletin_export.model.publication import Publication, Section
    from bulletin_export.styling.load import load_template
    from strategies import PICTURES

    picture = PICTURES[1]
    first = b.article(
        b.p("甲", b.note("注一"), b.link("https://example.cn/b", "乙")),
        b.h(1, "小标题"),
        b.figure(b.img(picture.name, "图"), caption="图注"),
        b.table(
            b.tr(b.th("一"), b.th("二")), b.tr(b.td("三"), b.td("四")), header_rows=1, caption="表"
        ),
        b.ul("一", "二"),
        b.ol("三", "四"),
        b.quote("引"),
        b.p(b.em("重"), b.strong("要"), b.ruby("字", "ㄗ")),
        b.pre("x y"),
        title="第一篇",
        source="甲报",
        date="2020-01-02",
        address="https://example.cn/a",
        media=(picture,),
    )
    way = b.p("乙见", b.link("https://example.cn/a", "甲"))
    second = b.article(way, title="第二篇", address="https://example.cn/b")
    publication = Publication(
        sections=(Section((first,), "要闻"), Section((second,), "基层")),
        title="汇编",
        publisher="社",
        date="2020-01-02",
        has_contents=True,
        collection="丛",
        issue="3",
    )
    return pipeline.write(publication, "epub", load_template("plain")).data


def _files(book: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(book: bytes, changed: dict[str, bytes | None]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, data in {**_files(book), **changed}.items():
            if data is not None:
                way = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
                archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, way)
    return whole.getvalue()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
