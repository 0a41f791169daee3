// What the booted image (tools/image.mjs) leaves out because it follows from the rest.
//
// sleep() is the build's last call: it replaces the interned strs by a list of their texts, and drops hashes and indices
// of dicts. wake() runs when an instance starts and makes them again, at the same addresses: about 0.1 ms, and
// hashes, which nothing can compress, cost nothing in the file.
//
//  list, in the compiler's scratch memory, ordered by address:  step, bytes + 1, text | step, 0 | ... | 0
//  step: distance from the previous str in units of 16 bytes; 0 ends the list. 0 instead of bytes + 1: the str stands as
//  it is. Numbers are of 7 bits a byte, lowest first.
import { SCRATCH, SCRATCH_BYTES } from "../compiler/arena";
import { PAGE_KINDS, PAGE_OBJECTS, BLOCK_HEADER, Block, firstPage, endPage, cellClassBytes, blocksSleep } from "../heap/allocator";
import { klassOf } from "../heap/header";
import {
  StrObject, STR_INLINE, STR_INTERNED, STR_ASCII, staticStr, internTable, internTableWords, internForget, internWoken,
} from "../objects/str";
import { TableObject, DICT_TYPE, SET_TYPE, FROZENSET_TYPE, tableSleep, tableWake } from "../objects/table";

let at: usize = 0;

function putNumber(n: u32): void {
  for (; n > 127; n >>= 7) store<u8>(at++, <u8>(n | 128));
  store<u8>(at++, <u8>n);
}
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

/** Prepares memory for the image: at build time, after the last collection. Returns the bytes of the list. */
export function sleep(): u32 {
  blocksSleep();
  forTables(true);
  // the addresses, sorted, in the upper half of the scratch memory
  const sorted = SCRATCH + SCRATCH_BYTES / 2;
  const table = internTable(), words = internTableWords();
  let count: usize = 0;
  for (let i: usize = 0; i < words; i++) {
    const address = load<u32>(table + (i << 2));
    if (address < 2) continue;
    let to = sorted + (count << 2);
    for (; to != sorted && load<u32>(to - 4) > address; to -= 4) store<u32>(to, load<u32>(to - 4));
    store<u32>(to, address);
    count++;
  }
  at = SCRATCH;
  let previous: usize = 0;
  for (let i: usize = 0; i < count; i++) {
    const address = <usize>load<u32>(sorted + (i << 2));
    const s = changetype<StrObject>(address), bytes = s.lengthBytes;
    putNumber(<u32>(address - previous >> 4));
    previous = address;
    if (s.data != address + STR_INLINE || s.flags != (STR_ASCII | STR_INTERNED)) { putNumber(0); continue; }
    putNumber(bytes + 1);
    memory.copy(at, s.data, bytes);
    at += bytes;
    memory.fill(address, 0, STR_INLINE + bytes);
  }
  putNumber(0);
  const length = at - SCRATCH;
  if (at > sorted || count << 2 > SCRATCH_BYTES / 2) unreachable();
  memory.fill(sorted, 0, SCRATCH_BYTES / 2);
  internForget();
  return <u32>length;
}

/** Makes again what sleep() dropped. The image's start function. */
export function wake(): void {
  at = SCRATCH;
  let address: usize = 0;
  while (true) {
    const step = number();
    if (step == 0) break;
    address += <usize>step << 4;
    const bytes = number();
    if (bytes != 0) {
      staticStr(address, at, bytes - 1);
      at += bytes - 1;
    }
    internWoken(changetype<StrObject>(address));
  }
  memory.fill(SCRATCH, 0, at - SCRATCH);
  forTables(false);
}

/** All dicts and sets: drops what wake() makes again, or makes it. */
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
      if (drop) tableSleep(changetype<TableObject>(cell)); else tableWake(changetype<TableObject>(cell));
    }
  }
}
