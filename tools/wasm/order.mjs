// The order of a module's functions: what is called most comes first, as its index then takes one
// byte in each call.
//
// The others stay in the order of their folders; in a folder those of one type come together, of
// these those of one file, and the shorter ones first. So the module compresses best, 1.5 KB better
// than in the order of the sources; by how often functions are called (Binaryen's
// reorder-functions) it is not a byte shorter, and compresses worse by 2 KB.
import {
  EXPORT_KIND, Reader, SECTION, exportSection, functionNames, namesSection, putSection, readBodies,
  readElements, readExports,
  readFunctionTypes, readImports, u32, unnamed, vector, elementSection, writeBodies,
} from "./binary.mjs";
import { CALL, visitBody, withCalls } from "./code.mjs";

/** Indices below it take one byte. */
const ONE_BYTE = 128;

/** The module with its functions in a new order. sections: with the functions' names */
export function mostCalledFirst(sections) {
  const names = functionNames(sections);
  const imports = readImports(sections).length, bodies = readBodies(sections),
    types = readFunctionTypes(sections);
  const calls = bodies.map(() => 0);
  for (const body of bodies) {
    visitBody(body, (op, r) => {
      if (op !== CALL) return;
      const f = new Reader(body, r.at).u32();
      if (f >= imports) calls[f - imports]++;
    });
  }
  const own = [...bodies.keys()];
  const first = new Set(own.toSorted((a, b) => calls[b] - calls[a]).slice(0, ONE_BYTE - imports));
  const folder = numbered(own, (i) => names.get(imports + i).split("/").slice(0, 2).join("/"));
  const file = numbered(own, (i) => names.get(imports + i).replace(/\/[^/]*$/, ""));
  const order =
    [...own.filter((i) => first.has(i)), ...own.filter((i) => !first.has(i)).sort((a, b) =>
    folder(a) - folder(b) || types[a] - types[b] || file(a) - file(b)
      || bodies[a].length - bodies[b].length)];
  const indices = new Map(order.map((old, now) => [imports + old, imports + now]));
  return arranged(sections, order, (f) => indices.get(f) ?? f);
}
/** The module with just the functions of `order`, in that order; now: index -> the new index of it
 *  or its like. */
export function arranged(sections, order, now) {
  const bodies = readBodies(sections), types = readFunctionTypes(sections),
    imports = readImports(sections).length;
  let out =
    putSection(sections, SECTION.code, writeBodies(order.map((i) => withCalls(bodies[i], now))));
  out = putSection(out, SECTION.function, Uint8Array.from(vector(order.map((i) => u32(types[i])))));
  out = putSection(out, SECTION.export, exportSection(readExports(out).map((e) =>
    (e.kind === EXPORT_KIND.function ? { ...e, index: now(e.index) } : e))));
  out = putSection(out, SECTION.element,
    elementSection(readElements(out).map((e) => ({ ...e, functions: e.functions.map(now) }))));
  const names = functionNames(sections);
  return [...unnamed(out),
    namesSection(new Map(order.map((old, i) => [imports + i, names.get(imports + old)])))];
}
/** A function that gives each of `all` the number of its `key`, by where that is met first. */
function numbered(all, key) {
  const numbers = new Map();
  for (const i of all) if (!numbers.has(key(i))) numbers.set(key(i), numbers.size);
  return (i) => numbers.get(key(i));
}
