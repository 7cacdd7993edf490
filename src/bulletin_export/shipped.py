"""Where the templates and the font manifest that ship with us lie."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """Return the folder *name* (``templates``, ``fonts``, ``sites``).

    In a wheel it lies inside the package; in a checkout beside ``src``.
    """
    inside = _PACKAGE / "data" / name
    return inside if inside.is_dir() else _PACKAGE.parent.parent / name
