// import: finding modules, running their bodies.
//
// An import of a.b.c is done in steps: the first part that is not in sys.modules is loaded and its
// body pushed as a frame; when that returns, the instruction is carried out again. So imports are
// stackless, too. Order: sys.modules; built-in modules that files cannot replace; modules of the
// host; built-in ones by their old names (utime); packages, NAME.py and NAME.mpy in each folder of
// sys.path; the other built-in modules (docs/mpy-format.md 10).
import { Value, RAISED, NOTHING, END, smallInt } from "../core/value";
import { wordIndex } from "../core/words";
import { isExactly } from "../heap/header";
import { freeRaw } from "../heap/allocator";
import { rootsMark, keep, release } from "../heap/roots";
import {
  StrObject, STR_TYPE, internBytes, internStr, strNew, internLiteral, strEqualsLiteral,
} from "../objects/str";
import { TupleObject, TUPLE_TYPE, emptyTuple } from "../objects/tuple";
import { ListObject, LIST_TYPE, listNew, listAppend } from "../objects/list";
import {
  TableObject, tableGetName, tableSetName, tableFindName, tableNext, tableEntry, entryKey,
  entryValue,
} from "../objects/table";
import { NativeFunction, NATIVE_TYPE } from "../objects/native";
import {
  ModuleObject, MODULE_TYPE, moduleNew, modulesDict, builtinModule, builtinModuleAs,
  isBuiltinModule,
} from "../objects/module";
import {
  raise, raiseText, raiseOS, raised, pendingException, exceptionPart, raiseWith, raiseFormat,
  ImportError, ModuleNotFoundError, ValueError,
} from "../objects/errors";
import { textNew } from "../objects/text";
import { getAttr, getAttrOptional, setAttr } from "../objects/attributes";
import { setItem, getIter, iterNext } from "../objects/protocol";
import { NONE } from "../objects/singletons";
import {
  compileSource, bodyFunction, installImport, enterNested, leaveNested, tailArg, tailCall,
} from "../objects/hooks";
import { frozenModules, frozenModule } from "../objects/frozen";
import { exceptionSetField } from "../objects/exception_fields";
import { FunctionObject } from "../objects/function";
import { mpyRead } from "../bytecode/reader";
import {
  S___path__, S___name__, S___package__, S___file__, S___all__, S___import__, S_path, S_name,
} from "../objects/names";
import {
  fsOpen, fsRead, fsClose, fsStat, flushOpenFiles, FS_READ, ffiModule, ffiAsk, FFI_ASK_NAMES,
  FFI_MISSING, FFI_RAISED,
} from "../host";
import { JsObject, isJsObject, takeFfiResult, raiseFfi } from "../objects/js_objects";
import { absolutePath } from "../objects/paths";
import { builtins } from "./globals";
import { frame, K_A, K_IMPORT } from "./frames";
import { forgetModule } from "./unwind";
import { PUSHED, NESTED, callFunction, callTail, runNested } from "./calls";

export function importsInit(): void { installImport(importHook); }

/** Answers of loadPart. */
const LOADED: i32 = 0;
const RUNNING: i32 = 1;
const FAILED: i32 = 2;
const MISSING: i32 = 3;

function modules(): TableObject { return changetype<TableObject>(<usize>modulesDict); }

/** ImportName: level, fromlist. A Value, RAISED, or PUSHED: a module's body runs, then the
 *  instruction is carried out again; or what the program has put in the place of
 *  builtins.__import__ runs, whose result is the module. */
