// json: dumps, loads and their like. Encoding: json/encoder.ts; decoding: json/decoder.ts; the
// classes JSONEncoder and JSONDecoder, dump and load: frozen/json.py. Behaviour:
// docs.python.org/3/library/json.html.
import { Value, RAISED, NOTHING, smallIntNew } from "../core/value";
import { keep, keepMany, release } from "../heap/roots";
import { raise, raiseValue, raised, raiseWith, TypeError, ValueError } from "../objects/errors";
import { JSON_DECODE_ERROR } from "../objects/module_errors";
import { Args } from "../objects/args";
import { textNew } from "../objects/text";
import { TypeBuilder } from "../objects/builder";
import { ModuleBuilder } from "../objects/module_list";
import { StrObject, strAlloc, strFinish, strLiteral, strByteOffset, strCharIndex,
  internLiteral } from "../objects/str";
import { ListObject } from "../objects/list";
import { tupleOf2 } from "../objects/tuple";
import { TableObject, dictNew, tableSetName, tableGetName } from "../objects/table";
import { NONE } from "../objects/singletons";
import { truth, strPart } from "../objects/protocol";
import { indexOf } from "../objects/int";
import { toHelper } from "../objects/frozen";
import { listFrom } from "../objects/sequence";
import { Buffer, BUFFER_BYTES, tryBuffer } from "../objects/buffer";
import { decodeBytes } from "../objects/str_codec";
import { flag } from "./arguments";
import { textErrorNew } from "./text_error";
import { JsonOptions, JSON_OPTIONS, jsonEncode } from "./json/encoder";
import { JsonHooks, JSON_HOOKS, jsonDecode, jsonEnd } from "./json/decoder";

const INFO: usize = memory.data(BUFFER_BYTES, 8);

@inline function given(v: Value): bool { return v != NOTHING && v != NONE; }
/** None as NOTHING. */
@inline function hook(v: Value): Value { return v == NONE ? NOTHING : v; }

/** dumps(obj, *, skipkeys, ensure_ascii, check_circular, allow_nan, cls, indent, separators,
 *  default, sort_keys, **kw). Slots 1 to 9 behind obj, then further keywords. */
