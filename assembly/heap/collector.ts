// The collector: mark from the roots, then sweep lazily. Objects never move.
//
// Precise: it runs only at safepoints of the interpreter, where every live value is in a frame, on
// the roots stack, or reached from a root marker (addRootMarker). Mark bits lie in the block
// headers (allocator.ts), so marking does not touch objects. A type's `mark` function names an
// object's children with markValue and its raw cells with markRaw. Objects below the heap (static
// ones: None, types, fixed names) are not marked; static types' contents are roots
// (objects/type.ts).
import { Value, isObject } from "../core/value";
import { typeAt } from "./header";
import {
  noteBooted, Block, PAGE_KINDS, PAGE_OBJECTS, PAGE_RAW, PAGE_LARGE_OBJECT, PAGE_LARGE_RAW,
  PAGE_BYTES,
  PAGE_FOREIGN, PAGE_FREE, BLOCK_HEADER, BLOCK_MARKS, MARK_BYTES, firstPage, endPage, allocRaw,
  collectionDone,
  dropFreeLists, queueUnswept, freeRun, takePages, poison, poisonDead,
} from "./allocator";
import { EVENT_COLLECT, clearEvent } from "./events";
import { rootsBegin, rootsEnd } from "./roots";

/** Offset in a type object of its `mark` function's table index (objects/type.ts asserts it). */
export const TYPE_MARK: usize = 12;

/** Functions that mark roots; u32 table indices. */
const MARKERS: usize = memory.data(4 * 64, 16);
let markerCount: i32 = 0;
/** Functions called after marking, before sweeping: weak tables drop what isMarked() denies. Beside
 *  each the function that marks all that its tables hold. u32 table indices. */
const WEAK_HOOKS: usize = memory.data(8 * 16, 16);
let weakCount: i32 = 0;

/** Adds a function that marks roots (markValue, markRaw), once. */
export function addRootMarker(marker: () => void): void {
  // A module may be filled again, after a program took it out of sys.modules.
  for (let i = 0; i < markerCount; i++)
    if (load<u32>(MARKERS + (<usize>i << 2)) == marker.index) return;
  store<u32>(MARKERS + (<usize>markerCount << 2), marker.index);
  markerCount++;
}
/** Adds a function that is called when all is marked, to drop what is dead from weak tables;
 *  `markHeld` marks all that stands in them, dead or not (markEverything). */
export function addWeakHook(hook: () => void, markHeld: () => void): void {
  store<u32>(WEAK_HOOKS + (<usize>weakCount << 3), hook.index);
  store<u32>(WEAK_HOOKS + (<usize>weakCount << 3), markHeld.index, 4);
  weakCount++;
}
/** markHeld of tables that hold nothing which outlives a collection: caches. */
export function holdsNothing(): void {}

/** Called when all that is reachable is marked, before weak tables are swept: queues what is to be
 *  finalized and marks it (heap/finalizers.ts). */
let finalizeHook: () => void = nothingToFinalize;
function nothingToFinalize(): void {}
export function setFinalizeHook(hook: () => void): void { finalizeHook = hook; }

/** Called before that, when only what the program can reach is marked: empties weak references to
 *  all else, also to what finalizers may bring back (objects/weak.ts). */
let clearHook: () => void = nothingToFinalize;
export function setClearHook(hook: () => void): void { clearHook = hook; }

/** Stack of object addresses (u32) whose children are still to be marked. */
let stack: usize = 0;
let stackTop: usize = 0;
let stackEnd: usize = 0;
/** The stack lies in memory that markEverything was given. */
let stackIsLent: bool = false;
/** True in markEverything: nothing but mark bits may change. */
export function packing(): bool { return stackIsLent; }
/** The stack was full once: marked objects must be scanned again. */
let overflowed: bool = false;
let marked: usize = 0;
/** Collections so far. */
export let collections: u32 = 0;

/** Sets the mark bit of the cell at `address`. Returns false if it was set, or if it is no heap
 *  cell. */
