// Exceptions: the hierarchy, constructors, attributes and methods. Layout and raising: errors.ts;
// the text forms: exception_text.ts; groups: exception_group.ts.
//
// All exception types share one constructor, which looks at the class asked for. Named attributes
// (errno, name, msg ...) lie in ExceptionObject.fields, where attribute look-up finds them;
// exceptionDefault() answers for those that were not set. Behaviour:
// docs.python.org/3/library/exceptions.html.
import { Value, RAISED, NOTHING, smallInt, isSmallInt } from "../core/value";
import { typeOf } from "../heap/header";
import {
  BaseException, Exception, ArithmeticError, AssertionError, AttributeError, BaseExceptionGroup,
  BlockingIOError, BrokenPipeError, BufferError, ChildProcessError, ConnectionError,
  ConnectionAbortedError, ConnectionRefusedError, ConnectionResetError, EOFError, ExceptionGroup,
  FileExistsError, FileNotFoundError, FloatingPointError, GeneratorExit, ImportError,
  IndentationError, IndexError, InterruptedError, IsADirectoryError, KeyError, KeyboardInterrupt,
  LookupError, MemoryError, ModuleNotFoundError, NameError, NotADirectoryError, NotImplementedError,
  OSError, OverflowError, PermissionError, ProcessLookupError, RecursionError, ReferenceError,
  RuntimeError, StopAsyncIteration, StopIteration, SyntaxError, SystemError, SystemExit, TabError,
  TimeoutError, TypeError, UnboundLocalError, UnicodeError, UnicodeDecodeError, UnicodeEncodeError,
  UnicodeTranslateError, ValueError, ViperTypeError, Warning, DeprecationWarning, UserWarning,
  RuntimeWarning, SyntaxWarning, FutureWarning, ZeroDivisionError, ExceptionObject, exceptionNew,
  openHeap, closeHeap,
  exceptionMark, exceptionPart, isSubtype, raise, raised, raiseWith, raiseFormat,
} from "./errors";
import { Args } from "./args";
import { TupleObject, TUPLE_TYPE, tupleNew } from "./tuple";
import { TableObject, tableNext, tableEntry, entryKey, entryValue } from "./table";
import { TypeObject, OBJECT_TYPE, TYPE_HEAP, TYPE_EXCEPTION } from "./type";
import { TypeBuilder, typeBegin } from "./builder";
import { NONE, TRUE, FALSE, boolValue } from "./singletons";
import { payloadOf, strPart } from "./protocol";
import { tupleFrom } from "./sequence";
import { osErrorType } from "./os_errors";
import { literalOf } from "./text";
import { toHelper } from "./frozen";
import { exceptionField, exceptionSetField } from "./exception_fields";
import { exception_repr, exception_str, keyError_str, osError_str, syntaxError_str,
  unicodeError_str, importError_str } from "./exception_text";
import { groupInstall, fillGroup } from "./exception_group";
import {
  S_name, S_path, S_obj, S_msg, S_errno, S_strerror, S_filename, S_filename2, S_lineno, S_offset,
  S_text, S_end_lineno, S_end_offset, S_print_file_and_line, S_value, S_code, S_encoding, S_object,
  S_start, S_end, S_reason,
} from "./names";

@inline function argsOf(e: ExceptionObject): TupleObject {
  return changetype<TupleObject>(<usize>e.args);
}
@inline function arg(e: ExceptionObject, i: u32): Value {
  return i < argsOf(e).length ? argsOf(e).at(i) : NOTHING;
}

// ---- making ----

