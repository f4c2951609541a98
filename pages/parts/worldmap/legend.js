// The legend under the map: a click on a home, a role or a level shows only that.

const SVG = "http://www.w3.org/2000/svg";

/** @param {HTMLElement} element @param {any} layout @param {any} data as the server gives it
 * @param {(kind: string, value: string) => void} only what a click does */
export function writeLegend(element, layout, data, only) {
  const entry = (kind, value, text, picture, on) => {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-pressed", String(on));
    button.append(picture, text);
    button.title = data.words.only;
    button.onclick = () => only(kind, value);
    return button;
  };
  const { roles, levels, proposals, supposed } = layout.legend;
  const notes = [
    ...(supposed ? [note(supposed, layout.shapes.ring)] : []),
    ...(proposals ? [note(proposals, layout.shapes.proposal)] : []),
  ];
  const every = !data.roles.length;
  element.replaceChildren(
    ...data.homes.map(([home, name, colour, on]) => entry("home", home, name, dot(colour), on)),
    document.createElement("hr"),
    ...roles.map(([role, name]) =>
      entry("role", role, name, mark(layout, role), every || data.roles.includes(role)),
    ),
    document.createElement("hr"),
    ...levels.map(([level, name]) => entry("level", level, name, "", data.levels.includes(level))),
    ...(notes.length ? [document.createElement("hr"), ...notes] : []),
  );
}

function dot(colour) {
  const element = document.createElement("i");
  element.style.background = colour;
  return element;
}

/** What a dashed ring or diamond means: nothing to choose. */
function note(text, drawn) {
  const element = document.createElement("span");
  element.append(shape(drawn), text);
  return element;
}

function mark(layout, role) {
  return shape(layout.shapes[role].strips[0][0]);
}

function shape(drawn) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "-1.3 -1.3 2.6 2.6");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", drawn);
  svg.append(path);
  return svg;
}
