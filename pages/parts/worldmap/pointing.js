// Choosing a partner on the map: by click, tap, arrow keys and Enter; what is said of it in short.

import { describe, marksAt, meant, nextMark, putBeside } from "./choosing.js";

const LISTED = 8;
const REACH = 4;

export class Pointing {
  /** @param {any} map the world map: its elements, layout, drawing, and what it tells */
  constructor(map) {
    this.map = map;
    this.hovered = -1;
    this.focused = -1;
  }

  /** Nothing is pointed at any more. */
  forget() {
    this.hovered = this.focused = -1;
    this.map.at.tip.hidden = true;
  }

  /** @param {number} reach in pixels around the point, larger for a finger */
  choose(x, y, reach) {
    const { at, drawing } = this.map;
    at.several.hidden = true;
    const some = meant(marksAt(drawing.marks, x, y, reach), reach > 4).map(({ mark }) => mark);
    if (some.length > 1) this.offer(some, x, y);
    else this.map.open(some.length ? some[0].partner : -1);
    if (this.map.full && some.length === 1) this.describe(some[0]); // there the card is not seen
  }

  /** A small list where several marks lie under one finger. */
  offer(marks, x, y) {
    const { at, layout, size } = this.map;
    const entries = marks.slice(0, LISTED).map(({ partner }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.setAttribute("role", "menuitem");
      button.textContent = layout.places[partner].name;
      button.onclick = () => {
        at.several.hidden = true;
        this.map.open(partner);
      };
      return button;
    });
    at.several.replaceChildren(...entries);
    putBeside(at.several, x, y, 14, ...size);
    at.tip.hidden = true;
  }

  hover(x, y) {
    if (!this.map.layout) return;
    const [first] = marksAt(this.map.drawing.marks, x, y, REACH);
    this.describe(first?.mark ?? null);
  }

  /** Say of a mark what the card says in short; nothing where there is none. */
  describe(mark) {
    const { at, layout, drawing, data, size } = this.map;
    const number = mark ? mark.partner : -1;
    at.map.classList.toggle("wm-onmark", number >= 0);
    if (number !== this.hovered) {
      this.hovered = number;
      this.map.redraw(false);
    } else if (!at.tip.hidden || !mark) return;
    if (!mark) {
      at.tip.hidden = true;
      return;
    }
    describe(at.tip, layout, number, drawing.shown.tiesOf(number), data.words);
    putBeside(at.tip, mark.x, mark.y, mark.r + 10, ...size);
  }

  /** Go to the next mark in a direction. @param {number[]} direction */
  goOn(direction) {
    const { drawing, size } = this.map;
    const from = drawing.markOf(this.focused);
    const middle = { partner: -1, x: size[0] / 2, y: size[1] / 2 };
    const next = nextMark(drawing.marks, from ?? middle, direction);
    if (next) this.focus(next.partner);
  }

  /** @param {number} number of the partner that the keys are on, or -1 */
  focus(number) {
    const { at, drawing, layout, sight } = this.map;
    if (this.focused === number) return;
    this.focused = number;
    if (number >= 0) sight.show(layout, number, 0, 30);
    this.map.redraw(false, true);
    const mark = drawing.markOf(number);
    this.describe(mark);
    at.heard.textContent = mark ? at.tip.textContent : "";
  }
}
