// print, input, help, __repl_print__.
import { Value, RAISED, NOTHING } from "../core/value";
import { isExactly } from "../heap/header";
import { lockDepth, setLockDepth } from "../heap/allocator";
import { rootsMark, keep, release } from "../heap/roots";
import { Args } from "../objects/args";
import { raise, raiseFormat, TypeError, EOFError, RuntimeError } from "../objects/errors";
import { Text, textNew, literalOf } from "../objects/text";
import { StrObject, internLiteral, strNew } from "../objects/str";
import { NONE } from "../objects/singletons";
import { strInto, reprInto, strPart, truth, callMethod0, callMethod1 } from "../objects/protocol";
import { takeResumed } from "../objects/hooks";
import { WAIT } from "../core/value";
import { STREAM_TYPE, stdStream, writeText, readLine } from "../objects/std_stream";
import { flushOut } from "../host";
import { ModuleBuilder } from "../objects/module_list";
import { sysStream } from "./sys_streams";
import { tableSetName, TableObject } from "../objects/table";
import { builtinsDict } from "../objects/module";
import { S_write, S_flush, S_readline } from "../objects/names";
import { argsToHelper } from "../objects/frozen";

/** sep= or end=: a str, None or left out. False with TypeError pending. */
function separator(v: Value, name: string, fallback: string, out: Text): bool {
  if (v == NOTHING || v == NONE) { out.literal(fallback); return true; }
  const s = strPart(v);
  if (changetype<usize>(s) != 0) { out.str(<u64>changetype<usize>(s)); return true; }
  raiseFormat(TypeError, "%l must be None or a string, not %t", literalOf(name), v);
  return false;
}
/** print(*args, sep=' ', end='\n', file=None, flush=False). It may be used while the heap is
 *  locked. */
function builtin_print(args: Args, n: i32): Value {
  const locked = lockDepth;
  if (locked == 0) return print(args, n);
  setLockDepth(0);
  const r = print(args, n);
  setLockDepth(locked);
  return r;
}
function print(args: Args, n: i32): Value {
  const sep = args.at(n), end = args.at(n + 1), fileGiven = args.at(n + 2), flush = args.at(n + 3);
  let file = fileGiven == NOTHING || fileGiven == NONE ? sysStream(1) : fileGiven;
  if (file == NONE) return NONE;
  if (file == NOTHING) return raise(RuntimeError, "lost sys.stdout");
  const out = textNew();
  const base = rootsMark();
  keep(out.value()); keep(file);
  let ok = true;
  for (let i = 0; i < n && ok; i++) {
    if (i != 0) ok = separator(sep, "sep", " ", out);
    if (ok) ok = strInto(args.at(i), out);
  }
  if (n < 2 && sep != NOTHING && ok) ok = checkOnly(sep, "sep");
  if (ok) ok = separator(end, "end", "\n", out);
  release(base);
  if (!ok) { out.drop(); return RAISED; }
  return printText(out, file, flush != NOTHING && truth(flush) == 1);
}
function checkOnly(v: Value, name: string): bool {
  const t = textNew();
  const ok = separator(v, name, "", t);
  t.drop();
  return ok;
}
/** Writes a text to a file object: directly to the standard streams. */
function printText(out: Text, file: Value, flush: bool): Value {
  if (isExactly(file, STREAM_TYPE)) {
    const s = out.finish();
    if (s == RAISED) return RAISED;
    const fd = file == stdStream(2) ? 2 : 1;
    if (file == stdStream(1) || file == stdStream(2)) {
      if (!writeText(fd, changetype<StrObject>(<usize>s))) return RAISED;
      if (flush) flushOut();
      return NONE;
    }
    return callMethod1(file, S_write, s) == RAISED ? RAISED : NONE;
  }
  const s = out.finish();
  if (s == RAISED) return RAISED;
  const base = rootsMark();
  keep(file); keep(s);
  let ok = callMethod1(file, S_write, s) != RAISED;
  if (ok && flush) ok = callMethod0(file, S_flush) != RAISED;
  release(base);
  return ok ? NONE : RAISED;
}

// ---- input ----

/** input(prompt=''). Called again after a wait, when the prompt is there already. */
function builtin_input(args: Args, n: i32): Value {
  const stdin = sysStream(0);
  if (!takeResumed() && n != 0) {
    const t = textNew();
    const base = rootsMark();
    keep(t.value());
    const ok = strInto(args.at(0), t);
    release(base);
    if (!ok || printText(t, sysStream(1), true) == RAISED) return RAISED;
  }
  flushOut();
  let line: Value;
  if (stdin == stdStream(0)) {
    line = readLine(-1, true);
    if (line == WAIT) return WAIT;
  } else {
    if (stdin == NOTHING || stdin == NONE) return raise(RuntimeError, "input(): lost sys.stdin");
    line = callMethod0(stdin, S_readline);
  }
  if (line == RAISED) return RAISED;
  const s = strPart(line);
  if (changetype<usize>(s) == 0) return raise(TypeError, "object.readline() returned non-string");
  let bytes = s.lengthBytes;
  if (bytes == 0) return raise(EOFError, "EOF when reading a line");
  if (load<u8>(s.data + bytes - 1) == 10) {
    bytes--;
    if (bytes != 0 && load<u8>(s.data + bytes - 1) == 13) bytes--;
  }
  return strNew(s.data, bytes);
}

// ---- help, the REPL ----

/** help([object]): what an object is and what it has. */
function builtin_help(args: Args, n: i32): Value { return argsToHelper("_help", args, n); }
/** __repl_print__(value): prints what an expression at the prompt gave, and keeps it in `_`. */
function builtin_repl_print(args: Args, n: i32): Value {
  const v = args.at(0);
  if (v == NONE) return NONE;
  const t = textNew();
  const base = rootsMark();
  keep(t.value());
  const ok = reprInto(v, t);
  release(base);
  if (!ok) { t.drop(); return RAISED; }
  t.literal("\n");
  if (!tableSetName(changetype<TableObject>(builtinsDict()), <usize>internLiteral("_"), v))
    return RAISED;
  return printText(t, sysStream(1), false);
}

export function printInstall(m: ModuleBuilder): void {
  m.def("print", builtin_print, "*args,sep=,end=,file=,flush=");
  m.fn("input", builtin_input, 0, 1);
  m.fn("help", builtin_help, 0, 1);
  m.fn("__repl_print__", builtin_repl_print, 1, 1);
}
