// The code of one scope while it is being emitted: instructions, labels, stack depth, line numbers; then the
// layout (sizes of jumps) and the bytes.
//
// An instruction is a record of 12 bytes in a growing raw cell; jumps name labels. Code that cannot be reached is
// left out: in pure mode exactly as mpy-cross does (any label ends it), otherwise only a label that something
// jumps to ends it. The depth is followed in unreachable code as well. If memory runs out the rest is dropped
// and codeFailed() says so.
import { Value } from "../core/value";
import { allocRaw, freeRaw, resizeRaw, cellBytes } from "../heap/allocator";
import { Op } from "../bytecode/opcodes";
import {
  OPERANDS, OPERAND_NONE, OPERAND_INT, OPERAND_JUMP, OPERAND_FORWARD, OPERAND_BYTE,
  OPERAND_JUMP_BYTE, OPERAND_CHILD_BYTE, OPERAND_NAME_UINT,
} from "../bytecode/opcodes";
import { pure, optimisation } from "./options";
import { nameIndex } from "./emitter_tables";

// A record: | op u8 | state u8 | extra u16 | arg u32 | second u32 |
const RECORD: usize = 12;
/** Pseudo opcodes: a label (arg: its number), a line (arg). */
const LABEL: u32 = 0xfe;
const LINE: u32 = 0xff;
// state of a jump: how its offset is held
const ONE_BYTE: u32 = 0;
const TWO_BYTES: u32 = 1;
const FOUR_BYTES: u32 = 2;
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

