"""Sentences about issue files."""

from collections.abc import Mapping

from bulletin_export.wording.wording import Wording

WORDINGS: Mapping[str, Wording] = {
    "invalid-issue": Wording(
        "issue file {issue}: {place}{reason}",
        "期次文件 {issue}：{place}{reason}",
        "{advice}",
        "{advice}",
    ),
    "ledger-unusable": Wording(
        "the ledger of issue numbers {path} cannot be used: {reason}",
        "期号账本 {path} 无法使用：{reason}",
        "write the number into the issue file instead of next, or see to the ledger",
        "请在期次文件中直接写期号，不写 next，或处理好账本后再试",
    ),
    "file-in-the-way": Wording(
        "{path} is there already",
        "{path} 已经存在",
        "give another name, or put the file away first",
        "请换一个名字，或先移走该文件",
    ),
    "story-again": Wording(
        "{percent} % of its text stands in “{other}”, which names its source, too; left out",
        "与《{other}》有 {percent}% 的文字相同，只印一次，并在该篇注明其他来源",
    ),
    "issue-fact-missing": Wording(
        "{key} is missing",
        "缺少 {key}",
        "bulletins of this form print it: {example}",
        "此类简报应印出此项，如：{example}",
    ),
    "issue-date-form": Wording(
        "{key}: “{value}” is no day of the calendar",
        "{key}：“{value}”不是日历上的日期",
        "write 2026-11-24 or 2026年11月24日",
        "请写 2026-11-24 或 2026年11月24日",
    ),
    "issue-number-brackets": Wording(
        "the year in “{value}” stands in the wrong brackets",
        "“{value}”的年份括号不对",
        "write 〔〕: {better} (GB/T 9704-2012, 7.2.5)",
        "应用六角括号〔〕：{better}（GB/T 9704-2012，7.2.5）",
    ),
    "issue-section-empty": Wording(
        "the section “{section}” has no article",
        "栏目“{section}”没有稿件",
        "put an item into it, or leave the section out",
        "请为其添加稿件，或删去该栏目",
    ),
    "issue-item-newer": Wording(
        "it is of {date}, after the day of issue",
        "稿件日期 {date} 晚于出刊日期",
        "look at both dates",
        "请核对两个日期",
    ),
    "issue-item-old": Wording(
        "it is of {date}, {days} days before the day of issue",
        "稿件日期 {date}，比出刊日期早 {days} 天",
        "leave it out, or choose by `since`",
        "如已过时请删去，或用 since 筛选",
    ),
    "issue-leftover": Wording(
        "“{text}” was left over from the page",
        "残留网页内容“{text}”",
        "leave the paragraph out: omit = [{number}]",
        "可略去该段：omit = [{number}]",
    ),
    "issue-link-tracks": Wording(
        "a link tells the site who followed it (“{parameter}”)",
        "链接带有跟踪参数“{parameter}”",
        "leave the parameter out, or print the addresses of links nowhere",
        "请去掉该参数",
    ),
}
