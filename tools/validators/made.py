"""Samples that no page gives: `python made.py FOLDER`, in the environment of the tests.

``long.json`` is the torture publication of sixty pages and more, ``word.json`` the one that asks
much of Word files, ``grid.json`` plain text whose lines are counted, ``hostile.json`` the one that
wants to be an invalid book; ``chance/`` holds articles drawn from the strategies of the property
tests, the same ones every time. ``books/`` and ``large/`` hold books: publications of chance with
their JSON form, and ten thousand articles.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from builders import Content
    from bulletin_export.model.article import Article
    from bulletin_export.model.publication import Publication

Drawn = TypeVar("Drawn")

COUNT = 200
_SEED = 20240518


def main(folder: Path) -> None:
    """Write everything."""
    from builders import publication
    from bulletin_export.model.interchange import to_json
    from hostile_book import hostile, ten_thousand
    from strategies import articles, publications
    from torture_long import torture_long
    from torture_word import torture_word

    for name in ("chance", "books", "large"):
        (folder / name).mkdir(parents=True)
    (folder / "long.json").write_bytes(to_json(torture_long()))
    (folder / "word.json").write_bytes(to_json(torture_word()))
    (folder / "grid.json").write_bytes(to_json(publication(grid())))
    (folder / "hostile.json").write_bytes(to_json(hostile()))
    _bind(ten_thousand(), folder / "large" / "ten-thousand.epub")
    for number, one in enumerate(drawn(publications()), 1):
        file = folder / "books" / f"book-{number:03}.json"
        file.write_bytes(to_json(one))
        _bind(one, file.with_suffix(".epub"))
    for number, article in enumerate(drawn(articles()), 1):
        file = folder / "chance" / f"chance-{number:03}.json"
        file.write_bytes(to_json(publication(article)))


def _bind(publication: Publication, file: Path) -> None:
    from bulletin_export import pipeline
    from bulletin_export.styling.load import load_template

    file.write_bytes(pipeline.write(publication, "epub", load_template("plain")).data)


def grid() -> Article:
    """Return pages of text without marks, which nothing squeezes, and headings among it."""
    from builders import article, h
    from validators.word_layout import MARK

    text = "推进乡村全面振兴加快建设现代农业强县不断提高群众生活水平"
    blocks: list[Content] = [MARK + text * 9]
    for number, count in enumerate((1, 2, 3, 5, 2, 1, 4, 7, 1, 3, 6, 2) * 4):
        if number % 5 == 0:
            blocks.append(h(1 + number // 5 % 4, "加强组织领导"))
        blocks.append((text * count)[: 28 * count - 10])
    made: Article = article(*blocks, title="")
    return made


def drawn(strategy: SearchStrategy[Drawn]) -> list[Drawn]:
    """Return `COUNT` of *strategy*; the seed is fixed and nothing is remembered from other runs."""
    from hypothesis import HealthCheck, Phase, given, seed, settings
    from hypothesis.internal.conjecture import providers

    # Numbers and words found in our sources would be drawn, too: every change of the product
    # would make other samples.
    nothing = providers._local_constants  # noqa: SLF001 — there is no setting for it
    providers._get_local_constants = lambda: nothing  # noqa: SLF001
    found: dict[str, Drawn] = {}

    @seed(_SEED)
    @settings(
        max_examples=2 * COUNT,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(one: Drawn) -> None:
        found.setdefault(repr(one), one)

    draw()
    return list(found.values())[:COUNT]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
