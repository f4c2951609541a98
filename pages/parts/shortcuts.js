// For who has no mouse: a link to the figure before all else on a page, and a sheet of the keys.

import { typed } from "./component.js";

const FIGURE =
  '[data-testid="stMain"] :is(.wm-map, [data-testid="stVegaLiteChart"], .matrix, .listing, .sheet, .claim)';

function element(tag, text = "", kind = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = kind;
  return made;
}

/** The first figure of the page; else its finding. @returns {HTMLElement | null} */
function figure() {
  for (const sought of [FIGURE, ".finding"]) {
    const found = document.querySelector(sought);
    if (found instanceof HTMLElement) return found;
  }
  return null;
}

/** The table of the figure that has the focus, or else of the last one that begins in the upper
 * half of the window. @returns {HTMLElement | null} its summary */
function tableInView() {
  const at = document.activeElement;
  const main = document.querySelector('[data-testid="stMain"]');
  const focused = at instanceof Element && at !== main && main?.contains(at);
  const above = (heading) =>
    focused
      ? heading.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING
      : heading.getBoundingClientRect().top < window.innerHeight / 2;
  const headings = [...document.querySelectorAll(":is(h1, h2, h3)[data-figure]")];
  const heading = headings.filter(above).at(-1) ?? headings[0];
  const key = heading?.getAttribute("data-figure");
  return document.querySelector(`.st-key-table-${key}-0 summary`);
}

function toTable(event) {
  const summary = tableInView();
  if (!summary) return;
  event.preventDefault();
  if (!summary.closest("details").open) summary.click();
  summary.scrollIntoView({ block: "center" });
  summary.focus();
}

function toFigure(event) {
  event.preventDefault();
  const found = figure();
  if (!found) return;
  if (!found.hasAttribute("tabindex")) found.tabIndex = -1;
  found.scrollIntoView({ block: "center" });
  found.focus();
}

function skipLink(words, signal) {
  const link = element("a", words.skip, "skip-link");
  link.href = "#figure";
  link.addEventListener("click", toFigure, { signal });
  return link;
}

function sheet({ title, close, keys }, signal) {
  const dialog = element("dialog", "", "key-sheet");
  dialog.setAttribute("aria-label", title);
  const list = element("dl");
  for (const [key, does] of keys) list.append(element("dt", key), element("dd", does));
  const button = element("button", close);
  button.addEventListener("click", () => dialog.close(), { signal });
  dialog.append(element("h2", title), list, button);
  return dialog;
}

/** Tell which language a button of the switch names itself in. */
function nameLanguages() {
  for (const button of document.querySelectorAll(".st-key-language button")) {
    button.setAttribute("lang", button.textContent.trim() === "English" ? "en" : "zh-Hans");
  }
}

/** Put both on the page, until the signal. @param {any} words @param {AbortSignal} signal */
export function offerShortcuts(words, signal) {
  const parts = [skipLink(words, signal), sheet(words, signal)];
  for (const old of document.querySelectorAll(".skip-link, .key-sheet")) old.remove();
  document.body.prepend(...parts);
  nameLanguages();
  const drawnAnew = new MutationObserver(nameLanguages);
  const switchOf = document.querySelector(".st-key-language");
  if (switchOf) drawnAnew.observe(switchOf, { childList: true, subtree: true });
  signal.addEventListener("abort", () => drawnAnew.disconnect());
  document.addEventListener(
    "keydown",
    (event) => {
      if (typed(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector("dialog[open], [role=dialog]")) return;
      if (event.key === "t" || event.key === "T") toTable(event);
      if (event.key !== "?") return;
      event.preventDefault();
      parts[1].showModal();
    },
    { signal },
  );
  signal.addEventListener("abort", () => {
    for (const part of parts) part.remove();
  });
}
