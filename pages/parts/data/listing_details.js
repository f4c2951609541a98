// What the sources say of one tie. Every text is set as text; nothing is read as HTML.

/** @type {(tag: string, content?: any, properties?: object) => any} */
export function element(tag, content = [], properties = {}) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...[content].flat());
  return made;
}

function cited(ids) {
  return ids.length ? element("small", ` [${ids.join(", ")}]`) : "";
}

/** A text in passages, each with its language where that is known.
 * @param {[string, string][]} passages */
function spoken(passages) {
  return passages.map(([text, lang]) => (lang ? element("span", text, { lang }) : text));
}

// A link to a source, or its name where it has no address.
function link(text, { url }, title = "") {
  if (!/^https?:\/\//.test(url)) return element("span", text, { title });
  return element("a", text, { href: url, target: "_blank", rel: "noopener noreferrer", title });
}

function source(id, known) {
  const one = known ?? { title: id, spoken: [[id, ""]], about: "", says: "", url: "" };
  const says = one.says ? element("div", one.says, { className: "says", lang: "en" }) : "";
  return element("li", [
    link(spoken(one.spoken), one),
    element("small", ` [${id}] ${one.about}`),
    says,
  ]);
}

export function links(row, whole) {
  const known = row.sources.filter((id) => whole.sources[id]);
  return known.map((id, place) =>
    link(String(place + 1), whole.sources[id], whole.sources[id].title),
  );
}

export function details(row, whole, data) {
  const { words } = data;
  const query = new URLSearchParams(data.card);
  query.set("partner", row.place);
  const card = element("a", words.card, {
    href: `./?${query}`,
    target: "_self",
    className: "card",
  });
  const parts = [element("p", [row.facts.join(" · "), " · ", card])];
  parts.push(...row.notes.map((note) => element("p", note, { className: "note" })));
  const roles = row.roles.map(([sentence, ids]) => element("li", [sentence, cited(ids)]));
  if (roles.length) parts.push(element("ul", roles));
  if (row.events.length) {
    const events = row.events.map(([date, text, ids]) =>
      element("li", [element("small", `${date} `), text, cited(ids)]),
    );
    parts.push(element("h4", words.events), element("ul", events));
  }
  const ids = [...new Set([...row.sources, ...row.events.flatMap(([, , some]) => some)])];
  parts.push(element("h4", words.sources.replace("{n}", ids.length)));
  parts.push(
    element(
      "ul",
      ids.map((id) => source(id, whole.sources[id])),
    ),
  );
  return element("div", parts);
}
