// Thousands of marks: their pixels are laid into one picture by hand, which takes a tenth of the
// time of as many calls to the canvas. A mark that lies under another one is left out.

/** Marks so close, in device pixels, cannot be told from one. */
const SAME = 3;
const OPAQUE = 127;

/** @typedef {{canvas: HTMLCanvasElement, left: number, top: number}} Sprite */

export class Crowd {
  /** @param {number} width in device pixels @param {number} height */
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.canvas = Object.assign(document.createElement("canvas"), { width, height });
    this.ctx = this.canvas.getContext("2d");
    this.picture = this.ctx.createImageData(width, height);
    this.pixels = new Uint32Array(this.picture.data.buffer);
    this.across = Math.ceil(width / SAME);
    this.taken = new Uint8Array(this.across * Math.ceil(height / SAME));
    /** @type {WeakMap<HTMLCanvasElement, {at: Int32Array, inks: Uint32Array, edge: number}>} */
    this.known = new WeakMap();
  }

  /** Draw marks, the topmost last.
   * @param {CanvasRenderingContext2D} ctx
   * @param {number[]} partners @param {{x: number, y: number, r: number}[]} spots by partner
   * @param {number} ratio device pixels to a pixel
   * @param {(partner: number, radius: number) => Sprite} spriteOf the picture of its mark */
  draw(ctx, partners, spots, ratio, spriteOf) {
    this.pixels.fill(0);
    this.taken.fill(0);
    const seen = [];
    for (let n = partners.length - 1; n >= 0; n -= 1) {
      const spot = spots[partners[n]];
      if (this.takes(Math.round(spot.x * ratio), Math.round(spot.y * ratio))) {
        seen.push(partners[n]);
      }
    }
    for (const partner of seen.reverse()) {
      const { x, y, r } = spots[partner];
      this.lay(spriteOf(partner, r), Math.round(x * ratio), Math.round(y * ratio));
    }
    this.ctx.putImageData(this.picture, 0, 0);
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.drawImage(this.canvas, 0, 0);
  }

  /** Whether a mark is the topmost at its point. */
  takes(x, y) {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return true;
    const cell = Math.floor(y / SAME) * this.across + Math.floor(x / SAME);
    if (this.taken[cell]) return false;
    this.taken[cell] = 1;
    return true;
  }

  lay(sprite, x, y) {
    const { at, inks, edge } = this.inked(sprite.canvas);
    const [left, top] = [x - sprite.left, y - sprite.top];
    const whole = left >= 0 && top >= 0 && left + edge < this.width && top + edge < this.height;
    if (!whole) return; // half a mark at the edge of thousands is not missed
    const from = top * this.width + left;
    const { pixels } = this;
    for (let n = 0; n < at.length; n += 1) {
      const ink = inks[n];
      const to = from + at[n];
      if (ink >>> 24 > OPAQUE) pixels[to] = ink | 0xff000000;
      else if (!pixels[to]) pixels[to] = ink;
    }
  }

  /** The pixels of a sprite that are inked, and where they lie from its left upper corner. */
  inked(canvas) {
    const known = this.known.get(canvas);
    if (known) return known;
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const all = new Uint32Array(data.buffer);
    const some = [...all.keys()].filter((n) => all[n] >>> 24);
    const place = (n) => Math.floor(n / canvas.width) * this.width + (n % canvas.width);
    const found = {
      at: Int32Array.from(some, place),
      inks: Uint32Array.from(some, (n) => all[n]),
      edge: Math.max(canvas.width, canvas.height),
    };
    this.known.set(canvas, found);
    return found;
  }
}
