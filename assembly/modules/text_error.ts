// Exceptions that name a place of a text: re.error and json.JSONDecodeError.
import { Value, RAISED, smallIntNew } from "../core/value";
import { ExceptionObject, exceptionNew } from "../objects/errors";
import { exceptionSetField } from "../objects/exception_fields";
import { textNew } from "../objects/text";
import { StrObject, internLiteral } from "../objects/str";
import { findByte } from "../objects/str_search";
import { NONE } from "../objects/singletons";
import { payloadOf, strPart } from "../objects/protocol";
import { BYTES_TYPE } from "../objects/bytes";
import { tupleOf1 } from "../objects/tuple";

/** Line and column, from 1 on, of a position. */
let line: i64 = 0;
let column: i64 = 0;
/** Position in characters, or bytes if the text is no str. */
function locate(s: StrObject, isText: bool, position: i64): void {
  line = 1;
  column = position + 1;
  let chars: i64 = 0;
  for (let i: u32 = 0; i < s.lengthBytes; i++) {
    const b = load<u8>(s.data + i);
    if (isText && (b & 0xc0) == 0x80) continue;
    if (chars++ >= position) return;
    if (b == 10) { line++; column = position - chars + 1; }
  }
}
function field(e: Value, name: string, v: Value): bool {
  return exceptionSetField(changetype<ExceptionObject>(<usize>e), <usize>internLiteral(name), v);
}
/**
 * A new exception with the fields msg, pos, lineno, colno, and the text.
 * @param type      of the exception
 * @param message   a str, to which the place is added
 * @param json how: as JSONDecodeError does, with the text in the field doc; else as re.error, in
 *   the field pattern
 * @param source    the text: a str, bytes or, for none, anything else
 * @param position  in characters (bytes); -1: none
 */
export function textErrorNew(type: usize, message: Value, json: bool, source: Value,
    position: i64): Value {
  const str = strPart(source), isText = changetype<usize>(str) != 0;
  const s = isText ? str : changetype<StrObject>(payloadOf(source, BYTES_TYPE));
  const known = position >= 0 && changetype<usize>(s) != 0;
  if (known) locate(s, isText, position);
  const t = textNew();
  t.str(message);
  if (json) {
    t.format(": line %d column %d (char %d)", line, column, position);
  } else if (position >= 0 && source != NONE) {
    t.format(" at position %d", position);
    if (known && findByte(s.data, s.lengthBytes, 10) >= 0)
      t.format(" (line %d, column %d)", line, column);
  }
  const text = t.finish(), args = text == RAISED ? RAISED : tupleOf1(text);
  const e = args == RAISED ? RAISED : exceptionNew(type, args);
  return e != RAISED && field(e, "msg", message) && field(e, json ? "doc" : "pattern", source)
    && field(e, "pos", position < 0 ? NONE : smallIntNew(position))
    && field(e, "lineno", known ? smallIntNew(line) : NONE) && field(e, "colno",
      known ? smallIntNew(column) : NONE)
    ? e : RAISED;
}
