// The terminal: what the program prints, and lines for it to read, edited here.
import { FitAddon } from "@xterm/addon-fit";
import { Terminal as XTerm } from "@xterm/xterm";
import "@xterm/xterm/css/xterm.css";

const DIM = "\x1b[90m", RED = "\x1b[91m", PLAIN = "\x1b[0m";

/** Text that xterm has not yet drawn beyond which the program waits. Unit: characters. */
const BACKLOG = 100_000;

export class Terminal {
  #xterm = new XTerm({ convertEol: true, scrollback: 5000, fontSize: 13, theme: { background: "#111318" }, screenReaderMode: true });
  /** The line that is being typed, and who waits for it. */
  #line = "";
  #asking: ((line: string | null) => void) | undefined;
  #backlog = 0;
  #drained: Array<() => void> = [];
  /** Called when Ctrl+C is typed. */
  onInterrupt: (() => void) | undefined;

  constructor(parent: HTMLElement) {
    const fit = new FitAddon();
    this.#xterm.loadAddon(fit);
    this.#xterm.open(parent);
    new ResizeObserver(() => fit.fit()).observe(parent);
    this.#xterm.onData((data) => this.#type(data));
    // Tab must leave the terminal; Ctrl+C with a selection copies.
    this.#xterm.attachCustomKeyEventHandler((event) => event.key !== "Tab" && !/^F\d/.test(event.key)
      && !(event.ctrlKey && event.key === "c" && this.#xterm.hasSelection()));
  }

  /** Shows what the program prints; the promise says when there is room for more. */
  write(text: string): Promise<void> | undefined {
    this.#backlog += text.length;
    this.#xterm.write(text, () => {
      this.#backlog -= text.length;
      if (this.#backlog < BACKLOG / 2) for (const done of this.#drained.splice(0)) done();
    });
    if (this.#backlog < BACKLOG) return undefined;
    return new Promise((done) => { this.#drained.push(done); });
  }
  error(text: string): void { this.#xterm.write(`${RED}${text}${PLAIN}`); }
  note(text: string): void { this.#xterm.write(`${DIM}${text}${PLAIN}\n`); }
  clear(): void { this.#xterm.reset(); }

  /** A line from the keyboard, with its newline; null at the end (Ctrl+D). */
  ask(): Promise<string | null> {
    return new Promise((done) => {
      this.#asking = done;
      this.#xterm.focus();
    });
  }
  /** Nobody waits for a line any more. */
  cancel(): void {
    this.#asking = undefined;
    this.#line = "";
  }

  #type(data: string): void {
    // What is pasted may hold several lines.
    for (const key of data.startsWith("\x1b") ? [] : data) {
      if (key === "\x03") { this.#xterm.write("^C\n"); this.#line = ""; this.onInterrupt?.(); continue; }
      if (!this.#asking) continue;
      if (key === "\r" || key === "\n") { this.#xterm.write("\n"); this.#give(`${this.#line}\n`); }
      else if (key === "\x04") { if (this.#line === "") this.#give(null); }
      else if (key === "\x7f" || key === "\b") this.#erase();
      else if (key >= " ") { this.#line += key; this.#xterm.write(key); }
    }
  }
  #erase(): void {
    const characters = [...this.#line];
    if (characters.pop() === undefined) return;
    this.#line = characters.join("");
    this.#xterm.write("\b \b");
  }
  #give(line: string | null): void {
    const done = this.#asking;
    this.cancel();
    done?.(line);
  }
}
