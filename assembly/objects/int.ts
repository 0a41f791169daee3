// int: small ints are values; larger ones are bignum objects. This file: making and reading ints.
import { Value, smallIntNew, fitsSmallInt } from "../core/value";

/** The int `n`. Raises MemoryError (only for a bignum). */
export function intFromI64(n: i64): Value {
  if (fitsSmallInt(n)) return smallIntNew(n);
  unreachable();
  return 0;
}
