// What the booted image (tools/image.mjs) leaves out because it follows from the rest, and what it
// says more briefly.
//
// sleep() is the build's last call: it drops hashes and indices of dicts, replaces the interned
// strs by a list of their texts, and names the objects that the build writes as records. wake()
// runs when an instance starts and makes all of it again, at the same addresses. What built-in
// types have in their dicts is not made at the start (type_lists.ts); their orders of method
// resolution and tuples of bases are, in fresh cells.
//
//  lists:    pieces | strs | groups, entries, further strs     packed, each by itself
//            (tools/pairs.mjs)
//  pieces:   zeros before it, bytes, these bytes | ... | 0, 0     parts of memory as they are
//  strs:     step, bytes * 2, text | step, bytes * 2 + 1, slot, text | ... | 0      ordered by address
//            step: distance from the previous str in units of 16 bytes; 0 ends the list
//            slot: the type slot that the name stands for (objects/slots.ts)
//  groups:   count, context, size if the context is new, gap, records | ... | 0
//  Records of one kind behind each other: size and gap (signed, from the last group's end) in units
//              of 8 bytes.
//            Cells that are not free any more are passed over.
//  record:   its words of 32 bits, each compared with the same word of the context's last record. n says what is next:
//  n & 3 = 0: this and n >> 2 further words are the same; 1: it differs by (n >> 2) - 2, or is the
//              address of
//  this record (n >> 2 = 0) or of the last one (1), or follows in two numbers of 16 bits (2); 2:
//              the address of
//  something near the last thing in the same page of 64 KiB: n >> 9 * 16 bytes from there, the page
//              is
//  (n >> 2) & 127; 3: it differs by n >> 2 from the last word coded so (indices of functions follow
//              each other).
//  entries: of all dicts and sets, in order. n: n & 3 = 1: n >> 2 entries: the next natives, each
//    under its name;
//  2: the same with getsets; 3: a native or getset, a record of one word, under its name;
//            0: a record of key and value.
//  further strs: step | ... | 0                       those that have no place in the first list, whole objects
//
// Numbers are of 7 bits a byte, lowest first; signed ones have the sign in their lowest bit.
// tools/records.mjs writes groups and entries.
import { SCRATCH, SCRATCH_BYTES } from "../compiler/arena";
import { PAGE_KINDS, PAGE_OBJECTS, BLOCK_HEADER, Block, firstPage, endPage, cellClassBytes,
  blocksSleep, classesInit, classesForget } from "../heap/allocator";
import { areasAt, streamsAt, wakeTexts } from "../heap/compressed";
import { TYPE_BYTES, klassOf } from "../heap/header";
import {
  StrObject, STR_TYPE, STR_INLINE, STR_INTERNED, STR_ASCII, staticStr, internTable,
  internTableWords, internForget, internWoken,
} from "../objects/str";
import { TableObject, DICT_TYPE, SET_TYPE, FROZENSET_TYPE, ENTRY, ENTRY_VALUE, ENTRY_HASH,
  tableSleep, tableWake } from "../objects/table";
import { NATIVE_TYPE, GETSET_TYPE, NativeFunction, GetSet } from "../objects/native";
import { ListObject } from "../objects/list";
import { slotOfName, slotWoken, slotsForget } from "../objects/slots";
import { TupleObject, tupleOf1 } from "../objects/tuple";
import { TypeObject, firstStaticType, nextTypeVersion } from "../objects/type";
import { typeOrder } from "../objects/type_finish";

let at: usize = 0;

// ---- at build time ----

function putNumber(n: u32): void {
  for (; n > 127; n >>= 7) store<u8>(at++, <u8>(n | 128));
  store<u8>(at++, <u8>n);
}
/** Objects behind each other. */
function putRow(address: usize, bytes: usize, count: u32): void {
  store<u32>(at, <u32>address);
  store<u32>(at, <u32>bytes, 4);
  store<u32>(at, count, 8);
  at += 12;
}

/** Prepares memory for the image: at build time, after the last collection. Returns the address of
 *  | rows | bytes of the lists of strs, and of further ones | STR_TYPE | NATIVE_TYPE | GETSET_TYPE
 *  | areas, and their streams (heap/compressed.ts) | wakeTexts | rows ... | lists ... a row:
 *  address, bytes of an object, objects. Rows of entries of dicts come last. Of a str that is in
 *  the first list, only the type is left in memory. */
