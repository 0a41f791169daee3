// The allocator: cells of size classes in 64 KiB blocks, and runs of whole pages for what is
// larger.
//
// Memory comes from memory.grow, a Wasm page (64 KiB) at a time, so no address is fixed and another
// allocator may share the memory. A block is one page; it begins with its own header and mark bits:
//
//  0          4           8       12         16      20      32          544
//  | cellSize | cellCount | kind  | runPages | next  | swept | mark bits | cells ...
//
// One mark bit for 16 bytes: the bit of a cell is found from its address alone, also in a large
// run, whose only cell begins in its first page. Allocation never collects (docs/design.md section
// 4): past a threshold it sets EVENT_COLLECT and the interpreter collects at its next safepoint.
import { requestEvent, EVENT_COLLECT } from "./events";

export const PAGE_BYTES: usize = 0x10000;
/** Where cells begin in a block. Unit: bytes. */
export const BLOCK_HEADER: usize = 544;
export const BLOCK_MARKS: usize = 32;
export const MARK_BYTES: usize = 512;

/** Largest cell in a shared block; beyond it an allocation gets pages of its own. Unit: bytes. */
export const LARGEST_CELL: usize = 21648;

// What a page of linear memory is, one byte each in PAGE_KINDS.
export const PAGE_FOREIGN: u8 = 0;
export const PAGE_FREE: u8 = 1;
export const PAGE_OBJECTS: u8 = 2;
export const PAGE_RAW: u8 = 3;
export const PAGE_LARGE_OBJECT: u8 = 4;
export const PAGE_LARGE_RAW: u8 = 5;
/** A later page of a large run. */
export const PAGE_REST: u8 = 6;

/** One byte for each of the 65,536 pages that a 32-bit memory can have. */
export const PAGE_KINDS: usize = memory.data(65536, 16);

export const SWEPT: u32 = 1;
/** Block header. */
@unmanaged export class Block {
  /** Unit: bytes; a multiple of 16. For a large run: the bytes of its only cell. */
  cellSize: u32;
  cellCount: u32;
  /** One of PAGE_*. */
  kind: u32;
  /** Pages of the run; 1 for a block of cells. */
  runPages: u32;
  /** Next block of the same size class that waits to be swept. */
  next: usize;
  /** How far the mark bits of the last collection have been turned into free cells: SWEPT: all of
   *  them. Else the offset of the cell where that goes on; 0: not begun. */
  swept: u32;
}

/** Cell sizes. Unit: bytes. Chosen so that a block wastes little at its end. */
const CLASS_SIZES: StaticArray<u16> = [
  16, 32, 48, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 640, 768, 896, 1024,
  1280, 1536, 1792, 2048, 2560, 3072, 4048, 4992, 6496, 8112, 10832, 12992, 16240, 21648,
];
export const CLASS_COUNT: i32 = 34;
/** Size class of (bytes + 15) >> 4, for all sizes up to LARGEST_CELL. */
const CLASS_OF: usize = memory.data(1354, 16);
/** Heads of the free lists, u32: [class] for objects, [CLASS_COUNT + class] for raw cells. */
const FREE: usize = memory.data(4 * 2 * 34, 16);
export const FREE_LISTS: usize = FREE;
export const FREE_LIST_COUNT: usize = 2 * 34;
/** Blocks that wait to be swept, heads by class as in FREE. */
export const UNSWEPT: usize = memory.data(4 * 2 * 34, 16);
/** Uncut rest of the newest block, u32 each: begin and end, by class as in FREE. */
const FRESH: usize = memory.data(8 * 2 * 34, 16);
/** Bytes cut into free cells at a time: a fresh page is touched only as it is used. */
const CUT_BYTES: usize = 4096;

