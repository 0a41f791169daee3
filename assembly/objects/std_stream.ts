// sys.stdin, sys.stdout, sys.stderr: text streams over the host's, each with a `buffer` for bytes.
import { noteDone } from "../heap/running";
import { Value, RAISED, END, smallIntNew, WAIT } from "../core/value";
import { utf8SequenceLength } from "../core/utf8";
import { Header, TYPE_BYTES } from "../heap/header";
import { freeRaw, cellBytes } from "../heap/allocator";
import { rawNew } from "./object_new";
import { addRootMarker, markRaw } from "../heap/collector";
import { writeOut, flushOut, takeOutError, readIn, PENDING } from "../host";
import { Args } from "./args";
import { literalOf, Text } from "./text";
import { raise, raised, raiseOS, raiseWith, TypeError, OSError } from "./errors";
import { OBJECT_TYPE, TYPE_FINAL } from "./type";
import { typeBegin, NO_MARK } from "./builder";
import { NONE, boolValue } from "./singletons";
import { StrObject, strNew, internLiteral } from "./str";
import { bytesNew } from "./bytes";
import { intFromI64, indexOf } from "./int";
import { strPart } from "./protocol";
import { Buffer, BUFFER_BYTES, getBuffer } from "./buffer";
import { toHelper } from "./frozen";
import { waitStdin, maySuspend, takeResumed } from "./hooks";
import { selfIter } from "./iterators";

export const STREAM_TYPE: usize = memory.data(TYPE_BYTES, 16);
/** The six streams: text stdin, stdout, stderr, then their buffers. 16 bytes each; flags: 0..5. */
const STREAMS: usize = memory.data(16 * 6, 16);
/** The stream object: fd 0 to 2. */
export function stdStream(fd: i32): Value { return <u64>(STREAMS + (<usize>fd << 4)); }
@inline function fdOf(v: Value): i32 { return changetype<Header>(<usize>v).flags % 3; }
@inline function isText(v: Value): bool { return changetype<Header>(<usize>v).flags < 3; }

// ---- output ----

/** Writes the bytes of a StrObject to stdout or stderr. False with OSError pending. */
export function writeText(fd: i32, s: StrObject): bool {
  noteDone();
  const error = writeOut(fd, s.data, s.lengthBytes);
  if (error == 0) return true;
  raiseOS(-error);
  return false;
}
const BUFFER: usize = memory.data(BUFFER_BYTES, 8);
function stream_write(args: Args, n: i32): Value {
  const self = args.at(0), fd = fdOf(self);
  if (fd == 0) return raise(OSError, "not writable");
  if (isText(self)) {
    const s = strPart(args.at(1));
    if (changetype<usize>(s) == 0)
      return raiseWith(TypeError, "write() argument must be str, not %t", args.at(1));
    return writeText(fd, s) ? intFromI64(s.lengthChars) : RAISED;
  }
  const info = changetype<Buffer>(BUFFER);
  if (!getBuffer(args.at(1), info, false)) return RAISED;
  const bytes = info.lengthBytes;
  noteDone();
  const error = writeOut(fd, info.data, bytes);
  return error == 0 ? intFromI64(bytes) : raiseOS(-error);
}
function stream_flush(args: Args, n: i32): Value {
  if (fdOf(args.at(0)) == 0) return NONE;
  flushOut();
  const error = takeOutError();
  return error == 0 ? NONE : raiseOS(-error);
}

// ---- input ----