export function sleep(): usize {
  blocksSleep();
  typesSleep();
  const rows = SCRATCH + 36;
  at = rows;
  for (let t = firstStaticType(); t != 0; t = changetype<TypeObject>(t).nextStatic)
    putRow(t, TYPE_BYTES, 1);
  for (let page = firstPage; page < endPage; page++) {
    if (load<u8>(PAGE_KINDS + page) != PAGE_OBJECTS) continue;
    const block = changetype<Block>(<usize>page << 16);
    putRow((<usize>page << 16) + BLOCK_HEADER, block.cellSize, block.cellCount);
  }
  forTables(true);
  const strs = at;
  // the addresses of interned strs, sorted, in the upper half of the scratch memory
  const sorted = SCRATCH + SCRATCH_BYTES / 2, end = sortedStrs(sorted);
  putStrs(sorted, end, false);
  const further = at;
  putStrs(sorted, end, true);
  if (at > sorted || end > SCRATCH + SCRATCH_BYTES) unreachable();
  memory.fill(sorted, 0, SCRATCH_BYTES / 2);
  internForget();
  classesForget();
  slotsForget();
  store<u32>(SCRATCH, <u32>(strs - rows) / 12);
  store<u32>(SCRATCH, <u32>(further - strs), 4);
  store<u32>(SCRATCH, <u32>(at - further), 8);
  store<u32>(SCRATCH, <u32>STR_TYPE, 12);
  store<u32>(SCRATCH, <u32>NATIVE_TYPE, 16);
  store<u32>(SCRATCH, <u32>GETSET_TYPE, 20);
  store<u32>(SCRATCH, <u32>areasAt(), 24);
  store<u32>(SCRATCH, <u32>streamsAt(), 28);
  // (so that asc compiles it: tools/link.mjs has it called)
  store<u32>(SCRATCH, wakeTexts.index, 32);
  return SCRATCH;
}
/** Drops what typesWake() makes again; typesToLists() has dropped orders and bases. Lists of
 *  subclasses are in the order in which they will be, those that are not static last. */
function typesSleep(): void {
  let left: u32 = 0;
  for (let type = firstStaticType(); type != 0; type = changetype<TypeObject>(type).nextStatic) {
    const t = changetype<TypeObject>(type);
    left += t.bases == 0 ? 1 : changetype<TupleObject>(t.bases).length;
    if (t.subclasses != 0) {
      const list = changetype<ListObject>(t.subclasses);
      for (let i: u32 = 0; i < list.length && list.at(i) < <u64>firstPage << 16; i++, left--)
        list.set(i, 0);
    }
    if (t.native == 0 && t.base != 0) unreachable();
    if (t.native == type) t.native = 0;
    t.self = 0;
    t.version = 0;
  }
  if (left != 0) unreachable();
}
/** Writes the addresses of the interned strs to `to`, in order. Returns their end. */
function sortedStrs(to: usize): usize {
  const table = internTable(), words = internTableWords();
  let end = to;
  for (let i: usize = 0; i < words; i++) {
    const address = load<u32>(table + (i << 2));
    if (address < 2) continue;
    let slot = end;
    for (; slot != to && load<u32>(slot - 4) > address; slot -= 4)
      store<u32>(slot, load<u32>(slot - 4));
    store<u32>(slot, address);
    end += 4;
  }
  return end;
}
/** Writes a list of strs: those whose texts say all about them, which it drops; or the others. */
function putStrs(sorted: usize, end: usize, others: bool): void {
  let previous: usize = 0;
  for (; sorted != end; sorted += 4) {
    const address = <usize>load<u32>(sorted);
    const s = changetype<StrObject>(address), bytes = s.lengthBytes;
    // (one that has been dropped has no address of its text any more)
    const slot = slotOfName(address);
    if (others ? s.data == 0 : s.data != address + STR_INLINE
      || (s.flags & 255) != (STR_ASCII | STR_INTERNED)) continue;
    putNumber(<u32>(address - previous >> 4));
    previous = address;
    if (others) continue;
    putNumber(bytes << 1 | <u32>(slot != 0));
    if (slot != 0) putNumber(slot);
    memory.copy(at, s.data, bytes);
    at += bytes;
    // (the type tells the build which cells it need not write)
    const type: usize = load<u8>(PAGE_KINDS + (address >> 16)) == PAGE_OBJECTS ? 4 : 0;
    memory.fill(address + type, 0, STR_INLINE + bytes - type);
  }
  putNumber(0);
}

// ---- at every start ----

function number(): u32 {
  let n: u32 = load<u8>(at++);
  if (n < 128) return n;
  n &= 127;
  for (let shift: u32 = 7; ; shift += 7) {
    const b = <u32>load<u8>(at++);
    n |= (b & 127) << shift;
    if (b < 128) return n;
  }
  return 0;
}
@inline function signed(n: u32): i32 { return <i32>(n >> 1) ^ -<i32>(n & 1); }

/** Fills memory from the packed lists at `list` (`bytes` bytes, zeros behind them), which it zeroes
 *  then. */
