// complex: layout, slots, constructor, methods. Arithmetic: objects/complex_arith.ts.
//
//  0      4      8    16
//  |klass |flags |re  |im
import { Value, RAISED, NOTHING, NOT_HANDLED } from "../core/value";
import { Header, TYPE_BYTES } from "../heap/header";
import { objectNew } from "./object_new";
import { typeBegin, NO_MARK } from "./builder";
import {
  OBJECT_TYPE, OP_INPLACE, OP_ADD, OP_SUB, OP_MUL, OP_TRUEDIV, OP_POW, UN_POS, UN_NEG, UN_ABS,
  UN_FLOAT,
  UN_INDEX, UN_COMPLEX, CMP_EQ, CMP_NE,
} from "./type";
import { Args } from "./args";
import {
  raise, raised, raiseWith, TypeError, ValueError, ZeroDivisionError, OverflowError,
} from "./errors";
import { Text } from "./text";
import { boolValue, NONE, NOT_IMPLEMENTED } from "./singletons";
import { isInstance } from "./instance_layout";
import { payloadOf, convertTry, strPart } from "./protocol";
import { intPart, intToF64 } from "./int";
import { floatNew, floatPart, floatOf, convertToF64 } from "./float";
import { floatHash, floatCompareInt } from "./float_arith";
import { complexMultiply, complexDivide, complexPower, resultRe, resultIm } from "./complex_arith";
import { appendComplex } from "./number_format";
import { tupleOf2 } from "./tuple";
import { toHelper } from "./frozen";
import { hypot } from "../core/norm";

export const COMPLEX_TYPE: usize = memory.data(TYPE_BYTES, 16);
@unmanaged export class ComplexObject extends Header {
  re: f64;
  im: f64;
}
if (offsetof<ComplexObject>() != 24) ERROR("ComplexObject moved");

@inline function complexAt(v: Value): ComplexObject { return changetype<ComplexObject>(<usize>v); }
/** The complex number re + im j. Raises MemoryError. */
export function complexNew(re: f64, im: f64): Value {
  const c = changetype<ComplexObject>(objectNew(COMPLEX_TYPE, offsetof<ComplexObject>()));
  if (changetype<usize>(c) == 0) return RAISED;
  c.re = re;
  c.im = im;
  return <u64>changetype<usize>(c);
}

/** The operand as a pair of doubles in re, im. Complex, float, int and instances of their
 *  subclasses; false: it is none of them, or OverflowError is pending (raised()). Runs no
 *  Python. */
export let re: f64 = 0;
export let im: f64 = 0;
export function readComplex(v: Value): bool {
  im = 0;
  const f = floatPart(v);
  if (f != NOTHING) { re = floatOf(f); return true; }
  const n = intPart(v);
  if (n != NOTHING) { re = intToF64(n); return !raised(); }
  const c = payloadOf(v, COMPLEX_TYPE);
  if (c == 0) return false;
  re = changetype<ComplexObject>(c).re;
  im = changetype<ComplexObject>(c).im;
  return true;
}
/** complex(v) for any value but text: __complex__, __float__, __index__ are asked. The pair is left
 *  in re and im. False with TypeError ("must be real number, not x") or what they raise pending.
 *  May run Python. */
export function toComplex(v: Value): bool {
  const r = complexPart(v);
  if (r != NO_NUMBER) return r == IS_NUMBER;
  re = convertToF64(v, "must be real number, not ", "");
  im = 0;
  return !raised();
}

function complex_binary(op: i32, left: Value, right: Value): Value {
  if (op >= OP_INPLACE) return NOT_HANDLED;
  if (!readComplex(left)) return raised() ? RAISED : NOT_HANDLED;
  const ar = re, ai = im;
  if (!readComplex(right)) return raised() ? RAISED : NOT_HANDLED;
  const br = re, bi = im;
  switch (op) {
    case OP_ADD: return complexNew(ar + br, ai + bi);
    case OP_SUB: return complexNew(ar - br, ai - bi);
    case OP_MUL: complexMultiply(ar, ai, br, bi); return complexNew(resultRe, resultIm);
    case OP_TRUEDIV:
      if (!complexDivide(ar, ai, br, bi))
        return raise(ZeroDivisionError, "complex division by zero");
      return complexNew(resultRe, resultIm);
    case OP_POW: return complexPower(ar, ai, br, bi);
    default: return NOT_HANDLED;
  }
}
function complex_compare(op: i32, left: Value, right: Value): Value {
  if (op != CMP_EQ && op != CMP_NE) return NOT_HANDLED;
  if (payloadOf(left, COMPLEX_TYPE) == 0) { const t = left; left = right; right = t; }
  const a = changetype<ComplexObject>(payloadOf(left, COMPLEX_TYPE));
  if (changetype<usize>(a) == 0) return NOT_HANDLED;
  let same: bool;
  const n = intPart(right);
  if (n != NOTHING) same = a.im == 0 && floatCompareInt(CMP_EQ, a.re, n);
  else if (readComplex(right)) same = a.re == re && a.im == im;
  else return NOT_HANDLED;
  return boolValue(same == (op == CMP_EQ));
}
function complex_unary(op: i32, v: Value): Value {
  const c = complexAt(v);
  switch (op) {
    case UN_POS: case UN_COMPLEX: return complexNew(c.re, c.im);
    case UN_NEG: return complexNew(-c.re, -c.im);
    case UN_ABS: {
      const x = hypot(c.re, c.im);
      if (x == Infinity && c.re - c.re == 0 && c.im - c.im == 0) {
        return raise(OverflowError, "absolute value too large");
      }
      return floatNew(x);
    }
    default: return NOT_HANDLED;
  }
}
/** Weight of the imaginary part in the hash; with none the hash is that of the real part. */
const HASH_IMAGINARY: i64 = 1000003;
function complex_hash(v: Value): i64 {
  const c = complexAt(v);
  const h = floatHash(c.re, v) + HASH_IMAGINARY * floatHash(c.im, v);
  return h == -1 ? -2 : h;
}
function complex_truth(v: Value): i32 {
  const c = complexAt(v);
  return <i32>(c.re != 0 || c.im != 0);
}
function complex_repr(v: Value, out: Text): bool {
  const c = complexAt(v);
  appendComplex(c.re, c.im, out);
  return true;
}

