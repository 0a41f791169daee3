// Sorting: a stable natural merge sort, behind list.sort and sorted().
//
// Runs that are already in order (or in strictly falling order, then turned round) are found first,
// short ones are extended by binary insertion, and runs are merged in the order of their depth in a
// nearly balanced tree (powersort: Munro and Wild, "Nearly-Optimal Mergesorts", 2018): O(n) on
// sorted input, n log n otherwise.
//
// A cell is one Value, or with keys a pair (key, value) of 16 bytes: `shift` is 3 or 4. Comparisons
// that cannot run Python (all small ints, all floats, all strs) sort the list's own cells. All
// others sort a copy while the list object that holds the original keeps every item alive; if a
// comparison raises, the copy is dropped. The list itself is empty meanwhile, as in CPython, so
// that a change of it by the program is noticed.
import {
  Value, RAISED, NOTHING, isSmallInt, inlineFloat, bothSmallInts, bothInlineFloats,
} from "../core/value";
import { isExactly, typeOf, FLOAT_TYPE } from "../heap/header";
import { freeRaw } from "../heap/allocator";
import { chargeFuel, interruptRequested, clearEvent, EVENT_INTERRUPT } from "../heap/events";
import { rootsMark, keep, release } from "../heap/roots";
import { addRootMarker, markValue } from "../heap/collector";
import { raise, ValueError, KeyboardInterrupt } from "./errors";
import { Args } from "./args";
import { ListObject, listNew } from "./list";
import { swapContents } from "./object_new";
import { StrObject, STR_TYPE, strCompare, internLiteral } from "./str";
import { floatOf } from "./float";
import { TupleObject, TUPLE_TYPE } from "./tuple";
import { NONE } from "./singletons";
import { truth, lessThan } from "./protocol";
import { enterNative, leaveNative, tailArg } from "./hooks";
import { frozenHelper, callHelper, toHelper } from "./frozen";
import { nativeNew } from "./native";
import { listFrom } from "./sequence";
import { handOver } from "./iterators";

// What all keys are: decides how they are compared.
const KEYS_INT: i32 = 0;
const KEYS_FLOAT: i32 = 1;
const KEYS_STR: i32 = 2;
/** Anything: by the `<` of the types. May run Python. */
const KEYS_ANY: i32 = 3;

/** Runs shorter than this are extended by insertion. Unit: items. 64 is timsort's customary
 *  bound. */
const SHORT: u32 = 64;
/** Open runs at any time: their powers strictly rise, and lie below 33. */
const RUNS_MAX: usize = 40;

