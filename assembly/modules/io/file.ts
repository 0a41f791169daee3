// Files of the host's filesystem: the object that open() returns, its buffer, and how it is opened
// and closed. Reading and writing text: file_text.ts; the methods: file_type.ts.
//
// One buffer serves reading or writing, never both at once: `to - from` bytes read ahead, or
// `pending` bytes to be written. Files with pending bytes stand in DIRTY, which keeps them alive
// and is written whenever run() returns, so nothing is lost when a program ends without closing;
// and before anything is looked up by its path, so that whoever opens p after
// `open(p, "w").write(x)` finds x, though no reference count closes the file there.
import { noteDone } from "../../heap/running";
import { Value, RAISED, NOTHING } from "../../core/value";
import { TYPE_BYTES } from "../../heap/header";
import { allocRaw, freeRaw, cellBytes } from "../../heap/allocator";
import { objectZeroed, rawNew } from "../../objects/object_new";
import { addRootMarker, markObject, markRaw, markValue } from "../../heap/collector";
import { watchObject } from "../../heap/finalizers";
import {
  raise, raiseOS, raiseFormat, raised, raiseWith, TypeError, ValueError,
} from "../../objects/errors";
import { Args } from "../../objects/args";
import { StrObject } from "../../objects/str";
import { literalOf } from "../../objects/text";
import { strPart } from "../../objects/protocol";
import { indexOf, intPart } from "../../objects/int";
import { stdStream } from "../../objects/std_stream";
import { fileEncoding } from "../../objects/str_codec";
import { pathArgument, pathAt, pathBytes, raisePathError } from "../../objects/paths";
import {
  fsOpen, fsRead, fsWrite, fsSeek, fsClose, installFlush, FS_READ, FS_WRITE, FS_CREATE, FS_TRUNCATE,
  FS_APPEND,
  FS_EXCLUSIVE,
} from "../../host";
import { readNewline } from "./newlines";
import { StreamObject, STREAM_CLOSED, streamOpen, unsupported, isNone } from "./base";

/** Files opened as text and as bytes. */
export const TEXT_FILE_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const BYTE_FILE_TYPE: usize = memory.data(TYPE_BYTES, 16);

const EBADF: i32 = 9;
/** Unit: bytes. */
const BUFFER_BYTES: u32 = 8192;

@unmanaged export class FileObject extends StreamObject {
  /** The host's number. */
  file: i32;
  /** FS_READ, FS_WRITE, FS_APPEND as opened. */
  access: u32;
  /** Raw cell: the buffer; 0: none yet. Owned. */
  data: usize;
  /** Bytes read ahead: data[from..to]. */
  from: u32;
  to: u32;
  /** Bytes to be written: data[0..pending]. Then from == to. */
  pending: u32;
  /** 1: characters are single bytes (ascii, latin-1); 0: UTF-8. */
  singleBytes: u32;
  /** 1: a line is written as soon as it is whole. */
  lineBuffered: u32;
  /** What went wrong when nobody waited for it: -errno, for the next flush to raise; or 0. */
  lost: i32;
  /** What open was given: path, mode. */
  name: Value;
  mode: Value;
  /** Strs; NOTHING: the default. */
  encoding: Value;
  errors: Value;
}

export function filePart(v: Value): FileObject { return changetype<FileObject>(<usize>v); }
export function fileMark(address: usize): void {
  const f = changetype<FileObject>(address);
  markRaw(f.data);
  markValue(f.name);
  markValue(f.mode);
  markValue(f.encoding);
  markValue(f.errors);
}

// ---- files with bytes to be written ----

/** Addresses of FileObjects, u32. A file that finds no place is written at once. */
const DIRTY_MAX: i32 = 16;
const DIRTY: usize = memory.data(4 * 16, 8);
function markDirty(): void {
  for (let i = 0; i < DIRTY_MAX; i++) markObject(load<u32>(DIRTY + (<usize>i << 2)));
}
/** Notes that a file has pending bytes. False: there is no place. */
function noteDirty(f: FileObject): bool {
  let place: usize = 0;
  for (let i = 0; i < DIRTY_MAX; i++) {
    const at = DIRTY + (<usize>i << 2);
    if (load<u32>(at) == <u32>changetype<usize>(f)) return true;
    if (load<u32>(at) == 0) place = at;
  }
  if (place == 0) return false;
  store<u32>(place, <u32>changetype<usize>(f));
  return true;
}
/** Writes out all files. Errors are kept for the next flush of the file. */
function flushFiles(): void {
  for (let i = 0; i < DIRTY_MAX; i++) {
    const f = changetype<FileObject>(<usize>load<u32>(DIRTY + (<usize>i << 2)));
    if (changetype<usize>(f) != 0) f.lost = writePending(f);
  }
}
/** At boot. */
export function filesInit(): void {
  addRootMarker(markDirty);
  installFlush(flushFiles);
}

