// Names beside marks once the reader has zoomed in, so that none lies over a mark or another name,
// the most important first: the places that geo/style/labels/placing.py tries, greedily.

const LINE = 1.22;
const AIR = 2;
const APART = 8;
const ABOVE = 2;
const CELL = 48;
const ANGLES = 24;
const FAR = 70;
const MOST_LED = 60;

/** @typedef {number[]} Box left, top, right, bottom */

/** Boxes that can be asked what lies over them. */
export class Taken {
  constructor() {
    /** @type {Map<number, Box[]>} */
    this.cells = new Map();
  }

  /** @param {Box} box @param {(key: number) => boolean | void} act until it says true */
  over(box, act) {
    for (let i = Math.floor(box[0] / CELL); i <= Math.floor(box[2] / CELL); i += 1) {
      for (let j = Math.floor(box[1] / CELL); j <= Math.floor(box[3] / CELL); j += 1) {
        if (act(i * 4096 + j)) return true;
      }
    }
    return false;
  }

  /** @param {Box} box */
  add(box) {
    this.over(box, (key) => {
      const some = this.cells.get(key);
      if (some) some.push(box);
      else this.cells.set(key, [box]);
    });
  }

  /** Whether anything but `mine` lies there. @param {Box} box @param {Box} [mine] */
  meets(box, mine) {
    return this.over(box, (key) =>
      (this.cells.get(key) ?? []).some(
        (b) => b !== mine && b[0] < box[2] && b[2] > box[0] && b[1] < box[3] && b[3] > box[1],
      ),
    );
  }
}

/** The places that touch a mark: dx, dy, align; the most readable first. */
function near(radius, size) {
  const side = radius + AIR + 1;
  const up = radius + (size * LINE) / 2 - 0.5;
  const slant = radius * 0.75 + AIR;
  const rise = size * 0.62;
  return [
    [side, 0, "left"],
    [-side, 0, "right"],
    [0, -up, "center"],
    [0, up, "center"],
    [slant, -rise, "left"],
    [slant, rise, "left"],
    [-slant, -rise, "right"],
    [-slant, rise, "right"],
    [slant * 0.2, -up, "left"],
    [slant * 0.2, up, "left"],
    [-slant * 0.2, -up, "right"],
    [-slant * 0.2, up, "right"],
  ];
}

/** The box of a name, its air included. @returns {Box} */
export function boxOf(x, y, align, width, size) {
  const left = x - (align === "right" ? width : align === "center" ? width / 2 : 0);
  const half = (size * LINE) / 2;
  return [left - AIR, y - half, left + width + AIR, y + half];
}

/**
 * @param {{key: number, x: number, y: number, r: number, width: number}[]} marks to be named, the
 *   most important first
 * @param {number} size of the type
 * @param {Box} frame in which names must stay
 * @param {Box[]} boxes that are taken, marks of all partners among them (by `of` of a mark)
 * @param {Map<number, any>} before where names stood: they keep their side where they can
 * @returns {Map<number, {x: number, y: number, align: string, lead: number[] | null,
 *   boxes?: Box[]}>}
 */
export function placeNames(marks, size, frame, boxes, before) {
  const taken = new Taken();
  const dots = new Taken();
  const found = new Map();
  for (const box of boxes) taken.add(box);
  /** @type {Map<number, Box>} */
  const own = new Map();
  for (const { key, x, y, r } of marks) {
    const box = /** @type {Box} */ ([x - r, y - r, x + r, y + r]);
    own.set(key, box);
    taken.add(box);
    dots.add(box);
  }
  const inside = (b) =>
    b[0] >= frame[0] && b[1] >= frame[1] && b[2] <= frame[2] && b[3] <= frame[3];
  const left = [];
  for (const mark of marks) {
    const places = near(mark.r, size);
    const last = before.get(mark.key)?.side;
    const order = places.map((_, n) => n);
    if (last !== undefined && last > 0) order.unshift(last);
    let unclear = null;
    let seat = null;
    for (const n of order) {
      const [dx, dy, align] = places[n];
      const x = mark.x + dx;
      const y = mark.y + dy;
      const box = boxOf(x, y, align, mark.width, size);
      if (!inside(box) || taken.meets(box)) continue;
      const wide = /** @type {Box} */ ([
        box[0] - APART,
        box[1] - ABOVE,
        box[2] + APART,
        box[3] + ABOVE,
      ]);
      const candidate = { x, y, align, lead: null, side: n, box };
      if (!dots.meets(wide, own.get(mark.key))) {
        seat = candidate;
        break;
      }
      unclear ??= candidate;
    }
    seat ??= unclear;
    if (seat) {
      taken.add(seat.box);
      found.set(mark.key, seat);
    } else left.push(mark);
  }
  for (const mark of left.slice(0, MOST_LED)) {
    const seat = ledOut(mark, size, inside, taken);
    if (!seat) continue;
    for (const box of seat.boxes) taken.add(box);
    found.set(mark.key, seat);
  }
  return found;
}

