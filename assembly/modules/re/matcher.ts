// re: the matcher. Backtracking with a stack of its own in linear memory: no recursion, so no
// pattern or text can overflow the Wasm stack. Charges fuel and can be interrupted.
//
// Registers hold the groups' positions, lastindex, and the counted loops. A change of a register
// puts its old value on the stack, among the alternatives still to be tried; failing takes entries
// off until one of them is an alternative. Positions are addresses in the text; 0: none.
//
// A stack entry has three words: kind and program address, and two by the kind.
import { allocRaw, freeRaw } from "../../heap/allocator";
import { chargeBytes, chargeFuel, chargeScan, chargeWork, isDue } from "../../heap/events";
import { addPackHook } from "../../heap/pack";
import { utf8Decode, utf8SequenceLength } from "../../core/utf8";
import { raiseNoMemory, interrupted } from "../../objects/errors";
import { findByte, findBytes } from "../../objects/str_search";
import * as P from "./program";
import { sameBytes } from "../../core/memory";

// Kinds of stack entries, in the low 3 bits of word 0; the rest of it is a place in the program
// (unit: words).
const OLD_VALUE: u32 = 1;
/** word 1: position. */
const ALTERNATIVE: u32 = 2;
/** A greedy REPEAT. word 1: least position, 2: present one. */
const SHORTER: u32 = 3;
/** A lazy REPEAT. word 1: position, 2: passes. */
const LONGER: u32 = 4;
/** Begin of a body of ASSERT, ATOMIC. word 1: position, 2: offset of the body around it. */
const BODY: u32 = 5;
/** A counted lazy loop that may do another pass. word 1: position. */
const ANOTHER_PASS: u32 = 6;

/** Room for most matches; more is taken from the heap. */
const FIRST_STACK: usize = memory.data(24576, 16);
const FIRST_STACK_BYTES: usize = 24576;
const ENTRY: usize = 12;

/** At boot. */
export function matcherInit(): void { addPackHook(clearStack); }
function clearStack(): void { memory.fill(FIRST_STACK, 0, FIRST_STACK_BYTES); }

let stack: usize = FIRST_STACK;
let stackEnd: usize = FIRST_STACK + 24576;

// What matchHere answers.
export const MATCHED: i32 = 1;
export const NO_MATCH: i32 = 0;
/** MemoryError or KeyboardInterrupt is pending. */
export const MATCH_RAISED: i32 = -1;

/** What is matched: the text from `subject` to `subjectEnd` (endpos); UTF-8, or bytes. */
let subject: usize = 0;
let subjectEnd: usize = 0;
let text: bool = true;
/** Registers: u32 each. */
let registers: usize = 0;
/** fullmatch: a match must end at subjectEnd. */
let whole: bool = false;
/** An empty match here is refused; 0: nowhere. */
let refuseEmptyAt: usize = 0;
/** End of the match. */
export let matchEnd: usize = 0;

/** Doubles the stack. Returns the new address of `top`, 0 with MemoryError pending. */
function growStack(top: usize): usize {
  const used = top - stack, bytes = (stackEnd - stack) << 1;
  const fresh = bytes > 0x40000000 ? 0 : allocRaw(bytes);
  if (fresh == 0) { raiseNoMemory(<u32>bytes); return 0; }
  memory.copy(fresh, stack, used);
  if (stack != FIRST_STACK) freeRaw(stack);
  stack = fresh;
  stackEnd = fresh + bytes;
  return fresh + used;
}
function dropStack(): void {
  if (stack != FIRST_STACK) freeRaw(stack);
  stack = FIRST_STACK;
  stackEnd = FIRST_STACK + FIRST_STACK_BYTES;
}
/** Prepares the matching of one text. `registerCount` words at `r`. */
export function matcherBegin(data: usize, bytes: u32, isText: bool, r: usize): void {
  subject = data;
  subjectEnd = data + bytes;
  text = isText;
  registers = r;
}
export function matcherEnd(): void { dropStack(); }

