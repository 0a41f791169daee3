// The command `krait`. Behaves as MicroPython's Unix port does (docs/differences.md lists where
// not).
import * as fs from "node:fs";
import { dirname, join, resolve } from "node:path";
import { ERRNO, normalize } from "../fs/filesystem.js";
import { MountedFileSystem } from "../fs/mounts.js";
import { NodeDirectory } from "../fs/node.js";
import { type CoreExports, MODE, START } from "../host/core.js";
import { KraitError, LoadError, PythonError } from "../host/errors.js";
import { PENDING } from "../host/imports.js";
import { Krait } from "../host/krait.js";
import { type HostParts, blockHere, configure, instantiate, setLimits,
  zoneOffset } from "../host/instance.js";
import type { LoadOptions } from "../host/options.js";
import { version } from "../host/version.js";
import { isTerminal } from "./built_in.js";
import { reportEnd } from "./ending.js";
import { ffi } from "./ffi.js";
import { type Options, USAGE, UsageError, parseOptions } from "./options.js";
import { InterruptWatch } from "./sigint.js";
import { startSource } from "./start.js";
import { TerminalInput, writeAll, writeText } from "./terminal.js";

const HEAP_LIMIT = 64 << 20;
/** Folders of sys.path where MICROPYPATH is not set. */
const DEFAULT_PATH = ".frozen:~/.micropython/lib:/usr/lib/micropython";

/** Calls what sys.atexit was given. */
const AT_EXIT = "__import__('sys').atexit(None)()";
/** What -v tells at the end. Its own listing would be in the way. */
const MEMORY_USED = "__import__('micropython').mem_info()";

/** A program has been begun: what was needed for that is compiled now (bin/krait.js). */
export const ran = (): boolean => begun;
let begun = false;

