// The first pass over expressions: uses and bindings of names, folding, scopes of lambdas and
// comprehensions. (What the pass does as a whole: scopes_visit.ts.)
import { Value, NOTHING, RAISED } from "../core/value";
import {
  S___class__, S___debug__, S_LAMBDA, S_LISTCOMP, S_SETCOMP, S_DICTCOMP, S_GENEXPR, S_super,
  S_DOT_ZERO,
} from "../objects/names";
import { arenaFailed } from "./arena";
import { nodeError, nodeErrorNamed } from "./errors";
import { pure, topLevelAwait } from "./options";
import {
  Kind, UnaryNode, BinaryNode, ListNode, ChainNode, NameNode, LambdaNode, CallNode, KeywordNode,
  FormattedNode, SliceNode, CondNode, WalrusNode, ComprehensionNode, CompForNode, FLAG_ASYNC,
  kindOf, nextOf,
} from "./ast";
import {
  Scope, ScopeKind, scopeNew, varAdd, varFind, isFunctionLike, isComprehension, SCOPE_ASYNC,
  SCOPE_GENERATOR, VAR_PARAM, VAR_USED, VAR_GLOBAL, VAR_NONLOCAL, VAR_ITERATION, VAR_WALRUS,
  VAR_HIDDEN, VAR_NOT_IMPORT, VAR_FROM_WALRUS,
} from "./scopes";
import { foldChain, foldUnary, foldBool, foldTuple } from "./fold";
import {
  scope, setVisited, stopped, mangled, nameOf, bindName, bindTarget, useName, visitTarget,
  visitDefaults, addParameters,
} from "./scopes_visit";

/** Inside the iterable of a comprehension: no walrus. */
let iterables: i32 = 0;
export function expressionsReset(): void { iterables = 0; }

function visitLambda(node: usize): void {
  const l = changetype<LambdaNode>(node);
  visitDefaults(l.args);
  if (stopped()) return;
  const outer = scope;
  setVisited(scopeNew(ScopeKind.LAMBDA, outer, node, <u64>S_LAMBDA));
  l.info = <u32>changetype<usize>(scope);
  if (arenaFailed()) return;
  addParameters(l.args);
  if (stopped()) return;
  visitExpression(l.body);
  setVisited(outer);
}

export function visitArgument(node: usize): void {
  visitExpression(kindOf(node) == Kind.STARRED ? changetype<UnaryNode>(node).value : node);
}
export function visitKeywords(first: usize): void {
  for (let k = first; k != 0; k = nextOf(k)) {
    const keyword = changetype<KeywordNode>(k);
    if (keyword.name != NOTHING) {
      const m = mangled(keyword.name);
      if (m == RAISED) return;
      keyword.name = m;
      if (m == <u64>S___debug__) { nodeError(k, "cannot assign to __debug__"); return; }
    }
    visitExpression(keyword.value);
    if (stopped()) return;
  }
}
function visitList(first: usize): void {
  for (let e = first; e != 0; e = nextOf(e)) {
    visitArgument(e);
    if (stopped()) return;
  }
}

export function visitPostfix(node: usize): void {
  const chain = changetype<ChainNode>(node);
  // super(): needs the class cell (and the first argument).
  if (kindOf(chain.first) == Kind.NAME && changetype<NameNode>(chain.first).name == <u64>S_super
    && kindOf(chain.links) == Kind.CALL && isFunctionLike(scope)) {
    const call = changetype<CallNode>(chain.links);
    if (call.argCount == 0 && call.keywordCount == 0) {
      const v = varAdd(scope, <u64>S___class__, 0);
      if (!arenaFailed()) v.flags |= VAR_USED;
    }
  }
  visitExpression(chain.first);
  for (let link = chain.links; link != 0; link = nextOf(link)) {
    if (stopped()) return;
    switch (kindOf(link)) {
      case Kind.ATTRIBUTE: nameOf(link); break;
      case Kind.SUBSCRIPT: visitSubscript(changetype<UnaryNode>(link).value); break;
      default: {
        const call = changetype<CallNode>(link);
        visitList(call.args);
        if (!stopped()) visitKeywords(call.keywords);
        break;
      }
    }
  }
}
function visitSubscript(node: usize): void {
  if (kindOf(node) == Kind.TUPLE) {
    visitList(changetype<ListNode>(node).first);
    foldTuple(node);
  } else {
    visitExpression(node);
  }
}

