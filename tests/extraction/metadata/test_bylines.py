"""Bylines at the head and the end of a body give names and invent none."""

import pytest

from bulletin_export.extraction.metadata.bylines import signed, signed_line
from bulletin_export.extraction.metadata.people import is_likely_name, is_name, is_office, names_in


def people(facts):
    return {role.value: " ".join(found.value) for role, found in facts.people.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本报讯（通讯员 宗甲 记者 吴乙丙）2月5日下午", {"correspondent": "宗甲", "author": "吴乙丙"}),
        ("本报讯(记者张三)昨日", {"author": "张三"}),
        ("本报讯 （记者 张三 李四）昨日", {"author": "张三 李四"}),
        ("本报讯（全媒体记者 张三 通讯员 李四 王五）昨日", {"author": "张三", "correspondent": "李四 王五"}),
        ("（记者 张三 见习记者 李四 通讯员 王五）今天", {"author": "张三 李四", "correspondent": "王五"}),
        ("（全媒体记者 张三 文/图）今天", {"author": "张三"}),
        ("央视网消息（记者 张三）今天", {"author": "张三"}),
        ("新华社合肥2月5日电（刘甲、杨乙）中国科学院", {"author": "刘甲 杨乙"}),
        ("新华社合肥2月5日电（记者刘甲、杨乙）中国科学院", {"author": "刘甲 杨乙"}),
        ("中新网合肥5月10日电 (张俊)今天", {"author": "张俊"}),
        ("中新社北京5月10日电 (记者 李四)今天", {"author": "李四"}),
        ("（本报北京5月10日电 记者张三）", {"author": "张三"}),
        ("〔記者巫其倫／台北報導〕財政部", {"author": "巫其倫"}),
        ("【記者王小明／台北報導】今", {"author": "王小明"}),
        ("[記者王小明台北報導]今", {"author": "王小明"}),
        ("記者王小明／台北報導", {"author": "王小明"}),
        ("（中央社記者王小明台北6日電）行政院", {"author": "王小明"}),
        ("〔編譯陳成良／綜合報導〕據", {"translator": "陳成良"}),
        ("〔財經頻道／綜合報導〕今天", {}),
        ("本报讯 记者张三报道：今天", {"author": "张三"}),
        ("新华社北京11月17日电 记者17日从国家卫生健康委获悉，近", {}),
        ("记者从会上了解到", {}),
        ("会议（简称大会）今天召开", {}),
        ("《工作规则》（试行）今天印发", {}),
        ("据新华社电（综合消息）今天", {}),
    ],
)  # fmt: skip
def test_the_head_of_a_paragraph_may_name_reporters(text, expected):
    assert people(signed([text])) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("……感受节日的气氛。（郭某某）", {"author": "郭某某"}),
        ("会议今天结束。（记者 张三 通讯员 李四）", {"author": "张三", "correspondent": "李四"}),
        ("会议今天结束。(杨三)", {"author": "杨三"}),
        ("(杨三)", {"author": "杨三"}),
        ("（张三 李四）", {"author": "张三 李四"}),
        ("会议今天结束。(文/图 刘玺东 易赛楠)", {"author": "刘玺东 易赛楠"}),
        ("会议今天结束。(作者：方敏北京大学经济学院教授)", {"author": "方敏"}),
        ("（作者：张三，系北京大学教授）", {"author": "张三"}),
        ("（作者系北京大学教授）", {}),
        ("（作者单位：北京大学经济学院）", {}),
        ("会议今天结束。（责任编辑：王五）", {"editor": "王五"}),
        ("（张三 摄）", {"photographer": "张三"}),
        ("新华社记者 张三 摄", {"photographer": "张三"}),
        ("会议今天召开。（完）", {}), ("会议今天召开。（待续）", {}), ("本办法自印发之日起施行。（试行）", {}),
        ("图为会议现场（资料图片）", {}), ("主演是新人（张三）", {}), ("（图片由市委宣传部提供）", {}),
        ("全文如下。（新华社）", {}), ("出席会议的有关负责同志。", {}), ("记者获悉。（高清组图）", {}),
        ("会议今天召开。（下转第二版）", {}), ("会议今天召开。（安徽）", {}),
    ],
)  # fmt: skip
def test_the_end_of_a_paragraph_may_name_its_author(text, expected):
    assert people(signed([text])) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("本报记者 王乐文 方 敏", {"author": "王乐文 方敏"}),
        ("■本报记者 张三", {"author": "张三"}),
        ("□ 本报记者 张三 通讯员 李四", {"author": "张三", "correspondent": "李四"}),
        ("皖江日报记者 张三 通讯员 李四 王五", {"author": "张三", "correspondent": "李四 王五"}),
        ("《棱镜》作者 周纯", {"author": "周纯"}),
        ("记者 张三 李四 报道", {"author": "张三 李四"}),
        ("记者张三通讯员李四", {"author": "张三", "correspondent": "李四"}),
        ("见习记者 张三 实习生 李四", {"author": "张三 李四"}),
        ("记者 阿依古丽 买买提", {"author": "阿依古丽 买买提"}),
        ("文丨赵六", {"author": "赵六"}), ("文｜张三", {"author": "张三"}), ("文/张三 图/李四", {"author": "张三", "photographer": "李四"}),
        ("文、图/张三", {"author": "张三"}), ("图文/张三", {"author": "张三"}), ("撰文｜张三 编辑｜李四", {"author": "张三", "editor": "李四"}),
        ("记者/张三 编辑/李四", {"author": "张三", "editor": "李四"}),
        ("采写：南都记者 张三", {"author": "张三"}),
        ("作者：卡尔·马克思", {"author": "卡尔·马克思"}),
        ("编辑：李四", {"editor": "李四"}),
        ("By Anna de la Cruz", {"author": "Anna de la Cruz"}),
        ("本报评论员", {}), ("记者手记", {}), ("（记者手记）", {}), ("记者 观察", {}), ("通讯员之家", {}),
        ("记者张三今天从市政府获悉，全市防汛形势平稳。", {}), ("图/表1", {}), ("文化记者沙龙", {}),
    ],
)  # fmt: skip
def test_a_line_of_its_own_may_name_people(line, expected):
    assert people(signed_line(line)) == expected


