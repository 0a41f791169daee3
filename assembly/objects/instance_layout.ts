// Instances of Python classes and their shapes (hidden classes): the layouts. What happens with
// them: objects/instance.ts, objects/shape.ts.
//
// An instance's attributes lie in its slots, in the order of first assignment; its shape says which
// name has which slot. Instances made alike share a shape, so an inline cache needs one compare and
// one load. An instance whose __dict__ was taken, or from which an attribute was deleted, goes over
// to a real dict (shape with SHAPE_DICT) and keeps it.
import { Value } from "../core/value";
import { Header, KLASS_TYPE, TYPE_BYTES } from "../heap/header";

export const SHAPE_TYPE: usize = memory.data(TYPE_BYTES, 16);

//  0      4      8     12     16       20    24        28          32
//  |klass |flags |type |count |parent  |name |inline   |transitions|table
@unmanaged export class ShapeObject extends Header {
  /** TypeObject of the class (at KLASS_TYPE, as in a TypeObject). */
  type: u32;
  /** Attributes. Unit: slots. */
  count: u32;
  /** Shape without the last attribute; 0 for a root shape. */
  parent: usize;
  /** Name (interned StrObject) of the last attribute, which has slot count - 1. */
  name: usize;
  /** Slots inside instances of this shape and its children; further ones lie in `overflow`. */
  inlineSlots: u32;
  /** Shapes with one attribute more: a TableObject name -> shape; 0: none yet. */
  transitions: usize;
  /** Name -> slot (small int) for all attributes, a TableObject; 0: not yet made. */
  table: usize;
  /** Root shapes: the shape with SHAPE_DICT of the class, 0: not yet made. */
  dictShape: usize;
}
if (offsetof<ShapeObject>("type") != KLASS_TYPE) ERROR("ShapeObject.type must be at KLASS_TYPE");
/** ShapeObject.flags: instances keep their attributes in a dict (InstanceObject.overflow). */
export const SHAPE_DICT: u32 = 1;

//  0      4      8         12    16      24
//  |shape |flags |overflow |spare|native |slots ...
@unmanaged export class InstanceObject extends Header {
  /** Raw cell of slots beyond the inline ones: first word capacity (u64), then Values. With
   *  SHAPE_DICT: the DictObject. 0: none. */
  overflow: usize;
  spare: u32;
  /** Payload of a class derived from a built-in type (a list, an int, an ExceptionObject ...).
   *  NOTHING: none. */
  native: Value;
}
/** Where inline slots begin. Unit: bytes. */
export const INSTANCE_SLOTS: usize = 24;
if (offsetof<InstanceObject>() != INSTANCE_SLOTS) ERROR("InstanceObject moved");

/** True for instances of classes made in Python: their klass is a shape. */
export function isInstance(v: Value): bool {
  return load<u32>(load<u32>(select<usize>(0, <usize>v, (<u32>v & 7) != 0))) == <u32>SHAPE_TYPE;
}
