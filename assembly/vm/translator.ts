// The translator: bytecode of a CodeObject to register code, once, at the first call.
//
// A walk over the reachable opcodes in address order, with a picture of the value stack (values.ts)
// in which loads of locals and constants are not carried out but forwarded to their use. What
// becomes one instruction: compare and branch, the head of a counting loop, an operation and the
// store of its result into a local. SETUP_* and POP_EXCEPT_JUMP become rows of a static handler
// table: entering a try costs nothing. Leaving blocks by return, break or continue is resolved here
// as well (exits through finally blocks are numbered).
//
// Registers: arguments, free variables (cells), other locals, value stack, then two for each
// nesting level of exception blocks (the exception being handled; a return value on its way), one
// for scratch.
//
// Parts: translation.ts (the function at hand, its registers), opcode_steps.ts and
// opcode_building.ts (an opcode at a time), counting_loops.ts, conditions.ts, block_exits.ts.
import { allocRaw, allocRawZeroed } from "../heap/allocator";
import { objectZeroed } from "../objects/object_new";
import {
  CodeObject, CODE_GENERATOR, CODE_VARARGS, CODE_VARKEYWORDS, CODE_COROUTINE, CODE_ASYNC_GENERATOR,
} from "../bytecode/code";
import { entriesBegin, nextEntry, entryOffset, entryLine, entryForced } from "../bytecode/lines";
import { Op as B } from "../bytecode/opcodes";
import { raise, raiseNoMemory, RuntimeError } from "../objects/errors";
import { Op } from "./ops";
import { noteCode } from "./globals";
import { noteTranslated } from "./debug";
import { RegisterCode, REGISTER_CODE_TYPE, ENTRY_COMPLEX, HANDLER_ROW, HANDLER_BEGIN, HANDLER_END,
  HANDLER_TARGET, HANDLER_REGISTER, HANDLER_KEEP, HANDLER_LEVEL,
  HANDLER_FINALLY, CACHE_UNITS, DEPTH_UNKNOWN, WIDE } from "./register_code";
import { decode, opcode, next } from "./decode";
import * as A from "./analysis";
import * as V from "./values";
import * as E from "./emit";
import {
  source, locals, arguments_, free, scratch, following, places, ranges, setHere, setFollowing,
  setRegisters, tablesBegin, tablesEnd, translationBegin, localRegister, keepRegister,
} from "./translation";
import { markLoops, countingLoop, loopResume } from "./counting_loops";
import { translateOne } from "./opcode_steps";
import { handlerLevels, keepAround } from "./block_exits";

/** Code from here on is large (emit.ts). Less cannot need more than 65,535 units: an attribute is 2
 *  bytes and 4 units. Unit: bytes. */
const LARGE: u32 = 20000;

/** The register code of `c`, made if need be. 0 with RuntimeError (damaged code) or MemoryError
 *  pending. */
