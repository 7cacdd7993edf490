"""What the logical structure of a finished file says, and what is wrong with it.

Validators look at the form of a structure; here its words are compared with the model's.
Nothing but the file is asked: codes are decoded by its own ToUnicode maps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject

from bulletin_export.composition import front
from bulletin_export.model.nodes import Heading
from bulletin_export.model.publication import Publication
from bulletin_export.model.text import plain_text
from bulletin_export.model.walk import find
from bulletin_export.styling.template import Composition
from measured_pages import _characters

_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|bmp|svg)", re.IGNORECASE)
#: What stands in the place of a picture that could not be had.
_LOST = re.compile("［图片[^］]*］")
#: What holds words that `front.words` leaves to each format: marks, notes, readings, contents.
_ASIDE = {"Lbl", "Note", "RT", "Reference", "TOC"}
_PARAGRAPHS = re.compile(r"P|Caption|H\d")


class Node(NamedTuple):
    kind: str
    #: Words and nodes, in order.
    kids: list[Any]
    #: References of annotations.
    objects: list[int]
    source: DictionaryObject

    def walk(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    @property
    def text(self) -> str:
        """The words in it, but for those beside the text."""
        return "".join(
            kid if isinstance(kid, str) else "" if kid.kind in _ASIDE else kid.text
            for kid in self.kids
        )


def reader(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def pieces(page: Any) -> tuple[dict[int, str], str]:
    """Return the words of each piece of marked content of *page*, and those of artifacts."""
    fonts = {
        name: _characters(one["/ToUnicode"].get_object().get_data().decode("latin-1"))
        for name, one in page["/Resources"]["/Font"].items()
    }
    found: dict[int, str] = {}
    rest, stack, font = "", [], {}
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        match operator:
            case b"BDC":
                stack.append(operands[1].get("/MCID", -1))
            case b"BMC":
                stack.append(-1)
            case b"EMC":
                stack.pop()
            case b"Tf":
                font = fonts[operands[0]]
            case b"Tj" | b"TJ":
                strings = operands[0] if operator == b"TJ" else operands
                text = "".join(_decoded(one, font) for one in strings)
                mark = next((one for one in reversed(stack) if one >= 0), -1)
                if mark >= 0:
                    found[mark] = found.get(mark, "") + text
                else:
                    rest += text
    return found, rest


def _decoded(string: Any, font: dict[int, str]) -> str:
    codes = getattr(string, "original_bytes", string)
    if not isinstance(codes, bytes):
        return ""
    units = (int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2))
    return "".join(font.get(unit, "\ufffd") for unit in units)


def structure(file: PdfReader) -> Node:
    """Return the tree of *file*."""
    words = {page.indirect_reference.idnum: pieces(page)[0] for page in file.pages}
    root = file.trailer["/Root"]["/StructTreeRoot"]
    return _node(root["/K"][0].get_object(), 0, words)


def _node(element: Any, page: int, words: dict[int, dict[int, str]]) -> Node:
    node = Node(element["/S"][1:], [], [], element)
    page = element.raw_get("/Pg").idnum if "/Pg" in element else page
    kids = element.get("/K", ArrayObject())
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        one = kid.get_object()
        if isinstance(one, int):
            node.kids.append(words[page].get(one, ""))
        elif one.get("/Type") == "/MCR":
            own = words[one.raw_get("/Pg").idnum]
            node.kids.append(own.get(one["/MCID"], ""))
        elif one.get("/Type") == "/OBJR":
            node.objects.append(one.raw_get("/Obj").idnum)
        else:
            node.kids.append(_node(one, page, words))
    return node


def _flat(text: str) -> str:
    """Return *text* without its line ends, and without the blanks at them."""
    return "".join(line.strip() for line in text.replace("\u00ad", "").split("\n"))


def faults(
    data: bytes, publication: Publication, composition: Composition | None = None
) -> list[str]:
    """Return what the structure of a file says otherwise than *publication*."""
    file = reader(data)
    tree = structure(file)
    return [
        *_wrong_words(tree, publication, composition or Composition()),
        *_wrong_headings(tree, publication),
        *_wrong_pictures(tree),
        *_wrong_links(file, tree),
        *_wrong_outline(file, publication),
    ]


def _wrong_words(tree: Node, publication: Publication, composition: Composition) -> Iterator[str]:
    arts = [node for node in tree.walk() if node.kind == "Art"]
    for art, article in zip(arts, publication.articles(), strict=True):
        wanted = [_flat(one) for one in front.words(article, composition)]
        texts = (_LOST.sub("", _flat(one.text)) for one in _paragraphs(art))
        found = [text for text in texts if text]
        for one, other in zip(found, wanted, strict=False):
            # Code stands on lines of its own, and its tabs are blanks.
            if one != other and "".join(one.split()) != "".join(other.split()):
                yield f"{one!r} is read where {other!r} is written"
                break
        else:
            if len(found) != len(wanted):
                yield f"{len(found)} paragraphs are read of {len(wanted)}"


def _paragraphs(node: Node) -> Iterator[Node]:
    """Yield the paragraphs of the text in reading order."""
    for kid in node.kids:
        if not isinstance(kid, Node) or kid.kind in _ASIDE:
            continue
        if _PARAGRAPHS.fullmatch(kid.kind):
            yield kid
        else:
            yield from _paragraphs(kid)


def _wrong_headings(tree: Node, publication: Publication) -> Iterator[str]:
    wanted = [publication.title] if publication.title and publication.has_contents else []
    for section in publication.sections:
        wanted += [section.title] if section.title else []
        for article in section.articles:
            wanted.append(article.headline.title)
            wanted += [plain_text(one.children) for one in find(article, Heading)]
    headings = [node for node in tree.walk() if re.fullmatch(r"H\d", node.kind)]
    found = [node.text for node in headings if node.text != "目录"]
    if found != wanted:
        yield f"headings are {found}, not {wanted}"
    before = 0
    for node in headings:
        level = int(node.kind[1])
        if level > before + 1:
            yield f"{node.kind} {node.text} comes after H{before}"
        before = level


def _wrong_pictures(tree: Node) -> Iterator[str]:
    for node in tree.walk():
        if node.kind == "Figure":
            alt = node.source.get("/Alt", "")
            if not alt.strip() or _FILE_NAME.fullmatch(alt):
                yield f"a picture is described as {alt!r}"


def _wrong_links(file: PdfReader, tree: Node) -> Iterator[str]:
    held = {one: node for node in tree.walk() for one in node.objects}
    pages = {page.indirect_reference.idnum for page in file.pages}
    for node in tree.walk():
        if node.kind == "Link" and not node.objects:
            yield f"the link {node.text!r} has no annotation"
    for page in file.pages:
        for annotation in page.get("/Annots", ()):
            area = annotation.get_object()
            if annotation.idnum not in held:
                yield f"the annotation {area.get('/Contents')!r} is in no link"
            if "/Dest" in area:
                place = list.__getitem__(area["/Dest"], 0)
                if getattr(place, "idnum", 0) not in pages:
                    yield f"{area.get('/Contents')!r} leads nowhere"
            elif not area["/A"].get("/URI"):
                yield f"{area.get('/Contents')!r} has no address"


def _wrong_outline(file: PdfReader, publication: Publication) -> Iterator[str]:
    found = {title.strip() for title in _titles(file.outline)}
    for article in publication.articles():
        title = " ".join(article.headline.title.split())
        if title not in found:
            yield f"{title!r} is not in the outline"


def _titles(entries: Any) -> Iterator[str]:
    for one in entries:
        if isinstance(one, list):
            yield from _titles(one)
        else:
            yield str(one.title)
