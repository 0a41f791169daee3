// method: a Python function bound to its first argument.
import { Value, RAISED } from "../core/value";
import { Header, TYPE_BYTES } from "../heap/header";
import { allocObject } from "../heap/allocator";
import { markValue } from "../heap/collector";
import { raiseNoMemory } from "./errors";

export const BOUND_METHOD_TYPE: usize = memory.data(TYPE_BYTES, 16);

@unmanaged export class BoundMethod extends Header {
  /** Mostly a FunctionObject; any callable is possible (types.MethodType). */
  function: Value;
  self: Value;
}

/** `function` bound to self. Raises MemoryError. */
export function boundMethodNew(fn: Value, self: Value): Value {
  const b = changetype<BoundMethod>(allocObject(offsetof<BoundMethod>()));
  if (changetype<usize>(b) == 0) return raiseNoMemory(offsetof<BoundMethod>());
  b.klass = BOUND_METHOD_TYPE;
  b.flags = 0;
  b.function = fn;
  b.self = self;
  return <u64>changetype<usize>(b);
}
/** mark slot. */
export function boundMethodMark(address: usize): void {
  markValue(changetype<BoundMethod>(address).function);
  markValue(changetype<BoundMethod>(address).self);
}
