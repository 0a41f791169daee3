// Emission of annotations, in code that runs here: `__annotations__` of modules, classes and
// functions.
//
// They are evaluated as CPython 3.11 does: where the function is made, or behind the assignment;
// those of a function's local variables never. Files for MicroPython (pure code) have none.
import { Value } from "../core/value";
import { isExactly } from "../heap/header";
import { STR_TYPE } from "../objects/str";
import { textNew } from "../objects/text";
import { reprInto } from "../objects/protocol";
import { S___annotations__, S_return } from "../objects/names";
import { Op } from "../bytecode/opcodes";
import { ScopeKind, Scope, SCOPE_ANNOTATIONS, SCOPE_VIPER, isFunctionLike } from "./scopes";
import {
  Kind, Node, UnaryNode, ConstNode, NameNode, FunctionNode, ArgumentsNode, ArgNode, AnnAssignNode,
  ChainNode,
  FLAG_SIMPLE, kindOf, nextOf,
} from "./ast";
import { pure, futureAnnotations } from "./options";
import { sourceAt } from "./errors";
import { adjust, emit, emit1, emitName, emitJump, newLabel, placeLabel, enterBlock,
  leaveBlock } from "./emitter_code";
import { scope, loadString, loadConstant } from "./emitter_names";
import { emitExpression } from "./emitter_expressions";
import { emitLinks } from "./emitter_calls";

/** Begins a module or class body: makes `__annotations__` if the body annotates names. */
export function emitAnnotationsBegin(): void {
  if (!(scope.flags & SCOPE_ANNOTATIONS)) return;
  const make = newLabel(), done = newLabel();
  if (scope.kind == ScopeKind.MODULE) {
    // What was run in the module before may have made it.
    emitJump(Op.SETUP_EXCEPT, make);
    enterBlock();
    emitName(Op.LOAD_NAME, <u64>S___annotations__);
    emit(Op.POP_TOP);
    emitJump(Op.POP_EXCEPT_JUMP, done);
    placeLabel(make);
    adjust(1);
    emit(Op.POP_TOP);
    makeDict();
    emitJump(Op.POP_EXCEPT_JUMP, done);
    leaveBlock();
    placeLabel(done);
  } else {
    makeDict();
  }
}
function makeDict(): void {
  emit(Op.BUILD_MAP);
  emitName(Op.STORE_NAME, <u64>S___annotations__);
}

/** ANN_ASSIGN, after the assignment. Of what is no plain name the annotation is evaluated and
 *  dropped; so is what a target that gets no value would be stored into. */
export function emitAnnotation(n: AnnAssignNode): void {
  if (pure) return;
  if (n.value == 0 && kindOf(n.target) == Kind.POSTFIX) {
    const chain = changetype<ChainNode>(n.target), last = chain.lastLink;
    emitLinks(chain, last);
    emit(Op.POP_TOP);
    if (kindOf(last) == Kind.SUBSCRIPT) {
      emitExpression(changetype<UnaryNode>(last).value);
      emit(Op.POP_TOP);
    }
  }
  if (isFunctionLike(scope)) return;
  emitValue(n.annotation);
  if (!(n.flags & FLAG_SIMPLE)) { emit(Op.POP_TOP); return; }
  emitName(Op.LOAD_NAME, <u64>S___annotations__);
  loadString(changetype<NameNode>(n.target).name);
  emit(Op.STORE_SUBSCR);
}

/** The function on top gets its `__annotations__`, if it has annotations. */
export function emitFunctionAnnotations(f: FunctionNode, child: Scope): void {
  if (pure || child.flags & SCOPE_VIPER) return;
  let count: u32 = f.returns != 0 ? 1 : 0;
  for (let p = changetype<ArgumentsNode>(f.args).args; p != 0; p = nextOf(p)) {
    if (changetype<ArgNode>(p).annotation != 0) count++;
  }
  if (count == 0) return;
  emit(Op.DUP_TOP);
  emit1(Op.BUILD_MAP, count);
  for (let p = changetype<ArgumentsNode>(f.args).args; p != 0; p = nextOf(p)) {
    const arg = changetype<ArgNode>(p);
    if (arg.annotation != 0) emitEntry(arg.annotation, arg.name);
  }
  if (f.returns != 0) emitEntry(f.returns, <u64>S_return);
  emit(Op.ROT_TWO);
  emitName(Op.STORE_ATTR, <u64>S___annotations__);
}
/** d[name] = annotation, for the dict on top. */
function emitEntry(annotation: usize, name: u64): void {
  emitValue(annotation);
  loadString(name);
  emit(Op.STORE_MAP);
}
/** What an annotation gives. `*args: *Ts` stands for the one item that Ts gives. */
function emitValue(annotation: usize): void {
  if (futureAnnotations) { loadConstant(textOf(annotation)); return; }
  if (kindOf(annotation) != Kind.STARRED) { emitExpression(annotation); return; }
  emitExpression(changetype<UnaryNode>(annotation).value);
  emit1(Op.UNPACK_SEQUENCE, 1);
}
/** `from __future__ import annotations`: the text as it stands in the source, white space in a row
 *  as one blank; of a str, its repr. NOTHING of CPython's further tidying:
 *  tests/differences/annotations_as_text.py. */
function textOf(annotation: usize): Value {
  const n = changetype<Node>(annotation), t = textNew();
  if (n.kind == Kind.CONST && isExactly(changetype<ConstNode>(annotation).value, STR_TYPE)) {
    reprInto(changetype<ConstNode>(annotation).value, t);
    return t.finish();
  }
  let blank = false;
  for (let at = n.at; at < n.end; at++) {
    const c = <u32>load<u8>(sourceAt() + at);
    if (c == 32 || c == 9 || c == 10 || c == 13) { blank = true; continue; }
    if (blank) t.byte(32);
    blank = false;
    t.byte(c);
  }
  return t.finish();
}
