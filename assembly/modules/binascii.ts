// binascii: bytes to and from hexadecimal, base64, uuencode, quoted-printable; checksums.
// Behaviour: docs.python.org/3/library/binascii.html.
import { Value, RAISED, NOTHING, smallIntNew } from "../core/value";
import { raise, raised, raiseWith, TypeError, ValueError } from "../objects/errors";
import { BINASCII_ERROR, BINASCII_INCOMPLETE } from "../objects/module_errors";
import { Args } from "../objects/args";
import { Text, textNew } from "../objects/text";
import { ModuleBuilder } from "../objects/module_list";
import { STR_ASCII } from "../objects/str";
import { strPart } from "../objects/protocol";
import { indexValue } from "../objects/int";
import { intLow64 } from "../objects/bignum";
import { Buffer, BUFFER_BYTES, tryBuffer, getBuffer } from "../objects/buffer";
import { bytesFinish, bytesNew } from "../objects/bytes";
import { boolValue } from "../objects/singletons";
import { callHelper } from "../objects/frozen";
import { tailArg } from "../objects/hooks";
import { flag } from "./arguments";
import { hexOf } from "../objects/bytes_type";
import { chargeScan, chargeWork } from "../heap/events";

const INFO: usize = memory.data(BUFFER_BYTES, 8);
/** Bytes of the argument that readText found. */
let data: usize = 0;
let length: u32 = 0;

/** Bytes of a bytes-like object. False with TypeError pending. */
function readBytes(v: Value): bool {
  const info = changetype<Buffer>(INFO);
  if (!getBuffer(v, info, false)) return false;
  data = info.data;
  length = info.lengthBytes;
  // Of them a text is made, bit by bit.
  chargeWork(length >> 1);
  return true;
}
/** The same, or of an ASCII str. */
function readText(v: Value): bool {
  const s = strPart(v);
  if (changetype<usize>(s) == 0) {
    if (tryBuffer(v, changetype<Buffer>(INFO), false)) return readBytes(v);
    if (!raised())
      raiseWith(TypeError, "argument should be bytes, buffer or ASCII string, not '%t'", v);
    return false;
  }
  data = s.data;
  length = s.lengthBytes;
  chargeWork(length >> 1);
  if (!(s.flags & STR_ASCII))
    raise(ValueError, "string argument should contain only ASCII characters");
  return !raised();
}
/** Byte `i` of the argument, 0 behind its end. */
function byteAt(i: u32): u32 { return i < length ? load<u8>(data + i) : 0; }
/** Gives a result up for an error. */
function refuse(out: Text, message: string): Value {
  out.drop();
  return raise(BINASCII_ERROR, message);
}

// ---- hexadecimal ----

/** hexlify(data[, sep[, bytes_per_sep]]). */
function binascii_hexlify(args: Args, n: i32): Value {
  return readBytes(args.at(0)) ? hexOf(data, length, args, true) : RAISED;
}
function hexDigit(b: u32): i32 {
  return b - 48 < 10 ? <i32>(b - 48) : (b | 32) - 97 < 6 ? <i32>((b | 32) - 87) : -1;
}
/** The byte that two digits from `i` on are, negative if they are none. */
function hexPair(i: u32): i32 { return hexDigit(byteAt(i)) << 4 | hexDigit(byteAt(i + 1)); }
/** unhexlify(hexstr). */
function binascii_unhexlify(args: Args, n: i32): Value {
  if (!readText(args.at(0))) return RAISED;
  if (length & 1) return raise(BINASCII_ERROR, "Odd-length string");
  const out = textNew();
  for (let i: u32 = 0; i < length; i += 2) {
    const b = hexPair(i);
    if (b < 0) return refuse(out, "Non-hexadecimal digit found");
    out.byte(b);
  }
  return bytesFinish(out);
}

// ---- base64 ----

