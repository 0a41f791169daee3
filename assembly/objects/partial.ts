// functools.partial: a callable with some arguments given beforehand.
// Behaviour: docs.python.org/3/library/functools.html#functools.partial.
import { Value, RAISED, NOTHING } from "../core/value";
import { Header, TYPE_BYTES, isExactly } from "../heap/header";
import { objectNew } from "./object_new";
import { markObject, markValue } from "../heap/collector";
import { rootsMark, rootsRoom, keep, release } from "../heap/roots";
import { OBJECT_TYPE } from "./type";
import { raise, TypeError, MemoryError } from "./errors";
import { Args } from "./args";
import { typeBegin } from "./builder";
import { Text } from "./text";
import { TupleObject, tupleNew } from "./tuple";
import { sequenceJoined } from "./sequence";
import { TableObject, DICT_TYPE, ENTRY, ENTRY_VALUE, tableCopy, dictNew } from "./table";
import { dictMerge } from "./dict";
import { isCallable } from "./type_object";
import { payloadOf, reprInto, reprEnter, reprLeave } from "./protocol";
import { callWithKeywords, tailCall, tailArg } from "./hooks";

export const PARTIAL_TYPE: usize = memory.data(TYPE_BYTES, 16);
/** The caches of lru_cache.ts, whose objects begin as partial's. */
export const LRU_CACHE_TYPE: usize = memory.data(TYPE_BYTES, 16);
/** True if objects of the type are PartialObjects. */
export function isPartialType(type: usize): bool {
  return type == PARTIAL_TYPE || type == LRU_CACHE_TYPE;
}

//  0      4      8   16    24        32
//  |klass |flags |fn |args |keywords |dict
@unmanaged export class PartialObject extends Header {
  fn: Value;
  /** A tuple. */
  args: Value;
  /** A dict. */
  keywords: Value;
  /** DictObject of the attributes set by the program; 0: none. */
  dict: usize;
  spare: u32;
}
export function partialMark(address: usize): void {
  const p = changetype<PartialObject>(address);
  markValue(p.fn);
  markValue(p.args);
  markValue(p.keywords);
  markObject(p.dict);
}
@inline function partialAt(v: Value): PartialObject { return changetype<PartialObject>(<usize>v); }

/** partial(f, *args, **keywords): signature "*args,**". */
function partial_new(args: Args, n: i32): Value {
  if (n < 2) return raise(TypeError, "type 'partial' takes at least one argument");
  let fn = args.at(1);
  if (!isCallable(fn)) return raise(TypeError, "the first argument must be callable");
  // A partial of a partial is flattened.
  const inner = changetype<PartialObject>(isExactly(fn, PARTIAL_TYPE) ? <usize>fn : 0);
  const rest = tupleNew(changetype<usize>(args.from(2)), n - 2);
  if (rest == RAISED) return RAISED;
  let given = rest, own = NOTHING;
  if (changetype<usize>(inner) != 0) {
    given = sequenceJoined(inner.args, rest);
    own = inner.keywords;
  }
  const keywords = united(own, args.at(n));
  if (given == RAISED || keywords == RAISED) return RAISED;
  const p = changetype<PartialObject>(objectNew(PARTIAL_TYPE, offsetof<PartialObject>()));
  if (changetype<usize>(p) == 0) return RAISED;
  p.fn = changetype<usize>(inner) != 0 ? inner.fn : fn;
  p.args = given;
  p.keywords = keywords;
  p.dict = 0;
  return <u64>changetype<usize>(p);
}
/** A new dict with what is in two, each of which may be NOTHING. Raises MemoryError. */
function united(first: Value, second: Value): Value {
  const r = first == NOTHING ? dictNew() : tableCopy(changetype<TableObject>(<usize>first),
    DICT_TYPE);
  return r == RAISED || second == NOTHING || dictMerge(changetype<TableObject>(<usize>r),
    changetype<TableObject>(<usize>second)) ? r : RAISED;
}
/** call slot. With at most 8 arguments and no keywords the call is handed over, so it does not
 *  nest. */
function partial_call(callee: Value, args: Args, n: i32, kwargs: Value): Value {
  const p = changetype<PartialObject>(payloadOf(callee, PARTIAL_TYPE));
  const given = changetype<TupleObject>(<usize>p.args);
  const count = <i32>given.length + n;
  const own = changetype<TableObject>(<usize>p.keywords);
  const noneGiven = kwargs == NOTHING || changetype<TableObject>(<usize>kwargs).used == 0;
  if (count <= 8 && own.used == 0 && noneGiven) {
    // The arguments may lie where tailArg writes: taken from the last to the first they are not
    // overwritten.
    for (let i = n - 1; i >= 0; i--) tailArg(<i32>given.length + i, args.at(i));
    for (let i: u32 = 0; i < given.length; i++) tailArg(i, given.at(i));
    return tailCall(p.fn, count);
  }
  if (!rootsRoom(count + 16)) return raise(MemoryError, "too many arguments");
  const base = rootsMark();
  let keywords = kwargs;
  if (own.used != 0) {
    keywords = united(p.keywords, kwargs);
    if (keywords == RAISED) return RAISED;
  }
  keep(callee); keep(keywords);
  const row = rootsMark();
  for (let i: u32 = 0; i < given.length; i++) keep(given.at(i));
  for (let i = 0; i < n; i++) keep(args.at(i));
  const r = callWithKeywords(p.fn, changetype<Args>(row), count, keywords);
  release(base);
  return r;
}
function partial_repr(v: Value, out: Text): bool {
  out.literal("functools.partial(");
  if (!reprEnter(v)) { out.literal("...)"); return true; }
  const p = partialAt(v);
  let ok = reprInto(p.fn, out);
  const given = changetype<TupleObject>(<usize>p.args);
  for (let i: u32 = 0; i < given.length && ok; i++) {
    ok = out.format(", %r", given.at(i));
  }
  const t = changetype<TableObject>(<usize>p.keywords);
  for (let n: u32 = 0; n < t.filled && ok; n++) {
    const e = t.entries + <usize>n * ENTRY;
    if (load<u64>(e) == NOTHING) continue;
    ok = out.format(", %v=%r", load<u64>(e), load<u64>(e, ENTRY_VALUE));
  }
  out.literal(")");
  reprLeave();
  return ok;
}
function partial_func(self: Value): Value { return partialAt(self).fn; }
function partial_args(self: Value): Value { return partialAt(self).args; }
function partial_keywords(self: Value): Value { return partialAt(self).keywords; }

export function partialInstall(): void {
  const t = typeBegin(PARTIAL_TYPE, "partial", OBJECT_TYPE, partialMark);
  t.constructDef(partial_new, "*args,**");
  t.type().call = partial_call.index;
  t.type().repr = partial_repr.index;
  t.attribute("func", partial_func);
  t.attribute("args", partial_args);
  t.attribute("keywords", partial_keywords);
}
