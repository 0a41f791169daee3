// objectNew: a new object with its header, or MemoryError, for the many makers of objects that
// nobody is in a hurry for.
import { Header } from "../heap/header";
import { allocObject, allocRaw, cellBytes } from "../heap/allocator";
import { raiseNoMemory } from "./errors";

/** Address of a new object of a type: `bytes` long, contents behind the header undefined. 0 with
 *  MemoryError pending. */
export function objectNew(type: usize, bytes: usize): usize {
  const o = changetype<Header>(allocObject(bytes));
  if (changetype<usize>(o) == 0) raiseNoMemory(<u32>bytes);
  else {
    o.klass = type;
    o.flags = 0;
  }
  return changetype<usize>(o);
}
/** The same, with zeros behind the header. */
export function objectZeroed(type: usize, bytes: usize): usize {
  const o = objectNew(type, bytes);
  if (o != 0) memory.fill(o + offsetof<Header>(), 0, bytes - offsetof<Header>());
  return o;
}
/** allocRaw (heap/allocator.ts). 0 with MemoryError pending. */
export function rawNew(bytes: usize): usize {
  const cell = allocRaw(bytes);
  if (cell == 0) raiseNoMemory(<u32>bytes);
  return cell;
}
/** Exchanges what two objects of one type hold behind their headers; for types that keep their
 *  contents out of line. */
export function swapContents(a: usize, b: usize): void {
  let bytes = cellBytes(a);
  if (cellBytes(b) < bytes) bytes = cellBytes(b);
  for (let at = offsetof<Header>(); at < bytes; at += 8) {
    const x = load<u64>(a + at);
    store<u64>(a + at, load<u64>(b + at));
    store<u64>(b + at, x);
  }
}
