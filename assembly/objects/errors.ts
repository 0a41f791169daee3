// Errors: the one pending exception, and raising from native code (STYLE.md section 6).
//
// The static type objects of all built-in exceptions stand here, because everything raises; their
// hierarchy, constructors and methods are in objects/exceptions.ts.
import { Value, RAISED, NOTHING } from "../core/value";
import { Header, TYPE_BYTES, typeOf } from "../heap/header";
import { allocObject, refusedBytes, lockDepth, setLockDepth } from "../heap/allocator";
import { markValue, markObject, addRootMarker } from "../heap/collector";
import { interruptRequested, clearEvent, settleSteps, EVENT_INTERRUPT } from "../heap/events";
import { TypeObject } from "./type";
import { TupleObject, tupleNew, tupleOf1, emptyTuple } from "./tuple";
import { Text, strFormat, literalOf } from "./text";
import { strLiteral } from "./str";
import { osErrorArgs, osErrorType } from "./os_errors";
import { NONE } from "./singletons";
import { InstanceObject, isInstance } from "./instance_layout";

export const BaseException: usize = memory.data(TYPE_BYTES, 16);
export const Exception: usize = memory.data(TYPE_BYTES, 16);
export const ArithmeticError: usize = memory.data(TYPE_BYTES, 16);
export const AssertionError: usize = memory.data(TYPE_BYTES, 16);
export const AttributeError: usize = memory.data(TYPE_BYTES, 16);
export const BaseExceptionGroup: usize = memory.data(TYPE_BYTES, 16);
export const BlockingIOError: usize = memory.data(TYPE_BYTES, 16);
export const BrokenPipeError: usize = memory.data(TYPE_BYTES, 16);
export const BufferError: usize = memory.data(TYPE_BYTES, 16);
export const ChildProcessError: usize = memory.data(TYPE_BYTES, 16);
export const ConnectionError: usize = memory.data(TYPE_BYTES, 16);
export const ConnectionAbortedError: usize = memory.data(TYPE_BYTES, 16);
export const ConnectionRefusedError: usize = memory.data(TYPE_BYTES, 16);
export const ConnectionResetError: usize = memory.data(TYPE_BYTES, 16);
export const EOFError: usize = memory.data(TYPE_BYTES, 16);
export const ExceptionGroup: usize = memory.data(TYPE_BYTES, 16);
export const FileExistsError: usize = memory.data(TYPE_BYTES, 16);
export const FileNotFoundError: usize = memory.data(TYPE_BYTES, 16);
export const FloatingPointError: usize = memory.data(TYPE_BYTES, 16);
export const GeneratorExit: usize = memory.data(TYPE_BYTES, 16);
export const ImportError: usize = memory.data(TYPE_BYTES, 16);
export const IndentationError: usize = memory.data(TYPE_BYTES, 16);
export const IndexError: usize = memory.data(TYPE_BYTES, 16);
export const InterruptedError: usize = memory.data(TYPE_BYTES, 16);
export const IsADirectoryError: usize = memory.data(TYPE_BYTES, 16);
export const KeyError: usize = memory.data(TYPE_BYTES, 16);
export const KeyboardInterrupt: usize = memory.data(TYPE_BYTES, 16);
export const LookupError: usize = memory.data(TYPE_BYTES, 16);
export const MemoryError: usize = memory.data(TYPE_BYTES, 16);
export const ModuleNotFoundError: usize = memory.data(TYPE_BYTES, 16);
export const NameError: usize = memory.data(TYPE_BYTES, 16);
export const NotADirectoryError: usize = memory.data(TYPE_BYTES, 16);
export const NotImplementedError: usize = memory.data(TYPE_BYTES, 16);
export const OSError: usize = memory.data(TYPE_BYTES, 16);
export const OverflowError: usize = memory.data(TYPE_BYTES, 16);
export const PermissionError: usize = memory.data(TYPE_BYTES, 16);
export const ProcessLookupError: usize = memory.data(TYPE_BYTES, 16);
export const RecursionError: usize = memory.data(TYPE_BYTES, 16);
export const ReferenceError: usize = memory.data(TYPE_BYTES, 16);
export const RuntimeError: usize = memory.data(TYPE_BYTES, 16);
export const StopAsyncIteration: usize = memory.data(TYPE_BYTES, 16);
export const StopIteration: usize = memory.data(TYPE_BYTES, 16);
export const SyntaxError: usize = memory.data(TYPE_BYTES, 16);
export const SystemError: usize = memory.data(TYPE_BYTES, 16);
export const SystemExit: usize = memory.data(TYPE_BYTES, 16);
export const TabError: usize = memory.data(TYPE_BYTES, 16);
export const TimeoutError: usize = memory.data(TYPE_BYTES, 16);
export const TypeError: usize = memory.data(TYPE_BYTES, 16);
export const UnboundLocalError: usize = memory.data(TYPE_BYTES, 16);
export const UnicodeError: usize = memory.data(TYPE_BYTES, 16);
export const UnicodeDecodeError: usize = memory.data(TYPE_BYTES, 16);
export const UnicodeEncodeError: usize = memory.data(TYPE_BYTES, 16);
export const UnicodeTranslateError: usize = memory.data(TYPE_BYTES, 16);
export const ValueError: usize = memory.data(TYPE_BYTES, 16);
export const ViperTypeError: usize = memory.data(TYPE_BYTES, 16);
export const Warning: usize = memory.data(TYPE_BYTES, 16);
export const DeprecationWarning: usize = memory.data(TYPE_BYTES, 16);
export const UserWarning: usize = memory.data(TYPE_BYTES, 16);
export const RuntimeWarning: usize = memory.data(TYPE_BYTES, 16);
export const SyntaxWarning: usize = memory.data(TYPE_BYTES, 16);
export const FutureWarning: usize = memory.data(TYPE_BYTES, 16);
export const ZeroDivisionError: usize = memory.data(TYPE_BYTES, 16);

