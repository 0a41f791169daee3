// Sets of names, with what is known of each: the variables of a scope, the captures of a pattern,
// the names of const(), the names in a module's code.
//
// A hash table over interned strs, compared by address, with linear probing; the entries (Var) are
// chained in the order in which they came. All of it lies in the arena: test arenaFailed().
import { Value } from "../core/value";
import { arenaAlloc, arenaBuffer } from "./arena";

/** A name. Every user has its own fields of those behind `flags`. */
@unmanaged export class Var {
  name: Value;
  /** The constant of a name of const(). */
  value: Value;
  /** Next Var of the set. */
  next: usize;
  /** VarKind.*, when the scopes are resolved. */
  kind: i32;
  /** VAR_* (compiler/scopes.ts). */
  flags: u32;
  /** Slot of LOCAL, CELL and FREE, or of a capture's hidden local; number of a name in the code;
   *  before the scopes are resolved: node of the nonlocal statement. */
  slot: u32;
}
/** A flag of Var that belongs to its key: in a class, a cell for nested functions only, apart from
 *  a name of the body. */
export const VAR_PASS: u32 = 0x100;

@unmanaged export class Names {
  firstVar: usize;
  lastVar: usize;
  varCount: u32;
  /** u32 addresses of Vars; tableMask + 1 of them. 0: none yet. */
  table: usize;
  tableMask: u32;
}
/** An empty set. */
export function namesNew(): Names { return changetype<Names>(arenaAlloc(offsetof<Names>())); }

@inline function keyOf(name: Value, pass: u32): u32 { return <u32>name | (pass != 0 ? 1 : 0); }

/** Where in the table the Var of this key is, or would be. */
function placeOf(s: Names, key: u32): usize {
  let i = (key >> 4 ^ key << 1) * 0x9e3779b1 >> 7;
  while (true) {
    const at = s.table + (<usize>(i & s.tableMask) << 2), v = changetype<Var>(<usize>load<u32>(at));
    if (changetype<usize>(v) == 0 || keyOf(v.name, v.flags & VAR_PASS) == key) return at;
    i++;
  }
}
/** The Var of this name; 0: the set has none. `pass`: VAR_PASS or 0. */
export function varFind(s: Names, name: Value, pass: u32 = 0): Var {
  return changetype<Var>(s.table == 0 ? 0 : <usize>load<u32>(placeOf(s, keyOf(name, pass))));
}
/** The Var of this name, made if there is none; without memory one that is in no set. */
export function varAdd(s: Names, name: Value, pass: u32 = 0): Var {
  if ((s.varCount + 1) * 2 > s.tableMask && !grow(s))
    return changetype<Var>(arenaAlloc(offsetof<Var>()));
  const at = placeOf(s, keyOf(name, pass)), found = <usize>load<u32>(at);
  if (found != 0) return changetype<Var>(found);
  const v = changetype<Var>(arenaAlloc(offsetof<Var>()));
  v.name = name;
  v.flags = pass;
  store<u32>(at, <u32>changetype<usize>(v));
  if (s.lastVar == 0) s.firstVar = changetype<usize>(v);
  else changetype<Var>(s.lastVar).next = changetype<usize>(v);
  s.lastVar = changetype<usize>(v);
  s.varCount++;
  return v;
}
function grow(s: Names): bool {
  const size: u32 = s.table == 0 ? 8 : (s.tableMask + 1) << 1;
  const table = arenaBuffer(<usize>size << 2);
  if (table == 0) return false;
  memory.fill(table, 0, <usize>size << 2);
  s.table = table;
  s.tableMask = size - 1;
  for (let v = s.firstVar; v != 0; v = changetype<Var>(v).next) {
    const w = changetype<Var>(v);
    store<u32>(placeOf(s, keyOf(w.name, w.flags & VAR_PASS)), <u32>v);
  }
  return true;
}
