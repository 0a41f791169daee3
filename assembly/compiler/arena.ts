// The compiler's arena: bump allocation for syntax trees and scopes, all given back at once.
//
// Chunks are raw cells with pages of their own, behind a first one in static memory. The compiler
// never reaches a safepoint, so the collector never sees them. When the heap limit refuses a chunk,
// the arena remembers it and hands out scratch memory, round and round: nothing need be tested at
// each allocation. The parser notices arenaFailed() at the next token and stops. Later passes test
// it wherever they go on for long (a tree built of scratch memory may have circles) and at their
// end; then MemoryError is raised.
import { allocRaw, freeRaw } from "../heap/allocator";

/** Usual size of a chunk: two pages less their header. Unit: bytes. */
const CHUNK_BYTES: usize = 0x20000 - 1024;
/** Where allocations begin in a chunk; before it: address of the previous chunk. */
const CHUNK_HEADER: usize = 8;
/** Largest single allocation of arenaAlloc (larger ones: arenaBuffer). Unit: bytes. */
const LARGEST: usize = 1024;

/** What is handed out when there is no memory: more than the parser takes until it has stopped.
 *  Unit: bytes. */
export const SCRATCH_BYTES: usize = 65536;
export const SCRATCH: usize = memory.data(65536, 16);
/** The first chunk of every compilation: short sources need no other, and no memory of the heap. */
const FIRST: usize = memory.data(65536, 16);
const FIRST_BYTES: usize = 65536;
let scratchTop: usize = 0;

let chunk: usize = 0;
let top: usize = 0;
let limit: usize = 0;
/** Bytes that could not be had; 0: all is well. */
let refused: u32 = 0;

/** Zeroes what was handed out (heap/pack.ts). */
export function arenaClear(): void {
  memory.fill(SCRATCH, 0, SCRATCH_BYTES);
  memory.fill(FIRST, 0, FIRST_BYTES);
}

/** Address of `bytes` (at most 1024) zeroed bytes, aligned to 8. Never 0. */
export function arenaAlloc(bytes: usize): usize {
  const size = (bytes + 7) & ~7;
  const at = top;
  if (at + size > limit) return grow(size);
  top = at + size;
  memory.fill(at, 0, size);
  return at;
}

function grow(size: usize): usize {
  assert(size <= LARGEST);
  const fresh = refused == 0 ? allocRaw(CHUNK_BYTES) : 0;
  if (fresh == 0) {
    if (refused == 0) refused = <u32>CHUNK_BYTES;
    if (scratchTop + size > SCRATCH_BYTES) scratchTop = 0;
    const at = SCRATCH + scratchTop;
    scratchTop += size;
    memory.fill(at, 0, size);
    return at;
  }
  store<u32>(fresh, <u32>chunk);
  chunk = fresh;
  top = fresh + CHUNK_HEADER + size;
  limit = fresh + CHUNK_BYTES;
  memory.fill(fresh + CHUNK_HEADER, 0, size);
  return fresh + CHUNK_HEADER;
}

/** Address of `bytes` bytes of any number, contents undefined, that live as long as the arena. 0:
 *  the heap limit is reached (arenaFailed() then says so too). */
export function arenaBuffer(bytes: usize): usize {
  if (bytes <= LARGEST) {
    const at = arenaAlloc(bytes);
    return refused != 0 ? 0 : at;
  }
  const fresh = refused == 0 ? allocRaw(bytes + CHUNK_HEADER) : 0;
  if (fresh == 0) {
    if (refused == 0) refused = <u32>bytes;
    return 0;
  }
  // Linked behind the current chunk, which stays the one that is filled.
  if (chunk == 0) {
    store<u32>(fresh, 0);
    chunk = fresh;
  } else {
    store<u32>(fresh, load<u32>(chunk));
    store<u32>(chunk, <u32>fresh);
  }
  return fresh + CHUNK_HEADER;
}

/** Bytes that the heap limit refused since arenaBegin(); 0: all is well. */
export function arenaFailed(): u32 { return refused; }

/** Begins a compilation. Whatever an earlier one left is given back. */
export function arenaBegin(): void {
  arenaEnd();
  refused = 0;
  top = FIRST;
  limit = FIRST + FIRST_BYTES;
}

/** Gives everything back. */
export function arenaEnd(): void {
  while (chunk != 0) {
    const before = <usize>load<u32>(chunk);
    freeRaw(chunk);
    chunk = before;
  }
  top = limit = 0;
}
