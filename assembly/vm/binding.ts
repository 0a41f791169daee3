// Binding arguments to parameters: what a call does besides pushing the frame.
//
// Arguments arrive as a row of positional values, then keyword pairs (name, value), and perhaps a
// dict of further keywords. They end in the first registers of the callee: positional,
// keyword-only, *args, **kw.
import { Value, RAISED, NOTHING } from "../core/value";
import { copyWords, clearWords } from "../core/memory";
import { isExactly } from "../heap/header";
import { rootsMark, keepMany, release, rootsRoom } from "../heap/roots";
import { CodeObject, CODE_VARARGS, CODE_VARKEYWORDS } from "../bytecode/code";
import { FunctionObject, BUILTIN_TYPE } from "../objects/function";
import { STR_TYPE, internStr } from "../objects/str";
import { TupleObject, tupleNew } from "../objects/tuple";
import { TableObject, dictNew, tableSetName, tableGetName, tableNext, tableEntry, entryKey,
  entryValue,
  tableFindName } from "../objects/table";
import { raise, raiseText, raiseFormat, raiseWith, TypeError, RecursionError } from "../objects/errors";
import { Text, textNew, literalOf } from "../objects/text";
import { RegisterCode } from "./register_code";

/** Name of a function for messages. */
export function functionName(f: FunctionObject): Value {
  if (f.qualname != NOTHING) return f.qualname;
  const c = changetype<CodeObject>(f.code);
  return c.qualifiedName != NOTHING ? c.qualifiedName : c.name;
}

/** Fills the argument registers at `to` (which may be the row itself). `args`: n positional values,
 *  then nkw pairs. kwargs: a dict or NOTHING. False with TypeError or MemoryError pending. Runs no
 *  Python. */
export function bindArguments(f: FunctionObject, r: RegisterCode, to: usize, args: usize, n: u32,
  nkw: u32,
  kwargs: Value): bool {
  const c = changetype<CodeObject>(f.code);
  const free = r.freeVariables, positional = c.positional - free, keywordOnly = c.keywordOnly;
  const flags = c.codeFlags;
  const base = rootsMark();
  let row = args;
  // What lies behind the arguments is overwritten.
  if (to == args && (n > positional || nkw != 0)) {
    if (!rootsRoom(<i32>(n + 2 * nkw) + 8)) {
      raise(RecursionError, "too many arguments");
      return false;
    }
    row = keepMany(<i32>(n + 2 * nkw));
    copyWords(row, args, <usize>(n + 2 * nkw));
  }
  const given = n < positional ? n : positional;
  copyWords(to, row, <usize>given);
  clearWords(to + (<usize>given << 3), <usize>(r.argumentRegisters + free - given));
  let ok = true;
  // surplus positional arguments
  let slot = positional + keywordOnly;
  if (flags & CODE_VARARGS) {
    const rest = tupleNew(row + (<usize>given << 3), n - given);
    if (rest == RAISED) ok = false;
    store<u64>(to + (<usize>slot << 3), rest);
    slot++;
  } else if (n > positional) {
    ok = false;
    if (changetype<usize>(c) != 0) tooMany(f, positional, c.defaults, n);
  }
  // keywords
  let extra: Value = NOTHING;
  if (ok && flags & CODE_VARKEYWORDS) {
    extra = dictNew();
    if (extra == RAISED) ok = false;
    store<u64>(to + (<usize>slot << 3), extra);
  }
  for (let i: u32 = 0; ok && i < nkw; i++) {
    const pair = row + (<usize>(n + 2 * i) << 3);
    ok = bindKeyword(f, c, free, positional, keywordOnly, to, load<u64>(pair), load<u64>(pair, 8),
      extra);
  }
  if (ok && kwargs != NOTHING) {
    const t = changetype<TableObject>(<usize>kwargs);
    for (let i = tableNext(t, 0); ok && i >= 0; i = tableNext(t, <u32>i + 1)) {
      const e = tableEntry(t, i);
      ok = bindKeyword(f, c, free, positional, keywordOnly, to, entryKey(e), entryValue(e), extra);
    }
  }
  // defaults
  if (ok) {
    const defaults = f.defaults == 0 ? 0 : changetype<TupleObject>(f.defaults).length;
    let missing: u32 = 0;
    for (let i = given; i < positional; i++) {
      const at = to + (<usize>i << 3);
      if (load<u64>(at) != NOTHING) continue;
      if (i + defaults >= positional)
        store<u64>(at, changetype<TupleObject>(f.defaults).at(i + defaults - positional));
      else missing++;
    }
    if (missing != 0) {
      ok = false;
      if (isLikeNative(f, c)) tooMany(f, positional, c.defaults, n);
      else missingArguments(f, c, to, free, 0, positional, missing, "positional");
    }
    missing = 0;
    for (let i = positional; ok && i < positional + keywordOnly; i++) {
      const at = to + (<usize>i << 3);
      if (load<u64>(at) != NOTHING) continue;
      const v = f.kwdefaults == 0 ? NOTHING
        : tableGetName(changetype<TableObject>(f.kwdefaults),
          <usize>changetype<TupleObject>(c.argumentNames).at(free + i));
      if (v != NOTHING) store<u64>(at, v); else missing++;
    }
    if (missing != 0) {
      ok = false;
      missingArguments(f, c, to, free, positional, positional + keywordOnly, missing,
        "keyword-only");
    }
  }
  release(base);
  return ok;
}