export function importName(level: Value, fromlist: Value, name: Value): Value {
  const f = tableGetName(changetype<TableObject>(builtins), S___import__);
  if (f == NOTHING) return raise(ImportError, "__import__ not found");
  if (!isExactly(f, NATIVE_TYPE) || changetype<NativeFunction>(<usize>f).name != <u64>S___import__)
    {
    const c = frame();
    tailArg(0, name);
    tailArg(1, <u64>c.globals);
    tailArg(2, c.locals == 0 ? NONE : <u64>c.locals);
    tailArg(3, fromlist == NOTHING ? NONE : fromlist);
    tailArg(4, level);
    tailCall(f, 5);
    return callTail(K_A);
  }
  const base = rootsMark();
  const r = importSteps(name, frame().globals, <i32>smallInt(level), fromlist, K_IMPORT);
  release(base);
  return r;
}
function importSteps(name: Value, globals: usize, level: i32, fromlist: Value, kind: u32): Value {
  let full = level == 0 ? internStr(name) : relativeName(name, globals, level);
  if (full == RAISED) return RAISED;
  keep(full);
  const s = changetype<StrObject>(<usize>full);
  if (s.lengthBytes == 0) return raise(ValueError, "Empty module name");
  // every prefix of the dotted name
  let parent: Value = NOTHING, first: Value = NOTHING, module: Value = NOTHING;
  for (let i: u32 = 0; i <= s.lengthBytes; i++) {
    if (i < s.lengthBytes && load<u8>(s.data + i) != 46) continue;
    let prefix = internBytes(s.data, i);
    if (prefix != RAISED && parent == NOTHING && wantsCore(prefix)) prefix = oldName(prefix);
    if (prefix == RAISED) return RAISED;
    const state = loadPart(prefix, parent, kind);
    if (state == RUNNING) return PUSHED;
    if (state == FAILED) return RAISED;
    if (state == MISSING) return notFound(prefix);
    module = tableGetName(modules(), <usize>prefix);
    if (module == NOTHING || module == NONE) return notFound(prefix);
    if (first == NOTHING) first = module;
    parent = module;
  }
  if (fromlist == NONE || fromlist == NOTHING) return level == 0 ? first : module;
  if (!isExactly(fromlist, TUPLE_TYPE)) return module;
  // names that are submodules
  const names = changetype<TupleObject>(<usize>fromlist);
  if (!isExactly(module, MODULE_TYPE)
    || tableFindName(changetype<TableObject>(changetype<ModuleObject>(<usize>module).dict),
      S___path__) == 0) return module;
  for (let i: u32 = 0; i < names.length; i++) {
    const part = changetype<StrObject>(<usize>names.at(i));
    if (part.lengthBytes == 1 && load<u8>(part.data) == 42) continue;
    if (tableFindName(changetype<TableObject>(changetype<ModuleObject>(<usize>module).dict),
      <usize>internStr(names.at(i))) != 0) continue;
    const t = textNew();
    t.format("%s.%s", full, names.at(i));
    const sub = t.finish();
    const interned = sub == RAISED ? RAISED : internStr(sub);
    if (interned == RAISED) return RAISED;
    const state = loadPart(interned, module, kind);
    if (state == RUNNING) return PUSHED;
    if (state == FAILED) return RAISED;
  }
  return module;
}
function notFound(name: Value): Value {
  raiseWith(ModuleNotFoundError, "No module named '%s'", name);
  const e = pendingException();
  const part = exceptionPart(e);
  if (part) exceptionSetField(part, S_name, name);
  return RAISED;
}
/** The full name of a relative import. */
function relativeName(name: Value, globals: usize, level: i32): Value {
  const g = changetype<TableObject>(globals);
  let p = tableGetName(g, S___package__);
  if (p == NOTHING || p == NONE) {
    p = tableGetName(g, S___name__);
    if (p != NOTHING && tableFindName(g, S___path__) == 0) level++;
  }
  if (p == NOTHING || !isExactly(p, STR_TYPE) || changetype<StrObject>(<usize>p).lengthBytes == 0
      && level > 0) {
    return raise(ImportError, "attempted relative import with no known parent package");
  }
  const s = changetype<StrObject>(<usize>p);
  let end = s.lengthBytes;
  for (let k = 1; k < level; k++) {
    while (end > 0 && load<u8>(s.data + end - 1) != 46) end--;
    if (end == 0) return raise(ImportError, "attempted relative import beyond top-level package");
    end--;
  }
  const t = textNew();
  t.bytes(s.data, end);
  const rest = changetype<StrObject>(<usize>name);
  if (rest.lengthBytes != 0) {
    if (end != 0) t.byte(46);
    t.str(name);
  }
  const full = t.finish();
  return full == RAISED ? RAISED : internStr(full);
}

