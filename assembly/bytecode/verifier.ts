// Verifier: code from a file is safe to translate and run.
//
// Every operand is in its range; every way to an instruction brings the same stack depth and the
// same nesting of exception blocks, never below zero and never beyond what the prelude announces;
// control cannot leave the code. Private opcodes are refused. What opcodes take for granted of the
// values on the stack: stack_kinds.ts.
import { allocRaw, allocRawZeroed, freeRaw } from "../heap/allocator";
import { raiseNoMemory } from "../objects/errors";
import { TupleObject } from "../objects/tuple";
import { CodeObject, CODE_NAMESPACE, CODE_VARARGS, CODE_VARKEYWORDS } from "./code";
import { decode, effectOf, takesOf, opcode, operand, operandKind, extra,
  nextOffset } from "./decoder";
import {
  kindsBegin, kindsEnd, kindsAt, kindsKeep, kindsMeet, kindsStep, kindsHandler, markCell,
  isCellLocal, isIterator,
} from "./stack_kinds";
import {
  Op, OPERAND_NAME, OPERAND_OBJECT, OPERAND_CHILD, OPERAND_CHILD_BYTE, OPERAND_JUMP,
  OPERAND_FORWARD, OPERAND_JUMP_BYTE,
} from "./opcodes";

/** CodeObject.freeVariables before any instruction has made a function of the code. */
export const FREE_UNKNOWN: u32 = 0xffffffff;

/** Before each instruction, 8 bytes by offset: 1 + depth (BOUNDARY alone: not reached yet; 0: no
 *  instruction begins here), then the innermost exception block, as 1 + offset of its SETUP; 0:
 *  none. The block around a block is the one at its SETUP. */
let states: usize = 0;
const BOUNDARY: u32 = 0x80000000;
/** Waits to be looked at. */
const WAITING: u32 = 0x40000000;
/** Deepest nesting of exception blocks that is accepted. */
const BLOCKS_MAX: u32 = 400;
/** Offsets that wait to be looked at. */
let work: usize = 0;
let waiting: u32 = 0;
let length: u32 = 0;
let constants: TupleObject = changetype<TupleObject>(0);
/** Address of the bytecode. */
let code: usize = 0;
function decodeAt(offset: u32): bool { return decode(code, length, offset); }
/** The opcode there, which has been read. */
function opcodeAt(offset: u32): u8 { return load<u8>(code + offset); }

/** Checks `c` and what it says about its children. False: bad, or without memory (an exception is
 *  pending). Sets localCount, and in `heat`, until whoever makes a function of it has been checked,
 *  how many cells it must be given. */
export function verifyCode(c: CodeObject, names: u32, objects: TupleObject): bool {
  length = c.codeLength;
  if (length == 0 || length > 0xffffff) return false;
  states = allocRawZeroed((<usize>length + 1) << 3);
  work = allocRaw((<usize>length + 1) << 2);
  if (states == 0 || work == 0) {
    freeRaw(states);
    freeRaw(work);
    raiseNoMemory(length << 2);
    return false;
  }
  constants = objects;
  code = c.code;
  const ok = readAll(c, names, objects.length) && noteCells(c) && follow(c);
  kindsEnd();
  freeRaw(states);
  freeRaw(work);
  return ok;
}

/** First pass: every instruction with its operands. */
function readAll(c: CodeObject, names: u32, objects: u32): bool {
  const children = changetype<TupleObject>(c.children);
  const childCount: u32 = c.children == 0 ? 0 : children.length;
  let locals = c.positional + c.keywordOnly + (c.codeFlags & CODE_VARARGS ? 1 : 0)
    + (c.codeFlags & CODE_VARKEYWORDS ? 1 : 0);
  for (let i: u32 = 0; i < c.cellCount; i++) {
    const slot = <u32>load<u16>(c.cells + (<usize>i << 1));
    if (slot >= locals) locals = slot + 1;
  }
  let classBody = false;
  for (let offset: u32 = 0; offset < length; offset = nextOffset) {
    if (!decodeAt(offset) || opcode < 0x10) return false;
    store<u32>(states + (<usize>offset << 3), BOUNDARY);
    const n = <u32>operand;
    switch (operandKind) {
      case OPERAND_NAME: if (n >= names) return false; break;
      case OPERAND_OBJECT: if (n >= objects) return false; break;
      case OPERAND_CHILD:
      case OPERAND_CHILD_BYTE: {
        if (n >= childCount) return false;
        const child = changetype<CodeObject>(<usize>children.at(n));
        if (child.freeVariables == FREE_UNKNOWN) child.freeVariables = extra;
        if (child.freeVariables != extra || extra > child.positional || child.heat > extra)
          return false;
        if (classBody) child.codeFlags |= CODE_NAMESPACE;
        classBody = false;
        break;
      }
      case OPERAND_JUMP:
      case OPERAND_FORWARD:
      case OPERAND_JUMP_BYTE: if (n >= length) return false; break;
      default: break;
    }
    if (opcode == Op.LOAD_BUILD_CLASS) classBody = true;
    if ((opcode >= Op.LOAD_FAST_N && opcode <= Op.DELETE_DEREF)
        || (opcode >= 0xb0 && opcode < 0xd0)) {
      if (n >= c.stateSize) return false;
      if (n >= locals) locals = n + 1;
    } else if (opcode == Op.BUILD_SLICE && n != 2 && n != 3) {
      return false;
    } else if (opcode == Op.STORE_COMP && (n & 3) == 3) {
      return false;
    }
  }
  for (let i: u32 = 0; i < childCount; i++) {
    const child = changetype<CodeObject>(<usize>children.at(i));
    if (child.freeVariables == FREE_UNKNOWN) child.freeVariables = 0;
    if (child.heat > child.freeVariables) return false;
    child.heat = 0;
  }
  c.localCount = locals;
  return locals <= c.stateSize;
}

