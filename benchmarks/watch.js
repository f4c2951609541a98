// Watches the map of a page: when its canvas first shows something, when it last changed, and how
// long after a key press it first changed. The same for every page that is compared.
//
// Whenever something has been drawn to the canvas itself, its pixels are read in the same task,
// before the browser takes them away, so a time noted here is the time at which the picture was
// finished, drawing by software included. Background is a pixel that is wholly transparent.
(() => {
  const seen = { first: null, last: null, pressed: null, changed: null };
  window.__seen = seen;
  const due = new Set();
  let hash = 0;
  let before = 0;
  let pixels = new Uint8Array(0);

  function read(gl) {
    const width = gl.drawingBufferWidth;
    const height = gl.drawingBufferHeight;
    if (pixels.length !== width * height * 4) pixels = new Uint8Array(width * height * 4);
    const frame = gl.getParameter(gl.READ_FRAMEBUFFER_BINDING);
    const pack = gl.getParameter(gl.PIXEL_PACK_BUFFER_BINDING);
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, frame);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, pack);
    return new Uint32Array(pixels.buffer);
  }

  function look(gl) {
    due.delete(gl);
    if (!gl.canvas.isConnected || gl.drawingBufferWidth < 200) return;
    let now = 0;
    let filled = 0;
    for (const pixel of read(gl)) {
      now = (Math.imul(now, 31) + pixel) | 0;
      filled |= pixel;
    }
    if (!filled || now === hash) return;
    hash = now;
    seen.last = performance.now();
    seen.first ??= seen.last;
    if (seen.pressed !== null && hash !== before) seen.changed ??= seen.last;
  }

  for (const name of [
    "drawArrays",
    "drawElements",
    "drawArraysInstanced",
    "drawElementsInstanced",
  ]) {
    const draw = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...given) {
      draw.apply(this, given);
      if (due.has(this) || this.getParameter(this.DRAW_FRAMEBUFFER_BINDING) !== null) return;
      due.add(this);
      queueMicrotask(() => look(this));
    };
  }

  window.addEventListener(
    "keydown",
    () => {
      seen.pressed = performance.now();
      seen.changed = null;
      before = hash;
    },
    true,
  );
})();
