// json: dumps, loads and their like. Encoding: json/encoder.ts; decoding: json/decoder.ts; the classes
// JSONEncoder and JSONDecoder, dump and load: frozen/helpers.py. Behaviour: docs.python.org/3/library/json.html.
import { Value, RAISED, NOTHING, smallIntNew } from "../core/value";
import { rootsMark, keep, release } from "../heap/roots";
import {
  raise, raiseText, raiseValue, raised, raiseWith, TypeError, ValueError,
} from "../objects/errors";
import { JSON_DECODE_ERROR } from "../objects/module_errors";
import { Args } from "../objects/args";
import { textNew } from "../objects/text";
import { ModuleBuilder, TypeBuilder } from "../objects/builder";
import { StrObject, strAlloc, strFinish, strLiteral, strByteOffset, strCharIndex, internLiteral } from "../objects/str";
import { ListObject } from "../objects/list";
import { tupleOf2 } from "../objects/tuple";
import { TableObject, dictNew, tableSetName, tableGetName } from "../objects/table";
import { NONE } from "../objects/singletons";
import { truth, strPart } from "../objects/protocol";
import { indexOf } from "../objects/int";
import { helpersReady, frozenHelper, toHelper } from "../objects/frozen";
import { listFrom } from "../objects/sequence";
import { Buffer, BUFFER_BYTES, tryBuffer } from "../objects/buffer";
import { decodeBytes } from "../objects/str_codec";
import { flag } from "./arguments";
import { textErrorNew } from "./text_error";
import { JsonOptions, JSON_OPTIONS_BYTES, jsonEncode } from "./json/encoder";
import { JsonHooks, JSON_HOOKS_BYTES, jsonDecode, jsonEnd } from "./json/decoder";

const OPTIONS: usize = memory.data(JSON_OPTIONS_BYTES, 8);
const HOOKS: usize = memory.data(JSON_HOOKS_BYTES, 8);
const INFO: usize = memory.data(BUFFER_BYTES, 8);

@inline function given(v: Value): bool { return v != NOTHING && v != NONE; }
/** None as NOTHING. */
@inline function hook(v: Value): Value { return v == NONE ? NOTHING : v; }

/** dumps(obj, *, skipkeys, ensure_ascii, check_circular, allow_nan, cls, indent, separators, default, sort_keys,
 *  **kw). Slots 1 to 9 behind obj, then further keywords. */
function json_dumps(args: Args, n: i32): Value {
  if (given(args.at(5)) || args.at(10) != NOTHING) {
    // a class of the caller's: cls(**options).encode(obj)
    if (!given(args.at(5))) {
      const extra = changetype<TableObject>(<usize>args.at(10));
      if (extra.used != 0) return raise(TypeError, "JSONEncoder.__init__() got an unexpected keyword argument");
    } else {
      return encodeByClass(args);
    }
  }
  const o = changetype<JsonOptions>(OPTIONS);
  const skip = flag(args.at(1), 0), ascii = flag(args.at(2), 1), nan = flag(args.at(4), 1), sort = flag(args.at(9), 0);
  if (skip < 0 || ascii < 0 || nan < 0 || sort < 0) return RAISED;
  const base = rootsMark();
  let indent = NOTHING;
  if (given(args.at(6))) {
    indent = indentText(args.at(6));
    if (indent == RAISED) return RAISED;
    keep(indent);
  }
  let item = NOTHING, key = NOTHING;
  if (given(args.at(7))) {
    const pair = listFrom(args.at(7));
    if (pair == RAISED) { release(base); return RAISED; }
    keep(pair);
    const l = changetype<ListObject>(<usize>pair);
    if (l.length != 2) {
      release(base);
      const t = textNew();
      t.literal(l.length < 2 ? "not enough values to unpack (expected 2, got " : "too many values to unpack (expected 2");
      if (l.length < 2) t.int(l.length);
      t.literal(")");
      return raiseText(ValueError, t);
    }
    item = l.at(0);
    key = l.at(1);
    if (changetype<usize>(strPart(item)) == 0 || changetype<usize>(strPart(key)) == 0) {
      release(base);
      return raise(TypeError, "separators must be strings");
    }
    item = <u64>changetype<usize>(strPart(item));
    key = <u64>changetype<usize>(strPart(key));
  } else {
    item = strLiteral(indent == NOTHING ? ", " : ",");
    key = strLiteral(": ");
  }
  if (item == RAISED || key == RAISED) { release(base); return RAISED; }
  o.skipKeys = skip;
  o.ensureAscii = ascii;
  o.allowNaN = nan;
  o.sortKeys = sort;
  o.pretty = indent != NOTHING ? 1 : 0;
  o.indent = indent;
  o.itemSeparator = item;
  o.keySeparator = key;
  o.default_ = hook(args.at(8));
  const out = textNew();
  keep(out.value());
  const ok = jsonEncode(args.at(0), out, o);
  release(base);
  if (ok) return out.finish();
  out.drop();
  return RAISED;
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
  "skipkeys", "ensure_ascii", "check_circular", "allow_nan", "", "indent", "separators", "default", "sort_keys",
];
function encodeByClass(args: Args): Value {
  const options = args.at(10) == NOTHING ? dictNew() : args.at(10);
  if (options == RAISED) return RAISED;
  for (let i = 0; i < 9; i++) {
    if (i == 4 || args.at(i + 1) == NOTHING) continue;
    if (!tableSetName(changetype<TableObject>(<usize>options), <usize>internLiteral(OPTION_NAMES[i]), args.at(i + 1))) return RAISED;
  }
  return toHelper("_json_encode", args.at(0), args.at(5), options);
}

