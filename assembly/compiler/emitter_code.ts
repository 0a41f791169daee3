// The code of one scope while it is being emitted: instructions, labels, stack depth, line numbers;
// then the layout (sizes of jumps) and the bytes.
//
// An instruction is a record of 12 bytes in a growing raw cell; jumps name labels. Code that cannot
// be reached is left out: in pure mode exactly as mpy-cross does (any label ends it), otherwise
// only a label that something jumps to ends it. The depth is followed in unreachable code as well.
// If memory runs out the rest is dropped and codeFailed() says so.
import { Value } from "../core/value";
import { allocRaw, freeRaw, resizeRaw, cellBytes } from "../heap/allocator";
import { effectOf } from "../bytecode/decoder";
import { Op } from "../bytecode/opcodes";
import {
  OPERANDS, OPERAND_NONE, OPERAND_INT, OPERAND_JUMP, OPERAND_FORWARD, OPERAND_BYTE,
  OPERAND_JUMP_BYTE, OPERAND_CHILD_BYTE, OPERAND_NAME_UINT, OPERAND_INVALID,
} from "../bytecode/opcodes";
import { pure, optimisation } from "./options";
import { nameIndex } from "./emitter_tables";

// A record: | op u8 | size u8 | 0 u16 | arg u32 | second u32 |
const RECORD: usize = 12;
/** Pseudo opcodes: a label (arg: its number), a line (arg; second: 1 at the top of a loop). */
const LABEL: u32 = 0xfe;
const LINE: u32 = 0xff;
// size of a jump, with an offset of one, two or four bytes. Unit: bytes, but for the last byte of
// UNWIND_JUMP
const ONE_BYTE: u32 = 2;
const TWO_BYTES: u32 = 3;
const FOUR_BYTES: u32 = 6;
/** Size of a buffer at first. Unit: bytes. */
const FIRST_BYTES: usize = 8112;
/** Passes of shrinking after which the layout is taken as it is. */
const PASSES_MAX: i32 = 64;

let records: usize = 0;
/** Unit: bytes. */
let recordsUsed: usize = 0;
/** Labels: u32 position each; the top bit: something jumps to it. */
let labels: usize = 0;
let labelCount: u32 = 0;
const REFERENCED: u32 = 0x80000000;
let failed: u32 = 0;

/** Values on the stack at this point. */
export let depth: i32 = 0;
export let maxDepth: i32 = 0;
/** Exception blocks around this point. */
export let blockDepth: i32 = 0;
export let maxBlockDepth: i32 = 0;
/** What is emitted now cannot be reached. */
export let dead: bool = false;
let lastLine: u32 = 1;
/** Code longer than this needs jumps of four bytes. */
const TWO_BYTE_REACH: u32 = 0x3f00;

/** Begins the code of a scope. */
export function codeBegin(): void {
  recordsUsed = 0;
  labelCount = 0;
  depth = maxDepth = 0;
  blockDepth = maxBlockDepth = 0;
  dead = false;
  // In pure mode code begins on line 1 without an entry.
  lastLine = pure ? 1 : 0;
}
/** Begins a compilation. */
export function codeReset(): void { failed = 0; codeBegin(); }
/** Gives the buffers back. */
export function codeFree(): void {
  freeRaw(records);
  freeRaw(labels);
  freeRaw(output);
  records = labels = output = 0;
  outputUsed = 0;
}
/** Bytes that could not be had; 0: all is well. */
export function codeFailed(): u32 { return failed; }
export function setCodeFailed(bytes: u32): void { if (failed == 0) failed = bytes; }

/** A cell with room for `more` bytes behind `used`: `cell`, or a larger one with what it held. 0:
 *  setCodeFailed(). */
function roomIn(cell: usize, used: usize, more: usize): usize {
  if (cell != 0 && used + more <= cellBytes(cell)) return cell;
  const fresh = failed != 0 ? 0 : resizeRaw(cell, used, cell == 0 ? FIRST_BYTES : used << 1);
  if (fresh == 0) setCodeFailed(<u32>used + 1);
  return fresh;
}
function record(op: u32, arg: u32, second: u32): void {
  const cell = roomIn(records, recordsUsed, RECORD);
  if (cell == 0) return;
  records = cell;
  const at = cell + recordsUsed;
  store<u32>(at, op);
  store<u32>(at, arg, 4);
  store<u32>(at, second, 8);
  recordsUsed += RECORD;
}