function bindKeyword(f: FunctionObject, c: CodeObject, free: u32, positional: u32, keywordOnly: u32,
  to: usize,
  name: Value, value: Value, extra: Value): bool {
  if (!isExactly(name, STR_TYPE)) { raise(TypeError, "keywords must be strings"); return false; }
  if (extra == NOTHING && isLikeNative(f, c)) {
    raiseWith(TypeError, "%s() takes no keyword arguments", functionName(f));
    return false;
  }
  name = internStr(name);
  if (name == RAISED) return false;
  const all = changetype<TupleObject>(c.argumentNames);
  for (let i: u32 = 0; i < positional + keywordOnly; i++) {
    if (all.at(free + i) != name) continue;
    if (i < c.positionalOnly) {
      if (extra != NOTHING) break;
      raiseFormat(TypeError,
        "%s() got some positional-only arguments passed as keyword arguments: '%s'",
        functionName(f), name);
      return false;
    }
    const at = to + (<usize>i << 3);
    if (load<u64>(at) != NOTHING) return twice(f, name);
    store<u64>(at, value);
    return true;
  }
  if (extra == NOTHING) {
    raiseFormat(TypeError, "%s() got an unexpected keyword argument '%s'", functionName(f), name);
    return false;
  }
  const d = changetype<TableObject>(<usize>extra);
  if (tableFindName(d, <usize>name) != 0) return twice(f, name);
  return tableSetName(d, <usize>name, value);
}
function about(f: FunctionObject): Text {
  const t = textNew();
  t.str(functionName(f));
  t.literal("() ");
  return t;
}
function twice(f: FunctionObject, name: Value): bool {
  raiseFormat(TypeError, "%s() got multiple values for argument '%s'", functionName(f), name);
  return false;
}
/** A function that is native in CPython and takes no keywords: it complains as natives do. */
function isLikeNative(f: FunctionObject, c: CodeObject): bool {
  return f.klass == BUILTIN_TYPE && c.positionalOnly != 0;
}
function tooMany(f: FunctionObject, positional: u32, defaults: u32, n: u32): void {
  if (isLikeNative(f, changetype<CodeObject>(f.code))) {
    wrongCount(functionName(f), positional - defaults, positional, n);
    return;
  }
  const t = about(f);
  t.literal("takes ");
  if (defaults != 0) { t.literal("from "); t.int(positional - defaults); t.literal(" to "); }
  t.format("%d%l%d",
    positional,
    literalOf(positional == 1 && defaults == 0 ? " positional argument but "
      : " positional arguments but "), n);
  t.literal(n == 1 ? " was given" : " were given");
  raiseText(TypeError, t);
}
function missingArguments(f: FunctionObject, c: CodeObject, to: usize, free: u32, from: u32,
  end: u32, count: u32,
  kind: string): void {
  const t = about(f);
  t.format("missing %d required %l%l",
    count, literalOf(kind), literalOf(count == 1 ? " argument: " : " arguments: "));
  const names = changetype<TupleObject>(c.argumentNames);
  const defaults = kind.length == 10 && f.defaults != 0 ? changetype<TupleObject>(f.defaults).length
    : 0;
  let left = count;
  for (let i = from; i < end && left != 0; i++) {
    if (load<u64>(to + (<usize>i << 3)) != NOTHING || (defaults != 0 && i + defaults >= end))
      continue;
    t.format("'%s'", names.at(free + i));
    left--;
    if (left == 1) t.literal(count == 2 ? " and " : ", and "); else if (left != 0) t.literal(", ");
  }
  raiseText(TypeError, t);
}
/** Raises TypeError: a native function was given that many arguments, in place of `min` to `max`. */
export function wrongCount(name: Value, min: i32, max: i32, given: i32): Value {
  const t = textNew();
  t.str(name);
  if (min == max) {
    t.literal(min == 0 ? "() takes no arguments (" : min == 1
      ? "() takes exactly one argument (" : "() takes exactly ");
    if (min > 1) { t.int(min); t.literal(" arguments ("); }
    t.int(given);
    t.literal(" given)");
  } else if (given < min) {
    t.format(min == 1 ? "() takes at least %d argument (%d given)"
      : "() takes at least %d arguments (%d given)", min, given);
  } else {
    t.format(max == 1 ? "() takes at most %d argument (%d given)"
      : "() takes at most %d arguments (%d given)", max, given);
  }
  return raiseText(TypeError, t);
}
