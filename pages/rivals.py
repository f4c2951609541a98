"""The address that the page on shared countries had once: the entrance leads on from it.

A fresh server takes the files in ``pages/`` for its pages until the first ``st.navigation``:
without this file it would tell its first visitor that there is no such page.
"""

from __future__ import annotations

from pages.parts.frame import inside_frame

inside_frame(lambda: None)
