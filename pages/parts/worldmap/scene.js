// The layout made ready for drawing: where every partner is at a zoom, and what shows in the years.

import { pushApart } from "./placing.js";
import { place } from "./projection.js";
import { FULL, MAYBE, NO, stateOf } from "./years.js";

/** From this zoom on the enlarged Europe is gone, and names are placed by the browser. */
export const FREE = 1.04;

/** Half the width of a home's mark, in pixels of the layout. */
export const HOME = 6.12;

/** What shows of every partner, in lists by its number, filled anew for other years. */
export class Shown {
  /** @param {any} layout */
  constructor(layout) {
    const places = layout.places.length;
    this.layout = layout;
    this.states = new Uint8Array(layout.ties.length);
    this.full = new Uint32Array(places); // a bit for each home
    this.hollow = new Int32Array(places); // 4 * home + state, or -1
    this.supposed = new Uint32Array(places); // a bit for each home with a hypothetical tie
    /** In the order of drawing. @type {number[]} */
    this.order = [];
    this.shared = new Uint8Array(places);
    const last = new Map();
    layout.ties.forEach(([partner], n) => {
      last.delete(partner);
      last.set(partner, n);
    });
    this.laid = [...last.keys()];
    /** The homes of a set of bits. @type {Map<number, number[]>} */
    this.homes = new Map();
  }

  /** @param {number[]} years @param {boolean} ended */
  fill(years, ended) {
    const { layout, states, full, hollow, supposed } = this;
    const { ties, period } = layout;
    full.fill(0);
    hollow.fill(-1);
    supposed.fill(0);
    for (let n = 0; n < ties.length; n += 1) {
      const tie = ties[n];
      let state = stateOf(tie, years, ended);
      // in the very year in which it ended, a tie shows that it did
      if (state === NO && tie[4] === years[1] && years[1] < period[1])
        state = stateOf(tie, years, true);
      states[n] = state;
      if (tie[7]) supposed[tie[0]] |= 1 << tie[1];
      else if (state === FULL) full[tie[0]] |= 1 << tie[1];
      else if (state !== NO) hollow[tie[0]] = 4 * tie[1] + state;
    }
    // hollow marks below, full ones above, those of several homes on top
    const ranks = [[], [], []];
    for (const partner of this.laid) {
      const bits = full[partner];
      if (bits) ranks[bits & (bits - 1) ? 2 : 1].push(partner);
      else if (hollow[partner] >= 0 || supposed[partner]) ranks[0].push(partner);
    }
    this.order = ranks.flat();
    return this;
  }

  shows(partner) {
    return this.full[partner] !== 0 || this.hollow[partner] >= 0 || this.supposed[partner] !== 0;
  }

  /** The homes whose colours a mark has, and as what it is drawn. */
  look(partner) {
    const bits = this.full[partner];
    if (bits) return { homes: this.homesOf(bits), state: FULL };
    const hollow = this.hollow[partner];
    if (hollow >= 0) return { homes: [hollow >> 2], state: hollow & 3 };
    return { homes: this.homesOf(this.supposed[partner]).slice(0, 1), state: MAYBE };
  }

  /** The homes of a set of bits, by number. */
  homesOf(bits) {
    if (!this.homes.has(bits)) {
      this.homes.set(
        bits,
        this.layout.homes.map((_, n) => n).filter((n) => bits & (1 << n)),
      );
    }
    return this.homes.get(bits);
  }

  /** The ties of a partner that show, each with its state. */
  tiesOf(partner) {
    return this.layout.ties.flatMap((tie, n) =>
      tie[0] === partner && this.states[n] !== NO ? [{ tie, state: this.states[n] }] : [],
    );
  }
}

/** The partners that lie on one of the maps at a camera: x, y in pixels of the screen, half width.
 * @param {any} layout @param {any} camera @param {number} number of the map: 0 the world */
export function spotsAt(layout, camera, number) {
  const part = layout.parts[number];
  const { scale, x: left, y: top, zoom, fit } = camera;
  if (zoom < FREE) {
    return part.spots.map(([partner, x, y, r, named]) => ({
      partner,
      x: left + scale * x,
      y: top + scale * y,
      r: r * fit,
      named: Boolean(named),
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
  const homes = layout.homes.flatMap(({ x, y }) =>
    x === undefined ? [] : [{ x: left + scale * x, y: top + scale * y, r: HOME * fit }],
  );
  if (marks.length <= 600) pushApart(marks, homes);
  return marks;
}
