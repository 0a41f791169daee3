// Analysis of bytecode before translation: stack depths, exception blocks, jump targets, unbound
// locals.
//
// Follows every path through the code (a work list), so code of any writer can be translated, and
// checks it: impossible or disagreeing depths and blocks that do not nest are refused. What files
// bring has been looked at more closely (bytecode/verifier.ts). The stack discipline is that of
// mpy-format.md 6 and 7.
import { allocRaw, allocRawZeroed, freeRaw } from "../heap/allocator";
import { raise, raiseNoMemory, RuntimeError } from "../objects/errors";
import { Op } from "../bytecode/opcodes";
import { effectOf, takesOf } from "../bytecode/decoder";
import { decodeBegin, decode, isJump, opcode, operand, operand2, target, next } from "./decode";

/** No depth known: never reached. */
export const UNREACHED: u16 = 0xffff;

/** Per offset: u16 depth. */
let depths: usize = 0;
/** Per offset: u16 innermost block on the block stack, 0: none. */
let blocksAt: usize = 0;
/** Per offset: u8 flags below. */
let marks: usize = 0;
export const MARK_TARGET: u8 = 1;
export const MARK_HANDLER: u8 = 2;

// Blocks, numbered from 1, in the order in which they were found.
/** u32 each: setup offset, handler offset, parent block, kind (opcode), base depth, level. */
let blocks: usize = 0;
const BLOCK_ROW: usize = 24;
export let blockCount: u32 = 0;
let blockRoom: u32 = 0;
/** Greatest nesting of blocks. */
export let deepestLevel: u32 = 0;
/** Greatest stack depth. */
export let deepest: u32 = 0;

let work: usize = 0;
let workCount: u32 = 0;
let workRoom: u32 = 0;
let bytes: u32 = 0;
let start: usize = 0;
let localCount: u32 = 0;
let failed: bool = false;

export function depthAt(at: u32): u32 { return load<u16>(depths + (<usize>at << 1)); }
export function blockAt(at: u32): u32 { return load<u16>(blocksAt + (<usize>at << 1)); }
export function markAt(at: u32): u8 { return load<u8>(marks + at); }
export function blockSetup(b: u32): u32 { return load<u32>(blocks + <usize>b * BLOCK_ROW); }
export function blockHandler(b: u32): u32 { return load<u32>(blocks + <usize>b * BLOCK_ROW, 4); }
export function blockParent(b: u32): u32 { return load<u32>(blocks + <usize>b * BLOCK_ROW, 8); }
export function blockKind(b: u32): u32 { return load<u32>(blocks + <usize>b * BLOCK_ROW, 12); }
/** Stack depth below what the handler finds pushed. */
export function blockDepth(b: u32): u32 { return load<u32>(blocks + <usize>b * BLOCK_ROW, 16); }
/** Nesting, outermost 0. */
export function blockLevel(b: u32): u32 { return load<u32>(blocks + <usize>b * BLOCK_ROW, 20); }
export function blockIsFinally(b: u32): bool { return blockKind(b) != <u32>Op.SETUP_EXCEPT; }

/** Makes offset `at` a target, as if something jumped there. Before analyseAssignment. */
export function markTarget(at: u32): void { store<u8>(marks + at, markAt(at) | MARK_TARGET); }

/** Analyses `length` bytes of code at `code`. False with RuntimeError or MemoryError pending. Call
 *  analysisEnd afterwards in any case. */
export function analyse(code: usize, length: u32, locals: u32): bool {
  bytes = length;
  start = code;
  localCount = locals;
  blockCount = 0;
  deepestLevel = 0;
  deepest = 0;
  failed = false;
  workCount = 0;
  workRoom = 64;
  blockRoom = 16;
  depths = allocRaw((<usize>length + 1) << 1);
  blocksAt = allocRawZeroed((<usize>length + 1) << 1);
  marks = allocRawZeroed(<usize>length + 1);
  work = allocRaw(<usize>workRoom << 2);
  blocks = allocRawZeroed(<usize>blockRoom * BLOCK_ROW);
  if (depths == 0 || blocksAt == 0 || marks == 0 || work == 0 || blocks == 0) {
    raiseNoMemory(length);
    return false;
  }
  memory.fill(depths, 0xff, (<usize>length + 1) << 1);
  decodeBegin(code, length);
  reach(0, 0, 0);
  while (workCount != 0 && !failed) {
    workCount--;
    follow(load<u32>(work + (<usize>workCount << 2)));
  }
  if (failed) { raise(RuntimeError, "invalid bytecode"); return false; }
  return true;
}
export function analysisEnd(): void {
  freeRaw(depths); freeRaw(blocksAt); freeRaw(marks); freeRaw(work); freeRaw(blocks);
  depths = 0; blocksAt = 0; marks = 0; work = 0; blocks = 0;
}

