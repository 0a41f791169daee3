// Twins: copies of small functions for callers where size counts more than speed.
//
// Binaryen decides what to inline by looking at the function that is called. Where callers are of
// two kinds, each kind gets its own copy to call; a copy that both would keep is made one again
// afterwards (duplicate-function-elimination).
import {
  Reader, SECTION, functionNames, namesSection, putSection, readBodies, readFunctionTypes,
  readImports, u32, vector, writeBodies,
} from "./binary.mjs";
import { CALL, LOOP, visitBody, withCalls } from "./code.mjs";

/** Largest body that a constant argument makes smaller than a call. Unit: bytes. */
const TINY = 13;

/**
 * The module with twins, and with new names for its functions.
 * @param {object[]} sections
 * @param {object} how
 * @param {(name: string, body: Uint8Array) => boolean} how.wantsTwin
 * @param {(name: string, called: string) => boolean} how.callsTwin whether a function calls the
 *   twin of another, where there is one. Twins do.
 * @param {(name: string, isTwin: boolean) => string} how.rename
 */
export function addTwins(sections, { wantsTwin, callsTwin, rename }) {
  const imports = readImports(sections).length;
  const names = functionNames(sections);
  const bodies = readBodies(sections);
  const types = readFunctionTypes(sections);
  const originals =
    bodies.flatMap((body, i) => (wantsTwin(names.get(imports + i), body) ? [i] : []));
  const twins = new Map(originals.map((i, nth) => [imports + i, imports + bodies.length + nth]));
  // Given a constant, what is left of a tiny function is smaller than its call.
  const shrinks =
    new Set(originals.filter((i) => bodies[i].length <= TINY && !has(CALL, bodies[i])).map((i) =>
      imports + i));
  const toTwins = (body, isFor) =>
    withCalls(body, (f, lastIsConstant) =>
      ((lastIsConstant && shrinks.has(f)) || !isFor(names.get(f)) ? undefined : twins.get(f)));
  const all = [
    ...bodies.map((body, i) =>
      toTwins(body, (called) => callsTwin(names.get(imports + i), called))),
    ...originals.map((i) => toTwins(bodies[i], () => true)),
  ];
  const allNames = new Map([...names].map(([index, name]) => [index, rename(name, false)]));
  for (const [index, twin] of twins) allNames.set(twin, rename(names.get(index), true));
  let out = putSection(sections, SECTION.code, writeBodies(all));
  out = putSection(out, SECTION.function,
    Uint8Array.from(vector([...types, ...originals.map((i) => types[i])].map(u32))));
  return [...out.filter((s) => s.id !== SECTION.custom), namesSection(allNames)];
}

/** The module without calls of twins whose originals are still there: keyOf(name) is the same for
 *  both. */
export function withoutNeedlessTwins(sections, keyOf, isTwin) {
  const names = functionNames(sections), originals = new Map(), instead = new Map();
  for (const [index, name] of names) if (!isTwin(name)) originals.set(keyOf(name), index);
  for (const [index, name] of names)
    if (isTwin(name)) instead.set(index, originals.get(keyOf(name)));
  return putSection(sections, SECTION.code,
    writeBodies(readBodies(sections).map((body) => withCalls(body, (f) => instead.get(f)))));
}

/** The names of the functions that the function `name` calls. */
export function calledBy(sections, name) {
  const names = functionNames(sections), imports = readImports(sections).length;
  const [index] = [...names].find(([, n]) => n === name);
  const called = [];
  visitBody(readBodies(sections)[index - imports], (op, r) => {
    if (op === CALL) called.push(names.get(new Reader(r.bytes, r.at).u32()));
  });
  return called;
}
export const hasLoop = (body) => has(LOOP, body);
function has(instruction, body) {
  let found = false;
  visitBody(body, (op) => { found ||= op === instruction; });
  return found;
}
