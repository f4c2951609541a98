// Tells the server how wide the page is: whether it is a phone's, and what charts have room for.
const NARROW = 700;
const STILL = 250;

/** What was told last; a page has one screen. */
const known = { narrow: false, /** @type {ResizeObserver} */ observer: null };

export default function ({ data, setStateValue }) {
  const narrow = window.innerWidth < NARROW;
  if (narrow !== known.narrow) {
    known.narrow = narrow;
    setStateValue("narrow", narrow);
  }
  const page = document.querySelector('[data-testid="stMainBlockContainer"]');
  known.observer?.disconnect();
  if (!page) return;
  let told = data.room;
  let waiting = 0;
  const tell = () => {
    const { paddingLeft, paddingRight } = getComputedStyle(page);
    const wide =
      page.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    const room = data.steps.filter((step) => step <= wide).pop() ?? data.steps[0];
    if (wide <= 0 || room === told) return;
    told = room;
    setStateValue("room", room);
  };
  known.observer = new ResizeObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(tell, STILL);
  });
  known.observer.observe(page);
}
