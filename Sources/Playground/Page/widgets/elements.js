// Makes elements of the page in one expression.

/**
 * Returns a new element.
 * @param {string} tag `div`, or `svg:path` for an element of a picture
 * @param {object} attributes a function under `onclick` and the like listens, `data` fills the data attributes
 * @param {...(Node | string | null)} children what stands in it; null leaves nothing
 */
export function make(tag, attributes = {}, ...children) {
  const element = tag.startsWith("svg:")
    ? document.createElementNS("http://www.w3.org/2000/svg", tag.slice(4))
    : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "data") Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Writes a text into an element unless it stands there already: what is written is laid out again. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Gives a canvas the pixels that its place on the screen has, and returns its context, in units of CSS pixels. */
export function contextOf(canvas) {
  const scale = devicePixelRatio || 1;
  const { clientWidth, clientHeight } = canvas;
  if (canvas.width !== Math.round(clientWidth * scale) || canvas.height !== Math.round(clientHeight * scale)) {
    canvas.width = Math.round(clientWidth * scale);
    canvas.height = Math.round(clientHeight * scale);
  }
  const context = canvas.getContext("2d");
  context.setTransform(scale, 0, 0, scale, 0, 0);
  return context;
}
