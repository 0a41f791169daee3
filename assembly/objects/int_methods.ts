// int: the type: slots, constructor, methods. Behaviour:
// docs.python.org/3/library/stdtypes.html#int.
//
// Slots may be called with bools and with instances of subclasses: intPart takes the number out.
import {
  Value, RAISED, NOTHING, NOT_HANDLED, isSmallInt, isInlineFloat, inlineFloat, smallIntNew,
} from "../core/value";
import { INT_TYPE } from "../heap/header";
import { chargeScan } from "../heap/events";
import { rootsMark, release } from "../heap/roots";
import { typeBegin, NO_MARK } from "./builder";
import {
  OBJECT_TYPE, OP_INPLACE, OP_POW, UN_POS, UN_NEG, UN_INVERT, UN_ABS, UN_INT, UN_FLOAT, UN_INDEX,
  typeObjectOf,
} from "./type";
import { Args } from "./args";
import {
  raise, raised, raiseType, raiseNoMemory, raiseWith, TypeError, ValueError, OverflowError,
} from "./errors";
import { Text, textNew } from "./text";
import { boolValue, NONE, NOT_IMPLEMENTED } from "./singletons";
import { intPart, intFromU64, intFromF64, intToF64, intParse, intAppend, indexValue, indexOf,
  isBignum }
  from "./int";
import { intBinary, intCompareOp, intNeg, intInvert, intAbs } from "./int_arith";
import { intPowMod } from "./int_power";
import { intHash } from "./float_arith";
import { floatNew } from "./float";
import { intBitLength, intBitCount } from "./bignum_bits";
import {
  bigAlloc, bigFinish, readMagnitude, magnitudeAt, magnitudeLength, magnitudeNegative,
} from "./bignum";
import { tupleOf2 } from "./tuple";
import { numberText, numberTextDone, raiseBadText, numberAt, numberBytes } from "./number_text";
import { convertTry, truth, strPart } from "./protocol";
import { strEqualsLiteral } from "./str";
import { bytesAlloc } from "./bytes";
import { bytesFromIterable } from "./bytes_type";
import { Buffer, BUFFER_BYTES, tryBuffer } from "./buffer";
import { call0, call1 } from "./hooks";
import { toHelper } from "./frozen";
import { getAttrOptional } from "./attributes";
import { S___bytes__ } from "./names";

function int_binary(op: i32, left: Value, right: Value): Value {
  if (op >= OP_INPLACE) return NOT_HANDLED;
  const a = intPart(left), b = intPart(right);
  return a == NOTHING || b == NOTHING ? NOT_HANDLED : intBinary(op, a, b);
}
function int_compare(op: i32, left: Value, right: Value): Value {
  const a = intPart(left), b = intPart(right);
  return a == NOTHING || b == NOTHING ? NOT_HANDLED : boolValue(intCompareOp(op, a, b));
}
/** Also the slot of bool. */
export function int_unary(op: i32, v: Value): Value {
  const n = intPart(v);
  switch (op) {
    case UN_POS: case UN_INT: case UN_INDEX: return n;
    case UN_NEG: return intNeg(n);
    case UN_INVERT: return intInvert(n);
    case UN_ABS: return intAbs(n);
    case UN_FLOAT: {
      const x = intToF64(n);
      return raised() ? RAISED : floatNew(x);
    }
    default: return NOT_HANDLED;
  }
}
function int_hash(v: Value): i64 { return intHash(intPart(v)); }
function int_truth(v: Value): i32 { return <i32>(intPart(v) != smallIntNew(0)); }
function int_repr(v: Value, out: Text): bool { return intAppend(intPart(v), out, 10); }

// ---- int() ----

/** int(x=0, /, base=10): args.at(1) x, args.at(2) base. */
function int_new(args: Args, n: i32): Value {
  const x = args.at(1), base = args.at(2);
  if (base != NOTHING) return intWithBase(x, base);
  if (x == NOTHING) return smallIntNew(0);
  if (isSmallInt(x) || isBignum(x)) return x;
  return intOf(x);
}
/** int(x) for any value. May run Python. Raises TypeError, ValueError, OverflowError. */
export function intOf(x: Value): Value {
  if (isInlineFloat(x)) return intFromF64(inlineFloat(x));
  const r = convertTry(UN_INT, x);
  if (r == RAISED) return RAISED;
  if (r != NOT_HANDLED) {
    const plain = intPart(r);
    return plain != NOTHING ? plain : raiseWith(TypeError, "__int__ returned non-int (type %t)", r);
  }
  if (numberText(x, true)) return parsed(x, 10);
  if (raised()) return RAISED;
  const index = convertTry(UN_INDEX, x);
  if (index == RAISED) return RAISED;
  if (index != NOT_HANDLED && intPart(index) != NOTHING) return intPart(index);
  return raiseWith(TypeError,
    "int() argument must be a string, a bytes-like object or a real number, not '%t'", x);
}
function intWithBase(x: Value, base: Value): Value {
  if (x == NOTHING) return raise(TypeError, "int() missing string argument");
  const b = indexOf(base);
  if (raised()) return RAISED;
  if ((b != 0 && b < 2) || b > 36)
    return raise(ValueError, "int() base must be >= 2 and <= 36, or 0");
  if (!numberText(x, true)) {
    return raised() ? RAISED
      : raise(TypeError, "int() can't convert non-string with explicit base");
  }
  return parsed(x, <i32>b);
}
/** The int in the text read by numberText. */
function parsed(x: Value, base: i32): Value {
  const r = intParse(numberAt, numberBytes, base);
  numberTextDone();
  if (r != NOTHING || raised()) return r;
  const t = textNew();
  t.format("invalid literal for int() with base %d: ", base);
  return raiseBadText(ValueError, t, x);
}

