// The layout made ready for drawing: where every partner is at a zoom, and what shows in the years.

import { place } from "./projection.js";
import { pushApart } from "./placing.js";
import { ENDED, FULL, MAYBE, NO, stateOf } from "./years.js";

/** From this zoom on the enlarged Europe is gone, and names are placed by the browser. */
export const FREE = 1.04;

/** What of a partner shows: its colours, and as what. */
export function shown(layout, years, ended) {
  const found = new Map();
  for (const tie of layout.ties) {
    let state = stateOf(tie, years, ended);
    // in the very year in which it ended, a tie shows that it did
    if (state === NO && tie[4] === years[1] && years[1] < layout.period[1]) {
      state = stateOf(tie, years, true);
    }
    if (state === NO) continue;
    const [partner, home] = tie;
    let one = found.get(partner);
    if (!one) found.set(partner, (one = { partner, full: [], hollow: null, ties: [] }));
    one.ties.push({ tie, state });
    if (state !== FULL) one.hollow = { home, state };
    else if (!one.full.includes(home)) one.full.push(home);
  }
  for (const one of found.values()) one.full.sort((a, b) => a - b);
  return found;
}

/** In the order of drawing: hollow marks below, full ones above, those of several homes on top. */
export function inOrder(layout, found) {
  const order = new Map();
  layout.ties.forEach((tie, n) => order.set(tie[0], n));
  const rank = (one) => Math.min(one.full.length, 2);
  return [...found.values()].sort(
    (a, b) => rank(a) - rank(b) || order.get(a.partner) - order.get(b.partner),
  );
}

/** The partners that lie on one of the maps at a camera: x, y in pixels of the screen, half width.
 * @param {any} layout @param {any} camera @param {number} number of the map: 0 the world */
export function spotsAt(layout, camera, number) {
  const part = layout.parts[number], { scale, x: left, y: top, zoom, fit } = camera;
  if (zoom < FREE) {
    return part.spots.map(([partner, x, y, r, named]) => ({
      partner, x: left + scale * x, y: top + scale * y, r: r * fit, named: Boolean(named),
    }));
  }
  layout.truly ??= layout.places.map(({ lon, lat }) => place(part.projection, lon, lat));
  const small = new Set(part.spots.filter((spot) => !spot[4]).map((spot) => spot[0]));
  const grown = 5 * (1 + 0.2 * Math.min(1, Math.log2(zoom) / 3));
  const growing = 3 + (grown - 3) * Math.min(1, zoom - 1);
  const marks = part.spots.map(([partner]) => {
    const [x, y] = layout.truly[partner];
    const r = (small.has(partner) ? growing : grown) * fit;
    return { partner, x: left + scale * x, y: top + scale * y, r, named: true };
  });
  if (marks.length <= 600) pushApart(marks);
  return marks;
}

export { ENDED, FULL, MAYBE };
