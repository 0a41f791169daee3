// Parsing f-strings, with the rules of Python 3.11: the lexer gives the whole literal as one
// STRING; here its expressions are cut out (no backslash, no `#`, no quote of the literal's own
// kind can be in them) and parsed by the same parser from their place in the source, so that lines
// and columns are right.
import { SyntaxError } from "../objects/errors";
import { Text, textNew } from "../objects/text";
import { arenaAlloc } from "./arena";
import { Kind, ListNode, FormattedNode, Conversion, nodeNew } from "./ast";
import { sourceAt } from "./errors";
import { L, failed, stop, saveState, restoreState, lexerEnterFormat, MISMATCH, STRING_RAW } from "./lexer";
import { append, failText, listNew, enter, leave } from "./parser";
import { parseInside } from "./parser_atoms";
import { appendLiteral, flushLiteral } from "./parser_strings";
import { T } from "./tokens";

/** Open brackets in one expression, as in CPython. */
const BRACKETS_MAX: u32 = 200;
/** Expressions in the format spec of an expression, but no deeper. */
const LEVELS: i32 = 2;
const PART: string = "f-string expression part cannot include ";

/** Where an f-string is being read. Offsets from the source's begin. */
@unmanaged class Format {
  next: u32;
  end: u32;
  /** Line of offset `counted`. */
  line: u32;
  counted: u32;
  /** STRING_RAW or 0. */
  raw: u32;
}

/** Reads the body of the current STRING, `from` to `to`, into `parts`; the literal text at its
 *  begin goes behind what `t` holds, that at its end stays in `t`. */
export function parseFormat(parts: ListNode, t: Text, from: u32, to: u32, raw: bool): void {
  const f = changetype<Format>(arenaAlloc(offsetof<Format>()));
  f.next = from;
  f.end = to;
  f.line = L.line;
  f.counted = L.at;
  f.raw = raw ? STRING_RAW : 0;
  if (enter()) parseParts(f, parts, t, 0);
  leave();
}

/** Literal text and expressions, to the end; in a format spec (`level` > 0) to the `}` that ends
 *  it. */
function parseParts(f: Format, parts: ListNode, t: Text, level: i32): void {
  const text = sourceAt();
  while (!failed) {
    const from = f.next;
    let p = from;
    let c: u32 = 0;
    let doubled = false;
    while (p < f.end) {
      c = load<u8>(text + p);
      if (c == 92 && f.raw == 0 && p + 1 < f.end) {
        p++;
        c = load<u8>(text + p);
        if (c == 78) {
          p++;
          if (p < f.end && load<u8>(text + p) == 123) {
            while (p < f.end && load<u8>(text + p) != 125) p++;
            if (p < f.end) p++;
          }
          continue;
        }
      }
      if (c == 123 || c == 125) {
        if (level == 0) {
          if (p + 1 < f.end && <u32>load<u8>(text + p + 1) == c) { doubled = true; break; }
          if (c == 125) { fieldError("single '}' is not allowed"); return; }
        }
        break;
      }
      p++;
    }
    if (doubled) p++;
    if (p != from) {
      appendLiteral(t, from, p, f.raw);
      if (failed) return;
    }
    if (doubled) { f.next = p + 1; continue; }
    f.next = p;
    if (p >= f.end || c == 125) return;
    parseField(f, parts, t, level);
  }
}

