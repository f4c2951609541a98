"""Whether the atlas on this machine is ready for readers; what the image's health check runs.

    python -m server.health

Ends with 0 where it is and with 1 where it is not. Port and base path are those that the server
itself reads from the environment.
"""

from __future__ import annotations

import os
import sys
from urllib.request import ProxyHandler, build_opener

SECONDS = 4.0


def address() -> str:
    """Where the server says whether it is ready."""
    port = os.environ.get("STREAMLIT_SERVER_PORT", "8501")
    base = os.environ.get("STREAMLIT_SERVER_BASE_URL_PATH", "").strip("/")
    return f"http://127.0.0.1:{port}/{f'{base}/' if base else ''}_stcore/health"


def ready() -> bool:
    """Whether it says so within :data:`SECONDS`."""
    try:
        with build_opener(ProxyHandler({})).open(address(), timeout=SECONDS) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(0 if ready() else 1)
