// The types of open files and their methods: TextIOWrapper and FileIO.
// Behaviour: docs.python.org/3/library/io.html.
import { noteDone } from "../../heap/running";
import { Value, RAISED, NOTHING, END, smallIntNew } from "../../core/value";
import { raised, raiseNoMemory, raiseOS, raiseWith, TypeError } from "../../objects/errors";
import { Args } from "../../objects/args";
import { Text } from "../../objects/text";
import { TypeBuilder, typeBegin } from "../../objects/builder";
import { StrObject, STR_MAX, strLiteral } from "../../objects/str";
import { bytesAlloc, bytesNew } from "../../objects/bytes";
import { Buffer, BUFFER_BYTES, getBuffer } from "../../objects/buffer";
import { NONE, TRUE, boolValue } from "../../objects/singletons";
import { strPart } from "../../objects/protocol";
import { intFromF64, intFromI64, indexOf } from "../../objects/int";
import { findByte } from "../../objects/str_search";
import { fsSeek, fsTruncate, fsRead, FS_READ, FS_WRITE } from "../../host";
import {
  TEXT_IO_BASE_TYPE, BUFFERED_IO_BASE_TYPE, streamOpen, unsupported, sizeOf, lengthOfLine,
  stream_readlines,
} from "./base";
import { readintoBuffer } from "./bytes_io";
import { seekOffset, whence } from "./memory";
import {
  FileObject, BYTE_FILE_TYPE, TEXT_FILE_TYPE, fileClose, fileFill, fileFinalize, fileFlush,
  fileMark, filePart,
  fileReadable, fileSettle, fileWritable, fileWrite, filesInit,
} from "./file";
import { fileLine, fileText, fileWriteText } from "./file_text";

const INFO: usize = memory.data(BUFFER_BYTES, 8);

function isText(f: FileObject): bool { return f.klass == TEXT_FILE_TYPE; }

// ---- reading ----

/** At most `count` bytes (below 0: all) as bytes. */
function readBytes(f: FileObject, count: i64): Value {
  while (count < 0 || <i64>(f.to - f.from) < count) {
    if (count >= 0 && count > 65536) return readLarge(f, count);
    const got = fileFill(f);
    if (got < 0) return RAISED;
    if (got == 0) break;
  }
  const bytes = count < 0 || <i64>(f.to - f.from) < count ? f.to - f.from : <u32>count;
  const r = bytesNew(f.data + f.from, bytes);
  if (r != RAISED) f.from += bytes;
  return r;
}
/** The same for many bytes: past the buffer. */
function readLarge(f: FileObject, count: i64): Value {
  const at = filePosition(f), end = at < 0 ? -1 : fsSeek(f.file, 0, 2);
  if (end < 0) return readBytes(f, -1);                          // no file with a size: all of it
  const left = <i64>(end - at);
  if (left < count) count = left < 0 ? 0 : left;
  if (count > <i64>STR_MAX) return raiseNoMemory(STR_MAX);
  f.from = f.to = 0;
  fsSeek(f.file, at, 0);
  const b = bytesAlloc(<u32>count);
  if (changetype<usize>(b) == 0) return RAISED;
  const n = readFully(f, b.data, <u32>count);
  if (n < 0) return RAISED;
  return n == count ? <u64>changetype<usize>(b) : bytesNew(b.data, <u32>n);
}
/** Fills memory from the host. Returns the bytes; -1 with OSError pending. */
function readFully(f: FileObject, to: usize, bytes: u32): i64 {
  let done: u32 = 0;
  while (done < bytes) {
    noteDone();
    const n = fsRead(f.file, to + done, bytes - done);
    if (n < 0) { raiseOS(-n); return -1; }
    if (n == 0) break;
    done += n;
  }
  return done;
}
function file_read(args: Args, n: i32): Value {
  const f = filePart(args.at(0));
  if (!fileReadable(f)) return RAISED;
  const count = sizeOf(args, n);
  if (raised()) return RAISED;
  return isText(f) ? fileText(f, count) : readBytes(f, count);
}
/** readinto(buffer[, most]): bytes read. */
function file_readinto(args: Args, n: i32): Value {
  const f = filePart(args.at(0));
  const info = changetype<Buffer>(INFO);
  if (!fileReadable(f) || !readintoBuffer(args, n, info)) return RAISED;
  const want = info.lengthBytes;
  if (f.pending != 0 && !fileFlush(f)) return RAISED;
  const ready = f.to - f.from < want ? f.to - f.from : want;
  memory.copy(info.data, f.data + f.from, ready);
  f.from += ready;
  const more = readFully(f, info.data + ready, want - ready);
  return more < 0 ? RAISED : intFromI64(<i64>ready + more);
}
/** The next line of either kind; empty at the end. */
function line(f: FileObject, limit: i64): Value {
  if (isText(f)) return fileLine(f, limit);
  let seen: u32 = 0;
  while (true) {
    const bytes = f.to - f.from;
    const feed = bytes == seen ? -1 : findByte(f.data + f.from + seen, bytes - seen, 10);
    let end: u32 = feed < 0 ? 0 : seen + <u32>feed + 1;
    if (limit >= 0 && <i64>(end != 0 ? end : bytes) > limit) return readBytes(f, limit);
    if (end == 0) {
      seen = bytes;
      const got = fileFill(f);
      if (got < 0) return RAISED;
      if (got != 0) continue;
      end = f.to - f.from;
    }
    return readBytes(f, end);
  }
}
function file_readline(args: Args, n: i32): Value {
  const f = filePart(args.at(0));
  if (!fileReadable(f)) return RAISED;
  const limit = sizeOf(args, n);
  return raised() ? RAISED : line(f, limit);
}
function file_next(v: Value): Value {
  const f = filePart(v);
  if (!fileReadable(f)) return RAISED;
  const r = line(f, -1);
  return r == RAISED || lengthOfLine(r) != 0 ? r : END;
}

