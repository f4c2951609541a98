// Streamlit calls a component anew with new data, and forgets the clean-up of every call but the
// last. So whatever a call listens to, or waits for, hangs on a signal that ends with the next call
// and with the component.
export function listening(element) {
  element.listening?.abort();
  element.listening = new AbortController();
  return element.listening.signal;
}

const FIELDS = "input, textarea, select, [contenteditable], [role=combobox], [role=slider]";

// Whether a key is meant for a field that the reader types into, which keeps it for itself.
export function typed(event) {
  const target = event.composedPath()[0];
  return target instanceof Element && Boolean(target.closest(FIELDS));
}
