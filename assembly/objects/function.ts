// function: what `def` and `lambda` make. Calling it is the VM's work (vm/calls.ts).
import { Value, RAISED, NOTHING } from "../core/value";
import { clearWords } from "../core/memory";
import { Header, TYPE_BYTES, isExactly } from "../heap/header";
import { allocObject } from "../heap/allocator";
import { markValue, markObject } from "../heap/collector";
import { raise, raiseNoMemory, raiseFormat, TypeError, ValueError } from "./errors";
import { Args } from "./args";
import { Text } from "./text";
import { StrObject } from "./str";
import { TupleObject, TUPLE_TYPE } from "./tuple";
import { TableObject, DICT_TYPE, dictNew, tableGetName } from "./table";
import { OBJECT_TYPE, TYPE_FINAL, TYPE_BINDS } from "./type";
import { typeBegin } from "./builder";
import { NONE } from "./singletons";
import { strPart, payloadOf } from "./protocol";
import { CodeObject, CODE_TYPE, CODE_BUILTIN } from "../bytecode/code";
import { boundMethodNew } from "./bound_method";
import { S___name__ } from "./names";

export const FUNCTION_TYPE: usize = memory.data(TYPE_BYTES, 16);
/** A built-in function that is written in Python (CODE_BUILTIN): a FunctionObject that does not
 *  bind. */
export const BUILTIN_TYPE: usize = memory.data(TYPE_BYTES, 16);

//  0      4      8    12      16       20         24      28   32   36          40   48       56  64
//  |klass |flags |code|globals|defaults|kwdefaults|closure|dict|entry|annotations|name|qualname|doc|module
@unmanaged export class FunctionObject extends Header {
  /** CodeObject (bytecode/code.ts). */
  code: usize;
  /** DictObject of the module it was defined in. */
  globals: usize;
  /** TupleObject: values for the last positional arguments; 0: none. */
  defaults: usize;
  /** DictObject of keyword-only arguments' defaults; 0: none. */
  kwdefaults: usize;
  /** TupleObject of CellObjects; 0: none. */
  closure: usize;
  /** DictObject of attributes that the program set; 0: none yet. */
  dict: usize;
  /** Native tier: table index of the compiled function, 0: none. */
  entry: u32;
  /** DictObject: __annotations__; 0: none yet. */
  annotations: usize;
  /** NOTHING: the code's. */
  name: Value;
  /** NOTHING: the code's. */
  qualname: Value;
  /** NOTHING: the code's docstring. */
  doc: Value;
  /** NOTHING: __name__ of globals. */
  module: Value;
}

/** A new function; addresses as in FunctionObject (0: none). Raises MemoryError. */
export function functionNew(code: usize, globals: usize, defaults: usize, kwdefaults: usize,
    closure: usize): Value {
  const f = changetype<FunctionObject>(allocObject(offsetof<FunctionObject>()));
  if (changetype<usize>(f) == 0) return raiseNoMemory(offsetof<FunctionObject>());
  clearWords(changetype<usize>(f), (offsetof<FunctionObject>() + 7) >> 3);
  f.klass = changetype<CodeObject>(code).codeFlags & CODE_BUILTIN ? BUILTIN_TYPE : FUNCTION_TYPE;
  f.code = code;
  f.globals = globals;
  f.defaults = defaults;
  f.kwdefaults = kwdefaults;
  f.closure = closure;
  return <u64>changetype<usize>(f);
}
/** mark slot. */
export function functionMark(address: usize): void {
  const f = changetype<FunctionObject>(address);
  markObject(f.code);
  markObject(f.globals);
  markObject(f.defaults);
  markObject(f.kwdefaults);
  markObject(f.closure);
  markObject(f.dict);
  markObject(f.annotations);
  markValue(f.name);
  markValue(f.qualname);
  markValue(f.doc);
  markValue(f.module);
}
@inline export function isFunction(v: Value): bool { return isExactly(v, FUNCTION_TYPE); }

// ---- what programs see ----

