// Notes every time at which the map of a page has changed, the same for every page that is compared.
//
// Whenever something has been drawn to a canvas itself, by WebGL or in two dimensions, its pixels
// are read in the same task, so a time noted here is the time at which the picture was finished,
// drawing by software included. A map of SVG counts once the frame that shows it has been handed
// on. Background is a pixel that is wholly transparent. All times are milliseconds since 1970.
(() => {
  const seen = { changes: [], pressed: null };
  window.__seen = seen;
  const now = () => performance.timeOrigin + performance.now();
  const WIDE = 300;
  const due = new Set();
  const hashes = new WeakMap();

  function note(picture, hash, empty) {
    const before = hashes.get(picture);
    hashes.set(picture, hash);
    if (before !== hash && !(empty && before === undefined)) seen.changes.push(now());
  }

  function ofWebGl(gl) {
    const pixels = new Uint8Array(gl.drawingBufferWidth * gl.drawingBufferHeight * 4);
    const frame = gl.getParameter(gl.READ_FRAMEBUFFER_BINDING);
    const pack = gl.getParameter(gl.PIXEL_PACK_BUFFER_BINDING);
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    gl.readPixels(
      0,
      0,
      gl.drawingBufferWidth,
      gl.drawingBufferHeight,
      gl.RGBA,
      gl.UNSIGNED_BYTE,
      pixels,
    );
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, frame);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, pack);
    return pixels;
  }

  const readOf2d = CanvasRenderingContext2D.prototype.getImageData;
  const of2d = (ctx) => readOf2d.call(ctx, 0, 0, ctx.canvas.width, ctx.canvas.height).data;

  function look(context, read) {
    due.delete(context);
    if (
      !context.canvas.isConnected ||
      context.canvas.width < WIDE ||
      context.canvas.height < WIDE / 2
    )
      return;
    let hash = 0;
    let filled = 0;
    for (const pixel of new Uint32Array(read(context).buffer)) {
      hash = (Math.imul(hash, 31) + pixel) | 0;
      filled |= pixel;
    }
    note(context.canvas, hash, !filled);
  }

  function watch(prototype, names, read, shown) {
    for (const name of names) {
      const draw = prototype[name];
      prototype[name] = function (...given) {
        draw.apply(this, given);
        if (due.has(this) || !shown(this)) return;
        due.add(this);
        queueMicrotask(() => look(this, read));
      };
    }
  }

  const instanced = ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced"];
  watch(
    WebGL2RenderingContext.prototype,
    instanced,
    ofWebGl,
    (gl) => gl.getParameter(gl.DRAW_FRAMEBUFFER_BINDING) === null,
  );
  const flat = ["fill", "stroke", "drawImage", "fillRect", "clearRect", "fillText", "putImageData"];
  watch(
    CanvasRenderingContext2D.prototype,
    flat,
    of2d,
    ({ canvas }) => canvas.isConnected && canvas.width >= WIDE,
  );

  // --- SVG ----------------------------------------------------------------------------------------

  const drawings = new Set();
  const outermost = (part) => {
    while (part.parentElement instanceof SVGElement) part = part.parentElement;
    return part;
  };
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const whole = new Set([...drawings].map((part) => outermost(part)));
    for (const svg of whole) {
      if (svg.isConnected && svg.getBoundingClientRect().width >= WIDE)
        note(svg, svg.innerHTML, !svg.querySelector("path[d]"));
    }
    drawings.clear();
  };
  // by its prototype, for the document of a frame may be replaced under the same window
  const setAttribute = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (name, value) {
    setAttribute.call(this, name, value);
    if ((name !== "d" && name !== "transform") || !(this instanceof SVGElement)) return;
    if (!drawings.size) requestAnimationFrame(() => channel.port2.postMessage(0));
    drawings.add(this);
  };

  window.addEventListener(
    "keydown",
    () => {
      seen.pressed = now();
    },
    true,
  );
})();
