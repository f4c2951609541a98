// Cities that the article names and that are no ties: hollow, dashed, whatever the years.

import { boxOf } from "./placing.js";

/** Where they stand on the screen, and their names, moved with their marks.
 * @param {any} drawing @returns {any[]} */
function seen({ camera, layout }) {
  const { half, rows } = layout.proposals;
  return rows.map(({ x: px, y: py, tx, ty, align, text, lead }) => {
    const x = camera.x + camera.scale * px;
    const y = camera.y + camera.scale * py;
    const at = (ox, oy) => [x + (ox - px) * camera.fit, y + (oy - py) * camera.fit];
    const ends = lead ? [...at(lead[0], lead[1]), ...at(lead[2], lead[3])] : null;
    return { x, y, r: half * camera.fit, name: at(tx, ty), align, text, lead: ends };
  });
}

/** What they and their names take. @param {any} drawing */
export function proposalBoxes(drawing) {
  return seen(drawing).flatMap(({ x, y, r, name: [tx, ty], align, text }) => [
    [x - r, y - r, x + r, y + r],
    boxOf(tx, ty, align, drawing.sprites.width(text, drawing.type), drawing.type),
  ]);
}

/** @param {any} drawing */
export function drawProposals(drawing) {
  const { layout, sprites } = drawing;
  const some = seen(drawing);
  for (const { lead } of some) if (lead) drawing.line(lead);
  for (const { x, y, r } of some) drawing.lay(sprites.proposal(r), x, y);
  for (const { name, align, text } of some) {
    drawing.text(text, ...name, align, layout.colours.ink, drawing.type, false);
  }
}