def test_a_byline_is_found_in_the_first_and_last_paragraphs_only():
    middle = ["全市防汛形势平稳，各项工作有序推进。"] * 8
    assert not signed([*middle, "本报讯（记者 张三）今天", *middle]).people
    found = signed(["（记者 张三）今天", *middle]).people["author"]
    assert (found.value, found.rule, found.place) == (("张三",), "byline", "paragraph 1")


@pytest.mark.parametrize(
    "name", ["张三", "欧阳修", "司马相如", "卡尔·马克思", "John Smith", "郭某某", "諸葛亮"]
)
def test_names_look_like_names(name):
    assert is_likely_name(name)


@pytest.mark.parametrize(
    "word",
    ["安徽", "关闭", "高清", "时政", "新华社", "皖江日报", "网易", "admin", "105464", "name@a.cn", "name", "sina_mobile",
     "高新区", "记者", "通讯员", "管理员", "石家庄", "今天", "防汛", "会议室", "www.a.cn", "小编", "张三李四王五", "chinanews"],
)  # fmt: skip
def test_words_are_no_names(word):
    assert not is_likely_name(word)


def test_a_list_of_names_is_cut_at_its_separators():
    assert names_in("张三、李四 王 五；约翰·史密斯") == ("张三", "李四", "王五", "约翰·史密斯")
    assert names_in("Tom Hanks") == ("Tom Hanks",)


def test_an_office_is_no_person_but_may_sign():
    assert is_office("市委宣传部")
    assert not is_name("市委宣传部")
    assert is_office("中国科学院课题组")
    assert not is_office("新华网")
