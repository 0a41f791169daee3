// Type objects: what every built-in type and every Python class is.
//
// A type is a block of fields and *slots*: table indices of the functions that the rest of the core
// calls for an operation (0: the type has none). Built-in types are static (XXX_TYPE = memory.data
// in the type's file) and fill their slots in their own file with a TypeBuilder
// (objects/builder.ts). Classes made by Python are heap objects whose slots are the instance
// functions of objects/instance.ts, which look for __dunder__ methods. objects/protocol.ts calls
// slots; nobody else need look at them.
//
//  0      4      8     12    16    24    28   32     36    40      44       48         52
//  |klass |flags |self |mark |name |dict |mro |bases |base |native |version |typeFlags |rootShape ...
import { Value } from "../core/value";
import { Header, TYPE_BYTES, KLASS_TYPE, headersInit, typeOf } from "../heap/header";
import { TYPE_MARK, addRootMarker, markObject, markRaw, markValue } from "../heap/collector";
import { ListObject } from "./list";

@unmanaged export class TypeObject extends Header {
  /** Address of this type: makes typeAt() work for types and shapes alike. */
  self: u32;
  /** mark(address: usize): void. Marks the children of an instance. */
  mark: u32;
  /** Name, a str. */
  name: Value;
  /** DictObject with the attributes; 0 until the builder or class statement makes it. */
  dict: usize;
  /** TupleObject: method resolution order, this type first. */
  mro: usize;
  /** TupleObject: the bases as written. */
  bases: usize;
  /** First base, 0 for object. */
  base: usize;
  /** For a class derived from a built-in type with a payload (list, int, Exception ...): that
   *  built-in type; its instances hold the payload in InstanceObject.native. For a built-in type:
   *  itself. 0: none. */
  native: usize;
  /** Changes (to a number never used before) whenever attributes of this type or of a base
   *  change. */
  version: u32;
  /** TYPE_* flags below. */
  typeFlags: u32;
  /** ShapeObject that new instances begin with; classes only. */
  rootShape: usize;
  /** Next static type: all of them are roots. */
  nextStatic: usize;
  /** ListObject of direct subclasses (weak), 0: none. For version changes and __subclasses__. */
  subclasses: usize;
  /** call(callee: Value, args: Args, n: i32, kwargs: Value): Value. kwargs: a dict or NOTHING. */
  call: u32;
  /** getattr(object: Value, name: Value): Value. Replaces the whole attribute lookup of the
   *  type. */
  getattr: u32;
  /** setattr(object: Value, name: Value, value: Value): bool. value NOTHING deletes. */
  setattr: u32;
  /** binary(op: i32, left: Value, right: Value): Value. Called for the left operand's type, then
   *  for the right's if that is another: must look at both. NOT_HANDLED: does not know this pair.
   *  op: OP_* below. */
  binary: u32;
  /** unary(op: i32, v: Value): Value. NOT_HANDLED: has no such operator. */
  unary: u32;
  /** compare(op: i32, left: Value, right: Value): Value. As binary; op: CMP_*; usually True or
   *  False. */
  compare: u32;
  /** hash(v: Value): i64. On error returns anything with the exception pending (raised()). 0 as
   *  slot: by address. HASH_NONE as slot: unhashable. */
  hash: u32;
  /** truth(v: Value): i32. 1, 0; -1 with an exception pending. */
  truth: u32;
  /** length(v: Value): i64. -1 with an exception pending. */
  length: u32;
  /** iter(v: Value): Value. */
  iter: u32;
  /** next(v: Value): Value. END: exhausted. */
  next: u32;
  /** subscr(v: Value, key: Value): Value. */
  subscr: u32;
  /** setSubscr(v: Value, key: Value, item: Value): bool. item NOTHING deletes. */
  setSubscr: u32;
  /** contains(v: Value, item: Value): i32. 1, 0; -1 with an exception pending. */
  contains: u32;
  /** repr(v: Value, out: Text): bool. Appends repr(v). */
  repr: u32;
  /** str(v: Value, out: Text): bool. 0 as slot: as repr. */
  str: u32;
  /** buffer(v: Value, info: Buffer, writable: bool): bool. Fills info (objects/buffer.ts). */
  buffer: u32;
  /** NativeFunction of __new__: called with the type and the arguments. 0: cannot be called. */
  construct: usize;
  /** descriptorGet(descriptor: Value, object: Value, type: usize): Value. object NOTHING: on the
   *  class. */
  descriptorGet: u32;
  /** descriptorSet(descriptor: Value, object: Value, value: Value): bool. value NOTHING deletes. */
  descriptorSet: u32;
  /** finalize(v: Value): void. Run at a safepoint after the object was found dead
   *  (heap/finalizers.ts). */
  finalize: u32;
  /** runsPython(v: Value): bool. Iterating v may run Python code (objects/iterators.ts). 0 as slot:
   *  never; RUNS_PYTHON_ALWAYS as slot: always. */
  runsPython: u32;
  /** Built-in types: which operators the binary slot knows, for the special methods shown to
   *  programs. Bit OP_*; bit 16 + OP_*: in place. */
  binaryMask: u32;
  /** Built-in types: which UN_* the unary slot knows, as bits; bit 16 + ...: see
   *  slot_wrappers.ts. */
  unaryMask: u32;
  /** Classes: __qualname__, a str, if it is another than the name; 0. */
  qualname: usize;
  spare1: u32;
  spare2: u32;
  spare3: u32;
}
if (offsetof<TypeObject>() != TYPE_BYTES) ERROR("TYPE_BYTES is not the size of TypeObject");
if (offsetof<TypeObject>("self") != KLASS_TYPE) ERROR("KLASS_TYPE");
if (offsetof<TypeObject>("mark") != TYPE_MARK) ERROR("TYPE_MARK");

