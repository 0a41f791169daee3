// translate and maketrans of str, bytes and bytearray.
import { Value, RAISED, NOTHING, isSmallInt, smallIntNew } from "../core/value";
import { isExactly } from "../heap/header";
import { rootsMark, keep, release } from "../heap/roots";
import { utf8Decode, utf8SequenceLength } from "../core/utf8";
import { raise, raised, catchPending, TypeError, ValueError, LookupError } from "./errors";
import { chargeScan, chargeWork } from "../heap/events";
import { Args } from "./args";
import { textNew } from "./text";
import { StrObject } from "./str";
import { TableObject, DICT_TYPE, tableGet } from "./table";
import { NONE } from "./singletons";
import { getItem, strPart } from "./protocol";
import { intPart, saturate } from "./int";
import { bytesNew } from "./bytes";
import { dataOf, bytesOf, finishLike, readBytes, partData, partBytes } from "./str_args";
import { argsToHelper } from "./frozen";

/** table[c] as translate wants it: what to write for `c`, NONE: nothing, NOTHING: c itself, or
 *  RAISED with an exception pending. May run Python. */
function lookUp(table: Value, dict: TableObject, c: u32): Value {
  if (changetype<usize>(dict) != 0) return tableGet(dict, smallIntNew(c));
  const r = getItem(table, smallIntNew(c));
  if (r != RAISED) return r;
  catchPending(LookupError);
  return NOTHING;
}
/** s.translate(table): table[code point] is a str, a code point, None; LookupError leaves the
 *  character. */
export function str_translate(args: Args, n: i32): Value {
  const self = args.at(0), table = args.at(1);
  const dict = changetype<TableObject>(isExactly(table, DICT_TYPE) ? <usize>table : 0);
  const out = textNew();
  const base = rootsMark();
  keep(out.value());
  let ok = true;
  const bytes = bytesOf(self);
  chargeWork(bytes);
  for (let at: u32 = 0; at < bytes; ) {
    const c = utf8Decode(dataOf(self) + at);
    const r = lookUp(table, dict, c);
    if (r == NOTHING) {
      if (raised()) { ok = false; break; }
      out.char(c);
    } else if (r != NONE) {
      const s = isSmallInt(r) ? changetype<StrObject>(0) : strPart(r);
      if (changetype<usize>(s) != 0) {
        out.bytes(s.data, s.lengthBytes);
      } else {
        const plain = intPart(r);
        if (plain == NOTHING) {
          raise(TypeError, "character mapping must return integer, None or str");
          ok = false;
          break;
        }
        const code = saturate(plain);
        if (code < 0 || code > 0x10ffff) {
          raise(ValueError, "character mapping must be in range(0x110000)");
          ok = false;
          break;
        }
        out.char(<u32>code);
      }
    }
    at += utf8SequenceLength(load<u8>(dataOf(self) + at));
  }
  release(base);
  if (!ok) { out.drop(); return RAISED; }
  return out.finish();
}
/** str.maketrans(x[, y[, z]]) -> dict for translate. */
export function str_maketrans(args: Args, n: i32): Value {
  return argsToHelper("_maketrans", args, n);
}

/** b.translate(table, /, delete=b''): table has 256 bytes or is None. */
export function bytes_translate(args: Args, n: i32): Value {
  const self = args.at(0);
  let table: usize = 0;
  if (args.at(1) != NONE) {
    if (!readBytes(args.at(1))) return RAISED;
    if (partBytes != 256) return raise(ValueError, "translation table must be 256 characters long");
    table = partData;
  }
  memory.fill(DROP, 0, 256);
  if (args.at(2) != NOTHING) {
    if (!readBytes(args.at(2))) return RAISED;
    for (let i = 0; i < partBytes; i++) store<u8>(DROP + <usize>load<u8>(partData + <usize>i), 1);
  }
  const out = textNew(), bytes = bytesOf(self), data = dataOf(self);
  const to = out.reserve(bytes);
  if (to == 0 && bytes != 0) return out.finish();
  let length: u32 = 0;
  chargeScan(bytes + <u32>partBytes);
  for (let i: u32 = 0; i < bytes; i++) {
    const b = <usize>load<u8>(data + i);
    if (load<u8>(DROP + b)) continue;
    store<u8>(to + length, table == 0 ? <u8>b : load<u8>(table + b));
    length++;
  }
  out.length = length;
  return finishLike(self, out);
}
const DROP: usize = memory.data(256, 8);
/** bytes.maketrans(from, to) -> bytes of 256. */
export function bytes_maketrans(args: Args, n: i32): Value {
  const r = bytesNew(DROP, 256);
  if (r == RAISED) return RAISED;
  const at = dataOf(r);
  for (let i: u32 = 0; i < 256; i++) store<u8>(at + i, <u8>i);
  if (!readBytes(args.at(0))) return RAISED;
  const from = partData, count = partBytes;
  if (!readBytes(args.at(1))) return RAISED;
  if (count != partBytes) return raise(ValueError, "maketrans arguments must have same length");
  for (let i = 0; i < count; i++)
    store<u8>(at + <usize>load<u8>(from + <usize>i), load<u8>(partData + <usize>i));
  return r;
}
