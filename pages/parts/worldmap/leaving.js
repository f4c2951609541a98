// What the reader presses elsewhere on the page may lead away from the map. The years that he sees
// must be known by then: so the press waits until the server has answered to them.

const PRESSED = "a, button";
const OFTEN = 30;
const LONGEST = 3000;

/** Whether the server has drawn the page for the years of the map, and has nothing more to do. */
function answered(map) {
  const app = /** @type {HTMLElement} */ (document.querySelector("[data-test-script-state]"));
  return map.known && (!app || app.dataset.testScriptState === "notRunning");
}

/** Hold a press back until the server knows the years.
 * @param {any} map the world map @param {MouseEvent} event */
export function holdBack(map, event) {
  const target = /** @type {Element} */ (event.target);
  const pressed = /** @type {HTMLElement} */ (target.closest?.(PRESSED));
  const elsewhere = pressed && !map.root.contains(pressed) && !pressed.closest(".copy-link");
  if (!elsewhere || !event.isTrusted || event.ctrlKey || event.metaKey || event.shiftKey) return;
  map.tellYears();
  if (map.known) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const late = performance.now() + LONGEST;
  const waiting = setInterval(() => {
    if (!answered(map) && performance.now() < late) return;
    clearInterval(waiting);
    pressed.click();
  }, OFTEN);
}
