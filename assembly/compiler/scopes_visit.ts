// The first pass over the tree: makes the scopes, notes who uses and binds which name, folds
// constants, and reports errors that concern scopes or the place of a statement, with CPython's
// messages.
//
// Visits in the order of evaluation, since the order of first appearance is the order of the slots.
// In code that runs here private names of classes are mangled, by writing into the tree.
import { Value, NOTHING, RAISED } from "../core/value";
import { wordIndex } from "../core/words";
import { StrObject } from "../objects/str";
import { raised } from "../objects/errors";
import { boolValue } from "../objects/singletons";
import { literalOf } from "../objects/text";
import { mangle } from "../objects/type_class";
import { S___class__, S___debug__, S___future__, S_annotations, S_MODULE, S_const,
  S_range } from "../objects/names";
import { arenaFailed } from "./arena";
import { nodeError, nodeErrorNamed } from "./errors";
import { pure, optimisation, futureAnnotations, setFutureAnnotations } from "./options";
import {
  Kind, UnaryNode, BinaryNode, ListNode, ChainNode, NameNode, FunctionNode, ArgumentsNode,
  ArgNode, ClassNode, CallNode, AssignNode, AugAssignNode, AnnAssignNode, ForNode, WhileNode,
  IfNode, IfClauseNode, WithNode, WithItemNode, MatchNode, CaseNode, TryNode, HandlerNode,
  ImportFromNode, AliasNode, ModuleNode, Param, FLAG_ASYNC, FLAG_STAR, FLAG_SIMPLE, kindOf,
  nextOf,
} from "./ast";
import {
  Scope, ScopeKind, scopeNew, varAdd, varFind, setModuleScope, declarationAdd, declarationsReset,
  isFunctionLike,
  SCOPE_ASYNC, SCOPE_GENERATOR, SCOPE_VARARGS, SCOPE_VARKEYWORDS, SCOPE_ANNOTATIONS, VAR_PARAM,
  VAR_BOUND, VAR_USED,
  VAR_GLOBAL, VAR_NONLOCAL, VAR_ANNOTATED, VAR_ITERATION, VAR_WALRUS, VAR_PASS, VAR_NOT_IMPORT,
} from "./scopes";
import {
  constantsReset, constantGet, constantDefine, constantForget, becomeConstant, constantOf,
} from "./fold";
import { visitPattern } from "./scopes_patterns";
import {
  visitExpression, visitArgument, visitKeywords, visitPostfix, expressionsReset, mayAwait,
} from "./scopes_expressions";

export let scope: Scope = changetype<Scope>(0);
/** Goes on in another scope. */
export function setVisited(s: Scope): void { scope = s; }
/** Loops around the statement, in this scope. */
let loops: i32 = 0;
/** Inside an except* block: no return; and no break and continue, unless of a loop inside it. */
let inExceptStar: bool = false;
let breakForbidden: bool = false;
/** `const` is bound to something that is not imported: const() is an ordinary call. */
let constIsOther: bool = false;
/** Some scope binds `range`: no for is made a counting loop. */
let rangeBound: bool = false;
export function rangeIsBound(): bool { return rangeBound; }

/** Something went wrong: the visit goes home. */
export function stopped(): bool { return raised() || arenaFailed() != 0; }

/** Makes moduleScope and all below it. False with an exception pending; test arenaFailed() too. */
export function visitModule(module: usize): bool {
  declarationsReset();
  constantsReset();
  loops = 0;
  inExceptStar = breakForbidden = false;
  expressionsReset();
  constIsOther = rangeBound = false;
  scope = scopeNew(ScopeKind.MODULE, changetype<Scope>(0), module, <u64>S_MODULE);
  if (arenaFailed()) return true;
  setModuleScope(scope);
  visitFuture(changetype<ModuleNode>(module).body);
  if (!raised()) visitBlock(changetype<ModuleNode>(module).body);
  return !raised();
}

// ---- names ----

