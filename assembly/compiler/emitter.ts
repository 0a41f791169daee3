// The emitter: from the tree with its scopes to code objects, one scope after the other, breadth
// first.
//
// Where the code of a construct is decided: emitter_expressions.ts, emitter_calls.ts,
// emitter_functions.ts, emitter_statements.ts, emitter_try.ts, emitter_match.ts. What the bytecode
// must look like: docs/mpy-format.md.
import { Value, NOTHING, RAISED } from "../core/value";
import { allocRaw } from "../heap/allocator";
import { raise, raised, raiseNoMemory, RuntimeError } from "../objects/errors";
import { tupleAlloc } from "../objects/tuple";
import { NONE } from "../objects/singletons";
import { strOfChar } from "../objects/str";
import { S___doc__ } from "../objects/names";
import { Op } from "../bytecode/opcodes";
import {
  CodeObject, CodeContext, codeNew, contextNew, CODE_GENERATOR, CODE_DEFAULT_KEYWORDS,
  CODE_COROUTINE, CODE_ASYNC_GENERATOR, CODE_NAMESPACE, CODE_PRIVATE,
} from "../bytecode/code";
import { arenaFailed } from "./arena";
import {
  Kind, UnaryNode, ModuleNode, FunctionNode, LambdaNode, ArgumentsNode, kindOf, nextOf,
} from "./ast";
import { pure, returnLast, frozenFlags, frozenFunctionFlags } from "./options";
import {
  Scope, ScopeKind, Var, VarKind, moduleScope, isFunctionLike, SCOPE_GENERATOR, SCOPE_ASYNC,
  SCOPE_OF_CODE, VAR_HIDDEN,
} from "./scopes";
import {
  codeBegin, codeFailed, emit, emitName, layOut, writeCode, makeLines, lineEntries,
  maxDepth, maxBlockDepth,
} from "./emitter_code";
import { nameIndex, namesTuple, constantsTuple } from "./emitter_tables";
import { setScope, loadConstant, tempsBegin, tempsMax } from "./emitter_names";
import { emitExpression } from "./emitter_expressions";
import { emitBlock, emitStatement, statementsBegin } from "./emitter_statements";
import { emitAnnotationsBegin } from "./emitter_annotations";
import { emitBody, docstringOf, returnNone } from "./emitter_functions";
import { StrObject } from "../objects/str";

/** Emits all scopes. Returns the module's CodeObject, RAISED with SyntaxError, RuntimeError or
 *  MemoryError. */
export function emitScopes(fileName: Value): Value {
  const context = contextNew();
  if (changetype<usize>(context) == 0) return RAISED;
  nameIndex(fileName);
  for (let s = moduleScope; changetype<usize>(s) != 0; s = changetype<Scope>(s.nextScope)) {
    // Functions in what a constant condition leaves out are made by nobody.
    if (s != moduleScope && s.code == 0) continue;
    setScope(s);
    codeBegin();
    tempsBegin();
    statementsBegin();
    if (s.kind == ScopeKind.MODULE) emitModule(); else emitBody();
    if (raised() || ranOut() || !finish(s, context)) return RAISED;
  }
  for (let s = moduleScope; changetype<usize>(s) != 0; s = changetype<Scope>(s.nextScope)) {
    if (s.madeCount != 0 && !linkChildren(s)) return RAISED;
  }
  if (ranOut()) return RAISED;
  const names = namesTuple(), constants = constantsTuple();
  if (names == RAISED || constants == RAISED) return RAISED;
  context.names = <usize>names;
  context.constants = <usize>constants;
  return <u64>moduleScope.code;
}

/** There was no memory for nodes or for code: MemoryError is pending. */
function ranOut(): bool {
  const bytes = arenaFailed() != 0 ? arenaFailed() : codeFailed();
  if (bytes != 0) raiseNoMemory(bytes);
  return bytes != 0;
}

function emitModule(): void {
  const module = changetype<ModuleNode>(moduleScope.node);
  const doc = pure ? NOTHING : docstringOf(module.body);
  if (doc != NOTHING && !(returnLast && nextOf(module.body) == 0)) {
    loadConstant(doc);
    emitName(Op.STORE_NAME, <u64>S___doc__);
  }
  emitAnnotationsBegin();
  if (!returnLast) {
    emitBlock(module.body);
  } else {
    for (let s = module.body; s != 0; s = nextOf(s)) {
      if (raised()) return;
      if (nextOf(s) == 0 && kindOf(s) == Kind.EXPRESSION) {
        emitExpression(changetype<UnaryNode>(s).value);
        emit(Op.RETURN_VALUE);
        return;
      }
      emitStatement(s);
    }
  }
  returnNone();
}

