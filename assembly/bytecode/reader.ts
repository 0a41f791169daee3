// Reader of .mpy files, version 6, from memory: to a tree of code objects (docs/mpy-format.md).
//
// The file may be hostile: every length, index and operand is checked, and the code itself by
// verifier.ts, so that running it cannot leave its frame. Anything wrong is ValueError
// "incompatible .mpy file". Objects made while reading are not kept on the roots stack: reading
// reaches no safepoint.
import { Value, RAISED } from "../core/value";
import { utf8Invalid } from "../core/utf8";
import { floatParseFull, floatParsed } from "../core/parse_float";
import { allocRaw } from "../heap/allocator";
import { raise, raised, raiseNoMemory, ValueError } from "../objects/errors";
import { internBytes, strNew } from "../objects/str";
import { bytesNew } from "../objects/bytes";
import { floatNew } from "../objects/float";
import { complexNew } from "../objects/complex";
import { intParse } from "../objects/int";
import { TupleObject, tupleAlloc } from "../objects/tuple";
import { NONE, TRUE, FALSE, ELLIPSIS } from "../objects/singletons";
import { CodeObject, CodeContext, codeNew, contextNew, CODE_NAMESPACE,
  CODE_FROM_FILE } from "./code";
import { Bytes, byte, vuint } from "./bytes";
import { staticQstr } from "./static_qstrs";
import { verifyCode, FREE_UNKNOWN } from "./verifier";
import {
  MPY_NONE, MPY_FALSE, MPY_TRUE, MPY_ELLIPSIS, MPY_STR, MPY_BYTES, MPY_INT, MPY_FLOAT,
  MPY_COMPLEX, MPY_TUPLE,
} from "./writer";

/** Ints of this runtime are held inline up to so many bits, sign included. */
const SMALL_INT_BITS: u32 = 63;
/** Deepest nesting of functions, and of tuples, that is read. */
const DEPTH_MAX: i32 = 100;

function wrong(): Value {
  Bytes.bad = true;
  return RAISED;
}
/** A number of things that take at least one byte each in what is left. */
function count(): u32 {
  const n = vuint();
  if (<usize>n > Bytes.end - Bytes.at) { Bytes.bad = true; return 0; }
  return n;
}
/** Steps over `n` bytes; returns where they begin. */
function take(n: u32): usize {
  if (<usize>n > Bytes.end - Bytes.at) { Bytes.bad = true; return Bytes.at; }
  const from = Bytes.at;
  Bytes.at += n;
  return from;
}
function incompatible(): Value {
  return raised() ? RAISED : raise(ValueError, "incompatible .mpy file");
}

function readName(): Value {
  const n = vuint();
  if (n & 1) {
    const s = staticQstr(n >> 1);
    if (s == RAISED) Bytes.bad = true;
    return s;
  }
  const from = take(n >> 1);
  if (byte() != 0) Bytes.bad = true;
  if (Bytes.bad || utf8Invalid(from, n >> 1, true) >= 0) return wrong();
  return internBytes(from, n >> 1);
}

function readObject(depth: i32): Value {
  const kind = byte();
  switch (kind) {
    case MPY_NONE: return NONE;
    case MPY_FALSE: return FALSE;
    case MPY_TRUE: return TRUE;
    case MPY_ELLIPSIS: return ELLIPSIS;
    case MPY_TUPLE: {
      const n = count();
      if (Bytes.bad || depth >= DEPTH_MAX) return wrong();
      const t = tupleAlloc(n);
      if (changetype<usize>(t) == 0) return RAISED;
      for (let i: u32 = 0; i < n; i++) {
        const item = readObject(depth + 1);
        if (Bytes.bad || item == RAISED) return RAISED;
        t.set(i, item);
      }
      return <u64>changetype<usize>(t);
    }
    default: break;
  }
  // All others are bytes behind their number.
  const n = vuint(), from = take(n);
  if (Bytes.bad) return RAISED;
  switch (kind) {
    case MPY_STR:
    case MPY_BYTES:
      if (byte() != 0 || Bytes.bad) return wrong();
      if (kind == MPY_BYTES) return bytesNew(from, n);
      if (utf8Invalid(from, n, true) >= 0) return wrong();
      return strNew(from, n);
    case MPY_INT: {
      const v = intParse(from, n, 10);
      if (v == RAISED && !raised()) Bytes.bad = true;
      return v;
    }
    case MPY_FLOAT: {
      const x = floatParseFull(from, n);
      if (!floatParsed) return wrong();
      return floatNew(x);
    }
    case MPY_COMPLEX: return readComplexText(from, n);
    default: return wrong();
  }
}
/** `2j`, `1.5+2j`: as the writer, or repr, shows it. */
function readComplexText(from: usize, n: u32): Value {
  if (n == 0 || load<u8>(from + n - 1) != 106) return wrong();
  let split: u32 = 0;
  for (let i: u32 = 1; i + 1 < n; i++) {
    const c = load<u8>(from + i), before = load<u8>(from + i - 1);
    if ((c == 43 || c == 45) && before != 101 && before != 69) split = i;
  }
  let real: f64 = 0;
  if (split != 0) {
    real = floatParseFull(from, split);
    if (!floatParsed) return wrong();
  }
  const imaginary = floatParseFull(from + split, n - 1 - split);
  if (!floatParsed) return wrong();
  return complexNew(real, imaginary);
}

