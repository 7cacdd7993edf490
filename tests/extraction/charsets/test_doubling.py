"""Text that was spoilt before it came here is told, and sound text never accused."""

import pytest

from bulletin_export.extraction.charsets.doubling import (
    beyond_ascii,
    find_doubling,
    remarks_on,
    telling,
)

CHINESE = "中国人民代表大会，今天在北京召开。会议强调，要落实责任。"
TAIWANESE = "中國人民代表大會，今天開會。"
JAPANESE = "首相が記者会見を開いた。ニュース"
KOREAN = "정부는 오늘 국무회의를 열었다"
FRENCH = "Les élèves à l’école où ça a été"

WAYS = [
    (CHINESE, "utf-8", "latin-1"),
    ("中国", "utf-8", "latin-1"),
    ("中国", "utf-8", "gb18030"),
    (CHINESE, "utf-8", "gb18030"),
    (CHINESE, "utf-8", "big5hkscs"),
    (CHINESE, "utf-8", "cp949"),
    (JAPANESE, "utf-8", "cp932"),
    (KOREAN, "utf-8", "latin-1"),
    (FRENCH, "utf-8", "cp1252"),
    (FRENCH, "utf-8", "latin-1"),
    ("中国", "gb18030", "latin-1"),
    (CHINESE, "gb18030", "latin-1"),
    (TAIWANESE, "big5hkscs", "latin-1"),
    (JAPANESE, "euc_jp", "latin-1"),
    (KOREAN, "cp949", "latin-1"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), WAYS)
@pytest.mark.parametrize("page", ["{}", "<html><p>{}</p><p>Footer 2024</p>", "<p>会议</p>{}"])
def test_the_way_is_found_and_the_text_read_back(text, right, wrong, page):
    spoilt = page.format(text.encode(right).decode(wrong, "ignore"))
    found = find_doubling(spoilt, frozenset(spoilt))
    assert found is not None
    assert (found.right, found.wrong) == (
        right,
        {"latin-1": "windows-1252", "cp1252": "windows-1252"}.get(wrong, wrong),
    )
    letters = set(found.reading) - {"\ufffd"}
    assert letters
    assert letters <= set(text)


def remarks(text, name=""):
    return remarks_on(text, frozenset(text), name)


SOUND = [
    CHINESE,
    TAIWANESE,
    JAPANESE,
    KOREAN,
    FRENCH,
    "“été” « publié », caf\xe9\xa0\xbb et th\xe9\xa0\xbb : n°\xa05…",
    "Über Öl für Äpfel — „Straße“ …",
    "NÃO, SÃO PAULO — coração, irmãs, “Ação”, “MANHÔ e “IRMÔ, pão à mão",
    "Việt Nam: Đảng Cộng sản, đấu tranh, ƯỚC MƠ, nghĩa là gì ạ",
    "Þetta er íslenska, það æði í öðrum ¿qué? ¡sí!",
    "××××××公司××××××××××××××××××××××",
    "镕䶮𠮷龘靐，锂电极材料，涓涓细流，锛子，鐨，銆",
    "¯\\_(ツ)_/¯ ····················· ©®™ 25°C±2°C",
    "约翰·史密斯·A·B·C·D·E·F·G·H",
    "Ελληνικά, Русский, עברית, العربية, ไทย",
    "所谓“锟斤拷”，就是乱码。" + CHINESE * 30,
]


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_is_not_accused(text):
    assert not remarks(text)


def test_lost_characters_that_were_read_again_are_told():
    (remark,) = remarks("会议锟斤拷锟斤拷在北京召开")
    assert remark.facts["right"] == "utf-8"


def test_the_remark_says_how_it_would_read_and_whether_all_turns_back():
    alarm, hope = remarks("<p>全国人民代表</p>".encode().decode("gb18030"), "页面")
    assert alarm.where == hope.where == "页面"
    assert "全国人民" in alarm.hint()
    assert "iconv -f UTF-8 -t gb18030" in hope.hint()
    (alone,) = remarks("会议 " + "中国".encode().decode("latin-1"))
    assert "中国" in alone.hint("zh")


@pytest.mark.parametrize(("text", "right", "wrong"), WAYS)
def test_a_long_text_is_told_by_the_same_characters_as_a_short_one(text, right, wrong):
    beyond = beyond_ascii(text.encode(right).decode(wrong, "ignore"))
    long = beyond + "会" * 40_000
    assert telling(long) <= telling(beyond)
    assert find_doubling(long, telling(long)) == find_doubling(long, frozenset(long))


def test_a_spoilt_part_of_a_long_text_is_found():
    spoilt = CHINESE.encode().decode("gb18030", "ignore")
    long = "会议今天召开。" * 10_000 + spoilt * 3
    assert find_doubling(long, telling(beyond_ascii(long))).wrong == "gb18030"
