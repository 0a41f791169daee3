// Writing register code: the instruction buffer, the constant pool, jumps to places not yet known.
//
// Module state of the translation that is going on; translator.ts begins and ends it. Buffers are
// raw cells: a translation reaches no safepoint.
import { Value, smallIntNew } from "../core/value";
import { allocRaw, freeRaw, resizeRaw, cellBytes } from "../heap/allocator";
import { Op } from "./ops";
import { CACHE_UNITS, GLOBAL_UNITS, DEPTH_UNKNOWN, WIDE } from "./register_code";

/** A buffer of fixed-size rows. */
@unmanaged export class Rows {
  at: usize;
  count: u32;
  room: u32;
  rowBytes: u32;
}
/** No memory was left for one of the buffers, or a limit of the instruction format was passed. */
export let emitFailed: bool = false;
export function fail(): void { emitFailed = true; }

function rowsBegin(r: Rows, rowBytes: u32): void {
  r.rowBytes = rowBytes;
  r.room = 64;
  r.count = 0;
  r.at = allocRaw(<usize>rowBytes * 64);
  if (r.at == 0) emitFailed = true;
}
/** Address of a new row, 0 if there is no memory. */
export function rowsAdd(r: Rows): usize {
  if (r.count == r.room) {
    const at = r.at == 0 ? 0 : resizeRaw(r.at, <usize>r.room * r.rowBytes,
      <usize>r.room * 2 * r.rowBytes);
    if (at == 0) { emitFailed = true; return 0; }
    r.at = at;
    r.room <<= 1;
  }
  const at = r.at + <usize>r.count * r.rowBytes;
  r.count++;
  return at;
}
/** Gives the buffer's cell away. */
function rowsEnd(r: Rows): void { freeRaw(r.at); r.at = 0; }

export const code = changetype<Rows>(memory.data(16, 8));
export const constants = changetype<Rows>(memory.data(16, 8));
/** Caches: rows of 2 u32: name, units. */
export const caches = changetype<Rows>(memory.data(16, 8));
/** Jumps to be patched: instruction, bytecode offset. */
export const fixups = changetype<Rows>(memory.data(16, 8));
/** Cache operands to be patched: instruction, cache number. */
export const cacheUses = changetype<Rows>(memory.data(16, 8));
/** Lines: instruction, line. */
export const lines = changetype<Rows>(memory.data(16, 8));
/** For each instruction the depth of the value stack and of exception blocks
 *  (RegisterCode.depths). */
export const depths = changetype<Rows>(memory.data(16, 8));
/** Notes both for the instructions emitted since the last time. */
export function noteDepth(depth: u32, levels: u32): void {
  while (depths.count < code.count) {
    const at = rowsAdd(depths);
    if (at == 0) return;
    store<u16>(at, <u16>(min(depth, DEPTH_UNKNOWN) | min(levels, DEPTH_UNKNOWN) << 8));
  }
}
/** The code is large: jumps may be too far for 16 bits, and caches too far for their operands. */
export let large: bool = false;
/** Global caches are shared by name: number of the cache + 1 by a small direct-mapped table. */
let globalCacheFirst: u32 = 0;

export function emitBegin(isLarge: bool): void {
  emitFailed = false;
  large = isLarge;
  rowsBegin(code, 8);
  rowsBegin(constants, 8);
  rowsBegin(caches, 8);
  rowsBegin(fixups, 8);
  rowsBegin(cacheUses, 8);
  rowsBegin(lines, 8);
  rowsBegin(depths, 2);
  lastResult = -1;
}
export function emitEnd(): void {
  rowsEnd(code); rowsEnd(constants); rowsEnd(caches); rowsEnd(fixups); rowsEnd(cacheUses);
  rowsEnd(lines);
  rowsEnd(depths);
}

/** Index of the instruction whose result register may still be changed, -1: none; and the
 *  register's field. */
export let lastResult: i32 = -1;
export let lastField: u32 = 0;
export function forgetResult(): void { lastResult = -1; }

/** Appends an instruction; returns its index. A b or c above 16 bits is a constant: registers and
 *  counts are less. */
export function emit(op: i32, a: u32, b: u32, c: u32): u32 {
  const i = code.count, at = rowsAdd(code);
  lastResult = -1;
  if (at == 0) return 0;
  store<u16>(at, <u16>op);
  store<u16>(at, <u16>a, 2);
  store<u16>(at, <u16>b, 4);
  store<u16>(at, <u16>c, 6);
  const high = (b | c) >> 16;
  if (high != 0) {
    store<u16>(at, <u16>(op | WIDE));
    emit(Op.PoolHigh, 0, high, 0);
  }
  return i;
}
/** The same for an instruction whose result register, in field `field` (byte offset), may be
 *  changed by a store that follows at once. */
