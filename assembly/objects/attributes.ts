// Attributes: getattr, setattr, delattr on any value (placeholder: the classes engineer writes this file).
import { Value, RAISED, NOTHING } from "../core/value";

/** v.name; name an interned str. Raises AttributeError and what descriptors raise. May run Python. */
export function getAttr(v: Value, name: Value): Value { return unreachable(); }
/** As getAttr, but NOTHING without exception if there is no such attribute (AttributeError swallowed);
 *  RAISED with raised() for other errors. */
export function getAttrOptional(v: Value, name: Value): Value { return unreachable(); }
/** v.name = value; value NOTHING: del v.name. False with an exception pending. May run Python. */
export function setAttr(v: Value, name: Value, value: Value): bool { return unreachable(); }
/** Looks `name` up on the type along its mro, without binding. NOTHING: not there. Runs no Python. */
export function typeLookup(type: usize, name: usize): Value { return unreachable(); }
