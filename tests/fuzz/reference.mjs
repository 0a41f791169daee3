// CPython and Krait as two ways to run a list of programs: each answers with the list of what they
// printed. What does not end in time is null.
import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

/** Time for one program of Krait. Unit: ms. */
const PATIENCE = 20_000;
/** Lists that one process of CPython runs: it keeps what programs leave. */
const PER_PROCESS = 20;

export const hasReference = () => spawnSync("python3", ["--version"]).status === 0;

/** The python3 in the path. */
export class Reference {
  #process; #answers; #asked = 0;
  /** @param {string[]} texts @returns {Promise<(string | null)[]>} */
  async run(texts) {
    if (this.#asked++ % PER_PROCESS === 0) this.#start();
    this.#process.stdin.write(`${JSON.stringify(texts)}\n`);
    const { value, done } = await this.#answers.next();
    if (done) throw new Error("python3 ended without an answer");
    return JSON.parse(value);
  }
  end() { this.#process?.stdin.end(); }
  #start() {
    this.end();
    this.#process = spawn("python3", [fileURLToPath(new URL("reference.py", import.meta.url))], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, PYTHONHASHSEED: "0", PYTHONIOENCODING: "utf-8" },
    });
    this.#answers = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }
}

/** Krait in a worker, so that a program that hangs is found. */
export class Subject {
  #worker;
  /** @param {boolean} [alone]  each program in an instance of its own; otherwise some share one. */
  run(texts, alone = false) {
    this.#worker ??= new Worker(new URL("reference-worker.mjs", import.meta.url));
    const worker = this.#worker, answers = [];
    if (texts.length === 0) return Promise.resolve(answers);
    return new Promise((resolve, reject) => {
      let timer;
      const settle = (act) => {
        clearTimeout(timer);
        worker.off("message", take).off("error", broken);
        act();
      };
      const hangs = () => settle(() => {
        this.end();
        this.run(texts.slice(answers.length + 1), alone).then((rest) =>
          resolve([...answers, null, ...rest]), reject);
      });
      const watch = () => { clearTimeout(timer); timer = setTimeout(hangs, PATIENCE); };
      const take = (printed) => {
        answers.push(printed);
        if (answers.length === texts.length) settle(() => resolve(answers));
        else watch();
      };
      const broken = (error) => settle(() => { this.end(); reject(error); });
      worker.on("message", take).on("error", broken);
      worker.postMessage({ texts, alone });
      watch();
    });
  }
  end() { this.#worker?.terminate(); this.#worker = undefined; }
}
