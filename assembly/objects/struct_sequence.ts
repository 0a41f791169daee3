// Struct sequences: tuples whose items also have names, such as time.struct_time and
// os.stat_result.
//
// The type derives from tuple and shares its layout; the module that owns it gives the items'
// names, separated by spaces, in order.
import { Value } from "../core/value";
import { TupleObject, TUPLE_TYPE, tupleAlloc, tupleMark } from "./tuple";
import { literalOf, Text } from "./text";
import { TypeBuilder, typeBegin } from "./builder";
import { TYPE_FINAL } from "./type";
import { raiseNoMemory } from "./errors";
import { reprInto } from "./protocol";

/** A struct sequence of this type with `length` items, to be set. Returns 0 with MemoryError
 *  pending. */
export function structSequenceNew(type: usize, length: u32): TupleObject {
  const t = tupleAlloc(length);
  if (changetype<usize>(t) == 0) { raiseNoMemory(length << 3); return t; }
  t.klass = type;
  return t;
}
/** Begins such a type. `repr` is a function that calls structSequenceRepr with the type's names. */
export function structSequenceBegin(type: usize, name: string,
    repr: (v: Value, out: Text) => bool): TypeBuilder {
  const t = typeBegin(type, name, TUPLE_TYPE, tupleMark);
  t.type().repr = repr.index;
  t.flag(TYPE_FINAL);
  return t;
}
/** Appends `module.type(name=value, ...)`. */
export function structSequenceRepr(v: Value, out: Text, module: string, names: string): bool {
  const t = changetype<TupleObject>(<usize>v);
  out.format("%l.%t(", literalOf(module), v);
  let at = 0;
  for (let i: u32 = 0; i < t.length; i++) {
    if (i != 0) out.literal(", ");
    for (; at < names.length; at++) {
      const c = names.charCodeAt(at);
      if (c == 32) break;
      out.byte(<u32>c);
    }
    at++;
    out.byte(61);
    if (!reprInto(t.at(i), out)) return false;
  }
  out.byte(41);
  return true;
}
/** Item `i`: what the getters of the types return. */
export function structItem(v: Value, i: u32): Value {
  return changetype<TupleObject>(<usize>v).at(i);
}
