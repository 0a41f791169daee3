// The tables that all code of one source shares: names (the qstr table) and constants (the object
// table).
//
// Both are growing raw cells of Values with an open addressing index (u32, entry number + 1).
// Constants are shared if equal in type and value; (1,), (1.0,) and (True,) are three.
import { Value, RAISED, isSmallInt, isInlineFloat } from "../core/value";
import { freeRaw, resizeRaw, allocRaw } from "../heap/allocator";
import { typeOf, isExactly, FLOAT_TYPE } from "../heap/header";
import { StrObject, STR_TYPE, strHash, strEquals } from "../objects/str";
import { TupleObject, TUPLE_TYPE, tupleNew } from "../objects/tuple";
import { hashValue, compareValues } from "../objects/protocol";
import { CMP_EQ } from "../objects/type";
import { isBool, TRUE } from "../objects/singletons";
import { raised, takePending } from "../objects/errors";
import { toF64 } from "../objects/float";
import { setCodeFailed, codeFailed } from "./emitter_code";

/** A table: distinct Values in the order in which they came. */
@unmanaged class Pool {
  /** Raw cell with the Values; 0: none yet. */
  values: usize;
  /** Raw cell with the index. */
  index: usize;
  count: u32;
  /** Entries of the index - 1. */
  mask: u32;
}
const NAMES = changetype<Pool>(memory.data(offsetof<Pool>(), 8));
const CONSTANTS = changetype<Pool>(memory.data(offsetof<Pool>(), 8));

export function tablesReset(): void { tablesFree(); }
export function tablesFree(): void {
  drop(NAMES);
  drop(CONSTANTS);
}
function drop(p: Pool): void {
  freeRaw(p.values);
  freeRaw(p.index);
  memory.fill(changetype<usize>(p), 0, offsetof<Pool>());
}
/** The tables as tuples. RAISED with MemoryError pending. */
export function namesTuple(): Value { return tupleNew(NAMES.values, NAMES.count); }
export function constantsTuple(): Value { return tupleNew(CONSTANTS.values, CONSTANTS.count); }
/** Index of a name (an interned str) in the table of names; added if it is new. */
export function nameIndex(name: Value): u32 { return indexIn(NAMES, name); }
/** Index of a constant in the object table; added if it is new. */
export function constantIndex(v: Value): u32 { return indexIn(CONSTANTS, v); }

@inline function valueAt(p: Pool, i: u32): Value { return load<u64>(p.values + (<usize>i << 3)); }
/** Where in the index the search for a value begins. */
function home(p: Pool, v: Value): u32 {
  return (p == NAMES ? mix(<u32>v >> 4) : constantHash(v)) & p.mask;
}
function indexIn(p: Pool, v: Value): u32 {
  if ((p.index == 0 || p.count * 2 > p.mask) && !grow(p)) return 0;
  let i = home(p, v);
  while (true) {
    const n = load<u32>(p.index + (<usize>i << 2));
    if (n == 0) break;
    const other = valueAt(p, n - 1);
    if (other == v || (p != NAMES && sameConstant(other, v))) return n - 1;
    i = (i + 1) & p.mask;
  }
  store<u64>(p.values + (<usize>p.count << 3), v);
  store<u32>(p.index + (<usize>i << 2), ++p.count);
  return p.count - 1;
}
function grow(p: Pool): bool {
  const size: u32 = p.index == 0 ? 128 : (p.mask + 1) << 1;
  const values = codeFailed() ? 0 : resizeRaw(p.values, <usize>p.count << 3, <usize>size << 3);
  if (values == 0) { setCodeFailed(size << 3); return false; }
  p.values = values;
  const index = allocRaw(<usize>size << 2);
  if (index == 0) { setCodeFailed(size << 2); return false; }
  memory.fill(index, 0, <usize>size << 2);
  freeRaw(p.index);
  p.index = index;
  p.mask = size - 1;
  for (let n: u32 = 0; n < p.count; n++) {
    let i = home(p, valueAt(p, n));
    while (load<u32>(index + (<usize>i << 2)) != 0) i = (i + 1) & p.mask;
    store<u32>(index + (<usize>i << 2), n + 1);
  }
  return true;
}

@inline function mix(h: u32): u32 { return (h ^ h >> 15) * 0x9e3779b1 >> 4; }
/** Hash of a constant by type and value. */
function constantHash(v: Value): u32 {
  if (isSmallInt(v) || isInlineFloat(v)) return mix(<u32>v ^ <u32>(v >> 32));
  if (isExactly(v, STR_TYPE)) return strHash(changetype<StrObject>(<usize>v));
  if (isExactly(v, TUPLE_TYPE)) {
    const t = changetype<TupleObject>(<usize>v);
    let h: u32 = t.length;
    for (let i: u32 = 0; i < t.length; i++) h = h * 31 + constantHash(t.at(i));
    return mix(h);
  }
  const h = hashValue(v);
  if (raised()) { takePending(); return 1; }
  return mix(<u32>h ^ <u32>(h >> 32) ^ <u32>typeOf(v));
}
/** Equal in type and value. */
export function sameConstant(a: Value, b: Value): bool {
  if (a == b) return true;
  if (isSmallInt(a) || isSmallInt(b) || isInlineFloat(a) || isInlineFloat(b)) return false;
  const type = typeOf(a);
  if (type != typeOf(b)) return false;
  if (type == STR_TYPE)
    return strEquals(changetype<StrObject>(<usize>a), changetype<StrObject>(<usize>b));
  if (type == TUPLE_TYPE) {
    const s = changetype<TupleObject>(<usize>a), t = changetype<TupleObject>(<usize>b);
    if (s.length != t.length) return false;
    for (let i: u32 = 0; i < s.length; i++) if (!sameConstant(s.at(i), t.at(i))) return false;
    return true;
  }
  if (type == FLOAT_TYPE) return reinterpret<u64>(toF64(a)) == reinterpret<u64>(toF64(b));
  if (isBool(a)) return false;
  const r = compareValues(CMP_EQ, a, b);
  if (r == RAISED) { takePending(); return false; }
  return r == TRUE;
}
