// Emission of what makes functions: def, lambda, class, comprehensions - in the scope that makes
// them, and the bodies themselves, which become code objects of their own.
import { Value, NOTHING } from "../core/value";
import { isExactly } from "../heap/header";
import { STR_TYPE } from "../objects/str";
import {
  S___name__, S___module__, S___qualname__, S___doc__, S___aiter__, S___anext__,
  S_StopAsyncIteration, S_micropython, S_native, S_viper, S_bytecode,
} from "../objects/names";
import { Op, BinaryOp } from "../bytecode/opcodes";
import { codeNew } from "../bytecode/code";
import {
  Scope, ScopeKind, Var, SCOPE_ASYNC, SCOPE_GENERATOR, SCOPE_NEEDS_CLASS, SCOPE_NATIVE,
  SCOPE_VIPER,
} from "./scopes";
import {
  Kind, Node, UnaryNode, ChainNode, NameNode, ConstNode, FunctionNode, LambdaNode, ArgumentsNode,
  ArgNode, ClassNode, ComprehensionNode, CompForNode, Param, FLAG_ASYNC, kindOf, nextOf,
} from "./ast";
import { nodeError } from "./errors";
import { pure } from "./options";
import {
  adjust, depth, emit, emitAll, emit1, emit2, emitName, emitJump, newLabel, placeLabel, enterBlock,
  leaveBlock, setLine, backToLine, setLoopLine, codeEmpty,
} from "./emitter_code";
import {
  scope, loadNone, loadString, loadConstant, storeName, loadFast, storeFast, tempNew, tempFree,
} from "./emitter_names";
import { emitExpression, emitCondition, emitAwait, emitItem } from "./emitter_expressions";
import { emitArguments, setCallLine } from "./emitter_calls";
import { emitAnnotationsBegin, emitFunctionAnnotations } from "./emitter_annotations";
import { emitBlock, emitStore } from "./emitter_statements";

// ---- making functions ----

/** Number of a scope among the children of the one being emitted. */
function childNumber(child: Scope): u32 {
  if (child.code == 0) child.code = changetype<usize>(codeNew());
  if (scope.firstMade == 0) scope.firstMade = changetype<usize>(child);
  else changetype<Scope>(scope.lastMade).nextMade = changetype<usize>(child);
  scope.lastMade = changetype<usize>(child);
  return scope.madeCount++;
}
/** MAKE_FUNCTION or MAKE_CLOSURE; `defaults`: the pair of defaults lies on the stack. */
function makeFunction(child: Scope, defaults: bool): void {
  const number = childNumber(child);
  const cells = child.freeCount;
  if (cells == 0) {
    if (defaults) emit1(Op.MAKE_FUNCTION_DEFARGS, number); else emit1(Op.MAKE_FUNCTION, number);
    return;
  }
  for (let i: u32 = 0; i < cells; i++) loadFast(load<u32>(child.freeSources + (<usize>i << 2)));
  if (cells > 255) {
    if (pure)
      nodeError(child.node, "a .mpy file cannot hold so many variables of enclosing functions");
    emit1(Op.BUILD_TUPLE, cells);
  }
  emit2(defaults ? Op.MAKE_CLOSURE_DEFARGS : Op.MAKE_CLOSURE, number, cells > 255 ? 0 : cells);
}
/** Defaults of parameters, then the function. */
function makeWithDefaults(child: Scope, args: usize): void {
  const a = changetype<ArgumentsNode>(args);
  if (a.defaults == 0 && a.keywordDefaults == 0) { makeFunction(child, false); return; }
  if (a.defaults == 0) {
    emit(Op.LOAD_NULL);
  } else {
    for (let p = a.args; p != 0; p = nextOf(p)) {
      const arg = changetype<ArgNode>(p);
      if (arg.default_ != 0 && arg.op != Param.KEYWORD_ONLY) emitExpression(arg.default_);
    }
    emit1(Op.BUILD_TUPLE, a.defaults);
  }
  if (a.keywordDefaults == 0) {
    emit(Op.LOAD_NULL);
  } else {
    emit(Op.BUILD_MAP);
    for (let p = a.args; p != 0; p = nextOf(p)) {
      const arg = changetype<ArgNode>(p);
      if (arg.default_ == 0 || arg.op != Param.KEYWORD_ONLY) continue;
      emitExpression(arg.default_);
      loadString(arg.name);
      emit(Op.STORE_MAP);
    }
  }
  makeFunction(child, true);
}

