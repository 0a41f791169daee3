// json: the work of dumps and loads, and JSONDecodeError. Encoding: json/encoder.ts; decoding:
// json/decoder.ts; arguments and classes: frozen/json.py. Behaviour:
// docs.python.org/3/library/json.html.
import { Value, RAISED, smallIntNew } from "../core/value";
import { isExactly } from "../heap/header";
import { keep, release } from "../heap/roots";
import { raise, raised, raiseWith, TypeError, ValueError } from "../objects/errors";
import { JSON_DECODE_ERROR } from "../objects/module_errors";
import { Args } from "../objects/args";
import { textNew } from "../objects/text";
import { TypeBuilder } from "../objects/builder";
import { ModuleBuilder } from "../objects/module_list";
import { STR_TYPE, strByteOffset, strCharIndex } from "../objects/str";
import { tupleOf2 } from "../objects/tuple";
import { NONE, TRUE } from "../objects/singletons";
import { strPart } from "../objects/protocol";
import { indexOf } from "../objects/int";
import { textErrorNew } from "./text_error";
import { JsonOptions, jsonEncode } from "./json/encoder";
import { JsonHooks, jsonDecode, jsonEnd } from "./json/decoder";

/** _encode(obj, skipkeys, ensure_ascii, allow_nan, sort_keys, indent, item_separator, key_separator,
 *  default): the text, a str. Flags are bools, separators plain strs, indent is one or None. */
function json_encode(args: Args, n: i32): Value {
  for (let i = 5; i < 8; i++) {
    if (!isExactly(args.at(i), STR_TYPE) && (i > 5 || args.at(i) != NONE))
      return raise(TypeError, "separators must be strings");
  }
  const out = textNew(), base = keep(out.value());
  const ok = jsonEncode(args.at(0), out, changetype<JsonOptions>(changetype<usize>(args) + 8));
  release(base);
  if (ok) return out.finish();
  out.drop();
  return RAISED;
}
/** _decode(s, idx, object_hook, parse_float, parse_int, parse_constant, object_pairs_hook, strict,
 *  whole): the value; unless `whole`, it and its end. strict and whole are bools. */
function json_decode(args: Args, n: i32): Value {
  const s = strPart(args.at(0));
  if (changetype<usize>(s) == 0)
    return raiseWith(TypeError, "first argument must be a string, not %t", args.at(0));
  const from = indexOf(args.at(1)), whole = args.at(8) == TRUE;
  if (raised()) return RAISED;
  if (from < 0) return raise(ValueError, "idx cannot be negative");
  const v = jsonDecode(<u64>changetype<usize>(s),
    from >= <i64>s.lengthChars ? s.lengthBytes : strByteOffset(s, <u32>from),
    whole, changetype<JsonHooks>(changetype<usize>(args) + 16));
  return v == RAISED || whole ? v : tupleOf2(v, smallIntNew(strCharIndex(s, jsonEnd)));
}
/** JSONDecodeError(msg, doc, pos). */
function JSONDecodeError_new(args: Args, n: i32): Value {
  const message = strPart(args.at(1)), document = strPart(args.at(2));
  if (changetype<usize>(message) == 0)
    return raiseWith(TypeError, "msg must be str, not %t", args.at(1));
  if (changetype<usize>(document) == 0)
    return raiseWith(TypeError, "doc must be str, not %t", args.at(2));
  const position = indexOf(args.at(3));
  if (raised()) return RAISED;
  return textErrorNew(JSON_DECODE_ERROR, <u64>changetype<usize>(message), true,
    <u64>changetype<usize>(document), position);
}

/** Gives JSONDecodeError its constructor. At boot. */
export function jsonErrorInstall(): void {
  changetype<TypeBuilder>(JSON_DECODE_ERROR).constructDef(JSONDecodeError_new, "msg,doc,pos");
}
export function install(m: ModuleBuilder): void {
  m.fn("_encode", json_encode, 9, 9);
  m.fn("_decode", json_decode, 9, 9);
  m.constant("JSONDecodeError", <u64>JSON_DECODE_ERROR);
}
