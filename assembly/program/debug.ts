// The debugger's questions and orders from the host: breakpoints, steps, frames, their variables,
// evaluation.
//
// Everything here happens while the present task stands still, or does not run yet. Frames are
// counted from the innermost, 0. Python code that a question runs (__repr__, an expression, a
// breakpoint's condition) is a nested run with fuel of its own; what it raises does not reach the
// program.
import { Value, RAISED, NOTHING } from "../core/value";
import { typeOf, isExactly } from "../heap/header";
import { addRootMarker, collect, eachMarked, markValue } from "../heap/collector";
import { rootsMark, keep, release } from "../heap/roots";
import { StrObject, STR_TYPE, strNew, internStr, strLiteral } from "../objects/str";
import { TupleObject } from "../objects/tuple";
import { ListObject, listNew, listAppend } from "../objects/list";
import {
  TableObject, DICT_TYPE, dictNew, tableNext, tableEntry, entryKey, entryValue, tableGetName,
} from "../objects/table";
import { dictUpdate } from "../objects/dict";
import { TypeObject } from "../objects/type";
import { CellObject, CELL_TYPE } from "../objects/cell";
import { FunctionObject } from "../objects/function";
import { NONE } from "../objects/singletons";
import { truth, reprOf, strOf } from "../objects/protocol";
import { takePending, raised, SyntaxError, catchPending } from "../objects/errors";
import { bodyFunction, installCompiled, waitKind, waitUntil, waitToken,
  setWait } from "../objects/hooks";
import { textNew } from "../objects/text";
import { CodeObject, CodeContext, CODE_TYPE } from "../bytecode/code";
import { entriesBegin, nextEntry, entryLine } from "../bytecode/lines";
import { compileWith, COMPILE_EVAL, COMPILE_EXEC, COMPILE_RETURN_LAST } from "../compiler/compile";
import { RegisterCode, lineOf } from "../vm/register_code";
import { Frame, FRAME, ci, firstRecord, frame, K_CALL } from "../vm/frames";
import { callFunction, PUSHED, NESTED, runNested } from "../vm/calls";
import { localsOf, localRegisterOf } from "../vm/locals";
import { fileOf, formatException } from "../vm/traceback";
import { putFuelAside, takeFuelBack } from "../vm/safepoint";
import * as D from "../vm/debug";
import { giveText } from "./main";
import { showTask, runningTask, isInside, beginCall, endCall } from "./tasks";

/** Fuel for one question. Unit: as for programs; some hundredths of a second. */
const QUESTION_FUEL: i64 = 20_000_000;

/** What the last question gave: a list of names and values, or of one value. */
let answer: Value = NOTHING;
function markAnswer(): void { markValue(answer); }
export function debugInit(): void {
  D.debugInit(conditionHolds);
  installCompiled(noteCompiled);
  addRootMarker(markAnswer);
}

// ---- breakpoints ----

/** Adds a breakpoint: file and, behind it, a condition (an expression; none if `conditionBytes` is
 *  0), both UTF-8. Returns its id; 0: the condition has an error, or no memory (text: the
 *  exception). */
export function debugAdd(at: usize, fileBytes: u32, conditionBytes: u32, line: u32): i32 {
  const file = internStr(strNew(at, fileBytes));
  if (file == RAISED) return failed();
  const base = rootsMark();
  keep(file);
  let condition: Value = NOTHING, source: Value = NOTHING, ok = true;
  if (conditionBytes != 0) {
    source = strNew(at + fileBytes, conditionBytes);
    keep(source);
    condition = source == RAISED ? RAISED : compileQuestion(at + fileBytes, conditionBytes,
      COMPILE_EVAL, 0);
    keep(condition);
    ok = condition != RAISED;
  }
  const id = ok ? D.addBreakpoint(file, line, condition, source) : 0;
  if (id == 0) { release(base); return failed(); }
  D.placeBegin(id);
  collect();
  eachMarked(CODE_TYPE, placeLines);
  D.placeEnd();
  release(base);
  return <i32>id;
}
/** Removes the breakpoint; 0: all. */
export function debugRemove(id: u32): void { D.removeBreakpoint(id); }
/** Line of a breakpoint: the first with code from the one asked for on, 0: nothing of its file is
 *  compiled yet; with `asked` the one asked for. -1: there is no such breakpoint. */
