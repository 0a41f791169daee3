// count and repeat of itertools: iterators without an iterable.
// Behaviour: docs.python.org/3/library/itertools.html.
import { Value, RAISED, NOTHING, END, smallIntNew, bothSmallInts, smallInt } from "../core/value";
import { Header, TYPE_BYTES } from "../heap/header";
import { objectNew } from "./object_new";
import { markValue } from "../heap/collector";
import { OBJECT_TYPE, OP_ADD, UN_INT, UN_FLOAT, UN_COMPLEX, UN_INDEX } from "./type";
import { raise, raised, TypeError } from "./errors";
import { NOT_HANDLED } from "../core/value";
import { Args } from "./args";
import { typeBegin } from "./builder";
import { Text } from "./text";
import { indexOf, intFromI64 } from "./int";
import { binaryOp, convertTry } from "./protocol";
import { selfIter } from "./iterators";

export const COUNT_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const REPEAT_TYPE: usize = memory.data(TYPE_BYTES, 16);

//  0      4      8      16    24
//  |klass |flags |value |step |
@unmanaged class CountIter extends Header {
  /** The next number. */
  value: Value;
  step: Value;
}
function countMark(address: usize): void {
  markValue(changetype<CountIter>(address).value);
  markValue(changetype<CountIter>(address).step);
}
function isNumber(v: Value): bool {
  return convertTry(UN_INDEX, v) != NOT_HANDLED || convertTry(UN_FLOAT, v) != NOT_HANDLED
    || convertTry(UN_COMPLEX, v) != NOT_HANDLED || convertTry(UN_INT, v) != NOT_HANDLED;
}
/** count(start=0, step=1). */
function count_new(args: Args, n: i32): Value {
  const start = args.at(1) == NOTHING ? smallIntNew(0) : args.at(1);
  const step = args.at(2) == NOTHING ? smallIntNew(1) : args.at(2);
  if (!isNumber(start) || !isNumber(step))
    return raised() ? RAISED : raise(TypeError, "a number is required");
  const it = changetype<CountIter>(objectNew(COUNT_TYPE, offsetof<CountIter>()));
  if (changetype<usize>(it) == 0) return RAISED;
  it.value = start;
  it.step = step;
  return <u64>changetype<usize>(it);
}
function count_next(v: Value): Value {
  const it = changetype<CountIter>(<usize>v);
  const x = it.value, step = it.step;
  const next = bothSmallInts(x, step) ? intFromI64(smallInt(x) + smallInt(step))
    : binaryOp(OP_ADD, x, step);
  if (next == RAISED) return RAISED;
  it.value = next;
  return x;
}
function count_repr(v: Value, out: Text): bool {
  const it = changetype<CountIter>(<usize>v);
  return out.format(it.step == smallIntNew(1) ? "count(%r)" : "count(%r, %r)", it.value, it.step);
}

//  0      4      8      16    24
//  |klass |flags |value |left |
@unmanaged class RepeatIter extends Header {
  value: Value;
  /** How often still; -1: for ever. */
  left: i64;
}
function repeatMark(address: usize): void { markValue(changetype<RepeatIter>(address).value); }
/** repeat(object[, times]): signature "object,times=". */
function repeat_new(args: Args, n: i32): Value {
  let left: i64 = -1;
  if (args.at(2) != NOTHING) {
    left = indexOf(args.at(2));
    if (raised()) return RAISED;
    if (left < 0) left = 0;
  }
  const it = changetype<RepeatIter>(objectNew(REPEAT_TYPE, offsetof<RepeatIter>()));
  if (changetype<usize>(it) == 0) return RAISED;
  it.value = args.at(1);
  it.left = left;
  return <u64>changetype<usize>(it);
}
function repeat_next(v: Value): Value {
  const it = changetype<RepeatIter>(<usize>v);
  if (it.left == 0) return END;
  if (it.left > 0) it.left--;
  return it.value;
}
function repeat_repr(v: Value, out: Text): bool {
  const it = changetype<RepeatIter>(<usize>v);
  return out.format(it.left < 0 ? "repeat(%r)" : "repeat(%r, %d)", it.value, it.left);
}
function repeat_hint(args: Args, n: i32): Value {
  const left = changetype<RepeatIter>(<usize>args.at(0)).left;
  return left < 0 ? raise(TypeError, "len() of unsized object") : intFromI64(left);
}

export function countRepeatInstall(): void {
  const c = typeBegin(COUNT_TYPE, "count", OBJECT_TYPE, countMark);
  c.type().iter = selfIter.index;
  c.type().next = count_next.index;
  c.type().repr = count_repr.index;
  c.constructDef(count_new, "start=,step=");
  const r = typeBegin(REPEAT_TYPE, "repeat", OBJECT_TYPE, repeatMark);
  r.type().iter = selfIter.index;
  r.type().next = repeat_next.index;
  r.type().repr = repeat_repr.index;
  r.constructDef(repeat_new, "object,times=");
  r.method("__length_hint__", repeat_hint, 0, 0);
}
