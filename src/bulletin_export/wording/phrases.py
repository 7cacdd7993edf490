"""Parts of sentences: what a message gives as its reason or its advice."""

from collections.abc import Mapping

from bulletin_export.wording.wording import Wording

PHRASES: Mapping[str, Wording] = {
    # Documents of the house.
    "not-docx": Wording(
        "{suffix} is another kind of file, or one with macros", "{suffix} 是另一种文件或含有宏"
    ),
    "is-empty": Wording("it is empty", "文件为空"),
    "locked-or-old": Wording(
        "it is locked with a password, or of the old kind .doc", "已加密，或是旧式 .doc 文件"
    ),
    "parts-twice": Wording("parts of it have the same name", "其中有同名的部分"),
    "has-macros": Wording("it holds macros", "其中含有宏"),
    "is-strict": Wording("it is a Strict Open XML document", "它是“Strict Open XML 文档”"),
    "unknown-placeholder": Wording("there is no such placeholder", "没有这个占位符"),
    "unclosed-placeholder": Wording(
        "a placeholder begins or ends here and has no other half", "占位符不完整，缺少另一半"
    ),
    "write-two-braces": Wording(
        "two braces before, two behind: {{{{title}}}}", "前后各写两个花括号，如 {{{{title}}}}"
    ),
    "placeholder-not-alone": Wording("it needs a paragraph of its own", "它必须独占一段"),
    "placeholder-only-in-text": Wording(
        "it can stand only in the text or in a table of the text",
        "它只能放在正文或正文的表格中",
    ),
    "placeholder-twice": Wording("it stands there twice", "它出现了两次"),
    "no-body": Wording(
        "there are placeholders, and none for the text", "有占位符，却没有放置正文的占位符"
    ),
    "move-placeholder": Wording(
        "put it into an empty paragraph of the text, once", "请放入正文的一个空段落，且只放一次"
    ),
    "add-body": Wording(
        "write {{{{body}}}} where the articles shall stand", "请在文章的位置写 {{{{body}}}}"
    ),
    "part-text": Wording("text", "正文"),
    "part-header": Wording("header {number}", "页眉{number}"),
    "part-footer": Wording("footer {number}", "页脚{number}"),
    "part-footnotes": Wording("footnotes", "脚注"),
    "part-endnotes": Wording("endnotes", "尾注"),
    "place-paragraph": Wording("{part}, paragraph {number}", "{part}第{number}段"),
    "place-cell": Wording(
        "{part}, table {table}, row {row}, cell {cell}",
        "{part}，表格{table}第{row}行第{cell}格",
    ),
    "place-box": Wording("{part}, in a text box", "{part}，文本框内"),
    # Publications that a format cannot hold.
    "known-encodings": Wording(
        "known: utf-8, gb18030, gbk, big5, big5hkscs, shift_jis, euc-jp, euc-kr, utf-16, …",
        "例如：utf-8、gb18030、gbk、big5、big5hkscs、shift_jis、euc-jp、euc-kr、utf-16",
    ),
    # What a source is that only names other places.
    "feed": Wording("feed", "订阅源"),
    "sitemap": Wording("sitemap", "网站地图"),
    "sitemap-index": Wording("list of sitemaps", "网站地图索引"),
    "subscriptions": Wording("list of feeds", "订阅列表"),
    "list-page": Wording("page of headlines", "列表页"),
    "no-articles": Wording("it holds no article", "其中没有文章"),
    "nested-too-deeply": Wording(
        "lists, quotes, tables or notes nest too deeply", "列表、引文、表格或注释嵌套过深"
    ),
    "no-character": Wording("{character} is no character", "{character} 不是字符"),
    # Reasons of the operating system.
    "no-such-file": Wording("there is no such file", "文件不存在"),
    "permission-denied": Wording("permission denied", "没有权限"),
    "is-a-folder": Wording("it is a folder", "这是一个文件夹"),
    "not-a-folder": Wording("a part of the path is no folder", "路径中有一部分不是文件夹"),
    "disk-full": Wording("no space left on the disk", "磁盘空间不足"),
    "read-only-disk": Wording("the disk is read-only", "磁盘只读"),
    "name-too-long": Wording("the name is too long", "文件名过长"),
    "closed": Wording("it is closed", "已关闭"),
    "name-not-encodable": Wording(
        "file names of this system cannot hold these characters", "系统的文件名不支持这些字符"
    ),
    # Pictures beside the page.
    "no-base": Wording("the page does not lie in a folder", "网页不在文件夹中"),
    "picture-outside": Wording(
        "only pictures beside the page or one folder above it are read",
        "只读取网页旁边或上一级文件夹内的图片",
    ),
    "picture-scheme": Wording("addresses of this kind are not read", "不读取这种地址"),
    # Addresses and the network.
    "network-off": Wording("the network is off", "网络默认关闭"),
    "not-of-the-web": Wording(
        "only addresses with http and https are fetched", "只抓取 http 和 https 网址"
    ),
    "no-host": Wording("there is no host in it", "网址中没有主机名"),
    "bad-host": Wording("{host} cannot be a host", "{host} 不是有效的主机名"),
    "bad-port": Wording("its port is no port", "端口无效"),
    "password-inside": Wording(
        "names and passwords inside addresses are not sent", "不发送网址中的用户名和密码"
    ),
    "host-unknown": Wording("there is no host {host}", "没有主机 {host}"),
    "connection-refused": Wording("the host {host} refused", "主机 {host} 拒绝连接"),
    "timed-out": Wording(
        "no whole answer came in {seconds} seconds", "{seconds} 秒内没有收到完整的回应"
    ),
    "cut-off": Wording("the connection was cut off", "连接中断"),
    "bad-certificate": Wording(
        "the host does not prove who it is: {detail}", "主机未能证明身份：{detail}"
    ),
    "not-http": Wording("the answer is no HTTP: {detail}", "回应不是 HTTP：{detail}"),
    "bad-compression": Wording("its compression is damaged", "压缩数据已损坏"),
    "status": Wording("the server answered {status}", "服务器回应 {status}"),
    "status-forbidden": Wording(
        "the server does not give it to programs or strangers ({status})",
        "服务器不对程序或访客提供（{status}）",
    ),
    "status-not-found": Wording("there is no such page ({status})", "没有这个网页（{status}）"),
    "status-too-often": Wording("the server asks to wait ({status})", "服务器要求等待（{status}）"),
    "status-failing": Wording("the server is failing ({status})", "服务器出错（{status}）"),
    "redirects": Wording("more than {limit} redirects", "跳转超过 {limit} 次"),
    "content-type": Wording("it is {media_type}", "内容类型为 {media_type}"),
    "answer-too-large": Wording("it has more than {limit} bytes", "超过 {limit} 字节"),
    "picture-budget": Wording(
        "an article gets no more than {count} pictures or {limit} bytes of them",
        "每篇文章最多取 {count} 张图片、共 {limit} 字节",
    ),
    "private-host": Wording(
        "{host} leads into a private network ({ip})", "{host} 指向内部网络（{ip}）"
    ),
    "robots": Wording(
        "the site’s robots.txt asks programs to stay away", "网站的 robots.txt 要求程序不要访问"
    ),
    "robots-unreachable": Wording(
        "the site’s robots.txt could not be had, so nothing may be taken",
        "无法取得网站的 robots.txt，因此不能抓取",
    ),
    "too-many-pages": Wording("it has more than {limit} pages", "超过 {limit} 页"),
    "page-is-shorter": Wording(
        "the page there says less than the summary", "该网页的内容比摘要还少"
    ),
    "no-link": Wording("it has no link", "没有链接"),
    # Pages.
    "bytes": Wording("bytes", "字节"),
    "characters": Wording("characters", "个字符"),
    "too-many-tags": Wording("it has more than {limit} tags", "标签超过 {limit} 个"),
    "too-many-attributes": Wording("it has more than {limit} attributes", "属性超过 {limit} 个"),
    "not-text-at-all": Wording("its bytes are not text", "其中的字节不是文字"),
    "declares-entities": Wording(
        "it declares entities of its own (<!ENTITY …>), which are never expanded",
        "其中自行声明了实体（<!ENTITY …>），这类声明一律不展开",
    ),
    "nests-without-end": Wording("it nests without end", "嵌套没有尽头"),
    "no-element": Wording("there is no element in it", "其中没有任何元素"),
    # Word documents.
    "no-word-document": Wording("it is no Word document", "不是 Word 文档"),
    "part-missing": Wording("{part} is not in it", "其中缺少 {part}"),
    "part-broken": Wording("{part} in it is damaged", "其中的 {part} 已损坏"),
    "part-declares": Wording(
        "{part} in it declares entities, which no Word document may",
        "其中的 {part} 声明了实体，Word 文档不允许",
    ),
    "in-part": Wording("{part}", "{part}"),
    "in-paragraph": Wording("{part}, paragraph {number}", "{part} 第 {number} 段"),
    "in-words": Wording("{part}, paragraph {number} “{words}”", "{part} 第 {number} 段“{words}”"),
    "kind-relationship": Wording("relationship", "关系"),
    "kind-style": Wording("style", "样式"),
    "kind-list": Wording("list", "编号"),
    "kind-footnote": Wording("footnote", "脚注"),
    "kind-endnote": Wording("endnote", "尾注"),
    "kind-comment": Wording("comment", "批注"),
    # Containers.
    "no-pages": Wording("there is no page in it", "其中没有网页"),
    "not-in-container": Wording("it is not in the file of the page", "网页所在的文件中没有它"),
    "unpacks-without-end": Wording(
        "it unpacks to far more than it can honestly hold", "解压后的体积远超正常范围"
    ),
    "too-many-parts": Wording("it has more parts than anybody saves", "包含的部分过多"),
    "encrypted": Wording("it is locked with a password", "已加密"),
    "packed-unusually": Wording(
        "it is packed in a way that is not read (method {method})", "不支持的压缩方式（{method}）"
    ),
    "coded-unusually": Wording(
        "it was sent packed as {coding}; for br, pip install brotli helps",
        "传输时以 {coding} 压缩；br 可安装软件包 brotli 后读取",
    ),
    "broken-record": Wording(
        "the record at byte {place} is broken", "第 {place} 字节处的记录已损坏"
    ),
    "broken-records": Wording("hardly a record in it is whole", "几乎没有完整的记录"),
    "no-zip": Wording(
        "it is no whole ZIP archive; it may have been cut off", "不是完整的 ZIP 压缩包，可能被截断"
    ),
    "part-damaged": Wording("it is damaged and cannot be unpacked", "已损坏，无法解开"),
    "not-base64": Wording("its address is no base 64", "其地址不是合格的 base64 编码"),
    "bad-json": Wording("as JSON it is faulty: {detail}", "JSON 有误：{detail}"),
    # Pictures and faces.
    "picture-damaged": Wording("its data is damaged", "其数据已损坏"),
    "picture-kind": Wording("it is not a picture of a known kind", "它不是已知类型的图片"),
    "drawing-invalid": Wording("the drawing is invalid", "矢量图无效"),
    "drawing-costly": Wording("drawing it takes too much", "绘制它耗费过多"),
    "drawing-malformed": Wording("the markup is not well-formed", "其标记格式不正确"),
    "picture-cut": Wording("it has no end", "它没有结尾"),
    "picture-head-cut": Wording("the header is cut off", "文件头不完整"),
    "picture-empty": Wording("it has no extent", "它没有大小"),
    "picture-undecodable": Wording("it cannot be decoded", "无法解码"),
    "picture-pixels": Wording("it has too many pixels", "像素过多"),
    "picture-head-damaged": Wording("the header is damaged", "文件头已损坏"),
    "font-not-embeddable": Wording("its maker forbids embedding", "其制作者禁止嵌入"),
    "font-unreadable": Wording("it cannot be read", "无法读取"),
    "font-no-face": Wording("it holds no such face", "其中没有这款字体"),
    "drawing-too-long": Wording("more than {limit} bytes of markup", "标记超过 {limit} 字节"),
    "no-items": Wording("there is no news item in it", "其中没有新闻条目"),
    "empty-page": Wording("it is empty", "内容为空"),
    "nothing-shown": Wording(
        "the page shows neither text nor pictures", "页面上既没有文字，也没有图片"
    ),
    "empty-publication": Wording("the publication is empty", "文档中没有文章"),
    # Templates.
    "unknown-key": Wording("there is no such key", "没有这个键"),
    "unknown-field": Wording("there is no field {field}", "没有字段 {field}"),
    "bad-braces": Wording("a brace is not closed", "花括号没有配对"),
    "bad-toml": Wording("line {line} is no TOML: {detail}", "第 {line} 行不是 TOML：{detail}"),
    "not-text": Wording("the file is not UTF-8 text", "文件不是 UTF-8 文本"),
    "wrong-kind": Wording("{value} is not possible here", "此处不能写 {value}"),
    "out-of-range": Wording("{value} is out of range", "{value} 超出范围"),
    "extends-itself": Wording("it extends itself: {chain}", "循环继承：{chain}"),
    "no-room": Wording("margins and columns leave no room for text", "页边距和分栏使版心没有空间"),
    "did-you-mean": Wording(
        "did you mean {near}? known: {known}", "是否想写 {near}？可用：{known}"
    ),
    "known": Wording("known: {known}", "可用：{known}"),
    "wanted-length": Wording(
        'write a length such as "25mm", "12pt" or "小四"', '请写长度，如 "25mm"、"12pt" 或“小四”'
    ),
    "wanted-key-and-value": Wording(
        "write KEY=VALUE, the key as in a template: page.size=A5",
        "请写成 键=值，键与模板中相同：page.size=A5",
    ),
    "wanted-measure": Wording(
        'write a length such as "2em", "1line", "12pt" or "5mm"',
        '请写长度，如 "2em"、"1line"、"12pt" 或 "5mm"',
    ),
    "wanted-bool": Wording("write true or false", "请写 true 或 false"),
    "wanted-int": Wording("write a whole number", "请写整数"),
    "wanted-float": Wording("write a number", "请写数字"),
    "wanted-str": Wording('write text in quotes: "…"', '请写带引号的文字："…"'),
    "wanted-list": Wording('write a list: ["…", "…"]', '请写列表：["…", "…"]'),
    "wanted-table": Wording("write a table: [{key}]", "请写成一节：[{key}]"),
    "wanted-colour": Wording('write a colour as "#RRGGBB"', '请写颜色，如 "#RRGGBB"'),
    "wanted-positive": Wording("write a value above zero", "请写大于零的值"),
    "wanted-not-negative": Wording("write zero or more", "请写零或更大的值"),
    "wanted-smaller-margins": Wording(
        "make the margins or the number of columns smaller", "请减小页边距或栏数"
    ),
    "wanted-file": Wording("check the path and its permissions", "请检查路径和访问权限"),
    "wanted-toml": Wording(
        "correct that line; text stands in quotes", "请改正这一行；文字要加引号"
    ),
    "ledger-busy": Wording("another run has not let go of it", "另一个任务一直占用"),
    "no-ledger": Wording("it is no ledger of issue numbers", "不是期号账本"),
    "newer-ledger": Wording("a newer version of the program made it", "由更新版本的程序建立"),
    "line-and-key": Wording("line {line}, {key}: ", "第 {line} 行，{key}："),
    "line-alone": Wording("line {line}: ", "第 {line} 行："),
    "key-missing": Wording("{key} is missing", "缺少 {key}"),
    "wanted-key": Wording("add a line: {key} = …", "请加一行：{key} = …"),
    "wanted-tables": Wording("write it as tables: [[{key}]]", "请写成若干节：[[{key}]]"),
    "wanted-issue-file": Wording(
        "bulletin-export new briefing NAME writes one to fill in",
        "可用 bulletin-export new briefing 名称 生成一份再填写",
    ),
    "unreadable-file": Wording("{file}: {reason}", "{file}：{reason}"),
    "no-picture": Wording("{file} is no picture that can be used", "{file} 不是可用的图片"),
    "wanted-picture": Wording(
        "name a PNG or JPEG file, or write drawn or none",
        "请指定 PNG、JPEG 文件，或写 drawn、none",
    ),
    "wanted-other-base": Wording("extend another template", "请改用其他底本"),
    # Rules for sites.
    "is-missing": Wording("it is missing", "缺少这一项"),
    "wanted-host": Wording(
        'write the name of the site: host = "news.example.cn"',
        '请写网站的域名：host = "news.example.cn"',
    ),
    "wanted-selector": Wording(
        "known: tag, #id, .class, [name=value], a blank or > between them, commas",
        "可用：标签、#id、.class、[名=值]，其间用空格或 >，多个用逗号",
    ),
    "wanted-rules": Wording(
        "give a folder with one .toml file for each site",
        "请给出一个文件夹，每个站点一个 .toml 文件",
    ),
    # The command line.
    "use-a-folder": Wording(
        "there are several articles: give a folder, or use bundle to put them into one file",
        "文章不止一篇：请给出文件夹，或用 bundle 编成一个文件",
    ),
    "one-format": Wording(
        "a file has one format; give a folder for several", "一个文件只有一种格式；多种请给文件夹"
    ),
    "one-input": Wording("give exactly one page", "请只给一个网页"),
    "ending-says": Wording("its ending says {format}", "它的后缀表示 {format}"),
    "split-elsewhere": Wording(
        "a book that grows stays one: name the volumes with -o",
        "续编的书不能就地分册，请用 -o 指定分册文件名",
    ),
    "size-like": Wording("a size like 50MB", "大小，如 50MB"),
    "only-books-grow": Wording("only an EPUB can grow", "只有 EPUB 可以续编"),
    "no-target": Wording(
        "say where to write: -o FILE, or --append BOOK", "请指定输出：-o 文件，或 --append 书"
    ),
    "known-endings": Wording("end the name in one of {known}", "文件名请以 {known} 之一结尾"),
    "whole-number-above-zero": Wording("a whole number above zero", "大于零的整数"),
    "seconds-since-1970": Wording(
        "whole seconds since 1970, from 0 to 253402300799",
        "自 1970 年起的整秒数，0 到 253402300799",
    ),
    "error": Wording("error", "错误"),
    "warning": Wording("warning", "警告"),
    "info": Wording("note", "提示"),
    "and-more": Wording("{message} (and {count} more)", "{message}（另有 {count} 条同类）"),
    "no-such-option": Wording("there is no option {name}", "没有选项 {name}"),
    "no-such-option-but": Wording(
        "there is no option {name}; did you mean {near}?", "没有选项 {name}，是否想写 {near}？"
    ),
    "no-such-command-but": Wording(
        "there is no command {name}; did you mean {near}?", "没有命令 {name}，是否想写 {near}？"
    ),
    "no-such-command": Wording("there is no command {name}", "没有命令 {name}"),
    "missing-argument": Wording("{name} is missing", "缺少 {name}"),
    "missing-value": Wording("{name} needs a value", "{name} 需要一个值"),
    "extra-argument": Wording("too many arguments: {name}", "参数过多：{name}"),
    "wrong-call": Wording("{detail}", "{detail}"),
    # Labels of inspect, formats and fonts.
    "reader": Wording("reader", "读取"),
    "writer": Wording("writer", "写出"),
    "built-in": Wording("built in", "内置"),
    "title": Wording("title", "标题"),
    "kicker": Wording("kicker", "引题"),
    "subtitle": Wording("subtitle", "副题"),
    "date": Wording("date", "日期"),
    "source": Wording("source", "来源"),
    "author": Wording("author", "作者"),
    "editor": Wording("editor", "责任编辑"),
    "photographer": Wording("photographer", "摄影"),
    "site": Wording("site", "网站"),
    "section": Wording("section", "栏目"),
    "views": Wording("views", "浏览量"),
    "url": Wording("address", "网址"),
    "language": Wording("language", "语言"),
    "next_page": Wording("next page", "下一页"),
    "changes": Wording("changes: {count}", "改动：{count} 处"),
}
