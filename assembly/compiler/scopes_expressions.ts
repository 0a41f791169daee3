// The first pass over expressions with scopes or rules of their own: lambdas and comprehensions,
// walrus, yield and await, super(). (What the pass does as a whole: scopes_visit.ts.)
import {
  S___class__, S_LAMBDA, S_LISTCOMP, S_SETCOMP, S_DICTCOMP, S_GENEXPR, S_super, S_DOT_ZERO,
} from "../objects/names";
import { nodeError, nodeErrorNamed } from "./errors";
import { pure, topLevelAwait } from "./options";
import {
  Kind, ChainNode, NameNode, LambdaNode, CallNode, WalrusNode, ComprehensionNode, CompForNode,
  FLAG_ASYNC, kindOf, nextOf,
} from "./ast";
import {
  Scope, ScopeKind, varAdd, varFind, isFunctionLike, isComprehension, SCOPE_ASYNC,
  SCOPE_GENERATOR, VAR_PARAM, VAR_USED, VAR_GLOBAL, VAR_NONLOCAL, VAR_ITERATION, VAR_WALRUS,
  VAR_HIDDEN, VAR_NOT_IMPORT, VAR_FROM_WALRUS,
} from "./scopes";
import {
  scope, setVisited, scopeEnter, stopped, nameOf, bindName, bindTarget, visit, visitAll,
  visitTarget, visitDefaults, addParameters,
} from "./scopes_visit";

/** Inside the iterable of a comprehension: no walrus. */
let iterables: i32 = 0;
export function expressionsReset(): void { iterables = 0; }

export function visitLambda(node: usize): void {
  const l = changetype<LambdaNode>(node);
  visitDefaults(l.args);
  const outer = scopeEnter(ScopeKind.LAMBDA, node, <u64>S_LAMBDA);
  addParameters(l.args);
  visit(l.body);
  setVisited(outer);
}

/** super(): needs the class cell (and the first argument). */
export function noteSuper(chain: ChainNode): void {
  if (kindOf(chain.first) != Kind.NAME || changetype<NameNode>(chain.first).name != <u64>S_super
    || kindOf(chain.links) != Kind.CALL || !isFunctionLike(scope)) return;
  const call = changetype<CallNode>(chain.links);
  if (call.argCount == 0 && call.keywordCount == 0)
    varAdd(scope, <u64>S___class__, 0).flags |= VAR_USED;
}

/** Before the value of a YIELD or YIELD_FROM. */
export function visitYield(node: usize): void {
  if (!isFunctionLike(scope)) nodeError(node, "'yield' outside function");
  if (isComprehension(scope)) {
    nodeError(node, scope.kind == ScopeKind.LIST_COMP ? "'yield' inside list comprehension"
      : scope.kind == ScopeKind.SET_COMP ? "'yield' inside set comprehension"
      : scope.kind == ScopeKind.DICT_COMP ? "'yield' inside dict comprehension"
      : "'yield' inside generator expression");
  }
  if (kindOf(node) == Kind.YIELD_FROM && scope.flags & SCOPE_ASYNC)
    nodeError(node, "'yield from' inside async function");
  scope.flags |= SCOPE_GENERATOR;
}

/** True if `await` may stand in this scope, which is no comprehension: in an async function, or in
 *  a program that may be a coroutine, which it then is. */
export function mayAwait(s: Scope): bool {
  if (topLevelAwait && s.kind == ScopeKind.MODULE) s.flags |= SCOPE_ASYNC;
  return (s.flags & SCOPE_ASYNC) != 0;
}
/** Before what is awaited. */
export function visitAwait(node: usize): void {
  if (isComprehension(scope)) scope.flags |= SCOPE_ASYNC;
  else if (!mayAwait(scope))
    nodeError(node, isFunctionLike(scope) ? "'await' outside async function"
      : "'await' outside function");
}

export function visitWalrus(node: usize): void {
  const w = changetype<WalrusNode>(node);
  if (iterables != 0) {
    nodeError(node, "assignment expression cannot be used in a comprehension iterable expression");
    return;
  }
  visit(w.value);
  if (!isComprehension(scope)) { bindTarget(w.target, 0); return; }
  // Binds in the scope around the comprehensions.
  const name = nameOf(w.target);
  let s = scope;
  while (isComprehension(s)) {
    const v = varFind(s, name);
    if (changetype<usize>(v) != 0 && v.flags & VAR_ITERATION) {
      nodeErrorNamed(node,
        "assignment expression cannot rebind comprehension iteration variable '%s'", name);
      return;
    }
    s = changetype<Scope>(s.parent);
  }
  if (s.kind == ScopeKind.CLASS) {
    nodeError(node, "assignment expression within a comprehension cannot be used in a class body");
    return;
  }
  const inner = scope;
  setVisited(s);
  bindName(name, node, VAR_NOT_IMPORT);
  if (stopped()) return;
  const target = varFind(s, name);
  const flag = s.kind == ScopeKind.MODULE || target.flags & VAR_GLOBAL ? VAR_GLOBAL : VAR_NONLOCAL;
  setVisited(inner);
  for (let c = inner; c != s; c = changetype<Scope>(c.parent)) {
    varAdd(c, name, 0).flags |= flag | VAR_WALRUS | VAR_FROM_WALRUS;
  }
}

/** The iterable of a for clause. */
function visitIterable(clause: usize): void {
  iterables++;
  visit(changetype<CompForNode>(clause).iter);
  iterables--;
}
export function visitComprehension(node: usize): void {
  const c = changetype<ComprehensionNode>(node);
  const kind = <ScopeKind>(<i32>c.kind - Kind.LIST_COMP + ScopeKind.LIST_COMP);
  visitIterable(c.clauses);
  const outer = scopeEnter(kind, node, <u64>(kind == ScopeKind.LIST_COMP ? S_LISTCOMP
    : kind == ScopeKind.SET_COMP ? S_SETCOMP : kind == ScopeKind.DICT_COMP ? S_DICTCOMP
    : S_GENEXPR));
  if (kind == ScopeKind.GENERATOR) scope.flags |= SCOPE_GENERATOR;
  scope.positional = 1;
  varAdd(scope, <u64>S_DOT_ZERO, 0).flags |= VAR_PARAM | VAR_HIDDEN;
  for (let f = c.clauses; f != 0 && !stopped(); f = nextOf(f)) {
    const clause = changetype<CompForNode>(f);
    if (f != c.clauses) visitIterable(f);
    if (clause.flags & FLAG_ASYNC) scope.flags |= SCOPE_ASYNC;
    visitTarget(clause.target, VAR_ITERATION);
    visitAll(clause.conditions);
  }
  if (pure) visit(c.value);
  visit(c.element);
  if (!pure) visit(c.value);
  if (scope.flags & SCOPE_ASYNC && kind != ScopeKind.GENERATOR) {
    if (isComprehension(outer)) outer.flags |= SCOPE_ASYNC;
    else if (!mayAwait(outer))
      nodeError(node, "asynchronous comprehension outside of an asynchronous function");
  }
  setVisited(outer);
}
if (Kind.GENERATOR - Kind.LIST_COMP != ScopeKind.GENERATOR - ScopeKind.LIST_COMP)
  ERROR("kinds of comprehensions and of their scopes are not in the same order");
