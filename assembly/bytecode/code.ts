// Code objects: what the compiler emits, the .mpy reader reads, and the translator turns into
// register code.
//
// The opcodes are MicroPython's v6 (docs/mpy-format.md; table: opcodes.table.mjs) plus private ones
// (codes 01 to 0f) for what the file format lacks. Names and constants are shared by all code of a
// module: operands q and o index CodeContext.names and .constants.
import { Value } from "../core/value";
import { Header, TYPE_BYTES } from "../heap/header";
import { objectZeroed } from "../objects/object_new";
import { markObject, markRaw, markValues } from "../heap/collector";

export const CODE_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const CODE_CONTEXT_TYPE: usize = memory.data(TYPE_BYTES, 16);

/** What the code objects of one source or .mpy file share. */
@unmanaged export class CodeContext extends Header {
  /** TupleObject of interned strs: the qstr table. Entry 0 is the source file's name. */
  names: usize;
  /** TupleObject: the object table. */
  constants: usize;
}

// flags: as in the prelude of the format (mpy-format.md 4.1)
export const CODE_GENERATOR: u32 = 1;
export const CODE_VARKEYWORDS: u32 = 2;
export const CODE_VARARGS: u32 = 4;
export const CODE_DEFAULT_KEYWORDS: u32 = 8;
// ours
/** `async def`: calling it makes a coroutine (with CODE_GENERATOR: an async def without yield). */
export const CODE_COROUTINE: u32 = 0x100;
/** `async def` with yield: calling it makes an async generator. */
export const CODE_ASYNC_GENERATOR: u32 = 0x200;
/** Module or class body: names are looked up in the locals dict (LOAD_NAME ...). */
export const CODE_NAMESPACE: u32 = 0x400;
/** Uses private opcodes: cannot be written to a .mpy file as it is. */
export const CODE_PRIVATE: u32 = 0x800;
/** Decorated @micropython.native / @micropython.viper / bytecode: for the native tier. */
export const CODE_NATIVE: u32 = 0x1000;
export const CODE_VIPER: u32 = 0x2000;
/** Read from a .mpy file: its `await` is that of `yield from`, its coroutines are generators. */
export const CODE_FROM_FILE: u32 = 0x4000;
/** Frozen, but in CPython a built-in function: what `def` makes of it is one here too
 *  (objects/function.ts). */
export const CODE_BUILTIN: u32 = 0x8000;
/** Frozen into the core (objects/frozen.ts): tracebacks and the debugger pass over its frames; it
 *  has neither lines nor names of locals. */
export const CODE_FROZEN: u32 = 0x10000;

/** The code of one function, class body or module. */
@unmanaged export class CodeObject extends Header {
  // Objects, from here to registerCode:
  context: usize;
  /** TupleObject of the names of positional + keyword-only arguments in slot order (`*` for free
   *  variables). */
  argumentNames: usize;
  /** TupleObject of the names of all locals in slot order (interned strs, None for hidden ones); 0:
   *  unknown. */
  localNames: usize;
  /** TupleObject of child CodeObjects, 0: none. */
  children: usize;
  /** Translated form (vm/translator.ts), 0 until the first call. */
  registerCode: usize;
  // Raw cells, owned, to cells:
  /** The opcodes (without prelude). */
  code: usize;
  /** Line entries in the format's packing (mpy-format.md 4.4). */
  lines: usize;
  /** u16 each: the locals put into new cells on entry. */
  cells: usize;
  // Values, to docstring:
  name: Value;
  /** NOTHING: as name. */
  qualifiedName: Value;
  /** The docstring, or NOTHING. */
  docstring: Value;
  /** CODE_* flags. */
  codeFlags: u32;
  /** Unit: bytes. */
  codeLength: u32;
  /** Slots for locals and value stack together. */
  stateSize: u32;
  /** Greatest nesting of exception blocks. */
  exceptionDepth: u32;
  /** Positional arguments, free variables (cells handed in) counted. */
  positional: u32;
  /** How many of them are free variables; they come first. */
  freeVariables: u32;
  /** How many of the real positional arguments are positional-only. */
  positionalOnly: u32;
  keywordOnly: u32;
  /** Positional arguments with defaults. */
  defaults: u32;
  /** Number of locals (the value stack begins at this slot); 0xffffffff if not known (from a .mpy
   *  file): then the translator finds it. */
  localCount: u32;
  /** Of `cells`. */
  cellCount: u32;
  /** Of `lines`. Unit: bytes. */
  linesLength: u32;
  /** Line of the def, for messages. */
  firstLine: u32;
  /** Calls and loop passes, for the native tier. */
  heat: u32;
}

if (offsetof<CodeObject>("registerCode") + 4 != offsetof<CodeObject>("code")
  || offsetof<CodeObject>("cells") + 4 != offsetof<CodeObject>("name")
  || offsetof<CodeObject>("docstring") - offsetof<CodeObject>("name") != 16)
  ERROR("what codeMark marks is not in rows");

/** A new code object with all fields empty. Returns 0 with MemoryError pending. */
export function codeNew(): CodeObject {
  const c = changetype<CodeObject>(objectZeroed(CODE_TYPE, offsetof<CodeObject>()));
  if (changetype<usize>(c) != 0) c.localCount = 0xffffffff;
  return c;
}
/** A new context. Returns 0 with MemoryError pending. */
export function contextNew(): CodeContext {
  const c = changetype<CodeContext>(objectZeroed(CODE_CONTEXT_TYPE, offsetof<CodeContext>()));
  if (changetype<usize>(c) == 0) return c;
  return c;
}
export function contextMark(address: usize): void {
  markObject(changetype<CodeContext>(address).names);
  markObject(changetype<CodeContext>(address).constants);
}
export function codeMark(address: usize): void {
  const objects = address + offsetof<CodeObject>("context");
  const cells = address + offsetof<CodeObject>("code");
  for (let at = objects; at < cells; at += 4) markObject(<usize>load<u32>(at));
  const values = address + offsetof<CodeObject>("name");
  for (let at = cells; at < values; at += 4) markRaw(<usize>load<u32>(at));
  markValues(values, 3);
}
