// The format mini-language: [[fill]align][sign][z][#][0][width][grouping][.precision][type].
//
// parseSpec reads a spec into a FormatSpec; number_format.ts and str_format.ts obey it. The % operator
// fills one itself. Behaviour: docs.python.org/3/library/string.html#formatspec.
import { Value, NOTHING } from "../core/value";
import { clearWords } from "../core/memory";
import { utf8Decode, utf8SequenceLength } from "../core/utf8";
import { typeOf } from "../heap/header";
import { raise, raiseText, raiseFormat, ValueError } from "./errors";
import { StrObject } from "./str";
import { TypeObject } from "./type";
import { Text, textNew } from "./text";

@unmanaged export class FormatSpec {
  /** Fill character, a code point; default space, or `0` with the zero flag. */
  fill: u32;
  /** One of `<` `>` `=` `^` as a code point; 0: not given. */
  align: u32;
  /** One of `+` `-` space; 0: not given. */
  sign: u32;
  /** `z`: a negative zero is written without sign. 1 or 0. */
  z: u32;
  /** `#`. 1 or 0. */
  alternate: u32;
  /** `0` before the width: numbers are then aligned by `=` unless `align` says otherwise. 1 or 0. */
  zero: u32;
  /** Unit: characters. -1: not given. */
  width: i32;
  /** `,` or `_`; 0: not given. */
  grouping: u32;
  /** -1: not given. */
  precision: i32;
  /** The type character, a code point; 0: not given. */
  type: u32;
}
/** Bytes of a FormatSpec: callers take them with memory.data. */
export const FORMAT_SPEC_BYTES: i32 = 40;
if (offsetof<FormatSpec>() != 40) ERROR("FORMAT_SPEC_BYTES");

/** Sets everything to "not given". */
export function specClear(spec: FormatSpec): void {
  clearWords(changetype<usize>(spec), (FORMAT_SPEC_BYTES + 7) >> 3);
  spec.fill = 32;
  spec.width = -1;
  spec.precision = -1;
}
function isAlign(c: u32): bool { return c == 60 || c == 62 || c == 61 || c == 94; }

/** Where readNumber stopped. */
let cursor: usize = 0;
/** Digits at cursor as a number; -1: there are none; -2: ValueError is pending. */
function readNumber(end: usize): i32 {
  let n: i64 = 0;
  const begin = cursor;
  for (; cursor < end && <u32>load<u8>(cursor) - 48 < 10; cursor++) {
    n = n * 10 + load<u8>(cursor) - 48;
    if (n > i32.MAX_VALUE) {
      raise(ValueError, "Too many decimal digits in format string");
      return -2;
    }
  }
  return cursor == begin ? -1 : <i32>n;
}

/** Name (a str) of the type of the value that is being formatted, for messages; NOTHING: none. */
let typeName: Value = NOTHING;

/** Reads a spec (a StrObject) for the value `v` into `spec`. False with ValueError pending if it is not
 *  well-formed; the name of v's type goes into messages. */
export function parseSpec(text: Value, spec: FormatSpec, v: Value): bool {
  specClear(spec);
  typeName = changetype<TypeObject>(typeOf(v)).name;
  const s = changetype<StrObject>(<usize>text);
  let at = s.data;
  const end = at + s.lengthBytes;
  let fillGiven = false;
  if (at < end) {
    const first = utf8SequenceLength(load<u8>(at));
    if (at + first < end && isAlign(load<u8>(at + first))) {
      spec.fill = utf8Decode(at);
      spec.align = load<u8>(at + first);
      fillGiven = true;
      at += first + 1;
    } else if (isAlign(load<u8>(at))) {
      spec.align = load<u8>(at++);
    }
  }
  if (at < end && (load<u8>(at) == 43 || load<u8>(at) == 45 || load<u8>(at) == 32)) spec.sign = load<u8>(at++);
  if (at < end && load<u8>(at) == 122) { spec.z = 1; at++; }
  if (at < end && load<u8>(at) == 35) { spec.alternate = 1; at++; }
  if (!fillGiven && at < end && load<u8>(at) == 48) {
    spec.zero = 1;
    spec.fill = 48;
    at++;
  }
  cursor = at;
  spec.width = readNumber(end);
  if (spec.width == -2) return false;
  if (cursor < end && load<u8>(cursor) == 44) { spec.grouping = 44; cursor++; }
  if (cursor < end && load<u8>(cursor) == 95) {
    if (spec.grouping != 0) return bothGroupings();
    spec.grouping = 95;
    cursor++;
  }
  if (cursor < end && load<u8>(cursor) == 44 && spec.grouping == 95) return bothGroupings();
  if (cursor < end && load<u8>(cursor) == 46) {
    cursor++;
    spec.precision = readNumber(end);
    if (spec.precision == -2) return false;
    if (spec.precision == -1) {
      raise(ValueError, "Format specifier missing precision");
      return false;
    }
  }
  if (cursor < end) {
    spec.type = utf8Decode(cursor);
    cursor += utf8SequenceLength(load<u8>(cursor));
  }
  if (cursor != end) {
    raiseFormat(ValueError, "Invalid format specifier '%s' for object of type '%s'",
      text, typeName);
    return false;
  }
  return spec.grouping == 0 || groupingAllowed(spec);
}
function bothGroupings(): bool {
  raise(ValueError, "Cannot specify both ',' and '_'.");
  return false;
}
/** `,` goes with decimal types, `_` also with binary, octal and hexadecimal ones. */
function groupingAllowed(spec: FormatSpec): bool {
  switch (spec.type) {
    case 0: case 100: case 101: case 102: case 103: case 69: case 71: case 37: case 70: return true;
    case 98: case 111: case 120: case 88: if (spec.grouping == 95) return true;
  }
  const t = textNew();
  t.literal("Cannot specify '");
  t.byte(spec.grouping);
  t.literal("' with '");
  typeCharacter(spec.type, t);
  t.literal("'.");
  raiseText(ValueError, t);
  return false;
}
function typeCharacter(c: u32, t: Text): void {
  if (c > 32 && c < 128) { t.byte(c); return; }
  t.literal("\\x");
  t.hex(c, 1);
}
/** Makes ValueError "Unknown format code 'x' for object of type 'int'" pending, the type being that of the value
 *  parseSpec was last called for. Returns false. */
export function unknownCode(type: u32): bool {
  const t = textNew();
  t.literal("Unknown format code '");
  typeCharacter(type, t);
  t.format("' for object of type '%s'", typeName);
  raiseText(ValueError, t);
  return false;
}
