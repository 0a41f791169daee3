// Builtin functions on single values: abs chr divmod hash hex id len ord pow repr round isinstance
// ...
import { Value, RAISED, NOTHING, isSmallInt, smallInt, smallIntNew } from "../core/value";
import { digitsBefore } from "../core/digits";
import { isExactly } from "../heap/header";
import { SLOT_WRAPPER_TYPE } from "../objects/slot_wrappers";
import { Args } from "../objects/args";
import {
  raise, raised, raiseWith, raiseFormat, TypeError, ValueError, OverflowError,
} from "../objects/errors";
import { textNew } from "../objects/text";
import { strNew, strOfChar, strCharAt, emptyStr } from "../objects/str";
import { OP_POW, OP_DIVMOD, UN_ABS } from "../objects/type";
import { NONE, NOT_IMPLEMENTED, boolValue } from "../objects/singletons";
import { intFromI64, intFromU64, intPart, indexValue, indexOf, intAppend } from "../objects/int";
import { intPowMod } from "../objects/int_power";
import { binaryOp, unaryOp, hashValue, lengthOf, reprOf, strPart } from "../objects/protocol";
import { formatValue, asciiOf } from "../objects/format";
import { Buffer, BUFFER_BYTES, tryBuffer } from "../objects/buffer";
import { callSpecial, specialMethod } from "../objects/instance";
import { isInstanceOf, isSubclassOf, isCallable } from "../objects/type_object";
import { ModuleBuilder } from "../objects/module_list";
import { S___round__, S___pow__ } from "../objects/names";

