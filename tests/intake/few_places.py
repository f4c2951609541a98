"""A gazetteer of a few places, so that no test hangs on a table of the world."""

from __future__ import annotations

from geo.intake.name_parts import stem
from geo.place.candidate import Candidate

PLACES = [
    ("Yokohama", "横滨", "JP", "Kanagawa", 35.4333, 139.65, 3_654_427),
    ("Kobe", "神户", "JP", "Hyōgo", 34.6913, 135.183, 1_500_000),
    ("Osaka", "大阪", "JP", "Ōsaka", 34.6938, 135.5011, 2_700_000),
    ("Xi’an", "西安", "CN", "Shaanxi", 34.2583, 108.9286, 6_500_000),
    ("Wuhan", "武汉", "CN", "Hubei", 30.5833, 114.2667, 10_000_000),
    ("Shanghai", "上海", "CN", "Shanghai", 31.2222, 121.4581, 22_000_000),
    ("Busan", "釜山", "KR", "Busan", 35.1028, 129.0403, 3_500_000),
    ("Gdańsk", "格但斯克", "PL", "Pomerania", 54.3523, 18.6491, 470_000),
    ("Kaohsiung", "高雄", "TW", "Kaohsiung", 22.6163, 120.3133, 2_700_000),
    ("Port Angeles", "", "US", "Washington", 48.1181, -123.4307, 20_000),
    ("Portland", "波特兰", "US", "Oregon", 45.5234, -122.6762, 650_000),
    ("Portland", "", "US", "Maine", 43.6615, -70.2553, 68_000),
    ("Bloomington", "", "US", "Illinois", 40.4842, -88.9937, 78_000),
    ("Normal", "", "US", "Illinois", 40.5142, -88.9906, 54_000),
    ("Baden-Baden", "巴登-巴登", "DE", "Baden-Württemberg", 48.7606, 8.2398, 54_000),
    ("Hamburg", "汉堡", "DE", "Hamburg", 53.5507, 9.993, 1_800_000),
    ("Windhoek", "温得和克", "NA", "Khomas", -22.5594, 17.0832, 268_000),
    ("Lyon", "里昂", "FR", "Auvergne-Rhône-Alpes", 45.7485, 4.8467, 520_000),
]


class FewPlaces:
    """A :class:`geo.intake.places.Gazetteer`."""

    def candidates(self, name: str, country: str | None = None, limit: int = 5) -> list[Candidate]:
        """See :class:`geo.intake.places.Gazetteer`."""
        known = [
            Candidate(*row[:7], kind="city", approximate=False, why="")
            for row in PLACES
            if country in (None, row[2])
        ]
        key = stem(name)
        exact = [place for place in known if key in (stem(place.name_en), stem(place.name_zh))]
        return exact[:limit]
