// str: the layout, making, interning and indexing of Python's `str`. Methods:
// objects/str_methods.ts.
//
// UTF-8 bytes with both lengths. Short strings hold their bytes inside; long ones may share a
// growing buffer, so that `s += x` in a loop stays linear: the string that ends where the buffer's
// used part ends is extended in place, and both strings point into the same buffer.
//
//  0      4      8     12           16           20    24
//  |klass |flags |hash |lengthBytes |lengthChars |data |bytes, if inline ...
//
//  buffer (raw cell):  | offsets | used | bytes ...      data = buffer + 8
import { Value, RAISED } from "../core/value";
import { utf8Count, utf8Decode, utf8SequenceLength, utf8Encode, utf8Width, copyBytes,
  sameBytes } from "../core/utf8";
import { decimalBefore } from "../core/digits";
import { hashBytes } from "../core/hash";
import { Header, TYPE_BYTES } from "../heap/header";
import { allocObject, allocRaw, cellBytes } from "../heap/allocator";
import { rawNew } from "./object_new";
import { chargeBytes, chargeScan } from "../heap/events";
import { markRaw, markObject, addWeakHook, isMarked } from "../heap/collector";
import { raiseNoMemory } from "./errors";
import { orderHolds, CMP_EQ, CMP_NE } from "./type";

export const STR_TYPE: usize = memory.data(TYPE_BYTES, 16);

/** All characters are below 128: byte and character positions agree. */
export const STR_ASCII: u32 = 1;
/** In the intern table: equal to another interned string only if identical. */
export const STR_INTERNED: u32 = 2;
/** `data` points into a buffer of its own or shared, not behind the header. */
export const STR_BUFFER: u32 = 4;

@unmanaged export class StrObject extends Header {
  /** strHash() computes it at first use; 0: not yet. */
  hash: u32;
  lengthBytes: u32;
  lengthChars: u32;
  /** Address of the first byte. Not NUL-terminated. */
  data: usize;
}
/** Where inline bytes begin. Unit: bytes. */
export const STR_INLINE: usize = 24;
/** Bytes before the data of a buffer: address of the offsets table, bytes used. */
export const BUFFER_HEADER: usize = 8;
/** Strings not longer than this are held inline. Unit: bytes. */
const INLINE_MAX: u32 = 256;
/** The same for the results of +, lower so that `s += x` gets a growing buffer early. */
const CONCAT_INLINE_MAX: u32 = 96;
/** Longest str or bytes. Unit: bytes. */
export const STR_MAX: u32 = 0x7ffffff0;
/** One entry of a buffer's offsets table for so many characters. */
const OFFSET_STEP: u32 = 64;

/** A new str with room for `bytes` bytes, which the caller writes at `data` at once; then it calls
 *  strFinish. Raises MemoryError: returns 0. */
export function strAlloc(bytes: u32): StrObject {
  if (bytes > STR_MAX) { raiseNoMemory(bytes); return changetype<StrObject>(0); }
  let s: StrObject;
  if (bytes <= INLINE_MAX) {
    s = changetype<StrObject>(allocObject(STR_INLINE + bytes));
    if (changetype<usize>(s) == 0) { raiseNoMemory(bytes); return s; }
    s.flags = 0;
    s.data = changetype<usize>(s) + STR_INLINE;
  } else {
    const buffer = allocRaw(BUFFER_HEADER + bytes);
    if (buffer == 0) { raiseNoMemory(bytes); return changetype<StrObject>(0); }
    s = changetype<StrObject>(allocObject(STR_INLINE));
    if (changetype<usize>(s) == 0) { raiseNoMemory(bytes); return s; }
    chargeBytes(bytes);
    store<u32>(buffer, 0);
    store<u32>(buffer, bytes, 4);
    s.flags = STR_BUFFER;
    s.data = buffer + BUFFER_HEADER;
  }
  s.klass = STR_TYPE;
  s.hash = 0;
  s.lengthBytes = bytes;
  s.lengthChars = bytes;
  return s;
}
/** Counts the characters of a str whose bytes have been written. */
export function strFinish(s: StrObject): Value {
  s.lengthChars = utf8Count(s.data, s.lengthBytes);
  if (s.lengthChars == s.lengthBytes) s.flags |= STR_ASCII;
  return <u64>changetype<usize>(s);
}

/** A str of `bytes` bytes of well-formed UTF-8 (surrogates allowed) at `at`, copied. Raises
 *  MemoryError. */
