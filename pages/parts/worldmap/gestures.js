// Wheel, mouse, fingers: what a reader does with the map. One finger scrolls the page, two move the
// map; a tap or a click chooses.

const MOUSE = 4;
const STILL = 8;
const TAP = 500;
const HINT = 1600;

/**
 * @param {HTMLElement} on
 * @param {{camera: any, moved: () => void, zoomTo: (zoom: number, x: number, y: number) => void,
 *   choose: (x: number, y: number, reach: number) => void, hover: (x: number, y: number) => void,
 *   leave: () => void, into: (x: number, y: number) => boolean, full: () => boolean,
 *   hint: (ms: number) => void}} map
 * @param {AbortSignal} signal
 */
export function listenToHands(on, map, signal) {
  const at = (event) => {
    const box = on.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  listenToMouse(on, map, at, signal);
  listenToFingers(on, map, at, signal);
  on.addEventListener(
    "wheel",
    (event) => {
      const closer = event.deltaY < 0;
      if (!closer && map.camera.zoom === 1) return; // the page scrolls on
      event.preventDefault();
      const [x, y] = at(event);
      const lines = event.deltaMode ? 16 : 1;
      if (closer && map.into(x, y)) return;
      const factor = Math.exp(
        -Math.max(-120, Math.min(120, event.deltaY * lines)) * (event.ctrlKey ? 0.01 : 0.0022),
      );
      map.camera.about(map.camera.zoom * factor, x, y);
      map.moved();
    },
    { signal, passive: false },
  );
  on.addEventListener(
    "dblclick",
    (event) => {
      event.preventDefault();
      const [x, y] = at(event);
      if (!map.into(x, y)) map.zoomTo(map.camera.zoom * (event.shiftKey ? 0.5 : 2), x, y);
    },
    { signal },
  );
}

function listenToMouse(on, map, at, signal) {
  let from = null;
  let moved = 0;
  on.addEventListener(
    "pointerdown",
    (event) => {
      if (event.pointerType === "touch" || event.button !== 0) return;
      from = at(event);
      moved = 0;
      on.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  on.addEventListener(
    "pointermove",
    (event) => {
      if (event.pointerType === "touch") return;
      const [x, y] = at(event);
      if (!from) {
        map.hover(x, y);
        return;
      }
      moved += Math.hypot(x - from[0], y - from[1]);
      if (moved > STILL / 2 && map.camera.zoom > 1) {
        on.classList.add("wm-held");
        map.leave();
        map.camera.pan(x - from[0], y - from[1]);
        map.moved();
      }
      from = [x, y];
    },
    { signal },
  );
  const end = (event) => {
    if (event.pointerType === "touch" || !from) return;
    on.classList.remove("wm-held");
    from = null;
    if (event.type === "pointerup" && moved <= STILL / 2) map.choose(...at(event), MOUSE);
  };
  on.addEventListener("pointerup", end, { signal });
  on.addEventListener("pointercancel", end, { signal });
  on.addEventListener("pointerleave", () => !from && map.leave(), { signal });
}

/** The browser does nothing of its own, if it has not begun. @param {Event} event */
function keep(event) {
  if (event.cancelable) event.preventDefault();
}

function listenToFingers(on, map, at, signal) {
  let start = null;
  let pair = null;
  const both = ([one, other]) => {
    const [x1, y1] = at(one);
    const [x2, y2] = at(other);
    return { x: (x1 + x2) / 2, y: (y1 + y2) / 2, apart: Math.hypot(x1 - x2, y1 - y2) };
  };
  on.addEventListener(
    "touchstart",
    (event) => {
      if (event.touches.length === 1) {
        const [x, y] = at(event.touches[0]);
        start = { x, y, when: event.timeStamp, moved: false };
      } else if (event.touches.length === 2) {
        keep(event);
        start = null;
        pair = both(event.touches);
        map.leave();
        map.into(pair.x, pair.y);
      }
    },
    { signal, passive: false },
  );
  on.addEventListener(
    "touchmove",
    (event) => {
      if (event.touches.length >= 2 && pair) {
        keep(event);
        const now = both(event.touches);
        const { camera } = map;
        const planeX = (pair.x - camera.x) / camera.scale;
        const planeY = (pair.y - camera.y) / camera.scale;
        const zoom = (camera.zoom * now.apart) / Math.max(1, pair.apart);
        camera.at(Math.max(1, zoom), planeX, planeY, now.x, now.y);
        pair = now;
        map.moved();
      } else if (event.touches.length === 1 && start) {
        const [x, y] = at(event.touches[0]);
        if (Math.hypot(x - start.x, y - start.y) <= STILL) return;
        if (map.full() && map.camera.zoom > 1) {
          keep(event);
          map.camera.pan(x - (start.toX ?? start.x), y - (start.toY ?? start.y));
          map.moved();
        } else if (!start.moved) map.hint(HINT);
        Object.assign(start, { moved: true, toX: x, toY: y });
      }
    },
    { signal, passive: false },
  );
  on.addEventListener(
    "touchend",
    (event) => {
      if (event.touches.length < 2) pair = null;
      if (event.touches.length || !start) return;
      if (!start.moved && event.timeStamp - start.when < TAP) {
        keep(event); // no mouse click comes after it
        map.choose(start.x, start.y, 16);
      }
      start = null;
    },
    { signal },
  );
  on.addEventListener(
    "touchcancel",
    () => {
      start = pair = null;
    },
    { signal },
  );
}
