// Operators and comparisons off the fast path: floats and bignums through the types' slots; methods
// written in Python by a frame (PUSHED), so that they stay stackless.
import {
  Value, RAISED, NOTHING, NOT_HANDLED, isSmallInt, isInlineFloat, smallInt, smallIntNew,
} from "../core/value";
import { typeOf, isExactly, INT_TYPE } from "../heap/header";
import { keep, release } from "../heap/roots";
import { intBinary } from "../objects/int_arith";
import { isPlainFloat, floatOf } from "../objects/float";
import { floatBinary, floatCompareOp } from "../objects/float_arith";
import { dictGetItem } from "../objects/dict";
import { DICT_TYPE } from "../objects/table";
import { BlockObject, BYTEARRAY_TYPE } from "../objects/bytes";
import { OP_INPLACE, OP_ADD, OP_MOD, OP_MATMUL, TypeObject } from "../objects/type";
import { isInstance } from "../objects/instance_layout";
import { typeLookup } from "../objects/attributes";
import { FunctionObject, FUNCTION_TYPE } from "../objects/function";
import {
  binaryOp, inplaceOp, compareValues, compareUnsupported, mirrored, truth, unsupported, getItem,
  unaryOp,
} from "../objects/protocol";
import { isSubtype } from "../objects/errors";
import { call2 } from "../objects/hooks";
import { NOT_IMPLEMENTED, TRUE, FALSE, boolValue } from "../objects/singletons";
import { StrObject, STR_TYPE, STR_ASCII, strCompareOp, strConcat, strOfChar } from "../objects/str";
import { TUPLE_TYPE } from "../objects/tuple";
import { percentFormat } from "../objects/percent";
import * as N from "../objects/names";
import {
  SLOT_BINARY, SLOT_COMPARE, SLOT_INPLACE, SLOT_REFLECTED, slotName,
} from "../objects/slots";
import { compareMirrored } from "../objects/instance";
import { Op } from "./ops";
import { RegisterCode, OP_MASK } from "./register_code";
import { Frame, K_OPERATOR, K_JUMP, K_A } from "./frames";
import { PUSHED, callFunction } from "./calls";

/** The Python function under `name` on the type of instance `v`; NOTHING: there is none, or it is
 *  none. */
export function pythonMethod(v: Value, name: usize): Value {
  const f = typeLookup(typeOf(v), name);
  return f != NOTHING && isExactly(f, FUNCTION_TYPE) ? f : NOTHING;
}
/** Pushes a frame for f(a, b), its arguments above the running frame. */
export function pushCall2(f: Value, a: Value, b: Value, kind: u32, extra: Value): Value {
  const row = keep(a);
  keep(b);
  const r = callFunction(changetype<FunctionObject>(<usize>f), row, 2, 0, NOTHING, kind, extra,
    false);
  release(row);
  return r;
}
export function pushCall1(f: Value, a: Value, kind: u32, extra: Value): Value {
  const row = keep(a);
  const r = callFunction(changetype<FunctionObject>(<usize>f), row, 1, 0, NOTHING, kind, extra,
    false);
  release(row);
  return r;
}
export function pushCall3(f: Value, a: Value, b: Value, c: Value, kind: u32, extra: Value): Value {
  const row = keep(a);
  keep(b);
  keep(c);
  const r = callFunction(changetype<FunctionObject>(<usize>f), row, 3, 0, NOTHING, kind, extra,
    false);
  release(row);
  return r;
}

// Stages of an operator, in a K_OPERATOR or K_JUMP frame's `extra`: which method has been asked.
const STAGE_LEFT: Value = 0;
const STAGE_RIGHT: Value = 1;
const STAGE_INPLACE: Value = 2;

/** The operator or comparison that the instruction `word` is (Or ... Ne; not Not). A Value, RAISED,
 *  or PUSHED. */
