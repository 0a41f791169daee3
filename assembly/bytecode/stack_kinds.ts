// Kinds of the values on the stack: what the verifier knows of them beside their number.
//
// Some opcodes take for granted what lies on the stack: FOR_ITER the four entries that
// GET_ITER_STACK made, STORE_COMP its list, MAKE_CLOSURE its cells, calls the names of keyword
// arguments; and LOAD_NULL makes what no other opcode may see. The compilers emit them so; a
// damaged or hostile file need not. So each entry has a kind, and every opcode is checked against
// those it finds. Where two ways meet, what differs is ANY, or UNUSABLE if one of them is.
import { allocRaw, freeRaw } from "../heap/allocator";
import { TUPLE_TYPE } from "../objects/tuple";
import { isExactly } from "../heap/header";
import { TupleObject } from "../objects/tuple";
import { opcode, operand, extra } from "./decoder";
import { Op } from "./opcodes";

/** Any value of Python's. */
export const KIND_ANY: u8 = 0;
const KIND_LIST: u8 = 1;
const KIND_DICT: u8 = 2;
const KIND_SET: u8 = 3;
const KIND_TUPLE: u8 = 4;
const KIND_CELL: u8 = 5;
const KIND_INT: u8 = 6;
const KIND_NAME: u8 = 7;
/** From here on: nothing that opcodes for values may touch. */
const FIRST_UNUSABLE: u8 = 8;
/** LOAD_NULL's; the second: after a jump, where the translator does not know any more that it is
 *  one. */
const KIND_NULL: u8 = 8;
const KIND_NULL_JOINED: u8 = 9;
/** The second of the two entries of a method or a with: a value or NULL. */
const KIND_SELF: u8 = 10;
/** One of the four entries of an iterator. */
const KIND_ITERATOR: u8 = 11;
const KIND_UNUSABLE: u8 = 12;

/** Most memory that may be used. Unit: bytes. Beyond it a function counts as damaged: none that a
 *  compiler makes of a program is near it. */
const KINDS_MAX: u64 = 64 << 20;

/** A row of `room` kinds for each offset, then the row `now`. */
let rows: usize = 0;
let room: usize = 0;
/** The stack while an opcode is looked at. */
let now: usize = 0;
/** A byte for each local: 1 if it holds a cell. */
let cellLocals: usize = 0;

/** Makes room for code of `length` bytes with a stack of `depth`, and `locals` locals. False: too
 *  large, or no memory. */
export function kindsBegin(length: u32, depth: u32, locals: u32): bool {
  room = depth;
  const bytes = <u64>(length + 1) * depth + depth + locals + 16;
  if (bytes > KINDS_MAX) return false;
  rows = allocRaw(<usize>bytes);
  if (rows == 0) return false;
  now = rows + <usize>(length + 1) * room;
  cellLocals = now + room;
  memory.fill(cellLocals, 0, locals);
  return true;
}
export function kindsEnd(): void { freeRaw(rows); rows = 0; }
/** Local `i` holds a cell. */
export function markCell(i: u32): void { store<u8>(cellLocals + i, 1); }
export function isCellLocal(i: u32): bool { return load<u8>(cellLocals + i) != 0; }

@inline function kind(i: i32): u8 { return load<u8>(now + i); }
@inline function set(i: i32, k: u8): void { store<u8>(now + i, k); }

/** The stack is that at `offset`. */
export function kindsAt(offset: u32, depth: i32): void {
  memory.copy(now, rows + offset * room, depth);
}
/** Control comes to `offset` for the first time. */
export function kindsKeep(offset: u32, depth: i32, jumps: bool): void {
  for (let i = 0; i < depth; i++) store<u8>(rows + offset * room + i, arriving(i, jumps));
}
/** Control comes there again. True if less is known than before: what follows must be looked at
 *  again. */
