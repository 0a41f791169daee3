// JavaScript objects that Python holds, in a snapshot: each by its number and the path at which it
// is found again.
//
// A path begins at a module (of the option `modules`, or `js`) and goes on by the names of members:
// `db`, `db.query`, `config.servers.0`. An object that no path leads to cannot be kept, unless only
// garbage of Python's refers to it.
import { SnapshotError } from "../host/errors.js";
import { type SavedPart, part } from "../host/part.js";
import type { Border } from "./border.js";
import { HostModule } from "./modules.js";

interface SavedObject {
  number: number;
  flags: number;
  /** Name of the module; absent: nobody will ask for the object any more. */
  module?: string;
  /** Names of members on the way from there; absent: the module itself. */
  members?: string[];
}
interface Path { module: string; members?: string[] }

/** How far paths lead: members of members, and objects looked at in all. */
const DEPTH = 4;
const OBJECTS_MAX = 100_000;
/** The module `js` has most of the host below it: only members of its members. */
const DEPTH_JS = 2;

export function objectsPart(border: Border): SavedPart {
  return part(
    (_, holds) => {
      const held = [...border.objects.entries()];
      const paths = held.length === 0 ? new Map<unknown, Path>() : pathsOf(border);
      return held.map(([object, number]): SavedObject => {
        const path = paths.get(object), flags = border.objects.flags(number);
        if (!path && holds(number)) {
          throw new SnapshotError(
            `Python holds a JavaScript object that no module leads to: ${describe(object)}`);
        }
        return { number, flags, ...path };
      });
    },
    (saved: SavedObject[]) => {
      for (const { number, flags, module, members } of saved) {
        const object = module === undefined ? {} : find(border, module, members);
        if (object === undefined) {
          const name = [module, ...members ?? []].join(".");
          throw new SnapshotError(
            `the snapshot needs ${name} of the host: give it in the option \`modules\``);
        }
        border.objects.put(number, object, flags);
      }
    },
  );
}

/** Roots of paths: modules with submodules, and `js`. */
function* modulesOf(border: Border): Generator<HostModule> {
  const below = function* (module: HostModule): Generator<HostModule> {
    yield module;
    for (const sub of module.submodules.values()) yield* below(sub);
  };
  for (const module of border.modules.values()) yield* below(module);
  if (border.js !== false)
    yield border.js === true ? new HostModule("js", globalThis) : border.chosenJs();
}

/** Where everything is that modules lead to; the shortest path counts. */
function pathsOf(border: Border): Map<unknown, Path> {
  const paths = new Map<unknown, Path>();
  let level: { object: object; path: Path; depth: number }[] = [];
  for (const module of modulesOf(border)) {
    if (!paths.has(module)) paths.set(module, { module: module.name });
    if (module.source)
      level.push({ object: module.source, path: { module: module.name, members: [] },
        depth: module.name === "js" ? DEPTH_JS : DEPTH });
  }
  for (const { object, path } of level) if (!paths.has(object)) paths.set(object, path);
  while (level.length > 0 && paths.size < OBJECTS_MAX) {
    const next: typeof level = [];
    for (const { object, path, depth } of level) {
      if (depth === 0) continue;
      for (const [name, value] of membersOf(object)) {
        if (paths.has(value)) continue;
        const to = { module: path.module, members: [...path.members!, name] };
        paths.set(value, to);
        if (typeof value === "object") next.push({ object: value, path: to, depth: depth - 1 });
      }
    }
    level = next;
  }
  return paths;
}
/** Members that are objects or functions, without calling anything; those of prototypes too. */
function* membersOf(object: object): Generator<[string, object]> {
  for (let at: object | null = object; at !== null && at !== Object.prototype; at =
      Object.getPrototypeOf(at) as object | null) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (value !== null && (typeof value === "object" || typeof value === "function"))
        yield [name, value as object];
    }
  }
}
/** What a path leads to; undefined: nothing. */
function find(border: Border, name: string, members: string[] | undefined): unknown {
  const module = name === "js" && border.js !== false
    ? [...modulesOf(border)].find((m) => m.name === "js") : border.modules.find(name);
  if (!module || !members) return module;
  let at: unknown = module.source;
  for (const member of members) {
    if (at === null || typeof at !== "object") return undefined;
    at = [...membersOf(at)].find(([key]) => key === member)?.[1];
  }
  return at;
}
/** An object's kind, for messages. */
function describe(value: unknown): string {
  if (typeof value === "function") return `function ${value.name || "without a name"}`;
  if (typeof value === "symbol") return String(value);
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  const { constructor } = value as { constructor?: { name?: unknown } };
  return typeof constructor?.name === "string" && constructor.name !== "" ? constructor.name
    : "Object";
}
