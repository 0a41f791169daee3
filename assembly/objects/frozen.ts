// Python that is frozen into the core: modules, and helpers.
//
// Its source (made short by tools/minify.mjs) lies compressed in static memory
// (heap/compressed.ts); the build puts it there. A module is compiled when it is imported
// (vm/imports.ts). A helper is a Python function that natives call in their place (hooks.ts,
// tailCall) so that work which runs Python code - list(generator), sorted(key=f), sum(map(f, x)) -
// stays stackless; it is compiled by itself, when it is first asked for. A native first asks
// runsPython(iterable): built-in iterables are handled natively.
//
// frozen/helpers.py and frozen/seldom.py have only functions (`def`, `async def`) without defaults
// that use no other helper: nothing need run to make them, so that any native may ask for one
// anywhere. Compiling charges no fuel, and is no safepoint.
import { Value, RAISED, NOTHING, smallInt, smallIntNew } from "../core/value";
import { wakeAreaOf } from "../heap/compressed";
import { budgetNow, putBudget } from "../heap/events";
import { markValue, addRootMarker } from "../heap/collector";
import { CodeObject } from "../bytecode/code";
import { StrObject, internLiteral, strEqualsLiteral } from "./str";
import { textNew } from "./text";
import { TupleObject } from "./tuple";
import { TableObject, dictNew, tableGetName, tableSetName } from "./table";
import { functionNew } from "./function";
import { Args } from "./args";
import { S___name__ } from "./names";
import { tailArg, tailCall, callTail, compileFrozen, COMPILE_BUILTINS } from "./hooks";

/** Modules: interned name -> where the source is: address | bytes << 32, a small int. */
let sources: Value = NOTHING;
/** Globals of all helpers: a dict with those that have been used. */
let helpers: Value = NOTHING;
/** Source of frozen/helpers.py, its end, source of frozen/seldom.py. */
let helpersAt: usize = 0;
let helpersEnd: usize = 0;
let seldomAt: usize = 0;

function markFrozen(): void {
  markValue(sources);
  markValue(helpers);
}
export function frozenInit(): void {
  sources = dictNew();
  helpers = dictNew();
  tableSetName(changetype<TableObject>(<usize>helpers), S___name__, internLiteral("helpers"));
  addRootMarker(markFrozen);
}
/** The names of the modules are the keys of this table. */
export function frozenModules(): TableObject { return changetype<TableObject>(<usize>sources); }

/** Tells where the source of a file of frozen/ lies. At build time. */
export function addFrozen(name: Value, at: usize, bytes: u32): void {
  if (strEqualsLiteral(changetype<StrObject>(<usize>name), "helpers")) {
    helpersAt = at;
    helpersEnd = at + bytes;
  } else if (strEqualsLiteral(changetype<StrObject>(<usize>name), "seldom")) {
    seldomAt = at;
  } else {
    tableSetName(frozenModules(), <usize>name, smallIntNew(<i64>at | <i64>bytes << 32));
  }
}
/** The code of a frozen module, by its interned name; NOTHING: there is none, or MemoryError is
 *  pending. */
export function frozenModule(name: Value): Value {
  const place = tableGetName(frozenModules(), <usize>name);
  if (place == NOTHING) return NOTHING;
  const n = smallInt(place), options = isBuiltinName(changetype<StrObject>(<usize>name))
    ? COMPILE_BUILTINS : 0;
  const budget = budgetNow(),
    code = compiled(<usize>(n & 0xffffffff), <u32>(n >> 32), name, options);
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
/** True for the modules whose functions are built-in functions in CPython. */
function isBuiltinName(s: StrObject): bool {
  return strEqualsLiteral(s, "bisect") || strEqualsLiteral(s, "cmath")
    || strEqualsLiteral(s, "heapq")
    || strEqualsLiteral(s, "operator");
}

/** The helper function of this name. Raises MemoryError. */
export function frozenHelper(name: string): Value {
  const key = internLiteral(name), table = changetype<TableObject>(<usize>helpers);
  let f = tableGetName(table, <usize>key);
  if (f != NOTHING) return f;
  const budget = budgetNow();
  const code = compileHelper(changetype<StrObject>(<usize>key));
  if (code != 0) f = functionNew(code, <usize>helpers, 0, 0, 0);
  const known = code != 0 && f != RAISED && tableSetName(table, <usize>key, f);
  putBudget(budget);
  return known ? f : RAISED;
}
/** Code of the helper `name`: the lines from `def NAME(` or `async def NAME(` to the next that does
 *  not begin with a space. 0 with MemoryError pending. */
function compileHelper(name: StrObject): usize {
  wakeAreaOf(helpersAt);
  const bytes = name.lengthBytes;
  let at = helpersAt, next = at;
  for (;; at = next) {
    if (at == helpersEnd) {
      at = next = seldomAt;
      wakeAreaOf(at);
    }
    do while (load<u8>(next++) != 10) continue; while (load<u8>(next) == 32);
    const word = at + (load<u8>(at) == 97 ? 10 : 4);
    if (load<u8>(word + bytes) == 40 && memory.compare(word, name.data, bytes) == 0) break;
  }
  const module = compiled(at, <u32>(next - at), internLiteral("helpers"), 0);
  if (module == RAISED) return 0;
  return <usize>changetype<TupleObject>(changetype<CodeObject>(<usize>module).children).at(0);
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