export function kindsMeet(offset: u32, depth: i32, jumps: bool): bool {
  let changed = false;
  for (let i = 0; i < depth; i++) {
    const at = rows + offset * room + i;
    const old = load<u8>(at), k = arriving(i, jumps);
    const both = meet(old, k);
    if (both != old) { store<u8>(at, both); changed = true; }
  }
  return changed;
}
function arriving(i: i32, jumps: bool): u8 {
  return jumps && kind(i) == KIND_NULL ? KIND_NULL_JOINED : kind(i);
}
function meet(a: u8, b: u8): u8 {
  if (a == b) return a;
  if (a < FIRST_UNUSABLE && b < FIRST_UNUSABLE) return KIND_ANY;
  return a <= KIND_NULL_JOINED && b <= KIND_NULL_JOINED && a >= KIND_NULL && b >= KIND_NULL
    ? KIND_NULL_JOINED : KIND_UNUSABLE;
}
/** The handler of a block finds what was on the stack at its SETUP, then an exception (or None) at
 *  `i`. */
export function kindsHandler(i: i32): void { set(i, KIND_ANY); }

/** The kinds of the entries from `from` to below `to` lie in `least` to `most`. */
function within(from: i32, to: i32, least: u8, most: u8): bool {
  for (let i = from; i < to; i++) if (kind(i) < least || kind(i) > most) return false;
  return true;
}
/** Entries from `from` to below `to` are values. */
function values(from: i32, to: i32): bool { return within(from, to, 0, FIRST_UNUSABLE - 1); }
/** They become of this kind. */
function setAll(from: i32, to: i32, k: u8): void {
  for (let i = from; i < to; i++) set(i, k);
}
/** True if the `from`.. four are one iterator. */
export function isIterator(from: i32): bool {
  return from >= 0 && within(from, from + 4, KIND_ITERATOR, KIND_ITERATOR);
}

/** Checks the opcode decoded last against the stack of `depth` entries, of which it takes `needs`,
 *  and makes of it the stack afterwards, of `after` entries. entersLoop: the next opcode is a
 *  FOR_ITER. False: it does not fit. */
