// The worker's side: a Krait that another thread drives. Programs run in slices, so that messages
// (an interrupt, an answer) are heard while Python loops.
import { isPyProxy } from "../border/proxy.js";
import { KraitError, LoadError } from "../host/errors.js";
import type { Krait } from "../host/krait.js";
import type { LoadOptions } from "../host/options.js";
import type { ModuleShape, PageCalls, WorkerCalls } from "./calls.js";
import { type Calls, type Port, Remote } from "./remote.js";

/** Serves one page. `load` is that of the entry for this host. */
export function serve(port: Port, load: (options: LoadOptions) => Promise<Krait>): void {
  let python: Krait | undefined;
  const runs = new Map<number, AbortController>();
  const loaded = (): Krait => {
    if (!python) throw new KraitError("nothing is loaded");
    return python;
  };
  const mine = {
    load: async ({ input, modules, ...options }) => {
      if (python) throw new LoadError("this worker has its Python already");
      // The page answers when its sink has taken the output: a program that prints faster waits.
      python = await load({
        ...options,
        stdout: { bytes: (chunk) => page.call("output", 1, chunk) },
        stderr: { bytes: (chunk) => page.call("output", 2, chunk) },
        ...(modules
          && { modules: modulesOf(modules,
            (path, args) => page.call("host", path, args.map(posted))) }),
        ...(input && { stdin: () => page.call("input") }),
      });
    },
    run: async (run, code, options) => {
      const task = loaded().start(code, { topLevelAwait: true, ...options });
      const abort = new AbortController();
      runs.set(run, abort);
      try {
        return posted(await task.run({ ...options, signal: abort.signal }));
      } finally {
        runs.delete(run);
        // out of fuel: the page has nothing to go on with
        task.abandon();
        await loaded().flush();
      }
    },
    abort: (run) => { runs.get(run)?.abort(); },
    interrupt: () => { loaded().interrupt(); },
    snapshot: () => loaded().snapshot(),
    readFile: (path) => {
      const contents = loaded().files!.readFile(path);
      if (!contents) throw new KraitError(`no file ${path}`);
      return contents;
    },
    writeFile: (path, contents) => { loaded().files!.writeFile(path, contents); },
  } satisfies { [K in keyof WorkerCalls]: (...args: Parameters<WorkerCalls[K]>) => unknown };
  const page = new Remote<PageCalls>(port, mine as Calls);
}

/** The page's modules as the worker's Python sees them. */
function modulesOf(
  shapes: Record<string, ModuleShape>, call: (path: string[], args: unknown[]) => Promise<unknown>,
): Record<string, object> {
  const made = ({ data, functions, inner }: ModuleShape, path: string[]): object => ({
    ...data,
    ...Object
      .fromEntries(functions.map((name) =>
        [name, (...args: unknown[]) => call([...path, name], args)])),
    ...Object.fromEntries(Object.entries(inner).map(([name, shape]) =>
      [name, made(shape, [...path, name])])),
  });
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) =>
    [name, made(shape, [name])]));
}

/** A value as it can be posted: containers are copied, other objects are their repr. */
function posted(value: unknown): unknown {
  if (!isPyProxy(value))
    return typeof value === "function" || typeof value === "symbol" ? String(value) : value;
  const copy: unknown = value.toJs({ dicts: "map" });
  if (copy !== value) return withoutProxies(copy);
  const text = value.repr();
  value.dispose();
  return text;
}
/** The same of a copy's parts. done: what has been begun, for cycles. */
function withoutProxies(value: unknown, done = new Map<unknown, unknown>()): unknown {
  if (isPyProxy(value)) return value.repr();
  const known = done.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    done.set(value, list);
    for (const item of value) list.push(withoutProxies(item, done));
    return list;
  }
  if (value instanceof Set) {
    const set = new Set<unknown>();
    done.set(value, set);
    for (const item of value) set.add(withoutProxies(item, done));
    return set;
  }
  if (value instanceof Map) {
    const map = new Map<unknown, unknown>();
    done.set(value, map);
    for (const [key, item] of value) map.set(withoutProxies(key, done), withoutProxies(item, done));
    return map;
  }
  return value;
}
