// Reading of arguments that many modules do alike.
import { Value, NOTHING } from "../core/value";
import { truth } from "../objects/protocol";
import { floatPart, toF64 } from "../objects/float";
import { indexOf, intPart, intToF64 } from "../objects/int";

/** An optional truth value: 1, 0, -1 with an exception pending. May run Python. */
export function flag(v: Value, fallback: i32): i32 { return v == NOTHING ? fallback : truth(v); }
/** A number of any kind as f64; test raised(). */
export function number(v: Value): f64 {
  if (floatPart(v) != NOTHING) return toF64(v);
  if (intPart(v) != NOTHING) return intToF64(intPart(v));
  return <f64>indexOf(v);
}
