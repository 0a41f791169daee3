// Reading of arguments that many modules do alike.
import { Value, NOTHING } from "../core/value";
import { NONE } from "../objects/singletons";
import { truth } from "../objects/protocol";

/** An optional truth value: 1, 0, -1 with an exception pending. May run Python. */
export function flag(v: Value, fallback: i32): i32 { return v == NOTHING ? fallback : truth(v); }
/** An optional argument, None if it is left out. */
export function orNone(v: Value): Value { return v == NOTHING ? NONE : v; }
