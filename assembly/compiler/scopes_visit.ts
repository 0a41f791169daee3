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
  Kind, Node, UnaryNode, ListNode, ChainNode, NameNode, FunctionNode, ArgumentsNode, ArgNode,
  ClassNode, AssignNode, AugAssignNode, AnnAssignNode, ForNode, WhileNode, CondNode, WithItemNode,
  HandlerNode, ImportFromNode, AliasNode, ModuleNode, KeywordNode, PatternAsNode,
  MappingPatternNode, Param, FLAG_ASYNC, FLAG_STAR, FLAG_SIMPLE, CHILDREN, childOf, kindOf, nextOf,
  callOf,
} from "./ast";
import {
  Scope, ScopeKind, scopeNew, varAdd, varFind, setModuleScope,
  isFunctionLike,
  SCOPE_ASYNC, SCOPE_GENERATOR, SCOPE_VARARGS, SCOPE_VARKEYWORDS, SCOPE_ANNOTATIONS, VAR_PARAM,
  VAR_BOUND, VAR_USED,
  VAR_GLOBAL, VAR_NONLOCAL, VAR_ANNOTATED, VAR_ITERATION, VAR_WALRUS, VAR_PASS, VAR_NOT_IMPORT,
} from "./scopes";
import {
  constantsReset, constantGet, constantDefine, constantForget, becomeConstant, constantOf,
  foldChain, foldUnary, foldBool, foldTuple,
} from "./fold";
import {
  visitLambda, visitWalrus, visitComprehension, visitYield, visitAwait, noteSuper,
  expressionsReset, mayAwait,
} from "./scopes_expressions";

export let scope: Scope = changetype<Scope>(0);
/** Goes on in another scope. */
export function setVisited(s: Scope): void { scope = s; }
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
  constantsReset();
  inExceptStar = breakForbidden = false;
  expressionsReset();
  constIsOther = rangeBound = false;
  scope = scopeNew(ScopeKind.MODULE, changetype<Scope>(0), module, <u64>S_MODULE);
  if (arenaFailed()) return true;
  setModuleScope(scope);
  visitFuture(changetype<ModuleNode>(module).body);
  visitAll(changetype<ModuleNode>(module).body);
  return !raised();
}

// ---- names ----

/** The name as it is inside a class: `__x` becomes `_Class__x`; NOTHING stays. RAISED with MemoryError pending. */
export function mangled(name: Value): Value {
  const cls = scope.mangleClass;
  return cls == NOTHING || name == NOTHING || pure ? name : mangle(name, cls);
}
/** Mangles the name of a NAME, ATTRIBUTE, ARG ... in place and returns it. */
export function nameOf(node: usize): Value {
  const n = changetype<NameNode>(node), m = mangled(n.name);
  if (m != RAISED) n.name = m;
  return n.name;
}