/** Writes the pending bytes, which are gone in any case. Returns 0 or -errno: of an earlier time
 *  when nobody waited for it, or of now. */
function writePending(f: FileObject): i32 {
  const lost = f.lost;
  f.lost = 0;
  for (let i = 0; i < DIRTY_MAX; i++) {
    const at = DIRTY + (<usize>i << 2);
    if (load<u32>(at) == <u32>changetype<usize>(f)) store<u32>(at, 0);
  }
  const bytes = f.pending;
  if (bytes == 0) return lost;
  f.pending = 0;
  noteDone();
  const n = fsWrite(f.file, f.data, bytes);
  return lost != 0 ? lost : n < 0 ? n : 0;
}
/** Writes the pending bytes. False with OSError pending. */
export function fileFlush(f: FileObject): bool {
  const error = writePending(f);
  if (error != 0) raiseOS(-error);
  return error == 0;
}
/** Makes the host's position that of the program: writes what is pending, forgets what was read
 *  ahead. False with OSError pending. */
export function fileSettle(f: FileObject): bool {
  if (f.pending != 0) return fileFlush(f);
  if (f.from == f.to) return true;
  const ahead = f.to - f.from;
  f.from = f.to = 0;
  const at = fsSeek(f.file, -<f64>ahead, 1);
  if (at < 0) raiseOS(<i32>-at);
  return at >= 0;
}

/** The buffer; 0: no memory. */
function buffer(f: FileObject): usize {
  if (f.data == 0) f.data = allocRaw(BUFFER_BYTES);
  return f.data;
}
/** Appends bytes to what is to be written. False with OSError pending. */
export function fileWrite(f: FileObject, at: usize, bytes: u32): bool {
  if (f.from != f.to && !fileSettle(f)) return false;
  if (buffer(f) != 0 && noteDirty(f)) {
    if (bytes > BUFFER_BYTES - f.pending && !fileFlush(f)) return false;
    if (bytes <= BUFFER_BYTES - f.pending) {
      noteDirty(f);
      memory.copy(f.data + f.pending, at, bytes);
      f.pending += bytes;
      return true;
    }
  }
  if (!fileFlush(f)) return false;
  noteDone();
  const n = fsWrite(f.file, at, bytes);
  if (n < 0) raiseOS(-n);
  return n >= 0;
}
/** Reads more into the buffer, behind what is there. Returns the bytes, 0 at the end, -1 with an
 *  exception pending. */
export function fileFill(f: FileObject): i32 {
  if (f.pending != 0 && !fileFlush(f)) return -1;
  if (f.from == f.to) f.from = f.to = 0;
  if (f.from != 0 && f.from > f.to >> 1) {
    memory.copy(f.data, f.data + f.from, f.to - f.from);
    f.to -= f.from;
    f.from = 0;
  }
  let room = f.data == 0 ? 0 : <u32>cellBytes(f.data);
  if (f.to == room) {
    room = room == 0 ? BUFFER_BYTES : room * 2;
    const fresh = rawNew(room);
    if (fresh == 0) return -1;
    memory.copy(fresh, f.data, f.to);
    freeRaw(f.data);
    f.data = fresh;
    room = <u32>cellBytes(fresh);
  }
  noteDone();
  const n = fsRead(f.file, f.data + f.to, room - f.to);
  if (n < 0) { raiseOS(-n); return -1; }
  f.to += n;
  return n;
}

/** Closes. Returns 0 or -errno. Safe to call twice. */
export function fileClose(f: FileObject): i32 {
  if (f.flags & STREAM_CLOSED) return 0;
  const error = writePending(f);
  f.flags |= STREAM_CLOSED;
  freeRaw(f.data);
  f.data = 0;
  f.from = f.to = 0;
  const closed = fsClose(f.file);
  return error != 0 ? error : closed;
}
/** finalize slot. */
export function fileFinalize(v: Value): void { fileClose(filePart(v)); }

/** False with an exception pending: closed, or not opened for reading. */
export function fileReadable(f: FileObject): bool {
  if (!streamOpen(f)) return false;
  if (f.access & FS_READ) return true;
  unsupported("not readable");
  return false;
}
export function fileWritable(f: FileObject): bool {
  if (!streamOpen(f)) return false;
  if (f.access & FS_WRITE) return true;
  unsupported("not writable");
  return false;
}

// ---- open ----