/** Heap limit. Unit: pages. */
let limitPages: u32 = 1024;
/** Pages beyond the limit that small cells may take, so that a MemoryError can be handled. */
let slackPages: u32 = 16;
/** Pages in use (blocks and large runs). */
let usedPages: u32 = 0;
/** Lowest page of the heap and the first beyond it. */
export let firstPage: u32 = 0;
export let endPage: u32 = 0;
/** Where the search for a single free page begins. */
let searchPage: u32 = 0;
/** Bytes handed out since the last collection (free lists count when they are filled). */
export let allocatedBytes: usize = 0;
/** What was handed out before that. */
let pastBytes: u64 = 0;
/** Bytes handed out since the instance was made. */
export function totalBytes(): i64 { return <i64>(pastBytes + allocatedBytes); }
/** Bytes that the last collection found alive. */
export let liveBytes: usize = 0;
/** allocatedBytes beyond which a collection is asked for. */
let threshold: usize = 0;
/** Upper bound on the threshold set by gc.threshold(n); 0: none. */
export let thresholdSetting: usize = 0;
/** gc.disable(): no automatic collections, but one that the heap limit asks for. */
export let automatic: bool = true;
/** micropython.heap_lock(): depth; allocation fails while it is not 0, but for what the core needs
 *  to run and print (calls.ts, slow.ts, builtins_print.ts: they take the lock off for a moment). */
export let lockDepth: i32 = 0;
/** Size of the last allocation that the limit refused; 0 when none was. The interpreter collects
 *  and retries the instruction once (vm/unwind.ts). Unit: bytes. */
export let refusedBytes: usize = 0;
/** Largest usedPages seen. */
export let peakPages: u32 = 0;

/** Smallest threshold: collecting more often than this costs more than it frees. Unit: bytes. */
const THRESHOLD_MIN: usize = 4 << 20;

/** Prepares the size classes. Called once, at boot, before anything is allocated. */
export function heapInit(): void {
  classesInit();
  setThreshold();
}
/** Fills the table of size classes; at every start, for the image does not hold it. */
export function classesInit(): void {
  let c: i32 = 0;
  for (let units: usize = 0; units <= LARGEST_CELL >> 4; units++) {
    if (units << 4 > CLASS_SIZES[c]) c++;
    store<u8>(CLASS_OF + units, <u8>c);
  }
}

/** Pages that the booted core takes: the heap limit is what a program may use besides. */
let bootPages: u32 = 0;
/** False while the core boots: it must not ask the host then. */
export function isBooted(): bool { return bootPages != 0; }
/** Called when the core has booted. */
export function noteBooted(): void {
  bootPages = usedPages;
  limitPages = bootPages + 1024;
}
/** Pages beyond the limit while the host's next program is compiled: a heap that the last one left
 *  full must not keep it from freeing what it holds. */
export let reservePages: u32 = 0;
export function setReserve(on: bool): void { reservePages = on ? 64 : 0; }
/** Sets the heap limit. Unit: bytes, besides what the booted core takes; at least 1 MiB is used.
 *  The peak begins anew: what came before is the making of the core. */
export function setHeapLimit(bytes: usize): void {
  peakPages = usedPages;
  let pages = <u32>(bytes >> 16);
  if (pages < 16) pages = 16;
  limitPages = bootPages + pages;
  slackPages = 8 + pages / 16;
  setThreshold();
}
export function heapLimitBytes(): usize { return <usize>(limitPages - bootPages) << 16; }
/** Bytes in use that count against the limit, in whole pages; and the most there ever were. */
export function heapUsed(): usize {
  return usedPages > bootPages ? <usize>(usedPages - bootPages) << 16 : 0;
}
export function heapPeak(): usize {
  return peakPages > bootPages ? <usize>(peakPages - bootPages) << 16 : 0;
}
export function usedBytesUpperBound(): usize { return <usize>usedPages << 16; }
export function setAutomatic(on: bool): void { automatic = on; }
/** Locked, no cell is free: those on the free lists are forgotten, and found again by the sweep
 *  after the next collection. */
