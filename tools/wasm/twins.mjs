// Twins: copies of small functions for callers where size counts more than speed.
//
// Binaryen decides what to inline by looking at the function that is called. Where callers are of two kinds, each kind gets
// its own copy to call; a copy that both would keep is made one again afterwards (duplicate-function-elimination).
import { Reader, SECTION, functionNames, namesSection, putSection, readImports, u32, vector } from "./binary.mjs";
import { I32_CONST, I64_CONST, visitBody } from "./code.mjs";

const CALL = 0x10, LOOP = 0x03;
/** Largest body that a constant argument makes smaller than a call. Unit: bytes. */
const TINY = 13;

/**
 * The module with twins, and with new names for its functions.
 * @param {object[]} sections
 * @param {object} how
 * @param {(name: string, body: Uint8Array) => boolean} how.wantsTwin
 * @param {(name: string) => boolean} how.callsTwins  functions that call twins where there are any. Twins do.
 * @param {(name: string, isTwin: boolean) => string} how.rename
 */
export function addTwins(sections, { wantsTwin, callsTwins, rename }) {
  const imports = readImports(sections).length;
  const names = functionNames(sections);
  const bodies = readBodies(sections);
  const types = entries(sections, SECTION.function, (r) => r.u32());
  const originals = bodies.flatMap((body, i) => (wantsTwin(names.get(imports + i), body) ? [i] : []));
  const twins = new Map(originals.map((i, nth) => [imports + i, imports + bodies.length + nth]));
  // Given a constant, what is left of a tiny function is smaller than its call.
  const shrinks = new Set(originals.filter((i) => bodies[i].length <= TINY && !has(CALL, bodies[i])).map((i) => imports + i));
  const toTwins = (body) => withCalls(body, (f, lastIsConstant) => (lastIsConstant && shrinks.has(f) ? undefined : twins.get(f)));
  const all = [
    ...bodies.map((body, i) => (callsTwins(names.get(imports + i)) ? toTwins(body) : body)),
    ...originals.map((i) => toTwins(bodies[i])),
  ];
  const allNames = new Map([...names].map(([index, name]) => [index, rename(name, false)]));
  for (const [index, twin] of twins) allNames.set(twin, rename(names.get(index), true));
  let out = putSection(sections, SECTION.code, Buffer.concat([Uint8Array.from(u32(all.length)),
    ...all.flatMap((body) => [Uint8Array.from(u32(body.length)), body])]));
  out = putSection(out, SECTION.function, Uint8Array.from(vector([...types, ...originals.map((i) => types[i])].map(u32))));
  return [...out.filter((s) => s.id !== SECTION.custom), namesSection(allNames)];
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

const readBodies = (sections) => entries(sections, SECTION.code, (r) => r.take(r.u32()));
function entries(sections, id, read) {
  const r = new Reader(sections.find((s) => s.id === id).bytes);
  return Array.from({ length: r.u32() }, () => read(r));
}

/** A body that calls others: newCallee(index, whether the last argument is a constant) gives an index or undefined. */
function withCalls(body, newCallee) {
  const parts = [];
  let copied = 0, before = 0;
  visitBody(body, (op, r) => {
    const lastIsConstant = before === I32_CONST || before === I64_CONST;
    before = op;
    if (op !== CALL) return;
    const after = new Reader(body, r.at), callee = newCallee(after.u32(), lastIsConstant);
    if (callee === undefined) return;
    parts.push(body.subarray(copied, r.at), Uint8Array.from(u32(callee)));
    copied = after.at;
  });
  return Buffer.concat([...parts, body.subarray(copied)]);
}
