"""Pages of Taiwan, Hong Kong, Japan and Korea, in the shapes their news sites and offices give."""

import pytest

from office_pages import Case, boxed, found, linked, told, web

T = "清溪老街夜市重新開幕　攤商盼帶動人潮"
BODY = (
    "清溪老街夜市歷經半年整修，昨晚重新開幕，市長與攤商代表共同按下啟動鈕，現場湧入上千名民眾，十分熱鬧。",
    "市府表示，此次工程更新排水及照明設備，並劃設六十八個攤位，希望帶動地方觀光，創造在地就業機會。",
    "攤商林先生說，整修期間收入少了一半，現在環境變好了，盼望客人回流，大家一起把老街的招牌擦亮。",
    "市府提醒，假日人潮眾多，請民眾多利用大眾運輸工具，並配合現場交通管制，以免影響行車安全。",
)
J = "清流町の老舗商店街、半年ぶりに夜市を再開"
JAPANESE = (
    "清流町の商店街で二十日夜、半年ぶりに夜市が再開し、家族連れら約千人でにぎわった。町は今後も毎月開く方針だ。",
    "改修工事では照明と排水設備を新しくし、六十八の区画を設けた。町の担当者は「地域の活性化につなげたい」と話す。",
    "店を営む女性は「工事中は売り上げが半分になったが、きれいになって良かった。また来てほしい」と笑顔を見せた。",
)
K = "청계마을 야시장 반년 만에 다시 열려"
KOREAN = (
    "청계마을 야시장이 20일 밤 반년 만에 다시 문을 열었다. 이날 행사에는 주민과 관광객 천여 명이 몰려 북새통을 이뤘다.",
    "군은 이번 공사로 조명과 배수 시설을 새로 갖추고 예순여덟 개의 자리를 마련했다고 밝혔다. 지역 경제에 도움이 될 것으로 기대한다.",
    "상인 김모씨는 공사 기간에 수입이 절반으로 줄었지만 환경이 좋아져 다행이라며 손님들이 다시 찾아 주기를 바란다고 말했다.",
)
MENU = f"<header><nav><ul>{linked('即時 要聞 娛樂 運動 全球 社會')}</ul></nav></header>"
MORE = (
    "<section class='more'><h3>相關新聞</h3><ul>"
    + linked("北區公園擴建工程動工 山區道路坍方搶通 老屋改造成民宿")
    + "</ul></section>"
)
FOOT = "<footer><p>本網站之文字及圖片均受著作權法保護，未經授權請勿轉載。</p><p>© 清溪新聞網</p></footer>"

