// posixpath, also known as os.path: taking paths apart and asking about files.
// Behaviour: docs.python.org/3/library/os.path.html. Paths are str.
import { Value, RAISED } from "../core/value";
import { raise, catchPending, raiseWith, TypeError, ValueError, OSError } from "../objects/errors";
import { Args } from "../objects/args";
import { Text, textNew } from "../objects/text";
import { ModuleBuilder } from "../objects/module_list";
import { StrObject, strNew, strLiteral } from "../objects/str";
import { tupleOf2 } from "../objects/tuple";
import { NONE, FALSE, boolValue } from "../objects/singletons";
import { strPart } from "../objects/protocol";
import { intFromF64 } from "../objects/int";
import { floatBox } from "../objects/float";
import { currentDirectory, resolvePath, pathAt, pathBytes } from "../objects/paths";
import { MODE_KIND, MODE_DIRECTORY, MODE_FILE, STAT, statArgument, statGiven, statMode } from "./os";

/** The argument as str; null (0) with TypeError pending. */
function pathStr(v: Value): StrObject {
  const s = strPart(v);
  if (changetype<usize>(s) == 0) raiseWith(TypeError, "expected str, bytes or os.PathLike object, not %t", v);
  return s;
}
/** Position behind the last slash. */
function behindSlash(s: StrObject): u32 {
  let i = s.lengthBytes;
  while (i != 0 && load<u8>(s.data + i - 1) != 47) i--;
  return i;
}
/** Length of the first `to` bytes without the slashes at their end (unless they are all slashes). */
function withoutSlashes(s: StrObject, to: u32): u32 {
  let i = to;
  while (i != 0 && load<u8>(s.data + i - 1) == 47) i--;
  return i == 0 ? to : i;
}

/** join(a, *more). */
function path_join(args: Args, n: i32): Value {
  const out = textNew();
  for (let i = 0; i < n; i++) {
    const s = pathStr(args.at(i));
    if (changetype<usize>(s) == 0) { out.drop(); return RAISED; }
    if (s.lengthBytes != 0 && load<u8>(s.data) == 47) out.truncate(0);
    else if (i != 0 && out.length != 0 && load<u8>(out.data + out.length - 1) != 47) out.byte(47);
    out.bytes(s.data, s.lengthBytes);
  }
  return out.finish();
}
function path_basename(args: Args, n: i32): Value {
  const s = pathStr(args.at(0));
  if (changetype<usize>(s) == 0) return RAISED;
  const at = behindSlash(s);
  return strNew(s.data + at, s.lengthBytes - at);
}
function path_dirname(args: Args, n: i32): Value {
  const s = pathStr(args.at(0));
  return changetype<usize>(s) == 0 ? RAISED : strNew(s.data, withoutSlashes(s, behindSlash(s)));
}
/** split(path): (dirname, basename). */
function path_split(args: Args, n: i32): Value {
  const head = path_dirname(args, n);
  if (head == RAISED) return RAISED;
  const tail = path_basename(args, n);
  return tail == RAISED ? RAISED : tupleOf2(head, tail);
}
/** splitext(path): (root, extension). Leading dots of the name belong to the root. */
function path_splitext(args: Args, n: i32): Value {
  const s = pathStr(args.at(0));
  if (changetype<usize>(s) == 0) return RAISED;
  const name = behindSlash(s);
  let begin = name, dot = s.lengthBytes;
  while (begin < s.lengthBytes && load<u8>(s.data + begin) == 46) begin++;
  for (let i = s.lengthBytes; i > begin; i--) {
    if (load<u8>(s.data + i - 1) == 46) { dot = i - 1; break; }
  }
  const root = strNew(s.data, dot);
  if (root == RAISED) return RAISED;
  const extension = strNew(s.data + dot, s.lengthBytes - dot);
  return extension == RAISED ? RAISED : tupleOf2(root, extension);
}
function path_isabs(args: Args, n: i32): Value {
  const s = pathStr(args.at(0));
  return changetype<usize>(s) == 0 ? RAISED : boolValue(s.lengthBytes != 0 && load<u8>(s.data) == 47);
}

