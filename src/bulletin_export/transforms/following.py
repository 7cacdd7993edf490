"""What an article leads to, through a function that was given: its next pages, its whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

from msgspec.structs import asdict, replace

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import ReadError
from bulletin_export.model.article import Article, Metadata
from bulletin_export.model.nodes import Block, Heading, Paragraph
from bulletin_export.model.text import paragraphs
from bulletin_export.patterns import lazy_pattern
from bulletin_export.sources import is_address, seen_from
from bulletin_export.transforms.base import Change, Transformed, left_out
from bulletin_export.wording import phrase

#: Gives the article at an address, as it was read; raises ReadError.
Page = Callable[[str], Transformed]

#: No article of a bulletin goes on for longer.
MOST_PAGES = 50
_PAGER = lazy_pattern(
    r"(?=.*(?:[上前下后後][一1]?[页頁]|[首尾末][页頁]|第\s*\d+\s*[页頁]|共\s*\d+\s*[页頁]))"
    r"[\s\d\[\]【】()（）<>《》«»|｜·…,，.:：/第共当當前后後上下一首尾末页頁转轉到跳至]{1,200}"
)
_PAGE_NUMBER = lazy_pattern(
    r"\s*(?:[(（\[【]?第?\s*[\d一二三四五六七八九十]{1,3}\s*[页頁]?[)）\]】]?)?\s*"
)


def join_pages(article: Article, page: Page) -> Transformed:
    """Return *article* with its next pages behind it, each without headline and pager.

    What is known of it is what the first page says. A page that cannot be had ends it,
    and so does one that was there already.
    """
    if not article.metadata.next_page:
        return Transformed(article)
    found = list(_next_pages(article, page))
    missing = [one for one in found if isinstance(one, Diagnostic)]
    blocks, changes = _without_frame(article, "", 0)
    remarks: list[Diagnostic] = []
    for place, further in (one for one in found if not isinstance(one, Diagnostic)):
        before = sum(1 for _ in paragraphs(blocks))
        more, left_out = _without_frame(further.article, article.headline.title, before)
        changes += [replace(one, block=one.block + before) for one in further.changes]
        changes += left_out
        blocks += more
        remarks += (*further.diagnostics, _told(article, place))
    next_page = str(missing[0].facts["address"]) if missing else ""
    metadata = replace(article.metadata, next_page=next_page)
    whole = replace(article, blocks=tuple(blocks), metadata=metadata)
    return Transformed(whole, tuple(changes), (*remarks, *missing))


def _next_pages(first: Article, page: Page) -> Iterator[tuple[str, Transformed] | Diagnostic]:
    """Yield each page after *first* with its place; where one is missing, a remark and no more."""
    address, taken = first.metadata.next_page, [first.blocks]
    seen = {first.metadata.address, ""}
    while address not in seen:
        if len(taken) == MOST_PAGES:
            yield _missing(first, address, phrase("too-many-pages", limit=MOST_PAGES))
            return
        seen.add(address)
        try:
            further, place = _opened(address, first, page)
        except ReadError as error:
            yield _missing(first, address, error.why())
            return
        if further.article.blocks in taken:
            return
        taken.append(further.article.blocks)
        yield place, further
        following = further.article.metadata.next_page
        address = seen_from(place, following) if following else ""


def complete(article: Article, page: Page) -> Transformed:
    """Return the whole of what is only a summary, from the page it leads to.

    Where the page does not know something, what the feed knows is kept. A page that
    cannot be had, or says less, leaves the summary as it is.
    """
    if not article.metadata.is_summary:
        return Transformed(article)
    address = article.metadata.address
    try:
        whole = page(address)
    except ReadError as error:
        return _kept(article, error.why() if address else phrase("no-link"))
    if _length(whole.article) < _length(article):
        return _kept(article, phrase("page-is-shorter"))
    headline = whole.article.headline if whole.article.headline.title else article.headline
    metadata = _either(whole.article.metadata, article.metadata)
    made = replace(whole.article, headline=headline, metadata=metadata)
    return Transformed(made, whole.changes, whole.diagnostics)


def _opened(address: str, first: Article, page: Page) -> tuple[Transformed, str]:
    """Return the page at *address*, and what its own links start from.

    What was saved from the web still has the web's address for a page that was saved
    beside it.
    """
    home, _, name = address.rpartition("/")
    if is_address(address) and home == first.metadata.address.rpartition("/")[0]:
        with suppress(ReadError):
            return page(name), name
    return page(address), address


def _without_frame(one: Article, title: str, before: int) -> tuple[list[Block], list[Change]]:
    """Return the blocks of *one* page without pagers and the *title*, and what tells of these.

    *before* counts the texts above the page.
    """
    blocks: list[Block] = []
    changes: list[Change] = []
    for n, block in enumerate(one.blocks):
        line = _line(block)
        if _PAGER.fullmatch(line) or (n == 0 and _repeats(line, title)):
            count = before + sum(1 for _ in paragraphs(blocks))
            changes.append(left_out(count, line))
        else:
            blocks.append(block)
    return blocks, changes


def _repeats(line: str, title: str) -> bool:
    is_longer = bool(title) and line.startswith(title)
    return is_longer and bool(_PAGE_NUMBER.fullmatch(line[len(title) :]))


def _line(block: Block) -> str:
    """Return the words of a heading or paragraph in one line; nothing of other blocks."""
    words = paragraphs((block,)) if isinstance(block, Heading | Paragraph) else ()
    return " ".join(" ".join(words).split())


def _length(article: Article) -> int:
    return sum(map(len, paragraphs(article.blocks)))


def _either(page: Metadata, feed: Metadata) -> Metadata:
    """Return what *page* knows, and what only *feed* does."""
    known, default = asdict(page), Metadata()
    found = {name: value for name, value in known.items() if value != getattr(default, name)}
    return replace(feed, **{**found, "is_summary": False, "language": page.language})


def _kept(article: Article, reason: object) -> Transformed:
    remark = _remark("summary-kept", article, article.metadata.address, reason)
    return Transformed(article, diagnostics=(remark,))


def _told(article: Article, place: str) -> Diagnostic:
    facts, where = {"address": place}, article.headline.title
    return Diagnostic(code="next-page-joined", severity=Severity.INFO, where=where, facts=facts)


def _missing(article: Article, address: str, reason: object) -> Diagnostic:
    return _remark("next-page-missing", article, address, reason)


def _remark(code: str, article: Article, address: str, reason: object) -> Diagnostic:
    facts = {"address": address, "reason": reason}
    where = article.headline.title
    return Diagnostic(code=code, severity=Severity.WARNING, where=where, facts=facts)
