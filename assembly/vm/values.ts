// The translator's picture of the value stack: where each entry is.
//
// Entry i has its own register, stackRegister(i), but need not be there: it may be in a local (a
// load that was not carried out), in another entry's register (after DUP and ROT), or a constant.
// Entries are put into their own registers (settled) where paths meet, and copied before the
// register they lie in is overwritten.
import { Op } from "./ops";
import { emit, emitLoadConst, emitLoadInt, constantOf } from "./emit";
import { smallIntNew } from "../core/value";
import { allocRaw, freeRaw } from "../heap/allocator";

// kinds of entries
/** In register `payload`. */
export const IN_REGISTER: u32 = 0;
/** Constant number `payload`. */
export const CONSTANT: u32 = 1;
/** The small int `payload` (signed 32 bits). */
export const SMALL: u32 = 2;
/** The marker for nothing. */
export const NULL: u32 = 3;
/** Nobody reads it (three of an iterator's four slots). */
export const UNUSED: u32 = 4;

/** Rows of 2 u32: kind, payload. */
let entries: usize = 0;
export let depth: u32 = 0;
/** Register of entry 0. */
let stackBase: u32 = 0;
let scratch: u32 = 0;
/** Entries that lie in a stack register that is not their own; an upper bound. */
let displaced: u32 = 0;

/** room: greatest depth. scratchRegister: free for use while entries are exchanged. */
export function valuesBegin(room: u32, base: u32, scratchRegister: u32): bool {
  entries = allocRaw((<usize>room + 8) << 3);
  depth = 0;
  stackBase = base;
  scratch = scratchRegister;
  displaced = 0;
  return entries != 0;
}
export function valuesEnd(): void { freeRaw(entries); entries = 0; }

@inline export function stackRegister(i: u32): u32 { return stackBase + i; }
@inline export function kindAt(i: u32): u32 { return load<u32>(entries + (<usize>i << 3)); }
@inline export function payloadAt(i: u32): u32 { return load<u32>(entries + (<usize>i << 3), 4); }
function setEntry(i: u32, kind: u32, payload: u32): void {
  store<u64>(entries + (<usize>i << 3), <u64>payload << 32 | kind);
}
/** True if entry i lies in this register. */
function liesIn(i: u32, register: u32): bool {
  return load<u64>(entries + (<usize>i << 3)) == (<u64>register << 32 | IN_REGISTER);
}
/** All entries are in their own registers (a place where paths meet). */
export function resetTo(count: u32): void {
  depth = count;
  displaced = 0;
  for (let i: u32 = 0; i < count; i++) setEntry(i, IN_REGISTER, stackBase + i);
}
export function push(kind: u32, payload: u32): void {
  if (kind == IN_REGISTER && payload >= stackBase && payload != stackBase + depth) displaced++;
  setEntry(depth, kind, payload);
  depth++;
}
/** Pushes an entry that the next instruction writes into its own register, which is returned. */
export function pushOwn(): u32 {
  claim(depth);
  setEntry(depth, IN_REGISTER, stackBase + depth);
  return stackBase + depth++;
}
export function drop(n: u32): void { depth -= n; }
/** Stack registers, from the first on, that may hold something. */
export function reach(): u32 {
  let n = depth;
  if (displaced != 0) {
    for (let i: u32 = 0; i < depth; i++) {
      if (kindAt(i) == IN_REGISTER && payloadAt(i) >= stackBase)
        n = max(n, payloadAt(i) - stackBase + 1);
    }
  }
  return n;
}
/** Makes sure that no other entry lies in entry i's own register. */
export function claim(i: u32): void {
  if (displaced == 0) return;
  const r = stackBase + i;
  for (let k: u32 = 0; k < depth; k++) {
    if (k != i && liesIn(k, r)) { settle(0); return; }
  }
}
/** Register in which entry i is, or into which it is now loaded (its own). */
export function registerOf(i: u32): u32 {
  if (kindAt(i) == IN_REGISTER) return payloadAt(i);
  own(i);
  return stackBase + i;
}
/** The same for entry `k` from the top, 0: the top itself. */
export function topRegister(k: u32): u32 { return registerOf(depth - 1 - k); }
/** Takes the top off; its register. */
export function popRegister(): u32 {
  const r = topRegister(0);
  depth--;
  return r;
}
/** Brings entry i into its own register, which is returned. */
export function own(i: u32): u32 {
  const r = stackBase + i, kind = kindAt(i);
  if (liesIn(i, r)) return r;
  if (kind == UNUSED) return r;
  claim(i);
  const p = payloadAt(i);
  if (kindAt(i) == IN_REGISTER) {
    if (p != r) emit(Op.Move, r, p, 0);
  } else if (kind == CONSTANT) emitLoadConst(r, p);
  else if (kind == SMALL) emitLoadInt(r, <i64>(<i32>p));
  else emit(Op.LoadNull, r, 0, 0);
  setEntry(i, IN_REGISTER, r);
  return r;
}
/** Before an opcode reads operands and then writes a stack register: every entry that lies in a
 *  stack register lies in its own, so that writing cannot hit an operand. */