@inline function part(v: Value): FunctionObject { return changetype<FunctionObject>(<usize>v); }
@inline function codeOf(f: FunctionObject): CodeObject { return changetype<CodeObject>(f.code); }
/** __name__, a StrObject. */
export function functionName(f: FunctionObject): Value {
  return f.name != NOTHING ? f.name : codeOf(f).name;
}
/** __qualname__, a StrObject. */
export function functionQualname(f: FunctionObject): Value {
  if (f.qualname != NOTHING) return f.qualname;
  const q = codeOf(f).qualifiedName;
  return q != NOTHING ? q : functionName(f);
}
/** __doc__: a str or None. */
export function functionDoc(f: FunctionObject): Value {
  if (f.doc != NOTHING) return f.doc;
  const d = codeOf(f).docstring;
  return d != NOTHING ? d : NONE;
}
function function_name(self: Value): Value { return functionName(part(self)); }
function function_qualname(self: Value): Value { return functionQualname(part(self)); }
/** A str to store; 0 with TypeError pending. */
function nameOf(v: Value, message: string): usize {
  const s = v == NOTHING ? changetype<StrObject>(0) : strPart(v);
  if (changetype<usize>(s) == 0) raise(TypeError, message);
  return changetype<usize>(s);
}
function function_setName(self: Value, v: Value): bool {
  const s = nameOf(v, "__name__ must be set to a string object");
  if (s != 0) part(self).name = <u64>s;
  return s != 0;
}
function function_setQualname(self: Value, v: Value): bool {
  const s = nameOf(v, "__qualname__ must be set to a string object");
  if (s != 0) part(self).qualname = <u64>s;
  return s != 0;
}
function function_doc(self: Value): Value { return functionDoc(part(self)); }
function function_setDoc(self: Value, v: Value): bool {
  part(self).doc = v == NOTHING ? NONE : v;
  return true;
}
function function_module(self: Value): Value {
  const f = part(self);
  if (f.module != NOTHING) return f.module;
  const v = f.globals == 0 ? NOTHING : tableGetName(changetype<TableObject>(f.globals), S___name__);
  return v != NOTHING ? v : NONE;
}
function function_setModule(self: Value, v: Value): bool {
  part(self).module = v == NOTHING ? NONE : v;
  return true;
}
function function_code(self: Value): Value { return <u64>part(self).code; }
function function_setCode(self: Value, v: Value): bool {
  const f = part(self);
  if (v == NOTHING || !isExactly(v, CODE_TYPE)) {
    raise(TypeError, "__code__ must be set to a code object");
    return false;
  }
  const code = changetype<CodeObject>(<usize>v);
  const have = f.closure == 0 ? 0 : changetype<TupleObject>(f.closure).length;
  if (code.freeVariables != have) {
    raiseFormat(ValueError, "%s() requires a code object with %d free vars, not %d",
      functionName(f), have, code.freeVariables);
    return false;
  }
  f.code = <usize>v;
  f.entry = 0;
  return true;
}
function function_globals(self: Value): Value { return <u64>part(self).globals; }
function orNone(address: usize): Value { return address == 0 ? NONE : <u64>address; }
function function_closure(self: Value): Value { return orNone(part(self).closure); }
function function_defaults(self: Value): Value { return orNone(part(self).defaults); }
/** What given() answers when TypeError is pending. */
const WRONG: usize = <usize>-1;
/** What is to be stored of `v`, a tuple or dict (`type`), None or nothing: its address or 0; WRONG
 *  with TypeError pending. */
function given(v: Value, type: usize, message: string): usize {
  if (v == NOTHING || v == NONE) return 0;
  const at = payloadOf(v, type);
  if (at != 0) return at;
  raise(TypeError, message);
  return WRONG;
}
function function_setDefaults(self: Value, v: Value): bool {
  const t = given(v, TUPLE_TYPE, "__defaults__ must be set to a tuple object");
  if (t != WRONG) part(self).defaults = t;
  return t != WRONG;
}
function function_kwdefaults(self: Value): Value { return orNone(part(self).kwdefaults); }
function function_setKwdefaults(self: Value, v: Value): bool {
  const d = given(v, DICT_TYPE, "__kwdefaults__ must be set to a dict object");
  if (d != WRONG) part(self).kwdefaults = d;
  return d != WRONG;
}
function function_annotations(self: Value): Value {
  const f = part(self);
  if (f.annotations == 0) {
    const d = dictNew();
    if (d == RAISED) return RAISED;
    f.annotations = <usize>d;
  }
  return <u64>f.annotations;
}
function function_setAnnotations(self: Value, v: Value): bool {
  const d = given(v, DICT_TYPE, "__annotations__ must be set to a dict object");
  if (d != WRONG) part(self).annotations = d;
  return d != WRONG;
}
function function_repr(v: Value, out: Text): bool {
  return out.format("<function %s at 0x%p>", functionQualname(part(v)), v);
}
function builtin_repr(v: Value, out: Text): bool {
  out.literal("<built-in function ");
  out.str(functionName(part(v)));
  out.literal(">");
  return true;
}
function builtin_self(self: Value): Value { return NONE; }
/** f.__get__(object, type). */
function function_get(args: Args, n: i32): Value {
  return args.at(1) == NONE ? args.at(0) : boundMethodNew(args.at(0), args.at(1));
}

export function functionInstall(): void {
  const t = typeBegin(FUNCTION_TYPE, "function", OBJECT_TYPE, functionMark);
  t.flag(TYPE_FINAL | TYPE_BINDS);
  t.type().repr = function_repr.index;
  t.attributeSet("__name__", function_name, function_setName);
  t.attributeSet("__qualname__", function_qualname, function_setQualname);
  t.attributeSet("__doc__", function_doc, function_setDoc);
  t.attributeSet("__module__", function_module, function_setModule);
  t.attributeSet("__code__", function_code, function_setCode);
  t.attributeSet("__defaults__", function_defaults, function_setDefaults);
  t.attributeSet("__kwdefaults__", function_kwdefaults, function_setKwdefaults);
  t.attributeSet("__annotations__", function_annotations, function_setAnnotations);
  t.attribute("__globals__", function_globals);
  t.attribute("__closure__", function_closure);
  t.method("__get__", function_get, 1, 2);
  const b = typeBegin(BUILTIN_TYPE, "builtin_function_or_method", OBJECT_TYPE, functionMark);
  b.flag(TYPE_FINAL);
  b.type().repr = builtin_repr.index;
  b.attribute("__name__", function_name);
  b.attribute("__qualname__", function_name);
  b.attribute("__doc__", function_doc);
  b.attribute("__module__", function_module);
  b.attribute("__self__", builtin_self);
}