export function setLockDepth(depth: i32): void {
  if (depth != 0) memory.fill(FREE, 0, 8 * CLASS_COUNT);
  lockDepth = depth;
}
export function clearRefused(): void { refusedBytes = 0; }
/** Notes that something was refused which a collection may make possible: memory, or resizing an
 *  object that dead views still pin (objects/bytes.ts). */
export function refuse(bytes: usize): void { refusedBytes = bytes; }
export function setThresholdSetting(bytes: usize): void {
  thresholdSetting = bytes;
  setThreshold();
}

/** After a collection and at settings: work per allocated byte stays constant as the heap grows. */
function setThreshold(): void {
  let t = liveBytes < THRESHOLD_MIN ? THRESHOLD_MIN : liveBytes;
  const limit = heapLimitBytes();
  const room = limit > liveBytes ? limit - liveBytes : 0;
  if (t > room >> 1) t = room >> 1;
  if (thresholdSetting != 0 && t > thresholdSetting) t = thresholdSetting;
  threshold = t < 65536 ? 65536 : t;
}

/** Called by the collector when it has marked: `live` bytes remain. */
export function collectionDone(live: usize): void {
  pastBytes += allocatedBytes;
  liveBytes = live;
  allocatedBytes = 0;
  searchPage = firstPage;
  setThreshold();
}

/** Address of a new cell for an object: `bytes` long, contents undefined. 0: the limit is
 *  reached. */
export function allocObject(bytes: usize): usize {
  if (bytes > LARGEST_CELL) return allocLarge(bytes, PAGE_LARGE_OBJECT);
  const head = FREE + (<usize>load<u8>(CLASS_OF + ((bytes + 15) >> 4)) << 2);
  const cell = <usize>load<u32>(head);
  if (cell == 0) return refill(head);
  store<u32>(head, load<u32>(cell));
  return cell;
}

/** Address of a new cell without header, owned by an object that marks it. 0: the limit is
 *  reached. */
export function allocRaw(bytes: usize): usize {
  if (bytes > LARGEST_CELL) return allocLarge(bytes, PAGE_LARGE_RAW);
  const head = FREE + (<usize>load<u8>(CLASS_OF + ((bytes + 15) >> 4)) << 2) + 4 * CLASS_COUNT;
  const cell = <usize>load<u32>(head);
  if (cell == 0) return refill(head);
  store<u32>(head, load<u32>(cell));
  return cell;
}

/** As allocRaw, filled with zeros. */
export function allocRawZeroed(bytes: usize): usize {
  const cell = allocRaw(bytes);
  if (cell != 0) memory.fill(cell, 0, bytes);
  return cell;
}

/** Drops that table. */
export function classesForget(): void { memory.fill(CLASS_OF, 0, (LARGEST_CELL >> 4) + 1); }

/** Bytes of the cells that hold `bytes` (at most LARGEST_CELL). */
export function cellClassBytes(bytes: usize): usize {
  return CLASS_SIZES[load<u8>(CLASS_OF + ((bytes + 15) >> 4))];
}
/** Bytes that really stand behind a cell. */
export function cellBytes(cell: usize): usize {
  return load<u32>(cell & ~(PAGE_BYTES - 1));
}

/** Gives a raw cell back at once. 0 is allowed. The owner must forget it. */
export function freeRaw(cell: usize): void {
  if (cell == 0) return;
  const block = changetype<Block>(cell & ~(PAGE_BYTES - 1));
  if (block.kind == PAGE_LARGE_RAW) {
    const bytes = <usize>block.runPages << 16;
    allocatedBytes = allocatedBytes > bytes ? allocatedBytes - bytes : 0;
    freeRun(changetype<usize>(block));
    return;
  }
  const head = FREE + (<usize>load<u8>(CLASS_OF + (block.cellSize >> 4)) << 2) + 4 * CLASS_COUNT;
  if (lockDepth != 0) return;
  if (poison) memory.fill(cell, POISON, block.cellSize);
  store<u32>(cell, load<u32>(head));
  store<u32>(head, <u32>cell);
}

