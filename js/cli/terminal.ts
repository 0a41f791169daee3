// Standard streams of the process. Output is written synchronously, so that it arrives in order and
// its end is never lost; input is read without blocking, so that signals are seen while a program
// waits.
import * as fs from "node:fs";
import { ERRNO } from "../fs/filesystem.js";

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** Writes all bytes to a file descriptor. Returns their count or -errno. */
export function writeAll(descriptor: number, bytes: Uint8Array): number {
  for (let done = 0; done < bytes.length;) {
    try {
      done += fs.writeSync(descriptor, bytes, done);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      // A pipe whose reader is slow, and that another process has made non-blocking: wait a little.
      if (code === "EAGAIN") { Atomics.wait(sleeper, 0, 0, 2); continue; }
      return -(ERRNO[code as keyof typeof ERRNO] ?? ERRNO.EIO);
    }
  }
  return bytes.length;
}
export function writeText(descriptor: number, text: string): void {
  writeAll(descriptor, new TextEncoder().encode(text));
}

/** Standard input, read in chunks as they come. */
export class TerminalInput {
  #chunks: Uint8Array[] = [];
  #ended = false;
  #opened = false;
  #waiting: Promise<void> | undefined;
  #arrived: (() => void) | undefined;

  /** Resolves when there is input or its end; undefined when nobody has found it empty. */
  get waiting(): Promise<void> | undefined { return this.#waiting; }

  /** Fills `into`. Returns the bytes given, 0 at the end, -1 if nothing is there yet. */
  read(into: Uint8Array): number {
    if (this.#chunks.length === 0 && !this.#opened && fs.fstatSync(0).isFile()) {
      return fs.readSync(0, into);                        // a file: never blocks
    }
    const chunk = this.#chunks[0];
    if (!chunk) {
      // A terminal's end of input (Ctrl-D) is an end once; the next read asks again.
      if (this.#ended) return 0;
      this.#open();
      this.#waiting ??= new Promise((done) => { this.#arrived = done; });
      process.stdin.resume();
      return -1;
    }
    const count = Math.min(into.length, chunk.length);
    into.set(chunk.subarray(0, count));
    if (count === chunk.length) this.#chunks.shift(); else this.#chunks[0] = chunk.subarray(count);
    return count;
  }
  /** The next chunk as it comes; undefined at the end. */
  async next(): Promise<Uint8Array | undefined> {
    const buffer = new Uint8Array(65536);
    while (true) {
      const count = this.read(buffer);
      if (count > 0) return buffer.slice(0, count);
      if (count === 0) return undefined;
      await this.#waiting;
    }
  }
  /** Everything until the end. */
  async all(): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    for (let chunk = await this.next(); chunk; chunk = await this.next()) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
  /** Puts bytes back, to be read next. */
  unread(bytes: Uint8Array): void { if (bytes.length > 0) this.#chunks.unshift(bytes); }

  #open(): void {
    if (this.#opened) return;
    this.#opened = true;
    const arrived = () => {
      process.stdin.pause();
      this.#waiting = undefined;
      this.#arrived?.();
      this.#arrived = undefined;
    };
    process.stdin.on("data", (chunk: Buffer) => { this.#chunks.push(chunk); arrived(); });
    process.stdin.on("end", () => { this.#ended = true; arrived(); });
    process.stdin.on("error", () => { this.#ended = true; arrived(); });
  }
}