function json_dumps(args: Args, n: i32): Value {
  // a class of the caller's: cls(**options).encode(obj)
  if (given(args.at(5))) {
    const options = optionsDict(args, OPTION_NAMES, 10, false);
    return options == RAISED ? RAISED : toHelper("_json_encode", args.at(0), args.at(5), options);
  }
  if (args.at(10) != NOTHING && changetype<TableObject>(<usize>args.at(10)).used != 0) {
    return raise(TypeError, "JSONEncoder.__init__() got an unexpected keyword argument");
  }
  const base = keepMany(JSON_OPTIONS), out = textNew();
  keep(out.value());
  const o = changetype<JsonOptions>(base);
  const ok = readOptions(args, o) && jsonEncode(args.at(0), out, o);
  release(base);
  if (ok) return out.finish();
  out.drop();
  return RAISED;
}
/** Reads an option that is true or false. False with an exception pending. */
function readFlag(at: usize, v: Value, fallback: i32): bool {
  const yes = flag(v, fallback);
  store<u64>(at, yes != 0 ? 1 : 0);
  return yes >= 0;
}
/** A separator as a plain str. Raises TypeError. */
function separator(v: Value): Value {
  const s = strPart(v);
  return changetype<usize>(s) != 0 ? <u64>changetype<usize>(s)
    : raise(TypeError, "separators must be strings");
}
function readOptions(args: Args, o: JsonOptions): bool {
  const at = changetype<usize>(o);
  if (!readFlag(at + offsetof<JsonOptions>("skipKeys"), args.at(1), 0)
    || !readFlag(at + offsetof<JsonOptions>("ensureAscii"), args.at(2), 1)
    || !readFlag(at + offsetof<JsonOptions>("allowNaN"), args.at(4), 1)
    || !readFlag(at + offsetof<JsonOptions>("sortKeys"), args.at(9), 0)) return false;
  if (given(args.at(6))) {
    o.pretty = 1;
    o.indent = indentText(args.at(6));
    if (o.indent == RAISED) return false;
  }
  o.default_ = hook(args.at(8));
  if (given(args.at(7))) {
    const pair = changetype<ListObject>(<usize>listFrom(args.at(7)));
    if (changetype<usize>(pair) == 0) return false;
    if (pair.length != 2) {
      raiseWith(ValueError, pair.length < 2 ? "not enough values to unpack (expected 2, got %d)"
        : "too many values to unpack (expected 2)", pair.length);
      return false;
    }
    o.itemSeparator = separator(pair.at(0));
    o.keySeparator = o.itemSeparator == RAISED ? RAISED : separator(pair.at(1));
  } else {
    o.itemSeparator = strLiteral(o.pretty ? "," : ", ");
    o.keySeparator = strLiteral(": ");
  }
  return o.itemSeparator != RAISED && o.keySeparator != RAISED;
}
/** One level of indentation: a str, or that many spaces. */
function indentText(v: Value): Value {
  const s = strPart(v);
  if (changetype<usize>(s) != 0) return <u64>changetype<usize>(s);
  const count = indexOf(v);
  if (raised()) return RAISED;
  const width: u32 = count < 0 ? 0 : count > 1 << 20 ? 1 << 20 : <u32>count;
  const spaces = strAlloc(width);
  if (changetype<usize>(spaces) == 0) return RAISED;
  memory.fill(spaces.data, 32, width);
  return strFinish(spaces);
}
const OPTION_NAMES: StaticArray<string> = [
  "skipkeys", "ensure_ascii", "check_circular", "allow_nan", "", "indent", "separators", "default",
  "sort_keys",
];
/** The arguments from 1 on by their names ("": not this one) in a dict, which may be
 *  `args.at(rest)`. `noNone`: without those that are None. Raises MemoryError. */
function optionsDict(args: Args, names: StaticArray<string>, rest: i32, noNone: bool): Value {
  const options = args.at(rest) == NOTHING ? dictNew() : args.at(rest);
  for (let i = 0; options != RAISED && i < names.length; i++) {
    const name = unchecked(names[i]), v = args.at(i + 1);
    if (name.length == 0 || v == NOTHING || (noNone && v == NONE)) continue;
    if (!tableSetName(changetype<TableObject>(<usize>options), <usize>internLiteral(name), v))
      return RAISED;
  }
  return options;
}

/** The text to decode as a str: bytes by their encoding. RAISED: TypeError, JSONDecodeError. */
function documentOf(v: Value): Value {
  const s = strPart(v);
  if (changetype<usize>(s) != 0) {
    const text = <u64>changetype<usize>(s);
    if (s.lengthBytes >= 3 && load<u16>(s.data) == 0xbbef && load<u8>(s.data, 2) == 0xbf) {
      const e =
        textErrorNew(JSON_DECODE_ERROR, strLiteral("Unexpected UTF-8 BOM (decode using utf-8-sig)"),
          true, text, 0);
      return e == RAISED ? RAISED : raiseValue(e);
    }
    return text;
  }
  const info = changetype<Buffer>(INFO);
  if (!tryBuffer(v, info, false)) {
    return raised() ? RAISED
      : raiseWith(TypeError, "the JSON object must be str, bytes or bytearray, not %t", v);
  }
  const pass = changetype<StrObject>(<usize>strLiteral("surrogatepass"));
  const encoding = strLiteral(detect(info.data, info.lengthBytes));
  return decodeBytes(info.data, info.lengthBytes, v, changetype<StrObject>(<usize>encoding), pass);
}
/** The encoding of JSON bytes, told from their zeros and marks (RFC 4627). */
function detect(at: usize, n: u32): string {
  if (n >= 3 && load<u16>(at) == 0xbbef && load<u8>(at, 2) == 0xbf) return "utf-8-sig";
  if (n >= 4) {
    const w = load<u32>(at);
    if (w == 0x0000feff || w == 0xfffe0000) return "utf-32";
    if ((w & 0xffff) == 0xfeff || (w & 0xffff) == 0xfffe) return "utf-16";
    if (load<u8>(at) == 0) return load<u8>(at, 1) != 0 ? "utf-16-be" : "utf-32-be";
    if (load<u8>(at, 1) == 0) return load<u16>(at, 2) != 0 ? "utf-16-le" : "utf-32-le";
  } else if (n == 2) {
    if (load<u8>(at) == 0) return "utf-16-be";
    if (load<u8>(at, 1) == 0) return "utf-16-le";
  }
  return "utf-8";
}
/** loads(s, *, cls, object_hook, parse_float, parse_int, parse_constant, object_pairs_hook,
 *  **kw). */
