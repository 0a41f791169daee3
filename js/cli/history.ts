// Lines typed before, kept in a file.
import * as fs from "node:fs";

/** Lines kept. */
const LIMIT = 500;

export class History {
  #lines: string[] = [];
  #file: string | undefined;

  /** @param file  where to keep the lines; undefined: nowhere */
  constructor(file: string | undefined) {
    this.#file = file;
    try {
      if (file)
        this.#lines = fs.readFileSync(file, "utf8").split("\n").filter(Boolean).slice(-LIMIT);
    } catch { /* none yet */ }
  }
  get length(): number { return this.#lines.length; }
  /** The line `back` steps ago, from 1. */
  at(back: number): string { return this.#lines[this.#lines.length - back]!; }
  add(line: string): void {
    if (line.trim() === "" || line === this.#lines.at(-1)) return;
    this.#lines.push(line);
    if (this.#lines.length > LIMIT) this.#lines.shift();
  }
  save(): void {
    if (!this.#file || this.#lines.length === 0) return;
    try { fs.writeFileSync(this.#file, `${this.#lines.join("\n")}\n`, { mode: 0o600 });
    } catch { /* no place */ }
  }
}