/** Makes sure that module `name` (interned) is in sys.modules: LOADED; or pushes its body's frame:
 *  RUNNING. */
function loadPart(name: Value, parent: Value, kind: u32): i32 {
  const found = tableGetName(modules(), <usize>name);
  if (found != NOTHING) return LOADED;
  const s = changetype<StrObject>(<usize>name), dot = lastPart(s);
  const last = internBytes(s.data + dot, s.lengthBytes - dot);
  if (last == RAISED) return FAILED;
  if (parent == NOTHING) {
    if (isFixed(s)) return builtinPart(name, kind);
    const given = hostPart(name);
    if (given != MISSING) return given;
    if (plainName(name) != name) return builtinPart(name, kind);
    const r = searchPath(name, last, sysPath(), parent, kind);
    if (r != MISSING) return r;
    return builtinPart(name, kind);
  }
  let r = hostPart(name);
  if (r == MISSING) r = builtinPart(name, kind);
  if (r != MISSING) { if (r != FAILED) bindToParent(name, last, parent); return r; }
  const path = getAttrOptional(parent, <u64>S___path__);
  if (path == NOTHING) {
    if (!raised()) {
      const t = textNew();
      t.format("No module named '%s'; '", name);
      t.bytes(s.data, dot - 1);
      t.literal("' is not a package");
      raiseText(ModuleNotFoundError, t);
    }
    return FAILED;
  }
  return searchPath(name, last, path, parent, kind);
}
/** Where the part behind the last dot of a name begins. Unit: bytes. */
function lastPart(s: StrObject): u32 {
  let dot = s.lengthBytes;
  while (dot > 0 && load<u8>(s.data + dot - 1) != 46) dot--;
  return dot;
}
function bindToParent(name: Value, last: Value, parent: Value): void {
  const m = tableGetName(modules(), <usize>name);
  // A module of the host has its submodules by itself.
  if (m != NOTHING && !isJsObject(parent)) setAttr(parent, last, m);
}
/** A module that the host offers (option `modules` of load). */
function hostPart(name: Value): i32 {
  const s = changetype<StrObject>(<usize>name);
  const status = ffiModule(s.data, s.lengthBytes);
  if (status == FFI_MISSING) return MISSING;
  if (status == FFI_RAISED) { raiseFfi(); return FAILED; }
  return tableSetName(modules(), <usize>name, takeFfiResult()) ? LOADED : FAILED;
}
/** Built-in modules that files on sys.path cannot replace. */
function isFixed(s: StrObject): bool {
  return wordIndex("sys|builtins|gc|micropython|math|cmath|__main__", s.data, s.lengthBytes) >= 0;
}
/** There is a module of the core of this name (interned). */
function isCore(name: Value): bool {
  return isBuiltinModule(<usize>name) || tableFindName(frozenModules(), <usize>name) != 0;
}
/** Of MicroPython's old names (utime, ujson ...) the new one, interned; of others the name
 *  itself. */
function plainName(name: Value): Value {
  const s = changetype<StrObject>(<usize>name);
  if (s.lengthBytes < 2 || load<u8>(s.data) != 117 || isCore(name)) return name;
  const plain = internBytes(s.data + 1, s.lengthBytes - 1);
  return plain != RAISED && isCore(plain) ? plain : name;
}
function oldName(name: Value): Value {
  const t = textNew();
  t.byte(117);
  t.str(name);
  const s = t.finish();
  return s == RAISED ? RAISED : internStr(s);
}
/** A module that a file has brought. */
function isOfFile(m: Value): bool {
  return isExactly(m, MODULE_TYPE)
    && tableFindName(changetype<TableObject>(changetype<ModuleObject>(<usize>m).dict), S___file__)
    != 0;
}
/** A file has taken the place of this module of the core, and sys.path is empty: so a program asks
 *  for the latter, to extend it (docs.micropython.org/en/latest/library/index.html). */
