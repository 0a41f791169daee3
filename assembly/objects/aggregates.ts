// sum, min, max, any, all: builtin functions that consume an iterable. sorted: sort.ts.
//
// Built-in iterables are walked here; what runs Python goes to a frozen helper, which stays
// stackless. Behaviour: docs.python.org/3/library/functions.html.
import {
  Value, RAISED, NOTHING, END, isSmallInt, smallInt, smallIntNew, bothSmallInts, isInlineFloat,
  fitsSmallInt,
} from "../core/value";
import { isExactly } from "../heap/header";
import { rootsMark, keep, release } from "../heap/roots";
import { OP_ADD, CMP_LT, CMP_GT } from "./type";
import { raise, raiseWith, TypeError, ValueError } from "./errors";
import { Args } from "./args";
import { ModuleBuilder } from "./module_list";
import { tupleNew } from "./tuple";
import { intFromI64 } from "./int";
import { floatNew, floatOf, isPlainFloat } from "./float";
import { BYTES_TYPE } from "./bytes";
import { NONE, boolValue } from "./singletons";
import { binaryOp, compareValues, truth, getIter, iterNext, strPart } from "./protocol";
import { tailArg } from "./hooks";
import { callHelper, toHelper } from "./frozen";
import { chargeScan } from "../heap/events";
import { handOver, itemsIterFrom } from "./iterators";
import { stepsDone, isListOrTuple, itemsOf, itemCount } from "./sequence";
import { builtin_sorted } from "./sort";
import { SLICE_TYPE } from "./slice";
import { RANGE_TYPE } from "./range";
import { LIST_TYPE } from "./list";
import { TUPLE_TYPE } from "./tuple";
import { DICT_TYPE, SET_TYPE, FROZENSET_TYPE } from "./table";
import { ENUMERATE_TYPE, ZIP_TYPE, MAP_TYPE, FILTER_TYPE, REVERSED_TYPE } from "./iterators_lazy";
import { literalOf } from "./text";

