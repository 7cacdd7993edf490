"""Names out of what feeds put into author elements."""

import pytest

from bulletin_export.extraction.feeds.people import people_in
from bulletin_export.model.article import ContributorRole

NAMES = {
    "张三": ["张三"],
    "zhangsan@example.cn (张三)": ["张三"],
    "张三 (zhangsan@example.cn)": ["张三"],
    "张三 <zhangsan@example.cn>": ["张三"],
    "张三, zhangsan@example.cn": ["张三"],
    "zhangsan@example.cn, 张三": ["张三"],
    "zhangsan@163.com": ["zhangsan@163.com"],
    "mailto:zhangsan@163.com": ["zhangsan@163.com"],
    "noreply@blogger.com (李四)": ["李四"],
    "noreply@blogger.com": [],
    "张三、李四": ["张三", "李四"],
    "张三,李四": ["张三", "李四"],
    "张三 李四": ["张三", "李四"],
    "张三；李四": ["张三", "李四"],
    "Doe, John": ["Doe, John"],
    "John Doe": ["John Doe"],
    "John &amp; Jane": ["John & Jane"],
    "卡尔·马克思": ["卡尔·马克思"],
    "作者：张三": ["张三"],
    "记者 张三 李四": ["张三", "李四"],
    "<b>张三</b>": ["张三"],
    "http://www.q.cn/": [],
    "??? ?????": [],
    "admin": [],
    "佚名": [],
    "": [],
}


@pytest.mark.parametrize("value", NAMES)
def test_authors_are_names_and_nothing_else(value):
    assert [one.name for one in people_in([value]).contributors] == NAMES[value]


@pytest.mark.parametrize("paper", ["新华网", "人民日报", "www.people.com.cn", "中央电视台"])
def test_a_paper_named_as_author_is_the_source(paper):
    people = people_in([paper, "张三"])
    assert [one.name for one in people.contributors] == ["张三"]
    assert people.source == paper


@pytest.mark.parametrize(
    ("value", "role"),
    [
        ("责任编辑：王小二", ContributorRole.EDITOR),
        ("通讯员 王小二", ContributorRole.CORRESPONDENT),
        ("摄影：王小二", ContributorRole.PHOTOGRAPHER),
    ],
)
def test_a_label_tells_the_role(value, role):
    (one,) = people_in([value]).contributors
    assert (one.name, one.role) == ("王小二", role)


def test_a_blank_parts_two_people_in_chinese_and_two_names_in_japanese():
    assert len(people_in(["田中 太郎"], "zh-cn").contributors) == 2
    (one,) = people_in(["田中 太郎"], "ja").contributors
    assert one.name == "田中 太郎"


def test_nobody_is_named_twice():
    assert len(people_in(["张三", "张三（a@b.cn）", "张三、李四"]).contributors) == 2
