// Methods of str, bytes and bytearray that look for something: find, index, count, startswith,
// replace, partition, removeprefix ...
import { Value, RAISED, NOTHING, smallIntNew } from "../core/value";
import { chargeBytes } from "../heap/events";
import { klassOf } from "../heap/header";
import {
  raise, catchPending, raiseFormat, raiseNoMemory, raised, raiseWith, TypeError, ValueError,
} from "./errors";
import { Args } from "./args";
import { toHelper } from "./frozen";
import { StrObject, STR_MAX, STR_TYPE, strAlloc, strFinish } from "./str";
import { TupleObject, TUPLE_TYPE, tupleOf3 } from "./tuple";
import { boolValue, TRUE, FALSE } from "./singletons";
import { payloadOf, strPart } from "./protocol";
import { literalOf } from "./text";
import { findBytes, findLastBytes, countBytes } from "./str_search";
import {
  BYTEARRAY_TYPE, ARRAY_TYPE, BlockObject, bytesAlloc, blockAlloc, pieceOf,
} from "./bytes";
import {
  isText, dataOf, bytesOf, wholeOf, readPart, readNeedle, partData, partBytes, searchRange,
  rangeLeft, rangeFrom, rangeTo,
  charsBefore, optionalIndex,
} from "./str_args";
import { copyBytes } from "../core/utf8";
import { sameBytes } from "../core/memory";

/** Where the part that was read stands first (last) in the bytes at `at`, -1: nowhere. */
function findEither(at: usize, bytes: u32, last: bool): i32 {
  return last ? findLastBytes(at, bytes, partData, partBytes)
    : findBytes(at, bytes, partData, partBytes, 0);
}
/** Position (in characters) of args[1] in self, last: the last one; -1: not there; -2: raised. */
function locate(args: Args, n: i32, last: bool): i64 {
  const self = args.at(0);
  const range = searchRange(self, n > 2 ? args.at(2) : NOTHING, n > 3 ? args.at(3) : NOTHING);
  if (range < 0) return -2;
  if (!readNeedle(self, args.at(1))) return -2;
  if (range == 0 || !rangeLeft(self)) return -1;
  const at = dataOf(self) + <usize>rangeFrom, bytes = rangeTo - rangeFrom;
  const found = findEither(at, bytes, last);
  return found < 0 ? -1 : charsBefore(self, found + rangeFrom);
}
/** s.find(sub[, start[, end]]) -> position or -1. */
export function str_find(args: Args, n: i32): Value {
  const r = locate(args, n, false);
  return r == -2 ? RAISED : smallIntNew(r);
}
export function str_rfind(args: Args, n: i32): Value {
  const r = locate(args, n, true);
  return r == -2 ? RAISED : smallIntNew(r);
}
function positionOrRaise(self: Value, r: i64): Value {
  if (r == -2) return RAISED;
  if (r == -1)
    return raise(ValueError, isText(self) ? "substring not found" : "subsection not found");
  return smallIntNew(r);
}
/** s.index(sub[, start[, end]]) -> position. Raises ValueError. */
export function str_index(args: Args, n: i32): Value {
  return positionOrRaise(args.at(0), locate(args, n, false));
}
export function str_rindex(args: Args, n: i32): Value {
  return positionOrRaise(args.at(0), locate(args, n, true));
}

/** s.count(sub[, start[, end]]). */
export function str_count(args: Args, n: i32): Value {
  const self = args.at(0);
  const range = searchRange(self, n > 2 ? args.at(2) : NOTHING, n > 3 ? args.at(3) : NOTHING);
  if (range < 0) return RAISED;
  if (!readNeedle(self, args.at(1))) return RAISED;
  if (range == 0 || !rangeLeft(self)) return smallIntNew(0);
  if (partBytes == 0)
    return smallIntNew(charsBefore(self, rangeTo) - charsBefore(self, rangeFrom) + 1);
  return smallIntNew(countBytes(dataOf(self) + <usize>rangeFrom, rangeTo - rangeFrom, partData,
    partBytes,
    i32.MAX_VALUE));
}

