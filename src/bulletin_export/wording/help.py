"""What the command line says about itself."""

from collections.abc import Mapping

from bulletin_export.wording.wording import Wording

HELP: Mapping[str, Wording] = {
    "program": Wording(
        "Chinese-language bulletins from HTML into Word, PDF and EPUB.",
        "把网页上的中文稿件转成 Word、PDF 和 EPUB。",
    ),
    "convert": Wording(
        "Convert each article into a document of its own. INPUT is a file, a folder, a pattern, "
        "an address (https://…) or - for the standard input.",
        "把每篇文章转成一份文档。INPUT 可以是文件、文件夹、通配符、网址或 -（标准输入）。",
    ),
    "bundle": Wording(
        "Put many articles into one publication, in the given order, with contents.",
        "把多篇文章按所给次序编成一份文档，带目录。",
    ),
    "new": Wording(
        "Write a commented issue file to fill in: briefing, gongwen, clipping, newspaper.",
        "生成带说明的期次文件供填写：briefing 简报、gongwen 公文、clipping 剪报、newspaper 报纸。",
    ),
    "inspect": Wording("Show what is read from a page.", "查看从网页中读到的内容。"),
    "check": Wording(
        "Look for faults in finished Word documents: pictures without alternative text, open "
        "fields and bookmarks, dead links, wrong languages, looks that come from no style.",
        "检查成品 Word 文档：图片缺替代文字、域和书签不成对、链接失效、语言标记有误、"
        "格式没有用样式等。",
    ),
    "formats": Wording("List every reader and writer.", "列出全部读取器和写出器。"),
    "templates": Wording("Look at the templates.", "查看模板。"),
    "templates.list": Wording("List the templates.", "列出模板。"),
    "templates.show": Wording("Print the file of a template.", "印出模板文件。"),
    "fonts": Wording("Look at the typefaces.", "查看字体。"),
    "fonts.list": Wording("List the faces each role is set in.", "列出各角色所用的字体。"),
    "fonts.check": Wording(
        "Tell which characters of a text or page no face has.", "查看文稿中哪些字没有字体。"
    ),
    "fonts.where": Wording("Print the folders where fonts are looked for.", "印出查找字体的位置。"),
    "--encoding": Wording(
        "Encoding of every input (gb18030, big5, …); the bytes tell when it is not given.",
        "输入的编码（gb18030、big5 等）；不给时按内容判断。",
    ),
    "--fetch": Wording(
        "Fetch pictures, next pages, whole articles and what a sitemap names; an address as "
        "INPUT is fetched anyway.",
        "允许抓取图片、后续页、摘要的全文和网站地图所列的网页；INPUT 为网址时总会抓取。",
    ),
    "--follow-pages": Wording(
        "Join the next pages of an article (网页分页).", "接上文章的后续各页（网页分页）。"
    ),
    "--at-most": Wording(
        "Take no more than N of the pages that a sitemap or list names.",
        "网站地图等列表所列的网页最多取 N 个。",
    ),
    "--cache": Wording("Folder to keep what was fetched in.", "保存所抓取内容的文件夹。"),
    "--ignore-robots": Wording(
        "Fetch what a site’s robots.txt asks programs to leave alone.",
        "不理会网站的 robots.txt。",
    ),
    "--allow-private": Wording(
        "Fetch from this machine and from private networks too.", "也抓取本机和内部网络的网址。"
    ),
    "--sites": Wording(
        "Folder of rules for single sites, one .toml file each (see docs/sites.md).",
        "站点规则所在的文件夹，每个站点一个 .toml 文件（见 docs/sites.md）。",
    ),
    "--clean": Wording(
        "Cleaning rules: default, none, all, then +NAME or -NAME (see docs/cleaning.md).",
        "清理规则：default、none、all，再加 +规则名 或 -规则名（见 docs/cleaning.md）。",
    ),
    "--convert": Wording(
        "Convert between simplified and traditional characters (t2s, s2t, s2tw, …).",
        "简繁转换（t2s、s2t、s2tw 等）。",
    ),
    "--config": Wording(
        "File of settings, instead of ./bulletin-export.toml and your own.",
        "配置文件；不给时依次找 ./bulletin-export.toml 和个人配置。",
    ),
    "--to": Wording(
        "Formats, separated by commas (docx, pdf, epub, md, txt, json).",
        "格式，用逗号分隔（docx、pdf、epub、md、txt、json）。",
    ),
    "-o": Wording(
        "Output folder or file; a file's ending picks the format; - is the standard output.",
        "输出文件夹或文件；文件的后缀决定格式；- 为标准输出。",
    ),
    "-o.bundle": Wording(
        "Output file; its ending picks the format. May be given several times.",
        "输出文件，后缀决定格式；可多次给出。",
    ),
    "--template": Wording(
        "Name of a template, the folder of your own, or a Word document (.docx).",
        "模板名、自制模板的文件夹，或 Word 文档（.docx）。",
    ),
    "--set": Wording(
        "Another value for a key of the template: page.size=A5. May be given several times.",
        "改动模板的一个键，如 page.size=A5；可多次给出。",
    ),
    "--attach-source": Wording(
        "PDF takes the page of each article along (PDF/A-3).",
        "PDF 内附每篇文章的原网页（PDF/A-3）。",
    ),
    "--embed-fonts": Wording(
        "Word and EPUB take their typefaces along, cut to the characters used.",
        "Word、EPUB 内嵌用到的字体（只含用到的字）。",
    ),
    "--cover": Wording("EPUB has this picture as its cover.", "EPUB 以此图片为封面。"),
    "--impose": Wording(
        "Pages of PDF on larger sheets: booklet, two a side, to be stapled.",
        "PDF 拼版：booklet 骑马订小册子，一面两页。",
    ),
    "--password": Wording(
        "PDF is encrypted, and opens with this word only.", "PDF 加密，凭此密码打开。"
    ),
    "--owner-password": Wording(
        "Word that gives all rights to an encrypted PDF.", "解除加密 PDF 权限限制的密码。"
    ),
    "--permissions": Wording(
        "What readers of an encrypted PDF may do: print, copy, annotate, assemble, change; none.",
        "加密 PDF 的读者权限：print 打印、copy 复制、annotate 批注、assemble 增删页、"
        "change 修改；none 均不可。",
    ),
    "--toc-depth": Wording(
        "How far the navigation of EPUB goes down: 1 sections, 2 articles, 3 their headings, …",
        "EPUB 导航层级：1 到栏目，2 到文章，3 到一级小标题，依次类推。",
    ),
    "--profile": Wording(
        "Reading system that an EPUB is made for: its pictures, its size.",
        "EPUB 面向的阅读器：决定图片格式与大小。",
    ),
    "--vertical": Wording("EPUB is set in columns, from right to left.", "EPUB 直排，自右向左。"),
    "--no-ncx": Wording(
        "EPUB does without the contents for old reading systems.", "EPUB 不附旧式目录（NCX）。"
    ),
    "--name": Wording(
        "Pattern of file names: {date} {title} {source} {author} {section} {number} {name}.",
        "文件名样式：{date} {title} {source} {author} {section} {number} {name}。",
    ),
    "--split-by": Wording(
        "One file for each date, month, year or section.",
        "按 date 日、month 月、year 年或 section 栏目分册。",
    ),
    "--split-size": Wording("Several files, none of them larger: 50MB.", "按大小分册，如 50MB。"),
    "--append": Wording(
        "EPUB that grows by what it does not have yet; made if it is not there.",
        "续编的 EPUB：只收入书中没有的文章；尚无此书则新建。",
    ),
    "--title": Wording("Title of the publication.", "刊名。"),
    "--collection": Wording("What the publication is one issue of.", "所属丛刊。"),
    "--issue": Wording("Number of the issue, or its name.", "期号。"),
    "--group-by": Wording(
        "Sections by: section (or column), source, date; several nest, with commas between.",
        "分栏依据：section（或 column）栏目、source 来源、date 日期；逗号分隔可逐级细分。",
    ),
    "--sort": Wording(
        "Order of the articles: input, date, source, title.",
        "文章次序：input 所给、date 日期、source 来源、title 标题。",
    ),
    "--json": Wording("Print one JSON object.", "印出一个 JSON 对象。"),
    "--report": Wording(
        "Write a JSON object per input to this file.", "把每个输入的结果以 JSON 行写入此文件。"
    ),
    "--fail-on-warning": Wording("Exit with 6 if there was a warning.", "有警告时以 6 退出。"),
    "--strict": Wording("Take warnings for errors: write nothing.", "把警告当作错误，不写文件。"),
    "--force": Wording(
        "Do the work again even if it is done (always so for now).",
        "即使已做过也重做（目前总是如此）。",
    ),
    "--jobs": Wording("Number of processes.", "进程数。"),
    "--quiet": Wording("Print errors only.", "只显示错误。"),
    "--verbose": Wording("Print every remark in full.", "显示全部提示。"),
    "--lang": Wording("Language of messages: zh or en.", "提示语言：zh 或 en。"),
    "--help": Wording("Show this text.", "显示此说明。"),
    "--version": Wording("Print the version.", "印出版本号。"),
    "usage": Wording("Usage: ", "用法："),
    "options": Wording("Options", "选项"),
    "commands": Wording("Commands", "命令"),
}
