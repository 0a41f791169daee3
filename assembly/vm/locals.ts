// The locals of a function's frame, as locals() and the debugger see them.
import { Value, RAISED, NOTHING } from "../core/value";
import { isExactly } from "../heap/header";
import { CodeObject } from "../bytecode/code";
import { CellObject, CELL_TYPE } from "../objects/cell";
import { STR_TYPE } from "../objects/str";
import { TupleObject } from "../objects/tuple";
import { TableObject, dictNew, tableSetName } from "../objects/table";
import { RegisterCode } from "./register_code";
import { Frame } from "./frames";

/** Register of local number `i` of a code object: the arguments come first, then the free
 *  variables. */
export function localRegisterOf(r: RegisterCode, i: u32): u32 {
  const free = r.freeVariables, args = r.argumentRegisters;
  return i < free ? args + i : i < free + args ? i - free : i;
}
/** A new dict of a function's bound locals, cells and free variables. Raises MemoryError. */
export function localsOf(f: Frame): Value {
  const d = dictNew();
  if (d == RAISED) return RAISED;
  const r = changetype<RegisterCode>(f.code), code = changetype<CodeObject>(r.code);
  if (code.localNames == 0) return d;
  const names = changetype<TupleObject>(code.localNames);
  for (let i: u32 = 0; i < names.length; i++) {
    if (!isExactly(names.at(i), STR_TYPE)) continue;
    let v = load<u64>(f.fp + (<usize>localRegisterOf(r, i) << 3));
    if (v != NOTHING && isExactly(v, CELL_TYPE)) v = changetype<CellObject>(<usize>v).content;
    if (v == NOTHING) continue;
    if (!tableSetName(changetype<TableObject>(<usize>d), <usize>names.at(i), v)) return RAISED;
  }
  return d;
}
