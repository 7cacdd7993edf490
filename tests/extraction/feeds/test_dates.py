"""Dates keep the day, the time and the offset that the feed prints."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.extraction.feeds.dates import date_of

READ = {
    # RFC 822 and its relatives
    "Fri, 27 Sep 2024 12:29:11 -0400": "2024-09-27T12:29:11-04:00",
    "Tue, 27 Dec 2005 16:50:24 +0000": "2005-12-27T16:50:24+00:00",
    "Wed, 17 Mar 2021 18:14:23 GMT": "2021-03-17T18:14:23Z",
    "Thu, 01 Jan 04 19:48:21 EST": "2004-01-01T19:48:21-05:00",
    "Thu, 01 Jan 98 19:48 PDT": "1998-01-01T19:48-07:00",
    "27 December 2005 8:05:09 UT": "2005-12-27T08:05:09Z",
    "Thu,27 Dec 2005 16:50:24 GMT+8": "2005-12-27T16:50:24+08:00",
    "Sat, 07-Sep-2002 00:00:01 +09:00": "2002-09-07T00:00:01+09:00",
    "Monday, 1st of May 2006": "",
    "Mon, 1st May 2006": "2006-05-01",
    "Sun, 29 Feb 2024 10:00:00 Z": "2024-02-29T10:00:00Z",
    "Thu, 27 Dec 2005 16:50:24 XYZ": "2005-12-27T16:50:24",
    # other languages
    "星期三, 02 二月 2005 03:45:00 +0800": "2005-02-02T03:45:00+08:00",
    "周三, 02 2月 2005 03:45:00 +0800": "2005-02-02T03:45:00+08:00",
    "Do, 27 Dez 2005 16:50:24 +0100": "2005-12-27T16:50:24+01:00",
    "mar., 27 déc. 2005 16:50:24 +0100": "2005-12-27T16:50:24+01:00",
    "Σαβ, 17 Ιούλ 2004 11:11:11 EEST": "2004-07-17T11:11:11+03:00",
    "Пт, 02 фев 2005 03:45:00 +0300": "2005-02-02T03:45:00+03:00",
    # W3C and ISO 8601
    "2005-02-02T03:45+08:00": "2005-02-02T03:45+08:00",
    "2005-02-02T03:45:25.125+08:00": "2005-02-02T03:45:25+08:00",
    "2003-12-31T10:14:55Z": "2003-12-31T10:14:55Z",
    "2003-12-31t10:14:55z": "2003-12-31T10:14:55Z",
    "2003-12-31T10:14:55+0800": "2003-12-31T10:14:55+08:00",
    "2003-12-31 10:14:55 +08:00": "2003-12-31T10:14:55+08:00",
    "2003-12-31T10:14": "2003-12-31T10:14",
    "2003-12-31": "2003-12-31",
    "2003-12": "2003-12",
    "2003": "2003",
    "20031231T101455Z": "2003-12-31T10:14:55Z",
    "20031231": "2003-12-31",
    # Chinese, Japanese, Korean
    "2005年2月2日": "2005-02-02",
    "2005年2月2日 17:05": "2005-02-02T17:05",
    "2005年2月2日 下午 5:05": "2005-02-02T17:05",
    "2005-5-28 16:05:36": "2005-05-28T16:05:36",
    "2005/5/28": "2005-05-28",
    "2005.05.28 16:05": "2005-05-28T16:05",
    "2004년 05월 28일  오후 01:31:15": "2004-05-28T13:31:15",
    # American, asctime, slashes, epochs
    "Sun Jan  4 16:29:06 PST 2004": "2004-01-04T16:29:06-08:00",
    "Sun Jan 4 16:29:06 2004": "2004-01-04T16:29:06",
    "January 5, 2004 10:07 PM": "2004-01-05T22:07",
    "12/27/2005 10:13:00 AM": "2005-12-27T10:13:00",
    "27/12/2005 10:13": "2005-12-27T10:13",
    "27.12.2005": "2005-12-27",
    "27-12-2005 10:13": "2005-12-27T10:13",
    "05-12-2005": "2005-12-05",
    "05/12/2005": "2005-05-12",
    "1104537600": "2005-01-01T00:00:00Z",
    "1104537600000": "2005-01-01T00:00:00Z",
    # nothing
    "": "",
    "yesterday": "",
    "0000-00-00 00:00:00": "",
    "Sun, 31 Feb 2004 10:00:00 GMT": "",
    "2004-13-45": "",
    "12345": "",
}


@pytest.mark.parametrize("printed", READ)
def test_a_date_is_read_as_it_is_printed(printed):
    date = date_of(printed)
    assert (date.value if date else "") == READ[printed]
    assert date is None or date.printed == " ".join(printed.split())


@pytest.mark.parametrize(("language", "offset"), [("zh-cn", "+08:00"), ("en", "-06:00")])
def test_cst_is_the_time_of_china_in_chinese_feeds(language, offset):
    date = date_of("Thu, 27 Dec 2005 16:50:24 CST", language)
    assert date.value == f"2005-12-27T16:50:24{offset}"


@settings(max_examples=200)
@given(st.text(alphabet=" 0123456789/-:.,TZ+年月日JanFriGMTpm上午", max_size=40))
def test_no_text_does_harm(text):
    date = date_of(text)
    assert date is None or date.value[:4].isdecimal()


def test_a_page_of_text_is_no_date():
    assert date_of("2004年5月3日，" * 100) is None
