// One line of input from a terminal, with editing, history and completion.
//
// Keys: arrows, Home, End, Del, Backspace; Ctrl-A/E/B/F/N/P/K/U/W/Y/D, Alt-B/F/D/Backspace, Tab;
// Ctrl-L clears the screen. On an empty line Ctrl-A, B, C, D and E are handed to the caller: they
// are commands of the prompt.
import type { History } from "./history.js";
import { type TerminalInput, writeText } from "./terminal.js";

export interface EditorOptions {
  /** What the line begins with. */
  prefill?: string;
  /** Completes the text before the cursor: what to insert, and what to list if there are several
   *  ways. */
  complete?: (before: string) => Promise<{ insert: string; list: string[] }>;
}
/** A line, or a control character (such as "\x04") that ended the input instead. */
export interface EditorResult { line?: string; control?: string }

const CONTROL_A = "\x01", CONTROL_B = "\x02", CONTROL_C = "\x03", CONTROL_D = "\x04",
  CONTROL_E = "\x05";

export class LineEditor {
  #input: TerminalInput;
  #history: History;
  #killed = "";
  #keys: string[] = [];
  #decoder = new TextDecoder();
  // the line being edited
  #prompt = "";
  #text: string[] = [];
  #cursor = 0;
  /** Row of the cursor below the prompt's, as last drawn. */
  #row = 0;

  constructor(input: TerminalInput, history: History) {
    this.#input = input;
    this.#history = history;
  }

  /** Reads a line. The terminal is in raw mode meanwhile. */
  async read(prompt: string, options: EditorOptions = {}): Promise<EditorResult> {
    process.stdin.setRawMode(true);
    try {
      return await this.#edit(prompt, options);
    } finally {
      process.stdin.setRawMode(false);
      const left = this.#keys.join("");
      this.#keys = [];
      if (left !== "") this.#input.unread(new TextEncoder().encode(left));
    }
  }
  /** Reads keys until Ctrl-D (the text) or Ctrl-C (undefined), showing them with `prompt` before
   *  each line. */
  async paste(prompt: string): Promise<string | undefined> {
    process.stdin.setRawMode(true);
    try {
      let text = "";
      writeText(1, prompt);
      while (true) {
        const key = await this.#key();
        if (key === CONTROL_C || key === undefined) return undefined;
        if (key === CONTROL_D) return text;
        if (key === "\r" || key === "\n") { text += "\n"; writeText(1, `\r\n${prompt}`); }
        else if (key === "\x7f" || key === "\b") {
          if (text !== "" && !text.endsWith("\n")) {
            text = [...text].slice(0, -1).join("");
            writeText(1, "\b \b");
          }
        } else if (key >= " " || key === "\t") { text += key; writeText(1, key); }
      }
    } finally {
      process.stdin.setRawMode(false);
    }
  }

  async #edit(prompt: string, { prefill = "", complete }: EditorOptions): Promise<EditorResult> {
    this.#prompt = prompt;
    this.#text = [...prefill];
    this.#cursor = this.#text.length;
    this.#row = 0;
    let back = 0;
    let typed = "";
    if (width(prompt) + width(prefill) < columns()) writeText(1, prompt + prefill);
    else this.#draw();
    const recall = (steps: number) => {
      const to = back + steps;
      if (to < 0 || to > this.#history.length) return;
      if (back === 0) typed = this.#text.join("");
      back = to;
      this.#replace(0, this.#text.length, back === 0 ? typed : this.#history.at(back));
    };
    while (true) {
      const key = await this.#key();
      if (key === undefined) return { control: CONTROL_D };
      if (this.#text.length === 0 && [CONTROL_A, CONTROL_B, CONTROL_D, CONTROL_E].includes(key)) {
        return { control: key };
      }
      switch (key) {
        case CONTROL_C: this.#end(); return { control: key };
        case "\r": case "\n": {
          this.#end();
          const line = this.#text.join("");
          this.#history.add(line);
          return { line };
        }
        case "\t": await this.#complete(complete); break;
        case "\x1b[A": case "\x1bOA": case "\x10": recall(1); break;
        case "\x1b[B": case "\x1bOB": case "\x0e": recall(-1); break;
        case "\x1b[C": case "\x1bOC": case "\x06": this.#move(this.#cursor + 1); break;
        case "\x1b[D": case "\x1bOD": case CONTROL_B: this.#move(this.#cursor - 1); break;
        case "\x1b[H": case "\x1bOH": case "\x1b[1~": case "\x1b[7~": case CONTROL_A:
          this.#move(0);
          break;
        case "\x1b[F": case "\x1bOF": case "\x1b[4~": case "\x1b[8~": case CONTROL_E:
          this.#move(this.#text.length);
          break;
        case "\x1b[3~": case CONTROL_D: this.#replace(this.#cursor, this.#cursor + 1, ""); break;
        case "\x7f": case "\b": this.#backspace(); break;
        case "\x0b": this.#kill(this.#cursor, this.#text.length); break;
        case "\x15": this.#kill(0, this.#cursor); break;
        case "\x17": case "\x1b\x7f": this.#kill(this.#wordLeft(), this.#cursor); break;
        case "\x1bd": this.#kill(this.#cursor, this.#wordRight()); break;
        case "\x1bb": case "\x1b[1;5D": this.#move(this.#wordLeft()); break;
        case "\x1bf": case "\x1b[1;5C": this.#move(this.#wordRight()); break;
        case "\x19": this.#insert(this.#killed); break;
        case "\x0c": writeText(1, "\x1b[H\x1b[2J"); this.#row = 0; this.#draw(); break;
        default: if (key >= " " && key !== "\x7f" && !key.startsWith("\x1b")) this.#insert(key);
      }
    }
  }