export function strNew(at: usize, bytes: u32): Value {
  const s = strAlloc(bytes);
  if (changetype<usize>(s) == 0) return RAISED;
  copyBytes(s.data, at, bytes);
  return strFinish(s);
}
/** The same when it is known how many characters there are. */
export function strNewCounted(at: usize, bytes: u32, chars: u32): Value {
  const s = strAlloc(bytes);
  if (changetype<usize>(s) == 0) return RAISED;
  copyBytes(s.data, at, bytes);
  s.lengthChars = chars;
  if (chars == bytes) s.flags |= STR_ASCII;
  return <u64>changetype<usize>(s);
}

/** Decimal digits are made here. */
const DIGITS: usize = memory.data(24, 8);
/** str(n) of a number. Raises MemoryError. */
export function strOfInt(n: i64): Value {
  const u: u64 = n < 0 ? 0 - <u64>n : <u64>n;
  if (u < 10 && n >= 0) return <u64>(CHARS + (<usize>(48 + u) << 5));
  let at = decimalBefore(DIGITS + 24, u);
  if (n < 0) store<u8>(--at, 45);
  const bytes = <u32>(DIGITS + 24 - at);
  return strNewCounted(at, bytes, bytes);
}

/** A str of a static literal of this program (ASCII or not). Raises MemoryError. */
export function strLiteral(text: string): Value {
  const s = strAlloc(<u32>String.UTF8.byteLength(text));
  if (changetype<usize>(s) == 0) return RAISED;
  String.UTF8.encodeUnsafe(changetype<usize>(text), text.length, s.data);
  return strFinish(s);
}

/** Static strs of the 128 ASCII characters, 32 bytes each; filled by strInit. */
export const CHARS: usize = memory.data(128 * 32, 16);
/** A str of one character; ASCII ones are shared. Raises MemoryError. */
export function strOfChar(codePoint: u32): Value {
  if (codePoint < 128) return <u64>(CHARS + (<usize>codePoint << 5));
  const s = strAlloc(utf8Width(codePoint));
  if (changetype<usize>(s) == 0) return RAISED;
  utf8Encode(s.data, codePoint);
  s.lengthChars = 1;
  return <u64>changetype<usize>(s);
}

/** Hash of the bytes; never 0. */
@inline export function strHash(s: StrObject): u32 {
  const h = s.hash;
  return h != 0 ? h : hashFirst(s);
}
function hashFirst(s: StrObject): u32 {
  chargeBytes(s.lengthBytes);
  return s.hash = hashBytes(s.data, s.lengthBytes);
}
/** Upper half of what hash(s) gives: tables then fold it to strHash again, also when it comes out
 *  of a Python __hash__ that asked for it. */
export const STR_HASH_MARK: i32 = 0x0b5d7e21;
/** hash(s) for Python. */
@inline export function strPythonHash(s: StrObject): i64 {
  return <i64>STR_HASH_MARK << 32 | <i64>strHash(s);
}
/** Same bytes. Both must be StrObjects. */
export function strEquals(a: StrObject, b: StrObject): bool {
  if (a == b) return true;
  if (a.flags & b.flags & STR_INTERNED) return false;
  if (a.lengthBytes != b.lengthBytes) return false;
  if (a.hash != 0 && b.hash != 0 && a.hash != b.hash) return false;
  chargeBytes(a.lengthBytes);
  return sameBytes(a.data, b.data, a.lengthBytes);
}
/** Same bytes as an ASCII literal. */
export function strEqualsLiteral(s: StrObject, text: string): bool {
  if (s.lengthBytes != <u32>text.length) return false;
  for (let i: u32 = 0; i < s.lengthBytes; i++) {
    if (load<u8>(s.data + i) != <u8>text.charCodeAt(i)) return false;
  }
  return true;
}
/** Order by code points: negative, 0, positive (UTF-8 keeps the order). */
export function strCompare(a: StrObject, b: StrObject): i32 {
  const n = a.lengthBytes < b.lengthBytes ? a.lengthBytes : b.lengthBytes;
  if (n != 0) {
    const first = <i32>load<u8>(a.data) - <i32>load<u8>(b.data);
    if (first != 0) return first;
  }
  chargeBytes(n);
  let x = a.data, y = b.data;
  const end = x + n;
  for (; x < end; x += 8, y += 8) {
    // The first byte weighs most. Data begins at a multiple of 8, so the last word lies in its
    // cell; what is behind its bytes does not count.
    const behind = x + 8 > end ? (x + 8 - end) << 3 : 0;
    const p = bswap(load<u64>(x)) >> behind, q = bswap(load<u64>(y)) >> behind;
    if (p != q) return p < q ? -1 : 1;
  }
  return a.lengthBytes < b.lengthBytes ? -1 : a.lengthBytes > b.lengthBytes ? 1 : 0;
}

