// The hash table of dict and set: insertion-ordered and compact.
//
// Entries lie in insertion order in one raw cell; an index (u32 entry number + 1, open addressing)
// finds them. Up to INDEX_FROM entries there is no index: a scan is as fast. Deleting leaves a
// tombstone (key NOTHING) until the next resize. A set is a table whose values are all NOTHING.
// Looking up may call a Python __eq__ (a safepoint): then the key and table must be kept by the
// caller, and the look-up begins again if the table's structure changed meanwhile.
//
//  0      4      8     12       16       20      24    28        32      36
//  |klass |flags |used |entries |filled  |room   |index|indexMask|version|head
//
//  entry (24 bytes): | key | value | hash | 0 |
import { Value, RAISED, NOTHING, isSmallInt } from "../core/value";
import { copyWords, clearWords } from "../core/memory";
import { Header, TYPE_BYTES, isExactly } from "../heap/header";
import { allocObject, allocRaw, freeRaw, cellBytes } from "../heap/allocator";
import { chargeWork } from "../heap/events";
import { markRaw, markValue } from "../heap/collector";
import { StrObject, STR_HASH_MARK, STR_TYPE, STR_INTERNED, strHash, strEquals } from "./str";
import { raiseNoMemory, raised } from "./errors";
import { hashValue, valuesEqual, payloadOf } from "./protocol";

export const DICT_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const SET_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const FROZENSET_TYPE: usize = memory.data(TYPE_BYTES, 16);

/** flags: a key that is not an interned str has been put in since the table was last empty. */
export const TABLE_MIXED_KEYS: u32 = 1;

@unmanaged export class TableObject extends Header {
  /** Living entries. */
  used: u32;
  /** Raw cell of `room` entries; 0 while room is 0. Owned. */
  entries: usize;
  /** Entries written, tombstones included. Invariant: used <= filled <= room. */
  filled: u32;
  room: u32;
  /** Raw cell of indexMask + 1 words; 0 while room <= INDEX_FROM. Owned. */
  index: usize;
  indexMask: u32;
  /** Changes, to a number that no table had before, when a key comes or goes or entries move; not
   *  when a value is replaced. Inline caches of globals compare it and keep an entry's address. */
  version: u32;
  /** All entries before this one are tombstones: taking from the front stays linear. Unit:
   *  entries. */
  head: u32;
}
/** Bytes of an entry, and offsets in it. */
export const ENTRY: usize = 24;
export const ENTRY_VALUE: usize = 8;
export const ENTRY_HASH: usize = 16;
/** Tables with at most this many entries have no index. */
const INDEX_FROM: u32 = 8;
/** Smaller tables double when they grow, larger ones grow by half. */
const LARGE: u32 = 0x20000;
const TABLE_MAX: u32 = 0x08000000;

let versions: u32 = 0;
@inline function touch(t: TableObject): void { t.version = ++versions; }

/** A new, empty table of the given type (DICT_TYPE, SET_TYPE ...). Raises MemoryError. */
export function tableNew(type: usize): Value {
  const t = changetype<TableObject>(allocObject(offsetof<TableObject>()));
  if (changetype<usize>(t) == 0) return raiseNoMemory(offsetof<TableObject>());
  t.klass = type;
  t.flags = 0;
  t.used = 0;
  t.entries = 0;
  t.filled = 0;
  t.room = 0;
  t.index = 0;
  t.indexMask = 0;
  t.head = 0;
  touch(t);
  return <u64>changetype<usize>(t);
}
export function dictNew(): Value { return tableNew(DICT_TYPE); }

/** Table hash of a Python hash: 32 bits; neighbouring ints have neighbouring ones (home() spreads
 *  them). */
@inline export function foldHash(h: i64): u32 {
  const high = <u32>(h >> 32);
  return <i32>high == STR_HASH_MARK ? <u32>h : <u32>h ^ high;
}
/** Ints from here on hash modulo 2^61 - 1, as in CPython. */
const HASH_MODULUS: u64 = 0x1fffffffffffffff;

/** Hash of a key for tables. On error the exception is pending: test `hashFailed`. May run
 *  Python. */
