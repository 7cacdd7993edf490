"""Letters tell the encoding, in a headline too."""

import pytest

from bulletin_export.extraction.charsets.guessing import best_guess, rival

TEXTS = {
    "gb18030": "关于放假的通知|全市防汛工作会议召开|首页|人事任免|省领导到青石镇调研乡村振兴工作|朱镕基",
    "big5hkscs": "最新消息|立法院三讀通過預算案|市政府公告|颱風警報|關於我們|港鐵宣佈加價",
    "cp932": "首相が会見|東京で雪|ニュース速報|国会、予算案を可決|人事異動のお知らせ|株式会社",
    "euc_jp": "首相が会見|東京で雪|ニュース速報|国会、予算案を可決|人事異動のお知らせ|天気予報",
    "cp949": "국무회의에서 예산안을 의결했다|서울시, 내년 예산 발표|안녕하세요|대통령 신년 기자회견",
    "cp1252": "Réunion du conseil à Genève|Die Bürger wählen|São Paulo não é|“Hello” – it’s|El niño",
}


@pytest.mark.parametrize(
    ("codec", "text"),
    [(codec, text) for codec, texts in TEXTS.items() for text in texts.split("|")],
)
@pytest.mark.parametrize("page", ["{}", "<html><title>{}</title><p class='x'>{}</p>"])
def test_a_few_letters_are_enough(codec, text, page):
    assert best_guess(page.replace("{}", text).encode(codec)) == codec


@pytest.mark.parametrize("declared", ["gb18030", "big5hkscs", "cp932", "cp949", "cp1252"])
@pytest.mark.parametrize("codec", ["gb18030", "big5hkscs", "cp932", "euc_jp", "cp949"])
def test_a_label_of_the_next_country_is_not_believed(codec, declared):
    data = TEXTS[codec].replace("|", "，").encode(codec) * 3
    assert rival(data, declared) == codec


def test_a_label_is_believed_where_doubt_is_left():
    assert rival("公告".encode("big5"), "gb18030") == "gb18030"
    assert rival("é".encode("cp1252"), "big5hkscs") == "big5hkscs"