/** Bytes read from the host and not yet taken: raw cell, from inFrom to inTo. */
let input: usize = 0;
let inFrom: u32 = 0;
let inTo: u32 = 0;
let atEnd: bool = false;
function markInput(): void { markRaw(input); }
/** Results of fill. */
const FILLED: i32 = 0;
const FILL_WAIT: i32 = 1;
const FILL_END: i32 = 2;
const FILL_ERROR: i32 = 3;
/** Gets more bytes from the host. */
function fill(): i32 {
  if (inFrom != 0) {
    memory.copy(input, input + inFrom, inTo - inFrom);
    inTo -= inFrom;
    inFrom = 0;
  }
  if ((input == 0 || <usize>inTo == cellBytes(input)) && !makeRoom()) return FILL_ERROR;
  while (true) {
    noteDone();
    const n = readIn(input + inTo, <u32>cellBytes(input) - inTo);
    if (n > 0) { inTo += n; return FILLED; }
    if (n == 0) return FILL_END;
    if (n != PENDING) { raiseOS(-n); return FILL_ERROR; }
    if (maySuspend) return FILL_WAIT;
    raise(OSError, "input is not ready, and this code cannot be suspended");
    return FILL_ERROR;
  }
  return FILL_ERROR;
}
/** True if reading from stdin would not wait: there is input, or its end. Asks the host for input
 *  if there is none. */
export function inputReady(): bool {
  if (inFrom < inTo || input == 0 && !makeRoom()) return true;
  if (inFrom != 0) { inFrom = 0; inTo = 0; }
  noteDone();
  const n = readIn(input, <u32>cellBytes(input));
  if (n > 0) inTo = n;
  // Errors and the end are found out by who reads.
  return n != PENDING;
}
/** Makes room behind the input that is there. False with MemoryError pending. */
function makeRoom(): bool {
  const room = input == 0 ? 4096 : cellBytes(input) * 2;
  const fresh = rawNew(room);
  if (fresh == 0) return false;
  memory.copy(fresh, input, inTo);
  freeRaw(input);
  input = fresh;
  return true;
}
/** The next line with its newline, at most `limit` bytes (-1: no limit) as str or bytes; empty at
 *  the end. WAIT: come again. Raises OSError, MemoryError. */
