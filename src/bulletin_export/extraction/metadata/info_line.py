"""The lines round a headline: source, time, author, editor, views."""

from __future__ import annotations

from functools import lru_cache

from bulletin_export.extraction.metadata.beside_date import persons_beside, source_beside
from bulletin_export.extraction.metadata.bylines import credits_in, line_credits
from bulletin_export.extraction.metadata.dates import Spotted, dates_in, labelled_date_in
from bulletin_export.extraction.metadata.facts import Facts, Found, Rule, place_of
from bulletin_export.extraction.metadata.labels import Kind, Label, bare_labels_in, labels_in
from bulletin_export.extraction.metadata.other_dates import tells_enactment
from bulletin_export.extraction.metadata.outlets import (
    as_source,
    looks_like_outlet,
)
from bulletin_export.extraction.metadata.people import (
    is_likely_name,
    is_name,
    is_office,
    names_in,
    parts_of,
    without_country,
)
from bulletin_export.model.article import ContributorRole
from bulletin_export.patterns import lazy_pattern

#: Stands between the pieces of a line that the page keeps in boxes of their own.
GAP = "\u2003"

_STOPS = lazy_pattern(r"[|｜【】\[\]]|[ \u3000\u00a0]{2,}|[\u2003\t\n]")
_PEOPLE_STOPS = lazy_pattern(
    r"[|【】\[\]（）()。]|[\u2003\t\n]|[ \u3000\u00a0]{3,}"
    r"|\s(?=校对|校對|审核|编辑|編輯|摄影|责编|通讯员)"
)
_BLANKS = " \u3000\u00a0\t" + GAP
_VISIT = lazy_pattern(r"今天是|今日是|现在是|現在是|欢迎|歡迎|農曆|农历")
#: A value in a box: 来源：[水利局].
_BOXED = lazy_pattern(r"[\[【［]([^\[\]【】［］]{2,30})[\]】］]")
#: How far behind its label a number of views stands.
_COUNT_REACH = 20
_COUNT = lazy_pattern(r"\d[\d,]*(?:\.\d+)?\s*[万萬wW]?")
_STARTS_WITH_COUNT = lazy_pattern(r"[\s(（\[【<《:：约共]*\d")
_COUNTED = lazy_pattern(
    r"(?<![\d:.-])(\d[\d,]*(?:\.\d+)?\s*[万萬wW]?\+?)\s*(?:次|人|个)?\s*(?:浏览|阅读|点击|人气|瀏覽|點閱|閱讀|围观|查看|views)"
)
_GAPS = lazy_pattern(r"[\s|｜]+")
_ROLES = {
    Kind.AUTHOR: ContributorRole.AUTHOR,
    Kind.CORRESPONDENT: ContributorRole.CORRESPONDENT,
    Kind.EDITOR: ContributorRole.EDITOR,
    Kind.PHOTOGRAPHER: ContributorRole.PHOTOGRAPHER,
    Kind.TRANSLATOR: ContributorRole.TRANSLATOR,
}
_SOURCES = {Kind.SOURCE: 0, Kind.SUPPLIER: 1, Kind.ISSUER: 2}
_DATES = {Kind.PUBLISHED: 0, Kind.DATE: 1, Kind.OTHER_DATE: 3}
_UNLABELLED = 2
_LATIN_WORDS = lazy_pattern(r"[\x20-\x7e]+")
_LATEST_LINE = 160


def is_info(text: str) -> bool:
    """Whether the line *text* says where an article comes from and no more."""
    return len(text) <= _LATEST_LINE and _is_info(text)


# The same few lines of a page are asked by whoever looks for its title, its body or its facts.
@lru_cache(maxsize=64)
def _is_info(text: str) -> bool:
    if tells_enactment(text):
        return False
    labels = labels_in(text)
    if len({label.kind for label in labels}) > 1 and "。" not in text[:-1]:
        return True
    lead = text.lstrip("[（(【 ")
    is_first = labels and labels[0].start == len(text) - len(lead)
    if is_first and labels[0].kind is not Kind.OTHER:
        return len(text) < 50 and "。" not in text
    is_short = len(text) < 60 and "。" not in text and "，" not in text
    return is_short and any(True for _ in dates_in(text))


def facts_in(text: str, *, only_labelled: bool = False) -> Facts:
    """Return what the info lines in *text* say, pieces joined by `GAP`."""
    return _InfoReader(text, only_labelled).facts


def count(text: str) -> int | None:
    """Return the number of views in *text*: ``4,864`` or ``1.2万``."""
    match = _COUNT.search(text)
    if match is None:
        return None
    number = match[0].replace(",", "").strip()
    if number[-1] in "万萬wW":
        return round(float(number[:-1]) * 10_000)
    return int(float(number))


