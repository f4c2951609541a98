"""Files that are made when the reader clicks, and the sentence he reads where one cannot be.

Streamlit calls what makes such a file in a thread without a page, and tells the browser of any
fault the same English line. The button shows that line below itself; here it is given our sentence
instead. Streamlit has no public way to do so yet: where a later version knows its handler by
another name, its own line stands again, and a test says so.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

from streamlit.runtime.backend_operation_handler import DeferredFileHandler

from geo.export.pool import TaskError
from geo.i18n import Words
from pages.parts.jobs import sorry

_faults: ContextVar[list[str]] = ContextVar("what the reader is told of the file he asked for")


def for_download(make: Callable[[], bytes], words: Words) -> Callable[[], bytes]:
    """What makes a file, for ``st.download_button``: its faults reach the reader as a sentence.

    Args:
        words: the reader's; what ``make`` raises as ``ValueError`` is in his language already.
    """
    _tell_faults()

    def made() -> bytes:
        try:
            return make()
        except TaskError as fault:
            _say(fault.sentence(words))
            raise
        except ValueError as fault:
            _say(str(fault))
            raise
        except Exception:
            _say(sorry(words))
            raise

    return made


def _say(sentence: str) -> None:
    _faults.get([]).append(sentence)


@lru_cache(maxsize=1)
def _tell_faults() -> None:
    """Have Streamlit's answer to a click carry our sentence, if there is one."""
    own = DeferredFileHandler.handle

    async def handle(self: DeferredFileHandler, request: Any, session_id: str) -> Any:
        faults: list[str] = []
        _faults.set(faults)  # the thread that makes the file sees the same list
        response = await own(self, request, session_id)
        if faults and response.error_msg:
            response.error_msg = faults[-1]
        return response

    DeferredFileHandler.handle = handle  # type: ignore[method-assign]