function wantsCore(name: Value): bool {
  if (!isOfFile(tableGetName(modules(), <usize>name))) return false;
  const path = sysPath();
  return (isExactly(path, LIST_TYPE) ? changetype<ListObject>(<usize>path).length
    : isExactly(path, TUPLE_TYPE) ? changetype<TupleObject>(<usize>path).length : 1) == 0
    && isCore(name);
}
/** A module of the core: native, frozen Python, or both (the Python runs in the native module's
 *  dict). By its old name and by its new one it is the same module, unless a file has taken the new
 *  one. */
function builtinPart(name: Value, kind: u32): i32 {
  const plain = plainName(name);
  if (!isCore(plain)) return MISSING;
  const native = isBuiltinModule(<usize>plain), other = plain != name ? plain : oldName(name);
  if (other == RAISED) return FAILED;
  if (!native && plain != name && !isOfFile(tableGetName(modules(), <usize>plain))) {
    const state = loadPart(plain, NOTHING, kind);
    if (state != LOADED) return state;
  }
  let m = tableGetName(modules(), <usize>other);
  if (m != NOTHING && !isOfFile(m))
    return tableSetName(modules(), <usize>name, m) ? LOADED : FAILED;
  const code = frozenModule(plain);
  if (raised()) return FAILED;
  if (native) {
    m = builtinModuleAs(<usize>name, <usize>plain);
  } else {
    m = moduleNew(plain);
    if (m != RAISED && !tableSetName(modules(), <usize>name, m)) m = RAISED;
  }
  if (m == RAISED) return FAILED;
  return code == NOTHING ? LOADED : pushBody(name, code, m, kind);
}
/** Pushes the frame of a module's body. */
function pushBody(name: Value, code: Value, module: Value, kind: u32): i32 {
  const dict = <u64>changetype<ModuleObject>(<usize>module).dict;
  const f = bodyFunction(<usize>code, dict, NOTHING);
  if (f != RAISED && callFunction(changetype<FunctionObject>(<usize>f), 0, 0, 0, NOTHING, kind,
    name, false) == PUSHED) return RUNNING;
  forgetModule(name);
  return FAILED;
}
/** sys.path. */
function sysPath(): Value {
  const sys = builtinModule(<usize>internLiteral("sys"));
  if (sys == NOTHING || sys == RAISED) return NOTHING;
  return tableGetName(changetype<TableObject>(changetype<ModuleObject>(<usize>sys).dict), S_path);
}
/** Looks for a module in the folders of `path`, a list or a str. */
function searchPath(name: Value, last: Value, path: Value, parent: Value, kind: u32): i32 {
  if (path == NOTHING) return MISSING;
  if (isExactly(path, STR_TYPE)) return searchFolder(name, last, path, parent, kind);
  if (!isExactly(path, LIST_TYPE)) return MISSING;
  const l = changetype<ListObject>(<usize>path);
  for (let i: u32 = 0; i < l.length; i++) {
    if (!isExactly(l.at(i), STR_TYPE)) continue;
    const r = searchFolder(name, last, l.at(i), parent, kind);
    if (r != MISSING) return r;
  }
  return MISSING;
}
/** A path in a folder: folder/last + suffix, as given and absolute. */
let shownPath: Value = NOTHING;
let realPath: Value = NOTHING;
function makePath(folder: Value, last: Value, suffix: string): bool {
  const t = textNew();
  const f = changetype<StrObject>(<usize>folder);
  if (f.lengthBytes != 0) {
    t.str(folder);
    if (load<u8>(f.data + f.lengthBytes - 1) != 47) t.byte(47);
  }
  t.str(last);
  t.literal(suffix);
  shownPath = t.finish();
  if (shownPath == RAISED) return false;
  realPath = absolutePath(shownPath);
  return realPath != RAISED;
}
const STAT: usize = memory.data(8 * 10, 8);
/** 0: not there; 1: a file; 2: a folder. */
function statPath(): i32 {
  const p = changetype<StrObject>(<usize>realPath);
  if (fsStat(p.data, p.lengthBytes, STAT) < 0) return 0;
  return (<u32>load<f64>(STAT) & 0xf000) == 0x4000 ? 2 : 1;
}
function searchFolder(name: Value, last: Value, folder: Value, parent: Value, kind: u32): i32 {
  if (strEqualsLiteral(changetype<StrObject>(<usize>folder), ".frozen")) return MISSING;
  if (!makePath(folder, last, "")) return FAILED;
  if (statPath() == 2) {
    const shownFolder = shownPath;
    keep(shownFolder);
    const init = findFile(folder, last, "/__init__.py", "/__init__.mpy");
    if (init != MISSING)
      return init == FAILED ? FAILED : loadFile(name, last, parent, shownFolder, kind, init);
    // A folder without __init__ is a package without a body.
    const m = newModule(name, last, parent, shownFolder, NOTHING);
    return m == RAISED ? FAILED : LOADED;
  }
  const file = findFile(folder, last, ".py", ".mpy");
  return file == MISSING || file == FAILED ? file : loadFile(name, last, parent, NOTHING, kind,
    file);
}
/** What findFile found, besides MISSING and FAILED. */
const SOURCE_FILE: i32 = 4;
const MPY_FILE: i32 = 5;
/** The first of the two files that is there, in shownPath and realPath. */
function findFile(folder: Value, last: Value, source: string, mpy: string): i32 {
  if (!makePath(folder, last, source)) return FAILED;
  if (statPath() == 1) return SOURCE_FILE;
  if (!makePath(folder, last, mpy)) return FAILED;
  return statPath() == 1 ? MPY_FILE : MISSING;
}
/** A module object in sys.modules and in its parent, with its names set. folder: of a package; else
 *  NOTHING. */
