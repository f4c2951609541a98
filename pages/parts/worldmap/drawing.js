// Draws the map on two canvases: the land, drawn anew when the camera moves, and above it all that
// moves with the years. Nothing is placed here that the layout has placed.

import { Crowd } from "./crowd.js";
import { arrows, drawArrows } from "./edges.js";
import { drawHomes, homeBoxes, homesSeen } from "./homes.js";
import { drawSheet, drawWorld } from "./land.js";
import { nameChosen, namesAsPlaced, namesPlacedHere } from "./names.js";
import { drawProposals } from "./proposals.js";
import { FREE, Shown, spotsAt } from "./scene.js";
import { Sprites } from "./sprites.js";
import { drawWays } from "./ways.js";

const CROWD = 2500;
const NEAR = 40;
const RING = 5;

export class Drawing {
  /** @param {HTMLCanvasElement} land @param {HTMLCanvasElement} above
   * @param {import("./camera.js").Camera} camera */
  constructor(land, above, camera) {
    this.canvases = [land, above];
    this.works = this.canvases.every((canvas) => canvas.getContext("2d"));
    this.camera = camera;
    /** @type {any} */
    this.layout = null;
    this.ratio = 1;
    /** @type {any} where it draws just now */
    this.ctx = null;
    this.polygons = null;
    /** @type {any[]} the partners drawn on each map, and where */
    this.drawn = [];
    this.listed = null;
    this.names = [];
    this.homes = [];
    this.homesBefore = new Map();
    this.arrows = [];
    /** What lies over the map, where no name may stand. @type {number[][]} */
    this.covered = [];
    /** Where names stood at the camera before: they keep their side where they can. */
    this.before = new Map();
    this.caches = new Map();
  }

  /** Take up a layout; what was drawn for another is forgotten.
   * @param {any} layout @param {number} ratio device pixels to a pixel */
  take(layout, ratio) {
    if (layout === this.layout && ratio === this.ratio) return;
    this.layout = layout;
    this.ratio = ratio;
    this.shown = new Shown(layout);
    this.caches = new Map();
    this.forgetLetters();
  }

  /** Take up the land. @param {any} geojson @returns {boolean} whether it is new */
  takeLand({ features }) {
    if (this.polygons) return false;
    this.polygons = features.flatMap(({ geometry: { type, coordinates } }) =>
      type === "Polygon" ? [coordinates] : coordinates,
    );
    return true;
  }

  size(width, height) {
    for (const canvas of this.canvases) {
      canvas.width = Math.round(width * this.ratio);
      canvas.height = Math.round(height * this.ratio);
    }
  }

  /** What is kept for as long as the layout is the same. */
  cached = (key, make) => {
    if (!this.caches.has(key)) this.caches.set(key, make());
    return this.caches.get(key);
  };

  /** Letters drawn before the type had come are drawn anew. */
  forgetLetters() {
    this.before = new Map();
    if (this.layout) this.sprites = new Sprites(this.layout, this.ratio);
  }

  get free() {
    return this.camera.zoom >= FREE;
  }

  /** In which names stay: clear of the edge, and of a card. */
  get frame() {
    const { width, height, cover } = this.camera;
    return [2, 2, width - cover - 2, height - 2];
  }

  /** Size of the partners' names, in pixels. */
  get type() {
    return this.layout.type * this.camera.fit;
  }

  // --- the two canvases --------------------------------------------------------------------------

  drawLand() {
    this.begin(0);
    if (this.polygons) drawWorld(this);
  }

  /** All that moves with the years.
   * @param {{years: number[], ended: boolean, partner: number, hover: number, focus: number}} state */
  draw(state) {
    this.begin(1);
    this.shown.fill(state.years, state.ended);
    this.drawn = [];
    this.listed = null;
    this.names = [];
    this.arrows = [];
    this.part(0, state);
    if (!this.free && this.layout.parts.length > 1) {
      drawSheet(this);
      this.part(1, state);
    }
    const hidden = this.layout.homes.length > homesSeen(this).length;
    if (!this.free && hidden) this.arrows = arrows(this, this.boxes());
    drawArrows(this, this.arrows);
  }

  begin(number) {
    const canvas = this.canvases[number];
    this.ctx = canvas.getContext("2d");
    this.ctx.setTransform(1, 0, 0, 1, 0, 0);
    this.ctx.clearRect(0, 0, canvas.width, canvas.height);
  }

  /** What marks and names take. */
  boxes() {
    const marks = this.marks.map(({ x, y, r }) => [x - r, y - r, x + r, y + r]);
    const homes = homeBoxes(this, this.homes);
    return [...this.covered, ...homes, ...marks, ...this.names.map((name) => name.box)];
  }

  /** One map: great circles, names, marks; on the world the homes. */
  part(number, state) {
    const spots = this.spots(number);
    const { width, height } = this.camera;
    const here = this.shown.order.filter((partner) => {
      const { x, y } = spots[partner] ?? { x: Number.NaN, y: 0 };
      return x > -NEAR && y > -NEAR && x < width + NEAR && y < height + NEAR;
    });
    drawWays(this, number, state);
    if (this.free) this.arrows = namesPlacedHere(this, here, spots, state.partner);
    else namesAsPlaced(this, number, spots);
    this.drawn.push([here, spots]);
    this.listed = null;
    this.drawMarks(here, spots, state);
    if (number === 0) {
      drawHomes(this, this.free ? this.homes : homesSeen(this));
      drawProposals(this);
    }
    nameChosen(this, spots, state.partner);
  }

