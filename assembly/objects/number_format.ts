// Formatting numbers by a format spec: the numeric half of format() and of the % operator.
//
// A number's text is sign, prefix (0x), digits of the integer part (grouped, padded with zeros),
// the rest.
import { Value, RAISED, isSmallInt, smallInt } from "../core/value";
import { digitsBefore } from "../core/digits";
import { FormatSpec, FORMAT_SPEC_BYTES, specClear, unknownCode } from "./format_spec";
import { Text, textNew } from "./text";
import { raise, raised, ValueError, OverflowError } from "./errors";
import { intAppend, intIsNegative, intToF64, saturate } from "./int";
import { intAbs } from "./int_arith";
import { appendMagnitude } from "./float_text";
export { appendFloat } from "./float_text";

/** Characters of `digits` digits with separators every `group`, zeros added up to `width`
 *  characters. */
function groupedWidth(digits: i32, group: i32, width: i32): i32 {
  if (digits == 0) return 0;
  // Whole groups that the width alone asks for, all but one.
  const groups = max(width / (group + 1) - 1, 0);
  let total = groups * (group + 1);
  width -= total;
  digits -= groups * group;
  while (true) {
    let n = digits > width ? digits : width;
    if (n < 1) n = 1;
    if (n > group) n = group;
    total += n;
    digits -= n;
    width -= n;
    if (digits <= 0 && width <= 0) return total;
    width--;
    total++;
  }
}
/** Appends sign, prefix and body with padding: body is `bytes` ASCII bytes at `at`, the first
 *  `digits` of them the integer part. prefix: 0, or the character behind `0`. */
function assemble(sign: u32, prefix: u32, at: usize, bytes: u32, digits: i32, spec: FormatSpec,
    out: Text): void {
  const front = <i32>(sign != 0) + (prefix != 0 ? 2 : 0), rest = <i32>bytes - digits;
  const align = spec.align != 0 ? spec.align : spec.zero != 0 ? 61 : 62;
  const binary = (spec.type | 32) == 120 || spec.type == 98 || spec.type == 111;
  const group = spec.grouping == 0 ? i32.MAX_VALUE : binary ? 4 : 3;
  const least = spec.fill == 48 && align == 61 ? spec.width - front - rest : 0;
  const wide = groupedWidth(digits, group, least);
  let pad = spec.width - front - rest - wide;
  if (pad < 0) pad = 0;
  const before = align == 62 ? pad : align == 94 ? pad >> 1 : 0;
  fill(out, spec.fill, before);
  if (sign != 0) out.byte(sign);
  if (prefix != 0) { out.byte(48); out.byte(prefix); }
  if (align == 61) { fill(out, spec.fill, pad); pad = 0; }
  const to = out.reserve(<u32>wide);
  if (to != 0) {
    out.length += <u32>wide;
    let from = at + digits, inGroup = 0;
    for (let p = to + wide; p > to;) {
      if (inGroup == group) { store<u8>(--p, <u8>spec.grouping); inGroup = 0; continue; }
      store<u8>(--p, from > at ? load<u8>(--from) : 48);
      inGroup++;
    }
  }
  out.bytes(at + digits, <u32>rest);
  fill(out, spec.fill, pad - before);
}
function fill(out: Text, c: u32, count: i32): void {
  if (count <= 0) return;
  if (c < 128) { out.pad(<u8>c, <u32>count); return; }
  for (; count > 0 && out.failed == 0; count--) out.char(c);
}
function signOf(negative: bool, spec: FormatSpec): u32 {
  return negative ? 45 : spec.sign == 43 || spec.sign == 32 ? spec.sign : 0;
}
/** Digits at the beginning of a text. */
function leadingDigits(at: usize, bytes: u32): i32 {
  let n: u32 = 0;
  while (n < bytes && <u32>load<u8>(at + n) - 48 < 10) n++;
  return <i32>n;
}

/** Appends format(n, spec) for a plain int: types b c d o x X n or none, and e E f F g G % as a
 *  float. False with ValueError ("Unknown format code 'x' for object of type 'int'" ...),
 *  OverflowError, MemoryError or KeyboardInterrupt pending. */
