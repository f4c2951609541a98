// Where the card of a partner lies: over the map, or on a phone at the foot of the window.

const CLEAR = 48;
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

/** The partner's mark comes above a card that stands at the foot of the window.
 * @param {any} map @param {number} number of the partner */
export function scrollClear(map, number) {
  const card = boxOfCard(map);
  const mark = map.drawing.markOf(number);
  const { left, top } = map.at.map.getBoundingClientRect();
  if (map.full || !card?.width || !mark || card.left > left + BESIDE) return;
  const below = top + mark.y + CLEAR - card.top;
  if (below <= 0 || card.bottom < window.innerHeight) return;
  map.root.closest('[data-testid="stMain"]')?.scrollBy({ top: below });
}
