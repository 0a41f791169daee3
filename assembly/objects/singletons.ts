// None, True, False, Ellipsis, NotImplemented: static objects whose addresses are constants.
import { Value } from "../core/value";
import { Header, TYPE_BYTES } from "../heap/header";

export const NONE_AT: usize = memory.data(16, 16);
export const FALSE_AT: usize = memory.data(16, 16);
export const TRUE_AT: usize = memory.data(16, 16);
export const ELLIPSIS_AT: usize = memory.data(16, 16);
export const NOT_IMPLEMENTED_AT: usize = memory.data(16, 16);

export const NONE: Value = <u64>NONE_AT;
export const FALSE: Value = <u64>FALSE_AT;
export const TRUE: Value = <u64>TRUE_AT;
export const ELLIPSIS: Value = <u64>ELLIPSIS_AT;
export const NOT_IMPLEMENTED: Value = <u64>NOT_IMPLEMENTED_AT;

export const NONE_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const BOOL_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const ELLIPSIS_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const NOT_IMPLEMENTED_TYPE: usize = memory.data(TYPE_BYTES, 16);

/** True or False. */
@inline export function boolValue(b: bool): Value { return select<Value>(TRUE, FALSE, b); }
@inline export function isBool(v: Value): bool { return v == TRUE || v == FALSE; }

/** Writes the headers. Called first thing at boot. */
export function installSingletons(): void {
  changetype<Header>(NONE_AT).klass = NONE_TYPE;
  changetype<Header>(FALSE_AT).klass = BOOL_TYPE;
  changetype<Header>(TRUE_AT).klass = BOOL_TYPE;
  changetype<Header>(ELLIPSIS_AT).klass = ELLIPSIS_TYPE;
  changetype<Header>(NOT_IMPLEMENTED_AT).klass = NOT_IMPLEMENTED_TYPE;
}
