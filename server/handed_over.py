"""Files that pages hand to the browser are kept a while after the last page let go of them.

Streamlit throws a file away when no session refers to it and any session's run ends. That is too
early in three ways, each of which a reader meets the sooner the more others read beside him. A run
that begins forgets what the one before referred to, though its page still stands in the browser:
the button that is pressed meanwhile, or the map that is fetched, leads nowhere. What is replaced
by the next run may still be on its way. And a file made at the press of a button is referred to by
nobody: it goes with the second run of anybody that ends before the browser has come for it.

Streamlit has no public way to set how long files are kept. Where a later version knows what
is overruled here by other names, its own rule stands again, and the tests say so.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from streamlit.runtime.media_file_manager import MediaFileManager

SECONDS = 30.0
"""How long at least: longer than a step of a page took with fifty readers on one process, and short
enough for two picture-makers not to fill the memory. A first page may take longer; before it there
is nothing to be kept."""


class Waiting:
    """What nobody refers to, and since when.

    Args:
        seconds: how long it waits for somebody to come back to it.
        clock: tells seconds.
    """

    def __init__(self, seconds: float, clock: Callable[[], float]) -> None:
        self.seconds, self.clock = seconds, clock
        self._since: dict[str, tuple[object, float]] = {}

    def over(self, unused: Mapping[str, object]) -> set[str]:
        """Those that have been among the unused at every call for so many seconds.

        Args:
            unused: what they are, by their names: a file that is made anew has the same name, for
                its content is the same, and waits anew.
        """
        now, before = self.clock(), self._since
        self._since = {
            name: before[name] if name in before and before[name][0] is what else (what, now)
            for name, what in unused.items()
        }
        return {name for name, (_, since) in self._since.items() if now - since >= self.seconds}


def keep(manager: MediaFileManager, clock: Callable[[], float] = time.monotonic) -> None:
    """Have a manager of files throw nothing away that was referred to within :data:`SECONDS`."""
    overruled: Any = manager
    files, makers = Waiting(SECONDS, clock), Waiting(SECONDS, clock)
    unused = manager._get_inactive_file_ids

    def those_over() -> set[str]:
        return files.over({name: manager._file_metadata[name] for name in unused()})

    def drop_makers() -> None:
        """Of what makes a file at the press of a button; called with the manager's lock held."""
        shown = {
            name
            for session in manager._files_by_session_and_coord.values()
            for name in session.values()
        }
        left = {name: one for name, one in manager._deferred_callables.items() if name not in shown}
        for name in makers.over(left):
            manager._drop_deferred_id(name)

    overruled._get_inactive_file_ids = those_over
    overruled._remove_orphaned_deferred_callables = drop_makers
