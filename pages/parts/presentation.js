// One picture on the whole screen; keys and buttons tell the server where to go.
import { listening, typed } from "./component.js";

const STEPS = {
  ArrowRight: "next",
  ArrowDown: "next",
  PageDown: "next",
  " ": "next",
  Enter: "next",
  ArrowLeft: "previous",
  ArrowUp: "previous",
  PageUp: "previous",
  Backspace: "previous",
  Home: "first",
  End: "last",
  Escape: "leave",
};
const AWAKE = 2500;
const LOOK = 200;
const LONGEST = 20000;
const SETTLED = 2000;

// The page is drawn anew and from its top when a reader comes back to it: he is led to the figure
// he saw last, if it stands there, until it has settled or he moves himself.
function leadBackTo(figure) {
  const moved = new AbortController();
  const begun = Date.now();
  let found = 0;
  const looking = setInterval(() => {
    const heading = document.querySelector(`[data-figure="${CSS.escape(figure)}"]`);
    if (heading instanceof HTMLElement) {
      found ||= Date.now();
      heading.style.scrollMarginTop = "5rem";
      heading.scrollIntoView({ block: "start" });
    }
    const enough = found ? Date.now() - found > SETTLED : Date.now() - begun > LONGEST;
    if (enough) moved.abort();
  }, LOOK);
  moved.signal.addEventListener("abort", () => clearInterval(looking));
  for (const type of ["wheel", "pointerdown", "keydown"]) {
    document.addEventListener(type, () => moved.abort(), { signal: moved.signal });
  }
}

async function asPng(address) {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 3840;
  canvas.height = 2160;
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

export default function ({ data, parentElement, setTriggerValue }) {
  const signal = listening(parentElement);
  const presentation = parentElement.querySelector(".presentation");
  const picture = presentation.querySelector(".picture");
  const fault = presentation.querySelector(".fault");
  const nav = presentation.querySelector("nav");
  const status = presentation.querySelector(".status");
  presentation.style.setProperty("--paper", data.paper);
  presentation.style.setProperty("--ink", data.ink);
  picture.hidden = !data.picture;
  fault.hidden = Boolean(data.picture);
  if (data.picture && picture.getAttribute("src") !== data.picture) picture.src = data.picture;
  if (!data.picture) fault.textContent = data.status;
  picture.alt = data.alt;
  status.textContent = data.status;

  const go = (step) => {
    if (step === "leave") setTimeout(leadBackTo, 0, data.figure); // after the key that leaves
    setTriggerValue("go", step);
  };
  for (const button of nav.querySelectorAll("[data-go]")) {
    button.title = data.words[button.dataset.go];
    button.setAttribute("aria-label", button.title);
    button.addEventListener("click", () => go(button.dataset.go), { signal });
  }
  const copy = nav.querySelector(".copy");
  copy.title = data.words.copy;
  copy.setAttribute("aria-label", copy.title);
  copy.addEventListener(
    "click",
    async () => {
      try {
        await navigator.clipboard.write([new ClipboardItem({ "image/png": asPng(picture.src) })]);
        status.textContent = data.words.copied;
      } catch {
        status.textContent = data.words.refused;
      }
    },
    { signal },
  );

  let asleep;
  const wake = () => {
    nav.classList.add("seen");
    clearTimeout(asleep);
    asleep = setTimeout(() => nav.classList.remove("seen"), AWAKE);
  };
  presentation.addEventListener("mousemove", wake, { signal });
  presentation.addEventListener("mouseleave", () => nav.classList.remove("seen"), { signal });
  if (window.matchMedia("(hover: none)").matches) wake(); // no mouse would find the way out
  window.addEventListener(
    "keydown",
    (event) => {
      const step = STEPS[event.key];
      if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!presentation.isConnected || typed(event)) return;
      const pressed = /** @type {Element} */ (event.composedPath()[0]);
      if (pressed.closest?.("button") && (event.key === " " || event.key === "Enter")) return;
      event.preventDefault();
      go(step);
    },
    { signal },
  );
  if (!presentation.getRootNode().activeElement) presentation.focus();
  return () => parentElement.listening.abort();
}
