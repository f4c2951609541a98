// What is said of the years that are seen: the sentence above the map, the figures under it, and
// the year in large figures on it, all with the frame in which the marks change.

import { finding, span } from "./years.js";

const NAMED = 3;

/** Say the finding and the key figures of the years.
 * @param {any} layout @param {any} counts of these years @param {number[]} years
 * @param {HTMLElement} title of full screen */
export function caption(layout, counts, years, title) {
  const sentence = finding(layout, counts, years);
  /** @type {HTMLElement} */
  const heading = document.querySelector('[data-figure="map"]:is(h1, h2)');
  const text = [...(heading?.childNodes ?? [])].find((node) => node.nodeType === Node.TEXT_NODE);
  if (text && text.nodeValue !== sentence) {
    keepHeight(heading);
    text.nodeValue = sentence;
  }
  hideAbout(sentence);
  if (title.textContent !== sentence) title.textContent = sentence;
  const numbers = [
    counts.ties,
    ...counts.homes,
    counts.partners,
    [counts.shared, counts.shared],
    counts.countries,
  ];
  const figures = document.querySelectorAll(".figures b");
  if (figures.length !== numbers.length) return; // of other homes: the server draws them anew
  figures.forEach((figure, n) => {
    const written = span(numbers[n], layout.finding.to);
    if (figure.textContent !== written) figure.textContent = written;
  });
}

/** The line under the sentence counts the years of the server's sentence: of others it is silent.
 * @param {string} sentence that is seen */
function hideAbout(sentence) {
  /** @type {HTMLElement} */
  const about = document.querySelector(".about");
  if (about) about.style.visibility = about.dataset.finding === sentence ? "" : "hidden";
}

/** A sentence of one line more moves the map down once, and not back and forth with the years.
 * @param {HTMLElement} heading */
function keepHeight(heading) {
  const [width, height] = [heading.offsetWidth, heading.offsetHeight];
  if (heading.dataset.width !== `${width}`) heading.style.minHeight = "";
  else
    heading.style.minHeight = `${Math.max(height, Number.parseFloat(heading.style.minHeight) || 0)}px`;
  heading.dataset.width = `${width}`;
}

/** Write the year in large figures, the homes' counts, and what ended in it.
 * @param {HTMLElement} element @param {any} layout @param {any} counts @param {number[]} years
 * @param {string} ended the word for it */
export function writeYear(element, layout, counts, [first, last], ended) {
  const [year, line] = element.children;
  const single = first <= layout.period[0] || first === last;
  year.textContent = single ? `${last}` : `${first}${layout.finding.years_to}${last}`;
  const shares = layout.homes.map(
    (home, n) => `${home.name} ${span(counts.homes[n], layout.finding.to)}`,
  );
  const gone = last < layout.period[1] ? layout.ties.filter((tie) => tie[4] === last) : [];
  const names = [...new Set(gone.map((tie) => layout.places[tie[0]].name))].slice(0, NAMED);
  const said = names.length ? [...shares, `${ended}: ${names.join(", ")}`] : shares;
  line.textContent = said.join(" · ");
}
