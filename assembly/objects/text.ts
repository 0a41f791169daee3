// Text: a growing buffer of UTF-8 bytes, from which a str or bytes is made.
//
// Used by repr, join, format, messages. A Text is a heap object of a hidden type, so it can be kept
// on the roots stack while Python code runs (a nested __repr__): keep(t.value()). If memory runs
// out the Text remembers it, further appends do nothing, and finish() raises MemoryError: no need
// to test each step.
import { Value, RAISED } from "../core/value";
import { fillBytes } from "../core/memory";
import { decimalBefore } from "../core/digits";
import { utf8Encode, utf8Count, copyBytes } from "../core/utf8";
import { Header, TYPE_BYTES, typeOf } from "../heap/header";
import { chargeBytes, chargeScan } from "../heap/events";
import { allocObject, allocRaw, freeRaw, cellBytes } from "../heap/allocator";
import { markRaw } from "../heap/collector";
import { StrObject, strNew, STR_MAX } from "./str";
import { raiseNoMemory } from "./errors";
import { TypeObject } from "./type";
import { reprInto, strInto } from "./protocol";

/** The digits of an int are made here. */
const DIGITS: usize = memory.data(24, 8);
export const TEXT_TYPE: usize = memory.data(TYPE_BYTES, 16);

//  0      4      8     12      16        20
//  |klass |flags |data |length |capacity |failed
@unmanaged export class Text extends Header {
  /** Raw cell with the bytes; 0: none. Owned. */
  data: usize;
  /** Unit: bytes. */
  length: u32;
  /** Unit: bytes. */
  capacity: u32;
  /** Bytes that could not be had; 0: all is well. */
  failed: u32;

