// Stands for a component whose module is fetched by its address: once, and not with every message.

/** @type {Promise<any>} */
let module = null;

export default function (component) {
  module ??= import(new URL(component.data.script, document.baseURI).href);
  let gone = false;
  let cleanUp = null;
  module.then(
    ({ default: call }) => {
      if (!gone) cleanUp = call(component);
    },
    () => {
      module = null; // the next message brings an address that is good
    },
  );
  return () => {
    gone = true;
    cleanUp?.();
  };
}
