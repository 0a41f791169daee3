// krait/micropython: the API of MicroPython's WebAssembly port (ports/webassembly, api.js), over
// Krait's own. Behaviour: docs.micropython.org and the published package
// @micropython/micropython-webassembly-pyscript.
import { proxied } from "../border/proxy.js";
import { MODE, passTexts } from "../host/core.js";
import { PythonError } from "../host/errors.js";
import type { Krait } from "../host/krait.js";
import { make } from "../host/load.js";
import { micropythonVersion } from "../host/version.js";
import { Files } from "./files.js";
import { Prompt } from "./prompt.js";
import { MicroPythonStyle, PyProxy } from "./style.js";

export interface MicroPythonOptions {
  /** Stack for Python calls. Unit: 4 bytes. Default: as much as Krait has. */
  pystack?: number;
  /** Heap that the instance begins with. Unit: bytes. It grows, as upstream's does, up to 1 GiB. */
  heapsize?: number;
  /** Where the core is. Default: `krait.wasm` of this package. */
  url?: string | URL;
  /** The code of the next character of standard input; null: there is none. */
  stdin?: () => number | null;
  /** Take a line of output, without its end; with `linebuffer: false` an array of one byte.
   *  Default: the console. */
  stdout?: (output: never) => void;
  stderr?: (output: never) => void;
  linebuffer?: boolean;
}

const HEAP_LIMIT = 1 << 30;
const FILE = "<stdin>";
/** Runs what asyncio has to do, until nothing is left that goes on by itself. */
const BACKGROUND = "import asyncio\nasyncio.core._run_background()";

/** The interpreter that loadMicroPython gives. */
export class MicroPython {
  readonly FS: Files;
  readonly PyProxy = PyProxy;
  readonly globals: {
    __dict__: unknown;
    get(key: unknown): unknown;
    set(key: unknown, value: unknown): void;
    delete(key: unknown): void;
  };
  /** Krait's own interface to the same instance. */
  readonly krait: Krait;
  /** Has asyncio tasks that nobody runs? */
  #due: (() => unknown) | undefined;
  /** The background run of asyncio's loop. */
  #running = false;
  #prompt: Prompt | undefined;
  #write: (text: string) => void;

