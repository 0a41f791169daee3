// Packing: brings linear memory into the form that a snapshot stores, and back (docs/design.md
// section 11).
//
// pack() runs in a copy of an instance, never in the instance itself: it destroys what the host
// does not read. It changes nothing that a program could see. Above all it does not collect: cells
// that died since the last collection stay allocated, so that the restored program collects,
// finalizes and allocates exactly as the one that goes on here. But what nobody can look at any
// more becomes zero: contents of dead and of free cells, free pages, stacks above their tops,
// buffers between two uses.
import {
  Block, PAGE_KINDS, PAGE_BYTES, PAGE_FREE, PAGE_OBJECTS, PAGE_RAW, PAGE_LARGE_OBJECT,
  PAGE_LARGE_RAW, BLOCK_HEADER,
  BLOCK_MARKS, MARK_BYTES, SWEPT, heapIsSound, isCell, FREE_LISTS, FREE_LIST_COUNT, firstPage,
  endPage,
} from "./allocator";
import { markEverything, isMarked } from "./collector";
import { rootsRest } from "./roots";

/** Functions that clear buffers whose contents are of no use between two runs; u32 table
 *  indices. */
const HOOKS: usize = memory.data(4 * 32, 16);
let hookCount: i32 = 0;
/** Adds a function that zeroes what its module will write again before it reads it. At boot
 *  only. */
export function addPackHook(hook: () => void): void {
  store<u32>(HOOKS + (<usize>hookCount << 2), hook.index);
  hookCount++;
}

/** Brings memory into the form that is stored. Nothing may run, and nothing may run afterwards.
 *  `work`: working space of `workBytes` behind the memory that is packed: MARK_BYTES a page, and
 *  some for a stack. */
export function pack(work: usize, workBytes: usize): void {
  const saved = work, savedBytes = <usize>(endPage - firstPage) * MARK_BYTES;
  clearBuffers();
  copyMarks(saved, false);
  markEverything(saved + savedBytes, workBytes - savedBytes);
  for (let list: usize = 0; list < FREE_LIST_COUNT; list++)
    packList(load<u32>(FREE_LISTS + (list << 2)));
  for (let page = firstPage; page < endPage; page++) packPage(page);
  copyMarks(saved, true);
}
/** Zeroes buffers whose contents are of no use between two runs. */
export function clearBuffers(): void {
  for (let i = 0; i < hookCount; i++) call_indirect<void>(load<u32>(HOOKS + (<usize>i << 2)));
  rootsRest();
}

/** Copies the mark bits of all blocks to `saved`, or back. They say what the next sweep frees;
 *  behind a sweep they say nothing, and become zero. */
function copyMarks(saved: usize, back: bool): void {
  for (let page = firstPage; page < endPage; page++) {
    const kind = load<u8>(PAGE_KINDS + page);
    if (kind < PAGE_OBJECTS || kind > PAGE_LARGE_RAW) continue;
    const block = changetype<Block>(<usize>page << 16);
    const marks = changetype<usize>(block) + BLOCK_MARKS,
      at = saved + <usize>(page - firstPage) * MARK_BYTES;
    if (!back) {
      memory.copy(at, marks, MARK_BYTES);
    } else if (block.swept == SWEPT) {
      block.next = 0;
      memory.fill(marks, 0, MARK_BYTES);
    } else {
      memory.copy(marks, at, MARK_BYTES);
    }
  }
}

// A free list as it is stored: each of its cells is zero, but that the first of a row of cells at
// the same distance from one to the next holds that distance and how many follow.
//  | distance | count | 0 ...          distance 0: the last cell

/** Zeroes the cells of a free list but for these words, and marks them. */
function packList(first: usize): void {
  let cell = first, begin = first;
  let distance: usize = 0, count: u32 = 0;
  while (cell != 0) {
    const block = cell & ~(PAGE_BYTES - 1), next = <usize>load<u32>(cell),
      bit = (cell - block) >> 4;
    const at = block + BLOCK_MARKS + (bit >> 3);
    store<u8>(at, load<u8>(at) | (1 << (<u8>bit & 7)));
    memory.fill(cell, 0, changetype<Block>(block).cellSize);
    if (next != 0 && next - cell == distance) {
      count++;
    } else {
      storeRow(begin, distance, count);
      begin = cell;
      distance = next == 0 ? 0 : next - cell;
      count = 1;
    }
    cell = next;
  }
}
function storeRow(cell: usize, distance: usize, count: u32): void {
  if (distance == 0) return;
  store<u32>(cell, <u32>distance);
  store<u32>(cell, count, 4);
}
/** Makes a stored list whole again. Returns the cells passed, beyond `most` if its words make no
 *  list. */
