// The instructions of a function's body as a list, with what each does to the stack: for passes
// over finished code (tools/wasm/*.mjs), which change instructions in place and write the body
// again.
import { Reader, SECTION, TYPE, readBodies, readFunctionTypes, u32, signed } from "./binary.mjs";

export const OP = {
  unreachable: 0x00, nop: 0x01, block: 0x02, loop: 0x03, if: 0x04,
  else: 0x05, end: 0x0b, br: 0x0c, brIf: 0x0d, brTable: 0x0e,
  return: 0x0f, call: 0x10, callIndirect: 0x11, drop: 0x1a, select: 0x1b, localGet: 0x20,
  localSet: 0x21, localTee: 0x22,
  globalGet: 0x23, globalSet: 0x24, i32Store: 0x36, i64Store: 0x37, i32Const: 0x41, i64Const: 0x42,
  f32Const: 0x43,
  f64Const: 0x44, i32Eqz: 0x45, i32Ne: 0x47, i64Eqz: 0x50, i64Ne: 0x52, prefixed: 0xfc,
};
/** The type of a block without a result. */
export const NO_RESULT = 0x40;

/** The module's functions: { params, result } by index, imports first; result: undefined or a
 *  TYPE. */
export function signatures(sections) {
  const types = readTypes(sections);
  const imported = [];
  const r = new Reader(sections.find((s) => s.id === SECTION.import)?.bytes ?? Uint8Array.of(0));
  for (let left = r.u32(); left > 0; left--) {
    r.text();
    r.text();
    r.byte();
    imported.push(types[r.u32()]);
  }
  return [...imported, ...readFunctionTypes(sections).map((t) => types[t])];
}
/** The module's function types: [{ params, result }]. */
export function readTypes(sections) {
  const r = new Reader(sections.find((s) => s.id === SECTION.type).bytes);
  return Array.from({ length: r.u32() }, () => {
    r.byte();
    const params = [...r.take(r.u32())], results = [...r.take(r.u32())];
    if (results.length > 1) throw new Error("a function with several results");
    return { params, result: results[0] };
  });
}

/** The functions of a module: [{ signature, locals, code }]; locals: TYPEs, parameters first; code:
 *  instructions, the last one the body's end. */
export function readFunctions(sections) {
  const all = signatures(sections), bodies = readBodies(sections),
    imports = all.length - bodies.length;
  return bodies.map((body, i) => {
    const r = new Reader(body), signature = all[imports + i], locals = [...signature.params];
    for (let groups = r.u32(); groups > 0; groups--) {
      const n = r.u32(), type = r.byte();
      for (let k = 0; k < n; k++) locals.push(type);
    }
    const code = [];
    while (!r.done()) code.push(readInstruction(r));
    return { signature, locals, code };
  });
}

/**
 * One instruction: { op, n, bytes }. n: what follows the opcode: an index, an offset, a number of
 * levels, a block's type; a constant as BigInt (floats: their bits); bytes: all of it, undefined
 * where a pass has made it.
 */
function readInstruction(r) {
  const from = r.at, op = r.byte();
  let n = 0, align = 0;
  if (op >= 0x28 && op <= 0x3e) { align = r.u32(); n = r.u32(); }
  else if (op >= OP.block && op <= OP.if) n = r.byte();
  else if (op === OP.br || op === OP.brIf || op === OP.call || (op >= 0x20 && op <= 0x24))
    n = r.u32();
  else if (op === OP.i32Const || op === OP.i64Const) n = r.signed();
  else if (op === OP.f64Const) n = bits(r.take(8));
  else if (op === OP.f32Const) n = bits(r.take(4));
  else if (op === OP.brTable) n = Array.from({ length: r.u32() + 1 }, () => r.u32());
  else if (op === OP.callIndirect) { n = r.u32(); r.u32(); }
  else if (op === 0x3f || op === 0x40) r.u32();
  else if (op === OP.prefixed) {
    n = r.u32();
    if (n === 8 || n === 10) { r.u32(); r.u32(); } else if (n === 9 || n === 11) r.u32();
    else if (n > 11) throw new Error(`instruction 0xfc ${n}`);
  } else if (op > 0xc4 || (op > 0x1b && op < 0x20))
    throw new Error(`instruction 0x${op.toString(16)}`);
  return { op, n, align, bytes: r.bytes.subarray(from, r.at) };
}
const bits = (bytes) => bytes.reduceRight((sum, b) => (sum << 8n) | BigInt(b), 0n);