function json_loads(args: Args, n: i32): Value {
  const text = documentOf(args.at(0));
  if (text == RAISED) return RAISED;
  if (given(args.at(1))) {
    const options = optionsDict(args, HOOK_NAMES, 7, true);
    return options == RAISED ? RAISED : toHelper("_json_decode", text, args.at(1), options);
  }
  let strict = 1;
  if (args.at(7) != NOTHING) {
    const extra = changetype<TableObject>(<usize>args.at(7));
    const v = tableGetName(extra, <usize>internLiteral("strict"));
    if (v != NOTHING) strict = truth(v);
    if (strict < 0) return RAISED;
    if (extra.used != (v != NOTHING ? 1 : 0)) {
      return raise(TypeError, "JSONDecoder.__init__() got an unexpected keyword argument");
    }
  }
  return decode(text, 0, true, args, strict);
}
/** jsonDecode with the hooks that stand from args.at(2) on. */
function decode(text: Value, from: u32, whole: bool, args: Args, strict: i32): Value {
  const base = keepMany(JSON_HOOKS), h = changetype<JsonHooks>(base);
  h.object = hook(args.at(2));
  h.float = hook(args.at(3));
  h.int = hook(args.at(4));
  h.constant = hook(args.at(5));
  h.pairs = hook(args.at(6));
  h.strict = strict;
  const r = jsonDecode(text, from, whole, h);
  release(base);
  return r;
}
const HOOK_NAMES: StaticArray<string> = [
  "", "object_hook", "parse_float", "parse_int", "parse_constant", "object_pairs_hook",
];
/** _raw_decode(s, idx, object_hook, parse_float, parse_int, parse_constant, object_pairs_hook,
 *  strict) -> (value, end), for JSONDecoder. */
function json_raw_decode(args: Args, n: i32): Value {
  const s = strPart(args.at(0));
  if (changetype<usize>(s) == 0)
    return raiseWith(TypeError, "first argument must be a string, not %t", args.at(0));
  const from = indexOf(args.at(1));
  if (raised()) return RAISED;
  if (from < 0) return raise(ValueError, "idx cannot be negative");
  const strict = truth(args.at(7));
  if (strict < 0) return RAISED;
  const begin = from >= <i64>s.lengthChars ? s.lengthBytes : strByteOffset(s, <u32>from);
  const v = decode(<u64>changetype<usize>(s), begin, false, args, strict);
  return v == RAISED ? RAISED : tupleOf2(v, smallIntNew(strCharIndex(s, jsonEnd)));
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
  m.def("dumps", json_dumps,
    "obj,*,skipkeys=,ensure_ascii=,check_circular=,allow_nan=,cls=,indent=,separators=,default=,sort_keys=,**");
  m.def("loads", json_loads,
    "s,*,cls=,object_hook=,parse_float=,parse_int=,parse_constant=,object_pairs_hook=,**");
  m.fn("_raw_decode", json_raw_decode, 8, 8);
  m.constant("JSONDecodeError", <u64>JSON_DECODE_ERROR);
}
