// Errors of the compiler: the source text being compiled, and the one way to raise SyntaxError and
// its kin.
//
// args are as CPython's: (message, (filename, line, column, text, end line, end column)); columns
// count characters from 1. The first error stays: raising while one is pending does nothing.
import { Value, NOTHING, RAISED, smallIntNew } from "../core/value";
import { utf8Count } from "../core/utf8";
import {
  raised, raiseArg, raiseArgs, pendingException, exceptionPart, isSubtype, SyntaxError,
} from "../objects/errors";
import { exceptionSetField } from "../objects/exception_fields";
import {
  S_msg, S_filename, S_lineno, S_offset, S_text, S_end_lineno, S_end_offset,
} from "../objects/names";
import { Text, textNew } from "../objects/text";
import { TupleObject, tupleAlloc, tupleOf2 } from "../objects/tuple";
import { NONE } from "../objects/singletons";
import { Node } from "./ast";

/** Address of the source text: well-formed UTF-8, lines end in LF only, zeros behind it. */
let source: usize = 0;
/** Unit: bytes. */
let sourceBytes: u32 = 0;
/** A str. */
let fileName: Value = NONE;

/** Begins on a text (see `source`, `sourceBytes`); `name` is the file's name for messages, a str.
 *  */
export function sourceSet(at: usize, bytes: u32, name: Value): void {
  source = at;
  sourceBytes = bytes;
  fileName = name;
}
export function sourceAt(): usize { return source; }
export function sourceLength(): u32 { return sourceBytes; }
export function sourceName(): Value { return fileName; }

/** Offset of the first byte of the line that holds byte `at`. */
export function lineBegin(at: u32): u32 {
  while (at > 0 && load<u8>(source + at - 1) != 10) at--;
  return at;
}
/** Offset of the LF that ends the line that holds byte `at`, or of the end. */
export function lineEnd(at: u32): u32 {
  while (at < sourceBytes && load<u8>(source + at) != 10) at++;
  return at;
}
/** Line of byte `at`, from 1. Linear in `at`: for messages only. */
export function lineAt(at: u32): u32 {
  let line: u32 = 1;
  for (let i: u32 = 0; i < at; i++) if (load<u8>(source + i) == 10) line++;
  return line;
}
/** Column of byte `at`, from 1. Unit: characters. */
export function columnAt(at: u32): u32 {
  const begin = lineBegin(at);
  return utf8Count(source + begin, at - begin) + 1;
}
/** The line that holds byte `at`, with its LF, as a str. Raises MemoryError. */
function lineText(at: u32): Value {
  const begin = lineBegin(at), t = textNew();
  t.bytes(source + begin, lineEnd(at) - begin);
  t.byte(10);
  return t.finish();
}

/** Makes `type(message, (filename, line, column, text, end line, end column))` pending, for the
 *  bytes `at` to `end`. `message` a str, or RAISED (then MemoryError is pending already). Returns
 *  RAISED. */
export function syntaxErrorValue(type: usize, at: u32, end: u32, message: Value): Value {
  if (raised() || message == RAISED) return RAISED;
  if (at > sourceBytes) at = sourceBytes;
  // At the very end, speak of the last line, not of an empty one behind it.
  if (at != 0 && at == sourceBytes && load<u8>(source + at - 1) == 10) at--;
  if (end < at) end = at;
  if (end > sourceBytes) end = sourceBytes;
  const text = lineText(at), place = tupleAlloc(6);
  if (text == RAISED || changetype<usize>(place) == 0) return RAISED;
  place.set(0, fileName);
  place.set(1, smallIntNew(lineAt(at)));
  place.set(2, smallIntNew(columnAt(at)));
  place.set(3, text);
  place.set(4, smallIntNew(lineAt(end)));
  place.set(5, smallIntNew(columnAt(end)));
  const args = tupleOf2(message, <u64>changetype<usize>(place));
  if (args == RAISED) return RAISED;
  raiseArgs(type, args);
  setFields(message, place);
  return RAISED;
}
/** Attributes of a SyntaxError that hold the parts of its place. */
const PLACE_FIELDS: StaticArray<u32> = [S_filename, S_lineno, S_offset, S_text, S_end_lineno,
  S_end_offset];
/** Sets the attributes of the pending exception that its constructor would set from its arguments.
 *  `place` 0: only the message. Does nothing if it is a MemoryError instead. */
function setFields(message: Value, place: TupleObject): void {
  const e = exceptionPart(pendingException());
  if (changetype<usize>(e) == 0 || !isSubtype(e.klass, SyntaxError)) return;
  if (!exceptionSetField(e, S_msg, message) || changetype<usize>(place) == 0) return;
  for (let i: u32 = 0; i < 6; i++)
    if (!exceptionSetField(e, unchecked(PLACE_FIELDS[i]), place.at(i))) return;
}

/** The same with a message built in a Text, which is freed. Returns RAISED. */
export function syntaxErrorText(type: usize, at: u32, end: u32, message: Text): Value {
  if (raised()) { message.drop(); return RAISED; }
  return syntaxErrorValue(type, at, end, message.finish());
}

/** The same with a message of a template (Text.format). Returns RAISED. */
export function syntaxErrorAt(type: usize, at: u32, end: u32, template: string, a: u64 = 0,
    b: u64 = 0): Value {
  if (raised()) return RAISED;
  const t = textNew();
  t.format(template, a, b);
  return syntaxErrorText(type, at, end, t);
}

/** SyntaxError(message) at a node: what the passes after the parser use. Returns RAISED. */
export function nodeError(node: usize, message: string): Value {
  return nodeErrorNamed(node, message, NOTHING);
}
/** The same with a message of a template (Text.format): a name (%s), and a literal. */
export function nodeErrorNamed(node: usize, template: string, name: Value, what: u64 = 0): Value {
  const n = changetype<Node>(node);
  return syntaxErrorAt(SyntaxError, n.at, n.end, template, name, what);
}

/** An error about the text as a whole, without a place: SyntaxError(message). Returns RAISED. */
export function sourceError(message: Text): Value {
  const text = message.finish();
  if (text == RAISED || raised()) return RAISED;
  raiseArg(SyntaxError, text);
  setFields(text, changetype<TupleObject>(0));
  return RAISED;
}
