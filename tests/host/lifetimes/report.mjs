// For the children of lifetimes.test.mjs, which run with --expose-gc: collects, measures, reports.
import { existsSync, readFileSync } from "node:fs";

/** Another turn of the event loop. */
export const turn = () => new Promise((done) => { setTimeout(done, 1); });

/**
 * Collects, and gives finalization callbacks their turns, until `done` says so or a number of turns
 * have passed. Ends without an error in both cases: the caller looks at what it has.
 */
export async function collect(done = () => false, turns = 8) {
  for (let i = 0; i < turns && !done(); i++) {
    gc();
    await turn();
  }
}

/** What the process uses, after collections. Unit: KiB. `space` is reserved address space, 0 where
 *  unknown. */
export async function usage() {
  await collect();
  const { heapUsed, external, arrayBuffers, rss } = process.memoryUsage();
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const space = Number(/^VmSize:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
  return { heap: heapUsed >> 10, external: Math.floor(external / 1024),
    arrayBuffers: arrayBuffers >> 10, rss: Math.floor(rss / 1024), space };
}

/** Gives the parent its report. */
export function report(value) { process.stdout.write(JSON.stringify(value)); }
