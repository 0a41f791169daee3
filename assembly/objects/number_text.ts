// Arguments of int(), float() and complex() that are text: str, bytes, bytearray.
import { Value, RAISED } from "../core/value";
import { utf8Decode, utf8SequenceLength } from "../core/utf8";
import { isUnicodeSpace, decimalValue } from "../core/unicode";
import { allocRaw, freeRaw } from "../heap/allocator";
import { chargeScan, chargeWork } from "../heap/events";
import { StrObject, STR_ASCII } from "./str";
import { raiseText, raiseNoMemory } from "./errors";
import { Buffer, BUFFER_BYTES, tryBuffer } from "./buffer";
import { strPart, reprOf } from "./protocol";
import { Text } from "./text";

const INFO: usize = memory.data(BUFFER_BYTES, 8);
/** Result of numberText: the ASCII characters, white space at both ends taken off. Good until
 *  numberTextDone. */
export let numberAt: usize = 0;
export let numberBytes: u32 = 0;
/** Copy made for a str with other than ASCII characters; 0: none. */
let copy: usize = 0;

/** Reads the text of `v`. Digits of all scripts become ASCII ones, white space becomes spaces.
 *  False without exception: `v` is no text; false with one pending: MemoryError. `bytes`:
 *  bytes-like objects are accepted. numberTextDone must follow a true. */
export function numberText(v: Value, bytes: bool): bool {
  const s = strPart(v);
  copy = 0;
  if (changetype<usize>(s) != 0) {
    numberAt = s.data;
    numberBytes = s.lengthBytes;
    chargeScan(numberBytes);
    if (!(s.flags & STR_ASCII)) {
      copy = allocRaw(s.lengthBytes);
      chargeWork(s.lengthBytes << 1);
      if (copy == 0) { raiseNoMemory(s.lengthBytes); return false; }
      let n: u32 = 0;
      const end = s.data + s.lengthBytes;
      for (let p = s.data; p < end; p += utf8SequenceLength(load<u8>(p))) {
        const c = utf8Decode(p), d = decimalValue(c);
        store<u8>(copy + n++,
          <u8>(c < 128 ? c : d >= 0 ? <u32>d + 48 : isUnicodeSpace(c) ? 32 : 63));
      }
      numberAt = copy;
      numberBytes = n;
    }
  } else {
    const info = changetype<Buffer>(INFO);
    if (!bytes || !tryBuffer(v, info, false)) return false;
    numberAt = info.data;
    numberBytes = info.lengthBytes;
    chargeScan(numberBytes);
  }
  while (numberBytes != 0 && isUnicodeSpace(load<u8>(numberAt))) { numberAt++; numberBytes--; }
  while (numberBytes != 0 && isUnicodeSpace(load<u8>(numberAt + numberBytes - 1))) numberBytes--;
  return true;
}
export function numberTextDone(): void {
  freeRaw(copy);
  copy = 0;
}
/** Makes type(message + repr(v)) pending, the repr cut to 200 characters. Returns RAISED. */
export function raiseBadText(type: usize, message: Text, v: Value): Value {
  const r = reprOf(v);
  if (r == RAISED) return RAISED;
  const s = changetype<StrObject>(<usize>r);
  let at = s.data;
  const end = at + s.lengthBytes;
  for (let i = 0; i < 200 && at < end; i++) at += utf8SequenceLength(load<u8>(at));
  message.bytes(s.data, <u32>(at - s.data));
  return raiseText(type, message);
}
