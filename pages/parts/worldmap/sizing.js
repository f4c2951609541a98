// How large the map is drawn: it fills its place, and with the years under it the first screen.

const PHONE = 640;
const ROOMY = 1000;
const MOST = 1400;
const WIDEST = 1.95; // width to height, in full screen
const FLAT = 2.35;
const TALL = 2.04;
const UPRIGHT = [1.25, 1.56];

/** Whether the map stands upright, Europe below the world. @param {number} width in pixels */
export const small = (width) => width < PHONE;

/** Whether names take the whole map, so that its buttons stand under it. @param {number} width */
export const crowded = (width) => width < ROOMY;

/** Height of the map in the page. @param {number} width @param {number} above pixels of the window
 * that other things take */
export function heightInPage(width, above) {
  const room = window.innerHeight - above;
  if (!small(width)) return Math.round(Math.max(width / FLAT, Math.min(width / TALL, room)));
  const [least, most] = UPRIGHT.map((share) => share * width);
  return Math.round(Math.max(least, Math.min(most, window.innerHeight * 0.8)));
}

/** Height of the map in full screen. @param {number} width
 * @param {HTMLElement[]} others that stand above and below it */
export function heightInFull(width, others) {
  const taken = others.reduce((sum, one) => sum + one.offsetHeight, 24);
  const room = window.innerHeight - taken;
  return Math.max(160, Math.round(small(width) ? room : Math.min(room, width / WIDEST)));
}

/** For which size the server is asked to lay the map out: one for eight pixels. On a larger screen
 * all of it grows, names and marks too, so that it is read from further away.
 * @param {number} width @param {number} height */
export function asked(width, height) {
  const grown = Math.max(1, width / MOST);
  const step = (size, least) => Math.max(least, 8 * Math.floor(size / grown / 8));
  return `${step(width, 240)}x${step(height, 160)}`;
}
