// Draws the map on two canvases: the land, drawn anew when the camera moves, and above it all that
// moves with the years. Nothing is placed here that the layout has placed.

import { landPath, way } from "./projection.js";
import { boxOf, placeNames } from "./placing.js";
import { Crowd } from "./crowd.js";
import { arrows, drawArrows } from "./edges.js";
import { Sprites } from "./sprites.js";
import { FREE, Shown, spotsAt } from "./scene.js";
import { ENDED, FULL, MAYBE, NO } from "./years.js";

const HOME = 6.12, MOST_NAMED = 300, MOST_WAYS = 1500, CROWD = 2500;

export class Drawing {
  /** @param {HTMLCanvasElement} land @param {HTMLCanvasElement} above */
  constructor(land, above, camera) {
    this.canvases = [land, above];
    this.works = this.canvases.every((canvas) => canvas.getContext("2d"));
    this.camera = camera;
    /** @type {any} */
    this.layout = null;
    this.polygons = null;
    /** @type {any[]} the partners drawn on each map, and where */
    this.drawn = [];
    this.listed = null;
    this.names = [];
    this.before = new Map();
    this.caches = new Map();
  }

  /** Take up a layout; what was drawn for another is forgotten. */
  take(layout, ratio) {
    if (layout === this.layout && ratio === this.ratio) return;
    this.layout = layout;
    this.ratio = ratio;
    this.sprites = new Sprites(layout, ratio);
    this.shown = new Shown(layout);
    this.caches = new Map();
    this.before = new Map();
  }

  size(width, height) {
    for (const canvas of this.canvases) {
      canvas.width = Math.round(width * this.ratio);
      canvas.height = Math.round(height * this.ratio);
    }
  }

  cached(key, make) {
    if (!this.caches.has(key)) this.caches.set(key, make());
    return this.caches.get(key);
  }

  /** Letters drawn before the type had come are drawn anew. */
  forgetLetters() {
    this.before = new Map();
    if (this.layout) this.sprites = new Sprites(this.layout, this.ratio);
  }

  get free() {
    return this.camera.zoom >= FREE;
  }

  /** The transformation from the plane to the canvas. */
  onPlane(ctx) {
    const { scale, x, y } = this.camera, r = this.ratio;
    ctx.setTransform(scale * r, 0, 0, scale * r, x * r, y * r);
  }

  clipped(ctx, box) {
    ctx.beginPath();
    ctx.rect(box[0], box[1], box[2] - box[0], box[3] - box[1]);
    ctx.clip();
  }

