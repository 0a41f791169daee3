// os: files and folders of the program's own tree, environment, random bytes.
// Behaviour: docs.python.org/3/library/os.html, docs.micropython.org/en/latest/library/os.html.
// What concerns processes is not here: there are none. os.path is modules/posixpath.ts.
import { Value, RAISED, NOTHING, smallIntNew } from "../core/value";
import { TYPE_BYTES } from "../heap/header";
import { freeRaw } from "../heap/allocator";
import { rawNew } from "../objects/object_new";
import { addRootMarker, markValue } from "../heap/collector";
import {
  raise, raised, raiseNoMemory, raiseOS, raiseWith, ValueError, OSError, TypeError,
} from "../objects/errors";
import { Args } from "../objects/args";
import { Text } from "../objects/text";
import { ModuleBuilder } from "../objects/module_list";
import { StrObject, strNew, strLiteral, internLiteral, STR_MAX } from "../objects/str";
import { TupleObject, tupleAlloc } from "../objects/tuple";
import { ListObject, listNew, listAppend } from "../objects/list";
import { NONE, boolValue } from "../objects/singletons";
import { strPart, getIter } from "../objects/protocol";
import { intFromF64, indexOf } from "../objects/int";
import { bytesAlloc } from "../objects/bytes";
import { TableObject, dictNew, tableSet, tableSetName, tableGet,
  tableDelete } from "../objects/table";
import { builtinModule, modulesDict } from "../objects/module";
import { structSequenceBegin, structSequenceNew, structSequenceRepr,
  structItem } from "../objects/struct_sequence";
import {
  pathArgument, pathAt, pathBytes, raisePathError, currentDirectory, setCurrentDirectory,
} from "../objects/paths";
import { osErrorArgs } from "../objects/os_errors";
import {
  fsList, fsListTake, fsMkdir, fsRemove, fsRename, fsRmdir, fsStat, fsStatVfs, FS_STAT_FIELDS,
  hostRandomBytes,
} from "../host";
import { toHelper } from "../objects/frozen";

const EACCES: i32 = 13;
const ENOTDIR: i32 = 20;
/** Mode bits of a directory and their mask. */
export const MODE_KIND: u32 = 0xf000;
export const MODE_DIRECTORY: u32 = 0x4000;
export const MODE_FILE: u32 = 0x8000;

/** f64s that fsStat and fsStatVfs fill. */
export const STAT: usize = memory.data(8 * 10, 8);

/** Asks for the status of a path argument. Returns 0, -errno, or 1 with an exception pending (no
 *  path). */
export function statArgument(v: Value): i32 {
  if (!pathArgument(v, 0)) return 1;
  return fsStat(pathAt(0), pathBytes(0), STAT);
}
/** The same, raising OSError. False with an exception pending. */
export function statGiven(v: Value): bool {
  const answer = statArgument(v);
  if (answer < 0) raisePathError(-answer, v);
  return answer == 0;
}
export function statMode(): u32 { return <u32>load<f64>(STAT); }

/** None if the host answered 0, else OSError about `path`. */
function outcome(answer: i32, path: Value): Value {
  return answer < 0 ? raisePathError(-answer, path) : NONE;
}

// ---- folders ----

export function os_getcwd(args: Args, n: i32): Value { return currentDirectory(); }
/** chdir(path). */
function os_chdir(args: Args, n: i32): Value {
  if (!statGiven(args.at(0))) return RAISED;
  if ((statMode() & MODE_KIND) != MODE_DIRECTORY) return raisePathError(ENOTDIR, args.at(0));
  return setCurrentDirectory() ? NONE : RAISED;
}
/** Has the host do something with a path: 0 mkdir, 1 rmdir, 2 remove. */
function change(path: Value, what: i32): Value {
  if (!pathArgument(path, 0)) return RAISED;
  const at = pathAt(0), bytes = pathBytes(0);
  return outcome(what == 0 ? fsMkdir(at, bytes) : what == 1 ? fsRmdir(at, bytes)
    : fsRemove(at, bytes), path);
}
/** mkdir(path[, mode]). */
function os_mkdir(args: Args, n: i32): Value { return change(args.at(0), 0); }
function os_rmdir(args: Args, n: i32): Value { return change(args.at(0), 1); }
function os_remove(args: Args, n: i32): Value { return change(args.at(0), 2); }
/** rename(from, to), replace(from, to). */
function os_rename(args: Args, n: i32): Value {
  if (!pathArgument(args.at(0), 0) || !pathArgument(args.at(1), 1)) return RAISED;
  return outcome(fsRename(pathAt(0), pathBytes(0), pathAt(1), pathBytes(1)), args.at(0));
}