function unpackList(first: usize, slot: usize, most: usize): usize {
  let cell = first, passed: usize = 0;
  while (cell != 0) {
    if (!isCell(cell, slot)) return most + 1;
    const distance = <usize>load<u32>(cell);
    let count = load<u32>(cell, 4);
    store<u64>(cell, 0);
    if (distance == 0) return passed;
    for (; count != 0; count--) {
      if (++passed > most || !isCell(cell, slot)) return most + 1;
      store<u32>(cell, <u32>(cell + distance));
      cell += distance;
    }
  }
  return passed;
}

/** Zeroes what is dead in a page. */
function packPage(page: u32): void {
  const kind = load<u8>(PAGE_KINDS + page), begin = <usize>page << 16;
  if (kind == PAGE_FREE) { memory.fill(begin, 0, PAGE_BYTES); return; }
  const block = changetype<Block>(begin);
  if (kind == PAGE_LARGE_OBJECT || kind == PAGE_LARGE_RAW) {
    if (!isMarked(begin + BLOCK_HEADER)) memory.fill(begin + BLOCK_HEADER, 0, block.cellSize);
    return;
  }
  if (kind != PAGE_OBJECTS && kind != PAGE_RAW) return;
  const size = <usize>block.cellSize;
  let cell = begin + BLOCK_HEADER;
  for (let left = block.cellCount; left != 0; left--, cell += size) {
    if (!isMarked(cell)) memory.fill(cell, 0, size);
  }
  memory.fill(cell, 0, begin + PAGE_BYTES - cell);
}

/** Makes memory usable that was stored by pack(). Returns 0 if its heap or its free lists are
 *  damaged. */
export function unpack(): i32 {
  if (!heapIsSound()) return 0;
  const most = <usize>(endPage - firstPage) << 12;
  let passed: usize = 0;
  for (let list: usize = 0; list < FREE_LIST_COUNT && passed <= most; list++) {
    passed += unpackList(load<u32>(FREE_LISTS + (list << 2)), <usize>list << 2, most - passed);
  }
  return passed <= most ? 1 : 0;
}

// ---- what differs from the booted image ----

/** Equal bytes between two ranges that are stored with them: a range's own numbers take about as
 *  much. */
const GAP_BYTES: usize = 16;

/** Bytes of the table of ranges that packCount found. */
let rangeBytes: u32 = 0;
export function packRangeBytes(): u32 { return rangeBytes; }
/** Compares the first `bytes` bytes of memory with the image, which lies at `image` and is
 *  `imageBytes` long (beyond that it is zero). What differs are ranges of 8-byte words: a table of
 *  pairs of LEB128 numbers - words skipped, words given - and the words. Returns the bytes of the
 *  words, and notes those of the table (packRangeBytes). */
export function packCount(image: usize, imageBytes: usize, bytes: usize): u32 {
  rangeBytes = 0;
  return scan(image, imageBytes, bytes, 0, 0) << 3;
}
/** Writes the table to `to`, the words behind it. After packCount, of the same. */
export function packDelta(image: usize, imageBytes: usize, bytes: usize, to: usize): void {
  scan(image, imageBytes, bytes, to, to + rangeBytes);
}
/** Goes through the ranges. Counts the table's bytes if `table` is 0, else writes it, and the words
 *  to `to`. Returns the number of words. */
function scan(image: usize, imageBytes: usize, bytes: usize, table: usize, to: usize): u32 {
  let at: usize = 0, last: usize = 0, words: u32 = 0;
  while (true) {
    const begin = differsFrom(at, image, imageBytes, bytes);
    if (begin >= bytes) return words;
    let end = begin + 8;
    for (at = end; at < bytes && at - end <= GAP_BYTES; at += 8) {
      if (wordOf(image, imageBytes, at) != load<u64>(at)) end = at + 8;
    }
    const count = <u32>((end - begin) >> 3), skipped = <u32>((begin - last) >> 3);
    words += count;
    if (table == 0) {
      rangeBytes += lebBytes(skipped) + lebBytes(count);
    } else {
      table = putLeb(putLeb(table, skipped), count);
      memory.copy(to, begin, end - begin);
      to += end - begin;
    }
    at = last = end;
  }
}
@inline function wordOf(image: usize, imageBytes: usize, at: usize): u64 {
  return at < imageBytes ? load<u64>(image + at) : 0;
}
/** The first word from `at` on that differs. */
function differsFrom(at: usize, image: usize, imageBytes: usize, bytes: usize): usize {
  const both = imageBytes < bytes ? imageBytes : bytes;
  while (at < both && load<u64>(image + at) == load<u64>(at)) at += 8;
  if (at < both) return at;
  while (at < bytes && load<u64>(at) == 0) at += 8;
  return at;
}
function lebBytes(n: u32): u32 { return n < 128 ? 1 : 1 + lebBytes(n >> 7); }
function putLeb(at: usize, n: u32): usize {
  for (; n >= 128; n >>= 7) store<u8>(at++, <u8>(n | 128));
  store<u8>(at++, <u8>n);
  return at;
}