/** A raw cell of `newBytes` with the first `usedBytes` of `cell` copied; `cell` is given back. 0:
 *  the limit is reached, and `cell` is untouched. */
export function resizeRaw(cell: usize, usedBytes: usize, newBytes: usize): usize {
  if (cell != 0 && newBytes <= cellBytes(cell) && newBytes >= usedBytes
    && newBytes > cellBytes(cell) >> 2) return cell;
  const fresh = allocRaw(newBytes);
  if (fresh == 0) return 0;
  if (cell != 0) {
    memory.copy(fresh, cell, usedBytes < newBytes ? usedBytes : newBytes);
    freeRaw(cell);
  }
  return fresh;
}

/** The free list at `head` is empty: sweeps or begins a block and takes its first cell. */
function refill(head: usize): usize {
  if (lockDepth != 0) return 0;
  const slot = head - FREE;
  // 1. cut the rest of a fresh block
  const fresh = FRESH + (slot << 1);
  if (load<u32>(fresh) < load<u32>(fresh, 4)) return cut(head, fresh);
  // 2. sweep a block of this class
  const unswept = UNSWEPT + slot;
  while (true) {
    const block = <usize>load<u32>(unswept);
    if (block == 0) break;
    const bytes = sweepInto(head, block);
    if (changetype<Block>(block).swept == SWEPT)
      store<u32>(unswept, <u32>changetype<Block>(block).next);
    if (bytes != 0) {
      countBytes(bytes);
      const cell = <usize>load<u32>(head);
      store<u32>(head, load<u32>(cell));
      return cell;
    }
  }
  // 3. begin a block
  const page = takePages(1, limitPages + slackPages + reservePages);
  if (page == 0) return 0;
  const raw = slot >= 4 * CLASS_COUNT;
  const sizeClass = <i32>((raw ? slot - 4 * CLASS_COUNT : slot) >> 2);
  const size = <u32>CLASS_SIZES[sizeClass];
  const block = changetype<Block>(page);
  memory.fill(page, 0, BLOCK_HEADER);
  block.cellSize = size;
  block.cellCount = (<u32>(PAGE_BYTES - BLOCK_HEADER)) / size;
  block.kind = raw ? PAGE_RAW : PAGE_OBJECTS;
  block.runPages = 1;
  block.swept = SWEPT;
  store<u8>(PAGE_KINDS + (page >> 16), <u8>block.kind);
  store<u32>(fresh, <u32>(page + BLOCK_HEADER));
  store<u32>(fresh, <u32>(page + BLOCK_HEADER) + block.cellCount * size, 4);
  return cut(head, fresh);
}

/** Cuts cells from the fresh block at `fresh` into the free list at `head`; returns one more. */
function cut(head: usize, fresh: usize): usize {
  const begin = <usize>load<u32>(fresh), end = <usize>load<u32>(fresh, 4);
  const size = <usize>load<u32>(begin & ~(PAGE_BYTES - 1));
  let stop = begin + CUT_BYTES;
  if (stop < begin + size) stop = begin + size;
  if (stop > end) stop = end;
  let cell = begin + size, list: usize = 0, last: usize = 0;
  // Kept in address order: programs that allocate in a row get neighbours.
  while (cell + size <= stop) {
    if (last == 0) list = cell; else store<u32>(last, <u32>cell);
    last = cell;
    cell += size;
  }
  if (last != 0) store<u32>(last, 0);
  store<u32>(head, <u32>list);
  store<u32>(fresh, <u32>cell);
  countBytes(cell - begin);
  return begin;
}

function countBytes(bytes: usize): void {
  allocatedBytes += bytes;
  if (allocatedBytes >= threshold && automatic) requestEvent(EVENT_COLLECT);
}

/** Puts unmarked cells of a block on the free list at `head`, about CUT_BYTES of them: what is not
 *  needed yet is not touched. Returns their bytes; 0: there are no more. */
