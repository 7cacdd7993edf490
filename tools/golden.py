"""Rewrite the files that are made from code: ``make golden``. Tests keep them equal to it."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests"), str(ROOT / "tools")]


def main() -> None:
    """Write each file and name it."""
    from bulletin_export.model.interchange import to_json
    from manual import diagnostics_page
    from torture import torture

    made = {
        ROOT / "examples" / "torture.json": to_json(torture()) + b"\n",
        ROOT / "docs" / "diagnostics.md": diagnostics_page().encode("utf-8"),
    }
    for path, data in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
