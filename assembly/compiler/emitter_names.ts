// The scope whose code is being emitted, and its names: loading, storing, deleting; constants.
import { Value, RAISED, isSmallInt, smallInt } from "../core/value";
import { isExactly } from "../heap/header";
import { StrObject, STR_TYPE, internStr, internedOf } from "../objects/str";
import { NONE, TRUE, FALSE, ELLIPSIS } from "../objects/singletons";
import { Op } from "../bytecode/opcodes";
import { staticQstrNumber, wakeStaticQstrs } from "../bytecode/static_qstrs";
import { Scope, VarKind, ScopeKind, varFind } from "./scopes";
import { emit, emit1, emitName, emitNameSlot } from "./emitter_code";
import { constantIndex } from "./emitter_tables";
import { pure } from "./options";

/** The scope being emitted. */
export let scope: Scope = changetype<Scope>(0);
export function setScope(s: Scope): void { scope = s; }

/** Ints that LOAD_CONST_SMALL_INT holds: those of a target with 31-bit small ints. */
const SMALL_MIN: i64 = -0x40000000;
const SMALL_MAX: i64 = 0x3fffffff;
/** Longest str literal that is made an interned name, as mpy-cross does. Unit: bytes. */
const INTERN_MAX: u32 = 10;

/** True for an int constant that the opcode holds. */
export function isOpcodeInt(v: Value): bool {
  return isSmallInt(v) && smallInt(v) >= SMALL_MIN && smallInt(v) <= SMALL_MAX;
}

export function loadNone(): void { emit(Op.LOAD_CONST_NONE); }
export function loadInt(n: i32): void { emit1(Op.LOAD_CONST_SMALL_INT, <u32>n); }
/** Pushes an interned str. */
export function loadString(name: Value): void { emitName(Op.LOAD_CONST_STRING, name); }

/** Pushes a constant. */
export function loadConstant(v: Value): void {
  if (v == NONE) loadNone();
  else if (v == TRUE) emit(Op.LOAD_CONST_TRUE);
  else if (v == FALSE) emit(Op.LOAD_CONST_FALSE);
  else if (isOpcodeInt(v)) loadInt(<i32>smallInt(v));
  else if (isExactly(v, STR_TYPE) && internable(changetype<StrObject>(<usize>v))) {
    const s = internStr(v);
    if (s != RAISED) loadString(s);
  } else {
    emit1(Op.LOAD_CONST_OBJ, constantIndex(v));
  }
}
/** True if the constant goes to the object table. */
export function isTableConstant(v: Value): bool {
  if (v == NONE || v == TRUE || v == FALSE || v == ELLIPSIS || isOpcodeInt(v)) return false;
  return !isExactly(v, STR_TYPE) || !internable(changetype<StrObject>(<usize>v));
}
/** Short strs, and those that are names everywhere: static qstrs and the core's own names. */
function internable(s: StrObject): bool {
  if (s.lengthBytes <= INTERN_MAX) return true;
  // .mpy files have numbers for some of those that are longer.
  if (pure) wakeStaticQstrs();
  const interned = internedOf(s);
  return interned != 0
    && (interned < __heap_base || (pure && staticQstrNumber(<u64>interned) != 0));
}

export function loadFast(slot: u32): void { emit1(Op.LOAD_FAST_N, slot); }
export function storeFast(slot: u32): void { emit1(Op.STORE_FAST_N, slot); }

/** Does something to a variable. `ops`: the opcodes for VarKind.GLOBAL, NAME, LOCAL and CELL, the
 *  first lowest. A name that the scopes do not know is looked up as a global. */
function variable(name: Value, ops: u32): void {
  const v = varFind(scope, name);
  const kind = changetype<usize>(v) != 0 ? v.kind
    : scope.kind <= ScopeKind.CLASS ? VarKind.NAME : VarKind.GLOBAL;
  const op = ops >> (<u32>min<i32>(kind, VarKind.CELL) << 3) & 255;
  if (kind <= VarKind.NAME) emitName(op, name);
  // Class bodies look into their namespace first: a metaclass may have prepared it.
  else if (op == Op.LOAD_DEREF && scope.kind == ScopeKind.CLASS && !pure)
    emitNameSlot(Op.LOAD_CLASS_DEREF, name, v.slot);
  else emit1(op, v.slot);
}
export function loadName(name: Value): void {
  variable(name,
    Op.LOAD_GLOBAL | Op.LOAD_NAME << 8 | Op.LOAD_FAST_N << 16 | Op.LOAD_DEREF << 24);
}
export function storeName(name: Value): void {
  variable(name,
    Op.STORE_GLOBAL | Op.STORE_NAME << 8 | Op.STORE_FAST_N << 16 | Op.STORE_DEREF << 24);
}
export function deleteName(name: Value): void {
  variable(name,
    Op.DELETE_GLOBAL | Op.DELETE_NAME << 8 | Op.DELETE_FAST << 16 | Op.DELETE_DEREF << 24);
}
if (VarKind.GLOBAL != 0 || VarKind.CELL != 3 || VarKind.FREE != 4) ERROR("VarKind has changed");

// ---- hidden locals ----

/** Hidden locals in use, and the most that were: they lie behind the scope's own locals. Only in code that
 *  runs here (match, except*). */
let tempsUsed: u32 = 0;
let tempsMost: u32 = 0;
export function tempsBegin(): void { tempsUsed = tempsMost = 0; }
export function tempsMax(): u32 { return tempsMost; }
/** Slot of a new hidden local. Given back in the opposite order by tempFree. */
export function tempNew(): u32 {
  const slot = scope.localCount + tempsUsed++;
  if (tempsUsed > tempsMost) tempsMost = tempsUsed;
  return slot;
}
export function tempFree(count: u32): void { tempsUsed -= count; }
export function tempsMark(): u32 { return tempsUsed; }
export function tempsRelease(mark: u32): void { tempsUsed = mark; }