function markCell(address: usize): bool {
  const block = address & ~(PAGE_BYTES - 1);
  const kind = load<u8>(PAGE_KINDS + (address >> 16));
  if (kind == PAGE_FOREIGN) return false;
  const bit = (address & (PAGE_BYTES - 1)) >> 4;
  const at = block + BLOCK_MARKS + (bit >> 3);
  const mask = <u8>1 << (<u8>bit & 7);
  const bits = load<u8>(at);
  if (bits & mask) return false;
  store<u8>(at, bits | mask);
  marked += kind == PAGE_LARGE_OBJECT || kind == PAGE_LARGE_RAW
    ? <usize>changetype<Block>(block).runPages << 16 : <usize>changetype<Block>(block).cellSize;
  return true;
}

/** Marks what a value refers to; ints, inline floats, NOTHING and markers are passed over. */
export function markValue(v: Value): void {
  if (isObject(v)) markObject(<usize>v);
}
/** Marks the object at `address` and, later, its children. 0 is allowed. */
export function markObject(address: usize): void {
  if (address == 0 || !markCell(address)) return;
  if (stackTop == stackEnd && !growStack()) { overflowed = true; return; }
  store<u32>(stackTop, <u32>address);
  stackTop += 4;
}
/** Marks a raw cell, whose content its owner marks. 0 and addresses outside the heap are
 *  allowed. */
export function markRaw(address: usize): void {
  if (address != 0) markCell(address);
}
/** Marks `count` values in a row. */
export function markValues(begin: usize, count: usize): void {
  const end = begin + (count << 3);
  for (let at = begin; at < end; at += 8) markValue(load<u64>(at));
}
/** True if the object or raw cell survives this collection. Valid inside weak hooks only. */
export function isMarked(address: usize): bool {
  if (load<u8>(PAGE_KINDS + (address >> 16)) == PAGE_FOREIGN) return true;
  const bit = (address & (PAGE_BYTES - 1)) >> 4;
  const block = address & ~(PAGE_BYTES - 1);
  return (load<u8>(block + BLOCK_MARKS + (bit >> 3)) & (1 << (<u8>bit & 7))) != 0;
}

/** Doubles the mark stack. Its pages do not count against the heap limit. */
function growStack(): bool {
  if (stackIsLent) return false;
  const bytes = stackEnd - stack;
  const pages = bytes == 0 ? 1 : <u32>((bytes << 1) + PAGE_BYTES - 1 >> 16);
  const fresh = takePages(pages, 65535);
  if (fresh == 0) return false;
  memory.copy(fresh, stack, bytes);
  const old = stack;
  const used = stackTop - stack;
  stack = fresh;
  stackTop = fresh + used;
  stackEnd = fresh + (<usize>pages << 16);
  if (old != 0) giveStackBack(old, bytes);
  return true;
}
function giveStackBack(address: usize, bytes: usize): void {
  changetype<Block>(address).runPages = <u32>(bytes >> 16);
  freeRun(address);
}

function drain(): void {
  while (stackTop != stack) {
    stackTop -= 4;
    const object = <usize>load<u32>(stackTop);
    const mark = load<u32>(typeAt(object), TYPE_MARK);
    const klass = <usize>load<u32>(object);
    markObject(klass);
    if (mark != 0) call_indirect<void>(mark, object);
  }
}

/** Clears the mark bits of all cells. */
function clearMarks(): void {
  for (let page = firstPage; page < endPage; page++) {
    const kind = load<u8>(PAGE_KINDS + page);
    if (kind >= PAGE_OBJECTS && kind <= PAGE_LARGE_RAW) {
      memory.fill((<usize>page << 16) + BLOCK_MARKS, 0, MARK_BYTES);
    }
  }
}
function markRoots(): void {
  for (let i = 0; i < markerCount; i++) {
    call_indirect<void>(load<u32>(MARKERS + (<usize>i << 2)));
    drain();
  }
  markValues(rootsBegin(), (rootsEnd() - rootsBegin()) >> 3);
  finishMarking();
}

/** Marks from all roots, lets weak tables drop the dead, and leaves sweeping to allocation. Returns
 *  the bytes alive. Call only at a safepoint. */
