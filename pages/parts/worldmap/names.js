// The partners' names: where the layout has them, or, zoomed in, placed for what is seen.

import { arrows } from "./edges.js";
import { homeBoxes, homesPlacedHere } from "./homes.js";
import { boxOf, placeNames } from "./placing.js";
import { proposalBoxes } from "./proposals.js";

const MOST_NAMED = 300;
const RING = 3;

/** Names where the layout has them. @param {any} drawing @param {number} number of the map
 * @param {any[]} spots of the partners, by number */
export function namesAsPlaced(drawing, number, spots) {
  const { scale, x: left, y: top } = drawing.camera;
  const at = (x, y) => [left + scale * x, top + scale * y];
  const { names } = drawing.layout.parts[number];
  const rows = names.filter(([partner]) => drawing.shown.shows(partner));
  for (const [, , , , lead] of rows) {
    if (lead) drawing.line([...at(lead[0], lead[1]), ...at(lead[2], lead[3])]);
  }
  for (const [partner, x, y, align] of rows) {
    drawName(drawing, partner, at(x, y), align, spots[partner]);
  }
}

/** Names placed for the part of the map that is seen, and arrows to homes out of sight.
 * @param {any} drawing @param {number[]} here partners in sight @param {any[]} spots
 * @param {number} chosen the partner whose card is open: it comes first */
export function namesPlacedHere(drawing, here, spots, chosen) {
  const { camera, layout, sprites } = drawing;
  const size = drawing.type;
  const first = (partner) => Number(partner === chosen);
  const seen = [...here].sort((a, b) => first(b) - first(a) || a - b);
  const [around] = layout.shapes.around;
  const wide = (partner) => spots[partner].r * (drawing.shown.supposed[partner] ? around : 1);
  const box = (partner) => {
    const [{ x, y }, r] = [spots[partner], wide(partner)];
    return [x - r, y - r, x + r, y + r];
  };
  const inside = ({ x, y }) => x >= 0 && y >= 0 && x <= camera.width && y <= camera.height;
  const most = new Set(seen.filter((partner) => inside(spots[partner])).slice(0, MOST_NAMED));
  const named = [...most].map((partner) => {
    const { x, y } = spots[partner];
    const r = wide(partner);
    return { key: partner, x, y, r, width: sprites.width(layout.places[partner].name, size) };
  });
  const proposals = proposalBoxes(drawing);
  drawing.homes = homesPlacedHere(drawing, [...drawing.covered, ...proposals, ...seen.map(box)]);
  const fixed = [...drawing.covered, ...proposals, ...homeBoxes(drawing, drawing.homes)];
  const out = arrows(drawing, [...fixed, ...seen.map(box)]);
  const boxes = [
    ...fixed,
    ...out.map((arrow) => arrow.box),
    ...seen.filter((partner) => !most.has(partner)).map(box),
  ];
  const found = placeNames(named, size, drawing.frame, boxes, drawing.before);
  drawing.before = found;
  for (const { lead } of found.values()) if (lead) drawing.line(lead);
  for (const [partner, seat] of found) {
    drawName(drawing, partner, [seat.x, seat.y], seat.align, spots[partner]);
  }
  return out;
}

/** The chosen partner has its name, too, where its mark is not under the card: where there is
 * room, and if there is none, beside its mark.
 * @param {any} drawing @param {any[]} spots @param {number} partner or -1 */
export function nameChosen(drawing, spots, partner) {
  const spot = partner >= 0 && drawing.shown.shows(partner) && spots[partner];
  const { cover, width } = drawing.camera;
  if (!spot || !(spot.named || cover) || spot.x > width - cover) return;
  if (drawing.names.some((name) => name.partner === partner && name.spot === spot)) return;
  const { name } = drawing.layout.places[partner];
  const size = drawing.type + 1;
  const wide = drawing.sprites.width(name, size, true);
  const mark = { key: partner, x: spot.x, y: spot.y, r: spot.r + RING, width: wide };
  const seat = placeNames([mark], size, drawing.frame, drawing.boxes(), new Map()).get(partner);
  const { x, y, align, lead } = seat ?? {
    x: spot.x + mark.r,
    y: spot.y,
    align: "left",
    lead: null,
  };
  if (lead) drawing.line(lead);
  drawing.text(name, x, y, align, drawing.layout.colours.ink, size, true);
  drawing.names.push({ partner, text: name, box: boxOf(x, y, align, wide, size), spot });
}

/** @param {any} drawing @param {number} partner @param {number[]} at @param {string} align
 * @param {any} spot of its mark */
function drawName(drawing, partner, [x, y], align, spot) {
  const { ink, faint } = drawing.layout.colours;
  const { name } = drawing.layout.places[partner];
  const size = drawing.type;
  const { full, supposed } = drawing.shown;
  const colour = full[partner] || supposed[partner] ? ink : faint;
  const wide = drawing.text(name, x, y, align, colour, size, false);
  drawing.names.push({ partner, text: name, box: boxOf(x, y, align, wide, size), spot });
}