/** The SCOPE_* flag of a decorator `@micropython.native` ..., which is no call; 0xffffffff:
 *  bytecode, no flag; 0: an ordinary decorator. */
function emitterDecorator(node: usize): u32 {
  if (kindOf(node) != Kind.POSTFIX) return 0;
  const chain = changetype<ChainNode>(node);
  if (chain.count != 1 || kindOf(chain.first) != Kind.NAME || kindOf(chain.links) != Kind.ATTRIBUTE)
    return 0;
  if (changetype<NameNode>(chain.first).name != <u64>S_micropython) return 0;
  const name = changetype<NameNode>(chain.links).name;
  return name == <u64>S_native ? SCOPE_NATIVE : name == <u64>S_viper ? SCOPE_VIPER
    : name == <u64>S_bytecode ? 0xffffffff : 0;
}
function emitDecorators(first: usize, child: Scope): u32 {
  let calls: u32 = 0;
  if (pure && first != 0) setLine(changetype<Node>(first).line);
  for (let d = first; d != 0; d = nextOf(d)) {
    const flag = emitterDecorator(d);
    if (flag != 0) {
      if (flag != 0xffffffff) {
        if (pure) nodeError(d, "invalid arch");
        child.flags |= flag;
      }
      continue;
    }
    setLine(changetype<Node>(d).line);
    emitExpression(d);
    calls++;
  }
  return calls;
}

/** Calls the `calls` decorators that lie on the stack, the last first, each on its line. */
function callDecorators(first: usize, calls: u32): void {
  for (; calls != 0; calls--) {
    let d = first, n: u32 = 0;
    for (; d != 0; d = nextOf(d)) if (emitterDecorator(d) == 0 && ++n == calls) break;
    if (d != 0) backToLine(changetype<Node>(d).line);
    emit1(Op.CALL_FUNCTION, 1);
  }
}

/** FUNCTION. */
export function emitFunction(node: usize): void {
  const f = changetype<FunctionNode>(node);
  const child = changetype<Scope>(<usize>f.info);
  const calls = emitDecorators(f.decorators, child);
  if (!pure || f.decorators == 0) setLine(f.line);
  makeWithDefaults(child, f.args);
  emitFunctionAnnotations(f, child);
  callDecorators(f.decorators, calls);
  backToLine(f.line);
  storeName(f.name);
}
/** LAMBDA. */
export function emitLambda(node: usize): void {
  const l = changetype<LambdaNode>(node);
  makeWithDefaults(changetype<Scope>(<usize>l.info), l.args);
}
/** CLASS. */
export function emitClass(node: usize): void {
  const c = changetype<ClassNode>(node);
  const child = changetype<Scope>(<usize>c.info);
  const calls = emitDecorators(c.decorators, child);
  if (!pure || c.decorators == 0) setLine(c.line);
  emit(Op.LOAD_BUILD_CLASS);
  makeFunction(child, false);
  loadString(c.name);
  setCallLine(c.line);
  emitArguments(node, c.bases, c.baseCount, c.keywords, c.keywordCount, c.flags, 2, false);
  callDecorators(c.decorators, calls);
  backToLine(c.line);
  storeName(c.name);
}

// ---- comprehensions ----