/** a < b: 1, 0, or -1 with an exception pending. */
@inline function less(kind: i32, a: Value, b: Value): i32 {
  return kind == KEYS_INT ? <i32>(<i64>a < <i64>b) : lessOther(kind, a, b);
}
function lessOther(kind: i32, a: Value, b: Value): i32 {
  if (kind == KEYS_FLOAT) return <i32>(floatOf(a) < floatOf(b));
  if (kind == KEYS_STR) {
    return <i32>(strCompare(changetype<StrObject>(<usize>a), changetype<StrObject>(<usize>b)) < 0);
  }
  if (isExactly(a, TUPLE_TYPE) && isExactly(b, TUPLE_TYPE)) {
    const c = tupleLess(changetype<TupleObject>(<usize>a), changetype<TupleObject>(<usize>b));
    if (c >= 0) return c;
  }
  return lessThan(a, b);
}
/** a < b: 1, 0; -1: not decided by small ints, floats and strs alone. */
function tupleLess(a: TupleObject, b: TupleObject): i32 {
  const n = a.length < b.length ? a.length : b.length;
  for (let i: u32 = 0; i < n; i++) {
    const x = a.at(i), y = b.at(i);
    if (x == y) continue;
    if (bothSmallInts(x, y)) return <i32>(<i64>x < <i64>y);
    if (bothInlineFloats(x, y)) return <i32>(inlineFloat(x) < inlineFloat(y));
    if (!isExactly(x, STR_TYPE) || !isExactly(y, STR_TYPE)) return -1;
    const c = strCompare(changetype<StrObject>(<usize>x), changetype<StrObject>(<usize>y));
    if (c != 0) return <i32>(c < 0);
  }
  return <i32>(a.length < b.length);
}
/** The common kind of `count` keys, at least one. */
function kindOf(cells: usize, count: u32): i32 {
  let kind = KEYS_ANY;
  for (let i: u32 = 0; i < count; i++) {
    const v = load<u64>(cells + (<usize>i << 3));
    const other = isSmallInt(v) ? KEYS_INT : typeOf(v) == FLOAT_TYPE ? KEYS_FLOAT
      : isExactly(v, STR_TYPE) ? KEYS_STR : KEYS_ANY;
    if (other == KEYS_ANY || i != 0 && other != kind) return KEYS_ANY;
    kind = other;
  }
  return kind;
}
@inline function copyCell(to: usize, from: usize, shift: usize): void {
  store<u64>(to, load<u64>(from));
  if (shift == 4) store<u64>(to, load<u64>(from, 8), 8);
}
export function reverseCells(from: usize, count: u32, shift: usize): void {
  if (count < 2) return;
  let a = from, b = from + (<usize>(count - 1) << shift);
  const step = <usize>1 << shift;
  for (; a < b; a += step, b -= step) {
    for (let k: usize = 0; k < step; k += 8) {
      const x = load<u64>(a + k);
      store<u64>(a + k, load<u64>(b + k));
      store<u64>(b + k, x);
    }
  }
}

/** Length of the run that begins at `from`, made rising; at most `count`. -1: an exception is
 *  pending. */
function countRun(kind: i32, from: usize, count: u32, shift: usize): i32 {
  if (count < 2) return <i32>count;
  const step = <usize>1 << shift;
  let n: u32 = 2, at = from + step;
  let c = less(kind, load<u64>(at), load<u64>(from));
  if (c < 0) return -1;
  const falling = c;
  for (; n < count; n++) {
    const next = at + step;
    c = less(kind, load<u64>(next), load<u64>(at));
    if (c != falling) break;
    at = next;
  }
  if (c < 0) return -1;
  if (falling) reverseCells(from, n, shift);
  return <i32>n;
}
/** First position among `count` rising cells whose key is greater than `key` (or, with `orEqual`,
 *  not less). -1: an exception is pending. */
function findPlace(kind: i32, cells: usize, count: u32, key: Value, orEqual: bool,
    shift: usize): i32 {
  let low: u32 = 0, high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    const x = load<u64>(cells + (<usize>middle << shift));
    const c = orEqual ? less(kind, x, key) : less(kind, key, x);
    if (c < 0) return -1;
    if (orEqual == (c != 0)) low = middle + 1; else high = middle;
  }
  return <i32>low;
}
/** Extends a run of `sorted` cells to `count` cells. */
function insertionSort(kind: i32, from: usize, sorted: u32, count: u32, shift: usize): bool {
  for (let i = sorted; i < count; i++) {
    const at = from + (<usize>i << shift);
    const key = load<u64>(at);
    const place = findPlace(kind, from, i, key, false, shift);
    if (place < 0) return false;
    if (<u32>place == i) continue;
    const value = shift == 4 ? load<u64>(at, 8) : 0;
    const to = from + (<usize>place << shift);
    memory.copy(to + (<usize>1 << shift), to, at - to);
    store<u64>(to, key);
    if (shift == 4) store<u64>(to, value, 8);
  }
  return true;
}
/** Merges the neighbouring runs of `na` and `nb` cells at `a`; `room` has place for the smaller
 *  one. */
