// bignum: to and from digits.
import { Value, NOTHING } from "../core/value";
import { Text } from "./text";
export function bigParse(at: usize, bytes: u32, base: i32): Value { return unreachable(); }
export function bigAppend(v: Value, text: Text, base: i32): bool { return unreachable(); }
