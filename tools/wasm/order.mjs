// The order of a module's functions: what is called most comes first, as its index then takes one byte in each call.
//
// All others stay in the order of their sources, where like stands by like: sorted by calls (Binaryen's reorder-functions)
// they are not a byte shorter, and compress worse, by 2 KB.
import {
  EXPORT_KIND, Reader, SECTION, exportSection, functionNames, namesSection, putSection, readBodies, readElements, readExports,
  readFunctionTypes, readImports, u32, vector, elementSection, writeBodies,
} from "./binary.mjs";
import { CALL, visitBody, withCalls } from "./code.mjs";

/** Indices below it take one byte. */
const ONE_BYTE = 128;

/** The module with its functions in a new order. */
export function mostCalledFirst(sections) {
  const imports = readImports(sections).length, bodies = readBodies(sections), types = readFunctionTypes(sections);
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
  const order = [...own.filter((i) => first.has(i)), ...own.filter((i) => !first.has(i))];
  const indices = new Map(order.map((old, now) => [imports + old, imports + now]));
  const now = (f) => indices.get(f) ?? f;
  let out = putSection(sections, SECTION.code, writeBodies(order.map((i) => withCalls(bodies[i], now))));
  out = putSection(out, SECTION.function, Uint8Array.from(vector(order.map((i) => u32(types[i])))));
  out = putSection(out, SECTION.export, exportSection(readExports(out).map((e) =>
    (e.kind === EXPORT_KIND.function ? { ...e, index: now(e.index) } : e))));
  out = putSection(out, SECTION.element, elementSection(readElements(out).map((e) => ({ ...e, functions: e.functions.map(now) }))));
  const names = new Map([...functionNames(out)].map(([f, name]) => [now(f), name]));
  out = out.filter((s) => s.id !== SECTION.custom);
  return names.size > 0 ? [...out, namesSection(names)] : out;
}
