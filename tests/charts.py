"""Whether a chart is one that Vega-Lite understands."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import altair.vegalite.v6.schema as schema
import jsonschema_rs

from geo.figures.panel import Spec


@cache
def _validator() -> jsonschema_rs.Draft7Validator:
    """The schema of Vega-Lite as Altair ships it, its references written as addresses are.

    The validator in Python that Altair calls takes seconds for what this one does in milliseconds.
    """
    text = Path(schema.__file__).with_name("vega-lite-schema.json").read_text("utf-8")
    return jsonschema_rs.Draft7Validator(json.loads(text, object_hook=_quoted))


def _quoted(part: dict[str, Any]) -> dict[str, Any]:
    to = part.get("$ref")
    return part | {"$ref": quote(to, safe="#/")} if isinstance(to, str) else part


def assert_valid(chart: Spec) -> None:
    """Fail with the path to the fault unless Vega-Lite's schema allows the chart."""
    text = json.dumps(chart, allow_nan=False)
    faults = [
        f"{list(one.instance_path)}: {one.message[:300]}"
        for one in _validator().iter_errors(json.loads(text))
    ]
    assert not faults, faults
