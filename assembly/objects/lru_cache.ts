// functools' caches: the object that lru_cache and cache make of a function.
//
// Results lie in a dict whose order is that of their last use, oldest first. What calls the function
// is handed over to the interpreter (tailThen), so that the function can suspend; what it returns is
// then stored by lruStore. A key's __eq__ may call the same cache: while a key is looked up (BUSY)
// nothing is moved and nothing stored, or looking up would begin anew for ever.
// The rest is Python: assembly/frozen/functools.py.
// Behaviour: docs.python.org/3/library/functools.html#functools.lru_cache.
import { Value, RAISED, NOTHING, isSmallInt, smallInt, smallIntNew } from "../core/value";
import { TYPE_BYTES, typeOf, isExactly } from "../heap/header";
import { objectNew } from "./object_new";
import { rootsMark, keep, release } from "../heap/roots";
import { OBJECT_TYPE, TYPE_BINDS, TYPE_FINAL } from "./type";
import { raise, TypeError } from "./errors";
import { Args } from "./args";
import { typeBegin } from "./builder";
import { NONE } from "./singletons";
import { STR_TYPE } from "./str";
import { FUNCTION_TYPE } from "./function";
import { TEXT_TYPE } from "./text";
import { indexValue } from "./int";
import { TupleObject, tupleAlloc, tupleNew, tupleOf3 } from "./tuple";
import {
  TableObject, dictNew, tableHash, hashFailed, tableFind, searchFailed, tableInsert, tableRemove,
  tableClear, tableNext, tableEntry, entryKey, entryValue, ENTRY_VALUE,
} from "./table";
import { PartialObject, LRU_CACHE_TYPE, partialMark } from "./partial";
import { isCallable } from "./type_object";
import { getAttr, boundValue } from "./attributes";
import { truth } from "./protocol";
import { frozenHelper } from "./frozen";
import { tailCall, tailArg, tailThen } from "./hooks";
import { S___qualname__ } from "./names";

/** A cache. Of PartialObject: fn is the function; args a dict, the results by key; keywords the
 *  class of what cache_info() returns; spare are flags, TYPED and BUSY. */
@unmanaged class LruCache extends PartialObject {
  hits: u64;
  misses: u64;
  /** Most results; -1: no limit. */
  maxsize: i64;
}
const TYPED: u32 = 1;
const BUSY: u32 = 2;
@inline function cacheAt(v: Value): LruCache { return changetype<LruCache>(<usize>v); }
@inline function resultsOf(c: LruCache): TableObject {
  return changetype<TableObject>(<usize>c.args);
}

/** _lru_cache_wrapper(function, maxsize, typed, info class). Raises TypeError, MemoryError. */
function lru_new(args: Args, n: i32): Value {
  const size = args.at(2) == NONE ? smallIntNew(-1) : indexValue(args.at(2));
  if (size == RAISED) return RAISED;
  if (!isCallable(args.at(1))) return raise(TypeError, "the first argument must be callable");
  const typed = truth(args.at(3)), results = dictNew();
  if (typed < 0 || results == RAISED) return RAISED;
  const c = changetype<LruCache>(objectNew(LRU_CACHE_TYPE, offsetof<LruCache>()));
  if (changetype<usize>(c) == 0) return RAISED;
  c.fn = args.at(1);
  c.args = results;
  c.keywords = args.at(4);
  c.dict = 0;
  c.spare = <u32>typed;
  c.hits = 0;
  c.misses = 0;
  // A limit that is no small int is never reached.
  c.maxsize = isSmallInt(size) ? smallInt(size) : -1;
  return <u64>changetype<usize>(c);
}
/** What a call with these arguments is found under: the argument, if it is one int or str; else a
 *  tuple of the arguments, of a mark and names and values of keywords, and, typed, of their types.
 *  Raises MemoryError. */
