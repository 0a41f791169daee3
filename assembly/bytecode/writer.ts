// Writer of .mpy files, version 6, in memory (docs/mpy-format.md).
//
// Writes what a code object holds: names and constants of its context, then code by code. Also
// makes the prelude of one code object, which the disassembler shows.
import { Value, RAISED, isSmallInt, isInlineFloat } from "../core/value";
import { typeOf, INT_TYPE, FLOAT_TYPE } from "../heap/header";
import { freeRaw } from "../heap/allocator";
import { rawNew } from "../objects/object_new";
import { raise, raiseNoMemory, ValueError } from "../objects/errors";
import { enterNative, leaveNative } from "../objects/hooks";
import { Text, textNew } from "../objects/text";
import { StrObject, STR_TYPE } from "../objects/str";
import { BYTES_TYPE } from "../objects/bytes";
import { COMPLEX_TYPE } from "../objects/complex";
import { TupleObject, TUPLE_TYPE } from "../objects/tuple";
import { NONE, TRUE, FALSE, ELLIPSIS } from "../objects/singletons";
import { reprInto } from "../objects/protocol";
import { CodeObject, CodeContext, CODE_PRIVATE } from "./code";
import { staticQstrNumber } from "./static_qstrs";

/** Bits of small ints that the code needs at most, sign included: LOAD_CONST_SMALL_INT holds no
 *  larger ones. */
const SMALL_INT_BITS: u32 = 31;
/** Flags of a code object that the prelude has room for. */
const PRELUDE_FLAGS: u32 = 15;

// object kinds
export const MPY_NONE: u32 = 1;
export const MPY_FALSE: u32 = 2;
export const MPY_TRUE: u32 = 3;
export const MPY_ELLIPSIS: u32 = 4;
export const MPY_STR: u32 = 5;
export const MPY_BYTES: u32 = 6;
export const MPY_INT: u32 = 7;
export const MPY_FLOAT: u32 = 8;
export const MPY_COMPLEX: u32 = 9;
export const MPY_TUPLE: u32 = 10;

/** Appends a number: groups of 7 bits, the highest first. */
export function putVuint(out: Text, n: u32): void {
  let shift: u32 = 28;
  while (shift != 0 && n >> shift == 0) shift -= 7;
  for (; shift != 0; shift -= 7) out.byte(0x80 | (n >> shift & 0x7f));
  out.byte(n & 0x7f);
}

// ---- names by address: their numbers in the context's table ----
let index: usize = 0;
let indexMask: u32 = 0;

/** Prepares numberOf for the names of a context. False with MemoryError pending. */
function indexNames(names: TupleObject): bool {
  let size: u32 = 64;
  while (size < names.length * 2) size <<= 1;
  index = rawNew(<usize>size << 3);
  if (index == 0) return false;
  memory.fill(index, 0, <usize>size << 3);
  indexMask = size - 1;
  for (let n: u32 = 0; n < names.length; n++) {
    const name = <u32>names.at(n);
    let i = (name >> 4) * 0x9e3779b1 >> 5 & indexMask;
    while (load<u32>(index + (<usize>i << 3)) != 0 && load<u32>(index + (<usize>i << 3)) != name)
      i = (i + 1) & indexMask;
    if (load<u32>(index + (<usize>i << 3)) != 0) continue;
    store<u32>(index + (<usize>i << 3), name);
    store<u32>(index + (<usize>i << 3), n, 4);
  }
  return true;
}
function dropIndex(): void { freeRaw(index); index = 0; }
/** Number of a name; 0 (the source's name) for one that is not in the table. */
function numberOf(name: Value): u32 {
  let i = (<u32>name >> 4) * 0x9e3779b1 >> 5 & indexMask;
  while (true) {
    const at = index + (<usize>i << 3);
    if (load<u32>(at) == <u32>name) return load<u32>(at, 4);
    if (load<u32>(at) == 0) return 0;
    i = (i + 1) & indexMask;
  }
}

/** Appends the prelude of a code object (sections 4.1 to 4.6). Names are numbered by its own
 *  context. Returns false with ValueError or MemoryError pending. */
export function preludeOf(c: CodeObject, out: Text): bool {
  if (!indexNames(changetype<TupleObject>(changetype<CodeContext>(c.context).names))) return false;
  const ok = putPrelude(c, out);
  dropIndex();
  return ok;
}
function putPrelude(c: CodeObject, out: Text): bool {
  let s = c.stateSize - 1, e = c.exceptionDepth, f = c.codeFlags & PRELUDE_FLAGS;
  let a = c.positional, k = c.keywordOnly, d = c.defaults;
  let b = (s & 15) << 3 | (e & 1) << 2 | (a & 3);
  s >>= 4;
  e >>= 1;
  a >>= 2;
  while ((s | e | f | a | k | d) != 0) {
    out.byte(b | 0x80);
    b = (f & 1) << 6 | (s & 3) << 4 | (k & 1) << 3 | (a & 1) << 2 | (e & 1) << 1 | (d & 1);
    s >>= 2;
    e >>= 1;
    f >>= 1;
    a >>= 1;
    k >>= 1;
    d >>= 1;
  }
  out.byte(b);
  const info = textNew();
  putVuint(info, numberOf(c.name));
  const names = changetype<TupleObject>(c.argumentNames);
  for (let i: u32 = 0; i < c.positional + c.keywordOnly; i++) putVuint(info, numberOf(names.at(i)));
  info.bytes(c.lines, c.linesLength);
  let n = info.length, cells = c.cellCount;
  while (true) {
    const byte = (n & 0x3f) << 1 | (cells & 1);
    n >>= 6;
    cells >>= 1;
    if ((n | cells) == 0) { out.byte(byte); break; }
    out.byte(byte | 0x80);
  }
  out.bytes(info.data, info.length);
  const failed = info.failed;
  info.drop();
  if (failed != 0) { raiseNoMemory(failed); return false; }
  for (let i: u32 = 0; i < c.cellCount; i++) {
    const slot = <u32>load<u16>(c.cells + (<usize>i << 1));
    if (slot > 255) {
      raise(ValueError, "a .mpy file cannot hold so many local variables");
      return false;
    }
    out.byte(slot);
  }
  return true;
}

