// TypeBuilder: how built-in types register what they offer, at boot. Modules:
// objects/module_list.ts.
//
//   export function listInstall(): void {
//     const t = typeBegin(LIST_TYPE, "list", OBJECT_TYPE, listMark);
//     t.type().subscr = list_subscr.index;              // slots, by their table index
//     t.method("append", list_append, 1, 1);            // fewest, most arguments, self not counted
//     t.def("sort", list_sort, "*,key=,reverse=");      // by signature
//   }
//
// Signatures are written as in Python without values: names, `=` behind those that may be left out
// (their slot is then NOTHING), `/` ends the positional-only ones, `*` or `*args` begins the
// keyword-only ones, a last `**` collects further keywords. How slots arrive: objects/native.ts.
import { Value, RAISED } from "../core/value";
import { internBytes } from "./str";
import { TupleObject, tupleAlloc } from "./tuple";
import { TableObject, dictNew, tableSetName } from "./table";
import { TypeObject, TYPE_TYPE, OBJECT_TYPE, registerStaticType, nextTypeVersion } from "./type";
import {
  NativeFunction, nativeNew, getSetNew, VARARGS, NATIVE_KWARGS, NATIVE_CLASS,
  NATIVE_STATIC,
  NATIVE_RAW_SELF,
} from "./native";
import { NativeFn } from "./args";
import { NONE } from "./singletons";

/** Room for a name. */
const NAME: usize = memory.data(64, 8);
/** The interned str of a name, of which nothing else is made: what boot allocates lies without
 *  gaps. */
function nameOf(text: string): Value {
  return internBytes(NAME, <u32>String.UTF8.encodeUnsafe(changetype<usize>(text), text.length,
    NAME));
}

/** Gives a native its parameters. See the head of this file for the form. */
export function applySignature(f: NativeFunction, signature: string): void {
  const chars = signature.length;
  // first pass: count; second pass: fill
  let params = changetype<TupleObject>(0);
  for (let pass = 0; pass < 2; pass++) {
    let positional = 0, keywordOnly = 0, min = 0, required: u32 = 0, names = 0, slash = 0;
    let variadic = false, star = false, kwargs = false;
    let i = 0;
    while (i < chars) {
      let n: u32 = 0, optional = false, stars = 0;
      for (; i < chars; i++) {
        const c = signature.charCodeAt(i);
        if (c == 44) { i++; break; }                       // ,
        if (c == 42) { stars++; continue; }                // *
        if (c == 61) { optional = true; continue; }        // =
        if (c == 32) continue;
        store<u8>(NAME + n++, <u8>c);
      }
      if (stars == 2) { kwargs = true; continue; }
      if (stars == 1) { star = true; variadic = n != 0; continue; }
      // the slash: all before it are positional-only
      if (n == 1 && load<u8>(NAME) == 47) {
        slash = names;
        if (pass == 1) for (let k = 0; k < names; k++) params.set(k, NONE);
        continue;
      }
      if (pass == 1) params.set(names, internBytes(NAME, n));
      names++;
      if (star) {
        if (!optional) required |= <u32>1 << keywordOnly;
        keywordOnly++;
      } else {
        positional++;
        if (!optional) min++;
      }
    }
    if (pass == 0) { params = tupleAlloc(names); continue; }
    f.params = changetype<usize>(params);
    f.min = min;
    f.max = variadic ? VARARGS : positional;
    f.keywordOnly = <u32>keywordOnly | required << 16;
    if (kwargs) f.flags |= NATIVE_KWARGS;
  }
}

