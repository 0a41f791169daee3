// The engines that can be compared, and how to start each.
//
// An engine is asked for by a name or by name@path, so that two builds of one engine can be
// compared (`--engines krait,krait@/other/dist/index.js`). An engine in a process of its own has
// a command and a driver in Python; one that lives in Node has a module with open() and
// version().
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as krait from "./krait.mjs";
import * as npm from "./npm.mjs";

const driver = (name) => fileURLToPath(new URL(`../drivers/${name}`, import.meta.url));
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Where a native MicroPython is, if the environment says so. */
export const MICROPYTHON_VARIABLE = "KRAIT_BENCH_MICROPYTHON";

/**
 * Heaps that MicroPython is given, the next one if a program runs out of memory in the one
 * before. It is at its best in small ones: its allocator searches from the start of the heap. Its
 * default is 2 MB.
 */
const HEAPS = [[], ["-X", "heapsize=16m"], ["-X", "heapsize=128m"]];

/** What `command` prints, or undefined if it can't be started. */
function ask(command, args) {
  try {
    const options = { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };
    return execFileSync(command, args, options).trim();
  } catch {
    return undefined;
  }
}

/** An engine with an executable that runs driver.py. `attempts`: options before the file. */
function nativeEngine(name, executable, version, attempts) {
  return {
    name,
    version,
    attempts: attempts.length,
    /** The command that measures a program. `attempt` counts up after a MemoryError. */
    program: (args, attempt) => [executable, [...attempts[attempt], driver("driver.py"), ...args]],
    /** The command that runs operations of benchmarks/growth/. */
    growth: (args) => [executable, [...attempts.at(-1), ...args]],
    /** The command that prints hi. */
    hello: () => [executable, ["-c", "print('hi')"]],
    warm: undefined,
  };
}

/** An engine that lives in a Node process. */
function nodeEngine(name, file, version, path) {
  const command = (script, args) => [process.execPath, [driver(script), here(file), path, ...args]];
  return {
    name,
    version,
    attempts: 1,
    program: (args) => command("driver.mjs", args),
    growth: (args) => command("growth.mjs", args),
    hello: () => command("hello.mjs", ["0"]),
    /** The command that prints hi `count` more times from one process. */
    warm: (count) => command("hello.mjs", [String(count)]),
  };
}

const makers = {
  krait: (name, path) => {
    const file = path && resolve(path);
    return nodeEngine(name, "krait.mjs", krait.version(file), file);
  },
  cpython: (name, path) => {
    // Asked for the true executable: what stands in the path may be a script that looks for it.
    const executable = ask(path || "python3", ["-c", "import sys; print(sys.executable)"]);
    const version = executable && `C${ask(executable, ["--version"])}`;
    return nativeEngine(name, executable, version, [[]]);
  },
  micropython: (name, path) => {
    const executable = path || process.env[MICROPYTHON_VARIABLE];
    const version = executable && ask(executable, ["-c", "import sys; print(sys.version)"]);
    return nativeEngine(name, executable, version && version.replace(/^[^;]*; /, ""), HEAPS);
  },
  npm: (name, path) => {
    const file = path && resolve(path);
    return nodeEngine(name, "npm.mjs", npm.version(file), file);
  },
};

/** Names that can be asked for, in the order in which results are shown. */
export const ENGINE_NAMES = Object.keys(makers);

/** The engine `spec` ("name" or "name@path"). Its version is undefined if it is not to be had. */
export function engineNamed(spec) {
  const at = spec.indexOf("@");
  const name = at < 0 ? spec : spec.slice(0, at);
  if (!Object.hasOwn(makers, name)) {
    throw new Error(`no engine called ${name}; there are ${ENGINE_NAMES.join(", ")}`);
  }
  return makers[name](spec, at < 0 ? "" : spec.slice(at + 1));
}