/** Appends one entry of the object table. False with ValueError or MemoryError pending. */
function putObject(v: Value, out: Text): bool {
  if (v == NONE) { out.byte(MPY_NONE); return true; }
  if (v == FALSE) { out.byte(MPY_FALSE); return true; }
  if (v == TRUE) { out.byte(MPY_TRUE); return true; }
  if (v == ELLIPSIS) { out.byte(MPY_ELLIPSIS); return true; }
  if (!isSmallInt(v) && !isInlineFloat(v)) {
    const type = typeOf(v);
    if (type == STR_TYPE || type == BYTES_TYPE) {
      const s = changetype<StrObject>(<usize>v);
      out.byte(type == STR_TYPE ? MPY_STR : MPY_BYTES);
      putVuint(out, s.lengthBytes);
      out.bytes(s.data, s.lengthBytes);
      out.byte(0);
      return true;
    }
    if (type == TUPLE_TYPE) {
      const t = changetype<TupleObject>(<usize>v);
      out.byte(MPY_TUPLE);
      putVuint(out, t.length);
      if (!enterNative()) return false;
      for (let i: u32 = 0; i < t.length; i++) {
        if (!putObject(t.at(i), out)) { leaveNative(); return false; }
      }
      leaveNative();
      return true;
    }
  }
  const type = typeOf(v);
  const kind = type == INT_TYPE ? MPY_INT : type == FLOAT_TYPE ? MPY_FLOAT : type == COMPLEX_TYPE
    ? MPY_COMPLEX : 0;
  if (kind == 0) { raise(ValueError, "a .mpy file cannot hold such a constant"); return false; }
  const text = textNew();
  if (!reprInto(v, text)) { text.drop(); return false; }
  let at = text.data, n = text.length;
  // repr of a complex has parentheses: (1+2j)
  if (n != 0 && load<u8>(at) == 40) { at++; n -= 2; }
  out.byte(kind);
  putVuint(out, n);
  out.bytes(at, n);
  text.drop();
  return true;
}

function putCode(c: CodeObject, out: Text, private_: bool): bool {
  if (c.codeFlags & CODE_PRIVATE && !private_) {
    raise(ValueError, "this code was compiled to be run here, not for a .mpy file");
    return false;
  }
  const head = textNew();
  if (!putPrelude(c, head)) { head.drop(); return false; }
  const children = changetype<TupleObject>(c.children);
  const length = head.length + c.codeLength;
  if (length > 0x1fffffff) { head.drop(); raise(ValueError, "code too long"); return false; }
  putVuint(out, length << 3 | (c.children != 0 ? 4 : 0));
  out.bytes(head.data, head.length);
  head.drop();
  out.bytes(c.code, c.codeLength);
  if (c.children == 0) return true;
  putVuint(out, children.length);
  if (!enterNative()) return false;
  let ok = true;
  for (let i: u32 = 0; ok && i < children.length; i++)
    ok = putCode(changetype<CodeObject>(<usize>children.at(i)), out, private_);
  leaveNative();
  return ok;
}

/** Appends the .mpy file of a module's code object. Returns None; RAISED with ValueError (what the
 *  format cannot hold), RecursionError or MemoryError pending. `private_`: private opcodes are
 *  written as well (such a file is for tests only: the reader refuses it). */
export function mpyWrite(code: Value, out: Text, private_: bool = false): Value {
  const c = changetype<CodeObject>(<usize>code);
  const context = changetype<CodeContext>(c.context);
  const names = changetype<TupleObject>(context.names),
    constants = changetype<TupleObject>(context.constants);
  out.byte(0x4d);
  out.byte(6);
  out.byte(0);
  out.byte(SMALL_INT_BITS);
  putVuint(out, names.length);
  putVuint(out, constants.length);
  for (let i: u32 = 0; i < names.length; i++) {
    const name = names.at(i);
    const number = staticQstrNumber(name);
    if (number != 0) { putVuint(out, number << 1 | 1); continue; }
    const s = changetype<StrObject>(<usize>name);
    putVuint(out, s.lengthBytes << 1);
    out.bytes(s.data, s.lengthBytes);
    out.byte(0);
  }
  for (let i: u32 = 0; i < constants.length; i++)
    if (!putObject(constants.at(i), out)) return RAISED;
  if (!indexNames(names)) return RAISED;
  const ok = putCode(c, out, private_);
  dropIndex();
  if (!ok) return RAISED;
  return out.failed != 0 ? raiseNoMemory(out.failed) : NONE;
}