export function debugLine(id: u32, asked: i32): i32 { return D.breakpointLine(id, asked != 0); }
/** Leaves a breakpoint's file (what 0) or condition (1). 0: there is none. */
export function debugText(id: u32, what: i32): bool {
  const s = D.breakpointText(id, what != 0);
  return s != NOTHING && giveText(s);
}
/** The id after this one, from 0 on; 0: that was the last. */
export function debugNext(id: u32): i32 { return <i32>D.nextBreakpoint(id); }

/** The lines with code of one code object. */
function placeLines(address: usize): void {
  const c = changetype<CodeObject>(address);
  if (changetype<CodeContext>(c.context).names == 0 || c.lines == 0) return;
  const file = fileOf(address);
  entriesBegin(c);
  while (nextEntry()) D.placeLine(file, entryLine);
}
/** A source was compiled: breakpoints of its file find their lines. */
function noteCompiled(code: Value): void {
  if (!D.hasBreakpoints()) return;
  D.placeBegin(0);
  placeTree(<usize>code);
  D.placeEnd();
}
function placeTree(address: usize): void {
  placeLines(address);
  const children = changetype<TupleObject>(changetype<CodeObject>(address).children);
  if (changetype<usize>(children) == 0) return;
  for (let i: u32 = 0; i < children.length; i++) placeTree(<usize>children.at(i));
}
/** The running frame is at a breakpoint with this condition. True: it holds, or raises. */
function conditionHolds(code: Value): bool {
  const asked = answer;
  const base = rootsMark();
  keep(asked);
  begin();
  const v = runIn(frame(), code);
  const t = v == RAISED ? 1 : truth(v);
  if (raised()) takePending();
  end();
  answer = asked;
  release(base);
  return t != 0;
}

// ---- steps and stops ----

/** Makes a task the one that all other questions are about. 0: it has no frames that can be looked
 *  at now. */
export function debugTask(id: i32): bool { return showTask(id); }
/** How the present task goes on: 0 runs on, 1 step into calls, 2 step over them, 3 out of the
 *  function. False: no memory. */
export function debugStep(mode: u32): bool { return D.beginStep(mode); }
/** Exceptions at which programs stop: 0 none, 1 those that nobody will catch, 2 all. */
export function debugExceptions(which: u32): void { D.setStopOnException(which); }
export function debugExceptionsNow(): i32 { return <i32>D.stopOnException; }
/** Why the present task stopped: vm/debug.ts, REASON_*. */
export function debugReason(): i32 { return <i32>D.stopReason(); }
/** The breakpoint at which it stopped; 0. */
export function debugBreakpoint(): i32 { return <i32>D.stopBreakpoint(); }
/** Breakpoints that were passed in nested runs, where a program cannot stop. */
export function debugSkipped(): i32 { return <i32>D.skippedHits; }
/** Leaves `Type: message` of the exception at which the task stopped. 0: it is none. */
export function debugException(): bool {
  const e = D.heldException();
  if (e == NOTHING) return false;
  begin();
  const t = textNew();
  t.str(changetype<TypeObject>(typeOf(e)).name);
  const message = strOf(e);
  if (message == RAISED) takePending();
  else if (changetype<StrObject>(<usize>message).lengthBytes != 0) {
    t.literal(": ");
    t.str(message);
  }
  end();
  return giveText(t.finish());
}

/** Number of instructions at which the interpreter asks the debugger; 0 while nobody debugs. */
export function debugPatched(): i32 { return D.patchedCount(); }

// ---- frames ----

/** The frame's record; 0: there is none. The first record stands for the host. */
function recordOf(index: u32): Frame {
  return changetype<Frame>(<i32>index >= 0 && <i32>index < debugDepth() ? ci - <usize>index * FRAME
    : 0);
}
/** Number of Python frames of the present task. */
export function debugDepth(): i32 { return <i32>((ci - firstRecord()) / FRAME); }
/** Line at which the frame is; 0: unknown, or no such frame. */
export function debugFrameLine(index: u32): i32 {
  const f = recordOf(index);
  if (changetype<usize>(f) == 0) return 0;
  const r = changetype<RegisterCode>(f.code);
  const at = <u32>((f.pc - r.instructions) >> 3);
  // The innermost frame's pc is the instruction to be carried out next, the others' is behind their
  // call.
  if (changetype<usize>(f) != ci || runningTask() != 0) return <i32>D.callLine(f);
  return <i32>(D.stoppedLine() != 0 ? D.stoppedLine() : lineOf(r, at));
}
/** Leaves the frame's file name (what 0) or function name (1). */
export function debugFrameText(index: u32, what: i32): bool {
  const f = recordOf(index);
  if (changetype<usize>(f) == 0) return false;
  const code = changetype<RegisterCode>(f.code).code;
  return giveText(what == 0 ? fileOf(code) : changetype<CodeObject>(code).name);
}