function newModule(name: Value, last: Value, parent: Value, folder: Value, file: Value): Value {
  const m = moduleNew(name);
  if (m == RAISED) return RAISED;
  const d = changetype<TableObject>(changetype<ModuleObject>(<usize>m).dict);
  if (folder != NOTHING) {
    const list = listNew(1);
    if (list == RAISED || !listAppend(changetype<ListObject>(<usize>list), folder)) return RAISED;
    if (!tableSetName(d, S___path__, list)) return RAISED;
    if (!tableSetName(d, S___package__, name)) return RAISED;
  } else {
    const s = changetype<StrObject>(<usize>name), dot = lastPart(s);
    const p = strNew(s.data, dot == 0 ? 0 : dot - 1);
    if (p == RAISED || !tableSetName(d, S___package__, p)) return RAISED;
  }
  if (file != NOTHING && !tableSetName(d, S___file__, file)) return RAISED;
  if (!tableSetName(modules(), <usize>name, m)) return RAISED;
  if (parent != NOTHING && !setAttr(parent, last, m)) return RAISED;
  return m;
}
/** Compiles or reads the file at realPath and pushes its body. what: SOURCE_FILE or MPY_FILE. */
function loadFile(name: Value, last: Value, parent: Value, folder: Value, kind: u32,
    what: i32): i32 {
  const file = shownPath;
  keep(file);
  if (!readFile(realPath)) return FAILED;
  const code = what == MPY_FILE ? mpyRead(fileAt, fileBytes) : compileSource(fileAt, fileBytes,
    file, 0);
  freeRaw(fileAt);
  if (code == RAISED) return FAILED;
  keep(code);
  const m = newModule(name, last, parent, folder, file);
  return m == RAISED ? FAILED : pushBody(name, code, m, kind);
}
/** Content of the last file read: a raw cell. */
export let fileAt: usize = 0;
export let fileBytes: u32 = 0;
/** Reads a whole file into fileAt, fileBytes. False with OSError or MemoryError pending. */
export function readFile(path: Value): bool {
  flushOpenFiles();
  const p = changetype<StrObject>(<usize>path);
  const f = fsOpen(p.data, p.lengthBytes, FS_READ);
  if (f < 0) { raiseOS(-f); return false; }
  const t = textNew();
  while (true) {
    const to = t.reserve(16384);
    if (to == 0) break;
    const n = fsRead(f, to, 16384);
    if (n < 0) { fsClose(f); raiseOS(-n); return false; }
    if (n == 0) break;
    t.length += n;
  }
  fsClose(f);
  if (t.failed != 0) { t.finish(); return false; }
  fileAt = t.data;
  fileBytes = t.length;
  return true;
}

