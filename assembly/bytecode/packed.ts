// Packed code: how code frozen into the core lies in memory until a function is first called.
//
// A module's names, constants and code objects stand in an area of static memory (heap/compressed.ts), which is compressed
// until something in it is asked for; a CodeObject keeps only what callers ask without running it (flags, counts, names), and
// `packed` says where the rest is. translate() unpacks one function at a time. Written by the build (program/main.ts,
// freeze), so the bytes are trusted.
//
//  context:  count, names (text) | count, constants (as in .mpy files) | 0
//  code:     bytes that follow | head | body | children, each a code
//  head:     flags, counts, name, docstring
//  body:     argument names, cells, opcodes, number of children
//
// Lines and the names of locals are left out: tracebacks and the debugger pass over frozen code. Qualified names follow
// from the names around. Opcodes are used where they stand.
//
// Numbers are vuints (writer.ts). A text is its length in bytes, then UTF-8. A name is 0 (none), 1 and a text, or
// n + 1 for the context's name n.
import { Value, RAISED, NOTHING } from "../core/value";
import { allocRaw, freeRaw } from "../heap/allocator";
import { frozenRoom, wakeAreaOf } from "../heap/compressed";
import { raised, raiseNoMemory } from "../objects/errors";
import { Text, textNew } from "../objects/text";
import { StrObject, STR_TYPE, internBytes } from "../objects/str";
import { isExactly } from "../heap/header";
import { TupleObject, tupleAlloc } from "../objects/tuple";
import { NONE } from "../objects/singletons";
import { CodeObject, CodeContext, codeNew, CODE_FROZEN, CODE_PRIVATE, CODE_NAMESPACE } from "./code";
import { putVuint, putObject, indexNames, dropIndex, numberOf } from "./writer";
import { readConstant, constantEnd } from "./reader";

// ---- writing, at build time ----

function putText(s: StrObject, out: Text): void {
  putVuint(out, s.lengthBytes);
  out.bytes(s.data, s.lengthBytes);
}
function putName(v: Value, out: Text): void {
  if (v == NOTHING || !isExactly(v, STR_TYPE)) { putVuint(out, 0); return; }
  const n = numberOf(v);
  putVuint(out, n + 1);
  if (n == 0) putText(changetype<StrObject>(<usize>v), out);
}
function putNames(tuple: usize, out: Text): void {
  const names = changetype<TupleObject>(tuple);
  for (let i: u32 = 0; i < names.length; i++) putName(names.at(i), out);
}
/** What nearly all code has: stored flags are those that differ. */
const USUAL_FLAGS: u32 = CODE_FROZEN | CODE_PRIVATE;
function putCode(c: CodeObject, out: Text): void {
  const t = textNew(), children = changetype<TupleObject>(c.children);
  const childCount: u32 = c.children == 0 ? 0 : children.length;
  putVuint(t, c.codeFlags ^ USUAL_FLAGS);
  putVuint(t, c.stateSize);
  putVuint(t, c.exceptionDepth);
  putVuint(t, c.positional);
  putVuint(t, c.freeVariables);
  putVuint(t, c.positionalOnly);
  putVuint(t, c.keywordOnly);
  putVuint(t, c.defaults);
  putVuint(t, c.localCount + 1);
  putName(c.name, t);
  putName(c.docstring, t);
  putVuint(t, changetype<TupleObject>(c.argumentNames).length);
  putNames(c.argumentNames, t);
  putVuint(t, c.cellCount);
  for (let i: u32 = 0; i < c.cellCount; i++) putVuint(t, load<u16>(c.cells + (<usize>i << 1)));
  putVuint(t, c.codeLength);
  t.bytes(c.code, c.codeLength);
  putVuint(t, childCount);
  for (let i: u32 = 0; i < childCount; i++) putCode(changetype<CodeObject>(<usize>children.at(i)), t);
  putVuint(out, t.length);
  out.bytes(t.data, t.length);
  t.drop();
}

/** Packs a module's code, in place: its code objects stay the same and lose what they can be given again. At build
 *  time, when none of them is running. False with ValueError or MemoryError pending. */
export function packModule(code: Value): bool {
  const module = changetype<CodeObject>(<usize>code), context = changetype<CodeContext>(module.context);
  const names = changetype<TupleObject>(context.names), constants = changetype<TupleObject>(context.constants);
  const t = textNew();
  putVuint(t, names.length);
  for (let i: u32 = 0; i < names.length; i++) putText(changetype<StrObject>(<usize>names.at(i)), t);
  putVuint(t, constants.length);
  for (let i: u32 = 0; i < constants.length; i++) if (!putObject(constants.at(i), t)) return false;
  t.byte(0);
  const contextBytes = t.length;
  if (!indexNames(names)) return false;
  putCode(module, t);
  dropIndex();
  if (t.failed != 0) { raiseNoMemory(t.length); return false; }
  const cell = frozenRoom(t.length);
  memory.copy(cell, t.data, t.length);
  t.drop();
  context.packed = cell;
  module.qualifiedName = NOTHING;
  at = cell + contextBytes;
  shed(module, context);
  context.names = 0;
  context.constants = 0;
  return true;
}
/** Drops what can be unpacked again from the code at `at` and from its children. */
function shed(c: CodeObject, context: CodeContext): void {
  const bytes = number(), stop = at + bytes;
  skipHead();
  const from = at;
  skipBody();
  const count = number();
  for (let i: u32 = 0; i < count; i++) shed(changetype<CodeObject>(<usize>changetype<TupleObject>(c.children).at(i)), context);
  c.packed = from;
  freeRaw(c.code);
  freeRaw(c.cells);
  freeRaw(c.lines);
  c.code = c.cells = c.lines = 0;
  c.linesLength = c.firstLine = 0;
  c.argumentNames = c.localNames = c.children = c.registerCode = 0;
  at = stop;
}