function isWordAt(p: usize, ascii: bool): bool {
  const c = text ? utf8Decode(p) : <u32>load<u8>(p);
  return P.inClass(ascii || !text ? P.CLASS_WORD | P.CLASS_ASCII : P.CLASS_WORD, c);
}
/** Address of the character before `p`. */
@inline function before(p: usize): usize {
  p--;
  if (text) while ((load<u8>(p) & 0xc0) == 0x80) p--;
  return p;
}
@inline function width(p: usize): usize {
  return text ? <usize>utf8SequenceLength(load<u8>(p)) : 1;
}
function atPlace(kind: u32, p: usize): bool {
  switch (kind) {
    case P.AT_BEGIN: return p == subject;
    case P.AT_LINE_BEGIN: return p == subject || load<u8>(p - 1) == 10;
    case P.AT_END: return p == subjectEnd;
    case P.AT_LAST_LINE_END: return p == subjectEnd || (p + 1 == subjectEnd && load<u8>(p) == 10);
    case P.AT_LINE_END: return p == subjectEnd || load<u8>(p) == 10;
    default: {
      const ascii = (kind & P.AT_ASCII) != 0;
      const a = p > subject && isWordAt(before(p), ascii), b = p < subjectEnd && isWordAt(p, ascii);
      // CPython 3.11: in an empty text there is no \\B either.
      return (a != b) == ((kind & 7) == P.AT_WORD) && subject != subjectEnd;
    }
  }
}
/** Position behind a repetition of the text from..to, 0: it is not there. */
function sameText(from: usize, to: usize, p: usize, anyCase: bool): usize {
  chargeBytes(to - from);
  if (!anyCase) {
    const n = to - from;
    if (p + n > subjectEnd || !sameBytes(from, p, n)) return 0;
    return p + n;
  }
  while (from < to) {
    if (p >= subjectEnd) return 0;
    const a = text ? utf8Decode(from) : <u32>load<u8>(from),
      b = text ? utf8Decode(p) : <u32>load<u8>(p);
    if (P.foldCase(a, text) != P.foldCase(b, text)) return 0;
    from += width(from);
    p += width(p);
  }
  return p;
}