/** Changes the depth without an instruction. */
export function adjust(delta: i32): void {
  depth += delta;
  if (depth > maxDepth) maxDepth = depth;
}
/** Room for `extra` values above the present depth. */
export function needRoom(extra: i32): void {
  if (depth + extra > maxDepth) maxDepth = depth + extra;
}
export function enterBlock(): void { if (++blockDepth > maxBlockDepth) maxBlockDepth = blockDepth; }
export function leaveBlock(): void { blockDepth--; }

/** An instruction without operand. Nothing gets past RETURN_VALUE and the RAISEs. */
export function emit(op: u32): void { emit2(op, 0, 0); }
/** Instructions without operands: up to four, the first in the lowest byte. */
export function emitAll(ops: u32): void {
  for (; ops != 0; ops >>= 8) emit(ops & 255);
}
/** An instruction with a number: in one byte, if there is such a form. */
export function emit1(op: u32, arg: u32): void {
  if (op == Op.LOAD_CONST_SMALL_INT && arg + 16 < 64) emit(0x80 + arg);
  else if (op == Op.LOAD_FAST_N && arg < 16) emit(Op.LOAD_FAST_MULTI + arg);
  else if (op == Op.STORE_FAST_N && arg < 16) emit(Op.STORE_FAST_MULTI + arg);
  else emit2(op, arg, 0);
}
/** An instruction with two operands: a number or child and a byte, or a name and a number. */
export function emit2(op: u32, arg: u32, second: u32): void {
  adjust(effectOf(op, arg, second));
  if (dead) return;
  record(op, arg, second);
  if (op >= <u32>Op.RETURN_VALUE && op <= <u32>Op.RAISE_FROM) dead = true;
}
/** An instruction without operand, without a look at the depth. */
export function emitRaw(op: u32): void { if (!dead) record(op, 0, 0); }
/** An instruction whose operand is a name (an interned str). */
export function emitName(op: u32, name: Value): void { emitNameSlot(op, name, 0); }
/** An instruction with a name and a number. */
export function emitNameSlot(op: u32, name: Value, slot: u32): void {
  emit2(op, dead ? 0 : nameIndex(name), slot);
}
/** A jump to a label. */
export function emitJump(op: u32, label: u32): void { emitUnwind(op, label, 0); }
/** A jump with a byte: UNWIND_JUMP. */
export function emitUnwind(op: u32, label: u32, count: u32): void {
  const live = !dead;
  emit2(op, label, count);
  if (!live) return;
  reference(label);
  if (op == Op.JUMP || op == Op.POP_EXCEPT_JUMP || op == Op.UNWIND_JUMP) dead = true;
}
function reference(label: u32): void {
  if (labels == 0) return;
  const at = labels + (<usize>label << 2);
  store<u32>(at, load<u32>(at) | REFERENCED);
}

/** A new label, not placed yet. */
export function newLabel(): u32 {
  const used = <usize>labelCount << 2, cell = roomIn(labels, used, 4);
  if (cell == 0) return 0;
  labels = cell;
  store<u32>(cell + used, 0);
  return labelCount++;
}
/** Puts the label here. */
export function placeLabel(label: u32): void {
  record(LABEL, label, 0);
  if (dead && (pure || labels == 0 || load<u32>(labels + (<usize>label << 2)) & REFERENCED))
    dead = false;
}
/** A label here that a jump further down will lead to; `live`: this point will be reached so. */
export function placeLoop(label: u32, live: bool): void {
  if (live) reference(label);
  placeLabel(label);
}

/** True if nothing has been emitted yet. */
export function codeEmpty(): bool { return recordsUsed == 0; }
/** What follows stands on this line. In pure mode lines only grow. */
export function setLine(line: u32): void {
  if (line == lastLine || (pure && line < lastLine) || optimisation >= 3) return;
  lastLine = line;
  record(LINE, line, 0);
}
/** The same, where mpy-cross has no entry: an operation after its operands. Not in pure mode. */
export function backToLine(line: u32): void { if (!pure) setLine(line); }
/** The top of a loop: an entry even if the line stays the same, since coming here is a new visit.
 *  Not in pure mode. */
export function setLoopLine(line: u32): void {
  if (pure || optimisation >= 3) return;
  lastLine = line;
  record(LINE, line, 1);
}

