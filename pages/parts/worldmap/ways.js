// The great circles of the ties, each in its home's colour.

import { way } from "./projection.js";
import { ENDED, FULL, MAYBE, NO } from "./years.js";

/** Of more ties than these only the great circles of the partner that is pointed at or chosen are
 * drawn: all would cover all else. */
const MOST_WAYS = 1500;
const PLAIN = 0.9;
const CHOSEN = 2;
const GONE = { width: 1.2, opacity: 0.6, dash: [4, 3] };
const SUPPOSED = { width: 1.1, opacity: 0.7, dash: [1.5, 3.5] };
/** How faint the others become while one partner is pointed at or chosen. */
const REST = 0.45;

/** @param {any} drawing @param {number} number of the map @param {any} state of the page */
export function drawWays(drawing, number, state) {
  const { camera, ctx, layout } = drawing;
  const { projection } = layout.parts[number];
  const finer = Math.max(0, Math.ceil(Math.log2(camera.zoom)));
  const degrees = Math.min(4, Math.max(0.2, 400 / projection.scale / 2 ** finer));
  const lines = drawing.cached(`ways ${number} ${finer}`, () => new Map());
  const stroke = (tie, { width, opacity, dash }) => {
    if (!lines.has(tie)) lines.set(tie, wayPath(layout, projection, tie, degrees));
    ctx.strokeStyle = layout.homes[tie[1]].colour;
    ctx.lineWidth = (width * camera.fit) / camera.scale;
    ctx.globalAlpha = opacity;
    ctx.setLineDash(dash.map((part) => part / camera.scale));
    ctx.stroke(lines.get(tie));
  };
  ctx.save();
  drawing.onPlane();
  drawing.clipped(projection.box);
  const pointed = state.hover >= 0 ? state.hover : state.partner;
  const plain = { width: PLAIN, opacity: layout.faint * (number ? 0.5 : 1), dash: [] };
  const rest = pointed >= 0 ? REST : 1;
  const last = [];
  const many = layout.ties.length > MOST_WAYS;
  layout.ties.forEach((tie, n) => {
    if (many && tie[0] !== pointed) return;
    const as = drawing.shown.states[n];
    if (as === NO || as === MAYBE || (as === ENDED && tie[5])) return;
    const look = tie[7] ? SUPPOSED : as === FULL ? plain : GONE;
    if (tie[0] === pointed) last.push([tie, { ...look, width: CHOSEN, opacity: 0.95 }]);
    else stroke(tie, { ...look, opacity: look.opacity * rest });
  });
  for (const [tie, look] of last) stroke(tie, look);
  ctx.restore();
}

function wayPath(layout, projection, tie, degrees) {
  const home = layout.homes[tie[1]];
  const partner = layout.places[tie[0]];
  const path = new Path2D();
  for (const line of way(projection, [home.lon, home.lat], [partner.lon, partner.lat], degrees)) {
    for (let n = 0; n < line.length; n += 2) {
      if (n) path.lineTo(line[n], line[n + 1]);
      else path.moveTo(line[n], line[n + 1]);
    }
  }
  return path;
}