/** a op b, op one of CMP_*. */
export function strCompareOp(op: i32, a: StrObject, b: StrObject): bool {
  let order: i32;
  if (a.lengthBytes == 1 && b.lengthBytes == 1) {
    order = <i32>load<u8>(a.data) - <i32>load<u8>(b.data);
  } else {
    if (op == CMP_EQ) return strEquals(a, b);
    if (op == CMP_NE) return !strEquals(a, b);
    order = strCompare(a, b);
  }
  return orderHolds(op, order, 0);
}

/** Byte offset of character `index` (0..lengthChars). O(1) for ASCII, near it for others. */
export function strByteOffset(s: StrObject, index: u32): u32 {
  if (s.flags & STR_ASCII) return index;
  if (index >= s.lengthChars) return s.lengthBytes;
  let at: u32 = 0, left = index;
  if (s.flags & STR_BUFFER && index >= OFFSET_STEP) {
    const table = offsetsTable(s, index);
    if (table != 0) {
      at = load<u32>(table + (<usize>(index / OFFSET_STEP) << 2));
      left = index % OFFSET_STEP;
    }
  }
  const data = s.data;
  for (; left != 0; left--) at += utf8SequenceLength(load<u8>(data + at));
  return at;
}
/** The buffer's table of byte offsets, one for OFFSET_STEP characters, long enough for `index`; 0
 *  if there is no memory for it. First word: entries filled; entry k (k >= 1) at 4 * k. */
function offsetsTable(s: StrObject, index: u32): usize {
  const buffer = s.data - BUFFER_HEADER;
  let table = <usize>load<u32>(buffer);
  const need = index / OFFSET_STEP;
  let filled: u32 = 0;
  if (table != 0) {
    filled = load<u32>(table);
    if (filled >= need) return table;
  }
  const all = s.lengthChars / OFFSET_STEP;
  if (table == 0 || cellBytes(table) < 4 * (<usize>all + 1)) {
    const fresh = allocRaw(4 * (<usize>all + 1) + (<usize>all << 1));
    if (fresh == 0) return 0;
    if (table != 0) memory.copy(fresh, table, 4 * (<usize>filled + 1));
    table = fresh;
    store<u32>(buffer, <u32>table);
  }
  const data = s.data;
  chargeScan(s.lengthBytes);
  let at: u32 = filled == 0 ? 0 : load<u32>(table + (<usize>filled << 2));
  for (let k = filled + 1; k <= all; k++) {
    for (let i: u32 = 0; i < OFFSET_STEP; i++) at += utf8SequenceLength(load<u8>(data + at));
    store<u32>(table + (<usize>k << 2), at);
  }
  store<u32>(table, all);
  return table;
}
/** Code point of character `index`, which must be below lengthChars. */
export function strCharAt(s: StrObject, index: u32): u32 {
  return utf8Decode(s.data + strByteOffset(s, index));
}
/** Characters before byte offset `offset`, where a character begins. O(1) for ASCII, near it for
 *  others. */
export function strCharIndex(s: StrObject, offset: u32): u32 {
  if (s.flags & STR_ASCII) return offset;
  const table = s.flags & STR_BUFFER && offset >= 4 * OFFSET_STEP
    ? offsetsTable(s, s.lengthChars - 1) : 0;
  chargeBytes(offset);
  if (table == 0) return utf8Count(s.data, offset);
  // The last of the table's offsets that does not lie beyond.
  let low: u32 = 0, high = (s.lengthChars - 1) / OFFSET_STEP;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (load<u32>(table + (<usize>middle << 2)) <= offset) low = middle; else high = middle - 1;
  }
  const at = low == 0 ? 0 : load<u32>(table + (<usize>low << 2));
  return low * OFFSET_STEP + utf8Count(s.data + at, offset - at);
}
/** The characters from byte `from` to byte `to` as a str. Raises MemoryError. */
export function strSliceBytes(s: StrObject, from: u32, to: u32): Value {
  if (from >= to) return emptyStr();
  if (from == 0 && to == s.lengthBytes) return <u64>changetype<usize>(s);
  if (to - from == 1) return strOfChar(load<u8>(s.data + from));
  if (s.flags & STR_ASCII) return strNewCounted(s.data + from, to - from, to - from);
  return strNew(s.data + from, to - from);
}
export function emptyStr(): Value { return <u64>EMPTY; }
const EMPTY: usize = memory.data(32, 16);

/** left + right. Linear over a loop of `s += x`: extends left's buffer where it can. Raises
 *  MemoryError. */
