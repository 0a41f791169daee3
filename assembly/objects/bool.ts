// bool: the type, a subtype of int with two values. True and False: objects/singletons.ts.
import { Value, RAISED, NOTHING, NOT_HANDLED } from "../core/value";
import { INT_TYPE } from "../heap/header";
import { typeBegin, NO_MARK } from "./builder";
import { TypeObject, TYPE_FINAL, OP_INPLACE, OP_AND, OP_OR, OP_XOR } from "./type";
import { BOOL_TYPE, TRUE, boolValue, isBool } from "./singletons";
import { Args } from "./args";
import { Text } from "./text";
import { truth } from "./protocol";
import { intPart } from "./int";
import { intBinary } from "./int_arith";

/** & | ^ of two bools give a bool, everything else is int's. */
function bool_binary(op: i32, left: Value, right: Value): Value {
  if (isBool(left) && isBool(right)) {
    if (op == OP_AND) return boolValue(left == TRUE && right == TRUE);
    if (op == OP_OR) return boolValue(left == TRUE || right == TRUE);
    if (op == OP_XOR) return boolValue(left != right);
  }
  if (op >= OP_INPLACE) return NOT_HANDLED;
  const a = intPart(left), b = intPart(right);
  return a == NOTHING || b == NOTHING ? NOT_HANDLED : intBinary(op, a, b);
}
function bool_repr(v: Value, out: Text): bool {
  out.literal(v == TRUE ? "True" : "False");
  return true;
}
/** bool(x=False, /) */
function bool_new(args: Args, n: i32): Value {
  if (n < 2) return boolValue(false);
  const yes = truth(args.at(1));
  return yes < 0 ? RAISED : boolValue(yes != 0);
}
/** Makes the type `bool`. At boot, after int. */
export function boolInstall(): void {
  const t = typeBegin(BOOL_TYPE, "bool", INT_TYPE, NO_MARK);
  const slots = t.type(), int = changetype<TypeObject>(INT_TYPE);
  slots.binary = bool_binary.index;
  slots.compare = int.compare;
  slots.unary = int.unary;
  slots.hash = int.hash;
  slots.truth = int.truth;
  slots.repr = bool_repr.index;
  t.flag(TYPE_FINAL);
  t.construct(bool_new, 0, 1);
}
