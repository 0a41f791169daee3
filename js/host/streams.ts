// Standard input and output of an instance, as options give them.
import { type SavedPart, part } from "./part.js";
import { decodeUtf8 } from "./utf8.js";

/** Takes text that a program prints. Comes in pieces, not line by line; UTF-8 is never cut. A
 *  promise that it returns is waited for before the next piece is given. */
export type OutputSink = (text: string) => void | Promise<void>;
/** Takes the bytes that a program prints. The array may be kept. */
export type BytesSink = { bytes: (chunk: Uint8Array) => void | Promise<void> };
/** What `stdout` and `stderr` may be. A stream is locked from the first output on until the
 *  instance is disposed of. */
export type Output = OutputSink | BytesSink | WritableStream<Uint8Array>;

/** Gives input when a program needs it: text or bytes (empty: nothing now, it will be asked again),
 *  null at the end, or a promise of these: the program then waits. */
export type InputSource = () => InputChunk | Promise<InputChunk>;
export type InputChunk = string | Uint8Array | null;
/** What `stdin` may be. A text is all the input there is. */
export type Input = InputSource | ReadableStream<Uint8Array | string> | string;

/** Output that a sink has not taken yet and that a program may go on beside. Unit: bytes. */
const BOUND = 65536;
const EIO = 5;

/** The bytes on their way to one sink. */
export class OutputQueue {
  #take: (bytes: Uint8Array) => void | Promise<void>;
  #end: () => void;
  /** What waits behind a promise of the sink. */
  #queue: Uint8Array[] = [];
  #queuedBytes = 0;
  /** The promise of what the sink is taking. */
  #busy: Promise<void> | undefined;
  /** What the sink threw, to be reported at the next write. */
  #failed = false;