/** Runs the command. core: being compiled. Returns the exit code. */
export async function main(argv: string[], core: Promise<WebAssembly.Module>): Promise<number> {
  let options: Options;
  try {
    options = parseOptions(argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    writeText(2, `${error.message}\n`);
    return 1;
  }
  if (options.help) { writeText(1, USAGE); return 0; }
  if (options.version) { writeText(1, `Krait ${version}\n`); return 0; }

  const input = new TerminalInput();
  let source: Uint8Array | undefined;
  const { program } = options;
  if (program.kind === "file") {
    try {
      source = fs.readFileSync(program.path);
    } catch (error) {
      return cannotOpen(program.path, error as NodeJS.ErrnoException);
    }
  }
  const surroundings = lookAround(options);                 // while the core is being compiled
  if (typeof surroundings === "number") return surroundings;
  const python = open(await core, surroundings, options, input);
  begun = true;
  if (typeof python === "number") return python;

  const prompt = program.kind === "default" && (options.interactive || process.stdin.isTTY);
  let code = 0;
  if (program.kind === "module") {
    const found = findModule(program.name, searchPath());
    if (!found) {
      writeText(2, `ImportError: no module named '${program.name}'\n`);
      return 1;
    }
    source = fs.readFileSync(found.file);
    python.setGlobal("__file__", found.file);
    python.setGlobal("__package__", found.parent);
    if (found.parent !== "")
      code = await finish(python,
        asProgram(`__import__(${JSON.stringify(found.parent)})`, "<stdin>"));
    if (code === 0) code = await finish(python, asProgram(source, found.file));
  } else if (!prompt) {
    if (program.kind === "command") source = new TextEncoder().encode(program.text);
    source ??= await input.all();
    const name = program.kind === "file" ? program.path : "<stdin>";
    if (program.kind === "file") python.setGlobal("__file__", name);
    code = await finish(python, asProgram(source, name), options.compileOnly);
  }
  if (prompt || options.interactive || python.core.lastWishes() & 2) {
    const { repl } = await import("./repl.js");
    code = await repl(python, input);
  }
  // What sys.atexit was given is called even after an error; the exit code remains.
  if (python.core.lastWishes() & 1) {
    const atExit = await finish(python, asProgram(AT_EXIT, "<atexit>"));
    if (code === 0) code = atExit;
  }
  python.core.finalize();
  if (options.verbose > 0) {
    python.core.setVerbose(0);
    await finish(python, asProgram(MEMORY_USED, "<stdin>"));
  }
  return code;
}

function cannotOpen(path: string, error: NodeJS.ErrnoException): number {
  const number = ERRNO[error.code as keyof typeof ERRNO] ?? ERRNO.EIO;
  const text = error.code === "ENOENT" ? "No such file or directory" : error.code === "EISDIR"
    ? "Is a directory" : error.message.replace(/^\w+: (.*?),.*/, "$1");
  writeText(2, `krait: can't open file '${path}': [Errno ${number}] ${text}\n`);
  return 2;
}

/** Starts a source text as a program. */
const asProgram = (source: string | Uint8Array, name: string) => (core: CoreExports): number =>
  startSource(core, source, name, MODE.exec, typeof source === "string" ? 0 : START.bytes);

/** The file that -m runs: a module's, or a package's __main__.py; and the package it is in. */
function findModule(name: string, folders: string[]): { file: string; parent: string } | undefined {
  const path = name.replaceAll(".", "/");
  for (const folder of ["", ...folders]) {
    for (const suffix of [".py", ".mpy"]) {
      const asPackage = resolve(folder, path, `__main__${suffix}`),
        asModule = resolve(folder, path + suffix);
      if (fs.existsSync(asPackage)) return { file: asPackage, parent: name };
      if (fs.existsSync(asModule))
        return { file: asModule, parent: name.split(".").slice(0, -1).join(".") };
    }
  }
  return undefined;
}

/** Runs to the end and reports what was not caught. Returns the exit code. */
async function finish(python: Krait, start: (core: CoreExports) => number,
    compileOnly = false): Promise<number> {
  // A program that waits without a time limit, for an event that only Ctrl-C can bring, keeps the
  // process alive. Not before the program waits: the first timer of a process takes a millisecond.
  let alive: NodeJS.Timeout | undefined;
  const starting = setImmediate(() => { alive = setInterval(() => {}, 1 << 30); });
  try {
    const task = python.begin(start);
    if (!compileOnly) await task.run();
    return 0;
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    return reportEnd(error) ?? 1;
  } finally {
    clearImmediate(starting);
    clearInterval(alive);
  }
}

/** What can be had without the core: the folders that the program sees, and what it finds in
 *  `sys`. */
interface Surroundings { files: MountedFileSystem; settings: Omit<LoadOptions, "wasm"> }

/** A number: the exit code of a failure. */
function lookAround(options: Options): Surroundings | number {
  const files = new MountedFileSystem();
  const mountFolder = (host: string, guest: string, readOnly = false): string | undefined => {
    try {
      files.mount(normalize(guest), new NodeDirectory(host), { readOnly });
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  };
  const cwd = process.cwd();
  const folders = searchPath();
  for (const entry of folders) {
    if (entry !== "" && !entry.startsWith(".frozen"))
      mountFolder(resolve(entry), resolve(entry), true);
  }
  let first = "";
  if (options.program.kind === "file") {
    first = dirname(fs.realpathSync(options.program.path));
    mountFolder(first, first);
  }
  mountFolder(cwd, cwd);
  for (const { host, guest, readOnly } of options.mounts) {
    const error = mountFolder(resolve(host), guest === "" ? resolve(host) : guest, readOnly);
    if (error) { writeText(2, `krait: --mount ${host}: ${error}\n`); return 1; }
  }
  return { files, settings: {
    heapLimit: options.heapLimit ?? HEAP_LIMIT,
    args: options.args,
    path: [first, ...folders],
    env: process.env as Record<string, string>,
    directory: cwd,
    isatty: { stdin: isTerminal(0), stdout: isTerminal(1), stderr: isTerminal(2) },
  } };
}

/** Makes the instance with the process's streams and clock. A number: the exit code of a
 *  failure. */
function open(
  core: WebAssembly.Module, { files, settings }: Surroundings, options: Options,
  input: TerminalInput,
): Krait | number {
  const started = process.cpuUsage();
  const host: HostParts = {
    write: (stream, bytes) => writeAll(stream, bytes),
    read: (into) => {
      const count = input.read(into);
      return count < 0 ? PENDING : count;
    },
    now: () => (performance.timeOrigin + performance.now()) / 1000,
    ticks: () => performance.now(),
    processTicks: () => {
      const used = process.cpuUsage(started);
      return (used.user + used.system) / 1000;
    },
    zoneOffset,
    block: (ms) => { blockHere(ms); return interrupted(); },
    random: (into) => { crypto.getRandomValues(into); },
    files,
  };
  let python: Krait;
  const watch = new InterruptWatch(() => {
    if (python.core.keyboardInterrupts()) python.interrupt();
  });
  const interrupted = () => watch.interrupted() && !!python.core.keyboardInterrupts();
  try {
    const instance = instantiate(core, host, { input: () => input.waiting },
      { ...settings, shouldInterrupt: interrupted }, { ffi });
    configure(instance.core, settings);
    setLimits(instance.core, settings);
    python = new Krait(instance.engine, undefined, () => {
      throw new KraitError("the command takes no snapshots");
    });
  } catch (error) {
    if (!(error instanceof LoadError)) throw error;
    writeText(2, `krait: ${error.message}\n`);
    return 1;
  }
  python.core.setOptLevel(options.optimisation);
  python.core.setVerbose(options.verbose);
  return python;
}

/** sys.path behind its first entry. */
function searchPath(): string[] {
  const text = process.env["MICROPYPATH"] ?? DEFAULT_PATH;
  const home = process.env["HOME"] ?? "";
  return text.split(":").map((entry) =>
    (entry.startsWith("~/") ? join(home, entry.slice(2)) : entry));
}
