"""Data addresses and heads of pages, asked of the running app over HTTP, under a base path."""

from __future__ import annotations

import gzip
import html
import io
import json
import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import pandas as pd
import pytest
from PIL import Image

from geo.export.origin import origin_of
from geo.export.pages import FORMER_PAGES, PAGES
from geo.export.view_file import MEDIA, tables_of
from geo.figures.catalogue import catalogue, figure_of
from geo.figures.data.records import records
from geo.figures.map.key_figures import key_figures
from geo.figures.opening import opening
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.style.colours import GROUNDS
from geo.ties.roster import Roster
from geo.ties.view import View
from server import asked, head, reading
from server.headers import SCRIPT_POLICY
from server.settings import REQUESTS
from tests.browser.server import Server
from tests.server.asgi import Answer

BASE = "some/atlas"
SECONDS = 110


class Client:
    """Asks the app, as any program may."""

    def __init__(self, port: int) -> None:
        self.port = port

    def get(self, path: str, method: str = "GET", at_base: bool = True, **headers: str) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, f"/{BASE}{path}" if at_base else path, headers=sent)
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, found, answer.read())


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """The app on a free port, started once by the README's command; one client asks for all."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv(REQUESTS, "6000")
        server = Server(tmp_path_factory.mktemp("server") / "log.txt", BASE)
    try:
        server.wait_until_healthy()
        yield Client(server.port)
        assert not server.new_errors()
    finally:
        begun = children_of(server.process.pid)
        server.stop()
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and any(map(alive, begun)):
        time.sleep(0.1)
    assert not [pid for pid in begun if alive(pid)], "workers outlive their server"


def children_of(pid: int) -> list[int]:
    """The processes that a process has started (Linux; elsewhere none are known)."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            if int(stat.read_text().rpartition(")")[2].split()[1]) == pid:
                found.append(int(stat.parent.name))
    return found


