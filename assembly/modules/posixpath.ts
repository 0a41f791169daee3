// posixpath, also known as os.path: taking paths apart and asking about files.
// Behaviour: docs.python.org/3/library/os.path.html. Paths are str.
import { Value, RAISED } from "../core/value";
import { raise, catchPending, raiseWith, TypeError, ValueError, OSError } from "../objects/errors";
import { Args } from "../objects/args";
import { textNew } from "../objects/text";
import { ModuleBuilder } from "../objects/module_list";
import { StrObject, strNew, strLiteral } from "../objects/str";
import { tupleOf2 } from "../objects/tuple";
import { NONE, FALSE, boolValue } from "../objects/singletons";
import { strPart } from "../objects/protocol";
import { toHelper } from "../objects/frozen";
import { intFromF64 } from "../objects/int";
import { floatBox } from "../objects/float";
import { currentDirectory, resolvePath, pathAt, pathBytes } from "../objects/paths";
import { MODE_KIND, MODE_DIRECTORY, MODE_FILE, STAT, statArgument, statGiven,
  statMode } from "./os";

/** The argument as str; null (0) with TypeError pending. */
function pathStr(v: Value): StrObject {
  const s = strPart(v);
  if (changetype<usize>(s) == 0)
    raiseWith(TypeError, "expected str, bytes or os.PathLike object, not %t", v);
  return s;
}
/** Position behind the last slash. */
function behindSlash(s: StrObject): u32 {
  let i = s.lengthBytes;
  while (i != 0 && load<u8>(s.data + i - 1) != 47) i--;
  return i;
}
/** Length of the first `to` bytes without the slashes at their end (unless they are all
 *  slashes). */
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
  return changetype<usize>(s) == 0 ? RAISED
    : boolValue(s.lengthBytes != 0 && load<u8>(s.data) == 47);
}

function path_normpath(args: Args, n: i32): Value {
  const s = pathStr(args.at(0));
  return changetype<usize>(s) == 0 ? RAISED : toHelper("_normpath", <u64>changetype<usize>(s));
}
/** abspath(path), realpath(path): there are no links. */
function path_abspath(args: Args, n: i32): Value {
  const s = pathStr(args.at(0));
  if (changetype<usize>(s) == 0) return RAISED;
  return resolvePath(s.data, s.lengthBytes, 0) ? strNew(pathAt(0), pathBytes(0)) : RAISED;
}
/** relpath(path, start=os.curdir). */
function path_relpath(args: Args, n: i32): Value {
  const s = pathStr(args.at(0));
  if (changetype<usize>(s) == 0) return RAISED;
  if (s.lengthBytes == 0) return raise(ValueError, "no path specified");
  const start = n > 1 && args.at(1) != NONE ? pathStr(args.at(1))
    : changetype<StrObject>(<usize>currentDirectory());
  if (changetype<usize>(start) == 0) return RAISED;
  if (!resolvePath(s.data, s.lengthBytes, 0) || !resolvePath(start.data, start.lengthBytes, 1))
    return RAISED;
  const a = strNew(pathAt(0), pathBytes(0)), b = strNew(pathAt(1), pathBytes(1));
  return a == RAISED || b == RAISED ? RAISED : toHelper("_relpath", a, b);
}
// ---- questions about files ----

/** True, False, or RAISED if the argument is no path. Paths that cannot be (too long, empty) are no
 *  files. */
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
