// What shows in some years, and how much it is: the rules of geo/figures/map (groups.when, chart)
// and geo/ties/counts.py, over the rows of the layout. Tests hold both sides equal.

export const NO = 0;
export const FULL = 1;
export const MAYBE = 2;
export const ENDED = 3;

/** As what a tie shows in some years.
 * @param {any[]} tie row of the layout: partner, home, a, b, e, without bounds, line,
 * hypothetical
 * @param {number[]} years first and last @param {boolean} ended whether ended ties are shown */
export function stateOf(tie, [first, last], ended) {
  const [, , a, b, e, boundless] = tie;
  const certain = a >= first && b <= last;
  const possible = certain || (!boundless && a <= last && b >= first);
  if (e > last) return certain ? FULL : possible ? MAYBE : NO;
  return ended && possible ? ENDED : NO;
}

/** Counts of what shows: [certain, possible] each, as geo.ties.counts.tally has them.
 * @param {any} layout @param {number[]} years @param {boolean} ended */
export function counted(layout, years, ended) {
  const homes = layout.homes.map(() => [0, 0]);
  const ties = [0, 0];
  const places = [new Set(), new Set()];
  const countries = [new Set(), new Set()];
  const homesOf = new Map();
  let gone = 0;
  for (const tie of layout.ties) {
    const state = stateOf(tie, years, ended);
    if (state === ENDED) gone += 1;
    if (state !== FULL && state !== MAYBE) continue;
    const country = layout.places[tie[0]].country;
    for (const n of state === FULL ? [0, 1] : [1]) {
      ties[n] += 1;
      homes[tie[1]][n] += 1;
      places[n].add(tie[0]);
      countries[n].add(country);
    }
    if (!homesOf.has(tie[0])) homesOf.set(tie[0], new Set());
    homesOf.get(tie[0]).add(tie[1]);
  }
  const shared = [...homesOf.values()].filter((some) => some.size > 1).length;
  const sizes = (sets) => sets.map((set) => set.size);
  return { ties, homes, partners: sizes(places), countries: sizes(countries), shared, ended: gone };
}

const NUMBERS = new Intl.NumberFormat("en-US");
const number = (n) => NUMBERS.format(n);

/** A count as it is written: the certain number and, where it differs, the possible one.
 * @param {number[]} count @param {string} to what stands between two numbers */
export function span([certain, possible], to) {
  return certain === possible ? number(certain) : `${number(certain)}${to}${number(possible)}`;
}

const filled = (message, values) => message.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** Names in a row, as the language joins them. */
function joined(names, [two, three]) {
  if (names.length < 2) return names.join("");
  if (names.length === 2) return two.replace("\0", () => names[0]).replace("\x01", () => names[1]);
  const [between] = three.split("\0")[1].split("\x01");
  const last = three.split("\x01")[1].split("\x02")[0];
  return names.slice(0, -1).join(between) + last + names[names.length - 1];
}

/** The sentence above the map, as geo.figures.map.text.finding says it.
 * @param {any} layout @param {any} counts as `counted` gives them @param {number[]} years */
export function finding(layout, counts, years) {
  const forms = layout.finding;
  const [first, last] = years;
  const period = layout.period;
  if (!counts.ties[1]) return counts.ended ? forms.ended : forms.none;
  const form = ([one, many], count) => (count[1] === 1 ? one : many);
  const shares = layout.homes.map((home, n) =>
    filled(n ? forms.home : forms.first, { home: home.name, n: span(counts.homes[n], forms.to) }),
  );
  let when = "";
  if (first > period[0] || last < period[1]) {
    if (first === last) when = filled(forms.in_year, { year: first });
    else if (first <= period[0]) when = filled(forms.by, { year: last });
    else when = filled(forms.between, { first, last });
  }
  return filled(forms.whole, {
    when,
    homes: joined(shares, forms.join),
    ties: form(forms.ties, counts.ties),
    partners: filled(form(forms.partners, counts.partners), { n: span(counts.partners, forms.to) }),
    countries: filled(form(forms.countries, counts.countries), {
      n: span(counts.countries, forms.to),
    }),
  });
}