// typeFlags
/** Made by a class statement: instances are InstanceObjects. */
export const TYPE_HEAP: u32 = 1;
/** Derives from BaseException. */
export const TYPE_EXCEPTION: u32 = 2;
/** Cannot be a base class (bool, NoneType, function ...). */
export const TYPE_FINAL: u32 = 4;
/** A subclass of type: a metaclass. */
export const TYPE_META: u32 = 8;
/** The class or a base defines this method in Python, so the fast path is closed. */
export const TYPE_HAS_GETATTRIBUTE: u32 = 0x10;
export const TYPE_HAS_GETATTR: u32 = 0x20;
export const TYPE_HAS_SETATTR: u32 = 0x40;
export const TYPE_HAS_DELATTR: u32 = 0x80;
export const TYPE_HAS_EQ: u32 = 0x100;
export const TYPE_HAS_DEL: u32 = 0x200;
/** Built-in whose __init__ fills it (list, dict, set ...): __new__ ignores the arguments. */
export const TYPE_INIT_FILLS: u32 = 0x400;
/** Instances are data descriptors (have descriptorSet or __set__/__delete__). */
export const TYPE_DATA_DESCRIPTOR: u32 = 0x800;
/** Instances are functions that bind when found on a class. */
export const TYPE_BINDS: u32 = 0x1000;
/** match: sequence and mapping patterns accept instances. */
export const TYPE_SEQUENCE: u32 = 0x2000;
export const TYPE_MAPPING: u32 = 0x4000;
/** __slots__ without __dict__: only the named attributes can be set. */
export const TYPE_SLOTS_ONLY: u32 = 0x8000;

/** Objects of the type can be held weakly (objects/weak.ts); what derives from it need not say so
 *  again. The bit before is TYPE_CALLABLE (slot_wrappers.ts). */
export const TYPE_WEAK: u32 = 0x20000;
/** An iterator whose `next` slot runs no Python and comes to an end, unless the type has a
 *  runsPython slot. */
