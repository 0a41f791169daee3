// The one rule for subclasses: natives get the exact built-in object as self.
import { Value, RAISED, isSmallInt, isInlineFloat } from "../core/value";
import { typeOf } from "../heap/header";
import { TypeObject, OBJECT_TYPE } from "./type";
import { InstanceObject, isInstance } from "./instance_layout";
import { NativeFunction, NATIVE_RAW_SELF } from "./native";
import { TypeError, isSubtype, raiseFormat } from "./errors";

/** `v` as natives of the type `owner` want it: itself, or the payload of an instance of a class
 *  that derives from owner. owner 0 or `object`: `v` as it is. `name` (a str) is for the message:
 *  raises TypeError if v is no such thing. */
export function methodSelf(owner: usize, v: Value, name: Value): Value {
  const t = typeOf(v);
  if (t == owner || owner == 0 || owner == OBJECT_TYPE) return v;
  const native = changetype<TypeObject>(t).native;
  if (native != 0 && (native == owner || isSubtype(native, owner)) && !isSmallInt(v)
      && !isInlineFloat(v)) {
    return isInstance(v) ? changetype<InstanceObject>(<usize>v).native : v;
  }
  if (isSubtype(t, owner)) return v;
  return raiseFormat(TypeError, "descriptor '%s' for '%n' objects doesn't apply to a '%n' object",
    name, owner, t);
}
/** The self that the NativeFunction `f` is to be called with. Raises TypeError. */
export function nativeSelf(f: NativeFunction, v: Value): Value {
  return f.flags & NATIVE_RAW_SELF ? rawSelf(f, v) : methodSelf(f.owner, v, f.name);
}
/** The instance itself is wanted; only its class is checked. */
function rawSelf(f: NativeFunction, v: Value): Value {
  return methodSelf(f.owner, v, f.name) == RAISED ? RAISED : v;
}
