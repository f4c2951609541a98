"""Run a Streamlit app and write down how long every run of its script takes.

    python timed_server.py RUNS.jsonl streamlit run app.py ...

One line of JSON a run: ``wall`` and ``cpu``, in milliseconds. A run begins when Streamlit's script
thread takes up the request of the browser and ends when it has nothing more to do for it: setting
the state, running the script or fragment (and once more where it asks for that), putting its
messages on the queue, forgetting what the page no longer shows, and the collection of garbage
where it is switched on. ``cpu`` is the processor time of that thread alone. Not included, on either
page: reading the request from the socket and writing the queue to it.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.web.cli import main


def write_down_runs(log: Path) -> None:
    """Make every run of a script add its line to ``log``."""
    run = ScriptRunner._run_script

    def timed(self: ScriptRunner, rerun_data: Any) -> None:
        wall, cpu = time.perf_counter(), time.thread_time()
        try:
            run(self, rerun_data)
        finally:
            took = {
                "wall": round(1000 * (time.perf_counter() - wall), 2),
                "cpu": round(1000 * (time.thread_time() - cpu), 2),
            }
            with log.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(took) + "\n")

    ScriptRunner._run_script = timed  # type: ignore[method-assign]


if __name__ == "__main__":
    write_down_runs(Path(sys.argv[1]))
    sys.argv = sys.argv[2:]
    main(prog_name="streamlit")
