// complex: layout and type of Python's `complex`.
//
//  0      4      8    16
//  |klass |flags |re  |im
import { Value } from "../core/value";
import { Header, TYPE_BYTES } from "../heap/header";
import { allocObject } from "../heap/allocator";
import { raiseNoMemory } from "./errors";

export const COMPLEX_TYPE: usize = memory.data(TYPE_BYTES, 16);
@unmanaged export class ComplexObject extends Header {
  re: f64;
  im: f64;
}
/** The complex number re + im j. Raises MemoryError. */
export function complexNew(re: f64, im: f64): Value {
  const c = changetype<ComplexObject>(allocObject(offsetof<ComplexObject>()));
  if (changetype<usize>(c) == 0) return raiseNoMemory(24);
  c.klass = COMPLEX_TYPE;
  c.flags = 0;
  c.re = re;
  c.im = im;
  return <u64>changetype<usize>(c);
}
/** Makes the type `complex`. At boot. */
export function complexInstall(): void {}