/** The name as it is inside a class: `__x` becomes `_Class__x`. RAISED with MemoryError pending. */
export function mangled(name: Value): Value {
  const cls = scope.mangleClass;
  return cls == NOTHING || pure ? name : mangle(name, cls);
}
/** Mangles the name of a NAME, ATTRIBUTE, ARG ... in place and returns it. */
export function nameOf(node: usize): Value {
  const n = changetype<NameNode>(node);
  if (scope.mangleClass != NOTHING) {
    const m = mangled(n.name);
    if (m != RAISED) n.name = m;
  }
  return n.name;
}

/** Notes that the scope binds `name`. Returns its Var. */
export function bindName(name: Value, node: usize, flags: u32): void {
  if (name == <u64>S___debug__) { nodeError(node, "cannot assign to __debug__"); return; }
  const v = varAdd(scope, name, 0);
  if (arenaFailed()) return;
  if (flags & VAR_ANNOTATED && v.flags & (VAR_GLOBAL | VAR_NONLOCAL)
      && scope.kind != ScopeKind.MODULE) {
    nodeErrorNamed(node, "annotated name '%s' can't be %l", name,
      literalOf(v.flags & VAR_GLOBAL ? "global" : "nonlocal"));
    return;
  }
  if (flags & VAR_ITERATION && v.flags & VAR_WALRUS) {
    nodeErrorNamed(node, "comprehension inner loop cannot rebind assignment expression target '%s'",
      name);
    return;
  }
  v.flags |= VAR_BOUND | flags;
  if (scope.kind == ScopeKind.MODULE || v.flags & VAR_GLOBAL) constantForget(name);
  if (name == <u64>S_range) rangeBound = true;
  if (name == <u64>S_const && flags & VAR_NOT_IMPORT) constIsOther = true;
}
export function bindTarget(node: usize, flags: u32): void {
  bindName(nameOf(node), node, VAR_NOT_IMPORT | flags);
}

/** Captures of patterns. */
export function bindCapture(name: Value, node: usize): Value {
  const m = mangled(name);
  if (m != RAISED) bindName(m, node, VAR_NOT_IMPORT);
  return m;
}

export function useName(node: usize): void {
  const name = nameOf(node);
  if (name == <u64>S___debug__) { becomeConstant(node, boolValue(optimisation == 0)); return; }
  const constant = constantGet(name);
  if (constant != NOTHING && isModuleName(name)) { becomeConstant(node, constant); return; }
  const v = varAdd(scope, name, 0);
  if (!arenaFailed()) v.flags |= VAR_USED;
}
/** No scope from here to the module has bound the name so far (mpy-cross does not ask). */
function isModuleName(name: Value): bool {
  if (pure) return true;
  for (let s = scope; s.parent != 0; s = changetype<Scope>(s.parent)) {
    const v = varFind(s, name);
    if (changetype<usize>(v) != 0 && v.flags & (VAR_BOUND | VAR_PARAM) && !(v.flags & VAR_GLOBAL))
      return false;
  }
  return true;
}

// ---- from __future__ ----

/** Where the statements end among which such imports may stand. Unit: bytes of the source. */
let futureEnd: u32 = 0;
function isFuture(n: ImportFromNode): bool { return n.level == 0 && n.module == <u64>S___future__; }
/** The imports that a file may begin with, behind its docstring. */
function visitFuture(first: usize): void {
  setFutureAnnotations(false);
  futureEnd = 0;
  for (let s = first; s != 0; s = nextOf(s)) {
    if (s == first && kindOf(s) == Kind.EXPRESSION && kindOf(changetype<UnaryNode>(s).value)
      == Kind.CONST) continue;
    if (kindOf(s) != Kind.IMPORT_FROM || !isFuture(changetype<ImportFromNode>(s))) return;
    const n = changetype<ImportFromNode>(s);
    futureEnd = n.end;
    if (n.flags & FLAG_STAR) { nodeError(s, "future feature * is not defined"); return; }
    for (let a = n.names; a != 0; a = nextOf(a)) {
      const name = changetype<AliasNode>(a).name;
      if (name == <u64>S_annotations) setFutureAnnotations(true);
      else if (!isFeature(changetype<StrObject>(<usize>name))) {
        nodeErrorNamed(s, "future feature %s is not defined", name);
        return;
      }
    }
  }
}
/** Features that every program has. */
function isFeature(s: StrObject): bool {
  return wordIndex(
    "division|print_function|absolute_import|unicode_literals|with_statement|generators|nested_scopes|generator_stop",
    s.data, s.lengthBytes) >= 0;
}