/** T(...) for all exception types, and T.__new__. */
function exception_construct(args: Args, n: i32): Value {
  const locked = openHeap(), v = construct(args, n);
  closeHeap(locked);
  return v;
}
function construct(args: Args, n: i32): Value {
  const cls = <usize>args.at(0), t = changetype<TypeObject>(cls);
  let type = t.typeFlags & TYPE_HEAP ? t.native : cls;
  const row = tupleNew(changetype<usize>(args) + 8, n - 1);
  if (row == RAISED) return RAISED;
  if (cls == OSError && n >= 3 && isSmallInt(args.at(1)))
    type = osErrorType(<i32>smallInt(args.at(1)));
  const v = exceptionNew(type, row);
  if (v == RAISED) return raise(MemoryError, "");
  const e = changetype<ExceptionObject>(<usize>v);
  // The keywords of a class in Python are its __init__'s business.
  const heap = (t.typeFlags & TYPE_HEAP) != 0;
  if (isSubtype(cls, BaseExceptionGroup)) return fillGroup(e, cls, args, n) ? v : RAISED;
  return fill(e, cls, heap ? NOTHING : args.at(n), !heap) ? v : RAISED;
}
/** T.__init__(self, ...). */
function exception_init(args: Args, n: i32): Value {
  const self = args.at(0), e = exceptionPart(self);
  const row = tupleNew(changetype<usize>(args) + 8, n - 1);
  if (row == RAISED) return RAISED;
  const type = typeOf(self);
  if (isSubtype(type, BaseExceptionGroup)) return NONE;
  e.args = row;
  return fill(e, type, args.at(n), true) ? NONE : RAISED;
}
/** Sets the named attributes that follow from the arguments. strict: wrong arguments raise. */
function fill(e: ExceptionObject, type: usize, kwargs: Value, strict: bool): bool {
  const n = argsOf(e).length;
  if (kwargs != NOTHING && changetype<TableObject>(<usize>kwargs).used != 0 && !fillKeywords(e,
      type, kwargs)) {
    return false;
  }
  if (isSubtype(type, OSError)) return fillOS(e, n);
  if (isSubtype(type, ImportError)) return n != 1 || exceptionSetField(e, S_msg, arg(e, 0));
  if (isSubtype(type, SyntaxError)) return fillSyntax(e, n);
  const skip = skipped(type);
  if (skip < 0 || n == 5 - <u32>skip)
    return skip < 0 || setFields(e, UNICODE_FIELDS + (skip << 2), e.args, n);
  // The constructor of a class that has an __init__ of its own gets what it likes.
  if (strict) raiseFormat(TypeError, "function takes exactly %d arguments (%d given)", 5 - skip, n);
  return !strict;
}
/** How many of UNICODE_FIELDS the arguments of a UnicodeError of this type leave out; -1: it has
 *  none. */
function skipped(type: usize): i32 {
  return isSubtype(type, UnicodeTranslateError) ? 1
    : isSubtype(type, UnicodeDecodeError) || isSubtype(type, UnicodeEncodeError) ? 0 : -1;
}

// ---- tables of fields ----

/** Names (addresses of strs) of the fields that arguments stand for, in the arguments' order; 0:
 *  none. 4 bytes each. */
const OS_FIELDS: usize = memory.data(5 * 4, 4);
const SYNTAX_FIELDS: usize = memory.data(7 * 4, 4);
const UNICODE_FIELDS: usize = memory.data(5 * 4, 4);
function nameFields(): void {
  store<u32>(OS_FIELDS, S_errno); store<u32>(OS_FIELDS, S_strerror, 4);
  store<u32>(OS_FIELDS, S_filename, 8);
  store<u32>(OS_FIELDS, S_filename2, 16);
  store<u32>(SYNTAX_FIELDS, S_filename); store<u32>(SYNTAX_FIELDS, S_lineno, 4);
  store<u32>(SYNTAX_FIELDS, S_offset, 8);
  store<u32>(SYNTAX_FIELDS, S_text, 12); store<u32>(SYNTAX_FIELDS, S_end_lineno, 16);
  store<u32>(SYNTAX_FIELDS, S_end_offset, 20); store<u32>(SYNTAX_FIELDS, S_print_file_and_line, 24);
  store<u32>(UNICODE_FIELDS, S_encoding); store<u32>(UNICODE_FIELDS, S_object, 4);
  store<u32>(UNICODE_FIELDS, S_start, 8);
  store<u32>(UNICODE_FIELDS, S_end, 12); store<u32>(UNICODE_FIELDS, S_reason, 16);
}
/** Sets the first `count` fields of a table to the items of a tuple. None is what they are
 *  without. */
function setFields(e: ExceptionObject, names: usize, row: Value, count: u32): bool {
  for (let i: u32 = 0; i < count; i++) {
    const name = load<u32>(names + (<usize>i << 2)), v = changetype<TupleObject>(<usize>row).at(i);
    if (name == 0 || (v == NONE && exceptionField(e, name) == NOTHING)) continue;
    if (!exceptionSetField(e, name, v)) return false;
  }
  return true;
}
/** Number of a name in a table of `count` fields; -1: it is not there. */
function fieldNumber(names: usize, count: i32, name: usize): i32 {
  while (--count >= 0 && load<u32>(names + (<usize>count << 2)) != <u32>name) {}
  return count;
}