/** 1, 0, -1 (raised): the range rangeFrom..rangeTo of self begins (ends) with `v`. message: of the
 *  TypeError if self is a str and `v` is none: a template of `name` and of the type. */
function matchesEdge(self: Value, v: Value, end: bool, message: string, name: u64): i32 {
  if (isText(self) && changetype<usize>(strPart(v)) == 0) {
    raiseFormat(TypeError, message, name, v);
    return -1;
  }
  if (!readPart(self, v, "")) return -1;
  if (partBytes > rangeTo - rangeFrom) return 0;
  const at = dataOf(self) + <usize>(end ? rangeTo - partBytes : rangeFrom);
  chargeBytes(partBytes);
  return <i32>sameBytes(at, partData, partBytes);
}
function edge(args: Args, n: i32, end: bool): Value {
  const self = args.at(0), name = literalOf(end ? "endswith" : "startswith");
  const range = searchRange(self, n > 2 ? args.at(2) : NOTHING, n > 3 ? args.at(3) : NOTHING);
  if (range < 0) return RAISED;
  const what = args.at(1);
  const tuple = changetype<TupleObject>(payloadOf(what, TUPLE_TYPE));
  if (changetype<usize>(tuple) != 0) {
    for (let i: u32 = 0; i < tuple.length; i++) {
      const r = matchesEdge(self, tuple.at(i), end, "tuple for %l must only contain str, not %t",
        name);
      if (r < 0) return RAISED;
      if (r != 0 && range != 0) return TRUE;
    }
    return FALSE;
  }
  const r = matchesEdge(self, what, end, "%l first arg must be str or a tuple of str, not %t", name);
  if (r >= 0) return boolValue(r != 0 && range != 0);
  if (!isText(self) && catchPending(TypeError))
    raiseFormat(TypeError, "%l first arg must be bytes or a tuple of bytes, not %t", name, what);
  return RAISED;
}
/** s.startswith(prefix or tuple of them[, start[, end]]). */
export function str_startswith(args: Args, n: i32): Value { return edge(args, n, false); }
export function str_endswith(args: Args, n: i32): Value { return edge(args, n, true); }

/** contains slot of the three types. */
export function text_contains(self: Value, item: Value): i32 {
  if (isText(self)) {
    if (!readPart(self, item, "'in <string>' requires string as left operand, not ")) return -1;
  } else if (!readNeedle(self, item)) {
    if (catchPending(TypeError))
      raiseWith(TypeError, "a bytes-like object is required, not '%t'", item);
    return -1;
  }
  return <i32>(findBytes(dataOf(self), bytesOf(self), partData, partBytes, 0) >= 0);
}

/** (before, separator, after): the parts around `at`. */
function three(self: Value, separator: Value, at: u32, bytes: u32): Value {
  const before = pieceOf(self, 0, at);
  if (before == RAISED) return RAISED;
  // bytearrays give bytearrays, also for the separator
  const middle = klassOf(<usize>self) == klassOf(<usize>separator) && klassOf(<usize>self)
    != BYTEARRAY_TYPE
    ? separator : pieceOf(self, at, at + bytes);
  if (middle == RAISED) return RAISED;
  const after = pieceOf(self, at + bytes, bytesOf(self));
  return after == RAISED ? RAISED : tupleOf3(before, middle, after);
}
/** (before, sep, after) for the first or the last `sep`. Raises ValueError for an empty one. */
function partition(args: Args, last: bool): Value {
  const self = args.at(0);
  if (!readPart(self, args.at(1), "must be str, not ")) return RAISED;
  if (partBytes == 0) return raise(ValueError, "empty separator");
  const at = findEither(dataOf(self), bytesOf(self), last);
  if (at >= 0) return three(self, args.at(1), at, partBytes);
  const whole = wholeOf(self), e1 = pieceOf(self, 0, 0), e2 = pieceOf(self, 0, 0);
  if (whole == RAISED || e1 == RAISED || e2 == RAISED) return RAISED;
  return last ? tupleOf3(e1, e2, whole) : tupleOf3(whole, e1, e2);
}
/** s.partition(sep). */
export function str_partition(args: Args, n: i32): Value { return partition(args, false); }
/** s.rpartition(sep). */
export function str_rpartition(args: Args, n: i32): Value { return partition(args, true); }
/** s without `affix` if it begins (ends) with that. */
function remove(args: Args, end: bool): Value {
  const self = args.at(0), bytes = bytesOf(self);
  searchRange(self, NOTHING, NOTHING);
  const hit = matchesEdge(self, args.at(1), end, "%l() argument must be str, not %t",
    literalOf(end ? "removesuffix" : "removeprefix"));
  if (hit < 0) return RAISED;
  const cut = hit ? partBytes : 0;
  return end ? pieceOf(self, 0, bytes - cut) : pieceOf(self, cut, bytes);
}
/** s.removeprefix(prefix). */
export function str_removeprefix(args: Args, n: i32): Value { return remove(args, false); }
/** s.removesuffix(suffix). */
export function str_removesuffix(args: Args, n: i32): Value { return remove(args, true); }

