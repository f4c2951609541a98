"""What is drawn with Altair: the map of files, whose description is read by the browser too."""

from __future__ import annotations

from typing import Any

import altair as alt

from geo.style.chart import FONT as FONT


def described(chart: Any) -> dict[str, Any]:
    """The description of a chart, with its named tables as they are.

    Altair copies every cell of every table on its way, which takes longer than all else; the
    tables of a chart are plain lists already (:class:`geo.figures.map.static.chart.Sheets`).
    """
    tables = getattr(chart, "datasets", alt.Undefined)
    if tables is alt.Undefined:
        plain: dict[str, Any] = chart.to_dict(validate=False)
        return plain
    bare = chart.copy(deep=False)
    bare.datasets = alt.Undefined
    return bare.to_dict(validate=False) | {"datasets": tables}