export function operatorSlow(word: u64, fp: usize, pool: usize): Value {
  const op = <i32>(word & 0xffff);
  const left = load<u64>(fp + (<usize>(word >> 29) & 0x7fff8));
  if (op <= Op.IPow) return binarySlow(op, left, load<u64>(fp + (<usize>(word >> 45) & 0x7fff8)));
  if (op < Op.Pos)
    return binarySlow((op >= Op.IAddInt ? Op.IOr : Op.Or) + immediateKind(op), left,
      immediate(word, pool));
  if (op < Op.Not) return unarySlow(op - Op.Pos, left);
  return compareSlow(op - Op.Lt, left, load<u64>(fp + (<usize>(word >> 45) & 0x7fff8)),
    K_OPERATOR);
}
/** The right operand of AddInt ... ITrueDivConst. */
function immediate(word: u64, pool: usize): Value {
  const op = <i32>(word & 0xffff);
  return (op >= Op.IAddInt ? op - IMMEDIATES : op) >= Op.AddConst
    ? load<u64>(pool + (<usize>(word >> 45) & 0x7fff8))
    : ((<u64>(<i64>word >> 48)) << 1) | 1;
}
/** left op right for instruction `op` (Or ... Pow, IOr ... IPow). A Value, RAISED, or PUSHED. */
function binarySlow(op: i32, left: Value, right: Value): Value {
  const inplace = op >= Op.IOr;
  const kind = inplace ? op - Op.IOr : op - Op.Or;
  if (isSmallInt(left) || isExactly(left, INT_TYPE)) {
    if ((isSmallInt(right) || isExactly(right, INT_TYPE)) && kind != OP_MATMUL)
      return intBinary(kind, left, right);
    if (isSmallInt(left) && isPlainFloat(right)) {
      const r = floatBinary(kind, <f64>smallInt(left), floatOf(right));
      if (r != NOT_HANDLED) return r;
    }
  } else if (isPlainFloat(left)) {
    // 0.0 is not held inline, so that sums begin here.
    if (isSmallInt(right) || isPlainFloat(right)) {
      const r = floatBinary(kind, floatOf(left), isSmallInt(right) ? <f64>smallInt(right)
        : floatOf(right));
      if (r != NOT_HANDLED) return r;
    }
  }
  if (isExactly(left, STR_TYPE)) {
    if (kind == OP_ADD && isExactly(right, STR_TYPE)) {
      return strConcat(changetype<StrObject>(<usize>left), changetype<StrObject>(<usize>right));
    }
    if (kind == OP_MOD && isExactly(right, TUPLE_TYPE)) return percentFormat(left, right);
  }
  const leftIs = isInstance(left);
  if (leftIs || isInstance(right)) {
    const a = typeOf(left), b = typeOf(right);
    // A subclass on the right goes first: left to the protocol.
    if (a == b || !isSubtype(b, a)) {
      if (leftIs) {
        if (inplace) {
          const f = typeLookup(a, slotName(SLOT_INPLACE + kind));
          if (f != NOTHING) {
            if (isExactly(f, FUNCTION_TYPE))
              return pushCall2(f, left, right, K_OPERATOR, STAGE_INPLACE);
            return inplaceOp(kind, left, right);
          }
        }
        const f = pythonMethod(left, slotName(SLOT_BINARY + kind));
        if (f != NOTHING) return pushCall2(f, left, right, K_OPERATOR, STAGE_LEFT);
      } else if (binarySlot(a) == 0 || isSmallInt(left) || isInlineFloat(left)) {
        // Numbers do not know instances of plain classes.
        const f = pythonMethod(right, slotName(SLOT_REFLECTED + kind));
        if (f != NOTHING && changetype<TypeObject>(b).native == 0)
          return pushCall2(f, right, left, K_OPERATOR, STAGE_RIGHT);
      }
    }
  }
  return inplace ? inplaceOp(kind, left, right) : binaryOp(kind, left, right);
}
function binarySlot(type: usize): u32 { return changetype<TypeObject>(type).binary; }

/** A method returned NotImplemented: the rest of the protocol for the instruction `word` of
 *  `caller`. */
export function operatorRest(caller: Frame, word: u64, stage: i32): Value {
  const op = <i32>(<u32>word & OP_MASK);
  const left = load<u64>(caller.fp + (<usize>(word >> 29) & 0x7fff8));
  let right = load<u64>(caller.fp + (<usize>(word >> 45) & 0x7fff8));
  if (op >= Op.Lt && op <= Op.Ne) return compareOther(op - Op.Lt, left, right);
  const inplace = (op >= Op.IOr && op <= Op.IPow) || op >= Op.IAddInt;
  let kind = inplace ? op - Op.IOr : op - Op.Or;
  if (op > Op.IPow) {
    kind = immediateKind(op);
    right = immediate(word, poolOf(caller));
  }
  if (stage == <i32>STAGE_INPLACE) return binaryOp(kind, left, right);
  if (stage == <i32>STAGE_LEFT && typeOf(left) != typeOf(right)) {
    const f = typeLookup(typeOf(right), slotName(SLOT_REFLECTED + kind));
    if (f != NOTHING) {
      const r = call2(f, right, left);
      if (r != NOT_IMPLEMENTED) return r;
    }
  }
  return unsupported(kind | (inplace ? OP_INPLACE : 0), left, right);
}
function poolOf(f: Frame): usize { return changetype<RegisterCode>(f.code).pool; }
/** Instructions with an immediate or constant operand; the in-place forms follow in the same
 *  order. */
export const IMMEDIATES: i32 = Op.IAddInt - Op.AddInt;
/** Which operator an instruction with an immediate or constant operand is. */
function immediateKind(op: i32): i32 {
  switch (op >= Op.IAddInt ? op - IMMEDIATES : op) {
    case Op.AddInt: case Op.AddConst: return 5;
    case Op.SubInt: case Op.SubConst: return 6;
    case Op.MulInt: case Op.MulConst: return 7;
    case Op.AndInt: return 2;
    case Op.LShiftInt: return 3;
    case Op.RShiftInt: return 4;
    case Op.FloorDivInt: return 9;
    case Op.TrueDivConst: return 10;
    default: return 11;
  }
}

