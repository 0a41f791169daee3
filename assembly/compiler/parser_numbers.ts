// Parsing number literals to values.
import { Value, RAISED, smallIntNew } from "../core/value";
import { floatParse } from "../core/parse_float";
import { floatNew } from "../objects/float";
import { complexNew } from "../objects/complex";
import { intParse } from "../objects/int";
import { arenaBuffer } from "./arena";
import { Kind, ConstNode } from "./ast";
import { sourceAt } from "./errors";
import { L, advance, NUMBER_FLOAT, NUMBER_IMAGINARY } from "./lexer";
import { bad, finish, nodeHere } from "./parser";

/** Decimal digits that fit an inline int, whatever they are. */
const SHORT: u32 = 18;

/** The current NUMBER as a ConstNode. */
export function parseNumber(): usize {
  const node = changetype<ConstNode>(nodeHere(Kind.CONST, offsetof<ConstNode>()));
  const value = numberValue();
  if (value == RAISED) return bad();
  node.value = value;
  advance();
  return finish(changetype<usize>(node));
}

function numberValue(): Value {
  let at = sourceAt() + L.at, bytes = L.end - L.at;
  const base = L.info;
  if (base == 10 && bytes <= SHORT) {
    let n: i64 = 0;
    for (let i: u32 = 0; i < bytes; i++) {
      const c = <u32>load<u8>(at + i);
      if (c != 95) n = n * 10 + (c - 48);
    }
    return smallIntNew(n);
  }
  if (base == NUMBER_IMAGINARY) bytes--;
  else if (base == 2 || base == 8 || base == 16) { at += 2; bytes -= 2; }
  const clean = withoutUnderscores(at, bytes);
  if (clean == 0) return RAISED;
  bytes = cleanBytes;
  if (base == NUMBER_FLOAT) return floatNew(floatParse(clean, bytes));
  if (base == NUMBER_IMAGINARY) return complexNew(0, floatParse(clean, bytes));
  return intParse(clean, bytes, base);
}

/** Length of what withoutUnderscores gave. Unit: bytes. */
let cleanBytes: u32 = 0;
/** The same bytes without underscores; 0: no memory (the parser notices by the arena). */
function withoutUnderscores(at: usize, bytes: u32): usize {
  cleanBytes = bytes;
  let i: u32 = 0;
  while (i < bytes && load<u8>(at + i) != 95) i++;
  if (i == bytes) return at;
  const copy = arenaBuffer(bytes);
  if (copy == 0) return 0;
  let n: u32 = 0;
  for (i = 0; i < bytes; i++) {
    const c = load<u8>(at + i);
    if (c != 95) store<u8>(copy + n++, c);
  }
  cleanBytes = n;
  return copy;
}
