// What the keys do while the map has the focus.

const CLOSER = 1.6;
const STEP = 120;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @param {any} map the world map @param {KeyboardEvent} event */
export function onKey(map, event) {
  if (event.target !== map.at.map || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = actOf(map, event);
  if (!act) return;
  event.preventDefault();
  act();
}

function actOf({ sight, camera, bar, pointing, open }, { key, shiftKey }) {
  const arrow = ARROWS[key];
  if (arrow) {
    const [x, y] = arrow;
    if (shiftKey) return () => sight.glide(() => camera.pan(-STEP * x, -STEP * y));
    return () => pointing.goOn(arrow);
  }
  const closer = () => sight.closer(CLOSER);
  const acts = {
    "+": closer,
    "=": closer,
    "-": () => sight.closer(1 / CLOSER),
    0: () => sight.whole(),
    ",": () => bar.step(-1),
    ".": () => bar.step(1),
    " ": () => bar.toggle(),
    Enter: () => pointing.focused >= 0 && open(pointing.focused),
    Escape: () => (pointing.focused >= 0 ? pointing.focus(-1) : open(-1)),
  };
  return acts[key];
}