//  0      4      8     16         24     32       40        44       48
//  |klass |flags |args |traceback |cause |context |suppress |fields |
/** An instance of a built-in exception; for a Python class derived from one, the payload in its
 *  InstanceObject.native. exceptionPart() finds it in either. */
@unmanaged export class ExceptionObject extends Header {
  /** TupleObject of the constructor's arguments. */
  args: Value;
  /** NOTHING or a traceback object (vm/traceback.ts). */
  traceback: Value;
  /** __cause__: NOTHING (None) or an exception. */
  cause: Value;
  /** __context__: NOTHING (None) or an exception. */
  context: Value;
  /** __suppress_context__: 0 or 1. */
  suppress: u32;
  /** DictObject of further attributes (notes, name, obj, errno ...), 0: none. */
  fields: usize;
}

/** The exception that is being raised, an object's address: hundreds of places ask for it. 0:
 *  none. */
let pending: usize = 0;
/** "An exception is pending." */
@inline export function raised(): bool { return pending != 0; }
/** The pending exception, which stays pending. */
export function pendingException(): Value { return <u64>pending; }
/** Takes the pending exception: afterwards none is. */
export function takePending(): Value { const e = <u64>pending; pending = 0; return e; }
/** Makes an exception instance pending. Returns RAISED. */
export function raiseValue(exception: Value): Value { pending = <usize>exception; return RAISED; }
function markPending(): void { markObject(pending); }
export function errorsInit(): void { addRootMarker(markPending); }

/** micropython.alloc_emergency_exception_buf(n) was called: exceptions may be made while the heap
 *  is locked. */
let emergency: bool = false;
export function setEmergency(on: bool): void { emergency = on; }
/** Takes the lock off the heap for an exception, if that is wanted. Returns what closeHeap()
 *  wants. */
export function openHeap(): i32 {
  const locked = emergency ? lockDepth : 0;
  if (locked != 0) setLockDepth(0);
  return locked;
}
export function closeHeap(locked: i32): void { if (locked != 0) setLockDepth(locked); }

/** A new instance of a built-in exception type. RAISED, with the spare MemoryError pending, only if
 *  there is no memory even for that. */
export function exceptionNew(type: usize, args: Value): Value {
  const e = changetype<ExceptionObject>(allocObject(offsetof<ExceptionObject>()));
  if (changetype<usize>(e) == 0) return raiseSpare(outOfMemory);
  e.klass = type;
  e.flags = 0;
  e.args = args;
  e.traceback = NOTHING;
  e.cause = NOTHING;
  e.context = NOTHING;
  e.suppress = 0;
  e.fields = 0;
  return <u64>changetype<usize>(e);
}
/** mark slot of all exception types. */
export function exceptionMark(address: usize): void {
  const e = changetype<ExceptionObject>(address);
  markValue(e.args);
  markValue(e.traceback);
  markValue(e.cause);
  markValue(e.context);
  markObject(e.fields);
}
/** The ExceptionObject of an exception instance, also of a class derived in Python; 0: `v` is
 *  none. */
export function exceptionPart(v: Value): ExceptionObject {
  const native = changetype<TypeObject>(typeOf(v)).native;
  if (!(changetype<TypeObject>(native).typeFlags & 2)) return changetype<ExceptionObject>(0);
  return changetype<ExceptionObject>(isInstance(v)
    ? <usize>changetype<InstanceObject>(<usize>v).native : <usize>v);
}

/** Makes `type(message)` pending. Returns RAISED: callers write `return raise(...)`. `message` is a
 *  literal; for built messages raiseText. */