// ---- statements ----

function visitBlock(first: usize): void {
  for (let s = first; s != 0; s = nextOf(s)) {
    visitStatement(s);
    if (stopped()) return;
  }
}

function visitStatement(node: usize): void {
  switch (kindOf(node)) {
    case Kind.FUNCTION: visitFunction(node); break;
    case Kind.CLASS: visitClass(node); break;
    case Kind.RETURN: visitReturn(node); break;
    case Kind.DELETE: {
      for (let t = changetype<ListNode>(node).first; t != 0; t = nextOf(t)) visitDelete(t);
      break;
    }
    case Kind.ASSIGN: visitAssign(node); break;
    case Kind.AUG_ASSIGN: {
      const n = changetype<AugAssignNode>(node);
      // The target is read, then bound: as a NAME it is left alone here, so that it is not folded.
      if (kindOf(n.target) == Kind.NAME) {
        const v = varAdd(scope, nameOf(n.target), 0);
        if (!arenaFailed()) v.flags |= VAR_USED;
        visitExpression(n.value);
        bindTarget(n.target, 0);
      } else {
        visitTarget(n.target, 0);
        visitExpression(n.value);
      }
      break;
    }
    case Kind.ANN_ASSIGN: {
      const n = changetype<AnnAssignNode>(node);
      if (n.value != 0) visitExpression(n.value);
      if (kindOf(n.target) == Kind.NAME) {
        bindTarget(n.target, n.flags & FLAG_SIMPLE ? VAR_ANNOTATED : 0);
      } else if (n.value != 0 || !pure) {
        visitTarget(n.target, 0);
      }
      // Annotations of functions' locals are never evaluated.
      if (pure || isFunctionLike(scope)) break;
      if (n.flags & FLAG_SIMPLE) scope.flags |= SCOPE_ANNOTATIONS;
      visitAnnotation(n.annotation);
      break;
    }
    case Kind.FOR: {
      const n = changetype<ForNode>(node);
      if (n.flags & FLAG_ASYNC) needAsync(node, "'async for' outside async function");
      visitExpression(n.iter);
      visitTarget(n.target, 0);
      visitLoop(n.body);
      visitBlock(n.orElse);
      break;
    }
    case Kind.WHILE: {
      const n = changetype<WhileNode>(node);
      visitExpression(n.test);
      visitLoop(n.body);
      visitBlock(n.orElse);
      break;
    }
    case Kind.IF: {
      const n = changetype<IfNode>(node);
      for (let c = n.clauses; c != 0; c = nextOf(c)) {
        visitExpression(changetype<IfClauseNode>(c).test);
        visitBlock(changetype<IfClauseNode>(c).body);
        if (stopped()) return;
      }
      visitBlock(n.orElse);
      break;
    }
    case Kind.WITH: {
      const n = changetype<WithNode>(node);
      if (n.flags & FLAG_ASYNC) needAsync(node, "'async with' outside async function");
      for (let i = n.items; i != 0; i = nextOf(i)) {
        const item = changetype<WithItemNode>(i);
        visitExpression(item.context);
        if (item.target != 0) visitTarget(item.target, 0);
      }
      visitBlock(n.body);
      break;
    }
    case Kind.MATCH: {
      const n = changetype<MatchNode>(node);
      visitExpression(n.subject);
      for (let c = n.cases; c != 0; c = nextOf(c)) {
        const one = changetype<CaseNode>(c);
        visitPattern(one.pattern);
        if (stopped()) return;
        if (one.guard != 0) visitExpression(one.guard);
        visitBlock(one.body);
        if (stopped()) return;
      }
      break;
    }
    case Kind.RAISE: {
      const n = changetype<BinaryNode>(node);
      if (n.left != 0) visitExpression(n.left);
      if (n.right != 0) visitExpression(n.right);
      break;
    }
    case Kind.TRY: visitTry(node); break;
    case Kind.ASSERT: {
      const n = changetype<BinaryNode>(node);
      visitExpression(n.left);
      if (n.right != 0) visitExpression(n.right);
      break;
    }
    case Kind.IMPORT: {
      for (let a = changetype<ListNode>(node).first; a != 0; a = nextOf(a)) {
        const alias = changetype<AliasNode>(a);
        if (alias.asName != NOTHING) alias.asName = bindImport(alias.asName, a);
        else bindImport(changetype<NameNode>(alias.parts).name, a);
        if (stopped()) return;
      }
      break;
    }
    case Kind.IMPORT_FROM: {
      const n = changetype<ImportFromNode>(node);
      if (isFuture(n) && !(n.at < futureEnd && scope.kind == ScopeKind.MODULE)) {
        nodeError(node, "from __future__ imports must occur at the beginning of the file");
        break;
      }
      if (n.flags & FLAG_STAR) {
        if (scope.kind != ScopeKind.MODULE)
          nodeError(node, "import * only allowed at module level");
        break;
      }
      for (let a = n.names; a != 0; a = nextOf(a)) {
        const alias = changetype<AliasNode>(a);
        const bound = bindImport(alias.asName != NOTHING ? alias.asName : alias.name, a);
        if (stopped()) return;
        if (bound != alias.name || alias.asName != NOTHING) alias.asName = bound;
      }
      break;
    }
    case Kind.GLOBAL: visitDeclaration(node, VAR_GLOBAL); break;
    case Kind.NONLOCAL: visitDeclaration(node, VAR_NONLOCAL); break;
    case Kind.EXPRESSION: visitExpression(changetype<UnaryNode>(node).value); break;
    case Kind.BREAK:
      if (breakForbidden) exceptStarError(node);
      else if (loops == 0) nodeError(node, "'break' outside loop");
      break;
    case Kind.CONTINUE:
      if (breakForbidden) exceptStarError(node);
      else if (loops == 0) nodeError(node, "'continue' not properly in loop");
      break;
    default: break;
  }
}
function exceptStarError(node: usize): void {
  nodeError(node, "'break', 'continue' and 'return' cannot appear in an except* block");
}
/** Binds an imported name, mangled; returns it. */
function bindImport(name: Value, node: usize): Value {
  const m = mangled(name);
  if (m != RAISED) bindName(m, node, 0);
  return m;
}
function visitLoop(body: usize): void {
  const forbidden = breakForbidden;
  breakForbidden = false;
  loops++;
  visitBlock(body);
  loops--;
  breakForbidden = forbidden;
}
function needAsync(node: usize, message: string): void {
  if ((scope.kind != ScopeKind.FUNCTION && scope.kind != ScopeKind.MODULE) || !mayAwait(scope))
    nodeError(node, message);
}

