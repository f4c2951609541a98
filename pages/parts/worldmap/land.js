// The land of the world, and the sheet on which the enlarged Europe lies.

import { landPath } from "./projection.js";

const FRAME = 0.8;

/** The land of the world, on the canvas that is drawn anew only when the camera moves.
 * @param {any} drawing */
export function drawWorld(drawing) {
  const { ctx, layout, polygons } = drawing;
  const { projection } = layout.parts[0];
  ctx.save();
  drawing.onPlane();
  drawing.clipped(projection.box);
  ctx.fillStyle = layout.colours.land;
  ctx.fill(
    drawing.cached("land", () => landPath(projection, polygons)),
    "evenodd",
  );
  ctx.restore();
}

/** Where the enlarged Europe lies on the world, and the sheet under it. @param {any} drawing */
export function drawSheet(drawing) {
  const { camera, ctx, layout, ratio } = drawing;
  drawing.onPlane();
  ctx.lineWidth = FRAME / camera.fit;
  ctx.strokeStyle = layout.colours.faint;
  ctx.globalAlpha = 0.6;
  ctx.beginPath();
  layout.outline.forEach(([x, y], n) => {
    if (n) ctx.lineTo(x, y);
    else ctx.moveTo(x, y);
  });
  ctx.stroke();
  ctx.globalAlpha = 1;
  const [left, top, right, bottom] = layout.parts[1].projection.box;
  const wide = Math.round((right - left) * camera.scale * ratio);
  const tall = Math.round((bottom - top) * camera.scale * ratio);
  const x = Math.round((camera.x + camera.scale * left) * ratio);
  const y = Math.round((camera.y + camera.scale * top) * ratio);
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.drawImage(sheet(drawing, wide, tall), x, y);
  ctx.globalAlpha = 0.5;
  ctx.lineWidth = FRAME * ratio;
  ctx.strokeRect(x + 0.5, y + 0.5, wide - 1, tall - 1);
  ctx.globalAlpha = 1;
}

/** The land of the enlarged part on paper, as a picture that is kept. */
function sheet({ cached, layout, polygons }, wide, tall) {
  const { projection } = layout.parts[1];
  const [left, top, right] = projection.box;
  return cached(`sheet ${wide} ${tall} ${Boolean(polygons)}`, () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: wide, height: tall });
    const ctx = canvas.getContext("2d");
    const scale = wide / (right - left);
    ctx.fillStyle = layout.colours.paper;
    ctx.fillRect(0, 0, wide, tall);
    ctx.setTransform(scale, 0, 0, scale, -left * scale, -top * scale);
    ctx.fillStyle = layout.colours.land;
    if (polygons) ctx.fill(landPath(projection, polygons), "evenodd");
    return canvas;
  });
}
