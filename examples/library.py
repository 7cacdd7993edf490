"""Five lines of library use: pages in, a Word file and a book out."""

from pathlib import Path

import bulletin_export as be

pages = sorted(Path(__file__).parent.joinpath("pages").glob("*.html"))
be.convert(pages[0], "out/library/first.docx")
be.bundle(pages, "out/library/all.epub", title="示例简报")
