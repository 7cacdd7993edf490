"""The package (ISO/IEC 29500-2): its parts, their types, and what each refers to."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from functools import cached_property
from posixpath import basename, dirname, join, normpath
from typing import IO, Any, NamedTuple

from lxml import etree

from bulletin_export.errors import MalformedSourceError, UncheckableFileError
from bulletin_export.limits import COUNT_LIMIT, PART_LIMIT, Budget
from bulletin_export.sources import Source
from bulletin_export.wording import phrase

TYPES = "[Content_Types].xml"
#: The main part is read piece by piece, so it may be larger than others.
STREAM_LIMIT = 1024 * 2**20
_CENTRAL = b"PK\x01\x02"
#: What a damaged archive makes zipfile raise.
DAMAGE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError,
           NotImplementedError)  # fmt: skip


class Relationship(NamedTuple):
    """What a part refers to: a part by name, or an address outside."""

    kind: str
    target: str
    is_external: bool


class Package:
    """The parts of one file, unpacked when they are asked for.

    Raises:
        MalformedSourceError: It is no ZIP archive, a bomb, or no Word document.
        UncheckableFileError: It is an archive of another kind, and does not claim otherwise.
    """

    def __init__(self, source: Source) -> None:
        self.name = source.name
        if source.data.count(_CENTRAL) > COUNT_LIMIT:
            raise self.malformed("too-many-parts")
        try:
            self._file = zipfile.ZipFile(io.BytesIO(source.data))
        except DAMAGE as error:
            raise self.malformed("no-zip") from error
        self._budget = Budget(source.name, len(source.data))
        self.parts = {one.filename: one for one in self._file.infolist() if not one.is_dir()}
        self._relations: dict[str, dict[str, Relationship]] = {}
        main = self.first_of("", "officeDocument")
        if not main.startswith("word/") and "wordprocessingml" not in self.type_of(main):
            if source.name.lower().endswith(".docx"):
                raise self.malformed("no-word-document")
            raise UncheckableFileError(name=source.name, known=(".docx",))
        #: The main document part (§11.3.10).
        self.main = main

    def malformed(self, reason: str, **facts: object) -> MalformedSourceError:
        """Return the error that this file is no Word document, because of *reason*."""
        return MalformedSourceError(source=self.name, reason=phrase(reason, **facts))

    def stream(self, part: str) -> IO[bytes]:
        """Return *part* to be read piece by piece.

        Raises:
            MalformedSourceError: It is missing, locked, damaged or a bomb.
        """
        return self._opened(part, STREAM_LIMIT)

    def tree(self, part: str) -> Any:
        """Return the root element of the XML *part*; None if there is no such part.

        Raises:
            MalformedSourceError: It is locked, damaged, a bomb, or no XML.
        """
        if part not in self.parts:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            with self._opened(part, PART_LIMIT) as file:
                root = etree.parse(file, parser).getroot()
        except (*DAMAGE, etree.XMLSyntaxError) as error:
            raise self.malformed("part-broken", part=part) from error
        self.forbid_declarations(root, part)
        return root

    def forbid_declarations(self, root: Any, part: str) -> None:
        """Refuse entities and all else that a DTD could bring: packages have none (§10.1.5)."""
        if root.getroottree().docinfo.doctype:
            raise self.malformed("part-declares", part=part)

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Return what *part* (nothing for the package itself) refers to, by id."""
        if part not in self._relations:
            self._relations[part] = dict(self._read_relationships(part))
        return self._relations[part]

    def first_of(self, part: str, kind: str) -> str:
        """Return the part that *part* refers to by the *kind* of relationship, or nothing."""
        return next(iter(self.all_of(part, kind)), "")

    def all_of(self, part: str, kind: str) -> list[str]:
        """Return the existing parts that *part* refers to by the *kind* of relationship."""
        related = self.relationships(part).values()
        found = (one.target for one in related if one.kind == kind and not one.is_external)
        return [target for target in dict.fromkeys(found) if target in self.parts]

    def type_of(self, part: str) -> str:
        """Return the media type of *part*, or nothing where none is given."""
        by_name, by_ending = self._types
        return by_name.get(part) or by_ending.get(part.rpartition(".")[2].lower(), "")

    def _opened(self, part: str, limit: int) -> IO[bytes]:
        entry = self.parts.get(part)
        if entry is None:
            raise self.malformed("part-missing", part=part)
        if entry.flag_bits & 1:
            raise self.malformed("encrypted")
        if entry.file_size > limit:
            raise self.malformed("unpacks-without-end")
        self._budget.watch(entry.file_size, entry.compress_size)
        try:
            return self._file.open(entry)
        except DAMAGE as error:
            raise self.malformed("part-broken", part=part) from error

    def _read_relationships(self, part: str) -> Iterator[tuple[str, Relationship]]:
        root = self.tree(join(dirname(part), "_rels", f"{basename(part)}.rels"))
        for one in () if root is None else root.iter("{*}Relationship"):
            kind = one.get("Type", "").rpartition("/")[2]
            target, is_external = one.get("Target", ""), one.get("TargetMode") == "External"
            if not is_external:
                target = normpath(join("/", dirname(part), target)).lstrip("/")
            yield one.get("Id", ""), Relationship(kind, target, is_external)

    @cached_property
    def _types(self) -> tuple[dict[str, str], dict[str, str]]:
        """Media types by the name of the part, and by ending (ISO/IEC 29500-2 §10.1.2)."""
        root = self.tree(TYPES)
        every = [] if root is None else list(root)
        names = {
            one.get("PartName", "").lstrip("/"): one.get("ContentType", "")
            for one in every
            if one.get("PartName")
        }
        endings = {
            one.get("Extension", "").lower(): one.get("ContentType", "")
            for one in every
            if one.get("Extension")
        }
        return names, endings
