// sys: the interpreter and its surroundings. argv and path are filled by the host before a program
// starts. Behaviour: docs.python.org/3/library/sys.html,
// docs.micropython.org/en/latest/library/sys.html.
import { Value, RAISED, NOTHING, smallIntNew } from "../core/value";
import { typeOf } from "../heap/header";
import { rootsMark, keep, release } from "../heap/roots";
import { markValue, addRootMarker } from "../heap/collector";
import { Args } from "../objects/args";
import {
  raise, raised, raiseArgs, exceptionPart, raiseWith, raiseFormat, SystemExit, TypeError,
  ValueError, OverflowError,
  RecursionError,
} from "../objects/errors";
import { textNew } from "../objects/text";
import { StrObject, internLiteral, internStr, strLiteral } from "../objects/str";
import { TUPLE_TYPE, tupleNew, tupleOf3, emptyTuple } from "../objects/tuple";
import { ListObject, listNew, listAppend } from "../objects/list";
import { TableObject, tableFindName, tableNext, tableEntry, entryKey } from "../objects/table";
import { NONE, FALSE } from "../objects/singletons";
import { intFromI64, indexOf } from "../objects/int";
import { floatNew } from "../objects/float";
import { strPart, payloadOf, callMethod1 } from "../objects/protocol";
import { handledException, tracebackText } from "../objects/hooks";
import { recursionLimit, setRecursionLimit, recursionDepth } from "../vm/frames";
import { namedClass, namedNew } from "../objects/named_fields";
import { stdStream, writeText } from "../objects/std_stream";
import { modulesDict, builtinModuleNames } from "../objects/module";
import { objectBytes } from "../objects/object_type";
import { ModuleBuilder } from "../objects/module_list";
import { frozenModules } from "../objects/frozen";
import { sysStream } from "./sys_streams";
import { S_write } from "../objects/names";

/** The version of Python whose language this is. */
const MAJOR: i32 = 3;
const MINOR: i32 = 11;

/** exit([status]). */
function sys_exit(args: Args, n: i32): Value {
  // as CPython: a tuple is taken for several arguments
  const tuple = n == 0 ? 0 : payloadOf(args.at(0), TUPLE_TYPE);
  const row = n == 0 || args.at(0) == NONE ? emptyTuple() : tuple != 0 ? <u64>tuple
    : tupleNew(changetype<usize>(args), 1);
  return row == RAISED ? RAISED : raiseArgs(SystemExit, row);
}
/** The function that sys.atexit was given; NOTHING: none. The command line has it called at its end
 *  (js/cli/main.ts), by `sys.atexit(None)()`. */
export let atExit: Value = NOTHING;
function markAtExit(): void { markValue(atExit); }
/** atexit(function or None): returns what was set before. */
function sys_atexit(args: Args, n: i32): Value {
  const old = atExit;
  atExit = args.at(0) == NONE ? NOTHING : args.at(0);
  return old == NOTHING ? NONE : old;
}
/** print_exception(exception, file=sys.stdout). */
function sys_print_exception(args: Args, n: i32): Value {
  if (changetype<usize>(exceptionPart(args.at(0))) == 0) {
    return raiseWith(TypeError, "print_exception(): expected an exception, not %t", args.at(0));
  }
  const t = textNew();
  const base = rootsMark();
  keep(t.value());
  const ok = tracebackText(args.at(0), t, true);
  const s = ok ? t.finish() : RAISED;
  keep(s);
  let r: Value = s == RAISED ? RAISED : NONE;
  if (r != RAISED) {
    const file = n > 1 && args.at(1) != NONE ? args.at(1) : sysStream(1);
    if (file == stdStream(1) || file == stdStream(2)) {
      if (!writeText(file == stdStream(1) ? 1 : 2, changetype<StrObject>(<usize>s))) r = RAISED;
    } else if (callMethod1(file, S_write, s) == RAISED) {
      r = RAISED;
    }
  }
  release(base);
  return r;
}
/** exc_info(): (type, exception, traceback) of what is being handled. */
function sys_exc_info(args: Args, n: i32): Value {
  const v = handledException();
  if (v == NOTHING || v == NONE) return tupleOf3(NONE, NONE, NONE);
  const trace = exceptionPart(v).traceback;
  return tupleOf3(<u64>typeOf(v), v, trace == NOTHING ? NONE : trace);
}
function sys_exception(args: Args, n: i32): Value {
  const v = handledException();
  return v == NOTHING ? NONE : v;
}
function sys_getsizeof(args: Args, n: i32): Value { return intFromI64(objectBytes(args.at(0))); }
function sys_intern(args: Args, n: i32): Value {
  const s = strPart(args.at(0));
  return changetype<usize>(s) != 0 && <u64>changetype<usize>(s) == args.at(0)
    ? internStr(args.at(0))
    : raiseWith(TypeError, "intern() argument must be str, not %t", args.at(0));
}
function sys_getrecursionlimit(args: Args, n: i32): Value { return smallIntNew(recursionLimit); }
function sys_setrecursionlimit(args: Args, n: i32): Value {
  const limit = indexOf(args.at(0));
  if (raised()) return RAISED;
  if (limit < 1) return raise(ValueError, "recursion limit must be greater or equal than 1");
  if (limit > 0x7fffffff) return raise(OverflowError, "Python int too large to convert to C int");
  const depth = recursionDepth();
  if (limit <= depth) {
    return raiseFormat(RecursionError,
      "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", limit,
      depth);
  }
  setRecursionLimit(<i32>limit);
  return NONE;
}
function sys_getdefaultencoding(args: Args, n: i32): Value { return internLiteral("utf-8"); }

