"""What the project says of itself, in each file in which it says it."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from geo.data import PACKAGE

HOUSE = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def cited() -> dict[str, Any]:
    return dict(yaml.safe_load((HOUSE / "CITATION.cff").read_text("utf-8")))


@pytest.fixture(scope="module")
def codemeta() -> dict[str, Any]:
    return dict(json.loads((HOUSE / "codemeta.json").read_text("utf-8")))


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return dict(json.loads((PACKAGE / "datapackage.json").read_text("utf-8")))


def test_the_version_of_the_data_is_the_same_everywhere(
    cited: dict[str, Any], codemeta: dict[str, Any], data: dict[str, Any]
) -> None:
    (reference,) = cited["references"]
    (supporting,) = codemeta["supportingData"]
    told = [(one["version"], str(one["date-released"])) for one in (cited, reference)]
    told.append((supporting["version"], supporting["dateModified"]))
    assert set(told) == {(data["version"], data["asOf"])}
    assert reference["title"] == supporting["name"]


def test_the_version_of_the_code_is_the_same_everywhere(codemeta: dict[str, Any]) -> None:
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["project"]
    log = (HOUSE / "CHANGELOG.md").read_text("utf-8")
    released = re.findall(r"^## (\d+\.\d+\.\d+) \(\d{4}-\d{2}-\d{2}\)$", log, re.MULTILINE)
    assert codemeta["version"] == project["version"] == released[0]
    assert codemeta["description"] == project["description"]
    assert codemeta["runtimePlatform"] == f"Python {project['requires-python'].strip('>=')}"


def test_title_authors_licences_and_keywords_agree(
    cited: dict[str, Any], codemeta: dict[str, Any], data: dict[str, Any]
) -> None:
    assert codemeta["name"] == cited["title"]
    assert [one["name"] for one in codemeta["author"]] == [one["name"] for one in cited["authors"]]
    assert codemeta["license"].endswith(f"/{cited['license']}")
    (supporting,) = codemeta["supportingData"]
    assert supporting["license"].endswith(f"/{data['licenses'][0]['name']}")
    assert cited["references"][0]["license"] == data["licenses"][0]["name"]
    assert codemeta["keywords"] == cited["keywords"] == data["keywords"]
