// re: replacement templates, `\1`, `\g<name>`: parsed once for a sub(), then applied to each match.
//
// A parsed template is a Text of words: group << 1 | 1, or bytes of a literal << 1 followed by its bytes,
// padded to whole words.
import { Value, NOTHING, smallInt } from "../../core/value";
import { utf8SequenceLength } from "../../core/utf8";
import { raiseText, IndexError } from "../../objects/errors";
import { Text, textNew } from "../../objects/text";
import { strNew } from "../../objects/str";
import { TableObject, tableGet } from "../../objects/table";
import { PatternObject, foundGroupBegin, foundGroupEnd, subjectData } from "./objects";
import { reFail, setText } from "./parser";
import { isIdentifier } from "../../objects/str_case";

let begin: usize = 0;
let source: Value = NOTHING;
/** Literal bytes collected. */
let literal: Text = changetype<Text>(0);

function word(out: Text, w: u32): void {
  const to = out.reserve(4);
  if (to == 0) return;
  store<u32>(to, w);
  out.length += 4;
}
function flush(out: Text): void {
  const n = literal.length;
  if (literal.failed != 0) out.failed = literal.failed;
  if (n == 0) return;
  word(out, n << 1);
  out.bytes(literal.data, n);
  out.pad(0, (4 - (n & 3)) & 3);
  literal.truncate(0);
}
function fail(message: string, place: usize): Text {
  const t = textNew();
  t.literal(message);
  reFail(t, source, begin, place);
  return changetype<Text>(0);
}
function group(out: Text, p: PatternObject, n: u32, place: usize): bool {
  if (<i32>n > p.groups) {
    const t = textNew();
    t.literal("invalid group reference ");
    t.int(n);
    return reFail(t, source, begin, place);
  }
  flush(out);
  word(out, n << 1 | 1);
  return true;
}
/** Parses `bytes` bytes at `data`. Returns a Text to be dropped by the caller; 0 with re.error or IndexError pending. */
export function templateParse(p: PatternObject, object: Value, data: usize, bytes: u32): Text {
  begin = data;
  source = object;
  setText(p.text != 0);
  literal = textNew();
  const out = textNew();
  const done = parse(p, out, data, data + bytes);
  flush(out);
  literal.drop();
  if (!done) { out.drop(); return changetype<Text>(0); }
  if (out.failed != 0) { out.finish(); return changetype<Text>(0); }
  return out;
}
function put(p: PatternObject, c: u32): void {
  if (p.text) literal.char(c); else literal.byte(c);
}
@inline function isOctal(b: u32): bool { return b - 48 < 8; }
function parse(p: PatternObject, out: Text, at: usize, end: usize): bool {
  while (at < end) {
    let run = at;
    while (run < end && load<u8>(run) != 92) run++;
    literal.bytes(at, <u32>(run - at));
    at = run;
    if (at == end) return true;
    const slash = at++;
    if (at == end) { fail("bad escape (end of pattern)", slash); return false; }
    const c = <u32>load<u8>(at++);
    if (c == 103) {                                             // \g<...>
      if (at == end || load<u8>(at) != 60) { fail("missing <", at); return false; }
      const name = ++at;
      while (at < end && load<u8>(at) != 62) at++;
      if (at == name) { fail("missing group name", name); return false; }
      if (at == end) { fail("missing >, unterminated name", name); return false; }
      const nameEnd = at++;
      let n: u32 = 0, digits = true;
      for (let q = name; q < nameEnd; q++) {
        const d = <u32>load<u8>(q) - 48;
        if (d > 9) { digits = false; break; }
        if (n < 100000) n = n * 10 + d;
      }
      if (!digits) {
        if (!isIdentifier(name, <u32>(nameEnd - name))) {
          const t = textNew();
          t.literal("bad character in group name '");
          t.bytes(name, <u32>(nameEnd - name));
          t.literal("'");
          return reFail(t, source, begin, name);
        }
        const key = strNew(name, <u32>(nameEnd - name));
        if (key == 0) return false;
        const v = tableGet(changetype<TableObject>(<usize>p.names), key);
        if (v == NOTHING) {
          const t = textNew();
          t.literal("unknown group name '");
          t.bytes(name, <u32>(nameEnd - name));
          t.literal("'");
          raiseText(IndexError, t);
          return false;
        }
        n = <u32>smallInt(v);
      }
      if (!group(out, p, n, name)) return false;
      continue;
    }
    if (c - 48 < 10) {
      if (c == 48) {
        let n: u32 = 0;
        for (let k = 0; k < 2 && at < end && isOctal(load<u8>(at)); k++) n = n << 3 | (load<u8>(at++) - 48);
        put(p, n);
        continue;
      }
      let n = c - 48;
      if (at < end && <u32>load<u8>(at) - 48 < 10) {
        const d = <u32>load<u8>(at);
        if (isOctal(c) && isOctal(d) && at + 1 < end && isOctal(load<u8>(at, 1))) {
          const value = (c - 48) << 6 | (d - 48) << 3 | (<u32>load<u8>(at, 1) - 48);
          at += 2;
          if (value > 255) {
            const t = textNew();
            t.literal("octal escape value ");
            t.bytes(slash, <u32>(at - slash));
            t.literal(" outside of range 0-0o377");
            return reFail(t, source, begin, slash);
          }
          put(p, value);
          continue;
        }
        n = n * 10 + d - 48;
        at++;
      }
      if (!group(out, p, n, slash + 1)) return false;
      continue;
    }
    switch (c) {
      case 97: literal.byte(7); break;
      case 98: literal.byte(8); break;
      case 102: literal.byte(12); break;
      case 110: literal.byte(10); break;
      case 114: literal.byte(13); break;
      case 116: literal.byte(9); break;
      case 118: literal.byte(11); break;
      case 92: literal.byte(92); break;
      default:
        if ((c | 32) - 97 < 26) {
          const t = textNew();
          t.literal("bad escape ");
          t.bytes(slash, <u32>(at - slash));
          return reFail(t, source, begin, slash);
        }
        literal.byte(92);
        at--;
        const width = p.text ? utf8SequenceLength(load<u8>(at)) : 1;
        literal.bytes(at, width);
        at += width;
    }
  }
  return true;
}
/** Appends the template with the groups of the match found last (objects.ts). */
export function templateApply(template: Text, out: Text): void {
  let at = template.data;
  const end = at + template.length;
  while (at < end) {
    const w = load<u32>(at), n = w >> 1;
    at += 4;
    if (w & 1) {
      const from = foundGroupBegin(n);
      if (from >= 0) out.bytes(subjectData + <usize>from, foundGroupEnd(n) - from);
    } else {
      out.bytes(at, n);
      at += (n + 3) & ~3;
    }
  }
}
