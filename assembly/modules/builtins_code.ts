// Builtin functions that run code: compile eval exec execfile __import__ __build_class__ open.
import { Value, RAISED, NOTHING } from "../core/value";
import { typeOf, isExactly } from "../heap/header";
import { rootsMark, keep, release } from "../heap/roots";
import { markValue, addRootMarker } from "../heap/collector";
import { nativeNew } from "../objects/native";
import { Args } from "../objects/args";
import {
  raise, raised, raiseWith, raiseFormat, TypeError, ValueError, NameError,
} from "../objects/errors";
import { literalOf } from "../objects/text";
import { internLiteral, strEqualsLiteral, strSliceBytes, internStr } from "../objects/str";
import { TupleObject, TUPLE_TYPE, tupleNew } from "../objects/tuple";
import { ListObject, listNew, listAppend } from "../objects/list";
import { TableObject, DICT_TYPE, dictNew, tableGetName } from "../objects/table";
import { TypeObject, TYPE_TYPE } from "../objects/type";
import { NONE } from "../objects/singletons";
import { indexOf } from "../objects/int";
import { CODE_TYPE } from "../bytecode/code";
import { payloadOf, strPart, truth, callMethod0 } from "../objects/protocol";
import { Buffer, BUFFER_BYTES, tryBuffer } from "../objects/buffer";
import {
  compileSource, importModule, currentGlobals, currentLocals, runCode, runBody, tailArg,
  callWithKeywords, call1,
} from "../objects/hooks";
import { callHelper } from "../objects/frozen";
import { getAttrOptional } from "../objects/attributes";
import { isType, metaclassFor } from "../objects/type_class";
import { builtinsDict, modulesDict } from "../objects/module";
import { io_open } from "./io/file";
import { ModuleBuilder } from "../objects/module_list";
import { isFunction } from "../objects/function";
import {
  S___prepare__, S___mro_entries__, S_STRING_NAME, S_read, S_close, S_open,
} from "../objects/names";

const BUFFER: usize = memory.data(BUFFER_BYTES, 8);
/** Code of a source given as str, bytes or code object. name: for the message. mode: 0 exec, 1
 *  eval, 2 single. */
