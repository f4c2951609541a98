"""Names in the order of their language."""

from __future__ import annotations

from geo.figures.captions import narrowing
from geo.i18n import Words
from geo.i18n.sorting import HOMOPHONES, in_order
from geo.ties.roster import Roster
from geo.ties.view import View

SOUNDS = {
    "阿根廷": "agenting", "埃及": "aiji", "澳大利亚": "aodaliya", "巴西": "baxi",
    "德国": "deguo", "东帝汶": "dongdiwen", "法国": "faguo", "梵蒂冈": "fandigang",
    "斐济": "feiji", "芬兰": "fenlan", "韩国": "hanguo", "加拿大": "jianada", "喀麦隆": "kamailong",
    "老挝": "laowo", "美国": "meiguo", "纳米比亚": "namibiya", "瑙鲁": "naolu", "尼泊尔": "niboer",
    "日本": "riben", "泰国": "taiguo", "乌克兰": "wukelan", "西班牙": "xibanya", "英国": "yingguo",
    "越南": "yuenan", "智利": "zhili", "中国": "zhongguo",
}  # fmt: skip


def test_chinese_names_stand_by_their_sound() -> None:
    assert in_order(reversed(SOUNDS), "zh") == sorted(SOUNDS, key=SOUNDS.__getitem__)


def test_letters_with_accents_stand_with_the_plain_ones() -> None:
    names = ["Zadar", "Évora", "Łódź", "Oslo", "Åland", "Lyon", "eesti", "Évry"]
    ordered = ["Åland", "eesti", "Évora", "Évry", "Łódź", "Lyon", "Oslo", "Zadar"]
    assert in_order(names, "en") == ordered


def test_every_character_of_a_name_is_a_common_one_or_has_one_of_its_sound(roster: Roster) -> None:
    for table in (roster.countries, roster.places, roster.homes):
        for name in table["name_zh"]:
            for sign in name.translate(HOMOPHONES):
                if "\u4e00" <= sign <= "\u9fff":
                    code = int.from_bytes(sign.encode("gb2312"), "big")
                    assert 0xB0A1 <= code <= 0xD7F9, f"{name}: {sign}"


def test_a_subtitle_lists_countries_by_their_names(roster: Roster) -> None:
    view = View.default(roster).but(countries=("AU", "DE", "EG", "JP"))
    assert narrowing(roster, view, Words("en")) == ["only Australia, Egypt, Germany and Japan"]
    assert narrowing(roster, view, Words("zh")) == ["仅限埃及、澳大利亚、德国和日本"]