// ---- variables ----

/** Collects the variables of a frame: scope 0 its locals (with cells and free variables; a class or
 *  module: its namespace), 1 its globals. Returns how many; -1: no memory. */
export function debugVariables(index: u32, scope: i32): i32 {
  const f = recordOf(index);
  if (changetype<usize>(f) == 0) return 0;
  begin();
  const names = scope == 1 ? <u64>f.globals : namespaceOf(f);
  let count = -1;
  if (names != RAISED) {
    const base = rootsMark();
    keep(names);
    count = listEntries(changetype<TableObject>(<usize>names));
    release(base);
  }
  if (raised()) takePending();
  end();
  return count;
}
/** The frame's locals as a dict. RAISED with an exception pending. */
function namespaceOf(f: Frame): Value {
  if (f.locals == 0) return localsOf(f);
  if (isExactly(<u64>f.locals, DICT_TYPE)) return <u64>f.locals;
  const d = dictNew();
  if (d == RAISED) return RAISED;
  const base = rootsMark();
  keep(d);
  const ok = dictUpdate(d, <u64>f.locals);
  release(base);
  return ok ? d : RAISED;
}
function listEntries(t: TableObject): i32 {
  const list = listNew(t.used * 2);
  if (list == RAISED) return -1;
  answer = list;
  let n = 0;
  for (let i = tableNext(t, 0); i >= 0; i = tableNext(t, <u32>i + 1)) {
    const e = tableEntry(t, <u32>i);
    if (!isExactly(entryKey(e), STR_TYPE)) continue;
    if (!answerWith(entryKey(e), entryValue(e))) return -1;
    n++;
  }
  return n;
}
/** Appends a name and a value to the answer. */
function answerWith(name: Value, v: Value): bool {
  const list = changetype<ListObject>(<usize>answer);
  return listAppend(list, name) && listAppend(list, v);
}
/** Leaves a text about variable number `n` of the last answer: what 0: its name, 1: its type's
 *  name, 2: its repr, cut to `most` characters (0: all). */
export function debugVariableText(n: u32, what: i32, most: u32): bool {
  const slot = debugVariableSlot(n);
  if (slot == 0) return false;
  if (what == 0) return giveText(load<u64>(slot - 8));
  const v = load<u64>(slot);
  if (what == 1) return giveText(changetype<TypeObject>(typeOf(v)).name);
  begin();
  let s = reprOf(v);
  if (s == RAISED) {
    const t = textNew(), e = takePending();
    t.format("<repr raised %t>", e);
    s = t.finish();
  }
  end();
  if (most != 0 && s != RAISED) s = shortened(s, most);
  return giveText(s);
}
/** The first `most` characters of a str and "..." if it has more. */
function shortened(s: Value, most: u32): Value {
  const o = changetype<StrObject>(<usize>s);
  let bytes: u32 = 0, chars: u32 = 0;
  for (; bytes < o.lengthBytes; bytes++) {
    if ((load<u8>(o.data + bytes) & 0xc0) != 0x80 && ++chars > most) break;
  }
  if (bytes == o.lengthBytes) return s;
  const t = textNew();
  t.bytes(o.data, bytes);
  t.literal("...");
  return t.finish();
}
/** Address of the Value of variable number `n` of the last answer; 0: there is none. Valid until
 *  the next question. */
export function debugVariableSlot(n: u32): usize {
  const list = changetype<ListObject>(<usize>answer);
  return answer == NOTHING || n * 2 + 1 >= list.length ? 0 : list.items + (<usize>n << 4) + 8;
}

// ---- evaluation ----

