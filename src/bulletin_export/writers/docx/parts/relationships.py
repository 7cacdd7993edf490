"""What one part of the package refers to: pictures inside, addresses outside."""

from __future__ import annotations

from bulletin_export.writers.docx.markup import escaped

_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_END = "</Relationships>"


class Relationships:
    """The relationships (ISO/IEC 29500-2 §9.3) of one part; equal ones are made once."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str], str] = {}

    def __bool__(self) -> bool:
        return bool(self._ids)

    def hyperlink(self, address: str) -> str:
        """Return the id of the relationship to *address*, outside the package."""
        return self._id("hyperlink", address)

    def image(self, target: str) -> str:
        """Return the id of the relationship to the picture at *target*."""
        return self._id("image", target)

    def font(self, target: str) -> str:
        """Return the id of the relationship to the embedded face at *target*."""
        return self._id("font", target)

    def added_to(self, xml: str) -> str:
        """Return *xml*, a relationships part, with these added."""
        return xml.replace(_END, "".join(map(self._element, self._ids)) + _END)

    def xml(self) -> str:
        """Return a relationships part of these alone."""
        return self.added_to(f'<Relationships xmlns="{_NAMESPACE}">{_END}')

    def _id(self, kind: str, target: str) -> str:
        # Not rId1 …, which python-docx gives to the parts of the package itself.
        return self._ids.setdefault((kind, target), f"rX{len(self._ids) + 1}")

    def _element(self, key: tuple[str, str]) -> str:
        kind, target = key
        mode = ' TargetMode="External"' if kind == "hyperlink" else ""
        return (
            f'<Relationship Id="{self._ids[key]}" Type="{_TYPES}{kind}" '
            f'Target="{escaped(target)}"{mode}/>'
        )