/** Notes that the scope binds `name`. */
export function bindName(name: Value, node: usize, flags: u32): void {
  const v = varAdd(scope, name, 0);
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
/** Binds the name that a node keeps at `field`, mangled there too; NOTHING: it keeps none. */
function bindKept(node: usize, field: usize, flags: u32): void {
  const name = mangled(load<u64>(node + field));
  if (name == NOTHING) return;
  store<u64>(node + field, name);
  bindName(name, node, flags);
}

/** The scope reads `name`. */
function use(name: Value): void { varAdd(scope, name, 0).flags |= VAR_USED; }
function useName(node: usize): void {
  const name = nameOf(node), constant = constantGet(name);
  if (name == <u64>S___debug__) becomeConstant(node, boolValue(optimisation == 0));
  else if (constant != NOTHING && isModuleName(name)) becomeConstant(node, constant);
  else use(name);
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

// ---- all nodes ----

/** Visits the nodes of a list. */
export function visitAll(first: usize): void {
  for (let n = first; n != 0 && !stopped(); n = nextOf(n)) visit(n);
}

/** Visits a statement, an expression, a pattern or a part of one, with all below it; 0: nothing. */
export function visit(node: usize): void {
  // `a if b else c if d else ...` nests further than calls may.
  for (; kindOf(node) == Kind.COND && !stopped(); node = changetype<CondNode>(node).orElse) {
    visit(changetype<CondNode>(node).test);
    visit(changetype<CondNode>(node).body);
  }
  if (node == 0 || stopped()) return;
  const kind = kindOf(node);
  let children: u32 = load<u16>(CHILDREN + (<usize>kind << 1));
  // What comes before the children; and kinds that are different.
  switch (kind) {
    case Kind.FUNCTION: visitFunction(node); break;
    case Kind.CLASS: visitClass(node); break;
    case Kind.RETURN:
      if (inExceptStar) exceptStarError(node);
      else if (changetype<UnaryNode>(node).value != 0 && scope.flags & SCOPE_ASYNC
        && scope.returnsValue == 0) scope.returnsValue = node;
      break;
    case Kind.DELETE: visitTarget(node, 0); break;
    case Kind.ASSIGN: visitAssign(changetype<AssignNode>(node)); break;
    case Kind.AUG_ASSIGN: {
      const n = changetype<AugAssignNode>(node);
      // The target is read, then bound: as a NAME it is left alone here, so that it is not folded.
      const bare = kindOf(n.target) == Kind.NAME;
      if (bare) use(nameOf(n.target)); else visit(n.target);
      visit(n.value);
      if (bare) bindTarget(n.target, 0);
      break;
    }
    case Kind.ANN_ASSIGN: visitAnnAssign(changetype<AnnAssignNode>(node)); break;
    case Kind.FOR: {
      const n = changetype<ForNode>(node);
      needAsync(node, "'async for' outside async function");
      visit(n.iter);
      visitTarget(n.target, 0);
      visitLoop(n.body);
      visitAll(n.orElse);
      break;
    }
    case Kind.WHILE: {
      const n = changetype<WhileNode>(node);
      visit(n.test);
      visitLoop(n.body);
      visitAll(n.orElse);
      break;
    }
    case Kind.WITH: needAsync(node, "'async with' outside async function"); break;
    case Kind.WITH_ITEM: {
      const item = changetype<WithItemNode>(node);
      visit(item.context);
      visitTarget(item.target, 0);
      break;
    }
    case Kind.HANDLER: visitHandler(changetype<HandlerNode>(node)); break;
    case Kind.IMPORT_FROM: visitImportFrom(changetype<ImportFromNode>(node)); break;
    case Kind.ALIAS: {
      const alias = changetype<AliasNode>(node);
      if (alias.asName == NOTHING) bindName(nameOf(alias.parts), node, 0);
      else bindKept(node, offsetof<AliasNode>("asName"), 0);
      break;
    }
    case Kind.GLOBAL: visitDeclaration(node, VAR_GLOBAL); break;
    case Kind.NONLOCAL: visitDeclaration(node, VAR_NONLOCAL); break;
    case Kind.BREAK:
    case Kind.CONTINUE: if (breakForbidden) exceptStarError(node); break;
    case Kind.NAME: useName(node); break;
    case Kind.POSTFIX: noteSuper(changetype<ChainNode>(node)); break;
    case Kind.ATTRIBUTE:
    case Kind.KEYWORD: nameOf(node); break;
    case Kind.LAMBDA: visitLambda(node); break;
    case Kind.WALRUS: visitWalrus(node); break;
    case Kind.YIELD:
    case Kind.YIELD_FROM: visitYield(node); break;
    case Kind.AWAIT: visitAwait(node); break;
    // mpy-cross evaluates the value first.
    case Kind.DICT_ITEM: if (pure) children = 0x89; break;
    case Kind.LIST_COMP:
    case Kind.SET_COMP:
    case Kind.DICT_COMP:
    case Kind.GENERATOR: visitComprehension(node); break;
    case Kind.P_STAR: bindKept(node, offsetof<NameNode>("name"), VAR_NOT_IMPORT); break;
    default: break;
  }
  for (; children != 0; children >>= 4) {
    const child = childOf(node, children);
    if (children & 4) visitAll(child); else visit(child);
  }
  if (stopped()) return;
  // What comes behind the children.
  switch (kind) {
    case Kind.BOOL_OP: foldBool(node); break;
    case Kind.UNARY: foldUnary(node); break;
    case Kind.CHAIN: foldChain(node); break;
    case Kind.TUPLE: foldTuple(node); break;
    case Kind.P_MAPPING: bindKept(node, offsetof<MappingPatternNode>("rest"), VAR_NOT_IMPORT); break;
    case Kind.P_AS: bindKept(node, offsetof<PatternAsNode>("name"), VAR_NOT_IMPORT); break;
    default: break;
  }
}
if (offsetof<KeywordNode>("name") != offsetof<NameNode>("name")) ERROR("KEYWORD is not like NAME");

// ---- statements ----

function exceptStarError(node: usize): void {
  nodeError(node, "'break', 'continue' and 'return' cannot appear in an except* block");
}
function visitLoop(body: usize): void {
  const forbidden = breakForbidden;
  breakForbidden = false;
  visitAll(body);
  breakForbidden = forbidden;
}
/** An `async for` or `async with` must be where it may wait. */
function needAsync(node: usize, message: string): void {
  if (changetype<Node>(node).flags & FLAG_ASYNC && ((scope.kind != ScopeKind.FUNCTION
    && scope.kind != ScopeKind.MODULE) || !mayAwait(scope))) nodeError(node, message);
}

function visitHandler(n: HandlerNode): void {
  visit(n.type);
  bindKept(changetype<usize>(n), offsetof<HandlerNode>("name"), VAR_NOT_IMPORT);
  const star = inExceptStar, forbidden = breakForbidden;
  if (n.flags & FLAG_STAR) inExceptStar = breakForbidden = true;
  visitAll(n.body);
  inExceptStar = star;
  breakForbidden = forbidden;
}

function visitImportFrom(n: ImportFromNode): void {
  const inModule = scope.kind == ScopeKind.MODULE;
  if (isFuture(n) && !(n.at < futureEnd && inModule)) {
    nodeError(changetype<usize>(n),
      "from __future__ imports must occur at the beginning of the file");
  } else if (n.flags & FLAG_STAR && !inModule) {
    nodeError(changetype<usize>(n), "import * only allowed at module level");
  }
}

function visitDeclaration(node: usize, flag: u32): void {
  const isGlobal = flag == VAR_GLOBAL, inModule = scope.kind == ScopeKind.MODULE;
  if (!isGlobal && inModule) {
    nodeError(node, "nonlocal declaration not allowed at module level");
    return;
  }
  for (let n = changetype<ListNode>(node).first; n != 0 && !stopped(); n = nextOf(n)) {
    const name = nameOf(n), v = varAdd(scope, name, 0), f = v.flags;
    const wrong = f & VAR_PARAM ? "name '%s' is parameter and %l"
      : f & VAR_USED ? "name '%s' is used prior to %l declaration"
      : f & VAR_ANNOTATED ? "annotated name '%s' can't be %l"
      : f & VAR_NOT_IMPORT ? "name '%s' is assigned to before %l declaration"
      : f & (isGlobal ? VAR_NONLOCAL : VAR_GLOBAL) ? "name '%s' is nonlocal and global" : "";
    if (wrong.length != 0)
      nodeErrorNamed(node, wrong, name, literalOf(isGlobal ? "global" : "nonlocal"));
    v.flags |= flag;
    if (!isGlobal) v.slot = <u32>node;
    // A function that declares a name global may change the constant.
    else if (!inModule) constantForget(name);
  }
}

// ---- assignment ----

function visitAssign(n: AssignNode): void {
  if (visitConst(n)) return;
  visit(n.value);
  for (let t = n.targets; t != 0 && !stopped(); t = nextOf(t)) visitTarget(t, 0);
}
function visitAnnAssign(n: AnnAssignNode): void {
  visit(n.value);
  if (kindOf(n.target) == Kind.NAME) {
    bindTarget(n.target, n.flags & FLAG_SIMPLE ? VAR_ANNOTATED : 0);
  } else if (n.value != 0 || !pure) {
    visit(n.target);
  }
  // Annotations of functions' locals are never evaluated.
  if (pure || isFunctionLike(scope)) return;
  if (n.flags & FLAG_SIMPLE) scope.flags |= SCOPE_ANNOTATIONS;
  visitAnnotation(n.annotation);
}
/** X = const(...): the value takes the place of the name from here on. True if it was that. */
function visitConst(n: AssignNode): bool {
  const c = callOf(n.value, <u64>S_const);
  if (changetype<usize>(c) == 0 || constIsOther || nextOf(n.targets) != 0
    || kindOf(n.targets) != Kind.NAME) return false;
  if (c.argCount != 1 || c.keywordCount != 0 || kindOf(c.args) == Kind.STARRED) return false;
  visit(c.args);
  if (stopped()) return true;
  if (kindOf(c.args) != Kind.CONST) {
    if (pure) nodeError(c.args, "not a constant");
    else {
      // An ordinary call of whatever const is.
      use(<u64>S_const);
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

/** A target: NAME, POSTFIX, TUPLE, LIST, STARRED; the targets of a DELETE. `flags`: VAR_ITERATION
 *  or 0. */
export function visitTarget(node: usize, flags: u32): void {
  switch (kindOf(node)) {
    case Kind.NAME: bindTarget(node, flags); break;
    case Kind.STARRED: visitTarget(changetype<UnaryNode>(node).value, flags); break;
    case Kind.TUPLE:
    case Kind.LIST:
    case Kind.DELETE:
      for (let e = changetype<ListNode>(node).first; e != 0 && !stopped(); e = nextOf(e))
        visitTarget(e, flags);
      break;
    default: visit(node); break;
  }
}

// ---- functions and classes ----

function visitDefaultsOf(args: usize, keywordOnly: bool): void {
  for (let p = changetype<ArgumentsNode>(args).args; p != 0; p = nextOf(p)) {
    const arg = changetype<ArgNode>(p);
    if ((arg.op == Param.KEYWORD_ONLY) == keywordOnly) visit(arg.default_);
  }
}
export function visitDefaults(args: usize): void {
  visitDefaultsOf(args, false);
  visitDefaultsOf(args, true);
}
/** Annotations of parameters and result: evaluated where the function is made. */
function visitAnnotations(f: FunctionNode): void {
  if (pure) return;
  for (let p = changetype<ArgumentsNode>(f.args).args; p != 0; p = nextOf(p))
    visitAnnotation(changetype<ArgNode>(p).annotation);
  visitAnnotation(f.returns);
}
function visitAnnotation(annotation: usize): void {
  if (!futureAnnotations) visit(annotation);
}
function addParameter(p: usize): void {
  if (p == 0) return;
  const name = nameOf(p), v = varAdd(scope, name, 0);
  if (v.flags & VAR_PARAM)
    nodeErrorNamed(p, "duplicate argument '%s' in function definition", name);
  if (name == <u64>S_range) rangeBound = true;
  v.flags |= VAR_PARAM;
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
  let lastKeyword: usize = 0;
  for (let p = a.args; p != 0; p = nextOf(p)) {
    const op = changetype<ArgNode>(p).op;
    if (op == Param.KEYWORD_ONLY) lastKeyword = p;
    else if (<i32>op <= Param.POSITIONAL) addParameter(p);
  }
  if (!pure || a.varArgs == 0) lastKeyword = 0;
  addParameter(lastKeyword);
  for (let p = a.args; p != 0 && !stopped(); p = nextOf(p)) {
    if (changetype<ArgNode>(p).op == Param.KEYWORD_ONLY && p != lastKeyword) addParameter(p);
  }
  addParameter(a.varArgs);
  addParameter(a.varKeywords);
}

/** Goes on in the scope of a new function, class or comprehension. Returns the scope around it. */
export function scopeEnter(kind: ScopeKind, node: usize, name: Value): Scope {
  const outer = scope;
  scope = scopeNew(kind, outer, node, name);
  changetype<Node>(node).info = <u32>changetype<usize>(scope);
  return outer;
}
/** The statements of a function or class: what they are in lies around it, not in it. */
function visitBody(body: usize): void {
  const outerStar = inExceptStar, outerForbidden = breakForbidden;
  inExceptStar = breakForbidden = false;
  visitAll(body);
  inExceptStar = outerStar;
  breakForbidden = outerForbidden;
}
function visitFunction(node: usize): void {
  const f = changetype<FunctionNode>(node);
  visitAll(f.decorators);
  visitDefaults(f.args);
  visitAnnotations(f);
  const name = nameOf(node), outer = scopeEnter(ScopeKind.FUNCTION, node, name);
  if (f.flags & FLAG_ASYNC) scope.flags |= SCOPE_ASYNC;
  addParameters(f.args);
  visitBody(f.body);
  if (scope.flags & SCOPE_ASYNC && scope.flags & SCOPE_GENERATOR && scope.returnsValue != 0)
    nodeError(scope.returnsValue, "'return' with value in async generator");
  scope = outer;
  bindName(name, node, VAR_NOT_IMPORT);
}

function visitClass(node: usize): void {
  const c = changetype<ClassNode>(node), plain = c.name;
  visitAll(c.decorators);
  visitAll(c.bases);
  visitAll(c.keywords);
  const name = nameOf(node), outer = scopeEnter(ScopeKind.CLASS, node, name);
  scope.mangleClass = plain;
  // First, so that it is the first cell of the class.
  varAdd(scope, <u64>S___class__, VAR_PASS);
  visitBody(c.body);
  scope = outer;
  bindName(name, node, VAR_NOT_IMPORT);
}
if (offsetof<FunctionNode>("name") != offsetof<NameNode>("name")
  || offsetof<ClassNode>("name") != offsetof<NameNode>("name"))
  ERROR("FUNCTION and CLASS are not like NAME");
