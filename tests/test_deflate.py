"""libdeflate gives the same bytes on every machine: what same input, same bytes rests on.

The sums were taken on one machine; a processor, system or version of the library that
packs in another way fails here, before it makes two people's files differ.
"""

from hashlib import sha256
from random import Random

import deflate
import pytest

SUMS = {
    1: "3e646b5b8f05edfc6075c5ae18372981a45e9aafc5010855b3ec5e8d5bef48ee",
    6: "21c1e21adb8306266d9190f60059e275e27faab64d8c9969c4fb97b52cccc18c",
}


def text() -> bytes:
    """Return 300 kB that pack like a page of markup: repeated words among others."""
    chance = Random(20200206)
    words = ["".join(chance.choices("会议强调要聚焦重点地区abc<>/=", k=3)) for _ in range(2000)]
    return "".join(chance.choices(words, k=40_000)).encode()


@pytest.mark.parametrize("level", [1, 6])
def test_packed_bytes_are_those_of_every_other_machine(level):
    packed = bytes(deflate.deflate_compress(text(), level))
    assert sha256(packed).hexdigest() == SUMS[level]