/** Which locals hold cells: those that the prelude names, and the free variables, of which it is
 *  known only that they are used as such. Nothing else may be put into them. */
function noteCells(c: CodeObject): bool {
  if (c.stateSize - c.localCount > 0xfff0 || !kindsBegin(length, c.stateSize - c.localCount,
    c.localCount)) return false;
  for (let i: u32 = 0; i < c.cellCount; i++) markCell(load<u16>(c.cells + (<usize>i << 1)));
  let free: u32 = 0;
  // The cells of a closure are loaded right before it is made: where the present row of loads
  // began, and how many.
  let loads: u32 = 0, first: u32 = 0;
  for (let offset: u32 = 0; offset < length; offset = nextOffset) {
    decodeAt(offset);
    const n = <u32>operand;
    if (opcode == Op.LOAD_FAST_N || (opcode >= 0xb0 && opcode < 0xc0)) {
      if (loads == 0) first = offset;
      loads++;
      continue;
    }
    if (opcode == Op.LOAD_DEREF || opcode == Op.STORE_DEREF || opcode == Op.DELETE_DEREF) {
      free = needed(c, n, free);
    } else if (opcode == Op.MAKE_CLOSURE || opcode == Op.MAKE_CLOSURE_DEFARGS) {
      // 0: a tuple of cells, which files have not.
      if (extra > loads || extra == 0) return false;
      let skip = loads - extra;
      for (let at = first; at < offset; at = nextOffset) {
        decodeAt(at);
        if (skip != 0) skip--; else free = needed(c, operand, free);
      }
      decodeAt(offset);
    }
    loads = 0;
    if (free > c.positional) return false;
  }
  for (let i: u32 = 0; i < free; i++) markCell(i);
  c.heat = free;
  for (let offset: u32 = 0; offset < length; offset = nextOffset) {
    decodeAt(offset);
    const stores = opcode == Op.STORE_FAST_N || opcode == Op.DELETE_FAST
      || (opcode >= 0xc0 && opcode < 0xd0);
    if (stores && isCellLocal(operand)) return false;
  }
  return true;
}

/** How many free variables there are at least, if local `i` holds a cell. */
function needed(c: CodeObject, i: u32, free: u32): u32 {
  return isCellLocal(i) || i < free ? free : i + 1;
}

@inline function depthAt(offset: u32): i32 {
  return <i32>(load<u32>(states + (<usize>offset << 3)) & 0xffff) - 1;
}
@inline function blockAt(offset: u32): u32 { return load<u32>(states + (<usize>offset << 3), 4); }

/** Control comes to `offset` with this depth and innermost block, and the stack of
 *  stack_kinds.ts. */
function arrive(offset: u32, depth: i32, block: u32, jumps: bool): bool {
  if (depth < 0 || offset >= length) return false;
  const at = states + (<usize>offset << 3);
  const state = load<u32>(at);
  if (!(state & BOUNDARY)) return false;
  const now = BOUNDARY | (<u32>depth + 1);
  if (state == BOUNDARY) {
    store<u32>(at, block, 4);
    kindsKeep(offset, depth, jumps);
  } else {
    if ((state & ~WAITING) != now || load<u32>(at, 4) != block) return false;
    if (!kindsMeet(offset, depth, jumps) || state & WAITING) return true;
  }
  store<u32>(at, now | WAITING);
  store<u32>(work + (<usize>waiting << 2), offset);
  waiting++;
  return true;
}

