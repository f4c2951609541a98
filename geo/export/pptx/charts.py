"""Charts that an office draws itself: its own bars and lines over an embedded workbook."""

from __future__ import annotations

from math import ceil
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.util import Emu, Pt

from geo.export.pptx.chart_xml import (
    add_error_bars,
    add_labels,
    label_end,
    place_plot,
    slant_labels,
    thin_labels,
    value_axis_at_foot,
)
from geo.export.pptx.fonts import cleaned, rgb, set_typefaces
from geo.export.pptx.plot import SMALLER, ChartFrame, PlotArea, plot_area
from geo.export.pptx.workbook import YEAR, categories_of, known, workbook
from geo.figures.panel import Numbers, Series
from geo.i18n import Words
from geo.style.colours import mixed

TYPES = {
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
}
GRID = 0.28
"""How strong the grid is: it is seen, but not looked at."""


def add_chart(shapes: Any, numbers: Numbers, frame: ChartFrame, words: Words) -> Any:
    """Put a chart on a slide.

    Args:
        shapes: of the slide.
        numbers: what it shows.
        frame: where it stands.
        words: the language of the workbook's headings.

    Returns:
        The shape that holds the chart.
    """
    data: Any = CategoryChartData(  # type: ignore[no-untyped-call]
        number_format=numbers.form
    )
    data.categories = categories_of(numbers)
    if data.categories.are_dates:
        data.categories.number_format = YEAR
    for series in numbers.series:
        data.add_series(cleaned(series.name), [known(value) for value in series.values])
    place = [Pt(one) for one in (frame.left, frame.top, frame.width, frame.height)]
    shape: Any = shapes.add_chart(TYPES[numbers.kind], *(Emu(int(one)) for one in place), data)
    shape.element.nvGraphicFramePr.cNvPr.set("descr", cleaned(frame.alt))
    chart: Any = shape.chart
    # python-pptx writes every text into its workbook in a way that lets "=1+1" run; ours does not.
    chart.part.chart_workbook.update_from_xlsx_blob(workbook(numbers, words, frame.as_of))
    room = plot_area(numbers, frame)
    _style_chart(chart, numbers, frame, room)
    for drawn, series in zip(chart.plots[0].series, numbers.series, strict=True):
        _style_series(drawn, series, numbers, frame, room)
    for properties in chart.element.iter("{*}defRPr"):
        set_typefaces(properties)
    return shape


def _style_chart(chart: Any, numbers: Numbers, frame: ChartFrame, room: PlotArea) -> None:
    """Type, legend, axes and grid."""
    chart.font.size = Pt(frame.size)
    chart.font.color.rgb = rgb(frame.ground.ink)
    chart.has_title = False
    chart.has_legend = len(numbers.series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(frame.size)
        chart.legend.font.color.rgb = rgb(frame.ground.ink)
    place_plot(
        chart,
        room.left / frame.width,
        room.top / frame.height,
        room.width / frame.width,
        room.height / frame.height,
    )
    if numbers.kind != "line":
        chart.plots[0].overlap = 0
        gap = room.slot / room.thick - len(numbers.series)
        chart.plots[0].gap_width = round(min(max(gap, 0.3), 5) * 100)
    _style_axes(chart, numbers, frame, room)


def _style_axes(chart: Any, numbers: Numbers, frame: ChartFrame, room: PlotArea) -> None:
    values, names = chart.value_axis, chart.category_axis
    values.minimum_scale, values.maximum_scale = room.low, room.high
    values.major_unit = room.step
    values.has_major_gridlines = True
    grid = values.major_gridlines.format.line
    grid.width, grid.color.rgb = Pt(0.75), rgb(mixed(frame.ground.paper, frame.ground.faint, GRID))
    values.format.line.fill.background()
    names.format.line.color.rgb = rgb(frame.ground.faint)
    names.has_major_gridlines = False
    for axis, colour in ((values, frame.ground.faint), (names, frame.ground.ink)):
        axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
        axis.tick_labels.font.size = Pt(frame.size)
        axis.tick_labels.font.color.rgb = rgb(colour)
    whole = not numbers.percent and room.step.is_integer()
    values.tick_labels.number_format = "#,##0" if whole else numbers.form
    values.tick_labels.number_format_is_linked = False
    if room.low < 0:
        names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if numbers.kind == "bar":  # in reading order, from the top
        names.reverse_order = True
        value_axis_at_foot(values)
    elif numbers.kind == "line":
        thin_labels(names, ceil((room.widest + frame.size) / room.slot))
    elif room.slant:
        slant_labels(names)
        names.tick_labels.font.size = Pt(frame.size * SMALLER)


def _style_series(
    drawn: Any, series: Series, numbers: Numbers, frame: ChartFrame, room: PlotArea
) -> None:
    """Colours, labels and intervals of one row of numbers."""
    colour = rgb(series.colour)
    if numbers.kind == "line":
        _style_line(drawn, series, colour)
        if not series.marks and not any(one.marks for one in numbers.series):
            label_end(drawn, series, numbers.form, frame.size)
        return
    drawn.invert_if_negative = False
    drawn.format.fill.solid()
    drawn.format.fill.fore_color.rgb = colour
    for place, own in enumerate(series.colours or ()):
        fill = drawn.points[place].format.fill
        fill.solid()
        fill.fore_color.rgb = rgb(own)
    lying = numbers.kind == "bar"
    size = frame.size
    if not lying:  # narrow columns take smaller labels, so that these do not run together
        size = min(size, max(size * 0.65, room.thick / 2.2))
    whole = room.width / frame.width if lying else -room.height / frame.height
    apart = size * 0.35 / (frame.width if lying else -frame.height)
    add_labels(drawn, series, numbers.form, size, whole / (room.high - room.low), apart, lying)
    add_error_bars(drawn, series, frame.ground.ink)


def _style_line(drawn: Any, series: Series, colour: Any) -> None:
    drawn.smooth = False
    if not series.marks:
        drawn.marker.style = XL_MARKER_STYLE.NONE
        drawn.format.line.width, drawn.format.line.color.rgb = Pt(2.25), colour
        return
    drawn.format.line.fill.background()
    drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.DIAMOND, 8
    for paint in (drawn.marker.format.fill, drawn.marker.format.line.fill):
        paint.solid()
        paint.fore_color.rgb = colour
