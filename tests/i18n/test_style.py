"""The rules of style that a machine can hold: spacing, measure words, terms, length of titles."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Message

from geo.data import PACKAGE
from geo.figures.article.text import VERDICT
from geo.figures.catalogue import catalogue, figure_of
from geo.figures.scene import Scene
from geo.i18n import messages
from geo.style.colours import GROUNDS
from geo.ties.roster import load_roster
from geo.ties.view import LANGUAGES, View

ROSTER = load_roster()
MESSAGES: list[Message] = [message for message in messages() if message.id]
HAN = "[\u4e00-\u9fff）“”]"
SPACED = re.compile(rf"{HAN} [\w{{]|[\w}}%] [\u4e00-\u9fff（“”]|\}} \{{(?!$)", re.ASCII)
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff]\s*\([^)]*\)|\([^)]*[\u4e00-\u9fff][^)]*\)")
FOR_TIES = re.compile(r"(?:项|条|个|座)(?:友好关系|友好城市关系|友好交流关系|区镇级友好关系|结好)")

FORBIDDEN = {
    "en": (
        r"\brivals?\b",
        r"\b(taken|took) (capital|the capital)|capital (is |was )?taken|capital free",
        r"\bcannot be told\b",
        r"\bsurely\b",
        r"\bmerely\b",
        r"\bbeyond chance\b|\bmore than chance\b|\bby more than chance\b",
        r"\bturned? (to|away from)\b",
        r"\bofficial (counts?|numbers?|figures?)\b",
        r"\b95 %",
        r"\bconquer|\boccup|\bcompetitor",
        r"\bViet Nam\b",
        r"\bhomes?\b",
        r"\b(this|the) view\b",
        r"\broles?\b(?!\.md)",
        r"\b(strictly|broadly)\b",
        r"\b(more|less|no) (states?|state) (than|lies)\b",
        r"(?<!’)(?<!‘)\b\w+'\w",
    ),
    "zh": (
        "对方",
        "同国异城",
        "本方",
        "先占|占领|已占|未占",
        "比值比",
        "超出偶然",
        "转向|转离",
        "后到|先到",
        "(?<!仍然)有效",
        "现存|现有",
        "广义|狭义",
        "官方统计|官方数字",
        "千人",
        "城市群",
        "(?<!政府)驻地",
        "当前视图|本视图",
        "无效",
        "不得",
        "核验",
        "性质|角色",
        "Wilson",
    ),
}
"""Words that the glossary does without, as patterns."""
SHORTEST = {"zh": 30, "en": 14}
"""Han characters and words that a title has at the most; numbers are neither."""


def english() -> Iterator[str]:
    for message in MESSAGES:
        yield from message.id if isinstance(message.id, tuple) else [message.id]


def chinese() -> Iterator[str]:
    for message in MESSAGES:
        yield from message.string if isinstance(message.string, tuple) else [message.string]


def without_fields(text: str) -> str:
    """A message without the names of what is filled in."""
    return re.sub(r"\{.*?\}", "{}", text)


def texts_of_data(lang: str) -> Iterator[tuple[str, str]]:
    """Every text of the data package in a language, with its place."""
    for path in sorted(PACKAGE.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                for column, text in row.items():
                    if column.endswith(f"_{lang}"):
                        yield f"{path.name}:{next(iter(row.values()))}:{column}", text


def test_nothing_stands_between_han_and_digits_or_letters() -> None:
    assert not [text for text in chinese() if SPACED.search(text)]


@pytest.mark.parametrize("text", ["有 5", "5 国", "{n} 对", "共 {n}", "上海 {n}", "{home} {n}对"])
def test_a_space_would_be_found(text: str) -> None:
    assert SPACED.search(text)


def test_ties_are_counted_by_pairs_alone() -> None:
    assert not [text for text in chinese() if FOR_TIES.search(text)]
    assert FOR_TIES.search("68项友好关系")


def test_brackets_in_chinese_are_full_width() -> None:
    assert not [text for text in chinese() if HALF_WIDTH.search(text)]
    assert HALF_WIDTH.search("全部(29)") and HALF_WIDTH.search("(29对)")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_catalogue_does_without_the_words_that_the_glossary_forbids(lang: str) -> None:
    said = list(english() if lang == "en" else chinese())
    found = {
        pattern: [text for text in said if re.search(pattern, without_fields(text), re.IGNORECASE)]
        for pattern in FORBIDDEN[lang]
    }
    assert not {pattern: texts for pattern, texts in found.items() if texts}


@pytest.mark.parametrize(
    ("lang", "pattern"),
    [
        ("en", r"\brivals?\b|\btook (Phnom Penh|Vientiane)|\bViet Nam\b"),
        ("zh", "同国异城|先到先得|首都已占|城市群|“一个中国”|两个德国|均作|本图谱从|显系"),
        ("zh", "(?<!中国)(?<!地区)台北市"),
    ],
)
def test_the_data_do_without_words_that_one_of_the_readers_would_refuse(
    lang: str, pattern: str
) -> None:
    assert not [place for place, text in texts_of_data(lang) if re.search(pattern, text)]


def test_officials_have_their_posts_before_their_names() -> None:
    names = "江泽民|汪道涵|韩正|杨雄|李强"
    bare = re.compile(rf"(?<!市长)(?<!书记)(?:{names})")
    with (PACKAGE / "events.csv").open(encoding="utf-8", newline="") as lines:
        told = [row["text_zh"] for row in csv.DictReader(lines)]
    assert any(re.search(names, text) for text in told)
    assert not [text for text in told if bare.search(text)]
    assert not [t for t in told if re.search(names, t) and "时任" not in t]


def test_no_verdict_says_that_something_may_not_be_said() -> None:
    assert not [name for name in VERDICT.values() if "told" in name]


def views() -> dict[str, View]:
    usual = View.default(ROSTER)
    return {
        "usual": usual,
        "one home": usual.but(homes=("beijing",)),
        "narrowed": usual.but(regions=("150",)),
        "some years": usual.but(years=(1985, 2015)),
        "wide": usual.but(broad=True),
        "empty": usual.but(q="no such place at all"),
    }


def length_of(title: str, lang: str) -> int:
    """Han characters, or words with a letter in them."""
    if lang == "zh":
        return len(re.findall("[\u4e00-\u9fff]", title))
    return sum(any(c.isalpha() for c in word) for word in title.split())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", list(views()))
def test_a_title_says_one_finding_and_is_short(name: str, lang: str) -> None:
    scene = Scene(ROSTER, views()[name].but(lang=lang), GROUNDS["light"])
    titles = {key: figure_of(scene, key).title for key in catalogue(scene)}
    lengths = {title: length_of(title, lang) for title in titles.values()}
    long = {title: length for title, length in lengths.items() if length > SHORTEST[lang]}
    assert not long
    assert not [title for title in titles.values() if re.search(r"\bp [=<]|\bOR\b|优势比", title)]


def test_length_is_that_of_words() -> None:
    assert length_of("Shanghai 68 of 70 (97%)", "en") == 2
    assert length_of("上海68对", "zh") == 3