/** name=, path=, obj= of ImportError, AttributeError, NameError; others take no keywords. */
function fillKeywords(e: ExceptionObject, type: usize, kwargs: Value): bool {
  const words = changetype<TableObject>(<usize>kwargs);
  const second = isSubtype(type, ImportError) ? S_path : isSubtype(type, AttributeError) ? S_obj
    : isSubtype(type, NameError) ? S_name : 0;
  if (second == 0) {
    raiseWith(TypeError, "%s() takes no keyword arguments", changetype<TypeObject>(type).name);
    return false;
  }
  for (let n = tableNext(words, 0); n >= 0; n = tableNext(words, n + 1)) {
    const entry = tableEntry(words, n), key = <usize>entryKey(entry);
    if (key != S_name && key != second) {
      raiseFormat(TypeError, "'%s' is an invalid keyword argument for %n()", key, type);
      return false;
    }
    if (!exceptionSetField(e, key, entryValue(entry))) return false;
  }
  return true;
}
/** OSError(errno, strerror[, filename[, winerror[, filename2]]]): args keeps two. */
function fillOS(e: ExceptionObject, n: u32): bool {
  if (n < 2 || n > 5) return true;
  if (!setFields(e, OS_FIELDS, e.args, n)) return false;
  if (n == 2) return true;
  const two = tupleNew(argsOf(e).items(), 2);
  if (two == RAISED) return false;
  e.args = two;
  return true;
}
/** SyntaxError(msg, (filename, lineno, offset, text[, end_lineno, end_offset])). */
function fillSyntax(e: ExceptionObject, n: u32): bool {
  if (n == 0) return true;
  if (!exceptionSetField(e, S_msg, arg(e, 0))) return false;
  if (n != 2) return true;
  const row = payloadOf(arg(e, 1), TUPLE_TYPE);
  if (row == 0) return true;
  const t = changetype<TupleObject>(row);
  if (t.length != 4 && t.length != 6) {
    raise(TypeError, t.length < 4 ? "function missing required argument 'filename' (pos 1)"
      : "end_offset must be provided when end_lineno is provided");
    return false;
  }
  return setFields(e, SYNTAX_FIELDS, <u64>row, t.length);
}

// ---- attributes ----

/** A named attribute of an exception that does not lie in the object itself; NOTHING: there is none
 *  of this name. For attribute look-up. */