export function strConcat(a: StrObject, b: StrObject): Value {
  if (b.lengthBytes == 0) return <u64>changetype<usize>(a);
  if (a.lengthBytes == 0) return <u64>changetype<usize>(b);
  const bytes = a.lengthBytes + b.lengthBytes;
  if (bytes > STR_MAX) return raiseNoMemory(bytes);
  let s: StrObject;
  if (bytes <= CONCAT_INLINE_MAX) {
    s = strAlloc(bytes);
    if (changetype<usize>(s) == 0) return RAISED;
    copyBytes(s.data, a.data, a.lengthBytes);
    copyBytes(s.data + a.lengthBytes, b.data, b.lengthBytes);
  } else {
    s = changetype<StrObject>(allocObject(STR_INLINE));
    if (changetype<usize>(s) == 0) return raiseNoMemory(bytes);
    let buffer: usize = 0;
    if (a.flags & STR_BUFFER) {
      const old = a.data - BUFFER_HEADER;
      if (load<u32>(old, 4) == a.lengthBytes && cellBytes(old) >= BUFFER_HEADER + bytes)
        buffer = old;
    }
    if (buffer == 0) {
      // Room for half as much again: the next append will likely extend in place.
      let room = <usize>bytes + (bytes >> 1);
      buffer = a.lengthBytes > bytes >> 1 ? allocRaw(BUFFER_HEADER + room) : 0;
      if (buffer == 0) buffer = allocRaw(BUFFER_HEADER + bytes);
      if (buffer == 0) return raiseNoMemory(bytes);
      store<u32>(buffer, 0);
      chargeBytes(a.lengthBytes);
      copyBytes(buffer + BUFFER_HEADER, a.data, a.lengthBytes);
    }
    copyBytes(buffer + BUFFER_HEADER + a.lengthBytes, b.data, b.lengthBytes);
    store<u32>(buffer, bytes, 4);
    s.klass = STR_TYPE;
    s.flags = STR_BUFFER;
    s.hash = 0;
    s.lengthBytes = bytes;
    s.data = buffer + BUFFER_HEADER;
  }
  s.lengthChars = a.lengthChars + b.lengthChars;
  s.flags |= a.flags & b.flags & STR_ASCII;
  return <u64>changetype<usize>(s);
}

/** mark slot. */
export function strMark(address: usize): void {
  const s = changetype<StrObject>(address);
  if (s.flags & STR_BUFFER) {
    const buffer = s.data - BUFFER_HEADER;
    markRaw(buffer);
    markRaw(load<u32>(buffer));
  }
}

// ---- the intern table: open addressing over addresses of StrObjects (u32); 1 marks a deleted
// entry ----
let table: usize = 0;
let tableMask: u32 = 0;
let tableUsed: u32 = 0;

/** The interned str of these bytes, made if there is none. Raises MemoryError. */
export function internBytes(at: usize, bytes: u32): Value {
  const hash = hashBytes(at, bytes);
  const found = internFind(at, bytes, hash);
  if (found != 0) return <u64>found;
  const s = strNew(at, bytes);
  if (s == RAISED) return RAISED;
  changetype<StrObject>(<usize>s).hash = hash;
  return internAdd(changetype<StrObject>(<usize>s)) ? s : RAISED;
}
/** The interned str equal to `v` (a StrObject): itself, if it becomes or is the interned one. */
export function internStr(v: Value): Value {
  const s = changetype<StrObject>(<usize>v);
  if (s.flags & STR_INTERNED) return v;
  const found = internFind(s.data, s.lengthBytes, strHash(s));
  if (found != 0) return <u64>found;
  return internAdd(s) ? v : RAISED;
}
/** The interned str equal to `s`, 0 if there is none. */
export function internedOf(s: StrObject): usize {
  return s.flags & STR_INTERNED ? changetype<usize>(s) : internFind(s.data, s.lengthBytes,
    strHash(s));
}
/** The interned str of an ASCII literal. Raises MemoryError. */
export function internLiteral(text: string): Value {
  const s = strLiteral(text);
  return s == RAISED ? RAISED : internStr(s);
}
/** Makes the block at `to` an interned ASCII str, which the caller puts into the table. */
export function staticStr(to: usize, at: usize, bytes: u32): void {
  const s = changetype<StrObject>(to);
  s.klass = STR_TYPE;
  s.flags = STR_ASCII | STR_INTERNED;
  s.hash = hashBytes(at, bytes);
  s.lengthBytes = bytes;
  s.lengthChars = bytes;
  s.data = to + STR_INLINE;
  copyBytes(to + STR_INLINE, at, bytes);
}
/** Makes the static block at `at` the interned str of a literal (objects/names.ts). At boot
 *  only. */
