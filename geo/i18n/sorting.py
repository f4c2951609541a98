"""Names in the order in which a reader of a language looks for them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

PLAIN_LETTERS = str.maketrans("łŁøØđĐı", "lLoOdDi")
"""Letters with a stroke or without a dot, which Unicode does not take for accented ones."""

HOMOPHONES = str.maketrans("斐瑙汶梵滕阪渥讷崴畿矶町", "匪脑问饭藤板握呐歪鸡鸡挺")
"""Rarer characters of our names, each with a common one of its sound.

The national character set has its common characters in the order of their sounds (GB/T 2312, level
1), and puts the rarer ones behind them by radicals.
"""


def order_of(name: str, lang: str) -> tuple[bytes, str]:
    """What a name is sorted by: in Chinese by sound, else by letters without accents and case."""
    if lang == "zh":
        return name.translate(HOMOPHONES).encode("gb18030"), name
    letters = unicodedata.normalize("NFKD", name.translate(PLAIN_LETTERS))
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return bare.casefold().encode(), name


def in_order(names: Iterable[str], lang: str) -> list[str]:
    """Names in the order of their language."""
    return sorted(names, key=lambda name: order_of(name, lang))
