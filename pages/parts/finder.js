// A box to look for something in: the server finds, the browser shows what was found and chooses.
import { listening } from "./component.js";

const PAUSE = 120; // ms between the last letter and the question

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const signal = listening(parentElement);
  const find = (where) => parentElement.querySelector(where);
  const at = { field: find("input"), below: find(".below"), list: find("ul"), head: find("p") };
  const state = (parentElement.finder ??= { open: false, at: 0, waits: false, timer: 0, asked: null });
  const by = (element, kind, act) => element.addEventListener(kind, act, { signal });

  find("label").textContent = data.label;
  at.field.setAttribute("aria-label", data.name);
  at.field.placeholder = data.chosen.length ? "" : data.placeholder;
  find(".chosen").replaceChildren(...data.chosen.map(chip));
  const known = () => data.asked === at.field.value;
  show();
  if (known() && state.waits) take(data.options[0]);

  function chip({ key, name }) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "chip";
    button.textContent = name;
    button.setAttribute("aria-label", `${data.remove}: ${name}`);
    by(button, "click", () => setTriggerValue("dropped", key));
    return button;
  }

  function option({ key, name, more, depth = 0 }, number) {
    const item = document.createElement("li");
    item.id = `option-${number}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", String(number === state.at));
    item.className = number === state.at ? "at" : "";
    item.textContent = name;
    item.style.paddingInlineStart = `${0.7 + depth}rem`;
    if (more) {
      const rest = document.createElement("span");
      rest.textContent = more;
      item.append(rest);
    }
    // before the field loses the focus, which closes the list
    by(item, "pointerdown", (event) => event.preventDefault());
    by(item, "click", () => take({ key }));
    return item;
  }

  function show() {
    const open = state.open && data.asked !== null;
    at.below.hidden = !open;
    at.field.setAttribute("aria-expanded", String(open));
    at.field.removeAttribute("aria-activedescendant");
    if (!open) return;
    state.at = Math.min(state.at, Math.max(data.options.length - 1, 0));
    at.head.textContent = data.head;
    at.list.replaceChildren(...data.options.map(option));
    if (data.options.length) at.field.setAttribute("aria-activedescendant", `option-${state.at}`);
    at.list.children[state.at]?.scrollIntoView({ block: "nearest" });
  }

  function ask(pause) {
    clearTimeout(state.timer);
    state.timer = setTimeout(() => {
      if (state.asked === at.field.value && known()) return;
      state.asked = at.field.value;
      setStateValue("asked", at.field.value);
    }, pause);
  }

  function opens(pause) {
    state.open = true;
    state.at = 0;
    ask(pause);
    show();
  }

  function close() {
    state.open = false;
    state.waits = false;
    show();
  }

  function take(chosen) {
    if (!chosen) return;
    clearTimeout(state.timer);
    at.field.value = "";
    state.asked = null;
    close();
    setTriggerValue("taken", chosen.key);
  }

  const KEYS = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => {
      if (!state.open) opens(0);
      else if (known()) take(data.options[state.at]);
      else state.waits = true; // what is found is on its way: the best of it is taken
    },
    Escape: () => {
      at.field.value = "";
      close();
    },
    Backspace: () => {
      const last = data.chosen.at(-1);
      if (last && !at.field.value) setTriggerValue("dropped", last.key);
    },
  };

  function step(by) {
    if (!state.open) return opens(0);
    state.at = (state.at + by + data.options.length) % Math.max(data.options.length, 1);
    return show();
  }

  by(at.field, "input", () => opens(PAUSE));
  by(at.field, "focus", () => opens(0));
  by(at.field, "click", () => !state.open && opens(0));
  by(at.field, "blur", close);
  by(at.field, "keydown", (event) => {
    if (event.isComposing) return; // Enter ends the composing of Chinese characters
    const act = KEYS[event.key];
    if (act) act();
    if (act && event.key !== "Backspace") event.preventDefault();
    event.stopPropagation();
  });
  return () => {
    clearTimeout(state.timer);
    parentElement.listening.abort();
  };
}
