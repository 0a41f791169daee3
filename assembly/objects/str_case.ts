// Methods of str, bytes and bytearray about letters: upper, lower, title ..., isalpha, isdigit ...
//
// bytes know ASCII letters only; str all of Unicode, with mappings to several characters and the
// final sigma (core/unicode.ts).
import { Value, RAISED } from "../core/value";
import {
  unicodeFlags, fullUpper, fullLower, fullTitle, fullFold, MAPPED, isAsciiSpace, isUnicodeSpace,
  isPrintable,
  U_ALPHA, U_DECIMAL, U_DIGIT, U_NUMERIC, U_LOWER, U_UPPER, U_TITLE, U_CASED, U_CASE_IGNORABLE,
  U_ALNUM,
  U_ID_START, U_ID_CONTINUE,
} from "../core/unicode";
import { isAsciiBytes, utf8Decode, utf8SequenceLength } from "../core/utf8";
import { chargeBytes, chargeScan } from "../heap/events";
import { Args } from "./args";
import { textNew } from "./text";
import { StrObject, STR_TYPE, STR_ASCII } from "./str";
import { boolValue } from "./singletons";
import { allocLike } from "./str_find";
import { isText, dataOf, bytesOf, finishLike } from "./str_args";

const MODE_UPPER = 0, MODE_LOWER = 1, MODE_SWAP = 2, MODE_TITLE = 3, MODE_CAPITAL = 4,
  MODE_FOLD = 5;

/** True if each character of self is one byte and ASCII's letters are all the letters. */
@inline function plainBytes(self: Value): bool {
  return !isText(self) || (changetype<StrObject>(<usize>self).flags & STR_ASCII) != 0;
}
/** Case change byte by byte. */
function convertAscii(self: Value, mode: i32): Value {
  const from = dataOf(self), bytes = bytesOf(self);
  const s = allocLike(self, bytes);
  if (changetype<usize>(s) == 0) return RAISED;
  const to = s.data;
  let inWord = false;
  for (let i: u32 = 0; i < bytes; i++) {
    let b = <u32>load<u8>(from + i);
    const lower = b - 97 < 26, upper = b - 65 < 26;
    switch (mode) {
      case MODE_UPPER: if (lower) b -= 32; break;
      case MODE_FOLD:
      case MODE_LOWER: if (upper) b += 32; break;
      case MODE_SWAP: if (lower || upper) b ^= 32; break;
      case MODE_TITLE:
        if (inWord ? upper : lower) b ^= 32;
        inWord = lower || upper;
        break;
      default: if (i == 0 ? lower : upper) b ^= 32;
    }
    store<u8>(to + i, <u8>b);
  }
  if (s.klass == STR_TYPE) s.flags |= STR_ASCII;
  return <u64>changetype<usize>(s);
}
/** lower() of an ASCII text, the commonest of all. */
function lowerAscii(self: Value): Value {
  const from = dataOf(self), bytes = bytesOf(self);
  let i: u32 = 0;
  while (i < bytes && <u32>load<u8>(from + i) - 65 >= 26) i++;
  if (i == bytes && isText(self)) return self;
  return convertAscii(self, MODE_LOWER);
}
/** True if the sigma at `at` ends a word: a cased letter before it, none behind, ignorable ones
 *  passed over. */
function finalSigma(begin: usize, at: usize, end: usize): bool {
  let p = at, found = false;
  while (p > begin) {
    p--;
    while ((load<u8>(p) & 0xc0) == 0x80) p--;
    const flags = unicodeFlags(utf8Decode(p));
    if (flags & U_CASE_IGNORABLE) continue;
    found = (flags & U_CASED) != 0;
    break;
  }
  if (!found) return false;
  p = at + 2;
  while (p < end) {
    const flags = unicodeFlags(utf8Decode(p));
    if (!(flags & U_CASE_IGNORABLE)) return !(flags & U_CASED);
    p += utf8SequenceLength(load<u8>(p));
  }
  return true;
}
function convert(self: Value, mode: i32): Value {
  chargeScan(bytesOf(self));
  if (plainBytes(self))
    return mode == MODE_LOWER || mode == MODE_FOLD ? lowerAscii(self) : convertAscii(self, mode);
  const begin = dataOf(self), end = begin + bytesOf(self);
  chargeScan(<usize>bytesOf(self) << 2);
  const out = textNew();
  let inWord = false, first = true;
  for (let at = begin; at < end; ) {
    const c = utf8Decode(at);
    let how = mode;
    if (mode >= MODE_SWAP && mode <= MODE_CAPITAL) {
      if (mode == MODE_CAPITAL) {
        how = first ? MODE_TITLE : MODE_LOWER;
      } else {
        const flags = unicodeFlags(c);
        if (mode == MODE_SWAP) {
          how = flags & U_UPPER ? MODE_LOWER : flags & U_LOWER ? MODE_UPPER : -1;
        } else {
          how = inWord ? MODE_LOWER : MODE_TITLE;
          inWord = (flags & U_CASED) != 0;
        }
      }
    }
    first = false;
    let count = 1;
    store<u32>(MAPPED, c);
    if (how == MODE_UPPER) count = fullUpper(c);
    else if (how == MODE_TITLE) count = fullTitle(c);
    else if (how == MODE_FOLD) count = fullFold(c);
    else if (how == MODE_LOWER) {
      if (c == 0x3a3) store<u32>(MAPPED, finalSigma(begin, at, end) ? 0x3c2 : 0x3c3);
      else count = fullLower(c);
    }
    for (let i = 0; i < count; i++) out.char(load<u32>(MAPPED + (<usize>i << 2)));
    at += utf8SequenceLength(load<u8>(at));
  }
  return finishLike(self, out);
}
export function str_upper(args: Args, n: i32): Value { return convert(args.at(0), MODE_UPPER); }
export function str_lower(args: Args, n: i32): Value { return convert(args.at(0), MODE_LOWER); }
export function str_swapcase(args: Args, n: i32): Value { return convert(args.at(0), MODE_SWAP); }
export function str_title(args: Args, n: i32): Value { return convert(args.at(0), MODE_TITLE); }
export function str_capitalize(args: Args, n: i32): Value {
  return convert(args.at(0), MODE_CAPITAL);
}
export function str_casefold(args: Args, n: i32): Value { return convert(args.at(0), MODE_FOLD); }