export function visitExpression(node: usize): void {
  if (stopped()) return;
  switch (kindOf(node)) {
    case Kind.NAME: useName(node); break;
    case Kind.FSTRING: {
      for (let p = changetype<ListNode>(node).first; p != 0; p = nextOf(p)) {
        if (kindOf(p) != Kind.FORMATTED) continue;
        visitExpression(changetype<FormattedNode>(p).value);
        if (changetype<FormattedNode>(p).spec != 0)
          visitExpression(changetype<FormattedNode>(p).spec);
        if (stopped()) return;
      }
      break;
    }
    case Kind.BOOL_OP:
      visitList(changetype<ListNode>(node).first);
      if (!stopped()) foldBool(node);
      break;
    case Kind.UNARY:
      visitExpression(changetype<UnaryNode>(node).value);
      if (!stopped()) foldUnary(node);
      break;
    case Kind.CHAIN:
    case Kind.COMPARE: {
      const chain = changetype<ChainNode>(node);
      visitExpression(chain.first);
      for (let link = chain.links; link != 0; link = nextOf(link)) {
        visitExpression(changetype<UnaryNode>(link).value);
        if (stopped()) return;
      }
      if (kindOf(node) == Kind.CHAIN) foldChain(node);
      break;
    }
    case Kind.POSTFIX: visitPostfix(node); break;
    case Kind.SLICE: {
      const s = changetype<SliceNode>(node);
      if (s.lower != 0) visitExpression(s.lower);
      if (s.upper != 0) visitExpression(s.upper);
      if (s.step != 0) visitExpression(s.step);
      break;
    }
    case Kind.COND: {
      let at = node;
      while (kindOf(at) == Kind.COND) {
        const c = changetype<CondNode>(at);
        visitExpression(c.test);
        visitExpression(c.body);
        if (stopped()) return;
        at = c.orElse;
      }
      visitExpression(at);
      break;
    }
    case Kind.LAMBDA: visitLambda(node); break;
    case Kind.WALRUS: visitWalrus(node); break;
    case Kind.YIELD:
    case Kind.YIELD_FROM: visitYield(node); break;
    case Kind.AWAIT: visitAwait(node); break;
    case Kind.STARRED: nodeError(node, "can't use starred expression here"); break;
    case Kind.TUPLE:
      visitList(changetype<ListNode>(node).first);
      if (!stopped()) foldTuple(node);
      break;
    case Kind.LIST:
    case Kind.SET: visitList(changetype<ListNode>(node).first); break;
    case Kind.DICT: {
      for (let i = changetype<ListNode>(node).first; i != 0; i = nextOf(i)) {
        const item = changetype<BinaryNode>(i);
        if (pure) visitExpression(item.right);
        if (item.left != 0) visitExpression(item.left);
        if (!pure) visitExpression(item.right);
        if (stopped()) return;
      }
      break;
    }
    case Kind.LIST_COMP: visitComprehension(node, ScopeKind.LIST_COMP, <u64>S_LISTCOMP); break;
    case Kind.SET_COMP: visitComprehension(node, ScopeKind.SET_COMP, <u64>S_SETCOMP); break;
    case Kind.DICT_COMP: visitComprehension(node, ScopeKind.DICT_COMP, <u64>S_DICTCOMP); break;
    case Kind.GENERATOR: visitComprehension(node, ScopeKind.GENERATOR, <u64>S_GENEXPR); break;
    default: break;
  }
}