export function tableHash(key: Value): u32 {
  hashFailed = false;
  if (isSmallInt(key)) {
    const x = <i64>key >> 1;
    if (<u64>(x + <i64>HASH_MODULUS - 1) < HASH_MODULUS * 2 - 1 && x != -1) return foldHash(x);
  }
  if (isExactly(key, STR_TYPE)) return strHash(changetype<StrObject>(<usize>key));
  const h = hashValue(key);
  if (raised()) { hashFailed = true; return 0; }
  // an instance of a str subclass is to be found under the equal str, whose table hash is not
  // folded
  if (<u64>h >> 32 == 0 && payloadOf(key, STR_TYPE) != 0) return <u32>h;
  return foldHash(h);
}
/** The last tableHash raised. */
export let hashFailed: bool = false;
/** The last search raised (an __eq__ did). */
export let searchFailed: bool = false;

/** Address of the entry with this key, 0 if there is none. `hash` by tableHash. May run Python
 *  (keep key and table); test `searchFailed`. */
export function tableFind(t: TableObject, key: Value, hash: u32): usize {
  searchFailed = false;
  const entries = t.entries, index = t.index;
  if (index == 0) {
    const end = entries + <usize>t.filled * ENTRY;
    for (let e = entries; e < end; e += ENTRY) {
      if (load<u32>(e, ENTRY_HASH) != hash) continue;
      const k = load<u64>(e);
      if (k == key) return e;
      const same = plainKeysEqual(k, key);
      if (same < 0) return search(t, key, hash);
      if (same) return e;
    }
    return 0;
  }
  const mask = t.indexMask;
  for (let i = home(hash, mask); ; i = (i + STEP) & mask) {
    const n = load<u32>(index + (<usize>i << 2));
    if (n == 0) return 0;
    const e = entries + <usize>(n - 1) * ENTRY;
    if (load<u32>(e, ENTRY_HASH) != hash) continue;
    const k = load<u64>(e);
    if (k == key) return e;
    const same = plainKeysEqual(k, key);
    if (same < 0) return search(t, key, hash);
    if (same) return e;
  }
  return 0;
}
/** 1, 0: equality of different keys that can be told without running Python; -1: another kind of
 *  key. */
@inline function plainKeysEqual(a: Value, b: Value): i32 {
  if (isSmallInt(a) && isSmallInt(b)) return 0;
  if (!isExactly(a, STR_TYPE) || !isExactly(b, STR_TYPE)) return -1;
  return <i32>strEquals(changetype<StrObject>(<usize>a), changetype<StrObject>(<usize>b));
}
/** tableFind for any keys. */
function search(t: TableObject, key: Value, hash: u32): usize {
  if (t.used == 0) return 0;
  while (true) {
    const version = t.version;
    let changed = false;
    const index = t.index, mask = t.indexMask, count = t.filled;
    for (let i = index == 0 ? 0 : home(hash, mask), step = index == 0 ? 1 : STEP; ; i += step) {
      let n = i;                                     // a small table has no index: entry by entry
      if (index == 0) {
        if (i == count) break;
      } else {
        n = load<u32>(index + (<usize>(i & mask) << 2));
        if (n-- == 0) break;
      }
      const e = t.entries + <usize>n * ENTRY, k = load<u64>(e);
      if (k == key && k != NOTHING) return e;
      if (k == NOTHING || load<u32>(e, ENTRY_HASH) != hash) continue;
      const same = keysEqual(k, key);
      if (same < 0) { searchFailed = true; return 0; }
      if (t.version != version) { changed = true; break; }
      if (same) return e;
    }
    if (!changed) return 0;
  }
}
/** 1, 0, -1: equality of keys with equal hashes. */
function keysEqual(a: Value, b: Value): i32 {
  if (isExactly(a, STR_TYPE) && isExactly(b, STR_TYPE)) {
    return <i32>strEquals(changetype<StrObject>(<usize>a), changetype<StrObject>(<usize>b));
  }
  if (isSmallInt(a) && isSmallInt(b)) return 0;
  return valuesEqual(a, b);
}

/** Address of the entry of an *interned* str (address of a StrObject), 0 if there is none. Never
 *  raises, never runs Python: instances of str subclasses as keys are found by tableFind only. */
