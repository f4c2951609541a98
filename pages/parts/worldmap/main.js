// The world map on the page: takes what the server says, draws it, and tells the server what the
// reader does. The years are filtered here; nothing is sent until they rest.

import { Bar } from "./bar.js";
import { Camera } from "./camera.js";
import { describe, marksAt, meant, nextMark, putBeside } from "./choosing.js";
import { Drawing } from "./drawing.js";
import { listenToHands } from "./gestures.js";
import { place, placeAt } from "./projection.js";
import { FONT } from "./sprites.js";
import { counted, finding, span } from "./years.js";

const REST = 400, GLIDE = 260;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const local = (address) => new URL(address.replace(/^\//, ""), document.baseURI).href;

/** What has been fetched, for as long as the page lives. @type {Map<string, Promise<any>>} */
const fetched = (window.__worldMapFetched ??= new Map());

function get(address) {
  if (!fetched.has(address)) {
    const answer = fetch(local(address)).then((found) => {
      if (!found.ok) throw new Error(`${found.status}`);
      return found.json();
    });
    answer.catch(() => fetched.delete(address));
    fetched.set(address, answer);
  }
  return fetched.get(address);
}

class WorldMap {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    const find = (name) => /** @type {HTMLElement} */ (root.querySelector(`.wm-${name}`));
    this.at = Object.fromEntries(
      ["map", "land", "above", "year", "tip", "several", "hint", "heard", "legend", "in", "out",
        "whole", "full", "title", "tools", "instead", "fault", "years"].map((name) => [name, find(name)]),
    );
    this.camera = new Camera();
    this.drawing = new Drawing(
      /** @type {any} */ (this.at.land), /** @type {any} */ (this.at.above), this.camera,
    );
    this.bar = new Bar(this.at.years, () => this.yearsMoved(), () => this.yearsMoved());
    this.layout = null;
    this.seq = 0;
    this.hovered = this.focused = -1;
    this.asked = "";
    this.size = [0, 0];
    this.frame = 0;
  }

  /** Begin to listen; what listened before has ended. */
  listen(signal) {
    this.bar.listen(signal);
    listenToHands(this.at.map, {
      camera: this.camera,
      moved: () => this.moved(),
      zoomTo: (zoom, x, y) => this.glide(() => this.camera.about(zoom, x, y)),
      choose: (x, y, reach) => this.choose(x, y, reach),
      hover: (x, y) => this.hover(x, y),
      leave: () => this.hover(-99, -99),
      into: (x, y) => this.into(x, y),
      full: () => document.fullscreenElement === this.root,
      hint: (ms) => this.hint(ms),
    }, signal);
    const by = (element, kind, act, more = {}) => element.addEventListener(kind, act, { signal, ...more });
    by(this.at.map, "keydown", (event) => this.key(event));
    by(this.at.map, "blur", () => this.focus(-1));
    const middle = () => [this.camera.width / 2, this.camera.height / 2];
    by(this.at.in, "click", () => this.glide(() => this.camera.about(this.camera.zoom * 2, ...middle())));
    by(this.at.out, "click", () => this.glide(() => this.camera.about(this.camera.zoom / 2, ...middle())));
    by(this.at.whole, "click", () => this.glide(() => this.camera.whole()));
    by(this.at.full, "click", () => this.fullScreen());
    by(document, "fullscreenchange", () => this.measure());
    for (const name of ["tools", "several"]) {
      for (const kind of ["pointerdown", "pointerup", "touchstart", "touchend", "dblclick", "wheel"]) {
        by(this.at[name], kind, (event) => event.stopPropagation(), { passive: true });
      }
    }
    by(window, "pointerdown", (event) => {
      if (!this.root.contains(event.target)) this.tellNow();
      if (!this.at.several.contains(event.target)) this.at.several.hidden = true;
    }, { capture: true });
    by(window, "resize", () => this.measure());
    const sizes = new ResizeObserver(() => this.measure());
    sizes.observe(this.root.parentElement ?? this.root);
    const ratio = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    by(ratio, "change", () => this.measure(true));
    signal.addEventListener("abort", () => sizes.disconnect());
    document.fonts?.load(`16px ${FONT}`).then(() => document.fonts.load(`bold 16px ${FONT}`)).then(() => {
      this.drawing.forgetLetters();
      this.redraw(false);
    });
  }

  // --- what the server says ----------------------------------------------------------------------

  /** Take up what the server says of the view. */
  take(data, tell) {
    this.data = data;
    this.tell = tell;
    const { words } = data, still = data.seq >= this.seq && !this.pending && !this.bar.playing;
    this.bar.set(data.period, still ? data.years : this.bar.years, words);
    if (still) this.seq = Math.max(this.seq, data.seq);
    const partner = data.partner ?? "";
    this.root.classList.toggle("wm-carded", Boolean(partner));
    this.turnTo = partner !== this.partner && partner ? partner : this.turnTo;
    if (this.partner && !partner) this.uncover();
    this.partner = partner;
    const page = document.documentElement.style;
    page.setProperty("--map-paper", data.paper);
    this.name();
    this.measure();
    if (this.broken || !this.drawing.works) this.instead();
    else this.fetch();
    this.redraw(false);
    this.told();
    if (this.layout && !this.broken) this.bringIntoView();
  }

  name() {
    const { words } = this.data;
    for (const [name, text] of [["in", words.zoom_in], ["out", words.zoom_out], ["whole", words.whole], ["full", words.full]]) {
      this.at[name].title = text;
      this.at[name].setAttribute("aria-label", text);
    }
    this.at.map.setAttribute("aria-label", words.map);
    this.at.hint.textContent = words.two_fingers;
    this.at.fault.textContent = words.fault;
  }

  async fetch() {
    const { layout: address, land } = this.data;
    get(land).then((found) => {
      if (this.drawing.polygons) return;
      this.drawing.polygons = found.features.flatMap(({ geometry }) =>
        geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates);
      this.drawing.caches.clear();
      this.redraw(true);
    }, () => this.instead());
    try {
      const found = await get(address);
      if (address !== this.data.layout || found === this.layout) return;
      const narrowed = this.layout && JSON.stringify(this.layout.parts[0].projection.middle)
        !== JSON.stringify(found.parts[0].projection.middle);
      this.layout = found;
      if (narrowed) this.camera.zoom = 1;
      this.hovered = this.focused = -1;
      this.at.tip.hidden = true;
      this.measure(true);
      this.legend();
      this.bringIntoView();
      this.tries = 0;
    } catch {
      if (address !== this.data.layout) return; // another one is on its way
      this.tries = (this.tries ?? 0) + 1;
      if (this.tries > 2) this.instead();
      else setTimeout(() => this.fetch(), 700);
    }
  }

  /** Where the map cannot be drawn, its picture stands instead. */
  instead() {
    const image = /** @type {HTMLImageElement} */ (this.at.instead);
    if (!this.broken) this.tell.state("fault", true);
    this.broken = true;
    if (!this.data.picture) return;
    image.src = local(this.data.picture);
    image.alt = this.data.words.map;
    image.hidden = this.at.fault.hidden = false;
  }

  // --- size --------------------------------------------------------------------------------------

  /** Find how large the map may be, and ask for a layout of that size. */
  measure(anew = false) {
    if (!this.data) return;
    const full = document.fullscreenElement === this.root;
    const width = Math.floor((full ? this.root.clientWidth - 32 : this.root.clientWidth));
    if (width < 50) return;
    const height = this.heightFor(width, full);
    if (!anew && width === this.size[0] && height === this.size[1] && this.drawing.layout === this.layout) return;
    this.size = [width, height];
    this.at.map.style.height = `${height}px`;
    document.documentElement.style.setProperty("--map-height", `${height}px`);
    this.root.classList.toggle("wm-small", width < 640);
    const wanted = `${Math.max(240, 8 * Math.floor(width / 8))}x${Math.max(160, 8 * Math.floor(height / 8))}`;
    if (wanted !== this.data.size && wanted !== this.asked) {
      this.asked = wanted;
      clearTimeout(this.asking);
      this.asking = setTimeout(() => this.tell.state("size", wanted), this.layout ? 150 : 30);
    }
    if (!this.layout) return;
    this.drawing.take(this.layout, window.devicePixelRatio || 1);
    this.camera.set(this.layout, width, height);
    this.told();
    this.drawing.size(width, height);
    this.redraw(true, true);
  }

  heightFor(width, full) {
    if (full) {
      const room = window.innerHeight - this.at.years.offsetHeight - this.at.legend.offsetHeight
        - this.at.title.offsetHeight - 24;
      return Math.max(160, Math.round(width > 640 ? Math.min(room, width / 1.95) : room));
    }
    if (width < 640) return Math.round(Math.max(1.25 * width, Math.min(1.56 * width, window.innerHeight * 0.8)));
    const room = window.innerHeight - this.data.above;
    return Math.round(Math.max(width / 2.35, Math.min(width / 2.04, room)));
  }

  fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (this.root.requestFullscreen) this.root.requestFullscreen().catch(() => {});
  }

  // --- drawing -----------------------------------------------------------------------------------

  get state() {
    return {
      years: this.bar.years,
      ended: this.data.ended,
      partner: this.numberOf(this.partner),
      hover: this.hovered,
      focus: this.focused,
    };
  }

  numberOf(slug) {
    return slug && this.layout ? this.layout.places.findIndex((one) => one.place === slug) : -1;
  }

  /** Draw with the next frame, or at once. */
  redraw(land, now = false) {
    this.landToo ||= land;
    if (now) {
      cancelAnimationFrame(this.frame);
      this.frame = 0;
      this.paint();
    } else this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  paint() {
    if (!this.layout || !this.drawing.layout) return;
    if (this.landToo) this.drawing.drawLand();
    this.landToo = false;
    this.drawing.draw(this.state);
    this.year();
    const { zoom } = this.camera;
    this.at.map.classList.toggle("wm-zoomed", zoom > 1);
    this.at.whole.hidden = zoom === 1;
    this.root.dataset.drawn = `${this.bar.years.join("-")} ${zoom.toFixed(2)}`;
    this.root.worldMap = this;
  }

  moved() {
    this.at.tip.hidden = true;
    this.redraw(true);
  }

  /** Change the camera, gliding there unless the reader wants no motion. */
  glide(change) {
    const { camera } = this, from = camera.copy();
    change();
    const to = camera.copy(), start = performance.now();
    cancelAnimationFrame(this.gliding);
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.moved();
      return;
    }
    const step = (now) => {
      const share = Math.min(1, (now - start) / GLIDE), eased = 1 - (1 - share) ** 3;
      if (share === 1) Object.assign(camera, to);
      else {
        const scale = from.scale * (to.scale / from.scale) ** eased;
        const way = to.scale === from.scale ? eased : (scale - from.scale) / (to.scale - from.scale);
        const part = (a, b) => a + (b - a) * way;
        Object.assign(camera, { scale, zoom: scale / camera.fit, x: part(from.x, to.x), y: part(from.y, to.y) });
      }
      this.moved();
      if (share < 1) this.gliding = requestAnimationFrame(step);
    };
    step(start);
  }

  /** From the enlarged Europe into the map, to the same place at the same size. */
  into(x, y) {
    const { camera, layout } = this;
    if (!layout || camera.zoom !== 1 || layout.parts.length < 2) return false;
    const { projection } = layout.parts[1], [left, top, right, bottom] = projection.box;
    const px = (x - camera.x) / camera.scale, py = (y - camera.y) / camera.scale;
    if (px < left || px > right || py < top || py > bottom) return false;
    const world = layout.parts[0].projection, [wx, wy] = place(world, ...placeAt(projection, px, py));
    camera.at(1.15 * projection.scale / world.scale, wx, wy, x, y);
    this.moved();
    return true;
  }

  // --- years -------------------------------------------------------------------------------------

  yearsMoved() {
    this.pending = true;
    this.redraw(false);
    this.told();
    clearTimeout(this.resting);
    if (!this.bar.playing) this.resting = setTimeout(() => this.tellNow(), REST);
  }

  /** Tell the server the years, if it does not know them yet. */
  tellNow() {
    if (!this.pending) return;
    if (this.bar.playing) {
      this.bar.halt();
    }
    clearTimeout(this.resting);
    this.pending = false;
    this.seq += 1;
    this.tell.state("years", { years: this.bar.years, seq: this.seq });
  }

  /** The year in large figures, its counts, and what ended in it. */
  year() {
    const { years, period, words } = { ...this.bar, words: this.data.words };
    const whole = years[0] <= period[0] && years[1] >= period[1] && !this.bar.playing;
    this.at.year.hidden = whole || this.camera.zoom > 1;
    if (this.at.year.hidden) return;
    const [year, line] = this.at.year.children, { layout } = this;
    year.textContent = years[0] <= period[0] || years[0] === years[1] ? `${years[1]}` : `${years[0]}–${years[1]}`;
    const counts = counted(layout, years, this.data.ended);
    const gone = layout.ties.filter((tie) => tie[4] === years[1] && years[1] < period[1]);
    const names = [...new Set(gone.map((tie) => layout.places[tie[0]].name))].slice(0, 3).join(", ");
    const shares = layout.homes.map((home, n) => `${home.name} ${span(counts.homes[n])}`).join(" · ");
    line.textContent = names ? `${shares} · ${words.ended}: ${names}` : shares;
  }

  /** The sentence above the map and the figures under it follow the years. */
  told() {
    if (!this.layout) return;
    const counts = counted(this.layout, this.bar.years, this.data.ended);
    const heading = document.querySelector('[data-figure="map"]:is(h1, h2)');
    const sentence = finding(this.layout, counts, this.bar.years);
    const text = [...(heading?.childNodes ?? [])].find((node) => node.nodeType === 3);
    if (text && text.nodeValue !== sentence) text.nodeValue = sentence;
    this.at.title.textContent = sentence;
    const numbers = [counts.ties, ...counts.homes, counts.partners, [counts.shared, counts.shared], counts.countries];
    document.querySelectorAll(".figures b").forEach((b, n) => {
      if (numbers[n] && b.textContent !== span(numbers[n])) b.textContent = span(numbers[n]);
    });
  }

  // --- choosing ----------------------------------------------------------------------------------

  choose(x, y, reach) {
    const some = meant(marksAt(this.drawing.marks, x, y, reach), reach > 4);
    this.at.several.hidden = true;
    if (some.length > 1) this.offer(some.map(({ mark }) => mark), x, y);
    else this.open(some.length ? some[0].mark.partner : -1);
  }

  open(number) {
    const slug = number < 0 ? "" : this.layout.places[number].place;
    this.at.tip.hidden = true;
    if (slug === (this.partner ?? "")) return;
    this.tellNow();
    if (!slug) this.uncover();
    this.partner = this.turnTo = slug;
    this.redraw(false);
    this.tell.trigger("partner", { slug });
  }

  /** A small list where several marks lie under one finger. */
  offer(marks, x, y) {
    const { several } = this.at;
    several.replaceChildren(...marks.slice(0, 8).map(({ partner }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.setAttribute("role", "menuitem");
      button.textContent = this.layout.places[partner].name;
      button.onclick = () => {
        several.hidden = true;
        this.open(partner);
      };
      return button;
    }));
    putBeside(several, x, y, 14, ...this.size);
    this.at.tip.hidden = true;
  }

  hover(x, y) {
    if (!this.layout) return;
    const [first] = marksAt(this.drawing.marks, x, y, 3);
    this.tip(first?.mark ?? null);
  }

  tip(mark) {
    const number = mark ? mark.partner : -1;
    this.at.map.classList.toggle("wm-onmark", number >= 0);
    if (number !== this.hovered) {
      this.hovered = number;
      this.redraw(false);
    } else if (!this.at.tip.hidden || !mark) return;
    if (!mark) {
      this.at.tip.hidden = true;
      return;
    }
    describe(this.at.tip, this.layout, number, this.drawing.shown.tiesOf(number), this.data.words);
    putBeside(this.at.tip, mark.x, mark.y, mark.r + 10, ...this.size);
  }

  key(event) {
    if (event.target !== this.at.map || event.ctrlKey || event.metaKey || event.altKey) return;
    const { camera } = this, middle = [camera.width / 2, camera.height / 2];
    const arrow = ARROWS[event.key];
    const acts = {
      "+": () => this.glide(() => camera.about(camera.zoom * 1.6, ...middle)),
      "-": () => this.glide(() => camera.about(camera.zoom / 1.6, ...middle)),
      0: () => this.glide(() => camera.whole()),
      ",": () => this.bar.step(-1),
      ".": () => this.bar.step(1),
      " ": () => this.bar.toggle(),
      Enter: () => this.focused >= 0 && this.open(this.focused),
      Escape: () => (this.focused >= 0 ? this.focus(-1) : this.open(-1)),
    };
    acts["="] = acts["+"];
    if (arrow && event.shiftKey) this.glide(() => camera.pan(-120 * arrow[0], -120 * arrow[1]));
    else if (arrow) this.goOn(arrow);
    else if (acts[event.key]) acts[event.key]();
    else return;
    event.preventDefault();
  }

  goOn(direction) {
    const { marks } = this.drawing, [width, height] = this.size;
    const from = marks.filter((one) => one.partner === this.focused).pop();
    const next = nextMark(marks, from ?? { partner: -1, x: width / 2, y: height / 2 }, direction);
    if (next) this.focus(next.partner);
  }

  focus(number) {
    if (this.focused === number) return;
    this.focused = number;
    if (number >= 0) this.show(number, 30);
    this.redraw(false, true);
    const mark = this.drawing.marks.filter((one) => one.partner === number).pop() ?? null;
    this.tip(mark);
    this.at.heard.textContent = mark ? this.at.tip.innerText : "";
  }

  /** Move the camera until a partner is in sight. */
  show(number, edge, cover = 0) {
    const { camera, layout } = this, { lon, lat } = layout.places[number];
    const [px, py] = place(layout.parts[0].projection, lon, lat);
    const x = camera.x + camera.scale * px, y = camera.y + camera.scale * py;
    const right = camera.width - edge - cover;
    camera.cover = cover;
    const dx = x < edge ? edge - x : x > right ? right - x : 0;
    const dy = y < edge ? edge - y : y > camera.height - edge ? camera.height - edge - y : 0;
    if (camera.zoom > 1 && (dx || dy)) this.glide(() => camera.pan(dx, dy));
    else if (camera.zoom === 1 && cover && x > right) {
      this.movedFor = 1.25;
      this.glide(() => camera.at(this.movedFor, px, py, right - 60, camera.height / 2));
    }
  }

  /** The partner whose card has opened comes into sight. */
  bringIntoView() {
    const number = this.numberOf(this.turnTo);
    if (number < 0) return;
    this.turnTo = "";
    setTimeout(() => this.show(number, 40, this.covered()), 250);
  }

  /** What the camera moved for an open card, it takes back when the card is closed. */
  uncover() {
    this.camera.cover = 0;
    if (this.movedFor && this.camera.zoom === this.movedFor) this.glide(() => this.camera.whole());
    this.movedFor = 0;
  }

  /** How much of the map the open card lies over, in pixels from the right. */
  covered() {
    const map = this.at.map.getBoundingClientRect();
    const card = document.querySelector(this.data.card)?.getBoundingClientRect();
    if (!card?.width || card.left >= map.right || card.top >= map.bottom || card.left <= map.left + 40) return 0;
    return map.right - card.left;
  }

  // --- legend and hint ---------------------------------------------------------------------------

  legend() {
    const { layout, data } = this, entries = [];
    const entry = (kind, value, text, picture, on) => {
      const button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-pressed", String(on));
      button.append(picture, text);
      button.title = data.words.only;
      button.onclick = () => this.tell.trigger("legend", { kind, value });
      entries.push(button);
    };
    const dot = (colour) => {
      const element = document.createElement("i");
      element.style.background = colour;
      return element;
    };
    for (const [home, name, colour, on] of data.homes) entry("home", home, name, dot(colour), on);
    entries.push(document.createElement("hr"));
    for (const [role, name] of layout.legend.roles) {
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      svg.setAttribute("viewBox", "-1.3 -1.3 2.6 2.6");
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      path.setAttribute("d", layout.shapes[role].strips[0][0]);
      svg.append(path);
      entry("role", role, name, svg, !data.roles.length || data.roles.includes(role));
    }
    entries.push(document.createElement("hr"));
    for (const [level, name] of layout.legend.levels) {
      entry("level", level, name, "", data.levels.includes(level));
    }
    this.at.legend.replaceChildren(...entries);
  }

  hint(ms) {
    this.at.hint.hidden = false;
    clearTimeout(this.hinting);
    this.hinting = setTimeout(() => { this.at.hint.hidden = true; }, ms);
  }
}

/** What Streamlit calls with every run of the page. */
export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector(".wm");
  if (!root || !data) return undefined;
  const map = (root.worldMap ??= new WorldMap(root));
  if (!map.listening || map.listening.signal.aborted) {
    map.listening = new AbortController();
    map.listen(map.listening.signal);
  }
  map.take(data, { state: setStateValue, trigger: setTriggerValue });
  return () => {
    if (!root.isConnected) map.listening.abort();
  };
}
