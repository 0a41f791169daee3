// Iterators over str, bytes and bytearray (also over array items, objects/array_type.ts).
//
// A str iterator keeps a byte offset, so that walking is linear for any text. An exhausted iterator
// lets go of its target.
import { Value, RAISED, END, smallIntNew } from "../core/value";
import { Header, TYPE_BYTES } from "../heap/header";
import { objectNew } from "./object_new";
import { markObject } from "../heap/collector";
import { utf8Decode, utf8SequenceLength, utf8Count } from "../core/utf8";
import { Args } from "./args";
import { StrObject, strOfChar } from "./str";
import { iteratorType } from "./iterators";

export const STR_ITER_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const BYTES_ITER_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const BYTEARRAY_ITER_TYPE: usize = memory.data(TYPE_BYTES, 16);

//  0      4      8       12     16
//  |klass |flags |target |offset|
@unmanaged export class TextIter extends Header {
  /** StrObject, bytes object or BlockObject; 0: exhausted. */
  target: usize;
  /** Of the next item. Unit: bytes. */
  offset: u32;
}
function textIterNew(type: usize, v: Value): Value {
  const it = changetype<TextIter>(objectNew(type, offsetof<TextIter>()));
  if (changetype<usize>(it) == 0) return RAISED;
  it.target = <usize>v;
  it.offset = 0;
  return <u64>changetype<usize>(it);
}
function textIterMark(address: usize): void { markObject(changetype<TextIter>(address).target); }

/** iter slots. Raise MemoryError. */
export function strIter(v: Value): Value { return textIterNew(STR_ITER_TYPE, v); }
export function bytesIter(v: Value): Value { return textIterNew(BYTES_ITER_TYPE, v); }
export function bytearrayIter(v: Value): Value { return textIterNew(BYTEARRAY_ITER_TYPE, v); }

export function str_iterator_next(v: Value): Value {
  const it = changetype<TextIter>(<usize>v), s = changetype<StrObject>(it.target);
  if (changetype<usize>(s) == 0) return END;
  const at = it.offset;
  if (at >= s.lengthBytes) { it.target = 0; return END; }
  const b = <u32>load<u8>(s.data + at);
  if (b < 128) { it.offset = at + 1; return strOfChar(b); }
  it.offset = at + utf8SequenceLength(<u8>b);
  return strOfChar(utf8Decode(s.data + at));
}
/** next slot of the iterators of bytes and bytearray (which may shrink meanwhile). */
export function bytes_iterator_next(v: Value): Value {
  const it = changetype<TextIter>(<usize>v), s = changetype<StrObject>(it.target);
  if (changetype<usize>(s) == 0) return END;
  const at = it.offset;
  if (at >= s.lengthBytes) { it.target = 0; return END; }
  it.offset = at + 1;
  return smallIntNew(load<u8>(s.data + at));
}
function str_iterator_hint(args: Args, n: i32): Value {
  const it = changetype<TextIter>(<usize>args.at(0)), s = changetype<StrObject>(it.target);
  return smallIntNew(it.target == 0 ? 0 : utf8Count(s.data + it.offset, s.lengthBytes - it.offset));
}
function bytes_iterator_hint(args: Args, n: i32): Value {
  const it = changetype<TextIter>(<usize>args.at(0)), s = changetype<StrObject>(it.target);
  return smallIntNew(it.target == 0 || it.offset > s.lengthBytes ? 0 : s.lengthBytes - it.offset);
}

export function stringIteratorsInstall(): void {
  iteratorType(STR_ITER_TYPE, "str_iterator", textIterMark, str_iterator_next)
    .method("__length_hint__", str_iterator_hint, 0, 0);
  iteratorType(BYTES_ITER_TYPE, "bytes_iterator", textIterMark, bytes_iterator_next)
    .method("__length_hint__", bytes_iterator_hint, 0, 0);
  iteratorType(BYTEARRAY_ITER_TYPE, "bytearray_iterator", textIterMark, bytes_iterator_next)
    .method("__length_hint__", bytes_iterator_hint, 0, 0);
}