/** Makes the scope's code object from what has been emitted. False with an exception pending. */
function finish(s: Scope, context: CodeContext): bool {
  const c = s.code != 0 ? changetype<CodeObject>(s.code) : codeNew();
  if (changetype<usize>(c) == 0) return false;
  s.code = changetype<usize>(c);
  c.context = changetype<usize>(context);
  const length = layOut();
  c.code = writeCode();
  if (c.code == 0) {
    if (!ranOut()) raise(RuntimeError, "bytecode overflow");
    return false;
  }
  c.codeLength = length;
  c.linesLength = frozenFlags != 0 ? 0 : makeLines();
  if (c.linesLength != 0) c.lines = lineEntries();
  if (ranOut()) return false;
  const locals = s.localCount + tempsMax();
  const state = locals + <u32>maxDepth;
  c.stateSize = state == 0 ? 1 : state;
  c.exceptionDepth = <u32>maxBlockDepth;
  c.localCount = locals;
  c.freeVariables = s.freeCount;
  c.positional = s.freeCount + s.positional;
  c.positionalOnly = s.positionalOnly;
  c.keywordOnly = s.keywordOnly;
  c.defaults = s.defaults;
  c.name = s.name;
  c.qualifiedName = s.qualifiedName;
  c.firstLine = frozenFlags != 0 ? 0 : s.line;
  c.docstring = NOTHING;
  c.codeFlags = flagsOf(s);
  if (!pure) {
    if (s.kind == ScopeKind.MODULE) c.docstring = docstringOf(changetype<ModuleNode>(s.node).body);
    else if (s.kind == ScopeKind.FUNCTION)
      c.docstring = docstringOf(changetype<FunctionNode>(s.node).body);
  }
  nameIndex(s.name);
  return makeNames(s, c, locals) && makeCells(s, c);
}

function flagsOf(s: Scope): u32 {
  let flags: u32 = pure ? 0 : CODE_PRIVATE | frozenFlags;
  const generator = (s.flags & SCOPE_GENERATOR) != 0, waits = (s.flags & SCOPE_ASYNC) != 0;
  if (generator || waits) flags |= CODE_GENERATOR;
  if (waits) flags |= generator ? CODE_ASYNC_GENERATOR : CODE_COROUTINE;
  flags |= (s.flags & SCOPE_OF_CODE) >> 8;
  if (!isFunctionLike(s)) flags |= CODE_NAMESPACE;
  if (s.kind == ScopeKind.FUNCTION || s.kind == ScopeKind.LAMBDA) {
    const args = s.kind == ScopeKind.FUNCTION
      ? changetype<FunctionNode>(s.node).args : changetype<LambdaNode>(s.node).args;
    if (changetype<ArgumentsNode>(args).keywordDefaults != 0) flags |= CODE_DEFAULT_KEYWORDS;
    const first = load<u8>(changetype<StrObject>(<usize>s.name).data);
    if (s.parent == changetype<usize>(moduleScope) && first != 95 && first != 60)
      flags |= frozenFunctionFlags;
  }
  return flags;
}

/** argumentNames and localNames. */
function makeNames(s: Scope, c: CodeObject, locals: u32): bool {
  const names = tupleAlloc(locals);
  if (changetype<usize>(names) == 0) return false;
  for (let i: u32 = 0; i < locals; i++) names.set(i, NONE);
  if (s.kind != ScopeKind.MODULE) {
    for (let v = s.firstVar; v != 0; v = changetype<Var>(v).next) {
      const w = changetype<Var>(v);
      if (w.kind >= VarKind.LOCAL && !(w.flags & VAR_HIDDEN)) names.set(w.slot, w.name);
    }
  }
  const count = c.positional + c.keywordOnly;
  const args = tupleAlloc(count);
  if (changetype<usize>(args) == 0) return false;
  for (let i: u32 = 0; i < count; i++) {
    const name = i < s.freeCount || names.at(i) == NONE ? strOfChar(42) : names.at(i);
    args.set(i, name);
    nameIndex(name);
  }
  c.argumentNames = changetype<usize>(args);
  c.localNames = pure || frozenFlags != 0 ? 0 : changetype<usize>(names);
  return true;
}

/** The locals that are put into new cells on entry, u16 each. */
function makeCells(s: Scope, c: CodeObject): bool {
  if (s.kind == ScopeKind.MODULE) return true;
  let count: u32 = 0;
  for (let v = s.firstVar; v != 0; v = changetype<Var>(v).next)
    if (changetype<Var>(v).kind == VarKind.CELL) count++;
  c.cellCount = count;
  if (count == 0) return true;
  c.cells = allocRaw(count << 1);
  if (c.cells == 0) { raiseNoMemory(count << 1); return false; }
  let at = c.cells;
  for (let v = s.firstVar; v != 0; v = changetype<Var>(v).next) {
    if (changetype<Var>(v).kind != VarKind.CELL) continue;
    store<u16>(at, <u16>changetype<Var>(v).slot);
    at += 2;
  }
  return true;
}

function linkChildren(s: Scope): bool {
  const children = tupleAlloc(s.madeCount);
  if (changetype<usize>(children) == 0) return false;
  let i: u32 = 0;
  for (let m = s.firstMade; m != 0; m = changetype<Scope>(m).nextMade)
    children.set(i++, <u64>changetype<Scope>(m).code);
  changetype<CodeObject>(s.code).children = changetype<usize>(children);
  return true;
}