/** Entries of a folder; kind: 0 names, 1 tuples as ilistdir gives them. */
function entries(path: Value, kind: i32): Value {
  let answer: i32;
  if (path == NOTHING || path == NONE) {
    const here = changetype<StrObject>(<usize>currentDirectory());
    answer = fsList(here.data, here.lengthBytes);
  } else {
    if (!pathArgument(path, 0)) return RAISED;
    answer = fsList(pathAt(0), pathBytes(0));
  }
  if (answer < 0) return path == NOTHING ? raiseOS(-answer) : raisePathError(-answer, path);
  const list = listNew(0);
  if (list == RAISED) return RAISED;
  const cell = rawNew(answer == 0 ? 16 : answer);
  if (cell == 0) return RAISED;
  fsListTake(cell);
  const end = cell + answer;
  let ok = true;
  for (let at = cell; at < end && ok;) {
    const mode = load<u32>(at), inode = load<f64>(at, 4), size = load<f64>(at, 12),
      bytes = load<u32>(at, 20);
    const name = strNew(at + 24, bytes);
    at += 24 + bytes;
    ok = name != RAISED;
    if (ok) ok = listAppend(changetype<ListObject>(<usize>list),
      kind == 0 ? name : entryTuple(name, mode, inode, size));
  }
  freeRaw(cell);
  return ok ? list : RAISED;
}
/** (name, kind, inode, size). */
function entryTuple(name: Value, mode: u32, inode: f64, size: f64): Value {
  const t = tupleAlloc(4);
  if (changetype<usize>(t) == 0) return NONE;
  t.set(0, name);
  t.set(1, smallIntNew(mode & MODE_KIND));
  t.set(2, intFromF64(inode));
  t.set(3, intFromF64(size));
  return <u64>changetype<usize>(t);
}
function os_listdir(args: Args, n: i32): Value { return entries(n == 0 ? NOTHING : args.at(0), 0); }
/** ilistdir([path]): an iterator of (name, kind, inode, size). */
function os_ilistdir(args: Args, n: i32): Value {
  const list = entries(n == 0 ? NOTHING : args.at(0), 1);
  return list == RAISED ? RAISED : getIter(list);
}
/** walk(top, topdown=True, onerror=None, followlinks=False). */
function os_walk(args: Args, n: i32): Value {
  return toHelper("_os_walk",
    args.at(0), args.at(1) == NOTHING ? boolValue(true) : args.at(1),
    args.at(2) == NOTHING ? NONE : args.at(2));
}

// ---- stat ----