/** sum(iterable, /, start=0): signature "iterable,/,start=". */
function builtin_sum(args: Args, n: i32): Value {
  const iterable = args.at(0), start = args.at(1) == NOTHING ? smallIntNew(0) : args.at(1);
  if (strPart(start) != null)
    return raise(TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
  if (isExactly(start, BYTES_TYPE))
    return raise(TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
  if (handOver(iterable)) {
    return toHelper("_sum", iterable, start);
  }
  let total = start, result = RAISED, it = NOTHING;
  if (isListOrTuple(iterable)) {
    // Leading small ints and floats need neither an iterator nor the roots.
    const items = itemsOf(iterable), end = items + (<usize>itemCount(iterable) << 3);
    chargeScan(<u32>(end - items) >> 3);
    let at = items;
    if (isSmallInt(total)) {
      let sum = smallInt(total);
      for (; at < end && isSmallInt(load<u64>(at)); at += 8) {
        const next = sum + smallInt(load<u64>(at));
        if (!fitsSmallInt(next)) break;
        sum = next;
      }
      total = smallIntNew(sum);
    }
    if (at < end && isPlainFloat(load<u64>(at)) && (isSmallInt(total) || isPlainFloat(total))) {
      let sum = isSmallInt(total) ? <f64>smallInt(total) : floatOf(total);
      for (; at < end && (isInlineFloat(load<u64>(at)) || isPlainFloat(load<u64>(at))); at += 8)
        sum += floatOf(load<u64>(at));
      total = floatNew(sum);
    }
    if (at == end) return total;
    it = itemsIterFrom(iterable, <u32>(at - items) >> 3);
  }
  const base = rootsMark(), totalSlot = keep(total);
  if (it == NOTHING) it = getIter(iterable);
  if (it != RAISED) {
    keep(it);
    for (let steps: u32 = 1; ; steps++) {
      const x = iterNext(it);
      if (x == END) { result = total; break; }
      if (x == RAISED) break;
      total = bothSmallInts(total, x) ? intFromI64(smallInt(total) + smallInt(x))
        : binaryOp(OP_ADD, total, x);
      if (total == RAISED) break;
      store<u64>(totalSlot, total);
      if ((steps & 1023) == 0 && !stepsDone()) break;
    }
  }
  release(base);
  return result;
}

/** min and max: signature "*args,key=,default=". */
function extreme(args: Args, n: i32, op: i32): Value {
  const key = args.at(n), fallback = args.at(n + 1);
  const name = op == CMP_LT ? "min" : "max";
  if (n == 0) {
    return raiseWith(TypeError, "%l expected at least 1 argument, got 0", literalOf(name));
  }
  if (n > 1 && fallback != NOTHING) {
    return raiseWith(TypeError,
      "Cannot specify a default for %l() with multiple positional arguments", literalOf(name));
  }
  const keyed = key != NOTHING && key != NONE;
  if (keyed || (n == 1 && handOver(args.at(0)))) {
    const items = n == 1 ? args.at(0) : tupleNew(changetype<usize>(args), n);
    if (items == RAISED) return RAISED;
    tailArg(0, items);
    tailArg(1, keyed ? key : NONE);
    tailArg(2, boolValue(fallback != NOTHING));
    tailArg(3, fallback == NOTHING ? NONE : fallback);
    return callHelper(op == CMP_LT ? "_min" : "_max", 4);
  }
  const base = rootsMark(), bestSlot = keep(NOTHING);
  let best = NOTHING, result = RAISED, it = NOTHING;
  if (n == 1) {
    it = getIter(args.at(0));
    if (it == RAISED) return RAISED;
    keep(it);
  }
  const itemSlot = keep(NOTHING);
  for (let i = 0; ; i++) {
    const x = n == 1 ? iterNext(it) : i < n ? args.at(i) : END;
    if (x == END) {
      result = best != NOTHING ? best : fallback != NOTHING ? fallback : empty(name);
      break;
    }
    if (x == RAISED) break;
    store<u64>(itemSlot, x);
    const better = best == NOTHING ? 1 : beats(op, x, best);
    if (better < 0) break;
    if (better) { best = x; store<u64>(bestSlot, x); }
    if ((i & 1023) == 1023 && !stepsDone()) break;
  }
  release(base);
  return result;
}
function empty(name: string): Value {
  return raiseWith(ValueError, "%l() arg is an empty sequence", literalOf(name));
}
/** x op best as a truth. */
function beats(op: i32, x: Value, best: Value): i32 {
  if (bothSmallInts(x, best)) return <i32>(op == CMP_LT ? <i64>x < <i64>best : <i64>x > <i64>best);
  const r = compareValues(op, x, best);
  return r == RAISED ? -1 : truth(r);
}
function builtin_min(args: Args, n: i32): Value { return extreme(args, n, CMP_LT); }
function builtin_max(args: Args, n: i32): Value { return extreme(args, n, CMP_GT); }

/** any (wanted 1) and all (wanted 0): the first item of that truth decides. */
function search(iterable: Value, wanted: i32, helper: string): Value {
  if (handOver(iterable)) {
    return toHelper(helper, iterable);
  }
  const base = rootsMark();
  let result = RAISED;
  const it = getIter(iterable);
  if (it != RAISED) {
    keep(it);
    for (let steps: u32 = 1; ; steps++) {
      const x = iterNext(it);
      if (x == END) { result = boolValue(wanted == 0); break; }
      if (x == RAISED) break;
      const slot = keep(x);
      const yes = truth(x);
      release(slot);
      if (yes < 0) break;
      if (yes == wanted) { result = boolValue(wanted == 1); break; }
      if ((steps & 1023) == 0 && !stepsDone()) break;
    }
  }
  release(base);
  return result;
}
function builtin_any(args: Args, n: i32): Value { return search(args.at(0), 1, "_any"); }
function builtin_all(args: Args, n: i32): Value { return search(args.at(0), 0, "_all"); }

/** Puts the containers' share of `builtins` into the module. */
export function installContainerBuiltins(m: ModuleBuilder): void {
  m.type(LIST_TYPE);
  m.type(TUPLE_TYPE);
  m.type(DICT_TYPE);
  m.type(SET_TYPE);
  m.type(FROZENSET_TYPE);
  m.type(RANGE_TYPE);
  m.type(SLICE_TYPE);
  m.type(ENUMERATE_TYPE);
  m.type(ZIP_TYPE);
  m.type(MAP_TYPE);
  m.type(FILTER_TYPE);
  m.type(REVERSED_TYPE);
  m.def("sum", builtin_sum, "iterable,/,start=");
  m.def("min", builtin_min, "*args,key=,default=");
  m.def("max", builtin_max, "*args,key=,default=");
  m.fn("any", builtin_any, 1, 1);
  m.fn("all", builtin_all, 1, 1);
  m.def("sorted", builtin_sorted, "iterable,/,*,key=,reverse=");
}
