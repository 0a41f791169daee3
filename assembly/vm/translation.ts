// What the parts of the translator share: the function being translated, its registers, and where
// the walk is.
import { allocRaw, allocRawZeroed, freeRaw } from "../heap/allocator";
import { CodeObject, CodeContext, CODE_VARARGS, CODE_VARKEYWORDS } from "../bytecode/code";
import { Op as B } from "../bytecode/opcodes";
import { TupleObject } from "../objects/tuple";
import { NONE } from "../objects/singletons";
import { decodeBegin, decode, opcode, operand, operand2, next } from "./decode";
import * as A from "./analysis";
import * as E from "./emit";

/** Field of the result register, as byte offset in the instruction. */
export const FIELD_A: u32 = 2;
export const FIELD_B: u32 = 4;
export const FIELD_C: u32 = 6;
/** No register. */
export const NO_REGISTER: u32 = 0xffff;

// the function being translated
export let source: CodeObject = changetype<CodeObject>(0);
export let names: TupleObject = changetype<TupleObject>(0);
export let objects: TupleObject = changetype<TupleObject>(0);
export let childCount: u32 = 0;
export let locals: u32 = 0;
export let arguments_: u32 = 0;
export let free: u32 = 0;
/** First of the two registers of block level 0. They lie below the value stack: a callee's frame
 *  begins in that, and may reach over all that is above its arguments. */
export let levelBase: u32 = 0;
/** A register above the value stack, free while entries are exchanged. */
export let scratch: u32 = 0;
/** Offset of the opcode being translated. */
export let here: u32 = 0;
/** Instruction index by bytecode offset. */
export let places: usize = 0;
/** Handler rows by block number: begin, end (instruction indices). */
export let ranges: usize = 0;
/** Exits through finally blocks: block, target (bytecode offset), blocks still to leave;
 *  EXIT_RETURN. */
export const exits = changetype<E.Rows>(memory.data(16, 8));
export const EXIT_RETURN: u32 = 0xffffffff;

/** Offset of the opcode after the one being translated (peeking may move it). */
export let following: u32 = 0;

/** Moves the walk: to the opcode at `at`. */
export function setHere(at: u32): void { here = at; }
/** Opcodes up to `at` belong to the one being translated. */
export function setFollowing(at: u32): void { following = at; }
/** Sets the places of registers above the locals, when the code has been looked through. */
export function setRegisters(): void {
  levelBase = locals;
  scratch = locals + 2 * A.deepestLevel + A.deepest + 2;
}
/** Room for the tables of a walk over `bytes` bytes of code. False: no memory. */
export function tablesBegin(bytes: u32): bool {
  places = allocRaw((<usize>bytes + 1) << 2);
  ranges = allocRawZeroed((<usize>A.blockCount + 1) << 3);
  exits.rowBytes = 16;
  exits.room = 16;
  exits.count = 0;
  exits.at = allocRaw(16 * 16);
  return places != 0 && ranges != 0 && exits.at != 0;
}
export function tablesEnd(): void {
  freeRaw(places);
  freeRaw(ranges);
  freeRaw(exits.at);
}

/** Begins the translation of `c`. */
export function translationBegin(c: CodeObject): void {
  source = c;
  const context = changetype<CodeContext>(c.context);
  names = changetype<TupleObject>(context.names);
  objects = changetype<TupleObject>(context.constants);
  childCount = c.children == 0 ? 0 : changetype<TupleObject>(c.children).length;
  free = c.freeVariables;
  arguments_ = c.positional - free + c.keywordOnly + (c.codeFlags & CODE_VARARGS ? 1 : 0)
    + (c.codeFlags & CODE_VARKEYWORDS ? 1 : 0);
  locals = c.localCount != 0xffffffff ? c.localCount : countLocals(c);
  if (locals < free + arguments_) locals = free + arguments_;
}
/** Highest local that the code names, plus one. */
function countLocals(c: CodeObject): u32 {
  let count: u32 = 0;
  decodeBegin(c.code, c.codeLength);
  for (let at: u32 = 0; decode(at); at = next) {
    switch (opcode) {
      case B.LOAD_FAST_N:
        case B.STORE_FAST_N: case B.DELETE_FAST: case B.LOAD_DEREF: case B.STORE_DEREF:
      case B.DELETE_DEREF:
        if (operand >= count) count = operand + 1;
        break;
      case B.LOAD_CLASS_DEREF:
        if (operand2 >= count) count = operand2 + 1;
        break;
      default:
    }
  }
  for (let i: u32 = 0; i < c.cellCount; i++) {
    const cell = <u32>load<u16>(c.cells + (<usize>i << 1));
    if (cell >= count) count = cell + 1;
  }
  return count;
}
/** Register of a local: the arguments come first, then the free variables. */
export function localRegister(i: u32): u32 {
  return i < free ? arguments_ + i : i < free + arguments_ ? i - free : i;
}
export function keepRegister(block: u32): u32 { return levelBase + 2 * A.blockLevel(block); }
export function pendingRegister(block: u32): u32 { return levelBase + 2 * A.blockLevel(block) + 1; }
export function nameConstant(q: u32): u32 {
  if (q >= names.length) { E.fail(); return 0; }
  return E.constantOf(names.at(q));
}
export function nameAddress(q: u32): usize {
  if (q >= names.length) { E.fail(); return 0; }
  return <usize>names.at(q);
}
export function localName(i: u32): u32 {
  const all = changetype<TupleObject>(source.localNames);
  return E.constantOf(source.localNames != 0 && i < all.length ? all.at(i) : NONE);
}