function sweepInto(head: usize, blockAddress: usize): usize {
  const block = changetype<Block>(blockAddress);
  const size = <usize>block.cellSize, marks = blockAddress + BLOCK_MARKS,
    end = BLOCK_HEADER + size * block.cellCount;
  let offset: usize = block.swept == 0 ? BLOCK_HEADER : block.swept, list: usize = 0,
    last: usize = 0, bytes: usize = 0;
  for (; offset != end && bytes < CUT_BYTES; offset += size) {
    const bit = offset >> 4;
    if ((load<u8>(marks + (bit >> 3)) & (1 << (<u8>bit & 7))) == 0) {
      const cell = blockAddress + offset;
      if (last == 0) list = cell; else store<u32>(last, <u32>cell);
      last = cell;
      bytes += size;
    }
  }
  block.swept = offset == end ? SWEPT : <u32>offset;
  if (last != 0) { store<u32>(last, load<u32>(head)); store<u32>(head, <u32>list); }
  return bytes;
}
/** For the image, after a collection: all blocks count as swept, and of each size class the block
 *  with the most room behind its last living cell is the one that is cut from. Sweeping at the
 *  start would touch all their pages. */
export function blocksSleep(): void {
  memory.fill(UNSWEPT, 0, 8 * CLASS_COUNT);
  for (let page = firstPage; page < endPage; page++) {
    const kind = load<u8>(PAGE_KINDS + page);
    if (kind != PAGE_OBJECTS && kind != PAGE_RAW) continue;
    const at = <usize>page << 16, block = changetype<Block>(at), size = <usize>block.cellSize;
    const end = BLOCK_HEADER + <usize>block.cellCount * size;
    let begin: usize = BLOCK_HEADER;
    for (let offset: usize = BLOCK_HEADER; offset < end; offset += size) {
      const bit = offset >> 4;
      if (load<u8>(at + BLOCK_MARKS + (bit >> 3)) & (1 << (<u8>bit & 7))) begin = offset + size;
    }
    block.swept = 1;
    block.next = 0;
    memory.fill(at + BLOCK_MARKS, 0, MARK_BYTES);
    const slot =
      (<usize>load<u8>(CLASS_OF + (size >> 4)) << 2) + (kind == PAGE_RAW ? 4 * CLASS_COUNT : 0);
    const fresh = FRESH + (slot << 1);
    if (end - begin <= load<u32>(fresh, 4) - load<u32>(fresh)) continue;
    store<u32>(fresh, <u32>(at + begin));
    store<u32>(fresh, <u32>(at + end), 4);
  }
}
/** Stress tests fill freed cells at once, so that a missing root shows: a value read from one is no
 *  int, and no object that memory has. */
export let poison: bool = false;
export function setPoison(on: bool): void { poison = on; }
const POISON: u8 = 0xd8;
/** Fills the unmarked cells of a block, right after marking. */
export function poisonDead(blockAddress: usize): void {
  const block = changetype<Block>(blockAddress), size = <usize>block.cellSize;
  let offset = BLOCK_HEADER;
  for (let left = block.cellCount; left != 0; left--, offset += size) {
    const bit = offset >> 4;
    // The second half of a free cell tells whether it is filled: the first is the list's.
    if ((load<u8>(blockAddress + BLOCK_MARKS + (bit >> 3)) & (1 << (<u8>bit & 7))) == 0
      && load<u64>(blockAddress + offset, 8) != 0xd8d8d8d8d8d8d8d8)
        memory.fill(blockAddress + offset, POISON, size);
  }
}

/** True if pages and blocks are such as the allocator makes them: of memory that may have been
 *  forged (pack.ts). Else it could run without end. */
