"""Put books before calibre: ``calibre-debug -e ask.py -- check|kindle OUT.jsonl FOLDER BOOK...``.

Runs in calibre's own Python. A JSON object a line goes into OUT: with ``check`` what its checker
says of a book, with ``kindle`` what is left of the book after it went into AZW3, in FOLDER.
"""

from __future__ import annotations

import json
import sys
import traceback
from pathlib import Path

from calibre.customize.conversion import OptionRecommendation
from calibre.ebooks.conversion.plumber import Plumber
from calibre.ebooks.oeb.polish.check.main import run_checks
from calibre.ebooks.oeb.polish.container import get_container
from calibre.ebooks.oeb.polish.toc import get_toc
from calibre.utils.logging import Log


def main(task, out, folder, *books):
    with Path(out).open("w", encoding="utf-8") as report:
        for number, book in enumerate(books):
            try:
                told = check(book) if task == "check" else kindle(book, folder, number)
            except Exception:  # whatever calibre raises is its answer
                told = {"error": traceback.format_exc()[-400:]}
            report.write(json.dumps({"book": book, **told}) + "\n")


def check(book):
    found = run_checks(get_container(book, tweak_mode=True))
    return {"said": [f"{one.name}:{one.line or ''}: {one.msg}" for one in found]}


def kindle(book, folder, number):
    target = str(Path(folder) / f"{number}.azw3")
    plumber = Plumber(book, target, Log(level=Log.ERROR))
    # Its own list of contents at the end would be words that no book has.
    plumber.merge_ui_recommendations([("no_inline_toc", True, OptionRecommendation.HIGH)])
    plumber.run()
    return read(get_container(target))


def read(container):
    pages = [container.parsed(name) for name, _ in container.spine_names]
    return {
        "title": container.mi.title,
        "authors": container.mi.authors,
        "languages": container.mi.languages,
        "contents": list(entries(get_toc(container), 0, container)),
        "headings": [words(one) for page in pages for one in page.xpath("//*[local-name()='h1']")],
        "text": "".join(words(page.xpath("//*[local-name()='body']")[0]) for page in pages),
    }


def entries(node, depth, container):
    for child in node.children:
        yield depth, child.title, reaches(container, child)
        yield from entries(child, depth + 1, container)


def reaches(container, entry):
    """Return whether what an entry points to is there."""
    if not entry.dest or not container.has_name(entry.dest):
        return False
    places = container.parsed(entry.dest).xpath("//*[@id=$id]", id=entry.frag or "")
    return bool(places) or not entry.frag


def words(element):
    return "".join(element.itertext())


main(*sys.argv[1:])