export function kindsStep(objects: TupleObject, depth: i32, needs: i32, after: i32,
    entersLoop: bool): bool {
  const top = depth - 1, n = <u32>operand;
  // What is on top afterwards.
  let result = KIND_ANY;
  switch (opcode) {
    case Op.DUP_TOP:
    case Op.DUP_TOP_TWO:
      memory.copy(now + depth, now + depth - needs, needs);
      return values(depth - needs, depth);
    case Op.ROT_TWO:
    case Op.ROT_THREE: {
      const low = depth - (opcode == Op.ROT_TWO ? 2 : needs);
      if (!within(low, depth, 0, KIND_SELF)) return false;
      const k = kind(top);
      memory.copy(now + low + 1, now + low, top - low);
      set(low, k);
      return true;
    }
    case Op.LOAD_NULL:
      set(depth, KIND_NULL);
      // A generator expression is given its iterator: NULL, iterator, NULL, NULL. The translator
      // sees to it that it is one.
      if (entersLoop && depth >= 3 && kind(depth - 3) == KIND_NULL
          && kind(depth - 2) < FIRST_UNUSABLE && kind(top) == KIND_NULL)
        setAll(depth - 3, depth + 1, KIND_ITERATOR);
      return true;
    case Op.POP_TOP:
      // A break drops an iterator entry by entry.
      if (kind(top) == KIND_ITERATOR) {
        if (!isIterator(depth - 4)) return false;
        setAll(depth - 4, top, KIND_UNUSABLE);
      }
      return true;
    case Op.FOR_ITER:
      set(depth, KIND_ANY);
      return isIterator(depth - 4);
    case Op.STORE_COMP: {
      const to = kind(top - <i32>(n >> 2)), what = n & 3;
      return values(after, depth) && to == (what == 0 ? KIND_LIST : what == 1 ? KIND_DICT
        : KIND_SET);
    }
    case Op.STORE_MAP: return values(depth - 2, depth) && kind(depth - 3) == KIND_DICT;
    // NULL as the value deletes.
    case Op.STORE_ATTR:
    case Op.STORE_SUBSCR:
      return kind(depth - needs) <= KIND_NULL && values(depth - needs + 1, depth);
    case Op.WITH_CLEANUP: {
      const manager = kind(depth - 3);
      set(depth - 3, KIND_ANY);
      return manager < FIRST_UNUSABLE && kind(depth - 2) <= KIND_SELF && kind(top) < FIRST_UNUSABLE;
    }
    case Op.CALL_FUNCTION:
    case Op.CALL_METHOD: return call(after, opcode == Op.CALL_METHOD, KIND_NAME, KIND_NAME);
    case Op.CALL_FUNCTION_VAR_KW:
    case Op.CALL_METHOD_VAR_KW:
      // A dict of keyword arguments has no name.
      return kind(top) == KIND_INT
        && call(after, opcode == Op.CALL_METHOD_VAR_KW, KIND_ANY, KIND_NULL_JOINED);
    case Op.MAKE_FUNCTION_DEFARGS: return defaults(depth - 2, after);
    case Op.MAKE_CLOSURE:
    case Op.MAKE_CLOSURE_DEFARGS: {
      const cells = depth - <i32>extra;
      if (!within(cells, depth, KIND_CELL, KIND_CELL)) return false;
      if (opcode == Op.MAKE_CLOSURE_DEFARGS) return defaults(cells - 2, after);
      set(after - 1, KIND_ANY);
      return true;
    }
    case Op.LOAD_CONST_STRING: result = KIND_NAME; break;
    case Op.LOAD_CONST_SMALL_INT: result = KIND_INT; break;
    case Op.LOAD_CONST_OBJ: if (isExactly(objects.at(n), TUPLE_TYPE)) result = KIND_TUPLE; break;
    case Op.LOAD_FAST_N: if (isCellLocal(n)) result = KIND_CELL; break;
    case Op.LOAD_METHOD:
    case Op.LOAD_SUPER_METHOD: result = KIND_SELF; break;
    case Op.BUILD_MAP: result = KIND_DICT; break;
    case Op.BUILD_LIST: result = KIND_LIST; break;
    case Op.BUILD_SET: result = KIND_SET; break;
    case Op.BUILD_TUPLE: result = KIND_TUPLE; break;
    default:
      // The one-byte forms.
      if (opcode >= 0x70 && opcode < 0xb0) result = KIND_INT;
      else if (opcode >= 0xb0 && opcode < 0xc0 && isCellLocal(n)) result = KIND_CELL;
      break;
  }
  if (!values(depth - needs, depth)) return false;
  setAll(depth - needs, after, opcode == Op.GET_ITER_STACK ? KIND_ITERATOR : KIND_ANY);
  if (opcode == Op.SETUP_WITH) set(after - 2, KIND_SELF);
  if (result != KIND_ANY) set(after - 1, result);
  return true;
}
/** The call decoded last, whose result is the last of `after` entries: the function is a value, the
 *  second entry of a method may be NULL, arguments are values, and the kinds of what stands for
 *  names of keyword arguments lie in `from` to `to`. */
function call(after: i32, method: bool, from: u8, to: u8): bool {
  const first = method ? after + 1 : after, last = first + (operand & 255);
  if (kind(after - 1) >= FIRST_UNUSABLE || (method && kind(after) > KIND_SELF)
    || !values(first, last)) return false;
  for (let i = last, end = last + (operand >> 8 << 1); i < end; i += 2)
    if (kind(i) < from || kind(i) > to || kind(i + 1) >= FIRST_UNUSABLE) return false;
  set(after - 1, KIND_ANY);
  return true;
}
/** The defaults of a function, at `at`: a tuple or NULL, a dict or NULL. */
function defaults(at: i32, after: i32): bool {
  const positional = kind(at), keyword = kind(at + 1);
  set(after - 1, KIND_ANY);
  return isOrNull(positional, KIND_TUPLE) && isOrNull(keyword, KIND_DICT);
}
function isOrNull(k: u8, wanted: u8): bool {
  return k == wanted || k == KIND_NULL || k == KIND_NULL_JOINED;
}
