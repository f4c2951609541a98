// Which mark is meant: by the mouse, by a finger, by the arrow keys; and what is said about it.

import { ENDED, MAYBE } from "./years.js";

const BESIDE = 14;
const TOGETHER = 6;

/** The marks at a point, the nearest first; one partner counts once.
 * @param {any[]} marks as they were drawn, the topmost last @param {number} reach in pixels */
export function marksAt(marks, x, y, reach) {
  const near = marks
    .map((mark, n) => ({ mark, n, far: Math.hypot(mark.x - x, mark.y - y) }))
    .filter(({ mark, far }) => far <= mark.r * 1.15 + reach)
    .sort((a, b) => a.far - b.far || b.n - a.n);
  const seen = new Set();
  return near.filter(({ mark }) => !seen.has(mark.partner) && seen.add(mark.partner));
}

/** Those of the marks at a point that cannot be told apart there.
 * @param {boolean} finger whether a finger points, which is less exact than a mouse */
export function meant(found, finger) {
  if (!found.length) return [];
  const least = found[0].far;
  const close = finger ? BESIDE : found[0].mark.r < 4 ? 2.5 : 0;
  const along = ({ far }) => far - least <= close && (finger || far <= TOGETHER);
  return found.filter((one, n) => n === 0 || along(one));
}

/** The next mark in a direction, as arrow keys go: near, and not far off the line.
 * @param {any[]} marks @param {any} from a mark, or the middle of the map
 * @param {number[]} direction */
export function nextMark(marks, from, [ux, uy]) {
  let best = null;
  let least = Infinity;
  for (const mark of marks) {
    if (mark.partner === from.partner) continue;
    const dx = mark.x - from.x;
    const dy = mark.y - from.y;
    const along = dx * ux + dy * uy;
    const off = Math.abs(dx * uy - dy * ux);
    if (along <= 0.5) continue;
    const cost = along + 2.5 * off;
    if (cost < least) [best, least] = [mark, cost];
  }
  return best;
}

/** What is said about a partner in short: name, country and role, a line for each of its ties.
 * @param {HTMLElement} card @param {any} layout @param {number} number of the partner
 * @param {{tie: any[], state: number}[]} ties */
export function describe(card, layout, number, ties, words) {
  const partner = layout.places[number];
  const line = (tag, text, parent = card) => {
    const element = document.createElement(tag);
    element.textContent = text;
    parent.append(element);
    return element;
  };
  card.replaceChildren();
  line("b", partner.name);
  line("span", partner.where);
  for (const { tie, state } of ties) {
    if (!tie[6]) continue;
    const row = line("div", "");
    const dot = line("i", "", row);
    dot.style.background = layout.homes[tie[1]].colour;
    const more =
      state === MAYBE ? ` (${words.possible})` : state === ENDED ? ` (${words.ended})` : "";
    line("span", tie[6] + more, row);
  }
}

/** Put a card beside a point, wholly inside a frame. */
export function putBeside(card, x, y, gap, width, height) {
  card.hidden = false;
  const { offsetWidth: w, offsetHeight: h } = card;
  const right = x + gap + w <= width - 4;
  const left = right ? x + gap : x - gap - w >= 4 ? x - gap - w : Math.max(4, (width - w) / 2);
  const beside = right || x - gap - w >= 4;
  const wanted = beside ? y - h / 2 : y + gap + h <= height - 4 ? y + gap : y - gap - h;
  card.style.left = `${Math.round(left)}px`;
  card.style.top = `${Math.round(Math.max(4, Math.min(height - h - 4, wanted)))}px`;
}
