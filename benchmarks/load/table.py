"""What many readers saw, as tables in Markdown."""

from __future__ import annotations

from statistics import median, quantiles
from typing import Any

COLUMNS = (
    "",
    "readers",
    "picture-makers",
    "years: median, 95th, s",
    "filter: median, 95th, s",
    "card: median, 95th, s",
    "first page: median, 95th, s",
    "pictures a minute",
    "failures",
    "memory at most, MB",
)


def table(runs: list[dict[str, Any]]) -> str:
    """A row a run; below it what picture-makers add to a filter, and what failed, each once."""
    lines = [_line(COLUMNS), "|---|" + "--:|" * (len(COLUMNS) - 1)]
    failures: dict[str, int] = {}
    for run in runs:
        seconds = run["seen"]["seconds"]
        failed = run["seen"]["failures"] + run["made"]["failures"]
        pictures = [*seconds.get("picture", []), *run["made"]["seconds"].get("picture", [])]
        for one in failed:
            failures[one] = failures.get(one, 0) + 1
        lines.append(
            _line(
                (
                    run["kind"],
                    run["readers"],
                    run["makers"],
                    *(spread(seconds.get(act, [])) for act in ("move", "filter", "card")),
                    spread(seconds.get("first page", [])),
                    f"{len(pictures) / run['minutes']:.0f}" if pictures else "–",
                    len(failed),
                    f"{max(one[1] for one in run['memory']):,.0f}",
                )
            )
        )
    said = [*delays(runs), *(f"- {n} × {said}" for said, n in failures.items())]
    return "\n".join([*lines, "", *said])


def delays(runs: list[dict[str, Any]]) -> list[str]:
    """How much longer a filter takes beside picture-makers than without: a line for each pair."""
    times = {(run["kind"], run["readers"], run["makers"]): _filters(run) for run in runs}
    found = []
    for (kind, readers, makers), beside in times.items():
        alone = times.get((kind, readers, 0))
        if makers and beside and alone:
            more = [f"{late - early:+.2f}" for late, early in zip(beside, alone, strict=True)]
            found.append(
                f"- delay by picture-makers, {kind}, {readers} readers, {makers} picture-makers: a "
                f"filter {more[0]} s at the median, {more[1]} s at the 95th, {more[2]} s at most"
            )
    return found


def _filters(run: dict[str, Any]) -> tuple[float, float, float] | None:
    """Median, 95th percentile and longest of the filters of a run."""
    values = run["seen"]["seconds"].get("filter")
    return (median(values), _high(values), max(values)) if values else None


def _high(values: list[float]) -> float:
    """The 95th percentile."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def spread(values: list[float]) -> str:
    """Median and 95th percentile; nothing of nothing."""
    if not values:
        return "–"
    return f"{median(values):.2f}, {_high(values):.2f}"


def memory_table(run: dict[str, Any], settled: float) -> str:
    """Memory, files and processes of a long run: when they had settled, at the end, and after.

    Args:
        run: as :func:`benchmarks.load.__main__.visited` gives it.
        settled: seconds after which memory should be flat.
    """
    samples = run["memory"]
    then = _settled(samples, settled)
    rows = {"settled": then, "at the end": samples[-2], "when all had left": samples[-1]}
    lines = [_line(("", "s", "memory, MB", "to settled", "open files", "processes"))]
    lines.append("|---|" + "--:|" * 5)
    for name, (spent, memory, files, processes) in rows.items():
        change = f"{100 * (memory / then[1] - 1):+.1f} %" if then[1] else "–"
        cells = (name, f"{spent:.0f}", f"{memory:,.0f}", change, int(files), int(processes))
        lines.append(_line(cells))
    return "\n".join([*lines, ""])


def risen(run: dict[str, Any], settled: float) -> float:
    """By how much of itself the memory has risen from then to the end; arguments as above."""
    samples = run["memory"]
    then = _settled(samples, settled)[1]
    return float(samples[-2][1] / then - 1) if then else 0.0


def _settled(samples: list[list[float]], settled: float) -> list[float]:
    return next((one for one in samples if one[0] >= settled), samples[0])


def _line(cells: tuple[Any, ...]) -> str:
    return "| " + " | ".join(map(str, cells)) + " |"