export const TYPE_PLAIN_ITERATOR: u32 = 0x40000;
/** __abstractmethods__ is not empty: no instances. */
export const TYPE_ABSTRACT: u32 = 0x80000;

/** In the `hash` slot: the type is unhashable. */
export const HASH_NONE: u32 = 0xffffffff;

// Binary operators, in the order of the bytecode (mpy-format.md 5.3 from INPLACE_OR on).
export const OP_OR: i32 = 0;
export const OP_XOR: i32 = 1;
export const OP_AND: i32 = 2;
export const OP_LSHIFT: i32 = 3;
export const OP_RSHIFT: i32 = 4;
export const OP_ADD: i32 = 5;
export const OP_SUB: i32 = 6;
export const OP_MUL: i32 = 7;
export const OP_MATMUL: i32 = 8;
export const OP_FLOORDIV: i32 = 9;
export const OP_TRUEDIV: i32 = 10;
export const OP_MOD: i32 = 11;
export const OP_POW: i32 = 12;
export const OP_DIVMOD: i32 = 13;
/** Number of binary operators; op + OP_INPLACE is the in-place form. */
export const OP_INPLACE: i32 = 16;
// Comparisons.
export const CMP_LT: i32 = 0;
export const CMP_GT: i32 = 1;
export const CMP_EQ: i32 = 2;
export const CMP_LE: i32 = 3;
export const CMP_GE: i32 = 4;
export const CMP_NE: i32 = 5;
/** For each comparison, three bits: whether it holds for less, equal and more. */
const HOLDS: u32 = 1 | 4 << 3 | 2 << 6 | 3 << 9 | 6 << 12 | 5 << 15;
/** Whether `a op b` holds for numbers, op one of CMP_*. */
export function orderHolds(op: i32, a: i64, b: i64): bool {
  return (HOLDS >> (op * 3 + <i32>(a > b) - <i32>(a < b) + 1) & 1) != 0;
}
// Unary operators and conversions.
export const UN_POS: i32 = 0;
export const UN_NEG: i32 = 1;
export const UN_INVERT: i32 = 2;
export const UN_ABS: i32 = 3;
/** int(v), float(v), complex(v), operator.index(v): a value of that type, or NOT_HANDLED. */
export const UN_INT: i32 = 4;
export const UN_FLOAT: i32 = 5;
export const UN_COMPLEX: i32 = 6;
export const UN_INDEX: i32 = 7;

export const OBJECT_TYPE: usize = memory.data(TYPE_BYTES, 16);
export const TYPE_TYPE: usize = memory.data(TYPE_BYTES, 16);

let staticTypes: usize = 0;
/** Versions given out so far; never reused. */
let versions: u32 = 0;
export function nextTypeVersion(): u32 { return ++versions; }

/** Makes a static type known to the collector. The builder calls it. */
export function registerStaticType(type: usize): void {
  changetype<TypeObject>(type).nextStatic = staticTypes;
  staticTypes = type;
}
/** Walks all static types: the first, then each one's nextStatic. */
export function firstStaticType(): usize { return staticTypes; }

/** Marks what a type refers to (also the root marker's work for static types). */
export function typeMark(address: usize): void {
  const t = changetype<TypeObject>(address);
  markValue(t.name);
  markObject(t.dict);
  markObject(t.mro);
  markObject(t.bases);
  markObject(t.base);
  markObject(t.rootShape);
  // Subclasses are held weakly: type_class.ts drops the dead ones.
  if (t.subclasses != 0) {
    markRaw(t.subclasses);
    markRaw(changetype<ListObject>(t.subclasses).items);
  }
  markObject(t.construct);
  markObject(t.qualname);
}
function markStaticTypes(): void {
  for (let t = staticTypes; t != 0; t = changetype<TypeObject>(t).nextStatic) typeMark(t);
}
export function typesInit(): void {
  headersInit();
  addRootMarker(markStaticTypes);
}

/** The type object of a value. */
export function typeObjectOf(v: Value): TypeObject { return changetype<TypeObject>(typeOf(v)); }