const BASE64: usize = memory.data<u8>([
  65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88,
  89, 90,
  97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116,
  117, 118,
  119, 120, 121, 122, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 43, 47,
]);
function base64Value(b: u32): i32 {
  if (b - 65 < 26) return <i32>(b - 65);
  if (b - 97 < 26) return <i32>(b - 71);
  if (b - 48 < 10) return <i32>(b + 4);
  return b == 43 ? 62 : b == 47 ? 63 : -1;
}
/** b2a_base64(data, *, newline=True). */
function binascii_b2a_base64(args: Args, n: i32): Value {
  const newline = flag(args.at(1), 1);
  if (newline < 0 || !readBytes(args.at(0))) return RAISED;
  const out = textNew();
  for (let i: u32 = 0; i < length; i += 3) {
    const to = out.reserve(4);
    if (to == 0) break;
    const w = <u32>load<u8>(data + i) << 16 | byteAt(i + 1) << 8 | byteAt(i + 2);
    store<u8>(to, load<u8>(BASE64 + (w >> 18)));
    store<u8>(to, load<u8>(BASE64 + (w >> 12 & 63)), 1);
    store<u8>(to, i + 1 < length ? load<u8>(BASE64 + (w >> 6 & 63)) : 61, 2);
    store<u8>(to, i + 2 < length ? load<u8>(BASE64 + (w & 63)) : 61, 3);
    out.length += 4;
  }
  if (newline) out.byte(10);
  return bytesFinish(out);
}
/** a2b_base64(string, /, *, strict_mode=False): other characters are skipped unless strict. */
function binascii_a2b_base64(args: Args, n: i32): Value {
  const strict = flag(args.at(1), 0);
  if (strict < 0 || !readText(args.at(0))) return RAISED;
  if (strict && length > 0 && load<u8>(data) == 61)
    return raise(BINASCII_ERROR, "Leading padding not allowed");
  const out = textNew();
  let place = 0, pads = 0, left: u32 = 0;
  for (let i: u32 = 0; i < length; i++) {
    const b = <u32>load<u8>(data + i);
    if (b == 61) {
      pads++;
      if (place >= 2 && place + pads >= 4) {
        if (strict && i + 1 < length) return refuse(out, "Excess data after padding");
        place = 0;                                            // complete
        break;
      }
      if (strict && place < 2) return refuse(out, "Discontinuous padding not allowed");
      continue;
    }
    const value = base64Value(b);
    if (value < 0) {
      if (strict) return refuse(out, "Only base64 data is allowed");
      continue;
    }
    if (strict && pads != 0) return refuse(out, "Discontinuous padding not allowed");
    pads = 0;
    // so many bits of `left` wait for more
    if (place != 0) out.byte(left << (place << 1) | value >> (6 - (place << 1)));
    left = value;
    place = (place + 1) & 3;
  }
  if (place == 0) return bytesFinish(out);
  if (place != 1) return refuse(out, "Incorrect padding");
  const count = out.length / 3 * 4 + 1;
  out.drop();
  return raiseWith(BINASCII_ERROR,
    "Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4",
    count);
}

// ---- uuencode, quoted-printable: frozen/seldom.py ----

/** The argument that was read, as bytes: the first argument of a helper. False with MemoryError
 *  pending. */
function given(): bool {
  const v = bytesNew(data, length);
  tailArg(0, v);
  return v != RAISED;
}
/** b2a_uu(data, /, *, backtick=False): at most 45 bytes in a line. */
function binascii_b2a_uu(args: Args, n: i32): Value {
  const backtick = flag(args.at(1), 0);
  if (backtick < 0 || !readBytes(args.at(0))) return RAISED;
  if (length > 45) return raise(BINASCII_ERROR, "At most 45 bytes at once");
  tailArg(1, smallIntNew(backtick ? 96 : 32));
  return given() ? callHelper("_b2a_uu", 2) : RAISED;
}
/** a2b_uu(string): one line. */
function binascii_a2b_uu(args: Args, n: i32): Value {
  if (!readText(args.at(0)) || !given()) return RAISED;
  tailArg(1, <u64>BINASCII_ERROR);
  return callHelper("_a2b_uu", 2);
}
/** a2b_qp(data, header=False). */
function binascii_a2b_qp(args: Args, n: i32): Value {
  const header = flag(args.at(1), 0);
  if (header < 0 || !readText(args.at(0)) || !given()) return RAISED;
  tailArg(1, boolValue(header != 0));
  return callHelper("_a2b_qp", 2);
}
/** b2a_qp(data, quotetabs=False, istext=True, header=False). */
function binascii_b2a_qp(args: Args, n: i32): Value {
  const tabs = flag(args.at(1), 0), text = flag(args.at(2), 1), header = flag(args.at(3), 0);
  if (tabs < 0 || text < 0 || header < 0 || !readBytes(args.at(0)) || !given()) return RAISED;
  tailArg(1, boolValue(tabs != 0));
  tailArg(2, boolValue(text != 0));
  tailArg(3, boolValue(header != 0));
  return callHelper("_b2a_qp", 4);
}

