// Standard input and output of an instance, as options give them.
import { part } from "./host_state.js";

/** Takes text that a program prints. Comes in pieces, not line by line; UTF-8 is never cut. */
export type OutputSink = (text: string) => void;
/** Takes the bytes that a program prints. The array may be kept. */
export type BytesSink = { bytes: (chunk: Uint8Array) => void };
/** Gives input when a program needs it: text or bytes (empty: nothing now, it will be asked again), null at the
 *  end, or a promise of these: the program then waits. */
export type InputSource = () => InputChunk | Promise<InputChunk>;
export type InputChunk = string | Uint8Array | null;

/** A function that takes bytes, for either kind of sink. */
export function outputWriter(sink: OutputSink | BytesSink | undefined): (bytes: Uint8Array) => void {
  if (!sink) return () => {};
  if (typeof sink === "object") return (bytes) => sink.bytes(bytes.slice());
  const decoder = new TextDecoder();
  return (bytes) => {
    const text = decoder.decode(bytes, { stream: true });
    if (text !== "") sink(text);
  };
}

/** Input that has been asked for and not yet been read. */
export class InputQueue {
  #source: InputSource | undefined;
  #left = new Uint8Array(0);
  #ended = false;
  #waiting: Promise<void> | undefined;

  constructor(source: InputSource | undefined) {
    this.#source = source;
    this.#ended = source === undefined;
  }
  /** What was given and not yet read. A source that has said that it ended is not asked again. */
  readonly part = part(
    (blobs) => ({ left: blobs.push(this.#left.slice()) - 1, ended: this.#ended && this.#source !== undefined }),
    ({ left, ended }, blobs) => {
      this.#left = blobs[left]!.slice();
      this.#ended ||= ended;
    },
  );
  /** The promise that input waits for; undefined: none. */
  get waiting(): Promise<void> | undefined { return this.#waiting; }

  /** Fills `into`. Returns the bytes given, 0 at the end, -1 if it has to wait. */
  read(into: Uint8Array): number {
    if (this.#left.length === 0 && !this.#ended && !this.#waiting) this.#ask();
    if (this.#left.length === 0) return this.#ended ? 0 : -1;
    const count = Math.min(into.length, this.#left.length);
    into.set(this.#left.subarray(0, count));
    this.#left = this.#left.subarray(count);
    return count;
  }
  #ask(): void {
    const answer = this.#source!();
    if (!(answer instanceof Promise)) { this.#take(answer); return; }
    this.#waiting = answer.then((chunk) => this.#take(chunk)).finally(() => { this.#waiting = undefined; });
  }
  #take(chunk: InputChunk): void {
    if (chunk === null) this.#ended = true;
    else this.#left = typeof chunk === "string" ? new TextEncoder().encode(chunk) : Uint8Array.from(chunk);
  }
}
