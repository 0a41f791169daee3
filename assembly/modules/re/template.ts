// re: replacement templates, `\1`, `\g<name>`: parsed once for a sub(), then applied to each match.
//
// A parsed template is all its literal bytes, one behind the other, and a row of places: for each
// reference to a group the number of literal bytes before it, and the group. One is in use at a
// time: no Python runs meanwhile.
import { Value } from "../../core/value";
import { raiseText, IndexError } from "../../objects/errors";
import { Text, textNew } from "../../objects/text";
import { PatternObject, MatchObject, groupBegin, groupEnd, subjectBytes,
  subjectData } from "./objects";
import {
  readFrom, at, end, text, next, isNext, accept, isDigit, isLetter, fail, failFormat, badEscape,
  control, numberEscape, escaped,
  RAISED_ESCAPE, GROUP, readName, nameNumber, groupOfName, nameAt, nameEnd, moveTo,
} from "./reader";

let literals: Text = changetype<Text>(0);
let places: Text = changetype<Text>(0);

function put(c: u32): void { if (text) literals.char(c); else literals.byte(c); }
/** A reference to a group of `p`. Raises re.error. */
function group(p: PatternObject, n: i64, place: usize): bool {
  if (n > <i64>p.groups) return failFormat(place, "invalid group reference %d", n);
  const to = places.reserve(8);
  if (to != 0) store<u64>(to, <u64>n << 32 | literals.length);
  places.length += 8;
  return true;
}
/** The \g<...> whose g has been read. */
function namedGroup(p: PatternObject): bool {
  if (!accept(60)) return fail("missing <", at);
  if (!readName(62)) return false;
  let n = nameNumber();
  if (n < 0) {
    n = groupOfName(p.names);
    if (n < 0) return false;
    if (n == 0) {
      const t = textNew();
      t.literal("unknown group name '");
      t.bytes(nameAt, <u32>(nameEnd - nameAt));
      t.literal("'");
      raiseText(IndexError, t);
      return false;
    }
  }
  return group(p, n, nameAt);
}
function parse(p: PatternObject): bool {
  while (true) {
    const from = at;
    while (at < end && !isNext(92)) moveTo(at + 1);
    literals.bytes(from, <u32>(at - from));
    const slash = at;
    if (!accept(92)) return true;
    if (at == end) return fail("bad escape (end of pattern)", slash);
    const c = next(), plain = control(c);
    if (plain != 0) {
      put(plain);
    } else if (c == 103) {
      if (!namedGroup(p)) return false;
    } else if (isDigit(c)) {
      const kind = numberEscape(c, slash);
      if (kind == RAISED_ESCAPE || (kind == GROUP && !group(p, escaped, slash + 1))) return false;
      if (kind != GROUP) put(escaped);
    } else if (isLetter(c)) {
      return badEscape(slash);
    } else {
      put(92);
      put(c);
    }
  }
}
/** Parses `bytes` bytes at `data`: to be ended by templateDrop. False with re.error or IndexError
 *  pending. */
export function templateParse(p: PatternObject, object: Value, data: usize, bytes: u32): bool {
  readFrom(object, data, bytes, p.text != 0);
  literals = textNew();
  places = textNew();
  const ok = parse(p);
  if (!ok) templateDrop();
  return ok;
}
/** Appends the template with the groups of a match, whose text was read (objects.ts): `m`, or, if
 *  that is 0, the one that was found last. */
export function templateApply(m: MatchObject, out: Text): void {
  const failed = literals.failed | places.failed;
  if (failed != 0) {
    out.failed = failed;
    return;
  }
  let done: u32 = 0;
  for (let i: u32 = 0; i < places.length; i += 8) {
    const literal = load<u32>(places.data + i), n = load<i32>(places.data + i, 4);
    out.bytes(literals.data + done, literal - done);
    done = literal;
    const from = groupBegin(m, n), to = groupEnd(m, n);
    if (from >= 0 && <u32>to <= subjectBytes) out.bytes(subjectData + from, to - from);
  }
  out.bytes(literals.data + done, literals.length - done);
}
export function templateDrop(): void {
  literals.drop();
  places.drop();
}