class _InfoReader:
    """Reads one line from label to label; what no label claims is looked at in the end."""

    def __init__(self, text: str, only_labelled: bool) -> None:
        self.facts = Facts()
        self._text = text
        self._ranks: dict[str, int] = {}
        self._reviewers: Found[tuple[str, ...]] | None = None
        labels = labels_in(text)
        bare = (
            one
            for one in bare_labels_in(text)
            if not any(one.start < label.end and label.start < one.end for label in labels)
        )
        labels = sorted((*labels, *bare), key=lambda label: label.start)
        rest = [text[: labels[0].start] if labels else text]
        for label, end in zip(
            labels, [*(one.start for one in labels[1:]), len(text)], strict=False
        ):
            rest.append(self._take(label, text[label.end : end]))
        if self._reviewers and ContributorRole.EDITOR not in self.facts.people:
            self.facts.people[ContributorRole.EDITOR] = self._reviewers
        if not only_labelled:
            self._read_unlabelled(GAP.join(rest))

    def _take(self, label: Label, value: str) -> str:
        """Read *value*, which stands behind *label*; return what of it is not its own."""
        place = self._place(label.start)
        value = value.strip(_BLANKS)
        match label.kind:
            case Kind.PUBLISHED | Kind.DATE | Kind.OTHER_DATE:
                return self._take_date(label.kind, value, place)
            case Kind.SOURCE | Kind.SUPPLIER | Kind.ISSUER:
                return self._take_source(label.kind, value, place)
            case Kind.VIEWS:
                self._take_views(value, place)
            case Kind.SECTION | Kind.SUBJECTS:
                return self._take_words(label.kind, value, place)
            case Kind.OTHER:
                spotted = next(dates_in(value), None)
                if spotted:
                    return value[spotted.start :]
            case _:
                return self._take_people(label.kind, value, place)
        stop = _STOPS.search(value)
        return value[stop.start() :] if stop else ""

    def _take_date(self, kind: Kind, value: str, place: str) -> str:
        spotted = labelled_date_in(value[:80])
        if spotted is None:
            stop = _STOPS.search(value)
            return value[stop.start() :] if stop else ""
        self._note_date(spotted, _DATES[kind], Rule.PRINTED_LABEL, place)
        return value[: spotted.start] + GAP + value[spotted.end :]

    def _note_date(self, spotted: Spotted, rank: int, rule: Rule, place: str) -> None:
        if rank < self._ranks.get("date", 9):
            self._ranks["date"] = rank
            self.facts.date = Found(spotted.date, rule, place)

    def _take_source(self, kind: Kind, value: str, place: str) -> str:
        boxed = _BOXED.match(value) if value[:1] in "[【［" else None
        value = f"{boxed[1]}{GAP}{value[boxed.end() :]}" if boxed else value
        stop = _STOPS.search(value)
        own, rest = (value[: stop.start()], value[stop.start() :]) if stop else (value, "")
        spotted = next(dates_in(own), None)
        if spotted and own[: spotted.start].strip():
            own, rest = own[: spotted.start], own[spotted.start :] + rest
        if not _LATIN_WORDS.fullmatch(own):
            first, blank, after = own.strip(_BLANKS).replace("\u3000", " ").partition(" ")
            if not after.startswith(("-", "－", "—")):
                own, rest = first, blank + after + rest
        paper, dash, person = own.rpartition(" - ")
        if dash and is_likely_name(person.strip()):
            own, rest = paper, f" {person} {rest}"
        source = as_source(own)
        if kind is Kind.SUPPLIER and is_likely_name(source):
            return self._take_people(Kind.AUTHOR, value, place)
        if kind is Kind.ISSUER and is_likely_name(source):
            return rest  # Who put it on the site is neither source nor author.
        if source and _SOURCES[kind] < self._ranks.get("source", 9):
            self._ranks["source"] = _SOURCES[kind]
            self.facts.source = Found(source, Rule.PRINTED_LABEL, place)
            self._people_after_source(rest, place)
        return rest

    def _people_after_source(self, rest: str, place: str) -> None:
        """Read the author from ``来源：中国新闻网 王帆``, where only a blank tells him apart."""
        end = _STOPS.search(rest)
        own = rest[: end.start()] if end else rest
        parts = parts_of(own)
        if parts and all(map(is_likely_name, parts)) and len(parts) <= 3:
            self.facts.add_people(ContributorRole.AUTHOR, Found(parts, Rule.PRINTED_LINE, place))
        elif parts:
            self._take_credits(own, place)

    def _take_credits(self, text: str, place: str) -> None:
        for role, name in credits_in(text):
            self.facts.add_people(role, Found((name,), Rule.PRINTED_LINE, place))

    def _take_views(self, value: str, place: str) -> None:
        number = count(value[:_COUNT_REACH]) if _STARTS_WITH_COUNT.match(value) else None
        if number is not None and self.facts.views is None:
            self.facts.views = Found(number, Rule.PRINTED_LABEL, place)

    def _take_words(self, kind: Kind, value: str, place: str) -> str:
        stop = _STOPS.search(value)
        own, rest = (value[: stop.start()], value[stop.start() :]) if stop else (value, "")
        words = tuple(
            word for word in _GAPS.split(own.replace("，", " ").replace(",", " ")) if word
        )
        if words and len(own) <= 60:
            if kind is Kind.SUBJECTS:
                self.facts.subjects = Found(words, Rule.PRINTED_LABEL, place)
            elif not any(True for _ in dates_in(words[0])):
                self.facts.section = Found(words[0], Rule.PRINTED_LABEL, place)
        return rest

    def _take_people(self, kind: Kind, value: str, place: str) -> str:
        value = without_country(value)
        stop = _PEOPLE_STOPS.search(value)
        own, rest = (value[: stop.start()], value[stop.start() :]) if stop else (value, "")
        spotted = next(dates_in(own), None)
        if spotted:
            own, rest = own[: spotted.start], own[spotted.start :] + rest
        if kind is Kind.AUTHOR and ("记者" in own or "通讯员" in own or "記者" in own):
            for role, name in credits_in(own):
                self.facts.add_people(role, Found((name,), Rule.PRINTED_LABEL, place))
            return rest
        found = Found(_people(kind, own), Rule.PRINTED_LABEL, place)
        if kind is Kind.REVIEWER:
            self._reviewers = self._reviewers or (found if found.value else None)
        else:
            self.facts.add_people(_ROLES[kind], found)
        return rest

    def _read_unlabelled(self, text: str) -> None:
        """Read what stands without a label: the date, the source next to it, the views."""
        every = [*dates_in(text)]
        spotted = next((one for one in every if len(one.date.value) > 10), None) or (
            every[0] if every else None
        )
        place = self._place_of_piece(text[spotted.start : spotted.end] if spotted else "")
        if spotted and not _is_today(text, spotted):
            self._note_date(spotted, _UNLABELLED, Rule.PRINTED_LINE, place)
        counted = _COUNTED.search(text)
        if counted and self.facts.views is None:
            number = count(counted[1])
            if number is not None:
                place_of_views = self._place_of_piece(counted[0])
                self.facts.views = Found(number, Rule.PRINTED_LINE, place_of_views)
        if spotted and self.facts.source is None:
            source = source_beside(text, spotted)
            if source:
                self.facts.source = Found(source, Rule.PRINTED_LINE, place)
        dateless = f"{text[: spotted.start]}{GAP}{text[spotted.end :]}" if spotted else text
        for segment in dateless.split(GAP):
            for role, name in line_credits(segment.strip()):
                self.facts.add_people(role, Found((name,), Rule.BYLINE, place_of(segment)))
        if spotted and ContributorRole.AUTHOR not in self.facts.people:
            names = persons_beside(text, spotted)
            self.facts.add_people(ContributorRole.AUTHOR, Found(names, Rule.PRINTED_LINE, place))

    def _place_of_piece(self, piece: str) -> str:
        at = self._text.find(piece)
        return self._place(max(at, 0))

    def _place(self, at: int) -> str:
        """Return the printed line that *at* stands in, with the next box if it is a mere label."""
        start = self._text.rfind(GAP, 0, at) + 1
        end = self._text.find(GAP, at)
        while 0 <= end < start + 8:
            end = self._text.find(GAP, end + 1)
        return place_of(self._text[start : end if end >= 0 else len(self._text)])


def _is_today(text: str, spotted: Spotted) -> bool:
    """Whether words beside the date say that it is that of the visit."""
    return _VISIT.search(text[max(0, spotted.start - 12) : spotted.end + 12]) is not None


def _people(kind: Kind, text: str) -> tuple[str, ...]:
    """Return the people in *text*, the value of a label of *kind*.

    An author may be an office; an editor's name may be a word for a duty.
    """
    names = names_in(text)
    if kind is Kind.AUTHOR:  # ``chinanews`` is the name of an account.
        names = tuple(name for name in names if not (name.isascii() and name.islower()))
    if names or kind not in (Kind.AUTHOR, Kind.EDITOR):
        return names
    parts = parts_of(text)
    whole = parts[0] if len(parts) == 1 else ""
    if kind is Kind.AUTHOR:
        return (whole,) if is_office(whole) else ()
    is_word = 2 <= len(whole) <= 6 and all("\u4e00" <= one <= "\u9fff" for one in whole)
    is_word = is_word and not looks_like_outlet(whole)
    return (whole,) if is_word or is_name(whole.rstrip("0123456789")) else ()
