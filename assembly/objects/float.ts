// float: making and reading Python's floats. Most doubles are values; those with extreme exponents,
// the zeros, infinities and nans are boxed. Operators and methods: objects/float_methods.ts.
//
//  0      4      8
//  |klass |flags |f64
import {
  Value, RAISED, NOTHING, NOT_HANDLED, isSmallInt, smallInt, isInlineFloat, inlineFloat,
  inlineFloatTry,
} from "../core/value";
import { Header, FLOAT_TYPE, isExactly, typeOf } from "../heap/header";
import { allocObject } from "../heap/allocator";
import { raiseNoMemory, raiseType, raiseWith, TypeError } from "./errors";
import { InstanceObject } from "./instance_layout";
import { TypeObject, UN_FLOAT, UN_INDEX } from "./type";
import { convertTry } from "./protocol";
import { intPart, intToF64 } from "./int";

@unmanaged export class FloatObject extends Header {
  value: f64;
}
if (offsetof<FloatObject>() != 16) ERROR("FloatObject moved");

/** The two zeros: static boxes, so that making a zero never allocates. */
const ZERO: usize = memory.data(16, 16);
const NEGATIVE_ZERO: usize = memory.data(16, 16);
/** Fills the static boxes. At boot, before any float is made. */
export function floatInit(): void {
  changetype<FloatObject>(ZERO).klass = FLOAT_TYPE;
  changetype<FloatObject>(NEGATIVE_ZERO).klass = FLOAT_TYPE;
  changetype<FloatObject>(NEGATIVE_ZERO).value = -0.0;
}

/** The float `x`. Raises MemoryError (only where it needs a box). */
@inline export function floatNew(x: f64): Value {
  const v = inlineFloatTry(x);
  return isInlineFloat(v) ? v : floatBox(x);
}
/** The float of a double that cannot be inline. Hosts differ in the sign of a NaN that arithmetic
 *  makes: it is always positive here. Raises MemoryError. */
export function floatBox(x: f64): Value {
  if (x == 0) return <u64>(reinterpret<u64>(x) == 0 ? ZERO : NEGATIVE_ZERO);
  return box(x == x ? x : NaN);
}
/** As floatNew, but a NaN keeps its bits: for what copies, negates, or reads a double. */
export function floatKeep(x: f64): Value { return x == x ? floatNew(x) : box(x); }
function box(x: f64): Value {
  const f = changetype<FloatObject>(allocObject(16));
  if (changetype<usize>(f) == 0) return raiseNoMemory(16);
  f.klass = FLOAT_TYPE;
  f.flags = 0;
  f.value = x;
  return <u64>changetype<usize>(f);
}

/** True for plain floats (not for instances of subclasses). */
export function isPlainFloat(v: Value): bool {
  return isInlineFloat(v) || isExactly(v, FLOAT_TYPE);
}
/** True for floats and instances of subclasses of float. */
export function isFloat(v: Value): bool { return floatPart(v) != NOTHING; }
/** The plain float that `v` is or holds; NOTHING: `v` is no float. Runs no Python. */
export function floatPart(v: Value): Value {
  if (isInlineFloat(v)) return v;
  const t = typeOf(v);
  if (t == FLOAT_TYPE) return v;
  return changetype<TypeObject>(t).native == FLOAT_TYPE
    ? changetype<InstanceObject>(<usize>v).native : NOTHING;
}
/** The double in a plain float. */
@inline export function floatOf(v: Value): f64 {
  return isInlineFloat(v) ? inlineFloat(v) : load<f64>(<usize>v, 8);
}

/** Any real number as a double: float, int, bool, subclasses, __float__, __index__. Raises
 *  TypeError "must be real number, not x", OverflowError (huge ints): test raised(). May run
 *  Python. */
export function toF64(v: Value): f64 {
  if (isInlineFloat(v)) return inlineFloat(v);
  if (isSmallInt(v)) return <f64>smallInt(v);
  const f = floatPart(v);
  if (f != NOTHING) return floatOf(f);
  const n = intPart(v);
  if (n != NOTHING) return intToF64(n);
  return convertToF64(v, "must be real number, not ", "");
}
/** As toF64 for a value that is neither int nor float, with the caller's words for TypeError around
 *  the name of the type. */
export function convertToF64(v: Value, before: string, after: string): f64 {
  let r = convertTry(UN_FLOAT, v);
  if (r == RAISED) return 0;
  if (r != NOT_HANDLED) {
    const f = floatPart(r);
    if (f != NOTHING) return floatOf(f);
    const n = intPart(r);                              // from __index__
    if (n != NOTHING) return intToF64(n);
    raiseWith(TypeError, "__float__ returned non-float (type %t)", r);
    return 0;
  }
  r = convertTry(UN_INDEX, v);
  if (r == RAISED) return 0;
  if (r != NOT_HANDLED) {
    const n = intPart(r);
    if (n != NOTHING) return intToF64(n);
  }
  raiseType(TypeError, before, v, after);
  return 0;
}