function visitReturn(node: usize): void {
  const value = changetype<UnaryNode>(node).value;
  if (scope.kind != ScopeKind.FUNCTION) { nodeError(node, "'return' outside function"); return; }
  if (inExceptStar) { exceptStarError(node); return; }
  if (value == 0) return;
  if (scope.flags & SCOPE_ASYNC && scope.returnsValue == 0) scope.returnsValue = node;
  visitExpression(value);
}

function visitTry(node: usize): void {
  const n = changetype<TryNode>(node);
  visitBlock(n.body);
  for (let h = n.handlers; h != 0; h = nextOf(h)) {
    if (stopped()) return;
    const handler = changetype<HandlerNode>(h);
    if (handler.type == 0 && nextOf(h) != 0) {
      nodeError(h, "default 'except:' must be last");
      return;
    }
    if (handler.type != 0) visitExpression(handler.type);
    if (handler.name != NOTHING) {
      const m = mangled(handler.name);
      if (m == RAISED) return;
      handler.name = m;
      bindName(m, h, VAR_NOT_IMPORT);
    }
    const star = inExceptStar, forbidden = breakForbidden;
    if (n.flags & FLAG_STAR) inExceptStar = breakForbidden = true;
    visitBlock(handler.body);
    inExceptStar = star;
    breakForbidden = forbidden;
  }
  visitBlock(n.orElse);
  visitBlock(n.final);
}

