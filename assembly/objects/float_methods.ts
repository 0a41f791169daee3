// float: the type: slots, constructor, methods. Behaviour:
// docs.python.org/3/library/stdtypes.html#float.
//
// Slots may be called with instances of subclasses: floatPart takes the number out.
import { Value, RAISED, NOTHING, NOT_HANDLED, isInlineFloat } from "../core/value";
import { FLOAT_TYPE } from "../heap/header";
import { typeBegin, NO_MARK } from "./builder";
import {
  OBJECT_TYPE, OP_INPLACE, OP_POW, UN_POS, UN_NEG, UN_ABS, UN_INT, UN_FLOAT,
} from "./type";
import { Args } from "./args";
import { raise, raised, TypeError, ValueError, OverflowError } from "./errors";
import { Text, textNew } from "./text";
import { boolValue, NONE, NOT_IMPLEMENTED } from "./singletons";
import { isInstance } from "./instance_layout";
import { intPart, intFromF64, intToF64, indexOf } from "./int";
import { floatInit, floatNew, floatKeep, floatPart, floatOf, convertToF64 } from "./float";
import {
  floatBinary, floatCompareOp, floatCompareInt, floatHash, roundTo, roundHalfEven,
} from "./float_arith";
import { floatParseFull, floatParsed, clearRows } from "../core/parse_float";
import { clearPowers } from "../core/powers_of_ten";
import { clearTables } from "../core/exp_log";
import { addPackHook } from "../heap/pack";
import { appendFloat } from "./float_text";
import { numberText, numberTextDone, raiseBadText, numberAt, numberBytes } from "./number_text";
import { mirrored, convertTry, strPart } from "./protocol";
import { toHelper } from "./frozen";

/** The operand as a double in operand; false: it is neither float nor int. An int too large raises
 *  OverflowError (raised()). */
let operand: f64 = 0;
function readOperand(v: Value): bool {
  const f = floatPart(v);
  if (f != NOTHING) { operand = floatOf(f); return true; }
  const n = intPart(v);
  if (n == NOTHING) return false;
  operand = intToF64(n);
  return true;
}
function float_binary(op: i32, left: Value, right: Value): Value {
  if (op >= OP_INPLACE) return NOT_HANDLED;
  if (!readOperand(left)) return NOT_HANDLED;
  const x = operand;
  if (raised()) return RAISED;
  if (!readOperand(right)) return NOT_HANDLED;
  return raised() ? RAISED : floatBinary(op, x, operand);
}
function float_compare(op: i32, left: Value, right: Value): Value {
  const a = floatPart(left), b = floatPart(right);
  if (a != NOTHING && b != NOTHING) return boolValue(floatCompareOp(op, floatOf(a), floatOf(b)));
  if (a != NOTHING) {
    const n = intPart(right);
    return n == NOTHING ? NOT_HANDLED : boolValue(floatCompareInt(op, floatOf(a), n));
  }
  const n = intPart(left);
  if (n == NOTHING || b == NOTHING) return NOT_HANDLED;
  // mirrored: n op x is x op' n
  return boolValue(floatCompareInt(mirrored(op), floatOf(b), n));
}
function float_unary(op: i32, v: Value): Value {
  const x = floatOf(floatPart(v));
  switch (op) {
    case UN_POS: case UN_FLOAT: return floatKeep(x);
    case UN_NEG: return floatKeep(-x);
    case UN_ABS: return floatKeep(abs(x));
    case UN_INT: return intFromF64(x);
    default: return NOT_HANDLED;
  }
}
function float_hash(v: Value): i64 { return floatHash(floatOf(floatPart(v)), v); }
function float_truth(v: Value): i32 { return <i32>(floatOf(floatPart(v)) != 0); }
function float_repr(v: Value, out: Text): bool {
  appendFloat(floatOf(floatPart(v)), out);
  return true;
}

/** The float that a float or int is equal to; NOTHING: `v` is neither, or OverflowError is
 *  pending. */
function plainFloat(v: Value): Value {
  const f = floatPart(v);
  if (f != NOTHING) return f;
  const i = intPart(v);
  if (i == NOTHING) return NOTHING;
  const x = intToF64(i);
  return raised() ? RAISED : floatNew(x);
}
/** float(x=0.0, /) */
function float_new(args: Args, n: i32): Value {
  if (n < 2) return floatNew(0);
  const v = args.at(1);
  if (isInlineFloat(v)) return v;
  if (!isInstance(v)) {
    const f = plainFloat(v);
    if (f != NOTHING || raised()) return f;
  }
  if (numberText(v, true)) {
    const x = floatParseFull(numberAt, numberBytes);
    numberTextDone();
    if (floatParsed) return floatKeep(x);
    const t = textNew();
    t.literal("could not convert string to float: ");
    return raiseBadText(ValueError, t, v);
  }
  if (raised()) return RAISED;
  const r = convertTry(UN_FLOAT, v);
  if (r == RAISED) return RAISED;
  const f = r == NOT_HANDLED ? floatPart(v) : plainFloat(r);       // an int from __index__
  if (f != NOTHING || raised()) return f;
  const x = convertToF64(v, "float() argument must be a string or a real number, not '", "'");
  return raised() ? RAISED : floatNew(x);
}

