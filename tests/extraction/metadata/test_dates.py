"""Dates in all the shapes that pages print and programs write."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.extraction.metadata.dates import date_in, dates_in, labelled_date_in
from bulletin_export.extraction.metadata.machine_dates import date_in_address, machine_date
from bulletin_export.extraction.metadata.numerals import number_of


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("2020-02-06", "2020-02-06"),
        ("2020年2月6日 08:30", "2020-02-06T08:30"),
        ("2020年2月6日8时30分", "2020-02-06T08:30"),
        ("2020年2月6日17时30分05秒 来源", "2020-02-06T17:30:05"),
        ("2020年2月6日 17點30分", "2020-02-06T17:30"),
        ("2024年05月10日06:58 | 来源：", "2024-05-10T06:58"),
        ("2021-01-20 04:29:4439健康网", "2021-01-20T04:29:44"),
        ("2005.08.2605:39", "2005-08-26T05:39"),
        ("2007-08-20-23:59:59", "2007-08-20T23:59:59"),
        ("2020--02--06 08:30", "2020-02-06T08:30"),
        ("2020/2/6 9时05分", "2020-02-06T09:05"),
        ("2020 / 02 / 06 星期四", "2020-02-06"),
        ("2020年02月06日 星期四 17:30", "2020-02-06T17:30"),
        ("2024-05-20（星期一） 08:00", "2024-05-20T08:00"),
        ("2020-01-21T11:12:51+0800", "2020-01-21T11:12:51+08:00"),
        ("2020-02-06T17:30:00.000+08:00", "2020-02-06T17:30:00+08:00"),
        ("2020-02-06T00:30:00Z", "2020-02-06T00:30:00Z"),
        ("2020-02-06 17:30 GMT+8", "2020-02-06T17:30+08:00"),
        ("2020-02-06T05:30:00-05:00", "2020-02-06T05:30:00-05:00"),
        ("2020-02-06 08:30-10:30", "2020-02-06T08:30"),
        ("2020年2月6日 上午 8:30", "2020-02-06T08:30"),
        ("2020年2月6日 下午8:30", "2020-02-06T20:30"),
        ("2020-2-6 上午 12:05", "2020-02-06T00:05"),
        ("2020-02-06 晚上 9:15", "2020-02-06T21:15"),
        ("2020-02-06 中午 12:15", "2020-02-06T12:15"),
        ("2020/02/06 5:30 PM", "2020-02-06T17:30"),
        ("21\u20032024年02月\u200310:20", "2024-02-21T10:20"),
        ("212024年02月", "2024-02-21"),
        ("21 / 2024-02", "2024-02-21"),
        ("2019\u200309/07\u200319:02", "2019-09-07T19:02"),
        ("201909/0719:02", "2019-09-07T19:02"),
        ("02-21\u20032024", "2024-02-21"),
        ("02月21日 2024", "2024-02-21"),
        ("2023 11/ 17 20:52:15", "2023-11-17T20:52:15"),
        ("十一月 6th, 2009", "2009-11-06"),
        ("二〇二〇年二月六日", "2020-02-06"),
        ("二○二〇年十二月二十一日", "2020-12-21"),
        ("二零二一年十月三十一日", "2021-10-31"),
        ("2020年二月六日", "2020-02-06"),
        ("民國109年2月6日 下午 3:05", "2020-02-06T15:05"),
        ("中華民國一百零九年二月六日", "2020-02-06"),
        ("令和2年2月6日", "2020-02-06"),
        ("令和元年5月1日", "2019-05-01"),
        ("平成31年4月30日 10時05分", "2019-04-30T10:05"),
        ("2020년 2월 6일 17:30", "2020-02-06T17:30"),
        ("2020.02.06. 오후 5:30", "2020-02-06T17:30"),
        ("Feb 6, 2020", "2020-02-06"),
        ("08:30 2020-02-06 皖江网", "2020-02-06T08:30"),
        ("08:30, 06-Feb-2020", "2020-02-06T08:30"),
        ("Feb. 6th, 2020 5:30 pm", "2020-02-06T17:30"),
        ("6 February 2020, 17:30", "2020-02-06T17:30"),
        ("Thu, 06 Feb 2020 17:30:00 +0800", "2020-02-06T17:30:00+08:00"),
        ("Thu Feb 06 17:30:00 CST 2020", "2020-02-06T17:30:00"),
        ("20200206", "2020-02-06"),
        ("20200206173000", "2020-02-06T17:30:00"),
    ],
)
def test_a_date_is_as_precise_as_it_was_printed(printed, value):
    assert date_in(printed).value == value


@pytest.mark.parametrize(
    "printed",
    [
        "2020年13月1日", "2020-02-30 10:00", "2019年2月29日", "20200431", "电话0551-2020202",
        "2024年02月 12:30", "May 2020", "Feb 30, 2020", "二○二四年三月", "3小时前", "10:00-12:00",
        "第2020期", "", "0000-00-00", "1-10月",
    ],
)  # fmt: skip
def test_what_is_no_day_of_the_calendar_is_no_date(printed):
    assert date_in(printed) is None


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("10-0812:00", "--10-08T12:00"),
        ("09-3022:46青岛软媒", "--09-30T22:46"),
        ("10月8日 12:00", "--10-08T12:00"),
        ("5月8日", "--05-08"),
        ("18-12-1209:30", "2018-12-12T09:30"),
        ("20-02-06 17:30", "2020-02-06T17:30"),
        ("2020-02-06", "2020-02-06"),
    ],
)
def test_behind_a_label_the_year_may_be_short_or_missing(printed, value):
    assert labelled_date_in(printed).date.value == value


@pytest.mark.parametrize("printed", ["1/2", "3小时前", "昨天 12:00", "02-30 10:00", "第3期"])
def test_behind_a_label_not_everything_is_a_date(printed):
    assert labelled_date_in(printed) is None


def test_the_printed_form_is_kept():
    assert date_in("发布：2020年2月6日　08:30　皖江").printed == "2020年2月6日 08:30"


def test_every_date_of_a_line_is_found_in_order():
    found = [one.date.value for one in dates_in("2020-02-07 更新，2020年2月6日 08:30 发布")]
    assert found == ["2020-02-07", "2020-02-06T08:30"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1580949000", "2020-02-06T08:30:00+08:00"),
        ("1580949000123", "2020-02-06T08:30:00+08:00"),
        ("2020-02-06 08:30:12", "2020-02-06T08:30:12"),
        ("Thu, 06 Feb 2020 00:30:00 GMT", "2020-02-06T00:30:00"),
        ("105464", None),
        ("unknown", None),
    ],
)
def test_programs_write_dates_too(text, value):
    date = machine_date(text)
    assert (date.value if date else None) == value


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("http://a.cn/n1/2020/1008/c1004-40232587.html", "2020-10-08"),
        ("http://a.cn/zw/202010/08/content_5.htm", "2020-10-08"),
        ("http://a.cn/zw/202010/t20201008_12345.html", "2020-10-08"),
        ("http://a.cn/2020-10/08/c_11.htm", "2020-10-08"),
        ("http://a.cn/art/2020/10/8/art_1.html", "2020-10-08"),
        ("https://a.com/20/1008/13/EOGQ12345.html", "2020-10-08"),
        ("https://a.com/a/20201008/", "2020-10-08"),
        ("https://a.com/a/20201008003456.html", "2020-10-08"),
        ("https://a.com/?d=2020-10-08", None),
        ("https://a.com/202013/45/1.html", None),
        ("https://a20201008.com/x.html", None),
        ("", None),
    ],
)
def test_an_address_may_tell_the_day(address, value):
    date = date_in_address(address)
    assert (date.value if date else None) == value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("十", 10),
        ("二十一", 21),
        ("廿一", 21),
        ("三十", 30),
        ("一百零九", 109),
        ("二〇二〇", 2020),
    ],
)
def test_han_numbers_are_read(text, number):
    assert number_of(text) == number


@given(st.text(alphabet="0123456789年月日-/.:： 上午星期一二〇民國T+Z", max_size=40))
@settings(max_examples=150, deadline=None)
def test_whatever_is_read_is_a_day_of_the_calendar(text):
    for one in dates_in(text):
        assert 0 <= one.start < one.end <= len(text)
        assert len(one.date.value) >= 10
        assert date_in(one.date.value) is not None
