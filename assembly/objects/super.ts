// super: attribute look-up that begins behind a class in the mro. attributes.ts does the looking
// up.
import { Value, RAISED, NOTHING, isObject } from "../core/value";
import { Header, TYPE_BYTES, typeOf } from "../heap/header";
import { allocObject } from "../heap/allocator";
import { markValue, markObject } from "../heap/collector";
import { keep, release } from "../heap/roots";
import { raise, raised, raiseNoMemory, isSubtype, raiseWith, TypeError,
  RuntimeError } from "./errors";
import { Args } from "./args";
import { Text } from "./text";
import { TupleObject } from "./tuple";
import { OBJECT_TYPE, TypeObject, TYPE_META } from "./type";
import { typeBegin } from "./builder";
import { NONE } from "./singletons";
import { findAlong } from "./type_lookup";
import { superArguments } from "./hooks";
import { getAttrOptional } from "./attributes";
import { S___class__ } from "./names";

export const SUPER_TYPE: usize = memory.data(TYPE_BYTES, 16);

@unmanaged export class SuperObject extends Header {
  /** TypeObject behind which the search begins. */
  type: usize;
  /** Class whose mro is searched: that of self, or self itself if that is a class; 0: unbound. */
  selfType: usize;
  /** The object; NOTHING: unbound. For class methods the class. */
  self: Value;
}
function superMark(address: usize): void {
  const s = changetype<SuperObject>(address);
  markObject(s.type);
  markObject(s.selfType);
  markValue(s.self);
}
/** Fills a super object for super(cls, self). Raises TypeError: false. May run Python, which may use
 *  `s` as well: it is filled after that. */
export function fillSuper(s: SuperObject, cls: Value, self: Value): bool {
  if (!(changetype<TypeObject>(typeOf(cls)).typeFlags & TYPE_META)) {
    raiseWith(TypeError, "super() argument 1 must be a type, not %t", cls);
    return false;
  }
  let type: usize = 0;
  if (self != NOTHING) {
    type = <usize>self;
    if (!isClassBelow(self, cls)) type = typeOf(self);
    if (!isSubtype(type, <usize>cls)) {
      // A proxy says what it stands for.
      const claimed = getAttrOptional(self, <u64>S___class__);
      if (raised()) return false;
      if (claimed == NOTHING || !isClassBelow(claimed, cls)) {
        raise(TypeError, "super(type, obj): obj must be an instance or subtype of type");
        return false;
      }
      type = <usize>claimed;
    }
  }
  s.klass = SUPER_TYPE;
  s.type = <usize>cls;
  s.self = self;
  s.selfType = type;
  return true;
}
/** v is a class, the same as cls or derived from it. */
function isClassBelow(v: Value, cls: Value): bool {
  return isObject(v) && (changetype<TypeObject>(typeOf(v)).typeFlags & TYPE_META) != 0
    && isSubtype(<usize>v, <usize>cls);
}
/** Word of `name` behind the class; 0: not there, or unbound. */
export function superWord(s: SuperObject, name: usize): usize {
  if (s.selfType == 0) return 0;
  const mro = changetype<TupleObject>(changetype<TypeObject>(s.selfType).mro);
  let i: u32 = 0;
  while (i < mro.length && mro.at(i) != <u64>s.type) i++;
  return findAlong(mro, i + 1, name);
}
function superNew(cls: Value, self: Value): Value {
  const s = changetype<SuperObject>(allocObject(offsetof<SuperObject>()));
  if (changetype<usize>(s) == 0) return raiseNoMemory(offsetof<SuperObject>());
  s.klass = SUPER_TYPE;
  s.flags = 0;
  s.type = <usize>cls;
  s.selfType = 0;
  s.self = self;
  const v = <u64>changetype<usize>(s), base = keep(v);
  const ok = fillSuper(s, cls, self);
  release(base);
  return ok ? v : RAISED;
}
/** super(), super(cls), super(cls, self). The compiler passes both; without arguments the frame is
 *  asked. */
function super_construct(args: Args, n: i32): Value {
  if (n == 1) {
    const pair = superArguments();
    if (pair == NOTHING) return raise(RuntimeError, "super(): no arguments");
    if (pair == RAISED) return RAISED;
    const t = changetype<TupleObject>(<usize>pair);
    return superNew(t.at(0), t.at(1));
  }
  const self = n == 3 && args.at(2) != NONE ? args.at(2) : NOTHING;
  return superNew(args.at(1), self);
}
function super_repr(v: Value, out: Text): bool {
  const s = changetype<SuperObject>(<usize>v);
  return out.format(s.selfType == 0 ? "<super: <class '%n'>, NULL>"
    : "<super: <class '%n'>, <%n object>>", s.type, s.selfType);
}
function super_self(self: Value): Value {
  const v = changetype<SuperObject>(<usize>self).self;
  return v == NOTHING ? NONE : v;
}
function super_thisclass(self: Value): Value {
  return <u64>changetype<SuperObject>(<usize>self).type;
}
function super_selfClass(self: Value): Value {
  const t = changetype<SuperObject>(<usize>self).selfType;
  return t == 0 ? NONE : <u64>t;
}
/** Binding an unbound super found on a class. */
function super_get(descriptor: Value, object: Value, type: usize): Value {
  const s = changetype<SuperObject>(<usize>descriptor);
  return s.self != NOTHING || object == NOTHING ? descriptor : superNew(<u64>s.type, object);
}

export function superInstall(): void {
  const t = typeBegin(SUPER_TYPE, "super", OBJECT_TYPE, superMark);
  t.construct(super_construct, 0, 2);
  t.type().repr = super_repr.index;
  t.type().descriptorGet = super_get.index;
  t.attribute("__self__", super_self);
  t.attribute("__thisclass__", super_thisclass);
  t.attribute("__self_class__", super_selfClass);
}
