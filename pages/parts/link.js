// Copies the address of what is seen, also while it moves, and says so.
const SHOWN = 1600;

function byHand(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.style.position = "fixed";
  field.style.opacity = "0";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return byHand(text);
  }
}

export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  const label = button.querySelector("span");
  parentElement.atlasLink ??= { timer: 0 };
  const kept = parentElement.atlasLink;
  button.title = data.words.help;
  if (!kept.timer) label.textContent = data.words.copy;
  button.onclick = async () => {
    const address = new URL(location.href);
    const query = new URLSearchParams(data.query);
    /** @type {HTMLElement} */
    const moving = document.querySelector("[data-years]");
    if (moving) {
      query.delete("years");
      for (const year of moving.dataset.years.split("-")) query.append("years", year);
    }
    address.search = query.toString();
    address.hash = "";
    const done = await copied(address.href);
    if (done) history.replaceState(history.state, "", address);
    label.textContent = done ? data.words.copied : data.words.refused;
    clearTimeout(kept.timer);
    kept.timer = setTimeout(() => {
      kept.timer = 0;
      label.textContent = data.words.copy;
    }, SHOWN);
  };
  return () => clearTimeout(kept.timer);
}