/** Tries the program at `p`. MATCHED: groups are in the registers, the end in matchEnd. */
export function matchHere(program: usize, groupCount: i32, p: usize): i32 {
  const end = subjectEnd, regs = registers, isText = text;
  const start = p;
  let top = stack;
  let pc = program;
  let body: usize = 0;                          // offset + 1 of the innermost BODY entry; 0: none
  let steps: u32 = 0;
  while (true) {
    if ((++steps & 8191) == 0) {
      chargeFuel(8192);
      if (interrupted()) return MATCH_RAISED;
    }
    if (top + 4 * ENTRY > stackEnd) {
      top = growStack(top);
      if (top == 0) return MATCH_RAISED;
    }
    const code = load<u32>(pc);
    switch (code) {
      case P.CHAR: {
        const c = load<u32>(pc, 4);
        if (p < end && c < 128) {
          if (load<u8>(p) != <u8>c) break;
          p++;
          pc += 8;
          continue;
        }
      }
      // another character: as the others that match one
      case P.CHAR_ANY_CASE:
      case P.ANY:
      case P.ANY_ALL:
      case P.SET: {
        const q = p < end ? P.matchOne(pc, p, isText) : 0;
        if (q == 0) break;
        p = q;
        pc += code == P.SET ? <usize>load<u32>(pc, 4) << 2 : code < P.ANY ? 8 : 4;
        continue;
      }
      case P.REPEAT: {
        const min = load<u32>(pc, 4), max = load<u32>(pc, 8), mode = load<u32>(pc, 12);
        const one = pc + 20;
        let n: u32 = 0;
        let least = p;
        const wanted = mode == P.LAZY ? min : max;
        while (n < wanted && p < end) {
          const q = P.matchOne(one, p, isText);
          if (q == 0) break;
          p = q;
          n++;
          if (n == min) least = p;
        }
        if (n >= 64) {
          chargeWork(n >> 2);
          if (isDue() && interrupted()) return MATCH_RAISED;
        }
        if (n < min) break;
        if (mode == P.LAZY) {
          if (n < max) top = push(top, <u32>(pc - program), LONGER, <u32>p, n);
        } else if (mode == P.GREEDY && p > least) {
          store<u32>(top, <u32>(pc - program) << 1 | SHORTER);
          store<u32>(top, <u32>least, 4);
          store<u32>(top, <u32>p, 8);
          top += ENTRY;
        }
        pc = one + (<usize>P.instructionLength(one) << 2);
        continue;
      }
      case P.SPLIT:
        store<u32>(top, <u32>(pc + (<usize>load<i32>(pc, 4) << 2) - program) << 1 | ALTERNATIVE);
        store<u32>(top, <u32>p, 4);
        top += ENTRY;
        pc += 8;
        continue;
      case P.SPLIT_FAR:
        store<u32>(top, <u32>(pc + 8 - program) << 1 | ALTERNATIVE);
        store<u32>(top, <u32>p, 4);
        top += ENTRY;
        pc += <usize>load<i32>(pc, 4) << 2;
        continue;
      case P.JUMP: pc += <usize>load<i32>(pc, 4) << 2; continue;
      case P.SAVE: top = setRegister(top, load<u32>(pc, 4), <u32>p); pc += 8; continue;
      case P.CLOSE: {
        const group = load<u32>(pc, 4);
        top = setRegister(top, group * 2 + 1, <u32>p);
        top = setRegister(top, <u32>groupCount * 2 + 2, group);
        pc += 8;
        continue;
      }
      case P.LOOP_INIT: {
        const r = <u32>groupCount * 2 + 3 + load<u32>(pc, 4) * 2;
        top = setRegister(setRegister(top, r, 0), r + 1, 0);
        pc += 8;
        continue;
      }
      case P.LOOP: {
        // passes so far, and where the last one began
        const r = <u32>groupCount * 2 + 3 + load<u32>(pc, 4) * 2, at = regs + (<usize>r << 2);
        const passes = load<u32>(at);
        if (passes >= load<u32>(pc, 8)) {
          const exit = pc + (<usize>load<i32>(pc, 20) << 2);
          if (passes >= load<u32>(pc, 12) || load<u32>(at, 4) == <u32>p && passes != 0) {
            pc = exit;                          // enough, or the last pass matched nothing
            continue;
          }
          if (load<u32>(pc, 16) != P.GREEDY) {
            top = push(top, <u32>(pc - program), ANOTHER_PASS, <u32>p, 0);
            pc = exit;
            continue;
          }
          store<u32>(top, <u32>(exit - program) << 1 | ALTERNATIVE);
          store<u32>(top, <u32>p, 4);
          top += ENTRY;
        }
        top = setRegister(setRegister(top, r, passes + 1), r + 1, <u32>p);
        pc += 24;
        continue;
      }
      case P.BACKREF: {
        const at = regs + (<usize>load<u32>(pc, 4) << 3);
        const from = <usize>load<u32>(at), to = <usize>load<u32>(at, 4);
        if (isDue() && interrupted()) return MATCH_RAISED;
        const q = from == 0 || to == 0 ? 0 : sameText(from, to, p, load<u32>(pc, 8) != 0);
        if (q == 0) break;
        p = q;
        pc += 12;
        continue;
      }
      case P.AT:
        if (!atPlace(load<u32>(pc, 4), p)) break;
        pc += 8;
        continue;
      case P.ASSERT:
      case P.ASSERT_NOT: {
        let back = load<u32>(pc, 8), q = p;
        if (back == P.NO_STEP) back = 0;
        for (; back != 0 && q > subject; back--) q = before(q);
        if (back != 0) {                        // there is less text before
          if (code == P.ASSERT) break;
          pc = leads(pc, 4);
          continue;
        }
        top = push(top, <u32>(pc - program), BODY, <u32>p, <u32>body);
        body = top - stack;
        p = q;
        pc += 12;
        continue;
      }
      case P.ATOMIC:
        top = push(top, <u32>(pc - program), BODY, <u32>p, <u32>body);
        body = top - stack;
        pc += 8;
        continue;
      case P.END_BODY: {
        const entry = stack + body - ENTRY;
        const owner = program + (<usize>(load<u32>(entry) & ~7) >> 1);
        const kind = load<u32>(owner), position = <usize>load<u32>(entry, 4);
        body = <usize>load<u32>(entry, 8);
        if (kind == P.ASSERT_NOT) {
          // it matched: everything back, then failure
          while (top > entry) {
            top -= ENTRY;
            restore(top);
          }
          break;
        }
        // alternatives inside are given up, old values of registers stay
        let to = entry;
        for (let e = entry + ENTRY; e < top; e += ENTRY) {
          if ((load<u32>(e) & 7) != OLD_VALUE) continue;
          store<u64>(to, load<u64>(e));
          store<u32>(to, load<u32>(e, 8), 8);
          to += ENTRY;
        }
        top = to;
        if (kind == P.ASSERT) p = position;
        pc = leads(owner, 4);
        continue;
      }
      case P.IF_GROUP:
        if (load<u32>(regs + (<usize>load<u32>(pc, 4) << 3), 4) != 0) pc += 12;
        else pc = leads(pc, 8);
        continue;
      case P.MATCH:
        if ((whole && p != end) || (p == refuseEmptyAt && p == start)) break;
        matchEnd = p;
        chargeWork(2 + (steps >> 3));
        return MATCHED;
    }
    // back to the last alternative
    while (true) {
      if (top == stack) {
        chargeWork(steps >> 3);
        return NO_MATCH;
      }
      top -= ENTRY;
      const head = load<u32>(top), kind = head & 7, address = program + (<usize>(head & ~7) >> 1);
      const word = load<u32>(top, 4);
      if (kind == OLD_VALUE) {
        store<u32>(regs + <usize>(word << 2), load<u32>(top, 8));
        continue;
      }
      if (kind == ALTERNATIVE) {
        pc = address;
        p = <usize>word;
        break;
      }
      if (kind == SHORTER) {
        const least = <usize>word, one = address + 20;
        const behind = one + (<usize>P.instructionLength(one) << 2);
        p = before(<usize>load<u32>(top, 8));
        // where an ASCII character must follow, go back to one
        if (load<u32>(behind) == P.CHAR && load<u32>(behind, 4) < 128) {
          const c = <u8>load<u32>(behind, 4);
          while (p > least && load<u8>(p) != c) p--;
          if (isText) while (p > least && (load<u8>(p) & 0xc0) == 0x80) p--;
        }
        if (p > least) {
          store<u32>(top, <u32>p, 8);
          top += ENTRY;
        }
        pc = behind;
        break;
      }
      if (kind == LONGER) {
        const q = <usize>word < end ? P.matchOne(address + 20, <usize>word, isText) : 0;
        if (q == 0) continue;
        const n = load<u32>(top, 8) + 1;
        p = q;
        if (n < load<u32>(address, 8)) {
          store<u32>(top, <u32>p, 4);
          store<u32>(top, n, 8);
          top += ENTRY;
        }
        pc = address + 20;
        pc += <usize>P.instructionLength(pc) << 2;
        break;
      }
      if (kind == BODY) {
        body = <usize>load<u32>(top, 8);
        if (load<u32>(address) != P.ASSERT_NOT) continue;
        p = <usize>word;
        pc = leads(address, 4);
        break;
      }
      // ANOTHER_PASS of a lazy loop
      p = <usize>word;
      const r = <u32>groupCount * 2 + 3 + load<u32>(address, 4) * 2;
      top = setRegister(top, r, load<u32>(regs + (<usize>r << 2)) + 1);
      top = setRegister(top, r + 1, <u32>p);
      pc = address + 24;
      break;
    }
  }
}
/** Puts an entry on the stack, where nobody is in a hurry. `place`: in bytes from the program's
 *  beginning. */
