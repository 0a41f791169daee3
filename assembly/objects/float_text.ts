// Doubles as text: repr, and the layouts of %e, %f and %g.
import { Text } from "./text";
import {
  shortestDigits, roundedDigits, significantDigits, DIGITS, digitCount, decimalPoint,
} from "../core/format_float";

/** Appends repr(x) of a float: the shortest digits that read back as x. */
export function appendFloat(x: f64, out: Text): void {
  if (reinterpret<i64>(x) < 0 && x == x) out.byte(45);
  appendMagnitude(abs(x), 114, -1, false, true, out);
}

/** Appends |x| in one of the layouts: type `e`, `f`, `g` (or upper case) with `precision`, or `r`:
 *  the shortest digits. `alternate`: the point stays, and with `g` the zeros; `point0`: ".0" behind
 *  whole numbers, as repr. */
export function appendMagnitude(x: f64, type: u32, precision: i32, alternate: bool, point0: bool,
    out: Text): void {
  const upper = type < 97;
  if (x != x) { out.literal(upper ? "NAN" : "nan"); return; }
  if (x == Infinity) { out.literal(upper ? "INF" : "inf"); return; }
  switch (type | 32) {
    case 101:                                          // e
      significantDigits(x, precision + 1 > 1100 ? 1100 : precision + 1);
      appendExponent(precision, alternate, upper, out);
      return;
    case 102:                                          // f
      roundedDigits(x, precision);
      appendFixed(precision, alternate, out);
      return;
    case 103: {                                        // g
      if (precision == 0) precision = 1;
      significantDigits(x, precision > 1100 ? 1100 : precision);
      const e = digitCount == 0 ? 0 : decimalPoint - 1;
      if (e < -4 || e >= precision - <i32>point0) {
        appendExponent(alternate ? precision - 1 : <i32>digitCount - 1, alternate, upper, out);
        return;
      }
      let room = alternate ? precision - e - 1 : <i32>digitCount - e - 1;
      if (room < 0 || (digitCount == 0 && !alternate)) room = 0;
      appendFixed(room == 0 ? <i32>point0 : room, alternate, out);
      return;
    }
    default: {                                         // r
      shortestDigits(x);
      const e = digitCount == 0 ? 0 : decimalPoint - 1;
      if (e < -4 || e >= 16) { appendExponent(<i32>digitCount - 1, alternate, upper, out); return; }
      const room = <i32>digitCount - e - 1;
      appendFixed(room <= 0 || digitCount == 0 ? <i32>point0 : room, alternate, out);
    }
  }
}
/** The digits as d.ddd with `places` digits behind the point (zeros where there are no more), e,
 *  exponent. */
function appendExponent(places: i32, alternate: bool, upper: bool, out: Text): void {
  out.byte(digitCount == 0 ? 48 : load<u8>(DIGITS));
  if (places > 0) {
    out.byte(46);
    const have = digitCount == 0 ? 0 : <i32>digitCount - 1, used = have < places ? have : places;
    out.bytes(DIGITS + 1, <u32>used);
    out.pad(48, <u32>(places - used));
  } else if (alternate) {
    out.byte(46);
  }
  const e = digitCount == 0 ? 0 : decimalPoint - 1;
  out.byte(upper ? 69 : 101);
  out.byte(e < 0 ? 45 : 43);
  if (abs(e) < 10) out.byte(48);
  out.int(abs(e));
}
/** The digits with `places` of them behind the point. */
function appendFixed(places: i32, alternate: bool, out: Text): void {
  const count = <i32>digitCount, point = digitCount == 0 ? 0 : decimalPoint;
  if (point <= 0) {
    out.byte(48);
  } else {
    const used = count < point ? count : point;
    out.bytes(DIGITS, <u32>used);
    out.pad(48, <u32>(point - used));
  }
  if (places <= 0) { if (alternate) out.byte(46); return; }
  out.byte(46);
  const zeros = point >= 0 ? 0 : -point < places ? -point : places;
  out.pad(48, <u32>zeros);
  const from = point > 0 ? point : 0;
  let used = count - from;
  if (used < 0) used = 0;
  if (used > places - zeros) used = places - zeros;
  out.bytes(DIGITS + from, <u32>used);
  out.pad(48, <u32>(places - zeros - used));
}