// ---- layout ----

function vuintBytes(n: u32): u32 {
  let bytes: u32 = 1;
  while (n >= 0x80) { n >>= 7; bytes++; }
  return bytes;
}
/** Bytes of a signed number: groups of 7 bits, the first one's bit 6 being the sign. */
function signedBytes(n: i32): u32 {
  let bytes: u32 = 1;
  while (n < -0x40 || n > 0x3f) { n >>= 7; bytes++; }
  return bytes;
}
@inline function isJump(kind: u8): bool {
  return kind >= OPERAND_JUMP && kind <= OPERAND_JUMP_BYTE;
}
/** Size of the instruction at `at`; 0: it is none. */
function bytesOf(at: usize): u32 {
  const kind = load<u8>(OPERANDS + load<u8>(at));
  if (kind == OPERAND_INVALID) return 0;
  if (kind == OPERAND_NONE) return 1;
  if (isJump(kind)) return load<u8>(at, 1) + (kind == OPERAND_JUMP_BYTE ? 1 : 0);
  if (kind == OPERAND_INT) return 1 + signedBytes(load<i32>(at, 4));
  if (kind == OPERAND_BYTE) return 2;
  let n = 1 + vuintBytes(load<u32>(at, 4));
  if (kind == OPERAND_CHILD_BYTE) n += 1;
  else if (kind == OPERAND_NAME_UINT) n += vuintBytes(load<u32>(at, 8));
  return n;
}
/** The jump's offset as `size` of it holds it: right as an unsigned number up to reachOf(size). */
function offsetFrom(at: usize, kind: u8, position: u32, size: u32): u32 {
  const target = load<u32>(labels + (<usize>load<u32>(at, 4) << 2)) & ~REFERENCED;
  return target - position - size + (kind == OPERAND_FORWARD || size == FOUR_BYTES ? 0
    : size == ONE_BYTE ? 0x40 : 0x4000);
}
function reachOf(size: u32): u32 { return size == ONE_BYTE ? 0x7f : 0x7fff; }

/** Finds the size of every jump. Returns the length of the code. */
export function layOut(): u32 {
  let length = allJumps(TWO_BYTES);
  if (length > TWO_BYTE_REACH && !pure) length = allJumps(FOUR_BYTES);
  for (let pass = 0; pass < PASSES_MAX; pass++) {
    const shorter = place(true);
    if (shorter == length) return length;
    length = shorter;
  }
  return place(false);
}
/** Gives all jumps a size. Returns the length of the code then. */
function allJumps(size: u32): u32 {
  for (let at = records, end = at + recordsUsed; at < end; at += RECORD) {
    if (isJump(load<u8>(OPERANDS + load<u8>(at)))) store<u8>(at, <u8>size, 1);
  }
  return place(false);
}
/** Positions of all labels for the sizes as they are; with `shrink` jumps that can be shorter
 *  become so. Returns the length of the code. */
function place(shrink: bool): u32 {
  const end = records + recordsUsed;
  let position: u32 = 0;
  for (let at = records; at < end; at += RECORD) {
    const op = load<u8>(at);
    if (op == LABEL) {
      const label = labels + (<usize>load<u32>(at, 4) << 2);
      store<u32>(label, (load<u32>(label) & REFERENCED) | position);
    }
    const kind = load<u8>(OPERANDS + op);
    if (shrink && isJump(kind)) {
      const limit = min<u32>(load<u8>(at, 1), TWO_BYTES + 1);
      for (let size = ONE_BYTE; size < limit; size++) {
        if (offsetFrom(at, kind, position, size) > reachOf(size)) continue;
        store<u8>(at, <u8>size, 1);
        break;
      }
    }
    position += bytesOf(at);
  }
  return position;
}

// ---- bytes ----

/** What is written is collected here. Raw cell, kept for the next scope. */
let output: usize = 0;
let outputUsed: usize = 0;
function out(b: u32): void {
  const cell = roomIn(output, outputUsed, 1);
  if (cell == 0) return;
  output = cell;
  store<u8>(cell + outputUsed++, <u8>b);
}
function outNumber(n: i64, bytes: u32): void {
  while (--bytes != 0) out(0x80 | <u32>(n >> bytes * 7));
  out(<u32>n & 0x7f);
}
function outVuint(n: u32): void { outNumber(n, vuintBytes(n)); }
/** A new raw cell with what has been written. 0: setCodeFailed(). */
function written(): usize {
  if (failed != 0) return 0;
  const cell = allocRaw(outputUsed);
  if (cell == 0) setCodeFailed(<u32>outputUsed); else memory.copy(cell, output, outputUsed);
  return cell;
}