// ---- writing ----

function file_write(args: Args, n: i32): Value {
  const f = filePart(args.at(0)), v = args.at(1);
  if (!fileWritable(f)) return RAISED;
  if (isText(f)) {
    const s = strPart(v);
    if (changetype<usize>(s) == 0)
      return raiseWith(TypeError, "write() argument must be str, not %t", v);
    if (!fileWriteText(f, s)) return RAISED;
    if (f.lineBuffered != 0 && findByte(s.data, s.lengthBytes, 10) >= 0 && !fileFlush(f))
      return RAISED;
    return smallIntNew(s.lengthChars);
  }
  const info = changetype<Buffer>(INFO);
  if (!getBuffer(v, info, false)) return RAISED;
  const bytes = info.lengthBytes;
  return fileWrite(f, info.data, bytes) ? smallIntNew(bytes) : RAISED;
}
function file_flush(args: Args, n: i32): Value {
  const f = filePart(args.at(0));
  return streamOpen(f) && fileFlush(f) ? NONE : RAISED;
}
function file_close(args: Args, n: i32): Value {
  const error = fileClose(filePart(args.at(0)));
  return error < 0 ? raiseOS(-error) : NONE;
}

// ---- positions ----

/** The program's position; below 0: -errno. */
function filePosition(f: FileObject): f64 {
  if (f.pending != 0) { if (!fileFlush(f)) return -1; }
  const at = fsSeek(f.file, 0, 1);
  return at < 0 ? at : at - <f64>(f.to - f.from);
}
function file_tell(args: Args, n: i32): Value {
  const f = filePart(args.at(0));
  if (!streamOpen(f)) return RAISED;
  const at = filePosition(f);
  if (raised()) return RAISED;
  return at < 0 ? raiseOS(<i32>-at) : intFromF64(at);
}
/** seek(offset, whence=0): the new position. */
function file_seek(args: Args, n: i32): Value {
  const f = filePart(args.at(0));
  if (!streamOpen(f)) return RAISED;
  const offset = seekOffset(
    args, n, "negative seek position %d", "invalid whence (%d, should be 0, 1 or 2)");
  if (raised()) return RAISED;
  if (isText(f) && whence != 0 && offset != 0) {
    return unsupported(whence == 1 ? "can't do nonzero cur-relative seeks"
      : "can't do nonzero end-relative seeks");
  }
  if (!fileSettle(f)) return RAISED;
  f.from = f.to = 0;
  const at = fsSeek(f.file, <f64>offset, <i32>whence);
  return at < 0 ? raiseOS(<i32>-at) : intFromF64(at);
}
/** truncate(size=tell()): the new size. */
function file_truncate(args: Args, n: i32): Value {
  const f = filePart(args.at(0));
  if (!fileWritable(f)) return RAISED;
  let size: f64 = 0;
  if (n > 1 && args.at(1) != NONE) {
    const given = indexOf(args.at(1));
    if (raised()) return RAISED;
    if (given < 0) return raiseOS(22);
    size = <f64>given;
  } else {
    size = filePosition(f);
    if (raised()) return RAISED;
  }
  if (!fileSettle(f)) return RAISED;
  const answer = fsTruncate(f.file, size);
  return answer < 0 ? raiseOS(-answer) : intFromF64(size);
}