def alive(pid: int) -> bool:
    """Whether a process is there and is no mere entry of one that has ended."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def frame_of(answer: Answer) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(answer.body), keep_default_na=False, na_values=[""])


def ties(roster: Roster, **query: str) -> list[str]:
    view = View.from_query({name: [value] for name, value in query.items()}, roster)
    return list(records(roster, view)["tie"])


@pytest.mark.parametrize("page", ["", "map", "atlas", *filter(None, PAGES), *FORMER_PAGES])
def test_every_page_gives_the_ties_of_its_view(page: str, client: Client, roster: Roster) -> None:
    answer = client.get(f"/{page}.csv?country=JP&lang=en")
    assert answer.status == 200
    assert answer.headers["content-type"] == MEDIA["csv"]
    assert list(frame_of(answer)["tie"]) == ties(roster, country="JP")
    assert client.get(f"/{page}?as=csv&country=JP&lang=en").body == answer.body


def test_namibia_and_chinese_come_through(client: Client, roster: Roster) -> None:
    answer = client.get("/data.csv?level=district&level=sister&ended=1")
    assert answer.body.startswith(b"\xef\xbb\xbf")
    found = frame_of(answer)
    assert not found["country"].isna().any()
    assert found["name_zh"].str.contains("[一-鿿]").all()


def test_json_and_geojson_say_what_they_are(client: Client, roster: Roster) -> None:
    for kind, rows in (("json", "rows"), ("geojson", "features")):
        answer = client.get(f"/choice.{kind}?home=beijing&lang=zh")
        assert answer.headers["content-type"] == MEDIA[kind]
        assert answer.headers["content-language"] == "zh-Hans"
        whole = json.loads(answer.body)
        assert len(whole[rows]) == len(ties(roster, home="beijing"))
        assert whole["version"] == roster.release.version
        assert whole["address"] == "choice?lang=zh&home=beijing"


def test_pictures_are_those_of_the_page_and_say_where_they_come_from(
    client: Client, roster: Roster
) -> None:
    answer = client.get("/choice.png?lang=en&country=JP&country=US")
    assert answer.headers["content-type"] == "image/png"
    assert Image.open(io.BytesIO(answer.body)).size == (1920, 1080)
    origin = origin_of(answer.body)
    view = View.default(roster).but(countries=("JP", "US"))
    assert origin
    assert origin.title == figure_of(Scene(roster, view, GROUNDS["light"]), "shares").title
    drawn = client.get("/slides.svg?lang=en&picture=official")
    assert drawn.body.startswith(b"<svg") and "sandbox" in drawn.headers["content-security-policy"]
    told = origin_of(drawn.body)
    assert told and "picture=official" in told.address


def test_the_tables_of_a_page_have_addresses_too(client: Client, roster: Roster) -> None:
    answer = client.get("/article.csv?lang=zh&table=statements")
    scene = Scene(roster, View.default(roster, "zh"), GROUNDS["light"])
    table = tables_of("article", scene)["statements"]
    assert list(frame_of(answer).columns) == list(table.frame.columns)
    whole = json.loads(client.get("/data.json?lang=zh&table=left-out").body)
    assert whole["rows"] and whole["table"] == tables_of("data", scene)["left-out"].name
    for page, known in (("choice", "ways"), ("same_country", "ties-035")):
        assert known in tables_of(page, scene)
        rows = json.loads(client.get(f"/{page}.json?lang=zh&table={known}").body)["rows"]
        assert len(rows) == len(tables_of(page, scene)[known].frame)


def test_an_answer_that_is_still_the_same_is_not_sent_again(client: Client) -> None:
    first = client.get("/.csv?lang=en")
    assert "max-age" in first.headers["cache-control"]
    again = client.get("/.csv?lang=en", If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    other = client.get("/.csv?lang=en&country=JP", If_None_Match=first.headers["etag"])
    assert other.status == 200
    assert other.headers["etag"] != first.headers["etag"]
    head = client.get("/.csv?lang=en", "HEAD")
    assert (head.status, head.body) == (200, b"")


def test_the_language_is_that_of_the_browser_where_the_address_names_none(client: Client) -> None:
    answer = client.get("/.json", Accept_Language="zh-CN,zh;q=0.9")
    assert answer.headers["content-language"] == "zh-Hans"
    assert "Accept-Language" in answer.headers["vary"]


@pytest.mark.parametrize(
    ("path", "status", "sentence"),
    [
        ("/.csv?contry=JP", 400, "Not understood in the address: contry=JP"),
        ("/.csv?home=my-busan", 404, "cities of a reader’s own list"),
        ("/.csv?country=Narnia", 400, "Not understood in the address: country=Narnia"),
        ("/.csv?lang=zh&years=1900", 400, "years=1900"),
        ("/choice?as=pdf", 400, "“pdf” is not offered: choose csv, json, geojson, png, svg."),
        ("/?as=csv&as=json", 400, "“csv,json” is not offered"),
        ("/nowhere.csv", 404, "There is no page “nowhere” in the atlas; there are: choice,"),
        ("/slides.png?picture=mona-lisa", 400, "There is no such picture in this selection."),
        ("/article.csv?table=nothing", 400, "no table “nothing” on this page; there are: statem"),
        ("/article.png?table=statements", 400, "“png” is not offered: choose csv, json."),
        ("/.csv?table=any", 400, "there are: map-ties."),
        ("/.csv?q=" + "x" * 5000, 414, "This address is too long."),
        ("/.csv?country=%3Cscript%3E", 400, "country=<script>"),
    ],
)
def test_what_an_address_gets_wrong_is_told_in_a_sentence(
    path: str, status: int, sentence: str, client: Client
) -> None:
    answer = client.get(path)
    assert answer.status == status
    assert sentence in answer.text
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "etag" not in answer.headers


@pytest.mark.parametrize(
    ("path", "is_page"),
    [
        ("/", True), ("/choice", True), ("/nowhere", True), ("/.csv", False),
        ("/.csv?country=XX", False), ("/app/static/icon.png", False), ("/_stcore/health", False),
        ("/media/nothing.svg", False),
    ],
)  # fmt: skip
def test_every_answer_says_what_may_be_loaded_and_from_where(
    path: str, is_page: bool, client: Client
) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    policy = dict(
        one.strip().partition(" ")[::2] for one in headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == ("'self'" if is_page else "'none'")
    assert policy["frame-ancestors"] == "*", "embedding is wanted"
    assert ("sandbox" in policy) != is_page
    scripts = policy.get("script-src", "")
    assert "unsafe" not in scripts and "http" not in scripts
    assert not is_page or "'sha256-" in scripts


def test_a_script_carries_no_more_than_a_worker_needs(client: Client) -> None:
    script = re.search(r'src="\./(static/js/[^"]+)"', client.get("/").text)
    assert script
    headers = client.get(f"/{script[1]}").headers
    assert headers["content-security-policy"] == SCRIPT_POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert "permissions-policy" not in headers


def test_nothing_can_be_sent_there(client: Client) -> None:
    assert client.get("/.csv", "POST").status == 405


@pytest.mark.parametrize("path", ["/favicon.png", "/manifest.json", "/app/static/icon.png"])
def test_other_files_are_left_alone(path: str, client: Client) -> None:
    answer = client.get(path)
    assert answer.status == 200
    assert "content-disposition" not in answer.headers


def test_outside_its_base_path_the_app_answers_nothing(client: Client) -> None:
    assert client.get("/.csv", at_base=False).status in (403, 404)


def test_many_who_ask_at_once_all_get_an_answer(client: Client) -> None:
    paths = [f"/choice.svg?lang=en&years=1973&years={2000 + n}" for n in range(12)]
    with ThreadPoolExecutor(len(paths)) as readers:
        answers = list(readers.map(client.get, paths))
        assert client.get("/.csv?lang=en").status == 200
    assert {one.status for one in answers} <= {200, 503}
    assert any(one.status == 200 for one in answers)
    for one in answers:
        if one.status == 503:
            assert one.headers["retry-after"] and one.text.endswith(".")


# The head of every page


def head_of(client: Client, path: str, **headers: str) -> tuple[str, str, dict[str, str]]:
    answer = client.get(path, **headers)
    assert answer.headers["content-type"].startswith("text/html")
    assert int(answer.headers["content-length"]) == len(answer.body)
    packed = answer.headers.get("content-encoding") == "gzip"
    assert packed == ("gzip" in headers.get("Accept_Encoding", ""))
    text = gzip.decompress(answer.body).decode() if packed else answer.text
    lang = re.search(r'<html lang="([^"]*)"', text)
    title = re.search(r"<title>(.*?)</title>", text)
    tags = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', text)
    assert lang and title
    return lang[1], html.unescape(title[1]), {name: html.unescape(text) for name, text in tags}


@pytest.mark.parametrize(
    ("page", "lang", "written"),
    [(page, *(("en", "en"), ("zh", "zh-Hans"))[at % 2]) for at, page in enumerate(PAGES)],
)
def test_a_shared_link_shows_what_it_leads_to(
    page: str, lang: str, written: str, client: Client, roster: Roster
) -> None:
    words = Words(lang)
    spoken, title, tags = head_of(client, f"/{page}?lang={lang}&country=JP&partner=osaka")
    assert spoken == written
    assert title == f"{words.say(PAGES[page].title)} · {words.say('Friendship-city atlas')}"
    scene = Scene(roster, View.default(roster, lang).but(countries=("JP",)), GROUNDS["light"])
    assert tags["og:title"] == figure_of(scene, PAGES[page].figure).title
    image = tags["og:image"].removeprefix(f"http://127.0.0.1:{client.port}/{BASE}")
    assert image.startswith(f"/{page}.png?")
    assert "partner" not in image
    assert client.get(image).headers["content-type"] == "image/png"
    first = opening(scene, page, PAGES[page].figure)
    body = client.get(f"/{page}?lang={lang}&country=JP&partner=osaka").text
    assert f'<p class="first">{html.escape(first.finding)}</p><p>' in body
    assert ("<dt>" in body) == (page == "")


def test_a_browser_without_a_choice_is_met_in_its_language(client: Client) -> None:
    assert head_of(client, "/choice", Accept_Language="zh-TW,en;q=0.5")[0] == "zh-Hans"
    assert head_of(client, "/choice")[0] == "en"
    assert head_of(client, "/choice", If_None_Match="*", Accept_Encoding="gzip")[0] == "en"


def test_what_an_address_says_is_text_in_the_head(client: Client) -> None:
    query = urlencode({"lang": "en", "q": '"><script>alert(1)</script>'})
    answer = client.get(f"/?{query}")
    assert "<script>alert" not in answer.text


def test_a_host_that_is_none_is_not_written_into_the_head(client: Client) -> None:
    _, _, tags = head_of(client, "/", X_Forwarded_Host='evil"><b>.example')
    assert "og:image" not in tags
    _, _, tags = head_of(client, "/", X_Forwarded_Host="a.example", X_Forwarded_Proto="https")
    assert tags["og:image"].startswith(f"https://a.example/{BASE}/.png?")


def test_a_page_says_its_finding_and_figures_before_the_app_has_come(
    client: Client, roster: Roster
) -> None:
    said = client.get("/?lang=zh&country=JP").text
    scene = Scene(roster, View.default(roster, "zh").but(countries=("JP",)), GROUNDS["light"])
    assert f'<p class="first">{html.escape(figure_of(scene, "map").title)}</p>' in said
    for number in key_figures(scene):
        assert f"<dt>{number.name}</dt><dd>{number.number}</dd>" in said
    assert "<body><style>" in said.replace("\n", "")
    assert "&lt;" not in said.split("</head>")[1]
    assert 'as="font"' not in said
    assert "first-words" not in client.get("/?lang=zh&present=1").text


@pytest.mark.parametrize("path", ["/?" + "a=1&" * 600, "/choice?" + "&" * 6000, "/?lang=%ff%00"])
def test_no_address_of_a_page_is_too_much(path: str, client: Client) -> None:
    assert head_of(client, path)[0] == "en"


# Without a server


def test_pages_are_sent_as_they_are_where_the_data_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken() -> Roster:
        raise ValueError("ties.csv is empty")

    monkeypatch.setattr(head, "load_roster", broken)
    monkeypatch.setattr(reading, "load_roster", broken)
    page = [{"headers": [(b"content-type", b"text/html")]}, {"body": b"<title>x</title>"}]
    scope = {"headers": [], "query_string": b""}
    assert head.rewritten(page, scope, "") == page
    with pytest.raises(reading.Refusal) as refused:
        reading.data_of_the_atlas(scope)
    assert (refused.value.status, refused.value.sentence) == (
        503,
        "The data cannot be read at the moment.",
    )


def test_every_page_of_the_catalogue_has_a_figure_that_speaks_for_it(roster: Roster) -> None:
    known = catalogue(Scene(roster, View.default(roster), GROUNDS["light"]))
    assert {entry.page for entry in known.values()} <= set(PAGES)
    assert {page.figure for page in PAGES.values()} <= set(known)


@pytest.mark.parametrize(
    ("base", "root", "path", "found"),
    [
        ("", "", "/choice.csv", "choice.csv"),
        ("", "", "/", ""),
        ("atlas", "", "/atlas", ""),
        ("atlas", "", "/atlas/.csv", ".csv"),
        ("atlas", "", "/atlas.csv", None),
        ("atlas", "", "/other/.csv", None),
        ("", "/mounted", "/mounted/choice", "choice"),
    ],
)
def test_the_path_below_the_app_is_found(
    base: str, root: str, path: str, found: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asked.st, "get_option", lambda _: base)
    assert asked.path_in_app({"path": path, "root_path": root}) == found


@pytest.mark.parametrize(
    ("host", "others"),
    [
        ("atlas.example.org", "http://atlas.example.org/"),
        ("atlas.example.org:8501", "http://atlas.example.org:8501/"),
        ("localhost:8501", ""),
        ("127.0.0.1:8501", ""),
        ("[::1]:8501", ""),
        ("evil/path", ""),
        ("", ""),
    ],
)
def test_an_address_that_only_this_machine_knows_is_not_given_to_others(
    host: str, others: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asked.st, "get_option", lambda _: "")
    scope = {"headers": [(b"host", host.encode())], "scheme": "http"}
    assert asked.site_for_others(scope) == others
