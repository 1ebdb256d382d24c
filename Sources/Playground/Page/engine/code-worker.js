// One worker with a copy of the student's code, and the watch over it.

/** A worker that does one command after the other and is ended when it is silent for too long. */
export class CodeWorker {
  /**
   * @param {{address: string, module: WebAssembly.Module, print: (lines: string[], count: number) => void}} code where the
   * worker's module is, the compiled lessons, and what happens to what they print
   */
  constructor({ address, module, print }) {
    this.worker = new Worker(address, { type: "module" });
    this.worker.postMessage({ module });
    this.print = print;
    this.count = 0;
    this.hasEnded = false;
  }

  /**
   * Sends one command.
   * @param {string} command a method of the session
   * @param {object} argument what it takes
   * @param {number} patience how long the code may be silent before it counts as endless, in milliseconds
   * @returns {Promise<{result?: object, trap?: string}>} neither of the two when the worker had to be ended
   */
  send(command, argument, patience) {
    const { worker } = this;
    const id = ++this.count;
    return new Promise((resolve) => {
      let timer;
      const answer = (data) => {
        clearTimeout(timer);
        resolve(data);
      };
      const watch = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          this.end();
          answer({});
        }, patience);
      };
      worker.onmessage = ({ data }) => {
        if (data.lines) this.print(data.lines, data.count);
        if (data.alive) watch();
        if (data.id === id) answer(data);
      };
      worker.onerror = (event) => answer({ trap: event.message });
      watch();
      worker.postMessage({ id, command, argument });
    });
  }

  /** Tells what a training consists of: {data, network, plan}, as far as it is known. */
  async tell({ data, network, plan }, patience) {
    if (data) await this.send("setData", data, patience);
    if (network) await this.send("setParameters", network, patience);
    if (plan) await this.send("setPlan", plan, patience);
  }

  end() {
    this.worker.terminate();
    this.hasEnded = true;
  }
}
