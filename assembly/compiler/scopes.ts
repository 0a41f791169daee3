// Scopes: whose variable is a name? The data and the resolution; scopes_visit.ts fills in what is
// used where.
//
// A Scope is a module, class body, function, lambda or comprehension. Its variables (Var) stand in
// the order of their first appearance in the order of evaluation, which is also the order of their
// slots (docs/mpy-format.md 4.5). After the visit resolveScopes() gives every Var its kind and
// every local a slot. All of it lies in the arena; names are interned strs, compared by address.
import { Value, RAISED } from "../core/value";
import { StrObject, internStr } from "../objects/str";
import { S___class__ } from "../objects/names";
import { textNew, literalOf } from "../objects/text";
import { arenaAlloc, arenaBuffer, arenaFailed } from "./arena";
import { Names, Var, varAdd, varFind, VAR_PASS } from "./names";
import { Node } from "./ast";
import { nodeErrorNamed } from "./errors";
import { pure } from "./options";
import { CODE_VARARGS, CODE_VARKEYWORDS, CODE_NATIVE, CODE_VIPER } from "../bytecode/code";

export const enum ScopeKind { MODULE, CLASS, FUNCTION, LAMBDA, LIST_COMP, SET_COMP, DICT_COMP,
  GENERATOR }

/** What a Var is after resolveScopes. */
export const enum VarKind {
  /** A function's name that nobody binds: globals, then builtins. */
  GLOBAL,
  /** In a module or class body: the locals dict, then globals, then builtins. */
  NAME,
  /** A slot of the function. */
  LOCAL,
  /** A cell in a slot of the function, which a nested scope uses too. */
  CELL,
  /** A cell handed in by the enclosing scope. */
  FREE,
}

// Var.flags
export const VAR_PARAM: u32 = 1;
/** Assigned, imported, defined, deleted ... in this scope. */
export const VAR_BOUND: u32 = 2;
export const VAR_USED: u32 = 4;
/** Declared global. */
export const VAR_GLOBAL: u32 = 8;
/** Declared nonlocal. */
export const VAR_NONLOCAL: u32 = 0x10;
export const VAR_ANNOTATED: u32 = 0x20;
/** Target of a for of the comprehension. */
export const VAR_ITERATION: u32 = 0x40;
/** Bound by a walrus inside the comprehension, in a scope further out. */
export const VAR_WALRUS: u32 = 0x80;
/** No identifier: a comprehension's argument. */
export const VAR_HIDDEN: u32 = 0x200;
/** Bound by something else than an import. */
export const VAR_NOT_IMPORT: u32 = 0x400;
/** Declared global by a walrus of a comprehension: no declaration of the program. */
export const VAR_FROM_WALRUS: u32 = 0x800;

export { Var, varAdd, varFind, VAR_PASS };

// Scope.flags
/** Has yield, or is a generator expression. */
export const SCOPE_GENERATOR: u32 = 1;
/** async def; an asynchronous comprehension. */
export const SCOPE_ASYNC: u32 = 2;
/** A class whose methods use super() or __class__. */
export const SCOPE_NEEDS_CLASS: u32 = 4;
/** A module or class body with annotated names. */
export const SCOPE_ANNOTATIONS: u32 = 0x20;
/** Flags that the code object has, too; the last two: decorated @micropython.native, .viper. */
export const SCOPE_VARARGS: u32 = CODE_VARARGS << 8;
export const SCOPE_VARKEYWORDS: u32 = CODE_VARKEYWORDS << 8;
export const SCOPE_NATIVE: u32 = CODE_NATIVE << 8;
export const SCOPE_VIPER: u32 = CODE_VIPER << 8;
export const SCOPE_OF_CODE: u32 =
  SCOPE_VARARGS | SCOPE_VARKEYWORDS | SCOPE_NATIVE | SCOPE_VIPER;

/** A scope, with its variables. */
@unmanaged export class Scope extends Names {
  /** ScopeKind.*. */
  kind: i32;
  flags: u32;
  parent: usize;
  /** MODULE, CLASS, FUNCTION, LAMBDA or comprehension node. */
  node: usize;
  firstChild: usize;
  lastChild: usize;
  sibling: usize;
  /** Next scope in the order of compilation: breadth first. */
  nextScope: usize;
  /** Class whose private names are mangled here, NOTHING outside classes. */
  mangleClass: Value;
  name: Value;
  qualifiedName: Value;
  freeCount: u32;
  /** Free variables, arguments and other locals. */
  localCount: u32;
  /** Slots of the parent (u32) that hold the cells of the free variables, in order. */
  freeSources: usize;
  /** Real positional arguments and so on, without free variables. */
  positional: u32;
  positionalOnly: u32;
  keywordOnly: u32;
  defaults: u32;
  /** Children in the order in which code makes them: firstMade, then nextMade of each. */
  firstMade: usize;
  lastMade: usize;
  nextMade: usize;
  madeCount: u32;
  /** CodeObject, when it is made. */
  code: usize;
  /** A value returned in an async def: node, for the error when it turns out to be a generator. */
  returnsValue: usize;
  /** Line where the scope begins. */
  line: u32;
}

