// Where the reader looks: the whole map, or a part of it enlarged. Screen = offset + scale * plane.

export const MOST = 40;
const STRIP = 0.6;

export class Camera {
  constructor() {
    this.zoom = 1;
    this.fit = 1;
    this.scale = 1;
    this.x = 0;
    this.y = 0;
    this.width = 1;
    this.height = 1;
    /** Pixels on the right over which an open card lies: the world may be moved out from under it. */
    this.cover = 0;
    /** @type {any} */
    this.layout = null;
  }

  /** Take up a layout and a size of the screen, and keep the middle of the view where it was. */
  set(layout, width, height) {
    const middle = this.layout && this.zoom > 1 ? this.share() : null;
    this.layout = layout;
    this.width = width;
    this.height = height;
    this.fit = Math.min(width / layout.size[0], height / layout.size[1]);
    if (middle) {
      const p = layout.parts[0].projection;
      this.scale = this.fit * this.zoom;
      this.x = width / 2 - this.scale * (p.shift[0] + middle[0] * p.scale);
      this.y = height / 2 - this.scale * (p.shift[1] + middle[1] * p.scale);
      this.settle();
    } else this.whole();
  }

  /** The middle of the view, in radians of the map from its middle. */
  share() {
    const p = this.layout.parts[0].projection;
    const x = (this.width / 2 - this.x) / this.scale;
    const y = (this.height / 2 - this.y) / this.scale;
    return [(x - p.shift[0]) / p.scale, (y - p.shift[1]) / p.scale];
  }

  whole() {
    this.zoom = 1;
    this.scale = this.fit;
    this.x = (this.width - this.fit * this.layout.size[0]) / 2;
    this.y = (this.height - this.fit * this.layout.size[1]) / 2;
  }

  /** Zoom about a point of the screen that stays where it is. */
  about(zoom, px, py) {
    const planeX = (px - this.x) / this.scale;
    const planeY = (py - this.y) / this.scale;
    this.at(zoom, planeX, planeY, px, py);
  }

  /** Zoom so that a point of the plane comes to a point of the screen. */
  at(zoom, planeX, planeY, px, py) {
    this.zoom = Math.min(MOST, Math.max(1, zoom));
    if (this.zoom < 1.01) {
      this.whole();
      return;
    }
    this.scale = this.fit * this.zoom;
    this.x = px - planeX * this.scale;
    this.y = py - planeY * this.scale;
    this.settle();
  }

  pan(dx, dy) {
    if (this.zoom === 1) return;
    this.x += dx;
    this.y += dy;
    this.settle();
  }

  /** The world covers the screen, or lies wholly in it. Where it takes but a strip of an upright
   * map, it stays under the fingers: up to the middle it may leave what it does not cover. */
  settle() {
    const [left, top, right, bottom] = this.layout.parts[0].projection.box;
    const slack = (bottom - top) * this.fit < STRIP * this.height ? this.height / 2 : 0;
    const held = (at, low, high, room, more) => {
      const first = -low * this.scale;
      const last = room - high * this.scale;
      const [least, most] = [Math.min(first, last) - more, Math.max(first, last) + more];
      return Math.min(most, Math.max(least, at));
    };
    this.x = held(this.x, left, right, this.width - this.cover, 0);
    this.y = held(this.y, top, bottom, this.height, slack);
  }

  copy() {
    return { zoom: this.zoom, scale: this.scale, x: this.x, y: this.y };
  }
}