  /** Where the partners of one of the maps are, by number; kept while the camera rests. */
  spots(number) {
    const { x, y, scale } = this.camera;
    const key = `${x} ${y} ${scale}`;
    const kept = this.cached(`spots ${number}`, () => ({ key: "", spots: [] }));
    if (kept.key !== key) {
      kept.key = key;
      kept.spots = new Array(this.layout.places.length);
      for (const spot of spotsAt(this.layout, this.camera, number)) kept.spots[spot.partner] = spot;
    }
    return kept.spots;
  }

  // --- marks -------------------------------------------------------------------------------------

  /** The marks, and a ring around those that are chosen. */
  drawMarks(here, spots, { partner: chosen, focus }) {
    for (const partner of here) {
      if (partner === focus) this.ring(spots[partner], 2.5);
      else if (partner === chosen) this.ring(spots[partner], 1.5);
    }
    if (here.length > CROWD) {
      this.drawCrowd(here, spots);
      return;
    }
    for (const partner of here) {
      const { x, y, r } = spots[partner];
      this.drawSupposed(partner, x, y, r);
      this.lay(this.spriteOf(partner, r), x, y);
    }
  }

  /** A dashed ring around a mark for each hypothetical tie of its partner. */
  drawSupposed(partner, x, y, r) {
    const bits = this.shown.supposed[partner];
    if (!bits) return;
    const [around, further] = this.layout.shapes.around;
    this.shown.homesOf(bits).forEach((home, n) => {
      const { colour } = this.layout.homes[home];
      this.lay(this.sprites.ring(colour, r * (around + further * n)), x, y);
    });
  }

  drawCrowd(here, spots) {
    const { width, height } = this.canvases[1];
    const crowd = this.cached(`crowd ${width} ${height}`, () => new Crowd(width, height));
    const spriteOf = (partner, radius) => this.spriteOf(partner, radius);
    crowd.draw(this.ctx, here, spots, this.ratio, spriteOf);
  }

  ring({ x, y, r }, width) {
    const { ctx, ratio } = this;
    const { paper, ink } = this.layout.colours;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.beginPath();
    ctx.arc(x, y, r + RING, 0, 2 * Math.PI);
    ctx.fillStyle = paper;
    ctx.strokeStyle = ink;
    ctx.lineWidth = width;
    ctx.fill();
    ctx.stroke();
  }

  /** The picture of a partner's mark. */
  spriteOf(partner, radius) {
    const { full, hollow, supposed } = this.shown;
    const { role } = this.layout.places[partner];
    const looks = this.cached(role, () => new Map());
    const look = full[partner]
      ? full[partner] * 8
      : hollow[partner] >= 0
        ? hollow[partner] * 8 + 4
        : supposed[partner] * 8 + 2;
    const key = look * 128 + Math.round(radius * 10);
    let sprite = looks.get(key);
    if (!sprite) {
      const { homes, state } = this.shown.look(partner);
      const colours = homes.map((home) => this.layout.homes[home].colour);
      sprite = this.sprites.mark(role, colours, state, radius);
      looks.set(key, sprite);
    }
    return sprite;
  }

  /** The marks as they were drawn last, the topmost last. */
  get marks() {
    this.listed ??= this.drawn.flatMap(([here, spots]) =>
      here.map((partner) => {
        const { homes, state } = this.shown.look(partner);
        return { ...spots[partner], partner, colours: homes, state };
      }),
    );
    return this.listed;
  }

  /** The topmost mark of a partner, or nothing. @param {number} partner */
  markOf(partner) {
    return this.marks.filter((mark) => mark.partner === partner).pop() ?? null;
  }

  // --- what all of it is drawn with --------------------------------------------------------------

  /** From here on the plane is drawn on. */
  onPlane() {
    const { scale, x, y } = this.camera;
    const { ratio } = this;
    this.ctx.setTransform(scale * ratio, 0, 0, scale * ratio, x * ratio, y * ratio);
  }

  /** Nothing is drawn outside. @param {number[]} box left, top, right, bottom on the plane */
  clipped([left, top, right, bottom]) {
    this.ctx.beginPath();
    this.ctx.rect(left, top, right - left, bottom - top);
    this.ctx.clip();
  }

  /** Write a text with its halo, and say how wide it is. */
  text(text, x, y, align, colour, size, bold) {
    const wide = this.sprites.width(text, size, bold);
    const left = x - (align === "right" ? wide : align === "center" ? wide / 2 : 0);
    this.lay(this.sprites.name(text, colour, size, bold), left, y);
    return wide;
  }

  /** A line from a mark to its name. @param {number[]} ends x and y of both */
  line([x1, y1, x2, y2]) {
    const { ctx, ratio } = this;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.strokeStyle = this.layout.colours.faint;
    ctx.lineWidth = 0.6;
    ctx.beginPath();
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
    ctx.stroke();
  }

  /** Lay a sprite on a point of the screen. */
  lay(sprite, x, y) {
    this.ctx.setTransform(1, 0, 0, 1, 0, 0);
    const [left, top] = [x, y].map((at) => Math.round(at * this.ratio));
    this.ctx.drawImage(sprite.canvas, left - sprite.left, top - sprite.top);
  }
}
