"""Made-up Chinese of the right texture: word lengths, frequencies, marks, figures, blanks."""

from __future__ import annotations

import random
from bisect import bisect
from itertools import accumulate

#: What every bulletin repeats; the other words are made of common characters by chance.
_REPEATED = (
    "的 和 在 了 是 对 为 等 并 将 与 全市 全省 会议 工作 强调 指出 要求 推进 落实 加强 坚持 重点 "
    "项目 企业 服务 安全 管理 部门 有关 负责人 今年 目前 记者 本报讯 通讯员 研究 部署 措施 质量"
).split()
_FOREIGN = "GDP 5G AI PM2.5 Wi-Fi CPI 2024 3.5% 1,280 98.6 10月 24小时 65岁 e-mail iOS".split()
_MARKS = ("，", ",", " ,", "、", "；")
_MARK_WEIGHTS = (52, 25, 4, 12, 7)


class Vocabulary:
    """Five thousand words; how often each comes follows Zipf's law."""

    def __init__(self, seed: int = 20240518, size: int = 5000) -> None:
        chance = random.Random(seed)
        characters = _common_characters()
        chance.shuffle(characters)
        often = list(accumulate(1 / (rank + 8) for rank in range(len(characters))))
        self._words = list(_REPEATED)
        while len(self._words) < size - len(characters):
            length = chance.choices((2, 3, 4), (78, 12, 10))[0]
            self._words.append("".join(_drawn(chance, characters, often) for _ in range(length)))
        self._words += [one + _drawn(chance, characters, often) for one in characters]
        self._often = list(accumulate(1 / (rank + 10) ** 1.2 for rank in range(len(self._words))))

    def words(self, chance: random.Random, count: int) -> str:
        """Return *count* words in a row."""
        return "".join(_drawn(chance, self._words, self._often) for _ in range(count))

    def paragraph(self, chance: random.Random, length: int) -> str:
        """Return sentences of together at least *length* characters."""
        sentences = ""
        while len(sentences) < length:
            clauses = [self._clause(chance) for _ in range(chance.randint(1, 5))]
            marks = chance.choices(_MARKS, _MARK_WEIGHTS, k=len(clauses) - 1)
            sentences += "".join(
                clause + mark for clause, mark in zip(clauses, [*marks, "。"], strict=True)
            )
        return sentences

    def _clause(self, chance: random.Random) -> str:
        words = self.words(chance, chance.randint(3, 9))
        roll = chance.random()
        if roll < 0.08:
            return words + chance.choice(_FOREIGN)
        if roll < 0.16:
            return f"{words}“{self.words(chance, 1)}”"
        if roll < 0.20:
            return f"《{self.words(chance, 2)}》{words}"
        return words


def _drawn(chance: random.Random, among: list[str], often: list[float]) -> str:
    return among[bisect(often, chance.random() * often[-1])]


def _common_characters(count: int = 2400) -> list[str]:
    """Return *count* characters spread evenly over the first level of GB 2312."""
    cells = ((row, column) for row in range(0xB0, 0xD7) for column in range(0xA1, 0xFF))
    level = [bytes(cell).decode("gb2312") for cell in cells]
    return [level[number * len(level) // count] for number in range(count)]
