// Python that is frozen into the core: modules, and helpers.
//
// Its source (made short by tools/minify.mjs) lies compressed in static memory
// (heap/compressed.ts); the build puts it there. A module is compiled when it is imported
// (vm/imports.ts). A helper is a Python function that natives call in their place (hooks.ts,
// tailCall) so that work which runs Python code - list(generator), sorted(key=f), sum(map(f, x)) -
// stays stackless; it is compiled by itself, when it is first asked for. A native first asks
// runsPython(iterable): built-in iterables are handled natively.
//
// The functions of some native modules are Python, too (ModuleBuilder.python): files of frozen/ that
// tools/frozen.mjs lists. Each is compiled when it is first called, in the module's dict. All their
// defaults are None.
//
// frozen/helpers.py and frozen/seldom.py have only functions (`def`, `async def`) without defaults
// that use no other helper: nothing need run to make them, so that any native may ask for one
// anywhere. Compiling charges no fuel, and is no safepoint.
import { Value, RAISED, NOTHING, smallInt, smallIntNew } from "../core/value";
import { wakeAreaOf } from "../heap/compressed";
import { budgetNow, putBudget } from "../heap/events";
import { markObject, markValue, addRootMarker } from "../heap/collector";
import { CodeObject, codeNew, CODE_BUILTIN } from "../bytecode/code";
import { StrObject, internLiteral, strEqualsLiteral } from "./str";
import { textNew } from "./text";
import { TupleObject, tupleAlloc } from "./tuple";
import { TableObject, dictNew, tableGetName, tableSetName } from "./table";
import { FunctionObject, functionNew } from "./function";
import { NONE } from "./singletons";
import { Args } from "./args";
import { S___name__ } from "./names";
import { tailArg, tailCall, callTail, compileFrozen, COMPILE_BUILTINS } from "./hooks";

/** Modules: interned name -> where the source is: address | bytes << 32 | BUILTIN_BIT, a small
 *  int; no bytes: nothing of it runs at an import, its functions are compiled one by one. */
let sources: Value = NOTHING;
const BUILTIN_BIT: i64 = 1 << 60;
/** Globals of all helpers: a dict with those that have been used. */
let helpers: Value = NOTHING;
/** Source of frozen/helpers.py, its end, source of frozen/seldom.py. */
let helpersAt: usize = 0;
let helpersEnd: usize = 0;
let seldomAt: usize = 0;
/** The code of functions that are still to be compiled. */
let notCompiled: usize = 0;

function markFrozen(): void {
  markObject(notCompiled);
  markValue(sources);
  markValue(helpers);
}
export function frozenInit(): void {
  sources = dictNew();
  helpers = dictNew();
  const code = codeNew();
  code.codeFlags = CODE_BUILTIN;
  notCompiled = changetype<usize>(code);
  tableSetName(changetype<TableObject>(<usize>helpers), S___name__, internLiteral("helpers"));
  addRootMarker(markFrozen);
}
/** The names of the modules are the keys of this table. */
export function frozenModules(): TableObject { return changetype<TableObject>(<usize>sources); }

/** Tells where the source of a file of frozen/ lies; bytes 0: its functions are compiled one by one.
 *  At build time. */
export function addFrozen(name: Value, at: usize, bytes: u32): void {
  if (strEqualsLiteral(changetype<StrObject>(<usize>name), "helpers")) {
    helpersAt = at;
    helpersEnd = at + bytes;
  } else if (strEqualsLiteral(changetype<StrObject>(<usize>name), "seldom")) {
    seldomAt = at;
  } else {
    const s = changetype<StrObject>(<usize>name);
    // functions of these are built-in functions in CPython
    const builtin = strEqualsLiteral(s, "bisect") || strEqualsLiteral(s, "heapq")
      || strEqualsLiteral(s, "operator");
    tableSetName(frozenModules(), <usize>name,
      smallIntNew(<i64>at | <i64>bytes << 32 | (builtin && bytes != 0 ? BUILTIN_BIT : 0)));
  }
}
/** The code of a frozen module, by its interned name; NOTHING: there is none, or MemoryError is
 *  pending. */