function builtin_abs(args: Args, n: i32): Value { return unaryOp(UN_ABS, args.at(0)); }
function builtin_ascii(args: Args, n: i32): Value { return asciiOf(args.at(0)); }
function builtin_repr(args: Args, n: i32): Value { return reprOf(args.at(0)); }
function builtin_callable(args: Args, n: i32): Value { return boolValue(isCallable(args.at(0))); }
function builtin_chr(args: Args, n: i32): Value {
  const c = indexOf(args.at(0));
  if (raised()) return RAISED;
  if (c < i32.MIN_VALUE || c > i32.MAX_VALUE)
    return raise(OverflowError, "Python int too large to convert to C int");
  if (c < 0 || c > 0x10ffff) return raise(ValueError, "chr() arg not in range(0x110000)");
  return strOfChar(<u32>c);
}
const BUFFER: usize = memory.data(BUFFER_BYTES, 8);
function builtin_ord(args: Args, n: i32): Value {
  const v = args.at(0), s = strPart(v);
  let length: i64;
  if (changetype<usize>(s) != 0) {
    if (s.lengthChars == 1) return smallIntNew(strCharAt(s, 0));
    length = s.lengthChars;
  } else {
    const info = changetype<Buffer>(BUFFER);
    if (!tryBuffer(v, info, false)) {
      return raised() ? RAISED
        : raiseWith(TypeError, "ord() expected string of length 1, but %t found", v);
    }
    if (info.lengthBytes == 1) return smallIntNew(load<u8>(info.data));
    length = info.lengthBytes;
  }
  return raiseWith(TypeError, "ord() expected a character, but string of length %d found", length);
}
/** The digits of a small int, with sign and prefix, are made here, before byte 72. */
const DIGITS: usize = memory.data(80, 8);
/** The int in another base, with its prefix. */
function inBase(v: Value, base: i32, letter: u8): Value {
  const number = indexValue(v);
  if (number == RAISED) return RAISED;
  if (isSmallInt(number)) {
    const below = smallInt(number) < 0, end = DIGITS + 72;
    let at = digitsBefore(end, below ? 0 - <u64>smallInt(number) : <u64>smallInt(number), base, 87);
    store<u8>(--at, letter);
    store<u8>(--at, 48);
    if (below) store<u8>(--at, 45);
    return strNew(at, <u32>(end - at));
  }
  const digits = textNew();
  if (!intAppend(number, digits, base)) return RAISED;
  const negative = digits.length != 0 && load<u8>(digits.data) == 45;
  const t = textNew();
  if (negative) t.byte(45);
  t.byte(48);
  t.byte(letter);
  t.bytes(digits.data + <usize>negative, digits.length - <u32>negative);
  digits.drop();
  return t.finish();
}
function builtin_bin(args: Args, n: i32): Value { return inBase(args.at(0), 2, 98); }
function builtin_oct(args: Args, n: i32): Value { return inBase(args.at(0), 8, 111); }
function builtin_hex(args: Args, n: i32): Value { return inBase(args.at(0), 16, 120); }
function builtin_divmod(args: Args, n: i32): Value {
  return binaryOp(OP_DIVMOD, args.at(0), args.at(1));
}
function builtin_format(args: Args, n: i32): Value {
  return formatValue(args.at(0), n > 1 ? args.at(1) : emptyStr());
}
function builtin_hash(args: Args, n: i32): Value {
  const h = hashValue(args.at(0));
  return raised() ? RAISED : intFromI64(h);
}
function builtin_id(args: Args, n: i32): Value { return intFromU64(args.at(0)); }
function builtin_len(args: Args, n: i32): Value {
  const length = lengthOf(args.at(0));
  return length < 0 ? RAISED : intFromI64(length);
}
function builtin_isinstance(args: Args, n: i32): Value {
  const r = isInstanceOf(args.at(0), args.at(1));
  return r < 0 ? RAISED : boolValue(r != 0);
}
function builtin_issubclass(args: Args, n: i32): Value {
  const r = isSubclassOf(args.at(0), args.at(1));
  return r < 0 ? RAISED : boolValue(r != 0);
}
/** pow(base, exp, mod=None). */
function builtin_pow(args: Args, n: i32): Value {
  const base = args.at(0), exp = args.at(1), mod = args.at(2);
  if (mod == NOTHING || mod == NONE) return binaryOp(OP_POW, base, exp);
  const a = intPart(base), b = intPart(exp), m = intPart(mod);
  const f = specialMethod(base, S___pow__);
  if (f != NOTHING && !isExactly(f, SLOT_WRAPPER_TYPE)) {
    const r = callSpecial(f, base, 2, exp, mod);
    if (r != NOT_IMPLEMENTED) return r;
  }
  if (a != NOTHING && b != NOTHING && m != NOTHING) return intPowMod(a, b, m);
  return f != NOTHING && a == NOTHING
    ? raise(TypeError, "pow() 3rd argument not allowed unless all arguments are integers")
    : raiseFormat(
      TypeError, "unsupported operand type(s) for ** or pow(): '%t', '%t', '%t'", base, exp, mod);
}
/** round(number, ndigits=None). */
function builtin_round(args: Args, n: i32): Value {
  const v = args.at(0), digits = args.at(1);
  if (isSmallInt(v) && (digits == NOTHING || digits == NONE)) return v;
  const f = specialMethod(v, S___round__);
  if (f == NOTHING || f == NONE)
    return raiseWith(TypeError, "type %t doesn't define __round__ method", v);
  return digits == NOTHING || digits == NONE ? callSpecial(f, v, 0, NOTHING, NOTHING)
    : callSpecial(f, v, 1, digits, NOTHING);
}

export function valuesInstall(m: ModuleBuilder): void {
  m.fn("abs", builtin_abs, 1, 1);
  m.fn("ascii", builtin_ascii, 1, 1);
  m.fn("bin", builtin_bin, 1, 1);
  m.fn("callable", builtin_callable, 1, 1);
  m.fn("chr", builtin_chr, 1, 1);
  m.fn("divmod", builtin_divmod, 2, 2);
  m.fn("format", builtin_format, 1, 2);
  m.fn("hash", builtin_hash, 1, 1);
  m.fn("hex", builtin_hex, 1, 1);
  m.fn("id", builtin_id, 1, 1);
  m.fn("isinstance", builtin_isinstance, 2, 2);
  m.fn("issubclass", builtin_issubclass, 2, 2);
  m.fn("len", builtin_len, 1, 1);
  m.fn("oct", builtin_oct, 1, 1);
  m.fn("ord", builtin_ord, 1, 1);
  m.def("pow", builtin_pow, "base,exp,mod=");
  m.fn("repr", builtin_repr, 1, 1);
  m.def("round", builtin_round, "number,ndigits=");
}
