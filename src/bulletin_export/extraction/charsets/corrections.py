"""Where Python's codecs and the indexes of WHATWG Encoding give a code different characters.

Found by decoding every code of two bytes both ways.
"""

#: Codec to what Python reads, and what browsers read instead. No other code gives the former.
DIFFERENT: dict[str, dict[str, str]] = {
    # Places that GB 18030-2022 moved from private characters to real ones. The code of four
    # bytes that got the private one of ḿ in exchange keeps ḿ.
    "gb18030": {
        "\ue5e5": "\u3000", "\ue78d": "︐", "\ue78e": "︒", "\ue78f": "︑", "\ue790": "︓",
        "\ue791": "︔", "\ue792": "︕", "\ue793": "︖", "\ue794": "︗", "\ue795": "︘",
        "\ue796": "︙", "\ue7c7": "ḿ", "\ue81e": "龴", "\ue826": "龵", "\ue82b": "龶",
        "\ue82c": "龷", "\ue832": "龸", "\ue843": "龹", "\ue854": "龺", "\ue864": "龻",
    },
    "big5hkscs": {
        "•": "‧", "､": "﹑", "‾": "¯", "∼": "～", "♁": "⊕", "☉": "⊙",
        "¥": "￥", "¢": "￠", "£": "￡",
    },
    # Windows has no character at A0, FD, FE and FF; Python gives them private ones.
    "cp932": dict.fromkeys("\uf8f0\uf8f1\uf8f2\uf8f3", "\ufffd"),
    "euc_jp": {"〜": "～", "‖": "∥", "−": "－", "¢": "￠", "£": "￡", "¬": "￢"},
    "koi8-u": {"╝": "ў", "╬": "Ў"},
}  # fmt: skip

#: Codes of Big5 that Python lacks: the first code of a run and its characters.
BIG5_MORE = """
9244蔃 9447浧 9644靝 877a㡵𡵓𣚞𦀡㻬 87a1𥣞㫵竼龗𤅡𨤍𣇪𠪊𣉞䌊蒄龖鐯䤰蘓墖靊鈘秐稲晠権袝瑌
87b9篅枂稬剏遆㓦珄𥶹瓆鿇垳䤯呌䄱𣚎堘穲𧭥讏䚮𦺈䆁𥶙箮 87d1𢒼鿈𢓁𢓉𢓌鿉蔄𣖻䂴鿊䓡𪷿拁灮鿋
8e69箸 8e6f簆 8e7e糎 8eab緒 8eb4縝 8ecd者 8ed0耨 8f57菁 8f69蒨 8f6e萏 8fcb覦覩 8ffe起 906d都
907a銹 90dc靜 90f1響 91bf鼖 92af兙兛兝兞 92c8鍮 92d1瑹 94ca禛 95d9邗 96ed瀞 96fc嬨 9b76爁
9b78矗 9b7b纇 9bc6駖 9bde釔 9bec惞 9bf6澶 9c42輶 9c53侻 9c62營 9c68鄄 9c6b鷰 9c77菏 9cbc尐秣
9cd0婧 9d57輋 9d5a筑 9dc4拐 9ea9恢 9eef痹 9efd汊 9f60鬮 9f66鼗 9fcb僭 9fd8弌 a063蠏 a077拎
a0d5瑨 a0df煢 a0e4牐 a3c0␀␁␂␃␄␅␆␇␈␉␊␋␌␍␎␏␐␑␒␓␔␕␖␗ a3d8␘␙␚␛␜␝␞␟␡€ c6cf廴 c6d3无 c6d5癶 c6d7隶
c6de〃仝 fa5f倩 fa66偽 fabd包 fac5卄 fad5卿 fb48嘅 fbb8婷 fbf3幵 fbf9廐 fc4f彘 fc6c悤 fcb9撐
fce2晴 fcf1杞 fdb7沜渝 fdbb港 fdf1煮 fe52猪 fe6f瑜 feaa瓩 fedd砉
"""
