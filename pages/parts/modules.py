"""The browser's part of a component: small modules, joined to the one that Streamlit takes."""

from __future__ import annotations

import re
from pathlib import Path

IMPORT = re.compile(r"^import [^;]*?from \"\./(\w+)\.js\";\n", re.MULTILINE)
EXPORT = re.compile(r"^export (?!default)(?:\{[^}]*\};\n)?", re.MULTILINE)


def joined(entrance: Path) -> str:
    """An ES module and all that it imports from its folder as one module.

    What the modules name at their top level must differ, since it comes to stand side by side.

    Args:
        entrance: the module whose default export remains.

    Raises:
        FileNotFoundError: a module that is imported is not there.
    """
    return "\n".join(EXPORT.sub("", IMPORT.sub("", module)) for module in _modules(entrance, []))


def _modules(path: Path, seen: list[Path]) -> list[str]:
    """The text of a module after those of all it needs, each once."""
    if path in seen:
        return []
    seen.append(path)
    text = path.read_text("utf-8")
    needed = [path.with_name(f"{name}.js") for name in IMPORT.findall(text)]
    return [*(part for one in needed for part in _modules(one, seen)), text]
