// re: writing the program of a pattern (program.ts). What comes before code that is there already -
// a loop's header, a jump over it - is written behind it and moved back.
//
// A lack of memory is noted in the Text; nothing is written from then on.
import { simpleLower, simpleUpper } from "../../core/unicode";
import { Text, textNew } from "../../objects/text";
import { isLetter } from "./reader";
import * as P from "./program";

/** The program; units of 4 bytes. */
let code: Text = changetype<Text>(0);
/** Counted loops so far. */
export let loops: i32 = 0;

export function codeBegin(): void {
  code = textNew();
  loops = 0;
}
/** The program, which the caller drops. */
export function codeText(): Text { return code; }
/** Number of words so far. */
export function here(): u32 { return code.length >> 2; }
export function emit(word: u32): void {
  const to = code.reserve(4);
  if (to == 0) return;
  store<u32>(to, word);
  code.length += 4;
}
export function emit2(a: u32, b: u32): void { emit(a); emit(b); }
export function emit3(a: u32, b: u32, c: u32): void { emit2(a, b); emit(c); }
function address(i: u32): usize { return code.data + (<usize>i << 2); }
export function word(i: u32): u32 { return load<u32>(address(i)); }
export function patch(i: u32, value: u32): void {
  if (code.failed == 0) store<u32>(address(i), value);
}
/** Makes word `i` of the instruction at `start` lead to here. */
export function land(start: u32, i: u32): void { patch(start + i, here() - start); }
/** Moves the last `n` words, at most 8, to `start`. */
function moveBack(start: u32, n: u32): void {
  if (code.reserve(32) == 0) return;
  const to = address(start), end = address(here()), bytes = <usize>n << 2;
  memory.copy(end, end - bytes, bytes);
  memory.copy(to + bytes, to, end - bytes - to);
  memory.copy(to, end, bytes);
}
/** Puts an instruction before the code from `start` on whose operand leads behind it. */
export function insertJump(start: u32, instruction: u32): void {
  emit2(instruction, here() + 2 - start);
  moveBack(start, 2);
}

// ---- sets ----

/** Begins a SET of `count` members (P.SET_HEADER). Returns its place. */
export function beginSet(flags: u32, count: u32): u32 {
  const start = here();
  emit3(P.SET, 0, flags);
  for (let i = 0; i < 8; i++) emit(0);
  emit(count);
  return start;
}
/** `unicode`: letters fold by Unicode. */
export function endSet(start: u32, unicode: bool): void {
  if (code.failed != 0) return;
  land(start, 1);
  P.fillSet(address(start), unicode);
}
/** A class of characters by itself. */
export function emitClass(kind: u32): void {
  const start = beginSet(0, 1);
  emit2(P.CLASS_MEMBER, kind);
  endSet(start, false);
}
/** A character; with `anyCase` also in its other cases. `isText`: of str. */
export function emitChar(c: u32, anyCase: bool, isText: bool, unicode: bool): void {
  if (anyCase) {
    const folded = P.foldCase(c, unicode);
    if (isText && !unicode) {
      // matchOne folds characters of a str by Unicode; an ASCII fold wants a set of the two letters
      if (folded - 97 < 26) {
        const start = beginSet(0, 2);
        emit2(folded, folded);
        emit2(folded - 32, folded - 32);
        endSet(start, false);
        return;
      }
    } else if (unicode ? simpleUpper(c) != c || simpleLower(c) != c : isLetter(c)) {
      emit2(P.CHAR_ANY_CASE, folded);
      return;
    }
  }
  emit2(P.CHAR, c);
}

// ---- repeats ----

/** Repeats the code from `start` on. `empty`: it may match nothing. */
export function emitRepeat(start: u32, min: u32, max: u32, mode: u32, empty: bool): void {
  if (code.failed != 0) return;
  const length = here() - start;
  if (word(start) <= P.LAST_SINGLE && P.instructionLength(address(start)) == length) {
    emit3(P.REPEAT, min, max);
    emit2(mode, 5);
    moveBack(start, 5);
  } else if (mode == P.POSSESSIVE) {
    emitRepeat(start, min, max, P.GREEDY, empty);
    emit(P.END_BODY);
    insertJump(start, P.ATOMIC);
  } else if (max == 1) {
    if (min == 0) insertJump(start, mode == P.LAZY ? P.SPLIT_FAR : P.SPLIT);
  } else if (max == P.NO_LIMIT && min <= 1 && !empty) {
    if (min == 1) {
      emit2(mode == P.LAZY ? P.SPLIT : P.SPLIT_FAR, -length);
    } else {
      emit2(P.JUMP, -length - 2);
      insertJump(start, mode == P.LAZY ? P.SPLIT_FAR : P.SPLIT);
    }
  } else {
    const loop = loops++;
    emit2(P.LOOP_INIT, loop);
    emit3(P.LOOP, loop, min);
    emit3(max, mode, length + 8);
    moveBack(start, 8);
    emit2(P.JUMP, -length - 6);
  }
}
