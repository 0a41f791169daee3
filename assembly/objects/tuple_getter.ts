// _tuplegetter: the descriptor of a named tuple's field: item number `index` of the tuple.
import { Value, RAISED, NOTHING } from "../core/value";
import { Header, TYPE_BYTES } from "../heap/header";
import { markValue } from "../heap/collector";
import { objectNew } from "./object_new";
import { OBJECT_TYPE, TYPE_DATA_DESCRIPTOR, TYPE_FINAL } from "./type";
import {
  raise, raised, raiseWith, TypeError, AttributeError, IndexError,
} from "./errors";
import { Args } from "./args";
import { typeBegin } from "./builder";
import { TupleObject, TUPLE_TYPE } from "./tuple";
import { indexOf } from "./int";
import { payloadOf } from "./protocol";

export const TUPLE_GETTER_TYPE: usize = memory.data(TYPE_BYTES, 16);

//  0      4      8      12     16
//  |klass |flags |index |spare |doc
@unmanaged class TupleGetter extends Header {
  /** Unit: items. */
  index: u32;
  spare: u32;
  /** __doc__. */
  doc: Value;
}
function getterMark(address: usize): void { markValue(changetype<TupleGetter>(address).doc); }
/** _tuplegetter(index, doc). */
function tuplegetter_new(args: Args, n: i32): Value {
  const index = indexOf(args.at(1));
  if (raised()) return RAISED;
  const g = changetype<TupleGetter>(objectNew(TUPLE_GETTER_TYPE, offsetof<TupleGetter>()));
  if (changetype<usize>(g) == 0) return RAISED;
  g.index = <u32>index;
  g.spare = 0;
  g.doc = args.at(2);
  return <u64>changetype<usize>(g);
}
function tuplegetter_get(descriptor: Value, object: Value, type: usize): Value {
  if (object == NOTHING) return descriptor;
  const t = changetype<TupleObject>(payloadOf(object, TUPLE_TYPE));
  if (changetype<usize>(t) == 0) {
    return raiseWith(TypeError,
      "descriptor for index of tuple subclasses doesn't apply to '%t' object", object);
  }
  const index = changetype<TupleGetter>(<usize>descriptor).index;
  return index < t.length ? t.at(index) : raise(IndexError, "tuple index out of range");
}
function tuplegetter_set(descriptor: Value, object: Value, value: Value): bool {
  raise(AttributeError, value == NOTHING ? "can't delete attribute" : "can't set attribute");
  return false;
}
function tuplegetter_doc(self: Value): Value { return changetype<TupleGetter>(<usize>self).doc; }
function tuplegetter_setDoc(self: Value, doc: Value): bool {
  changetype<TupleGetter>(<usize>self).doc = doc;
  return true;
}
export function tupleGetterInstall(): void {
  const t = typeBegin(TUPLE_GETTER_TYPE, "_tuplegetter", OBJECT_TYPE, getterMark);
  t.flag(TYPE_FINAL | TYPE_DATA_DESCRIPTOR);
  t.construct(tuplegetter_new, 2, 2);
  t.attributeSet("__doc__", tuplegetter_doc, tuplegetter_setDoc);
  t.type().descriptorGet = tuplegetter_get.index;
  t.type().descriptorSet = tuplegetter_set.index;
}
