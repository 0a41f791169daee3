// heap: allocation by size classes and pages, limits, collection.
import {
  LARGEST_CELL, allocObject, allocRaw, allocRawZeroed, cellBytes, freeRaw, heapInit,
  refusedBytes, resizeRaw, setHeapLimit, setPoison,
} from "../../assembly/heap/allocator";
import { collect, markObject, markRaw } from "../../assembly/heap/collector";
import { rootsMark, keep, release } from "../../assembly/heap/roots";
import { TYPE_BYTES, KLASS_TYPE } from "../../assembly/heap/header";
import { EVENT_COLLECT, eventsPending, clearEvent } from "../../assembly/heap/events";

/** A type with one child at offset 8 and a raw cell at 12. */
const NODE_TYPE: usize = memory.data(TYPE_BYTES, 16);
function markNode(address: usize): void {
  markObject(load<u32>(address, 8));
  markRaw(load<u32>(address, 12));
}
function node(child: usize): usize {
  const n = allocObject(16);
  store<u32>(n, <u32>NODE_TYPE);
  store<u32>(n, 0, 4);
  store<u32>(n, <u32>child, 8);
  store<u32>(n, 0, 12);
  return n;
}

// AssemblyScript's allocator takes all memory that is there at its first use: before the core takes pages of its own.
export const first = new ArrayBuffer(16);
heapInit();
store<u32>(NODE_TYPE, <u32>NODE_TYPE);
store<u32>(NODE_TYPE, <u32>NODE_TYPE, KLASS_TYPE);
store<u32>(NODE_TYPE, (markNode as (address: usize) => void).index, 12);

describe("allocation", () => {
  test("gives aligned cells that do not overlap", () => {
    let last: usize = 0;
    for (let bytes: usize = 1; bytes < 3000; bytes += 37) {
      const a = allocRaw(bytes), b = allocRaw(bytes);
      expect(a & 15).toBe(0);
      expect(a).not.toBe(b);
      expect(cellBytes(a)).toBeGreaterThanOrEqual(bytes);
      memory.fill(a, 1, bytes);
      memory.fill(b, 2, bytes);
      expect(load<u8>(a + bytes - 1)).toBe(1);
      last = b;
    }
    expect(last).not.toBe(0);
  });
  test("takes a freed raw cell again", () => {
    const a = allocRaw(100);
    freeRaw(a);
    expect(allocRaw(100)).toBe(a);
  });
  test("gives large cells pages of their own", () => {
    const a = allocRaw(LARGEST_CELL + 1), b = allocRaw(1 << 20);
    expect(cellBytes(b)).toBeGreaterThanOrEqual(1 << 20);
    memory.fill(b, 7, 1 << 20);
    freeRaw(b);
    freeRaw(a);
    expect(allocRaw(1 << 20)).not.toBe(0);
  });
  test("zeroes when asked", () => {
    const a = allocRaw(64);
    memory.fill(a, 0xff, 64);
    freeRaw(a);
    const b = allocRawZeroed(64);
    for (let i: usize = 0; i < 64; i++) expect(load<u8>(b + i)).toBe(0);
  });
  test("resizes with the contents", () => {
    const a = allocRaw(32);
    for (let i: usize = 0; i < 32; i++) store<u8>(a + i, <u8>i);
    const b = resizeRaw(a, 32, 50000);
    for (let i: usize = 0; i < 32; i++) expect(load<u8>(b + i)).toBe(<u8>i);
    freeRaw(b);
  });
});

describe("collection", () => {
  test("keeps what is reachable and frees the rest", () => {
    const base = rootsMark();
    let chain: usize = 0;
    for (let i = 0; i < 1000; i++) chain = node(chain);
    keep(<u64>chain);
    for (let i = 0; i < 5000; i++) node(0);
    const live = collect();
    expect(live).toBeGreaterThanOrEqual(16000);
    let length = 0;
    for (let n = chain; n != 0; n = load<u32>(n, 8)) {
      expect(load<u32>(n)).toBe(<u32>NODE_TYPE);
      length++;
    }
    expect(length).toBe(1000);
    release(base);
    expect(collect()).toBeLessThan(live);
  });
  test("follows a chain of any length without the Wasm stack", () => {
    const base = rootsMark();
    let chain: usize = 0;
    for (let i = 0; i < 100000; i++) chain = node(chain);
    keep(<u64>chain);
    expect(collect()).toBeGreaterThanOrEqual(1600000);
    release(base);
    collect();
  });
  test("frees cycles", () => {
    const before = collect();
    const a = node(0), b = node(a);
    store<u32>(a, <u32>b, 8);
    expect(collect()).toBe(before);
  });
  test("keeps raw cells that an object owns", () => {
    const base = rootsMark();
    const n = node(0);
    keep(<u64>n);
    const raw = allocRaw(48);
    store<u32>(n, <u32>raw, 12);
    memory.fill(raw, 0x5a, 48);
    setPoison(true);
    collect();
    for (let i = 0; i < 2000; i++) memory.fill(allocRaw(48), 0xee, 48);
    setPoison(false);
    expect(load<u8>(raw + 47)).toBe(0x5a);
    release(base);
  });
  test("is asked for when much has been allocated", () => {
    collect();
    clearEvent(EVENT_COLLECT);
    for (let i = 0; i < 400000; i++) node(0);
    expect(eventsPending() & EVENT_COLLECT).toBe(EVENT_COLLECT);
    collect();
    expect(eventsPending() & EVENT_COLLECT).toBe(0);
  });
});

describe("the heap limit", () => {
  test("refuses what goes beyond and recovers", () => {
    collect();
    setHeapLimit(2 << 20);
    expect(allocRaw(4 << 20)).toBe(0);
    expect(refusedBytes).toBe(4 << 20);
    let cells = 0;
    while (cells < 1000000 && node(0) != 0) cells++;
    expect(cells).toBeLessThan(1000000);
    collect();
    expect(node(0)).not.toBe(0);
    setHeapLimit(64 << 20);
    expect(allocRaw(4 << 20)).not.toBe(0);
  });
});