export function exceptionAttribute(v: Value, name: usize): Value {
  const e = exceptionPart(v), type = typeOf(v);
  const own = exceptionField(e, name);
  if (own != NOTHING) return own;
  const first = arg(e, 0);
  if (name == S_value) {
    return isSubtype(type, StopIteration) || !(changetype<TypeObject>(type).typeFlags & TYPE_HEAP)
      ? (first == NOTHING ? NONE : first) : NOTHING;
  }
  if (isSubtype(type, OSError)) {
    const i = fieldNumber(OS_FIELDS, 5, name);
    if (i == 0 && isSmallInt(first)) return first;
    if (i >= 0) return i == 1 && argsOf(e).length == 2 ? arg(e, 1) : NONE;
  }
  if (name == S_code && isSubtype(type, SystemExit)) {
    return argsOf(e).length > 1 ? e.args : first == NOTHING ? NONE : first;
  }
  if (isSubtype(type, ImportError) && (name == S_name || name == S_path || name == S_msg))
    return NONE;
  if (isSubtype(type, AttributeError) && (name == S_name || name == S_obj)) return NONE;
  if (isSubtype(type, NameError) && name == S_name) return NONE;
  if (isSubtype(type, SyntaxError)) return syntaxField(e, name);
  if (isSubtype(type, UnicodeError)) return unicodeField(e, type, name);
  return NOTHING;
}
/** Fields of a SyntaxError that the compiler raised: they lie in its arguments. */
function syntaxField(e: ExceptionObject, name: usize): Value {
  const first = arg(e, 0);
  if (name == S_msg) return first == NOTHING ? NONE : first;
  const i = fieldNumber(SYNTAX_FIELDS, 7, name);
  if (i < 0) return NOTHING;
  const row = argsOf(e).length == 2 ? payloadOf(arg(e, 1), TUPLE_TYPE) : 0;
  return row != 0 && <u32>i < changetype<TupleObject>(row).length
    ? changetype<TupleObject>(row).at(i) : NONE;
}
/** Fields of a UnicodeError that a codec raised. */
function unicodeField(e: ExceptionObject, type: usize, name: usize): Value {
  const skip = max<i32>(skipped(type), 0), i = fieldNumber(UNICODE_FIELDS, 5, name);
  return i < skip || argsOf(e).length != 5 - skip ? NOTHING : argsOf(e).at(i - skip);
}
@inline function part(v: Value): ExceptionObject { return changetype<ExceptionObject>(<usize>v); }
@inline function orNone(v: Value): Value { return v == NOTHING ? NONE : v; }
function exception_args(self: Value): Value { return part(self).args; }
function exception_setArgs(self: Value, v: Value): bool {
  if (v == NOTHING) { raise(TypeError, "args may not be deleted"); return false; }
  const row = tupleFrom(v);
  if (row == RAISED) return false;
  part(self).args = row;
  return true;
}
function exception_cause(self: Value): Value { return orNone(part(self).cause); }
function exception_setCause(self: Value, v: Value): bool {
  if (!mayChain(v, "cause")) return false;
  part(self).cause = v == NONE ? NOTHING : v;
  part(self).suppress = 1;
  return true;
}
/** Is `v` to be set as __cause__ or __context__? */
function mayChain(v: Value, name: string): bool {
  if (v == NONE || (v != NOTHING && changetype<usize>(exceptionPart(v)) != 0)) return true;
  raiseWith(TypeError, v == NOTHING ? "__%l__ may not be deleted"
    : "exception %l must be None or derive from BaseException", literalOf(name));
  return false;
}
function exception_context(self: Value): Value { return orNone(part(self).context); }
function exception_setContext(self: Value, v: Value): bool {
  if (!mayChain(v, "context")) return false;
  part(self).context = v == NONE ? NOTHING : v;
  return true;
}
function exception_suppress(self: Value): Value { return boolValue(part(self).suppress != 0); }
function exception_setSuppress(self: Value, v: Value): bool {
  if (v != TRUE && v != FALSE) {
    raise(TypeError, "attribute value type must be bool");
    return false;
  }
  part(self).suppress = v == TRUE ? 1 : 0;
  return true;
}
function exception_traceback(self: Value): Value { return orNone(part(self).traceback); }
function exception_setTraceback(self: Value, v: Value): bool {
  if (v == NOTHING || (v != NONE && !isTraceback(v))) {
    raise(TypeError, v == NOTHING ? "__traceback__ may not be deleted"
      : "__traceback__ must be a traceback or None");
    return false;
  }
  part(self).traceback = v == NONE ? NOTHING : v;
  return true;
}
/** A traceback object of the VM: known by its type's name, as that type stands in a higher
 *  layer. */
function isTraceback(v: Value): bool {
  const name = strPart(changetype<TypeObject>(typeOf(v)).name);
  return name.lengthBytes == 9 && !(changetype<TypeObject>(typeOf(v)).typeFlags & TYPE_HEAP)
    && load<u64>(name.data) == 0x6361626563617274;                      // "tracebac"
}
function exception_withTraceback(args: Args, n: i32): Value {
  const e = exceptionPart(args.at(0));
  return exception_setTraceback(<u64>changetype<usize>(e), args.at(1)) ? args.at(0) : RAISED;
}
function exception_addNote(args: Args, n: i32): Value {
  const self = args.at(0), note = args.at(1);
  if (changetype<usize>(strPart(note)) == 0)
    return raiseWith(TypeError, "note must be a str, not '%t'", note);
  return toHelper("_add_note", self, note);
}

// ---- the types ----

