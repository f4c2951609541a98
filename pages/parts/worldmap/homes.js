// The homes: where they are in sight, with their names.

import { boxOf, placeNames } from "./placing.js";
import { HOME } from "./scene.js";

const AROUND = 7;

/** Where the homes that are in sight stand on the screen, and their names as the layout has them.
 * @param {any} drawing */
export function homesSeen({ camera, layout }) {
  const size = (layout.type + 1.5) * camera.fit;
  return layout.homes.flatMap((home) => {
    if (home.x === undefined) return [];
    const x = camera.x + camera.scale * home.x;
    const y = camera.y + camera.scale * home.y;
    if (x < 0 || y < 0 || x > camera.width || y > camera.height) return [];
    const at = (px, py) => [x + (px - home.x) * camera.fit, y + (py - home.y) * camera.fit];
    const [tx, ty] = at(home.tx, home.ty);
    const [x1, y1, x2, y2] = home.lead ?? [];
    const lead = home.lead ? [...at(x1, y1), ...at(x2, y2)] : null;
    return [{ home, x, y, tx, ty, align: home.align, lead, size }];
  });
}

/** The homes that are in sight, their names placed for what is seen, before all others.
 * @param {any} drawing @param {any[]} boxes what marks and buttons take */
export function homesPlacedHere(drawing, boxes) {
  const { sprites } = drawing;
  const seen = homesSeen(drawing);
  if (!seen.length) return seen;
  const [{ size }] = seen;
  const wanted = seen.map(({ home, x, y }) => ({
    key: home.home,
    x,
    y,
    r: AROUND,
    width: sprites.width(home.name, size, true),
  }));
  const found = placeNames(wanted, size, drawing.frame, boxes, drawing.homesBefore);
  drawing.homesBefore = found;
  return seen.map((one) => {
    const seat = found.get(one.home.home);
    if (!seat) return one;
    const { x: tx, y: ty, align, lead, boxes: taken } = seat;
    return { ...one, tx, ty, align, lead, boxes: taken };
  });
}

/** What the homes and their names take. @param {any} drawing @param {any[]} seen */
export function homeBoxes(drawing, seen) {
  return seen.flatMap((one) => [
    [one.x - AROUND, one.y - AROUND, one.x + AROUND, one.y + AROUND],
    nameBox(drawing, one),
    ...(one.boxes ?? []),
  ]);
}

/** The box of a home's name. @param {any} drawing @param {any} seen one of those in sight */
function nameBox({ sprites }, { home, tx, ty, align, size }) {
  return boxOf(tx, ty, align, sprites.width(home.name, size, true), size);
}

/** @param {any} drawing which keeps them, with the boxes of their names, as `homes`
 * @param {any[]} seen */
export function drawHomes(drawing, seen) {
  const { camera, layout, sprites } = drawing;
  for (const { lead } of seen) if (lead) drawing.line(lead);
  for (const { home, x, y } of seen) {
    drawing.lay(sprites.home(home.colour, HOME * camera.fit), x, y);
  }
  for (const { home, tx, ty, align, size } of seen) {
    drawing.text(home.name, tx, ty, align, layout.colours.ink, size, true);
  }
  drawing.homes = seen.map((one) => ({ ...one, box: nameBox(drawing, one) }));
}
