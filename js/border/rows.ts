// Rows: places for values in the core's memory, 8 bytes each, numbered from address 0.
//
// Values on their way lie in the core's row: `top` is its first free place, and every call gives
// back what it took, so calls may nest as they like.
import { type BorderExports, INFO, SHAPE } from "./core.js";
import { decodeText } from "./text.js";

export class Rows {
  /** Undefined before the instance is made, and after it was disposed of. */
  core!: BorderExports;
  disposed = false;
  /** First free place of the row. */
  top = 0;
  /** The core's memory, in words and bytes; made again when it has grown. */
  words = new Int32Array(0);
  bytes = new Uint8Array(0);
  #row = 0;
  #rowValues = 0;
  #result = 0;
  /** Words in which the core answers. */
  protected outAt = 0;
  /** Addresses of None, True, False and jsffi.undefined. */
  protected noneAt = 0;
  protected trueAt = 0;
  protected falseAt = 0;
  protected undefinedAt = 0;
  /** Where short texts are written, and room there. Unit: bytes. */
  protected textAt = 0;
  protected textBytes = 0;
  /** Two words: where the addresses of JavaScript objects lie by number, and how many. */
  protected jsTable = 0;

  /** The instance is there. */
  protected attachCore(core: BorderExports): void {
    this.core = core;
    this.refresh();
    const info = core.borderInfo() >> 2;
    const word = (i: number): number => this.words[info + i]! >>> 0;
    this.#row = word(INFO.row) >> 3;
    this.#rowValues = word(INFO.rowValues);
    this.outAt = word(INFO.out) >> 2;
    this.#result = word(INFO.result);
    this.noneAt = word(INFO.none) | 0;
    this.trueAt = word(INFO.true) | 0;
    this.falseAt = word(INFO.false) | 0;
    this.undefinedAt = word(INFO.undefined) | 0;
    this.textAt = word(INFO.text);
    this.textBytes = word(INFO.textBytes);
    this.jsTable = word(INFO.jsTable) >> 2;
    this.top = this.#row;
  }
  /** The instance is gone. */
  protected detachCore(): void {
    this.disposed = true;
    this.core = undefined as unknown as BorderExports;
    this.words = new Int32Array(0);
    this.bytes = new Uint8Array(0);
  }

  /** The memory's views, after the core may have grown it. */
  refresh(): void {
    this.words = new Int32Array(this.core.memory.buffer);
    this.bytes = new Uint8Array(this.core.memory.buffer);
  }
  /** Takes `count` places of the row. They hold nothing. */
  take(count: number): number {
    const place = this.top;
    if (place + count > this.#row + this.#rowValues)
      throw new RangeError("values are nested too deeply to pass to Python");
    this.top = place + count;
    return place;
  }
  /** Gives back all places from `place` on. */
  give(place: number): void {
    if (this.disposed) return;
    if (this.words.length === 0) this.refresh();
    // What lies behind the top must not point at anything.
    for (let i = place * 2, end = this.top * 2; i < end; i++) this.words[i] = 0;
    this.top = place;
  }
  /** The place where the imports leave their results. */
  get resultPlace(): number { return this.#result >> 3; }
  /** Empties that place. */
  clearResult(): void {
    if (this.words.length === 0) return;
    this.words[this.#result >> 2] = 0;
    this.words[(this.#result >> 2) + 1] = 0;
  }
  /** The address of the object in a place. */
  addressAt(place: number): number {
    if (this.words.length === 0) this.refresh();
    return this.words[place * 2]!;
  }
  /** Puts an object into a place. */
  putAddress(address: number, place: number): void {
    if (this.words.length === 0) this.refresh();
    this.words[place * 2] = address;
    this.words[place * 2 + 1] = 0;
  }
  /** Copies a value. */
  copyPlace(from: number, to: number): void {
    if (this.words.length === 0) this.refresh();
    this.words[to * 2] = this.words[from * 2]!;
    this.words[to * 2 + 1] = this.words[from * 2 + 1]!;
  }
  /** True for the addresses of None, True and False. */
  isConstant(address: number): boolean {
    return address === this.noneAt || address === this.trueAt || address === this.falseAt;
  }
  /** The string of UTF-8 bytes in memory. */
  text(at: number, bytes: number): string {
    if (this.words.length === 0) this.refresh();
    at >>>= 0;
    let ascii = true;
    for (let i = at; i < at + bytes && ascii; i++) ascii = this.bytes[i]! < 128;
    return decodeText(this.bytes, at, bytes, ascii);
  }
  /** Words that the core left: `borderItems`, `borderBuffer`. */
  out(i: number): number {
    if (this.words.length === 0) this.refresh();
    return this.words[this.outAt + i]! >>> 0;
  }
  /** The places of the items of a list or tuple. Good until Python runs. */
  items(address: number): number[] {
    if (this.core.borderItems(address) !== SHAPE.sequence) return [];
    const first = this.out(0) >> 3, count = this.out(1);
    return Array.from({ length: count }, (_, i) => first + i);
  }
}
