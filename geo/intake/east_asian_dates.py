"""Dates in Chinese, Japanese and Korean: with their eras and numerals."""

from __future__ import annotations

import re

from geo.intake.found_date import Found, exact

ERAS = {
    "明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018,
    "M": 1867, "T": 1911, "S": 1925, "H": 1988, "R": 2018,
    "民国": 1911, "民國": 1911, "中華民國": 1911, "中华民国": 1911, "단기": -2333,
}  # fmt: skip
"""The year before the first of an era (Japan: by the National Diet Library's table of eras)."""


DIGITS = {"〇": "0", "零": "0", "○": "0"} | dict(
    zip("一二三四五六七八九", "123456789", strict=True)
)


ERA_NAMES = "|".join(sorted((name for name in ERAS if len(name) > 1), key=len, reverse=True))


NUMBER = r"([\d〇零○一二三四五六七八九十元]{1,9})"


EAST_ASIAN = re.compile(
    rf"(?:公元|西元|서기)?\s*({ERA_NAMES})?\s*{NUMBER}\s*[年년]\s*(?:{NUMBER}\s*[月월]\s*"
    rf"(?:{NUMBER}\s*[日号號일]?)?)?(?:\s*[(（].{{0,6}}[)）])?(?:\s*(?:签署|签订|締結|缔结|结好))?"
)


ERA_SHORT = re.compile(r"([MTSHR])\.?\s?(\d{1,2})[./-](\d{1,2})[./-](\d{1,2})", re.IGNORECASE)


def east_asian(text: str, day_first: bool | None) -> Found | None:
    """1973年11月30日, 昭和48年11月30日, 民國72年, 一九七三年十一月, 1973년 11월, S48.11.30."""
    if match := ERA_SHORT.fullmatch(text):
        year, month, day = map(int, match.groups()[1:])
        return exact(ERAS[match[1].upper()] + year, month, day)
    match = EAST_ASIAN.fullmatch(text)
    if not match:
        return None
    era, *numbers = match.groups()
    year, *rest = [numeral(number) for number in numbers if number]
    if era:
        year += ERAS[era]
    elif year < 1000:
        return Found("", "short year") if year < 100 else Found("", "unreadable")
    return exact(year, *rest)


def numeral(text: str) -> int:
    """A number in digits or Chinese numerals: 30, 三十, 二〇一二, 元 (1)."""
    if text == "元":
        return 1
    if text.isdigit() and text.isascii():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return 10 * (numeral(tens) if tens else 1) + (numeral(ones) if ones else 0)
    digits = "".join(DIGITS.get(sign, sign) for sign in text if sign != "元")
    return int(digits) if digits.isdigit() else 0
