"""Faces that travel with the book, cut to the characters used (EPUB 3.3, 3.2 and 6.3.3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.fonts.book import FontBook, FontFace, diagnostics_of
from bulletin_export.fonts.cut import cut, may_be_read
from bulletin_export.fonts.sfnt import Outlines
from bulletin_export.typefaces import FontRole, LatinRole
from bulletin_export.writers.epub.markup import one_line
from bulletin_export.writers.epub.stylesheet import StyleSheet, families

#: Names of a face that say whose it is, and on which terms (OpenType 1.9, name).
_RIGHTS = (0, 13, 14)
_RULE = """\
@font-face {{
  font-family: "{family}"; src: url("{file}");
  unicode-range: {characters};
}}
"""


def embedded_fonts(
    css: bytes,
    used: Mapping[FontRole, set[str]],
    book: FontBook,
    *,
    is_vertical: bool = False,
) -> StyleSheet:
    """Return *css* with a face for each of the characters *used*, where one is at hand.

    Every face is a family with its own range, named as the file names itself; a role names the
    families of its chain in their order. A face that several roles need is one file.

    Raises:
        FontNotFoundError: No face at hand can set Chinese.
        UnsupportedFontError: A face is damaged.
    """
    shares = {role: _shares(role, text, book) for role, text in sorted(used.items()) if text}
    wanted: defaultdict[FontFace, set[str]] = defaultdict(set)
    for each in shares.values():
        for face, text in each.items():
            wanted[face] |= text
    files = {face: _file(n, face) for n, face in enumerate(filter(_usable, wanted), 1)}
    names = {face: f"Bulletin {number}" for number, face in enumerate(files, 1)}
    rules = "".join(_rule(names[face], file, wanted[face]) for face, file in files.items())
    rights = "".join(f"/* {words} */\n" for words in dict.fromkeys(map(_rights, files)))
    styled = css.decode()
    for role, each in shares.items():
        own = "".join(f'"{names[face]}", ' for face in each if face in files)
        old = families(role)
        styled = styled.replace(f"font-family: {old};", f"font-family: {own}{old};")
    charset, _, rest = styled.partition("\n")
    return StyleSheet(
        f"{charset}\n{rights}{rules}{rest}".encode(),
        {
            file: cut(face, wanted[face], names[face], is_vertical=is_vertical)
            for face, file in files.items()
        },
        tuple(_remarks(used, wanted, book)),
    )


def _shares(role: FontRole, text: Iterable[str], book: FontBook) -> dict[FontFace, set[str]]:
    """Return the characters of *text* that each face of the chain for *role* sets."""
    chain = book.chain(role, LatinRole.OWN)
    found: defaultdict[FontFace, set[str]] = defaultdict(set)
    for one in sorted(text):
        if one.isprintable() and not chain.is_missing(one):
            found[chain.face(one)].add(one)
    # As the chain asks them: where two have a character, the first of them sets it.
    return {face: found[face] for face in chain.faces if face in found}


def _usable(face: FontFace) -> bool:
    return may_be_read(face) and face.facts.outlines in (Outlines.GLYF, Outlines.CFF)


def _file(number: int, face: FontFace) -> str:
    return f"fonts/font-{number}.{'ttf' if face.facts.outlines is Outlines.GLYF else 'otf'}"


def _rule(family: str, file: str, text: Iterable[str]) -> str:
    ranges = ", ".join(_ranges(sorted(map(ord, text))))
    return _RULE.format(family=family, file=file, characters=ranges)


def _ranges(numbers: list[int]) -> Iterator[str]:
    """Yield *numbers*, which ascend, as ranges of characters (CSS Fonts 4, 4.5)."""
    starts = [numbers[0], *(b for a, b in pairwise(numbers) if b != a + 1)]
    ends = [*(a for a, b in pairwise(numbers) if b != a + 1), numbers[-1]]
    for start, end in zip(starts, ends, strict=True):
        yield f"U+{start:X}" if start == end else f"U+{start:X}-{end:X}"


def _rights(face: FontFace) -> str:
    """Return what the maker says of *face*: its name, copyright, licence and where that is."""
    said = (one_line(face.hb_face.get_name(name) or "") for name in _RIGHTS)
    return " · ".join(filter(None, (face.name, *said))).replace("*/", "* /")


def _remarks(
    used: Mapping[FontRole, set[str]], wanted: Iterable[FontFace], book: FontBook
) -> Iterator[Diagnostic]:
    yield from diagnostics_of(book.chain(role, LatinRole.OWN) for role in sorted(used))
    for face in wanted:
        if not _usable(face):
            reason = "outlines" if may_be_read(face) else "licence"
            facts: dict[str, str | int] = {"font": face.name, "face": face.name}
            code = f"font-not-embedded-{reason}"
            yield Diagnostic(code=code, severity=Severity.WARNING, facts=facts)
