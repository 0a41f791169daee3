// heapq: binary heaps in lists. merge, nlargest and nsmallest are frozen Python:
// assembly/frozen/heapq.py.
//
// Comparing may run Python code that changes the list: every step looks at its length anew and
// raises RuntimeError. Behaviour: docs.python.org/3/library/heapq.html.
import { Value, RAISED, bothSmallInts } from "../core/value";
import { rootsMark, keep, release } from "../heap/roots";
import { chargeFuel } from "../heap/events";
import { raise, raiseType, TypeError, IndexError, RuntimeError } from "../objects/errors";
import { Args } from "../objects/args";
import { ModuleBuilder } from "../objects/module_list";
import { ListObject, LIST_TYPE, listAppend } from "../objects/list";
import { NONE } from "../objects/singletons";
import { payloadOf, lessThan } from "../objects/protocol";

/** The list that an argument is; null with TypeError pending. `message` names the function. */
function heapOf(v: Value, message: string): ListObject {
  const l = changetype<ListObject>(payloadOf(v, LIST_TYPE));
  if (changetype<usize>(l) == 0) raiseType(TypeError, message, v, "");
  return l;
}
/** a < b as a truth; small ints at once. Keeps both. */
@inline function less(a: Value, b: Value): i32 {
  return bothSmallInts(a, b) ? <i32>(<i64>a < <i64>b) : lessKept(a, b);
}
function lessKept(a: Value, b: Value): i32 {
  const base = rootsMark();
  keep(a); keep(b);
  const r = lessThan(a, b);
  release(base);
  return r;
}
function changed(l: ListObject, length: u32): bool {
  if (l.length == length) return false;
  raise(RuntimeError, "list changed size during iteration");
  return true;
}
/** Moves the item at `at` towards the root, not above `top`. False with an exception pending. */
function rise(l: ListObject, top: u32, at: u32): bool {
  const length = l.length, item = l.at(at);
  while (at > top) {
    const parent = (at - 1) >> 1;
    const above = l.at(parent);
    const c = less(item, above);
    if (c < 0 || changed(l, length)) return false;
    if (!c) break;
    l.set(parent, item);
    l.set(at, above);
    at = parent;
  }
  return true;
}
/** Lets the item at `at` sink to a leaf along the smaller children, then rise to its place. Items
 *  are swapped, so the list is whole at any time. False with an exception pending. */
function sink(l: ListObject, at: u32): bool {
  const length = l.length, top = at, half = length >> 1;
  while (at < half) {
    let child: u32 = 2 * at + 1;
    if (child + 1 < length) {
      const c = less(l.at(child), l.at(child + 1));
      if (c < 0 || changed(l, length)) return false;
      if (!c) child++;
    }
    const x = l.at(at);
    l.set(at, l.at(child));
    l.set(child, x);
    at = child;
  }
  return rise(l, top, at);
}

/** heappush(heap, item). A safepoint. */
function heapq_heappush(args: Args, n: i32): Value {
  const l = heapOf(args.at(0), "heappush() argument 1 must be list, not ");
  if (changetype<usize>(l) == 0 || !listAppend(l, args.at(1))) return RAISED;
  return rise(l, 0, l.length - 1) ? NONE : RAISED;
}
/** heappop(heap) -> the smallest item. Raises IndexError. A safepoint. */
function heapq_heappop(args: Args, n: i32): Value {
  const l = heapOf(args.at(0), "heappop() argument must be list, not ");
  if (changetype<usize>(l) == 0) return RAISED;
  if (l.length == 0) return raise(IndexError, "index out of range");
  const last = l.at(l.length - 1);
  l.length--;
  if (l.length == 0) return last;
  return exchange(l, last);
}
/** Replaces the root and returns the old one. */
function exchange(l: ListObject, item: Value): Value {
  const smallest = l.at(0);
  l.set(0, item);
  const base = rootsMark();
  keep(smallest);
  const ok = sink(l, 0);
  release(base);
  return ok ? smallest : RAISED;
}
/** heapreplace(heap, item): pops, then pushes. Raises IndexError. A safepoint. */
function heapq_heapreplace(args: Args, n: i32): Value {
  const l = heapOf(args.at(0), "heapreplace() argument 1 must be list, not ");
  if (changetype<usize>(l) == 0) return RAISED;
  return l.length == 0 ? raise(IndexError, "index out of range") : exchange(l, args.at(1));
}
/** heappushpop(heap, item): pushes, then pops. A safepoint. */
function heapq_heappushpop(args: Args, n: i32): Value {
  const l = heapOf(args.at(0), "heappushpop() argument 1 must be list, not ");
  if (changetype<usize>(l) == 0) return RAISED;
  if (l.length == 0) return args.at(1);
  const c = less(l.at(0), args.at(1));
  if (c < 0) return RAISED;
  if (!c) return args.at(1);
  return l.length == 0 ? raise(IndexError, "index out of range") : exchange(l, args.at(1));
}
/** heapify(list), in linear time. A safepoint. */
function heapq_heapify(args: Args, n: i32): Value {
  const l = heapOf(args.at(0), "heapify() argument must be list, not ");
  if (changetype<usize>(l) == 0) return RAISED;
  const length = l.length;
  chargeFuel(length >> 2);
  for (let i = <i32>(length >> 1) - 1; i >= 0; i--) {
    if (!sink(l, i)) return RAISED;
    if (changed(l, length)) return RAISED;
  }
  return NONE;
}

export function install(m: ModuleBuilder): void {
  m.fn("heappush", heapq_heappush, 2, 2);
  m.fn("heappop", heapq_heappop, 1, 1);
  m.fn("heapreplace", heapq_heapreplace, 2, 2);
  m.fn("heappushpop", heapq_heappushpop, 2, 2);
  m.fn("heapify", heapq_heapify, 1, 1);
}