/** Writes the code, laid out before, to a new raw cell. Returns 0 without memory (codeFailed()), or
 *  if a jump is too far for the mode. */
export function writeCode(): usize {
  const end = records + recordsUsed;
  outputUsed = 0;
  for (let at = records; at < end; at += RECORD) {
    const op = load<u8>(at), kind = load<u8>(OPERANDS + op), arg = load<u32>(at, 4),
      second = load<u32>(at, 8);
    if (kind == OPERAND_INVALID) continue;
    if (isJump(kind)) {
      const size = load<u8>(at, 1), offset = offsetFrom(at, kind, <u32>outputUsed, size);
      if (size == FOUR_BYTES) {
        out(Op.WIDE);
        out(op);
        for (let shift = 0; shift < 32; shift += 8) out(offset >> shift);
      } else {
        out(op);
        if (size == ONE_BYTE) out(offset);
        else {
          if (offset > reachOf(size)) return 0;
          out(0x80 | offset);
          out(offset >> 7);
        }
      }
      if (kind == OPERAND_JUMP_BYTE) out(second);
      continue;
    }
    out(op);
    if (kind == OPERAND_NONE) continue;
    if (kind == OPERAND_BYTE) { out(arg); continue; }
    if (kind == OPERAND_INT) { outNumber(<i32>arg, signedBytes(arg)); continue; }
    outVuint(arg);
    if (kind == OPERAND_CHILD_BYTE) out(second);
    else if (kind == OPERAND_NAME_UINT) outVuint(second);
  }
  return written();
}

/** Makes the line entries (docs/mpy-format.md 4.4) of the code as laid out. Returns their
 *  length. */
export function makeLines(): u32 {
  outputUsed = 0;
  if (pure) makePureLines(); else makeExactLines();
  return <u32>outputUsed;
}
/** The entries that makeLines() has made, in a new raw cell. 0: setCodeFailed(). */
export function lineEntries(): usize { return written(); }
function makePureLines(): void {
  const end = records + recordsUsed;
  let position: u32 = 0, lastPosition: u32 = 0, line: u32 = 1;
  for (let at = records; at < end; at += RECORD) {
    const op = load<u8>(at);
    if (op == LINE) {
      let bytes = position - lastPosition, lines = load<u32>(at, 4) - line;
      while (bytes != 0 || lines != 0) {
        if (lines <= 6 || bytes > 15) {
          const b: u32 = bytes < 31 ? bytes : 31;
          const l: u32 = b < bytes ? 0 : lines < 3 ? lines : 3;
          out(b | l << 5);
          bytes -= b;
          lines -= l;
        } else {
          const b: u32 = bytes < 15 ? bytes : 15;
          const l: u32 = lines < 0x7ff ? lines : 0x7ff;
          out(0x80 | b | (l >> 4 & 0x70));
          out(l);
          bytes -= b;
          lines -= l;
        }
      }
      lastPosition = position;
      line = load<u32>(at, 4);
    } else if (op != LABEL) {
      position += bytesOf(at);
    }
  }
}
/** Code that runs here: exact entries (bytecode/lines.ts). Of several at one place the last
 *  counts. */
function makeExactLines(): void {
  const end = records + recordsUsed;
  let position: u32 = 0, lastPosition: u32 = 0, line: u32 = 1, next: u32 = 1;
  let open = false, forced = false;
  for (let at = records; at < end; at += RECORD) {
    const op = load<u8>(at);
    if (op == LABEL) continue;
    if (op == LINE) {
      open = true;
      next = load<u32>(at, 4);
      if (load<u32>(at, 8)) forced = true;
      continue;
    }
    if (open) {
      if (next != line || forced || outputUsed == 0) {
        outVuint(position - lastPosition);
        const change = <i32>(next - line);
        outVuint(change < 0 ? <u32>~change << 1 | 1 : <u32>change << 1);
        lastPosition = position;
        line = next;
      }
      open = forced = false;
    }
    position += bytesOf(at);
  }
}
