"""What the readers come to: one process, two replicas behind HAProxy, the bare page."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from urllib.request import ProxyHandler, build_opener

from benchmarks.peers.data import write_data
from benchmarks.peers.registry import ATLAS, BARE, Peer
from benchmarks.peers.servers import HOUSE, family, serve, stop
from geo.ties.roster import load_roster

CONFIG = HOUSE / "deploy" / "haproxy.cfg"
KINDS = ("one process", "two replicas", "bare page")
SECONDS = 30


class Here(Peer):
    """A peer in the environment that measures: the same Streamlit for all, nothing installed."""

    @property
    def python(self) -> Path | str:
        """The interpreter of this process."""
        return sys.executable


@dataclass(frozen=True)
class Served:
    """What the readers come to.

    Attributes:
        kind: one of :data:`KINDS`.
        address: without a slash at the end.
        processes: ids of the servers; their children are found by them.
    """

    kind: str
    address: str
    processes: tuple[int, ...]

    def memory(self) -> float:
        """MB of all its processes, what they share counted once (PSS); 0 without ``/proc``."""
        return sum(_pss(one) for one in self._all()) / 1024

    def files(self) -> int:
        """Files and sockets that its processes hold open."""
        return sum(_held(one) for one in self._all())

    def count(self) -> int:
        """Its processes."""
        return len(self._all())

    def _all(self) -> set[int]:
        return {one for process in self.processes for one in family(process)}


@contextmanager
def served(kind: str) -> Iterator[Served]:
    """Serve one of :data:`KINDS` on free ports of this machine; stop it at the end.

    Raises:
        RuntimeError: it does not start, or there is no HAProxy.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        if kind == KINDS[2]:
            write_data(folder, load_roster())
            bare = Here(BARE.name, BARE.folder, BARE.command)
            servers = [stack.enter_context(serve(bare, folder, None))]
        else:
            several = 2 if kind == KINDS[1] else 1
            peers = [Here(f"atlas {n + 1}", "", ATLAS.command) for n in range(several)]
            servers = [stack.enter_context(serve(peer, folder, None)) for peer in peers]
        address = servers[0].address
        if kind == KINDS[1]:
            hosts = [server.address.removeprefix("http://") for server in servers]
            address = stack.enter_context(proxied(hosts, folder / "haproxy.log"))
        yield Served(kind, address, tuple(server.process.pid for server in servers))


@contextmanager
def proxied(replicas: Sequence[str], log: Path, base: str = "") -> Iterator[str]:
    """HAProxy as compose.yaml has it, before two replicas on this machine; its address.

    Args:
        replicas: host and port of each.
        log: where its messages go.
        base: the path under which the replicas serve, without slashes.

    Raises:
        RuntimeError: there is no HAProxy, or it does not lead to a replica in time.
    """
    with proxy(replicas, log, base) as (address, process):
        path = f"/{base}" if base else ""
        _wait(f"{address}{path}/_stcore/health", process, log)
        yield address


@contextmanager
def proxy(
    replicas: Sequence[str], log: Path, base: str = ""
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The same before anything has answered: its address, and its process.

    Raises:
        RuntimeError: there is no HAProxy.
    """
    program = which("haproxy", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None:
        raise RuntimeError("HAProxy is not installed (Debian: apt-get install haproxy).")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        listen = f"127.0.0.1:{free.getsockname()[1]}"
    path = f"/{base}" if base else ""
    environment = {"ATLAS_LISTEN": listen, "ATLAS_BASE_PATH": path}
    environment |= {f"ATLAS_REPLICA_{n}": host for n, host in enumerate(replicas, 1)}
    with log.open("wb") as out:
        process = subprocess.Popen(
            [program, "-db", "-f", str(CONFIG)],
            env=os.environ | environment,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        yield f"http://{listen}", process
    finally:
        stop(process)


def _wait(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    ask = build_opener(ProxyHandler({})).open
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError), ask(url, timeout=SECONDS):
            return
        time.sleep(0.1)
    raise RuntimeError(f"HAProxy leads to no replica:\n{log.read_text('utf-8')}")


def _pss(process: int) -> int:
    with suppress(OSError, ValueError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def _held(process: int) -> int:
    with suppress(OSError):
        return sum(1 for _ in Path(f"/proc/{process}/fd").iterdir())
    return 0