// ---- replace ----

/** An object of self's type with room for `bytes` bytes. Returns 0 with MemoryError or
 *  OverflowError pending. */
export function allocLike(self: Value, bytes: i64): StrObject {
  if (bytes > <i64>STR_MAX) { raiseNoMemory(STR_MAX); return changetype<StrObject>(0); }
  const klass = klassOf(<usize>self);
  if (klass == STR_TYPE) return strAlloc(<u32>bytes);
  if (klass == BYTEARRAY_TYPE || klass == ARRAY_TYPE) {
    const b = changetype<BlockObject>(<usize>self);
    return changetype<StrObject>(
      changetype<usize>(blockAlloc(klass, b.typecode, b.itemSize, <u32>bytes)));
  }
  return bytesAlloc(<u32>bytes);
}
/** Ends what allocLike began: a str's characters are counted. */
export function finishAlloc(s: StrObject): Value {
  return s.klass == STR_TYPE ? strFinish(s) : <u64>changetype<usize>(s);
}

/** s.replace(old, new[, count]): count below 0: all. */
export function str_replace(args: Args, n: i32): Value {
  const self = args.at(0);
  let most = n > 3 ? optionalIndex(args.at(3), -1) : -1;
  if (raised()) return RAISED;
  if (!readPart(self, args.at(1), "replace() argument 1 must be str, not ")) return RAISED;
  const old = partData, oldBytes = partBytes;
  if (!readPart(self, args.at(2), "replace() argument 2 must be str, not ")) return RAISED;
  const fresh = partData, freshBytes = partBytes;
  const data = dataOf(self), bytes = <i32>bytesOf(self);
  if (most < 0 || most > <i64>i32.MAX_VALUE) most = i32.MAX_VALUE;
  if (oldBytes == 0) return toHelper("_interleave", self, args.at(2), smallIntNew(most));
  const count = countBytes(data, bytes, old, oldBytes, <i32>most);
  if (count == 0) return wholeOf(self);
  const total = <i64>bytes + <i64>count * (freshBytes - oldBytes);
  const s = allocLike(self, total);
  if (changetype<usize>(s) == 0) return RAISED;
  let to = s.data, from = 0, left = count;
  // One byte that is there often: looking for the next one would take longer than looking at all.
  if (oldBytes == 1 && count > bytes >> 5) {
    const wanted = load<u8>(old);
    for (; left != 0; from++) {
      const byte = load<u8>(data + <usize>from);
      if (byte != wanted) { store<u8>(to++, byte); continue; }
      copyBytes(to, fresh, <usize>freshBytes);
      to += <usize>freshBytes;
      left--;
    }
  }
  for (; left != 0; left--) {
    const at = findBytes(data, bytes, old, oldBytes, from);
    copyBytes(to, data + <usize>from, <usize>(at - from));
    to += <usize>(at - from);
    copyBytes(to, fresh, <usize>freshBytes);
    to += <usize>freshBytes;
    from = at + oldBytes;
  }
  copyBytes(to, data + <usize>from, <usize>(bytes - from));
  return finishAlloc(s);
}
