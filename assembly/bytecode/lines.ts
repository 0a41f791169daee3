// Line tables of code objects: which source line each opcode stands on.
//
// Code for .mpy files has MicroPython's packing, in which lines only grow (docs/mpy-format.md 4.4).
// Code that runs here (CODE_PRIVATE) has one of its own, in which they are exact, for tracebacks
// and the debugger: entries of two vuints, the bytes since the entry before and the change of the
// line (zigzag: n << 1, or ~n << 1 | 1 if less than 0). The top of a loop has an entry even if the
// line stays the same. Before the first entry the line is 1.
import { Bytes, vuint } from "./bytes";
import { CodeObject, CODE_PRIVATE } from "./code";

let at: usize = 0;
let end: usize = 0;
let exact: bool = false;
/** The entry read last: first byte of code that it holds for, and the line. */
export let entryOffset: u32 = 0;
export let entryLine: u32 = 0;
/** The entry is there for its own sake: a new visit of the line begins here. */
export let entryForced: bool = false;

/** Begins to read the table of `c`. */
export function entriesBegin(c: CodeObject): void {
  at = c.lines;
  end = at + c.linesLength;
  exact = (c.codeFlags & CODE_PRIVATE) != 0;
  entryOffset = 0;
  entryLine = 1;
}
/** Reads the next entry. False: there are no more. */
export function nextEntry(): bool {
  if (at >= end) return false;
  if (exact) {
    Bytes.at = at;
    Bytes.end = end;
    entryOffset += vuint();
    const n = vuint();
    at = Bytes.at;
    entryLine += n & 1 ? ~(n >> 1) : n >> 1;
    entryForced = n == 0;
    return true;
  }
  entryForced = false;
  const b = <u32>load<u8>(at++);
  if (b & 0x80) {
    entryOffset += b & 15;
    entryLine += (b << 4 & 0x700) | (at < end ? <u32>load<u8>(at++) : 0);
  } else {
    entryOffset += b & 31;
    entryLine += b >> 5;
  }
  return true;
}
