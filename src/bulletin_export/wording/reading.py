"""Sentences about sources, readers, extraction, cleaning and pictures."""

from collections.abc import Mapping

from bulletin_export.wording.wording import Wording

WORDINGS: Mapping[str, Wording] = {
    "unreadable-source": Wording(
        "cannot read {source}: {reason}",
        "无法读取 {source}：{reason}",
        "check the path and its permissions",
        "请检查路径和访问权限",
    ),
    "unsupported-source": Wording(
        "{source}: no reader for {media_type}",
        "{source}：没有能读取 {media_type} 的读取器",
        "readers: {known}",
        "现有读取器：{known}",
    ),
    "malformed-source": Wording(
        "{source} is not what it claims to be: {reason}",
        "{source} 的内容与其声明不符：{reason}",
        "open it in a browser or an editor and look",
        "请用浏览器或编辑器打开核对",
    ),
    "no-article": Wording(
        "{source} holds no article: {reason}",
        "{source} 中没有文章：{reason}",
        "open it in a browser: is the text there without scripts?",
        "请用浏览器打开：关闭脚本后还能看到正文吗？",
    ),
    "only-links": Wording(
        "{source} is a {kind}: it names {count} places and holds no article",
        "{source} 是{kind}：列有 {count} 个链接，本身没有文章",
        "“inspect” lists the links; --fetch takes what a sitemap or a list of feeds names",
        "可用 inspect 列出链接；加 --fetch 可抓取网站地图或订阅列表所列的内容",
    ),
    "source-too-large": Wording(
        "{source} is too large: {size} {unit}, the limit is {limit}",
        "{source} 太大：{size} {unit}，上限为 {limit} {unit}",
        "split it",
        "请拆分文件",
    ),
    "json-recovered": Wording(
        "the JSON is broken near character {place}; {count} entries were recovered",
        "第 {place} 个字符附近的 JSON 有误，已恢复 {count} 个条目",
        "compare with the feed; some entries may be missing",
        "请与原文件核对：可能缺少条目",
    ),
    "chapter-edited": Wording(
        "{file} was edited since the book was made; it is read as it now stands",
        "{file} 在成书后被改动过，按现有内容读取",
        "check its tables and notes: what XHTML cannot say is lost",
        "请核对其中的表格和注释：XHTML 无法表达的信息已不可得",
    ),
    "article-same-page": Wording(
        "from the same page as “{other}”, which the book has; left out",
        "与书中《{other}》出自同一页面，未再收入",
    ),
    "article-same-text": Wording(
        "the same text as “{other}”, which the book has; left out",
        "与书中《{other}》正文相同，未再收入",
    ),
    "article-similar": Wording(
        "{percent} % of its text also stands in “{other}”; both were kept",
        "与《{other}》有 {percent}% 的文字相同，两篇均保留",
        "leave one of them out if they tell the same",
        "如属同一稿件，请去掉其中一篇",
    ),
    "summary-only": Wording(
        "{count} of {total} entries give a summary only",
        "{total} 个条目中有 {count} 个只有摘要",
        "the whole text stands behind the link of each",
        "全文请见各条目的链接",
    ),
    "entry-flattened": Wording(
        "the markup of an entry cannot be read ({reason}); its words were kept",
        "有一个条目的标记无法解析（{reason}），只保留了文字",
        "compare with the feed",
        "请与原文件核对",
    ),
    "image-fitted": Wording(
        "picture {image}: {before} became {after}",
        "图片 {image}：{before} 已转为 {after}",
    ),
    "book-large": Wording(
        "the book has {size} MB; {profile} takes {limit}",
        "全书 {size} MB，{profile} 的上限为 {limit} MB",
        "divide it: --split-by month, or --split-size {limit}MB",
        "请分册：--split-by month，或 --split-size {limit}MB",
    ),
    "volume-large": Wording(
        "a volume has {size} bytes, more than {limit}: it holds a single article",
        "有一册为 {size} 字节，超过 {limit}：册中只有一篇文章",
    ),
    "image-broken": Wording(
        "picture {image} cannot be used: {reason}",
        "图片 {image} 无法使用：{reason}",
        "open the picture and save it again as PNG or JPEG",
        "请打开图片，另存为 PNG 或 JPEG",
    ),
    "bytes-unreadable": Wording(
        "{count} places could not be read as {encoding}; U+FFFD stands there",
        "有 {count} 处无法按 {encoding} 解码，以 U+FFFD 代替",
        "compare with the page; the file may be cut or mixed",
        "请与原网页核对：文件可能被截断或混有多种编码",
    ),
    "characters-lost": Wording(
        "{count} characters were lost before the source was saved; U+FFFD stands there",
        "来源保存前已丢失 {count} 个字符，原文此处为 U+FFFD",
        "get the source again from its site, if the text is whole there",
        "如原网站的文字完整，请重新获取",
    ),
    "text-double-decoded": Wording(
        "“{example}” looks like {right} that was once read as {wrong} and saved so",
        "“{example}”疑为 {right} 文字曾按 {wrong} 误读后保存",
        "it would read “{reading}”; get the source again from its site",
        "应读作“{reading}”；请从原网站重新获取",
    ),
    "text-restorable": Wording(
        "the whole text can be turned back without loss: written as {wrong}, it is {right}",
        "全文可以无损还原：按 {wrong} 写出，再按 {right} 读取",
        "for instance: iconv -f UTF-8 -t {wrong} OLD > NEW, then --encoding {right}",
        "例如：iconv -f UTF-8 -t {wrong} 旧文件 > 新文件，再加 --encoding {right}",
    ),
    "xml-recovered": Wording(
        "the XML is not well formed at line {line} ({detail}); what could be read was kept",
        "第 {line} 行的 XML 格式不正确（{detail}），已保留能读出的内容",
        "compare with the source; something near that line may be missing",
        "请与来源核对：该行附近可能有缺失",
    ),
    "invalid-site-rule": Wording(
        "site rule {file}: {key}: {reason}",
        "站点规则 {file}：{key}：{reason}",
        "{advice}",
        "{advice}",
    ),
    "site-rule-unmatched": Wording(
        "the rule {rule} does not fit this page: {key} = “{selector}” finds nothing",
        "规则 {rule} 与本页不符：{key} = “{selector}”没有找到内容",
        "the general way was gone; look whether the site has changed",
        "已改用通用方法；请查看网站是否改版",
    ),
    "body-guessed": Wording(
        "no part of the page is plainly the article; the text below the headline was taken",
        "网页中没有明显的正文区，已取标题下方的文字",
        "compare with the page",
        "请与原网页核对",
    ),
    "metadata-contradiction": Wording(
        "the page prints {field} “{printed}”, {place} says “{other}”; the printed one was taken",
        "{field} 一项，网页印的是“{printed}”，而 {place} 写的是“{other}”，已取印出的",
        "compare with the page",
        "请与原网页核对",
    ),
    "media-linked": Wording(
        "{kind} {address} cannot be printed; a link stands in its place",
        "{kind} {address} 无法印出，以链接代替",
    ),
    "media-dropped": Wording(
        "{kind} {address} cannot be printed and has no address to link to",
        "{kind} {address} 无法印出，也没有可链接的地址",
    ),
    "quote-without-partner": Wording(
        "a straight quotation mark without a partner was left in “{text}…”",
        "“{text}…”中有不成对的直引号，未改动",
    ),
    "comma-in-address": Wording(
        "the comma after {address} may belong to the sentence; it was left alone",
        "网址 {address} 后的逗号可能属于正文，未改动",
    ),
    "character-doubtful": Wording(
        "{count} different characters stand for lost or private ones: {characters}",
        "有 {count} 种表示缺失或私用的字符：{characters}",
        "compare with the page",
        "请与原网页核对",
    ),
    "editors-note": Wording(
        "note to editors, not printed: {note}",
        "编者须知（不印出）：{note}",
    ),
    "not-for-release": Wording(
        "its agency has marked it {status}, until {until}",
        "通讯社已将其标为 {status}，至 {until}",
        "do not publish before that",
        "在此之前请勿发表",
    ),
    "body-missing": Wording(
        "it has a headline and no text; what else is known of it is printed",
        "只有标题，没有正文；已印出其他已知内容",
        "the text may stand at its address",
        "正文可能在其网址上",
    ),
    "item-without-text": Wording(
        "{kind} {name} is knowledge or a plan, no news, and was passed over",
        "{kind} {name} 是概念或计划，不是新闻，已略过",
    ),
    "file-cut-off": Wording(
        "the file ends before its last part does; something of the page may be missing",
        "文件在最后一个部分结束之前中断，网页内容可能不全",
        "save or copy it again",
        "请重新保存或复制该文件",
    ),
    "part-unreadable": Wording(
        "a part was left out: {reason}",
        "已略去一个部分：{reason}",
        "the other parts were read; open the container with the program that made it and look",
        "其余部分已读取；请用生成该文件的程序打开核对",
    ),
    "records-passed-over": Wording(
        "records that are neither page nor picture, or doubled: {kinds}",
        "略过了非网页、非图片或重复的记录：{kinds}",
    ),
}