export function collect(): usize {
  collections++;
  clearEvent(EVENT_COLLECT);
  dropFreeLists();
  clearMarks();
  marked = 0;
  markRoots();
  clearHook();
  finalizeHook();
  finishMarking();
  for (let i = 0; i < weakCount; i++) call_indirect<void>(load<u32>(WEAK_HOOKS + (<usize>i << 3)));
  finishMarking();
  if (stack != 0) { giveStackBack(stack, stackEnd - stack); stack = stackTop = stackEnd = 0; }
  for (let page = firstPage; page < endPage; page++) {
    const kind = load<u8>(PAGE_KINDS + page);
    const block = <usize>page << 16;
    if (kind == PAGE_OBJECTS || kind == PAGE_RAW) {
      if (!hasMarks(block)) { freeRun(block); continue; }
      queueUnswept(block);
      if (poison) poisonDead(block);
    } else if (kind == PAGE_LARGE_OBJECT || kind == PAGE_LARGE_RAW) {
      if (!hasMarks(block)) freeRun(block);
    }
  }
  collectionDone(marked);
  return marked;
}

/** Marks all that a later collection could still look at, also what is only held weakly, and
 *  changes nothing else: for pack.ts. `spare`: `bytes` bytes for the mark stack. */
export function markEverything(spare: usize, bytes: usize): void {
  stack = stackTop = spare;
  stackEnd = spare + bytes;
  stackIsLent = true;
  clearMarks();
  markRoots();
  for (let i = 0; i < weakCount; i++) {
    call_indirect<void>(load<u32>(WEAK_HOOKS + (<usize>i << 3), 4));
    finishMarking();
  }
  stack = stackTop = stackEnd = 0;
  stackIsLent = false;
  marked = 0;
}

/** Calls `visit` for each live object of class `klass`. Right after collect(), before anything is
 *  allocated. */
export function eachMarked(klass: usize, visit: (object: usize) => void): void {
  for (let page = firstPage; page < endPage; page++) {
    const kind = load<u8>(PAGE_KINDS + page);
    if (kind != PAGE_OBJECTS && kind != PAGE_LARGE_OBJECT) continue;
    const block = changetype<Block>(<usize>page << 16);
    let cell = (<usize>page << 16) + BLOCK_HEADER;
    for (let left = block.cellCount; left != 0; left--, cell += block.cellSize) {
      if (isMarked(cell) && load<u32>(cell) == klass) visit(cell);
    }
  }
}

/** Marks the children of everything on the stack; after an overflow, of everything marked. */
export function finishMarking(): void {
  drain();
  while (overflowed) {
    overflowed = false;
    for (let page = firstPage; page < endPage; page++) {
      const kind = load<u8>(PAGE_KINDS + page);
      if (kind != PAGE_OBJECTS && kind != PAGE_LARGE_OBJECT) continue;
      const block = changetype<Block>(<usize>page << 16);
      let cell = (<usize>page << 16) + BLOCK_HEADER;
      for (let left = block.cellCount; left != 0; left--, cell += block.cellSize) {
        if (!isMarked(cell)) continue;
        markObject(<usize>load<u32>(cell));
        const mark = load<u32>(typeAt(cell), TYPE_MARK);
        if (mark != 0) call_indirect<void>(mark, cell);
        drain();
      }
    }
  }
}

function hasMarks(block: usize): bool {
  for (let at: usize = 0; at < MARK_BYTES; at += 8) {
    if (load<u64>(block + BLOCK_MARKS + at) != 0) return true;
  }
  return false;
}

/** Fills everything that is not alive with zeros: after a collection, at build time, so that the
 *  image is small. */
export function zeroDead(): void {
  for (let page = firstPage; page < endPage; page++) {
    const kind = load<u8>(PAGE_KINDS + page);
    const begin = <usize>page << 16;
    if (kind == PAGE_FREE) { memory.fill(begin, 0, PAGE_BYTES); continue; }
    if (kind != PAGE_OBJECTS && kind != PAGE_RAW) continue;
    const size = changetype<Block>(begin).cellSize;
    let cell = begin + BLOCK_HEADER;
    for (let left = changetype<Block>(begin).cellCount; left != 0; left--, cell += size) {
      if (!isMarked(cell)) memory.fill(cell, 0, size);
    }
  }
  noteBooted();
}
