"""Environments and servers of the peers: made if missing, started on a free port, stopped."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
import venv
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

from benchmarks.peers.registry import HERE, Peer, environment_of
from geo.data import ENVIRONMENT

HOUSE = HERE.parents[1]
PATIENCE = 120
"""Seconds until a thing that should happen counts as not happening."""


def install(peer: Peer) -> None:
    """Make the virtual environment of a peer, unless it is there with these requirements."""
    if not peer.folder:
        return
    wanted = HERE / peer.folder / "requirements.txt"
    folder = environment_of(peer.folder)
    noted = folder / "installed.txt"
    if noted.exists() and noted.read_text("utf-8") == wanted.read_text("utf-8"):
        return
    print(f"Installing what {peer.name} needs …", flush=True)
    venv.create(folder, clear=True, with_pip=True)
    subprocess.run([peer.python, "-m", "pip", "install", "-q", "-r", wanted], check=True)
    shutil.copy(wanted, noted)


@dataclass
class Server:
    """One app, served to this machine only by a process of its own."""

    peer: Peer
    address: str
    process: subprocess.Popen[bytes]

    def spent(self) -> float | None:
        """Processor time of the process and its children so far, in milliseconds.

        Nothing where the system has no /proc.
        """
        if not Path("/proc/self/stat").exists():
            return None
        tick = 1000 / os.sysconf("SC_CLK_TCK")
        return tick * sum(_ticks(one) for one in family(self.process.pid))


def _stat(process: int) -> list[str]:
    with suppress(OSError):
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return []


def _ticks(process: int) -> int:
    """Of a process with all its threads, and of those children that have ended."""
    return sum(map(int, _stat(process)[11:15]))


def family(process: int) -> list[int]:
    """The ids of a process and of all that it has started, near and far."""
    parents = {int(path.name): _stat(int(path.name)) for path in Path("/proc").glob("[0-9]*")}
    found = [process]
    for one in found:
        found += [child for child, stat in parents.items() if stat and int(stat[1]) == one]
    return found


@contextmanager
def serve(peer: Peer, data: Path, package: Path | None) -> Iterator[Server]:
    """Serve a peer on a free port; stop it, and only it, at the end.

    Args:
        data: folder of what :mod:`benchmarks.peers.data` has written; taken beside a copy of the
            app, which is away from the atlas's own configuration.
        package: folder of the data package that the atlas is to show, if not its own.

    Raises:
        RuntimeError: it does not answer in time; what it wrote is in the message.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = _app(peer, data)
    environment = {"PYTHONPATH": "", **({ENVIRONMENT: str(package)} if package else {})}
    log = data / f"{peer.name}.log"
    command = [str(peer.python), *peer.command.format(port=port).split()]
    with log.open("wb") as out:
        process = subprocess.Popen(
            command,
            cwd=app,
            env=os.environ | environment,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    server = Server(peer, f"http://127.0.0.1:{port}", process)
    try:
        _wait_until_answering(server, log)
        yield server
    finally:
        stop(process)


def _app(peer: Peer, data: Path) -> Path:
    """The folder to start in: the project, or a copy of the peer's own with the data in it."""
    if not peer.folder:
        return HOUSE
    folder = data / peer.name
    shutil.copytree(HERE / peer.folder, folder)
    shutil.copytree(data / "static", folder / "static")
    for name in ("ties.json", "plane.json"):
        shutil.copy(data / name, folder)
    return folder


def _wait_until_answering(server: Server, log: Path) -> None:
    ask = build_opener(ProxyHandler({})).open
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.process.poll() is None:
        with suppress(OSError), ask(server.address + server.peer.path, timeout=30):
            return
        time.sleep(0.1)
    raise RuntimeError(f"{server.peer.name} did not start:\n{log.read_text('utf-8')}")


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process, by force if it does not end by itself in ten seconds."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(10)
