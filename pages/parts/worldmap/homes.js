// The homes: where they are in sight, with their names.

import { boxOf } from "./placing.js";

const RADIUS = 6.12;
const AROUND = 7;

/** Where the homes that are in sight stand on the screen, and their names.
 * @param {any} drawing */
export function homesSeen({ camera, layout }) {
  const size = (layout.type + 1.5) * camera.fit;
  return layout.homes.flatMap((home) => {
    if (home.x === undefined) return [];
    const x = camera.x + camera.scale * home.x;
    const y = camera.y + camera.scale * home.y;
    if (x < 0 || y < 0 || x > camera.width || y > camera.height) return [];
    const tx = x + (home.tx - home.x) * camera.fit;
    const ty = y + (home.ty - home.y) * camera.fit;
    return [{ home, x, y, tx, ty, align: home.align, size }];
  });
}

/** The box of a home's name. @param {any} drawing @param {any} seen one of those in sight */
const nameBox = ({ sprites }, { home, tx, ty, align, size }) =>
  boxOf(tx, ty, align, sprites.width(home.name, size, true), size);

/** What the homes and their names take. @param {any} drawing */
export function homeBoxes(drawing) {
  return homesSeen(drawing).flatMap((one) => [
    [one.x - AROUND, one.y - AROUND, one.x + AROUND, one.y + AROUND],
    nameBox(drawing, one),
  ]);
}

/** @param {any} drawing which keeps them, with the boxes of their names, as `homes` */
export function drawHomes(drawing) {
  const { camera, layout, sprites } = drawing;
  const seen = homesSeen(drawing);
  for (const { home, x, y } of seen) {
    drawing.lay(sprites.home(home.colour, RADIUS * camera.fit), x, y);
  }
  for (const { home, tx, ty, align, size } of seen) {
    drawing.text(home.name, tx, ty, align, layout.colours.ink, size, true);
  }
  drawing.homes = seen.map((one) => ({ ...one, box: nameBox(drawing, one) }));
}