function merge(kind: i32, a: usize, na: u32, nb: u32, room: usize, shift: usize): bool {
  // What already stands in its place is left alone.
  const skip = findPlace(kind, a, na, load<u64>(a + (<usize>na << shift)), false, shift);
  if (skip < 0) return false;
  a += <usize>skip << shift;
  na -= skip;
  if (na == 0) return true;
  const b = a + (<usize>na << shift);
  const end = findPlace(kind, b, nb, load<u64>(b - (<usize>1 << shift)), true, shift);
  if (end < 0) return false;
  nb = <u32>end;
  if (nb == 0) return true;
  return na <= nb ? mergeLow(kind, a, na, b, nb, room, shift) : mergeHigh(kind, a, na, b, nb, room,
    shift);
}
/** Merges from the front: the left run moves to `room`. */
function mergeLow(kind: i32, a: usize, na: u32, b: usize, nb: u32, room: usize,
    shift: usize): bool {
  const step = <usize>1 << shift;
  memory.copy(room, a, <usize>na << shift);
  let left = room, right = b, to = a;
  const leftEnd = room + (<usize>na << shift), rightEnd = b + (<usize>nb << shift);
  while (true) {
    const c = less(kind, load<u64>(right), load<u64>(left));
    if (c < 0) return false;
    if (c) {
      copyCell(to, right, shift);
      to += step;
      right += step;
      if (right == rightEnd) break;
    } else {
      copyCell(to, left, shift);
      to += step;
      left += step;
      if (left == leftEnd) break;
    }
  }
  memory.copy(to, left, leftEnd - left);
  return true;
}
/** Merges from the back: the right run moves to `room`. */
function mergeHigh(kind: i32, a: usize, na: u32, b: usize, nb: u32, room: usize,
    shift: usize): bool {
  const step = <usize>1 << shift;
  memory.copy(room, b, <usize>nb << shift);
  let left = b, right = room + (<usize>nb << shift), to = b + (<usize>nb << shift);
  while (true) {
    const c = less(kind, load<u64>(right - step), load<u64>(left - step));
    if (c < 0) return false;
    to -= step;
    if (c) {
      left -= step;
      copyCell(to, left, shift);
      if (left == a) break;
    } else {
      right -= step;
      copyCell(to, right, shift);
      if (right == room) break;
    }
  }
  const rest = right - room;
  memory.copy(to - rest, room, rest);
  return true;
}
/** Depth, in the nearly balanced merge tree over n cells, of the border between the runs at `at`
 *  (`na` cells) and behind it (`nb` cells). */
function power(at: u32, na: u32, nb: u32, n: u32): i32 {
  // The middles of both runs as fractions of n: the first binary digit in which they differ.
  let a = <u64>at * 2 + na, b = a + na + nb;
  const whole = <u64>n * 2;
  for (let p = 1; ; p++) {
    a <<= 1;
    b <<= 1;
    if (b >= whole) {
      if (a < whole) return p;
      a -= whole;
      b -= whole;
    }
  }
  return 0;
}

/** Sorts `n` cells at `cells`. `room` has place for n/2 cells, then for the table of runs. False
 *  with an exception pending; the cells are then undefined for KEYS_ANY, but a permutation of what
 *  they were for the other kinds. */