let row: ListObject = changetype<ListObject>(0);
function begin(): void { row = changetype<ListObject>(<usize>listNew(12)); }
function add(v: Value): void { if (changetype<usize>(row) != 0 && v != RAISED) listAppend(row, v); }
function end(module: string, name: string, fields: string): Value {
  const items = tupleNew(row.items, row.length);
  return namedNew(namedClass(module, name, fields), items);
}
/** (major, minor, micro, level, serial). */
function versionTuple(name: string, major: i32, minor: i32, micro: i32): Value {
  begin();
  add(smallIntNew(major));
  add(smallIntNew(minor));
  add(smallIntNew(micro));
  add(internLiteral("final"));
  add(smallIntNew(0));
  return end("sys", name, "major minor micro releaselevel serial");
}
function constants(m: ModuleBuilder): void {
  m.constant("version_info", versionTuple("version_info", MAJOR, MINOR, 0));
  m.constant("hexversion", smallIntNew(MAJOR << 24 | MINOR << 16 | 0xf0));
  m.constant("version", strLiteral("3.11.0; Krait 0.1.0, a MicroPython for WebAssembly"));
  m.constant("platform", internLiteral("webassembly"));
  m.constant("byteorder", internLiteral("little"));
  m.constant("maxsize", intFromI64(i64.MAX_VALUE));
  m.constant("maxunicode", smallIntNew(0x10ffff));
  m.constant("ps1", internLiteral(">>> "));
  m.constant("ps2", internLiteral("... "));
  m.constant("tracebacklimit", smallIntNew(1000));
  m.constant("executable", internLiteral(""));
  m.constant("dont_write_bytecode", FALSE);
  implementation(m);
  begin();
  add(floatNew(f64.MAX_VALUE));
  add(smallIntNew(1024));
  add(smallIntNew(308));
  add(floatNew(2.2250738585072014e-308));
  add(smallIntNew(-1021));
  add(smallIntNew(-307));
  add(smallIntNew(15));
  add(smallIntNew(53));
  add(floatNew(f64.EPSILON));
  add(smallIntNew(2));
  add(smallIntNew(1));
  m.constant("float_info", end("sys", "float_info",
    "max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds"));
  begin();
  add(smallIntNew(32));
  add(smallIntNew(4));
  m.constant("int_info", end("sys", "int_info", "bits_per_digit sizeof_digit"));
  begin();
  add(smallIntNew(64));
  add(smallIntNew(0x1fffffffffffffff));
  add(smallIntNew(314159));
  add(smallIntNew(0));
  add(smallIntNew(1000003));
  m.constant("hash_info", end("sys", "hash_info", "width modulus inf nan imag"));
  begin();
  for (let i = 0; i < 7; i++) add(smallIntNew(0));
  m.constant("flags", end("sys", "flags",
    "debug inspect interactive optimize no_user_site verbose bytes_warning"));
}
/** sys.implementation: name, version, _machine, _mpy as MicroPython's. */
function implementation(m: ModuleBuilder): void {
  const released = versionTuple("version", 1, 22, 0);
  begin();
  add(internLiteral("micropython"));
  add(released);
  add(internLiteral("Krait on WebAssembly"));
  add(smallIntNew(6));
  m.constant("implementation", end("sys", "implementation", "name version _machine _mpy"));
}
/** The names of all built-in modules, native ones first. */
function moduleNames(): Value {
  const out = listNew(50);
  if (out == RAISED) return RAISED;
  const l = changetype<ListObject>(<usize>out);
  addNames(l, builtinModuleNames());
  addNames(l, frozenModules());
  return tupleNew(l.items, l.length);
}
/** Of a module that is native and frozen both, the Python is not counted again. */
function addNames(l: ListObject, t: TableObject): void {
  const native = builtinModuleNames();
  for (let n = tableNext(t, 0); n >= 0; n = tableNext(t, n + 1)) {
    const name = entryKey(tableEntry(t, n));
    if (t == native || tableFindName(native, <usize>name) == 0) listAppend(l, name);
  }
}

export function install(m: ModuleBuilder): void {
  addRootMarker(markAtExit);
  constants(m);
  const argv = listNew(0), path = listNew(2);
  if (argv == RAISED || path == RAISED) return;
  m.constant("argv", argv);
  m.constant("path", path);
  m.constant("modules", modulesDict);
  m.constant("builtin_module_names", moduleNames());
  m.constant("stdin", stdStream(0));
  m.constant("stdout", stdStream(1));
  m.constant("stderr", stdStream(2));
  m.constant("__stdin__", stdStream(0));
  m.constant("__stdout__", stdStream(1));
  m.constant("__stderr__", stdStream(2));
  m.fn("exit", sys_exit, 0, 1);
  m.fn("atexit", sys_atexit, 1, 1);
  m.fn("print_exception", sys_print_exception, 1, 2);
  m.fn("exc_info", sys_exc_info, 0, 0);
  m.fn("exception", sys_exception, 0, 0);
  m.fn("getsizeof", sys_getsizeof, 1, 2);
  m.fn("intern", sys_intern, 1, 1);
  m.fn("getrecursionlimit", sys_getrecursionlimit, 0, 0);
  m.fn("setrecursionlimit", sys_setrecursionlimit, 1, 1);
  m.fn("getdefaultencoding", sys_getdefaultencoding, 0, 0);
}
