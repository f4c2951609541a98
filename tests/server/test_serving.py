"""The atlas as it is served: image, replicas and proxy, as far as their files can say it."""

from __future__ import annotations

import re
import subprocess
import time
from email.message import Message
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener

import pytest
import yaml
from packaging.requirements import Requirement

from benchmarks.load.served import proxy
from server import health
from tests.programs import program

HOUSE = Path(__file__).resolve().parents[2]
LOCKED = re.compile(r"([\w.-]+)==([^\s;]+)(?:\s*;[^#]*?)?(?:\s+--hash=sha256:[0-9a-f]{64})+")

READ = re.compile(r'(?:parents\[\d\]|HOUSE) / "([\w.]+)"(?: / "([\w.]+)")?')
"""How the code names what it reads beside itself."""


def walk(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def steps(name: str = "Dockerfile") -> list[tuple[str, str]]:
    """The instructions of the image, each with its arguments."""
    text = re.sub(r"^#.*\n", "", (HOUSE / name).read_text("utf-8"), flags=re.MULTILINE)
    lines = text.replace("\\\n", " ").splitlines()
    return [(line.split()[0], " ".join(line.split()[1:])) for line in lines if line.strip()]


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    return dict(yaml.safe_load((HOUSE / "compose.yaml").read_text("utf-8"))["services"])


def test_the_image_is_slim_not_root_and_says_when_it_is_ready() -> None:
    told = steps()
    names = [name for name, _ in told]
    assert "PYTHON=python:3.11-slim-bookworm" in [said for name, said in told if name == "ARG"]
    assert names.index("USER") < names.index("CMD")
    user = dict(told)["USER"]
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", user), f"{user} may be root by another name"
    assert dict(told)["HEALTHCHECK"].endswith('CMD ["python", "-m", "server.health"]')


def test_the_image_holds_all_that_runs_and_nothing_else() -> None:
    copied = [said.split()[:-1] for name, said in steps() if name == "COPY"]
    files = {name for names in copied for name in names}
    let_in = (HOUSE / ".dockerignore").read_text("utf-8").splitlines()
    assert {line[1:] for line in let_in if line.startswith("!")} == files
    assert all((HOUSE / name).exists() for name in files)
    running = [path for name in files if (HOUSE / name).is_dir() for path in walk(HOUSE / name)]
    read = {one for path in running for one in READ.findall(path.read_text("utf-8"))}
    assert {"data", "static"} <= {name for name, _ in read}
    missing = {f"{a}/{b}" if b else a for a, b in read if not {a, f"{a}/{b}"} & files}
    assert not missing, "read by what runs and not in the image"
    assert {"app.py", "geo", "pages", "server", ".streamlit"} <= files
    assert not {"tests", "tools", ".git", "."} & files


def test_every_package_is_locked_within_the_ranges_that_are_tested() -> None:
    text = (HOUSE / "requirements.lock").read_text("utf-8").replace("\\\n", " ")
    lines = [line.strip() for line in text.splitlines()]
    found = [LOCKED.fullmatch(line) for line in lines if line and not line.startswith("#")]
    assert all(found), "a line without version or checksum"
    locked = {_plain(one[1]): one[2] for one in found if one}
    for line in (HOUSE / "requirements.txt").read_text("utf-8").splitlines():
        wanted = line.split("#")[0].strip()
        if wanted:
            requirement = Requirement(wanted)
            version = locked.get(_plain(requirement.name))
            assert version, f"{requirement.name} is not locked: run tools/lock.py"
            assert version in requirement.specifier, f"{requirement} is locked at {version}"
    install = next(said for name, said in steps() if name == "RUN" and "pip" in said)
    assert "--require-hashes" in install


def test_replicas_are_alike_share_a_secret_and_stand_behind_the_tested_proxy(
    services: dict[str, Any],
) -> None:
    proxy = services.pop("proxy")
    one, *others = services.values()
    assert others and all(other == one for other in others)
    assert "?" in one["environment"]["STREAMLIT_SERVER_COOKIE_SECRET"], "may be forgotten"
    assert one["cap_drop"] == ["ALL"] and one["read_only"] and not one.get("privileged")
    assert "ports" not in one, "a replica can be reached around the proxy"
    mounted = [said.removesuffix(":ro").split(":") for said in proxy["volumes"]]
    assert all((HOUSE / here).is_file() for here, _ in mounted)
    beside = {Path(there).name for _, there in mounted}
    assert len({Path(there).parent for _, there in mounted}) == 1
    waits = {name: how["condition"] for name, how in proxy["depends_on"].items()}
    assert waits == dict.fromkeys(services, "service_healthy")
    config = (HOUSE / "deploy" / "haproxy.cfg").read_text("utf-8")
    assert beside == {"haproxy.cfg", *re.findall(r"http-error .* file (\S+)", config)}
    asked = set(re.findall(r"\$\{(\w+)\}", config))
    assert asked == set(proxy["environment"])
    reached = [said for name, said in proxy["environment"].items() if "REPLICA" in name]
    assert [where.split(":")[0] for where in reached] == list(services)


def test_where_no_replica_answers_a_page_says_so_in_both_languages(tmp_path: Path) -> None:
    program("haproxy")
    with proxy(["127.0.0.1:1", "127.0.0.1:1"], tmp_path / "log.txt", "atlas") as (address, process):
        status, head, page = answer(f"{address}/atlas/choice?lang=zh", process)
    assert (status, head["Content-Type"]) == (503, "text/html; charset=utf-8")
    assert (head["Cache-Control"], head["Retry-After"]) == ("no-store", "10")
    assert "友城图谱暂时无法访问" in page and "cannot be reached" in page
    assert set(re.findall(r'(?:href|src)="(.*?)"', page)) == {""}, "leads away from the address"


def answer(url: str, process: subprocess.Popen[bytes]) -> tuple[int, Message, str]:
    """Status, head and text of what a proxy that has just been started answers."""
    ask = build_opener(ProxyHandler({})).open
    end = time.monotonic() + 30
    while time.monotonic() < end and process.poll() is None:
        try:
            with ask(url, timeout=30) as told:
                return told.status, told.headers, told.read().decode()
        except HTTPError as told:
            return told.status, told.headers, told.read().decode()
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the proxy does not answer")


@pytest.mark.parametrize(
    ("base", "path"), [("", "/_stcore/health"), ("/atlas", "/atlas/_stcore/health")]
)
def test_health_is_asked_where_the_server_is(
    monkeypatch: pytest.MonkeyPatch, base: str, path: str
) -> None:
    monkeypatch.setenv("STREAMLIT_SERVER_PORT", "1")
    monkeypatch.setenv("STREAMLIT_SERVER_BASE_URL_PATH", base)
    assert health.address() == f"http://127.0.0.1:1{path}"
    assert not health.ready()


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
