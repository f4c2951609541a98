// Plays the years of the flat map by moving the slider that Vega has bound to its year, and tells
// the server which year is seen: when it rests, now and then while it plays, and before a click.
// Until the server has followed, whoever must know the years finds them in window.atlasYears.
const STILL = 600;
const OFTEN = 1000;

export default function ({ data, parentElement, setStateValue }) {
  const signal = listening(parentElement);
  const button = parentElement.querySelector("button");
  const place = parentElement.getRootNode().host?.closest?.(".st-key-flat")
    ?? document.querySelector(".st-key-flat");
  const kept = (parentElement.atlasPlayer ??= { clock: 0, still: 0, told: null, at: 0 });
  const slider = () => place?.querySelector(".vega-bindings input[type=range]");

  const name = () => {
    button.textContent = kept.clock ? `❚❚ ${data.words.pause}` : `► ${data.words.play}`;
    slider()?.setAttribute("aria-label", data.words.years);
  };
  const tell = () => {
    const year = Number(slider()?.value);
    if (!year || year === kept.told) return;
    kept.told = year;
    kept.at = performance.now();
    setStateValue("year", year);
  };
  const settle = () => {
    clearTimeout(kept.still);
    kept.still = setTimeout(tell, STILL);
  };
  const show = (year) => {
    const at = slider();
    if (!at) return;
    at.value = String(year);
    window.atlasYears = [data.first, Number(year)];
    at.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const stop = () => {
    clearInterval(kept.clock);
    kept.clock = 0;
    name();
    tell();
  };
  const step = () => {
    const at = slider();
    if (!button.isConnected || !at || Number(at.value) >= Number(at.max)) return stop();
    show(Number(at.value) + 1);
    if (performance.now() - kept.at >= OFTEN) tell();
    return undefined;
  };
  const play = () => {
    const at = slider();
    if (!at) return;
    if (Number(at.value) >= Number(at.max)) show(at.min);
    kept.at = performance.now();
    kept.clock = setInterval(step, data.milliseconds);
    name();
  };
  if (kept.clock) {
    clearInterval(kept.clock);
    kept.clock = setInterval(step, data.milliseconds);
  }
  button.onclick = () => (kept.clock ? stop() : play());
  const byHand = (event) => {
    if (!event.isTrusted || !event.target?.matches?.("input[type=range]")) return;
    window.atlasYears = [data.first, Number(event.target.value)];
    settle();
  };
  const before = () => {
    if (kept.clock) tell();
  };
  place?.addEventListener("input", byHand, { signal });
  window.addEventListener("pointerdown", before, { signal, capture: true });
  if (!kept.clock && window.atlasYears?.[1] === data.last) window.atlasYears = null;
  name();
  return () => {
    parentElement.listening.abort();
    clearInterval(kept.clock);
    clearTimeout(kept.still);
    kept.clock = 0;
    window.atlasYears = null;
  };
}