export function heapIsSound(): bool {
  if (firstPage > endPage || endPage > <u32>memory.size()) return false;
  for (let page = firstPage; page < endPage; page++) {
    const kind = load<u8>(PAGE_KINDS + page), block = changetype<Block>(<usize>page << 16);
    if (kind > PAGE_REST) return false;
    if (kind == PAGE_LARGE_OBJECT || kind == PAGE_LARGE_RAW) {
      if (block.runPages == 0 || block.runPages > endPage - page || block.cellCount != 1)
        return false;
    } else if (kind == PAGE_OBJECTS || kind == PAGE_RAW) {
      const size = block.cellSize, swept = block.swept;
      if (size == 0 || size > <u32>LARGEST_CELL || CLASS_SIZES[load<u8>(CLASS_OF + (size >> 4))]
        != size || block.runPages != 1
        || block.cellCount != (<u32>(PAGE_BYTES - BLOCK_HEADER)) / size || block.kind != kind)
          return false;
      if (swept > SWEPT && (swept < <u32>BLOCK_HEADER || (swept - <u32>BLOCK_HEADER) % size != 0
        || (swept - <u32>BLOCK_HEADER) / size > block.cellCount)) return false;
    }
  }
  for (let slot: usize = 0; slot < 8 * CLASS_COUNT; slot += 4) {
    const begin = <usize>load<u32>(FRESH + (slot << 1)),
      end = <usize>load<u32>(FRESH + (slot << 1), 4);
    if (begin < end && (!isCell(begin, slot) || end - (begin & ~(PAGE_BYTES - 1)) > PAGE_BYTES))
      return false;
    let left = endPage - firstPage;
    for (let block = <usize>load<u32>(UNSWEPT + slot); block != 0; block =
        changetype<Block>(block).next) {
      if (left-- == 0 || block & (PAGE_BYTES - 1) || !isCell(block + BLOCK_HEADER, slot))
        return false;
    }
  }
  return true;
}
/** True if a cell of the size class at `slot` (of FREE) begins at `cell`. */
export function isCell(cell: usize, slot: usize): bool {
  const page = <u32>(cell >> 16), raw = slot >= 4 * CLASS_COUNT;
  if (page < firstPage || page >= endPage || load<u8>(PAGE_KINDS + page)
    != (raw ? PAGE_RAW : PAGE_OBJECTS)) return false;
  const offset = (cell & (PAGE_BYTES - 1)) - BLOCK_HEADER,
    size = <usize>changetype<Block>(<usize>page << 16).cellSize;
  return size == <usize>CLASS_SIZES[<i32>((raw ? slot - 4 * CLASS_COUNT : slot) >> 2)]
    && offset < PAGE_BYTES && offset % size == 0;
}

/** Forgets all free cells: the next sweep finds them again. Called by the collector before it
 *  marks. */
export function dropFreeLists(): void {
  memory.fill(FREE, 0, 8 * CLASS_COUNT);
  memory.fill(UNSWEPT, 0, 8 * CLASS_COUNT);
  memory.fill(FRESH, 0, 16 * CLASS_COUNT);
}
/** Adds a marked block to those that wait to be swept. */
export function queueUnswept(blockAddress: usize): void {
  const block = changetype<Block>(blockAddress);
  const slot = (<usize>load<u8>(CLASS_OF + (block.cellSize >> 4)) << 2)
    + (block.kind == PAGE_RAW ? 4 * CLASS_COUNT : 0);
  block.swept = 0;
  block.next = <usize>load<u32>(UNSWEPT + slot);
  store<u32>(UNSWEPT + slot, <u32>blockAddress);
}

/** A cell with pages of its own. 0: the limit is reached; refusedBytes says what was asked. */
function allocLarge(bytes: usize, kind: u8): usize {
  if (lockDepth != 0) return 0;
  if (bytes > 0xfff00000) { refusedBytes = bytes; return 0; }
  const pages = <u32>((bytes + BLOCK_HEADER + PAGE_BYTES - 1) >> 16);
  const page = takePages(pages, limitPages + reservePages);
  if (page == 0) { refusedBytes = bytes; return 0; }
  memory.fill(page, 0, BLOCK_HEADER);
  const block = changetype<Block>(page);
  block.cellSize = (pages << 16) - <u32>BLOCK_HEADER;
  block.cellCount = 1;
  block.kind = kind;
  block.runPages = pages;
  block.swept = SWEPT;
  memory.fill(PAGE_KINDS + (page >> 16), PAGE_REST, pages);
  store<u8>(PAGE_KINDS + (page >> 16), kind);
  countBytes(<usize>pages << 16);
  return page + BLOCK_HEADER;
}