// ---- what a file is ----

function file_readable(args: Args, n: i32): Value {
  const f = filePart(args.at(0));
  return streamOpen(f) ? boolValue((f.access & FS_READ) != 0) : RAISED;
}
function file_writable(args: Args, n: i32): Value {
  const f = filePart(args.at(0));
  return streamOpen(f) ? boolValue((f.access & FS_WRITE) != 0) : RAISED;
}
function file_seekable(args: Args, n: i32): Value {
  return streamOpen(filePart(args.at(0))) ? TRUE : RAISED;
}
function file_fileno(args: Args, n: i32): Value {
  return streamOpen(filePart(args.at(0))) ? smallIntNew(filePart(args.at(0)).file) : RAISED;
}
function file_name(v: Value): Value { return filePart(v).name; }
function file_mode(v: Value): Value {
  return filePart(v).mode != NOTHING ? filePart(v).mode : strLiteral("r");
}
function file_encoding(v: Value): Value {
  return filePart(v).encoding != NOTHING ? filePart(v).encoding : strLiteral("utf-8");
}
function file_errors(v: Value): Value {
  return filePart(v).errors != NOTHING ? filePart(v).errors : strLiteral("strict");
}
function file_newlines(v: Value): Value { return NONE; }
function file_line_buffering(v: Value): Value { return boolValue(filePart(v).lineBuffered != 0); }
function file_repr(v: Value, out: Text): bool {
  return out.format("<_io.%n name=%r mode=%r>", filePart(v).klass, filePart(v).name, file_mode(v));
}

function common(t: TypeBuilder): void {
  t.type().next = file_next.index;
  t.type().finalize = fileFinalize.index;
  t.type().repr = file_repr.index;
  t.method("read", file_read, 0, 1);
  t.method("readline", file_readline, 0, 1);
  t.method("readlines", stream_readlines, 0, 1);
  t.method("write", file_write, 1, 1);
  t.method("flush", file_flush, 0, 0);
  t.method("close", file_close, 0, 0);
  t.method("seek", file_seek, 1, 2);
  t.method("tell", file_tell, 0, 0);
  t.method("truncate", file_truncate, 0, 1);
  t.method("readable", file_readable, 0, 0);
  t.method("writable", file_writable, 0, 0);
  t.method("seekable", file_seekable, 0, 0);
  t.method("fileno", file_fileno, 0, 0);
  t.attribute("name", file_name);
  t.attribute("mode", file_mode);
}
/** Builds the types. At boot. */
export function fileTypesInstall(): void {
  filesInit();
  const text = typeBegin(TEXT_FILE_TYPE, "TextIOWrapper", TEXT_IO_BASE_TYPE, fileMark);
  common(text);
  text.attribute("encoding", file_encoding);
  text.attribute("errors", file_errors);
  text.attribute("newlines", file_newlines);
  text.attribute("line_buffering", file_line_buffering);
  const bytes = typeBegin(BYTE_FILE_TYPE, "FileIO", BUFFERED_IO_BASE_TYPE, fileMark);
  common(bytes);
  bytes.method("readinto", file_readinto, 1, 2);
}
