// What the core asks of its host: all imports of the Wasm module, and the buffer in front of the
// output.
//
// The twin of this file is js/host/imports.ts: a function added here is added there. Texts are
// UTF-8, an address and a length in bytes. Functions that can fail return a number below zero:
// -errno (errno.ts has the numbers, Linux's). Nothing here is called while the core boots
// (docs/design.md section 11).
import { addPackHook } from "./heap/pack";
import { isBooted } from "./heap/allocator";
import { requestEvent, clearEvent, EVENT_INTERRUPT, interruptRequested,
  installPoll } from "./heap/events";

/** Returned where the host cannot answer now: the native returns WAIT and is called again later.
 *  Not an errno: smaller than any -errno. */
export const PENDING: i32 = -1000;

// ---- task ----

/** What the host wants of the running program by now: EVENT_* bits (heap/events.ts), 0: nothing.
 *  Asked at looks, every 100,000 safepoints or so, and by natives that work long. */
@external("task", "poll")
declare function hostPoll(): i32;
/** The settling of a token ends waits for the host's activity from now on, and hostSettled will
 *  name it. */
@external("task", "watch")
export declare function hostWatch(token: i32): void;
/** A watched token that has settled and was not yet named; 0: none. */
@external("task", "settled")
export declare function hostSettled(): i32;
/** Nobody will take the answer to a token. */
@external("task", "drop")
export declare function hostDrop(token: i32): void;
/** 1 if stackProbe() comes back with so many frames, 0 if the stack overflows. */
@external("task", "stack")
declare function hostStack(frames: i32): i32;
/** True if the host's stack has room for so many frames of `dig`. Takes a few microseconds for some
 *  hundred. */
export function stackHasRoom(frames: i32): bool { return hostStack(frames) != 0; }
/** For the host, who catches what it throws if the stack is too small: takes so many frames. In V8
 *  one has 270 bytes at first, and 75 to 180 when it is optimised. */