/** Begins an exception type. */
function begin(type: usize, name: string, base: usize): TypeBuilder {
  const t = typeBegin(type, name, base, exceptionMark);
  t.flag(TYPE_EXCEPTION);
  return t;
}
export function exceptionsInstall(): void {
  nameFields();
  const t = begin(BaseException, "BaseException", OBJECT_TYPE);
  t.constructDef(exception_construct, "*args,**");
  t.rawDef("__init__", exception_init, "*args,**");
  t.type().repr = exception_repr.index;
  t.type().str = exception_str.index;
  t.attributeSet("args", exception_args, exception_setArgs);
  t.attributeSet("__cause__", exception_cause, exception_setCause);
  t.attributeSet("__context__", exception_context, exception_setContext);
  t.attributeSet("__suppress_context__", exception_suppress, exception_setSuppress);
  t.attributeSet("__traceback__", exception_traceback, exception_setTraceback);
  t.rawMethod("with_traceback", exception_withTraceback, 1, 1);
  t.rawMethod("add_note", exception_addNote, 1, 1);
  begin(Exception, "Exception", BaseException);
  begin(GeneratorExit, "GeneratorExit", BaseException);
  begin(KeyboardInterrupt, "KeyboardInterrupt", BaseException);
  begin(SystemExit, "SystemExit", BaseException);
  begin(ArithmeticError, "ArithmeticError", Exception);
  begin(FloatingPointError, "FloatingPointError", ArithmeticError);
  begin(OverflowError, "OverflowError", ArithmeticError);
  begin(ZeroDivisionError, "ZeroDivisionError", ArithmeticError);
  begin(AssertionError, "AssertionError", Exception);
  begin(AttributeError, "AttributeError", Exception);
  begin(BufferError, "BufferError", Exception);
  begin(EOFError, "EOFError", Exception);
  begin(ImportError, "ImportError", Exception).type().str = importError_str.index;
  begin(ModuleNotFoundError, "ModuleNotFoundError", ImportError);
  begin(LookupError, "LookupError", Exception);
  begin(IndexError, "IndexError", LookupError);
  begin(KeyError, "KeyError", LookupError).type().str = keyError_str.index;
  begin(MemoryError, "MemoryError", Exception);
  begin(NameError, "NameError", Exception);
  begin(UnboundLocalError, "UnboundLocalError", NameError);
  begin(OSError, "OSError", Exception).type().str = osError_str.index;
  begin(BlockingIOError, "BlockingIOError", OSError);
  begin(ChildProcessError, "ChildProcessError", OSError);
  begin(ConnectionError, "ConnectionError", OSError);
  begin(BrokenPipeError, "BrokenPipeError", ConnectionError);
  begin(ConnectionAbortedError, "ConnectionAbortedError", ConnectionError);
  begin(ConnectionRefusedError, "ConnectionRefusedError", ConnectionError);
  begin(ConnectionResetError, "ConnectionResetError", ConnectionError);
  begin(FileExistsError, "FileExistsError", OSError);
  begin(FileNotFoundError, "FileNotFoundError", OSError);
  begin(InterruptedError, "InterruptedError", OSError);
  begin(IsADirectoryError, "IsADirectoryError", OSError);
  begin(NotADirectoryError, "NotADirectoryError", OSError);
  begin(PermissionError, "PermissionError", OSError);
  begin(ProcessLookupError, "ProcessLookupError", OSError);
  begin(TimeoutError, "TimeoutError", OSError);
  begin(ReferenceError, "ReferenceError", Exception);
  begin(RuntimeError, "RuntimeError", Exception);
  begin(NotImplementedError, "NotImplementedError", RuntimeError);
  begin(RecursionError, "RecursionError", RuntimeError);
  begin(StopIteration, "StopIteration", Exception);
  begin(StopAsyncIteration, "StopAsyncIteration", Exception);
  begin(SyntaxError, "SyntaxError", Exception).type().str = syntaxError_str.index;
  begin(IndentationError, "IndentationError", SyntaxError);
  begin(TabError, "TabError", IndentationError);
  begin(SystemError, "SystemError", Exception);
  begin(TypeError, "TypeError", Exception);
  begin(ViperTypeError, "ViperTypeError", TypeError);
  begin(ValueError, "ValueError", Exception);
  begin(UnicodeError, "UnicodeError", ValueError);
  begin(UnicodeDecodeError, "UnicodeDecodeError", UnicodeError).type().str = unicodeError_str.index;
  begin(UnicodeEncodeError, "UnicodeEncodeError", UnicodeError).type().str = unicodeError_str.index;
  begin(UnicodeTranslateError, "UnicodeTranslateError", UnicodeError).type().str =
    unicodeError_str.index;
  begin(Warning, "Warning", Exception);
  begin(DeprecationWarning, "DeprecationWarning", Warning);
  begin(UserWarning, "UserWarning", Warning);
  begin(RuntimeWarning, "RuntimeWarning", Warning);
  begin(SyntaxWarning, "SyntaxWarning", Warning);
  begin(FutureWarning, "FutureWarning", Warning);
  groupInstall(begin(BaseExceptionGroup, "BaseExceptionGroup", BaseException));
  begin(ExceptionGroup, "ExceptionGroup", BaseExceptionGroup);
  lastException = ExceptionGroup;
}
/** The newest of the built-in exceptions: from here nextStatic leads through all of them to
 *  BaseException. */
export let lastException: usize = 0;
