// The tables that all code of one source shares: names (the qstr table) and constants (the object table).
//
// Both are growing raw cells of Values with an open addressing index (u32, entry number + 1). Constants are shared
// if equal in type and value; (1,), (1.0,) and (True,) are three.
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

let names: usize = 0;
let nameCount: u32 = 0;
let nameIndexTable: usize = 0;
let nameMask: u32 = 0;

let constants: usize = 0;
let constantCount: u32 = 0;
let constantIndexTable: usize = 0;
let constantMask: u32 = 0;

export function tablesReset(): void { tablesFree(); }
export function tablesFree(): void {
  freeRaw(names);
  freeRaw(nameIndexTable);
  freeRaw(constants);
  freeRaw(constantIndexTable);
  names = nameIndexTable = constants = constantIndexTable = 0;
  nameCount = constantCount = nameMask = constantMask = 0;
}
/** The tables as tuples. RAISED with MemoryError pending. */
export function namesTuple(): Value { return tupleNew(names, nameCount); }
export function constantsTuple(): Value { return tupleNew(constants, constantCount); }

@inline function mix(h: u32): u32 { return (h ^ h >> 15) * 0x9e3779b1 >> 4; }

/** Index of a name (an interned str) in the table of names; added if it is new. */
export function nameIndex(name: Value): u32 {
  if (nameIndexTable == 0 || nameCount * 2 > nameMask) {
    if (!growNames()) return 0;
  }
  let i = mix(<u32>name >> 4) & nameMask;
  while (true) {
    const n = load<u32>(nameIndexTable + (<usize>i << 2));
    if (n == 0) break;
    if (load<u64>(names + (<usize>(n - 1) << 3)) == name) return n - 1;
    i = (i + 1) & nameMask;
  }
  store<u64>(names + (<usize>nameCount << 3), name);
  store<u32>(nameIndexTable + (<usize>i << 2), ++nameCount);
  return nameCount - 1;
}
function growNames(): bool {
  const size: u32 = nameIndexTable == 0 ? 256 : (nameMask + 1) << 1;
  const values = codeFailed() ? 0 : resizeRaw(names, <usize>nameCount << 3, <usize>size << 3);
  if (values == 0) { setCodeFailed(size << 3); return false; }
  names = values;
  const index = allocRaw(<usize>size << 2);
  if (index == 0) { setCodeFailed(size << 2); return false; }
  memory.fill(index, 0, <usize>size << 2);
  freeRaw(nameIndexTable);
  nameIndexTable = index;
  nameMask = size - 1;
  for (let n: u32 = 0; n < nameCount; n++) {
    let i = mix(<u32>load<u64>(names + (<usize>n << 3)) >> 4) & nameMask;
    while (load<u32>(index + (<usize>i << 2)) != 0) i = (i + 1) & nameMask;
    store<u32>(index + (<usize>i << 2), n + 1);
  }
  return true;
}

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
function sameConstant(a: Value, b: Value): bool {
  if (a == b) return true;
  if (isSmallInt(a) || isSmallInt(b) || isInlineFloat(a) || isInlineFloat(b)) return false;
  const type = typeOf(a);
  if (type != typeOf(b)) return false;
  if (type == STR_TYPE) return strEquals(changetype<StrObject>(<usize>a), changetype<StrObject>(<usize>b));
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

/** Index of a constant in the object table; added if it is new. */
export function constantIndex(v: Value): u32 {
  if (constantIndexTable == 0 || constantCount * 2 > constantMask) {
    if (!growConstants()) return 0;
  }
  let i = constantHash(v) & constantMask;
  while (true) {
    const n = load<u32>(constantIndexTable + (<usize>i << 2));
    if (n == 0) break;
    if (sameConstant(load<u64>(constants + (<usize>(n - 1) << 3)), v)) return n - 1;
    i = (i + 1) & constantMask;
  }
  store<u64>(constants + (<usize>constantCount << 3), v);
  store<u32>(constantIndexTable + (<usize>i << 2), ++constantCount);
  return constantCount - 1;
}
function growConstants(): bool {
  const size: u32 = constantIndexTable == 0 ? 64 : (constantMask + 1) << 1;
  const values = codeFailed() ? 0 : resizeRaw(constants, <usize>constantCount << 3, <usize>size << 3);
  if (values == 0) { setCodeFailed(size << 3); return false; }
  constants = values;
  const index = allocRaw(<usize>size << 2);
  if (index == 0) { setCodeFailed(size << 2); return false; }
  memory.fill(index, 0, <usize>size << 2);
  freeRaw(constantIndexTable);
  constantIndexTable = index;
  constantMask = size - 1;
  for (let n: u32 = 0; n < constantCount; n++) {
    let i = constantHash(load<u64>(constants + (<usize>n << 3))) & constantMask;
    while (load<u32>(index + (<usize>i << 2)) != 0) i = (i + 1) & constantMask;
    store<u32>(index + (<usize>i << 2), n + 1);
  }
  return true;
}