function visitYield(node: usize): void {
  const value = changetype<UnaryNode>(node).value;
  if (!isFunctionLike(scope)) { nodeError(node, "'yield' outside function"); return; }
  if (isComprehension(scope)) {
    nodeError(node, scope.kind == ScopeKind.LIST_COMP ? "'yield' inside list comprehension"
      : scope.kind == ScopeKind.SET_COMP ? "'yield' inside set comprehension"
      : scope.kind == ScopeKind.DICT_COMP ? "'yield' inside dict comprehension"
      : "'yield' inside generator expression");
    return;
  }
  if (kindOf(node) == Kind.YIELD_FROM && scope.flags & SCOPE_ASYNC) {
    nodeError(node, "'yield from' inside async function");
    return;
  }
  scope.flags |= SCOPE_GENERATOR;
  if (value != 0) visitExpression(value);
}

/** True if `await` may stand in this scope, which is no comprehension: in an async function, or in
 *  a program that may be a coroutine, which it then is. */
export function mayAwait(s: Scope): bool {
  if (topLevelAwait && s.kind == ScopeKind.MODULE) s.flags |= SCOPE_ASYNC;
  return (s.flags & SCOPE_ASYNC) != 0;
}
function visitAwait(node: usize): void {
  if (isComprehension(scope)) scope.flags |= SCOPE_ASYNC;
  else if (!mayAwait(scope))
    nodeError(node, isFunctionLike(scope) ? "'await' outside async function"
      : "'await' outside function");
  visitExpression(changetype<UnaryNode>(node).value);
}

function visitWalrus(node: usize): void {
  const w = changetype<WalrusNode>(node);
  if (iterables != 0) {
    nodeError(node, "assignment expression cannot be used in a comprehension iterable expression");
    return;
  }
  visitExpression(w.value);
  if (stopped()) return;
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
    const v = varAdd(c, name, 0);
    if (arenaFailed()) return;
    v.flags |= flag | VAR_WALRUS | VAR_FROM_WALRUS;
  }
}

function visitComprehension(node: usize, kind: ScopeKind, name: Value): void {
  const c = changetype<ComprehensionNode>(node);
  iterables++;
  visitExpression(changetype<CompForNode>(c.clauses).iter);
  iterables--;
  if (stopped()) return;
  const outer = scope;
  setVisited(scopeNew(kind, outer, node, name));
  c.info = <u32>changetype<usize>(scope);
  if (arenaFailed()) return;
  if (kind == ScopeKind.GENERATOR) scope.flags |= SCOPE_GENERATOR;
  scope.positional = 1;
  const hidden = <u64>S_DOT_ZERO;
  const argument = varAdd(scope, hidden, 0);
  if (arenaFailed()) return;
  argument.flags |= VAR_PARAM | VAR_HIDDEN;
  for (let f = c.clauses; f != 0; f = nextOf(f)) {
    const clause = changetype<CompForNode>(f);
    if (f != c.clauses) {
      iterables++;
      visitExpression(clause.iter);
      iterables--;
    }
    if (clause.flags & FLAG_ASYNC) scope.flags |= SCOPE_ASYNC;
    if (stopped()) return;
    visitTarget(clause.target, VAR_ITERATION);
    for (let i = clause.conditions; i != 0; i = nextOf(i)) visitExpression(i);
    if (stopped()) return;
  }
  if (kind == ScopeKind.DICT_COMP && pure) visitExpression(c.value);
  visitExpression(c.element);
  if (kind == ScopeKind.DICT_COMP && !pure) visitExpression(c.value);
  if (stopped()) return;
  if (scope.flags & SCOPE_ASYNC && kind != ScopeKind.GENERATOR) {
    if (isComprehension(outer)) {
      outer.flags |= SCOPE_ASYNC;
    } else if (!mayAwait(outer)) {
      nodeError(node, "asynchronous comprehension outside of an asynchronous function");
      return;
    }
  }
  setVisited(outer);
}
