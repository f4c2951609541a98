// Homes that are out of sight are hinted at: an arrow at the edge of the map, with the home's name.

import { homesSeen } from "./homes.js";
import { boxOf, Taken } from "./placing.js";
import { place, way } from "./projection.js";

const INSET = 12;
const STEP = 6;
/** So many great circles tell where those of a home leave the frame. */
const FOLLOWED = 40;

/** Where the arrows of homes out of sight stand: x, y, direction, and the place of the name.
 * @param {any} drawing @param {import("./placing.js").Box[]} boxes that are taken */
export function arrows(drawing, boxes) {
  const { layout, camera } = drawing;
  const seen = new Set(homesSeen(drawing).map((one) => one.home));
  const { projection } = layout.parts[0];
  const size = (layout.type + 1) * camera.fit;
  const taken = new Taken();
  for (const box of boxes) taken.add(box);
  return layout.homes
    .filter((home) => !seen.has(home))
    .map((home) => {
      const middle = [camera.width / 2, camera.height / 2];
      const [x, y] =
        leaves(drawing, home) ?? onScreen(camera, place(projection, home.lon, home.lat));
      const to = [x - middle[0], y - middle[1]];
      const wide = drawing.sprites.width(home.name, size, true);
      const arrow = { home, size, ...free(to, middle, camera, wide, size, taken) };
      taken.add(arrow.box);
      return arrow;
    });
}

/** A point of the plane on the screen. @param {any} camera @param {number[]} at
 * @returns {number[]} */
const onScreen = ({ x, y, scale }, [px, py]) => [x + scale * px, y + scale * py];

/** Where the great circles to a home leave the frame: in the middle of them all, beginning on the
 * left and going round. Nothing where none does.
 * @param {any} drawing @param {any} home @returns {number[] | null} */
function leaves(drawing, home) {
  const { layout, camera, shown } = drawing;
  const { projection } = layout.parts[0];
  const number = layout.homes.indexOf(home);
  const inside = (/** @type {number[]} */ [x, y]) =>
    x >= 0 && y >= 0 && x <= camera.width && y <= camera.height;
  const [mx, my] = [camera.width / 2, camera.height / 2];
  const exits = [];
  for (let n = 0; n < layout.ties.length && exits.length < FOLLOWED; n += 1) {
    const [partner, to] = layout.ties[n];
    if (to !== number || !shown.states[n]) continue;
    const { lon, lat } = layout.places[partner];
    if (!inside(onScreen(camera, place(projection, lon, lat)))) continue;
    const [line] = way(projection, [lon, lat], [home.lon, home.lat], 2);
    for (let i = 0; i < (line?.length ?? 0); i += 2) {
      const at = onScreen(camera, [line[i], line[i + 1]]);
      if (inside(at)) continue;
      exits.push(at);
      break;
    }
  }
  const round = (/** @type {number[]} */ [x, y]) => Math.atan2(y - my, x - mx);
  exits.sort((one, other) => round(one) - round(other));
  return exits.length ? exits[Math.floor(exits.length / 2)] : null;
}

/** The place at the edge nearest to a direction where the name lies over nothing.
 * @param {number[]} to @param {number[]} middle @param {any} camera @param {number} wide
 * @param {number} size @param {Taken} taken */
function free(to, [mx, my], camera, wide, size, taken) {
  const angle = Math.atan2(to[1], to[0]);
  let first = null;
  for (let n = 0; n < 31; n += 1) {
    const turn = (((n % 2 ? 1 : -1) * Math.ceil(n / 2) * STEP) / Math.min(mx, my)) * 2;
    const ux = Math.cos(angle + turn);
    const uy = Math.sin(angle + turn);
    const reach = Math.min(
      (mx - INSET) / Math.abs(ux || 1e-9),
      (my - INSET) / Math.abs(uy || 1e-9),
    );
    const x = mx + reach * ux;
    const y = my + reach * uy;
    const align = x + 12 + wide > 2 * mx ? "right" : "left"; // the name stays in the frame
    const tx = align === "left" ? x + 12 : x - 12;
    const ty = Math.min(camera.height - size, Math.max(size, y));
    const box = boxOf(tx, ty, align, wide, size);
    const whole = [
      Math.min(box[0], x - 8),
      Math.min(box[1], y - 8),
      Math.max(box[2], x + 8),
      Math.max(box[3], y + 8),
    ];
    const found = { x, y, angle, tx, ty, align, box: whole };
    first ??= found;
    if (!taken.meets(/** @type {any} */ (whole))) return found;
  }
  return first;
}

/** Draw the arrows. */
export function drawArrows(drawing, some) {
  for (const { home, x, y, angle, tx, ty, align, size } of some) {
    const { ctx, ratio: r } = drawing;
    const { paper, ink } = drawing.layout.colours;
    ctx.setTransform(r, 0, 0, r, x * r, y * r);
    ctx.rotate(angle);
    ctx.beginPath();
    ctx.moveTo(8, 0);
    ctx.lineTo(-4, -6);
    ctx.lineTo(-1.5, 0);
    ctx.lineTo(-4, 6);
    ctx.closePath();
    ctx.fillStyle = home.colour;
    ctx.strokeStyle = paper;
    ctx.lineWidth = 2.5;
    ctx.lineJoin = "round";
    ctx.stroke();
    ctx.fill();
    drawing.text(home.name, tx, ty, align, ink, size, true);
  }
}
