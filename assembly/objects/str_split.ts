// Methods of str, bytes and bytearray that cut and join: split, rsplit, splitlines, strip, join.
import { Value, RAISED, NOTHING } from "../core/value";
import { isExactly } from "../heap/header";
import { isAsciiSpace, isUnicodeSpace, isLineBreak } from "../core/unicode";
import { utf8Decode, utf8SequenceLength, copyBytes } from "../core/utf8";
import { raise, raised, raiseFormat, raiseWith, TypeError, ValueError } from "./errors";
import { Args } from "./args";
import { StrObject, STR_TYPE, STR_ASCII, strNewCounted, strSliceBytes } from "./str";
import { ListObject, LIST_TYPE, listNew, listAppend } from "./list";
import { TUPLE_TYPE, TupleObject } from "./tuple";
import { NONE } from "./singletons";
import { strPart, truth } from "./protocol";
import { stepsTaken } from "./hooks";
import { chargeScan, chargeStep, chargeWork } from "../heap/events";
import { listFrom } from "./sequence";
import { reverseCells } from "./sort";
import { typeObjectOf } from "./type";
import { runsPython } from "./iterators";
import { toHelper } from "./frozen";
import { findBytes, findLastBytes } from "./str_search";
import { Buffer, BUFFER_BYTES, tryBuffer } from "./buffer";
import { pieceOf } from "./bytes";
import { allocLike, finishAlloc } from "./str_find";
import { isText, dataOf, bytesOf, readPart, partData, partBytes, optionalIndex } from "./str_args";
import { literalOf } from "./text";

/** Appends the piece from..to of self to the list. False with MemoryError pending. */
function addPiece(list: ListObject, self: Value, from: i32, to: i32): bool {
  chargePiece(to - from);
  const piece = pieceOf(self, from, to);
  return piece != RAISED && listAppend(list, piece);
}
/** Charges for a piece, which is an object of its own, and for the look at its bytes. */
function chargePiece(bytes: i32): void { chargeWork(4 + (bytes >> 4)); }
/** True if white space begins at byte `at` of self; its width is then in spaceWidth. */
function spaceAt(at: usize, text: bool): bool {
  const b = <u32>load<u8>(at);
  spaceWidth = 1;
  if (b < 128) return text ? isUnicodeSpace(b) : isAsciiSpace(b);
  if (!text) return false;
  spaceWidth = utf8SequenceLength(<u8>b);
  return isUnicodeSpace(utf8Decode(at));
}
let spaceWidth: i32 = 1;
/** True if the character that ends before byte `end` is white space; its width is then in
 *  spaceWidth. */
function spaceBefore(begin: usize, end: usize, text: bool): bool {
  let at = end - 1;
  if (text) while (at > begin && (load<u8>(at) & 0xc0) == 0x80) at--;
  const yes = spaceAt(at, text);
  spaceWidth = <i32>(end - at);
  return yes;
}

/** White space of str among the first 64 characters, one bit each. */
const ASCII_SPACES: u64 = 0x1f0003e00;
@inline function isAsciiTextSpace(b: u32): bool {
  return b <= 32 && (ASCII_SPACES >> <u64>b & 1) != 0;
}