export function wake(list: usize, bytes: usize): void {
  at = list;
  const tables = (list + bytes + 7) & ~7, lists = tables + EXPANSIONS_BYTES;
  let end = lists;
  for (let i = 0; i < LISTS; i++) end = expandPairs(tables, end);
  at = lists;
  placePieces();
  classesInit();
  wakeStrs(true);
  wakeGroups();
  typesWake();
  forTables(false);
  wakeStrs(false);
  memory.fill(CONTEXTS, 0, CONTEXTS_BYTES);
  memory.fill(NEAR, 0, NEAR_BYTES);
  lastNative = lastGetSet = 0;
  memory.fill(list, 0, end + 8 - list);
}
/** Lists that are packed each by itself: pieces; strs; all others. */
const LISTS = 3;
/** Of each byte what it stands for, 8 bytes, and then of each how many of them. */
const EXPANSIONS_BYTES: usize = 256 * 9;
/** Expands what tools/pairs.mjs packed, at `at`, to `to`; writes up to 8 bytes further. Returns the
 *  end. */
function expandPairs(expansions: usize, to: usize): usize {
  const lengths = expansions + 256 * 8;
  for (let byte: usize = 0; byte < 256; byte++) {
    store<u64>(expansions + (byte << 3), byte);
    store<u8>(lengths + byte, 1);
  }
  const escape = load<u8>(at++);
  for (let rules = load<u8>(at++); rules != 0; rules--) {
    const byte = <usize>load<u8>(at), first = <usize>load<u8>(at, 1);
    const second = <usize>load<u8>(at, 2), length = load<u8>(lengths + first);
    store<u64>(expansions + (byte << 3), load<u64>(expansions + (first << 3))
      | load<u64>(expansions + (second << 3)) << (<u64>length << 3));
    store<u8>(lengths + byte, length + load<u8>(lengths + second));
    at += 3;
  }
  const bytes = number();
  let from = at;
  const end = at + bytes;
  while (from < end) {
    let byte = <usize>load<u8>(from++);
    if (byte == escape) { store<u8>(to++, load<u8>(from++)); continue; }
    store<u64>(to, load<u64>(expansions + (byte << 3)));
    to += load<u8>(lengths + byte);
  }
  at = end;
  return to;
}
function placePieces(): void {
  let to: usize = 0;
  while (true) {
    to += number();
    const bytes = number();
    if (bytes == 0) return;
    memory.copy(to, at, bytes);
    to += bytes;
    at += bytes;
  }
}
function wakeStrs(texts: bool): void {
  let address: usize = 0;
  for (let step = number(); step != 0; step = number()) {
    address += <usize>step << 4;
    if (texts) {
      const n = number(), bytes = n >> 1, slot = n & 1 ? number() : 0;
      staticStr(address, at, bytes);
      if (slot != 0) slotWoken(address, slot);
      at += bytes;
    }
    internWoken(changetype<StrObject>(address));
  }
}

const CONTEXTS_BYTES: usize = 8 * 64;
const NEAR_BYTES: usize = 4 * 128;
/** Address of the context's last record, bytes of a record; u32 each. */
const CONTEXTS: usize = memory.data(8 * 64, 16);
/** Last address coded in each page; u32. */
const NEAR: usize = memory.data(4 * 128, 16);
/** Last word coded as an index; words that are the same as before, from the next one on. */
let lastIndex: u32 = 0;
let same: u32 = 0;

function wakeGroups(): void {
  let address: usize = 0, contexts: u32 = 0;
  lastIndex = same = 0;
  for (let count = number(); count != 0; count = number()) {
    const n = number(), context = CONTEXTS + (<usize>n << 3);
    if (n == contexts) { contexts++; store<u32>(context, number() << 3, 4); }
    const bytes = <usize>load<u32>(context, 4);
    address += signed(number()) << 3;
    let last = <usize>load<u32>(context);
    for (; count != 0; count--) {
      while (load<u32>(address) != 0) address += bytes;
      // The first record is compared with itself: nothing but zeros yet.
      wakeRecord(address, bytes, last == 0 ? address : last);
      last = address;
      address += bytes;
    }
    store<u32>(context, <u32>last);
  }
}
function wakeRecord(record: usize, bytes: usize, last: usize): void {
  const end = record + bytes, back = last - record;
  let from = at, left = same;
  for (let to = record; to != end; to += 4) {
    if (left != 0) {
      left--;
      store<u32>(to, load<u32>(to + back));
      continue;
    }
    let code = <u32>load<u8>(from++);
    if (code > 127) {
      at = from - 1;
      code = number();
      from = at;
    }
    const kind = code & 3;
    let word: u32 = 0;
    if (kind == 0) {
      left = code >> 2;
      word = load<u32>(to + back);
    } else if (kind == 1) {
      if (code < 8) {
        word = <u32>(code < 4 ? record : last);
      } else if (code < 12) {
        at = from;
        word = number();
        word |= number() << 16;
        from = at;
      } else {
        word = load<u32>(to + back) + signed((code >> 2) - 2);
      }
    } else if (kind == 3) {
      word = lastIndex = lastIndex + signed(code >> 2);
    } else {
      const near = NEAR + (<usize>code & 0x1fc);
      word = load<u32>(near) + (signed(code >> 9) << 4);
      store<u32>(near, word);
    }
    store<u32>(to, word);
  }
  at = from;
  same = left;
}

