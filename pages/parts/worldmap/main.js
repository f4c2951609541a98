// The world map on the page: takes what the server says, draws it, and tells the server what the
// reader does. The years are filtered here; nothing is sent until they rest.

import { Bar } from "./bar.js";
import { Camera } from "./camera.js";
import { caption, writeYear } from "./captions.js";
import { covered, scrollBack, scrollClear } from "./card.js";
import { Drawing } from "./drawing.js";
import { fetchJson, local } from "./fetching.js";
import { writeLegend } from "./legend.js";
import { listen, listenForType } from "./listening.js";
import { Pointing } from "./pointing.js";
import { Sight } from "./sight.js";
import { asked, crowded, heightInFull, heightInPage, small } from "./sizing.js";
import { counted } from "./years.js";

const REST = 400;
const AGAIN = 700;
const TRIES = 3;
const CARD = 250;
const PARTS = ["map", "land", "above", "year", "tip", "several", "hint", "heard", "legend"];
const BUTTONS = ["in", "out", "whole", "full"];
const OTHERS = ["title", "tools", "instead", "fault", "years"];

class WorldMap {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {Record<string, any>} */
    this.at = Object.fromEntries(
      [...PARTS, ...BUTTONS, ...OTHERS].map((name) => [name, root.querySelector(`.wm-${name}`)]),
    );
    this.camera = new Camera();
    this.drawing = new Drawing(this.at.land, this.at.above, this.camera);
    this.sight = new Sight(this.camera, () => this.moved());
    this.pointing = new Pointing(this);
    this.bar = new Bar(
      this.at.years,
      () => this.yearsMoved(),
      () => this.yearsMoved(),
    );
    /** @type {any} */
    this.layout = null;
    /** @type {any} */
    this.data = null;
    /** @type {any} */
    this.tell = null;
    this.seq = 0;
    this.asked = "";
    /** Width and height, in pixels. @type {[number, number]} */
    this.size = [0, 0];
    this.frame = this.resting = this.asking = this.hinting = this.tries = 0;
    this.pending = this.broken = this.landToo = this.carded = false;
    this.partner = this.turnTo = "";
  }

  // --- what the server says ----------------------------------------------------------------------

  /** Take up what the server says of the view. */
  take(data, tell) {
    if (data.session !== this.data?.session) this.seq = data.seq; // it knows no earlier years
    this.data = data;
    this.tell = tell;
    const still = data.seq >= this.seq && !this.pending && !this.bar.playing;
    this.bar.set(data.period, still ? data.years : this.bar.years, data.words);
    if (still) this.seq = data.seq;
    if (data.partner && data.partner !== this.partner) this.turnTo = data.partner;
    if (!data.partner && this.carded) this.closed();
    this.carded = Boolean(data.partner);
    this.partner = data.partner;
    this.root.classList.toggle("wm-carded", Boolean(data.partner));
    document.documentElement.style.setProperty("--map-paper", data.paper);
    this.name();
    this.measure();
    if (this.broken || !this.drawing.works) this.showPicture();
    else this.fetch();
    this.redraw(false);
    if (this.layout && !this.broken) this.bringIntoView();
  }

  name() {
    const { words } = this.data;
    const texts = { in: words.zoom_in, out: words.zoom_out, whole: words.whole, full: words.full };
    for (const name of BUTTONS) {
      this.at[name].title = texts[name];
      this.at[name].setAttribute("aria-label", texts[name]);
    }
    this.at.map.setAttribute("aria-label", words.map);
    this.at.full.hidden = !this.canFill;
    this.at.hint.textContent = words.two_fingers;
    this.at.fault.textContent = words.fault;
  }

  fetch() {
    const { layout: address, land } = this.data;
    fetchJson(land).then(
      (found) => {
        if (this.drawing.takeLand(found)) this.redraw(true);
      },
      () => this.showPicture(),
    );
    fetchJson(address).then(
      (found) => this.data.layout === address && this.takeLayout(found),
      () => this.data.layout === address && this.fetchAgain(),
    );
  }

  fetchAgain() {
    this.tries += 1;
    if (this.tries < TRIES) setTimeout(() => this.fetch(), AGAIN);
    else this.showPicture();
  }

  takeLayout(found) {
    if (found === this.layout) return;
    const middle = (layout) => `${layout?.parts[0].projection.middle}`;
    if (this.layout && (middle(this.layout) !== middle(found) || wider(this.layout, found))) {
      this.camera.zoom = 1; // the reader has asked for what may lie out of sight
    }
    this.layout = found;
    this.tries = 0;
    this.pointing.forget();
    this.measure(true);
    writeLegend(this.at.legend, found, this.data, (kind, value) =>
      this.tell.trigger("legend", { kind, value }),
    );
    this.bringIntoView();
  }

  /** Where the map cannot be drawn, its picture stands instead. */
  showPicture() {
    const { at, data } = this;
    if (!this.broken) this.tell.state("fault", true);
    this.broken = true;
    if (!data.picture) return;
    at.instead.src = local(data.picture);
    at.instead.alt = data.words.map;
    at.instead.hidden = at.fault.hidden = false;
  }

  // --- size --------------------------------------------------------------------------------------

  get full() {
    return document.fullscreenElement === this.root;
  }

  get canFill() {
    return document.fullscreenEnabled && Boolean(this.root.requestFullscreen) && !this.broken;
  }

  toggleFull() {
    if (document.fullscreenElement) document.exitFullscreen();
    else this.root.requestFullscreen?.().catch(() => {});
  }

  /** Find how large the map may be, and ask for a layout of that size. */
  measure(anew = false) {
    if (!this.data || window.matchMedia("print").matches) return; // paper takes it as it is
    const { at, drawing, full, layout } = this;
    const width = Math.floor(this.root.clientWidth - (full ? 32 : 0));
    if (width < 50) return;
    this.tellLeft();
    this.putTools(width);
    const height = full
      ? heightInFull(width, [at.years, at.legend, at.title, ...this.toolsBelow])
      : heightInPage(width, this.data.above);
    const same = width === this.size[0] && height === this.size[1] && drawing.layout === layout;
    if (same && !anew) return;
    this.size = [width, height];
    at.map.style.height = `${height}px`;
    at.map.style.setProperty("--wm-aspect", `${width} / ${height}`);
    document.documentElement.style.setProperty("--map-height", `${height}px`);
    this.root.classList.toggle("wm-small", small(width));
    this.ask(asked(width, height));
    if (!layout) return;
    drawing.take(layout, window.devicePixelRatio || 1);
    this.camera.set(layout, width, height);
    drawing.size(width, height);
    this.redraw(true, true);
  }

  /** Say where the page begins beside an open sidebar: the card at the lower edge of a narrow
   * window lies over the page, and not under the sidebar. */
  tellLeft() {
    const page = this.root.closest('[data-testid="stMain"]');
    const left = Math.max(0, page?.getBoundingClientRect().left ?? 0);
    document.documentElement.style.setProperty("--page-left", `${left}px`);
  }

  /** The buttons, if they take room of their own. */
  get toolsBelow() {
    return this.at.tools.parentElement === this.at.map ? [] : [this.at.tools];
  }

  /** The buttons stand over the map where it has room for them, else beside the legend. */
  putTools(width) {
    const { map, tools, legend } = this.at;
    if (crowded(width) === (tools.parentElement !== map)) return;
    if (crowded(width)) legend.before(tools);
    else map.append(tools);
  }

  /** Whether the layout is the one for the size that the map has. */
  get laidOut() {
    return Boolean(this.layout) && this.layout.size.join("x") === asked(...this.size);
  }

  /** The screen has been filled with the map, or left: the card lies over it, or no longer. */
  filled() {
    if (this.full) this.at.map.focus({ preventScroll: true }); // its keys are meant now
    this.sight.uncover();
    this.turnTo = this.partner;
    this.measure();
    this.bringIntoView();
  }

  /** Ask for a layout of another size. */
  ask(size) {
    if (size === this.data.size || size === this.asked) return;
    this.asked = size;
    clearTimeout(this.asking);
    this.asking = setTimeout(() => this.tell.state("size", size), this.layout ? 150 : 30);
  }

  // --- drawing -----------------------------------------------------------------------------------

  /** Draw with the next frame, or at once. @param {boolean} land whether the land moves, too */
  redraw(land, now = false) {
    this.landToo ||= land;
    const paint = () => {
      this.frame = 0;
      this.paint();
    };
    if (now) {
      cancelAnimationFrame(this.frame);
      paint();
    } else this.frame ||= requestAnimationFrame(paint);
  }

  paint() {
    const { at, bar, camera, data, drawing, layout, pointing } = this;
    if (!layout || !drawing.layout) return;
    if (this.landToo) drawing.drawLand();
    this.landToo = false;
    drawing.covered = this.toolsBelow.length ? [] : [boxAround(at.tools)];
    const partner = this.numberOf(this.partner);
    const { hovered: hover, focused: focus } = pointing;
    drawing.draw({ years: bar.years, ended: data.ended, partner, hover, focus });
    const counts = counted(layout, bar.years, data.ended);
    caption(layout, counts, bar.years, at.title);
    const [first, last] = layout.period;
    const whole = bar.years[0] <= first && bar.years[1] >= last && !bar.playing;
    at.year.hidden = whole || camera.zoom > 1;
    if (!at.year.hidden) writeYear(at.year, layout, counts, bar.years, data.words.ended);
    at.map.classList.toggle("wm-zoomed", camera.zoom > 1);
    at.whole.hidden = camera.zoom === 1;
    if (this.pending) this.root.dataset.years = bar.years.join("-");
    else delete this.root.dataset.years;
    this.root.dataset.drawn = `${bar.years.join("-")} ${camera.zoom.toFixed(2)}`;
  }

  moved() {
    this.at.tip.hidden = true;
    this.redraw(true);
  }

  hint(ms) {
    this.at.hint.hidden = false;
    clearTimeout(this.hinting);
    this.hinting = setTimeout(() => {
      this.at.hint.hidden = true;
    }, ms);
  }

  // --- years and partner -------------------------------------------------------------------------

  yearsMoved() {
    this.pending = true;
    this.redraw(false);
    clearTimeout(this.resting);
    if (!this.bar.playing) this.resting = setTimeout(() => this.tellYears(), REST);
  }

  /** Tell the server the years, if it does not know them yet; what plays, stops. */
  tellYears() {
    if (!this.pending) return;
    this.bar.halt();
    clearTimeout(this.resting);
    this.pending = false;
    this.seq += 1;
    this.tell.state("years", { years: this.bar.years, seq: this.seq });
  }

  /** Whether the server knows the years. */
  get known() {
    return !this.pending && this.data.seq >= this.seq;
  }

  numberOf(slug) {
    return slug && this.layout ? this.layout.places.findIndex((one) => one.place === slug) : -1;
  }

  /** Open the card of a partner, or close the one that is open. @param {number} number or -1 */
  open = (number) => {
    const slug = number < 0 ? "" : this.layout.places[number].place;
    this.at.tip.hidden = true;
    if (slug === this.partner) return;
    this.tellYears();
    if (!slug) this.sight.uncover();
    this.partner = this.turnTo = slug;
    this.redraw(false);
    this.tell.trigger("partner", { slug });
  };

  /** The card is gone: what it lay over is seen again, and the page is where it was. */
  closed() {
    this.sight.uncover();
    setTimeout(scrollBack, CARD);
  }

  /** The partner whose card has opened comes into sight, once the card stands. */
  bringIntoView() {
    const number = this.numberOf(this.turnTo);
    if (number < 0) return;
    this.turnTo = "";
    setTimeout(() => {
      this.sight.show(this.layout, number, covered(this));
      scrollClear(this, number);
    }, CARD);
  }
}

/** Whether a layout has partners that another lacks. */
function wider(before, found) {
  const known = new Set(before.places.map(({ place }) => place));
  return found.places.some(({ place }) => !known.has(place));
}

/** What an element takes of that in which it stands, in pixels. @param {HTMLElement} element */
function boxAround({ offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight }) {
  return [left, top, left + offsetWidth, top + offsetHeight];
}

/** What Streamlit calls with every run of the page. */
export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector(".wm");
  if (!root || !data) return undefined;
  root.worldMap ??= new WorldMap(root);
  const map = root.worldMap;
  const anew = !map.listening || map.listening.signal.aborted;
  if (anew) {
    map.listening = new AbortController();
    listen(map, map.listening.signal);
  }
  map.take(data, { state: setStateValue, trigger: setTriggerValue });
  if (anew) listenForType(map);
  return () => {
    if (!root.isConnected) map.listening.abort();
  };
}