/** ImportFrom. */
export function importFrom(module: Value, name: Value): Value {
  const v = getAttrOptional(module, name);
  if (v != NOTHING || raised()) return v;
  if (isExactly(module, MODULE_TYPE)) {
    // A submodule that is still being imported is not yet an attribute.
    const own = tableGetName(changetype<TableObject>(changetype<ModuleObject>(<usize>module).dict),
      S___name__);
    if (own != NOTHING && isExactly(own, STR_TYPE)) {
      const t = textNew();
      t.format("%s.%s", own, name);
      const full = t.finish();
      if (full == RAISED) return RAISED;
      const sub = tableGetName(modules(), <usize>internStr(full));
      if (sub != NOTHING) return sub;
      return raiseFormat(ImportError, "cannot import name '%s' from '%s'", name, own);
    }
  }
  return raiseWith(ImportError, "cannot import name '%s'", name);
}
/** from module import *: into the frame's namespace. */
export function importStar(module: Value): bool {
  const f = frame();
  const to = f.locals == 0 ? f.globals : f.locals;
  const base = rootsMark();
  keep(module);
  let ok = true;
  const all = getAttrOptional(module, <u64>S___all__);
  if (all != NOTHING) {
    keep(all);
    const it = getIter(all);
    ok = it != RAISED;
    keep(it);
    while (ok) {
      const name = iterNext(it);
      if (name == END) break;
      if (name == RAISED || !isExactly(name, STR_TYPE)) {
        ok = false;
        if (!raised()) raise(ImportError, "Item in __all__ must be str");
        break;
      }
      const v = getAttr(module, internStr(name));
      ok = v != RAISED && setItem(<u64>to, internStr(name), v);
    }
  } else if (raised()) {
    ok = false;
  } else if (isJsObject(module)) {
    ok = importMembers(module, <u64>to);
  } else if (isExactly(module, MODULE_TYPE)) {
    const d = changetype<TableObject>(changetype<ModuleObject>(<usize>module).dict);
    for (let i = tableNext(d, 0); ok && i >= 0; i = tableNext(d, <u32>i + 1)) {
      const e = tableEntry(d, i);
      const s = changetype<StrObject>(<usize>entryKey(e));
      if (s.lengthBytes != 0 && load<u8>(s.data) == 95) continue;
      ok = setItem(<u64>to, entryKey(e), entryValue(e));
    }
  }
  release(base);
  return ok;
}
/** from module import * of a module of the host. */
function importMembers(module: Value, to: Value): bool {
  if (ffiAsk(changetype<JsObject>(<usize>module).index, FFI_ASK_NAMES) == FFI_RAISED) {
    raiseFfi();
    return false;
  }
  const names = takeFfiResult();
  keep(names);
  const l = changetype<ListObject>(<usize>names);
  for (let i: u32 = 0; i < l.length; i++) {
    const name = internStr(l.at(i));
    if (name == RAISED) return false;
    const s = changetype<StrObject>(<usize>name);
    if (s.lengthBytes == 0 || load<u8>(s.data) == 95) continue;
    const v = getAttr(module, name);
    if (v == RAISED || !setItem(to, name, v)) return false;
  }
  return true;
}

/** __import__ and natives that import: the same in nested runs. Returns the module named (not the
 *  first part). */
function importHook(name: Value, globals: Value, level: i32): Value {
  if (!enterNested()) return RAISED;
  const base = rootsMark();
  keep(name);
  keep(globals);
  let r: Value;
  while (true) {
    const inner = rootsMark();
    r = importSteps(name, <usize>globals, level, emptyTuple(), K_IMPORT | NESTED);
    release(inner);
    if (r != PUSHED) break;
    if (runNested() == RAISED) { r = RAISED; break; }
  }
  leaveNested();
  release(base);
  return r;
}