export function internStatic(at: usize, text: string): void {
  fillStatic(at, text);
  internAdd(changetype<StrObject>(at));
}
function fillStatic(at: usize, text: string): void {
  const s = changetype<StrObject>(at);
  s.klass = STR_TYPE;
  s.flags = 0;
  s.data = at + STR_INLINE;
  s.lengthBytes = <u32>String.UTF8.encodeUnsafe(changetype<usize>(text), text.length, s.data);
  s.lengthChars = utf8Count(s.data, s.lengthBytes);
  if (s.lengthChars == s.lengthBytes) s.flags |= STR_ASCII;
  s.hash = hashBytes(s.data, s.lengthBytes);
}
function internFind(at: usize, bytes: u32, hash: u32): usize {
  if (table == 0) return 0;
  for (let i = hash & tableMask; ; i = (i + 1) & tableMask) {
    const entry = <usize>load<u32>(table + (<usize>i << 2));
    if (entry == 0) return 0;
    if (entry == 1) continue;
    const s = changetype<StrObject>(entry);
    if (s.hash == hash && s.lengthBytes == bytes && sameBytes(s.data, at, bytes)) return entry;
  }
  return 0;
}
function internAdd(s: StrObject): bool {
  if (table == 0 || (tableUsed + 1) * 3 > tableMask * 2) { if (!internGrow()) return false; }
  strHash(s);
  internPut(s);
  s.flags |= STR_INTERNED;
  return true;
}
function internPut(s: StrObject): void {
  let i = s.hash & tableMask;
  while (load<u32>(table + (<usize>i << 2)) > 1) i = (i + 1) & tableMask;
  if (load<u32>(table + (<usize>i << 2)) == 0) tableUsed++;
  store<u32>(table + (<usize>i << 2), <u32>changetype<usize>(s));
}
/** Rebuilds the table with room for what is alive. */
function internGrow(): bool {
  const old = table, oldMask = tableMask;
  let alive: u32 = 0;
  if (old != 0) {
    for (let i: u32 = 0; i <= oldMask; i++) if (load<u32>(old + (<usize>i << 2)) > 1) alive++;
  }
  let size: u32 = 2048;
  while (size < alive * 3) size <<= 1;
  const fresh = rawNew(<usize>size << 2);
  if (fresh == 0) return false;
  memory.fill(fresh, 0, <usize>size << 2);
  table = fresh;
  tableMask = size - 1;
  tableUsed = 0;
  if (old != 0) {
    for (let i: u32 = 0; i <= oldMask; i++) {
      const entry = <usize>load<u32>(old + (<usize>i << 2));
      if (entry > 1) internPut(changetype<StrObject>(entry));
    }
  }
  return true;
}
/** The table, a raw cell of words: 0, 1 (was taken), or a str's address. */
export function internTable(): usize { return table; }
export function internTableWords(): usize { return table == 0 ? 0 : <usize>tableMask + 1; }
/** Empties the table, for the image (program/image.ts). */
export function internForget(): void {
  memory.fill(table, 0, internTableWords() << 2);
  tableUsed = 0;
}
/** Puts a str that has its hash and flags back into the table. */
export function internWoken(s: StrObject): void { internPut(s); }

/** Weak hook: interned strings that nothing else refers to leave the table. */
function internSweep(): void {
  markRaw(table);
  if (table == 0) return;
  for (let i: u32 = 0; i <= tableMask; i++) {
    const at = table + (<usize>i << 2);
    const entry = <usize>load<u32>(at);
    if (entry > 1 && !isMarked(entry)) store<u32>(at, 1);
  }
}
function internMark(): void {
  markRaw(table);
  if (table == 0) return;
  for (let i: u32 = 0; i <= tableMask; i++) {
    const entry = <usize>load<u32>(table + (<usize>i << 2));
    if (entry > 1) markObject(entry);
  }
}

/** Fills the shared one-character strings and the empty one. Called first at boot, before names. */
export function strInit(): void {
  addWeakHook(internSweep, internMark);
  fillStatic(EMPTY, "");
  internAdd(changetype<StrObject>(EMPTY));
  for (let c: u32 = 0; c < 128; c++) {
    const at = CHARS + (<usize>c << 5);
    const s = changetype<StrObject>(at);
    s.klass = STR_TYPE;
    s.flags = STR_ASCII;
    s.data = at + STR_INLINE;
    store<u8>(s.data, <u8>c);
    s.lengthBytes = 1;
    s.lengthChars = 1;
    internAdd(s);
  }
}
