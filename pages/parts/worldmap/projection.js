// Lays the globe on the plane, the same as geo/place/projection.py: Equal Earth, and Lambert's
// azimuthal equal-area projection. The plane is in pixels of the layout.

/** @typedef {{kind: string, middle: number[], scale: number, shift: number[], box: number[]}} Projection */

const A1 = 1.340264;
const A2 = -0.081106;
const A3 = 0.000893;
const A4 = 0.003796;
const M = Math.sqrt(3) / 2;
const RAD = Math.PI / 180;

/** Where a place lies, in pixels; `turned` is its longitude from the middle, in degrees.
 * @param {Projection} p @param {number} turned @param {number} lat @returns {[number, number]} */
function projected(p, turned, lat) {
  const lon = turned * RAD;
  const phi = lat * RAD;
  let x;
  let y;
  if (p.kind === "equalEarth") {
    const t = Math.asin(M * Math.sin(phi));
    const t2 = t * t;
    const t6 = t2 * t2 * t2;
    x = (lon * Math.cos(t)) / (M * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)));
    y = t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
  } else {
    const m = p.middle[1] * RAD;
    const sm = Math.sin(m);
    const cm = Math.cos(m);
    const s = Math.sin(phi);
    const c = Math.cos(phi);
    const cl = Math.cos(lon);
    const k = Math.sqrt(2 / Math.max(1 + sm * s + cm * c * cl, 1e-9));
    x = k * c * Math.sin(lon);
    y = k * (cm * s - sm * c * cl);
  }
  return [p.shift[0] + p.scale * x, p.shift[1] - p.scale * y];
}

/** Degrees from the middle meridian, from -180 to 180.
 * @param {Projection} p @param {number} lon */
function turnedFrom(p, lon) {
  return ((((lon - p.middle[0] + 180) % 360) + 360) % 360) - 180;
}

/** Where a place lies, in pixels.
 * @param {Projection} p @param {number} lon @param {number} lat @returns {[number, number]} */
export function place(p, lon, lat) {
  return projected(p, turnedFrom(p, lon), lat);
}

/** The place at a point of an azimuthal map: longitude and latitude in degrees (Snyder 1987, eq.
 * 20-14, 20-15 and 24-16).
 * @param {Projection} p @param {number} px @param {number} py @returns {[number, number]} */
export function placeAt(p, px, py) {
  const x = (px - p.shift[0]) / p.scale;
  const y = (p.shift[1] - py) / p.scale;
  const r = Math.hypot(x, y);
  const m = p.middle[1] * RAD;
  if (r < 1e-9) return [p.middle[0], p.middle[1]];
  const c = 2 * Math.asin(Math.min(1, r / 2));
  const sc = Math.sin(c);
  const cc = Math.cos(c);
  const lat = Math.asin(cc * Math.sin(m) + (y * sc * Math.cos(m)) / r);
  const lon = Math.atan2(x * sc, r * Math.cos(m) * cc - y * Math.sin(m) * sc);
  return [p.middle[0] + lon / RAD, lat / RAD];
}

/** The great circle between two places as lines on the plane, cut where the map is cut.
 * @param {Projection} p
 * @param {number[]} from longitude and latitude @param {number[]} to
 * @param {number} step degrees between two points at the most
 * @returns {number[][]} lines of x, y, x, y ... */
export function way(p, from, to, step) {
  const vector = (/** @type {number[]} */ [lon, lat]) => {
    const c = Math.cos(lat * RAD);
    return [c * Math.cos(lon * RAD), c * Math.sin(lon * RAD), Math.sin(lat * RAD)];
  };
  const a = vector(from);
  const b = vector(to);
  const angle = Math.acos(Math.min(1, Math.max(-1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])));
  if (angle < 1e-9) return [];
  const steps = Math.max(2, Math.ceil(angle / RAD / step));
  const sine = Math.sin(angle);
  /** @type {number[][]} */
  const lines = [[]];
  let before = NaN;
  let latBefore = 0;
  for (let n = 0; n <= steps; n += 1) {
    const u = Math.sin((1 - n / steps) * angle) / sine;
    const v = Math.sin((n / steps) * angle) / sine;
    const x = u * a[0] + v * b[0];
    const y = u * a[1] + v * b[1];
    const z = u * a[2] + v * b[2];
    const turned = turnedFrom(p, Math.atan2(y, x) / RAD);
    const lat = Math.asin(z) / RAD;
    if (p.kind === "equalEarth" && Math.abs(turned - before) > 180) {
      const edge = before > 0 ? 180 : -180;
      const far = turned + 2 * edge;
      const crossing = latBefore + ((edge - before) / (far - before)) * (lat - latBefore);
      lines[lines.length - 1].push(...projected(p, edge, crossing));
      lines.push([...projected(p, -edge, crossing)]);
    }
    lines[lines.length - 1].push(...projected(p, turned, lat));
    before = turned;
    latBefore = lat;
  }
  return lines;
}

/** The land on the plane, to be filled by the even-odd rule.
 *
 * Longitudes run from 30 degrees west eastward without a break, so Equal Earth needs no cut. Of an
 * azimuthal map the far side is a ring around all else: land at the antipode would be drawn inside
 * out, which the circle around the whole map mends.
 * @param {Projection} p @param {number[][][][]} polygons @returns {Path2D} */
export function landPath(p, polygons) {
  const path = new Path2D();
  const flat = p.kind === "equalEarth";
  const opposite = [p.middle[0] + 180, -p.middle[1]];
  for (const rings of polygons) {
    let turnedOut = false;
    for (const ring of rings) {
      if (!flat && holds(ring, opposite)) turnedOut = !turnedOut;
      ring.forEach(([lon, lat], n) => {
        const [x, y] = projected(p, flat ? lon - p.middle[0] : turnedFrom(p, lon), lat);
        if (n) path.lineTo(x, y);
        else path.moveTo(x, y);
      });
      path.closePath();
    }
    if (turnedOut) {
      path.moveTo(p.shift[0] + 2 * p.scale, p.shift[1]);
      path.arc(p.shift[0], p.shift[1], 2 * p.scale, 0, 2 * Math.PI);
      path.closePath();
    }
  }
  return path;
}

/** Whether a ring of longitudes and latitudes holds a place.
 * @param {number[][]} ring @param {number[]} place */
function holds(ring, [lonAt, lat]) {
  const lon = ((((lonAt + 30) % 360) + 360) % 360) - 30;
  let inside = false;
  for (let n = 0, m = ring.length - 1; n < ring.length; m = n, n += 1) {
    const [x1, y1] = ring[n];
    const [x2, y2] = ring[m];
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