  drawLand() {
    const ctx = this.canvases[0].getContext("2d"), { layout, polygons } = this;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, this.canvases[0].width, this.canvases[0].height);
    if (!polygons) return;
    const { projection } = layout.parts[0];
    ctx.save();
    this.onPlane(ctx);
    this.clipped(ctx, projection.box);
    ctx.fillStyle = layout.colours.land;
    ctx.fill(this.cached("land 0", () => landPath(projection, polygons)), "evenodd");
    ctx.restore();
  }

  /** All that moves with the years.
   * @param {{years: number[], ended: boolean, partner: number, hover: number, focus: number}} state */
  draw(state) {
    const ctx = this.canvases[1].getContext("2d");
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, this.canvases[1].width, this.canvases[1].height);
    this.shown.fill(state.years, state.ended);
    this.drawn = [];
    this.listed = null;
    this.names = [];
    this.part(ctx, 0, state);
    if (!this.free && this.layout.parts.length > 1) {
      this.sheet(ctx);
      this.part(ctx, 1, state);
    }
    const hidden = this.layout.homes.length > this.homesSeen().length;
    const out = this.free ? this.out : hidden ? arrows(this, this.boxes()) : [];
    drawArrows(this, ctx, out);
    this.arrows = out;
  }

  /** What marks and names take. */
  boxes() {
    const marks = this.marks.map(({ x, y, r }) => [x - r, y - r, x + r, y + r]);
    return [...marks, ...this.names.map((name) => name.box)];
  }

  /** Where the partners of one of the maps are, by number; kept while the camera rests. */
  spots(number) {
    const { x, y, scale } = this.camera, key = `${x} ${y} ${scale}`;
    const kept = this.cached(`spots ${number}`, () => ({ key: "", spots: [] }));
    if (kept.key !== key) {
      kept.key = key;
      kept.spots = new Array(this.layout.places.length);
      for (const spot of spotsAt(this.layout, this.camera, number)) kept.spots[spot.partner] = spot;
    }
    return kept.spots;
  }

  /** One map: great circles, names, marks; on the world the homes. */
  part(ctx, number, state) {
    const spots = this.spots(number), { width, height } = this.camera;
    const here = this.shown.order.filter((partner) => {
      const spot = spots[partner];
      return spot && spot.x > -40 && spot.y > -40 && spot.x < width + 40 && spot.y < height + 40;
    });
    this.ways(ctx, number, state);
    if (this.free) this.freely(ctx, here, spots, state);
    else this.asPlaced(ctx, number, spots);
    this.drawn.push([here, spots]);
    this.lookAt(ctx, here, spots, state);
    if (number === 0) this.homes(ctx);
    this.nameChosen(ctx, spots, state);
  }

  ways(ctx, number, state) {
    const { layout, camera } = this, { projection } = layout.parts[number];
    if (layout.ties.length > MOST_WAYS) return;
    const finer = Math.max(0, Math.ceil(Math.log2(camera.zoom)));
    const degrees = Math.min(4, Math.max(0.2, 400 / projection.scale / 2 ** finer));
    const chosen = state.hover >= 0 ? state.hover : state.partner;
    const strength = layout.faint * (number ? 0.5 : 1);
    ctx.save();
    this.onPlane(ctx);
    this.clipped(ctx, projection.box);
    const lines = this.cached(`ways ${number} ${finer}`, () => new Map());
    const stroke = (tie, home, width, opacity, dash) => {
      if (!lines.has(tie)) lines.set(tie, this.wayPath(projection, tie, degrees));
      ctx.strokeStyle = layout.homes[home].colour;
      ctx.lineWidth = (width * camera.fit) / camera.scale;
      ctx.globalAlpha = opacity;
      ctx.setLineDash(dash.map((part) => part / camera.scale));
      ctx.stroke(lines.get(tie));
    };
    const last = [], { states } = this.shown, rest = chosen >= 0 ? 0.45 : 1;
    layout.ties.forEach((tie, n) => {
      const as = states[n];
      if (as === NO || as === MAYBE || (as === ENDED && tie[5])) return;
      const look = as === FULL ? [0.9, strength, []] : [1.2, 0.6, [4, 3]];
      if (tie[0] === chosen) last.push([tie, look]);
      else stroke(tie, tie[1], look[0], look[1] * rest, look[2]);
    });
    for (const [tie, look] of last) stroke(tie, tie[1], 2, 0.95, look[2]);
    ctx.restore();
  }

  wayPath(projection, tie, degrees) {
    const home = this.layout.homes[tie[1]], partner = this.layout.places[tie[0]];
    const path = new Path2D();
    for (const line of way(projection, [home.lon, home.lat], [partner.lon, partner.lat], degrees)) {
      for (let n = 0; n < line.length; n += 2) {
        if (n) path.lineTo(line[n], line[n + 1]);
        else path.moveTo(line[n], line[n + 1]);
      }
    }
    return path;
  }

  /** Names where the layout has them. */
  asPlaced(ctx, number, spots) {
    const { scale, x: left, y: top } = this.camera;
    const at = (x, y) => [left + scale * x, top + scale * y];
    const rows = this.layout.parts[number].names.filter(([partner]) => this.shown.shows(partner));
    for (const [, , , , lead] of rows) {
      if (lead) this.lead(ctx, [...at(lead[0], lead[1]), ...at(lead[2], lead[3])]);
    }
    for (const [partner, x, y, align] of rows) {
      this.name(ctx, partner, ...at(x, y), align, spots[partner]);
    }
  }

  /** Names placed for the part of the map that is seen. */
  freely(ctx, here, spots, state) {
    const { camera, layout } = this, size = this.type;
    const chosen = (partner) => Number(partner === state.partner);
    const seen = [...here].sort((a, b) => chosen(b) - chosen(a) || a - b);
    const box = (partner) => {
      const { x, y, r } = spots[partner];
      return [x - r, y - r, x + r, y + r];
    };
    const named = seen.slice(0, MOST_NAMED).map((partner) => {
      const { x, y, r } = spots[partner];
      return { key: partner, x, y, r, width: this.sprites.width(layout.places[partner].name, size) };
    });
    this.out = arrows(this, seen.map(box));
    const out = this.out.map((arrow) => arrow.box);
    const boxes = [...this.homeBoxes(), ...out, ...seen.slice(MOST_NAMED).map(box)];
    const frame = [2, 2, camera.width - camera.cover - 2, camera.height - 2];
    const found = placeNames(named, size, frame, boxes, this.before);
    this.before = found;
    for (const seat of found.values()) if (seat.lead) this.lead(ctx, seat.lead);
    for (const [partner, seat] of found) {
      this.name(ctx, partner, seat.x, seat.y, seat.align, spots[partner]);
    }
  }

  /** The chosen partner has its name, whatever lies there. */
  nameChosen(ctx, spots, { partner }) {
    const spot = partner >= 0 && this.shown.shows(partner) && spots[partner];
    if (!spot?.named || this.names.some((name) => name.partner === partner)) return;
    const { name } = this.layout.places[partner], size = this.type + 1;
    const wide = this.sprites.width(name, size, true);
    const right = spot.x + spot.r + 9 + wide < this.camera.width;
    const x = right ? spot.x + spot.r + 8 : spot.x - spot.r - 8;
    this.text(ctx, name, x, spot.y, right ? "left" : "right", this.layout.colours.ink, size, true);
  }

  get type() {
    return this.layout.type * this.camera.fit;
  }

  lead(ctx, [x1, y1, x2, y2]) {
    const r = this.ratio;
    ctx.setTransform(r, 0, 0, r, 0, 0);
    ctx.strokeStyle = this.layout.colours.faint;
    ctx.lineWidth = 0.6;
    ctx.beginPath();
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
    ctx.stroke();
  }

  name(ctx, partner, x, y, align, spot) {
    const { ink, faint } = this.layout.colours, { name } = this.layout.places[partner];
    const size = this.type, colour = this.shown.full[partner] ? ink : faint;
    const wide = this.text(ctx, name, x, y, align, colour, size, false);
    this.names.push({ partner, text: name, box: boxOf(x, y, align, wide, size), spot });
  }

  /** Write a text with its halo, and say how wide it is. */
  text(ctx, text, x, y, align, colour, size, bold) {
    const wide = this.sprites.width(text, size, bold);
    const left = x - (align === "right" ? wide : align === "center" ? wide / 2 : 0);
    this.lay(ctx, this.sprites.name(text, colour, size, bold), left, y);
    return wide;
  }

  /** Lay a sprite on a point of the screen. */
  lay(ctx, sprite, x, y) {
    const r = this.ratio;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.drawImage(sprite.canvas, Math.round(x * r) - sprite.left, Math.round(y * r) - sprite.top);
  }

  /** The marks, and a ring around those that are chosen. */
  lookAt(ctx, here, spots, state) {
    for (const partner of here) {
      if (partner === state.partner || partner === state.focus) {
        this.ring(ctx, spots[partner], partner === state.focus ? 2.5 : 1.5);
      }
    }
    if (here.length <= CROWD) {
      for (const partner of here) {
        this.lay(ctx, this.spriteOf(partner, spots[partner].r), spots[partner].x, spots[partner].y);
      }
      return;
    }
    const { width, height } = this.canvases[1], ratio = this.ratio;
    const crowd = this.cached(`crowd ${width} ${height}`, () => new Crowd(width, height));
    crowd.clear();
    for (const partner of here) {
      const { x, y, r } = spots[partner], sprite = this.spriteOf(partner, r);
      crowd.lay(sprite, Math.round(x * ratio) - sprite.left, Math.round(y * ratio) - sprite.top);
    }
    crowd.onto(ctx);
  }

  ring(ctx, { x, y, r }, width) {
    const { paper, ink } = this.layout.colours;
    ctx.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    ctx.beginPath();
    ctx.arc(x, y, r + 5, 0, 2 * Math.PI);
    ctx.fillStyle = paper;
    ctx.strokeStyle = ink;
    ctx.lineWidth = width;
    ctx.fill();
    ctx.stroke();
  }

  /** The picture of a partner's mark. */
  spriteOf(partner, radius) {
    const { full, hollow } = this.shown, { role } = this.layout.places[partner];
    const looks = this.cached(role, () => new Map());
    const key = (full[partner] ? full[partner] * 8 : hollow[partner] * 8 + 4) * 128 + Math.round(radius * 10);
    let sprite = looks.get(key);
    if (!sprite) {
      const { homes, state } = this.shown.look(partner);
      const inks = homes.map((home) => this.layout.homes[home].colour);
      looks.set(key, (sprite = this.sprites.mark(role, inks, state, radius)));
    }
    return sprite;
  }

  /** The marks as they were drawn last, the topmost last. */
  get marks() {
    this.listed ??= this.drawn.flatMap(([here, spots]) => here.map((partner) => {
      const { homes, state } = this.shown.look(partner);
      return { ...spots[partner], partner, colours: homes, state };
    }));
    return this.listed;
  }

  /** Where the homes that are in sight stand on the screen, with their names. */
  homesSeen() {
    const { camera, layout } = this, size = (layout.type + 1.5) * camera.fit;
    const at = (x, y) => [camera.x + camera.scale * x, camera.y + camera.scale * y];
    const seen = layout.homes.flatMap((home) => {
      if (home.x === undefined) return [];
      const [x, y] = at(home.x, home.y);
      if (x < 0 || y < 0 || x > camera.width || y > camera.height) return [];
      const dx = (home.tx - home.x) * camera.fit, dy = (home.ty - home.y) * camera.fit;
      return [{ home, x, y, tx: x + dx, ty: y + dy, align: home.align, size }];
    });
    return seen;
  }

  homeBoxes() {
    return this.homesSeen().flatMap(({ home, x, y, tx, ty, align, size }) => [
      [x - 7, y - 7, x + 7, y + 7],
      boxOf(tx, ty, align, this.sprites.width(home.name, size, true), size),
    ]);
  }

  homes(ctx) {
    const seen = this.homesSeen(), { ink } = this.layout.colours;
    for (const { home, x, y } of seen) {
      this.lay(ctx, this.sprites.home(home.colour, HOME * this.camera.fit), x, y);
    }
    for (const { home, tx, ty, align, size } of seen) {
      this.text(ctx, home.name, tx, ty, align, ink, size, true);
    }
  }

  /** The sheet under the enlarged Europe, and where it lies on the world. */
  sheet(ctx) {
    const { layout, camera } = this, { faint, paper, land } = layout.colours;
    const { projection } = layout.parts[1], [left, top, right, bottom] = projection.box;
    this.onPlane(ctx);
    ctx.lineWidth = 0.8 / camera.fit;
    ctx.strokeStyle = faint;
    ctx.globalAlpha = 0.6;
    ctx.beginPath();
    layout.outline.forEach(([x, y], n) => (n ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
    ctx.stroke();
    ctx.globalAlpha = 1;
    const wide = Math.round((right - left) * camera.scale * this.ratio);
    const tall = Math.round((bottom - top) * camera.scale * this.ratio);
    const under = this.cached(`sheet ${wide} ${tall} ${Boolean(this.polygons)}`, () => {
      const canvas = Object.assign(document.createElement("canvas"), { width: wide, height: tall });
      const on = canvas.getContext("2d"), scale = wide / (right - left);
      on.fillStyle = paper;
      on.fillRect(0, 0, wide, tall);
      on.setTransform(scale, 0, 0, scale, -left * scale, -top * scale);
      on.fillStyle = land;
      if (this.polygons) on.fill(landPath(projection, this.polygons), "evenodd");
      return canvas;
    });
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    const x = Math.round((camera.x + camera.scale * left) * this.ratio);
    const y = Math.round((camera.y + camera.scale * top) * this.ratio);
    ctx.drawImage(under, x, y);
    ctx.globalAlpha = 0.5;
    ctx.lineWidth = 0.8 * this.ratio;
    ctx.strokeRect(x + 0.5, y + 0.5, wide - 1, tall - 1);
    ctx.globalAlpha = 1;
  }
}
