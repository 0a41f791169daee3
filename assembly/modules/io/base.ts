// io: the layout of streams in memory and the base classes IOBase, RawIOBase, BufferedIOBase,
// TextIOBase.
//
// Classes of the program derive from the bases and bring read, readinto, write ...; what the bases
// add to them (readline, iteration, writelines) calls those methods, so it runs as frozen helpers.
import { Value, RAISED, NOTHING, NOT_HANDLED, END, smallIntNew } from "../../core/value";
import { Header, TYPE_BYTES, typeOf, isExactly } from "../../heap/header";
import { objectZeroed } from "../../objects/object_new";
import { markValue } from "../../heap/collector";
import {
  raise, raised, raiseWith, catchPending, TypeError, ValueError, StopIteration,
} from "../../objects/errors";
import { UNSUPPORTED_OPERATION } from "../../objects/module_errors";
import { Args } from "../../objects/args";
import { typeBegin } from "../../objects/builder";
import { OBJECT_TYPE, TypeObject, UN_INDEX } from "../../objects/type";
import { NONE, FALSE, boolValue } from "../../objects/singletons";
import { payloadOf, convertTry } from "../../objects/protocol";
import { indexOf, intPart } from "../../objects/int";
import { ListObject, listNew, listAppend } from "../../objects/list";
import { getAttr } from "../../objects/attributes";
import { StrObject, STR_TYPE, internLiteral } from "../../objects/str";
import { frozenHelper, argsToHelper, toHelper } from "../../objects/frozen";
import { call1, tailArg, tailCall } from "../../objects/hooks";

export const IO_BASE_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const RAW_IO_BASE_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const BUFFERED_IO_BASE_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const TEXT_IO_BASE_TYPE: usize = memory.data(TYPE_BYTES, 16);

//  0      4      8       16        20    24      28
//  |klass |flags |buffer |position |chars|newline|
/** Any stream of this module; for instances of the bases only `flags` is used. */
@unmanaged export class StreamObject extends Header {
  /** A bytearray: what BytesIO holds, or the UTF-8 text of StringIO. NOTHING: none. */
  buffer: Value;
  /** Where reading and writing go on. BytesIO: bytes; StringIO: characters. May lie beyond the
   *  end. */
  position: u32;
  /** StringIO: the byte offset of `position`, if that is not beyond the end. */
  offset: u32;
  /** StringIO: length of the text. Unit: characters. */
  chars: u32;
  /** StringIO: NEWLINE_*. */
  newline: u32;
}
/** flags */
export const STREAM_CLOSED: u32 = 1;

export function streamMark(address: usize): void {
  markValue(changetype<StreamObject>(address).buffer);
}
/** A stream without buffer. Returns 0 with MemoryError pending. */
export function streamNew(type: usize): StreamObject {
  return changetype<StreamObject>(objectZeroed(type, offsetof<StreamObject>()));
}
/** The stream that `v` is or holds. */
export function streamPart(v: Value): StreamObject {
  return changetype<StreamObject>(payloadOf(v, IO_BASE_TYPE));
}
/** False with ValueError pending if it is closed. */
export function streamOpen(s: StreamObject): bool {
  if (!(s.flags & STREAM_CLOSED)) return true;
  raise(ValueError, "I/O operation on closed file");
  return false;
}

/** A size argument: None and below 0 mean all. Raises TypeError: test raised(). */
export function sizeArgument(v: Value): i64 {
  if (isNone(v)) return -1;
  if (intPart(v) == NOTHING && convertTry(UN_INDEX, v) == NOT_HANDLED) {
    raiseWith(TypeError, "argument should be integer or None, not '%t'", v);
    return 0;
  }
  return indexOf(v);
}
/** The optional size that methods take. */
export function sizeOf(args: Args, n: i32): i64 { return n > 1 ? sizeArgument(args.at(1)) : -1; }
function base_new(args: Args, n: i32): Value {
  const s = streamNew(IO_BASE_TYPE);
  return changetype<usize>(s) == 0 ? RAISED : <u64>changetype<usize>(s);
}
function base_init(args: Args, n: i32): Value { return NONE; }
/** Bases as types of their own cannot be told apart by their payload: each has its constructor. */
function raw_new(args: Args, n: i32): Value { return retype(base_new(args, n), RAW_IO_BASE_TYPE); }
function buffered_new(args: Args, n: i32): Value {
  return retype(base_new(args, n), BUFFERED_IO_BASE_TYPE);
}
function text_new(args: Args, n: i32): Value {
  return retype(base_new(args, n), TEXT_IO_BASE_TYPE);
}
function retype(v: Value, type: usize): Value {
  if (v != RAISED) changetype<StreamObject>(<usize>v).klass = type;
  return v;
}

