// Frozen helpers: Python functions that natives call in their place (hooks.ts, tailCall) so that work
// which runs Python code - list(generator), sorted(key=f), sum(map(f, x)) - stays stackless.
//
// Their source is frozen/helpers.py; the build compiles it while the core boots, so it costs nothing at
// start-up. A native first asks runsPython(iterable): built-in iterables are handled natively.
import { Value, NOTHING } from "../core/value";
import { markValue, addRootMarker } from "../heap/collector";
import { internLiteral } from "./str";
import { TableObject, tableGetName } from "./table";
import { Args } from "./args";
import { tailArg, tailCall } from "./hooks";

/** Globals of frozen/helpers.py, a dict. */
let helpers: Value = NOTHING;
function markHelpers(): void { markValue(helpers); }
export function frozenInit(): void { addRootMarker(markHelpers); }
export function setHelpers(globals: Value): void { helpers = globals; }
/** True once the helpers are there (not while they are being compiled at boot). */
export function helpersReady(): bool { return helpers != NOTHING; }
/** The helper function of this name. */
export function frozenHelper(name: string): Value {
  return tableGetName(changetype<TableObject>(<usize>helpers), <usize>internLiteral(name));
}
/** Has a helper called in a native's place, with one to three values: natives write `return toHelper("_list", v)`. */
export function toHelper(name: string, a: Value, b: Value = 0, c: Value = 0): Value {
  tailArg(0, a);
  tailArg(1, b);
  tailArg(2, c);
  return tailCall(frozenHelper(name), c != NOTHING ? 3 : b != NOTHING ? 2 : 1);
}
/** The same with all arguments of the native. */
export function argsToHelper(name: string, args: Args, n: i32): Value {
  for (let i = 0; i < n; i++) tailArg(i, args.at(i));
  return tailCall(frozenHelper(name), n);
}