/** Second pass: all ways through the code. */
function follow(c: CodeObject): bool {
  const room = <i32>(c.stateSize - c.localCount);
  if (c.exceptionDepth > BLOCKS_MAX) return false;
  waiting = 0;
  if (!arrive(0, 0, 0, false)) return false;
  while (waiting != 0) {
    waiting--;
    const offset = load<u32>(work + (<usize>waiting << 2));
    store<u32>(states + (<usize>offset << 3), load<u32>(states + (<usize>offset << 3)) & ~WAITING);
    const depth = depthAt(offset), block = blockAt(offset);
    const floor = guarded(offset, block);
    decodeAt(offset);
    const n = <u32>operand;
    const after = depth + effectOf(opcode, operand, extra);
    // In the finally of an async with a value and an int may stand where an exception could: one
    // more than counted.
    const short = opcode == Op.ROT_THREE && block != 0 && isAsyncWith(block - 1)
      && depth == blockBase(block - 1) + 1;
    decodeAt(offset);
    const take = short ? 2 : takesOf(opcode, n, extra);
    if (after < 0 || after > room || take < 0 || depth < take
      || (depth - changes(take, depth - after) < floor && !endsAsyncWith())) return false;
    kindsAt(offset, depth);
    const entersLoop = nextOffset < length && opcodeAt(nextOffset) == Op.FOR_ITER;
    if (!kindsStep(constants, depth, take, after, entersLoop)) return false;
    switch (opcode) {
      case Op.RETURN_VALUE:
      case Op.RAISE_LAST:
      case Op.RAISE_OBJ:
      case Op.RAISE_FROM: break;
      case Op.UNWIND_JUMP: {
        // Leaves blocks; the outermost of them was set up at the depth of the loop.
        const drop = extra & 0x80 ? 4 : 0, blocks = extra & 0x7f;
        let left = block, level = depth;
        for (let i = blocks; i != 0; i--) {
          if (left == 0) return false;
          level = blockBase(left - 1) - (isAsyncWith(left - 1) ? 1 : 0);
          left = blockAt(left - 1);
        }
        if (level > depth || (drop != 0 && !isIterator(level - 4)) || !arrive(n, level - drop, left,
          true)) return false;
        break;
      }
      case Op.JUMP: if (!arrive(n, after, block, true)) return false; break;
      case Op.POP_JUMP_IF_TRUE:
      case Op.POP_JUMP_IF_FALSE:
      case Op.JUMP_IF_TRUE_OR_POP:
      case Op.JUMP_IF_FALSE_OR_POP:
      case Op.FOR_ITER: {
        const jumped = opcode == Op.FOR_ITER ? depth - 4
          : opcode == Op.POP_JUMP_IF_TRUE || opcode == Op.POP_JUMP_IF_FALSE ? after : depth;
        if (!arrive(n, jumped, block, true) || !arrive(nextOffset, after, block, false))
          return false;
        break;
      }
      case Op.SETUP_WITH:
      case Op.SETUP_EXCEPT:
      case Op.SETUP_FINALLY: {
        let nesting: u32 = 1;
        for (let b = block; b != 0; b = blockAt(b - 1)) nesting++;
        if (nesting > c.exceptionDepth || n <= offset) return false;
        // The handler finds exit and self, or nothing, and the exception (or None) on the stack.
        const handler = opcode == Op.SETUP_WITH ? depth + 2 : depth + 1;
        if (handler > room || !arrive(nextOffset, after, offset + 1, false)) return false;
        kindsHandler(handler - 1);
        if (!arrive(n, handler, offset + 1, true)) return false;
        break;
      }
      case Op.POP_EXCEPT_JUMP:
        if (block == 0 || !arrive(n, after, blockAt(block - 1), true)) return false;
        break;
      case Op.END_FINALLY:
        if (block == 0 || !arrive(nextOffset, after, blockAt(block - 1), false)) return false;
        break;
      default: if (!arrive(nextOffset, after, block, false)) return false; break;
    }
  }
  return true;
}
/** How many of the `take` entries that the decoded opcode looks at it takes away or replaces;
 *  `fewer`: the loss. */
function changes(take: i32, fewer: i32): i32 {
  switch (opcode) {
    case Op.DUP_TOP:
    case Op.DUP_TOP_TWO: return 0;
    case Op.STORE_COMP:
    case Op.STORE_MAP: return fewer;
    default: return take;
  }
}
/** True if the decoded opcode is the ROT_TWO that takes the manager up at the end of an async
 *  with's body: no exception can come between it and the jump behind the handler's beginning that
 *  follows. */
function endsAsyncWith(): bool {
  const at = nextOffset;
  if (opcode != Op.ROT_TWO || at >= length || opcodeAt(at) != Op.JUMP) return false;
  decodeAt(at);
  const forward = <u32>operand > at;
  decodeAt(at - 1);
  return forward;
}
/** Depth of the stack that the handlers around `offset` count on: what is below may not be
 *  touched. */
function guarded(offset: u32, block: u32): i32 {
  for (let b = block; b != 0; b = blockAt(b - 1)) {
    decodeAt(b - 1);
    if (offset < <u32>operand) return opcode == Op.SETUP_WITH ? depthAt(b - 1) + 1 : depthAt(b - 1);
  }
  return 0;
}
/** The finally block of an async with: its handler begins by looking at what it finds, and takes
 *  the manager from below it in the end. */
function isAsyncWith(setup: u32): bool {
  return opcodeAt(setup) == Op.SETUP_FINALLY && decodeAt(setup)
    && <u32>operand < length
    && opcodeAt(operand) == Op.DUP_TOP;
}
/** Depth to which leaving a block cuts the stack: that at its SETUP, less the manager of a with. */
function blockBase(setup: u32): i32 {
  return opcodeAt(setup) == Op.SETUP_WITH ? depthAt(setup) - 1 : depthAt(setup);
}
