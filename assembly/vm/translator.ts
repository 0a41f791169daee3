// The translator: bytecode of a CodeObject to register code, once, at the first call.
//
// A walk over the reachable opcodes in address order, with a picture of the value stack (values.ts) in which
// loads of locals and constants are not carried out but forwarded to their use. What becomes one instruction:
// compare and branch, the head of a counting loop, an operation and the store of its result into a local.
// SETUP_* and POP_EXCEPT_JUMP become rows of a static handler table: entering a try costs nothing. Leaving
// blocks by return, break or continue is resolved here as well (exits through finally blocks are numbered).
//
// Registers: arguments, free variables (cells), other locals, value stack, then two for each nesting level of
// exception blocks (the exception being handled; a return value on its way), one for scratch.
import { isSmallInt, smallInt } from "../core/value";
import { allocObject, allocRaw, allocRawZeroed, freeRaw } from "../heap/allocator";
import { CodeObject, CodeContext, CODE_GENERATOR, CODE_VARARGS, CODE_VARKEYWORDS, CODE_COROUTINE,
  CODE_ASYNC_GENERATOR, CODE_FROM_FILE } from "../bytecode/code";
import { entriesBegin, nextEntry, entryOffset, entryLine, entryForced } from "../bytecode/lines";
import { unpackCode } from "../bytecode/packed";
import { Op as B, BinaryOp } from "../bytecode/opcodes";
import { TupleObject } from "../objects/tuple";
import { raise, raiseNoMemory, RuntimeError } from "../objects/errors";
import { NONE, TRUE, FALSE } from "../objects/singletons";
import { Op } from "./ops";
import { IMMEDIATES } from "./operators";
import { noteCode } from "./globals";
import { noteTranslated } from "./debug";
import { RegisterCode, REGISTER_CODE_TYPE, ENTRY_COMPLEX, HANDLER_ROW, HANDLER_BEGIN, HANDLER_END,
  HANDLER_TARGET, HANDLER_REGISTER, HANDLER_KEEP, HANDLER_LEVEL,
  HANDLER_FINALLY, CACHE_UNITS } from "./register_code";
import { decodeBegin, decode, opcode, operand, operand2, number, target, next } from "./decode";
import * as A from "./analysis";
import * as V from "./values";
import * as E from "./emit";

/** Field of the result register, as byte offset in the instruction. */
const FIELD_A: u32 = 2;
const FIELD_B: u32 = 4;
const FIELD_C: u32 = 6;
/** No register. */
const NO_REGISTER: u32 = 0xffff;

// the function being translated
let source: CodeObject = changetype<CodeObject>(0);
let names: TupleObject = changetype<TupleObject>(0);
let objects: TupleObject = changetype<TupleObject>(0);
let childCount: u32 = 0;
let locals: u32 = 0;
let arguments_: u32 = 0;
let free: u32 = 0;
/** First of the two registers of block level 0. They lie below the value stack: a callee's frame begins in that, and may
 *  reach over all that is above its arguments. */
let levelBase: u32 = 0;
/** A register above the value stack, free while entries are exchanged. */
let scratch: u32 = 0;
/** Offset of the opcode being translated. */
let here: u32 = 0;
/** Instruction index by bytecode offset. */
let places: usize = 0;
/** Handler rows by block number: begin, end (instruction indices). */
let ranges: usize = 0;
/** Exits through finally blocks: block, target (bytecode offset), blocks still to leave; EXIT_RETURN. */
const exits = changetype<E.Rows>(memory.data(16, 8));
const EXIT_RETURN: u32 = 0xffffffff;

/** The register code of `c`, made if need be. 0 with RuntimeError (damaged code) or MemoryError pending. */
export function translate(c: CodeObject): RegisterCode {
  if (c.registerCode != 0) return changetype<RegisterCode>(c.registerCode);
  if (!unpackCode(c)) return changetype<RegisterCode>(0);
  begin(c);
  let result = changetype<RegisterCode>(0);
  if (A.analyse(c.code, c.codeLength, locals)) {
    if (locals + A.deepest + 2 * A.deepestLevel + 8 > 0xff00) {
      raise(RuntimeError, "function too large");
    } else {
      levelBase = locals;
      scratch = locals + 2 * A.deepestLevel + A.deepest + 2;
      markLoops();
      if (A.analyseAssignment(free + arguments_)) {
        E.emitBegin(c.codeLength > 20000);
        places = allocRaw((<usize>c.codeLength + 1) << 2);
        ranges = allocRawZeroed((<usize>A.blockCount + 1) << 3);
        exits.rowBytes = 16;
        exits.room = 16;
        exits.count = 0;
        exits.at = allocRaw(16 * 16);
        if (places != 0 && ranges != 0 && exits.at != 0
          && V.valuesBegin(A.deepest, locals + 2 * A.deepestLevel, scratch)) {
          walk();
          E.resolveJumps(places);
          if (!E.emitFailed) result = finish();
          else if (E.code.at == 0) raiseNoMemory(c.codeLength);
          else raise(RuntimeError, "function too large");
        } else {
          raiseNoMemory(c.codeLength);
        }
        V.valuesEnd();
        freeRaw(places);
        freeRaw(ranges);
        freeRaw(exits.at);
        E.emitEnd();
      }
      A.assignmentEnd();
    }
  }
  A.analysisEnd();
  if (changetype<usize>(result) != 0) { c.registerCode = changetype<usize>(result); noteCode(result); noteTranslated(result); }
  return result;
}