CASES = [
    Case("udn", web(f"{T} | 地方新聞 | 清溪新聞網", MENU + f"""<main><section class="article-content"><h1 class="article-content__title">{T}</h1><section class="authors"><time class="article-content__time">2023-08-20 21:15</time><span class="article-content__author">清溪新聞網／ <a href="/r">記者陳怡君</a>／清溪即時報導</span></section>
<section class="article-content__editor"><figure class="article-content__image"><picture><img src="/1.jpg" alt=""></picture><figcaption>夜市重新開幕。記者陳怡君／攝影</figcaption></figure>{boxed(BODY)}</section><section class="keywords"><a href="/t/1">夜市</a><a href="/t/2">老街</a></section></section></main>""" + MORE + FOOT), T.replace("　", "　"), ("夜市重新開幕。記者陳怡君／攝影", *BODY), "2023-08-20T21:15", "清溪新聞網", "陳怡君", images=1),
    Case("ltn", web(f"{T} - 生活 - 清溪時報電子報", MENU + f"""<div class="whitecon articlebody"><h1>{T}</h1><div class="text boxTitle"><span class="time">2023/08/20 21:15</span><div class="photo"><img src="/1.jpg"><p>夜市重新開幕。（記者陳怡君攝）</p></div><p>〔記者陳怡君／清溪報導〕{BODY[0]}</p>{boxed(BODY[1:])}<p class="appE1121">不用抽 不用搶 現在用APP看新聞 保證天天中獎　<a href="https://app.example/get">點我下載APP</a></p></div></div>""" + MORE + FOOT),
        T, ("夜市重新開幕。（記者陳怡君攝）", "〔記者陳怡君／清溪報導〕" + BODY[0], *BODY[1:]), "2023-08-20T21:15", "", "陳怡君", images=1),
    Case("cna", web(f"{T} | 地方 | 清溪通訊社", MENU + f"""<article><div class="centralContent"><h1><span>{T}</span></h1><div class="timeBox"><div class="updatetime"><span>2023/8/20 21:15</span><span>（8/20 22:03 更新）</span></div></div><div class="paragraph"><p>（清溪社記者陳怡君清溪20日電）{BODY[0]}</p>{boxed(BODY[1:])}<p>（編輯：張雅文）1120820</p></div></div></article>""" + MORE + FOOT),
        T, ("（清溪社記者陳怡君清溪20日電）" + BODY[0], *BODY[1:], "（編輯：張雅文）1120820"), "2023-08-20T21:15", "", "陳怡君", "張雅文"),
    Case("ettoday", web(f"{T} | 清溪雲", MENU + f"""<article><header><h1 class="title">{T}</h1></header><div class="subjcet_news"><div class="part_info"><time class="date" datetime="2023-08-20T21:15:00+08:00">2023年08月20日 21:15</time></div><div class="story" itemprop="articleBody"><p><img src="/1.jpg" alt="夜市"></p><p><strong>▲夜市重新開幕。（圖／記者陳怡君攝）</strong></p><p>記者陳怡君／清溪報導</p>{boxed(BODY)}</div></div></article>""" + MORE + FOOT),
        T, ("▲夜市重新開幕。（圖／記者陳怡君攝）", "記者陳怡君／清溪報導", *BODY), "2023-08-20T21:15", "", "陳怡君", images=1),
    Case("storm in Big5", web(f"{T}-清溪傳媒", MENU + f"""<div id="article_inner_wrapper"><h1 id="article_title">{T}</h1><div class="info_inner"><a class="info_author" href="#"><span>陳怡君</span></a> <span class="info_time">2023-08-20 21:15</span></div><div id="CMS_wrapper" class="article_content_inner">{boxed(BODY)}</div></div>""" + MORE, charset="big5"), T, BODY, "2023-08-20T21:15", "", "陳怡君", encoding="big5"),
    Case("office with a year of the Republic", web(f"{T}-清溪市政府", MENU + f"""<div class="cp"><h2>{T}</h2><ul class="info"><li>發布單位：觀光局</li><li>發布日期：112-08-20</li><li>更新日期：112-08-22</li><li>點閱數：345</li></ul><div class="cpArticle"><div class="p">{boxed(BODY)}</div></div></div>""" + FOOT), T, BODY, "2023-08-20", "觀光局"),
    Case("office of Hong Kong", web(f"{T}", f"""<div id="wrapper"><div class="controlDiv"><a href="#">English</a> <a href="#">寄給朋友</a></div><div class="contentBody"><div class="fontSize1"><h1 id="PRHeadline"><span id="PRHeadlineSpan">{T}</span></h1></div><div id="contentBody"><div><span id="pressrelease">　　{"<br/><br/>　　".join(BODY)}<br/><br/>完</span></div><div class="mB15">2023年8月20日（星期日）<br/>香港時間21時15分</div></div></div></div>"""), T, (*BODY, "完"), "2023-08-20T21:15"),
    Case("RTHK", web(f"{T} - RTHK", MENU + f"""<div class="story-wrapper"><div class="itemHeader"><h2 class="itemTitle">{T}</h2></div><div class="createddate">2023-08-20 HKT 21:15</div><div class="itemBody"><div class="itemFullText">{"<br>".join(BODY)}</div></div></div>""" + MORE), T, BODY, "2023-08-20T21:15"),
    Case("Asahi", web(f"{J}：清流新聞デジタル", f"""<nav><ul>{linked("社会 経済 政治 国際 スポーツ")}</ul></nav><main><div class="title"><h1>{J}</h1></div><div><time datetime="2023-08-20T21:15">2023年8月20日 21時15分</time></div><div class="article-body">{boxed(JAPANESE)}<p>（山田花子）</p></div></main>"""), J, (*JAPANESE, "（山田花子）"), "2023-08-20T21:15"),
    Case("ITmedia in Shift_JIS", web(f"{J} - 清流ニュース", f"""<div id="masterContents"><div id="cmsTitle"><h1><span>{J}</span></h1></div><div id="update">2023年08月20日 21時15分 公開</div><div id="cmsBody"><div class="inner">{boxed(JAPANESE)}</div></div><div class="copyright"><p>Copyright (C) Seiryu, Inc. All Rights Reserved.</p></div></div>""", charset="shift_jis"), J, JAPANESE, "2023-08-20T21:15", encoding="cp932"),
    Case("Yonhap", web(f"{K} | 청계뉴스", f"""<nav><ul>{linked("정치 경제 사회 문화")}</ul></nav><article><h1 class="tit">{K}</h1><p class="update-time"><span>송고시간</span>2023-08-20 21:15</p><div class="writer-zone"><strong class="tit-name"><a href="#">김민수</a></strong>기자</div><div class="story-news article"><p>(청계=청계뉴스) 김민수 기자 = {KOREAN[0]}</p>{boxed(KOREAN[1:])}<p>kim@example.kr</p></div></article>"""), K, (f"(청계=청계뉴스) 김민수 기자 = {KOREAN[0]}", *KOREAN[1:], "kim@example.kr"), "2023-08-20T21:15", "", "김민수"),
    Case("Hankyoreh in EUC-KR", web(f"{K} : 사회 : 청계신문", f"""<div id="gnb"><ul>{linked("정치 경제 사회 문화")}</ul></div><div class="article-head"><h4><span class="title">{K}</span></h4><p class="date-time"><span><em>등록</em>2023-08-20 21:15</span><span><em>수정</em>2023-08-21 07:00</span></p></div><div class="article-text"><div class="text">{"<br><br>".join(KOREAN)}</div></div>""", charset="euc-kr"), K, KOREAN, "2023-08-20T21:15", encoding="cp949"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_page_of_another_place_is_read_whole(case):
    assert found(case) == told(case)
