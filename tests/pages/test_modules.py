"""The browser's modules, joined to one."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.parts.modules import joined


def _write(folder: Path, **modules: str) -> Path:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    return folder / "main.js"


def test_modules_of_equal_names_inside_come_together_once_and_in_order(tmp_path: Path) -> None:
    main = _write(
        tmp_path,
        main='import { one } from "./one.js";\nimport {\n  two,\n} from "./two.js";\n'
        "export default function () { return one() + two; }\n",
        one='import { two } from "./two.js";\nconst STEP = 1;\nexport function one() '
        "{ return STEP + two; }\n",
        two="const STEP = 2;\nexport const two = STEP;\n",
    )
    text = joined(main)
    assert text.index("const __two") < text.index("const __one") < text.index("export default")
    assert text.count("const STEP = 2;") == 1
    assert "import" not in text
    assert text.count("export") == 1


@pytest.mark.parametrize(
    "module",
    ['import "./two.js";\nexport default 1;\n', "export default 1;\nexport default 2;\n", "1;\n"],
)
def test_other_imports_and_exports_are_refused(tmp_path: Path, module: str) -> None:
    with pytest.raises(ValueError, match=r"imports|default export"):
        joined(_write(tmp_path, main=module))


def test_a_name_that_is_not_exported_is_refused(tmp_path: Path) -> None:
    main = _write(
        tmp_path,
        main='import { one, two } from "./one.js";\nexport default one + two;\n',
        one="export const one = 1,\n  two = 2;\n",
    )
    with pytest.raises(ValueError, match="two"):
        joined(main)


def test_an_export_that_is_not_named_is_refused(tmp_path: Path) -> None:
    main = _write(
        tmp_path,
        main='import { one } from "./one.js";\nexport default one;\n',
        one="const one = 1;\nexport { one };\n",
    )
    with pytest.raises(ValueError, match=r"one\.js"):
        joined(main)