function visitDeclaration(node: usize, flag: u32): void {
  const isGlobal = flag == VAR_GLOBAL;
  if (!isGlobal && scope.kind == ScopeKind.MODULE) {
    nodeError(node, "nonlocal declaration not allowed at module level");
    return;
  }
  for (let n = changetype<ListNode>(node).first; n != 0; n = nextOf(n)) {
    const name = nameOf(n);
    const old = varFind(scope, name);
    if (changetype<usize>(old) != 0) {
      const f = old.flags;
      const wrong = f & VAR_PARAM ? "name '%s' is parameter and %l"
        : f & VAR_USED ? "name '%s' is used prior to %l declaration"
        : f & VAR_ANNOTATED ? "annotated name '%s' can't be %l"
        : f & VAR_NOT_IMPORT ? "name '%s' is assigned to before %l declaration"
        : f & (isGlobal ? VAR_NONLOCAL : VAR_GLOBAL) ? "name '%s' is nonlocal and global" : "";
      if (wrong.length != 0)
        nodeErrorNamed(node, wrong, name, literalOf(isGlobal ? "global" : "nonlocal"));
    }
    if (stopped()) return;
    const v = varAdd(scope, name, 0);
    if (arenaFailed()) return;
    v.flags |= flag;
    if (!isGlobal) declarationAdd(scope, name, node);
    // A function that declares a name global may change the constant.
    if (isGlobal && scope.kind != ScopeKind.MODULE) constantForget(name);
  }
}

// ---- assignment ----

function visitAssign(node: usize): void {
  const n = changetype<AssignNode>(node);
  if (visitConst(n)) return;
  if (kindOf(n.value) == Kind.STARRED) {
    nodeError(n.value, "can't use starred expression here");
    return;
  }
  visitExpression(n.value);
  for (let t = n.targets; t != 0; t = nextOf(t)) {
    if (kindOf(t) == Kind.STARRED) {
      nodeError(t, "starred assignment target must be in a list or tuple");
      return;
    }
    visitTarget(t, 0);
    if (stopped()) return;
  }
}
/** X = const(...): the value takes the place of the name from here on. True if it was that. */
function visitConst(n: AssignNode): bool {
  const call = n.value;
  if (kindOf(call) != Kind.POSTFIX || constIsOther || nextOf(n.targets) != 0
    || kindOf(n.targets) != Kind.NAME) return false;
  const chain = changetype<ChainNode>(call);
  if (chain.count != 1 || kindOf(chain.first) != Kind.NAME || changetype<NameNode>(chain.first).name
    != <u64>S_const
    || kindOf(chain.links) != Kind.CALL) return false;
  const c = changetype<CallNode>(chain.links);
  if (c.argCount != 1 || c.keywordCount != 0 || kindOf(c.args) == Kind.STARRED) return false;
  visitExpression(c.args);
  if (stopped()) return true;
  if (kindOf(c.args) != Kind.CONST) {
    if (pure) nodeError(c.args, "not a constant");
    else {
      // An ordinary call of whatever const is.
      const v = varAdd(scope, <u64>S_const, 0);
      if (!arenaFailed()) v.flags |= VAR_USED;
      bindTarget(n.targets, 0);
    }
    return true;
  }
  const value = constantOf(c.args);
  const name = nameOf(n.targets);
  n.value = c.args;
  const s = changetype<StrObject>(<usize>name);
  // mpy-cross makes no variable of a constant whose name begins with an underscore.
  if (pure && load<u8>(s.data) == 95) n.kind = <u8>Kind.BAD; else bindTarget(n.targets, 0);
  if (pure || scope.kind == ScopeKind.MODULE) constantDefine(name, value);
  return true;
}

