"""The articles of an item: which of those that were read, and what is changed of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from bulletin_export.composition.notice import day
from bulletin_export.issues.schema import Item
from bulletin_export.model.article import Article, Contributor, Date, Headline, Metadata
from bulletin_export.model.nodes import Block, BlockQuote, Heading, Paragraph, Text
from bulletin_export.model.text import paragraphs
from bulletin_export.patterns import lazy_pattern
from bulletin_export.sources import is_address

_SUBHEAD = "## "
_SENTENCE = lazy_pattern(r"[。！？…]+[”’」』）]*")
_DAY = lazy_pattern(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_NOTE = "编者按"


def origins(item: Item, folder: Path) -> Iterator[str]:
    """Yield the paths, patterns and addresses of *item* as seen from here, not from *folder*."""
    given = [item.origin] if isinstance(item.origin, str) else item.origin
    for one in filter(None, given):
        yield one if is_address(one) else str(folder / one)


def chosen(articles: Iterable[Article], item: Item) -> Iterator[Article]:
    """Yield those of *articles* that *item* asks for, changed as it says."""
    count = 0
    for article in articles:
        if item.most and count == item.most:
            return
        if _is_wanted(article, item):
            count += 1
            yield changed(article, item)


def written(item: Item) -> Article:
    """Return the article whose text stands in *item* itself."""
    return changed(Article(headline=Headline(""), blocks=tuple(blocks(item.text))), item)


def blocks(text: str) -> Iterator[Block]:
    """Yield the paragraphs and subheads of *text*."""
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith(_SUBHEAD):
            yield Heading(1, (Text(line.removeprefix(_SUBHEAD).strip()),))
        else:
            yield Paragraph((Text(line),))


def noted(article: Article, note: str) -> Article:
    """Return *article* with the editor's *note* (按语) before its text."""
    if not note.strip():
        return article
    lines = [line for line in map(str.strip, note.splitlines()) if line]
    if not lines[0].startswith(_NOTE):
        lines[0] = f"{_NOTE}：{lines[0]}"
    quote = BlockQuote(tuple(Paragraph((Text(line),)) for line in lines))
    return replace(article, blocks=(quote, *article.blocks))


def changed(article: Article, item: Item) -> Article:
    """Return *article* with all that *item* says of it."""
    headline = article.headline
    headline = Headline(
        item.title or headline.title,
        item.kicker or headline.kicker,
        item.subtitle or headline.subtitle,
    )
    article = replace(article, headline=headline, metadata=_facts(article.metadata, item))
    article = replace(article, blocks=_left(article.blocks, item.omit))
    if item.excerpt:
        article = _excerpt(article, item.excerpt)
    if item.supplier:
        article = replace(article, credits=(*article.credits, f"（{item.supplier}供稿）"))
    return noted(article, item.note)


def iso(value: str) -> str:
    """Return the day *value*, written as documents print it, in ISO 8601; else itself."""
    match = _DAY.fullmatch(value.strip())
    if match is None:
        return value.strip()
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"


def _facts(facts: Metadata, item: Item) -> Metadata:
    if item.source:
        facts = replace(facts, source=item.source)
    if item.date:
        facts = replace(facts, date=Date(iso(item.date), item.date))
    if item.author:
        facts = replace(facts, contributors=(Contributor(item.author),))
    return facts


def _is_wanted(article: Article, item: Item) -> bool:
    """Tell whether *article* is what *item* filters for; one without a date is of any day."""
    facts = article.metadata
    date = facts.date.value[:10] if facts.date else ""
    if date and item.since and date < iso(item.since):
        return False
    if date and item.until and date > iso(item.until):
        return False
    if item.only_source and item.only_source not in facts.source:
        return False
    words = [item.keyword] if isinstance(item.keyword, str) else item.keyword
    words = [word for word in words if word]
    if not words:
        return True
    text = article.headline.title + "\n".join(paragraphs(article.blocks))
    return any(word in text for word in words)


def _left(found: tuple[Block, ...], omit: list[int | str]) -> tuple[Block, ...]:
    numbers = {one for one in omit if isinstance(one, int)}
    words = [one for one in omit if isinstance(one, str) and one]
    return tuple(
        block
        for number, block in enumerate(found, 1)
        if number not in numbers and not any(word in _words(block) for word in words)
    )


def _words(block: Block) -> str:
    return "\n".join(paragraphs((block,)))


def _excerpt(article: Article, most: int) -> Article:
    """Return the first *most* characters of *article* at most, up to the end of a sentence."""
    kept: list[Block] = []
    room = most
    for block in article.blocks:
        length = len(_words(block))
        if length <= room:
            kept.append(block)
            room -= length
            continue
        if isinstance(block, Paragraph) and (part := _sentences(_words(block), room)):
            kept.append(Paragraph((Text(part),)))
        break
    while kept and isinstance(kept[-1], Heading):
        kept.pop()
    if not kept or (len(kept) == len(article.blocks) and kept[-1] == article.blocks[-1]):
        return article
    facts = article.metadata
    source = f"《{facts.source}》" if facts.source and "《" not in facts.source else facts.source
    date = day(facts.date.value[:10]) if facts.date else ""
    told = f"（摘编自{source}{date}）" if source or date else "（摘编）"
    return replace(article, blocks=tuple(kept), credits=(*article.credits, told))


def _sentences(text: str, most: int) -> str:
    """Return the whole sentences of *text* that *most* characters hold."""
    ends = [match.end() for match in _SENTENCE.finditer(text) if match.end() <= most]
    return text[: ends[-1]] if ends else ""
