// What the map listens to: hands and keys on it, its buttons, the size of its place, and what the
// reader does elsewhere on the page.

import { listenToHands } from "./gestures.js";
import { onKey } from "./keys.js";
import { holdBack } from "./leaving.js";
import { FONT } from "./sprites.js";

const ACTS =
  "a, button, input, textarea, select, label, canvas, summary, " +
  "[role=button], [role=option], [role=combobox]";
const PRESSES = ["pointerdown", "pointerup", "touchstart", "touchend", "dblclick", "wheel"];

/** Begin to listen, until the signal. @param {any} map the world map @param {AbortSignal} signal */
export function listen(map, signal) {
  const { at, sight, pointing } = map;
  const by = (element, kind, act, more = {}) =>
    element.addEventListener(kind, act, { signal, ...more });
  map.bar.listen(signal);
  listenToHands(at.map, hands(map), signal);
  by(at.map, "keydown", (event) => onKey(map, event));
  by(at.map, "blur", () => pointing.focus(-1));
  by(at.in, "click", () => sight.closer(2));
  by(at.out, "click", () => sight.closer(1 / 2));
  by(at.whole, "click", () => sight.whole());
  by(at.full, "click", () => map.toggleFull());
  for (const over of [at.tools, at.several]) {
    // what is pressed over the map does not press the map
    for (const kind of PRESSES) {
      by(over, kind, (event) => event.stopPropagation(), { passive: true });
    }
  }
  by(window, "pointerdown", ({ target }) => pressed(map, target), { capture: true });
  by(window, "click", (event) => fills(map, event), { capture: true });
  by(window, "click", (event) => holdBack(map, event), { capture: true });
  listenToSizes(map, by, signal);
}

function hands(map) {
  const { camera, sight, pointing } = map;
  return {
    camera,
    moved: () => map.moved(),
    zoomTo: (zoom, x, y) => sight.glide(() => camera.about(zoom, x, y)),
    choose: (x, y, reach) => pointing.choose(x, y, reach),
    hover: (x, y) => pointing.hover(x, y),
    leave: () => pointing.describe(null),
    into: (x, y) => sight.into(map.layout, x, y),
    full: () => map.full,
    hint: (ms) => map.hint(ms),
  };
}

/** The reader does something else on the page: it must find the years that are seen. Copying the
 * link finds them in `data-years`. */
function pressed(map, target) {
  const acts = target.closest?.(ACTS) && !target.closest(`.copy-link, ${map.data.full}`);
  if (acts && !map.root.contains(target)) map.tellYears();
  if (!map.at.several.contains(target)) map.at.several.hidden = true;
}

/** The button under the map fills the screen with the map itself, years and all; where the browser
 * cannot, the server shows its picture. */
function fills(map, event) {
  if (!map.canFill || !event.target.closest?.(map.data.full)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  map.toggleFull();
}

function listenToSizes(map, by, signal) {
  by(document, "fullscreenchange", () => map.filled());
  by(window, "resize", () => map.measure());
  const ratio = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  by(ratio, "change", () => map.measure(true));
  const sizes = new ResizeObserver(() => map.measure());
  sizes.observe(map.root.parentElement ?? map.root);
  signal.addEventListener("abort", () => sizes.disconnect());
}

/** Letters drawn before the type has come are drawn anew. A sentence in the page's language tells
 * the browser which letters to fetch. */
export async function listenForType(map) {
  const load = (weight) => document.fonts?.load(`${weight}16px ${FONT}`, map.data.words.map);
  await Promise.all(["", "bold "].map(load));
  map.drawing.forgetLetters();
  map.redraw(false);
}
