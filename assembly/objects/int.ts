// int: making and reading Python's ints. Small ones (63 bits) are values, larger ones bignum
// objects.
//
// Everything else that takes an int goes through here: intPart unwraps bools and instances of
// subclasses, indexOf applies __index__. Operators: objects/int_arith.ts; the type: int_methods.ts.
import {
  Value, RAISED, NOTHING, NOT_HANDLED, isSmallInt, smallInt, smallIntNew, fitsSmallInt,
} from "../core/value";
import { INT_TYPE, isExactly, typeOf } from "../heap/header";
import {
  raise, raised, raiseWith, TypeError, OverflowError, ValueError, IndexError,
} from "./errors";
import { TRUE, FALSE } from "./singletons";
import { InstanceObject } from "./instance_layout";
import { TypeObject, UN_INDEX } from "./type";
import { convertTry } from "./protocol";
import { Text } from "./text";
import { bigFromU64, bigFromF64, bigToI64, bigToF64, bigIsNegative, bigFitsI64 } from "./bignum";
import { bigParse, bigAppend } from "./bignum_text";

/** The int `n`. Raises MemoryError (only for a bignum). */
export function intFromI64(n: i64): Value {
  if (fitsSmallInt(n)) return smallIntNew(n);
  return n < 0 ? bigFromU64(0 - <u64>n, true) : bigFromU64(<u64>n, false);
}
/** The int `n`. Raises MemoryError (only for a bignum). */
export function intFromU64(n: u64): Value {
  return n >> 62 == 0 ? smallIntNew(<i64>n) : bigFromU64(n, false);
}
/** int(x): truncated towards zero. Raises OverflowError for infinities, ValueError for nan,
 *  MemoryError. */
export function intFromF64(x: f64): Value {
  if (abs(x) < 4611686018427387904.0) return smallIntNew(<i64>x);
  if (x != x) return raise(ValueError, "cannot convert float NaN to integer");
  if (abs(x) == Infinity) return raise(OverflowError, "cannot convert float infinity to integer");
  return bigFromF64(x);
}

/** True for ints, bools and instances of subclasses of int. */
export function isInt(v: Value): bool { return intPart(v) != NOTHING; }
/** The plain int (small or bignum) that `v` is or holds: bools become 0 and 1, instances of
 *  subclasses give their payload. NOTHING: `v` is no int. Runs no Python. */
export function intPart(v: Value): Value {
  if (isSmallInt(v)) return v;
  const t = typeOf(v);
  if (t == INT_TYPE) return v;
  if (v == TRUE) return smallIntNew(1);
  if (v == FALSE) return smallIntNew(0);
  return changetype<TypeObject>(t).native == INT_TYPE ? changetype<InstanceObject>(<usize>v).native
    : NOTHING;
}
/** True for a bignum object itself. */
@inline export function isBignum(v: Value): bool { return isExactly(v, INT_TYPE); }

/** The plain int that an int or a subclass' instance is, or what __index__ returns; NOT_HANDLED:
 *  there is none. May run Python. */
export function indexTry(v: Value): Value {
  const plain = intPart(v);
  return plain != NOTHING ? plain : convertTry(UN_INDEX, v);
}
/** operator.index(v) as a plain int. Raises TypeError. May run Python. */
export function indexValue(v: Value): Value {
  const r = indexTry(v);
  if (r == RAISED) return RAISED;
  if (r == NOT_HANDLED)
    return raiseWith(TypeError, "'%t' object cannot be interpreted as an integer", v);
  const n = intPart(r);
  if (n == NOTHING) return raiseWith(TypeError, "__index__ returned non-int (type %t)", r);
  return n;
}
/** Set by indexOf: the int lay beyond i64, and i64.MIN_VALUE or i64.MAX_VALUE was returned for
 *  it. */
export let indexOverflowed: bool = false;
/** operator.index(v) as an i64, saturated (see indexOverflowed). Raises TypeError: test raised().
 *  May run Python. */
export function indexOf(v: Value): i64 {
  indexOverflowed = false;
  if (isSmallInt(v)) return smallInt(v);
  const n = indexValue(v);
  return n == RAISED ? 0 : saturate(n);
}
/** A plain int as an i64, saturated (see indexOverflowed). */
export function saturate(n: Value): i64 {
  indexOverflowed = false;
  if (isSmallInt(n)) return smallInt(n);
  if (bigFitsI64(n)) return bigToI64(n);
  indexOverflowed = true;
  return bigIsNegative(n) ? i64.MIN_VALUE : i64.MAX_VALUE;
}
/** As indexOf, but an int beyond i64 raises OverflowError "cannot fit 'int' into an index-sized
 *  integer". */
export function sizeOf(v: Value): i64 {
  const n = indexOf(v);
  if (!raised() && (indexOverflowed || n != <i64><i32>n)) {
    raise(OverflowError, "cannot fit 'int' into an index-sized integer");
  }
  return n;
}

/** The place in a sequence of `length` items that index `n` names, or -1 with IndexError(message)
 *  pending. Of a sequence that can change: after indexOf, which may run Python. */
export function itemPlace(n: i64, length: i64, message: string): i64 {
  if (n < 0) n = n < -length ? -1 : n + length;
  if (n < 0 || n >= length) { raise(IndexError, message); return -1; }
  return n;
}
/** The same of an index `v`, for sequences that do not change; -1 also when `v` is none. */
export function itemIndex(v: Value, length: i64, message: string): i64 {
  const n = indexOf(v);
  return raised() ? -1 : itemPlace(n, length, message);
}
/** An index clamped into 0..length, negative ones counted from the end: for list.insert,
 *  str.find(start). */
export function clampIndex(n: i64, length: i64): i64 {
  if (n < 0) return n < -length ? 0 : n + length;
  return n > length ? length : n;
}
/** float(v) of a plain int, correctly rounded. Raises OverflowError: test raised(). */
export function intToF64(v: Value): f64 {
  if (isSmallInt(v)) return <f64>smallInt(v);
  const x = bigToF64(v);
  if (abs(x) == Infinity) raise(OverflowError, "int too large to convert to float");
  return x;
}
/** True if the plain int is below 0. */
export function intIsNegative(v: Value): bool {
  return isSmallInt(v) ? <i64>v < 0 : bigIsNegative(v);
}

/** The int written at `at`: optional sign, then digits of `base` (2..36) with single underscores
 *  between them; base 0: decimal, or by prefix 0x 0o 0b. No white space. NOTHING (no exception):
 *  not well-formed; RAISED: MemoryError or KeyboardInterrupt. */
export function intParse(at: usize, bytes: u32, base: i32): Value {
  return bigParse(at, bytes, base);
}
/** Appends a plain int in base 2..36, lower case, with `-` but no prefix. False with MemoryError or
 *  KeyboardInterrupt pending. */
export function intAppend(v: Value, text: Text, base: i32): bool {
  if (base == 10 && isSmallInt(v)) { text.int(smallInt(v)); return true; }
  return bigAppend(v, text, base);
}
