// What the browser does for every page: the links of the navigation lead to what is seen, and a
// page that outlives its session finds a new one, the page says in which language it speaks, and
// who has no mouse finds the figure and the keys.
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

export default function ({ data, parentElement, setTriggerValue }) {
  document.documentElement.lang = data.lang === "zh" ? "zh-Hans" : "en";
  document.documentElement.style.setProperty("--more", JSON.stringify(data.more));
  parentElement.atlasListening?.abort();
  const listening = new AbortController();
  parentElement.atlasListening = listening;
  const { signal } = listening;
  for (const name of ["pointerover", "focusin"]) {
    document.addEventListener(name, carry, { signal, capture: true });
  }
  const app = document.querySelector('[data-testid="stApp"]');
  if (data.shortcuts) offerShortcuts(data.shortcuts, signal);
  if (app) watch(app, signal, () => setTriggerValue("anew", true));
  return () => listening.abort();
}
