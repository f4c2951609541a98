"""What a reader sees on a page, apart from the pixels: what an address must bring back."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

Seen = dict[str, Any]
"""What is seen, by what it is called."""

LOOK = r"""() => {
  const all = (where) => [...document.querySelectorAll(where)].filter((e) => e.checkVisibility());
  const text = (e) => e.innerText.replace(/\s+/g, " ").trim();
  const on = (e) => e.getAttribute("aria-checked") === "true"
    || e.getAttribute("aria-pressed") === "true" || e.checked === true;
  const typed = all("input:not([type=range], [type=checkbox], [type=radio]), textarea");
  return {
    "the finding": all("h1").map(text),
    "what is pressed": all("[role=radio], [aria-pressed]").filter(on).map(text),
    "switches": all("[role=switch]").map(on),
    "the years": all("input[type=range]").map((e) => Number(e.value)),
    "the whole period": all("input[type=range]").flatMap((e) => [Number(e.min), Number(e.max)]),
    "what is typed": typed.map((e) => e.value),
    "what is picked": all("[data-testid=stMultiSelect]").map(text),
    "the card": all(".card-name").map(text),
    "the figures": all(".figures").map(text),
    "the tables": all("table").map(text),
    "said underneath": all("h2").map(text),
    "offered": all("[data-testid=stAlert]").map(text),
  };
}"""


WHOLE_SCREEN = """() => {
  const images = (root) => [...root.querySelectorAll("*")].flatMap(
    (e) => [...(e.localName === "img" ? [e] : []), ...(e.shadowRoot ? images(e.shadowRoot) : [])]);
  const fills = (e) => e.complete && e.naturalWidth > 0
    && e.getBoundingClientRect().width >= 0.95 * window.innerWidth;
  return images(document).find(fills)?.currentSrc ?? "";
}"""


def on_the_whole_screen(page: Page) -> str:
    """The address of the picture that fills the screen; empty if none does."""
    found: str = page.evaluate(WHOLE_SCREEN)
    return found


def seen(page: Page) -> Seen:
    """What the page shows now."""
    found: Seen = page.evaluate(LOOK)
    return found


def untold(shown: Seen, query: dict[str, list[str]]) -> str:
    """What an address says otherwise than the page shows it, in words; empty if nothing.

    Args:
        query: the parameters of the address.
    """
    said = {name: query.get(name, []) for name in ("lang", "years", "partner", "q")}
    spoken = "zh" if "中文" in shown["what is pressed"] else "en"
    wrong = []
    if shown["what is pressed"] and said["lang"] != [spoken]:
        wrong.append(f"lang={said['lang']}, and the page speaks {spoken}")
    if years := shown["the years"]:
        whole = shown["the whole period"]
        told = [int(year) for year in said["years"]] or [min(whole), max(whole)]
        if told[-len(years) :] != years:
            wrong.append(f"years={said['years']}, and the slider shows {years}")
    shows_cards = shown["the figures"] or shown["the card"]  # the map does; other pages keep it
    if shows_cards and bool(said["partner"]) != bool(shown["the card"]):
        wrong.append(f"partner={said['partner']}, and the card is {shown['the card'] or 'closed'}")
    if said["q"] and said["q"][0] not in shown["what is typed"]:
        wrong.append(f"q={said['q']}, and typed are {shown['what is typed']}")
    return "; ".join(wrong)


def difference(first: Seen, second: Seen) -> str:
    """What is not the same, in words."""
    return "; ".join(
        f"{name}: {first[name]} and {second[name]}" for name in first if first[name] != second[name]
    )