export function translate(c: CodeObject): RegisterCode {
  if (c.registerCode != 0) return changetype<RegisterCode>(c.registerCode);
  translationBegin(c);
  let result = changetype<RegisterCode>(0);
  if (A.analyse(c.code, c.codeLength, locals)) {
    if (locals + A.deepest + 2 * A.deepestLevel + 8 > 0xff00) {
      raise(RuntimeError, "function too large");
    } else {
      setRegisters();
      markLoops();
      if (A.analyseAssignment(free + arguments_)) {
        E.emitBegin(c.codeLength > LARGE);
        if (tablesBegin(c.codeLength) && V.valuesBegin(A.deepest, locals + 2 * A.deepestLevel,
            scratch)) {
          walk();
          E.resolveJumps(places);
          if (!E.emitFailed) result = finish();
          else if (E.code.at == 0) raiseNoMemory(c.codeLength);
          else raise(RuntimeError, "function too large");
        } else {
          raiseNoMemory(c.codeLength);
        }
        V.valuesEnd();
        tablesEnd();
        E.emitEnd();
      }
      A.assignmentEnd();
    }
  }
  A.analysisEnd();
  if (changetype<usize>(result) == 0) return result;
  // Code of which nobody knows would keep stale caches.
  if (!noteCode(result)) { raiseNoMemory(4); return changetype<RegisterCode>(0); }
  c.registerCode = changetype<usize>(result);
  noteTranslated(result);
  return result;
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
    let depth = V.reach();
    if (!decode(at)) break;                                   // in unreachable code
    if (A.depthAt(at) == <u32>A.UNREACHED) { at = next; reachable = false; continue; }
    if (A.markAt(at)) {
      if (reachable) {
        if (A.markAt(at) & A.MARK_HANDLER) {
          V.settleAll();
          keepAround(A.blockAt(at));
        }
        V.settleAll();
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
    setHere(at);
    depth = max(depth, V.reach());
    if (opcode == B.LOAD_CONST_SMALL_INT && countingLoop(at)) {
      E.noteDepth(depth, handlerLevels());
      at = loopResume;
      reachable = true;
      continue;
    }
    decode(at);
    setFollowing(next);
    // The method of SetupWith's second pair has its self above what the opcode leaves.
    if (opcode == B.SETUP_WITH) depth += 3;
    const fallsThrough = translateOne();
    E.noteDepth(max(depth, V.reach()), handlerLevels());
    at = following;
    reachable = fallsThrough;
  }
  closeRanges(source.codeLength);
  E.noteDepth(DEPTH_UNKNOWN, DEPTH_UNKNOWN);
}
/** Ends the guarded ranges of blocks whose handler begins at `at`. */
function closeRanges(at: u32): void {
  if (at < source.codeLength && !(A.markAt(at) & A.MARK_HANDLER)) return;
  for (let b: u32 = 1; b <= A.blockCount; b++) {
    const row = ranges + (<usize>b << 3);
    if (A.blockHandler(b) == at && load<u32>(row, 4) == 0) store<u32>(row, E.code.count, 4);
  }
}
// ---- the result ----

function finish(): RegisterCode {
  const zero = changetype<RegisterCode>(0);
  const r = changetype<RegisterCode>(objectZeroed(REGISTER_CODE_TYPE, offsetof<RegisterCode>()));
  if (changetype<usize>(r) == 0) return zero;
  r.code = changetype<usize>(source);
  // caches behind the constants
  let units = E.constants.count, listed: u32 = 0;
  for (let i: u32 = 0; i < E.caches.count; i++) {
    const size = load<u32>(E.caches.at + (<usize>i << 3), 4);
    units += size;
    if (size == CACHE_UNITS) listed++;
  }
  const instructions = allocRaw(<usize>E.code.count << 3),
    pool = allocRawZeroed((<usize>units << 3) + 8);
  const lines = allocRaw((<usize>E.lines.count << 3) + 8), depths = allocRaw(E.code.count << 1),
    list = allocRaw((<usize>listed << 2) + 4);
  const handlers = A.blockCount == 0 ? 0 : allocRaw(<usize>A.blockCount * HANDLER_ROW);
  if (instructions == 0 || pool == 0 || lines == 0 || depths == 0 || list == 0
      || (A.blockCount != 0 && handlers == 0)) {
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
    const instruction = E.code.at + (<usize>load<u32>(row) << 3);
    store<u16>(instruction, <u16>at, 6);
    if (at > 0xffff) {
      store<u16>(instruction, <u16>(<u32>load<u16>(instruction) | WIDE));
      store<u16>(instruction, <u16>(at >> 16), 12);
    }
  }
  memory.copy(instructions, E.code.at, <usize>E.code.count << 3);
  memory.copy(lines, E.lines.at, <usize>E.lines.count << 3);
  memory.copy(depths, E.depths.at, E.code.count << 1);
  for (let b: u32 = 1; b <= A.blockCount; b++) {
    const row = handlers + <usize>(b - 1) * HANDLER_ROW, range = ranges + (<usize>b << 3);
    store<u32>(row, load<u32>(range), HANDLER_BEGIN);
    store<u32>(row, load<u32>(range, 4), HANDLER_END);
    store<u32>(row, load<u32>(places + (<usize>A.blockHandler(b) << 2)), HANDLER_TARGET);
    store<u32>(row, V.stackRegister(A.blockDepth(b)), HANDLER_REGISTER);
    store<u32>(row, keepRegister(b), HANDLER_KEEP);
    store<u32>(row, A.blockLevel(b) << 1 | (A.blockIsFinally(b) ? HANDLER_FINALLY : 0),
      HANDLER_LEVEL);
  }
  sortHandlers(handlers, A.blockCount);
  r.instructions = instructions;
  r.count = E.code.count;
  r.pool = pool;
  r.constants = E.constants.count;
  r.poolUnits = units;
  r.frameSize = scratch + 1;
  r.frameBytes = r.frameSize << 3;
  const plain =
    !(source.codeFlags & (CODE_GENERATOR | CODE_VARARGS | CODE_VARKEYWORDS | CODE_COROUTINE
    | CODE_ASYNC_GENERATOR)) && source.keywordOnly == 0;
  r.plainArguments = plain ? source.positional - free : ENTRY_COMPLEX;
  r.argumentRegisters = arguments_;
  r.freeVariables = free;
  r.locals = locals;
  r.stackBase = V.stackRegister(0);
  r.depths = depths;
  r.handlers = handlers;
  r.handlerCount = A.blockCount;
  r.lines = lines;
  r.lineCount = E.lines.count;
  r.cacheList = list;
  r.cacheCount = n;
  return r;
}
/** Deeper blocks last: a search from the end finds the innermost first. Blocks are few; insertion
 *  sort by level. */
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