  value(): Value { return <u64>changetype<usize>(this); }
  /** Makes room for `more` bytes. Returns the address where they go; 0 when there is no memory. */
  reserve(more: u32): usize {
    const need = <u64>this.length + more;
    if (need > <u64>STR_MAX) { this.failed = STR_MAX; return 0; }
    if (<u32>need > this.capacity) {
      let capacity = this.capacity + (this.capacity >> 1);
      if (capacity < <u32>need) capacity = <u32>need;
      if (capacity < 64) capacity = 64;
      let fresh = allocRaw(capacity);
      if (fresh == 0 && capacity > <u32>need) fresh = allocRaw(<u32>need);
      if (fresh == 0) { this.failed = <u32>need; return 0; }
      // Mostly what is there came bit by bit; over all growing this is what lies there in the end
      // and half of that.
      chargeScan(this.length >> 1);
      chargeBytes(<usize>need);
      copyBytes(fresh, this.data, this.length);
      freeRaw(this.data);
      this.data = fresh;
      this.capacity = <u32>cellBytes(fresh);
    }
    return this.data + this.length;
  }
  bytes(at: usize, count: u32): void {
    const to = this.reserve(count);
    if (to == 0) return;
    copyBytes(to, at, count);
    this.length += count;
  }
  byte(b: u32): void {
    const to = this.reserve(1);
    if (to == 0) return;
    store<u8>(to, <u8>b);
    this.length++;
  }
  /** Appends a code point. */
  char(codePoint: u32): void {
    const to = this.reserve(4);
    if (to == 0) return;
    this.length += utf8Encode(to, codePoint);
  }
  /** Appends the contents of a str (a StrObject, not an instance of a subclass). */
  str(v: Value): void {
    const s = changetype<StrObject>(<usize>v);
    this.bytes(s.data, s.lengthBytes);
  }
  /** Appends a static ASCII literal. */
  literal(text: string): void {
    const n = <u32>text.length;
    const to = this.reserve(n);
    if (to == 0) return;
    for (let i: u32 = 0; i < n; i++) store<u8>(to + i, <u8>text.charCodeAt(i));
    this.length += n;
  }
  /** Appends word `n`, from 0, of a literal with `|` between its words. */
  word(words: string, n: i32): void {
    for (let i = 0; i < words.length; i++) {
      const c = words.charCodeAt(i);
      if (c == 124) n--;
      else if (n == 0) this.byte(c);
    }
  }
  /** Appends a template, in which each `%` with a letter stands for the next of `a`, `b`, `c`:
   *
   *      %s a str      %t the name of a value's type      %r repr(value): may run Python
   *      %d an i64     %n the name of a TypeObject        %p an address, eight hexadecimal digits
   *      %c a code point                                  %x hexadecimal
   *      %l a literal: literalOf()                        %v str(value): may run Python
   *
   *  `%%` is a percent sign. What comes after a %r or %v is kept by the caller. False with an
   *  exception pending if that raises. */
  format(template: string, a: u64 = 0, b: u64 = 0, c: u64 = 0): bool {
    const n = template.length;
    for (let i = 0; i < n; i++) {
      const code = template.charCodeAt(i);
      if (code != 37) { this.byte(code); continue; }
      const letter = template.charCodeAt(++i);
      if (letter == 37) { this.byte(37); continue; }
      switch (letter) {
        case 115: this.str(a); break;
        case 116: this.str(changetype<TypeObject>(typeOf(a)).name); break;
        case 110: this.str(changetype<TypeObject>(<usize>a).name); break;
        case 114: if (!reprInto(a, this)) return false; break;
        case 118: if (!strInto(a, this)) return false; break;
        case 100: this.int(<i64>a); break;
        case 112: this.hex(a, 8); break;
        case 120: this.hex(a, 1); break;
        case 99: this.char(<u32>a); break;
        default: this.literal(changetype<string>(<usize>a));
      }
      a = b;
      b = c;
    }
    return true;
  }
  /** Appends a number in decimal. */
  int(n: i64): void {
    let at = decimalBefore(DIGITS + 24, n < 0 ? 0 - <u64>n : <u64>n);
    if (n < 0) store<u8>(--at, 45);
    this.bytes(at, <u32>(DIGITS + 24 - at));
  }
  /** Appends in lower-case hexadecimal without prefix, at least `digits` digits. */
  hex(n: u64, digits: i32): void {
    let width = digits;
    while (width < 16 && n >> (<u64>width << 2) != 0) width++;
    const to = this.reserve(width);
    if (to == 0) return;
    for (let i = width; i-- > 0; n >>= 4) {
      const d = <u32>n & 15;
      store<u8>(to + i, <u8>(d < 10 ? 48 + d : 87 + d));
    }
    this.length += width;
  }
  /** Appends `count` times the byte. */
  pad(b: u8, count: u32): void {
    const to = this.reserve(count);
    if (to == 0) return;
    fillBytes(to, b, count);
    this.length += count;
  }
  /** Cuts back to `length` bytes. */
  truncate(length: u32): void { if (length < this.length) this.length = length; }
  /** The text as a str; the buffer is given back. Raises MemoryError. */
  finish(): Value {
    if (this.failed != 0) { this.drop(); return raiseNoMemory(this.failed); }
    const s = strNew(this.data, this.length);
    this.drop();
    return s;
  }
  /** Gives the buffer back. */
  drop(): void {
    freeRaw(this.data);
    this.data = 0;
    this.length = 0;
    this.capacity = 0;
  }
}

/** A Text that took its buffer from static memory when the heap is full, so never null. */
const SPARE: usize = memory.data(32, 16);
/** A new, empty Text. Never fails: without memory finish() raises. */
export function textNew(): Text {
  let t = changetype<Text>(allocObject(offsetof<Text>()));
  const full = changetype<usize>(t) == 0;
  if (full) t = changetype<Text>(SPARE);
  t.klass = TEXT_TYPE;
  t.flags = 0;
  t.data = 0;
  t.length = 0;
  t.capacity = 0;
  t.failed = full ? 32 : 0;
  return t;
}
/** A literal as an argument of a template's %l. */
export function literalOf(text: string): u64 { return <u64>changetype<usize>(text); }
/** A str of a template: Text.format. RAISED with MemoryError, or what a repr raises. */
export function strFormat(template: string, a: u64 = 0, b: u64 = 0, c: u64 = 0): Value {
  const t = textNew();
  if (t.format(template, a, b, c)) return t.finish();
  t.drop();
  return RAISED;
}
/** mark slot. */
export function textMark(address: usize): void { markRaw(changetype<Text>(address).data); }
/** Unit: characters. */
export function textChars(t: Text): u32 { return utf8Count(t.data, t.length); }
