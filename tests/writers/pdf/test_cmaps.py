"""Maps from codes to characters."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bulletin_export.writers.pdf.cmaps import to_unicode

characters = st.characters(max_codepoint=0xD7FF, min_codepoint=0x20)


def decoded(cmap):
    """Read a ToUnicode CMap as a reader of PDF does."""
    found = {}
    for block in re.findall(rb"beginbfrange\n(.*?)endbfrange", cmap, re.DOTALL):
        for low, high, start in re.findall(rb"<(\w+)> <(\w+)> <(\w+)>", block):
            for step, code in enumerate(range(int(low, 16), int(high, 16) + 1)):
                found[code] = chr(int(start, 16) + step)
    for block in re.findall(rb"beginbfchar\n(.*?)endbfchar", cmap, re.DOTALL):
        for code, text in re.findall(rb"<(\w+)> <(\w+)>", block):
            found[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    return found


@given(st.sets(characters, max_size=300), st.dictionaries(st.integers(0xD800, 0xF8FF), st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\0\ufeff\ufffe\uffff"),
    min_size=1, max_size=2), max_size=20))  # fmt: skip
def test_every_code_leads_back_to_its_text(own, slots):
    texts = {**{ord(one): one for one in own}, **slots}
    found = decoded(to_unicode(texts))
    assert {code: found[code] for code in texts} == texts


@given(st.sets(characters, min_size=1, max_size=800))
def test_no_block_is_longer_than_a_hundred_and_no_range_leaves_its_high_byte(own):
    cmap = to_unicode({ord(one): one for one in own})
    for count, kind, body in re.findall(rb"(\d+) begin(bf\w+)\n(.*?)end", cmap, re.DOTALL):
        assert int(count) == body.count(b"\n") <= 100, kind
    ranges = re.findall(rb"<(\w\w)\w\w> <(\w\w)\w\w> <\w+>", cmap)
    assert all(low == high for low, high in ranges)


def test_what_no_map_may_name_becomes_the_replacement_character():
    texts = {0: "\0", 0xFEFF: "\ufeff", 0xD800: "\ud800"}
    assert set(decoded(to_unicode(texts)).values()) == {"\ufffd"}