/** The scope of the whole source. */
export let moduleScope: Scope = changetype<Scope>(0);
export function setModuleScope(s: Scope): void { moduleScope = s; }

/** True for scopes whose locals have slots. */
@inline export function isFunctionLike(s: Scope): bool { return s.kind >= ScopeKind.FUNCTION; }
@inline export function isComprehension(s: Scope): bool { return s.kind >= ScopeKind.LIST_COMP; }

/** A new scope inside `parent` (0: the module). Test arenaFailed(). */
export function scopeNew(kind: ScopeKind, parent: Scope, node: usize, name: Value): Scope {
  const s = changetype<Scope>(arenaAlloc(offsetof<Scope>()));
  s.kind = kind;
  s.parent = changetype<usize>(parent);
  s.node = node;
  s.name = name;
  s.line = changetype<Node>(node).line;
  if (s.parent != 0 && !arenaFailed()) {
    s.mangleClass = parent.mangleClass;
    if (parent.lastChild == 0) parent.firstChild = changetype<usize>(s);
    else changetype<Scope>(parent.lastChild).sibling = changetype<usize>(s);
    parent.lastChild = changetype<usize>(s);
  }
  return s;
}

// ---- resolution ----

/** Order of compilation; kinds; slots; qualified names. False with an exception pending. */
export function resolveScopes(): bool {
  let last = moduleScope;
  for (let s = moduleScope; changetype<usize>(s) != 0; s = changetype<Scope>(s.nextScope)) {
    for (let c = s.firstChild; c != 0; c = changetype<Scope>(c).sibling) {
      last.nextScope = c;
      last = changetype<Scope>(c);
    }
  }
  if (pure) markModuleGlobals();
  for (let s = moduleScope; changetype<usize>(s) != 0; s = changetype<Scope>(s.nextScope)) {
    // Passing cells on adds Vars at the end, of this scope's ancestors only.
    for (let v = s.firstVar; v != 0; v = changetype<Var>(v).next) {
      if (!resolve(s, changetype<Var>(v))) return false;
    }
  }
  if (arenaFailed()) return true;
  for (let s = moduleScope; changetype<usize>(s) != 0; s = changetype<Scope>(s.nextScope)) {
    if (!assignSlots(s) || !qualify(s)) return false;
  }
  return true;
}

/** mpy-cross takes a name that some function declares global for a global in the module's own code
 *  as well. */
function markModuleGlobals(): void {
  for (let s = changetype<Scope>(moduleScope.nextScope); changetype<usize>(s) != 0; s =
      changetype<Scope>(s.nextScope)) {
    for (let v = s.firstVar; v != 0; v = changetype<Var>(v).next) {
      if (!(changetype<Var>(v).flags & VAR_GLOBAL)) continue;
      const w = varFind(moduleScope, changetype<Var>(v).name);
      if (changetype<usize>(w) != 0) w.flags |= VAR_GLOBAL;
    }
  }
}

function resolve(s: Scope, v: Var): bool {
  if (v.flags & (VAR_PASS | VAR_HIDDEN)) {
    if (v.flags & VAR_HIDDEN) v.kind = VarKind.LOCAL;
    return true;
  }
  const namespace = !isFunctionLike(s);
  if (v.flags & VAR_GLOBAL) { v.kind = VarKind.GLOBAL; return true; }
  if (v.flags & (VAR_BOUND | VAR_PARAM) && !(v.flags & VAR_NONLOCAL)) {
    // A child resolved earlier cannot have made it a cell: children come later.
    v.kind = namespace ? VarKind.NAME : VarKind.LOCAL;
    return true;
  }
  if (s.parent != 0 && closeOver(s, v)) return true;
  if (v.flags & VAR_NONLOCAL) {
    nodeErrorNamed(v.slot != 0 ? v.slot : s.node, "no binding for nonlocal '%s' found", v.name);
    return false;
  }
  v.kind = namespace ? VarKind.NAME : VarKind.GLOBAL;
  return true;
}

