"""More made-up pages: side columns of prose, forums, scripts, boilerplate in sentences, other scripts."""

import json

from shapes import FOOT, INFO, MENU, NEWS, SHORT, SIDE, SITE, TITLE, Shape, links, page, tags

P = tags("p")
#: A column beside the article that is prose from top to bottom.
LONGSIDE = (
    "<div class=w300>"
    + "".join(
        f"<div><h4>{h}</h4><p>{t}</p></div>"
        for h, t in (
            (
                "清溪概况",
                "清溪县位于省境西部，总面积两千平方公里，辖十二个乡镇，人口三十六万，素有橘乡之称，山清水秀，物产丰富，民风淳朴。",
            ),
            (
                "旅游指南",
                "清溪古镇始建于宋代，现存明清民居百余座，石板街蜿蜒三里，每年春秋两季游人如织，门票三十元，学生半价。",
            ),
            (
                "办事须知",
                "办理户口迁移请携带身份证、户口本、迁移证明，周一至周五上午八点半至十二点，下午两点半至五点半，节假日除外。",
            ),
            (
                "天气",
                "今天多云转晴，最高气温二十六度，最低十五度，东南风三级，适宜出行，早晚温差大，请注意添衣。",
            ),
        )
    )
    + "</div>"
)


def _shapes() -> dict[str, Shape]:
    made: dict[str, Shape] = {}

    def add(name: str, text: str, paragraphs: tuple[str, ...] = NEWS) -> None:
        made[name] = Shape(text, tuple(paragraphs))

    add(
        "long pure side column, class named neutral, after", page(f"<div>{P}</div>", after=LONGSIDE)
    )
    add(
        "long pure side column before",
        page(f"<div>{P}</div>").replace("<div><div><h1>", f"{LONGSIDE}<div><div><h1>"),
    )
    add(
        "two column layout table, side text long",
        f"<title>{TITLE}-{SITE}</title><table width=100%><tr><td>{MENU}</td></tr></table><table><tr><td valign=top width=220>{LONGSIDE}</td><td valign=top><h2 align=center>{TITLE}</h2><p align=center>{INFO}</p><hr>{P}</td></tr></table>{FOOT}",
    )
    add(
        "short body and long pure side",
        page(f"<div><p>{SHORT}</p></div>", after=LONGSIDE),
        (SHORT,),
    )
    add("no info line, long pure side", page(f"<div>{P}</div>", info="", after=LONGSIDE))
    add(
        "title outside the column",
        f"<title>{TITLE}_{SITE}</title><div>{MENU}</div><div class=hd><h1>{TITLE}</h1><p>{INFO}</p></div><div class=wrap><div class=l>{P}</div><div class=r>{LONGSIDE}</div></div>{FOOT}",
    )
    add(
        "title outside the column, short body",
        f"<title>{TITLE}_{SITE}</title><div>{MENU}</div><div class=hd><h1>{TITLE}</h1><p>{INFO}</p></div><div class=wrap><div class=l><p>{SHORT}</p></div><div class=r>{SIDE}</div></div>{FOOT}",
        (SHORT,),
    )
    add(
        "title outside the column, short body long pure side",
        f"<title>{TITLE}_{SITE}</title><div>{MENU}</div><div class=hd><h1>{TITLE}</h1><p>{INFO}</p></div><div class=wrap><div class=l><p>{SHORT}</p></div><div class=r>{LONGSIDE}</div></div>{FOOT}",
        (SHORT,),
    )
    add(
        "wordpress",
        f"<title>{TITLE} – {SITE}</title><body class='single'><header class=site-header><h1 class=site-title><a href=/>{SITE}</a></h1>{MENU}</header><div id=content class=site-content><main><article id=post-12 class='post type-post'><header class=entry-header><h1 class=entry-title>{TITLE}</h1><div class=entry-meta>2021-05-12 由 admin 发表</div></header><div class=entry-content>{P}</div><footer class=entry-footer>分类：<a href=/c>新闻</a></footer></article><nav class=post-navigation><a href=/1>上一篇：旧闻</a></nav><div id=comments><h2>3 条评论</h2><ol><li>张三说：写得很好，很有帮助，谢谢博主分享，期待更多内容，加油。</li><li>李四说：支持支持，学习了，收藏了。</li></ol><div id=respond><h3>发表评论</h3><p>您的电子邮箱地址不会被公开。必填项已用*标注</p></div></div></main><aside id=secondary class=widget-area>{SIDE}</aside></div></body>",
    )
    add(
        "weixin like",
        f"<div id=js_article><h1 id=activity-name>{TITLE}</h1><div id=meta_content><span>清溪发布</span> <em>2021-05-12</em></div><div class=rich_media_content id=js_content style='visibility: hidden;'><section><section style='x'>{tags('p')}</section></section></div></div><div><p>微信扫一扫<br>关注该公众号</p></div>",
    )
    add(
        "state json",
        f"<title>{TITLE}</title><div id=root></div><script>window.__INITIAL_STATE__={json.dumps({'article': {'title': TITLE, 'content': P, 'comments': ['好']}}, ensure_ascii=False)};</script>",
    )
    add(
        "state json, escaped html",
        f"<title>{TITLE}</title><div id=root>加载中...</div><script>var BASE={{articleInfo:{{title:'{TITLE}',content:'{P.replace('<', '&lt;').replace('>', '&gt;').replace(chr(10), '')}'}}}};</script>",
    )
    add(
        "json-ld body only",
        f"<title>{TITLE}</title><div id=app>请启用JavaScript</div><script type=application/ld+json>{json.dumps({'@type': 'NewsArticle', 'headline': TITLE, 'articleBody': chr(10).join(NEWS)}, ensure_ascii=False)}</script>",
    )
    add(
        "phpbb",
        f"<title>{TITLE} - 论坛</title><h2 class=topic-title><a href=t>{TITLE}</a></h2>"
        + "".join(
            f"<div id=p{n} class='post has-profile'><dl class=postprofile><dt><a href=u>用户{n}</a></dt><dd>帖子：{n * 12}</dd></dl><div class=postbody><p class=author>由 用户{n} » 2021-05-12 09:3{n}</p><div class=content>{b}</div></div></div>"
            for n, b in enumerate(
                ["<br><br>".join(NEWS)]
                + ["写得真好，长见识了，谢谢楼主分享，希望多发一些。桥修好了，大家都方便。"] * 6
            )
        )
        + FOOT,
    )
    add(
        "tieba",
        f"<title>{TITLE}_清溪吧_百度贴吧</title><h3 class=core_title_txt>{TITLE}</h3>"
        + "".join(
            f"<div class='l_post'><div class=d_author><a href=u>吧友{n}</a></div><div class=d_post_content_main><div id=post_content_{n} class='d_post_content j_d_post_content'>{b}</div><div>回复 {n + 1}楼 2021-05-12 09:30</div></div></div>"
            for n, b in enumerate(["<br>".join(NEWS)] + ["顶一下，写得真好。"] * 8)
        ),
    )
    add(
        "related summaries below",
        page(
            f"<div>{P}</div><div><h3>相关新闻</h3>"
            + "".join(
                f"<div><a href=/{n}>各地推进重点水利工程建设纪实{n}</a><p>日前，各地重点水利工程建设正在加紧推进，截至目前，完成投资过半，进展顺利。</p></div>"
                for n in range(8)
            )
            + "</div>"
        ),
    )
    add(
        "related summaries without heading in the same box",
        page(
            f"<div>{P}</div>"
            + "<div class=xx>"
            + "".join(
                f"<div class=i><a href=/{n}>各地推进重点水利工程建设纪实{n}</a><p>日前，各地重点水利工程建设正在加紧推进，截至目前，完成投资过半，进展顺利。</p></div>"
                for n in range(8)
            )
            + "</div>"
        ),
    )
    add(
        "copyright notice long below in same box",
        page(
            f"<div>{P}<p>版权声明：凡本网注明“来源：清溪日报”的所有作品，版权均属于清溪日报社，未经本网授权不得转载、摘编或利用其它方式使用上述作品。违反上述声明者，本网将追究其相关法律责任。</p><p>凡本网注明“来源：XXX（非清溪日报）”的作品，均转载自其它媒体，转载目的在于传递更多信息，并不代表本网赞同其观点和对其真实性负责。</p></div>"
        ),
    )
    add(
        "embedded related box",
        page(
            "<div>"
            + tags("p", NEWS[:2])
            + "<p>相关报道：<a href=http://x.cn/1>县里研究桥梁安全</a></p>"
            + tags("p", NEWS[2:])
            + "</div>"
        ),
    )
    add(
        "embedded related list",
        page(
            "<div>"
            + tags("p", NEWS[:2])
            + f"<div><p>相关阅读</p><ul>{links(3)}</ul></div>"
            + tags("p", NEWS[2:])
            + "</div>"
        ),
    )
    add(
        "read more button",
        page(f"<div><div>{P}</div><div>展开全文</div></div><div>打开APP查看更多精彩内容</div>"),
    )
    add(
        "gov doc with fields",
        page(
            "<table><tr><td>索引号：</td><td>00001/2021-5</td><td>主题分类：</td><td>交通</td></tr><tr><td>发文机关：</td><td>县政府</td><td>成文日期：</td><td>2021年5月12日</td></tr></table><div id=UCAP-CONTENT>"
            + P
            + "</div>",
            info="",
        ),
    )
    add(
        "signature at the end",
        page(
            "<div>"
            + P
            + "<p>清溪县人民政府办公室</p><p>2021年5月12日</p><p>（此件公开发布）</p></div>"
        ),
        (*NEWS, "清溪县人民政府办公室", "2021年5月12日", "（此件公开发布）"),
    )
    add(
        "notice, salutation",
        page(
            "<div><p>各乡镇人民政府，县直各单位：</p>"
            + P
            + "<p>附件：<a href=1.pdf>桥梁台账.pdf</a></p><p>清溪县交通局</p><p>2021年5月12日</p></div>"
        ),
        (
            "各乡镇人民政府，县直各单位：",
            *NEWS,
            "附件：桥梁台账.pdf",
            "清溪县交通局",
            "2021年5月12日",
        ),
    )
    add(
        "short notice all short lines",
        page("<div><p>各位居民</p><p>今晚停水</p><p>县水务局</p><p>2021年5月12日</p></div>"),
        ("各位居民", "今晚停水", "县水务局", "2021年5月12日"),
    )
    add("editor above", page("<div><p>责任编辑：李四</p>" + P + "</div>"))
    add(
        "prev next above",
        page(
            "<div><p>上一篇：<a href=1>旧闻一条</a></p><p>下一篇：<a href=2>旧闻两条</a></p>"
            + P
            + "</div>"
        ),
    )
    add(
        "share above and below",
        page(
            "<div class=c><div>分享到： 微信 微博 QQ空间</div>"
            + P
            + "<div>分享到：微信 微博</div><div>点赞 12 收藏 评论 举报</div></div>"
        ),
    )
    add(
        "japanese",
        page(
            "<div>"
            + tags(
                "p",
                JA := (
                    "同市によると、老朽化した三つの橋の改修工事が完了し、十一日午前から通行が再開された。",
                    "橋はいずれも一九七〇年代に架けられ、昨年の大雨の後に通行止めとなっていた。",
                    "市長は「住民の安全を第一に、残る橋の点検も急ぐ」と話している。",
                ),
            )
            + "</div>",
            title="<h1>三つの橋が改修を終えて通行再開</h1>",
            info="<div>2021年5月12日 9時30分</div>",
            head="<title>三つの橋が改修を終えて通行再開 | 清渓新聞</title>",
            after="<div><h2>おすすめ記事</h2><ul>"
            + links(10, "関連する記事の見出しその")
            + "</ul></div>",
        ),
        JA,
    )
    add(
        "korean",
        page(
            "<div>"
            + tags(
                "p",
                KO := (
                    "청계군은 낡은 다리 세 곳의 보수 공사를 마치고 11일 오전부터 통행을 재개했다고 밝혔다.",
                    "세 다리는 모두 1970년대에 놓였으며, 지난해 집중호우 뒤 통행이 금지됐다.",
                    '군수는 "주민 안전을 위해 나머지 다리도 서둘러 점검하겠다"고 말했다.',
                ),
            )
            + "</div>",
            title="<h1>낡은 다리 세 곳 보수 마치고 통행 재개</h1>",
            info="<div>입력 2021.05.12 09:30</div>",
            head="<title>낡은 다리 세 곳 보수 마치고 통행 재개 - 청계신문</title>",
            after="<div><h2>관련기사</h2><ul>"
            + links(10, "다른 기사 제목입니다 번호 ")
            + "</ul></div>",
        ),
        KO,
    )
    add(
        "live blog",
        page(
            "".join(
                f"<div class=item><div class=time>09:{n}0</div><div class=txt>{t}</div></div>"
                for n, t in enumerate(NEWS)
            )
        ),
        tuple(x for n, t in enumerate(NEWS) for x in (f"09:{n}0", t)),
    )
    add(
        "sections with headings",
        page(
            "".join(
                f"<div class=sec><h3>第{n}座桥的故事与变迁</h3><p>{t}</p><p>{t[:30]}。</p></div>"
                for n, t in enumerate(NEWS)
            )
        ),
        tuple(x for n, t in enumerate(NEWS) for x in (f"第{n}座桥的故事与变迁", t, t[:30] + "。")),
    )
    add(
        "question and answer",
        page("<div>" + "".join(f"<p>问：{t[:20]}？</p><p>答：{t}</p>" for t in NEWS) + "</div>"),
        tuple(x for t in NEWS for x in (f"问：{t[:20]}？", f"答：{t}")),
    )
    add(
        "definition list",
        page("<dl>" + "".join(f"<dt>{t[:6]}</dt><dd>{t}</dd>" for t in NEWS) + "</dl>"),
        tuple(x for t in NEWS for x in (t[:6], t)),
    )
    add("article in iframe fallback form", page(f"<form><input type=hidden name=a>{P}</form>"))
    add(
        "center and font",
        f"<title>{TITLE}</title><center><font size=5>{TITLE}</font></center><center>{INFO}</center><font>"
        + "".join(f"<p>　　{t}" for t in NEWS)
        + "</font><hr><center>版权所有 清溪在线</center>",
    )
    add("pre", page("<pre>" + "\n".join("　　" + t for t in NEWS) + "</pre>"))
    add(
        "abstract box",
        page(f"<div class=zhaiyao>摘要：{NEWS[0][:40]}</div><div class=txt>{P}</div>"),
    )
    add(
        "tags below", page(f"<div>{P}<div>标签： <a href=1>桥梁</a> <a href=2>交通</a></div></div>")
    )
    add(
        "qr and app promo below",
        page(f"<div>{P}<p><img src=qr.png></p><p>扫描二维码，关注清溪发布</p></div>"),
    )
    add(
        "figures of charts between",
        page(
            "<div>"
            + "".join(
                f"<p>{t}</p><p><img src={n}.jpg></p><p>图为现场。李四 摄</p>"
                for n, t in enumerate(NEWS)
            )
            + "</div>"
        ),
        tuple(x for t in NEWS for x in (t, "图为现场。李四 摄")),
    )
    add(
        "comment word in class of the body",
        page(f"<div class='comment-content news_comment'>{P}</div>"),
    )
    add("body in li", page("<ul>" + "".join(f"<li>{t}</li>" for t in NEWS) + "</ul>"))
    add(
        "footer in sentence",
        page(
            "<div>" + P + "<p>联系我们，了解更多桥梁知识，也欢迎您到现场走一走，看一看。</p></div>"
        ),
        (*NEWS, "联系我们，了解更多桥梁知识，也欢迎您到现场走一走，看一看。"),
    )
    add(
        "starts with 分享",
        page(
            "<div><p>分享是一种美德，老张把修桥的故事讲给孩子们听，孩子们听得入神。</p>"
            + P
            + "</div>"
        ),
        ("分享是一种美德，老张把修桥的故事讲给孩子们听，孩子们听得入神。", *NEWS),
    )
    add(
        "starts with 更多",
        page(
            "<div><p>更多新桥正在规划。</p>"
            + P
            + "<p>更多精彩活动将在下月举行。</p><p>“下一条路修到哪，我们就走到哪。”老张说。</p></div>"
        ),
        (
            "更多新桥正在规划。",
            *NEWS,
            "更多精彩活动将在下月举行。",
            "“下一条路修到哪，我们就走到哪。”老张说。",
        ),
    )
    add(
        "statement in the middle",
        page(
            "<div>"
            + tags("p", NEWS[:3])
            + "<p>声明：以上数据由县交通局提供，未经核实请勿外传。</p>"
            + tags("p", NEWS[3:])
            + "</div>"
        ),
        (*NEWS[:3], "声明：以上数据由县交通局提供，未经核实请勿外传。", *NEWS[3:]),
    )
    add(
        "traditional",
        page(
            "<div>"
            + tags(
                "p",
                T := (
                    "〔記者李四／清溪報導〕清溪縣三座老橋完成加固改造，昨日上午恢復通車，居民莫不稱便。",
                    "縣府表示，三座橋均建於民國六十年代，橋面狹窄，去年颱風後封閉整修，總經費一千兩百萬元。",
                ),
            )
            + "<p>相關新聞請見：<a href=1>清溪大橋</a></p></div>",
            title="<h1>三座老橋恢復通車 居民稱便</h1>",
            info="<div>2021/05/12 05:30</div>",
            head="<title>三座老橋恢復通車 居民稱便 - 清溪時報</title>",
        ),
        T,
    )
    return made


SITE_SHAPES = _shapes()