/** split() by white space. */
function splitSpace(self: Value, most: i64): Value {
  const out = listNew(0);
  if (out == RAISED) return RAISED;
  const list = changetype<ListObject>(<usize>out);
  const data = dataOf(self), bytes = <i32>bytesOf(self), text = isText(self);
  const ascii = text && (changetype<StrObject>(<usize>self).flags & STR_ASCII) != 0;
  let at = 0;
  while (true) {
    if (ascii) {
      while (at < bytes && isAsciiTextSpace(load<u8>(data + <usize>at))) at++;
    } else {
      while (at < bytes && spaceAt(data + <usize>at, text)) at += spaceWidth;
    }
    if (at >= bytes) break;
    const from = at;
    if (<i64>list.length >= most) {
      chargeScan(at);
      return addPiece(list, self, from, bytes) ? out : RAISED;
    }
    if (ascii) {
      while (at < bytes) {
        if (isAsciiTextSpace(load<u8>(data + <usize>at))) break;
        at++;
      }
      chargePiece(0);
      const piece = from == 0 && at == bytes ? self
        : at - from == 1 ? strSliceBytes(changetype<StrObject>(<usize>self), from, at)
        : strNewCounted(data + <usize>from, at - from, at - from);
      if (piece == RAISED || !listAppend(list, piece)) return RAISED;
    } else {
      while (at < bytes && !spaceAt(data + <usize>at, text)) {
        at += text ? <i32>utf8SequenceLength(load<u8>(data + <usize>at)) : 1;
      }
      if (!addPiece(list, self, from, at)) return RAISED;
    }
  }
  // A character beyond ASCII takes some ten times as long.
  chargeScan(ascii ? bytes : <usize>bytes << 3);
  return out;
}
/** rsplit() by white space. */
function splitSpaceRight(self: Value, most: i64): Value {
  const out = listNew(0);
  if (out == RAISED) return RAISED;
  const list = changetype<ListObject>(<usize>out);
  const data = dataOf(self), text = isText(self);
  let end = <i32>bytesOf(self);
  while (true) {
    while (end > 0 && spaceBefore(data, data + <usize>end, text)) end -= spaceWidth;
    if (end == 0) break;
    if (<i64>list.length >= most) {
      if (!addPiece(list, self, 0, end)) return RAISED;
      break;
    }
    const to = end;
    while (end > 0 && !spaceBefore(data, data + <usize>end, text)) end -= spaceWidth;
    if (!addPiece(list, self, end, to)) return RAISED;
  }
  chargeScan((<usize>bytesOf(self) - end) << 3);
  reverseCells(list.items, list.length, 3);
  return out;
}
function split(args: Args, right: bool): Value {
  const self = args.at(0);
  let most = optionalIndex(args.at(2), -1);
  if (raised()) return RAISED;
  if (most < 0) most = i64.MAX_VALUE;
  const separator = args.at(1);
  if (separator == NOTHING || separator == NONE)
    return right ? splitSpaceRight(self, most) : splitSpace(self, most);
  if (!readPart(self, separator, "must be str or None, not ")) return RAISED;
  if (partBytes == 0) return raise(ValueError, "empty separator");
  const out = listNew(0);
  if (out == RAISED) return RAISED;
  const list = changetype<ListObject>(<usize>out);
  const data = dataOf(self), needle = partData, width = partBytes;
  // What is not split yet.
  let from = 0, to = <i32>bytesOf(self);
  while (<i64>list.length < most) {
    const at = right ? findLastBytes(data, to, needle, width) : findBytes(data, to, needle, width,
      from);
    if (at < 0) break;
    if (!addPiece(list, self, right ? at + width : from, right ? to : at)) return RAISED;
    if (right) to = at; else from = at + width;
  }
  if (!addPiece(list, self, from, to)) return RAISED;
  if (right) reverseCells(list.items, list.length, 3);
  return out;
}
/** s.split(sep=None, maxsplit=-1) -> list. Raises ValueError for an empty sep. */
export function str_split(args: Args, n: i32): Value { return split(args, false); }
/** s.rsplit(sep=None, maxsplit=-1) -> list. */
export function str_rsplit(args: Args, n: i32): Value { return split(args, true); }
/** s.splitlines(keepends=False) -> list. */
export function str_splitlines(args: Args, n: i32): Value {
  const self = args.at(0);
  const keepEnds = args.at(1) == NOTHING ? 0 : truth(args.at(1));
  if (keepEnds < 0) return RAISED;
  const out = listNew(0);
  if (out == RAISED) return RAISED;
  const list = changetype<ListObject>(<usize>out);
  const data = dataOf(self), bytes = <i32>bytesOf(self), text = isText(self);
  let from = 0, at = 0;
  chargeScan(bytes);
  while (from < bytes) {
    // the next line: its end, and where the one after it begins
    let end = bytes;
    while (at < bytes) {
      const b = <u32>load<u8>(data + <usize>at), begin = at;
      let ends: bool;
      if (b < 128) {
        at++;
        ends = text ? isLineBreak(b) : b == 10 || b == 13;
      } else {
        at += text ? <i32>utf8SequenceLength(<u8>b) : 1;
        ends = text && (b == 0xc2 || b == 0xe2) && isLineBreak(utf8Decode(data + <usize>begin));
      }
      if (!ends) continue;
      if (b == 13 && at < bytes && load<u8>(data + <usize>at) == 10) at++;
      end = begin;
      break;
    }
    if (!addPiece(list, self, from, keepEnds ? at : end)) return RAISED;
    from = at;
  }
  return out;
}

