"""The browser's part of a component: small modules, joined to the one that Streamlit takes.

Streamlit hands the browser one module for a component, without a folder from which it could import
others. So each becomes a function that gives what it exports; their names do not meet.
"""

from __future__ import annotations

import re
from pathlib import Path

IMPORT = re.compile(r"^import (\{[^}]*\}) from \"(\.{1,2}/[\w/.]+\.js)\";\n", re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:const|let|class|function)\s+(\w+))", re.MULTILINE)
ENTRANCE = "export default "


def joined(entrance: Path) -> str:
    """An ES module and all that it imports as one module.

    Args:
        entrance: the module whose default export remains. What a module imports is named one by
            one, and what it exports is a function, a class or a constant. No two modules have one
            file name.

    Raises:
        FileNotFoundError: a module that is imported is not there.
        ValueError: a module imports or exports in another way.
    """
    *needed, last = _modules(entrance.resolve(), [])
    for module in (*needed, last):
        _check_imports(module)
    text = _imports(last.read_text("utf-8"))
    if text.count(ENTRANCE) != 1:
        raise ValueError(f"{entrance.name} needs one default export.")
    return "\n".join([*map(_as_function, needed), text])


def _modules(path: Path, seen: list[Path]) -> list[Path]:
    """A module after all that it needs, each once."""
    if path in seen:
        return []
    seen.append(path)
    imported = [path.parent / name for _, name in IMPORT.findall(path.read_text("utf-8"))]
    return [*(module for one in imported for module in _modules(one.resolve(), seen)), path]


def _as_function(module: Path) -> str:
    text = module.read_text("utf-8")
    exported = EXPORT.findall(text)
    body = EXPORT.sub("", _imports(text))
    if re.search(r"^export\b", body, re.MULTILINE):
        raise ValueError(f"{module.name} exports something that is not named where it is made.")
    names = ", ".join(exported)
    return f"const {_name(module)} = (() => {{\n{body}\nreturn {{ {names} }};\n}})();\n"


def _check_imports(module: Path) -> None:
    """A name that its module does not export would be undefined, and nobody would say so."""
    for names, path in IMPORT.findall(module.read_text("utf-8")):
        exported = EXPORT.findall((module.parent / path).read_text("utf-8"))
        missing = {name.strip() for name in names.strip("{}").split(",")} - {"", *exported}
        if missing:
            raise ValueError(f"{module.name} imports {sorted(missing)}, not exported by {path}.")


def _imports(text: str) -> str:
    """What a module imports, taken from the functions before it."""
    text = IMPORT.sub(lambda found: f"const {found[1]} = {_name(Path(found[2]))};\n", text)
    if re.search(r"^import\b", text, re.MULTILINE):
        raise ValueError("A module imports something that it does not name one by one.")
    return text


def _name(module: Path) -> str:
    return f"__{module.stem}"
