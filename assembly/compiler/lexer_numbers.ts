// The lexer's numbers: where a literal ends, of what base or kind it is, and what is wrong with it.
// Its value is parser_numbers.ts's business.
import { SyntaxError } from "../objects/errors";
import { literalOf } from "../objects/text";
import { utf8Decode } from "../core/utf8";
import { wordIndex } from "../core/words";
import { sourceAt, syntaxErrorAt } from "./errors";
import { inIdentifier } from "./identifiers";
import {
  L, NUMBER_FLOAT, NUMBER_IMAGINARY, ID, HEX, classOf, isDigit, badCharacter, errorAt, stop,
} from "./lexer";
import { T } from "./tokens";

const OCTAL_OF_OLD: string =
  "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";

/** A number; `p` its first byte. */
export function scanNumber(begin: usize): void {
  const x = load<u8>(begin) == 48 ? <u32>load<u8>(begin, 1) | 32 : 0;
  const base = x == 120 ? 16 : x == 111 ? 8 : x == 98 ? 2 : 10;
  L.info = base;
  const p = base == 10 ? decimal(begin) : digits(begin + 2, base);
  if (p == 0) return;
  L.tok = T.NUMBER;
  L.next = L.end = <u32>(p - sourceAt());
}
/** Digits of base 16, 8 or 2 with single underscores. Returns where they end; 0: an error was
 *  raised. */
function digits(begin: usize, base: u32): usize {
  let p = begin;
  do {
    if (load<u8>(p) == 95) p++;
    const c = <u32>load<u8>(p);
    if (!digitOf(c, base)) { digitError(p, c, base); return 0; }
    do { p++; } while (digitOf(load<u8>(p), base));
  } while (load<u8>(p) == 95);
  const c = <u32>load<u8>(p);
  if (base < 10 && isDigit(c)) { digitError(p, c, base); return 0; }
  return numberEnd(p, nameOf(base));
}
function digitOf(c: u32, base: u32): bool {
  return base == 16 ? (classOf(c) & HEX) != 0 : c - 48 < base;
}
function digitError(p: usize, c: u32, base: u32): void {
  if (base < 10 && isDigit(c))
    errorAt(p, "invalid digit '%c' in %l literal", c, literalOf(nameOf(base)));
  else invalid(p - 1, nameOf(base));
}
function nameOf(base: u32): string {
  return base == 16 ? "hexadecimal" : base == 8 ? "octal" : "binary";
}
/** Decimal digits with single underscores, from the first one on. Returns where they end; 0: error.
 *  */
function decimalTail(begin: usize): usize {
  let p = begin;
  while (true) {
    while (isDigit(load<u8>(p))) p++;
    if (load<u8>(p) != 95) return p;
    p++;
    if (!isDigit(load<u8>(p))) { invalid(p - 1, "decimal"); return 0; }
  }
}
/** A decimal int, a float or an imaginary number. Returns where it ends; 0: error. */
function decimal(begin: usize): usize {
  let p = begin, octal = false;
  if (load<u8>(p) != 46) {
    p = decimalTail(p);
    if (p == 0) return 0;
    if (load<u8>(begin) == 48) {
      for (let i = begin; i < p; i++) {
        const d = <u32>load<u8>(i);
        if (d != 48 && d != 95) octal = true;
      }
    }
  }
  const digitsEnd = p;
  let c = <u32>load<u8>(p);
  if (c == 46) {
    L.info = NUMBER_FLOAT;
    p++;
    if (isDigit(load<u8>(p))) { p = decimalTail(p); if (p == 0) return 0; }
    c = <u32>load<u8>(p);
  }
  if ((c | 32) == 101) {
    const sign = <u32>load<u8>(p, 1);
    const signed = sign == 43 || sign == 45;
    if (isDigit(load<u8>(signed ? p + 2 : p + 1))) {
      L.info = NUMBER_FLOAT;
      p = decimalTail(signed ? p + 2 : p + 1);
      if (p == 0) return 0;
    } else if (signed) {
      invalid(p + 1, "decimal");
      return 0;
    } else {
      return numberEnd(p, "decimal");
    }
    c = <u32>load<u8>(p);
  }
  if ((c | 32) == 106) {
    L.info = NUMBER_IMAGINARY;
    p++;
    return numberEnd(p, "imaginary");
  }
  if (octal && L.info == 10) {
    syntaxErrorAt(SyntaxError, <u32>(begin - sourceAt()), <u32>(digitsEnd - sourceAt()),
      OCTAL_OF_OLD);
    stop();
    return 0;
  }
  return numberEnd(p, "decimal");
}
/** A number that ends at `p` must not run into an identifier, but for the keywords that can follow
 *  one. Returns `p`; 0: an error was raised. */
function numberEnd(p: usize, kind: string): usize {
  const c = <u32>load<u8>(p);
  if ((classOf(c) & ID) == 0) return p;
  let end = p + 1;
  while (classOf(load<u8>(end)) & ID) end++;
  if (wordIndex("and|else|for|if|in|is|not|or", p, <u32>(end - p)) >= 0) return p;
  if (c >= 128 && !inIdentifier(utf8Decode(p))) badCharacter(p, utf8Decode(p));
  else invalid(p - 1, kind);
  return 0;
}
function invalid(p: usize, kind: string): void {
  errorAt(p, "invalid %l literal", literalOf(kind));
}