// ---- strip ----

/** One bit for each byte value that strip() takes away. */
const STRIP_SET: usize = memory.data(32, 8);
function inSet(b: u32): bool { return (load<u8>(STRIP_SET + (b >> 3)) & (1 << (<u8>b & 7))) != 0; }
/** True if the character at byte `at` of self is one that strip(chars) takes away; chars 0: white
 *  space. Its width is then in spaceWidth. */
function taken(at: usize, text: bool, chars: StrObject): bool {
  if (changetype<usize>(chars) == 0) return spaceAt(at, text);
  const b = <u32>load<u8>(at);
  spaceWidth = 1;
  if (!text || b < 128) return inSet(b);
  spaceWidth = utf8SequenceLength(<u8>b);
  return findBytes(chars.data, chars.lengthBytes, at, spaceWidth, 0) >= 0;
}
/** strip with side 1: left, 2: right, 3: both. */
function strip(args: Args, n: i32, side: i32): Value {
  const self = args.at(0), given = n > 1 ? args.at(1) : NONE;
  const data = dataOf(self), text = isText(self);
  let from = 0, to = <i32>bytesOf(self), chars = changetype<StrObject>(0);
  if (given != NONE) {
    chars = strPart(given);
    if (text && changetype<usize>(chars) == 0) {
      return raiseWith(TypeError, "%l arg must be None or str",
        literalOf(side == 1 ? "lstrip" : side == 2 ? "rstrip" : "strip"));
    }
    if (!readPart(self, given, "")) return RAISED;
    if (!text) chars = changetype<StrObject>(<usize>self);   // (bytes look at the set alone)
    memory.fill(STRIP_SET, 0, 32);
    for (let i = 0; i < partBytes; i++) {
      const b = <u32>load<u8>(partData + <usize>i), at = STRIP_SET + (b >> 3);
      store<u8>(at, load<u8>(at) | <u8>1 << (<u8>b & 7));
    }
    chargeScan(partBytes);
  }
  if (side & 1) {
    while (from < to && taken(data + <usize>from, text, chars)) {
      if (chargeStep() && !stepsTaken()) return RAISED;
      from += spaceWidth;
    }
  }
  if (side & 2) {
    while (to > from) {
      let at = to - 1;
      if (text) while ((load<u8>(data + <usize>at) & 0xc0) == 0x80) at--;
      if (!taken(data + <usize>at, text, chars)) break;
      if (chargeStep() && !stepsTaken()) return RAISED;
      to = at;
    }
  }
  return pieceOf(self, from, to);
}
/** s.strip([chars]) and its one-sided forms. */
export function str_strip(args: Args, n: i32): Value { return strip(args, n, 3); }
export function str_lstrip(args: Args, n: i32): Value { return strip(args, n, 1); }
export function str_rstrip(args: Args, n: i32): Value { return strip(args, n, 2); }

// ---- join ----

const INFO: usize = memory.data(BUFFER_BYTES, 8);