// ---- reading ----

let at: usize = 0;

function number(): u32 {
  let n: u32 = 0;
  while (true) {
    const b = <u32>load<u8>(at++);
    n = n << 7 | (b & 0x7f);
    if (b < 0x80) return n;
  }
  return 0;
}
/** Steps over a name. */
function skipName(): void {
  if (number() == 1) { const n = number(); at += n; }
}
/** NOTHING: none, or no memory for it: then MemoryError is pending. */
function name(context: CodeContext): Value {
  const n = number();
  if (n == 0) return NOTHING;
  if (n != 1) return changetype<TupleObject>(context.names).at(n - 1);
  const bytes = number();
  at += bytes;
  return internBytes(at - bytes, bytes);
}
/** A tuple of `count` names, None where there is none. 0 with MemoryError pending. */
function nameTuple(context: CodeContext, count: u32): usize {
  const t = tupleAlloc(count);
  if (changetype<usize>(t) == 0) return 0;
  for (let i: u32 = 0; i < count; i++) {
    const v = name(context);
    t.set(i, v == NOTHING ? NONE : v);
  }
  return changetype<usize>(t);
}
/** The qualified name of what stands in `c`. RAISED with MemoryError pending. */
function qualified(c: CodeObject, name: Value): Value {
  if (c.qualifiedName == NOTHING) return name;           // c is a module
  const t = textNew();
  t.str(c.qualifiedName);
  t.literal(c.codeFlags & CODE_NAMESPACE ? "." : ".<locals>.");
  t.str(name);
  return t.finish();
}
function readHead(c: CodeObject, context: CodeContext): void {
  c.codeFlags = number() ^ USUAL_FLAGS;
  c.stateSize = number();
  c.exceptionDepth = number();
  c.positional = number();
  c.freeVariables = number();
  c.positionalOnly = number();
  c.keywordOnly = number();
  c.defaults = number();
  c.localCount = number() - 1;
  c.name = name(context);
  c.docstring = name(context);
}
function skipHead(): void {
  for (let i = 0; i < 9; i++) number();
  for (let i = 0; i < 2; i++) skipName();
}
function skipBody(): void {
  for (let n = number(); n != 0; n--) skipName();
  for (let n = number(); n != 0; n--) number();
  const opcodes = number();
  at += opcodes;
}

/** Fills names and constants of a context that has been packed. False with MemoryError pending. */
export function unpackContext(context: CodeContext): bool {
  if (context.names != 0) return true;
  wakeAreaOf(context.packed);
  at = context.packed;
  const names = tupleAlloc(number());
  if (changetype<usize>(names) == 0) return false;
  for (let i: u32 = 0; i < names.length; i++) {
    const bytes = number();
    const v = internBytes(at, bytes);
    if (v == RAISED) return false;
    names.set(i, v);
    at += bytes;
  }
  const constants = tupleAlloc(number());
  if (changetype<usize>(constants) == 0) return false;
  for (let i: u32 = 0; i < constants.length; i++) {
    const v = readConstant(at);
    if (v == RAISED) return false;
    constants.set(i, v);
    at = constantEnd;
  }
  context.constants = changetype<usize>(constants);
  context.names = changetype<usize>(names);
  return true;
}
/** Unpacks a code object that is packed; others are left alone. False with MemoryError pending. */
export function unpackCode(c: CodeObject): bool {
  if (c.packed == 0) return true;
  wakeAreaOf(c.packed);
  if (c.code != 0) return true;
  const context = changetype<CodeContext>(c.context);
  if (!unpackContext(context)) return false;
  at = c.packed;
  const argumentNames = nameTuple(context, number());
  if (argumentNames == 0) return false;
  c.argumentNames = argumentNames;
  c.cellCount = number();
  if (c.cellCount != 0) {
    c.cells = allocRaw(<usize>c.cellCount << 1);
    if (c.cells == 0) { raiseNoMemory(c.cellCount << 1); return false; }
    for (let i: u32 = 0; i < c.cellCount; i++) store<u16>(c.cells + (<usize>i << 1), <u16>number());
  }
  c.codeLength = number();
  const opcodes = at;
  at += c.codeLength;
  const count = number();
  if (count != 0) {
    const children = tupleAlloc(count);
    if (changetype<usize>(children) == 0) return false;
    for (let i: u32 = 0; i < count; i++) {
      const bytes = number(), stop = at + bytes, child = codeNew();
      if (changetype<usize>(child) == 0) return false;
      child.context = c.context;
      readHead(child, context);
      child.qualifiedName = qualified(c, child.name);
      child.packed = at;
      children.set(i, <u64>changetype<usize>(child));
      at = stop;
    }
    c.children = changetype<usize>(children);
  }
  if (raised()) return false;
  c.code = opcodes;
  return true;
}
