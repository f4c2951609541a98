"""What charts show, in sentences: few numbers one by one, of many those that say most."""

from __future__ import annotations

from dataclasses import replace

from geo.figures.alternative import of_figure, of_numbers, of_panel
from geo.figures.figure import Figure
from geo.figures.panel import Cross, CrossRow, Numbers, Panel, Series
from geo.i18n import Words

EN, ZH = Words("en"), Words("zh")
SHARES = Numbers(
    "bar",
    ["capitals", "ports"],
    [Series("Shanghai", "#000000", [0.24, 0.75]), Series("Beijing", "#000000", [0.8, None])],
    percent=True,
)
YEARS = Numbers(
    "line",
    [str(year) for year in range(1980, 1990)],
    [Series("Shanghai", "#000000", [None, *map(float, range(3, 12))])],
    percent=False,
)


def panel(**what: object) -> Panel:
    return Panel(lambda size: {}, **what)  # type: ignore[arg-type]


def test_few_numbers_are_read_out_one_by_one_without_those_that_are_not_there() -> None:
    assert (
        of_numbers(SHARES, EN) == "Shanghai: 24% (capitals), 75% (ports); Beijing: 80% (capitals)"
    )
    assert of_numbers(SHARES, ZH) == (
        "Shanghai：24%（capitals）、75%（ports）；Beijing：80%（capitals）"
    )


def test_of_many_a_line_tells_its_ends_and_bars_the_most() -> None:
    assert of_numbers(YEARS, EN) == "Shanghai: from 3 (1981) to 11 (1989)"
    assert of_numbers(replace(YEARS, kind="column"), EN) == "Shanghai: at most 11 (1989)"
    halves = replace(YEARS, series=[Series("Years", "#000000", [0.5])], categories=["one"])
    assert of_numbers(halves, EN) == "Years: 0.50 (one)"


def test_a_chart_is_told_under_its_own_heading_or_else_under_the_finding() -> None:
    headed, bare = panel(heading="By role", numbers=SHARES), panel(alt="three marks")
    cross = Cross(["yes", "no"], [CrossRow("before", "#000000", [("2", "A, B"), ("0", "")])])
    figure = Figure("Found", "where", [headed, bare, panel(cross=cross), panel(heading="Short")])
    told = [of_panel(figure, one, EN) for one in figure.panels]
    assert told[0].startswith("By role. Shanghai: 24%")
    assert told[1:] == [
        "Found. three marks.",
        "Found. before: 2 (yes), 0 (no).",
        "Found. Short.",
    ]
    whole = of_figure(figure, EN, title="Mine?")
    assert whole.startswith("Mine? where. By role. Shanghai: 24%")
    assert whole.endswith("three marks. before: 2 (yes), 0 (no). Short.")


def test_where_there_is_nothing_to_show_it_says_so() -> None:
    empty = Figure("没有", "此处", [], instead="没有友好关系")
    assert of_figure(empty, ZH) == "没有。没有友好关系。"