// ---- checksums ----

/** CRC-32 (polynomial EDB88320): table of the 256 bytes, filled at the first use. */
const CRC: usize = memory.data(1024, 4);
let crcReady: bool = false;
/** CRC-32 of bytes, going on from `crc`. */
export function crc32(at: usize, bytes: u32, crc: u32): u32 {
  if (!crcReady) {
    for (let i: u32 = 0; i < 256; i++) {
      let c = i;
      for (let k = 0; k < 8; k++) c = c & 1 ? c >> 1 ^ 0xedb88320 : c >> 1;
      store<u32>(CRC + (i << 2), c);
    }
    crcReady = true;
  }
  chargeScan(bytes);
  crc = ~crc;
  const end = at + bytes;
  for (; at < end; at++) crc = crc >> 8 ^ load<u32>(CRC + (((crc ^ load<u8>(at)) & 255) << 2));
  return ~crc;
}
/** crc32(data[, value]). */
function binascii_crc32(args: Args, n: i32): Value {
  const start = n > 1 ? indexValue(args.at(1)) : smallIntNew(0);
  if (start == RAISED || !readBytes(args.at(0))) return RAISED;
  return smallIntNew(crc32(data, length, <u32>intLow64(start)));
}
/** crc_hqx(data, value): CRC-CCITT. */
function binascii_crc_hqx(args: Args, n: i32): Value {
  const start = indexValue(args.at(1));
  if (start == RAISED || !readBytes(args.at(0))) return RAISED;
  let crc = <u32>intLow64(start) & 0xffff;
  chargeWork(length);
  for (let i: u32 = 0; i < length; i++) {
    crc ^= <u32>load<u8>(data + i) << 8;
    for (let k = 0; k < 8; k++) crc = (crc & 0x8000 ? crc << 1 ^ 0x1021 : crc << 1) & 0xffff;
  }
  return smallIntNew(crc);
}

export function install(m: ModuleBuilder): void {
  m.def("hexlify", binascii_hexlify, "data,sep=,bytes_per_sep=");
  m.def("b2a_hex", binascii_hexlify, "data,sep=,bytes_per_sep=");
  m.fn("unhexlify", binascii_unhexlify, 1, 1);
  m.fn("a2b_hex", binascii_unhexlify, 1, 1);
  m.def("b2a_base64", binascii_b2a_base64, "data,/,*,newline=");
  m.def("a2b_base64", binascii_a2b_base64, "data,/,*,strict_mode=");
  m.def("b2a_uu", binascii_b2a_uu, "data,/,*,backtick=");
  m.fn("a2b_uu", binascii_a2b_uu, 1, 1);
  m.def("b2a_qp", binascii_b2a_qp, "data,quotetabs=,istext=,header=");
  m.def("a2b_qp", binascii_a2b_qp, "data,header=");
  m.fn("crc32", binascii_crc32, 1, 2);
  m.fn("crc_hqx", binascii_crc_hqx, 2, 2);
  m.constant("Error", <u64>BINASCII_ERROR);
  m.constant("Incomplete", <u64>BINASCII_INCOMPLETE);
}