// ---- methods of all streams: self may be an instance of a Python class ----

function base_close(args: Args, n: i32): Value {
  const s = streamPart(args.at(0));
  if (s.flags & STREAM_CLOSED) return NONE;
  s.flags |= STREAM_CLOSED;
  return NONE;
}
function base_closed(v: Value): Value {
  return boolValue((streamPart(v).flags & STREAM_CLOSED) != 0);
}
/** flush, __enter__, __iter__, isatty ... want an open stream. */
function base_flush(args: Args, n: i32): Value {
  return streamOpen(streamPart(args.at(0))) ? NONE : RAISED;
}
export function base_self(args: Args, n: i32): Value {
  return streamOpen(streamPart(args.at(0))) ? args.at(0) : RAISED;
}
export function base_false(args: Args, n: i32): Value {
  return streamOpen(streamPart(args.at(0))) ? FALSE : RAISED;
}
/** __exit__: calls close(), which the class may have overridden. */
function base_exit(args: Args, n: i32): Value {
  const close = getAttr(args.at(0), internLiteral("close"));
  return close == RAISED ? RAISED : tailCall(close, 0);
}
export function unsupported(name: string): Value { return raise(UNSUPPORTED_OPERATION, name); }
function base_seek(args: Args, n: i32): Value { return unsupported("seek"); }
function base_tell(args: Args, n: i32): Value {
  // seek(0, 1), if the class has it
  const seek = getAttr(args.at(0), internLiteral("seek"));
  if (seek == RAISED) return RAISED;
  tailArg(0, smallIntNew(0));
  tailArg(1, smallIntNew(1));
  return tailCall(seek, 2);
}
function base_truncate(args: Args, n: i32): Value { return unsupported("truncate"); }
function base_fileno(args: Args, n: i32): Value { return unsupported("fileno"); }
function base_detach(args: Args, n: i32): Value { return unsupported("detach"); }
function base_read(args: Args, n: i32): Value { return unsupported("read"); }
function base_write(args: Args, n: i32): Value { return unsupported("write"); }
function base_readline_none(args: Args, n: i32): Value { return unsupported("readline"); }

/** Has a helper called with self and the argument behind it, None if that is left out. */
function oneToHelper(name: string, args: Args, n: i32): Value {
  return toHelper(name, args.at(0), n > 1 ? args.at(1) : NONE);
}
function base_readline(args: Args, n: i32): Value { return oneToHelper("_io_readline", args, n); }
function base_readlines(args: Args, n: i32): Value { return oneToHelper("_io_readlines", args, n); }
export function base_writelines(args: Args, n: i32): Value {
  return streamOpen(streamPart(args.at(0))) ? argsToHelper("_io_writelines", args, n) : RAISED;
}
function base_next(args: Args, n: i32): Value { return argsToHelper("_io_next", args, n); }
function raw_read(args: Args, n: i32): Value { return oneToHelper("_io_raw_read", args, n); }
function raw_readall(args: Args, n: i32): Value { return argsToHelper("_io_raw_readall", args, n); }
function buffered_readinto(args: Args, n: i32): Value {
  return toHelper("_io_buffered_readinto", args.at(0), args.at(1), n > 2 ? args.at(2) : NONE);
}