// ---- methods ----

function int_same(args: Args, n: i32): Value { return intPart(args.at(0)); }
function int_bit_length(args: Args, n: i32): Value {
  return intFromU64(intBitLength(intPart(args.at(0))));
}
function int_bit_count(args: Args, n: i32): Value {
  return intFromU64(intBitCount(intPart(args.at(0))));
}
function int_as_integer_ratio(args: Args, n: i32): Value {
  return tupleOf2(intPart(args.at(0)), smallIntNew(1));
}
/** int.__round__(ndigits=None): to a multiple of 10 ** -ndigits, ties to even. */
function int_round(args: Args, n: i32): Value {
  return intRound(intPart(args.at(0)), n > 1 ? args.at(1) : NONE);
}
/** round(v, places) of a plain int; places any value: None, or an index. May run Python, may hand
 *  over. */
export function intRound(v: Value, places: Value): Value {
  if (places == NONE || places == NOTHING) return v;
  const p = indexValue(places);
  if (p == RAISED) return RAISED;
  const d = indexOf(p);
  if (d >= 0) return v;
  // beyond its digits a number is nearest to 0
  if (<u64>-d > intBitLength(v) / 3 + 2) return smallIntNew(0);
  return toHelper("_int_round", v, smallIntNew(-d));
}
/** int.__pow__(self, other, mod=None). */
function int_pow(args: Args, n: i32): Value {
  if (n < 3 || args.at(2) == NONE) {
    const r = int_binary(OP_POW, args.at(0), args.at(1));
    return r == NOT_HANDLED ? NOT_IMPLEMENTED : r;
  }
  return intPower3(args.at(0), args.at(1), args.at(2));
}
/** pow(a, b, m) of any values. Raises TypeError unless all are ints. */
export function intPower3(a: Value, b: Value, m: Value): Value {
  const x = intPart(a), y = intPart(b), z = intPart(m);
  if (x == NOTHING || y == NOTHING || z == NOTHING) {
    return raise(TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
  }
  return intPowMod(x, y, z);
}

const SCRATCH: usize = memory.data(8, 8);
/** Reads byteorder='big' and signed=False, args.at(2) and (3), into orderBig and orderSigned. False
 *  with an exception pending; `wrong`: the message for what is no str. */
let orderBig: bool = false;
let orderSigned: bool = false;
function readOrder(args: Args, wrong: string): bool {
  orderBig = true;
  if (args.at(2) != NOTHING) {
    const s = strPart(args.at(2));
    if (changetype<usize>(s) == 0) { raiseType(TypeError, wrong, args.at(2), ""); return false; }
    orderBig = strEqualsLiteral(s, "big");
    if (!orderBig && !strEqualsLiteral(s, "little")) {
      raise(ValueError, "byteorder must be either 'little' or 'big'");
      return false;
    }
  }
  const signed = args.at(3) == NOTHING ? 0 : truth(args.at(3));
  orderSigned = signed > 0;
  return signed >= 0;
}
/** int.to_bytes(length=1, byteorder='big', *, signed=False) */
function int_to_bytes(args: Args, n: i32): Value {
  let length: i64 = 1;
  if (args.at(1) != NOTHING) {
    length = indexOf(args.at(1));
    if (raised()) return RAISED;
  }
  if (length < 0) return raise(ValueError, "length argument must be non-negative");
  if (!readOrder(args, "to_bytes() argument 'byteorder' must be str, not ")) return RAISED;
  const big = orderBig, signed = orderSigned;
  if (length > 0x7fffffff) return raiseNoMemory(0xffffffff);
  const v = intPart(args.at(0));
  readMagnitude(v, SCRATCH);
  if (magnitudeNegative && !signed)
    return raise(OverflowError, "can't convert negative int to unsigned");
  // a sign bit more; -2^k needs none
  let bits = intBitLength(v);
  if (signed) bits = magnitudeNegative ? intBitLength(intInvert(v)) + 1 : bits != 0 ? bits + 1 : 0;
  if (bits > <u64>length << 3) return raise(OverflowError, "int too big to convert");
  const s = bytesAlloc(<u32>length);
  if (changetype<usize>(s) == 0) return RAISED;
  readMagnitude(v, SCRATCH);
  const at = s.data, count = <u32>length, have = magnitudeLength << 2;
  let carry: u32 = magnitudeNegative ? 1 : 0;
  const flip: u32 = magnitudeNegative ? 0xff : 0;
  for (let i: u32 = 0; i < count; i++) {
    carry += (i < have ? <u32>load<u8>(magnitudeAt + i) : 0) ^ flip;
    store<u8>(big ? at + count - 1 - i : at + i, <u8>carry);
    carry >>= 8;
  }
  return <u64>changetype<usize>(s);
}
const INFO: usize = memory.data(BUFFER_BYTES, 8);
/** int.from_bytes(bytes, byteorder='big', *, signed=False): args.at(0) is the class. */
function int_from_bytes(args: Args, n: i32): Value {
  if (!readOrder(args, "from_bytes() argument 'byteorder' must be str, not ")) return RAISED;
  const big = orderBig, signed = orderSigned;
  const base = rootsMark();
  let v = args.at(1), r = NOTHING;
  const info = changetype<Buffer>(INFO);
  if (tryBuffer(v, info, false)) {
    r = fromBytes(info.data, info.lengthBytes, big, signed);
  } else if (!raised()) {
    const f = getAttrOptional(v, <u64>S___bytes__);
    if (f == RAISED && raised()) return RAISED;
    if (f != NOTHING) {
      v = call0(f);
      if (v == RAISED) return RAISED;
      if (!tryBuffer(v, info, false)) {
        return raised() ? RAISED : raiseWith(TypeError, "__bytes__ returned non-bytes (type %t)",
          v);
      }
      r = fromBytes(info.data, info.lengthBytes, big, signed);
    } else {
      r = fromIterable(v, big, signed);
    }
  }
  release(base);
  if (r == NOTHING) return RAISED;
  const cls = args.at(0);
  return cls == <u64>INT_TYPE ? r : call1(cls, r);
}
/** The int whose bytes in two's complement these are. */
export function fromBytes(at: usize, count: u32, big: bool, signed: bool): Value {
  const b = bigAlloc(<u64>(count + 3 >> 2));
  chargeScan(count);
  if (changetype<usize>(b) == 0) return RAISED;
  const to = b.limbs();
  const negative = signed && count != 0 && (load<u8>(big ? at : at + count - 1) & 0x80) != 0;
  const room = b.length << 2, flip: u32 = negative ? 0xff : 0;
  let carry: u32 = negative ? 1 : 0;
  for (let i: u32 = 0; i < room; i++) {
    if (i < count) carry += <u32>load<u8>(big ? at + count - 1 - i : at + i) ^ flip;
    store<u8>(to + i, <u8>carry);
    carry >>= 8;
  }
  return bigFinish(b, negative);
}
function fromIterable(v: Value, big: bool, signed: bool): Value {
  if (changetype<usize>(strPart(v)) != 0
      || (typeObjectOf(v).iter == 0 && typeObjectOf(v).subscr == 0)) {
    return raiseWith(TypeError, "cannot convert '%t' object to bytes", v);
  }
  const t = textNew(), ok = bytesFromIterable(v, t, "bytes must be in range(0, 256)");
  if (ok && t.failed != 0) return t.finish();
  const r = ok ? fromBytes(t.data, t.length, big, signed) : RAISED;
  t.drop();
  return r;
}

function int_real(self: Value): Value { return intPart(self); }
function int_imag(self: Value): Value { return smallIntNew(0); }
function int_one(self: Value): Value { return smallIntNew(1); }

/** Makes the type `int`. At boot. */
export function intInstall(): void {
  const t = typeBegin(INT_TYPE, "int", OBJECT_TYPE, NO_MARK);
  const slots = t.type();
  slots.binary = int_binary.index;
  slots.compare = int_compare.index;
  slots.unary = int_unary.index;
  slots.hash = int_hash.index;
  slots.truth = int_truth.index;
  slots.repr = int_repr.index;
  t.constructDef(int_new, "x=,/,base=");
  t.method("bit_length", int_bit_length, 0, 0);
  t.method("bit_count", int_bit_count, 0, 0);
  t.method("conjugate", int_same, 0, 0);
  t.method("as_integer_ratio", int_as_integer_ratio, 0, 0);
  t.method("__trunc__", int_same, 0, 0);
  t.method("__floor__", int_same, 0, 0);
  t.method("__ceil__", int_same, 0, 0);
  t.method("__round__", int_round, 0, 1);
  t.method("__pow__", int_pow, 1, 2);
  t.def("to_bytes", int_to_bytes, "length=,byteorder=,*,signed=");
  t.classDef("from_bytes", int_from_bytes, "bytes,byteorder=,*,signed=");
  t.attribute("real", int_real);
  t.attribute("imag", int_imag);
  t.attribute("numerator", int_real);
  t.attribute("denominator", int_one);
}
