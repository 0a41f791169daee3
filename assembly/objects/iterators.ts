// Iterator objects of built-in types (placeholder: the containers engineer writes this file).
import { Value } from "../core/value";
/** Iterator over v[0], v[1] ... until IndexError (the old protocol). */
export function rangeIndexIterNew(v: Value): Value { return unreachable(); }
/** True if iterating `v` may run Python code. */
export function runsPython(v: Value): bool { return unreachable(); }