export function stackProbe(frames: i32): void {
  dig(frames, frames, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
}
/** The numbers are others in each call, and in use again after the inner one, so that they
 *  take room also where an engine puts several calls into one frame. */
function dig(n: i32, a: i64, b: i64, c: i64, d: i64, e: i64, f: i64, g: i64, h: i64,
    i: i64, j: i64, k: i64, l: i64): i64 {
  if (n == 0) return l;
  return dig(n - 1, l + a, a ^ b, b + c, c ^ d, d + e, e ^ f, f + g, g ^ h, h + i, i ^ j, j + k,
    k ^ l) ^ a + b ^ c + d ^ e + f ^ g + h ^ i + j ^ k + l;
}
function poll(): i32 {
  if (!isBooted()) return 0;
  // What was printed before a long native is to be seen while it works.
  flushOut();
  return hostPoll();
}
/** Called once, at boot. */
export function hostInit(): void { installPoll(poll); }

// ---- io ----

/** Takes output. stream: 1 stdout, 2 stderr. Returns the bytes taken (at least 1), or -errno. A
 *  host that has more than it likes calls waitOutput(). */
@external("io", "write")
declare function hostWrite(stream: i32, at: usize, bytes: u32): i32;
/** Gives input: at most `bytes` bytes to `at`. Returns how many, 0 at the end, or PENDING
 *  (WAIT_STDIN), or -errno. */
@external("io", "read")
declare function hostRead(at: usize, bytes: u32): i32;

// ---- time ----

/** Now, as seconds since 1970-01-01 00:00 UTC. */
@external("time", "now")
export declare function hostNow(): f64;
/** A clock that never goes back. Unit: ms, from any beginning. Waits (hooks.ts, waitTime) are in
 *  it. */
@external("time", "ticks")
export declare function hostTicks(): f64;
/** Processor time that the program has used. Unit: ms. */
@external("time", "process")
export declare function hostProcessTicks(): f64;
/** Local time minus UTC at `seconds` since 1970. Unit: seconds. */
@external("time", "offset")
export declare function hostZoneOffset(seconds: f64): f64;
/** Waits here, without giving the event loop a turn, for at most `ms`. For waits inside nested
 *  runs, where the program cannot be suspended. Returns 1 if an interrupt was asked for. */
@external("time", "block")
declare function hostBlock(ms: f64): i32;

// ---- random ----

/** 64 bits that differ from run to run. */
@external("random", "seed")
export declare function hostSeed(): u64;
/** Fills memory with bytes fit for secrets. */
@external("random", "bytes")
export declare function hostRandomBytes(at: usize, bytes: u32): void;

// ---- fs: paths are absolute inside the guest's tree ("/lib/x.py"), already without "." and ".."
// ----

/** flags of fsOpen. */
export const FS_READ: i32 = 1;
export const FS_WRITE: i32 = 2;
export const FS_CREATE: i32 = 4;
export const FS_TRUNCATE: i32 = 8;
export const FS_APPEND: i32 = 16;
export const FS_EXCLUSIVE: i32 = 32;

/** Opens a file. Returns its number (0 or more), or -errno (EISDIR for a directory). */
@external("fs", "open")
export declare function fsOpen(path: usize, pathBytes: u32, flags: i32): i32;
/** Returns the bytes read, 0 at the end, or -errno. */
@external("fs", "read")
export declare function fsRead(file: i32, at: usize, bytes: u32): i32;
/** Returns the bytes written (all of them), or -errno. */
@external("fs", "write")
export declare function fsWrite(file: i32, at: usize, bytes: u32): i32;
/** whence: 0 from the beginning, 1 from here, 2 from the end. Returns the new position, or
 *  -errno. */
@external("fs", "seek")
export declare function fsSeek(file: i32, offset: f64, whence: i32): f64;
/** Cuts or lengthens (with zeros) to `bytes`. Returns 0 or -errno. */
@external("fs", "truncate")
export declare function fsTruncate(file: i32, bytes: f64): i32;
/** Returns 0 or -errno. */
@external("fs", "close")
export declare function fsClose(file: i32): i32;
/** Writes FS_STAT_FIELDS f64s to `to`: mode, inode, device, links, uid, gid, size, atime, mtime,
 *  ctime (times in seconds since 1970). Returns 0 or -errno. */
@external("fs", "stat")
export declare function fsStat(path: usize, pathBytes: u32, to: usize): i32;
export const FS_STAT_FIELDS: i32 = 10;
/** Writes 10 f64s: bsize, frsize, blocks, bfree, bavail, files, ffree, favail, flag, namemax. */
@external("fs", "statvfs")
export declare function fsStatVfs(path: usize, pathBytes: u32, to: usize): i32;
/** Reads a directory. Returns the bytes that fsListTake will write, or -errno. */
@external("fs", "list")
export declare function fsList(path: usize, pathBytes: u32): i32;
/** Writes the entries of the last fsList, in the order of the host: each u32 mode, f64 inode, f64
 *  size (little endian, not aligned), u32 length of the name, the name. */
@external("fs", "listTake")
export declare function fsListTake(to: usize): void;
@external("fs", "mkdir")
export declare function fsMkdir(path: usize, pathBytes: u32): i32;
/** Removes a file (EISDIR or EPERM for a directory). */
@external("fs", "remove")
export declare function fsRemove(path: usize, pathBytes: u32): i32;
@external("fs", "rmdir")
export declare function fsRmdir(path: usize, pathBytes: u32): i32;
/** Renames, replacing a file that is there. */
@external("fs", "rename")
export declare function fsRename(from: usize, fromBytes: u32, to: usize, toBytes: u32): i32;

// ---- ffi: JavaScript objects, by their number in the host's table (js/border/imports.ts) ----
//
// Values pass as they are in memory: an address of 8 bytes, which the host reads and writes. What a
// function gives it leaves in FFI_RESULT. Any of them may run JavaScript that calls Python: a
// safepoint.

/** The function left its result in FFI_RESULT. */
export const FFI_DONE: i32 = 0;
/** It failed: FFI_RESULT holds the exception to raise. */
export const FFI_RAISED: i32 = 1;
/** There is nothing of the kind: no such attribute, no such key, the end of an iterator. */
export const FFI_MISSING: i32 = 2;
/** The answer comes later: FFI_RESULT holds the token to wait for, an int. */
export const FFI_PENDING: i32 = 3;
/** Done, and the function in FFI_RESULT is a class: it wants no `this`. */
export const FFI_CLASS: i32 = 4;
/** Where the host leaves results; a root (objects/js_objects.ts). */
export const FFI_RESULT: usize = memory.data(8, 16);

/** Calls function `index` with `this` object number `self` (0: undefined) and n values at `args`;
 *  keywords: address of a dict, 0: none. FFI_DONE, FFI_RAISED or FFI_PENDING. */
@external("ffi", "call")
export declare function ffiCall(index: u32, self: u32, args: usize, n: i32, keywords: usize): i32;
/** new index(...args). FFI_DONE or FFI_RAISED. */
@external("ffi", "construct")
export declare function ffiConstruct(index: u32, args: usize, n: i32, keywords: usize): i32;
/** Attributes; names are UTF-8. get: FFI_DONE, FFI_CLASS, FFI_RAISED, FFI_MISSING. */
@external("ffi", "get")
export declare function ffiGet(index: u32, name: usize, bytes: u32): i32;
/** value: address of a Value; 0 deletes. */
@external("ffi", "set")
export declare function ffiSet(index: u32, name: usize, bytes: u32, value: usize): i32;
/** Items. key and value: addresses of Values. FFI_MISSING: no such key. */
@external("ffi", "getItem")
export declare function ffiGetItem(index: u32, key: usize): i32;
/** value 0 deletes. */
@external("ffi", "setItem")
export declare function ffiSetItem(index: u32, key: usize, value: usize): i32;
/** What can be asked of an object without further arguments: FFI_ASK_*. */
@external("ffi", "ask")
export declare function ffiAsk(index: u32, question: i32): i32;
/** The next item of an iterator; FFI_MISSING: there is none. */
@external("ffi", "next")
export declare function ffiNext(index: u32): i32;
/** What is asked with values: FFI_DO_*. */
@external("ffi", "perform")
export declare function ffiPerform(what: i32, args: usize, n: i32): i32;
/** A module that the host offers; FFI_MISSING: none of this name. */
@external("ffi", "module")
export declare function ffiModule(name: usize, bytes: u32): i32;
/** The core has forgotten an object. Runs no code of the user's. */
@external("ffi", "release")
export declare function ffiRelease(index: u32): void;

/** Questions of ffiAsk: str(), repr(), truth, length (FFI_MISSING: it has none), an iterator
 *  (FFI_MISSING: not iterable), the list of its attribute names, a token to wait for (FFI_MISSING:
 *  no promise), an asynchronous iterator. */
export const FFI_ASK_STR: i32 = 0;
export const FFI_ASK_REPR: i32 = 1;
export const FFI_ASK_TRUTH: i32 = 2;
export const FFI_ASK_LENGTH: i32 = 3;
export const FFI_ASK_ITER: i32 = 4;
export const FFI_ASK_NAMES: i32 = 5;
export const FFI_ASK_TOKEN: i32 = 6;
export const FFI_ASK_ASYNC_ITER: i32 = 7;
export const FFI_ASK_ENTER: i32 = 8;
/** Actions of ffiPerform, with their arguments: item in object; end of a with block (object); the
 *  answer of a token; to Python (object, depth); to JavaScript (value, depth); a JavaScript proxy
 *  of a value that stays one; the token of the next item of an asynchronous iterator; the name that
 *  `typeof` gives; instanceof (object, class); numbers of objects in the tables; the end of an
 *  async with block; the bytes of a buffer; a call whose promise is the result (function,
 *  arguments); nobody waits for a token any more. */
export const FFI_DO_CONTAINS: i32 = 0;
export const FFI_DO_EXIT: i32 = 1;
export const FFI_DO_ANSWER: i32 = 2;
export const FFI_DO_TO_PYTHON: i32 = 3;
export const FFI_DO_TO_JS: i32 = 4;
export const FFI_DO_PROXY: i32 = 5;
export const FFI_DO_ASYNC_NEXT: i32 = 6;
export const FFI_DO_TYPEOF: i32 = 7;
export const FFI_DO_INSTANCEOF: i32 = 8;
export const FFI_DO_COUNTS: i32 = 9;
export const FFI_DO_ASYNC_EXIT: i32 = 10;
export const FFI_DO_BYTES: i32 = 11;
export const FFI_DO_CALL_ASYNC: i32 = 12;
export const FFI_DO_DROP: i32 = 13;

// ---- the output buffer ----

/** Output is gathered here, so that print() costs no call of the host. It is handed over when it is
 *  full, before anything is written to stderr or read from stdin, and whenever run() returns. */
const OUT_BYTES: u32 = 8192;
const OUT: usize = memory.data(8192, 16);
let outUsed: u32 = 0;
/** -errno of a write that failed since the last report; 0: none. */
let outError: i32 = 0;

/** Writes bytes to stdout (1) or stderr (2). Returns 0, or -errno if the host refused these or
 *  earlier bytes (they are dropped). */
export function writeOut(stream: i32, at: usize, bytes: u32): i32 {
  if (stream == 2) {
    flushOut();
    return pass(2, at, bytes);
  }
  if (outError != 0) {
    const error = outError;
    outError = 0;
    return error;
  }
  if (bytes > OUT_BYTES - outUsed) {
    flushOut();
    if (bytes > OUT_BYTES) return pass(1, at, bytes);
  }
  memory.copy(OUT + outUsed, at, bytes);
  outUsed += bytes;
  return 0;
}
let flushFiles: () => void = nothing;
function nothing(): void {}
/** Installs what writes the buffers of open files (modules/io/file.ts). At boot. */
export function installFlush(f: () => void): void { flushFiles = f; }
/** At boot. */
export function outputInit(): void { addPackHook(clearOut); }
function clearOut(): void { memory.fill(OUT + outUsed, 0, OUT_BYTES - outUsed); }
/** Writes out what open files still hold: before files are looked up by their paths. */
export function flushOpenFiles(): void { flushFiles(); }
/** Hands over everything that was written anywhere: whenever run() returns. */
export function flushAll(): void {
  flushOut();
  flushFiles();
}
/** Hands gathered output to the host. Errors are reported by the next writeOut. */
export function flushOut(): void {
  if (outUsed == 0) return;
  const bytes = outUsed;
  outUsed = 0;
  const error = pass(1, OUT, bytes);
  if (error != 0) outError = error;
}
/** The error of a flush, which then counts as reported; 0: none. For stdout.flush(). */
export function takeOutError(): i32 {
  const error = outError;
  outError = 0;
  return error;
}
function pass(stream: i32, at: usize, bytes: u32): i32 {
  while (bytes != 0) {
    const n = hostWrite(stream, at, bytes);
    if (n < 0) return n;
    at += n;
    bytes -= n;
  }
  return 0;
}

/** Reads standard input; see hostRead. */
export function readIn(at: usize, bytes: u32): i32 {
  flushOut();
  return hostRead(at, bytes);
}

/** Waits until the clock of hostTicks reaches `untilMs`, where the program cannot be suspended.
 *  Returns false if it was interrupted: EVENT_INTERRUPT is then taken back, and the caller raises
 *  KeyboardInterrupt. */
export function blockUntil(untilMs: f64): bool {
  flushOut();
  while (true) {
    if (interruptRequested()) { clearEvent(EVENT_INTERRUPT); return false; }
    const left = untilMs - hostTicks();
    if (!(left > 0)) return true;
    if (hostBlock(left < 20 ? left : 20) != 0) requestEvent(EVENT_INTERRUPT);
  }
}