function record(op: u32, extra: u32, arg: u32, second: u32): void {
  if (records == 0 || recordsUsed + RECORD > cellBytes(records)) {
    const fresh = failed != 0 ? 0 : resizeRaw(records, recordsUsed, recordsUsed == 0 ? 8112 : recordsUsed * 2);
    if (fresh == 0) { setCodeFailed(<u32>recordsUsed + 1); return; }
    records = fresh;
  }
  const at = records + recordsUsed;
  store<u8>(at, <u8>op);
  store<u8>(at, 0, 1);
  store<u16>(at, <u16>extra, 2);
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
export function needRoom(extra: i32): void { if (depth + extra > maxDepth) maxDepth = depth + extra; }
export function enterBlock(): void { if (++blockDepth > maxBlockDepth) maxBlockDepth = blockDepth; }
export function leaveBlock(): void { blockDepth--; }

/** An instruction without operand, or with a number. `delta`: what it does to the depth. */
export function emit(op: u32, arg: u32, delta: i32): void {
  adjust(delta);
  if (!dead) record(op, 0, arg, 0);
}
/** An instruction with two operands: a number or child and a byte, or a name and a number. */
export function emit2(op: u32, arg: u32, second: u32, delta: i32): void {
  adjust(delta);
  if (!dead) record(op, 0, arg, second);
}
/** The same without a look at the depth. */
export function emitRaw(op: u32, arg: u32): void { if (!dead) record(op, 0, arg, 0); }
/** An instruction whose operand is a name (an interned str). */
export function emitName(op: u32, name: Value, delta: i32): void {
  adjust(delta);
  if (!dead) record(op, 0, nameIndex(name), 0);
}
/** An instruction with a name and a number. */
export function emitNameSlot(op: u32, name: Value, slot: u32, delta: i32): void {
  adjust(delta);
  if (!dead) record(op, 0, nameIndex(name), slot);
}
/** A jump to a label. */
export function emitJump(op: u32, label: u32, delta: i32): void {
  adjust(delta);
  if (dead) return;
  record(op, 0, label, 0);
  reference(label);
  if (op == Op.JUMP || op == Op.POP_EXCEPT_JUMP) dead = true;
}
/** UNWIND_JUMP; `count` its byte. */
export function emitUnwind(label: u32, count: u32): void {
  if (dead) return;
  record(Op.UNWIND_JUMP, 0, label, count);
  reference(label);
  dead = true;
}
/** Nothing gets past this point: after RETURN_VALUE and the RAISEs. */
export function endPath(): void { dead = true; }
function reference(label: u32): void {
  if (labels == 0) return;
  const at = labels + (<usize>label << 2);
  store<u32>(at, load<u32>(at) | REFERENCED);
}

/** A new label, not placed yet. */
export function newLabel(): u32 {
  const need = (<usize>labelCount + 1) << 2;
  if (labels == 0 || need > cellBytes(labels)) {
    const fresh = failed != 0 ? 0 : resizeRaw(labels, <usize>labelCount << 2, labelCount == 0 ? 2048 : need * 2);
    if (fresh == 0) { setCodeFailed(<u32>need); return 0; }
    labels = fresh;
  }
  store<u32>(labels + (<usize>labelCount << 2), 0);
  return labelCount++;
}
/** Puts the label here. */
export function placeLabel(label: u32): void {
  record(LABEL, 0, label, 0);
  if (dead && (pure || labels == 0 || load<u32>(labels + (<usize>label << 2)) & REFERENCED)) dead = false;
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
  record(LINE, 0, line, 0);
}
/** The same, where mpy-cross has no entry: an operation after its operands. Not in pure mode. */
export function backToLine(line: u32): void { if (!pure) setLine(line); }
/** The top of a loop: an entry even if the line stays the same, since coming here is a new visit. Not in pure mode. */
export function setLoopLine(line: u32): void {
  if (pure || optimisation >= 3) return;
  lastLine = line;
  record(LINE, 1, line, 0);
}

// ---- layout ----

@inline function vuintBytes(n: u32): u32 {
  return n < 0x80 ? 1 : n < 0x4000 ? 2 : n < 0x200000 ? 3 : n < 0x10000000 ? 4 : 5;
}
/** Bytes of a signed number: groups of 7 bits, the first one's bit 6 being the sign. */
function signedBytes(n: i32): u32 {
  let bytes: u32 = 1;
  while (n < -0x40 || n > 0x3f) { n >>= 7; bytes++; }
  return bytes;
}
@inline function isJump(kind: u8): bool {
  return kind == OPERAND_JUMP || kind == OPERAND_FORWARD || kind == OPERAND_JUMP_BYTE;
}
function bytesOf(at: usize): u32 {
  const op = load<u8>(at);
  const kind = load<u8>(OPERANDS + op);
  if (kind == OPERAND_NONE) return 1;
  if (isJump(kind)) {
    const state = load<u8>(at, 1);
    return (state == ONE_BYTE ? 2 : state == TWO_BYTES ? 3 : 6) + (kind == OPERAND_JUMP_BYTE ? 1 : 0);
  }
  if (kind == OPERAND_INT) return 1 + signedBytes(load<i32>(at, 4));
  if (kind == OPERAND_BYTE) return 2;
  let n = 1 + vuintBytes(load<u32>(at, 4));
  if (kind == OPERAND_CHILD_BYTE) n += 1;
  else if (kind == OPERAND_NAME_UINT) n += vuintBytes(load<u32>(at, 8));
  return n;
}
/** The jump's offset for an encoding of `bytes` bytes in all (the extra byte of UNWIND_JUMP not counted). */
@inline function offsetFrom(position: u32, bytes: u32, label: u32): i32 {
  return <i32>((load<u32>(labels + (<usize>label << 2)) & ~REFERENCED) - position - bytes);
}

/** Finds the size of every jump. Returns the length of the code, or 0xffffffff: too long for this mode. */
export function layOut(): u32 {
  const end = records + recordsUsed;
  let position: u32 = 0;
  for (let at = records; at < end; at += RECORD) {
    const op = load<u8>(at);
    if (op < LABEL && isJump(load<u8>(OPERANDS + op))) store<u8>(at, <u8>TWO_BYTES, 1);
  }
  let total = place();
  if (total > TWO_BYTE_REACH && !pure) {
    for (let at = records; at < end; at += RECORD) {
      const op = load<u8>(at);
      if (op < LABEL && isJump(load<u8>(OPERANDS + op))) store<u8>(at, <u8>FOUR_BYTES, 1);
    }
    total = place();
  }
  for (let pass = 0; pass < PASSES_MAX; pass++) {
    position = 0;
    let changed = false;
    for (let at = records; at < end; at += RECORD) {
      const op = load<u8>(at);
      if (op == LABEL) { setPosition(load<u32>(at, 4), position); continue; }
      if (op == LINE) continue;
      const kind = load<u8>(OPERANDS + op);
      if (isJump(kind)) {
        const state = load<u8>(at, 1), label = load<u32>(at, 4);
        if (state != ONE_BYTE) {
          const near = offsetFrom(position, 2, label);
          if (kind == OPERAND_FORWARD ? <u32>near <= 127 : near >= -64 && near <= 63) {
            store<u8>(at, <u8>ONE_BYTE, 1);
            changed = true;
          } else if (state == FOUR_BYTES) {
            const far = offsetFrom(position, 3, label);
            if (kind == OPERAND_FORWARD ? <u32>far <= 0x7fff : far >= -0x4000 && far <= 0x3fff) {
              store<u8>(at, <u8>TWO_BYTES, 1);
              changed = true;
            }
          }
        }
      }
      position += bytesOf(at);
    }
    if (!changed) break;
  }
  return place();
}
@inline function setPosition(label: u32, position: u32): void {
  const at = labels + (<usize>label << 2);
  store<u32>(at, (load<u32>(at) & REFERENCED) | position);
}
/** Positions of all labels for the sizes as they are. Returns the length of the code. */
function place(): u32 {
  const end = records + recordsUsed;
  let position: u32 = 0;
  for (let at = records; at < end; at += RECORD) {
    const op = load<u8>(at);
    if (op == LABEL) setPosition(load<u32>(at, 4), position);
    else if (op != LINE) position += bytesOf(at);
  }
  return position;
}

// ---- bytes ----

function putVuint(to: usize, n: u32): usize {
  let bytes = vuintBytes(n);
  while (--bytes != 0) store<u8>(to++, <u8>(0x80 | (n >> bytes * 7)));
  store<u8>(to++, <u8>n & 0x7f);
  return to;
}
function putSigned(to: usize, n: i32): usize {
  let bytes = signedBytes(n);
  while (--bytes != 0) store<u8>(to++, <u8>(0x80 | (<i64>n >> bytes * 7)));
  store<u8>(to++, <u8>n & 0x7f);
  return to;
}

/** Writes the code, laid out before, to a new raw cell of `length` bytes. False: a jump is too far for the
 *  mode. Returns 0 then or without memory (codeFailed()). */
export function writeCode(length: u32): usize {
  const cell = allocRaw(length == 0 ? 1 : length);
  if (cell == 0) { setCodeFailed(length); return 0; }
  const end = records + recordsUsed;
  let to = cell;
  for (let at = records; at < end; at += RECORD) {
    const op = load<u8>(at);
    if (op >= LABEL) continue;
    const kind = load<u8>(OPERANDS + op);
    const arg = load<u32>(at, 4);
    if (isJump(kind)) {
      const state = load<u8>(at, 1), position = <u32>(to - cell);
      if (state == FOUR_BYTES) {
        store<u8>(to, <u8>Op.WIDE);
        store<u8>(to, op, 1);
        store<i32>(to, offsetFrom(position, 6, arg), 2);
        to += 6;
      } else {
        store<u8>(to, op);
        const bias = kind == OPERAND_FORWARD ? 0 : state == ONE_BYTE ? 0x40 : 0x4000;
        const offset = offsetFrom(position, state == ONE_BYTE ? 2 : 3, arg) + bias;
        if (state == ONE_BYTE) {
          store<u8>(to, <u8>offset, 1);
          to += 2;
        } else {
          if (offset < 0 || offset > 0x7fff) { freeRaw(cell); return 0; }
          store<u8>(to, <u8>(0x80 | (offset & 0x7f)), 1);
          store<u8>(to, <u8>(offset >> 7), 2);
          to += 3;
        }
      }
      if (kind == OPERAND_JUMP_BYTE) store<u8>(to++, load<u8>(at, 8));
      continue;
    }
    store<u8>(to++, op);
    if (kind == OPERAND_NONE) continue;
    if (kind == OPERAND_INT) to = putSigned(to, <i32>arg);
    else if (kind == OPERAND_BYTE) store<u8>(to++, <u8>arg);
    else {
      to = putVuint(to, arg);
      if (kind == OPERAND_CHILD_BYTE) store<u8>(to++, load<u8>(at, 8));
      else if (kind == OPERAND_NAME_UINT) to = putVuint(to, load<u32>(at, 8));
    }
  }
  return cell;
}

/** Line entries are collected here. Raw cell, kept for the next scope. */
let output: usize = 0;
let outputUsed: usize = 0;
function out(b: u32): void {
  if (output == 0 || outputUsed >= cellBytes(output)) {
    const fresh = failed != 0 ? 0 : resizeRaw(output, outputUsed, outputUsed == 0 ? 1024 : outputUsed * 2);
    if (fresh == 0) { setCodeFailed(<u32>outputUsed + 1); return; }
    output = fresh;
  }
  store<u8>(output + outputUsed, <u8>b);
  outputUsed++;
}
/** Makes the line entries (docs/mpy-format.md 4.4) of the code as laid out. Returns their length; they lie at
 *  lineEntries() until the next call. */
export function makeLines(): u32 {
  outputUsed = 0;
  if (!pure) return makeExactLines();
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
  return <u32>outputUsed;
}
/** Code that runs here: exact entries (bytecode/lines.ts). Of several at one place the last counts. */
function makeExactLines(): u32 {
  const end = records + recordsUsed;
  let position: u32 = 0, lastPosition: u32 = 0, line: u32 = 1, next: u32 = 1;
  let open = false, forced = false;
  for (let at = records; at < end; at += RECORD) {
    const op = load<u8>(at);
    if (op == LABEL) continue;
    if (op == LINE) {
      open = true;
      next = load<u32>(at, 4);
      if (load<u16>(at, 2)) forced = true;
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
  return <u32>outputUsed;
}
function outVuint(n: u32): void {
  let bytes = vuintBytes(n);
  while (--bytes != 0) out(0x80 | (n >> bytes * 7 & 0x7f));
  out(n & 0x7f);
}
export function lineEntries(): usize { return output; }