  /** The next key: a character, or an escape sequence as a whole. undefined at the end of input. */
  async #key(): Promise<string | undefined> {
    while (this.#keys.length === 0) {
      const bytes = await this.#input.next();
      if (!bytes) return undefined;
      const text = this.#decoder.decode(bytes, { stream: true });
      this.#keys.push(...(text.match(/\x1b\[[\d;]*[A-Za-z~]|\x1bO[A-Z]|\x1b[^[O]|\r\n|[\s\S]/gu)
        ?? []));
    }
    return this.#keys.shift();
  }

  #insert(text: string): void { this.#replace(this.#cursor, this.#cursor, text); }
  /** At the end of a line that takes one row, only what changes is written: also where no terminal
   *  looks at it. */
  #replace(from: number, to: number, text: string): void {
    const chars = [...text], before = width(this.#text), gone = width(this.#text.slice(from, to));
    const atEnd = to === this.#text.length && this.#cursor === to;
    this.#text.splice(from, to - from, ...chars);
    this.#cursor = from + chars.length;
    const most = width(this.#prompt) + Math.max(before, width(this.#text));
    if (atEnd && this.#row === 0 && most < columns()) {
      writeText(1, "\b".repeat(gone) + (gone > 0 ? "\x1b[K" : "") + text);
    } else {
      this.#draw();
    }
  }
  #kill(from: number, to: number): void {
    if (from < to) this.#killed = this.#text.slice(from, to).join("");
    this.#replace(from, to, "");
  }
  /** In leading blanks up to four at once: one step of indentation. */
  #backspace(): void {
    if (this.#cursor === 0) return;
    const before = this.#text.slice(0, this.#cursor).join("");
    const count = /^(?: {4})+$/.test(before) ? 4 : 1;
    this.#replace(this.#cursor - count, this.#cursor, "");
  }
  #move(to: number): void {
    this.#cursor = Math.max(0, Math.min(to, this.#text.length));
    this.#draw();
  }
  #wordLeft(): number {
    let at = this.#cursor;
    while (at > 0 && !isWord(this.#text[at - 1]!)) at--;
    while (at > 0 && isWord(this.#text[at - 1]!)) at--;
    return at;
  }
  #wordRight(): number {
    let at = this.#cursor;
    while (at < this.#text.length && !isWord(this.#text[at]!)) at++;
    while (at < this.#text.length && isWord(this.#text[at]!)) at++;
    return at;
  }
  async #complete(complete: EditorOptions["complete"]): Promise<void> {
    const before = this.#text.slice(0, this.#cursor).join("");
    if (before.trim() === "" || !complete) { this.#insert("    "); return; }
    const { insert, list } = await complete(before);
    if (insert !== "") { this.#insert(insert); return; }
    if (list.length === 0) return;
    this.#end();
    writeText(1, columnsOf(list));
    this.#draw();
  }

  /** Draws prompt and line anew and puts the cursor where it belongs. */
  #draw(): void {
    const across = columns();
    let out = this.#row > 0 ? `\x1b[${this.#row}A` : "";
    out += `\r\x1b[J${this.#prompt}${this.#text.join("")}`;
    const total = width(this.#prompt) + width(this.#text);
    // terminals wait at the last column
    if (total > 0 && total % across === 0) out += "\n\r";
    const at = width(this.#prompt) + width(this.#text.slice(0, this.#cursor));
    const row = Math.floor(at / across), lastRow = Math.floor(total / across);
    if (lastRow > row) out += `\x1b[${lastRow - row}A`;
    out += `\r${at % across > 0 ? `\x1b[${at % across}C` : ""}`;
    this.#row = row;
    writeText(1, out);
  }
  /** Leaves the line: the cursor goes to the beginning of the next. */
  #end(): void {
    this.#cursor = this.#text.length;
    if (this.#row > 0 || width(this.#prompt) + width(this.#text) >= columns()) this.#draw();
    writeText(1, "\r\n");
    this.#row = 0;
  }
}

/** Of the terminal; endless if that does not say. */
const columns = (): number => process.stdout.columns || Infinity;
const isWord = (char: string): boolean => /[\p{L}\p{N}_]/u.test(char);
/** Columns that text takes: wide East Asian characters and emoji two, combining marks none. */
function width(text: string | string[]): number {
  let sum = 0;
  for (const char of text) {
    if (char >= " " && char <= "~") sum += 1;
    else if (/\p{M}/u.test(char)) continue;
    else sum += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(char) ? 2 : 1;
  }
  return sum;
}
/** Names side by side. */
function columnsOf(names: string[]): string {
  const cell = Math.max(...names.map((name) => name.length)) + 2;
  const perRow = Math.max(1, Math.floor((process.stdout.columns || 80) / cell));
  let out = "";
  names.forEach((name, i) => {
    const last = i === names.length - 1 || i % perRow === perRow - 1;
    out += last ? `${name}\r\n` : name.padEnd(cell);
  });
  return out;
}