/** A place further out, with a line to it. */
function ledOut(mark, size, inside, taken) {
  for (let reach = mark.r + size * 1.1; reach <= FAR; reach += size * 0.8) {
    for (let step = 0; step < ANGLES; step += 1) {
      const angle = (2 * Math.PI * step) / ANGLES;
      const dx = Math.cos(angle);
      const dy = Math.sin(angle);
      const align = dx > 0.35 ? "left" : dx < -0.35 ? "right" : "center";
      const gap = align === "left" ? AIR : align === "right" ? -AIR : 0;
      const rise = align === "center" ? (dy > 0 ? size * 0.55 : -size * 0.55) : 0;
      const end = [mark.x + reach * dx, mark.y + reach * dy];
      const x = end[0] + gap;
      const y = end[1] + rise;
      const box = boxOf(x, y, align, mark.width, size);
      if (!inside(box) || taken.meets(box)) continue;
      const start = [mark.x + (mark.r + 1) * dx, mark.y + (mark.r + 1) * dy];
      const boxes = [box];
      const parts = Math.max(2, Math.floor((reach - mark.r - 1) / 5));
      for (let n = 1; n < parts; n += 1) {
        const at = [0, 1].map((c) => start[c] + ((end[c] - start[c]) * n) / parts);
        boxes.push([at[0] - 1.5, at[1] - 1.5, at[0] + 1.5, at[1] + 1.5]);
      }
      if (boxes.slice(1).some((one) => taken.meets(one))) continue;
      return { x, y, align, lead: [...start, ...end], boxes, box };
    }
  }
  return null;
}

/** Marks pushed from one another until each can be seen, and out from under what stays, as
 * geo/figures/map/static/spots.py does.
 * @param {{x: number, y: number, r: number}[]} marks moved in place
 * @param {{x: number, y: number, r: number}[]} fixed what stays: the homes */
export function pushApart(marks, fixed = [], apart = 1.45, rounds = 30) {
  const pairs = [];
  const order = marks.map((_, n) => n).sort((a, b) => marks[a].x - marks[b].x);
  for (let i = 0; i < order.length; i += 1) {
    const one = marks[order[i]];
    for (let j = i + 1; j < order.length; j += 1) {
      const other = marks[order[j]];
      if (other.x - one.x > 4 * one.r) break;
      if (Math.abs(other.y - one.y) < 4 * one.r) pairs.push([one, other]);
    }
  }
  for (let round = 0; round < rounds; round += 1) {
    let still = true;
    pairs.forEach(([one, other], n) => {
      let dx = other.x - one.x;
      let dy = other.y - one.y;
      let far = Math.hypot(dx, dy);
      const want = (apart * (one.r + other.r)) / 2;
      if (far >= want - 0.01) return;
      still = false;
      let push = (want - far) / 2;
      if (far < 0.01) {
        [dx, dy, far, push] = [
          Math.cos((n * Math.PI) / 5),
          Math.sin((n * Math.PI) / 5),
          1,
          want / 2,
        ];
      }
      one.x -= (push * dx) / far;
      one.y -= (push * dy) / far;
      other.x += (push * dx) / far;
      other.y += (push * dy) / far;
    });
    if (pushAway(marks, fixed, apart)) still = false;
    if (still) break;
  }
}

/** Push marks out from under what stays, and say whether any had to be. */
function pushAway(marks, fixed, apart) {
  let pushed = false;
  for (const one of fixed) {
    for (const mark of marks) {
      const least = (apart * (mark.r + one.r)) / 2;
      const dx = mark.x - one.x;
      const dy = mark.y - one.y;
      const far = Math.hypot(dx, dy);
      if (far >= least - 0.01) continue;
      pushed = true;
      mark.x = one.x + (far > 0.01 ? (least * dx) / far : least);
      mark.y = one.y + (far > 0.01 ? (least * dy) / far : 0);
    }
  }
  return pushed;
}
