// The table of the ties. Everything is in the browser: sorting, filters and search send nothing.
import { details, element, links } from "./listing_details.js";
import { folded, matching, sorted } from "./listing_rows.js";

const STEP = 200;
const CHOSEN = [1, 2, 3, 5, 6];
const HOME = 2;
const SINCE = 4;
const SOURCES = 7;

const fetched = new Map();

function rowsOf(address) {
  if (!fetched.has(address)) {
    fetched.clear();
    const coming = fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    });
    coming.catch(() => fetched.delete(address));
    fetched.set(address, coming);
  }
  return fetched.get(address);
}

function places(ranges) {
  return ranges.split(",").flatMap((part) => {
    if (!part) return [];
    const [first, last = first] = part.split("-").map(Number);
    return Array.from({ length: last - first + 1 }, (_, place) => first + place);
  });
}

function fill(select, options, all, value) {
  select.replaceChildren(new Option(all, ""), ...options.map(([text, of]) => new Option(text, of)));
  select.value = options.some(([, of]) => of === value) ? value : "";
}

function distinct(rows, column, lang) {
  const texts = [...new Set(rows.map((row) => row.cells[column]))];
  return texts.sort(new Intl.Collator(lang).compare).map((text) => [text, text]);
}

function headRow(kept, data, draw) {
  const cells = data.heads.map((head, column) => {
    const button = element("button", head, { type: "button" });
    const cell = element("th", button, { scope: "col" });
    const { column: by, down } = kept.state.sort;
    cell.ariaSort = by === column ? (down ? "descending" : "ascending") : "none";
    button.onclick = () => {
      kept.state.sort = { column, down: by === column && !down };
      headRow(kept, data, draw);
      draw();
    };
    return cell;
  });
  const again = kept.root.activeElement?.closest?.(".heads th")?.cellIndex;
  kept.find(".heads").replaceChildren(...cells);
  if (again >= 0) cells[again].querySelector("button").focus();
}

function filterRow(kept, data, rows, draw) {
  const { filters } = kept.state;
  const cells = data.heads.map((head, column) => {
    const cell = element(column === SOURCES ? "td" : "th");
    cell.dataset.head = head;
    if (column === SOURCES) return cell;
    const choice = CHOSEN.includes(column);
    const field = element(choice ? "select" : "input");
    field.ariaLabel = data.words.filter.replace("{column}", head);
    if (choice) fill(field, distinct(rows, column, data.lang), data.words.all, filters[column]);
    else field.value = filters[column] ?? "";
    filters[column] = field.value;
    field.oninput = () => {
      filters[column] = field.value;
      kept.state.most = STEP;
      draw();
    };
    cell.append(field);
    return cell;
  });
  kept.find(".filters").replaceChildren(...cells);
}

function tableRow(kept, data, whole, row, draw) {
  const open = kept.state.open.has(row);
  const button = element("button", row.cells[0], { type: "button", className: "name" });
  button.ariaExpanded = String(open);
  button.title = data.words.details.replace("{name}", row.cells[0]);
  button.onclick = () => {
    if (!kept.state.open.delete(row)) kept.state.open.add(row);
    draw();
    kept.find(`[data-row="${row.at}"] button`)?.focus();
  };
  const cells = row.cells.map((text, column) => {
    const cell = element(column ? "td" : "th");
    cell.dataset.head = data.heads[column];
    if (column === SOURCES) cell.append(element("span", links(row, whole), { className: "links" }));
    else cell.append(column ? text : button);
    if (!column)
      cell.append(element("small", row.other, { lang: data.lang === "zh" ? "en" : "zh" }));
    if (column === SINCE) cell.dataset.since = "";
    if (column === HOME) {
      cell.className = "home";
      cell.style.setProperty("--home", data.colours[row.home]);
    }
    return cell;
  });
  cells[0].scope = "row";
  const marks = row.marks.map((mark) => element("span", whole.marks[mark], { className: "mark" }));
  const ofDate = (_, place) => row.marks[place].startsWith("no-");
  cells[SINCE].append(...marks.filter(ofDate));
  cells[SOURCES].append(...marks.filter((mark, place) => !ofDate(mark, place)));
  const line = element("tr", cells, { className: open ? "open" : "" });
  line.dataset.row = row.at;
  if (row.gone) line.classList.add("gone");
  if (!open) return [line];
  const about = element("td", details(row, whole, data));
  about.colSpan = data.heads.length;
  return [line, element("tr", about, { className: "about" })];
}

function body(kept, data, whole, rows, draw) {
  const found = matching(rows, kept.state, CHOSEN, whole.sources);
  const shown = sorted(found, kept.state.sort, data.lang).slice(0, kept.state.most);
  const lines = shown.flatMap((row) => tableRow(kept, data, whole, row, draw));
  kept.find("tbody").replaceChildren(...lines);
  const count = data.words.count.replace("{n}", found.length).replace("{m}", rows.length);
  kept.find(".count").textContent = count;
  kept.find(".none").hidden = found.length > 0;
  const more = Math.min(STEP, found.length - shown.length);
  kept.find(".more").hidden = more <= 0;
  kept.find(".more").textContent = data.words.more.replace("{n}", more);
}

function controls(kept, data, whole, rows, draw) {
  const search = kept.find(".search");
  search.placeholder = search.ariaLabel = data.words.search;
  search.oninput = () => {
    Object.assign(kept.state, { search: folded(search.value), most: STEP });
    draw();
  };
  const present = new Set(rows.flatMap((row) => row.marks));
  const marks = Object.entries(whole.marks).filter(([mark]) => present.has(mark));
  const select = kept.find(".remarks select");
  kept.find(".remarks span").textContent = data.words.remarks;
  fill(
    select,
    marks.map(([mark, text]) => [text, mark]),
    data.words.all,
    kept.state.mark,
  );
  kept.state.mark = select.value;
  select.oninput = () => {
    Object.assign(kept.state, { mark: select.value, most: STEP });
    draw();
  };
  kept.find(".more").onclick = () => {
    kept.state.most += STEP;
    draw();
  };
  kept.find(".frame").ariaLabel = data.words.table;
  kept.find(".none").textContent = data.words.none;
}

function begin(parentElement) {
  const root = parentElement.querySelector(".listing");
  const state = { sort: { column: SINCE, down: false }, filters: {}, search: "", mark: "" };
  Object.assign(state, { most: STEP, open: new Set() });
  return { root: root.getRootNode(), find: (selector) => root.querySelector(selector), state };
}

export default function ({ data, parentElement }) {
  parentElement.atlasListing ??= begin(parentElement);
  const kept = parentElement.atlasListing;
  kept.last = data;
  rowsOf(data.rows).then(
    (whole) => {
      if (kept.last !== data) return;
      if (kept.whole !== whole) kept.state.open.clear();
      kept.whole = whole;
      for (const [at, row] of whole.rows.entries()) row.at = at;
      const rows = places(data.shown)
        .map((place) => whole.rows[place])
        .filter(Boolean);
      const draw = () => body(kept, data, whole, rows, draw);
      headRow(kept, data, draw);
      filterRow(kept, data, rows, draw);
      controls(kept, data, whole, rows, draw);
      draw();
    },
    () => {
      kept.find(".count").textContent = data.words.lost;
    },
  );
}
