"""The app without a browser: opened by an address, read, and touched as a browser touches it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from geo.ties.view import View
from pages.parts import session

APP = str(Path(__file__).resolve().parents[2] / "app.py")


def opened(**parameters: str | list[str]) -> AppTest:
    """The app as an address opens it."""
    at = AppTest.from_file(APP, default_timeout=60)
    for name, value in parameters.items():
        at.query_params[name] = value
    return sound(at.run())


def opened_on(page: str, narrow: bool = False, **parameters: str | list[str]) -> AppTest:
    """A page (a file of ``pages/``) as a reader comes to it from the map, on a phone or not."""
    at = AppTest.from_file(APP, default_timeout=60)
    for name, value in parameters.items():
        at.query_params[name] = value
    if narrow:
        at.session_state["narrow"] = True
    at.run()
    return sound(at.switch_page(f"pages/{page}.py").run())


def sound(at: AppTest) -> AppTest:
    """The app, if it has come through the run without an exception."""
    assert not at.exception, at.exception
    return at


def sent(at: AppTest) -> WidgetStates:
    """What the browser would send for the widgets of the page."""
    states: WidgetStates = at._tree.get_widget_states()
    return states


def after_restart(at: AppTest, states: WidgetStates | None = None) -> AppTest:
    """The same page in a session of its own, which knows nothing but address and widgets."""
    anew = AppTest.from_file(APP, default_timeout=60)
    for name, value in query_of(at).items():
        anew.query_params[name] = value
    return sound(anew._run(sent(at) if states is None else states))


def with_list(
    at: AppTest, *, cells: list[tuple[int, str]] | None = None, columns: list[str] | None = None
) -> WidgetStates:
    """What the browser would send after a click in the list beside the map."""
    key = at.dataframe[0].proto.id
    kept = [state for state in sent(at).widgets if state.id != key]
    selection = {"rows": [], "columns": columns or [], "cells": cells or []}
    new = WidgetState(id=key, string_value=json.dumps({"selection": selection}))
    return WidgetStates(widgets=[*kept, new])


def map_of(at: AppTest) -> dict[str, Any]:
    """What the browser is told of the world map."""
    return _told(_component(at, "atlas_world_map"))


def kept_address(at: AppTest) -> dict[str, list[str]]:
    """The address that the browser is told to have at last."""
    return parse_qs(_told(_component(at, "atlas_address"))["query"])


def with_map(at: AppTest, **told: Any) -> WidgetStates:
    """What the browser would send after something was done on the map.

    Args:
        told: values that last by name; what is only said once goes under ``once``.
    """
    once = told.pop("once", {})
    return _with_told(at, _component(at, "atlas_world_map").id, told, once)


def with_box(at: AppTest, box: str, asked: str | None = None, **once: str) -> WidgetStates:
    """What the browser would send after something was done in a box that one looks for things in.

    Args:
        box: its key.
        asked: what is typed into it.
        once: what was ``taken`` or ``dropped``: kind and key, a blank between.
    """
    return _with_told(at, _box(at, box).id, {} if asked is None else {"asked": asked}, once)


def with_lost_lists(at: AppTest, sent: str, lists: list[str]) -> WidgetStates:
    """What the browser would send when lists that its window still has are to be shown again."""
    key = _component(at, "atlas_lost_lists").id
    return _with_told(at, key, {}, {"again": {"sent": sent, "lists": lists}})


def lost_lists_of(at: AppTest) -> dict[str, Any]:
    """What the browser is told of the lists that are shown."""
    return _told(_component(at, "atlas_lost_lists"))


def box_of(at: AppTest, box: str) -> dict[str, Any]:
    """What the browser is told of a box: its name, options, and what is chosen."""
    return _told(_box(at, box))


def touched(at: AppTest, touch: Callable[[AppTest], Any]) -> AppTest:
    """The app after something was touched that the test framework knows, or has no word for."""
    done = touch(at)
    return sound(at._run(done) if isinstance(done, WidgetStates) else done.run())


def _with_told(at: AppTest, key: str, told: dict[str, Any], once: dict[str, Any]) -> WidgetStates:
    states = [*sent(at).widgets, WidgetState(id=key, json_value=json.dumps(told))]
    if once:
        name = f"$$STREAMLIT_INTERNAL_KEY_{key}__events"
        events = [{"event": event, "value": value} for event, value in once.items()]
        states.append(WidgetState(id=name, json_trigger_value=json.dumps(events)))
    return WidgetStates(widgets=states)


def _box(at: AppTest, key: str) -> Any:
    known = (element.proto for element in at.get("bidi_component"))
    return next(
        one for one in known if one.component_name == "atlas_finder" and one.id.endswith(f"-{key}")
    )


def _component(at: AppTest, name: str) -> Any:
    known = (element.proto for element in at.get("bidi_component"))
    return next(one for one in known if one.component_name == name)


def _told(component: Any) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(component.json)
    return told


def written(at: AppTest) -> str:
    """All the HTML of the page, apart from its styles."""
    bodies = [element.proto.body for element in at.get("html")]
    return "\n".join(body for body in bodies if "<style>" not in body)


def read(at: AppTest) -> str:
    """All that the page says, as a reader reads it."""
    return html.unescape(re.sub(r"<[^>]+>", " ", written(at)))


def view_of(at: AppTest) -> View:
    view: View = at.session_state[session.VIEW]
    return view


def query_of(at: AppTest) -> dict[str, list[str]]:
    return {
        name: value if isinstance(value, list) else [value]
        for name, value in dict(at.query_params).items()
    }


def state_of(at: AppTest, key: str) -> Any:
    """A value of the session, or nothing."""
    with suppress(KeyError):
        return at.session_state[key]
    return None


class Started(PagesManager):
    """The pages of a server whose entrance has been run before.

    A test's server is fresh at every run, and would take the files in ``pages/`` for pages that
    stand alone.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        PagesManager.uses_pages_directory = False