export function frozenModule(name: Value): Value {
  const place = tableGetName(frozenModules(), <usize>name);
  const n = place == NOTHING ? 0 : smallInt(place);
  if (n >> 32 == 0) return NOTHING;
  const budget = budgetNow();
  const code = compiled(<usize>(n & 0xffffffff), <u32>(n >> 32) & 0xffffff, name,
    n & BUILTIN_BIT ? COMPILE_BUILTINS : 0);
  putBudget(budget);
  return code;
}
function compiled(at: usize, bytes: u32, name: Value, options: u32): Value {
  const t = textNew();
  t.format("<frozen %s>", name);
  const file = t.finish();
  if (file == RAISED) return RAISED;
  wakeAreaOf(at);
  return compileFrozen(at, bytes, file, options);
}
/** The helper function of this name. Raises MemoryError. */
export function frozenHelper(name: string): Value {
  const key = internLiteral(name), table = changetype<TableObject>(<usize>helpers);
  let f = tableGetName(table, <usize>key);
  if (f != NOTHING) return f;
  const budget = budgetNow(), code = compileDef(helpersAt, changetype<StrObject>(<usize>key), 0);
  if (code != 0) f = functionNew(code, <usize>helpers, 0, 0, 0);
  const known = code != 0 && f != RAISED && tableSetName(table, <usize>key, f);
  putBudget(budget);
  return known ? f : RAISED;
}
/** Code of the function `name` of the file that lies at `at`: the lines from `def NAME(` or
 *  `async def NAME(` to the next that does not begin with a space. 0 with MemoryError pending. */
function compileDef(at: usize, name: StrObject, options: u32): usize {
  const bytes = name.lengthBytes;
  wakeAreaOf(at);
  for (let next = at;; at = next) {
    if (at == helpersEnd) {
      at = next = seldomAt;
      wakeAreaOf(at);
    }
    do while (load<u8>(next++) != 10) continue; while (load<u8>(next) == 32);
    const word = at + (load<u8>(at) == 97 ? 10 : 4);
    if (load<u8>(word + bytes) != 40 || memory.compare(word, name.data, bytes) != 0) continue;
    const module = compiled(at, <u32>(next - at), internLiteral("helpers"), options);
    return module == RAISED ? 0
      : <usize>changetype<TupleObject>(changetype<CodeObject>(<usize>module).children).at(0);
  }
}

/** A function of a native module, to be compiled when it is called. Raises MemoryError. */
export function frozenFunction(name: Value, module: TableObject): Value {
  const v = functionNew(notCompiled, changetype<usize>(module), 0, 0, 0);
  if (v == RAISED) return RAISED;
  const f = changetype<FunctionObject>(<usize>v);
  f.name = name;
  // Until then the file's place is where that of native code would be.
  f.entry = <u32>smallInt(tableGetName(frozenModules(), <usize>tableGetName(module, S___name__)));
  return v;
}
/** Sees to it that a function is compiled. False with MemoryError pending. */
export function functionCompiled(f: FunctionObject): bool {
  if (f.code != notCompiled) return true;
  const budget = budgetNow();
  const code = changetype<CodeObject>(compileDef(f.entry, changetype<StrObject>(<usize>f.name),
    COMPILE_BUILTINS));
  putBudget(budget);
  if (changetype<usize>(code) == 0) return false;
  const positional = tupleAlloc(code.defaults), others = dictNew();
  if (changetype<usize>(positional) == 0 || others == RAISED) return false;
  for (let i: u32 = 0; i < code.defaults; i++) positional.set(i, NONE);
  const names = changetype<TupleObject>(code.argumentNames);
  for (let i = code.positional; i < code.positional + code.keywordOnly; i++) {
    if (!tableSetName(changetype<TableObject>(<usize>others), <usize>names.at(i), NONE))
      return false;
  }
  f.defaults = changetype<usize>(positional);
  f.kwdefaults = <usize>others;
  f.entry = 0;
  f.code = changetype<usize>(code);
  return true;
}

/** Has a helper called in a native's place with the `n` arguments set by tailArg: `return
 *  callHelper("_list", 1)`. Raises MemoryError. */
export function callHelper(name: string, n: i32): Value {
  const f = frozenHelper(name);
  return f == RAISED ? RAISED : tailCall(f, n);
}
/** The same with one to three values: `return toHelper("_list", v)`. */
export function toHelper(name: string, a: Value, b: Value = 0, c: Value = 0): Value {
  tailArg(0, a);
  tailArg(1, b);
  tailArg(2, c);
  return callHelper(name, c != NOTHING ? 3 : b != NOTHING ? 2 : 1);
}
/** The result of a helper that is called nested, for what cannot hand over. A safepoint. */
export function helperResult(name: string, a: Value, b: Value = 0, c: Value = 0): Value {
  return toHelper(name, a, b, c) == RAISED ? RAISED : callTail();
}
/** The same as toHelper with all arguments of the native. */
export function argsToHelper(name: string, args: Args, n: i32): Value {
  for (let i = 0; i < n; i++) tailArg(i, args.at(i));
  return callHelper(name, n);
}
