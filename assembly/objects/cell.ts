// cell: the box of a variable that closures share.
import { Value, NOTHING, RAISED } from "../core/value";
import { Header, TYPE_BYTES } from "../heap/header";
import { allocObject } from "../heap/allocator";
import { markValue } from "../heap/collector";
import { raise, raiseNoMemory, ValueError } from "./errors";
import { typeBegin } from "./builder";
import { OBJECT_TYPE, TYPE_FINAL } from "./type";

export const CELL_TYPE: usize = memory.data(TYPE_BYTES, 16);

@unmanaged export class CellObject extends Header {
  /** The variable's value; NOTHING: unbound. */
  content: Value;
}

/** A new cell. Raises MemoryError. */
export function cellNew(content: Value): Value {
  const c = changetype<CellObject>(allocObject(offsetof<CellObject>()));
  if (changetype<usize>(c) == 0) return raiseNoMemory(offsetof<CellObject>());
  c.klass = CELL_TYPE;
  c.flags = 0;
  c.content = content;
  return <u64>changetype<usize>(c);
}
function cellMark(address: usize): void { markValue(changetype<CellObject>(address).content); }

function cell_contents(self: Value): Value {
  const v = changetype<CellObject>(<usize>self).content;
  return v == NOTHING ? raise(ValueError, "Cell is empty") : v;
}
function cell_setContents(self: Value, v: Value): bool {
  changetype<CellObject>(<usize>self).content = v;
  return true;
}

export function cellInstall(): void {
  const t = typeBegin(CELL_TYPE, "cell", OBJECT_TYPE, cellMark);
  t.flag(TYPE_FINAL);
  t.attributeSet("cell_contents", cell_contents, cell_setContents);
}
