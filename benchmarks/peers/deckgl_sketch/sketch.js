// Hands the description to deck.gl and filters its rows by year; nothing goes to the server.

const YEARLY = ["ways", "leads", "marks", "names"];

const bundle = () =>
  (window.__deck ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    Object.assign(script, { src: "app/static/deck.js", onload: done, onerror: failed });
    document.head.append(script);
  }));

const fetched = () =>
  (window.__plane ??= fetch("app/static/plane.json").then((found) => found.json()));

/** The rows of all layers up to a year. */
function rowsOf(plane, year) {
  const rows = Object.fromEntries(
    YEARLY.map((name) => [name, plane[name].filter((row) => row.year <= year)]),
  );
  const frame = plane.sheet.map(([[left, top], [right, bottom]]) => [
    [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ],
  ]);
  return { ...rows, land: plane.land, inset: plane.inset, sheet: frame };
}

export default async function ({ data, parentElement }) {
  const map = parentElement.querySelector(".map");
  const slider = parentElement.querySelector(".year");
  if (map.deck) return;
  map.deck = true;
  const [width, height] = data.size;
  Object.assign(map.style, { position: "relative", width: `${width}px`, height: `${height}px` });
  Object.assign(slider, { min: data.period[0], max: data.period[1], value: data.period[1] });
  slider.style.width = `${width}px`;
  const [plane] = await Promise.all([fetched(), bundle()]);
  const jsonInput = JSON.parse(data.description);
  const deck = window.createDeck({
    container: map,
    jsonInput,
    tooltip: jsonInput.tooltip ?? true,
    handleEvent() {},
  });
  let steady = null;
  const draw = () => {
    const rows = rowsOf(plane, Number(slider.value));
    steady ??= rows; // land and inset never change, and are handed over as the same lists
    for (const name of ["land", "inset", "sheet"]) rows[name] = steady[name];
    deck.setProps({
      layers: deck.props.layers.map((layer) => layer.clone({ data: rows[layer.id] })),
    });
  };
  slider.addEventListener("input", draw);
  draw();
}
