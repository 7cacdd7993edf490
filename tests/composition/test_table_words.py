"""Tables tell what they are in a line."""

import builders as b
from bulletin_export.composition.table_words import table_account, table_title

TABLE = b.table(b.tr("姓名", "单位"), b.tr("甲", "乙"), header_rows=1)


def test_the_caption_is_the_title_else_the_first_row() -> None:
    assert table_title(b.table(b.tr("甲"), caption="名单")) == "名单"
    assert table_title(TABLE) == "姓名、单位"


def test_the_account_is_in_the_language_of_the_publication() -> None:
    assert table_account(TABLE, 2, "zh-CN") == "2列2行：姓名、单位"
    assert table_account(TABLE, 2, "en") == "2 columns, 2 rows: 姓名, 单位"


def test_long_accounts_are_cut() -> None:
    assert len(table_account(b.table(b.tr("很长" * 300)), 1, "zh")) == 255