/** Notes that `at` is reached with this depth and innermost block; the first time it joins the work
 *  list. */
function reach(at: u32, depth: u32, block: u32): void {
  if (at >= bytes || depth > 60000) { failed = true; return; }
  const known = load<u16>(depths + (<usize>at << 1));
  if (known != UNREACHED) {
    if (<u32>known != depth || blockAt(at) != block) failed = true;
    return;
  }
  store<u16>(depths + (<usize>at << 1), <u16>depth);
  store<u16>(blocksAt + (<usize>at << 1), <u16>block);
  if (depth > deepest) deepest = depth;
  if (workCount == workRoom) {
    const fresh = allocRaw(<usize>workRoom << 3);
    if (fresh == 0) { failed = true; return; }
    memory.copy(fresh, work, <usize>workRoom << 2);
    freeRaw(work);
    work = fresh;
    workRoom <<= 1;
  }
  store<u32>(work + (<usize>workCount << 2), at);
  workCount++;
}
function jumpTo(at: u32, depth: u32, block: u32): void {
  if (at < bytes) store<u8>(marks + at, markAt(at) | MARK_TARGET);
  reach(at, depth, block);
}

/** A new block set up at `at` with the given handler; base: depth below what the handler finds. */
function newBlock(at: u32, handler: u32, parent: u32, kind: u32, base: u32): u32 {
  if (blockCount + 2 > blockRoom) {
    const fresh = allocRawZeroed(<usize>blockRoom * 2 * BLOCK_ROW);
    if (fresh == 0 || blockRoom > 30000) { failed = true; return 0; }
    memory.copy(fresh, blocks, <usize>blockRoom * BLOCK_ROW);
    freeRaw(blocks);
    blocks = fresh;
    blockRoom <<= 1;
  }
  const b = ++blockCount, row = blocks + <usize>b * BLOCK_ROW;
  const level: u32 = parent == 0 ? 0 : blockLevel(parent) + 1;
  store<u32>(row, at);
  store<u32>(row, handler, 4);
  store<u32>(row, parent, 8);
  store<u32>(row, kind, 12);
  store<u32>(row, base, 16);
  store<u32>(row, level, 20);
  if (level + 1 > deepestLevel) deepestLevel = level + 1;
  if (handler <= at) failed = true;            // handlers lie behind their bodies
  if (handler < bytes) store<u8>(marks + handler, markAt(handler) | MARK_HANDLER | MARK_TARGET);
  return b;
}

/** A finally block of an async with of MicroPython's: its handler begins by looking at what it
 *  finds, and takes the manager from below it in the end. */
function isAsyncWith(b: u32): bool {
  return blockKind(b) == <u32>Op.SETUP_FINALLY && blockHandler(b) < bytes
    && load<u8>(start + blockHandler(b)) == <u8>Op.DUP_TOP;
}
/** True if `at` is one of the two ROT_THREE by which the finally block of an async with of
 *  MicroPython's takes the manager from under a return value and an int: here the value is
 *  elsewhere (opcode_steps.ts), so that one ROT_TWO does. Nothing else turns what lies below the
 *  entry that a handler begins with. */
export function leavesAsyncWith(at: u32): bool {
  const b = blockAt(at);
  return b != 0 && at > blockHandler(b) && depthAt(at) == blockDepth(b) + 1 && isAsyncWith(b);
}