/** Evaluates an expression, or runs statements (the last one's value counts), in a frame. 1: the
 *  result is variable 0 of the answer. 0: it raised (text: the traceback). Assignments change the
 *  frame's variables. */
export function debugEvaluate(index: u32, at: usize, bytes: u32): i32 {
  const f = recordOf(index);
  if (changetype<usize>(f) == 0) return 0;
  const base = rootsMark();
  begin();
  let code = compileQuestion(at, bytes, COMPILE_EVAL, 0);
  if (code == RAISED && catchPending(SyntaxError))
    code = compileQuestion(at, bytes, COMPILE_EXEC, COMPILE_RETURN_LAST);
  keep(code);
  let v = code == RAISED ? RAISED : runIn(f, code);
  keep(v);
  const list = v == RAISED ? RAISED : listNew(2);
  if (list != RAISED) {
    answer = list;
    answerWith(NONE, v);
  }
  const ok = list != RAISED;
  const given = ok ? 1 : failed();
  end();
  release(base);
  return given;
}
function compileQuestion(at: usize, bytes: u32, mode: i32, options: u32): Value {
  return compileWith(at, bytes, strLiteral("<debugger>"), mode, options);
}
/** Runs code in the frame's namespaces. The result, or RAISED. */
function runIn(f: Frame, code: Value): Value {
  const base = rootsMark();
  keep(code);
  const own = f.locals != 0;
  const locals = own ? <u64>f.locals : localsOf(f);
  keep(locals);
  let globals = <u64>f.globals;
  // Functions inside the code (lambdas, comprehensions) see its globals only: the locals are put
  // among them.
  if (!own && locals != RAISED && changetype<CodeObject>(<usize>code).children != 0) {
    globals = dictNew();
    keep(globals);
    if (globals == RAISED || !dictUpdate(globals, <u64>f.globals) || !dictUpdate(globals, locals)) {
      release(base);
      return RAISED;
    }
  }
  const function_ = locals == RAISED ? RAISED : bodyFunction(<usize>code, globals, locals);
  keep(function_);
  let v: Value = RAISED;
  if (function_ != RAISED && callFunction(changetype<FunctionObject>(<usize>function_), 0, 0, 0,
    NOTHING,
    K_CALL | NESTED, NOTHING, false) == PUSHED) v = runNested();
  keep(v);
  if (!own && v != RAISED) assignLocals(f, changetype<TableObject>(<usize>locals));
  release(base);
  return v;
}
/** Writes the values of a dict of locals back to the frame. */
function assignLocals(f: Frame, locals: TableObject): void {
  const r = changetype<RegisterCode>(f.code);
  const names = changetype<TupleObject>(changetype<CodeObject>(r.code).localNames);
  if (changetype<usize>(names) == 0) return;
  for (let i: u32 = 0; i < names.length; i++) {
    if (!isExactly(names.at(i), STR_TYPE)) continue;
    const v = tableGetName(locals, <usize>names.at(i));
    if (v == NOTHING) continue;
    const at = f.fp + (<usize>localRegisterOf(r, i) << 3), old = load<u64>(at);
    if (old != NOTHING && isExactly(old, CELL_TYPE)) changetype<CellObject>(<usize>old).content = v;
    else store<u64>(at, v);
  }
}

// ---- around a question ----

/** The question is asked on top of a task that stands still. */
let asksOnTop: bool = false;
let heldWaitKind: i32 = 0;
let heldWaitUntil: f64 = 0;
let heldWaitToken: i32 = 0;
/** Python code will run for a question: the program's fuel, requests and wait are put aside. */
function begin(): void {
  putFuelAside(QUESTION_FUEL);
  asksOnTop = !isInside();
  if (asksOnTop) beginCall();
  heldWaitKind = waitKind;
  heldWaitUntil = waitUntil;
  heldWaitToken = waitToken;
}
function end(): void {
  setWait(heldWaitKind, heldWaitUntil, heldWaitToken);
  takeFuelBack();
  if (asksOnTop) endCall();
}
/** Leaves the pending exception's traceback as text; takes it. Returns 0. */
function failed(): i32 {
  if (!raised()) { giveText(strLiteral("MemoryError")); return 0; }
  const e = takePending(), base = rootsMark();
  keep(e);
  const t = textNew();
  formatException(e, t, 0);
  giveText(t.finish());
  release(base);
  return 0;
}
