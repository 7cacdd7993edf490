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
        "“inspect” lists the links; convert the pages they lead to",
        "可用 inspect 列出链接，再转换所指的网页",
    ),
    "source-too-large": Wording(
        "{source} is too large: {size} {unit}, the limit is {limit}",
        "{source} 太大：{size} {unit}，上限为 {limit} {unit}",
        "split it",
        "请拆分文件",
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
    "body-guessed": Wording(
        "no part of the page is plainly the article; the text below the headline was taken",
        "网页中没有明显的正文区，已取标题下方的文字",
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
}
