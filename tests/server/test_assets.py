"""Files on their way to the browser: compressed once, and kept as long as they are what they were.

Asked without a server: of Streamlit's own folder and of the atlas's, as Starlette sends files.
"""

from __future__ import annotations

import asyncio
import gzip
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import brotli
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import FileResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from server.assets import ASKED_AGAIN, FOR_GOOD, Assets
from server.packing import _BESIDE, pack_beside, version_of
from tests.loops import awaited

HOUSE = Path(__file__).resolve().parents[2]
CODE = "export const answer = 42;\n" * 100
FONT = bytes(range(256)) * 8


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Starlette:
    folder = tmp_path_factory.mktemp("files")
    (folder / "code.js").write_text(CODE)
    (folder / "font.woff2").write_bytes(FONT)
    files = StaticFiles(directory=folder)
    font = FileResponse(folder / "font.woff2")  # which is sent whatever the browser has of it
    routes = [
        Route("/app/static/font.woff2", lambda _: font),
        Mount("/static", files),
        Mount("/", files),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Assets)])


def get(app: Any, path: str, **headers: str) -> tuple[int, dict[bytes, bytes], bytes]:
    """Status, headers and content of an answer."""
    url, sent = urlsplit(path), list[dict[str, Any]]()
    scope = {
        "type": "http",
        "method": "GET",
        "path": url.path,
        "query_string": url.query.encode(),
        "headers": [(name.replace("_", "-").encode(), v.encode()) for name, v in headers.items()],
    }

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(60)  # the reader stays
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    awaited(app(scope, receive, send))
    body = b"".join(part.get("body", b"") for part in sent[1:])
    return sent[0]["status"], dict(sent[0]["headers"]), body


def test_code_is_compressed_for_who_can_read_it(app: Starlette) -> None:
    _, headers, body = get(app, "/static/code.js", accept_encoding="gzip, br")
    assert (headers[b"content-encoding"], headers[b"vary"]) == (b"gzip", b"Accept-Encoding")
    assert int(headers[b"content-length"]) == len(body) < len(CODE) / 10
    assert gzip.decompress(body).decode() == CODE
    status, _, body = get(app, "/static/code.js", if_none_match=headers[b"etag"].decode())
    assert (status, body) == (304, b"")
    _, plain, body = get(app, "/static/code.js")
    assert b"content-encoding" not in plain
    assert body.decode() == CODE


def test_parts_of_files_and_what_lies_elsewhere_go_out_as_they_are(app: Starlette) -> None:
    status, headers, body = get(app, "/static/code.js", range="bytes=0-9", accept_encoding="gzip")
    assert (status, body.decode(), b"content-encoding" in headers) == (206, CODE[:10], False)
    assert b"content-encoding" not in get(app, "/code.js", accept_encoding="gzip")[1]


def test_a_file_is_kept_for_good_only_under_the_address_of_its_content(app: Starlette) -> None:
    for version, kept in (
        (version_of(FONT), FOR_GOOD),
        ("0123456789ab", ASKED_AGAIN),
        ("", ASKED_AGAIN),
    ):
        _, headers, body = get(app, f"/app/static/font.woff2?v={version}", accept_encoding="gzip")
        assert (headers[b"cache-control"], body) == (kept, FONT)
    known = headers[b"etag"].decode()
    assert get(app, "/app/static/font.woff2", if_none_match=f"W/{known}")[::2] == (304, b"")


def test_every_font_is_named_by_its_content_and_latin_letters_are_fetched_without_chinese() -> None:
    config = tomllib.loads((HOUSE / ".streamlit" / "config.toml").read_text("utf-8"))
    faces = config["theme"]["fontFaces"]
    for face in faces:
        url = urlsplit(face["url"])
        content = (HOUSE / url.path.removeprefix("app/")).read_bytes()
        assert url.query == f"v={version_of(content)}"
        if "4E2D" in face["unicodeRange"]:
            assert len(content) < 100_000
    files = {urlsplit(face["url"]).path.rsplit("/")[-1] for face in faces}
    assert files == {path.name for path in (HOUSE / "static" / "fonts").glob("*.woff2")}


def test_what_was_packed_beside_the_start_goes_out_in_its_smallest_form(
    app: Starlette, tmp_path: Path
) -> None:
    (tmp_path / "code.js").write_text(CODE)
    pack_beside([tmp_path / "code.js"])
    _BESIDE.submit(int).result()  # after it
    _, headers, body = get(app, "/static/code.js", accept_encoding="gzip, br")
    assert headers[b"content-encoding"] == b"br"
    assert brotli.decompress(body).decode() == CODE
    _, headers, body = get(app, "/static/code.js", accept_encoding="gzip")
    assert (headers[b"content-encoding"], gzip.decompress(body).decode()) == (b"gzip", CODE)