function keyOf(c: LruCache, args: Args, n: u32, kwargs: TableObject): Value {
  const named = changetype<usize>(kwargs) == 0 ? 0 : kwargs.used, typed = c.spare & TYPED;
  if (named + typed == 0) {
    if (n == 1) {
      const only = args.at(0);
      if (isSmallInt(only) || isExactly(only, STR_TYPE)) return only;
    }
    return tupleNew(changetype<usize>(args), n);
  }
  let size = n + 2 * named;
  if (named != 0) size++;
  const t = tupleAlloc(typed ? size + n + named : size);
  if (changetype<usize>(t) == 0) return RAISED;
  memory.copy(t.items(), changetype<usize>(args), <usize>n << 3);
  if (named != 0) {
    // The mark: a type that no program sees.
    t.set(n, <u64>TEXT_TYPE);
    let to = n + 1;
    for (let i: u32 = 0; i < kwargs.filled; i++) {
      const e = tableEntry(kwargs, i);
      if (entryKey(e) == NOTHING) continue;
      t.set(to++, entryKey(e));
      t.set(to++, entryValue(e));
    }
  }
  if (typed) {
    for (let i: u32 = 0; i < n + named; i++) {
      t.set(size + i, <u64>typeOf(t.at(i < n ? i : 2 * i - n + 2)));
    }
  }
  return <u64>changetype<usize>(t);
}
/** Address of the entry of a key, 0: there is none, or searchFailed. May run Python. */
function find(c: LruCache, key: Value, hash: u32): usize {
  const busy = c.spare;
  c.spare |= BUSY;
  const e = tableFind(resultsOf(c), key, hash);
  c.spare = busy;
  return e;
}
/** call slot. */
function lru_call(callee: Value, args: Args, n: i32, kwargs: Value): Value {
  const c = cacheAt(callee);
  let named = changetype<TableObject>(<usize>kwargs);
  if (changetype<usize>(named) != 0 && named.used == 0) named = changetype<TableObject>(0);
  let state: Value = NOTHING;
  if (c.maxsize != 0) {
    const key = keyOf(c, args, n, named);
    if (key == RAISED) return RAISED;
    const base = keep(callee);
    keep(key);
    const hash = tableHash(key);
    const e = hashFailed ? 0 : find(c, key, hash);
    release(base);
    if (e != 0) {
      c.hits++;
      const r = entryValue(e), t = resultsOf(c);
      if (c.maxsize < 0 || c.spare & BUSY || e == tableEntry(t, t.filled - 1)) return r;
      const old = entryKey(e);
      tableRemove(t, e);
      return tableInsert(t, old, hash, r) == 0 ? RAISED : r;
    }
    if (hashFailed || searchFailed) return RAISED;
    state = tupleOf3(callee, key, smallIntNew(hash));
    if (state == RAISED) return RAISED;
  }
  c.misses++;
  let fn = c.fn;
  if (n > 8 || changetype<usize>(named) != 0 || !isExactly(fn, FUNCTION_TYPE)) {
    const row = tupleNew(changetype<usize>(args), n);
    fn = frozenHelper("_call");
    if (row == RAISED || fn == RAISED) return RAISED;
    tailArg(0, c.fn);
    tailArg(1, row);
    tailArg(2, changetype<usize>(named) == 0 ? NONE : kwargs);
    n = 3;
  } else {
    for (let i = 0; i < n; i++) tailArg(i, args.at(i));
  }
  return state == NOTHING ? tailCall(fn, n) : tailThen(fn, n, lruStore, state);
}
/** What the function returned comes into the cache, and the oldest result leaves it. A call of the
 *  function may have brought the same key meanwhile. */
function lruStore(state: Value, result: Value): Value {
  const s = changetype<TupleObject>(<usize>state), c = cacheAt(s.at(0)), t = resultsOf(c);
  if (c.spare & BUSY) return result;
  const key = s.at(1), hash = <u32>smallInt(s.at(2)), e = find(c, key, hash);
  if (e != 0) {
    if (c.maxsize < 0) store<u64>(e, result, ENTRY_VALUE);
    return result;
  }
  if (searchFailed) return RAISED;
  if (<i64>t.used == c.maxsize) tableRemove(t, tableEntry(t, tableNext(t, 0)));
  return tableInsert(t, key, hash, result) == 0 ? RAISED : result;
}
function lru_info(args: Args, n: i32): Value {
  const c = cacheAt(args.at(0));
  tailArg(0, smallIntNew(c.hits));
  tailArg(1, smallIntNew(c.misses));
  tailArg(2, c.maxsize < 0 ? NONE : smallIntNew(c.maxsize));
  tailArg(3, smallIntNew(resultsOf(c).used));
  return tailCall(c.keywords, 4);
}
function lru_clear(args: Args, n: i32): Value {
  const c = cacheAt(args.at(0));
  tableClear(resultsOf(c));
  c.hits = 0;
  c.misses = 0;
  return NONE;
}
function lru_get(args: Args, n: i32): Value {
  return args.at(1) == NONE ? args.at(0) : boundValue(args.at(0), args.at(1));
}
/** copy.copy, copy.deepcopy */
function lru_copy(args: Args, n: i32): Value { return args.at(0); }
/** For pickle: by name. */
function lru_reduce(args: Args, n: i32): Value { return getAttr(args.at(0), <u64>S___qualname__); }

export function lruCacheInstall(): void {
  const t = typeBegin(LRU_CACHE_TYPE, "_lru_cache_wrapper", OBJECT_TYPE, partialMark);
  t.flag(TYPE_FINAL | TYPE_BINDS);
  t.construct(lru_new, 4, 4);
  t.type().call = lru_call.index;
  t.method("cache_info", lru_info, 0, 0);
  t.method("cache_clear", lru_clear, 0, 0);
  t.method("__get__", lru_get, 1, 2);
  t.method("__copy__", lru_copy, 0, 0);
  t.method("__deepcopy__", lru_copy, 1, 1);
  t.method("__reduce__", lru_reduce, 0, 0);
}
