// What built-in modules offer, as lists that the build writes and an import reads.
//
// A module's install(m) runs once, when the core boots at build time: what it tells the
// ModuleBuilder becomes entries of the module's list, and its code is no part of the core that is
// shipped. fillModule() makes an imported module's dict of them. Lists lie compressed until the
// first import (heap/compressed.ts). builtins and sys, which every program has, are filled by the
// build (moduleForGood in module.ts).
//
//   m.fn("sqrt", math_sqrt, 1, 1);                        // fewest, most arguments
//   m.def("prod", math_prod, "iterable,/,*,start=");      // by signature: objects/builder.ts
//   m.constant("pi", floatNew(3.141592653589793));
//   m.python("fsum");                                     // its `def` is in frozen/math.py
//   m.later(os_filled);                                   // what cannot be said yet is done at every import
//
//  list:    entries | END
//  entry:   native: fewest arguments + 1 in the high half of a byte, most + 1 in the low one | name | index in the table
//           PARAMS of the last native: count, names (none: positional-only) | keywordOnly | flags
//           TYPE: address        LATER: index in the table
//           OBJECT, INT, FLOAT, TEXT, each with a name: address; number; 8 bytes; text
//           PYTHON with a name
//  A name or a text has its bytes before it, addresses and counts are numbers of 7 bits a byte,
//    lowest first; an int has its
//  sign in its lowest bit; an index is one, too: how far it is from that of the list's last entry
//    with one.
import { Value, NOTHING, isSmallInt, smallInt, smallIntNew } from "../core/value";
import { typeOf } from "../heap/header";
import { firstPage } from "../heap/allocator";
import { AREA_LISTS, setArea, wakeAreaOf } from "../heap/compressed";
import { addRootMarker, markValue } from "../heap/collector";
import { applySignature } from "./builder";
import { raised } from "./errors";
import { NativeFn } from "./args";
import { frozenFunction } from "./frozen";
import { NativeFunction, nativeNew } from "./native";
import { isFloat, floatNew, toF64 } from "./float";
import { ListObject, listNew, listAppend } from "./list";
import { StrObject, STR_TYPE, internBytes, strNew } from "./str";
import { TableObject, tableSetName, tableGetName } from "./table";
import { TupleObject, tupleAlloc } from "./tuple";
import { TypeObject } from "./type";
import { NONE } from "./singletons";
import { S___name__, S___module__ } from "./names";

const END: u32 = 0;
const PARAMS: u32 = 1;
const TYPE: u32 = 2;
const LATER: u32 = 3;
const OBJECT: u32 = 4;
const INT: u32 = 5;
const FLOAT: u32 = 6;
const TEXT: u32 = 7;
const PYTHON: u32 = 8;
/** Entries of natives begin with a byte of at least this. */
const NATIVE: u32 = 16;

const LISTS_BYTES: usize = 8 << 10;
const LISTS: usize = memory.data(8 << 10, 16);
/** Where the next byte is written or read. */
let at: usize = LISTS;
/** The last index that was written or read. */
let lastIndex: u32 = 0;

// ---- writing, at build time ----

/** The dict that what is told is put into at once; 0: a list is written. */
let direct: usize = 0;
/** Objects of the heap that lists name; a list. */
let named: Value = NOTHING;
function markNamed(): void { markValue(named); }

/** Begins a module's list and returns its address; with a dict: what is told goes there instead. */
export function listBegin(dict: usize): usize {
  if (named == NOTHING) {
    named = listNew(0);
    addRootMarker(markNamed);
  }
  direct = dict;
  lastIndex = 0;
  return ++at;                                             // (behind the END of the last one)
}
/** Lists are written: they lie compressed until a module is imported. */
export function listsDone(): void { setArea(AREA_LISTS, LISTS, at + 1 - LISTS); }
function putNumber(n: u32): void {
  for (; n > 127; n >>= 7) store<u8>(at++, <u8>(n | 128));
  store<u8>(at++, <u8>n);
}
function putSigned(n: i32): void { putNumber(n << 1 ^ n >> 31); }
function putIndex(index: u32): void {
  putSigned(index - lastIndex);
  lastIndex = index;
}
function putText(text: usize, bytes: u32): void {
  putNumber(bytes);
  memory.copy(at, text, bytes);
  at += bytes;
}
function putName(name: string): void {
  putNumber(name.length);
  for (let i = 0; i < name.length; i++) store<u8>(at++, <u8>name.charCodeAt(i));
}
/** Ends the entries that began at `from`. */
function told(from: usize): void {
  if (at >= LISTS + LISTS_BYTES) unreachable();
  if (direct == 0) return;
  if (!fillModule(from, changetype<TableObject>(direct))) unreachable();
  memory.fill(from, 0, at - from);
  at = from;
  lastIndex = 0;
}