/** Follows one opcode to its successors. */
function follow(at: u32): void {
  if (!decode(at)) { failed = true; return; }
  const depth = <i32>depthAt(at), block = blockAt(at), op = opcode;
  if (op == Op.ROT_THREE && leavesAsyncWith(at)) { reach(next, depth, block); return; }
  const take = takesOf(op, operand, operand2);
  if (take < 0 || depth < take) { failed = true; return; }
  const after = <u32>(depth + effectOf(op, operand, operand2));
  if (after > deepest) deepest = after;
  switch (op) {
    case Op.JUMP: jumpTo(target, after, block); return;
    case Op.POP_JUMP_IF_TRUE: case Op.POP_JUMP_IF_FALSE:
      jumpTo(target, after, block);
      reach(next, after, block);
      return;
    case Op.JUMP_IF_TRUE_OR_POP: case Op.JUMP_IF_FALSE_OR_POP:
      jumpTo(target, after + 1, block);
      reach(next, after, block);
      return;
    case Op.FOR_ITER:
      jumpTo(target, after - 5, block);
      reach(next, after, block);
      return;
    case Op.SETUP_EXCEPT: case Op.SETUP_FINALLY: {
      const handler = target, following = next;
      const b = newBlock(at, handler, block, op, after);
      jumpTo(handler, after + 1, b);
      reach(following, after, b);
      return;
    }
    case Op.SETUP_WITH: {
      // manager -> exit self | value
      const handler = target, following = next;
      const b = newBlock(at, handler, block, op, after - 1);
      jumpTo(handler, after, b);
      if (after + 1 > deepest) deepest = after + 1;
      reach(following, after, b);
      return;
    }
    case Op.POP_EXCEPT_JUMP:
      if (block == 0) { failed = true; return; }
      jumpTo(target, after, blockParent(block));
      return;
    case Op.END_FINALLY:
      if (block == 0) { failed = true; return; }
      // At the end of an except block's handlers it always raises.
      if (blockIsFinally(block)) reach(next, after, blockParent(block));
      return;
    case Op.UNWIND_JUMP: {
      let b = block, base = after;
      for (let n = operand2 & 0x7f; n != 0; n--) {
        if (b == 0) { failed = true; return; }
        base = blockDepth(b) - (blockKind(b) == <u32>Op.SETUP_WITH ? 2 : isAsyncWith(b) ? 1 : 0);
        b = blockParent(b);
      }
      if (operand2 & 0x80) { if (base < 4) { failed = true; return; } base -= 4; }
      jumpTo(target, base, b);
      return;
    }
    case Op.RETURN_VALUE: case Op.RAISE_OBJ: case Op.RAISE_FROM: case Op.RAISE_LAST: return;
    default: reach(next, after, block);
  }
}

// ---- definitely assigned locals ----

/** Bits of locals per offset that is a jump target; WORDS words of 64 bits. */
let states: usize = 0;
/** Locals beyond this many are checked at every use. */
export const TRACKED_LOCALS: u32 = 256;
let words: u32 = 0;
/** Number of a target in `states`, u32 per offset; 0: no target. */
let stateIndex: usize = 0;
let current: usize = 0;
/** Bits of locals that finally blocks delete: a jump out of such a block's try runs it on the
 *  way. */
let unsure: usize = 0;

/** Finds which locals are surely bound at each jump target. `arguments`: so many locals are bound
 *  at the start. False with MemoryError pending. Call assignmentEnd afterwards. */
