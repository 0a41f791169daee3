// Paths: the program's current directory, and absolute paths for the host's filesystem.
//
// The host knows no current directory and no "." and "..": every path goes through resolvePath
// first.
import { Value, RAISED, NOTHING } from "../core/value";
import { addRootMarker, markValue } from "../heap/collector";
import { chargeScan } from "../heap/events";
import { addPackHook } from "../heap/pack";
import { flushOpenFiles } from "../host";
import {
  raise, raiseOS, pendingException, exceptionPart, raiseWith, TypeError, ValueError,
} from "./errors";
import { StrObject, strNew, strLiteral } from "./str";
import { strPart } from "./protocol";
import { getBuffer, Buffer, BUFFER_BYTES } from "./buffer";
import { exceptionSetField } from "./exception_fields";
import { TupleObject } from "./tuple";
import { S_errno, S_filename, S_strerror } from "./names";

const ENAMETOOLONG: i32 = 36;
/** Longest path. Unit: bytes. */
const PATH_MAX: u32 = 4096;
/** Two paths, for rename. */
const PATHS: usize = memory.data(4096 * 2, 8);
let lengths0: u32 = 0;
let lengths1: u32 = 0;
/** Address and length (bytes) of a resolved path; slot 0 or 1. Good until that slot is used
 *  again. */
export function pathAt(slot: i32): usize { return PATHS + <usize>slot * PATH_MAX; }
export function pathBytes(slot: i32): u32 { return slot == 0 ? lengths0 : lengths1; }

/** The current directory, a str: absolute, without "/" at the end (but "/"). */
let directory: Value = NOTHING;
function markDirectory(): void { markValue(directory); }
function clearPaths(): void { memory.fill(PATHS, 0, PATH_MAX * 2); }
/** At boot. */
export function pathsInit(): void {
  directory = strLiteral("/");
  addRootMarker(markDirectory);
  addPackHook(clearPaths);
}
export function currentDirectory(): Value { return directory; }
/** Makes the path in slot 0 the current directory. False with MemoryError pending. */
export function setCurrentDirectory(): bool {
  const s = strNew(pathAt(0), pathBytes(0));
  if (s == RAISED) return false;
  directory = s;
  return true;
}

/** Puts the absolute path of the `bytes` at `at` into a slot. False with OSError pending: too
 *  long. */
export function resolvePath(at: usize, bytes: u32, slot: i32): bool {
  const begin = pathAt(slot);
  let length: u32 = 0;
  if (bytes == 0 || load<u8>(at) != 47) {
    const base = changetype<StrObject>(<usize>directory);
    length = base.lengthBytes;
    memory.copy(begin, base.data, length);
    if (length == 1) length = 0;                             // "/": parts bring their slash
  }
  let from: u32 = 0;
  while (from < bytes) {
    let to = from;
    while (to < bytes && load<u8>(at + to) != 47) to++;
    const n = to - from;
    const dots = n == 1 && load<u8>(at + from) == 46 ? 1
      : n == 2 && load<u8>(at + from) == 46 && load<u8>(at + from + 1) == 46 ? 2 : 0;
    if (dots == 2) {
      while (length != 0 && load<u8>(begin + --length) != 47) {}
    } else if (n != 0 && dots == 0) {
      if (length + n + 1 > PATH_MAX) { raiseOS(ENAMETOOLONG); return false; }
      store<u8>(begin + length, 47);
      memory.copy(begin + length + 1, at + from, n);
      length += n + 1;
    }
    from = to + 1;
  }
  if (length == 0) { store<u8>(begin, 47); length = 1; }
  if (slot == 0) lengths0 = length; else lengths1 = length;
  return true;
}

/** The absolute path of a path (a StrObject), as a new str. Raises OSError, MemoryError. */
export function absolutePath(path: Value): Value {
  const s = changetype<StrObject>(<usize>path);
  return resolvePath(s.data, s.lengthBytes, 0) ? strNew(pathAt(0), pathBytes(0)) : RAISED;
}

const INFO: usize = memory.data(BUFFER_BYTES, 8);
/** Puts a path argument (str, or bytes in UTF-8) into a slot; what open files hold is written out,
 *  for whoever looks there. False with an exception pending. */
export function pathArgument(v: Value, slot: i32): bool {
  flushOpenFiles();
  let at: usize = 0, bytes: u32 = 0;
  const s = strPart(v);
  if (changetype<usize>(s) != 0) {
    at = s.data;
    bytes = s.lengthBytes;
  } else {
    const info = changetype<Buffer>(INFO);
    if ((v & 7) != 0 || !getBuffer(v, info, false)) {
      if (pendingException() == NOTHING)
        raiseWith(TypeError, "expected str, bytes or os.PathLike object, not %t", v);
      return false;
    }
    at = info.data;
    bytes = info.lengthBytes;
  }
  chargeScan(bytes);
  for (let i: u32 = 0; i < bytes; i++) {
    if (load<u8>(at + i) == 0) { raise(ValueError, "embedded null byte"); return false; }
  }
  if (bytes == 0) { raiseOS(2); return false; }
  return resolvePath(at, bytes, slot);
}

/** Makes OSError(errno) with the file's name pending. Returns RAISED. */
export function raisePathError(errno: i32, path: Value): Value {
  raiseOS(errno);
  const e = exceptionPart(pendingException());
  if (changetype<usize>(e) == 0) return RAISED;
  const args = changetype<TupleObject>(<usize>e.args);
  if (args.length == 2) {
    exceptionSetField(e, S_errno, args.at(0));
    exceptionSetField(e, S_strerror, args.at(1));
    exceptionSetField(e, S_filename, path);
  }
  return RAISED;
}
