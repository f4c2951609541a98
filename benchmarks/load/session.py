"""A reader's session without a browser: Streamlit's own messages over a websocket.

Messages are those of the installed Streamlit (``BackMsg``, ``ForwardMsg``).
"""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.state.common import user_key_from_element_id
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

PATIENCE = 60.0
"""Seconds after which an answer counts as not coming."""
DONE = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY}
TRIGGERS = "$$STREAMLIT_INTERNAL_KEY_{}__events"
"""Under which the client sends what a component of ours says once."""


class Failed(Exception):
    """The reader did not get what he asked for."""


@dataclass(eq=False)
class Session:
    """One reader's connection, the elements on his page by key (or kind), and his widgets' values.

    Args:
        address: of the app, without a slash at the end.
        query: the parameters by which he comes.
    """

    address: str
    query: str = ""
    elements: dict[str, Any] = field(default_factory=dict)
    fragments: dict[str, str] = field(default_factory=dict)
    states: dict[str, WidgetState] = field(default_factory=dict)
    _known: dict[str, ForwardMsg] = field(default_factory=dict)
    _drawn: set[str] = field(default_factory=set)
    _page: str = ""
    _id: str = ""
    _cookies: str = ""
    _socket: ClientConnection | None = None

    async def open(self) -> float:
        """Fetch the page, connect, and wait until it has been drawn once.

        Returns:
            Seconds from asking for the page to its end.

        Raises:
            Failed: it is not drawn.
        """
        began = time.perf_counter()
        await self.fetch(f"?{self.query}")
        self._socket = await connect(
            f"{self.address.replace('http', 'ws', 1)}/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            additional_headers={"Cookie": self._cookies} if self._cookies else None,
            max_size=None,
            proxy=None,
            open_timeout=PATIENCE,
        )
        await self.run()
        return time.perf_counter() - began

    async def close(self) -> None:
        """Leave."""
        if self._socket:
            await self._socket.close()

    async def fetch(self, path: str) -> bytes:
        """What lies at an address of the app (relative to it, or from its root).

        Raises:
            Failed: the answer is no success, or none comes.
        """
        host = "/".join(self.address.split("/")[:3])
        url = host + path if path.startswith("/") else f"{self.address}/{path}"
        headers = {"Cookie": self._cookies} if self._cookies else {}

        def ask() -> bytes:
            opener = build_opener(ProxyHandler({}))
            with opener.open(Request(url, headers=headers), timeout=PATIENCE) as answer:
                for line in answer.headers.get_all("Set-Cookie") or ():
                    new = [f"{name}={one.value}" for name, one in SimpleCookie(line).items()]
                    self._cookies = "; ".join(filter(None, [self._cookies, *new]))
                return bytes(answer.read())

        try:
            return await asyncio.to_thread(ask)
        except OSError as fault:
            raise Failed(f"{path[:60]}: {fault}") from fault

    def set(self, key: str, **value: Any) -> str:
        """Give a widget a value, as a field of ``WidgetState``; returns its fragment."""
        element = self.elements[key]
        state = WidgetState(id=element.id)
        for name, content in value.items():
            if hasattr(content, "data"):
                getattr(state, name).CopyFrom(content)
            elif isinstance(content, list):
                getattr(state, name).data.extend(content)
                getattr(state, name).SetInParent()
            else:
                setattr(state, name, content)
        self.states[element.id] = state
        return self.fragments.get(key, "")

    async def trigger(self, key: str, event: str, value: Any) -> None:
        """Let a component of ours say something once, and wait for the page."""
        told = json.dumps([{"event": event, "value": value}])
        name = TRIGGERS.format(self.elements[key].id)
        once = WidgetState(id=name, json_trigger_value=told)
        await self.run(self.fragments.get(key, ""), once)

    async def run(self, fragment: str = "", *once: WidgetState) -> None:
        """Send the values of all widgets and wait until the page has been drawn by them.

        Raises:
            Failed: it shows an exception, or is not drawn in time.
        """
        asked = BackMsg()
        client = asked.rerun_script
        client.query_string, client.page_script_hash = self.query, self._page
        client.fragment_id = fragment
        client.widget_states.widgets.extend([*self.states.values(), *once])
        client.cached_message_hashes.extend(self._known)
        client.context_info.CopyFrom(type(client.context_info)(locale="en-GB", timezone="UTC"))
        client.context_info.url = f"{self.address}/"
        await self._send(asked)
        await self._until(lambda said: said.script_finished in DONE, "script_finished")

    async def picture(self, key: str) -> bytes:
        """Press a button whose file is made when it is pressed, and fetch the file.

        Raises:
            Failed: it is not made; the sentence that the reader is told.
        """
        asked = BackMsg()
        asked.backend_operation_request.request_id = key
        asked.backend_operation_request.session_id = self._id
        asked.backend_operation_request.deferred_file.file_id = self.elements[key].deferred_file_id
        await self._send(asked)
        said = await self._until(lambda _: True, "backend_operation_response")
        if said.backend_operation_response.error_msg:
            raise Failed(said.backend_operation_response.error_msg)
        return await self.fetch(said.backend_operation_response.deferred_file.url)

    async def _send(self, message: BackMsg) -> None:
        if self._socket is None:
            raise Failed("not connected")
        await self._socket.send(message.SerializeToString())

    async def _until(self, right: Any, kind: str) -> ForwardMsg:
        """Take messages until one of a kind is right."""
        assert self._socket
        try:
            async with asyncio.timeout(PATIENCE):
                async for content in self._socket:
                    said: ForwardMsg = ForwardMsg.FromString(bytes(content))  # type: ignore[arg-type]
                    self._take(said)
                    if said.WhichOneof("type") == kind and right(said):
                        return said
        except (TimeoutError, OSError) as fault:
            raise Failed(f"no {kind} within {PATIENCE:.0f} s") from fault
        raise Failed("the connection was closed")

    def _take(self, said: ForwardMsg) -> None:
        if said.WhichOneof("type") == "ref_hash":
            said = self._known[said.ref_hash]
        elif said.hash and said.metadata.cacheable:
            self._known[said.hash] = said
        match said.WhichOneof("type"):
            case "new_session":
                self._page = said.new_session.page_script_hash
                self._id = said.new_session.initialize.session_id or self._id
                self._drawn = set()
            case "page_info_changed":
                self.query = said.page_info_changed.query_string
            case "script_finished" if said.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                for key in self.elements.keys() - self._drawn:  # no longer on the page
                    del self.elements[key]
            case "delta" if said.delta.WhichOneof("type") == "new_element":
                self._element(said.delta)

    def _element(self, delta: Any) -> None:
        kind = delta.new_element.WhichOneof("type")
        element = getattr(delta.new_element, kind)
        if kind == "exception":
            raise Failed(f"{element.type}: {element.message}"[:300])
        if known := getattr(element, "id", ""):
            key = user_key_from_element_id(known) or kind
            self.elements[key], self.fragments[key] = element, delta.fragment_id
            self._drawn.add(key)