export function tableFindName(t: TableObject, name: usize): usize {
  if (t.used == 0) return 0;
  const key = <u64>name;
  if (t.index == 0) {
    const end = t.entries + <usize>t.filled * ENTRY;
    for (let e = t.entries; e < end; e += ENTRY) if (load<u64>(e) == key) return e;
    if (!(t.flags & TABLE_MIXED_KEYS)) return 0;
    const hash = strHash(changetype<StrObject>(name));
    for (let e = t.entries; e < end; e += ENTRY) {
      if (load<u32>(e, ENTRY_HASH) == hash && sameName(load<u64>(e), name)) return e;
    }
    return 0;
  }
  const hash = strHash(changetype<StrObject>(name));
  const mask = t.indexMask, index = t.index, entries = t.entries;
  for (let i = home(hash, mask); ; i = (i + STEP) & mask) {
    const n = load<u32>(index + (<usize>i << 2));
    if (n == 0) return 0;
    const e = entries + <usize>(n - 1) * ENTRY;
    if (load<u64>(e) == key) return e;
    if (t.flags & TABLE_MIXED_KEYS && load<u32>(e, ENTRY_HASH) == hash && sameName(load<u64>(e),
      name)) return e;
  }
  return 0;
}
function sameName(key: Value, name: usize): bool {
  return isExactly(key, STR_TYPE) && strEquals(changetype<StrObject>(<usize>key),
    changetype<StrObject>(name));
}
/** Value under an interned name; NOTHING if there is none. */
export function tableGetName(t: TableObject, name: usize): Value {
  const e = tableFindName(t, name);
  return e == 0 ? NOTHING : load<u64>(e, ENTRY_VALUE);
}
/** Puts a value under an interned name. Returns false with MemoryError pending. */
export function tableSetName(t: TableObject, name: usize, value: Value): bool {
  const e = tableFindName(t, name);
  if (e != 0) { store<u64>(e, value, ENTRY_VALUE); return true; }
  return tableInsert(t, <u64>name, strHash(changetype<StrObject>(name)), value) != 0;
}

/** Fills entry `n`, which is free, and returns its address. */
function fillEntry(t: TableObject, n: u32, key: Value, hash: u32, value: Value): usize {
  if (!isExactly(key, STR_TYPE) || !(changetype<StrObject>(<usize>key).flags & STR_INTERNED)) {
    t.flags |= TABLE_MIXED_KEYS;
  }
  const e = t.entries + <usize>n * ENTRY;
  store<u64>(e, key);
  store<u64>(e, value, ENTRY_VALUE);
  store<u64>(e, <u64>hash, ENTRY_HASH);
  t.used++;
  if (t.index != 0) indexPut(t, hash, n);
  touch(t);
  return e;
}
/** Adds an entry whose key is known not to be there. Returns its address, or 0 with MemoryError
 *  pending. */
export function tableInsert(t: TableObject, key: Value, hash: u32, value: Value): usize {
  if (t.filled == t.room && !tableResize(t, t.used + (t.used < LARGE ? t.used : t.used >> 1) + 4))
    return 0;
  return fillEntry(t, t.filled++, key, hash, value);
}
/** Adds an entry, whose key is known not to be there, before all others: for
 *  OrderedDict.move_to_end. Amortised O(1): the room before the first entry grows with the table.
 *  Returns its address, or 0 with MemoryError pending. */
export function tableInsertFront(t: TableObject, key: Value, hash: u32, value: Value): usize {
  if (t.used == 0) return tableInsert(t, key, hash, value);
  if (t.head == 0 && !rebuild(t, t, t.used + (t.used >> 2) + 4, (t.used >> 1) + 4)) return 0;
  return fillEntry(t, --t.head, key, hash, value);
}
/** Where the probe row of a hash begins. 16 neighbouring hashes (small ints) have a cache line of
 *  the index for themselves; lines are spread, so that keys at regular distances (multiples of 1024
 *  ...) do not pile up. */
@inline function home(hash: u32, mask: u32): u32 {
  const line = <u64>(hash >> 4) * 0x9e3779b97f4a7c15;
  return (<u32>(line >> 32) ^ <u32>(line >> 47) ^ hash & 15) & mask;
}
/** From a slot of a probe row to the next one: in the next cache line, for if this line is taken by
 *  others, its slots mostly are. Odd, so that a row comes to every slot. */
const STEP: u32 = 17;
/** STEP * STEP_INVERSE is 1. */
const STEP_INVERSE: u32 = 0xf0f0f0f1;
@inline function indexPut(t: TableObject, hash: u32, n: u32): void {
  const mask = t.indexMask, index = t.index;
  let i = home(hash, mask);
  while (load<u32>(index + (<usize>i << 2)) != 0) i = (i + STEP) & mask;
  store<u32>(index + (<usize>i << 2), n + 1);
}
/** Moves the living entries to storage with room for `room` entries. False with MemoryError
 *  pending. */
