// What built-in modules and built-in types offer, as lists that the build writes.
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
// The dicts of built-in types are lists, too, until typeDict() is asked for them
// (program/type_lists.ts writes them): most programs need few. Of common types they lie behind those
// that are compressed. To read them raises nothing, and takes memory beyond the heap limit.
//
//  list:    entries | END
//  entry:   native: fewest arguments + 1 in the high half of a byte, most + 1 in the low one | name | index in the table
//           PARAMS of the last native: count, names (none: positional-only) | keywordOnly | flags
//           TYPE: address        LATER: index in the table
//           OBJECT, INT, FLOAT, TEXT, each with a name: address; number; 8 bytes; text
//           PYTHON with a name
//           OWNER of the last native: flags * 2 + 1 if it is a method of the list's type
//           GETTER, GETSET: name | index of get | of set         FIELD: name | item of a tuple
//  Addresses and counts are numbers of 7 bits a byte, lowest first; an int has its sign in its
//    lowest bit; an index is one, too: how far it is from that of the list's last entry with one.
//  A text has its bytes before it. A name: bytes * 2, text | 0, address / 16 of a static str |
//    n * 2 + 1: the name at LISTS + n.
import { Value, NOTHING, RAISED, isObject, isSmallInt, smallInt, smallIntNew } from "../core/value";
import { typeOf } from "../heap/header";
import { firstPage, lockDepth, setLockDepth, reservePages, setReserve } from "../heap/allocator";
import { setArea, wakeAreaOf } from "../heap/compressed";
import { budgetNow, putBudget } from "../heap/events";
import { addRootMarker, markValue } from "../heap/collector";
import { applySignature } from "./builder";
import { takePending, raiseValue } from "./errors";
import { NativeFn } from "./args";
import { frozenFunction } from "./frozen";
import { NativeFunction, NATIVE_TYPE, GetSet, GETSET_TYPE, nativeNew, getSetNew } from "./native";
import { FieldObject, FIELD_TYPE, fieldNew } from "./named_fields";
import { isFloat, floatNew, toF64 } from "./float";
import { ListObject, listNew, listAppend } from "./list";
import { StrObject, STR_TYPE, internBytes, strNew } from "./str";
import { TableObject, dictNew, tableSetName, tableGetName } from "./table";
import { TupleObject, tupleAlloc } from "./tuple";
import { TypeObject } from "./type";
import { NONE } from "./singletons";
import { S___module__ } from "./names";

const END: u32 = 0;
const PARAMS: u32 = 1;
const TYPE: u32 = 2;
const LATER: u32 = 3;
const OBJECT: u32 = 4;
const INT: u32 = 5;
const FLOAT: u32 = 6;
const TEXT: u32 = 7;
const PYTHON: u32 = 8;
const OWNER: u32 = 9;
const GETTER: u32 = 10;
const GETSET: u32 = 11;
const FIELD: u32 = 12;
/** Entries of natives begin with a byte of at least this. */
const NATIVE: u32 = 16;

const LISTS_BYTES: usize = 32 << 10;
const LISTS: usize = memory.data(32 << 10, 16);
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
/** Name of the module whose list is written, a str. */
let module: Value = NOTHING;

/** Begins a module's list and returns its address; with a dict: what is told goes there instead. */
export function listBegin(dict: usize, name: Value): usize {
  if (named == NOTHING) {
    named = listNew(0);
    addRootMarker(markNamed);
  }
  direct = dict;
  module = name;
  lastIndex = 0;
  return ++at;                                             // (behind the END of the last one)
}
/** Those that have been written since the last call lie compressed, in this area, until one is
 *  read; 0: they do not. */