// ---- complex() ----

/** complex(real=0, imag=0): args.at(1), args.at(2). */
function complex_new(args: Args, n: i32): Value {
  const x = args.at(1), y = args.at(2);
  if (x == NOTHING && y == NOTHING) return complexNew(0, 0);
  if (x != NOTHING && changetype<usize>(strPart(x)) != 0) {
    if (y != NOTHING)
      return raise(TypeError, "complex() can't take second arg if first is a string");
    return toHelper("_complex", <u64>changetype<usize>(strPart(x)));
  }
  if (y != NOTHING && changetype<usize>(strPart(y)) != 0) {
    return raise(TypeError, "complex() second arg can't be a string");
  }
  let a: f64 = 0, b: f64 = 0, xComplex = false;
  if (x != NOTHING) {
    const r = complexPart(x);
    if (r == FAILED) return RAISED;
    if (r == NO_NUMBER) {
      return raiseWith(TypeError, "complex() first argument must be a string or a number, not '%t'",
        x);
    }
    if (y == NOTHING) return complexNew(re, im);
    a = re;
    b = im;
    xComplex = payloadOf(x, COMPLEX_TYPE) != 0;
  }
  const r = imaginaryPart(y);
  if (r == FAILED) return RAISED;
  if (r == NO_NUMBER)
    return raiseWith(TypeError, "complex() second argument must be a number, not '%t'", y);
  // x + y * 1j; parts that were not given stay exact zeros
  if (payloadOf(y, COMPLEX_TYPE) != 0) a -= im;
  return complexNew(a, xComplex ? b + re : re);
}
/** What complexPart and realPart found. */
const IS_NUMBER: i32 = 1;
const NO_NUMBER: i32 = 0;
const FAILED: i32 = -1;
/** A number as a pair in re, im; __complex__, __float__ and __index__ are asked. */
function complexPart(v: Value): i32 {
  if (isInstance(v)) {
    const r = convertTry(UN_COMPLEX, v);
    if (r == RAISED) return FAILED;
    if (r != NOT_HANDLED) return readComplex(r) ? IS_NUMBER : FAILED;
  }
  return readComplex(v) ? IS_NUMBER : raised() ? FAILED : NO_NUMBER;
}
/** A complex number itself, or a real one: __float__ and __index__ are asked, __complex__ is
 *  not. */
function imaginaryPart(v: Value): i32 {
  if (readComplex(v)) return IS_NUMBER;
  if (raised()) return FAILED;
  let r = convertTry(UN_FLOAT, v);
  if (r == NOT_HANDLED) r = convertTry(UN_INDEX, v);
  if (r == RAISED) return FAILED;
  return r == NOT_HANDLED ? NO_NUMBER : readComplex(r) ? IS_NUMBER : FAILED;
}

// ---- methods ----

function complex_conjugate(args: Args, n: i32): Value {
  return complexNew(complexAt(args.at(0)).re, -complexAt(args.at(0)).im);
}
function complex_getnewargs(args: Args, n: i32): Value {
  const a = complex_real(args.at(0)), b = complex_imag(args.at(0));
  return a == RAISED || b == RAISED ? RAISED : tupleOf2(a, b);
}
function complex_pow(args: Args, n: i32): Value {
  if (n > 2 && args.at(2) != NONE) return raise(ValueError, "complex modulo");
  const r = complex_binary(OP_POW, args.at(0), args.at(1));
  return r == NOT_HANDLED ? NOT_IMPLEMENTED : r;
}
function complex_real(v: Value): Value { return floatNew(complexAt(v).re); }
function complex_imag(v: Value): Value { return floatNew(complexAt(v).im); }

/** Makes the type `complex`. At boot. */
export function complexInstall(): void {
  const t = typeBegin(COMPLEX_TYPE, "complex", OBJECT_TYPE, NO_MARK);
  const slots = t.type();
  slots.binary = complex_binary.index;
  slots.compare = complex_compare.index;
  slots.unary = complex_unary.index;
  slots.hash = complex_hash.index;
  slots.truth = complex_truth.index;
  slots.repr = complex_repr.index;
  t.constructDef(complex_new, "real=,imag=");
  t.method("conjugate", complex_conjugate, 0, 0);
  t.method("__getnewargs__", complex_getnewargs, 0, 0);
  t.method("__pow__", complex_pow, 1, 2);
  t.attribute("real", complex_real);
  t.attribute("imag", complex_imag);
}