/** Finds the function further out that binds the name and hands its cell down to `s`. */
function closeOver(s: Scope, v: Var): bool {
  const name = v.name;
  const classCell = name == <u64>S___class__;
  let owner = changetype<Scope>(s.parent);
  let found = changetype<Var>(0);
  for (; owner.parent != 0; owner = changetype<Scope>(owner.parent)) {
    if (owner.kind == ScopeKind.CLASS) {
      // Only functions inside the class see its __class__; the class body itself does not.
      if (classCell) { found = varAdd(owner, name, VAR_PASS); break; }
      continue;
    }
    const w = varFind(owner, name);
    if (changetype<usize>(w) == 0) continue;
    if (w.kind == VarKind.LOCAL || w.kind == VarKind.CELL || w.kind == VarKind.FREE) {
      found = w;
      break;
    }
    if (w.flags & VAR_GLOBAL) return false;
  }
  if (changetype<usize>(found) == 0 || arenaFailed()) return false;
  if (owner.kind == ScopeKind.CLASS) {
    owner.flags |= SCOPE_NEEDS_CLASS;
    found.kind = VarKind.CELL;
  } else if (found.kind == VarKind.LOCAL) {
    found.kind = VarKind.CELL;
  }
  v.kind = VarKind.FREE;
  for (let p = changetype<Scope>(s.parent); p != owner; p = changetype<Scope>(p.parent)) {
    let w = varFind(p, name);
    // A class keeps its own names apart, unless the body reads the same free variable.
    if (p.kind == ScopeKind.CLASS && (changetype<usize>(w) == 0 || w.kind != VarKind.FREE))
      w = varAdd(p, name, VAR_PASS);
    else if (changetype<usize>(w) == 0) w = varAdd(p, name);
    if (arenaFailed()) return false;
    w.kind = VarKind.FREE;
  }
  return true;
}
/** The Var of scope `s` that provides the cell of this name to a child. */
function provider(s: Scope, name: Value): Var {
  const pass = varFind(s, name, VAR_PASS);
  return changetype<usize>(pass) != 0 ? pass : varFind(s, name);
}
/** A Var that is a free one gets the slot: true. */
function isFreeAt(v: Var, slot: u32): bool {
  if (changetype<usize>(v) == 0 || v.kind != VarKind.FREE) return false;
  v.slot = slot;
  return true;
}

/** Slots: free variables in the parent's order, arguments, other locals, cells. */
function assignSlots(s: Scope): bool {
  if (s.kind == ScopeKind.MODULE) return true;
  let free: u32 = 0;
  for (let v = s.firstVar; v != 0; v = changetype<Var>(v).next)
    if (changetype<Var>(v).kind == VarKind.FREE) free++;
  let slot: u32 = 0;
  if (free != 0) {
    s.freeSources = arenaBuffer(<usize>free << 2);
    if (s.freeSources == 0) return true;
    const parent = changetype<Scope>(s.parent);
    for (let p = parent.firstVar; p != 0; p = changetype<Var>(p).next) {
      const source = changetype<Var>(p);
      if (source.kind != VarKind.FREE && source.kind != VarKind.CELL) continue;
      if (provider(parent, source.name) != source) continue;
      // What a class body reads itself and what it passes on are the same cell.
      const own = isFreeAt(varFind(s, source.name), slot);
      if (!isFreeAt(varFind(s, source.name, VAR_PASS), slot) && !own) continue;
      store<u32>(s.freeSources + (<usize>slot << 2), source.slot);
      slot++;
    }
  }
  s.freeCount = slot;
  for (let v = s.firstVar; v != 0; v = changetype<Var>(v).next) {
    const w = changetype<Var>(v);
    if (w.kind == VarKind.LOCAL || (w.kind == VarKind.CELL && w.flags & VAR_PARAM)) w.slot = slot++;
  }
  for (let v = s.firstVar; v != 0; v = changetype<Var>(v).next) {
    const w = changetype<Var>(v);
    if (w.kind == VarKind.CELL && !(w.flags & VAR_PARAM)) w.slot = slot++;
  }
  s.localCount = slot;
  return true;
}

/** __qualname__: the names of the enclosing classes and functions. */
function qualify(s: Scope): bool {
  s.qualifiedName = s.name;
  if (s.parent == 0) return true;
  const parent = changetype<Scope>(s.parent);
  if (parent.kind == ScopeKind.MODULE) return true;
  if (s.kind == ScopeKind.CLASS || s.kind == ScopeKind.FUNCTION) {
    const v = varFind(parent, s.name);
    if (changetype<usize>(v) != 0 && v.flags & VAR_GLOBAL) return true;
  }
  const outer = changetype<StrObject>(<usize>parent.qualifiedName);
  // Absurdly deep nesting would make the names quadratic.
  if (outer.lengthBytes > 1000) return true;
  const t = textNew();
  t.format("%s%l%s",
    parent.qualifiedName, literalOf(parent.kind == ScopeKind.CLASS ? "." : ".<locals>."), s.name);
  const name = t.finish();
  if (name == RAISED) return false;
  s.qualifiedName = internStr(name);
  return s.qualifiedName != RAISED;
}
