"""Medians and quartiles of what was measured, as tables in Markdown."""

from __future__ import annotations

from statistics import median, quantiles

FIGURES = {
    "picture": "Key press to changed picture, ms",
    "ratio": "… to that of Streamlit + pydeck",
    "first": "First picture, cold, ms",
    "first ratio": "… to that of Streamlit + pydeck",
    "whole": "Whole picture, cold, ms",
    "sent": "Bytes to the server until the picture, a step",
    "received": "Bytes from the server until the picture, a step",
    "later": "Bytes to and fro after that, a step",
    "cold": "Bytes from the server, cold",
    "cpu": "Processor time of the server, a step, ms",
    "others": "Requests to other hosts (refused)",
}
"""What each figure is called."""
Samples = dict[str, list[float]]


def spread(values: list[float]) -> str:
    """Median and, in brackets, the quartiles; nothing of nothing."""
    if not values:
        return "–"
    low, _, high = quantiles(values, n=4, method="inclusive") if len(values) > 1 else values * 3
    middle = median(values)
    digits = 0 if middle >= 100 or middle == int(middle) else 1
    if low == high == middle:
        return f"{middle:,.{digits}f}"
    return f"{middle:,.{digits}f} ({low:,.{digits}f}–{high:,.{digits}f})"


def with_ratios(samples: dict[str, Samples], bare: str) -> dict[str, dict[str, str]]:
    """Every figure of every peer as text, with what is compared with the bare page."""
    found = {}
    for name, figures in samples.items():
        cells = {key: spread(figures.get(key, [])) for key in FIGURES}
        for ratio, key in (("ratio", "picture"), ("first ratio", "first")):
            own, other = figures.get(key), samples.get(bare, {}).get(key)
            cells[ratio] = f"{median(own) / median(other):.2f}" if own and other else "–"
        found[name] = cells
    return found


def table(samples: dict[str, Samples], bare: str) -> str:
    """A row a peer, a column a figure, in two tables: what a step and what a first visit costs."""
    cells = with_ratios(samples, bare)
    step = ("picture", "ratio", "sent", "received", "later", "cpu")
    cold = ("first", "first ratio", "whole", "cold", "others")
    return "\n\n".join(_table(cells, keys) for keys in (step, cold))


def _table(cells: dict[str, dict[str, str]], keys: tuple[str, ...]) -> str:
    head = ["| median (quartiles) | " + " | ".join(FIGURES[key] for key in keys) + " |"]
    head.append("|---|" + "--:|" * len(keys))
    rows = [
        f"| {name} | " + " | ".join(row[key] for key in keys) + " |" for name, row in cells.items()
    ]
    return "\n".join(head + rows)
