"""The catalogue of messages is complete, and holds nothing that is not said."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from geo.i18n import MESSAGES_FILE, mark, messages

HOUSE = Path(__file__).resolve().parents[2]
CODE = [
    HOUSE / "app.py",
    *(path for part in ("geo", "pages", "server") for path in (HOUSE / part).rglob("*.py")),
]

Text = str | tuple[str, str]


def said_in(code: str, name: str) -> Iterator[tuple[Text, str]]:
    """Every message that a file says or marks, with its place.

    Raises:
        AssertionError: a message is put together in the code, so that no translator can see it.
    """
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        place = f"{name}:{node.lineno}"
        called = (
            node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        )
        if called in ("say", "mark") and node.args:
            for text in _literals(node.args[0], place):
                yield text, place
        elif called == "count" and len(node.args) >= 3:
            one, many = (next(iter(_literals(argument, place))) for argument in node.args[:2])
            yield (one, many), place


def _literals(node: ast.expr, place: str) -> list[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return _literals(node.body, place) + _literals(node.orelse, place)
    assert isinstance(node, ast.Name | ast.Subscript | ast.Attribute), (
        f"{place}: a message is put together in the code"
    )
    return []  # said by its name: it was marked where it is written


def all_sentence() -> dict[Text, list[str]]:
    places: dict[Text, list[str]] = {}
    for path in CODE:
        name = str(path.relative_to(HOUSE))
        for text, place in said_in(path.read_text("utf-8"), name):
            places.setdefault(text, []).append(place)
    return places


MESSAGES: list[Message] = [message for message in messages() if message.id]


def test_every_message_that_is_said_has_a_translation() -> None:
    known = {message.id for message in MESSAGES}
    missing = {text: places for text, places in all_sentence().items() if text not in known}
    assert not missing, f"missing in {MESSAGES_FILE.name}"


def test_every_translated_message_is_said_somewhere() -> None:
    sentence = set(all_sentence())
    unused = {
        message.id: f"{MESSAGES_FILE.name}:{message.lineno}"
        for message in MESSAGES
        if message.id not in sentence
    }
    assert not unused


def test_the_search_for_messages_finds_them_wherever_they_stand() -> None:
    code = """
x = mark("a")
f"{words.say('b', n=1)} {self.words().say('c' if x else 'd')}"
words.count("{n} e", "{n} es", 2)
frame["x"].count()
words.say(KIND[k])
"""
    assert {text for text, _ in said_in(code, "x.py")} == {"a", "b", "c", "d", ("{n} e", "{n} es")}


@pytest.mark.parametrize(
    "code", ['words.say(f"{n} ties")', 'words.say("a" + b)', "words.say(str(x))"]
)
def test_a_message_put_together_in_the_code_is_refused(code: str) -> None:
    with pytest.raises(AssertionError, match="a message is put together"):
        list(said_in(code, "x.py"))


def fields(text: str) -> list[str]:
    return sorted(set(re.findall(r"\{(.*?)\}", text)))


def _texts(message: Message) -> tuple[list[str], list[str]]:
    """The English and the Chinese forms of a message."""
    english = list(message.id) if isinstance(message.id, tuple) else [message.id]
    chinese = list(message.string) if isinstance(message.string, tuple) else [message.string]
    return english, chinese


def test_a_translation_says_what_its_message_says() -> None:
    wrong = []
    for message in MESSAGES:
        english, chinese = _texts(message)
        same_fields = {tuple(fields(text)) for text in (*english, *chinese)}
        filled = all(text.strip() for text in chinese)
        one_form = len(chinese) == 1  # Chinese has one form for any number
        if (
            not (filled and one_form and same_fields == {tuple(fields(english[0]))})
            or message.fuzzy
            or chinese == english
        ):
            wrong.append(message.id)
    assert not wrong


def test_a_translation_has_full_width_punctuation() -> None:
    han = r"[一-鿿]"
    half_width = re.compile(rf"{han}\s*[,.;:?!()]|[,.;:?!(]\s*{han}")
    assert not [
        text for message in MESSAGES for text in _texts(message)[1] if half_width.search(text)
    ]


def test_no_message_is_translated_twice() -> None:
    written = re.findall(r'^msgid "(.+)"$', MESSAGES_FILE.read_text("utf-8"), re.MULTILINE)
    assert len(written) == len(set(written)) == len(MESSAGES)


def test_a_marked_message_is_handed_back_as_it_is() -> None:
    assert mark("sister city") == "sister city"
