// Formatting numbers by a format spec: the numeric half of format() and of the % operator.
import { Value } from "../core/value";
import { FormatSpec } from "./format_spec";
import { Text } from "./text";

/** Appends format(v, spec) for a plain int `v` (type b c d o x X n, and e E f F g G % as a float). False with
 *  ValueError ("Unknown format code 'x' for object of type 'int'" ...), OverflowError, MemoryError pending. */
export function formatInt(v: Value, spec: FormatSpec, out: Text): bool { return unreachable(); }
/** Appends format(x, spec) for a double (type e E f F g G n % or none). False with ValueError pending. */
export function formatFloat(x: f64, spec: FormatSpec, out: Text): bool { return unreachable(); }
/** Appends format(complex(re, im), spec). False with ValueError pending. */
export function formatComplex(re: f64, im: f64, spec: FormatSpec, out: Text): bool { return unreachable(); }
/** Appends repr(x) of a float: the shortest digits. */
export function appendFloat(x: f64, out: Text): void { unreachable(); }