export function formatInt(n: Value, spec: FormatSpec, out: Text): bool {
  let base = 10, prefix: u32 = 0;
  switch (spec.type) {
    case 0: case 100: case 110: break;                 // d n
    case 98: base = 2; prefix = 98; break;             // b
    case 111: base = 8; prefix = 111; break;           // o
    case 120: case 88: base = 16; prefix = spec.type; break;
    case 99: break;                                    // c
    case 101: case 69: case 102: case 70: case 103: case 71: case 37: {
      const x = intToF64(n);
      return raised() ? false : formatFloat(x, spec, out);
    }
    default: return unknownCode(spec.type);
  }
  if (spec.precision != -1) return wrong("Precision not allowed in integer format specifier");
  if (spec.z) return wrong("Negative zero coercion (z) not allowed in integer format specifier");
  if (spec.type == 99) return formatCharacter(n, spec, out);
  return intText(n, base, spec.alternate ? prefix : 0, 0, spec, out);
}
function wrong(message: string): bool { raise(ValueError, message); return false; }
/** The digits of a small int are made here. */
const DIGITS: usize = memory.data(64, 8);
/** The digits of n, at least `least` of them, with sign and prefix. */
function intText(n: Value, base: i32, prefix: u32, least: i32, spec: FormatSpec, out: Text): bool {
  const negative = intIsNegative(n);
  if (spec.width <= 0 && spec.grouping == 0 && spec.sign == 0 && least <= 0 && prefix == 0
      && spec.type != 88) {
    return intAppend(n, out, base);
  }
  if (isSmallInt(n) && least <= 0) {
    const at = digitsBefore(DIGITS + 64, negative ? 0 - <u64>smallInt(n) : <u64>smallInt(n), base,
       spec.type == 88 ? 55 : 87);
    const bytes = <u32>(DIGITS + 64 - at);
    assemble(signOf(negative, spec), prefix, at, bytes, <i32>bytes, spec, out);
    return true;
  }
  const body = textNew();
  const magnitude = intAbs(n);
  if (magnitude == RAISED || !intAppend(magnitude, body, base)) return false;
  if (body.failed != 0) return body.finish() != RAISED;
  if (<i32>body.length < least) {                      // only for the % operator
    const zeros = <u32>least - body.length;
    if (body.reserve(zeros) == 0) return body.finish() != RAISED;
    memory.copy(body.data + zeros, body.data, body.length);
    memory.fill(body.data, 48, zeros);
    body.length += zeros;
  }
  if (spec.type == 88) {
    for (let i: u32 = 0; i < body.length; i++) {
      const c = load<u8>(body.data + i);
      if (c >= 97) store<u8>(body.data + i, c - 32);
    }
  }
  assemble(signOf(negative, spec), prefix, body.data, body.length, <i32>body.length, spec, out);
  body.drop();
  return true;
}
function formatCharacter(n: Value, spec: FormatSpec, out: Text): bool {
  if (spec.sign) return wrong("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate)
    return wrong("Alternate form (#) not allowed with integer format specifier 'c'");
  const c = saturate(n);
  if (c < 0 || c > 0x10ffff) {
    raise(OverflowError, "%c arg not in range(0x110000)");
    return false;
  }
  const body = textNew();
  body.char(<u32>c);
  if (body.failed != 0) return body.finish() != RAISED;
  // one character wide, whatever its bytes
  const width = spec.width;
  if (width > 0) spec.width = width + <i32>body.length - 1;
  assemble(0, 0, body.data, body.length, 0, spec, out);
  spec.width = width;
  body.drop();
  return true;
}

/** The type and precision of a float in `spec`, as appendMagnitude wants them. */
let realType: u32 = 0;
let realPrecision: i32 = 0;
/** Sets them: types e E f F g G n % or none. False with ValueError pending. */
function readType(spec: FormatSpec): bool {
  realType = spec.type;
  realPrecision = spec.precision;
  switch (realType) {
    case 0: realType = realPrecision == -1 ? 114 : 103; break;
    case 110: realType = 103; break;                   // n
    case 37: realType = 102; break;
    case 101: case 69: case 102: case 70: case 103: case 71: break;
    default: return unknownCode(realType);
  }
  if (realPrecision == -1 && realType != 114) realPrecision = 6;
  return true;
}
/** Appends format(x, spec) for a double: types e E f F g G n % or none. False with ValueError or
 *  MemoryError pending. */
export function formatFloat(x: f64, spec: FormatSpec, out: Text): bool {
  return readType(spec) && formatReal(x, spec, spec.type == 0, out);
}
/** The same when the type has been read. point0: whole numbers end in `.0`. */
function formatReal(x: f64, spec: FormatSpec, point0: bool, out: Text): bool {
  const percent = spec.type == 37;
  if (percent) x *= 100;
  let negative = reinterpret<i64>(x) < 0 && x == x;
  if (spec.width <= 0 && spec.grouping == 0 && spec.sign == 0 && !spec.z && !percent) {
    if (negative) out.byte(45);
    appendMagnitude(abs(x), realType, realPrecision, spec.alternate != 0, point0, out);
    return true;
  }
  const body = textNew();
  appendMagnitude(abs(x), realType, realPrecision, spec.alternate != 0, point0, body);
  if (percent) body.byte(37);
  if (body.failed != 0) return body.finish() != RAISED;
  if (negative && spec.z) negative = !allZeros(body);
  assemble(signOf(negative, spec), 0, body.data, body.length, leadingDigits(body.data, body.length),
    spec, out);
  body.drop();
  return true;
}
/** True for a text of zeros, up to its exponent. */
function allZeros(t: Text): bool {
  for (let i: u32 = 0; i < t.length; i++) {
    const c = load<u8>(t.data + i);
    if ((c | 32) == 101) return true;
    if (c != 48 && c != 46 && c != 37) return false;
  }
  return true;
}

/** Appends format(complex(re, im), spec). False with ValueError or MemoryError pending. */
export function formatComplex(re: f64, im: f64, spec: FormatSpec, out: Text): bool {
  if (spec.type == 37) return unknownCode(37);
  if (!readType(spec)) return false;
  if (spec.fill == 48) return wrong("Zero padding is not allowed in complex format specifier");
  if (spec.align == 61)
    return wrong("'=' alignment flag is not allowed in complex format specifier");
  const body = textNew();
  const width = spec.width, sign = spec.sign;
  spec.width = -1;
  // (1+2j); 2j if the real part is a positive zero and nothing else was asked for
  const bare = spec.type == 0 && re == 0 && reinterpret<i64>(re) >= 0,
    brackets = spec.type == 0 && !bare;
  if (brackets) body.byte(40);
  let ok = true;
  if (!bare) {
    ok = formatReal(re, spec, false, body);
    spec.sign = 43;
  }
  ok = ok && formatReal(im, spec, false, body);
  body.byte(106);
  if (brackets) body.byte(41);
  spec.width = width;
  spec.sign = sign;
  if (body.failed != 0) return body.finish() != RAISED;
  if (!ok) { body.drop(); return false; }
  if (spec.align == 0) spec.align = 62;
  assemble(0, 0, body.data, body.length, 0, spec, out);
  body.drop();
  return true;
}
const PLAIN: usize = memory.data(FORMAT_SPEC_BYTES, 8);
/** Appends repr of a complex number. */
export function appendComplex(re: f64, im: f64, out: Text): void {
  const spec = changetype<FormatSpec>(PLAIN);
  specClear(spec);
  formatComplex(re, im, spec, out);
}

// ---- the % operator ----

/** Appends a plain int for % formatting: spec.type one of d i u o x X; precision: fewest digits.
 *  False with an exception pending. */
export function percentInt(n: Value, spec: FormatSpec, out: Text): bool {
  const type = spec.type, base = type == 111 ? 8 : (type | 32) == 120 ? 16 : 10;
  return intText(n, base, spec.alternate && base != 10 ? type : 0, spec.precision, spec, out);
}