/** A type being built: the address is the TypeObject's. */
@unmanaged export class TypeBuilder {
  type(): TypeObject { return changetype<TypeObject>(changetype<usize>(this)); }
  /** An attribute of the class. */
  constant(name: string, v: Value): void { this.put(nameOf(name), v); }
  put(name: Value, v: Value): void {
    tableSetName(changetype<TableObject>(this.type().dict), <usize>name, v);
  }
  private add(name: string, fn: NativeFn, min: i32, max: i32, owner: usize,
      flags: u32): NativeFunction {
    const key = nameOf(name);
    const f = changetype<NativeFunction>(<usize>nativeNew(key, fn.index, min, max, owner));
    f.flags |= flags;
    this.put(key, <u64>changetype<usize>(f));
    return f;
  }
  /** A method: self is args.at(0) and not counted in min and max. max VARARGS: any number. */
  method(name: string, fn: NativeFn, min: i32, max: i32): void {
    this.add(name, fn, min, max, changetype<usize>(this), 0);
  }
  /** A method by signature (without self). */
  def(name: string, fn: NativeFn, signature: string): void {
    applySignature(this.add(name, fn, 0, 0, changetype<usize>(this), 0), signature);
  }
  /** A method whose self arrives as the instance itself (NATIVE_RAW_SELF). */
  rawMethod(name: string, fn: NativeFn, min: i32, max: i32): void {
    this.add(name, fn, min, max, changetype<usize>(this), NATIVE_RAW_SELF);
  }
  rawDef(name: string, fn: NativeFn, signature: string): void {
    applySignature(this.add(name, fn, 0, 0, changetype<usize>(this), NATIVE_RAW_SELF), signature);
  }
  /** A class method: args.at(0) is the class. */
  classMethod(name: string, fn: NativeFn, min: i32, max: i32): void {
    this.add(name, fn, min, max, 0, NATIVE_CLASS);
  }
  classDef(name: string, fn: NativeFn, signature: string): void {
    applySignature(this.add(name, fn, 0, 0, 0, NATIVE_CLASS), signature);
  }
  staticMethod(name: string, fn: NativeFn, min: i32, max: i32): void {
    this.add(name, fn, min, max, 0, NATIVE_STATIC);
  }
  staticDef(name: string, fn: NativeFn, signature: string): void {
    applySignature(this.add(name, fn, 0, 0, 0, NATIVE_STATIC), signature);
  }
  /** What calling the type does: args.at(0) is the type asked for (this one, or a class derived
   *  from it, for which a payload of this type is made), not counted in min and max. `T.__new__`
   *  wraps it (slot_wrappers.ts). */
  construct(fn: NativeFn, min: i32, max: i32): void {
    const f = changetype<NativeFunction>(<usize>nativeNew(this.type().name, fn.index, min, max, 0));
    f.flags |= NATIVE_STATIC | NATIVE_CLASS;
    this.type().construct = changetype<usize>(f);
  }
  constructDef(fn: NativeFn, signature: string): void {
    this.construct(fn, 0, 0);
    applySignature(changetype<NativeFunction>(this.type().construct), signature);
  }
  /** A computed attribute. get(self): Value; set(self, value): bool (value NOTHING deletes). */
  attribute(name: string, get: (self: Value) => Value): void { this.addGetSet(name, get.index, 0); }
  attributeSet(name: string, get: (self: Value) => Value,
      set: (self: Value, v: Value) => bool): void {
    this.addGetSet(name, get.index, set.index);
  }
  private addGetSet(name: string, get: u32, set: u32): void {
    const key = nameOf(name);
    this.put(key, getSetNew(key, get, set, changetype<usize>(this)));
  }
  /** Sets bits of typeFlags (TYPE_*). */
  flag(bits: u32): void { this.type().typeFlags |= bits; }
}

function noMark(address: usize): void {}
/** For types whose instances refer to nothing. */
export const NO_MARK: (address: usize) => void = noMark;

/** Begins a static built-in type. base 0 only for `object`. Its mro is made when all types are
 *  built. */
export function typeBegin(type: usize, name: string, base: usize,
    mark: (address: usize) => void): TypeBuilder {
  const t = changetype<TypeObject>(type);
  t.klass = TYPE_TYPE;
  t.flags = 0;
  t.self = <u32>type;
  t.mark = mark.index == NO_MARK.index ? 0 : mark.index;
  t.name = nameOf(name);
  t.dict = <usize>dictNew();
  t.base = base;
  t.native = type == OBJECT_TYPE ? 0 : type;
  t.version = nextTypeVersion();
  registerStaticType(type);
  return changetype<TypeBuilder>(type);
}
