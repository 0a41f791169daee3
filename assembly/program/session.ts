// What the host sets before a program begins, and how it reads the result: the small change of the
// border.
import { Value, RAISED, NOTHING, isSmallInt } from "../core/value";
import { isExactly } from "../heap/header";
import { takePending } from "../objects/errors";
import { STR_TYPE, strNew, strLiteral, internBytes } from "../objects/str";
import { ListObject, LIST_TYPE, listAppend } from "../objects/list";
import { TableObject, dictNew, tableGetName, tableSetName } from "../objects/table";
import { ModuleObject, builtinModule } from "../objects/module";
import { NONE, TRUE, FALSE } from "../objects/singletons";
import { intPart, intParse } from "../objects/int";
import { floatPart, floatNew, toF64 } from "../objects/float";
import { resolvePath, setCurrentDirectory } from "../objects/paths";
import { setStress } from "../vm/safepoint";
import { setPoison } from "../heap/allocator";
import { S_sys, S_argv, S_path, S___name__ } from "../objects/names";
import { mainGlobals, setNextGlobals, nextGlobalsNow, giveText } from "./main";
import { resultOf, hostCallBegin, hostCallEnd } from "./tasks";
import { strOf } from "../objects/protocol";

/** Appends a str to a list of sys. */
function append(name: usize, at: usize, bytes: u32): void {
  const sys = builtinModule(S_sys);
  if (sys == RAISED || sys == NOTHING) return;
  const list = tableGetName(changetype<TableObject>(changetype<ModuleObject>(<usize>sys).dict),
    name);
  const s = strNew(at, bytes);
  if (s != RAISED && isExactly(list, LIST_TYPE)) listAppend(changetype<ListObject>(<usize>list), s);
}
export function addArgument(at: usize, bytes: u32): void { append(S_argv, at, bytes); }
export function addPath(at: usize, bytes: u32): void { append(S_path, at, bytes); }
/** Sets the current directory, if it is not too long. */
export function setDirectory(at: usize, bytes: u32): void {
  if (!resolvePath(at, bytes, 0) || !setCurrentDirectory()) takePending();
}
/** Sets a global of __main__ (`__file__`, `__package__`) to a str: name and value lie behind each
 *  other. */
export function setGlobal(at: usize, nameBytes: u32, valueBytes: u32): void {
  const name = internBytes(at, nameBytes), value = strNew(at + nameBytes, valueBytes);
  if (name == RAISED || value == RAISED) { takePending(); return; }
  tableSetName(changetype<TableObject>(<usize>mainGlobals()), <usize>name, value);
}
/** Sets a global of the namespace that newGlobals made. kind: KIND_*; of KIND_INT (decimal) and
 *  KIND_STR the text behind the name is the value. False (0): there is no memory, or no such
 *  namespace. */
export function putGlobal(at: usize, nameBytes: u32, kind: i32, number: f64, textBytes: u32): i32 {
  const name = internBytes(at, nameBytes);
  let value: Value;
  switch (kind) {
    case KIND_FALSE: value = FALSE; break;
    case KIND_TRUE: value = TRUE; break;
    case KIND_INT: value = intParse(at + nameBytes, textBytes, 10); break;
    case KIND_FLOAT: value = floatNew(number); break;
    case KIND_STR: value = strNew(at + nameBytes, textBytes); break;
    default: value = NONE;
  }
  const dict = nextGlobalsNow();
  if (name == RAISED || value == RAISED || dict == NOTHING
    || !tableSetName(changetype<TableObject>(<usize>dict), <usize>name, value)) {
    takePending();
    return 0;
  }
  return 1;
}
/** Stress tests: collect at least every `safepoints` safepoints (1: at each) and fill what is
 *  freed; 0: not. May be called from within poll. */
export function stress(safepoints: i32): void { setStress(safepoints); setPoison(safepoints != 0); }

/** The next program runs in a namespace of its own, not in __main__'s. False (0): there is no
 *  memory. */
export function newGlobals(): i32 {
  const dict = dictNew();
  const name = strLiteral("__main__");
  if (dict == RAISED || name == RAISED || !tableSetName(changetype<TableObject>(<usize>dict),
      S___name__, name)) {
    takePending();
    return 0;
  }
  setNextGlobals(dict);
  return 1;
}

// What the result is; js/host/core.ts has the same numbers.
const KIND_NONE: i32 = 0;
const KIND_FALSE: i32 = 1;
const KIND_TRUE: i32 = 2;
const KIND_INT: i32 = 3;
const KIND_FLOAT: i32 = 4;
const KIND_STR: i32 = 5;
const KIND_OTHER: i32 = 6;
export function resultKind(id: i32): i32 {
  const v = resultOf(id);
  if (v == NOTHING || v == NONE) return KIND_NONE;
  if (v == FALSE) return KIND_FALSE;
  if (v == TRUE) return KIND_TRUE;
  if (isSmallInt(v) || intPart(v) != NOTHING) return KIND_INT;
  if (floatPart(v) != NOTHING) return KIND_FLOAT;
  return isExactly(v, STR_TYPE) ? KIND_STR : KIND_OTHER;
}
/** A float result as a number. */
export function resultNumber(id: i32): f64 { return toF64(resultOf(id)); }
/** Leaves str(result) in textAt, textLength. Returns 1; 0 if it raised. A nested run. */
export function resultString(id: i32): i32 {
  const call = hostCallBegin(0);
  const given = giveText(strOf(resultOf(id)));
  hostCallEnd(call);
  return given ? 1 : 0;
}