/** Reads the file of `bytes` bytes at `address`. Returns the module's CodeObject as a Value; RAISED
 *  with ValueError or MemoryError pending. */
export function mpyRead(address: usize, bytes: u32): Value {
  Bytes.at = address;
  Bytes.end = address + bytes;
  Bytes.bad = false;
  if (bytes < 4 || load<u8>(Bytes.at) != 0x4d || load<u8>(Bytes.at, 1) != 6) return incompatible();
  const feature = load<u8>(Bytes.at, 2);
  if (load<u8>(Bytes.at, 3) > SMALL_INT_BITS) return incompatible();
  Bytes.at += 4;
  if ((feature >> 2 & 15) != 0) return raise(ValueError, "native code in .mpy unsupported");
  if (feature & 0x40) vuint();
  const nameCount = count(), objectCount = count();
  if (Bytes.bad || nameCount == 0) return incompatible();
  const names = tupleAlloc(nameCount), objects = tupleAlloc(objectCount), context = contextNew();
  if (changetype<usize>(names) == 0 || changetype<usize>(objects) == 0
    || changetype<usize>(context) == 0) return RAISED;
  for (let i: u32 = 0; i < nameCount; i++) {
    const name = readName();
    if (Bytes.bad || name == RAISED) return incompatible();
    names.set(i, name);
  }
  for (let i: u32 = 0; i < objectCount; i++) {
    const v = readObject(0);
    if (Bytes.bad || v == RAISED) return incompatible();
    objects.set(i, v);
  }
  context.names = changetype<usize>(names);
  context.constants = changetype<usize>(objects);
  const code = readCode(context, 0);
  if (code == RAISED || Bytes.bad || Bytes.at != Bytes.end) return incompatible();
  // A module takes no arguments and no cells.
  const module = changetype<CodeObject>(<usize>code);
  if (module.positional + module.keywordOnly != 0 || module.codeFlags & 15 || module.heat != 0)
    return incompatible();
  module.codeFlags |= CODE_NAMESPACE;
  module.freeVariables = 0;
  return code;
}

