// Corrects the present entry of the browser's history, so that it says what the reader sees.
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
  clearTimeout(parentElement.atlasAddress);
  parentElement.atlasAddress = setTimeout(() => write(data.query));
  return () => clearTimeout(parentElement.atlasAddress);
}
