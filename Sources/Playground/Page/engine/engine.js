// Code that was compiled to WebAssembly, the student's or the kit's: starts it and calls its functions by name.

/** One running copy of such code. */
export class Engine {
  /**
   * @param {WebAssembly.Module} module the compiled lessons, or the kit
   * @param {{tick: () => void, print: (text: string) => void}} listener told of every update, and of what is printed
   */
  constructor(module, listener) {
    let line = [];
    const borrowed = {
      exp: Math.exp, log: Math.log, log10: Math.log10, tanh: Math.tanh, sin: Math.sin, cos: Math.cos, pow: Math.pow,
      fmod: (x, y) => x % y,
      round: (x) => Math.sign(x) * Math.round(Math.abs(x)),
      arc4random_buf: (address, count) => crypto.getRandomValues(new Uint8Array(this.memory.buffer, address, count)),
      putchar: (byte) => {
        if (byte !== 10) line.push(byte);
        if (byte === 10 || line.length === 2000) {
          listener.print(new TextDecoder().decode(new Uint8Array(line)));
          line = [];
        }
        return byte;
      },
      memmove: (target, source, count) => {
        new Uint8Array(this.memory.buffer).copyWithin(target, source, source + count);
        return target;
      },
    };
    borrowed.memcpy = borrowed.memmove;
    // The product of two numbers of 128 bits, by which Swift sees whether one of 64 bits overflows.
    borrowed.__multi3 = (address, low, high, otherLow, otherHigh) => {
      const number = (low, high) => (BigInt.asUintN(64, high) << 64n) | BigInt.asUintN(64, low);
      const product = BigInt.asUintN(128, number(low, high) * number(otherLow, otherHigh));
      new BigUint64Array(this.memory.buffer, address, 2).set([BigInt.asUintN(64, product), product >> 64n]);
    };
    // What nobody has thought of stops the one call that wants it, not the whole page.
    const environment = {};
    for (const { module: place, name } of WebAssembly.Module.imports(module)) {
      if (place !== "env") continue;
      environment[name] = borrowed[name] ?? (() => {
        throw new Error(`the browser has no function ${name}`);
      });
    }
    const page = {
      takePages: (count) => {
        try {
          return this.memory.grow(count) * 65536;
        } catch {
          throw new Error("it wanted more memory than a browser gives");
        }
      },
      tick: () => listener.tick(),
    };
    const instance = new WebAssembly.Instance(module, { env: environment, page });
    this.functions = instance.exports;
    this.memory = instance.exports.memory;
  }

  /** Takes over what another copy of the same code had in its memory. */
  restore(memory) {
    this.memory.grow((memory.buffer.byteLength - this.memory.buffer.byteLength) / 65536);
    new Uint8Array(this.memory.buffer).set(new Uint8Array(memory.buffer));
  }

  /**
   * Calls a function of Sources/Playground/WebAssembly; what goes in and out is said there.
   * @param {string} name its name
   * @param {number[]} heads the numbers that come first
   * @param {...(number[] | Float64Array)} parts lists that follow
   * @returns {Float64Array} what it answers
   */
  call(name, heads = [], ...parts) {
    const count = parts.reduce((sum, part) => sum + part.length, heads.length);
    const input = this.numbersAt(this.functions.input(count), count);
    let place = 0;
    for (const part of [heads, ...parts]) {
      input.set(part, place);
      place += part.length;
    }
    this.functions[name]();
    return this.numbersAt(this.functions.output(), this.functions.outputCount()).slice();
  }

  /** The numbers of the code's memory from an address on; of none the address may be no multiple of eight. */
  numbersAt(address, count) { return new Float64Array(this.memory.buffer, count ? address : 0, count); }

  /**
   * Writes the texts that the next call reads, one behind the other.
   * @param {(string | Uint8Array)[]} texts
   * @returns {number[]} how many bytes each of them has
   */
  writeTexts(texts) {
    const pieces = texts.map((text) => (typeof text === "string" ? new TextEncoder().encode(text) : text));
    let address = this.functions.inputText(pieces.reduce((sum, { length }) => sum + length, 0));
    return pieces.map((piece) => {
      new Uint8Array(this.memory.buffer, address, piece.length).set(piece);
      address += piece.length;
      return piece.length;
    });
  }

  /** The words of the last call's answer, in UTF-8. */
  readText() {
    return new Uint8Array(this.memory.buffer, this.functions.outputText(), this.functions.outputTextCount()).slice();
  }
}