const STAT_TYPE: usize = memory.data(TYPE_BYTES, 16);
const STATVFS_TYPE: usize = memory.data(TYPE_BYTES, 16);
function st_mode(v: Value): Value { return structItem(v, 0); }
function st_ino(v: Value): Value { return structItem(v, 1); }
function st_dev(v: Value): Value { return structItem(v, 2); }
function st_nlink(v: Value): Value { return structItem(v, 3); }
function st_uid(v: Value): Value { return structItem(v, 4); }
function st_gid(v: Value): Value { return structItem(v, 5); }
function st_size(v: Value): Value { return structItem(v, 6); }
function st_atime(v: Value): Value { return structItem(v, 7); }
function st_mtime(v: Value): Value { return structItem(v, 8); }
function st_ctime(v: Value): Value { return structItem(v, 9); }
function stat_repr(v: Value, out: Text): bool {
  return structSequenceRepr(v, out, "os",
    "st_mode st_ino st_dev st_nlink st_uid st_gid st_size st_atime st_mtime st_ctime");
}
function statvfs_repr(v: Value, out: Text): bool {
  return structSequenceRepr(v, out, "os",
    "f_bsize f_frsize f_blocks f_bfree f_bavail f_files f_ffree f_favail f_flag f_namemax");
}
/** The tuple of what STAT holds, as whole numbers. */
function statTuple(type: usize): Value {
  const t = structSequenceNew(type, FS_STAT_FIELDS);
  if (changetype<usize>(t) == 0) return RAISED;
  for (let i = 0; i < FS_STAT_FIELDS; i++) t.set(i, smallIntNew(0));
  for (let i = 0; i < FS_STAT_FIELDS; i++) {
    const v = intFromF64(Math.floor(load<f64>(STAT + (<usize>i << 3))));
    if (v == RAISED) return RAISED;
    t.set(i, v);
  }
  return <u64>changetype<usize>(t);
}
/** stat(path). */
function os_stat(args: Args, n: i32): Value {
  return statGiven(args.at(0)) ? statTuple(STAT_TYPE) : RAISED;
}
function os_statvfs(args: Args, n: i32): Value {
  if (!pathArgument(args.at(0), 0)) return RAISED;
  const answer = fsStatVfs(pathAt(0), pathBytes(0), STAT);
  return answer < 0 ? raisePathError(-answer, args.at(0)) : statTuple(STATVFS_TYPE);
}

// ---- environment ----

/** os.environ, a dict. */
let environ: Value = NOTHING;
function markEnviron(): void { markValue(environ); }
/** Adds `NAME=value`. Called by the host before the program begins. */
export function addEnvironment(at: usize, bytes: u32): void {
  let equals: u32 = 0;
  while (equals < bytes && load<u8>(at + equals) != 61) equals++;
  if (equals == bytes) return;
  const name = strNew(at, equals), value = strNew(at + equals + 1, bytes - equals - 1);
  if (name != RAISED && value != RAISED)
    tableSet(changetype<TableObject>(<usize>environ), name, value);
}
/** The program, or who started it, wants a prompt at its end: MICROPYINSPECT is set. */
export function inspecting(): bool {
  return tableGet(changetype<TableObject>(<usize>environ), internLiteral("MICROPYINSPECT"))
    != NOTHING;
}
/** getenv(name[, default]). */
function os_getenv(args: Args, n: i32): Value {
  if (changetype<usize>(strPart(args.at(0))) == 0) {
    return raiseWith(TypeError, "str expected, not %t", args.at(0));
  }
  const v = tableGet(changetype<TableObject>(<usize>environ), args.at(0));
  if (raised()) return RAISED;
  return v != NOTHING ? v : args.at(1) == NOTHING ? NONE : args.at(1);
}
function os_putenv(args: Args, n: i32): Value {
  if (changetype<usize>(strPart(args.at(0))) == 0 || changetype<usize>(strPart(args.at(1))) == 0) {
    return raise(TypeError, "putenv() wants two str");
  }
  return tableSet(changetype<TableObject>(<usize>environ), args.at(0), args.at(1)) ? NONE : RAISED;
}
function os_unsetenv(args: Args, n: i32): Value {
  return tableDelete(changetype<TableObject>(<usize>environ), args.at(0)) < 0 ? RAISED : NONE;
}

// ---- the rest ----