function push(top: usize, place: u32, kind: u32, a: u32, b: u32): usize {
  store<u32>(top, place << 1 | kind);
  store<u32>(top, a, 4);
  store<u32>(top, b, 8);
  return top + ENTRY;
}
/** Where the instruction at `pc` leads to by its word at this byte. */
function leads(pc: usize, at: usize): usize {
  return pc + (<usize>load<i32>(pc + at) << 2);
}
/** Sets a register; its old value goes on the stack. */
@inline function setRegister(top: usize, r: u32, value: u32): usize {
  const at = registers + (<usize>r << 2);
  store<u32>(top, OLD_VALUE);
  store<u32>(top, r, 4);
  store<u32>(top, load<u32>(at), 8);
  store<u32>(at, value);
  return top + ENTRY;
}
/** Undoes one stack entry, if it is an old value. */
function restore(e: usize): void {
  if ((load<u32>(e) & 7) == OLD_VALUE)
    store<u32>(registers + <usize>(load<u32>(e, 4) << 2), load<u32>(e, 8));
}

/** What a search may begin with (made by firstBytes): 256 bits; prefix of literal bytes. */
@unmanaged export class SearchInfo {
  /** 1: `first` is of use. */
  filtered: u32;
  /** Bytes at `prefix` that each match begins with; 0: none. */
  prefixBytes: u32;
  prefix: u64;
  first0: u64;
  first1: u64;
  first2: u64;
  first3: u64;
}
export const SEARCH_INFO_BYTES: usize = 48;