function begin(c: CodeObject): void {
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
      case B.LOAD_FAST_N: case B.STORE_FAST_N: case B.DELETE_FAST: case B.LOAD_DEREF: case B.STORE_DEREF:
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
function localRegister(i: u32): u32 {
  return i < free ? arguments_ + i : i < free + arguments_ ? i - free : i;
}
function keepRegister(block: u32): u32 { return levelBase + 2 * A.blockLevel(block); }
function pendingRegister(block: u32): u32 { return levelBase + 2 * A.blockLevel(block) + 1; }
function nameConstant(q: u32): u32 {
  if (q >= names.length) { E.fail(); return 0; }
  return E.constantOf(names.at(q));
}
function nameAddress(q: u32): usize {
  if (q >= names.length) { E.fail(); return 0; }
  return <usize>names.at(q);
}
function localName(i: u32): u32 {
  const all = changetype<TupleObject>(source.localNames);
  return E.constantOf(source.localNames != 0 && i < all.length ? all.at(i) : NONE);
}

// ---- counting loops ----

/** Where the loop at the top goes on after its variable was stored; 0: no counting loop ends at `at`. The loop's
 *  end is: step, +=, test. Sets the loop* variables. */
let loopTop: u32 = 0;
let loopAfterStore: u32 = 0;
let loopLocal: u32 = 0;
let loopStep: i32 = 0;
let loopLimit: i32 = 0;
let loopLimitIsConstant: bool = false;
function matchLoop(at: u32): bool {
  if (!decode(at) || opcode != B.LOAD_CONST_SMALL_INT || number < -30000 || number > 30000 || number == 0) return false;
  loopStep = <i32>number;
  if (A.markAt(next) || !decode(next) || opcode != B.BINARY_OP_MULTI || operand != BinaryOp.INPLACE_ADD) return false;
  if (!decode(next)) return false;
  if (opcode == B.DUP_TOP_TWO) {
    loopLimitIsConstant = false;
    if (A.markAt(next) || !decode(next) || opcode != B.ROT_TWO) return false;
  } else if (opcode == B.DUP_TOP) {
    loopLimitIsConstant = true;
    if (A.markAt(next) || !decode(next) || opcode != B.LOAD_CONST_SMALL_INT) return false;
    if (number < -32768 || number > 32767) return false;
    loopLimit = <i32>number;
  } else {
    return false;
  }
  if (A.markAt(next) || !decode(next) || opcode != B.BINARY_OP_MULTI) return false;
  if (operand != <u32>(loopStep > 0 ? BinaryOp.LESS : BinaryOp.MORE)) return false;
  if (A.markAt(next) || !decode(next) || opcode != B.POP_JUMP_IF_TRUE) return false;
  loopTop = target;
  if (!decode(loopTop) || opcode != B.DUP_TOP || A.markAt(next)) return false;
  if (!decode(next) || opcode != B.STORE_FAST_N) return false;
  loopLocal = operand;
  loopAfterStore = next;
  return A.depthAt(loopTop) != <u32>A.UNREACHED && A.blockAt(loopTop) == A.blockAt(at);
}
/** Marks where counting loops re-enter their body as targets. */
function markLoops(): void {
  for (let at: u32 = 0; at < source.codeLength;) {
    if (!decode(at)) return;
    const following = next;
    if (A.depthAt(at) != <u32>A.UNREACHED && opcode == B.LOAD_CONST_SMALL_INT && matchLoop(at)) {
      A.markTarget(loopAfterStore);
    }
    at = following;
  }
}

// ---- lines ----
let lineNow: u32 = 1;
/** Offset from which the table's next entry holds; NO_ENTRY: there is none. */
let lineNext: u32 = 0;
let lineWritten: u32 = 0;
const NO_ENTRY: u32 = 0xffffffff;
function linesBegin(): void {
  lineNow = 1;
  lineWritten = 0;
  entriesBegin(source);
  lineNext = nextEntry() ? entryOffset : NO_ENTRY;
}
/** Moves the line to bytecode offset `at` and notes it for the next instruction. */
function lineTo(at: u32): void {
  let forced = false;
  while (lineNext <= at && lineNext != NO_ENTRY) {
    lineNow = entryLine;
    if (entryForced) forced = true;
    lineNext = nextEntry() ? entryOffset : NO_ENTRY;
  }
  if (lineNow == lineWritten && !forced) return;
  lineWritten = lineNow;
  const row = E.rowsAdd(E.lines);
  if (row == 0) return;
  store<u32>(row, E.code.count);
  store<u32>(row, lineNow, 4);
}

// ---- the walk ----

function walk(): void {
  linesBegin();
  A.assignmentStart(free + arguments_);
  lineTo(0);
  for (let i: u32 = 0; i < source.cellCount; i++) {
    const local = <u32>load<u16>(source.cells + (<usize>i << 1));
    if (local >= locals) { E.fail(); return; }
    E.emit(Op.MakeCell, localRegister(local), 0, 0);
    A.assignmentSet(local, true);
  }
  V.resetTo(0);
  let reachable = true;
  for (let at: u32 = 0; at < source.codeLength && !E.emitFailed;) {
    if (!decode(at)) break;                                   // in unreachable code
    if (A.depthAt(at) == <u32>A.UNREACHED) { at = next; reachable = false; continue; }
    if (A.markAt(at)) {
      if (reachable) {
        if (A.markAt(at) & A.MARK_HANDLER) {
          // A finally block entered without exception: nothing is being handled in it.
          const b = A.blockAt(at);
          V.settle(V.depth);
          E.emit(Op.LoadNull, keepRegister(b), 0, 0);
        }
        V.settle(V.depth);
      }
      E.forgetResult();
      A.assignmentAt(at);
      V.resetTo(A.depthAt(at));
      closeRanges(at);
    } else if (!reachable) {
      V.resetTo(A.depthAt(at));
    }
    // A line begins where jumps to it arrive.
    lineTo(at);
    store<u32>(places + (<usize>at << 2), E.code.count);
    here = at;
    if (opcode == B.LOAD_CONST_SMALL_INT && countingLoop(at)) { at = loopResume; reachable = true; continue; }
    decode(at);
    const fallsThrough = one();
    at = following;
    reachable = fallsThrough;
  }
  closeRanges(source.codeLength);
}
/** Offset of the opcode after the one being translated (peeking may move it). */
let following: u32 = 0;

/** Ends the guarded ranges of blocks whose handler begins at `at`. */
function closeRanges(at: u32): void {
  if (at < source.codeLength && !(A.markAt(at) & A.MARK_HANDLER)) return;
  for (let b: u32 = 1; b <= A.blockCount; b++) {
    const row = ranges + (<usize>b << 3);
    if (A.blockHandler(b) == at && load<u32>(row, 4) == 0) store<u32>(row, E.code.count, 4);
  }
}
function openRange(at: u32): void {
  for (let b: u32 = 1; b <= A.blockCount; b++) {
    if (A.blockSetup(b) == at) store<u32>(ranges + (<usize>b << 3), E.code.count);
  }
}

/** Emits the end of a counting loop if one begins at `at`: increment, test and jump in one instruction, then what
 *  the bytecode does otherwise, for the first entry. */
function countingLoop(at: u32): bool {
  if (!matchLoop(at)) { decode(at); return false; }
  V.settle(V.depth);
  const counter = V.stackRegister(V.depth - 1);
  const op = loopLimitIsConstant ? Op.LoopCountInt : Op.LoopCount;
  const limit = loopLimitIsConstant ? <u32>(<u16>loopLimit) : V.stackRegister(V.depth - 2);
  const d = localRegister(loopLocal), step = <u32>(<u16>loopStep), to = loopAfterStore;
  if (E.longJumps) {
    E.emit(op, counter, limit, 2);
    E.emit(0, d, step, 0);
    E.emit(Op.Jump, 0, 1, 0);
    E.emitJump(to);
  } else {
    E.emitCondJump(op, counter, limit, to);
    E.emit(0, d, step, 0);
  }
  decode(at);
  const increment = next;
  decode(increment);
  const test = next;
  let end = test;
  for (let i = 0; i < 4; i++) { decode(end); end = next; }
  // The loop is over: what follows the test comes next. The test itself is reached by the jump that enters the
  // loop; if nothing jumps there it is left out.
  A.markTarget(end);
  if (A.markAt(test)) {
    E.emitJump(end);
    V.resetTo(A.depthAt(test));
    loopResume = test;
  } else {
    V.resetTo(A.depthAt(end));
    loopResume = end;
  }
  return true;
}
/** Where the walk goes on after countingLoop. */
let loopResume: u32 = 0;

/** Translates the decoded opcode. False: control does not go on to the next one. */
function one(): bool {
  following = next;
  const n = operand;
  switch (opcode) {
    case B.LOAD_FAST_N: case B.STORE_FAST_N: case B.LOAD_CONST_SMALL_INT: case B.LOAD_CONST_STRING:
    case B.LOAD_CONST_OBJ: case B.LOAD_CONST_NONE: case B.LOAD_CONST_TRUE: case B.LOAD_CONST_FALSE:
    case B.LOAD_NULL: case B.DUP_TOP: case B.DUP_TOP_TWO: case B.POP_TOP: case B.ROT_TWO: case B.ROT_THREE: break;
    case B.STORE_ATTR: V.straightenOperands(2); break;
    case B.STORE_SUBSCR: V.straightenOperands(3); break;
    default: V.straighten();
  }
  switch (opcode) {
    case B.LOAD_FAST_N: {
      if (n >= locals) { E.fail(); return false; }
      if (!A.isBound(n)) {
        E.emit(Op.CheckLocal, localRegister(n), localName(n), 0);
        A.assignmentSet(n, true);
      }
      V.push(V.IN_REGISTER, localRegister(n));
      return true;
    }
    case B.STORE_FAST_N: {
      if (n >= locals) { E.fail(); return false; }
      storeLocal(localRegister(n));
      A.assignmentSet(n, true);
      return true;
    }
    case B.DELETE_FAST:
      if (n >= locals) { E.fail(); return false; }
      V.saveLocal(localRegister(n));
      E.emit(Op.DeleteLocal, localRegister(n), localName(n), 0);
      A.assignmentSet(n, false);
      return true;
    case B.LOAD_CONST_SMALL_INT: V.pushInt(number); return true;
    case B.LOAD_CONST_STRING: V.push(V.CONSTANT, nameConstant(n)); return true;
    case B.LOAD_CONST_OBJ: {
      if (n >= objects.length) { E.fail(); return false; }
      const v = objects.at(n);
      if (isSmallInt(v)) V.pushInt(smallInt(v)); else V.push(V.CONSTANT, E.constantOf(v));
      return true;
    }
    case B.LOAD_CONST_NONE: V.push(V.CONSTANT, E.constantOf(NONE)); return true;
    case B.LOAD_CONST_TRUE: V.push(V.CONSTANT, E.constantOf(TRUE)); return true;
    case B.LOAD_CONST_FALSE: V.push(V.CONSTANT, E.constantOf(FALSE)); return true;
    case B.LOAD_NULL:
      if (source.codeFlags & CODE_FROM_FILE && decode(following) && opcode == B.FOR_ITER && V.depth >= 2) {
        // A generator expression's iterator, NULL and NULL: what it was given need not be one (bytecode/stack_kinds.ts).
        V.settle(V.depth);
        const it = V.stackRegister(V.depth - 2);
        E.emit(Op.GetIter, it, it, 0);
      }
      V.push(V.NULL, 0);
      return true;
    case B.LOAD_BUILD_CLASS: E.emitResult(Op.LoadBuildClass, V.pushOwn(), 0, 0, FIELD_A); return true;
    case B.LOAD_GLOBAL: loadGlobal(Op.LoadGlobal, n); return true;
    case B.LOAD_NAME: loadGlobal(Op.LoadName, n); return true;
    case B.STORE_GLOBAL: storeGlobal(Op.StoreGlobal, n); return true;
    case B.STORE_NAME: storeGlobal(Op.StoreName, n); return true;
    case B.DELETE_GLOBAL: E.emit(Op.DeleteGlobal, 0, nameConstant(n), 0); return true;
    case B.DELETE_NAME: E.emit(Op.DeleteName, 0, nameConstant(n), 0); return true;
    case B.LOAD_DEREF: case B.LOAD_CLASS_DEREF: {
      const local = opcode == B.LOAD_DEREF ? n : operand2;
      const name = opcode == B.LOAD_DEREF ? localName(n) : nameConstant(n);
      if (local >= locals) { E.fail(); return false; }
      const op = opcode == B.LOAD_DEREF ? Op.LoadDeref : Op.LoadClassDeref;
      E.emitResult(op, V.pushOwn(), localRegister(local), name, FIELD_A);
      return true;
    }
    case B.STORE_DEREF: {
      if (n >= locals) { E.fail(); return false; }
      const r = V.registerOf(V.depth - 1);
      V.drop(1);
      E.emit(Op.StoreDeref, localRegister(n), r, 0);
      return true;
    }
    case B.DELETE_DEREF:
      if (n >= locals) { E.fail(); return false; }
      E.emit(Op.DeleteDeref, localRegister(n), 0, localName(n));
      return true;
    case B.LOAD_ATTR: {
      const object = V.registerOf(V.depth - 1);
      V.drop(1);
      const cache = E.attributeCache(nameAddress(n));
      E.useCache(E.emitResult(Op.LoadAttr, V.pushOwn(), object, 0, FIELD_A), cache);
      return true;
    }
    case B.LOAD_METHOD: {
      const object = V.registerOf(V.depth - 1);
      V.drop(1);
      const cache = E.attributeCache(nameAddress(n));
      const a = V.pushOwn();
      V.pushOwn();
      E.useCache(E.emit(Op.LoadMethod, a, object, 0), cache);
      return true;
    }
    case B.LOAD_SUPER_METHOD: {
      const c = V.ownTop(2);
      V.drop(3);
      V.pushOwn();
      V.pushOwn();
      E.emit(Op.LoadSuperMethod, c - 1, c, nameConstant(n));
      return true;
    }
    case B.STORE_ATTR: {
      const object = V.registerOf(V.depth - 1);
      if (V.kindAt(V.depth - 2) == V.NULL) {
        E.emit(Op.DeleteAttr, 0, object, nameConstant(n));
      } else {
        const value = V.registerOf(V.depth - 2);
        const cache = E.attributeCache(nameAddress(n));
        E.useCache(E.emit(Op.StoreAttr, value, object, 0), cache);
      }
      V.drop(2);
      return true;
    }
    case B.LOAD_SUBSCR: {
      const imm = V.immediateAt(V.depth - 1);
      const object = V.registerOf(V.depth - 2);
      if (imm != V.IMMEDIATE_NONE) {
        V.drop(2);
        E.emitResult(Op.LoadSubscrInt, V.pushOwn(), object, <u32>(<u16>imm), FIELD_A);
      } else {
        const key = V.registerOf(V.depth - 1);
        V.drop(2);
        E.emitResult(Op.LoadSubscr, V.pushOwn(), object, key, FIELD_A);
      }
      return true;
    }
    case B.STORE_SUBSCR: {
      const key = V.registerOf(V.depth - 1), object = V.registerOf(V.depth - 2);
      if (V.kindAt(V.depth - 3) == V.NULL) {
        E.emit(Op.DeleteSubscr, 0, object, key);
      } else {
        E.emit(Op.StoreSubscr, V.registerOf(V.depth - 3), object, key);
      }
      V.drop(3);
      return true;
    }
    case B.DUP_TOP: V.duplicate(V.depth - 1); return true;
    case B.DUP_TOP_TWO: V.duplicate(V.depth - 2); V.duplicate(V.depth - 2); return true;
    case B.POP_TOP: V.drop(1); return true;
    case B.ROT_TWO: V.rotateTwo(); return true;
    case B.ROT_THREE:
      if (!A.leavesAsyncWith(here)) V.rotateThree();
      else if (decode(following) && opcode == B.ROT_THREE) V.rotateTwo();
      return true;
    case B.UNARY_OP_MULTI: {
      if (n == 3) { condition(COND_TRUTH, 0); return conditionFalls; }
      const x = V.registerOf(V.depth - 1);
      V.drop(1);
      E.emitResult(n == 0 ? Op.Pos : n == 1 ? Op.Neg : Op.Invert, V.pushOwn(), x, 0, FIELD_A);
      return true;
    }
    case B.BINARY_OP_MULTI:
      if (<i32>n < BinaryOp.INPLACE_OR) { condition(COND_COMPARE, n); return conditionFalls; }
      arithmetic(n);
      return true;
    case B.POP_JUMP_IF_TRUE: case B.POP_JUMP_IF_FALSE: {
      const sense = opcode == B.POP_JUMP_IF_TRUE, to = target;
      return jumpOnTruth(sense, to);
    }
    case B.JUMP_IF_TRUE_OR_POP: case B.JUMP_IF_FALSE_OR_POP: {
      const op = opcode == B.JUMP_IF_TRUE_OR_POP ? Op.JumpTrue : Op.JumpFalse, to = target;
      V.settle(V.depth);
      E.emitCondJump(op, V.stackRegister(V.depth - 1), 0, to);
      V.drop(1);
      return true;
    }
    case B.JUMP: {
      const to = target;
      V.settle(V.depth);
      E.emitJump(to);
      return false;
    }
    case B.GET_ITER: {
      const x = V.registerOf(V.depth - 1);
      V.drop(1);
      E.emitResult(awaits() ? Op.GetAwaitable : Op.GetIter, V.pushOwn(), x, 1, FIELD_A);
      return true;
    }
    case B.GET_ITER_STACK: {
      const x = V.registerOf(V.depth - 1);
      V.drop(1);
      V.push(V.UNUSED, 0);
      E.emit(Op.GetIter, V.pushOwn(), x, 0);
      V.push(V.UNUSED, 0);
      V.push(V.UNUSED, 0);
      return true;
    }
    case B.FOR_ITER: {
      const to = target;
      V.settle(V.depth);
      const it = V.stackRegister(V.depth - 3);
      const i = E.emitCondJump(Op.ForIter, it, V.pushOwn(), to);
      if (!E.longJumps) E.noteResult(i, FIELD_B);
      return true;
    }
    default: return more();
  }
}

/** True if the GET_ITER before `following` may be an await: in code of a file it looks like `yield from`. */
function awaits(): bool {
  return (source.codeFlags & CODE_FROM_FILE) != 0 && decode(following) && opcode == B.LOAD_CONST_NONE
    && decode(next) && opcode == B.YIELD_FROM;
}

/** The other opcodes: building, calling, blocks. */
function more(): bool {
  const n = operand;
  switch (opcode) {
    case B.BUILD_TUPLE: build(Op.BuildTuple, n); return true;
    case B.BUILD_LIST: build(Op.BuildList, n); return true;
    case B.BUILD_SET: build(Op.BuildSet, n); return true;
    case B.BUILD_STRING: build(Op.BuildString, n); return true;
    case B.BUILD_SLICE:
      if (n != 2 && n != 3) { E.fail(); return false; }
      build(Op.BuildSlice, n);
      return true;
    case B.BUILD_MAP: E.emit(Op.BuildMap, V.pushOwn(), 0, n > 0xffff ? 0xffff : n); return true;
    case B.STORE_MAP: {
      const key = V.registerOf(V.depth - 1), value = V.registerOf(V.depth - 2);
      E.emit(Op.StoreMap, V.registerOf(V.depth - 3), key, value);
      V.drop(2);
      return true;
    }
    case B.STORE_COMP: {
      const collection = V.registerOf(V.depth - 1 - (n >> 2));
      const top = V.registerOf(V.depth - 1);
      if ((n & 3) == 1) {
        E.emit(Op.StoreMap, collection, top, V.registerOf(V.depth - 2));
        V.drop(2);
      } else {
        E.emit((n & 3) == 0 ? Op.ListAppend : Op.SetAdd, collection, top, 0);
        V.drop(1);
      }
      return true;
    }
    case B.LIST_APPEND: return into(Op.ListAppend, 0);
    case B.SET_ADD: return into(Op.SetAdd, 0);
    case B.LIST_EXTEND: return into(Op.ListExtend, 0);
    case B.SET_UPDATE: return into(Op.SetUpdate, 0);
    case B.DICT_MERGE: return into(Op.DictMerge, n);
    case B.LIST_TO_TUPLE: {
      const x = V.registerOf(V.depth - 1);
      V.drop(1);
      E.emitResult(Op.ListToTuple, V.pushOwn(), x, 0, FIELD_A);
      return true;
    }
    case B.UNPACK_SEQUENCE: case B.UNPACK_EX: {
      const count = opcode == B.UNPACK_SEQUENCE ? n : (n & 0xff) + (n >> 8) + 1;
      const op = opcode == B.UNPACK_SEQUENCE ? Op.UnpackSequence : Op.UnpackEx;
      const x = V.registerOf(V.depth - 1);
      V.drop(1);
      V.settle(V.depth);
      const first = V.stackRegister(V.depth);
      for (let i: u32 = 0; i < count; i++) V.pushOwn();
      E.emit(op, first, x, n);
      return true;
    }
    case B.MAKE_FUNCTION: case B.MAKE_FUNCTION_DEFARGS: {
      if (n >= childCount) { E.fail(); return false; }
      const defaults: u32 = opcode == B.MAKE_FUNCTION_DEFARGS ? 1 : 0;
      if (defaults) { V.ownTop(2); V.drop(2); }
      E.emitResult(Op.MakeFunction, V.pushOwn(), n, defaults, FIELD_A);
      if (defaults) E.forgetResult();
      return true;
    }
    case B.MAKE_CLOSURE: case B.MAKE_CLOSURE_DEFARGS: {
      if (n >= childCount) { E.fail(); return false; }
      const defaults: u32 = opcode == B.MAKE_CLOSURE_DEFARGS ? 2 : 0;
      const cells = operand2;
      V.ownTop(cells + defaults);
      V.drop(cells + defaults);
      E.emit(Op.MakeClosure, V.pushOwn(), n, cells | (defaults ? 0x8000 : 0));
      return true;
    }
    case B.CALL_FUNCTION: return call(Op.Call, n, 1);
    case B.CALL_METHOD: return call(Op.CallMethod, n, 2);
    case B.CALL_FUNCTION_VAR_KW: return call(Op.CallVarKw, n, 2);
    case B.CALL_METHOD_VAR_KW: return call(Op.CallMethodVarKw, n, 3);
    case B.CALL_EX: {
      const count = n & 1 ? 4 : 3;
      const base = V.ownTop(count);
      V.drop(count);
      E.emitResult(Op.CallEx, base, n & 1, V.pushOwn(), FIELD_C);
      return true;
    }
    case B.FORMAT_VALUE: {
      const count: u32 = n & 4 ? 2 : 1;
      const base = n & 4 ? V.ownTop(2) : V.registerOf(V.depth - 1);
      V.drop(count);
      E.emitResult(Op.FormatValue, V.pushOwn(), base, n, FIELD_A);
      return true;
    }
    case B.MATCH: {
      const count: u32 = n == 3 ? 4 : n == 2 || n == 5 ? 2 : 1;
      const base = V.ownTop(count);
      V.drop(count);
      const results = n == 2 ? 3 : n == 3 ? 1 : 2;
      for (let i = 0; i < results; i++) V.pushOwn();
      E.emit(Op.Match, base, base, n);
      return true;
    }
    case B.EXCEPT_STAR: {
      const base = V.ownTop(2);
      V.drop(2);
      V.pushOwn();
      if (n == 0) V.pushOwn();
      E.emit(Op.ExceptStar, base, base, n);
      return true;
    }
    case B.IMPORT_NAME: {
      const base = V.ownTop(2);
      V.drop(2);
      E.emitResult(Op.ImportName, V.pushOwn(), base, nameConstant(n), FIELD_A);
      return true;
    }
    case B.IMPORT_FROM: {
      const module = V.registerOf(V.depth - 1);
      E.emitResult(Op.ImportFrom, V.pushOwn(), module, nameConstant(n), FIELD_A);
      return true;
    }
    case B.IMPORT_STAR: {
      E.emit(Op.ImportStar, 0, V.registerOf(V.depth - 1), 0);
      V.drop(1);
      return true;
    }
    case B.YIELD_VALUE: case B.ASYNC_GEN_YIELD: {
      V.settle(V.depth);
      E.emit(Op.Yield, V.stackRegister(V.depth - 1), opcode == B.ASYNC_GEN_YIELD ? 1 : 0, 0);
      return true;
    }
    case B.YIELD_FROM: {
      V.settle(V.depth);
      E.emit(Op.YieldFrom, V.stackRegister(V.depth - 1), V.stackRegister(V.depth - 2), 0);
      V.drop(1);
      return true;
    }
    case B.CHECK: {
      const x = V.registerOf(V.depth - 1);
      V.drop(1);
      E.emitResult(Op.Check, V.pushOwn(), x, n, FIELD_A);
      return true;
    }
    case B.GET_AWAITABLE: {
      const x = V.registerOf(V.depth - 1);
      V.drop(1);
      E.emitResult(Op.GetAwaitable, V.pushOwn(), x, 0, FIELD_A);
      return true;
    }
    case B.RAISE_OBJ: E.emit(Op.Raise, V.registerOf(V.depth - 1), 0, 0); return false;
    case B.RAISE_FROM: {
      const cause = V.registerOf(V.depth - 1);
      E.emit(Op.RaiseFrom, V.registerOf(V.depth - 2), cause, 0);
      return false;
    }
    case B.RAISE_LAST: E.emit(Op.RaiseLast, 0, 0, 0); return false;
    default: return blocks();
  }
}

/** The opcodes of exception blocks, and return. */
function blocks(): bool {
  const block = A.blockAt(here);
  switch (opcode) {
    case B.SETUP_EXCEPT: case B.SETUP_FINALLY:
      V.settle(V.depth);
      E.forgetResult();
      openRange(here);
      return true;
    case B.SETUP_WITH: {
      V.settle(V.depth);
      const a = V.stackRegister(V.depth - 1);
      E.emit(Op.SetupWith, a, 0, 0);
      E.emit(Op.CallMethod, a + 2, 0, a + 2);
      V.drop(1);
      V.pushOwn();
      V.pushOwn();
      openRange(here);
      V.pushOwn();
      return true;
    }
    case B.POP_EXCEPT_JUMP: {
      const to = target;
      V.settle(V.depth);
      if (here >= A.blockHandler(block)) endHandler(A.blockParent(block));
      E.emitJump(to);
      return false;
    }
    case B.END_FINALLY: endFinally(block); return A.blockIsFinally(block);
    case B.WITH_CLEANUP: {
      V.settle(V.depth);
      V.drop(2);
      E.emit(Op.WithCleanup, V.stackRegister(V.depth - 1), 0, 0);
      return true;
    }
    case B.UNWIND_JUMP: {
      const to = target, count = operand2 & 0x7f;
      V.settle(V.depth);
      leave(block, count, to, false);
      return false;
    }
    case B.RETURN_VALUE: {
      if (outermostFinally(block)) {
        const value = V.registerOf(V.depth - 1);
        emitReturn(block, value);
      } else {
        E.emit(Op.Return, V.registerOf(V.depth - 1), 0, 0);
      }
      V.drop(1);
      return false;
    }
    default: E.fail(); return false;
  }
}
/** True if a finally block that is not yet running encloses the present place. */
function outermostFinally(block: u32): bool {
  for (let b = block; b != 0; b = A.blockParent(b)) {
    if (A.blockIsFinally(b) && here < A.blockHandler(b)) return true;
  }
  return false;
}
/** Register with the exception that is being handled in block `b` or the nearest around it that is in its
 *  handler; NO_REGISTER: none in this function. */
function handledRegister(b: u32): u32 {
  for (; b != 0; b = A.blockParent(b)) if (here >= A.blockHandler(b)) return keepRegister(b);
  return NO_REGISTER;
}
/** A handler ends, the blocks from `parent` outwards go on. */
function endHandler(parent: u32): void {
  const first = handledRegister(parent);
  let second = NO_REGISTER;
  if (first != NO_REGISTER) {
    let b = parent;
    while (keepRegister(b) != first) b = A.blockParent(b);
    second = handledRegister(A.blockParent(b));
  }
  E.emit(Op.EndHandler, first, second, 0);
}
/** Leaves `count` blocks from `block` outwards, running finally blocks, then jumps to `to`. */
function leave(block: u32, count: u32, to: u32, inHandler: bool): void {
  let b = block;
  for (; count != 0; count--) {
    if (b == 0) { E.fail(); return; }
    if (here >= A.blockHandler(b)) {
      inHandler = true;                       // an except or finally block in its handler: dropped
    } else if (A.blockIsFinally(b)) {
      if (inHandler) endHandler(A.blockParent(b));
      enterFinally(b, to, count - 1);
      return;
    }
    b = A.blockParent(b);
  }
  if (inHandler) endHandler(b);
  E.emitJump(to);
}
/** return of the value in a register, from inside `block`. */
function emitReturn(block: u32, value: u32): void {
  let inHandler = false;
  for (let b = block; b != 0; b = A.blockParent(b)) {
    if (here >= A.blockHandler(b)) { inHandler = true; continue; }
    if (!A.blockIsFinally(b)) continue;
    const pending = pendingRegister(b);
    if (pending != value) E.emit(Op.Move, pending, value, 0);
    if (inHandler) endHandler(A.blockParent(b));
    enterFinally(b, EXIT_RETURN, 0);
    return;
  }
  E.emit(Op.Return, value, 0, 0);
}
/** Runs finally block `b` on the way to `to`; `count` more blocks are to be left after it. */
function enterFinally(b: u32, to: u32, count: u32): void {
  let number: u32 = 1;
  let found = false;
  for (let i: u32 = 0; i < exits.count; i++) {
    const row = exits.at + (<usize>i << 4);
    if (load<u32>(row) != b) continue;
    if (load<u32>(row, 4) == to && load<u32>(row, 8) == count) { found = true; break; }
    number++;
  }
  if (!found) {
    const row = E.rowsAdd(exits);
    if (row == 0) return;
    store<u32>(row, b);
    store<u32>(row, to, 4);
    store<u32>(row, count, 8);
  }
  E.emit(Op.LoadInt, V.stackRegister(A.blockDepth(b)), number, 0);
  E.emit(Op.LoadNull, keepRegister(b), 0, 0);
  E.emitJump(A.blockHandler(b));
}
/** The end of a handler or finally block: go on, raise, or take the exit that entered it. */
function endFinally(block: u32): void {
  V.settle(V.depth);
  let count: u32 = 0;
  for (let i: u32 = 0; i < exits.count; i++) if (load<u32>(exits.at + (<usize>i << 4)) == block) count++;
  const parent = A.blockParent(block);
  E.emit(Op.EndFinally, V.stackRegister(V.depth - 1), count, handledRegister(parent));
  V.drop(1);
  if (count == 0) { E.forgetResult(); return; }
  const first = E.code.count;
  for (let k: u32 = 0; k < count; k++) E.emitJumpOpen();
  const over = E.emitJumpOpen();
  let k: u32 = 0;
  for (let i: u32 = 0; i < exits.count; i++) {
    const row = exits.at + (<usize>i << 4);
    if (load<u32>(row) != block) continue;
    E.patchJump(first + k);
    k++;
    const to = load<u32>(row, 4), left = load<u32>(row, 8);
    if (to == EXIT_RETURN) emitReturn(parent, pendingRegister(block));
    else leave(parent, left, to, false);
  }
  E.patchJump(over);
  E.forgetResult();
}

// ---- pieces ----

function loadGlobal(op: i32, q: u32): void {
  const cache = E.globalCache(nameAddress(q));
  E.useCache(E.emitResult(op, V.pushOwn(), 0, 0, FIELD_A), cache);
}
function storeGlobal(op: i32, q: u32): void {
  const r = V.registerOf(V.depth - 1);
  V.drop(1);
  E.useCache(E.emit(op, r, 0, 0), E.globalCache(nameAddress(q)));
}
/** The top of the stack goes into a local. */
function storeLocal(r: u32): void {
  const top = V.depth - 1;
  const used = V.usesLocal(r, top);
  if (!used && E.lastResult >= 0 && <u32>E.lastResult == E.code.count - 1
    && V.kindAt(top) == V.IN_REGISTER && V.payloadAt(top) == V.stackRegister(top)
    && E.resultRegister() == V.stackRegister(top)) {
    E.redirectResult(r);
    V.drop(1);
    return;
  }
  if (used) V.saveLocalBelow(r, top);
  const kind = V.kindAt(top), p = V.payloadAt(top);
  V.drop(1);
  if (kind == V.CONSTANT) E.emitLoadConst(r, p);
  else if (kind == V.SMALL) E.emitLoadInt(r, <i64>(<i32>p));
  else if (kind == V.IN_REGISTER) { if (p != r) E.emit(Op.Move, r, p, 0); }
  else E.emit(Op.LoadNull, r, 0, 0);
  E.forgetResult();
}
function build(op: i32, n: u32): void {
  const first = V.ownTop(n);
  V.drop(n);
  E.emitResult(op, V.pushOwn(), first, n, FIELD_A);
}
/** collection x -> collection */
function into(op: i32, extra: u32): bool {
  const x = V.registerOf(V.depth - 1);
  E.emit(op, V.registerOf(V.depth - 2), x, extra);
  V.drop(1);
  return true;
}
/** fixed: entries below the arguments (function, self) and behind them (the star map). */
function call(op: i32, n: u32, fixed: u32): bool {
  const count = (n & 0xff) + 2 * (n >> 8 & 0xff) + fixed;
  const base = V.ownTop(count);
  V.drop(count);
  E.emitResult(op, base, n & 0xffff, V.pushOwn(), FIELD_C);
  return true;
}

/** In-place and plain binary operators. */
function arithmetic(n: u32): void {
  const inplace = <i32>n < BinaryOp.OR;
  const kind = inplace ? n - BinaryOp.INPLACE_OR : n - BinaryOp.OR;
  const top = V.depth - 1;
  const imm = V.immediateAt(top);
  let op = -1;
  if (imm != V.IMMEDIATE_NONE) {
    switch (kind) {
      case 2: op = Op.AndInt; break;
      case 3: if (imm >= 0 && imm < 64) op = Op.LShiftInt; break;
      case 4: if (imm >= 0 && imm < 64) op = Op.RShiftInt; break;
      case 5: op = Op.AddInt; break;
      case 6: op = Op.SubInt; break;
      case 7: op = Op.MulInt; break;
      case 9: if (imm > 0) op = Op.FloorDivInt; break;
      case 11: if (imm > 0) op = Op.ModInt; break;
      default:
    }
  }
  const left = V.registerOf(top - 1);
  if (op >= 0) {
    if (inplace) op += IMMEDIATES;
    V.drop(2);
    E.emitResult(op, V.pushOwn(), left, <u32>(<u16>imm), FIELD_A);
    return;
  }
  if (V.kindAt(top) == V.CONSTANT && V.payloadAt(top) < 0x10000
    && (kind == 5 || kind == 6 || kind == 7 || kind == 10)) {
    const v = load<u64>(E.constants.at + (<usize>V.payloadAt(top) << 3));
    if ((v & 3) != 0) {
      const constant = V.payloadAt(top);
      V.drop(2);
      op = kind == 5 ? Op.AddConst : kind == 6 ? Op.SubConst : kind == 7 ? Op.MulConst : Op.TrueDivConst;
      E.emitResult(inplace ? op + IMMEDIATES : op, V.pushOwn(), left, constant, FIELD_A);
      return;
    }
  }
  const right = V.registerOf(top);
  V.drop(2);
  E.emitResult((inplace ? Op.IOr : Op.Or) + <i32>kind, V.pushOwn(), left, right, FIELD_A);
}

// ---- conditions: a comparison or truth test, any number of `not`, and the jump or value they are for ----
const COND_TRUTH: i32 = 0;
const COND_COMPARE: i32 = 1;
let conditionFalls: bool = true;

/** kind COND_TRUTH: the decoded opcode is NOT; COND_COMPARE: comparison n (BinaryOp). */
function condition(kind: i32, n: u32): void {
  let negated = kind == COND_TRUTH;
  conditionFalls = true;
  let jump = 0, to: u32 = 0;
  while (!A.markAt(following) && decode(following)) {
    if (opcode == B.UNARY_OP_MULTI && operand == 3) { negated = !negated; following = next; continue; }
    if (opcode == B.POP_JUMP_IF_TRUE || opcode == B.POP_JUMP_IF_FALSE) {
      jump = opcode == B.POP_JUMP_IF_TRUE ? 1 : -1;
      to = target;
      following = next;
    }
    break;
  }
  if (kind == COND_TRUTH) {
    if (jump != 0) { jumpOnTruth((jump > 0) != negated, to); return; }
    const x = V.registerOf(V.depth - 1);
    V.drop(1);
    const r = V.pushOwn();
    E.emitResult(Op.Not, r, x, 0, FIELD_A);
    if (!negated) { E.forgetResult(); E.emitResult(Op.Not, r, r, 0, FIELD_A); }
    return;
  }
  if (jump != 0) compareJump(n, (jump > 0) != negated, to); else compareValue(n, negated);
}
function compareValue(n: u32, negated: bool): void {
  const b = V.registerOf(V.depth - 1), a = V.registerOf(V.depth - 2);
  V.drop(2);
  const r = V.pushOwn();
  if (n == BinaryOp.IN) E.emitResult(negated ? Op.NotIn : Op.In, r, a, b, FIELD_A);
  else if (n == BinaryOp.IS) E.emitResult(negated ? Op.IsNot : Op.Is, r, a, b, FIELD_A);
  else {
    E.emitResult(n == BinaryOp.EXCEPTION_MATCH ? Op.ExceptionMatch : Op.Lt + <i32>n, r, a, b, FIELD_A);
    if (negated) { E.forgetResult(); E.emitResult(Op.Not, r, r, 0, FIELD_A); }
  }
}
/** Jumps to `to` if the comparison's truth is `sense`. */
function compareJump(n: u32, sense: bool, to: u32): void {
  const top = V.depth - 1;
  if (n == BinaryOp.IS && V.kindAt(top) == V.CONSTANT && V.payloadAt(top) < 0x10000) {
    const a = V.registerOf(top - 1), k = V.payloadAt(top);
    V.drop(2);
    V.settle(V.depth);
    E.emitCondJump(sense ? Op.JumpIsConst : Op.JumpIsNotConst, a, k, to);
    return;
  }
  const imm = <i32>n < BinaryOp.IN ? V.immediateAt(top) : V.IMMEDIATE_NONE;
  const b = imm != V.IMMEDIATE_NONE ? <u32>(<u16>imm) : V.registerOf(top);
  const a = V.registerOf(top - 1);
  V.drop(2);
  V.settle(V.depth);
  if (<i32>n < BinaryOp.IN) {
    const base = imm != V.IMMEDIATE_NONE ? (sense ? Op.JumpLtInt : Op.JumpNotLtInt) : (sense ? Op.JumpLt : Op.JumpNotLt);
    E.emitCondJump(base + <i32>n, a, b, to);
  } else if (n == BinaryOp.IN) {
    E.emitCondJump(sense ? Op.JumpIn : Op.JumpNotIn, a, b, to);
  } else if (n == BinaryOp.IS) {
    E.emitCondJump(sense ? Op.JumpIs : Op.JumpIsNot, a, b, to);
  } else if (!sense) {
    E.emitCondJump(Op.JumpNotMatch, a, b, to);
  } else {
    const r = V.stackRegister(V.depth);
    E.emit(Op.ExceptionMatch, r, a, b);
    E.emitCondJump(Op.JumpTrue, r, 0, to);
  }
}
/** Jumps to `to` if the truth of the top entry is `sense`; pops it. True if control may go on. */
function jumpOnTruth(sense: bool, to: u32): bool {
  const top = V.depth - 1;
  const x = V.registerOf(top);
  V.drop(1);
  V.settle(V.depth);
  E.emitCondJump(sense ? Op.JumpTrue : Op.JumpFalse, x, 0, to);
  return true;
}

// ---- the result ----

function finish(): RegisterCode {
  const zero = changetype<RegisterCode>(0);
  const r = changetype<RegisterCode>(allocObject(offsetof<RegisterCode>()));
  if (changetype<usize>(r) == 0) { raiseNoMemory(offsetof<RegisterCode>()); return zero; }
  memory.fill(changetype<usize>(r), 0, offsetof<RegisterCode>());
  r.klass = REGISTER_CODE_TYPE;
  r.code = changetype<usize>(source);
  // caches behind the constants
  let units = E.constants.count, listed: u32 = 0;
  for (let i: u32 = 0; i < E.caches.count; i++) {
    const size = load<u32>(E.caches.at + (<usize>i << 3), 4);
    units += size;
    if (size == CACHE_UNITS) listed++;
  }
  const instructions = allocRaw(<usize>E.code.count << 3), pool = allocRawZeroed((<usize>units << 3) + 8);
  const lines = allocRaw((<usize>E.lines.count << 3) + 8), list = allocRaw((<usize>listed << 2) + 4);
  const handlers = A.blockCount == 0 ? 0 : allocRaw(<usize>A.blockCount * HANDLER_ROW);
  if (instructions == 0 || pool == 0 || lines == 0 || list == 0 || (A.blockCount != 0 && handlers == 0)) {
    raiseNoMemory(E.code.count << 3);
    return zero;
  }
  memory.copy(pool, E.constants.at, <usize>E.constants.count << 3);
  let unit = E.constants.count, n: u32 = 0;
  for (let i: u32 = 0; i < E.caches.count; i++) {
    const row = E.caches.at + (<usize>i << 3), size = load<u32>(row, 4);
    store<u32>(pool + (<usize>unit << 3), load<u32>(row));
    if (size == CACHE_UNITS) { store<u32>(list + (<usize>n << 2), unit); n++; }
    store<u32>(row, unit, 4);
    unit += size;
  }
  for (let k: u32 = 0; k < E.cacheUses.count; k++) {
    const row = E.cacheUses.at + (<usize>k << 3);
    const at = load<u32>(E.caches.at + (<usize>load<u32>(row, 4) << 3), 4);
    if (at > 0xffff) { raise(RuntimeError, "function too large"); return zero; }
    store<u16>(E.code.at + (<usize>load<u32>(row) << 3), <u16>at, 6);
  }
  memory.copy(instructions, E.code.at, <usize>E.code.count << 3);
  memory.copy(lines, E.lines.at, <usize>E.lines.count << 3);
  for (let b: u32 = 1; b <= A.blockCount; b++) {
    const row = handlers + <usize>(b - 1) * HANDLER_ROW, range = ranges + (<usize>b << 3);
    store<u32>(row, load<u32>(range), HANDLER_BEGIN);
    store<u32>(row, load<u32>(range, 4), HANDLER_END);
    store<u32>(row, load<u32>(places + (<usize>A.blockHandler(b) << 2)), HANDLER_TARGET);
    store<u32>(row, V.stackRegister(A.blockDepth(b)), HANDLER_REGISTER);
    store<u32>(row, keepRegister(b), HANDLER_KEEP);
    store<u32>(row, A.blockLevel(b) << 1 | (A.blockIsFinally(b) ? HANDLER_FINALLY : 0), HANDLER_LEVEL);
  }
  sortHandlers(handlers, A.blockCount);
  r.instructions = instructions;
  r.count = E.code.count;
  r.pool = pool;
  r.constants = E.constants.count;
  r.poolUnits = units;
  r.frameSize = scratch + 1;
  r.frameBytes = r.frameSize << 3;
  const plain = !(source.codeFlags & (CODE_GENERATOR | CODE_VARARGS | CODE_VARKEYWORDS | CODE_COROUTINE
    | CODE_ASYNC_GENERATOR)) && source.keywordOnly == 0;
  r.plainArguments = plain ? source.positional - free : ENTRY_COMPLEX;
  r.argumentRegisters = arguments_;
  r.freeVariables = free;
  r.locals = locals;
  r.handlers = handlers;
  r.handlerCount = A.blockCount;
  r.lines = lines;
  r.lineCount = E.lines.count;
  r.cacheList = list;
  r.cacheCount = n;
  return r;
}
/** Deeper blocks last: a search from the end finds the innermost first. Blocks are few; insertion sort by level. */
function sortHandlers(rows: usize, count: u32): void {
  const TEMP = memory.data(24, 8);
  for (let i: u32 = 1; i < count; i++) {
    memory.copy(TEMP, rows + <usize>i * HANDLER_ROW, HANDLER_ROW);
    const level = load<u32>(TEMP, HANDLER_LEVEL);
    let k = i;
    while (k > 0 && load<u32>(rows + <usize>(k - 1) * HANDLER_ROW, HANDLER_LEVEL) > level) {
      memory.copy(rows + <usize>k * HANDLER_ROW, rows + <usize>(k - 1) * HANDLER_ROW, HANDLER_ROW);
      k--;
    }
    memory.copy(rows + <usize>k * HANDLER_ROW, TEMP, HANDLER_ROW);
  }
}