export function tableResize(t: TableObject, room: u32): bool { return rebuild(t, t, room, 0); }
/** Makes `t`, which is empty, hold what `source` holds. False with MemoryError pending. */
export function tableFill(t: TableObject, source: TableObject): bool {
  // With as much room the index is the same.
  return rebuild(t, source, source.index != 0 && source.used > source.room >> 1 ? source.room
    : source.used, 0);
}
/** Gives `t` storage with the living entries of `source` (itself, or `t` is empty) and `gap` free
 *  entries before the first one. */
function rebuild(t: TableObject, source: TableObject, room: u32, gap: u32): bool {
  const used = source.used, filled = source.filled;
  if (room < used) room = used;
  room += gap;
  if (room < 4) room = 4;
  if (room > TABLE_MAX) { raiseNoMemory(room); return false; }
  const entries = allocRaw(<usize>room * ENTRY);
  if (entries == 0) { raiseNoMemory(room * <u32>ENTRY); return false; }
  chargeWork(used >> 1);
  let index: usize = 0, size: u32 = 0;
  let hashed = false;
  if (room > INDEX_FROM) {
    size = 16;
    while (size < room + (room >> 1)) size <<= 1;
    index = allocRaw(<usize>size << 2);
    if (index == 0) { freeRaw(entries); raiseNoMemory(size << 2); return false; }
    hashed = source.indexMask == size - 1 && used == filled && gap == 0;
    if (hashed) memory.copy(index, source.index, <usize>size << 2);
    else memory.fill(index, 0, <usize>size << 2);
  }
  const old = t.entries, oldIndex = t.index, from = source.entries;
  const fromEnd = from + <usize>filled * ENTRY;
  t.entries = entries;
  t.room = room;
  t.index = index;
  t.indexMask = size - 1;
  clearWords(entries, <usize>gap * (ENTRY >> 3));
  const begin = entries + <usize>gap * ENTRY, end = begin + <usize>used * ENTRY;
  if (used == filled) {
    copyWords(begin, from, (fromEnd - from) >> 3);
  } else {
    for (let e = from, to = begin; e < fromEnd; e += ENTRY) {
      if (load<u64>(e) == NOTHING) continue;
      copyWords(to, e, ENTRY >> 3);
      to += ENTRY;
    }
  }
  if (index != 0 && !hashed) {
    for (let e = begin, n = gap; e < end; e += ENTRY, n++) indexPut(t, load<u32>(e, ENTRY_HASH), n);
  }
  t.used = used;
  t.filled = gap + used;
  t.head = gap;
  t.flags |= source.flags & TABLE_MIXED_KEYS;
  freeRaw(old);
  freeRaw(oldIndex);
  touch(t);
  return true;
}
/** Removes the entry at this address (from tableFind). */
export function tableRemove(t: TableObject, entry: usize): void {
  t.used--;
  if (t.used == 0) { emptied(t); return; }
  if (t.index != 0) indexDrop(t, load<u32>(entry, ENTRY_HASH), <u32>((entry - t.entries) / ENTRY));
  store<u64>(entry, NOTHING);
  store<u64>(entry, NOTHING, ENTRY_VALUE);
  // Tombstones at either end go at once, so that a table used as a stack or queue is not scanned in
  // vain.
  let e = t.entries + <usize>(t.filled - 1) * ENTRY;
  if (entry == e) {
    for (; load<u64>(e) == NOTHING; e -= ENTRY) t.filled--;
  } else if (entry == t.entries + <usize>t.head * ENTRY) {
    for (e = entry; load<u64>(e) == NOTHING; e += ENTRY) t.head++;
  }
  touch(t);
}
/** The last entry is gone. A large table gives its storage back: clearing it would cost as much as
 *  filling it. */
function emptied(t: TableObject): void {
  if (t.index != 0) { tableClear(t); return; }
  t.filled = 0;
  t.head = 0;
  t.flags &= ~TABLE_MIXED_KEYS;
  touch(t);
}
/** Takes entry n out of the index; those behind it in its probe row move up. */
function indexDrop(t: TableObject, hash: u32, n: u32): void {
  const mask = t.indexMask, index = t.index;
  let hole = home(hash, mask);
  while (load<u32>(index + (<usize>hole << 2)) != n + 1) hole = (hole + STEP) & mask;
  for (let i = (hole + STEP) & mask; ; i = (i + STEP) & mask) {
    const other = load<u32>(index + (<usize>i << 2));
    if (other == 0) break;
    const begin = home(load<u32>(t.entries + <usize>(other - 1) * ENTRY, ENTRY_HASH), mask);
    // It may move to the hole if its row begins at or before it.
    if (((i - begin) * STEP_INVERSE & mask) < ((i - hole) * STEP_INVERSE & mask)) continue;
    store<u32>(index + (<usize>hole << 2), other);
    hole = i;
  }
  store<u32>(index + (<usize>hole << 2), 0);
}
/** Empties the table. */
export function tableClear(t: TableObject): void {
  freeRaw(t.entries);
  freeRaw(t.index);
  t.entries = 0;
  t.index = 0;
  t.room = 0;
  t.filled = 0;
  t.used = 0;
  t.head = 0;
  t.flags &= ~TABLE_MIXED_KEYS;
  touch(t);
}
/** A copy of a table, of the given type. Raises MemoryError. */
export function tableCopy(t: TableObject, type: usize): Value {
  const v = tableNew(type);
  if (v == RAISED || t.used == 0) return v;
  return tableFill(changetype<TableObject>(<usize>v), t) ? v : RAISED;
}

