"""What charts of shares have in common: dots with Wilson bars across, rows named at the left."""

from __future__ import annotations

from collections.abc import Sequence

from geo.i18n import Words
from geo.style.chart import Spec, category, quantity, shape_scale
from geo.style.colours import Ground

SHARES = [0, 0.25, 0.5, 0.75, 1]
"""What an axis of shares names."""


def bars_across(across: Spec) -> Spec:
    """Channels of the bars, from ``low`` to ``high``, with the axis of the chart."""
    axis = {
        "values": SHARES,
        "format": "%",
        "domain": False,
        "tickSize": 0,
        "labelOverlap": True,
        "labelSeparation": 6,
    }
    return {"x": quantity("low", scale=across, axis=axis, title=None), "x2": {"field": "high"}}


def dots_across(across: Spec, names: Sequence[str], words: Words) -> Spec:
    """Channels of the dots at ``share``, a shape a home, with ``tip`` as their tooltip.

    Args:
        across: the scale.
        names: of the homes, in the order of the view.
    """
    return {"x": quantity("share", scale=across)} | home_marks(names, words)


def home_marks(names: Sequence[str], words: Words) -> Spec:
    """Channels of a dot that do not place it: a shape a home, and its tooltip."""
    return {
        "shape": category("home", scale=shape_scale(names), legend=None),
        "tooltip": [category("tip", title=words.say("Share, 95% confidence interval"))],
    }


def rows_axis(ground: Ground, size: float, wide: float, padding: float) -> Spec:
    """The axis that names the rows.

    Args:
        size: of its letters, in pixels.
        wide: how much room its names have, in pixels.
        padding: between names and chart, in pixels.
    """
    return {
        "labelColor": ground.ink,
        "labelFontSize": size,
        "labelLimit": wide,
        "labelPadding": padding,
        "ticks": False,
        "domain": False,
    }