export function raise(type: usize, message: string): Value {
  const locked = openHeap(), text = strLiteral(message);
  if (text != RAISED) raiseArg(type, text);
  closeHeap(locked);
  return RAISED;
}
/** Makes `type(arg)` pending. Returns RAISED. */
export function raiseArg(type: usize, arg: Value): Value {
  const args = tupleOf1(arg);
  return args == RAISED ? RAISED : raiseArgs(type, args);
}
/** Makes `type(*args)` pending; args: a tuple. Returns RAISED. */
export function raiseArgs(type: usize, args: Value): Value {
  const e = exceptionNew(type, args);
  if (e != RAISED) raiseValue(e);
  return RAISED;
}
/** Makes `type(text)` pending and frees the text. Returns RAISED. */
export function raiseText(type: usize, message: Text): Value {
  const text = message.finish();
  return text == RAISED ? RAISED : raiseArg(type, text);
}
/** Makes `type(message)` pending, the message made of a template: Text.format. Returns RAISED. */
export function raiseFormat(type: usize, template: string, a: u64, b: u64 = 0, c: u64 = 0): Value {
  const locked = openHeap(), text = strFormat(template, a, b, c);
  if (text != RAISED) raiseArg(type, text);
  closeHeap(locked);
  return RAISED;
}
/** The same with one value, which most messages have. */
export function raiseWith(type: usize, template: string, a: u64): Value {
  return raiseFormat(type, template, a);
}
/** raise(type, before + str(name) + after); `name` a str. Returns RAISED. */
export function raiseNamed(type: usize, before: string, name: Value, after: string): Value {
  return raiseFormat(type, "%l%s%l", literalOf(before), name, literalOf(after));
}
/** raise(type, before + type name of v + after). Returns RAISED. */
export function raiseType(type: usize, before: string, v: Value, after: string): Value {
  return raiseNamed(type, before, changetype<TypeObject>(typeOf(v)).name, after);
}
/** Makes OSError(errno, message) pending, of the subclass for that number. Returns RAISED. */
export function raiseOS(errno: i32): Value {
  const args = osErrorArgs(errno);
  return args == RAISED ? RAISED : raiseArgs(osErrorType(errno), args);
}

/** A MemoryError that exists before it is needed. */
let outOfMemory: Value = NOTHING;
/** And a KeyboardInterrupt: a program that fills the heap is interrupted all the same. */
let interruption: Value = NOTHING;
/** Makes a spare exception pending. It may have been raised before: what it then learned is of no
 *  use now, and may be large. */
function raiseSpare(spare: Value): Value {
  if (spare != NOTHING) {
    const e = changetype<ExceptionObject>(<usize>spare);
    e.traceback = NOTHING;
    e.cause = NOTHING;
    e.context = NOTHING;
  }
  return raiseValue(spare);
}
/** Makes KeyboardInterrupt pending, with or without memory. Returns RAISED. */
export function raiseInterrupt(): Value {
  const e = exceptionNew(KeyboardInterrupt, emptyTuple());
  return e != RAISED ? raiseValue(e) : raiseSpare(interruption);
}
/** What a native that takes long asks every few thousand steps. True, with KeyboardInterrupt
 *  pending: it is to stop. */
export function interrupted(): bool {
  settleSteps();
  if (!interruptRequested()) return false;
  clearEvent(EVENT_INTERRUPT);
  raiseInterrupt();
  return true;
}
/** Its message is being made. */
let telling: bool = false;
/** Makes MemoryError pending. Never allocates when nothing is left. Returns RAISED. */
export function raiseNoMemory(bytes: u32): Value {
  // The message is refused memory, too.
  if (telling) return raiseSpare(outOfMemory);
  telling = true;
  const args = emptyTuple();
  const e = exceptionNew(MemoryError, args);
  if (e != RAISED) {
    const message = strFormat("memory allocation failed, allocating %d bytes", bytes);
    if (message != RAISED) {
      const one = tupleOf1(message);
      if (one != RAISED) changetype<ExceptionObject>(<usize>e).args = one;
    }
    raiseValue(e);
  }
  telling = false;
  return RAISED;
}
function markSpares(): void {
  markValue(outOfMemory);
  markValue(interruption);
}
/** Makes the spare exceptions. At boot, when tuples exist. */
export function errorsReady(): void {
  outOfMemory = exceptionNew(MemoryError, emptyTuple());
  interruption = exceptionNew(KeyboardInterrupt, emptyTuple());
  addRootMarker(markSpares);
}

/** True if `type` is `base` or derives from it (walks the method resolution order). */
export function isSubtype(type: usize, base: usize): bool {
  if (type == base) return true;
  const mro = changetype<TupleObject>(changetype<TypeObject>(type).mro);
  if (changetype<usize>(mro) == 0) {
    for (let t = type; t != 0; t = changetype<TypeObject>(t).base) if (t == base) return true;
    return false;
  }
  for (let i: u32 = 0; i < mro.length; i++) if (mro.at(i) == <u64>base) return true;
  return false;
}
/** Swallows the pending exception if it is of this type. Returns whether it was. */
export function catchPending(type: usize): bool {
  if (pending == 0 || !isSubtype(typeOf(<u64>pending), type)) return false;
  pending = 0;
  return true;
}
