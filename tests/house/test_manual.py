"""The manual says everything the program can do."""

import re
from pathlib import Path

import click
import pytest

from bulletin_export.cli.program import COMMANDS, program
from bulletin_export.file_names import FIELDS
from bulletin_export.styling.template import Role
from bulletin_export.wording import LANGUAGES
from bulletin_export.wording.help import HELP
from bulletin_export.wording.phrases import PHRASES

_DOCS = Path(__file__).parents[2] / "docs"
MANUAL = (_DOCS / "manual.md").read_text("utf-8")


def section(name):
    """The part of the manual on one command."""
    return re.split(r"(?m)^##+ ", MANUAL.split(f"\n### {name}\n")[1])[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_is_in_its_section_or_among_the_common_ones(name):
    common = MANUAL.split("## Options about reading")[1]
    command = program.get_command(click.Context(program), name)
    for option in (o for o in command.params if isinstance(o, click.Option)):
        for spelling in option.opts:
            assert f"`{spelling}" in section(name) + common, spelling


def test_every_command_has_a_section():
    for name in COMMANDS:
        assert section(name).strip()


def test_every_field_of_a_file_name_is_in_the_manual():
    assert all(f"`{{{field}}}`" in MANUAL for field in FIELDS)


def test_every_role_is_in_the_manual_of_templates():
    text = (_DOCS / "templates.md").read_text("utf-8")
    named = set(re.findall(r"`([a-z-]+(?:-\d)?)`", text))
    assert {role for role in Role if "heading" not in role} <= named


def test_the_template_in_the_manual_is_valid(tmp_path):
    from bulletin_export.styling.load import load_template

    text = (_DOCS / "templates.md").read_text("utf-8")
    example = re.search(r"(?m)^    # 院刊.*(?:\n(?:    .*)?)+", text)[0]
    (tmp_path / "template.toml").write_text(re.sub(r"(?m)^    ", "", example), "utf-8")
    assert load_template(tmp_path).about == "院刊"


@pytest.mark.parametrize("table", [PHRASES, HELP], ids=["phrases", "help"])
def test_every_wording_says_the_same_facts_in_both_languages(table):
    for code, wording in table.items():
        texts = [wording.message(language) for language in LANGUAGES]
        fields = [set(re.findall(r"\{(\w+)", text)) for text in texts]
        assert all(texts), code
        assert fields[0] == fields[1], code
