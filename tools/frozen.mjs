// The Python that is frozen into the core: assembly/frozen, as it lies in the image
// (assembly/objects/frozen.ts).
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { minify } from "./minify.mjs";

/** What lies in one area, to be expanded together: what is imported together, and some 10 to 20 KB,
 *  since each area costs a few hundred bytes. The first one is needed by most programs (classes),
 *  and others refer to it. The last holds the rest, too. */
const AREAS = [["helpers", "json"], ["asyncio", "heapq", "select"], ["collections"],
  ["collections.abc", "abc"],
  ["functools", "itertools", "bisect"], ["weakref", "seldom", "math", "os", "posixpath", "time"], ["random", "operator"]];
/** Files of functions of native modules (ModuleBuilder.python): each is compiled when it is first
 *  called. */
const FUNCTIONS = ["math", "os", "posixpath", "time"];

/** The files of a folder, made short, by areas: { name, source, fresh, functions }, source in bytes;
 *  fresh: begins an area; functions: one of FUNCTIONS. */
export function frozenModules(folder) {
  const known = AREAS.flat(),
    rest = readdirSync(folder).map((file) => basename(file, ".py")).filter((name) =>
      !known.includes(name));
  return [...known, ...rest].map((name) => {
    const file = `${name}.py`,
      source = Buffer.from(minify(readFileSync(join(folder, file), "utf8"), file));
    const functions = FUNCTIONS.includes(name);
    if (functions) checkFunctions(name, source.toString());
    return { name, source, fresh: AREAS.some(([first]) => first === name), functions };
  });
}

/** Throws unless a file of functions of a native module has nothing but functions, which the
 *  module names, with no defaults but None. */
function checkFunctions(name, source) {
  const module = readFileSync(new URL(`../assembly/modules/${name}.ts`, import.meta.url), "utf8");
  const named = [...module.matchAll(/m\.python\("(\w+)"\)/g)].map(([, f]) => f);
  const defined = source.split(/\n(?! )/).filter(Boolean).map((text) => {
    const [, f, parameters] = /^(?:async )?def (\w+)\((.*?)\):/.exec(text) ?? [];
    if (!f || /=(?!None\b)/.test(parameters))
      throw new Error(`frozen/${name}.py: not a function that may be here: ${text.split("\n")[0]}`);
    return f;
  });
  const odd = [...named.filter((f) => !defined.includes(f)), ...defined.filter((f) =>
    !named.includes(f))];
  if (odd.length > 0) throw new Error(`frozen/${name}.py, modules/${name}.ts: only in one: ${odd}`);
}

/** The helpers among frozen modules, made short: name -> text. */
function helpersOf(frozen) {
  const source = frozen.filter(({ name }) => name === "helpers" || name === "seldom").map((file) =>
    file.source).join("");
  return new Map(source.split(/\n(?! )/).filter(Boolean).map((text) => {
    const [, name] = /^(?:async )?def (_\w+)\([^=]*?\):/.exec(text) ?? [];
    if (!name)
      throw new Error(`frozen/helpers.py: not a function without defaults: ${text.split("\n")[0]}`);
    return [name, text];
  }));
}
/** Throws unless each helper can be compiled and used by itself. */
export function checkHelpers(frozen) {
  const helpers = helpersOf(frozen);
  for (const [name, text] of helpers) {
    const used = text.match(/\w+/g).find((word) => word !== name && helpers.has(word));
    if (used) throw new Error(`frozen/helpers.py: ${name} uses ${used}`);
  }
}
/** Names of helpers that natives ask for and that are not there. natives: source text of
 *  assembly/. */
export function missingHelpers(frozen, natives) {
  const helpers = helpersOf(frozen);
  const calls =
    natives.match(
      /\b(?:frozenHelper|callHelper|toHelper|helperResult|argsToHelper|oneToHelper|search|guarded)\([^;]*/g)
        ?? [];
  return calls.flatMap((call) => call.match(/"_\w+"/g) ?? []).map((text) => text.slice(1, -1))
    .filter((name) => !helpers.has(name));
}
