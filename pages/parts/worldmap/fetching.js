// What the map needs from the server, fetched once for as long as the page lives.

/** @type {Map<string, Promise<any>>} */
const fetched = new Map();

/** An address of the app, whatever path the app lives under. @param {string} address */
export const local = (address) => new URL(address.replace(/^\//, ""), document.baseURI).href;

/** The JSON at an address; what failed is asked for again the next time. @param {string} address */
export function fetchJson(address) {
  const known = fetched.get(address);
  if (known) return known;
  const answer = fetch(local(address)).then((found) => {
    if (!found.ok) throw new Error(`${found.status} for ${address}`);
    return found.json();
  });
  answer.catch(() => fetched.delete(address));
  fetched.set(address, answer);
  return answer;
}