// ---- methods ----

function selfOf(args: Args): f64 { return floatOf(floatPart(args.at(0))); }
function float_same(args: Args, n: i32): Value { return floatPart(args.at(0)); }
function float_is_integer(args: Args, n: i32): Value {
  const x = selfOf(args);
  return boolValue(x - x == 0 && floor<f64>(x) == x);
}
function float_as_integer_ratio(args: Args, n: i32): Value {
  const x = selfOf(args);
  if (x != x) return raise(ValueError, "cannot convert NaN to integer ratio");
  if (abs(x) == Infinity) return raise(OverflowError, "cannot convert Infinity to integer ratio");
  return toHelper("_float_ratio", args.at(0));
}
function float_trunc(args: Args, n: i32): Value { return intFromF64(selfOf(args)); }
function float_floor(args: Args, n: i32): Value { return intFromF64(floor<f64>(selfOf(args))); }
function float_ceil(args: Args, n: i32): Value { return intFromF64(ceil<f64>(selfOf(args))); }
/** float.__round__(ndigits=None) */
function float_round(args: Args, n: i32): Value {
  return floatRound(selfOf(args), n > 1 ? args.at(1) : NONE);
}
/** round(x, places): an int without places (None), else a float. May run Python. */
export function floatRound(x: f64, places: Value): Value {
  if (places == NONE || places == NOTHING) return intFromF64(roundHalfEven(x));
  const p = indexOf(places);
  if (raised()) return RAISED;
  if (x - x != 0) return floatNew(x);
  const r = roundTo(x, p);
  return abs(r) == Infinity ? raise(OverflowError, "rounded value too large to represent")
    : floatNew(r);
}
/** float.hex() */
function float_hex(args: Args, n: i32): Value {
  const x = selfOf(args), t = textNew();
  if (x - x != 0) { appendFloat(x, t); return t.finish(); }
  const bits = reinterpret<u64>(x);
  let e = <i32>(bits >> 52) & 0x7ff;
  const m = bits & 0x000fffffffffffff, normal = e != 0;
  if (<i64>bits < 0) t.byte(45);
  t.literal(normal ? "0x1." : "0x0.");
  if (x == 0) { t.literal("0p+0"); return t.finish(); }
  t.hex(m, 13);
  t.byte(112);
  e = normal ? e - 1023 : -1022;
  if (e >= 0) t.byte(43);
  t.int(e);
  return t.finish();
}
/** float.fromhex(string): args.at(0) is the class. */
function float_fromhex(args: Args, n: i32): Value {
  const s = strPart(args.at(1));
  if (changetype<usize>(s) == 0)
    return raise(TypeError, "bad argument type for built-in operation");
  return toHelper("_float_fromhex", args.at(0), <u64>changetype<usize>(s));
}

/** float.__pow__(self, other, mod=None) */
function float_pow(args: Args, n: i32): Value {
  if (n > 2 && args.at(2) != NONE) {
    return raise(TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
  }
  const r = float_binary(OP_POW, args.at(0), args.at(1));
  return r == NOT_HANDLED ? NOT_IMPLEMENTED : r;
}
function float_real(self: Value): Value { return floatPart(self); }
function float_imag(self: Value): Value { return floatNew(0); }

/** Makes the type `float`. At boot. */
export function floatInstall(): void {
  floatInit();
  addPackHook(clearRows);
  addPackHook(clearPowers);
  addPackHook(clearTables);
  const t = typeBegin(FLOAT_TYPE, "float", OBJECT_TYPE, NO_MARK);
  const slots = t.type();
  slots.binary = float_binary.index;
  slots.compare = float_compare.index;
  slots.unary = float_unary.index;
  slots.hash = float_hash.index;
  slots.truth = float_truth.index;
  slots.repr = float_repr.index;
  t.construct(float_new, 0, 1);
  t.method("is_integer", float_is_integer, 0, 0);
  t.method("as_integer_ratio", float_as_integer_ratio, 0, 0);
  t.method("conjugate", float_same, 0, 0);
  t.method("hex", float_hex, 0, 0);
  t.classMethod("fromhex", float_fromhex, 1, 1);
  t.method("__trunc__", float_trunc, 0, 0);
  t.method("__floor__", float_floor, 0, 0);
  t.method("__ceil__", float_ceil, 0, 0);
  t.method("__round__", float_round, 0, 1);
  t.method("__pow__", float_pow, 1, 2);
  t.attribute("real", float_real);
  t.attribute("imag", float_imag);
}