export function listsDone(area: usize): void {
  const begin = names != NOTHING ? done : LISTS;
  if (names == NOTHING) names = dictNew();
  done = at + 1;
  if (area != 0) setArea(area, begin, done - begin);
}
/** What has been dealt with by listsDone. */
let done: usize = 0;
/** Names in lists of types that are not compressed -> where they are, a small int; a dict. */
let names: Value = NOTHING;
/** A name in a list of a type. keep: others may refer to it. */
export function putTypeName(s: StrObject, keep: bool): void {
  const address = changetype<usize>(s), table = changetype<TableObject>(<usize>names);
  const known = tableGetName(table, address);
  if (known != NOTHING) { putNumber(<u32>smallInt(known) << 1 | 1); return; }
  if (keep) tableSetName(table, address, smallIntNew(<i64>(at - LISTS)));
  const isStatic = address < <usize>firstPage << 16 && (address & 15) == 0;
  if (s.lengthBytes == 0 || (keep && isStatic && s.lengthBytes > 3)) {
    if (!isStatic) unreachable();
    putNumber(0);
    putNumber(<u32>(address >> 4));
    return;
  }
  putNumber(s.lengthBytes << 1);
  memory.copy(at, s.data, s.lengthBytes);
  at += s.lengthBytes;
}
/** Writes what a type has under the name `key`. common: the list is not compressed. */
export function putAttribute(type: usize, key: Value, v: Value, common: bool): void {
  const s = changetype<StrObject>(<usize>key), klass = isObject(v) ? typeOf(v) : 0;
  const f = changetype<NativeFunction>(<usize>v);
  if (klass == NATIVE_TYPE && f.name == key && (f.owner == 0 || f.owner == type)) {
    if (f.min > 14 || f.max > 14) unreachable();
    putKind(f.min + 1 << 4 | f.max + 1, s, common);
    putIndex(f.fn);
    if (f.params != 0) putParams(f);
    else if (f.flags != 0 || f.owner == 0) {
      store<u8>(at++, <u8>OWNER);
      putNumber(f.flags << 1 | <u32>(f.owner != 0));
    }
  } else if (klass == GETSET_TYPE) {
    const g = changetype<GetSet>(<usize>v);
    if (g.name != key || g.owner != type) unreachable();
    putKind(g.set != 0 ? GETSET : GETTER, s, common);
    putIndex(g.get);
    if (g.set != 0) putIndex(g.set);
  } else if (klass == FIELD_TYPE) {
    putKind(FIELD, s, common);
    putNumber(changetype<FieldObject>(<usize>v).index);
  } else if (klass == STR_TYPE) {
    putKind(TEXT, s, common);
    putText(changetype<StrObject>(<usize>v).data, changetype<StrObject>(<usize>v).lengthBytes);
  } else if (isSmallInt(v)) {
    putKind(INT, s, common);
    putSigned(<i32>smallInt(v));
  } else {
    putKind(OBJECT, s, common);
    putObject(v);
  }
  if (at >= LISTS + LISTS_BYTES) unreachable();
}
function putKind(kind: u32, name: StrObject, common: bool): void {
  store<u8>(at++, <u8>kind);
  putTypeName(name, common);
}
function putObject(v: Value): void {
  if (direct == 0 && <usize>v >= <usize>firstPage << 16)
    listAppend(changetype<ListObject>(<usize>named), v);
  putNumber(<u32>v);
}
function putParams(f: NativeFunction): void {
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
  putNumber(f.flags << 1 | <u32>(f.owner != 0));
}
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
  putNumber(name.length << 1);
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
      store<u8>(at++, <u8>OBJECT);
      putName(name);
      putObject(v);
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
    putParams(f);
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
    tableSetName(changetype<TableObject>(changetype<TypeObject>(type).dict), S___module__, module);
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
/** The next name of a list, interned. Raises MemoryError. */
export function nextName(): Value {
  const n = number(), next = at;
  if (n == 0) return <u64>number() << 4;
  if (n & 1) {
    at = LISTS + (n >> 1);
    const v = nextName();
    at = next;
    return v;
  }
  at += n >> 1;
  return internBytes(next, n >> 1);
}

/** The attributes of a type itself. */
export function typeDict(t: TypeObject): TableObject {
  if (t.dict - LISTS < LISTS_BYTES) wakeDict(t);
  return changetype<TableObject>(t.dict - LISTS < LISTS_BYTES ? NO_DICT : t.dict);
}
/** Stands for a dict as long as the host refuses memory for it. */
const NO_DICT: usize = memory.data(offsetof<TableObject>(), 16);
/** The type whose dict is made; 0. */
let owner: usize = 0;
function wakeDict(t: TypeObject): void {
  unlimited((type: usize): void => {
    const t = changetype<TypeObject>(type), dict = dictNew();
    owner = type;
    if (dict != RAISED && fillModule(t.dict, changetype<TableObject>(<usize>dict)))
      t.dict = <usize>dict;
    owner = 0;
  }, changetype<usize>(t));
}
/** Calls `wake(arg)`, which makes what the image has left out: in a full or locked heap, too, and
 *  without fuel. An exception that it raises is dropped, one that is pending stays. */
export function unlimited(wake: (arg: usize) => void, arg: usize): void {
  const outerAt = at, outerIndex = lastIndex, before = takePending(), locked = lockDepth,
    reserved = reservePages, budget = budgetNow();
  if (locked != 0) setLockDepth(0);
  setReserve(true);
  wake(arg);
  if (reserved == 0) setReserve(false);
  if (locked != 0) setLockDepth(locked);
  putBudget(budget);
  takePending();
  raiseValue(before);
  at = outerAt;
  lastIndex = outerIndex;
}
/** Begins to read a list by nextName(). */
export function listOpen(list: usize): void {
  wakeAreaOf(list);
  at = list;
}
/** Puts what the list at `list` names into the dict of a module or type. False with MemoryError
 *  pending. */
export function fillModule(list: usize, dict: TableObject): bool {
  listOpen(list);
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
      kind = OWNER;
    }
    if (kind == OWNER) {
      const n = number();
      native.flags = n >> 1;
      if ((n & 1) == 0) native.owner = 0;
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
      key = changetype<TypeObject>(<usize>v).name;
    } else {
      key = nextName();
      if (kind >= NATIVE) {
        v = nativeNew(key, index(), (kind >> 4) - 1, <i32>(kind & 15) - 1, owner);
        native = changetype<NativeFunction>(<usize>v);
      } else if (kind == PYTHON) {
        v = frozenFunction(key, dict);
      } else if (kind == GETTER || kind == GETSET) {
        const get = index();
        v = getSetNew(key, get, kind == GETSET ? index() : 0, owner);
      } else if (kind == FIELD) {
        v = fieldNew(number());
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
    if (key == 0 || v == 0 || !tableSetName(dict, <usize>key, v)) return false;
  }
  return true;
}