/** `{expression = !conversion : spec}`, at its `{`. */
function parseField(f: Format, parts: ListNode, t: Text, level: i32): void {
  const text = sourceAt();
  if (level >= LEVELS) { fieldError("expressions nested too deeply"); return; }
  const at = f.next, from = at + 1;
  const to = fieldEnd(f, from);
  if (failed) return;
  let p = from;
  while (p < to && isSpace(load<u8>(text + p))) p++;
  if (p == to) {
    const end = load<u8>(text + p);
    fieldError(end == 33 ? "expression required before '!'"
      : end == 58 ? "expression required before ':'"
      : end == 61 ? "expression required before '='" : "empty expression not allowed");
    return;
  }
  for (; f.counted < from; f.counted++) if (load<u8>(text + f.counted) == 10) f.line++;
  const node =
    changetype<FormattedNode>(nodeNew(Kind.FORMATTED, offsetof<FormattedNode>(), f.line, at));
  const state = saveState();
  lexerEnterFormat(from, to, f.line);
  node.value = parseInside(T.END);
  const dead = failed;
  restoreState(state);
  if (dead) { stop(); return; }
  p = to;
  const explained = load<u8>(text + p) == 61;
  if (explained) {
    p++;
    while (isSpace(load<u8>(text + p))) p++;
    t.bytes(text + from, p - from);
  }
  if (load<u8>(text + p) == 33) {
    p++;
    if (p >= f.end) { fieldError("expecting '}'"); return; }
    const c = load<u8>(text + p);
    node.op = <u8>(c == 115 ? Conversion.STR : c == 114 ? Conversion.REPR
      : c == 97 ? Conversion.ASCII : 255);
    if (node.op == 255) {
      fieldError("invalid conversion character: expected 's', 'r', or 'a'");
      return;
    }
    p++;
  }
  flushLiteral(parts, t, f.line, at);
  if (p < f.end && load<u8>(text + p) == 58) {
    p++;
    const spec = listNew(Kind.FSTRING, f.line, p);
    const own = textNew();
    f.next = p;
    parseParts(f, spec, own, level + 1);
    if (failed) { own.drop(); return; }
    p = f.next;
    flushLiteral(spec, own, f.line, p);
    own.drop();
    spec.end = p;
    node.spec = changetype<usize>(spec);
  }
  if (p >= f.end || load<u8>(text + p) != 125) { fieldError("expecting '}'"); return; }
  if (explained && node.op == Conversion.NONE && node.spec == 0) node.op = <u8>Conversion.REPR;
  node.end = p + 1;
  f.next = p + 1;
  append(parts, changetype<usize>(node));
}

/** Where the expression from `from` on ends: at `}`, `!`, `:` or `=` outside brackets and strings.
 *  */
function fieldEnd(f: Format, from: u32): u32 {
  const text = sourceAt();
  let quote: u32 = 0, triple = false, depth: u32 = 0;
  let stack: usize = 0;
  let p = from;
  for (; p < f.end; p++) {
    const c = <u32>load<u8>(text + p);
    if (c == 92) { formatError("a backslash", PART); return p; }
    const tripled = p + 2 < f.end && <u32>load<u8>(text + p + 1) == c
      && <u32>load<u8>(text + p + 2) == c;
    if (quote != 0) {
      if (c != quote) continue;
      if (triple) {
        if (tripled) { p += 2; quote = 0; }
      } else {
        quote = 0;
      }
      continue;
    }
    if (c == 34 || c == 39) {
      quote = c;
      triple = tripled;
      if (triple) p += 2;
    } else if (c == 40 || c == 91 || c == 123) {
      if (depth >= BRACKETS_MAX) { fieldError("too many nested parenthesis"); return p; }
      if (stack == 0) stack = arenaAlloc(BRACKETS_MAX);
      store<u8>(stack + depth++, <u8>c);
    } else if (c == 35) {
      formatError("'#'", PART);
      return p;
    } else if (depth == 0 && (c == 33 || c == 58 || c == 125 || c == 61 || c == 60 || c == 62)) {
      if (c != 58 && c != 125 && p + 1 < f.end && load<u8>(text + p + 1) == 61) { p++; continue; }
      if (c == 60 || c == 62) continue;
      return p;
    } else if (c == 41 || c == 93 || c == 125) {
      if (depth == 0) { formatError("unmatched '%c'", "f-string: ", c); return p; }
      const open = <u32>load<u8>(stack + --depth);
      if (c != (open == 40 ? 41 : open + 2)) {
        formatError(MISMATCH, "f-string: ", c, open);
        return p;
      }
    }
  }
  if (quote != 0) fieldError("unterminated string");
  else if (depth != 0) formatError("unmatched '%c'", "f-string: ", load<u8>(stack + depth - 1));
  else fieldError("expecting '}'");
  return p;
}
function isSpace(c: u32): bool { return c == 32 || c - 9 < 5; }

function fieldError(message: string): void { formatError(message); }
/** SyntaxError at the literal: `before`, then a template (Text.format). */
function formatError(template: string, before: string = "f-string: ", a: u64 = 0,
    b: u64 = 0): void {
  const t = textNew();
  t.literal(before);
  t.format(template, a, b);
  failText(SyntaxError, L.at, L.end, t);
}
