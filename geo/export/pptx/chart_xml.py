"""Parts of an office's charts for which python-pptx has no words of its own, as XML."""

from __future__ import annotations

from math import isfinite
from typing import Any
from xml.sax.saxutils import quoteattr

from lxml import etree
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from geo.export.pptx.workbook import columns_of, reaches
from geo.figures.panel import Series

FLAGS = (
    '<c:showLegendKey val="0"/><c:showVal val="{shown}"/><c:showCatName val="0"/>'
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)

NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
"""No lines from the bars to labels that were moved: they would run along the intervals."""


def place_plot(chart: Any, left: float, top: float, width: float, height: float) -> None:
    """Fix where the plot itself stands, in shares of the chart."""
    area = chart.element.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    layout = parse_xml(
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/>'
        '<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{left:.4f}"/><c:y val="{top:.4f}"/>'
        f'<c:w val="{width:.4f}"/><c:h val="{height:.4f}"/></c:manualLayout></c:layout>'
    )
    area.insert(0, layout)


def value_axis_at_foot(axis: Any) -> None:
    """Keep the axis of the values at the foot of lying bars that are alt from the top."""
    axis._element.find(qn("c:crosses")).set("val", "max")


def thin_labels(axis: Any, every: int) -> None:
    """Write only every so many names of the categories, or years of an axis of years."""
    pairs: list[tuple[str, object]]
    every = next((n for n in (1, 2, 5, 10, 20, 25, 50) if n >= every), every)
    element = axis._element
    days = element.find(qn("c:baseTimeUnit"))
    if days is None:
        at, pairs = (
            element.find(qn("c:lblOffset")),
            [("tickMarkSkip", every), ("tickLblSkip", every)],
        )
    else:
        days.set("val", "years")
        at, pairs = days, [("majorTimeUnit", "years"), ("majorUnit", every)]
    for name, value in pairs:
        added = etree.Element(qn(f"c:{name}"))
        added.set("val", str(value))
        at.addnext(added)


def slant_labels(axis: Any) -> None:
    """Write the names of the categories aslant, where they are wider than their columns."""
    axis._element.find(qn("c:txPr")).find(qn("a:bodyPr")).set("rot", "-2700000")


def add_labels(
    drawn: Any,
    series: Series,
    form: str,
    size: float,
    whole: float,
    apart: float,
    lying: bool,
) -> None:
    """The figures at the ends of bars, moved beyond their intervals where there are any.

    Args:
        drawn: the series of the chart.
        form: how the figures are written (:attr:`geo.figures.panel.Numbers.form`).
        size: of the type, in points.
        whole: by how much of the chart a label moves for a value of 1.
        apart: how far from its interval it stands, as a share of the chart.
        lying: whether the bars lie.
    """
    ends = zip(series.values, reaches(series), strict=True) if series.high is not None else ()
    moves = [
        -(below * whole + apart) if (value or 0) < 0 else above * whole + apart
        for value, (below, above) in ends
    ]
    moved = "".join(
        f'<c:dLbl><c:idx val="{place}"/><c:layout><c:manualLayout>'
        f'<c:x val="{by if lying else 0:.5f}"/>'
        f'<c:y val="{0 if lying else by:.5f}"/>'
        f"</c:manualLayout></c:layout>{_label(form, size, 'outEnd')}</c:dLbl>"
        for place, by in enumerate(moves)
    )
    own = _label(form, size, "outEnd")
    _before_data(drawn, f"<c:dLbls {_NS}>{moved}{own}{NO_LEADERS}</c:dLbls>")


def label_end(drawn: Any, series: Series, form: str, size: float) -> None:
    """The last figure of a line, beside its end."""
    known = [n for n, one in enumerate(series.values) if one is not None and isfinite(one)]
    if not known:
        return
    label = f'<c:dLbl><c:idx val="{known[-1]}"/>{_label(form, size, "r")}</c:dLbl>'
    _before_data(drawn, f"<c:dLbls {_NS}>{label}{FLAGS.format(shown=0)}</c:dLbls>")


def add_error_bars(drawn: Any, series: Series, colour: str) -> None:
    """The intervals around the values of a series, drawn from cells of the workbook."""
    if series.low is None or series.high is None:
        return
    down, up = columns_of(drawn)
    ends = "".join(
        f"<c:{side}>{_cells(column, [pair[which] for pair in reaches(series)])}</c:{side}>"
        for side, column, which in (("plus", up, 1), ("minus", down, 0))
    )
    _before_data(
        drawn,
        f'<c:errBars {_NS}><c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="0"/>{ends}<c:spPr><a:ln w="15875"><a:solidFill>'
        f"<a:srgbClr val={quoteattr(colour.removeprefix('#').upper())}/>"
        "</a:solidFill></a:ln></c:spPr></c:errBars>",
    )


_NS = nsdecls("c", "a")


def _cells(column: str, values: list[float]) -> str:
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{value!r}</c:v></c:pt>' for place, value in enumerate(values)
    )
    return (
        f"<c:numRef><c:f>Sheet1!${column}$2:${column}${len(values) + 1}</c:f><c:numCache>"
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}'
        "</c:numCache></c:numRef>"
    )


def _label(form: str, size: float, place: str) -> str:
    return (
        f'<c:numFmt formatCode="{form}" sourceLinked="0"/><c:spPr><a:noFill/>'
        "<a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{round(size * 100)}"/></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
        f'<c:dLblPos val="{place}"/>{FLAGS.format(shown=1)}'
    )


def _before_data(drawn: Any, xml: str) -> None:
    """Labels and intervals stand before the names and values, in the order they are added."""
    series = drawn._element
    anchor = series.find(qn("c:cat"))
    (series.find(qn("c:val")) if anchor is None else anchor).addprevious(parse_xml(xml))
