"""Twice the input takes little more than twice the time: nothing is worse than n log n."""

import time
from contextlib import suppress
from itertools import cycle
from math import log

import pytest

from bulletin_export.errors import BulletinError
from bulletin_export.extraction.xml_tree import parse_xml
from bulletin_export.reading import read_source
from bulletin_export.sources import Source
from conformance.growing import INPUTS

#: Bytes of the small input, and how many times larger the other is.
SIZE, TIMES = 15_000, 8
#: n log n takes some 10 times as long for 8 times as much, square time 64 times.
TOO_LONG = 24
#: Processor seconds that are too short to compare.
INSTANT = 0.15
#: How often a suspicion is looked into before it is believed.
LOOKS = 6

XML = {
    "items": "<item><title>会议</title><link>http://a.cn/?a=1&b=2</link></item>",
    "open elements": "<a><b></a>",
    "references": "&nbsp;&foo;&#x;&",
    "less than": "< 5",
    "character data": "<![CDATA[<p>会议]]>",
    "open character data": "<![CDATA[",
    "comments": "<!-- & -->",
    "open comments": "<!--",
    "instructions": "<?x y?>",
    "prefixes": "<m:a m:b='c'/>",
    "namespaces": "<a xmlns='http://a.cn/'/>",
    "declarations": "<!ATTLIST a b CDATA 'c'>",
    "attributes": "<a b='1' c='2' d='3' e='4'/>",
    "words of declarations": "<!-- <!ENTITY a 'b'> -->",
}


def seconds(read, data):
    start = time.process_time()
    with suppress(BulletinError):  # an error that comes soon is an answer too
        read(data)
    return time.process_time() - start


def grows_too_fast(read, make, clock=seconds):
    """Tell whether *read* needs far more than n log n for what *make* makes, by *clock*.

    Other work on the machine only ever adds: of several runs the shortest is the true one, and
    only what looks suspicious is run again.
    """
    large = clock(read, make(SIZE * TIMES))
    if large < INSTANT:
        return False
    small = clock(read, make(SIZE))
    for _ in range(LOOKS):
        if large <= small * TOO_LONG:
            return False
        small = min(small, clock(read, make(SIZE)))
        large = min(large, clock(read, make(SIZE * TIMES)))
    return large > small * TOO_LONG


@pytest.mark.parametrize("name", INPUTS)
def test_reading_and_cleaning_grow_like_the_input(name):
    def read(data):
        read_source(Source(data=data, name=name.partition(":")[0]))

    assert not grows_too_fast(read, INPUTS[name])


@pytest.mark.parametrize("name", XML)
def test_the_tree_of_xml_grows_like_the_input(name):
    def make(size):
        return f"<rss>{XML[name] * (size // len(XML[name].encode()))}</rss>".encode()

    def read(data):
        parse_xml(Source(data=data))

    assert not grows_too_fast(read, make)


def clock_of(law, noise):
    """A clock that says what *law* says of the length, and more when the machine is busy."""
    busy = cycle(noise)
    return lambda _, data: law(len(data)) * next(busy)


@pytest.mark.parametrize("noise", [[1], [1, 1.3], [1.4, 1, 1.2], [1, 1, 2]])
def test_square_time_is_noticed_however_busy_the_machine_is(noise):
    assert grows_too_fast(None, bytes, clock_of(lambda n: n**2 * 1e-10, noise))


@pytest.mark.parametrize("noise", [[1], [1, 2], [3, 1, 1], [4, 1, 1, 2]])
def test_n_log_n_is_never_taken_for_square_time(noise):
    assert not grows_too_fast(None, bytes, clock_of(lambda n: n * log(n) * 1e-6, noise))


def test_square_work_is_noticed_by_the_true_clock():
    def read(data):
        for _ in range(len(data) // 500):
            data.count(b"12")

    assert grows_too_fast(read, lambda size: bytes(size * 4))
