// code: the Python type of code objects, and the hidden type of their contexts.
import { Value, NOTHING, smallIntNew } from "../core/value";
import { typeBegin } from "../objects/builder";
import { OBJECT_TYPE, TYPE_FINAL } from "../objects/type";
import { Text } from "../objects/text";
import { TupleObject, tupleNew, emptyTuple } from "../objects/tuple";
import { CODE_TYPE, CODE_CONTEXT_TYPE, CODE_GENERATOR, CODE_VARARGS, CODE_VARKEYWORDS,
  CODE_COROUTINE,
  CODE_ASYNC_GENERATOR, CodeObject, CodeContext, codeMark, contextMark } from "./code";

@inline function code(v: Value): CodeObject { return changetype<CodeObject>(<usize>v); }
function co_name(v: Value): Value { return code(v).name; }
function co_qualname(v: Value): Value {
  return code(v).qualifiedName != NOTHING ? code(v).qualifiedName : code(v).name;
}
function co_filename(v: Value): Value {
  return changetype<TupleObject>(changetype<CodeContext>(code(v).context).names).at(0);
}
function co_firstlineno(v: Value): Value { return smallIntNew(code(v).firstLine); }
function co_argcount(v: Value): Value {
  return smallIntNew(code(v).positional - code(v).freeVariables);
}
function co_posonlyargcount(v: Value): Value { return smallIntNew(code(v).positionalOnly); }
function co_kwonlyargcount(v: Value): Value { return smallIntNew(code(v).keywordOnly); }
function co_nlocals(v: Value): Value {
  return smallIntNew(code(v).localNames == 0 ? 0
    : changetype<TupleObject>(code(v).localNames).length);
}
/** Names of the locals, free variables left out. */
function co_varnames(v: Value): Value {
  if (code(v).localNames == 0) return emptyTuple();
  const names = changetype<TupleObject>(code(v).localNames);
  const free = code(v).freeVariables;
  return tupleNew(names.items() + (<usize>free << 3), names.length - free);
}
/** CPython's CO_* flags. */
function co_flags(v: Value): Value {
  const f = code(v).codeFlags;
  return smallIntNew((f & CODE_VARARGS ? 4 : 0) | (f & CODE_VARKEYWORDS ? 8 : 0)
    | (f & CODE_ASYNC_GENERATOR ? 0x200 : f & CODE_COROUTINE ? 0x80 : f & CODE_GENERATOR ? 0x20
    : 0));
}
function codeRepr(v: Value, out: Text): bool {
  out.format("<code object %s at 0x%p", code(v).name, v);
  return out.format(", file \"%s\", line %d>", co_filename(v), code(v).firstLine);
}
export function codeInstall(): void {
  const t = typeBegin(CODE_TYPE, "code", OBJECT_TYPE, codeMark);
  t.flag(TYPE_FINAL);
  t.type().repr = codeRepr.index;
  t.attribute("co_name", co_name);
  t.attribute("co_qualname", co_qualname);
  t.attribute("co_filename", co_filename);
  t.attribute("co_firstlineno", co_firstlineno);
  t.attribute("co_argcount", co_argcount);
  t.attribute("co_posonlyargcount", co_posonlyargcount);
  t.attribute("co_kwonlyargcount", co_kwonlyargcount);
  t.attribute("co_nlocals", co_nlocals);
  t.attribute("co_varnames", co_varnames);
  t.attribute("co_flags", co_flags);
  typeBegin(CODE_CONTEXT_TYPE, "code_context", OBJECT_TYPE, contextMark);
}
