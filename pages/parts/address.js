// Keeps the address bar in step with a part of the page that is drawn by itself: while the years
// play, the entry of the browser's history is rewritten, so that they leave no trail in it.
const OFTEN = 500;
const NOT_OURS = ["embed", "embed_options"];

function write(query) {
  const wanted = new URLSearchParams(query);
  const present = new URLSearchParams(location.search);
  for (const name of NOT_OURS) {
    for (const value of present.getAll(name)) wanted.append(name, value);
  }
  if (wanted.toString() === present.toString()) return;
  history.replaceState(history.state, "", `${location.pathname}?${wanted}${location.hash}`);
}

export default function ({ data, parentElement }) {
  parentElement.atlasAddress ??= { timer: 0, written: 0 };
  const kept = parentElement.atlasAddress;
  clearTimeout(kept.timer);
  kept.timer = setTimeout(
    () => {
      kept.written = performance.now();
      write(data.query);
    },
    Math.max(0, kept.written + OFTEN - performance.now()),
  );
  return () => clearTimeout(kept.timer);
}