/** LIST_COMP ... GENERATOR: makes the function and calls it with the first iterable. */
export function emitComprehension(node: usize): void {
  const c = changetype<ComprehensionNode>(node);
  const child = changetype<Scope>(<usize>c.info);
  const first = changetype<CompForNode>(c.clauses);
  makeFunction(child, false);
  emitExpression(first.iter);
  if (first.flags & FLAG_ASYNC) {
    beginIteration(true);
  } else if (child.kind == ScopeKind.GENERATOR) {
    backToLine(c.line);
    emit(Op.GET_ITER);
  }
  backToLine(c.line);
  emit1(Op.CALL_FUNCTION, 1);
  if (child.flags & SCOPE_ASYNC) {
    if (pure) nodeError(node, "a .mpy file cannot hold an asynchronous comprehension");
    if (child.kind != ScopeKind.GENERATOR) emitAwait();
  }
}

/** Body of a comprehension. */
function emitComprehensionBody(): void {
  const c = changetype<ComprehensionNode>(scope.node);
  setLine(pure ? changetype<Node>(c.element).line : c.line);
  if (scope.kind == ScopeKind.LIST_COMP) emit(Op.BUILD_LIST);
  else if (scope.kind == ScopeKind.SET_COMP) emit(Op.BUILD_SET);
  else if (scope.kind == ScopeKind.DICT_COMP) emit(Op.BUILD_MAP);
  emitClause(c, c.clauses);
  if (scope.kind == ScopeKind.GENERATOR) loadNone();
  emit(Op.RETURN_VALUE);
}
/** One for clause and all inside it. */
function emitClause(c: ComprehensionNode, node: usize): void {
  const clause = changetype<CompForNode>(node), waits = (clause.flags & FLAG_ASYNC) != 0;
  const again = newLabel(), end = newLabel();
  if (node != c.clauses) {
    emitExpression(clause.iter);
    beginIteration(waits);
  } else {
    // The caller has made the iterator of a generator, or one that waits: of the former the form
    // that holds an iterator object.
    const generator = scope.kind == ScopeKind.GENERATOR && !waits;
    if (generator) emit(Op.LOAD_NULL);
    loadFast(scope.freeCount);
    if (generator) emitAll(Op.LOAD_NULL | Op.LOAD_NULL << 8);
    else if (!waits) beginIteration(false);
  }
  placeLabel(again);
  setLoopLine(c.line);
  nextItem(clause.target, end, waits);
  for (let i = clause.conditions; i != 0; i = nextOf(i)) emitCondition(i, false, again);
  if (nextOf(node) != 0) emitClause(c, nextOf(node)); else emitElement(c);
  emitJump(Op.JUMP, again);
  placeLabel(end);
  if (waits) emit(Op.POP_TOP); else adjust(-4);
}
function emitElement(c: ComprehensionNode): void {
  if (scope.kind == ScopeKind.GENERATOR) {
    emitExpression(c.element);
    backToLine(c.line);
    emit(scope.flags & SCOPE_ASYNC ? Op.ASYNC_GEN_YIELD : Op.YIELD_VALUE);
    emit(Op.POP_TOP);
    return;
  }
  let kind: u32 = scope.kind == ScopeKind.LIST_COMP ? 0 : scope.kind == ScopeKind.SET_COMP ? 2 : 1;
  if (kind == 1) emitItem(c.element, c.value); else emitExpression(c.element);
  backToLine(c.line);
  // The collection is the lowest value on the stack.
  emit1(Op.STORE_COMP, <u32>(depth - 1) << 2 | kind);
}

