// PyBuffer: the bytes of a Python object as a typed array over the core's memory, without a copy.
import { DisposedError } from "../host/errors.js";
import type { Border } from "./border.js";
import { OP } from "./core.js";
import { proxied, type PyProxy } from "./proxy.js";

export type TypedArray = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array
  | Uint32Array | Float32Array
  | Float64Array | BigInt64Array | BigUint64Array;

/** By type code of the struct module. */
const ARRAYS: Record<string,
    new (buffer: ArrayBufferLike, offset: number, length: number) => TypedArray> = {
  b: Int8Array, B: Uint8Array, c: Uint8Array, "?": Uint8Array, h: Int16Array, H: Uint16Array,
  i: Int32Array,
  I: Uint32Array, l: BigInt64Array, L: BigUint64Array, q: BigInt64Array, Q: BigUint64Array,
  f: Float32Array,
  d: Float64Array,
};

/**
 * A view of a bytes-like object (bytes, bytearray, memoryview, array). While there is one, the
 * object cannot change its size; {@link release} ends that.
 */
export class PyBuffer implements Disposable {
  /** Type code of an item, as in Python's struct module: `B` for bytes. */
  readonly format: string;
  /** Unit: bytes. */
  readonly itemSize: number;
  readonly byteLength: number;
  /** True: the bytes must not be written to. Nothing keeps you from it, but Python counts on it. */
  readonly readonly: boolean;
  #border: Border;
  /** A memoryview, which holds the object. */
  #view: PyProxy | undefined;
  #at: number;
  #data: TypedArray | undefined;

  /** @internal */
  constructor(border: Border, object: number) {
    this.#border = border;
    const row = border.take(1);
    try {
      border.putAddress(object, row);
      border.operate(OP.view, row);
      const address = border.addressAt(row);
      if (border.core.borderBuffer(address) === 0)
        throw new TypeError("the bytes of this object do not lie in one piece");
      this.#at = border.out(0);
      this.byteLength = border.out(1);
      this.format = String.fromCharCode(border.out(2));
      this.itemSize = border.out(3);
      this.readonly = border.out(4) !== 0;
      this.#view = border.proxies.handOut(address);
    } finally {
      border.give(row);
    }
  }
  /**
   * The bytes, in an array of the item's type (of bytes, if they are not aligned for it). Get it
   * anew after Python ran: when its memory grows, arrays made before are empty.
   * @throws {DisposedError} after release
   */
  get data(): TypedArray {
    const border = this.#border;
    if (!this.#view || border.disposed || !proxied(this.#view)!.isLive)
      throw new DisposedError("this buffer has been released");
    const { buffer } = border.core.memory;
    if (this.#data?.buffer !== buffer) {
      const Array_ = this.#at % this.itemSize === 0 ? ARRAYS[this.format] ?? Uint8Array
        : Uint8Array;
      const length = Array_ === Uint8Array ? this.byteLength : this.byteLength / this.itemSize;
      this.#data = new Array_(buffer, this.#at, length);
    }
    return this.#data;
  }
  /** Ends the view. Safe to call twice. */
  release(): void {
    const view = this.#view;
    this.#view = undefined;
    this.#data = undefined;
    if (!view || this.#border.disposed || !proxied(view)!.isLive) return;
    this.#border.callMethod(proxied(view)!.address(), "release", []);
    proxied(view)!.dispose();
  }
  [Symbol.dispose](): void { this.release(); }
}