  /** The beginning of a character whose end has not come yet. */
  #held = { bytes: new Uint8Array(0) };
  /** For snapshots. What the sink has not taken yet is still given to it here. */
  readonly part: SavedPart = part(
    (blobs) => ({ held: blobs.push(this.#held.bytes) - 1 }),
    ({ held }, blobs) => { this.#held.bytes = blobs[held]!.slice(); },
  );

  #report: (error: unknown) => void;

  /** @param report  is told what the sink throws */
  constructor(sink: Output | undefined, report: (error: unknown) => void) {
    const { take, end } = writerOf(sink, this.#held);
    this.#take = take;
    this.#end = end;
    this.#report = report;
  }

  /** More is queued than a program should add to. */
  get full(): boolean { return this.#queuedBytes > BOUND; }
  /** Settles when there is room again; undefined: there is. */
  get drained(): Promise<void> | undefined {
    return this.full ? this.#busy!.then(() => this.drained) : undefined;
  }
  /** Settles when the sink has taken everything; undefined: it has. */
  get idle(): Promise<void> | undefined { return this.#busy?.then(() => this.idle); }

  /** Takes bytes, which are used or copied at once. Returns how many (all), or -errno if the sink
   *  threw. */
  write(bytes: Uint8Array): number {
    if (this.#failed) {
      this.#failed = false;
      return -EIO;
    }
    if (this.#busy) {
      this.#queue.push(bytes.slice());
      this.#queuedBytes += bytes.length;
      return bytes.length;
    }
    return this.#give(bytes) ? bytes.length : -EIO;
  }
  /** Lets the sink go; what is queued is still given to it. */
  close(): void {
    if (this.#busy) void this.#busy.then(() => this.close());
    else this.#end();
  }

  /** Gives bytes to the sink. False: it threw. */
  #give(bytes: Uint8Array): boolean {
    let answer: unknown;
    try {
      answer = this.#take(bytes);
    } catch (error) {
      this.#report(error);
      return false;
    }
    if (isPromise(answer)) {
      const failed = (error: unknown) => { this.#failed = true; this.#report(error); };
      this.#busy = Promise.resolve(answer).then(undefined, failed).then(() => {
        this.#busy = undefined;
        this.#next();
      });
    }
    return true;
  }
  #next(): void {
    if (this.#queue.length === 0) return;
    const bytes = join(this.#queue, this.#queuedBytes);
    this.#queue = [];
    this.#queuedBytes = 0;
    if (!this.#give(bytes)) this.#failed = true;
  }
}

/** Bytes at the end that are the beginning of a character. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1) ? back : 0;
  }
  return 0;
}

/** held: the beginning of a character whose end has not come yet. */
function writerOf(sink: Output | undefined,
    held: { bytes: Uint8Array }): { take: (bytes: Uint8Array) => void | Promise<void>;
    end: () => void } {
  const end = () => {};
  if (!sink) return { take: () => {}, end };
  if (typeof sink === "function") {
    return { take: (bytes) => {
      const all = held.bytes.length === 0 ? bytes
        : join([held.bytes, bytes], held.bytes.length + bytes.length);
      const whole = all.length - unfinished(all);
      held.bytes = all.slice(whole);
      return whole === 0 ? undefined : sink(decodeUtf8(all.subarray(0, whole)));
    }, end };
  }
  if ("bytes" in sink) return { take: (bytes) => sink.bytes(bytes.slice()), end };
  let writer: WritableStreamDefaultWriter<Uint8Array> | undefined;
  return {
    take: (bytes) => {
      writer ??= sink.getWriter();
      // What fails later rejects the next `ready`; that the stream is closed only the write says.
      const refused: unknown[] = [];
      writer.write(bytes.slice()).catch((error) => { refused.push(error); });
      return writer.ready.then(() => (refused.length > 0 ? Promise.reject(refused[0]) : undefined));
    },
    end: () => writer?.releaseLock(),
  };
}

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as PromiseLike<unknown> | undefined)?.then === "function";

function join(chunks: Uint8Array[], bytes: number): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const all = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** Input that has been asked for and not yet been read. */
export class InputQueue {
  #source: InputSource | undefined;
  #end: () => void = () => {};
  #left = new Uint8Array(0);
  #ended = false;
  #waiting: Promise<void> | undefined;
  /** What the source threw: -EIO at the next read. */
  #failed = false;

  #report: (error: unknown) => void;

  /** @param report  is told what the source throws */
  constructor(input: Input | undefined, report: (error: unknown) => void) {
    this.#report = report;
    if (typeof input === "string") this.#take(input);
    else if (typeof input === "function") this.#source = input;
    else if (input) this.#readFrom(input);
    this.#ended = this.#source === undefined && this.#left.length === 0;
  }
  /** For snapshots: what was given and not yet read; what is given then comes behind it. A source
   *  that has said that it ended is not asked again. */
  readonly part: SavedPart = part(
    (blobs) =>
      ({ left: blobs.push(this.#left.slice()) - 1,
        ended: this.#ended && this.#source !== undefined }),
    ({ left, ended }, blobs) => {
      const all = [blobs[left]!, this.#left];
      this.#left = join(all, all[0]!.length + all[1]!.length).slice();
      this.#ended = ended || this.#source === undefined && this.#left.length === 0;
    },
  );
  /** Settles when input that a read has found missing is there; undefined: none has. */
  get waiting(): Promise<void> | undefined { return this.#waiting; }

  /** Fills `into`. Returns the bytes given, 0 at the end, -errno if the source threw; undefined: it
   *  has to wait. */
  read(into: Uint8Array): number | undefined {
    if (this.#left.length === 0 && !this.#ended && !this.#waiting && !this.#failed) this.#ask();
    if (this.#failed) {
      this.#failed = false;
      return -EIO;
    }
    if (this.#left.length === 0) return this.#ended ? 0 : undefined;
    const count = Math.min(into.length, this.#left.length);
    into.set(this.#left.subarray(0, count));
    this.#left = this.#left.subarray(count);
    return count;
  }
  /** Lets a stream go. */
  close(): void { this.#end(); }

  #readFrom(stream: ReadableStream<Uint8Array | string>): void {
    let reader: ReadableStreamDefaultReader<Uint8Array | string> | undefined;
    this.#source = async () => {
      reader ??= stream.getReader();
      const { done, value } = await reader.read();
      return done ? null : value;
    };
    this.#end = () => { reader?.releaseLock(); };
  }
  #ask(): void {
    if (!this.#source) { this.#ended = true; return; }
    try {
      const answer = this.#source();
      if (!isPromise(answer)) { this.#take(answer); return; }
      this.#waiting = Promise.resolve(answer).then((chunk) => this.#take(chunk)).catch((error) =>
        this.#fail(error))
        .then(() => { this.#waiting = undefined; });
    } catch (error) {
      this.#fail(error);
    }
  }
  #fail(error: unknown): void {
    this.#failed = true;
    this.#report(error);
  }
  #take(chunk: InputChunk): void {
    if (chunk === null || chunk === undefined) this.#ended = true;
    else this.#left = typeof chunk === "string" ? new TextEncoder().encode(chunk)
      : Uint8Array.from(chunk);
  }
}