// ---- predicates ----

/** U_* flags of one character of self (of one byte, for bytes: ASCII only). */
@inline function flagsOf(c: u32, text: bool): u32 { return text || c < 128 ? unicodeFlags(c) : 0; }

/** What `all` may ask besides flags: white space; printable, which the empty str is, too. */
const SPACE: u32 = 0;
const PRINTABLE: u32 = 1 << 31;
/** True if self is not empty and each character has one of the flags. */
function all(self: Value, wanted: u32): Value {
  const text = isText(self);
  let at = dataOf(self);
  const end = at + bytesOf(self);
  chargeScan(bytesOf(self));
  if (at == end) return boolValue(wanted == PRINTABLE);
  while (at < end) {
    const b = <u32>load<u8>(at), c = text ? utf8Decode(at) : b;
    if (!(wanted == SPACE ? text ? isUnicodeSpace(c) : isAsciiSpace(c)
      : wanted == PRINTABLE ? isPrintable(c) : flagsOf(c, text) & wanted)) return boolValue(false);
    at += text ? utf8SequenceLength(<u8>b) : 1;
  }
  return boolValue(true);
}
export function str_isalpha(args: Args, n: i32): Value { return all(args.at(0), U_ALPHA); }
export function str_isalnum(args: Args, n: i32): Value { return all(args.at(0), U_ALNUM); }
export function str_isdecimal(args: Args, n: i32): Value { return all(args.at(0), U_DECIMAL); }
export function str_isdigit(args: Args, n: i32): Value { return all(args.at(0), U_DIGIT); }
export function str_isnumeric(args: Args, n: i32): Value { return all(args.at(0), U_NUMERIC); }
export function str_isascii(args: Args, n: i32): Value {
  const self = args.at(0);
  if (isText(self)) return boolValue(plainBytes(self));
  chargeBytes(bytesOf(self));
  return boolValue(isAsciiBytes(dataOf(self), bytesOf(self)));
}
export function str_isspace(args: Args, n: i32): Value { return all(args.at(0), SPACE); }
export function str_isprintable(args: Args, n: i32): Value { return all(args.at(0), PRINTABLE); }
/** True if the UTF-8 text is an identifier (keywords are not told apart). */
export function isIdentifier(at: usize, bytes: u32): bool {
  if (bytes == 0) return false;
  chargeScan(<usize>bytes << 1);
  const end = at + bytes;
  let wanted = U_ID_START;
  while (at < end) {
    if (!(unicodeFlags(utf8Decode(at)) & wanted)) return false;
    wanted = U_ID_CONTINUE;
    at += utf8SequenceLength(load<u8>(at));
  }
  return true;
}
export function str_isidentifier(args: Args, n: i32): Value {
  return boolValue(isIdentifier(dataOf(args.at(0)), bytesOf(args.at(0))));
}
const CAPITAL: u32 = U_UPPER | U_TITLE;
/** islower and isupper: at least one cased character, as wanted, and none of the other case.
 *  istitle: capitals begin words, small letters go on in them. */
function allCased(self: Value, wanted: u32, title: bool): Value {
  const text = isText(self);
  let found = false;
  chargeScan(<usize>bytesOf(self) << 1);
  const end = dataOf(self) + bytesOf(self);
  for (let at = dataOf(self); at < end; ) {
    const flags = flagsOf(text ? utf8Decode(at) : <u32>load<u8>(at), text) & (U_LOWER | CAPITAL);
    if (flags & ~wanted) return boolValue(false);
    if (flags) found = true;
    if (title) wanted = flags ? U_LOWER : CAPITAL;
    at += text ? utf8SequenceLength(load<u8>(at)) : 1;
  }
  return boolValue(found);
}
export function str_islower(args: Args, n: i32): Value {
  return allCased(args.at(0), U_LOWER, false);
}
export function str_isupper(args: Args, n: i32): Value {
  return allCased(args.at(0), U_UPPER, false);
}
export function str_istitle(args: Args, n: i32): Value {
  return allCased(args.at(0), CAPITAL, true);
}
