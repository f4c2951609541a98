"""The ties of a strip: intervals, names, marks, and what is known of each for the hover."""

from __future__ import annotations

from collections.abc import Sequence

from geo.figures.panel import Spec
from geo.figures.same_country.frames import Mark
from geo.figures.same_country.lanes import AIR
from geo.figures.same_country.strip_axes import Strip, along, down, own, text
from geo.i18n.phrases import roles_called
from geo.style.chart import category, layer
from geo.style.colours import Ground
from geo.style.symbols import chart_shape
from geo.ties.roles import ROLES


def marks_of(strip: Strip) -> list[Spec]:
    """The ties: their intervals where the day is not known, their names, their marks."""
    marks = strip.frames.marks
    interval = layer(
        "rule",
        {
            "x": along(strip, "x0"),
            "x2": {"field": "x1"},
            "y": down(strip, "y"),
            "stroke": own("stroke"),
        },
        [
            {"x0": mark.x0, "x1": mark.x1, "y": mark.y, "stroke": mark.stroke}
            for mark in marks
            if mark.x1 - mark.x0 > 0.02
        ],
        strokeWidth=3,
        opacity=0.45,
        strokeCap="butt",
    )
    names = [
        _labels(strip, [mark for mark in marks if mark.side == side], align, shift)
        for side, align, shift in (("right", "left", AIR), ("left", "right", -AIR))
    ]
    return [interval, *names, _points(strip)]


def _labels(strip: Strip, marks: Sequence[Mark], align: str, shift: float) -> Spec:
    """The names on one side of their marks, on a halo of the ground's colour."""
    paper, ink = strip.ground.paper, strip.ground.ink
    encoding = {"x": along(strip, "lx"), "y": down(strip, "y"), "text": category("label")}
    looks = (
        {"stroke": paper, "strokeWidth": 3, "strokeOpacity": 0.7, "color": paper},
        {"color": ink},
    )
    return {
        "data": {"values": [{"lx": one.lx, "y": one.y, "label": one.label} for one in marks]},
        "layer": [text(None, encoding, align=align, dx=shift, **look) for look in looks],
    }


def _points(strip: Strip) -> Spec:
    """The marks, with what is known of each tie for the hover."""
    words, ground = strip.words, strip.ground
    hover = {
        "partner": words.say("Partner"),
        "country": words.say("Country"),
        "home": words.say("Chinese city"),
        "date": words.say("Since"),
        "role": words.say("Capital or port"),
    }
    shown = ("x", "y", "fill", "stroke", "dash", *hover)
    encoding = {
        "x": along(strip),
        "y": down(strip, "y"),
        "fill": own("fill"),
        "stroke": own("stroke"),
        "strokeDash": own("dash"),
        "shape": category("role", scale=_shapes(strip), legend=_legend(ground)),
        "tooltip": [category(field, title=title) for field, title in hover.items()],
    }
    rows = [{field: getattr(mark, field) for field in shown} for mark in strip.frames.marks]
    return layer("point", encoding, rows, size=80, strokeWidth=1.4, opacity=1)


def _shapes(strip: Strip) -> Spec:
    """The shape of every role, by the role's name."""
    called = roles_called(strip.broad)
    return {
        "domain": [strip.words.say(called[role]) for role in ROLES],
        "range": [chart_shape(role) for role in ROLES],
    }


def _legend(ground: Ground) -> Spec:
    return {
        "orient": "top",
        "direction": "horizontal",
        "title": None,
        "symbolFillColor": ground.faint,
        "symbolStrokeColor": ground.faint,
        "offset": 4,
    }
