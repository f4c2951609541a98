// Which rows are shown, and in which order.

export function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

// All that a search may find a row by, made when it is first asked for.
function searchable(row, sources) {
  row.searchable ??= folded(
    [row.cells, row.other, row.called, row.facts, row.notes, row.roles, row.events, row.sources]
      .flat(3)
      .concat(row.sources.map((one) => sources[one]?.title ?? ""))
      .join(" "),
  );
  return row.searchable;
}

function passes(row, { filters, search, mark }, chosen, sources) {
  if (mark && !row.marks.includes(mark)) return false;
  for (const [column, wanted] of Object.entries(filters)) {
    if (!wanted) continue;
    const cell = row.cells[column];
    if (chosen.includes(Number(column)) ? cell !== wanted : !within(row, column, wanted))
      return false;
  }
  return search.split(/\s+/).every((word) => searchable(row, sources).includes(word));
}

function within(row, column, wanted) {
  const texts = [row.cells[column], row.sort[column] ?? ""];
  if (column === "0") texts.push(row.other);
  return texts.some((text) => folded(String(text)).includes(folded(wanted)));
}

export function matching(rows, state, chosen, sources) {
  return rows.filter((row) => passes(row, state, chosen, sources));
}

export function sorted(rows, { column, down }, lang) {
  const { compare } = new Intl.Collator(lang === "zh" ? "zh-Hans-u-co-pinyin" : lang);
  const key = (row) => row.sort[column] ?? row.cells[column];
  const order = (a, b) =>
    typeof key(a) === "number" ? key(a) - key(b) : compare(String(key(a)), String(key(b)));
  return [...rows].sort((a, b) => (down ? order(b, a) : order(a, b)));
}