/** Makes an iterator of the value on top; `waits`: an asynchronous one. */
export function beginIteration(waits: bool): void {
  if (!waits) { emit(Op.GET_ITER_STACK); return; }
  if (!pure) { emit1(Op.CHECK, 1); return; }
  emitName(Op.LOAD_METHOD, <u64>S___aiter__);
  emit(Op.CALL_METHOD);
}
/** The iterator on top stays; stores its next item, or jumps to `end` when there is none. */
export function nextItem(target: usize, end: u32, waits: bool): void {
  if (waits) { asyncNext(target, end); return; }
  emitJump(Op.FOR_ITER, end);
  emitStore(target);
}
function asyncNext(target: usize, end: u32): void {
  const handler = newLabel(), go = newLabel(), other = newLabel();
  emitJump(Op.SETUP_EXCEPT, handler);
  enterBlock();
  emit(Op.DUP_TOP);
  emitName(Op.LOAD_METHOD, <u64>S___anext__);
  emit(Op.CALL_METHOD);
  emitAwait();
  // In code that runs here only what __anext__ raises ends the loop, not what storing raises.
  const item = pure ? 0 : tempNew();
  if (pure) emitStore(target); else storeFast(item);
  emitJump(Op.POP_EXCEPT_JUMP, go);
  placeLabel(handler);
  adjust(4);
  emit(Op.DUP_TOP);
  emitName(Op.LOAD_GLOBAL, <u64>S_StopAsyncIteration);
  emit(Op.BINARY_OP_MULTI + BinaryOp.EXCEPTION_MATCH);
  emitJump(Op.POP_JUMP_IF_FALSE, other);
  emit(Op.POP_TOP);
  emitJump(Op.POP_EXCEPT_JUMP, end);
  placeLabel(other);
  adjust(1);
  leaveBlock();
  emit(Op.END_FINALLY);
  adjust(-3);
  placeLabel(go);
  if (!pure) {
    loadFast(item);
    tempFree(1);
    emitStore(target);
  }
}

// ---- bodies ----

export function returnNone(): void { emitAll(Op.LOAD_CONST_NONE | Op.RETURN_VALUE << 8); }

/** The docstring of a block of statements, NOTHING: none. */
export function docstringOf(body: usize): Value {
  if (body == 0 || kindOf(body) != Kind.EXPRESSION) return NOTHING;
  const e = changetype<UnaryNode>(body).value;
  if (kindOf(e) != Kind.CONST) return NOTHING;
  const v = changetype<ConstNode>(e).value;
  return isExactly(v, STR_TYPE) ? v : NOTHING;
}

/** Everything in the code of the scope but a module's. */
export function emitBody(): void {
  switch (scope.kind) {
    case ScopeKind.FUNCTION: {
      const body = changetype<FunctionNode>(scope.node).body;
      emitBlock(body);
      // A body that is only `pass` has a line to stop at, too.
      if (codeEmpty()) backToLine(changetype<Node>(body).line);
      returnNone();
      break;
    }
    case ScopeKind.LAMBDA: {
      const body = changetype<LambdaNode>(scope.node).body;
      setLine(changetype<Node>(scope.node).line);
      emitExpression(body);
      if (pure && scope.flags & SCOPE_GENERATOR) {
        emit(Op.POP_TOP);
        loadNone();
      }
      emit(Op.RETURN_VALUE);
      break;
    }
    case ScopeKind.CLASS: emitClassBody(); break;
    default: emitComprehensionBody(); break;
  }
}

function emitClassBody(): void {
  const c = changetype<ClassNode>(scope.node);
  backToLine(c.line);
  emitName(Op.LOAD_NAME, <u64>S___name__);
  emitName(Op.STORE_NAME, <u64>S___module__);
  loadString(pure ? c.name : scope.qualifiedName);
  emitName(Op.STORE_NAME, <u64>S___qualname__);
  const doc = pure ? NOTHING : docstringOf(c.body);
  if (doc != NOTHING) {
    loadConstant(doc);
    emitName(Op.STORE_NAME, <u64>S___doc__);
  }
  emitAnnotationsBegin();
  emitBlock(c.body);
  if (scope.flags & SCOPE_NEEDS_CLASS) loadFast(classCell().slot); else loadNone();
  emit(Op.RETURN_VALUE);
}
/** The Var of the class's own __class__ cell: always the first. */
function classCell(): Var { return changetype<Var>(scope.firstVar); }
