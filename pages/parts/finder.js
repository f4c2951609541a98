// A box to look for something in: the server finds, the browser shows what was found and chooses.
import { listening } from "./component.js";

const PAUSE = 120; // ms between the last letter and the question

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const signal = listening(parentElement);
  parentElement.finder = parentElement.finder ?? new Finder(parentElement);
  parentElement.finder.takeData(data, { state: setStateValue, trigger: setTriggerValue }, signal);
  return () => {
    parentElement.finder.forget();
    parentElement.listening.abort();
  };
}

class Finder {
  constructor(root) {
    const find = (where) => root.querySelector(where);
    this.label = find("label");
    this.chosen = find(".chosen");
    this.field = find("input");
    this.below = find(".below");
    this.head = find("p");
    this.list = find("ul");
    this.open = false;
    this.at = 0; // the option that Enter takes
    this.waits = false; // whether Enter was pressed before anything was found
    this.timer = 0;
    this.keys = {
      ArrowDown: () => this.step(1),
      ArrowUp: () => this.step(-1),
      Enter: () => this.enter(),
      Escape: () => this.empty(),
    };
  }

  /** What the server tells, and how it is answered. */
  takeData(data, tell, signal) {
    this.data = data;
    this.tell = tell;
    this.signal = signal;
    this.label.textContent = data.label;
    this.field.setAttribute("aria-label", data.name);
    this.field.placeholder = data.chosen.length ? "" : data.placeholder;
    this.chosen.replaceChildren(...data.chosen.map((one) => this.chip(one)));
    this.on(this.field, "input", () => this.show(PAUSE));
    this.on(this.field, "focus", () => this.show(0));
    this.on(this.field, "click", () => this.open || this.show(0));
    this.on(this.field, "blur", () => this.close());
    this.on(this.field, "keydown", (event) => this.key(event));
    this.draw();
    if (this.waits && this.answered()) this.take(data.options[0]);
  }

  on(element, kind, act) {
    element.addEventListener(kind, act, { signal: this.signal });
  }

  forget() {
    clearTimeout(this.timer);
  }

  /** Whether what is shown was found for what is typed. */
  answered() {
    return this.data.asked === this.field.value;
  }

  chip({ key, name }) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "chip";
    button.textContent = name;
    button.setAttribute("aria-label", `${this.data.remove}: ${name}`);
    this.on(button, "click", () => this.tell.trigger("dropped", key));
    return button;
  }

  option({ key, name, more, depth = 0 }, number) {
    const item = document.createElement("li");
    item.id = `option-${number}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", String(number === this.at));
    item.className = number === this.at ? "at" : "";
    item.style.paddingInlineStart = `${0.7 + depth}rem`;
    item.textContent = name;
    if (more) {
      const rest = document.createElement("span");
      rest.textContent = more;
      item.append(rest);
    }
    // or the field would lose the focus, and the list be closed, before the click
    this.on(item, "pointerdown", (event) => event.preventDefault());
    this.on(item, "click", () => this.take({ key }));
    return item;
  }

  draw() {
    const { data, field, below, list } = this;
    const open = this.open && data.asked !== null;
    const opens = open && below.hidden;
    below.hidden = !open;
    field.setAttribute("aria-expanded", String(open));
    field.removeAttribute("aria-activedescendant");
    if (!open) return;
    this.at = Math.min(this.at, Math.max(data.options.length - 1, 0));
    this.head.textContent = data.head;
    list.replaceChildren(...data.options.map((one, number) => this.option(one, number)));
    if (data.options.length) field.setAttribute("aria-activedescendant", `option-${this.at}`);
    (opens ? below : list.children[this.at])?.scrollIntoView({ block: "nearest" });
  }

  /** Open the list, and ask for what belongs into it after a pause. */
  show(pause) {
    this.open = true;
    this.at = 0;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!this.answered()) this.tell.state("asked", this.field.value);
    }, pause);
    this.draw();
  }

  close() {
    this.open = false;
    this.waits = false;
    this.draw();
  }

  empty() {
    this.field.value = "";
    this.close();
  }

  take(chosen) {
    if (!chosen) return;
    this.forget();
    this.empty();
    this.tell.trigger("taken", chosen.key);
  }

  key(event) {
    if (event.isComposing) return; // Enter ends the composing of Chinese characters
    const act = this.keys[event.key];
    const last = this.data.chosen.at(-1);
    if (act) event.preventDefault();
    act?.();
    if (event.key === "Backspace" && last && !this.field.value) {
      this.tell.trigger("dropped", last.key);
    }
    event.stopPropagation();
  }

  step(by) {
    if (!this.open) {
      this.show(0);
      return;
    }
    const many = Math.max(this.data.options.length, 1);
    this.at = (this.at + by + many) % many;
    this.draw();
  }

  /** Take the option; where what is found is still on its way, the best of it. */
  enter() {
    if (!this.open) this.show(0);
    else if (this.answered()) this.take(this.data.options[this.at]);
    else this.waits = true;
  }
}
