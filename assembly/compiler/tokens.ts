// Token kinds and the tables about them.
import { Binary, Compare } from "./ast";

/** Kinds of tokens. */
export const enum T {
  /** An error is pending: no rule accepts it, so that parsing ends. */
  ERROR,
  END,
  NEWLINE,
  INDENT,
  DEDENT,
  NAME,
  NUMBER,
  STRING,
  /** A character that begins no token. */
  UNKNOWN,
  LPAR, RPAR, LSQB, RSQB, LBRACE, RBRACE,
  COLON, COMMA, SEMI, DOT, ELLIPSIS, ARROW, ASSIGN, WALRUS, TILDE,
  // binary operators, in the order of ast's Binary
  BAR, CARET, AMP, LSHIFT, RSHIFT, PLUS, MINUS, STAR, AT, SLASH, DOUBLE_SLASH, PERCENT, DOUBLE_STAR,
  // augmented assignment, in the same order
  BAR_EQ, CARET_EQ, AMP_EQ, LSHIFT_EQ, RSHIFT_EQ, PLUS_EQ, MINUS_EQ, STAR_EQ, AT_EQ, SLASH_EQ,
  DOUBLE_SLASH_EQ,
  PERCENT_EQ, DOUBLE_STAR_EQ,
  // comparisons, in the order of ast's Compare
  LT, GT, EQ, LE, GE, NE,
  // keywords
  FALSE, NONE, TRUE, AND, AS, ASSERT, AWAIT, BREAK, CONTINUE, DEL, ELIF, ELSE, EXCEPT, FINALLY,
  FROM, GLOBAL, IMPORT, IN, IS, LAMBDA, NONLOCAL, NOT, OR, PASS, RAISE, RETURN, YIELD,
  // keywords that begin a compound statement
  ASYNC, CLASS, DEF, FOR, IF, TRY, WHILE, WITH,
}

/** True for None, True and False. */
@inline export function isSingleton(t: T): bool { return t >= T.FALSE && t <= T.TRUE; }

/** How strongly the binary operators bind, 1 to 6, from BAR on; `**` is not one of them here. */
export const BINDING: StaticArray<u8> = [1, 2, 3, 4, 4, 5, 5, 6, 6, 6, 6, 6, 0];

/** Binding of a token as a left-associative binary operator; 0: it is none. */
@inline export function bindingOf(t: T): i32 {
  const i = <u32>t - <u32>T.BAR;
  return i < 13 ? <i32>unchecked(BINDING[i]) : 0;
}
/** The operator of a token for which bindingOf is not 0. */
@inline export function binaryOf(t: T): Binary { return <Binary>(t - T.BAR); }
/** True for `+=` and its kin. */
@inline export function isAugmented(t: T): bool { return <u32>t - <u32>T.BAR_EQ < 13; }
@inline export function augmentedOf(t: T): Binary { return <Binary>(t - T.BAR_EQ); }
/** True for `<` and its kin (not for `in`, `is`, `not`). */
@inline export function isComparison(t: T): bool { return <u32>t - <u32>T.LT < 6; }
@inline export function comparisonOf(t: T): Compare { return <Compare>(t - T.LT); }

/** True if an expression can begin with this token (not `*`, `yield`). */
export function startsExpression(t: T): bool {
  return (t < 64 ? STARTS >> t & 1 : STARTS_WORDS >> (t - 64) & 1) != 0;
}
/** Bits of the tokens that an expression can begin with; the second number: from token 64 on. */
const STARTS: u64 = <u64>1 << T.NAME | <u64>1 << T.NUMBER | <u64>1 << T.STRING | <u64>1 << T.LPAR
  | <u64>1 << T.LSQB
  | <u64>1 << T.LBRACE | <u64>1 << T.ELLIPSIS | <u64>1 << T.TILDE | <u64>1 << T.PLUS
  | <u64>1 << T.MINUS
  | <u64>1 << T.FALSE | <u64>1 << T.NONE | <u64>1 << T.TRUE | <u64>1 << T.AWAIT;
const STARTS_WORDS: u64 = <u64>1 << (T.LAMBDA - 64) | <u64>1 << (T.NOT - 64);
if (T.AWAIT > 63 || T.LAMBDA < 64) ERROR("a token of STARTS has moved");

/** Longest keyword. Unit: bytes. */
export const KEYWORD_BYTES: u32 = 8;
/** Open addressing: 128 slots of 16 bytes: the keyword's bytes as u64 (0: empty), its kind. */
const KEYWORDS: usize = memory.data(128 * 16, 16);

@inline function slotOf(word: u64): usize {
  return KEYWORDS + (<usize>(word * 0x9e3779b97f4a7c15 >> 57) << 4);
}
function add(text: string, kind: T): void {
  let word: u64 = 0;
  for (let i = 0; i < text.length; i++) word |= <u64>text.charCodeAt(i) << (<u64>i << 3);
  let slot = slotOf(word);
  while (load<u64>(slot) != 0) slot = slot + 16 < KEYWORDS + 2048 ? slot + 16 : KEYWORDS;
  store<u64>(slot, word);
  store<u32>(slot, <u32>kind, 8);
}
/** Kind of the keyword whose bytes are those of `word` (first byte lowest, zeros above); NAME: it
 *  is none. */
export function keywordOf(word: u64): T {
  let slot = slotOf(word);
  while (true) {
    const w = load<u64>(slot);
    if (w == word) return <T>load<u32>(slot, 8);
    if (w == 0) return T.NAME;
    slot = slot + 16 < KEYWORDS + 2048 ? slot + 16 : KEYWORDS;
  }
}
/** Fills the table of keywords. Called once, at boot. */
export function keywordsInit(): void {
  add("False", T.FALSE); add("None", T.NONE); add("True", T.TRUE); add("and", T.AND);
  add("as", T.AS);
  add("assert", T.ASSERT); add("async", T.ASYNC); add("await", T.AWAIT); add("break", T.BREAK);
  add("class", T.CLASS); add("continue", T.CONTINUE); add("def", T.DEF); add("del", T.DEL);
  add("elif", T.ELIF);
  add("else", T.ELSE); add("except", T.EXCEPT); add("finally", T.FINALLY); add("for", T.FOR);
  add("from", T.FROM); add("global", T.GLOBAL); add("if", T.IF); add("import", T.IMPORT);
  add("in", T.IN);
  add("is", T.IS); add("lambda", T.LAMBDA); add("nonlocal", T.NONLOCAL); add("not", T.NOT);
  add("or", T.OR);
  add("pass", T.PASS); add("raise", T.RAISE); add("return", T.RETURN); add("try", T.TRY);
  add("while", T.WHILE); add("with", T.WITH); add("yield", T.YIELD);
}
