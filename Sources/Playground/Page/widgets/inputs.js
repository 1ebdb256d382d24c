// Labelled controls. Each is an element with `value`, to read and to set; a change by hand tells `change`.

import { make } from "./elements.js";

let count = 0;

function labelled(name, label, control, change, read, write, ...others) {
  control.id ||= `input-${++count}`;
  const element = make("div", { class: `field ${name}` }, make("label", { for: control.id }, label), control, ...others);
  control.addEventListener(name === "field-choice" || name === "field-number" ? "change" : "input", () => change(read()));
  Object.defineProperty(element, "value", { get: read, set: write });
  element.control = control;
  return element;
}

/** A slider with its number beside it; `text` says how the number is written. */
export function slider({ label, id, min, max, step, value, text = String, change }) {
  const control = make("input", { type: "range", id, min, max, step });
  const number = make("output", { "aria-hidden": "true" });
  const show = () => {
    number.textContent = text(Number(control.value));
    control.setAttribute("aria-valuetext", number.textContent);
  };
  const write = (value) => {
    // A value outside of the slider makes the slider wider.
    if (value > Number(control.max)) control.max = Math.ceil(value);
    if (value < Number(control.min)) control.min = Math.floor(value);
    control.value = value;
    show();
  };
  write(value);
  control.addEventListener("input", show);
  return labelled("field-slider", label, control, change, () => Number(control.value), write, number);
}

/** A list to choose from; `options` holds pairs of a value and its name. A value that is set and not among them joins. */
export function choice({ label, id, options, value, change }) {
  const option = ([value, name]) => make("option", { value }, name);
  const control = make("select", { id }, ...options.map(option));
  const write = (value) => {
    const isThere = [...control.options].some((option) => option.value === String(value));
    if (!isThere) control.append(option([value, String(value)]));
    control.value = value;
  };
  write(value);
  return labelled("field-choice", label, control, change, () => control.value, write);
}

/**
 * A number to type; what lies outside of the bounds is moved to the nearest one, and a sentence below says so. An
 * optional one may be null for none.
 */
export function numberField({ label, id, min, max, step = 1, isOptional, value, change }) {
  const said = make("p", { class: "field-said", "aria-live": "polite" });
  const control = make("input", {
    type: "number", id, min, max, step, placeholder: isOptional ? "none" : null, autocomplete: "off",
    oninput: () => { said.textContent = ""; },
  });
  let last;
  const write = (value) => {
    if (value !== last) said.textContent = "";
    last = value;
    control.value = value ?? "";
  };
  const read = () => {
    const { value } = control;
    const isEmpty = value === "" && !control.validity.badInput;
    const typed = value === "" ? NaN : Number(value);
    let taken = last;
    if (isOptional && isEmpty) taken = null;
    else if (Number.isFinite(typed)) taken = Math.min(Math.max(step === 1 ? Math.round(typed) : typed, min), max);
    write(taken);
    const why = whyOther(typed, taken, { min, max });
    if (why) said.textContent = `${why}: ${taken ?? "none"} is taken instead.`;
    return last;
  };
  write(value);
  return labelled("field-number", label, control, change, read, write, said);
}

/** Why not the number that was typed, but another one is taken; null if it is the same. */
function whyOther(typed, taken, { min, max }) {
  if (taken === null || typed === taken) return null;
  if (typed < min) return `The least is ${min}`;
  if (typed > max) return `The most is ${max}`;
  return Number.isNaN(typed) ? "A number is needed here" : "A whole number is needed here";
}

/** A button. */
export function button(label, press, attributes = {}) {
  return make("button", { type: "button", onclick: press, ...attributes }, label);
}

/** Reads a number from a link: the fallback where there is none, or none within the bounds. */
export function numberFrom(text, min, max, fallback) {
  const number = text === null || text === undefined || text === "" ? NaN : Number(text);
  return number >= min && number <= max ? number : fallback;
}

/** Reads one of several values from a link. */
export function oneOf(text, values, fallback) { return values.includes(text) ? text : fallback; }