/** What a mode says. */
let modeAccess: u32 = 0;
let modeText: bool = true;
/** r w a x, of which there must be one, then + b t; and what they stand for. */
const MODE_LETTERS: usize = memory.data<u8>([0x72, 0x77, 0x61, 0x78, 0x2b, 0x62, 0x74]);
const MODE_ACCESS: usize = memory.data<i32>([
  FS_READ, FS_WRITE | FS_CREATE | FS_TRUNCATE, FS_WRITE | FS_CREATE | FS_APPEND,
  FS_WRITE | FS_CREATE | FS_EXCLUSIVE,
  FS_READ | FS_WRITE, 0, 0,
]);
const MODE_BYTES: u32 = 32, MODE_TEXT: u32 = 64;
/** Sets modeAccess and modeText. False with ValueError pending. */
function readMode(s: StrObject): bool {
  let seen: u32 = 0, access: u32 = 0;
  for (let i: u32 = 0; i < s.lengthBytes; i++) {
    let k: u32 = 0;
    while (k < 7 && load<u8>(MODE_LETTERS + k) != load<u8>(s.data + i)) k++;
    if (k == 7 || seen >> k & 1) {
      raiseWith(ValueError, "invalid mode: %r", <u64>changetype<usize>(s));
      return false;
    }
    seen |= 1 << k;
    access |= load<i32>(MODE_ACCESS + (k << 2));
  }
  const kinds = seen & 15;
  if ((seen & (MODE_BYTES | MODE_TEXT)) == (MODE_BYTES | MODE_TEXT)) {
    raise(ValueError, "can't have text and binary mode at once");
  } else if (kinds == 0 || (kinds & (kinds - 1)) != 0) {
    raise(ValueError,
      "Must have exactly one of create/read/write/append mode and at most one plus");
  }
  modeAccess = access;
  modeText = !(seen & MODE_BYTES);
  return !raised();
}
/** An optional str argument of open(): NOTHING if left out or None. Test raised(). */
function optionalStr(v: Value, name: string, none: string): Value {
  if (isNone(v)) return NOTHING;
  const s = strPart(v);
  return changetype<usize>(s) != 0 ? <u64>changetype<usize>(s)
    : raiseFormat(TypeError, "open() argument '%l' must be str%l, not %t", literalOf(name),
      literalOf(none), v);
}

/** open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
 *  opener=None). */
export function io_open(args: Args, n: i32): Value {
  const name = args.at(0);
  const modeGiven = optionalStr(args.at(1), "mode", "");
  if (raised()) return RAISED;
  if (modeGiven != NOTHING) {
    if (!readMode(changetype<StrObject>(<usize>modeGiven))) return RAISED;
  } else {
    modeAccess = FS_READ;
    modeText = true;
  }
  const access = modeAccess, text = modeText;
  const buffering = isNone(args.at(2)) ? -1 : indexOf(args.at(2));
  if (raised()) return RAISED;
  const encoding = optionalStr(args.at(3), "encoding", " or None");
  if (raised()) return RAISED;
  const errors = optionalStr(args.at(4), "errors", " or None");
  if (raised()) return RAISED;
  const newline = readNewline(args.at(5), "open() argument 'newline' must be str or None, not %t");
  if (newline < 0) return RAISED;
  if (!text) {
    if (encoding != NOTHING)
      return raise(ValueError, "binary mode doesn't take an encoding argument");
    if (errors != NOTHING) return raise(ValueError, "binary mode doesn't take an errors argument");
    if (!isNone(args.at(5)))
      return raise(ValueError, "binary mode doesn't take a newline argument");
  } else if (buffering == 0) {
    return raise(ValueError, "can't have unbuffered text I/O");
  }
  const single = encoding == NOTHING ? 0 : fileEncoding(changetype<StrObject>(<usize>encoding));
  if (single < 0) return RAISED;
  if (intPart(name) != NOTHING) {
    const number = indexOf(name);
    return number >= 0 && number <= 2 ? stdStream(<i32>number) : raiseOS(EBADF);
  }
  if (!pathArgument(name, 0)) return RAISED;

  const f =
    changetype<FileObject>(objectZeroed(text ? TEXT_FILE_TYPE : BYTE_FILE_TYPE,
      offsetof<FileObject>()));
  if (changetype<usize>(f) == 0) return RAISED;
  f.flags = STREAM_CLOSED;
  const file = fsOpen(pathAt(0), pathBytes(0), access);
  if (file < 0) return raisePathError(-file, name);
  f.file = file;
  f.flags = 0;
  f.access = access & (FS_READ | FS_WRITE | FS_APPEND);
  f.newline = newline;
  f.singleBytes = single;
  f.lineBuffered = buffering == 1 ? 1 : 0;
  f.name = name;
  f.mode = modeGiven;
  f.encoding = encoding;
  f.errors = errors;
  watchObject(changetype<usize>(f));
  if (access & FS_APPEND) fsSeek(file, 0, 2);
  return <u64>changetype<usize>(f);
}
