"""Twice the input takes little more than twice the time: nothing is worse than n log n."""

import time
from contextlib import suppress

import pytest

from bulletin_export.errors import BulletinError
from bulletin_export.extraction.xml_tree import parse_xml
from bulletin_export.reading import read_source
from bulletin_export.sources import Source
from conformance.growing import INPUTS

#: Bytes of the smallest input, and how many times larger the others are.
SIZE, TIMES = 15_000, (2, 4, 8)
#: n log n would be some 1.2 times as slow; square time would be eight times as slow.
SLACK = 1.9
#: Processor seconds that are too short to compare.
INSTANT = 0.1

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
    "words of declarations": "<!-- <!ENTITY a 'b'> -->",
}


def seconds(read, data):
    start = time.process_time()
    with suppress(BulletinError):  # an error that comes soon is an answer too
        read(data)
    return time.process_time() - start


def grows_too_fast(read, make):
    """Compare the best of several runs, for other work on the machine only ever adds."""
    small = make(SIZE)
    best_of_small = seconds(read, small)
    for times in TIMES:
        data = make(SIZE * times)
        best = seconds(read, data)
        for _ in range(3):
            if best < INSTANT or best <= best_of_small * times * SLACK:
                break
            best = min(best, seconds(read, data))
            best_of_small = min(best_of_small, seconds(read, small))
        else:
            return True
    return False


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


def test_square_time_is_noticed():
    def read(data):
        end = time.process_time() + len(data) ** 2 * 2e-11
        while time.process_time() < end:
            pass

    assert grows_too_fast(read, bytes)