function sortCells(kind: i32, cells: usize, n: u32, room: usize, shift: usize): bool {
  // Runs: 12 bytes each: first cell, cells, power of the border before it.
  const runs = room + (<usize>(n >> 1) << shift);
  let open: usize = 0, at: u32 = 0;
  let shortest: u32 = n, odd: u32 = 0;
  while (shortest >= SHORT) { odd |= shortest & 1; shortest >>= 1; }
  shortest += odd;
  while (at < n) {
    const from = cells + (<usize>at << shift);
    let length = countRun(kind, from, n - at, shift);
    if (length < 0) return false;
    if (<u32>length < shortest) {
      const want = shortest < n - at ? shortest : n - at;
      if (!insertionSort(kind, from, length, want, shift)) return false;
      length = <i32>want;
    }
    let p = 0;
    if (open != 0) {
      const last = runs + (open - 1) * 12;
      p = power(load<u32>(last), load<u32>(last, 4), length, n);
    }
    while (open > 1 && load<i32>(runs + (open - 1) * 12, 8) > p) {
      if (!mergeLast(kind, cells, runs, open, room, shift)) return false;
      open--;
    }
    const run = runs + open * 12;
    store<u32>(run, at);
    store<u32>(run, length, 4);
    store<i32>(run, p, 8);
    open++;
    at += length;
  }
  for (; open > 1; open--) if (!mergeLast(kind, cells, runs, open, room, shift)) return false;
  return true;
}
/** Merges the last two of the `open` runs. */
function mergeLast(kind: i32, cells: usize, runs: usize, open: usize, room: usize,
    shift: usize): bool {
  if (interruptRequested()) {
    clearEvent(EVENT_INTERRUPT);
    raise(KeyboardInterrupt, "");
    return false;
  }
  const run = runs + (open - 2) * 12;
  const na = load<u32>(run, 4), nb = load<u32>(run, 16);
  store<u32>(run, na + nb, 4);
  chargeFuel((na + nb) >> 3);
  return merge(kind, cells + (<usize>load<u32>(run) << shift), na, nb, room, shift);
}

/** Sorts the items of `items` (a list that nobody else changes) by themselves, or, if `keys` is a
 *  list and not 0, by the key at the same position. Stable, also with `reverse`. False with an
 *  exception pending; `items` is then as it was or another order of it. May run Python; the caller
 *  keeps both lists. */
export function sortItems(items: ListObject, keys: ListObject, reverse: bool): bool {
  const n = items.length;
  const keyed = changetype<usize>(keys) != 0;
  if (n < 2) return true;
  const kind = kindOf(keyed ? keys.items : items.items, n);
  const shift: usize = keyed ? 4 : 3;
  const base = rootsMark();
  // Lists without items own the raw cells: the collector finds them there.
  const room = listNew(((n >> 1) << (keyed ? 1 : 0)) + <u32>(RUNS_MAX * 12 / 8));
  if (room == RAISED) return false;
  keep(room);
  let cells = items.items;
  let copy: Value = NOTHING;
  if (keyed || kind == KEYS_ANY) {
    copy = listNew(keyed ? n << 1 : n);
    if (copy == RAISED) { release(base); return false; }
    keep(copy);
    cells = changetype<ListObject>(<usize>copy).items;
    if (keyed) {
      for (let i: u32 = 0, to = cells; i < n; i++, to += 16) {
        store<u64>(to, keys.at(i));
        store<u64>(to, items.at(i), 8);
      }
    } else {
      memory.copy(cells, items.items, <usize>n << 3);
    }
  }
  let ok = kind != KEYS_ANY || enterNative();
  if (ok) {
    if (reverse) reverseCells(cells, n, shift);
    ok = sortCells(kind, cells, n, changetype<ListObject>(<usize>room).items, shift);
    if (kind == KEYS_ANY) leaveNative();
    if (ok) {
      if (reverse) reverseCells(cells, n, shift);
      if (keyed) {
        for (let i: u32 = 0, from = cells; i < n; i++, from += 16) items.set(i, load<u64>(from, 8));
      } else if (copy != NOTHING) {
        memory.copy(items.items, cells, <usize>n << 3);
      }
    }
  }
  release(base);
  freeCells(room);
  if (copy != NOTHING) freeCells(copy);
  return ok;
}
function freeCells(list: Value): void {
  const l = changetype<ListObject>(<usize>list);
  freeRaw(l.items);
  l.items = 0;
  l.capacity = 0;
}

// ---- list.sort and sorted ----

