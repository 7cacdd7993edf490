"""What becomes of messy texts: `tests/golden/cleaning`, one case a line, under the reason why.

``␠`` is a blank at an edge or one of several, ``⍽`` U+00A0, ``⇥`` a tabulator, ``␤`` a line
end, ``¶`` the place where a paragraph is split; ``=`` says that the text stays as it is.
"""

from pathlib import Path

import pytest

from bulletin_export.transforms.base import PARAGRAPH_END, undone
from bulletin_export.transforms.clean.text import Cleaner

_FOLDER = Path(__file__).parents[2] / "golden" / "cleaning"
_SHOWN = str.maketrans({"␠": " ", "⍽": "\u00a0", "⇥": "\t", "␤": "\n", "¶": PARAGRAPH_END})


def _cases():
    for path in sorted(_FOLDER.glob("*.txt")):
        why = ""
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if " ⟹ " in line:
                given, wanted = (part.translate(_SHOWN) for part in line.split(" ⟹ "))
                wanted = given if wanted == "=" else wanted
                yield pytest.param(given, wanted, why, id=f"{path.stem}-{number}")
            elif line:
                why = line.removeprefix("# ")


CASES = list(_cases())


def test_there_are_hundreds_of_cases():
    assert len(CASES) > 300


@pytest.mark.parametrize(("given", "wanted", "why"), CASES)
def test_a_messy_text_comes_out_as_listed(given, wanted, why):
    cleaner = Cleaner()
    assert cleaner.clean(given) == wanted, why
    assert undone(wanted, cleaner.changes) == given
    assert bool(cleaner.changes) == (given != wanted)


@pytest.mark.parametrize(("given", "wanted", "why"), CASES)
def test_what_came_out_stays(given, wanted, why):
    for part in wanted.split(PARAGRAPH_END):
        assert Cleaner().clean(part) == part, why
