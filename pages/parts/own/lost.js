// Keeps the lists of the reader's own in the memory of this window, and offers them again where the
// session that had them is lost with its server.
/** @type {any} */
const here = window;

function known(data) {
  here.atlasLists ??= { session: data.session, lists: new Map(), lost: [] };
  return here.atlasLists;
}

// What the present session has; of one that is gone, what it had is lost.
function follow(kept, data) {
  if (kept.session !== data.session) {
    kept.lost.push(...kept.lists.values());
    kept.lists = new Map();
    kept.session = data.session;
  }
  if (data.taken && data.taken === kept.sent) kept.lost = [];
  const now = new Map();
  for (const [address, name] of data.lists) {
    const fetched = () =>
      fetch(new URL(address, document.baseURI)).then((answer) =>
        answer.ok ? answer.blob() : null,
      );
    now.set(address, kept.lists.get(address) ?? { name, blob: fetched().catch(() => null) });
  }
  kept.lists = now;
}

function encoded(blob) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1]);
    reader.readAsDataURL(blob);
  });
}

function save({ name, blob }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// Lists that could not be fetched in time are lost for good.
async function whole(lost) {
  const found = await Promise.all(lost.map(async ({ name, blob }) => ({ name, blob: await blob })));
  return found.filter(({ blob }) => blob);
}

export default function ({ data, parentElement, setTriggerValue }) {
  const kept = known(data);
  follow(kept, data);
  const place = parentElement.getRootNode().host?.closest(".st-key-lost-lists");
  const [again, saving, forget] = parentElement.querySelectorAll("button");
  const show = (lists) => {
    if (place) place.style.display = lists.length ? "flex" : "none";
    parentElement.querySelector("p").textContent = data.fault || data.words.said;
  };
  for (const [button, word] of [
    [again, "again"],
    [saving, "save"],
    [forget, "forget"],
  ]) {
    button.textContent = data.words[word];
  }
  again.onclick = async () => {
    kept.sent = `${Date.now()}`;
    const lists = await Promise.all((await whole(kept.lost)).map(({ blob }) => encoded(blob)));
    setTriggerValue("again", { sent: kept.sent, lists });
  };
  saving.onclick = async () => {
    for (const one of await whole(kept.lost)) save(one);
  };
  forget.onclick = () => {
    kept.lost = [];
    show([]);
  };
  whole(kept.lost).then(show);
}