/** A target of an assignment: NAME, POSTFIX, TUPLE, LIST. `flags`: VAR_ITERATION or 0. */
export function visitTarget(node: usize, flags: u32): void {
  switch (kindOf(node)) {
    case Kind.NAME: bindTarget(node, flags); break;
    case Kind.STARRED: visitTarget(changetype<UnaryNode>(node).value, flags); break;
    case Kind.TUPLE:
    case Kind.LIST: {
      let stars = 0;
      for (let e = changetype<ListNode>(node).first; e != 0; e = nextOf(e)) {
        if (kindOf(e) == Kind.STARRED && ++stars > 1) {
          nodeError(node, "multiple starred expressions in assignment");
          return;
        }
        visitTarget(e, flags);
        if (stopped()) return;
      }
      break;
    }
    case Kind.POSTFIX: {
      visitPostfix(node);
      const last = changetype<ChainNode>(node).lastLink;
      if (kindOf(last) == Kind.ATTRIBUTE && changetype<NameNode>(last).name == <u64>S___debug__) {
        nodeError(node, "cannot assign to __debug__");
      }
      break;
    }
    default: visitExpression(node); break;
  }
}
function visitDelete(node: usize): void {
  switch (kindOf(node)) {
    case Kind.NAME:
      if (changetype<NameNode>(node).name == <u64>S___debug__)
        nodeError(node, "cannot delete __debug__");
      else bindTarget(node, 0);
      break;
    case Kind.TUPLE:
    case Kind.LIST:
      for (let e = changetype<ListNode>(node).first; e != 0; e = nextOf(e)) visitDelete(e);
      break;
    default: visitTarget(node, 0); break;
  }
}

// ---- functions and classes ----

export function visitDefaults(args: usize): void {
  const a = changetype<ArgumentsNode>(args);
  for (let p = a.args; p != 0; p = nextOf(p)) {
    const arg = changetype<ArgNode>(p);
    if (arg.default_ != 0 && arg.op != Param.KEYWORD_ONLY) visitExpression(arg.default_);
  }
  for (let p = a.args; p != 0; p = nextOf(p)) {
    const arg = changetype<ArgNode>(p);
    if (arg.default_ != 0 && arg.op == Param.KEYWORD_ONLY) visitExpression(arg.default_);
  }
}
/** Annotations of parameters and result: evaluated where the function is made. */
function visitAnnotations(f: FunctionNode): void {
  if (pure) return;
  for (let p = changetype<ArgumentsNode>(f.args).args; p != 0; p = nextOf(p)) {
    const annotation = changetype<ArgNode>(p).annotation;
    if (annotation != 0) visitAnnotation(annotation);
  }
  if (f.returns != 0) visitAnnotation(f.returns);
}
function visitAnnotation(annotation: usize): void {
  if (!futureAnnotations) visitArgument(annotation);
}
function addParameter(p: usize): void {
  const name = nameOf(p);
  if (name == <u64>S___debug__) { nodeError(p, "cannot assign to __debug__"); return; }
  if (changetype<usize>(varFind(scope, name)) != 0) {
    nodeErrorNamed(p, "duplicate argument '%s' in function definition", name);
    return;
  }
  if (name == <u64>S_range) rangeBound = true;
  const v = varAdd(scope, name, 0);
  if (!arenaFailed()) v.flags |= VAR_PARAM;
}
/** Parameters in the order of their slots: positional, keyword-only, *args, **kw. mpy-cross
 *  exchanges *args with the last keyword-only one: f(*args, c, d) has d, c, args. */