/** Makes again what follows from where types are, and from their bases. */
function typesWake(): void {
  let bases = changetype<TupleObject>(0);
  for (let type = firstStaticType(); type != 0; type = changetype<TypeObject>(type).nextStatic) {
    const t = changetype<TypeObject>(type);
    t.self = <u32>type;
    t.version = nextTypeVersion();
    if (t.native == 0 && t.base != 0) t.native = type;
    if (t.mro == 0) {
      typeOrder(t);
      if (changetype<usize>(bases) == 0 || bases.length != 1 || bases.at(0) != <u64>t.base)
        bases = changetype<TupleObject>(<usize>tupleOf1(<u64>t.base));
      t.bases = changetype<usize>(bases);
    }
    bases = changetype<TupleObject>(t.bases);
    // The types' list begins with the last one, so lists of subclasses are filled from their ends.
    for (let i: u32 = 0; i < bases.length; i++) {
      const list = changetype<ListObject>(changetype<TypeObject>(<usize>bases.at(i)).subclasses);
      let at = list.items + (<usize>list.length << 3);
      do at -= 8; while (load<u64>(at) != 0);
      store<u64>(at, type);
    }
  }
}

/** The natives and getsets that entries named last; 0: none. */
let lastNative: usize = 0;
let lastGetSet: usize = 0;
/** The next object of a type behind one of them: in one of the cells of this size behind it. */
function nextOf(type: usize, from: usize, bytes: usize): usize {
  do from += bytes; while (load<u32>(from) != <u32>type);
  return from;
}
function wakeEntries(t: TableObject): void {
  const nativeBytes = cellClassBytes(offsetof<NativeFunction>()),
    getSetBytes = cellClassBytes(offsetof<GetSet>());
  const end = t.entries + <usize>t.filled * ENTRY;
  let last = t.entries;
  for (let e = t.entries; e != end;) {
    const n = number(), kind = n & 3;
    if (kind == 0) {
      wakeRecord(e, ENTRY_HASH, last);
      last = e;
      e += ENTRY;
    } else if (kind == 3) {
      wakeRecord(e + ENTRY_VALUE, 4, e);
      const v = <usize>load<u32>(e, ENTRY_VALUE);
      if (load<u32>(v) == <u32>NATIVE_TYPE) lastNative = v; else lastGetSet = v;
      store<u64>(e, changetype<NativeFunction>(v).name);
      e += ENTRY;
    } else {
      for (let left = n >> 2; left != 0; left--, e += ENTRY) {
        const v = kind == 1 ? (lastNative = nextOf(NATIVE_TYPE, lastNative, nativeBytes))
          : (lastGetSet = nextOf(GETSET_TYPE, lastGetSet, getSetBytes));
        store<u64>(e, changetype<NativeFunction>(v).name);
        store<u64>(e, <u64>v, ENTRY_VALUE);
      }
    }
  }
}
if (offsetof<NativeFunction>("name") != offsetof<GetSet>("name"))
  ERROR("NativeFunction.name and GetSet.name differ");

/** All dicts and sets: drops what wake() makes again and puts a row for the entries, or makes
 *  it. */
function forTables(drop: bool): void {
  for (let page = firstPage; page < endPage; page++) {
    if (load<u8>(PAGE_KINDS + page) != PAGE_OBJECTS) continue;
    const block = changetype<Block>(<usize>page << 16);
    const size = <usize>block.cellSize;
    if (size != cellClassBytes(offsetof<TableObject>())) continue;
    let cell = (<usize>page << 16) + BLOCK_HEADER;
    for (let left = block.cellCount; left != 0; left--, cell += size) {
      const klass = klassOf(cell);
      if (klass != DICT_TYPE && klass != SET_TYPE && klass != FROZENSET_TYPE) continue;
      const t = changetype<TableObject>(cell);
      if (!drop) { wakeEntries(t); tableWake(t); continue; }
      tableSleep(t);
      if (t.filled != 0) putRow(t.entries, ENTRY, t.filled);
    }
  }
}