/** Takes the items of `l` over into a new list; `l` is empty afterwards. Raises MemoryError. */
function takeItems(l: ListObject): Value {
  const v = listNew(0);
  if (v == RAISED) return RAISED;
  swapContents(changetype<usize>(l), <usize>v);
  return v;
}
/** Puts them back. What the program has put into `l` meanwhile is lost; returns whether it was
 *  unchanged. */
export function giveBack(l: ListObject, work: ListObject): bool {
  const unchanged = l.items == 0;
  freeCells(<u64>changetype<usize>(l));
  l.length = 0;
  swapContents(changetype<usize>(work), changetype<usize>(l));
  return unchanged;
}
function finish(l: ListObject, work: ListObject, keys: ListObject, reverse: bool): Value {
  const ok = sortItems(work, keys, reverse);
  const unchanged = giveBack(l, work);
  if (!ok) return RAISED;
  return unchanged ? NONE : raise(ValueError, "list modified during sort");
}

/** list.sort(*, key=None, reverse=False). A key function is called by a helper; a safepoint. */
export function list_sort(args: Args, n: i32): Value {
  const l = changetype<ListObject>(<usize>args.at(0));
  const key = args.at(1);
  let reverse = 0;
  if (args.at(2) != NOTHING) {
    reverse = truth(args.at(2));
    if (reverse < 0) return RAISED;
  }
  const keyed = key != NOTHING && key != NONE;
  if (keyed && frozenHelper("_list_sort") == RAISED) return RAISED;
  const work = takeItems(l);
  if (work == RAISED) return RAISED;
  if (keyed) {
    tailArg(0, args.at(0));
    tailArg(1, work);
    tailArg(2, key);
    tailArg(3, args.at(2) == NOTHING ? NONE : args.at(2));
    tailArg(4, sortFinish);
    return callHelper("_list_sort", 5);
  }
  const base = rootsMark();
  keep(work);
  const r = finish(l, changetype<ListObject>(<usize>work), changetype<ListObject>(0), reverse != 0);
  release(base);
  return r;
}
/** finish(list, items, keys or None, reverse): the second half of list.sort with a key. Without
 *  keys it only puts the items back. */
function list_sort_finish(args: Args, n: i32): Value {
  const l = changetype<ListObject>(<usize>args.at(0)),
    work = changetype<ListObject>(<usize>args.at(1));
  if (args.at(2) == NONE) { giveBack(l, work); return NONE; }
  const keys = changetype<ListObject>(<usize>args.at(2));
  // Called again after a collection, since memory was short: the items have been put back.
  if (work.length < keys.length) swapContents(changetype<usize>(l), changetype<usize>(work));
  return finish(l, work, keys, truth(args.at(3)) == 1);
}
let sortFinish: Value = NOTHING;
function markFinish(): void { markValue(sortFinish); }
/** Makes the native that the helper calls back. At boot. */
export function sortInit(): void {
  sortFinish = nativeNew(internLiteral("finish"), list_sort_finish.index, 4, 4, 0);
  addRootMarker(markFinish);
}

/** sorted(iterable, /, *, key=None, reverse=False): signature "iterable,/,*,key=,reverse=". */
export function builtin_sorted(args: Args, n: i32): Value {
  const key = args.at(1);
  if (handOver(args.at(0))) {
    return toHelper("_sorted",
      args.at(0), key == NOTHING ? NONE : key, args.at(2) == NOTHING ? NONE : args.at(2));
  }
  const v = listFrom(args.at(0));
  if (v == RAISED) return RAISED;
  if (key != NOTHING && key != NONE) {
    return toHelper("_sort_new", v, key, args.at(2) == NOTHING ? NONE : args.at(2));
  }
  const base = rootsMark();
  keep(v);
  const reverse = args.at(2) == NOTHING ? 0 : truth(args.at(2));
  const ok = reverse >= 0
    && sortItems(changetype<ListObject>(<usize>v), changetype<ListObject>(0), reverse != 0);
  release(base);
  return ok ? v : RAISED;
}