export function straighten(): void { if (displaced != 0) settle(0); }
/** The same for an opcode that only reads its `count` operands: needed if one must first be
 *  loaded. */
export function straightenOperands(count: u32): void {
  if (displaced == 0) return;
  for (let i = depth - count; i < depth; i++) {
    if (kindAt(i) != IN_REGISTER && kindAt(i) != NULL) { settle(0); return; }
  }
}
/** Brings the `count` topmost entries into their own registers; returns the first one's. */
export function ownTop(count: u32): u32 {
  if (displaced != 0) settle(0);
  for (let i = depth - count; i < depth; i++) own(i);
  return stackBase + depth - count;
}
/** The same, and takes them off. */
export function popOwn(count: u32): u32 {
  const r = ownTop(count);
  depth -= count;
  return r;
}
/** Brings the first `count` entries into their own registers, whatever lies where (a parallel
 *  move). */
export function settle(count: u32): void {
  if (displaced != 0) {
    let moved = true;
    while (moved) {
      moved = false;
      let waiting: i32 = -1;
      for (let i: u32 = 0; i < depth; i++) {
        if (kindAt(i) != IN_REGISTER) continue;
        const r = payloadAt(i);
        if (r < stackBase || r == stackBase + i) continue;
        if (occupied(stackBase + i, i)) { waiting = <i32>i; continue; }
        emit(Op.Move, stackBase + i, r, 0);
        setEntry(i, IN_REGISTER, stackBase + i);
        moved = true;
      }
      if (!moved && waiting >= 0) {
        // A cycle: one register's content goes through the scratch register.
        const r = stackBase + <u32>waiting;
        emit(Op.Move, scratch, r, 0);
        for (let k: u32 = 0; k < depth; k++) {
          if (liesIn(k, r)) setEntry(k, IN_REGISTER, scratch);
        }
        // Entries in the scratch register are moved home before it is used again: it counts as
        // displaced.
        moved = true;
      }
    }
    for (let i: u32 = 0; i < depth; i++) {
      if (liesIn(i, scratch)) {
        emit(Op.Move, stackBase + i, scratch, 0);
        setEntry(i, IN_REGISTER, stackBase + i);
      }
    }
    displaced = 0;
  }
  for (let i: u32 = 0; i < count; i++) own(i);
}
function occupied(register: u32, except: u32): bool {
  for (let k: u32 = 0; k < depth; k++) {
    if (k != except && liesIn(k, register)) return true;
  }
  return false;
}
/** A local is about to be overwritten: entries that lie in it move to their own registers. */
export function saveLocal(register: u32): void { saveLocalBelow(register, depth); }
/** The same for the entries below `below` only. */
export function saveLocalBelow(register: u32, below: u32): void {
  for (let i: u32 = 0; i < below; i++) {
    if (liesIn(i, register)) own(i);
  }
}
/** True if an entry below the top lies in this local. */
export function usesLocal(register: u32, below: u32): bool {
  for (let i: u32 = 0; i < below; i++) {
    if (liesIn(i, register)) return true;
  }
  return false;
}
/** Brings all entries into their own registers. */
export function settleAll(): void { settle(depth); }
/** Copies entry i to the top. */
export function duplicate(i: u32): void { push(kindAt(i), payloadAt(i)); }
/** a b -> b a */
export function rotateTwo(): void {
  const at = entries + (<usize>depth << 3) - 16, a = load<u64>(at);
  store<u64>(at, load<u64>(at, 8));
  store<u64>(at, a, 8);
  displaced += 2;
}
/** a b c -> c a b */
export function rotateThree(): void {
  const at = entries + (<usize>depth << 3) - 24, c = load<u64>(at, 16);
  store<u64>(at, load<u64>(at, 8), 16);
  store<u64>(at, load<u64>(at), 8);
  store<u64>(at, c);
  displaced += 3;
}
/** The small int that entry i is, if it fits an immediate operand; else IMMEDIATE_NONE. */
export const IMMEDIATE_NONE: i32 = 0x7fffffff;
export function immediateAt(i: u32): i32 {
  if (kindAt(i) != SMALL) return IMMEDIATE_NONE;
  const n = <i32>payloadAt(i);
  return n >= -32768 && n <= 32767 ? n : IMMEDIATE_NONE;
}
export function pushInt(n: i64): void {
  if (n >= -0x80000000 && n <= 0x7fffffff) push(SMALL, <u32>(<i32>n));
  else push(CONSTANT, constantOf(smallIntNew(n)));
}
