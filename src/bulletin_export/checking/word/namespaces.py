"""Names of WordprocessingML and of the package around it, as lxml writes them."""

from __future__ import annotations

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DC = "{http://purl.org/dc/elements/1.1/}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
TEXT_BOX = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}txbx"
VML = "{urn:schemas-microsoft-com:vml}"

VAL = f"{W}val"
P, P_PR, P_STYLE = f"{W}p", f"{W}pPr", f"{W}pStyle"
RUN, R_PR, R_STYLE, TEXT = f"{W}r", f"{W}rPr", f"{W}rStyle", f"{W}t"
TABLE, ROW, CELL = f"{W}tbl", f"{W}tr", f"{W}tc"
SECTION = f"{W}sectPr"

_OFF = frozenset({"0", "false", "off"})


def is_on(element: object) -> bool:
    """Tell whether a toggle (ISO/IEC 29500-1 §17.17.4) is there and not switched off."""
    return element is not None and element.get(VAL, "1") not in _OFF  # type: ignore[attr-defined]


def whole(text: str | None) -> int:
    """Return the whole number that an attribute says; 0 for what is none."""
    try:
        return round(float(text or 0))
    except ValueError:
        return 0
