// Methods of str, bytes and bytearray that pad: center, ljust, rjust, zfill, expandtabs.
import { Value, RAISED } from "../core/value";
import {
  raise, raiseNoMemory, raised, raiseWith, raiseFormat, TypeError, OverflowError,
} from "./errors";
import { chargeWork } from "../heap/events";
import { Args } from "./args";
import { textNew, literalOf } from "./text";
import { STR_MAX } from "./str";
import { strPart } from "./protocol";
import { utf8Decode, utf8Encode, utf8SequenceLength } from "../core/utf8";
import { Buffer, BUFFER_BYTES, tryBuffer } from "./buffer";
import { allocLike, finishAlloc } from "./str_find";
import { isText, dataOf, bytesOf, wholeOf, lengthOfText, optionalIndex,
  finishLike } from "./str_args";
import { indexOf, indexOverflowed } from "./int";

const INFO: usize = memory.data(BUFFER_BYTES, 8);
/** The fill character's bytes, and how many there are. */
const FILL: usize = memory.data(8, 8);
let fillBytes: u32 = 1;

/** Reads the optional fill character. False with TypeError pending. */
function readFill(self: Value, args: Args, n: i32, name: string): bool {
  store<u8>(FILL, 32);
  fillBytes = 1;
  if (n < 3) return true;
  const v = args.at(2);
  if (isText(self)) {
    const s = strPart(v);
    if (changetype<usize>(s) == 0) {
      raiseWith(TypeError, "The fill character must be a unicode character, not %t", v);
      return false;
    }
    if (s.lengthChars != 1) {
      raise(TypeError, "The fill character must be exactly one character long");
      return false;
    }
    fillBytes = utf8Encode(FILL, utf8Decode(s.data));
    return true;
  }
  const info = changetype<Buffer>(INFO);
  if (tryBuffer(v, info, false) && info.lengthBytes == 1) {
    store<u8>(FILL, load<u8>(info.data));
    return true;
  }
  if (raised()) return false;
  raiseFormat(TypeError, "%l() argument 2 must be a byte string of length 1, not %t",
    literalOf(name), v);
  return false;
}
/** Self with `left` and `right` fill characters around it. */
function padded(self: Value, left: i64, right: i64): Value {
  const bytes = bytesOf(self);
  if (left + right > <i64>STR_MAX) return raiseNoMemory(STR_MAX);
  const s = allocLike(self, <i64>bytes + (left + right) * fillBytes);
  if (changetype<usize>(s) == 0) return RAISED;
  let to = s.data;
  to = fillRun(to, <u32>left);
  memory.copy(to, dataOf(self), bytes);
  fillRun(to + bytes, <u32>right);
  return finishAlloc(s);
}
function fillRun(to: usize, count: u32): usize {
  if (fillBytes == 1) {
    memory.fill(to, load<u8>(FILL), count);
    return to + count;
  }
  for (let i: u32 = 0; i < count; i++) {
    memory.copy(to, FILL, fillBytes);
    to += fillBytes;
  }
  return to;
}
/** Width argument. Test raised(). */
function readWidth(v: Value): i64 {
  const width = indexOf(v);
  if (!raised() && indexOverflowed)
    raise(OverflowError, "Python int too large to convert to C ssize_t");
  return width;
}
function justify(args: Args, n: i32, name: string, side: i32): Value {
  const self = args.at(0), width = readWidth(args.at(1));
  if (raised() || !readFill(self, args, n, name)) return RAISED;
  const pad = width - lengthOfText(self);
  if (pad <= 0) return wholeOf(self);
  const left = side == LEFT ? 0 : side == RIGHT ? pad : pad / 2 + (pad & width & 1);
  return padded(self, left, pad - left);
}
const LEFT: i32 = 0, RIGHT: i32 = 1, CENTER: i32 = 2;
/** s.center(width[, fillchar]). */
export function str_center(args: Args, n: i32): Value { return justify(args, n, "center", CENTER); }
export function str_ljust(args: Args, n: i32): Value { return justify(args, n, "ljust", LEFT); }
export function str_rjust(args: Args, n: i32): Value { return justify(args, n, "rjust", RIGHT); }
/** s.zfill(width): zeros behind a sign. */
export function str_zfill(args: Args, n: i32): Value {
  const self = args.at(0), width = readWidth(args.at(1));
  if (raised()) return RAISED;
  const pad = width - lengthOfText(self);
  if (pad <= 0) return wholeOf(self);
  store<u8>(FILL, 48);
  fillBytes = 1;
  const r = padded(self, pad, 0);
  if (r == RAISED || bytesOf(self) == 0) return r;
  const first = load<u8>(dataOf(self));
  if (first == 43 || first == 45) {
    const at = dataOf(r);
    store<u8>(at, first);
    store<u8>(at + <usize>pad, 48);
  }
  return r;
}
/** s.expandtabs(tabsize=8). */
export function str_expandtabs(args: Args, n: i32): Value {
  const self = args.at(0);
  const size = optionalIndex(args.at(1), 8);
  if (raised()) return RAISED;
  if (size > <i64>i32.MAX_VALUE)
    return raise(OverflowError, "Python int too large to convert to C int");
  const data = dataOf(self), bytes = bytesOf(self), text = isText(self);
  const out = textNew();
  chargeWork(bytes >> 1);
  let column: i64 = 0;
  for (let at: u32 = 0; at < bytes; ) {
    const b = <u32>load<u8>(data + at);
    if (b == 9) {
      if (size > 0) {
        const gap = size - column % size;
        out.pad(32, <u32>gap);
        column += gap;
      }
      at++;
      continue;
    }
    const width = text ? utf8SequenceLength(<u8>b) : 1;
    out.bytes(data + at, width);
    at += width;
    column = b == 10 || b == 13 ? 0 : column + 1;
  }
  return finishLike(self, out);
}
