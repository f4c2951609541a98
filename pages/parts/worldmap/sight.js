// Bringing things into sight: gliding from one look to another, and out from under an open card.

import { place, placeAt } from "./projection.js";

const GLIDE = 260;
const EDGE = 40;
const CLOSER = 1.25;

export class Sight {
  /** @param {import("./camera.js").Camera} camera
   * @param {() => void} moved called after every movement */
  constructor(camera, moved) {
    this.camera = camera;
    this.moved = moved;
    this.gliding = 0;
    /** The zoom that the camera took for the open card alone. */
    this.movedFor = 0;
  }

  /** Change the camera, gliding there unless the reader wants no motion.
   * @param {() => void} change */
  glide(change) {
    const { camera } = this;
    const from = camera.copy();
    change();
    const to = camera.copy();
    cancelAnimationFrame(this.gliding);
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.moved();
      return;
    }
    const start = performance.now();
    const step = (now) => {
      const share = Math.min(1, Math.max(0, (now - start) / GLIDE));
      Object.assign(camera, share === 1 ? to : between(from, to, 1 - (1 - share) ** 3, camera.fit));
      this.moved();
      if (share < 1) this.gliding = requestAnimationFrame(step);
    };
    step(start);
  }

  /** @param {number} factor by which the middle of the view comes closer */
  closer(factor) {
    const { camera } = this;
    this.glide(() => camera.about(camera.zoom * factor, camera.width / 2, camera.height / 2));
  }

  whole() {
    this.glide(() => this.camera.whole());
  }

  /** From the enlarged Europe into the map, to the same place at the same size.
   * @param {any} layout @param {number} x @param {number} y a point of the screen
   * @returns {boolean} whether the point lies on the enlarged Europe */
  into(layout, x, y) {
    const { camera } = this;
    if (!layout || camera.zoom !== 1 || layout.parts.length < 2) return false;
    const { projection } = layout.parts[1];
    const [left, top, right, bottom] = projection.box;
    const [px, py] = [(x - camera.x) / camera.scale, (y - camera.y) / camera.scale];
    if (px < left || px > right || py < top || py > bottom) return false;
    const world = layout.parts[0].projection;
    const [wx, wy] = place(world, ...placeAt(projection, px, py));
    camera.at((1.15 * projection.scale) / world.scale, wx, wy, x, y);
    this.moved();
    return true;
  }

  /** Bring a partner into sight.
   * @param {any} layout @param {number} number of the partner @param {number} cover pixels on the
   * right over which a card lies @param {number} edge to stay away from */
  show(layout, number, cover = 0, edge = EDGE) {
    const { camera } = this;
    const { lon, lat } = layout.places[number];
    const [px, py] = place(layout.parts[0].projection, lon, lat);
    const [x, y] = [camera.x + camera.scale * px, camera.y + camera.scale * py];
    const [right, bottom] = [camera.width - edge - cover, camera.height - edge];
    const covered = cover !== camera.cover;
    camera.cover = cover;
    const back = (at, low, high) => Math.min(Math.max(at, low), Math.max(low, high)) - at;
    const [dx, dy] = [back(x, edge, right), back(y, edge, bottom)];
    if (camera.zoom > 1 && (dx || dy)) this.glide(() => camera.pan(dx, dy));
    else if (camera.zoom === 1 && cover && x > right) {
      this.movedFor = CLOSER;
      this.glide(() => camera.at(CLOSER, px, py, right - 60, camera.height / 2));
    } else if (covered) this.moved(); // names keep clear of the card
  }

  /** What the camera moved for an open card, it takes back when the card is closed. */
  uncover() {
    this.camera.cover = 0;
    if (this.movedFor && this.camera.zoom === this.movedFor) this.whole();
    this.movedFor = 0;
  }
}

/** A look on the way from one to another. */
function between(from, to, eased, fit) {
  const scale = from.scale * (to.scale / from.scale) ** eased;
  const still = to.scale === from.scale;
  const way = still ? eased : (scale - from.scale) / (to.scale - from.scale);
  const part = (a, b) => a + (b - a) * way;
  return { scale, zoom: scale / fit, x: part(from.x, to.x), y: part(from.y, to.y) };
}
