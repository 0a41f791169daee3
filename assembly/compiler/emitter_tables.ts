// The tables that all code of one source shares: names (the qstr table) and constants (the object
// table).
//
// The latter is a growing raw cell of Values with an open addressing index (u32, entry number + 1).
// Constants are shared if equal in type and value; (1,), (1.0,) and (True,) are three.
import { Value, RAISED, isSmallInt, isInlineFloat } from "../core/value";
import { freeRaw, resizeRaw, allocRaw } from "../heap/allocator";
import { typeOf, isExactly, FLOAT_TYPE } from "../heap/header";
import { StrObject, STR_TYPE, strHash, strEquals } from "../objects/str";
import { TupleObject, TUPLE_TYPE, tupleAlloc, tupleNew } from "../objects/tuple";
import { hashValue, compareValues } from "../objects/protocol";
import { CMP_EQ } from "../objects/type";
import { isBool, TRUE } from "../objects/singletons";
import { raised, takePending } from "../objects/errors";
import { toF64 } from "../objects/float";
import { setCodeFailed, codeFailed } from "./emitter_code";
import { Names, Var, namesNew, varAdd } from "./names";

let names: Names = changetype<Names>(0);
/** Raw cell with the constants; 0: none yet. */
let values: usize = 0;
/** Raw cell with the index. */
let index: usize = 0;
let count: u32 = 0;
/** Entries of the index - 1. */
let mask: u32 = 0;

/** Begins a compilation. */
export function tablesReset(): void {
  tablesFree();
  names = namesNew();
}
export function tablesFree(): void {
  freeRaw(values);
  freeRaw(index);
  values = index = 0;
  count = mask = 0;
}
/** The tables as tuples. RAISED with MemoryError pending. */
export function namesTuple(): Value {
  const t = tupleAlloc(names.varCount);
  if (changetype<usize>(t) == 0) return RAISED;
  for (let v = names.firstVar; v != 0; v = changetype<Var>(v).next)
    t.set(changetype<Var>(v).slot, changetype<Var>(v).name);
  return <u64>changetype<usize>(t);
}
export function constantsTuple(): Value { return tupleNew(values, count); }
/** Index of a name (an interned str) in the table of names; added if it is new. */
export function nameIndex(name: Value): u32 {
  const before = names.varCount, v = varAdd(names, name);
  if (names.varCount != before) v.slot = before;
  return v.slot;
}

@inline function valueAt(i: u32): Value { return load<u64>(values + (<usize>i << 3)); }
/** Index of a constant in the object table; added if it is new. */
export function constantIndex(v: Value): u32 {
  if (count * 2 >= mask && !grow()) return 0;
  let i = constantHash(v) & mask;
  while (true) {
    const n = load<u32>(index + (<usize>i << 2));
    if (n == 0) break;
    if (sameConstant(valueAt(n - 1), v)) return n - 1;
    i = (i + 1) & mask;
  }
  store<u64>(values + (<usize>count << 3), v);
  store<u32>(index + (<usize>i << 2), ++count);
  return count - 1;
}
function grow(): bool {
  const size: u32 = index == 0 ? 64 : (mask + 1) << 1;
  const more = codeFailed() ? 0 : resizeRaw(values, <usize>count << 3, <usize>size << 3);
  if (more == 0) { setCodeFailed(size << 3); return false; }
  values = more;
  const fresh = allocRaw(<usize>size << 2);
  if (fresh == 0) { setCodeFailed(size << 2); return false; }
  memory.fill(fresh, 0, <usize>size << 2);
  freeRaw(index);
  index = fresh;
  mask = size - 1;
  for (let n: u32 = 0; n < count; n++) {
    let i = constantHash(valueAt(n)) & mask;
    while (load<u32>(index + (<usize>i << 2)) != 0) i = (i + 1) & mask;
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
