/** What a helper answers when it is stopped, and when its code does not come. */
export const STOPPED = { code: "stopped" };
const UNLOADED = { code: "unloaded" };

/**
 * A worker that is asked and answers. It is made as soon as its code is here, and made anew from the same
 * code when it is stopped, so nothing is loaded later.
 */
export class Helper {
  /** What the worker says first. */
  ready;
  #name;
  #code;
  #worker;
  #open = new Map();
  #last = 0;

  constructor(name) {
    this.#name = name;
    this.ready = new Promise((resolve, reject) => this.#open.set(0, { resolve, reject }));
  }

  /** Gets the code: a script that says the text of the worker. */
  load() {
    const script = document.createElement("script");
    const take = ({ detail: { name, code } }) => {
      if (name !== this.#name) return;
      removeEventListener("code", take);
      this.#code = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
      this.#start();
    };
    addEventListener("code", take);
    script.addEventListener("error", () => this.#fail(UNLOADED));
    script.src = `${this.#name}.js`;
    document.head.append(script);
  }

  /** Asks for something; `tell` is called with news until the answer is there. A problem is thrown. */
  async ask(order, tell) {
    await this.ready;
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#open.set(id, { resolve, reject, tell });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
      this.#worker.postMessage({ id, ...order });
    });
  }

  /** Ends whatever it is doing. */
  stop() {
    this.#worker.terminate();
    this.#fail(STOPPED);
    this.#start();
  }

  #fail(problem) {
    for (const { reject } of this.#open.values()) reject(problem);
    this.#open.clear();
  }

  #start() {
    this.#worker = new Worker(this.#code, { name: this.#name });
    this.#worker.addEventListener("message", ({ data: { id, answer, news, problem } }) => {
      const asked = this.#open.get(id);
      if (news !== undefined) return asked?.tell?.(news);
      this.#open.delete(id);
      if (problem) asked?.reject(problem);
      else asked?.resolve(answer);
    });
    for (const type of ["error", "messageerror"])
      this.#worker.addEventListener(type, (event) => {
        event.preventDefault();
        this.#fail({ code: "unexpected", message: event.message ?? "" });
      });
  }
}
