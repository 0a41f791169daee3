// The end of math.isclose and cmath.isclose: the tolerances, and whether they hold.
import { Value, RAISED, NOTHING } from "../../core/value";
import { Args } from "../../objects/args";
import { raise, raised, ValueError } from "../../objects/errors";
import { toF64 } from "../../objects/float";
import { boolValue } from "../../objects/singletons";

/** Keyword argument `i` of a function, at least 0; a negative number raises ValueError. Test
 *  raised(). */
function tolerance(args: Args, i: i32, fallback: f64): f64 {
  if (args.at(i) == NOTHING) return fallback;
  const x = toF64(args.at(i));
  if (x < 0) raise(ValueError, "tolerances must be non-negative");
  return x;
}
/**
 * Whether numbers of sizes `a` and `b` are close, by rel_tol and abs_tol, which follow them in
 * `args`.
 * @param distance  between them; NaN: they are not close
 */
export function close(args: Args, a: f64, b: f64, distance: f64): Value {
  const relative = tolerance(args, 2, 1e-9);
  if (raised()) return RAISED;
  const absolute = tolerance(args, 3, 0);
  if (raised()) return RAISED;
  return boolValue(distance <= max<f64>(abs(relative * a), abs(relative * b))
    || distance <= absolute);
}
