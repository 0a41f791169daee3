// The format mini-language: [[fill]align][sign][z][#][0][width][grouping][.precision][type].
//
// parseSpec reads a spec into FormatSpec fields; number_format.ts and str_format.ts obey them.
// Behaviour: docs.python.org/3/library/string.html#formatspec.
import { Value } from "../core/value";

@unmanaged export class FormatSpec {
  /** Fill character, a code point; default space. */
  fill: u32;
  /** One of `<` `>` `=` `^` as a code point; 0: not given. */
  align: u32;
  /** One of `+` `-` space; 0: not given. */
  sign: u32;
  /** `z`: negative zero becomes zero. 1 or 0. */
  z: u32;
  /** `#`. 1 or 0. */
  alternate: u32;
  /** `0` before the width. 1 or 0 (then fill and align are set accordingly where not given). */
  zero: u32;
  /** -1: not given. */
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

/** Reads a spec (a StrObject) for a value into `spec`. False with ValueError "Invalid format specifier ..." or
 *  "Too many decimal digits in format string" pending; `v` gives the type's name for the message. */
export function parseSpec(text: Value, spec: FormatSpec, v: Value): bool { return unreachable(); }