function addFirst(info: usize, b: u32): void {
  const at = info + 16 + (b >> 3);
  store<u8>(at, load<u8>(at) | <u8>1 << (<u8>b & 7));
}
/** Adds the bytes that code at `pc` may begin with. False: anything, or nothing at all. */
function firstOf(pc: usize, info: usize, isText: bool, rounds: i32): bool {
  for (let k = 0; k < 64; k++) {
    switch (load<u32>(pc)) {
      case P.CHAR: case P.CHAR_ANY_CASE: case P.SET: case P.ANY: case P.ANY_ALL:
        singleFirst(pc, info, isText);
        return true;
      case P.REPEAT: {
        singleFirst(pc + 20, info, isText);
        if (load<u32>(pc, 4) > 0) return true;
        pc += 20;
        pc += <usize>P.instructionLength(pc) << 2;
        break;
      }
      case P.SPLIT: case P.SPLIT_FAR:
        if (rounds > 12 || !firstOf(leads(pc, 4), info, isText, rounds + 1))
          return false;
        pc += 8;
        break;
      case P.JUMP: pc = leads(pc, 4); break;
      case P.SAVE: case P.ATOMIC: case P.LOOP_INIT: case P.AT: pc += 8; break;
      case P.LOOP:
        if (load<u32>(pc, 8) == 0) return false;
        pc += 24;
        break;
      default: return false;
    }
  }
  return false;
}
function singleFirst(pc: usize, info: usize, isText: bool): void {
  // ASCII bytes by trial; beyond it any lead byte of UTF-8 may begin a match
  const limit: u32 = isText ? 128 : 256;
  for (let b: u32 = 0; b < limit; b++) {
    store<u32>(TRIAL, b);
    if (P.matchOne(pc, TRIAL, isText) != 0) addFirst(info, b);
  }
  if (!isText) return;
  if (load<u32>(pc) == P.CHAR && load<u32>(pc, 4) < 128) return;
  for (let b: u32 = 0xc2; b < 0xf5; b++) addFirst(info, b);
}
const TRIAL: usize = memory.data(8, 8);
/** Works out what a match may begin with. */
export function analyse(program: usize, info: SearchInfo, isText: bool): void {
  const at = changetype<usize>(info);
  memory.fill(at, 0, SEARCH_INFO_BYTES);
  info.filtered = firstOf(program, at, isText, 0) ? 1 : 0;
  // literal characters at the beginning
  let pc = program;
  let n: u32 = 0;
  while (n < 8) {
    if (load<u32>(pc) == P.SAVE) { pc += 8; continue; }
    if (load<u32>(pc) != P.CHAR || load<u32>(pc, 4) > 127) break;
    store<u8>(at + 8 + n, <u8>load<u32>(pc, 4));
    n++;
    pc += 8;
  }
  info.prefixBytes = n;
}

/** Begin of the match that search found. */
export let matchBegin: usize = 0;
/** Looks for a match that begins at `p` or later. `search` false: only at `p`. `full`: it must end
 *  at the end of the text. `noEmpty`: not an empty one at `p`. `registerWords`: all registers, set
 *  to 0 before each try. */
export function findMatch(program: usize, groupCount: i32, registerWords: u32, info: SearchInfo,
  p: usize,
  search: bool, full: bool, noEmpty: bool): i32 {
  whole = full;
  refuseEmptyAt = noEmpty ? p : 0;
  const filtered = info.filtered != 0, bits = changetype<usize>(info) + 16;
  const prefixBytes = <i32>info.prefixBytes;
  let skipped: u32 = 0;
  while (true) {
    if (search) {
      if (prefixBytes > 1) {
        const at = findBytes(p, <i32>(subjectEnd - p), changetype<usize>(info) + 8, prefixBytes, 0);
        if (at < 0) return NO_MATCH;
        p += <usize>at;
      } else if (prefixBytes == 1) {
        const at = findByte(p, <i32>(subjectEnd - p), load<u8>(changetype<usize>(info), 8));
        if (at < 0) return NO_MATCH;
        p += <usize>at;
      } else if (filtered) {
        const from = p;
        while (p < subjectEnd && !(load<u8>(bits + (load<u8>(p) >> 3)) & (1 << (load<u8>(p) & 7))))
        p++;
        chargeScan(p - from);
        if (p >= subjectEnd) return NO_MATCH;
      }
    }
    memory.fill(registers, 0, <usize>registerWords << 2);
    const r = matchHere(program, groupCount, p);
    if (r != NO_MATCH) { matchBegin = p; return r; }
    if (!search || p >= subjectEnd) return NO_MATCH;
    p += width(p);
    if ((++skipped & 1023) == 0) {
      chargeFuel(256);
      if (interrupted()) return MATCH_RAISED;
    }
  }
}