/** Appends the normal form of a path: no ".", doubled slashes, ".." behind a name. */
function normalize(at: usize, bytes: u32, out: Text): void {
  const begin = out.length;
  let slashes: u32 = 0;
  while (slashes < bytes && load<u8>(at + slashes) == 47) slashes++;
  const root: u32 = slashes == 0 ? 0 : slashes == 2 ? 2 : 1;       // two slashes have a meaning of their own
  for (let i: u32 = 0; i < root; i++) out.byte(47);
  const base = out.length;
  /** Parts in `out` that ".." may take away. */
  let parts = 0;
  for (let from = slashes; from < bytes;) {
    let to = from;
    while (to < bytes && load<u8>(at + to) != 47) to++;
    const n = to - from;
    const two = n == 2 && load<u8>(at + from) == 46 && load<u8>(at + from + 1) == 46;
    if (two && parts > 0) {
      let end = out.length;
      while (end > base && load<u8>(out.data + end - 1) != 47) end--;
      out.truncate(end > base ? end - 1 : base);
      parts--;
    } else if (n != 0 && !(n == 1 && load<u8>(at + from) == 46) && !(two && root != 0)) {
      if (out.length != base) out.byte(47);
      out.bytes(at + from, n);
      if (!two) parts++;
    }
    from = to + 1;
  }
  if (out.length == begin) out.byte(46);
}
function path_normpath(args: Args, n: i32): Value {
  const s = pathStr(args.at(0));
  if (changetype<usize>(s) == 0) return RAISED;
  const out = textNew();
  normalize(s.data, s.lengthBytes, out);
  return out.finish();
}
/** abspath(path), realpath(path): there are no links. */
function path_abspath(args: Args, n: i32): Value {
  const s = pathStr(args.at(0));
  if (changetype<usize>(s) == 0) return RAISED;
  return resolvePath(s.data, s.lengthBytes, 0) ? strNew(pathAt(0), pathBytes(0)) : RAISED;
}
/** Bytes of a resolved path: of the root none, as if it had no slash at its end either. */
function rootless(slot: i32): u32 {
  const bytes = pathBytes(slot);
  return bytes == 1 ? 0 : bytes;
}
/** A slash, if something stands before it. */
function separate(out: Text): void { if (out.length != 0) out.byte(47); }
/** relpath(path, start=os.curdir). */
function path_relpath(args: Args, n: i32): Value {
  const s = pathStr(args.at(0));
  if (changetype<usize>(s) == 0) return RAISED;
  if (s.lengthBytes == 0) return raise(ValueError, "no path specified");
  const start = n > 1 && args.at(1) != NONE ? pathStr(args.at(1)) : changetype<StrObject>(<usize>currentDirectory());
  if (changetype<usize>(start) == 0) return RAISED;
  if (!resolvePath(s.data, s.lengthBytes, 0) || !resolvePath(start.data, start.lengthBytes, 1)) return RAISED;
  const a = pathAt(0), b = pathAt(1), aBytes = rootless(0), bBytes = rootless(1);
  let same: u32 = 0;                                        // bytes of whole parts in common
  for (let i: u32 = 0; ; i++) {
    const aEnds = i >= aBytes || load<u8>(a + i) == 47, bEnds = i >= bBytes || load<u8>(b + i) == 47;
    if (aEnds && bEnds) same = i;
    if (i >= aBytes || i >= bBytes || load<u8>(a + i) != load<u8>(b + i)) break;
  }
  const out = textNew();
  for (let i = same; i < bBytes; i++) {
    if (load<u8>(b + i) != 47) continue;
    separate(out);
    out.literal("..");
  }
  if (same < aBytes) {
    separate(out);
    out.bytes(a + same + 1, aBytes - same - 1);
  }
  if (out.length == 0) out.byte(46);
  return out.finish();
}
// ---- questions about files ----

/** True, False, or RAISED if the argument is no path. Paths that cannot be (too long, empty) are no files. */
function question(v: Value, kind: u32): Value {
  const answer = statArgument(v);
  if (answer > 0) return catchPending(OSError) || catchPending(ValueError) ? FALSE : RAISED;
  return boolValue(answer == 0 && (kind == 0 || (statMode() & MODE_KIND) == kind));
}
function path_exists(args: Args, n: i32): Value { return question(args.at(0), 0); }
function path_isfile(args: Args, n: i32): Value { return question(args.at(0), MODE_FILE); }
function path_isdir(args: Args, n: i32): Value { return question(args.at(0), MODE_DIRECTORY); }
function path_islink(args: Args, n: i32): Value { return question(args.at(0), 1); }
/** A number of the file's status as float or int. */
function statNumber(v: Value, field: usize, whole: bool): Value {
  if (!statGiven(v)) return RAISED;
  const x = load<f64>(STAT + field * 8);
  return whole ? intFromF64(x) : floatBox(x);
}
function path_getsize(args: Args, n: i32): Value { return statNumber(args.at(0), 6, true); }
function path_getatime(args: Args, n: i32): Value { return statNumber(args.at(0), 7, false); }
function path_getmtime(args: Args, n: i32): Value { return statNumber(args.at(0), 8, false); }
function path_getctime(args: Args, n: i32): Value { return statNumber(args.at(0), 9, false); }

export function install(m: ModuleBuilder): void {
  m.constant("sep", strLiteral("/"));
  m.constant("curdir", strLiteral("."));
  m.constant("pardir", strLiteral(".."));
  m.constant("extsep", strLiteral("."));
  m.constant("pathsep", strLiteral(":"));
  m.constant("altsep", NONE);
  m.fn("join", path_join, 1, -1);
  m.fn("basename", path_basename, 1, 1);
  m.fn("dirname", path_dirname, 1, 1);
  m.fn("split", path_split, 1, 1);
  m.fn("splitext", path_splitext, 1, 1);
  m.fn("isabs", path_isabs, 1, 1);
  m.fn("normpath", path_normpath, 1, 1);
  m.fn("abspath", path_abspath, 1, 1);
  m.fn("realpath", path_abspath, 1, 1);
  m.fn("relpath", path_relpath, 1, 2);
  m.fn("exists", path_exists, 1, 1);
  m.fn("lexists", path_exists, 1, 1);
  m.fn("isfile", path_isfile, 1, 1);
  m.fn("isdir", path_isdir, 1, 1);
  m.fn("islink", path_islink, 1, 1);
  m.fn("getsize", path_getsize, 1, 1);
  m.fn("getatime", path_getatime, 1, 1);
  m.fn("getmtime", path_getmtime, 1, 1);
  m.fn("getctime", path_getctime, 1, 1);
}