export function analyseAssignment(boundAtStart: u32): bool {
  const tracked = localCount < TRACKED_LOCALS ? localCount : TRACKED_LOCALS;
  words = (tracked + 63) >> 6;
  if (words == 0) words = 1;
  stateIndex = allocRawZeroed((<usize>bytes + 1) << 2);
  if (stateIndex == 0) { raiseNoMemory(bytes); return false; }
  let targets: u32 = 1;
  for (let at: u32 = 0; at < bytes; at++) {
    if (markAt(at) & MARK_TARGET) { store<u32>(stateIndex + (<usize>at << 2), targets); targets++; }
  }
  states = allocRaw(<usize>targets * words << 3);
  current = allocRaw(<usize>words << 3);
  unsure = allocRawZeroed(<usize>words << 3);
  if (states == 0 || current == 0 || unsure == 0) { raiseNoMemory(targets); return false; }
  memory.fill(states, 0xff, <usize>targets * words << 3);
  let changed = true;
  while (changed) {
    changed = false;
    let falls = true;
    assignmentStart(boundAtStart);
    for (let at: u32 = 0; at < bytes;) {
      if (!decode(at)) break;                  // only in code that is never reached
      const following = next;
      if (depthAt(at) == <u32>UNREACHED) { at = following; falls = false; continue; }
      const state = stateAt(at);
      if (state != 0) {
        if (falls && meet(state)) changed = true;
        memory.copy(current, state, <usize>words << 3);
      }
      const op = opcode;
      if (op == Op.DELETE_FAST) {
        setBound(operand, false);
        for (let b = blockAt(at); b != 0; b = blockParent(b)) {
          if (at < blockHandler(b) ? meet(stateAt(blockHandler(b)))
            : blockIsFinally(b) && setUnsure(operand)) changed = true;
        }
      } else if (op == Op.STORE_FAST_N) {
        setBound(operand, true);
      } else if (isJump(op)) {
        if (op == Op.UNWIND_JUMP) forgetUnsure();
        if (meet(stateAt(target))) changed = true;
      }
      falls = !(op == Op.END_FINALLY && !blockIsFinally(blockAt(at)) || op == Op.JUMP
        || op == Op.POP_EXCEPT_JUMP || op == Op.UNWIND_JUMP || op == Op.RETURN_VALUE
        || op == Op.RAISE_LAST || op == Op.RAISE_OBJ || op == Op.RAISE_FROM);
      at = following;
    }
  }
  return true;
}
export function assignmentEnd(): void {
  freeRaw(states); freeRaw(stateIndex); freeRaw(current); freeRaw(unsure);
  states = 0; stateIndex = 0; current = 0; unsure = 0;
}
function stateAt(at: u32): usize {
  const n = load<u32>(stateIndex + (<usize>at << 2));
  return n == 0 ? 0 : states + (<usize>n * words << 3);
}
/** state &= current. True if that changed it. */
function meet(state: usize): bool {
  if (state == 0) return false;
  let changed = false;
  for (let i: u32 = 0; i < words; i++) {
    const at = state + (<usize>i << 3), old = load<u64>(at);
    const both = old & load<u64>(current + (<usize>i << 3));
    if (both != old) { store<u64>(at, both); changed = true; }
  }
  return changed;
}
function setBound(local: u32, bound: bool): void {
  if (local >= words << 6) return;
  const at = current + (<usize>(local >> 6) << 3), bit = <u64>1 << (local & 63);
  store<u64>(at, bound ? load<u64>(at) | bit : load<u64>(at) & ~bit);
}
/** The current state without what finally blocks delete. */
function forgetUnsure(): void {
  for (let i: u32 = 0; i < words; i++) {
    const at = current + (<usize>i << 3);
    store<u64>(at, load<u64>(at) & ~load<u64>(unsure + (<usize>i << 3)));
  }
}
/** A finally block deletes `local`. True if that was not known. */
function setUnsure(local: u32): bool {
  if (local >= words << 6) return false;
  const at = unsure + (<usize>(local >> 6) << 3), bit = <u64>1 << (local & 63), old = load<u64>(at);
  store<u64>(at, old | bit);
  return (old & bit) == 0;
}
// The translator walks the code once more and keeps the state as it goes.
export function assignmentStart(boundAtStart: u32): void {
  memory.fill(current, 0, <usize>words << 3);
  for (let i: u32 = 0; i < boundAtStart; i++) setBound(i, true);
}
/** The walk reaches offset `at`: at a jump target the state found there holds. */
export function assignmentAt(at: u32): void {
  const state = stateAt(at);
  if (state != 0) memory.copy(current, state, <usize>words << 3);
}
export function assignmentSet(local: u32, bound: bool): void { setBound(local, bound); }
export function isBound(local: u32): bool {
  if (local >= words << 6) return false;
  return (load<u64>(current + (<usize>(local >> 6) << 3)) >> (local & 63) & 1) != 0;
}