/** urandom(n): n bytes fit for secrets. */
function os_urandom(args: Args, n: i32): Value {
  const count = indexOf(args.at(0));
  if (raised()) return RAISED;
  if (count < 0) return raise(ValueError, "negative argument not allowed");
  if (count > <i64>STR_MAX) return raiseNoMemory(STR_MAX);
  const b = bytesAlloc(<u32>count);
  if (changetype<usize>(b) == 0) return RAISED;
  hostRandomBytes(b.data, <u32>count);
  return <u64>changetype<usize>(b);
}
/** system(command): there is no shell. */
function os_system(args: Args, n: i32): Value { return raiseOS(EACCES); }
function os_sync(args: Args, n: i32): Value { return NONE; }
/** fspath(path): a str or bytes as it is. */
function os_fspath(args: Args, n: i32): Value {
  const v = args.at(0);
  return pathArgument(v, 0) ? v : RAISED;
}
/** strerror(errno). */
function os_strerror(args: Args, n: i32): Value {
  const errno = indexOf(args.at(0));
  if (raised()) return RAISED;
  const pair = osErrorArgs(<i32>errno);
  return pair == RAISED ? RAISED : changetype<TupleObject>(<usize>pair).at(1);
}

/** Builds the types of this module and what the host fills. At boot. */
export function osTypesInstall(): void {
  environ = dictNew();
  addRootMarker(markEnviron);
  const t = structSequenceBegin(STAT_TYPE, "stat_result", stat_repr);
  t.attribute("st_mode", st_mode);
  t.attribute("st_ino", st_ino);
  t.attribute("st_dev", st_dev);
  t.attribute("st_nlink", st_nlink);
  t.attribute("st_uid", st_uid);
  t.attribute("st_gid", st_gid);
  t.attribute("st_size", st_size);
  t.attribute("st_atime", st_atime);
  t.attribute("st_mtime", st_mtime);
  t.attribute("st_ctime", st_ctime);
  structSequenceBegin(STATVFS_TYPE, "statvfs_result", statvfs_repr);
}

/** Puts os.path there, which is also found by `import os.path`. */
function os_filled(dict: TableObject): void {
  const path = builtinModule(<usize>internLiteral("posixpath"));
  if (path == NOTHING || path == RAISED) return;
  tableSetName(dict, <usize>internLiteral("path"), path);
  tableSetName(changetype<TableObject>(<usize>modulesDict), <usize>internLiteral("os.path"), path);
}
export function install(m: ModuleBuilder): void {
  m.constant("name", strLiteral("posix"));
  m.constant("sep", strLiteral("/"));
  m.constant("linesep", strLiteral("\n"));
  m.constant("pathsep", strLiteral(":"));
  m.constant("curdir", strLiteral("."));
  m.constant("pardir", strLiteral(".."));
  m.constant("extsep", strLiteral("."));
  m.constant("environ", environ);
  m.constant("error", <u64>OSError);
  m.fn("getcwd", os_getcwd, 0, 0);
  m.fn("chdir", os_chdir, 1, 1);
  m.fn("mkdir", os_mkdir, 1, 2);
  m.python("makedirs");
  m.fn("rmdir", os_rmdir, 1, 1);
  m.fn("remove", os_remove, 1, 1);
  m.fn("unlink", os_remove, 1, 1);
  m.fn("rename", os_rename, 2, 2);
  m.fn("replace", os_rename, 2, 2);
  m.fn("listdir", os_listdir, 0, 1);
  m.fn("ilistdir", os_ilistdir, 0, 1);
  m.def("walk", os_walk, "top,topdown=,onerror=,followlinks=");
  m.fn("stat", os_stat, 1, 1);
  m.fn("lstat", os_stat, 1, 1);
  m.fn("statvfs", os_statvfs, 1, 1);
  m.def("getenv", os_getenv, "key,default=");
  m.fn("putenv", os_putenv, 2, 2);
  m.fn("unsetenv", os_unsetenv, 1, 1);
  m.fn("urandom", os_urandom, 1, 1);
  m.fn("system", os_system, 1, 1);
  m.fn("sync", os_sync, 0, 0);
  m.fn("fspath", os_fspath, 1, 1);
  m.fn("strerror", os_strerror, 1, 1);
  m.type(STAT_TYPE);
  m.later(os_filled);
}
