// Marks and names as small pictures, drawn once and then only laid on: what makes a year quick.

import { ENDED, FULL } from "./years.js";

export const FONT =
  "'Youcheng Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/** @typedef {{canvas: HTMLCanvasElement, left: number, top: number}} Sprite offsets in device pixels */

export class Sprites {
  /** @param {any} layout @param {number} ratio device pixels to a pixel */
  constructor(layout, ratio) {
    this.layout = layout;
    this.ratio = ratio;
    /** @type {Map<string, Sprite>} */
    this.known = new Map();
    this.paths = new Map();
    this.widths = new Map();
    this.ruler = document.createElement("canvas").getContext("2d");
  }

  /** Width of a name, in pixels. @param {string} text */
  width(text, size, bold = false) {
    const key = `${size}|${bold}|${text}`;
    if (!this.widths.has(key)) {
      this.ruler.font = `${bold ? "bold " : ""}${size}px ${FONT}`;
      this.widths.set(key, this.ruler.measureText(text).width);
    }
    return this.widths.get(key);
  }

  path(svg) {
    if (!this.paths.has(svg)) this.paths.set(svg, new Path2D(svg));
    return this.paths.get(svg);
  }

  /** A partner's mark: in strips of its homes' colours, hollow, or hollow and dashed.
   * @param {string} role @param {string[]} colours @param {number} state @param {number} radius */
  mark(role, colours, state, radius) {
    const key = `${role}|${colours}|${state}|${radius.toFixed(1)}`;
    return this.kept(key, 1.3 * radius + 3, 1.3 * radius + 3, (ctx) => {
      const shape = this.layout.shapes[role];
      const { paper } = this.layout.colours;
      ctx.scale(radius, radius);
      if (state === FULL) {
        ctx.lineWidth = 2 / radius;
        ctx.fillStyle = ctx.strokeStyle = paper;
        const ground = this.path(shape.ground);
        ctx.fill(ground);
        ctx.stroke(ground);
        shape.strips[colours.length - 1].forEach((strip, n) => {
          ctx.fillStyle = colours[n];
          ctx.fill(this.path(strip));
        });
        return;
      }
      const whole = this.path(shape.strips[0][0]);
      ctx.fillStyle = paper;
      ctx.strokeStyle = colours[0];
      ctx.lineWidth = 1.2 / radius;
      if (state === ENDED) ctx.setLineDash([2 / radius, 1.6 / radius]);
      ctx.fill(whole);
      ctx.stroke(whole);
    });
  }

  /** A home's mark. @param {string} colour @param {number} radius */
  home(colour, radius) {
    return this.kept(`home|${colour}|${radius}`, radius + 4, radius + 4, (ctx) => {
      const whole = this.path(this.layout.shapes.home);
      const { paper } = this.layout.colours;
      ctx.scale(radius, radius);
      ctx.fillStyle = ctx.strokeStyle = paper;
      ctx.lineWidth = 3 / radius;
      ctx.beginPath();
      ctx.arc(0, 0, 1, 0, 2 * Math.PI);
      ctx.fill();
      ctx.stroke();
      ctx.fillStyle = colour;
      ctx.fill(whole, "evenodd");
    });
  }

  /** What stands around a mark for a hypothetical tie.
   * @param {string} colour @param {number} radius */
  ring(colour, radius) {
    return this.kept(`ring|${colour}|${radius.toFixed(1)}`, radius + 3, radius + 3, (ctx) => {
      ctx.scale(radius, radius);
      ctx.strokeStyle = colour;
      ctx.lineWidth = 1.2 / radius;
      ctx.setLineDash([2.4 / radius, 2 / radius]);
      ctx.stroke(this.path(this.layout.shapes.ring));
    });
  }

  /** The mark of a city that the article names. @param {number} radius */
  proposal(radius) {
    return this.kept(`proposal|${radius.toFixed(1)}`, radius + 3, radius + 3, (ctx) => {
      const whole = this.path(this.layout.shapes.proposal);
      const { ink, paper } = this.layout.colours;
      ctx.scale(radius, radius);
      ctx.fillStyle = paper;
      ctx.strokeStyle = ink;
      ctx.lineWidth = 1.2 / radius;
      ctx.setLineDash([2 / radius, 1.6 / radius]);
      ctx.fill(whole);
      ctx.stroke(whole);
    });
  }

  /** A name on its halo of paper, from the left end of its line.
   * @param {string} text @param {string} colour @param {number} size @param {boolean} bold */
  name(text, colour, size, bold = false, halo = bold ? 3.4 : 2.6) {
    const wide = this.width(text, size, bold);
    const key = `${text}|${colour}|${size}|${bold}`;
    return this.kept(key, [6, wide + 6], size, (ctx) => {
      const { paper } = this.layout.colours;
      ctx.font = `${bold ? "bold " : ""}${size}px ${FONT}`;
      ctx.lineJoin = "round";
      ctx.fillStyle = ctx.strokeStyle = paper;
      ctx.lineWidth = halo;
      ctx.globalAlpha = bold ? 1 : 0.85;
      ctx.strokeText(text, 0, 0.3 * size);
      ctx.globalAlpha = 1;
      ctx.fillText(text, 0, 0.3 * size);
      ctx.fillStyle = colour;
      ctx.fillText(text, 0, 0.3 * size);
    });
  }

  /** @param {string} key @param {number | number[]} across to the left and right of the origin */
  kept(key, across, down, draw) {
    const known = this.known.get(key);
    if (known) return known;
    const [left, right] = Array.isArray(across) ? across : [across, across];
    const canvas = document.createElement("canvas");
    const ratio = this.ratio;
    const sprite = { canvas, left: Math.ceil(left * ratio), top: Math.ceil(down * ratio) };
    canvas.width = sprite.left + Math.ceil(right * ratio);
    canvas.height = 2 * sprite.top;
    const ctx = canvas.getContext("2d");
    ctx.setTransform(ratio, 0, 0, ratio, sprite.left, sprite.top);
    draw(ctx);
    this.known.set(key, sprite);
    return sprite;
  }
}
