// What the host sets before a program begins: the small change of the border.
import { RAISED, NOTHING } from "../core/value";
import { isExactly } from "../heap/header";
import { takePending } from "../objects/errors";
import { strNew, strLiteral, internBytes } from "../objects/str";
import { ListObject, LIST_TYPE, listAppend } from "../objects/list";
import { TableObject, dictNew, tableGetName, tableSetName } from "../objects/table";
import { ModuleObject, builtinModule } from "../objects/module";
import { resolvePath, setCurrentDirectory } from "../objects/paths";
import { setStress } from "../vm/safepoint";
import { setPoison } from "../heap/allocator";
import { S_sys, S_argv, S_path, S___name__ } from "../objects/names";
import { mainGlobals, setNextGlobals } from "./main";

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
/** Stress tests: collect at least every `safepoints` safepoints (1: at each) and fill what is
 *  freed; 0: not. May be called from within poll. */
export function stress(safepoints: i32): void { setStress(safepoints); setPoison(safepoints != 0); }

/** The next program runs in a namespace of its own, not in __main__'s. False: there is no memory. */
export function newGlobals(): bool {
  const dict = dictNew();
  const name = strLiteral("__main__");
  if (dict == RAISED || name == RAISED || !tableSetName(changetype<TableObject>(<usize>dict),
      S___name__, name)) {
    takePending();
    return false;
  }
  setNextGlobals(dict);
  return true;
}
