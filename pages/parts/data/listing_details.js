// What the sources say of one tie. Every text is set as text; nothing is read as HTML.

export function element(tag, content = [], properties = {}) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...[content].flat());
  return made;
}

function cited(ids) {
  return ids.length ? element("small", ` [${ids.join(", ")}]`) : "";
}

function source(id, known) {
  const { title, about, says, url } = known ?? { title: id, about: "", says: "", url: "" };
  const name = /^https?:\/\//.test(url)
    ? element("a", title, { href: url, target: "_blank", rel: "noopener noreferrer" })
    : element("span", title);
  const says_ = says ? element("div", says, { className: "says", lang: "en" }) : "";
  return element("li", [name, element("small", ` [${id}] ${about}`), says_]);
}

export function details(row, whole, data) {
  const { words } = data;
  const query = new URLSearchParams(data.card);
  query.set("partner", row.place);
  const card = element("a", words.card, { href: `./?${query}`, target: "_self", className: "card" });
  const parts = [element("p", [row.facts.join(" · "), " · ", card])];
  parts.push(...row.notes.map((note) => element("p", note, { className: "note" })));
  const roles = row.roles.map(([sentence, remark, ids]) =>
    element("li", [remark ? `${sentence}: ${remark}` : sentence, cited(ids)]),
  );
  if (roles.length) parts.push(element("ul", roles));
  if (row.events.length) {
    const events = row.events.map(([date, text, ids]) =>
      element("li", [element("small", `${date} `), text, cited(ids)]),
    );
    parts.push(element("h4", words.events), element("ul", events));
  }
  const ids = [...new Set([...row.sources, ...row.events.flatMap(([, , some]) => some)])];
  parts.push(element("h4", `${words.sources} (${ids.length})`));
  parts.push(element("ul", ids.map((id) => source(id, whole.sources[id]))));
  return element("div", parts);
}
