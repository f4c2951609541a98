// The years under the map: two handles, a year typed in, play, pace and steps.

const YEAR = 220;
const PACES = [1, 2, 4, 0.5];

/** The bar of years. `changed(years, moving)` is told of every change by hand or play. */
export class Bar {
  /** @param {HTMLElement} root @param {(years: number[]) => void} changed @param {(playing: boolean) => void} played */
  constructor(root, changed, played) {
    this.root = root;
    this.changed = changed;
    this.played = played;
    this.years = [0, 0];
    this.period = [0, 0];
    this.pace = 0;
    this.timer = 0;
    const find = (name) => /** @type {HTMLInputElement} */ (root.querySelector(`.wm-${name}`));
    this.handles = [find("first"), find("last")];
    this.fields = [find("from"), find("to")];
    this.buttons = { play: find("play"), back: find("back"), on: find("on"), pace: find("pace") };
    this.track = find("track");
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    const by = (element, kind, act) => element.addEventListener(kind, act, { signal });
    for (const n of [0, 1]) {
      const [handle, field] = [this.handles[n], this.fields[n]];
      by(handle, "input", () => this.pull(n, Number(handle.value)));
      by(field, "change", () => this.typed(n, Number(field.value)));
    }
    by(this.track, "pointerdown", (event) => this.grasp(event, signal));
    by(this.buttons.play, "click", () => this.toggle());
    by(this.buttons.back, "click", () => this.step(-1));
    by(this.buttons.on, "click", () => this.step(1));
    by(this.buttons.pace, "click", () => {
      this.pace = (this.pace + 1) % PACES.length;
      if (this.timer) this.run();
      this.show();
    });
    signal.addEventListener("abort", () => this.halt());
  }

  get playing() {
    return Boolean(this.timer);
  }

  /** Show a period and the years in it, without telling anybody. */
  set(period, years, words) {
    this.period = period;
    this.words = words;
    this.years = [...years];
    for (const input of [...this.handles, ...this.fields]) {
      input.min = String(period[0]);
      input.max = String(period[1]);
    }
    this.show();
  }

  show() {
    const { years, period, words } = this;
    const [first, last] = years;
    this.handles.forEach((handle, n) => {
      handle.value = String(years[n]);
      handle.setAttribute("aria-label", n ? words.last : words.first);
    });
    this.fields.forEach((field, n) => {
      if (document.activeElement !== field) field.value = String(years[n]);
      field.setAttribute("aria-label", n ? words.type_last : words.type_first);
    });
    const share = (year) => (year - period[0]) / Math.max(1, period[1] - period[0]);
    this.track.style.setProperty("--from", String(share(first)));
    this.track.style.setProperty("--to", String(share(last)));
    // the handle that could not be reached lies on top
    this.handles[0].style.zIndex = share(first) > 0.5 ? "3" : "2";
    const name = (button, text) => {
      button.title = text;
      button.setAttribute("aria-label", text);
    };
    name(this.buttons.play, this.playing ? words.pause : words.play);
    this.buttons.play.classList.toggle("wm-playing", this.playing);
    name(this.buttons.back, words.back);
    name(this.buttons.on, words.on);
    name(this.buttons.pace, words.pace);
    this.buttons.pace.textContent = `${PACES[this.pace]}×`;
  }

  /** Move to other years, and tell of it. */
  move(first, last) {
    if (first === this.years[0] && last === this.years[1]) return;
    this.years = [first, last];
    this.show();
    this.changed(this.years);
  }

  /** Press beside the handles: the nearer one comes, and follows. */
  grasp(event, signal) {
    if (event.target instanceof HTMLInputElement || event.button) return;
    const { left, width } = this.track.getBoundingClientRect();
    const [start, end] = this.period;
    const year = ({ clientX }) => {
      const share = Math.min(1, Math.max(0, (clientX - left - 9) / (width - 18)));
      return Math.round(start + share * (end - start));
    };
    const at = year(event);
    const far = this.years.map((one) => Math.abs(one - at));
    const n = far[0] < far[1] || (far[0] === far[1] && at < this.years[0]) ? 0 : 1;
    event.preventDefault();
    this.handles[n].focus();
    this.pull(n, at);
    const held = new AbortController();
    const until = { signal: AbortSignal.any([signal, held.signal]) };
    this.track.setPointerCapture(event.pointerId);
    this.track.addEventListener("pointermove", (move) => this.pull(n, year(move)), until);
    for (const kind of ["pointerup", "pointercancel"]) {
      this.track.addEventListener(kind, () => held.abort(), until);
    }
  }

  pull(n, year) {
    if (this.playing) this.halt();
    const [first, last] = this.years;
    if (n) this.move(Math.min(first, year), year);
    else this.move(year, Math.max(last, year));
  }

  typed(n, year) {
    if (Number.isInteger(year)) {
      this.pull(n, Math.min(this.period[1], Math.max(this.period[0], year)));
    }
    this.show();
    this.fields[n].value = String(this.years[n]);
  }

  /** A year further or back: the last year moves, the first stays. */
  step(by) {
    const [first, last] = this.years;
    const next = Math.min(this.period[1], Math.max(this.period[0], last + by));
    this.move(Math.min(first, next), next);
  }

  toggle() {
    if (this.playing) {
      this.halt();
      return;
    }
    if (this.years[1] >= this.period[1]) this.move(this.years[0], this.years[0]);
    this.run();
    this.show();
    this.played(true);
  }

  run() {
    clearInterval(this.timer);
    this.timer = setInterval(() => {
      if (!this.root.isConnected || this.years[1] >= this.period[1]) this.halt();
      else this.step(1);
    }, YEAR / PACES[this.pace]);
  }

  halt() {
    if (!this.timer) return;
    clearInterval(this.timer);
    this.timer = 0;
    this.show();
    this.played(false);
  }
}
