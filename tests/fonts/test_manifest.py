"""The list of typefaces we know."""

import re

import pytest

from bulletin_export.fonts.manifest import load_manifest
from bulletin_export.typefaces import FontRole, LatinRole

manifest = load_manifest()


@pytest.mark.parametrize("profile", ["windows", "gongwen", "open"])
def test_word_has_a_name_for_every_role_in_every_profile(profile):
    for role in FontRole:
        font = manifest.word_font(profile, role)
        assert font.charset == "86"
        # Word cuts longer names off (§4.4 of ISO/IEC 29500 as Word implements it).
        assert 0 < len(font.name) <= 31
        assert re.fullmatch("[0-9A-F]{20}", font.panose)
        assert font.name != font.alternative
    assert manifest.word_latin(profile, LatinRole.SERIF)
    assert manifest.word_latin(profile, LatinRole.OWN) is None


def test_the_office_profile_names_the_faces_offices_search_for():
    assert manifest.word_font("gongwen", FontRole.FANGSONG).name == "仿宋_GB2312"
    assert manifest.word_font("gongwen", FontRole.FANGSONG).alternative == "仿宋"


def test_css_families_end_with_a_generic_name():
    for role in (*FontRole, LatinRole.SERIF, LatinRole.SANS):
        assert manifest.css_families(role)[-1] in ("serif", "sans-serif")
    assert manifest.css_families(LatinRole.OWN) == ()


def test_every_source_of_a_face_carries_a_checksum():
    sums = [source.sha256 for face in manifest.faces for source in face.sources]
    assert len(sums) == len(set(sums))
    assert all(re.fullmatch("[0-9a-f]{64}", one) for one in sums)


def test_every_role_has_names_and_falls_to_roles_that_exist():
    for role in FontRole:
        names = manifest.names(role)
        assert names.native
        assert set(names.falls_to) <= {one.value for one in FontRole}
