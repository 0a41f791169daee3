// function: what `def` and `lambda` make. Calling it is the VM's work (vm/calls.ts).
import { Value, RAISED, NOTHING } from "../core/value";
import { Header, TYPE_BYTES, isExactly } from "../heap/header";
import { allocObject } from "../heap/allocator";
import { markValue, markObject } from "../heap/collector";
import { raiseNoMemory } from "./errors";

export const FUNCTION_TYPE: usize = memory.data(TYPE_BYTES, 16);

//  0      4      8    12      16       20         24      28   32   36          40   48       56  64
//  |klass |flags |code|globals|defaults|kwdefaults|closure|dict|entry|annotations|name|qualname|doc|module
@unmanaged export class FunctionObject extends Header {
  /** CodeObject (bytecode/code.ts). */
  code: usize;
  /** DictObject of the module it was defined in. */
  globals: usize;
  /** TupleObject: values for the last positional arguments; 0: none. */
  defaults: usize;
  /** DictObject of keyword-only arguments' defaults; 0: none. */
  kwdefaults: usize;
  /** TupleObject of CellObjects; 0: none. */
  closure: usize;
  /** DictObject of attributes that the program set; 0: none yet. */
  dict: usize;
  /** Native tier: table index of the compiled function, 0: none. */
  entry: u32;
  /** DictObject: __annotations__; 0: none yet. */
  annotations: usize;
  /** NOTHING: the code's. */
  name: Value;
  /** NOTHING: the code's. */
  qualname: Value;
  /** NOTHING: the code's docstring. */
  doc: Value;
  /** NOTHING: __name__ of globals. */
  module: Value;
}

/** A new function; addresses as in FunctionObject (0: none). Raises MemoryError. */
export function functionNew(code: usize, globals: usize, defaults: usize, kwdefaults: usize, closure: usize): Value {
  const f = changetype<FunctionObject>(allocObject(offsetof<FunctionObject>()));
  if (changetype<usize>(f) == 0) return raiseNoMemory(offsetof<FunctionObject>());
  memory.fill(changetype<usize>(f), 0, offsetof<FunctionObject>());
  f.klass = FUNCTION_TYPE;
  f.code = code;
  f.globals = globals;
  f.defaults = defaults;
  f.kwdefaults = kwdefaults;
  f.closure = closure;
  return <u64>changetype<usize>(f);
}
/** mark slot. */
export function functionMark(address: usize): void {
  const f = changetype<FunctionObject>(address);
  markObject(f.code);
  markObject(f.globals);
  markObject(f.defaults);
  markObject(f.kwdefaults);
  markObject(f.closure);
  markObject(f.dict);
  markObject(f.annotations);
  markValue(f.name);
  markValue(f.qualname);
  markValue(f.doc);
  markValue(f.module);
}
@inline export function isFunction(v: Value): bool { return isExactly(v, FUNCTION_TYPE); }