/** s.join(iterable). Raises TypeError for an item that is no str (bytes-like, for bytes). */
export function str_join(args: Args, n: i32): Value {
  const self = args.at(0), iterable = args.at(1);
  if (isExactly(iterable, LIST_TYPE))
    return joinList(self, changetype<ListObject>(<usize>iterable));
  if (isExactly(iterable, TUPLE_TYPE)) {
    const t = changetype<TupleObject>(<usize>iterable);
    return joinItems(self, t.items(), t.length);
  }
  const type = typeObjectOf(iterable);
  if (type.iter == 0 && type.subscr == 0) return raise(TypeError, "can only join an iterable");
  if (runsPython(iterable)) {
    return toHelper("_join", self, iterable);
  }
  const list = listFrom(iterable);
  return list == RAISED ? RAISED : joinList(self, changetype<ListObject>(<usize>list));
}
function joinList(self: Value, list: ListObject): Value {
  return joinItems(self, list.items, list.length);
}
function wrongItem(self: Value, i: u32, item: Value): Value {
  return raiseFormat(TypeError, "sequence item %d%l%t found",
    i, literalOf(isText(self) ? ": expected str instance, " : ": expected a bytes-like object, "),
    item);
}
/** Joins `count` values at `items` with self between them. Runs no Python. */
function joinItems(self: Value, items: usize, count: u32): Value {
  if (count == 0) return pieceOf(self, 0, 0);
  chargeWork(count);
  const glue = dataOf(self), glueBytes = bytesOf(self);
  let total = <i64>(count - 1) * glueBytes;
  if (isText(self)) {
    for (let i: u32 = 0; i < count; i++) {
      const s = strPart(load<u64>(items + (<usize>i << 3)));
      if (changetype<usize>(s) == 0) return wrongItem(self, i, load<u64>(items + (<usize>i << 3)));
      total += s.lengthBytes;
    }
    if (count == 1 && isExactly(load<u64>(items), STR_TYPE)) return load<u64>(items);
    const out = allocLike(self, total);
    if (changetype<usize>(out) == 0) return RAISED;
    let to = out.data;
    const end = to + out.lengthBytes, between = changetype<StrObject>(<usize>self);
    let ascii = count == 1 ? STR_ASCII : changetype<StrObject>(<usize>self).flags & STR_ASCII;
    for (let i: u32 = 0; i < count; i++) {
      const s = strPart(load<u64>(items + (<usize>i << 3)));
      if (i != 0) to = copyStr(to, between, end);
      to = copyStr(to, s, end);
      ascii &= s.flags;
    }
    if (ascii) {
      out.lengthChars = out.lengthBytes;
      out.flags |= STR_ASCII;
      return <u64>changetype<usize>(out);
    }
    return finishAlloc(out);
  }
  const info = changetype<Buffer>(INFO);
  for (let i: u32 = 0; i < count; i++) {
    const item = load<u64>(items + (<usize>i << 3));
    if (!tryBuffer(item, info, false)) return raised() ? RAISED : wrongItem(self, i, item);
    total += info.lengthBytes;
  }
  const out = allocLike(self, total);
  if (changetype<usize>(out) == 0) return RAISED;
  let to = out.data;
  for (let i: u32 = 0; i < count; i++) {
    tryBuffer(load<u64>(items + (<usize>i << 3)), info, false);
    if (i != 0) to = copyShort(to, glue, glueBytes);
    to = copyShort(to, info.data, info.lengthBytes);
  }
  return finishAlloc(out);
}
/** Copies and returns the end. */
function copyShort(to: usize, from: usize, bytes: u32): usize {
  if (bytes == 1) store<u8>(to, load<u8>(from));
  else if (bytes != 0) copyBytes(to, from, bytes);
  return to + bytes;
}

/** Copies a str and returns the end. Up to `end` all is still to be written, so that short ones are
 *  copied as a word: their data begins at a multiple of 8. */
function copyStr(to: usize, s: StrObject, end: usize): usize {
  const bytes = s.lengthBytes;
  if (bytes <= 8 && to + 8 <= end) store<u64>(to, load<u64>(s.data));
  else copyBytes(to, s.data, bytes);
  return to + bytes;
}

/** BUILD_STRING: the `count` strs at `args` in one. Raises MemoryError. */
export function joinStrings(args: Args, count: i32): Value {
  let bytes: i64 = 0, chars: u32 = 0;
  for (let i = 0; i < count; i++) {
    const s = changetype<StrObject>(<usize>args.at(i));
    bytes += s.lengthBytes;
    chars += s.lengthChars;
  }
  const out = allocLike(args.at(0), bytes);
  if (changetype<usize>(out) == 0) return RAISED;
  let to = out.data;
  for (let i = 0; i < count; i++) {
    to = copyStr(to, changetype<StrObject>(<usize>args.at(i)), out.data + <usize>bytes);
  }
  out.lengthChars = chars;
  if (chars == out.lengthBytes) out.flags |= STR_ASCII;
  return <u64>changetype<usize>(out);
}
