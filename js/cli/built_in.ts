// Modules of Node that few runs of the command need: to load them takes milliseconds, so that is
// done at the first use. The command is bundled as CommonJS, which has `require`.
import * as fs from "node:fs";

export const workerThreads = (): typeof import("node:worker_threads") =>
  require("node:worker_threads") as typeof import("node:worker_threads");

/** A descriptor is a terminal. */
export function isTerminal(descriptor: number): boolean {
  try {
    const stats = fs.fstatSync(descriptor);
    if (!stats.isCharacterDevice() || stats.rdev === fs.statSync("/dev/null",
      { throwIfNoEntry: false })?.rdev) return false;
  } catch {
    return false;                                         // it is closed
  }
  return (require("node:tty") as typeof import("node:tty")).isatty(descriptor);
}
