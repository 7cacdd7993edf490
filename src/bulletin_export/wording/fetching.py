"""Sentences about addresses, the network, and what follows a page."""

from collections.abc import Mapping

from bulletin_export.wording.wording import Wording

WORDINGS: Mapping[str, Wording] = {
    "network-refused": Wording(
        "{address} was not fetched: the network is off",
        "未抓取 {address}：网络默认关闭",
        "--fetch allows it (fetch=True in a script); or save it first and give the file",
        "加 --fetch 即可抓取（脚本中用 fetch=True）；也可先保存为文件再转换",
    ),
    "invalid-address": Wording(
        "{address} was not fetched: {reason}",
        "未抓取 {address}：{reason}",
        "write it as a browser shows it: https://…",
        "请按浏览器地址栏的写法给出网址：https://…",
    ),
    "unreachable": Wording(
        "{address} could not be fetched: {reason}",
        "无法抓取 {address}：{reason}",
        "check the address and the connection, then try again",
        "请检查网址和网络连接后重试",
    ),
    "bad-status": Wording(
        "{address} could not be fetched: {reason}",
        "无法抓取 {address}：{reason}",
        "open it in a browser; what is shown only there can be saved and given as a file",
        "请用浏览器打开看看；只有浏览器能看到的，可保存为文件再转换",
    ),
    "too-many-redirects": Wording(
        "{address} could not be fetched: {reason}",
        "无法抓取 {address}：{reason}",
        "open it in a browser and take the address where it ends",
        "请用浏览器打开，取最终的网址",
    ),
    "wrong-content": Wording(
        "{address} was not fetched: {reason}",
        "未抓取 {address}：{reason}",
        "give the address of a page, a feed or a sitemap",
        "请给出网页、订阅源或网站地图的网址",
    ),
    "too-much-content": Wording(
        "{address} was not fetched: {reason}",
        "未抓取 {address}：{reason}",
        "save it with a browser and give the file",
        "请用浏览器保存为文件再转换",
    ),
    "private-address": Wording(
        "{address} was not fetched: {reason}",
        "未抓取 {address}：{reason}",
        "--allow-private allows it; do so for pages you trust only",
        "加 --allow-private 可以抓取；请只对可信的网页使用",
    ),
    "robots-refused": Wording(
        "{address} was not fetched: {reason}",
        "未抓取 {address}：{reason}",
        "ask the site; with its leave, --ignore-robots fetches it",
        "请征得网站同意；获准后可加 --ignore-robots",
    ),
    "image-missing": Wording(
        "picture {image} was not found; its description is printed instead",
        "找不到图片 {image}；已改为印出文字说明",
        "put the picture beside the page, or let it be fetched with --fetch, and convert again",
        "请把图片放在网页旁边，或加 --fetch 抓取，然后重新转换",
    ),
    "image-not-fetched": Wording(
        "picture {image} was not fetched: {reason}; its description is printed instead",
        "未抓取图片 {image}：{reason}；已改为印出文字说明",
        "save the picture beside the page and convert again; what robots.txt or a private network "
        "forbids, --ignore-robots and --allow-private allow",
        "请把图片保存在网页旁边后重新转换；若为 robots.txt 或内部网络所限，"
        "可加 --ignore-robots 或 --allow-private",
    ),
    "cache-unusable": Wording(
        "nothing fetched can be kept in {folder}: {reason}",
        "抓取的内容无法保存在 {folder}：{reason}",
        "--cache names another folder",
        "可用 --cache 另给文件夹",
    ),
    "next-page-missing": Wording(
        "the next page {address} could not be had; the article ends before it: {reason}",
        "无法取得下一页 {address}，文章到此为止：{reason}",
        "save that page beside the first, or let it be fetched with --fetch",
        "请把该页保存在第一页旁边，或加 --fetch 抓取",
    ),
    "next-page-joined": Wording(
        "the next page {address} was joined",
        "已接上后续的一页 {address}",
    ),
    "is-a-next-page": Wording(
        "the page was joined to {source} and makes no document of its own",
        "该页已接到 {source}，不再单独成篇",
    ),
    "summary-kept": Wording(
        "there is only the summary; the article at {address} could not be had: {reason}",
        "只有摘要；无法取得 {address} 的全文：{reason}",
        "open the address in a browser, save the page and convert the file",
        "请用浏览器打开该网址，保存网页后再转换",
    ),
    "lists-nest": Wording(
        "lists name lists more than {limit} deep; {source} was not followed",
        "列表层层相套超过 {limit} 层；未再跟进 {source}",
    ),
}
