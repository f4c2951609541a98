// What the browser does for every page: the links of the navigation lead to what is seen, and a
// page that outlives its session finds a new one, the page and Streamlit's own widgets say in which
// language they speak, who has no mouse finds the figure and the keys, and what is drawn by the server
// turns dark and light with the page.
import { offerShortcuts } from "./shortcuts.js";

const LINKS =
  '[data-testid="stTopNavLink"], [data-testid="stSidebarNavLink"], [data-testid="stSidebarNav"] a, header a';
const OF_ONE_PAGE = ["present", "picture", "list"];
const SOON = 400;
const LONGEST = 20000;

function carry(event) {
  const link = event.target?.closest?.(LINKS);
  if (!link?.href?.startsWith(location.origin)) return;
  const query = new URLSearchParams(location.search);
  for (const name of OF_ONE_PAGE) query.delete(name);
  link.search = query.toString();
}

// A page that outlives its session asks for a new one as soon as it is connected again. Until that
// has drawn the page, the server would not know what a click is meant for: a button is held down
// that long, and the values of all else are sent again while the page is being drawn.
function watch(app, signal, anew) {
  let held = null;
  let soon = 0;
  let release = null;
  const hold = (event) => {
    clearTimeout(soon);
    soon = setTimeout(anew, SOON);
    const button = event.type === "click" && event.target?.closest?.("button");
    if (!button || !event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held = button;
  };
  const letGo = () => {
    release?.abort();
    release = null;
    if (held?.isConnected) held.click();
    held = null;
  };
  const wait = () => {
    release?.abort();
    release = new AbortController();
    for (const type of ["click", "keydown", "change"]) {
      window.addEventListener(type, hold, { signal: release.signal, capture: true });
    }
    const late = setTimeout(letGo, LONGEST);
    release.signal.addEventListener("abort", () => clearTimeout(late));
    anew();
  };
  let before = { ...app.dataset };
  const observer = new MutationObserver(() => {
    const now = { ...app.dataset };
    const back =
      now.testConnectionState === "CONNECTED" && before.testConnectionState !== "CONNECTED";
    const done = now.testScriptState === "notRunning" && before.testScriptState !== "notRunning";
    before = now;
    if (back) wait();
    else if (done && release) letGo();
  });
  observer.observe(app, {
    attributes: true,
    attributeFilter: ["data-test-connection-state", "data-test-script-state"],
  });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    release?.abort();
  });
}

/** The ground that a page was last asked for on: one that the server cannot draw is not asked twice. */
let asked = "";

// Streamlit turns its own parts at once, as the system turns at dusk or the reader by the menu, and
// tells the server with whatever is asked next: until then charts and names would stay as they were.
function turn(app, drawn, signal, anew) {
  const look = () => {
    const { colorScheme } = getComputedStyle(app);
    if (colorScheme === drawn) asked = "";
    else if (colorScheme !== asked) {
      asked = colorScheme;
      anew();
    }
  };
  const observer = new MutationObserver(look);
  observer.observe(app, { attributes: true, attributeFilter: ["class"] });
  signal.addEventListener("abort", () => observer.disconnect());
  look();
}

export default function ({ data, parentElement, setTriggerValue }) {
  document.documentElement.lang = data.lang;
  for (const [name, text] of Object.entries(data.words)) {
    document.documentElement.style.setProperty(`--${name}`, JSON.stringify(text));
  }
  parentElement.atlasListening?.abort();
  const listening = new AbortController();
  parentElement.atlasListening = listening;
  const { signal } = listening;
  for (const name of ["pointerover", "focusin"]) {
    document.addEventListener(name, carry, { signal, capture: true });
  }
  const app = document.querySelector('[data-testid="stApp"]');
  if (data.shortcuts) offerShortcuts(data.shortcuts, signal);
  if (app) {
    const anew = () => setTriggerValue("anew", true);
    watch(app, signal, anew);
    turn(app, data.ground, signal, anew);
  }
  return () => listening.abort();
}
