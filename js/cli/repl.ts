// The interactive prompt.
import { join } from "node:path";
import { MODE } from "../host/core.js";
import { PythonError } from "../host/errors.js";
import type { Krait } from "../host/krait.js";
import { version } from "../host/version.js";
import { complete } from "./completion.js";
import { reportEnd } from "./ending.js";
import { History } from "./history.js";
import { LineEditor } from "./line_editor.js";
import { needsMore, nextIndent } from "../host/repl_input.js";
import { startSource } from "./start.js";
import { type TerminalInput, writeText } from "./terminal.js";

const PASTE_BANNER = "\r\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n";

/** Reads and runs statements until the end of input or SystemExit. Returns the exit code. */
export async function repl(python: Krait, input: TerminalInput): Promise<number> {
  writeText(1,
    `MicroPython v1.22.0 on Krait ${version}; WebAssembly [Node.js ${process.versions.node}] version\n`
    + "Use Ctrl-D to exit, Ctrl-E for paste mode\n");
  const reader = process.stdin.isTTY ? terminalReader(python, input) : lineReader(input);
  try {
    while (true) {
      const source = await reader.statement();
      if (source === undefined) return 0;
      if (source.trim() === "") continue;
      const code = await run(python, source);
      if (code !== undefined) return code;
    }
  } finally {
    reader.close();
  }
}

/** Runs one statement. Returns the exit code if it wants to leave. */
async function run(python: Krait, source: string): Promise<number | undefined> {
  try {
    const bytes = new TextEncoder().encode(source);
    await python.begin((core) => startSource(core, bytes, "<stdin>", MODE.single, 0)).run();
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    return reportEnd(error);
  }
  return undefined;
}

interface Reader {
  /** The next whole statement; undefined at the end. */
  statement(): Promise<string | undefined>;
  close(): void;
}

function terminalReader(python: Krait, input: TerminalInput): Reader {
  const home = process.env["HOME"];
  const history = new History(home ? join(home, ".krait.history") : undefined);
  const editor = new LineEditor(input, history);
  const completer = (before: string) => complete(python, before);
  return {
    async statement() {
      let text = "";
      let prompt = ">>> ";
      while (true) {
        const prefill = text === "" ? "" : nextIndent(text);
        const { line, control } = await editor.read(prompt, { prefill, complete: completer });
        if (control === "\x04" && text === "") { writeText(1, "\r\n"); return undefined; }
        if (control === "\x05" && text === "") {
          writeText(1, PASTE_BANNER);
          const pasted = await editor.paste("=== ");
          writeText(1, "\r\n");
          return pasted ?? "";
        }
        if (control !== undefined) { if (control === "\x03") return ""; continue; }
        // A line of blanks only is the automatic indentation: it ends the statement.
        text += (text === "" ? "" : "\n") + (line!.trim() === "" && text !== "" ? "" : line!);
        if (!needsMore(text)) return text;
        prompt = "... ";
      }
    },
    close() { history.save(); },
  };
}

/** Statements from what is no terminal: prompts are printed, nothing is edited. */
function lineReader(input: TerminalInput): Reader {
  const decoder = new TextDecoder();
  let left = "";
  let ended = false;
  const readLine = async (): Promise<string | undefined> => {
    while (!left.includes("\n") && !ended) {
      const chunk = await input.next();
      if (chunk) left += decoder.decode(chunk, { stream: true }); else ended = true;
    }
    if (left === "") return undefined;
    const end = left.indexOf("\n");
    const line = end < 0 ? left : left.slice(0, end);
    left = end < 0 ? "" : left.slice(end + 1);
    return line;
  };
  return {
    async statement() {
      let text = "";
      writeText(1, ">>> ");
      for (let line = await readLine(); ; line = await readLine()) {
        if (line === undefined) {
          writeText(1, "\n");
          return text === "" ? undefined : `${text}\n`;
        }
        text += (text === "" ? "" : "\n") + line;
        if (!needsMore(text)) return text;
        writeText(1, "... ");
      }
    },
    close() {},
  };
}