/** An instruction made anew. */
export const instruction = (op, n) => ({ op, n, align: 0, bytes: Uint8Array.from(encoded(op, n)) });
export const access = (op, align, offset) =>
  ({ op, n: offset, align, bytes: Uint8Array.from([op, ...u32(align), ...u32(offset)]) });
function encoded(op, n) {
  if (op >= OP.block && op <= OP.if) return [op, n];
  if (op === OP.br || op === OP.brIf || op === OP.call || (op >= 0x20 && op <= 0x24))
    return [op, ...u32(n)];
  if (op === OP.i32Const || op === OP.i64Const) return [op, ...signed(BigInt(n))];
  if (op === OP.brTable) return [op, ...u32(n.length - 1), ...n.flatMap(u32)];
  if (n !== undefined) throw new Error(`instruction 0x${op.toString(16)} is not made anew`);
  return [op];
}

/** The bytes of a function's body. */
export function bodyBytes({ signature, locals, code }) {
  const groups = [];
  for (const type of locals.slice(signature.params.length)) {
    if (groups.at(-1)?.[1] === type) groups.at(-1)[0]++; else groups.push([1, type]);
  }
  return Buffer
    .concat([Uint8Array
    .from([...u32(groups.length), ...groups.flatMap(([n, type]) => [...u32(n), type])]),
    ...code.map((i) => i.bytes)]);
}

/** What an instruction takes from the stack. Blocks take nothing, `if` and `br_if` their
 *  condition. */
export function takes({ op, n }, all, types) {
  if (op === OP.call) return all[n].params.length;
  if (op === OP.callIndirect) return types[n].params.length + 1;
  if (op === OP.prefixed) return n < 8 ? 1 : n === 9 ? 0 : 3;
  if (op === OP.select) return 3;
  if ([OP.if, OP.brIf, OP.brTable, OP.drop, OP.localSet, OP.localTee, OP.globalSet,
    0x40].includes(op)) return 1;
  if (op < 0x28 || op === 0x3f || (op >= 0x41 && op <= 0x44)) return 0;
  if (op <= 0x35) return 1;
  if (op <= 0x3e) return 2;
  return isUnary(op) ? 1 : 2;
}
const isUnary = (op) => op === 0x45 || op === 0x50 || (op >= 0x67 && op <= 0x69)
  || (op >= 0x79 && op <= 0x7b)
  || (op >= 0x8b && op <= 0x91) || (op >= 0x99 && op <= 0x9f) || op >= 0xa7;
/** The type an instruction leaves on the stack; undefined: nothing, or not before the block's end;
 *  0: that of its first operand. */
export function gives({ op, n }, { locals, all, types, globals }) {
  if (op === OP.select) return 0;
  if (op === OP.call) return all[n].result;
  if (op === OP.callIndirect) return types[n].result;
  if (op === OP.localGet || op === OP.localTee) return locals[n];
  if (op === OP.globalGet) return globals[n].type;
  if (op >= 0x28 && op <= 0x35) return RESULTS_OF_LOADS[op - 0x28];
  if (op === 0x3f || op === 0x40 || op === OP.i32Const) return TYPE.i32;
  if (op === OP.i64Const) return TYPE.i64;
  if (op === OP.f32Const) return TYPE.f32;
  if (op === OP.f64Const) return TYPE.f64;
  if (op >= 0x45) {
    if (op === OP.prefixed) return n < 4 ? TYPE.i32 : n < 8 ? TYPE.i64 : undefined;
    if (op <= 0x66) return TYPE.i32;
    if (op <= 0x78) return TYPE.i32;
    if (op <= 0x8a) return TYPE.i64;
    if (op <= 0x98) return TYPE.f32;
    if (op <= 0xa6) return TYPE.f64;
    return [TYPE.i32, TYPE.i32, TYPE.i32, TYPE.i32, TYPE.i32, TYPE.i64, TYPE.i64, TYPE.i64,
      TYPE.i64, TYPE.i64, TYPE.i64,
      TYPE.f32, TYPE.f32, TYPE.f32, TYPE.f32, TYPE.f32, TYPE.f64, TYPE.f64, TYPE.f64, TYPE.f64,
      TYPE.f64,
      TYPE.i32, TYPE.i64, TYPE.f32, TYPE.f64, TYPE.i32, TYPE.i32, TYPE.i64, TYPE.i64,
      TYPE.i64][op - 0xa7];
  }
  return undefined;
}
const { i32, i64, f32, f64 } = TYPE;
const RESULTS_OF_LOADS = [i32, i64, f32, f64, i32, i32, i32, i32, i64, i64, i64, i64, i64, i64];