/** The text to decode as a str: bytes by their encoding. RAISED: TypeError, JSONDecodeError. */
function documentOf(v: Value): Value {
  const s = strPart(v);
  if (changetype<usize>(s) != 0) {
    const text = <u64>changetype<usize>(s);
    if (s.lengthBytes >= 3 && load<u16>(s.data) == 0xbbef && load<u8>(s.data, 2) == 0xbf) {
      const e = textErrorNew(JSON_DECODE_ERROR, strLiteral("Unexpected UTF-8 BOM (decode using utf-8-sig)"), true, text, 0);
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
/** loads(s, *, cls, object_hook, parse_float, parse_int, parse_constant, object_pairs_hook, **kw). */
function json_loads(args: Args, n: i32): Value {
  const text = documentOf(args.at(0));
  if (text == RAISED) return RAISED;
  if (given(args.at(1))) return decodeByClass(text, args);
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
  const h = changetype<JsonHooks>(HOOKS);
  h.object = hook(args.at(2));
  h.float = hook(args.at(3));
  h.int = hook(args.at(4));
  h.constant = hook(args.at(5));
  h.pairs = hook(args.at(6));
  h.strict = strict;
  return jsonDecode(text, 0, true, h);
}
const HOOK_NAMES: StaticArray<string> = [
  "", "object_hook", "parse_float", "parse_int", "parse_constant", "object_pairs_hook",
];
function decodeByClass(text: Value, args: Args): Value {
  const options = args.at(7) == NOTHING ? dictNew() : args.at(7);
  if (options == RAISED) return RAISED;
  for (let i = 1; i < 6; i++) {
    if (!given(args.at(i + 1))) continue;
    if (!tableSetName(changetype<TableObject>(<usize>options), <usize>internLiteral(HOOK_NAMES[i]), args.at(i + 1))) return RAISED;
  }
  return toHelper("_json_decode", text, args.at(1), options);
}
/** _raw_decode(s, idx, object_hook, parse_float, parse_int, parse_constant, object_pairs_hook, strict) -> (value, end),
 *  for JSONDecoder. */
function json_raw_decode(args: Args, n: i32): Value {
  const s = strPart(args.at(0));
  if (changetype<usize>(s) == 0) return raiseWith(TypeError, "first argument must be a string, not %t", args.at(0));
  const from = indexOf(args.at(1));
  if (raised()) return RAISED;
  if (from < 0) return raise(ValueError, "idx cannot be negative");
  const strict = truth(args.at(7));
  if (strict < 0) return RAISED;
  const h = changetype<JsonHooks>(HOOKS);
  h.object = hook(args.at(2));
  h.float = hook(args.at(3));
  h.int = hook(args.at(4));
  h.constant = hook(args.at(5));
  h.pairs = hook(args.at(6));
  h.strict = strict;
  const begin = from >= <i64>s.lengthChars ? s.lengthBytes : strByteOffset(s, <u32>from);
  const v = jsonDecode(<u64>changetype<usize>(s), begin, false, h);
  return v == RAISED ? RAISED : tupleOf2(v, smallIntNew(strCharIndex(s, jsonEnd)));
}
/** JSONDecodeError(msg, doc, pos). */
function JSONDecodeError_new(args: Args, n: i32): Value {
  const message = strPart(args.at(1)), document = strPart(args.at(2));
  if (changetype<usize>(message) == 0) return raiseWith(TypeError, "msg must be str, not %t", args.at(1));
  if (changetype<usize>(document) == 0) return raiseWith(TypeError, "doc must be str, not %t", args.at(2));
  const position = indexOf(args.at(3));
  if (raised()) return RAISED;
  return textErrorNew(JSON_DECODE_ERROR, <u64>changetype<usize>(message), true, <u64>changetype<usize>(document), position);
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
  if (helpersReady()) {
    m.constant("dump", frozenHelper("_json_dump"));
    m.constant("load", frozenHelper("_json_load"));
    m.constant("JSONEncoder", frozenHelper("JSONEncoder"));
    m.constant("JSONDecoder", frozenHelper("JSONDecoder"));
  }
}