/** Value under `key`; NOTHING without exception if there is none, NOTHING with one pending
 *  (raised()) if hashing or comparing failed. May run Python. */
export function tableGet(t: TableObject, key: Value): Value {
  const hash = tableHash(key);
  if (hashFailed) return RAISED;
  const e = tableFind(t, key, hash);
  return e == 0 ? NOTHING : load<u64>(e, ENTRY_VALUE);
}
/** Puts `value` under `key`. False with an exception pending. May run Python. */
export function tableSet(t: TableObject, key: Value, value: Value): bool {
  const hash = tableHash(key);
  if (hashFailed) return false;
  const e = tableFind(t, key, hash);
  if (searchFailed) return false;
  if (e != 0) { store<u64>(e, value, ENTRY_VALUE); return true; }
  return tableInsert(t, key, hash, value) != 0;
}
/** Removes `key`. 1: removed, 0: was not there, -1: exception pending. May run Python. */
export function tableDelete(t: TableObject, key: Value): i32 {
  const hash = tableHash(key);
  if (hashFailed) return -1;
  const e = tableFind(t, key, hash);
  if (searchFailed) return -1;
  if (e == 0) return 0;
  tableRemove(t, e);
  return 1;
}
/** Walks a table: number of the first living entry at or after `n`, or -1. Entry n lies at
 *  tableEntry(t, n). */
export function tableNext(t: TableObject, n: u32): i32 {
  if (n < t.head) n = t.head;
  for (; n < t.filled; n++) if (load<u64>(t.entries + <usize>n * ENTRY) != NOTHING) return n;
  return -1;
}
@inline export function tableEntry(t: TableObject, n: u32): usize {
  return t.entries + <usize>n * ENTRY;
}
@inline export function entryKey(e: usize): Value { return load<u64>(e); }
@inline export function entryValue(e: usize): Value { return load<u64>(e, ENTRY_VALUE); }

/** For the image: drops the index, hashes that follow from the keys, and what lies behind the last
 *  entry. */
export function tableSleep(t: TableObject): void {
  if (t.index != 0) memory.fill(t.index, 0, <usize>(t.indexMask + 1) << 2);
  const end = t.entries + <usize>t.filled * ENTRY;
  for (let e = t.entries; e < end; e += ENTRY) {
    const k = load<u64>(e);
    if (k == NOTHING || hashFollows(k)) store<u32>(e, 0, ENTRY_HASH);
  }
  if (t.entries != 0) memory.fill(end, 0, cellBytes(t.entries) - (end - t.entries));
}
function hashFollows(key: Value): bool { return isSmallInt(key) || isExactly(key, STR_TYPE); }
/** Makes again what tableSleep dropped. */
export function tableWake(t: TableObject): void {
  const end = t.entries + <usize>t.filled * ENTRY;
  let n: u32 = 0;
  for (let e = t.entries; e < end; e += ENTRY, n++) {
    const k = load<u64>(e);
    if (k == NOTHING) continue;
    if (hashFollows(k)) store<u32>(e, tableHash(k), ENTRY_HASH);
    if (t.index != 0) indexPut(t, load<u32>(e, ENTRY_HASH), n);
  }
}

/** mark slot of dict, set, frozenset. */
export function tableMark(address: usize): void {
  const t = changetype<TableObject>(address);
  markRaw(t.entries);
  markRaw(t.index);
  const end = t.entries + <usize>t.filled * ENTRY;
  for (let e = t.entries; e < end; e += ENTRY) {
    markValue(load<u64>(e));
    markValue(load<u64>(e, ENTRY_VALUE));
  }
}
