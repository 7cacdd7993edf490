"""Layouts of a few lines, and what readers find in the files."""

import shutil
import subprocess
from io import BytesIO

from pypdf import PdfReader

import builders
from bulletin_export.styling.template import Role
from bulletin_export.typesetting.layout import Layout, Line, Page, PlacedLine, Run
from bulletin_export.writers.pdf.document import paint

SIZE = 16.0


def line(chain, text, *, tracking=0.0, shifts=(), copied=None, **look):
    """Return *text* as one line, run after run."""
    runs, x = [], 0.0
    for face, part in chain.itemise(text):
        width = sum(map(face.advance, part)) * SIZE + tracking * len(part)
        runs.append(Run(x, part, face, SIZE, tracking, shifts, width=width, **look))
        x += width
    return Line(text if copied is None else copied, tuple(runs), x)


def page(*lines, label="1", **parts):
    placed = tuple(
        PlacedLine(50, 60 + 30 * number, one, Role.BODY) for number, one in enumerate(lines)
    )
    return Page(595.28, 841.89, label, lines=placed, **parts)


def pdf(*pages, bookmarks=(), publication=None, pictures=None):
    publication = publication or builders.publication(builders.article())
    return paint(Layout(pages, bookmarks), publication, pictures)


def reader(data):
    return PdfReader(BytesIO(data), strict=True)


def text(data):
    """Return what pypdf finds, line by line."""
    return [one for found in reader(data).pages for one in found.extract_text().splitlines()]


def poppler(data, *options):
    """Return what pdftotext finds; None where it is not installed."""
    if shutil.which("pdftotext") is None:
        return None
    command = ["pdftotext", *options, "-", "-"]
    found = subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
    return [one for one in found.replace("\f", "\n").split("\n") if one]


def content(data, number=0):
    """Return the operators of a page."""
    return reader(data).pages[number].get_contents().get_data()