/** What install(m) tells. No object: the list is the one that was begun last. */
@unmanaged export class ModuleBuilder {
  constant(name: string, v: Value): void {
    const from = at;
    if (isSmallInt(v)) {
      store<u8>(at++, <u8>INT);
      putName(name);
      if (smallInt(v) != <i64><i32>smallInt(v)) unreachable();
      putSigned(<i32>smallInt(v));
    } else if (isFloat(v)) {
      store<u8>(at++, <u8>FLOAT);
      putName(name);
      store<f64>(at, toF64(v));
      at += 8;
    } else if (typeOf(v) == STR_TYPE && direct == 0) {
      const s = changetype<StrObject>(<usize>v);
      store<u8>(at++, <u8>TEXT);
      putName(name);
      putText(s.data, s.lengthBytes);
    } else {
      if (direct == 0 && <usize>v >= <usize>firstPage << 16)
        listAppend(changetype<ListObject>(<usize>named), v);
      store<u8>(at++, <u8>OBJECT);
      putName(name);
      putNumber(<u32>v);
    }
    told(from);
  }
  private native(name: string, fn: NativeFn, min: i32, max: i32): void {
    if (min > 14 || max > 14) unreachable();
    store<u8>(at++, <u8>(min + 1 << 4 | max + 1));
    putName(name);
    putIndex(fn.index);
  }
  /** A function: fewest and most arguments; max VARARGS: any number. */
  fn(name: string, fn: NativeFn, min: i32, max: i32): void {
    const from = at;
    this.native(name, fn, min, max);
    told(from);
  }
  /** A function by signature. */
  def(name: string, fn: NativeFn, signature: string): void {
    const from = at;
    const f = changetype<NativeFunction>(<usize>nativeNew(NONE, 0, 0, 0, 0));
    applySignature(f, signature);
    this.native(name, fn, f.min, f.max);
    store<u8>(at++, <u8>PARAMS);
    const params = changetype<TupleObject>(f.params);
    putNumber(params.length);
    for (let i: u32 = 0; i < params.length; i++) {
      const param = params.at(i);
      if (param == NONE) putNumber(0);
      else putText(changetype<StrObject>(<usize>param).data,
        changetype<StrObject>(<usize>param).lengthBytes);
    }
    putNumber(f.keywordOnly);
    putNumber(f.flags);
    told(from);
  }
  /** A function that is written in Python, in the file of frozen/ that has the module's name. */
  python(name: string): void {
    store<u8>(at++, <u8>PYTHON);
    putName(name);
  }
  /** A type under its own name, as one of this module. */
  type(type: usize): void {
    if (direct != 0) {                                     // (of builtins)
      tableSetName(changetype<TableObject>(direct), <usize>changetype<TypeObject>(type).name,
        <u64>type);
      return;
    }
    store<u8>(at++, <u8>TYPE);
    putNumber(<u32>type);
  }
  /** A function that is called with the module's dict at every import, and puts there what the
   *  build does not know. */
  later(fill: (dict: TableObject) => void): void {
    store<u8>(at++, <u8>LATER);
    putIndex(fill.index);
  }
}

// ---- reading ----

function number(): u32 {
  let n: u32 = 0;
  for (let shift: u32 = 0; ; shift += 7) {
    const b = <u32>load<u8>(at++);
    n |= (b & 127) << shift;
    if (b < 128) return n;
  }
  return n;
}
function signed(): i32 {
  const n = number();
  return <i32>(n >> 1) ^ -<i32>(n & 1);
}
function index(): u32 { return lastIndex += signed(); }
/** Address of a text whose bytes come next. */
let textAt: usize = 0;
function text(): u32 {
  const bytes = number();
  textAt = at;
  at += bytes;
  return bytes;
}
function name(): Value {
  const bytes = text();
  return internBytes(textAt, bytes);
}

/** Puts what the list at `list` names into a module's dict. False with MemoryError pending. */
export function fillModule(list: usize, dict: TableObject): bool {
  wakeAreaOf(list);
  at = list;
  lastIndex = 0;
  let native = changetype<NativeFunction>(0);
  for (let kind = <u32>load<u8>(at); kind != END; kind = load<u8>(at)) {
    let key: Value, v: Value;
    at++;
    if (kind == PARAMS) {
      const count = number(), params = tupleAlloc(count);
      if (changetype<usize>(params) == 0) return false;
      for (let i: u32 = 0; i < count; i++) {
        const bytes = text();
        params.set(i, bytes == 0 ? NONE : internBytes(textAt, bytes));
      }
      native.params = changetype<usize>(params);
      native.keywordOnly = number();
      native.flags = number();
      continue;
    }
    if (kind == LATER) {
      const fill = index(), next = at;
      call_indirect<void>(fill, dict);
      at = next;
      lastIndex = fill;
      continue;
    }
    if (kind == TYPE) {
      v = <u64>number();
      const t = changetype<TypeObject>(<usize>v);
      key = t.name;
      tableSetName(changetype<TableObject>(t.dict), S___module__, tableGetName(dict, S___name__));
    } else {
      key = name();
      if (kind >= NATIVE) {
        v = nativeNew(key, index(), (kind >> 4) - 1, <i32>(kind & 15) - 1, 0);
        native = changetype<NativeFunction>(<usize>v);
      } else if (kind == PYTHON) {
        v = frozenFunction(key, dict);
      } else if (kind == OBJECT) {
        v = <u64>number();
      } else if (kind == INT) {
        v = smallIntNew(signed());
      } else if (kind == FLOAT) {
        v = floatNew(load<f64>(at));
        at += 8;
      } else {
        const bytes = text();
        v = strNew(textAt, bytes);
      }
    }
    if (key != 0 && v != 0) tableSetName(dict, <usize>key, v);
    if (raised()) return false;
  }
  return true;
}
