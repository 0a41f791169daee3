// The prompt of replInit and replProcessChar: characters in, text out.
import { needsMore, nextIndent } from "../host/repl_input.js";

const CTRL = { a: 1, b: 2, c: 3, d: 4, e: 5, k: 11, n: 14, p: 16, u: 21 } as const;

export interface PromptHost {
  /** Shows text. */
  write(text: string): void;
  /** Runs a whole statement or, `paste`, a program, and shows its result or traceback. */
  run(code: string, paste: boolean): void;
  banner: string;
}

/** A line editor with history, and the rules of MicroPython's friendly prompt. */
export class Prompt {
  readonly #host: PromptHost;
  #statement = "";
  #line = "";
  #cursor = 0;
  #history: string[] = [];
  #recalled = 0;
  /** Characters of an escape sequence that has begun. */
  #escape = "";
  /** Text of paste mode; undefined: not in it. */
  #paste: string | undefined;
  #last = "";

  constructor(host: PromptHost) { this.#host = host; }

  begin(): void {
    this.#host.write(`${this.#host.banner}\n`);
    this.#ask();
  }
  /** Takes a character. True: the user wants to leave. */
  take(code: number): boolean {
    const char = String.fromCharCode(code);
    if (this.#paste !== undefined) return this.#takePaste(code, char);
    if (this.#escape !== "") { this.#takeEscape(char); return false; }
    const empty = this.#statement === "" && this.#line === "";
    const before = this.#last;
    this.#last = char;
    // A line ends with \r, \n, or both.
    if (code === 10 && before === "\r") return false;
    switch (code) {
      case 10: case 13: this.#enter(); break;
      case CTRL.c: this.#host.write("\n"); this.#statement = ""; this.#ask(); break;
      case CTRL.d:
        if (empty)
          { this.#host.write("\n"); return true; } this.#delete(this.#cursor, this.#cursor + 1);
          break;
      case CTRL.e:
        if (empty) {
          this.#paste = "";
          this.#host.write("\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\n=== ");
        }
        else this.#move(this.#line.length);
        break;
      case CTRL.a: this.#move(0); break;
      case CTRL.b: if (empty) { this.#host.write("\n"); this.begin(); }
      else this.#move(this.#cursor - 1); break;
      case CTRL.k: this.#delete(this.#cursor, this.#line.length); break;
      case CTRL.u: this.#delete(0, this.#cursor); break;
      case CTRL.p: this.#recall(-1); break;
      case CTRL.n: this.#recall(1); break;
      case 8: case 127: this.#delete(this.#cursor - 1, this.#cursor); break;
      case 9: this.#insert("    "); break;
      case 27: this.#escape = char; break;
      default: if (code >= 32) this.#insert(char);
    }
    return false;
  }

  #takePaste(code: number, char: string): boolean {
    if (code === CTRL.c || code === CTRL.d) {
      const text = this.#paste!;
      this.#paste = undefined;
      this.#host.write("\n");
      if (code === CTRL.d) this.#host.run(text, true);
      this.#ask();
    } else if (char === "\r" || char === "\n") {
      this.#paste += "\n";
      this.#host.write("\n=== ");
    } else {
      this.#paste += char;
      this.#host.write(char);
    }
    return false;
  }
  #takeEscape(char: string): void {
    this.#escape += char;
    const known: Record<string, () => void> = {
      A: () => this.#recall(-1), B: () => this.#recall(1), C: () => this.#move(this.#cursor + 1),
      D: () => this.#move(this.#cursor - 1),
      H: () => this.#move(0), F: () => this.#move(this.#line.length), "1~": () => this.#move(0),
      "4~": () => this.#move(this.#line.length),
      "3~": () => this.#delete(this.#cursor, this.#cursor + 1),
    };
    const rest = this.#escape.slice(2);
    if (this.#escape.length > 1 && !/^\x1b[[O]/.test(this.#escape)) { this.#escape = ""; return; }
    if (rest === "" || /^\d+$/.test(rest)) return;
    this.#escape = "";
    known[rest]?.();
  }
  #enter(): void {
    this.#host.write("\n");
    const line = this.#line;
    if (line.trim() !== "") this.#history.push(line);
    const code = this.#statement === "" ? line : `${this.#statement}\n${line}`;
    if (code.trim() === "") { this.#statement = ""; this.#ask(); return; }
    if (needsMore(code)) {
      this.#statement = code;
      this.#ask("... ", nextIndent(code));
      return;
    }
    this.#statement = "";
    this.#host.run(code, false);
    this.#ask();
  }
  #ask(prompt = ">>> ", indent = ""): void {
    this.#line = indent;
    this.#cursor = indent.length;
    this.#recalled = this.#history.length;
    this.#host.write(prompt + indent);
  }
  #recall(by: number): void {
    const to = this.#recalled + by;
    if (to < 0 || to > this.#history.length) return;
    this.#recalled = to;
    this.#delete(0, this.#line.length);
    this.#insert(this.#history[to] ?? "");
  }
  #insert(text: string): void {
    const rest = this.#line.slice(this.#cursor);
    this.#line = this.#line.slice(0, this.#cursor) + text + rest;
    this.#cursor += text.length;
    this.#host.write(text + rest + back(rest.length));
  }
  #delete(from: number, to: number): void {
    if (from < 0 || to > this.#line.length || from === to) return;
    this.#move(from);
    const rest = this.#line.slice(to);
    this.#line = this.#line.slice(0, from) + rest;
    this.#host.write(`${rest}\x1b[K${back(rest.length)}`);
  }
  #move(to: number): void {
    if (to < 0 || to > this.#line.length) return;
    this.#host.write(to < this.#cursor ? back(this.#cursor - to)
      : this.#line.slice(this.#cursor, to));
    this.#cursor = to;
  }
}
/** Moves the cursor of the terminal to the left. */
const back = (columns: number): string =>
  (columns === 0 ? "" : columns === 1 ? "\b" : `\x1b[${columns}D`);