function codeOf(v: Value, filename: Value, mode: i32, name: string): Value {
  if (isExactly(v, CODE_TYPE)) return v;
  let at: usize, bytes: u32;
  const s = strPart(v);
  if (changetype<usize>(s) != 0) {
    at = s.data;
    bytes = s.lengthBytes;
  } else {
    const info = changetype<Buffer>(BUFFER);
    if (!tryBuffer(v, info, false)) {
      if (raised()) return RAISED;
      return raiseWith(TypeError, "%l() arg 1 must be a string, bytes or code object",
        literalOf(name));
    }
    at = info.data;
    bytes = info.lengthBytes;
  }
  for (let i: u32 = 0; i < bytes; i++) {
    if (load<u8>(at + i) == 0)
      return raise(ValueError, "source code string cannot contain null bytes");
  }
  if (mode == 1) {
    while (bytes != 0 && (load<u8>(at) == 32 || load<u8>(at) == 9)) { at++; bytes--; }
  }
  return compileSource(at, bytes, filename, mode);
}
/** compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1). */
function builtin_compile(args: Args, n: i32): Value {
  const filename = strPart(args.at(1)), mode = strPart(args.at(2));
  if (changetype<usize>(filename) == 0)
    return raiseWith(TypeError, "expected str, bytes or os.PathLike object, not %t", args.at(1));
  if (changetype<usize>(mode) == 0)
    return raiseWith(TypeError, "compile() argument 3 must be str, not %t", args.at(2));
  const kind = strEqualsLiteral(mode, "exec") ? 0 : strEqualsLiteral(mode, "eval") ? 1
    : strEqualsLiteral(mode, "single") ? 2 : -1;
  if (kind < 0) return raise(ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
  return codeOf(args.at(0), <u64>changetype<usize>(filename), kind, "compile");
}
/** Runs source or code with the dicts given. */
function run(args: Args, n: i32, mode: i32, name: string): Value {
  let globals = args.at(1), locals = args.at(2);
  if (globals == NOTHING || globals == NONE) {
    globals = currentGlobals();
    if (locals == NOTHING || locals == NONE) locals = currentLocals();
    if (globals == NOTHING) globals = dictNew();
    if (locals == NOTHING) locals = globals;
  } else if (payloadOf(globals, DICT_TYPE) == 0) {
    if (mode == 1) return raise(TypeError, "globals must be a dict");
    return raiseFormat(TypeError, "%l() globals must be a dict, not %t", literalOf(name), globals);
  }
  if (locals == NOTHING || locals == NONE) locals = globals;
  if (changetype<TypeObject>(typeOf(locals)).subscr == 0) {
    if (mode == 1) return raise(TypeError, "locals must be a mapping");
    return raiseWith(TypeError, "locals must be a mapping or None, not %t", locals);
  }
  if (globals == RAISED) return RAISED;
  const base = rootsMark();
  keep(globals); keep(locals);
  const code = codeOf(args.at(0), <u64>S_STRING_NAME, mode, name);
  release(base);
  return code == RAISED ? RAISED : runCode(code, globals, locals);
}
function builtin_eval(args: Args, n: i32): Value { return run(args, n, 1, "eval"); }
function builtin_exec(args: Args, n: i32): Value { return run(args, n, 0, "exec"); }
/** execfile(filename[, globals[, locals]]). */
function builtin_execfile(args: Args, n: i32): Value {
  const name = strPart(args.at(0));
  if (changetype<usize>(name) == 0)
    return raiseWith(TypeError, "execfile() argument 1 must be str, not %t", args.at(0));
  const open = tableGetName(changetype<TableObject>(builtinsDict()), S_open);
  if (open == NOTHING) return raise(NameError, "name 'open' is not defined");
  const base = rootsMark();
  const file = call1(open, args.at(0));
  keep(file);
  let source: Value = RAISED;
  if (file != RAISED) {
    source = callMethod0(file, S_read);
    keep(source);
    if (source != RAISED && callMethod0(file, S_close) == RAISED) source = RAISED;
  }
  let globals = n > 1 ? args.at(1) : currentGlobals();
  if (globals == NOTHING) globals = dictNew();
  keep(globals);
  const locals = n > 2 ? args.at(2) : n > 1 ? globals : currentLocals();
  const code = source == RAISED ? RAISED : codeOf(source, <u64>changetype<usize>(name), 0,
    "execfile");
  release(base);
  if (code == RAISED) return RAISED;
  if (payloadOf(globals, DICT_TYPE) == 0)
    return raise(TypeError, "execfile() globals must be a dict");
  return runCode(code, globals, locals == NOTHING ? globals : locals);
}
/** __import__(name, globals=None, locals=None, fromlist=(), level=0). */
function builtin_import(args: Args, n: i32): Value {
  const name = strPart(args.at(0));
  if (changetype<usize>(name) == 0) return raise(TypeError, "__import__() argument 1 must be str");
  const level = args.at(4) == NOTHING ? 0 : indexOf(args.at(4));
  if (raised()) return RAISED;
  if (level < 0) return raise(ValueError, "level must be >= 0");
  if (name.lengthBytes == 0 && level == 0) return raise(ValueError, "Empty module name");
  const globals = args.at(1) == NOTHING || args.at(1) == NONE ? currentGlobals() : args.at(1);
  const m = importModule(<u64>changetype<usize>(name), globals, <i32>level);
  if (m == RAISED) return RAISED;
  const fromlist = args.at(3);
  if (fromlist != NOTHING) {
    const yes = truth(fromlist);
    if (yes < 0) return RAISED;
    if (yes) return m;
  }
  // without a fromlist: the package that the name begins with
  let dot: u32 = 0;
  while (dot < name.lengthBytes && load<u8>(name.data + dot) != 46) dot++;
  if (dot == name.lengthBytes || level != 0) return m;
  const top = internStr(strSliceBytes(name, 0, dot));
  if (top == RAISED) return RAISED;
  const first = tableGetName(changetype<TableObject>(<usize>modulesDict), <usize>top);
  return first == NOTHING ? m : first;
}

// ---- class statements ----

/** The bases with __mro_entries__ of those that are no classes put in their place. A
 *  TupleObject. */
function resolveBases(bases: TupleObject): Value {
  let plain = true;
  for (let i: u32 = 0; i < bases.length && plain; i++) plain = isType(bases.at(i));
  if (plain) return <u64>changetype<usize>(bases);
  const out = listNew(bases.length);
  if (out == RAISED) return RAISED;
  keep(out);
  const list = changetype<ListObject>(<usize>out);
  for (let i: u32 = 0; i < bases.length; i++) {
    const b = bases.at(i);
    const f = isType(b) ? NOTHING : getAttrOptional(b, <u64>S___mro_entries__);
    if (raised()) return RAISED;
    if (f == NOTHING) {
      if (!listAppend(list, b)) return RAISED;
      continue;
    }
    const more = call1(f, <u64>changetype<usize>(bases));
    if (more == RAISED) return RAISED;
    const row = payloadOf(more, TUPLE_TYPE);
    if (row == 0) return raise(TypeError, "__mro_entries__ must return a tuple");
    const t = changetype<TupleObject>(row);
    for (let k: u32 = 0; k < t.length; k++) if (!listAppend(list, t.at(k))) return RAISED;
  }
  return tupleNew(list.items, list.length);
}
/** __build_class__(func, name, /, *bases, metaclass=None, **kwds). */
function builtin_build_class(args: Args, n: i32): Value {
  if (n < 2) return raise(TypeError, "__build_class__: not enough arguments");
  if (!isFunction(args.at(0))) return raise(TypeError, "__build_class__: func must be a function");
  if (changetype<usize>(strPart(args.at(1))) == 0)
    return raise(TypeError, "__build_class__: name is not a string");
  const base = rootsMark();
  const r = buildClass(args, n);
  release(base);
  return r;
}
function buildClass(args: Args, n: i32): Value {
  const given = tupleNew(changetype<usize>(args) + 16, n - 2);
  if (given == RAISED) return RAISED;
  keep(given);
  const bases = resolveBases(changetype<TupleObject>(<usize>given));
  if (bases == RAISED) return RAISED;
  keep(bases);
  const row = changetype<TupleObject>(<usize>bases);
  let meta = args.at(n), keywords = args.at(n + 1);
  if (keywords == NOTHING) keywords = dictNew();
  if (keywords == RAISED) return RAISED;
  keep(keywords);
  if (meta == NOTHING) meta = row.length != 0 ? <u64>typeOf(row.at(0)) : <u64>TYPE_TYPE;
  if (isType(meta)) {
    let types = true;
    for (let i: u32 = 0; i < row.length && types; i++) types = isType(row.at(i));
    if (types) {
      const winner = metaclassFor(<usize>meta, row);
      if (winner == 0) return RAISED;
      meta = <u64>winner;
    }
  }
  keep(meta);
  let namespace: Value = NOTHING;
  if (meta != <u64>TYPE_TYPE) {
    const prepare = getAttrOptional(meta, <u64>S___prepare__);
    if (raised()) return RAISED;
    if (prepare != NOTHING) {
      const at = keep(args.at(1));
      keep(bases);
      namespace = callWithKeywords(prepare, changetype<Args>(at), 2, keywords);
      if (namespace == RAISED) return RAISED;
      if (changetype<TypeObject>(typeOf(namespace)).setSubscr == 0)
        return notMapping(meta, namespace);
    }
  }
  if (namespace == NOTHING) namespace = dictNew();
  if (namespace == RAISED) return RAISED;
  tailArg(0, args.at(0));
  tailArg(1, args.at(1));
  tailArg(2, bases);
  tailArg(3, given);
  tailArg(4, meta);
  tailArg(5, namespace);
  tailArg(6, keywords);
  tailArg(7, bodyRunner);
  return callHelper("_build_class", 8);
}
function notMapping(meta: Value, namespace: Value): Value {
  return isType(meta)
    ? raiseFormat(TypeError, "%n.__prepare__() must return a mapping, not %t", meta, namespace)
    : raiseWith(TypeError, "<metaclass>.__prepare__() must return a mapping, not %t", namespace);
}
/** run(body, namespace), for the helper: runs a class body. Returns its __class__ cell or None. */
function run_body(args: Args, n: i32): Value { return runBody(args.at(0), args.at(1)); }
let bodyRunner: Value = NOTHING;
function markRunner(): void { markValue(bodyRunner); }

export function codeInstall(m: ModuleBuilder): void {
  bodyRunner = nativeNew(internLiteral("run"), run_body.index, 2, 2, 0);
  addRootMarker(markRunner);
  m.def("compile", builtin_compile, "source,filename,mode,flags=,dont_inherit=,optimize=");
  m.def("eval", builtin_eval, "source,globals=,locals=,/");
  m.def("exec", builtin_exec, "source,globals=,locals=,/");
  m.fn("execfile", builtin_execfile, 1, 3);
  m.def("__import__", builtin_import, "name,globals=,locals=,fromlist=,level=");
  m.def("open", io_open, "file,mode=,buffering=,encoding=,errors=,newline=,closefd=,opener=");
  m.def("__build_class__", builtin_build_class, "*args,metaclass=,**");
}