export function addParameters(args: usize): void {
  const a = changetype<ArgumentsNode>(args);
  scope.positional = a.positional;
  scope.positionalOnly = a.positionalOnly;
  scope.keywordOnly = a.keywordOnly;
  scope.defaults = a.defaults;
  if (a.varArgs != 0) scope.flags |= SCOPE_VARARGS;
  if (a.varKeywords != 0) scope.flags |= SCOPE_VARKEYWORDS;
  const exchange = pure && a.varArgs != 0 && a.keywordOnly != 0;
  let lastKeyword: usize = 0;
  for (let p = a.args; p != 0; p = nextOf(p)) {
    const op = changetype<ArgNode>(p).op;
    if (op == Param.KEYWORD_ONLY) lastKeyword = p;
    else if (<i32>op <= Param.POSITIONAL) addParameter(p);
  }
  if (exchange) addParameter(lastKeyword);
  for (let p = a.args; p != 0; p = nextOf(p)) {
    if (changetype<ArgNode>(p).op == Param.KEYWORD_ONLY && !(exchange && p == lastKeyword))
      addParameter(p);
    if (stopped()) return;
  }
  if (a.varArgs != 0) addParameter(a.varArgs);
  if (a.varKeywords != 0) addParameter(a.varKeywords);
}

/** The statements of a function or class: what they are in lies around it, not in it. False:
 *  stopped. */
function visitBody(body: usize): bool {
  const outerLoops = loops, outerStar = inExceptStar, outerForbidden = breakForbidden;
  loops = 0;
  inExceptStar = breakForbidden = false;
  visitBlock(body);
  loops = outerLoops;
  inExceptStar = outerStar;
  breakForbidden = outerForbidden;
  return !stopped();
}
function visitFunction(node: usize): void {
  const f = changetype<FunctionNode>(node);
  for (let d = f.decorators; d != 0; d = nextOf(d)) visitExpression(d);
  visitDefaults(f.args);
  visitAnnotations(f);
  const name = mangled(f.name);
  if (name == RAISED || stopped()) return;
  f.name = name;
  if (name == <u64>S___debug__) { nodeError(node, "cannot assign to __debug__"); return; }
  const outer = scope;
  scope = scopeNew(ScopeKind.FUNCTION, outer, node, name);
  f.info = <u32>changetype<usize>(scope);
  if (arenaFailed()) return;
  if (f.flags & FLAG_ASYNC) scope.flags |= SCOPE_ASYNC;
  addParameters(f.args);
  if (stopped() || !visitBody(f.body)) return;
  if (scope.flags & SCOPE_ASYNC && scope.flags & SCOPE_GENERATOR && scope.returnsValue != 0) {
    nodeError(scope.returnsValue, "'return' with value in async generator");
    return;
  }
  scope = outer;
  bindName(name, node, VAR_NOT_IMPORT);
}

function visitClass(node: usize): void {
  const c = changetype<ClassNode>(node);
  for (let d = c.decorators; d != 0; d = nextOf(d)) visitExpression(d);
  for (let b = c.bases; b != 0; b = nextOf(b)) visitArgument(b);
  visitKeywords(c.keywords);
  const plain = c.name;
  const name = mangled(plain);
  if (name == RAISED || stopped()) return;
  c.name = name;
  const outer = scope;
  scope = scopeNew(ScopeKind.CLASS, outer, node, name);
  c.info = <u32>changetype<usize>(scope);
  if (arenaFailed()) return;
  scope.mangleClass = plain;
  // First, so that it is the first cell of the class.
  varAdd(scope, <u64>S___class__, VAR_PASS);
  if (!visitBody(c.body)) return;
  scope = outer;
  bindName(name, node, VAR_NOT_IMPORT);
}