  /** @internal */
  constructor(module: WebAssembly.Module, options: MicroPythonOptions) {
    const { linebuffer = true, pystack, stdin } = options;
    const stdout = output(options.stdout as ((line: unknown) => void) | undefined, linebuffer,
      (line) => console.log(line));
    const stderr = output(options.stderr as ((line: unknown) => void) | undefined, linebuffer,
      (line) => console.error(line));
    this.#write = (text) => stdout(new TextEncoder().encode(text));
    const style = new MicroPythonStyle(() => this.#drive());
    this.krait = make(module, {
      heapLimit: Math.max(options.heapsize ?? 0, HEAP_LIMIT),
      ...pystack !== undefined
        && { stackLimit: Math.min(Math.max(pystack * 4, 16 << 10), 1 << 20) },
      stdout: { bytes: stdout },
      stderr: { bytes: stderr },
      ...stdin && { stdin: characters(stdin) },
      js: true,
    }, { waits: false, style });
    this.FS = new Files(this.krait.files!);
    // Functions for what properties of proxies cannot say.
    const lookUp = uncounted(this.krait.run(TOOLS, { globals: {}, filename: "<krait>" }));
    const tools = (name: string): ((...args: unknown[]) => unknown) => uncounted(lookUp(name));
    const main = this.krait.pyimport("__main__") as unknown;
    const dict = tools("namespace")(main);
    const [get, set, remove] = [tools("get"), tools("put"), tools("remove")];
    this.#due = tools("due");
    this.globals = {
      __dict__: dict,
      get: (key) => get(dict, key),
      set: (key, value) => { set(dict, key, value); },
      delete: (key) => { remove(dict, key); },
    };
    style.counting = true;
  }

  /** Runs a program. Gives null. @throws {PythonError} with the whole traceback as its message */
  runPython(code: string): null {
    try {
      this.krait.run(plain(code), { filename: FILE });
    } finally {
      this.#drive();
    }
    return null;
  }
  /** Runs a program in which `await` may stand outside of functions. */
  async runPythonAsync(code: string): Promise<null> {
    try {
      await this.krait.runAsync(plain(code), { filename: FILE });
    } finally {
      this.#drive();
    }
    return null;
  }
  /** Makes an object a module that Python can import. */
  registerJsModule(name: string, module: object): void { this.krait.defineModule(name, module); }
  pyimport(name: string): unknown { return this.krait.pyimport(name); }

  /** Begins a prompt: banner and `>>> ` go to stdout. */
  replInit(): void {
    this.#prompt = new Prompt({
      write: this.#write,
      run: (code, paste) => this.#typed(code, paste),
      banner: `MicroPython v${micropythonVersion}; krait\nType "help()" for more information.`,
    });
    this.#prompt.begin();
  }
  /** Takes a character of the prompt. True: the user wants to leave (Ctrl-D). */
  replProcessChar(code: number): boolean {
    if (!this.#prompt) this.replInit();
    const leave = this.#prompt!.take(code);
    this.#drive();
    return leave;
  }
  /** The same. */
  async replProcessCharWithAsyncify(code: number): Promise<boolean> {
    return this.replProcessChar(code);
  }

  #typed(code: string, paste: boolean): void {
    try {
      this.krait.begin((core) => {
        const [at, bytes, name, nameBytes] = passTexts(core, code, FILE) as [number, number, number,
          number];
        return core.start(at, bytes, name, nameBytes, paste ? MODE.exec : MODE.single, 0);
      }).runHere({});
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      this.#write(error.formatted);
    }
  }
  /** Lets tasks of asyncio go on by the host's timers, if there are any and nobody runs the
   *  loop. */
  #drive(): void {
    if (this.#running || !this.#due?.()) return;
    this.#running = true;
    const run = this.krait.start(BACKGROUND, { globals: {}, filename: "<asyncio>" }).run();
    void run.catch((error: unknown) => {
      if (error instanceof PythonError) console.error(error.formatted); else throw error;
    }).finally(() => { this.#running = false; });
  }
}

const TOOLS = `
import sys
def due():
    m = sys.modules.get("asyncio")
    return m is not None and m._is_due()
def namespace(m):
    return m.__dict__
def get(d, k):
    return d.get(k)
def put(d, k, v):
    d[k] = v
def remove(d, k):
    del d[k]
tools = {"namespace": namespace, "due": due, "get": get, "put": put, "remove": remove}
tools.get
`;

/** Calls a Python function without the style's notice of it. */
function uncounted(f: unknown): (...args: unknown[]) => unknown {
  const handler = proxied(f)!;
  return (...args) => handler.call(args);
}
/** Programs may be indented as a whole, as they often are in a template string. */
function plain(code: string): string {
  const first = /^(?:[ \t]*\n)*([ \t]+)\S/.exec(code);
  if (!first) return code;
  const indent = first[1]!;
  const lines = code.split("\n");
  if (lines.some((line) => line.trim() !== "" && !line.startsWith(indent))) return code;
  return lines.map((line) => line.slice(indent.length)).join("\n");
}
/** A sink of bytes that gives lines, or single bytes. */
function output(sink: ((output: unknown) => void) | undefined, lines: boolean,
    otherwise: (line: string) => void): (chunk: Uint8Array) => void {
  if (sink && !lines) return (chunk) => { for (const byte of chunk) sink(Uint8Array.of(byte)); };
  const decoder = new TextDecoder();
  let rest = "";
  return (chunk) => {
    const text = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = text.pop()!;
    for (const line of text) (sink ?? otherwise as (line: unknown) => void)(line);
  };
}
/** Input by characters: what is there at once; nothing at all is the end. */
function characters(next: () => number | null): () => Uint8Array | null {
  return () => {
    const bytes: number[] = [];
    for (let code = next(); code !== null && code !== undefined; code = next()) {
      bytes.push(...new TextEncoder().encode(String.fromCodePoint(code)));
      if (code === 10 || code === 13) break;
    }
    return bytes.length === 0 ? null : Uint8Array.from(bytes);
  };
}

/** For loadMicroPython of an entry. @internal */
export function makeMicroPython(module: WebAssembly.Module,
    options: MicroPythonOptions): MicroPython {
  return new MicroPython(module, options);
}
