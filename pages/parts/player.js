// Plays the years of the flat map by moving the slider that Vega has bound to its year.
const STILL = 600;

export default function ({ data, parentElement, setStateValue }) {
  const signal = listening(parentElement);
  const button = parentElement.querySelector("button");
  const place = parentElement.getRootNode().host?.closest?.(".st-key-flat")
    ?? document.querySelector(".st-key-flat");
  const slider = () => place?.querySelector(".vega-bindings input[type=range]");
  let clock = null;
  let still = null;
  let told = null;

  const name = () => {
    button.textContent = clock ? `❚❚ ${data.words.pause}` : `► ${data.words.play}`;
    slider()?.setAttribute("aria-label", data.words.years);
  };
  const tell = () => {
    const year = Number(slider()?.value);
    if (year && year !== told && !clock) {
      told = year;
      setStateValue("year", year);
    }
  };
  const settle = () => {
    clearTimeout(still);
    still = setTimeout(tell, STILL);
  };
  const show = (year) => {
    const at = slider();
    if (!at) return;
    at.value = String(year);
    at.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const stop = () => {
    clearInterval(clock);
    clock = null;
    name();
    settle();
  };
  const step = () => {
    const at = slider();
    if (!at || Number(at.value) >= Number(at.max)) stop();
    else show(Number(at.value) + 1);
  };
  button.addEventListener("click", () => {
    if (clock) return stop();
    const at = slider();
    if (!at) return undefined;
    if (Number(at.value) >= Number(at.max)) show(at.min);
    clock = setInterval(step, data.milliseconds);
    return name();
  }, { signal });
  place?.addEventListener("input", (event) => {
    if (event.target?.matches?.("input[type=range]") && event.isTrusted) settle();
  }, { signal });
  signal.addEventListener("abort", () => {
    clearInterval(clock);
    clearTimeout(still);
  });
  name();
  return () => parentElement.listening.abort();
}