export function emitResult(op: i32, a: u32, b: u32, c: u32, field: u32): u32 {
  const i = emit(op, a, b, c);
  lastResult = <i32>i;
  lastField = field;
  return i;
}
/** Says that instruction `i`, the last one, has its result register in `field`. */
export function noteResult(i: u32, field: u32): void { lastResult = <i32>i; lastField = field; }
/** Changes the register that the last instruction writes. */
export function redirectResult(register: u32): void {
  store<u16>(code.at + (<usize>lastResult << 3) + lastField, <u16>register);
  lastResult = -1;
}
export function resultRegister(): u32 {
  return load<u16>(code.at + (<usize>lastResult << 3) + lastField);
}

/** If the item that the last instruction, a ForIter, takes goes nowhere but to UnpackSequence,
 *  which follows: ForPair. */
export function fusePair(): void {
  const at = code.at + (<usize>code.count - 1 << 3);
  if (lastResult + 1 == code.count && load<u16>(at) == <u16>Op.ForIter)
    store<u16>(at, <u16>Op.ForPair);
}

/** Number of a constant; equal words near the end of the table are shared. */
export function constantOf(v: Value): u32 {
  const n = constants.count;
  const from = n > 32 ? n - 32 : 0;
  for (let i = from; i < n; i++) if (load<u64>(constants.at + (<usize>i << 3)) == v) return i;
  const at = rowsAdd(constants);
  if (at != 0) store<u64>(at, v);
  return n;
}
/** Number of a new attribute cache for this name (address of an interned str). */
export function attributeCache(name: usize): u32 { return newCache(name, CACHE_UNITS); }
/** Number of the cache of a global name: one for all uses nearby. */
export function globalCache(name: usize): u32 {
  const n = caches.count;
  const from = n > 64 ? n - 64 : 0;
  for (let i = from; i < n; i++) {
    const at = caches.at + (<usize>i << 3);
    if (load<u32>(at) == <u32>name && load<u32>(at, 4) == GLOBAL_UNITS) return i;
  }
  return newCache(name, GLOBAL_UNITS);
}
function newCache(name: usize, units: u32): u32 {
  const at = rowsAdd(caches);
  if (at == 0) return 0;
  store<u32>(at, <u32>name);
  store<u32>(at, units, 4);
  return caches.count - 1;
}
/** Remembers that field c of instruction `i`, the last one, names cache `cache`. Where caches lie
 *  is known at the end. */
export function useCache(i: u32, cache: u32): void {
  const at = rowsAdd(cacheUses);
  if (at == 0) return;
  if (large) emit(Op.PoolHigh, 0, 0, 0);
  store<u32>(at, i);
  store<u32>(at, cache, 4);
}
/** a = constant. */
export function emitLoadConst(register: u32, constant: u32): void {
  emitResult(Op.LoadConst, register, constant & 0xffff, constant >> 16, 2);
}
/** a = small int. */
export function emitLoadInt(register: u32, n: i64): void {
  if (n >= -32768 && n <= 32767) emitResult(Op.LoadInt, register, <u32>(<u16>n), 0, 2);
  else emitLoadConst(register, constantOf(smallIntNew(n)));
}

function fixup(i: u32, target: u32): void {
  const at = rowsAdd(fixups);
  if (at == 0) return;
  store<u32>(at, i);
  store<u32>(at, target, 4);
}
/** An unconditional jump to a bytecode offset. */
export function emitJump(target: u32): void { fixup(emit(Op.Jump, 0, 0, 0), target); }
/** A jump to an instruction that is set later by patchJump. */
export function emitJumpOpen(): u32 { return emit(Op.Jump, 0, 0, 0); }
/** Lets the jump at instruction `i` go to the next instruction to be emitted. */
export function patchJump(i: u32): void { setJump(i, code.count); }
function setJump(i: u32, to: u32): void {
  store<i32>(code.at + (<usize>i << 3), <i32>to - <i32>i - 1, 4);
}
/** A conditional jump (offset in field c) to a bytecode offset. `extra`: words that belong to the
 *  instruction. */
export function emitCondJump(op: i32, a: u32, b: u32, target: u32): u32 {
  if (large) {
    const i = emit(op, a, b, 1);
    emit(Op.Jump, 0, 1, 0);
    emitJump(target);
    return i;
  }
  const i = emit(op, a, b, 0);
  fixup(i, target);
  return i;
}
/** Fills in all jumps: `targets` holds, by bytecode offset, the instruction index (u32). */
export function resolveJumps(targets: usize): void {
  for (let k: u32 = 0; k < fixups.count; k++) {
    const row = fixups.at + (<usize>k << 3);
    const i = load<u32>(row), to = load<u32>(targets + (<usize>load<u32>(row, 4) << 2));
    const at = code.at + (<usize>i << 3);
    const op = load<u16>(at);
    if (op == <u16>Op.Jump) { setJump(i, to); continue; }
    const offset = <i32>to - <i32>i - 1;
    if (offset < -32768 || offset > 32767) { emitFailed = true; return; }
    store<u16>(at, <u16>offset, 6);
  }
}
