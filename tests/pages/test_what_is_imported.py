"""What a server has imported when every page has been opened: not what makes files elsewhere."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pages.app import APP

HEAVY = ("av", "docx", "frictionless", "typst")
VISIT = """
import json, sys
from streamlit.testing.v1 import AppTest
import server.start
from geo.export import workers
from geo.export.pages import PAGES
workers.open = lambda: None
workers.finished = workers.prepare = lambda *_: b""
at = AppTest.from_file(sys.argv[1], default_timeout=120).run()
for page in filter(None, PAGES):
    at.switch_page(f"pages/{page}.py").run()
    assert not at.exception, (page, at.exception)
print(json.dumps(list(sys.modules)))
"""


@pytest.mark.long
def test_pages_are_opened_without_what_makes_files() -> None:
    done = subprocess.run(
        [sys.executable, "-c", VISIT, APP],
        cwd=Path(APP).parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen = set(json.loads(done.stdout.splitlines()[-1]))
    assert {"pages.parts.slides.film", "streamlit", "geo.figures.catalogue"} <= seen
    assert not seen & set(HEAVY)
