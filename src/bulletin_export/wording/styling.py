"""Sentences about templates."""

from collections.abc import Mapping

from bulletin_export.wording.wording import Wording

WORDINGS: Mapping[str, Wording] = {
    "template-not-found": Wording(
        "no template {name!r}",
        "没有名为“{name}”的模板",
        "{advice}",
        "{advice}",
    ),
    "invalid-template": Wording(
        "template {template}: {key}: {reason}",
        "模板 {template}：{key}：{reason}",
        "{advice}",
        "{advice}",
    ),
}