export function readLine(limit: i64, text: bool): Value {
  let seen = inFrom;
  while (true) {
    for (; seen < inTo; seen++) {
      if (limit >= 0 && <i64>(seen - inFrom) >= limit && boundary(seen, text))
        return take(seen, text);
      if (load<u8>(input + seen) == 10) return take(seen + 1, text);
    }
    const offset = seen - inFrom;
    const state = fill();
    if (state == FILL_ERROR) return RAISED;
    if (state == FILL_WAIT) return waitStdin();
    seen = inFrom + offset;
    if (state == FILL_END) return take(inTo, text);
  }
  return RAISED;
}
/** A character begins here (always, for bytes). */
function boundary(at: u32, text: bool): bool {
  return !text || (load<u8>(input + at) & 0xc0) != 0x80;
}
/** Takes the bytes up to `to`. */
function take(to: u32, text: bool): Value {
  const from = inFrom;
  inFrom = to;
  return text ? strNew(input + from, to - from) : bytesNew(input + from, to - from);
}
function readAll(limit: i64, text: bool): Value {
  while (limit < 0 || enough(limit, text) < 0) {
    const state = fill();
    if (state == FILL_ERROR) return RAISED;
    if (state == FILL_WAIT) return waitStdin();
    if (state == FILL_END) return take(inTo, text);
  }
  return take(<u32>enough(limit, text), text);
}
/** Position behind `limit` characters or bytes; -1: there are not so many yet. */
function enough(limit: i64, text: bool): i64 {
  if (!text) return <i64>(inTo - inFrom) >= limit ? <i64>inFrom + limit : -1;
  let at = inFrom;
  for (let n: i64 = 0; n < limit; n++) {
    if (at >= inTo) return -1;
    at += utf8SequenceLength(load<u8>(input + at));
  }
  return at <= inTo ? at : -1;
}
/** Every method that reads begins here. */
function readable(self: Value): bool {
  // else the next native would take it that its wait is over
  takeResumed();
  if (fdOf(self) == 0) return true;
  raise(OSError, "not readable");
  return false;
}
function readSome(args: Args, n: i32, line: bool): Value {
  const limit = n < 2 || args.at(1) == NONE ? -1 : indexOf(args.at(1)), text = isText(args.at(0));
  if (raised() || !readable(args.at(0))) return RAISED;
  return line ? readLine(limit, text) : readAll(limit, text);
}
function stream_read(args: Args, n: i32): Value { return readSome(args, n, false); }
function stream_readline(args: Args, n: i32): Value { return readSome(args, n, true); }
function stream_readlines(args: Args, n: i32): Value {
  return toHelper("_io_readlines", args.at(0), n > 1 ? args.at(1) : NONE);
}
function stream_next(v: Value): Value {
  if (!readable(v)) return RAISED;
  const line = readLine(-1, isText(v));
  if (line == RAISED || line == WAIT) return line;
  const empty = isText(v) ? changetype<StrObject>(<usize>line).lengthBytes == 0
    : inFrom == inTo && isEmptyBytes(line);
  return empty ? END : line;
}
function isEmptyBytes(v: Value): bool { return changetype<StrObject>(<usize>v).lengthBytes == 0; }
function stream_fileno(args: Args, n: i32): Value { return smallIntNew(fdOf(args.at(0))); }
/** Streams that are terminals: bit fd. */
let terminals: i32 = 0;
export function setTerminals(bits: i32): void { terminals = bits; }
function stream_isatty(args: Args, n: i32): Value {
  return boolValue((terminals >> fdOf(args.at(0)) & 1) != 0);
}
function stream_readable(args: Args, n: i32): Value { return boolValue(fdOf(args.at(0)) == 0); }
function stream_writable(args: Args, n: i32): Value { return boolValue(fdOf(args.at(0)) != 0); }
function stream_close(args: Args, n: i32): Value { return NONE; }
function stream_enter(args: Args, n: i32): Value { return args.at(0); }
function stream_buffer(self: Value): Value {
  return <u64>(STREAMS + (<usize>(fdOf(self) + 3) << 4));
}
function stream_encoding(self: Value): Value { return internLiteral("utf-8"); }
function stream_name(self: Value): Value {
  const fd = fdOf(self);
  return internLiteral(fd == 0 ? "<stdin>" : fd == 1 ? "<stdout>" : "<stderr>");
}
function stream_repr(v: Value, out: Text): bool {
  const fd = fdOf(v);
  return out.format("<%l name='%s' mode='%c'>",
    literalOf(isText(v) ? "TextIOWrapper" : "FileIO"), stream_name(v), fd == 0 ? 114 : 119);
}

export function stdStreamInstall(): void {
  addRootMarker(markInput);
  for (let i = 0; i < 6; i++) {
    const h = changetype<Header>(STREAMS + (<usize>i << 4));
    h.klass = STREAM_TYPE;
    h.flags = i;
  }
  const t = typeBegin(STREAM_TYPE, "TextIOWrapper", OBJECT_TYPE, NO_MARK);
  t.flag(TYPE_FINAL);
  t.type().repr = stream_repr.index;
  t.type().iter = selfIter.index;
  t.type().next = stream_next.index;
  t.method("write", stream_write, 1, 1);
  t.method("flush", stream_flush, 0, 0);
  t.method("read", stream_read, 0, 1);
  t.method("readline", stream_readline, 0, 1);
  t.method("readlines", stream_readlines, 0, 1);
  t.method("fileno", stream_fileno, 0, 0);
  t.method("isatty", stream_isatty, 0, 0);
  t.method("readable", stream_readable, 0, 0);
  t.method("writable", stream_writable, 0, 0);
  t.method("close", stream_close, 0, 0);
  t.method("__enter__", stream_enter, 0, 0);
  t.method("__exit__", stream_close, 3, 3);
  t.attribute("buffer", stream_buffer);
  t.attribute("encoding", stream_encoding);
  t.attribute("name", stream_name);
}
