// Tracebacks: where an exception passed through, innermost entry last, and how they are printed.
import { Value, NOTHING } from "../core/value";
import { Header, TYPE_BYTES, isExactly, typeOf } from "../heap/header";
import { allocObject } from "../heap/allocator";
import { markObject, markValue } from "../heap/collector";
import { rootsMark, keep, release } from "../heap/roots";
import { typeBegin } from "../objects/builder";
import { OBJECT_TYPE, TYPE_FINAL, TypeObject } from "../objects/type";
import {
  ExceptionObject, exceptionPart, openHeap, closeHeap, isSubtype, takePending, SyntaxError,
} from "../objects/errors";
import { Text } from "../objects/text";
import { NONE } from "../objects/singletons";
import { smallIntNew, isSmallInt, smallInt } from "../core/value";
import { TupleObject, TUPLE_TYPE } from "../objects/tuple";
import { strInto } from "../objects/protocol";
import { installTracebackText } from "../objects/hooks";
import { CodeObject, CodeContext } from "../bytecode/code";
import { STR_TYPE } from "../objects/str";
import { TableObject, tableGetName } from "../objects/table";
import { ModuleObject, MODULE_TYPE, modulesDict } from "../objects/module";
import { S_sys, S_tracebacklimit } from "../objects/names";

export const TRACEBACK_TYPE: usize = memory.data(TYPE_BYTES, 16);

@unmanaged export class TracebackObject extends Header {
  /** CodeObject. */
  code: usize;
  line: u32;
  /** The entry further in; NOTHING for the last. */
  next: Value;
}
/** Puts an entry in front of the exception's traceback. Without memory the entry is left out. */
export function addTraceback(exception: Value, code: usize, line: u32): void {
  const e = exceptionPart(exception);
  if (changetype<usize>(e) == 0) return;
  const locked = openHeap(),
    t = changetype<TracebackObject>(allocObject(offsetof<TracebackObject>()));
  closeHeap(locked);
  if (changetype<usize>(t) == 0) return;
  t.klass = TRACEBACK_TYPE;
  t.flags = 0;
  t.code = code;
  t.line = line;
  t.next = e.traceback;
  e.traceback = <u64>changetype<usize>(t);
}
function tracebackMark(address: usize): void {
  markObject(changetype<TracebackObject>(address).code);
  markValue(changetype<TracebackObject>(address).next);
}
function tb_lineno(v: Value): Value {
  return smallIntNew(changetype<TracebackObject>(<usize>v).line);
}
function tb_next(v: Value): Value {
  const n = changetype<TracebackObject>(<usize>v).next;
  return n == NOTHING ? NONE : n;
}
function tb_code(v: Value): Value { return <u64>changetype<TracebackObject>(<usize>v).code; }
export function tracebackInstall(): void {
  const t = typeBegin(TRACEBACK_TYPE, "traceback", OBJECT_TYPE, tracebackMark);
  t.flag(TYPE_FINAL);
  t.attribute("tb_lineno", tb_lineno);
  t.attribute("tb_next", tb_next);
  t.attribute("tb_code", tb_code);
  installTracebackText(tracebackHook);
}
/** The hook tracebackText. */
function tracebackHook(exception: Value, out: Text, outer: bool): bool {
  formatException(exception, out, 0, outer);
  return true;
}

/** File name of a code object, a str. */
export function fileOf(code: usize): Value {
  const context = changetype<CodeContext>(changetype<CodeObject>(code).context);
  return changetype<TupleObject>(context.names).at(0);
}

/** Appends what an uncaught exception prints: causes and contexts first, the traceback with every
 *  frame, the type and message. False if making the message failed (its exception is swallowed, the
 *  text says so). outer: sys.tracebacklimit leaves the outermost frames, else the innermost. */
export function formatException(exception: Value, out: Text, depth: i32,
    outer: bool = false): void {
  const e = exceptionPart(exception);
  if (changetype<usize>(e) == 0) return;
  const base = rootsMark();
  keep(exception);
  keep(out.value());
  if (depth < 20) {
    if (e.cause != NOTHING && e.cause != NONE) {
      formatException(e.cause, out, depth + 1, outer);
      out.literal("\nThe above exception was the direct cause of the following exception:\n\n");
    } else if (e.context != NOTHING && e.context != NONE && e.suppress == 0) {
      formatException(e.context, out, depth + 1, outer);
      out.literal("\nDuring handling of the above exception, another exception occurred:\n\n");
    }
  }
  const syntax = isSubtype(typeOf(exception), SyntaxError) && syntaxPlace(e);
  const limit = tracebackLimit();
  if ((e.traceback != NOTHING && limit > 0) || syntax)
    out.literal("Traceback (most recent call last):\n");
  let hidden: i64 = -limit;
  for (let t = e.traceback; t != NOTHING && isExactly(t, TRACEBACK_TYPE); hidden++) {
    t = changetype<TracebackObject>(<usize>t).next;
  }
  if (outer) hidden = 0;
  let shown: i64 = 0;
  for (let t = e.traceback; t != NOTHING && isExactly(t, TRACEBACK_TYPE); t =
      changetype<TracebackObject>(<usize>t).next) {
    if (hidden-- > 0) continue;
    if (shown++ >= limit) break;
    const entry = changetype<TracebackObject>(<usize>t);
    out.format("  File \"%s\", line %d, in %s\n",
      fileOf(entry.code), entry.line, changetype<CodeObject>(entry.code).name);
  }
  if (syntax) {
    const place = changetype<TupleObject>(<usize>changetype<TupleObject>(<usize>e.args).at(1));
    out.format("  File \"%s\", line %d\n", place.at(0), smallInt(place.at(1)));
  }
  formatOnly(exception, e, out, syntax);
  release(base);
}
/** sys.tracebacklimit: so many frames are shown at most. */
function tracebackLimit(): i64 {
  const sys = tableGetName(changetype<TableObject>(<usize>modulesDict), S_sys);
  if (sys == NOTHING || !isExactly(sys, MODULE_TYPE)) return i64.MAX_VALUE;
  const limit = tableGetName(changetype<TableObject>(changetype<ModuleObject>(<usize>sys).dict),
    S_tracebacklimit);
  return limit != NOTHING && isSmallInt(limit) ? smallInt(limit) : i64.MAX_VALUE;
}
/** True if a SyntaxError's args say where: (message, (file, line, column, text)). */
function syntaxPlace(e: ExceptionObject): bool {
  const args = changetype<TupleObject>(<usize>e.args);
  if (args.length < 2 || !isExactly(args.at(1), TUPLE_TYPE)) return false;
  const place = changetype<TupleObject>(<usize>args.at(1));
  return place.length >= 2 && isExactly(place.at(0), STR_TYPE) && isSmallInt(place.at(1));
}
/** "Type: message" and a line end. */
function formatOnly(exception: Value, e: ExceptionObject, out: Text, syntax: bool): void {
  out.str(changetype<TypeObject>(typeOf(exception)).name);
  const mark = out.length;
  out.literal(": ");
  if (syntax) {
    if (!strInto(changetype<TupleObject>(<usize>e.args).at(0), out)) takePending();
  } else {
    if (!strInto(exception, out)) {
      takePending();
      out.truncate(mark);
      out.literal(": <exception str() failed>");
    }
    else if (out.length == mark + 2) out.truncate(mark);
  }
  out.literal("\n");
}
