"""The prospects once more, in plain loops over the tables: which cities, which terms, which places.

Partners are put to their cities by the hand-checked columns of ``places.csv``, not by rule.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections import Counter
from math import asin, cos, log, radians, sin, sqrt
from typing import Any

import numpy as np
from scipy.optimize import minimize

from geo.data import PACKAGE

Row = dict[str, str]
CHINA = ("CN", "HK", "MO")


def rows(table: str) -> list[Row]:
    with (PACKAGE / f"{table}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


class Plain:
    """All tables, and what is asked of them."""

    def __init__(self) -> None:
        self.region = {one["country"]: one["region_m49"] for one in rows("countries")}
        self.homes = {one["home"]: one for one in rows("homes")}
        self.capitals = {one["agglomeration"] or one["capital"]: one for one in rows("capitals")}
        self.cities: dict[str, Row] = {one["agglomeration"]: one for one in rows("agglomerations")}
        self.cities |= {one["capital"]: one for one in rows("capitals") if not one["agglomeration"]}
        by_wup = {
            (one["country"], (one.get("name_wup") or one["name"]).replace("-", " ")): key
            for key, one in self.cities.items()
        }
        places = {one["place"]: one for one in rows("places")}
        self.ties: list[dict[str, Any]] = []
        for tie in rows("ties"):
            place = places[tie["place"]]
            name = place["population_of"].replace("-", " ")
            self.ties.append(
                {
                    "tie": tie["tie"],
                    "home": tie["home"],
                    "country": place["country"],
                    "city": by_wup.get((place["country"], name)),
                    "core": bool(place["rank"]),
                    "first": tie["earliest"],
                    "last": tie["latest"],
                    "ended": tie["ended"],
                }
            )
            if tie["level"] != "sister":
                self.ties.pop()

    def people(self, key: str, year: int) -> float:
        city = self.cities[key]
        known = min(year // 5 * 5, 2035)
        return float(city.get(f"population_{known}") or city["population"])

    def is_capital(self, key: str, year: int) -> bool:
        told = self.capitals.get(key)
        return bool(told) and int(told["since"] or 0) <= year < int(told["until"] or 9999)

    def ranks(self, year: int) -> dict[str, int]:
        found = {}
        order = sorted(self.cities, key=lambda key: -self.people(key, year))
        seen: Counter[str] = Counter()
        for key in order:
            if not self.cities[key].get("part_of"):
                seen[self.cities[key]["country"]] += 1
                found[key] = seen[self.cities[key]["country"]]
        return found

    def choices(self, home: str) -> list[dict[str, Any]]:
        found, seen = [], set()
        mine = [one for one in self.ties if one["home"] == home and one["city"]]
        for one in sorted(mine, key=lambda one: (one["first"], one["last"], one["tie"])):
            if one["city"] not in seen and one["core"]:
                found.append(one)
            seen.add(one["city"])
        return found

    def km(self, home: str, key: str) -> float:
        a, b = self.homes[home], self.cities[key]
        x, y, u, v = (radians(float(n)) for n in (a["lon"], a["lat"], b["lon"], b["lat"]))
        h = sin((v - y) / 2) ** 2 + cos(y) * cos(v) * sin((u - x) / 2) ** 2
        return 2 * 6371.0088 * asin(sqrt(h))

    def known(self, home: str, day: str, year: int, taken: set[str]) -> dict[str, list[float]]:
        """Terms of every city that could be chosen, by what was certain before a day."""
        before = [one for one in self.ties if one["last"] and one["last"] < day]
        mine = [one for one in before if one["home"] == home]
        rivals = [one for one in before if one["home"] != home]
        standing = [one for one in mine if not one["ended"] or one["ended"] + "-31" >= day]
        own = Counter(one["country"] for one in standing)
        there = Counter(self.region[one["country"]] for one in mine)
        ranks, found = self.ranks(year), {}
        for key, city in self.cities.items():
            if city.get("part_of") or city["country"] in CHINA or key in taken:
                continue
            sea = city["port"] == "sea"
            found[key] = [
                float(sea),
                float(sea and city["wpi_size"] in ("Large", "Medium")),
                float(self.is_capital(key, year)),
                log(ranks[key]),
                log(max(self.people(key, year), 1.0)),
                log(max(self.km(home, key), 50.0)),
                log(1 + own[city["country"]]),
                float(city["country"] in {one["country"] for one in rivals}),
                float(key in {one["city"] for one in rivals}),
                log((1 + there[self.region[city["country"]]]) / (5 + len(mine))),
            ]
        return found

    def occasions(self, home: str, until: int) -> list[tuple[np.ndarray, int]]:
        """The terms at each choice made by the end of a year, and which row was chosen."""
        found = []
        for one in self.choices(home):
            if one["last"] > f"{until}-12-31":
                continue
            taken = {
                other["city"]
                for other in self.ties
                if other["home"] == home and other["last"] and other["last"] < one["first"]
            }
            known = self.known(home, one["first"], int(one["first"][:4]), taken)
            found.append((np.array(list(known.values())), list(known).index(one["city"])))
        return found

    def places(self, home: str, cut: int, until: int) -> dict[str, int]:
        """The places at a cut-off of the cities that were chosen by the end of a later year."""
        made = self.occasions(home, cut)
        weights = minimize(
            lambda w: -likelihood(made, w) + float(w @ w) / 2,
            np.zeros(10),
            jac=lambda w: -slope(made, w) + w,
            method="BFGS",
            options={"gtol": 1e-6},
        ).x
        taken = {
            one["city"]
            for one in self.ties
            if one["home"] == home and (not one["first"] or one["first"] <= f"{cut}-12-31")
        }
        day = (dt.date(cut, 12, 31) + dt.timedelta(1)).isoformat()
        known = self.known(home, day, cut, taken)
        order = sorted(known, key=lambda key: -float(weights @ known[key]))
        return {
            one["tie"]: order.index(one["city"]) + 1
            for one in self.choices(home)
            if f"{cut}-12-31" < one["first"] and one["last"] <= f"{until}-12-31"
        }


def likelihood(made: list[tuple[np.ndarray, int]], weights: np.ndarray) -> float:
    scores = [(terms @ weights, row) for terms, row in made]
    return float(sum(one[row] - np.log(np.exp(one).sum()) for one, row in scores))


def slope(made: list[tuple[np.ndarray, int]], weights: np.ndarray) -> np.ndarray:
    total = np.zeros(len(weights))
    for terms, row in made:
        chances = np.exp(terms @ weights)
        total += terms[row] - chances @ terms / chances.sum()
    return total