/** One code object with its children. RAISED: see `bad`. */
function readCode(context: CodeContext, depth: i32): Value {
  const head = vuint();
  const length = head >> 3;
  if (Bytes.bad || (head & 3) != 0 || depth >= DEPTH_MAX || <usize>length > Bytes.end - Bytes.at) {
    return wrong();
  }
  const begin = Bytes.at, stop = Bytes.at + length, fileEnd = Bytes.end;
  const c = codeNew();
  if (changetype<usize>(c) == 0) return RAISED;
  c.context = changetype<usize>(context);
  c.codeFlags = CODE_FROM_FILE;
  // Inside the code nothing may be read beyond its end.
  Bytes.end = stop;
  if (!readPrelude(c, context)) return wrong();
  const bytes = <u32>(stop - Bytes.at);
  c.code = allocRaw(bytes == 0 ? 1 : bytes);
  if (c.code == 0) return raiseNoMemory(bytes);
  memory.copy(c.code, Bytes.at, bytes);
  c.codeLength = bytes;
  Bytes.at = stop;
  Bytes.end = fileEnd;
  let childCount: u32 = 0;
  if (head & 4) {
    childCount = count();
    if (Bytes.bad || childCount == 0) return wrong();
    const children = tupleAlloc(childCount);
    if (changetype<usize>(children) == 0) return RAISED;
    c.children = changetype<usize>(children);
    for (let i: u32 = 0; i < childCount; i++) {
      const child = readCode(context, depth + 1);
      if (child == RAISED) return RAISED;
      children.set(i, child);
    }
  }
  const names = changetype<TupleObject>(context.names).length;
  // The verifier reads bytes, too.
  const next = Bytes.at;
  const ok = verifyCode(c, names, changetype<TupleObject>(context.constants));
  Bytes.at = next;
  Bytes.end = fileEnd;
  Bytes.bad = false;
  if (!ok) {
    if (!raised()) Bytes.bad = true;
    return RAISED;
  }
  return <u64>changetype<usize>(c);
}

/** Sections 4.1 to 4.6. False: bad, or an exception is pending. */
function readPrelude(c: CodeObject, context: CodeContext): bool {
  let b = byte();
  let s = b >> 3 & 15, e = b >> 2 & 1, a = b & 3, f: u32 = 0, k: u32 = 0, d: u32 = 0;
  for (let n: u32 = 0; b & 0x80; n++) {
    if (n > 7) return false;
    b = byte();
    s |= (b >> 4 & 3) << (4 + 2 * n);
    e |= (b >> 1 & 1) << (1 + n);
    f |= (b >> 6 & 1) << n;
    a |= (b >> 2 & 1) << (2 + n);
    k |= (b >> 3 & 1) << n;
    d |= (b & 1) << n;
  }
  let info: u32 = 0, cells: u32 = 0;
  for (let n: u32 = 0; ; n++) {
    if (n > 4) return false;
    b = byte();
    info |= (b >> 1 & 0x3f) << (6 * n);
    cells |= (b & 1) << n;
    if (!(b & 0x80)) break;
  }
  if (Bytes.bad || <usize>info + cells > Bytes.end - Bytes.at) return false;
  if (f > 15 || s > 0xfff0) return false;
  c.stateSize = s + 1;
  c.exceptionDepth = e;
  c.codeFlags |= f;
  c.positional = a;
  c.keywordOnly = k;
  c.defaults = d;
  const infoEnd = Bytes.at + info, codeEnd = Bytes.end;
  const table = changetype<TupleObject>(context.names);
  // Names lie inside the info section.
  Bytes.end = infoEnd;
  const name = vuint();
  if (Bytes.bad || name >= table.length) return false;
  c.name = table.at(name);
  c.qualifiedName = c.name;
  const slots = a + k + (f & 4 ? 1 : 0) + (f & 2 ? 1 : 0);
  if (slots > c.stateSize || d > a || a + k > info) return false;
  const args = tupleAlloc(a + k);
  if (changetype<usize>(args) == 0) return false;
  c.argumentNames = changetype<usize>(args);
  for (let i: u32 = 0; i < a + k; i++) {
    const n = vuint();
    if (Bytes.bad || n >= table.length) return false;
    args.set(i, table.at(n));
  }
  // The instruction that makes the function says how many of them are free variables.
  c.freeVariables = FREE_UNKNOWN;
  c.linesLength = <u32>(infoEnd - Bytes.at);
  if (c.linesLength != 0) {
    c.lines = allocRaw(c.linesLength);
    if (c.lines == 0) { raiseNoMemory(c.linesLength); return false; }
    memory.copy(c.lines, Bytes.at, c.linesLength);
  }
  Bytes.at = infoEnd;
  Bytes.end = codeEnd;
  c.firstLine = 1;
  if (cells != 0) {
    c.cells = allocRaw(cells << 1);
    if (c.cells == 0) { raiseNoMemory(cells << 1); return false; }
    for (let i: u32 = 0; i < cells; i++) {
      const slot = byte();
      if (slot >= c.stateSize) return false;
      store<u16>(c.cells + (<usize>i << 1), <u16>slot);
    }
    c.cellCount = cells;
  }
  return !Bytes.bad;
}
