"""Whose numbers of the Internet are whose."""

import pytest

from bulletin_export.fetching.private import is_public


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255",
        "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.100.100.200", "192.0.0.192",
        "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.1.1.1",
        "240.0.0.1", "255.255.255.255", "192.88.99.1",
        "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
        "::127.0.0.1", "::ffff:0:127.0.0.1", "4000::1", "fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd00:ec2::254",
        "ff02::1", "64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::",
        "2002:c0a8:101::1", "2001::1", "2001:db8::1", "100::1", "3fff::1", "5f00::1",
        "localhost", "", "1.2.3", "0x7f.1",
    ],
)  # fmt: skip
def test_somebodys_house_is_not_public(number):
    assert not is_public(number)


@pytest.mark.parametrize(
    "number",
    [
        "1.1.1.1", "93.184.216.34", "172.32.0.1", "100.128.0.1", "223.5.5.5",
        "2606:4700:4700::1111", "2400:3200::1", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1",
        "2002:101:101::1",
    ],
)  # fmt: skip
def test_the_open_internet_is(number):
    assert is_public(number)