// ---- comparisons ----

/** left op right (CMP_*): a Value, RAISED or PUSHED. kind: of the frame that a method gets. */
function compareSlow(op: i32, left: Value, right: Value, kind: u32): Value {
  if (isExactly(left, STR_TYPE) && isExactly(right, STR_TYPE)) {
    return boolValue(strCompareOp(op, changetype<StrObject>(<usize>left),
      changetype<StrObject>(<usize>right)));
  }
  if (isPlainFloat(left) && isPlainFloat(right))
    return boolValue(floatCompareOp(op, floatOf(left), floatOf(right)));
  if (isInstance(left)) {
    const a = typeOf(left), b = typeOf(right);
    if (a == b || !isSubtype(b, a)) {
      const f = pythonMethod(left, slotName(SLOT_COMPARE + op));
      if (f != NOTHING) return pushCall2(f, left, right, kind, STAGE_LEFT);
    }
  }
  return compareValues(op, left, right);
}
/** What a conditional jump (JumpLt ... JumpNotNeInt) on a comparison does: TRUE: jumps, FALSE,
 *  RAISED or PUSHED. */
export function compareJump(op: i32, left: Value, right: Value): Value {
  let kind = op - Op.JumpLt;
  if (kind >= 12) kind -= 12;                   // JumpLtInt ...
  const negated = kind >= 6;
  const r = compareSlow(negated ? kind - 6 : kind, left, right, K_JUMP);
  if (r == PUSHED || r == RAISED) return r;
  const t = r == TRUE ? 1 : r == FALSE ? 0 : truth(r);
  return t < 0 ? RAISED : boolValue((t != 0) != negated);
}
if (Op.JumpLtInt != Op.JumpLt + 12 || Op.JumpNotLt != Op.JumpLt + 6
    || Op.JumpNotNeInt != Op.JumpLt + 23) ERROR("compareJump: order of the jumps");
/** left's comparison method returned NotImplemented: the rest, as a truth. */
export function compareRest(caller: Frame, word: u64): i32 {
  const jump = <i32>(<u32>word & OP_MASK) - Op.JumpLt;
  const right = jump >= 12 ? ((<u64>(<i64>(word << 16) >> 48)) << 1) | 1
    : load<u64>(caller.fp + (<usize>(word >> 29) & 0x7fff8));
  const r = compareOther(<i32>(<u32>jump % 6),
    load<u64>(caller.fp + (<usize>(word >> 13) & 0x7fff8)), right);
  return r == RAISED ? -1 : truth(r);
}
/** The right operand's answer to a comparison that the left one did not know. */
function compareOther(kind: i32, left: Value, right: Value): Value {
  const mirror = mirrored(kind);
  if (isInstance(right)) {
    const r = compareMirrored(kind, typeOf(right), right, left);
    if (r != NOT_IMPLEMENTED) return r;
  } else {
    const slot = changetype<TypeObject>(typeOf(right)).compare;
    if (slot != 0) {
      const r = call_indirect<Value>(slot, mirror, right, left);
      if (r != NOT_HANDLED) return r;
    }
  }
  return compareUnsupported(kind, left, right);
}

// ---- subscripts and unary operators by Python methods ----

/** v[key]: a Value, RAISED or PUSHED. */
export function subscrSlow(v: Value, key: Value): Value {
  if (isExactly(v, DICT_TYPE)) return dictGetItem(v, key);
  if (isSmallInt(key) && isExactly(v, STR_TYPE)) {
    const s = changetype<StrObject>(<usize>v), i = smallInt(key);
    if (<u64>i < <u64>s.lengthBytes && (s.flags & STR_ASCII) != 0)
      return strOfChar(load<u8>(s.data + <usize>i));
  }
  if (isSmallInt(key) && isExactly(v, BYTEARRAY_TYPE)) {
    const b = changetype<BlockObject>(<usize>v);
    if (<u64>smallInt(key) < <u64>b.lengthBytes)
      return smallIntNew(load<u8>(b.data + <usize>smallInt(key)));
  }
  if (isInstance(v)) {
    const f = pythonMethod(v, N.S___getitem__);
    if (f != NOTHING) return pushCall2(f, v, key, K_A, NOTHING);
  }
  return getItem(v, key);
}
/** -v, +v, ~v. */
function unarySlow(op: i32, v: Value): Value {
  if (isInstance(v)) {
    const f = pythonMethod(v, op == 0 ? N.S___pos__ : op == 1 ? N.S___neg__ : N.S___invert__);
    if (f != NOTHING) return pushCall1(f, v, K_A, NOTHING);
  }
  return unaryOp(op, v);
}