/** Length of a line that was read: a str or bytes. Unit: characters, bytes. */
export function lengthOfLine(v: Value): u32 {
  const s = changetype<StrObject>(<usize>v);
  return isExactly(v, STR_TYPE) ? s.lengthChars : s.lengthBytes;
}
/** readlines(hint) of streams that have no Python class: lines until `hint` is reached. */
export function stream_readlines(args: Args, n: i32): Value {
  const v = args.at(0), hint = sizeOf(args, n);
  if (raised()) return RAISED;
  const out = listNew(0);
  if (out == RAISED) return RAISED;
  const step = changetype<TypeObject>(typeOf(v)).next;
  let sum: i64 = 0;
  while (true) {
    const line = call_indirect<Value>(step, v);
    if (line == END) return out;
    if (line == RAISED || !listAppend(changetype<ListObject>(<usize>out), line)) return RAISED;
    sum += lengthOfLine(line);
    if (hint > 0 && sum >= hint) return out;
  }
}

/** iter slot. */
function base_iter(v: Value): Value { return streamOpen(streamPart(v)) ? v : RAISED; }
/** next slot, for streams that have no Python class. A safepoint. */
function base_nextSlot(v: Value): Value {
  const f = frozenHelper("_io_next");
  if (f == RAISED) return RAISED;
  const r = call1(f, v);
  return r == RAISED && catchPending(StopIteration) ? END : r;
}

/** Builds the bases. At boot. */
export function ioBaseInstall(): void {
  const t = typeBegin(IO_BASE_TYPE, "IOBase", OBJECT_TYPE, streamMark);
  t.type().iter = base_iter.index;
  t.type().next = base_nextSlot.index;
  t.construct(base_new, 0, -1);
  t.method("__init__", base_init, 0, -1);
  t.rawMethod("close", base_close, 0, 0);
  t.attribute("closed", base_closed);
  t.rawMethod("flush", base_flush, 0, 0);
  t.rawMethod("readable", base_false, 0, 0);
  t.rawMethod("writable", base_false, 0, 0);
  t.rawMethod("seekable", base_false, 0, 0);
  t.rawMethod("isatty", base_false, 0, 0);
  t.rawMethod("fileno", base_fileno, 0, 0);
  t.rawMethod("seek", base_seek, 1, 2);
  t.rawMethod("tell", base_tell, 0, 0);
  t.rawMethod("truncate", base_truncate, 0, 1);
  t.rawMethod("readline", base_readline, 0, 1);
  t.rawMethod("readlines", base_readlines, 0, 1);
  t.rawMethod("writelines", base_writelines, 1, 1);
  t.rawMethod("__iter__", base_self, 0, 0);
  t.rawMethod("__next__", base_next, 0, 0);
  t.rawMethod("__enter__", base_self, 0, 0);
  t.rawMethod("__exit__", base_exit, 0, 3);

  const raw = typeBegin(RAW_IO_BASE_TYPE, "RawIOBase", IO_BASE_TYPE, streamMark);
  raw.construct(raw_new, 0, -1);
  raw.rawMethod("read", raw_read, 0, 1);
  raw.rawMethod("readall", raw_readall, 0, 0);
  const buffered = typeBegin(BUFFERED_IO_BASE_TYPE, "BufferedIOBase", IO_BASE_TYPE, streamMark);
  buffered.construct(buffered_new, 0, -1);
  buffered.rawMethod("read", base_read, 0, 1);
  buffered.rawMethod("read1", base_read, 0, 1);
  buffered.rawMethod("write", base_write, 1, 1);
  buffered.rawMethod("readinto", buffered_readinto, 1, 2);
  buffered.rawMethod("detach", base_detach, 0, 0);
  const text = typeBegin(TEXT_IO_BASE_TYPE, "TextIOBase", IO_BASE_TYPE, streamMark);
  text.construct(text_new, 0, -1);
  text.rawMethod("read", base_read, 0, 1);
  text.rawMethod("write", base_write, 1, 1);
  text.rawMethod("readline", base_readline_none, 0, 1);
  text.rawMethod("detach", base_detach, 0, 0);
}
/** True if an argument was left out or is None. */
export function isNone(v: Value): bool { return v == NOTHING || v == NONE; }