/** Cells of `bytes` bytes, a size class, that have been handed out and not swept since. */
export function cellsInUse(bytes: u32): i32 {
  let count = 0;
  for (let page = firstPage; page < endPage; page++) {
    const kind = load<u8>(PAGE_KINDS + page), block = changetype<Block>(<usize>page << 16);
    if ((kind == PAGE_OBJECTS || kind == PAGE_RAW) && block.cellSize == bytes)
      count += block.cellCount;
  }
  for (let head =
      FREE + (<usize>load<u8>(CLASS_OF + (bytes >> 4)) << 2); head < FREE + 8 * CLASS_COUNT;
      head += 4 * CLASS_COUNT) {
    for (let cell = load<u32>(head); cell != 0; cell = load<u32>(cell)) count--;
    const fresh = FRESH + ((head - FREE) << 1);
    count -= (load<u32>(fresh, 4) - load<u32>(fresh)) / bytes;
  }
  return count;
}
/** The largest cell in use: of those with pages of their own, if there are any. Unit: bytes. */
export function largestCell(): u32 {
  let largest = <u32>LARGEST_CELL;
  for (let page = firstPage; page < endPage; page++) {
    const kind = load<u8>(PAGE_KINDS + page), size = changetype<Block>(<usize>page << 16).cellSize;
    if ((kind == PAGE_LARGE_OBJECT || kind == PAGE_LARGE_RAW) && size > largest) largest = size;
  }
  return largest;
}

/** Gives the pages of a block or run back. */
export function freeRun(blockAddress: usize): void {
  const pages = changetype<Block>(blockAddress).runPages;
  memory.fill(PAGE_KINDS + (blockAddress >> 16), PAGE_FREE, pages);
  usedPages -= pages;
  const page = <u32>(blockAddress >> 16);
  if (page < searchPage) searchPage = page;
  if (poison) memory.fill(blockAddress, POISON, <usize>pages << 16);
}

/** Address of `count` free pages in a row; 0 if more than `limit` pages would then be in use. */
export function takePages(count: u32, limit: u32): usize {
  if (usedPages + count > limit || usedPages + count < count) return 0;
  let page = findFree(count);
  if (page == 0) {
    // Grow by more than asked for, so that growing stays rare; what is over is free.
    let more = count > 16 ? count : count + (usedPages >> 3 > 16 ? 16 : usedPages >> 3);
    let at = memory.grow(<i32>more);
    if (at < 0 && more != count) { more = count; at = memory.grow(<i32>more); }
    if (at < 0) return 0;
    memory.fill(PAGE_KINDS + <usize>at, PAGE_FREE, more);
    if (firstPage == 0) { firstPage = <u32>at; searchPage = <u32>at; }
    endPage = <u32>at + more;
    // A free page below the grown ones may make the run longer than needed, but never too short.
    page = <u32>at;
  }
  memory.fill(PAGE_KINDS + page, PAGE_REST, count);
  usedPages += count;
  if (usedPages > peakPages) peakPages = usedPages;
  return <usize>page << 16;
}

/** First of `count` free pages in a row, or 0. */
function findFree(count: u32): u32 {
  let run: u32 = 0, page = searchPage;
  let first = true;
  for (; page < endPage; page++) {
    if (load<u8>(PAGE_KINDS + page) == PAGE_FREE) {
      if (first) { searchPage = page; first = false; }
      if (++run == count) return page + 1 - count;
    } else {
      run = 0;
    }
  }
  if (first) searchPage = endPage;
  return 0;
}
