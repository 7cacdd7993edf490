"""Five lines of library use: a page in, Word, PDF and EPUB out."""

from pathlib import Path

import bulletin_export as be

pages = sorted(Path(__file__).parent.joinpath("pages").glob("*.html"))
be.convert(pages, to=("docx", "pdf", "epub"), output="out/library")
