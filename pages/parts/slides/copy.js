// Copies the picture at an address to the clipboard, or says that the browser does not allow it.
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  button.textContent = data.words.copy;
  button.onclick = async () => {
    const fetched = async () => (await fetch(data.picture)).blob();
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": fetched() })]);
      button.textContent = data.words.copied;
    } catch {
      button.textContent = data.words.refused;
    }
    setTimeout(() => { button.textContent = data.words.copy; }, 4000);
  };
}
