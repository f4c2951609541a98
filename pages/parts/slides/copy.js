// Copies the picture at an address to the clipboard, or says that the browser does not allow it.
import { listening } from "../component.js";

const SEEN = 4000;

export default function ({ data, parentElement }) {
  const signal = listening(parentElement);
  const button = parentElement.querySelector("button");
  button.textContent = data.words.copy;
  button.addEventListener(
    "click",
    async () => {
      const fetched = async () => (await fetch(data.picture)).blob();
      try {
        await navigator.clipboard.write([new ClipboardItem({ "image/png": fetched() })]);
        button.textContent = data.words.copied;
      } catch {
        button.textContent = data.words.refused;
      }
      setTimeout(() => {
        if (!signal.aborted) button.textContent = data.words.copy;
      }, SEEN);
    },
    { signal },
  );
  return () => parentElement.listening.abort();
}
