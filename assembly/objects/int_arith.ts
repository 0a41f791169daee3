// int: the operators, on plain ints (small or bignum).
import { Value } from "../core/value";
/** a + b of plain ints. Raises MemoryError. */
export function intAdd(a: Value, b: Value): Value { return unreachable(); }
/** a - b of plain ints. Raises MemoryError. */
export function intSub(a: Value, b: Value): Value { return unreachable(); }
/** a * b of plain ints. Raises MemoryError, KeyboardInterrupt. */
export function intMul(a: Value, b: Value): Value { return unreachable(); }
/** a // b of plain ints. Raises ZeroDivisionError, MemoryError, KeyboardInterrupt. */
export function intFloorDiv(a: Value, b: Value): Value { return unreachable(); }
/** a % b of plain ints; the sign is b's. Raises as intFloorDiv. */
export function intMod(a: Value, b: Value): Value { return unreachable(); }
/** divmod(a, b): returns the quotient and leaves the remainder in intRemainder. Raises as intFloorDiv. */
export function intDivMod(a: Value, b: Value): Value { return unreachable(); }
export let intRemainder: Value = 0;
/** a ** b, b >= 0. Raises MemoryError, KeyboardInterrupt. */
export function intPow(a: Value, b: Value): Value { return unreachable(); }
/** pow(a, b, m). Raises ValueError (m 0, or no inverse), MemoryError, KeyboardInterrupt. */
export function intPowMod(a: Value, b: Value, m: Value): Value { return unreachable(); }
/** a << b. Raises ValueError (b < 0), MemoryError. */
export function intShiftLeft(a: Value, b: Value): Value { return unreachable(); }
/** a >> b. Raises ValueError (b < 0), MemoryError. */
export function intShiftRight(a: Value, b: Value): Value { return unreachable(); }
export function intAnd(a: Value, b: Value): Value { return unreachable(); }
export function intOr(a: Value, b: Value): Value { return unreachable(); }
export function intXor(a: Value, b: Value): Value { return unreachable(); }
/** ~a */
export function intInvert(a: Value): Value { return unreachable(); }
export function intNeg(a: Value): Value { return unreachable(); }
export function intAbs(a: Value): Value { return unreachable(); }
/** a / b, correctly rounded: a float. Raises ZeroDivisionError, OverflowError. */
export function intTrueDiv(a: Value, b: Value): Value { return unreachable(); }
/** a op b of plain ints, op one of OP_*; NOT_HANDLED for OP_MATMUL. */
export function intBinary(op: i32, a: Value, b: Value): Value { return unreachable(); }
/** a op b of plain ints, op one of CMP_*. */
export function intCompareOp(op: i32, a: Value, b: Value): bool { return unreachable(); }
