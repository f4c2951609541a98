// Where the card of a partner lies: over the map, or on a phone at the foot of the window.

const CLEAR = 48;
const HEAD = 60; // of the page, which stays where it is
const BESIDE = 40;

const boxOfCard = (map) => document.querySelector(map.data.card)?.getBoundingClientRect();

/** How much of the map the open card lies over, in pixels from the right. @param {any} map */
export function covered(map) {
  const card = boxOfCard(map);
  if (map.full || !card?.width) return 0;
  const { left, right, bottom } = map.at.map.getBoundingClientRect();
  const beside = card.left >= right || card.top >= bottom;
  return beside || card.left <= left + BESIDE ? 0 : right - card.left;
}

/** Where the page was scrolled to for a mark. @type {{main: Element, to: number, by: number}} */
let scrolled = null;

/** The partner's mark comes between the head of the page and a card at the foot of the window.
 * @param {any} map @param {number} number of the partner */
export function scrollClear(map, number) {
  const card = boxOfCard(map);
  const mark = map.drawing.markOf(number);
  const { left, top } = map.at.map.getBoundingClientRect();
  if (map.full || !card?.width || !mark || card.left > left + BESIDE) return;
  if (card.bottom < window.innerHeight) return;
  const below = top + mark.y + CLEAR - card.top;
  const by = below > 0 ? below : Math.min(0, top + mark.y - CLEAR - HEAD);
  const main = map.root.closest('[data-testid="stMain"]');
  if (!by || !main) return;
  main.scrollBy({ top: by });
  scrolled = { main, to: main.scrollTop, by };
}

/** The card is closed: the reader goes on where he was, if he has not scrolled himself. */
export function scrollBack() {
  const { main, to, by } = scrolled ?? {};
  scrolled = null;
  if (main && Math.abs(main.scrollTop - to) < 2) main.scrollBy({ top: -by });
}
