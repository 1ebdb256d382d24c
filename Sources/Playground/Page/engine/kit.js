// The kit's own code, compiled to WebAssembly: tables, models, and what pictures need. It runs in the page itself and needs no
// lesson; what goes in and out of each function is said in Sources/Playground/WebAssembly/KitCalls.

import { Engine } from "./engine.js";

/** A sentence about what is wrong with somebody's file and what to do. */
export class FileProblem extends Error {}

const silent = { tick: () => {}, print: () => {} };
let module = null;
let engine = null;

/** Starts the code; called once, before all else. */
export function startKit(compiled) {
  module = compiled;
  engine = new Engine(module, silent);
}

/** Calls a function by name, as Engine's `call` does; if it stops in the middle, the next call has a new copy. */
export function kit(name, heads, ...parts) {
  try {
    return engine.call(name, heads, ...parts);
  } catch (error) {
    engine = new Engine(module, silent);
    throw error;
  }
}

/** Calls a function that answers with a text. */
export function text(name, heads) {
  kit(name, heads);
  return decoded(engine.readText());
}

/**
 * Calls a function that may refuse its work.
 * @param {string} name its name
 * @param {(string | Uint8Array)[]} texts the texts that it reads
 * @param {(lengths: number[]) => number[]} numbers the numbers that it wants, given how many bytes the texts have
 * @returns {Answer}
 * @throws {FileProblem} with the sentence of a refusal
 */
export function ask(name, texts, numbers) {
  const [isDone, ...found] = kit(name, numbers(engine.writeTexts(texts)));
  const text = engine.readText();
  if (!isDone) throw new FileProblem(decoded(text));
  return new Answer(found, text);
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const decoded = (bytes) => decoder.decode(bytes);

/** What a function found: numbers, and texts whose lengths stand among them; read from the beginning. */
class Answer {
  constructor(numbers, text) { Object.assign(this, { numbers, text, place: 0, letter: 0 }); }

  number() { return this.numbers[this.place++]; }

  list(count = Infinity) {
    const list = this.numbers.slice(this.place, this.place + count);
    this.place += list.length;
    return list;
  }

  texts(count) {
    return this.list(count).map((length) => decoded(this.text.subarray(this.letter, this.letter += length)));
  }

  /** The whole text as one. */
  words() { return decoded(this.text); }
}
