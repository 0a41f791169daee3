// Buffers: raw access to the bytes of bytes, bytearray, array, memoryview.
//
// getBuffer asks a value's type for its memory. What it fills in is good until Python code runs or
// the object is resized: natives read it, do their work and forget it. A memoryview, which lives
// longer, asks again at each use (objects/memoryview.ts).
import { Value, NOTHING } from "../core/value";
import { typeOf } from "../heap/header";
import { TypeObject } from "./type";
import { raiseType, raised, TypeError } from "./errors";
import { InstanceObject, isInstance } from "./instance_layout";

//  0     4            8           12        16
//  |data |lengthBytes |itemFormat |itemSize |readonly
@unmanaged export class Buffer {
  /** Address of the first byte. */
  data: usize;
  /** Unit: bytes. */
  lengthBytes: u32;
  /** Code of an item as in the struct module, a character: `B` for bytes. */
  itemFormat: u32;
  /** Unit: bytes. */
  itemSize: u32;
  /** 1: must not be written to. */
  readonly: u32;
}
export const BUFFER_BYTES: i32 = 20;
if (offsetof<Buffer>() != BUFFER_BYTES) ERROR("BUFFER_BYTES");

/** Fills `info` with the memory of `v`. False without exception: `v` has none (or, if `writable`,
 *  none that may be written); false with one pending (raised()): a released memoryview. */
export function tryBuffer(v: Value, info: Buffer, writable: bool): bool {
  if ((v & 7) != 0 || v == NOTHING) return false;
  let t = changetype<TypeObject>(typeOf(v));
  if (isInstance(v)) {
    if (t.native == 0) return false;
    v = changetype<InstanceObject>(<usize>v).native;
    t = changetype<TypeObject>(typeOf(v));
  }
  if (t.buffer == 0) return false;
  if (!call_indirect<bool>(t.buffer, v, info, writable)) return false;
  return !writable || info.readonly == 0;
}
/** The same, raising TypeError if there is no such buffer. */
export function getBuffer(v: Value, info: Buffer, writable: bool): bool {
  if (tryBuffer(v, info, writable)) return true;
  return bufferMissing(v, writable);
}
/** Raises what getBuffer raises, unless something is pending already. Returns false. */
export function bufferMissing(v: Value, writable: bool): bool {
  if (!raised()) {
    raiseType(TypeError, writable ? "a read-write bytes-like object is required, not '"
      : "a bytes-like object is required, not '", v, "'");
  }
  return false;
}
