// What the host sets before a program begins, and how it reads the result: the small change of the border.
import { RAISED, NOTHING, isSmallInt } from "../core/value";
import { isExactly } from "../heap/header";
import { takePending } from "../objects/errors";
import { STR_TYPE, strNew, internBytes } from "../objects/str";
import { ListObject, LIST_TYPE, listAppend } from "../objects/list";
import { TableObject, tableGetName, tableSetName } from "../objects/table";
import { ModuleObject, builtinModule } from "../objects/module";
import { NONE, TRUE, FALSE } from "../objects/singletons";
import { intPart } from "../objects/int";
import { floatPart, toF64 } from "../objects/float";
import { resolvePath, setCurrentDirectory } from "../objects/paths";
import { setStress } from "../vm/safepoint";
import { setPoison } from "../heap/allocator";
import { S_sys, S_argv, S_path } from "../objects/names";
import { mainGlobals, resultValue, giveText } from "./main";
import { waitUntil } from "../objects/hooks";
import { strOf } from "../objects/protocol";

/** Appends a str to a list of sys. */
function append(name: usize, at: usize, bytes: u32): void {
  const sys = builtinModule(S_sys);
  if (sys == RAISED || sys == NOTHING) return;
  const list = tableGetName(changetype<TableObject>(changetype<ModuleObject>(<usize>sys).dict), name);
  const s = strNew(at, bytes);
  if (s != RAISED && isExactly(list, LIST_TYPE)) listAppend(changetype<ListObject>(<usize>list), s);
}
export function addArgument(at: usize, bytes: u32): void { append(S_argv, at, bytes); }
export function addPath(at: usize, bytes: u32): void { append(S_path, at, bytes); }
/** Sets the current directory, if it is not too long. */
export function setDirectory(at: usize, bytes: u32): void {
  if (!resolvePath(at, bytes, 0) || !setCurrentDirectory()) takePending();
}
/** Sets a global of __main__ (`__file__`, `__package__`) to a str: name and value lie behind each other. */
export function setGlobal(at: usize, nameBytes: u32, valueBytes: u32): void {
  const name = internBytes(at, nameBytes), value = strNew(at + nameBytes, valueBytes);
  if (name == RAISED || value == RAISED) { takePending(); return; }
  tableSetName(changetype<TableObject>(<usize>mainGlobals()), <usize>name, value);
}
/** Test builds of programs: collect at every safepoint and fill what is freed. */
export function stress(on: bool): void { setStress(on); setPoison(on); }

/** Unit: ms of the host's monotonic clock. */
export function waitUntilMs(): f64 { return waitUntil; }

// What the result is; js/host/core.ts has the same numbers.
const KIND_NONE: i32 = 0;
const KIND_FALSE: i32 = 1;
const KIND_TRUE: i32 = 2;
const KIND_INT: i32 = 3;
const KIND_FLOAT: i32 = 4;
const KIND_STR: i32 = 5;
const KIND_OTHER: i32 = 6;
export function resultKind(): i32 {
  const v = resultValue();
  if (v == NOTHING || v == NONE) return KIND_NONE;
  if (v == FALSE) return KIND_FALSE;
  if (v == TRUE) return KIND_TRUE;
  if (isSmallInt(v) || intPart(v) != NOTHING) return KIND_INT;
  if (floatPart(v) != NOTHING) return KIND_FLOAT;
  return isExactly(v, STR_TYPE) ? KIND_STR : KIND_OTHER;
}
/** A float result as a number. */
export function resultNumber(): f64 { return toF64(resultValue()); }
/** Leaves str(result) in textAt, textLength. Returns 1; 0 if it raised. A nested run. */
export function resultString(): i32 { return giveText(strOf(resultValue())) ? 1 : 0; }
