// The format mini-language: [[fill]align][sign][z][#][0][width][grouping][.precision][type].
//
// parseSpec reads a spec into a FormatSpec; number_format.ts and str_format.ts obey it. The %
// operator fills one itself. Behaviour: docs.python.org/3/library/string.html#formatspec.
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
  /** `z`: a negative zero is written without sign. 0: not given. */
  z: u32;
  /** `#`. 0: not given. */
  alternate: u32;
  /** `0` before the width: numbers are then aligned by `=` unless `align` says otherwise. 0: not
   *  given. */
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

/** More characters than any str has. */
const MANY: i64 = 0x7ffffff0;
/** Where readNumber stopped. */
let cursor: usize = 0;
/** Digits at cursor as a number, MANY if it is larger; -1: there are none; -2: ValueError is
 *  pending. */
function readNumber(end: usize): i32 {
  let n: i64 = 0;
  const begin = cursor;
  for (; cursor < end && <u32>load<u8>(cursor) - 48 < 10; cursor++) {
    const digit = <i64>load<u8>(cursor) - 48;
    if (n > (i64.MAX_VALUE - digit) / 10) {
      raise(ValueError, "Too many decimal digits in format string");
      return -2;
    }
    n = n * 10 + digit;
  }
  return cursor == begin ? -1 : n > MANY ? <i32>MANY : <i32>n;
}

/** Takes the next byte if it is `a` or `b`; 0: it is another one. */
function takeOf(end: usize, a: u32, b: u32): u32 {
  if (cursor == end) return 0;
  const x = <u32>load<u8>(cursor);
  if (x != a && x != b) return 0;
  cursor++;
  return x;
}
/** Reads sign, `z`, `#` and (if no fill was given) `0` into their fields: each at most once, in this
 *  order, which is that of the fields. */
function readFlags(end: usize, spec: FormatSpec, fillGiven: bool): void {
  for (let last: usize = 0; cursor < end; cursor++) {
    const c = <u32>load<u8>(cursor);
    const field = c == 43 || c == 45 || c == 32 ? offsetof<FormatSpec>("sign")
      : c == 122 ? offsetof<FormatSpec>("z") : c == 35 ? offsetof<FormatSpec>("alternate")
      : c == 48 && !fillGiven ? offsetof<FormatSpec>("zero") : 0;
    if (field <= last) return;
    store<u32>(changetype<usize>(spec) + field, c);
    last = field;
  }
}
/** The number written at..end in ASCII digits; -1: not all are digits (or there are none); -2:
 *  ValueError is pending. */
export function digits(at: usize, end: usize): i32 {
  cursor = at;
  const n = readNumber(end);
  return n == -2 || cursor == end ? n : -1;
}

/** Name (a str) of the type of the value that is being formatted, for messages; NOTHING: none. */
let typeName: Value = NOTHING;

/** Reads a spec (a StrObject) for the value `v` into `spec`. False with ValueError pending if it is
 *  not well-formed; the name of v's type goes into messages. */
export function parseSpec(text: Value, spec: FormatSpec, v: Value): bool {
  specClear(spec);
  typeName = changetype<TypeObject>(typeOf(v)).name;
  const s = changetype<StrObject>(<usize>text);
  cursor = s.data;
  const end = cursor + s.lengthBytes;
  let fillGiven = false;
  if (cursor < end) {
    const next = cursor + utf8SequenceLength(load<u8>(cursor));
    fillGiven = next < end && isAlign(load<u8>(next));
    if (fillGiven) {
      spec.fill = utf8Decode(cursor);
      cursor = next;
    }
    if (isAlign(load<u8>(cursor))) spec.align = load<u8>(cursor++);
  }
  readFlags(end, spec, fillGiven);
  if (spec.zero != 0) spec.fill = 48;
  spec.width = readNumber(end);
  if (spec.width == -2) return false;
  spec.grouping = takeOf(end, 44, 95);
  if (spec.grouping != 0 && cursor < end && load<u8>(cursor) + spec.grouping == 44 + 95) {
    raise(ValueError, "Cannot specify both ',' and '_'.");
    return false;
  }
  if (takeOf(end, 46, 46)) {
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
/** Makes ValueError "Unknown format code 'x' for object of type 'int'" pending, the type being that
 *  of the value parseSpec was last called for. Returns false. */
export function unknownCode(type: u32): bool {
  const t = textNew();
  t.literal("Unknown format code '");
  typeCharacter(type, t);
  t.format("' for object of type '%s'", typeName);
  raiseText(ValueError, t);
  return false;
}
