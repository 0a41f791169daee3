// Shapes: which attribute of an instance has which slot, and making instances. Layouts: instance_layout.ts.
import { Value, RAISED, NOTHING } from "../core/value";
import { ShapeObject, InstanceObject, INSTANCE_SLOTS } from "./instance_layout";

/** Address of slot `slot` (u64) of an instance with shape `shape`, which must have that slot. */
@inline export function slotAddress(instance: usize, shape: ShapeObject, slot: u32): usize {
  return slot < shape.inlineSlots ? instance + INSTANCE_SLOTS + (<usize>slot << 3)
    : changetype<InstanceObject>(instance).overflow + 8 + (<usize>(slot - shape.inlineSlots) << 3);
}
/** A new instance of a Python class, without attributes; native: NOTHING. Raises MemoryError. */
export function instanceNew(type: usize): Value { return unreachable(); }
