// CPU time of the main thread, wall time and peak memory of this Node process.
//
// process.cpuUsage() counts all threads, and V8 compiles and collects on threads of its own: work
// that a program with idle cores never waits for. So the main thread is asked alone:
// process.threadCpuUsage where Node has it (from 23.9), else the kernel's count in nanoseconds in
// /proc/thread-self/schedstat (reads happen on the thread that asks), else, off Linux, the whole
// process. The kernel brings its count up to date at a scheduler tick (up to 4 ms late) or when
// the thread leaves the processor: a short sleep before reading makes it exact. /proc/<pid>/stat
// counts in ticks of 10 ms: too coarse.
import { readFileSync } from "node:fs";

const SCHEDSTAT = "/proc/thread-self/schedstat";
const sleeper = new Int32Array(new SharedArrayBuffer(4));

function chooseClock() {
  if (typeof process.threadCpuUsage === "function") return "thread";
  try {
    readFileSync(SCHEDSTAT, "utf8");
    return "schedstat";
  } catch {
    return "process";
  }
}

/** What cpuMs() counts: "thread" and "schedstat" the main thread, "process" all threads. */
export const CLOCK = chooseClock();

/** CPU time used so far. Unit: ms. Sleeps 1 ms where the clock is "schedstat". */
export function cpuMs() {
  if (CLOCK === "schedstat") {
    Atomics.wait(sleeper, 0, 0, 1);
    return Number(readFileSync(SCHEDSTAT, "utf8").split(" ")[0]) / 1e6;
  }
  const { user, system } = CLOCK === "thread" ? process.threadCpuUsage() : process.cpuUsage();
  return (user + system) / 1000;
}

/** Calls `action` and returns the CPU and wall time it took. Unit: ms. */
export function measured(action) {
  const cpu = cpuMs();
  const wall = performance.now();
  action();
  const wallMs = performance.now() - wall;
  return { cpu: cpuMs() - cpu, wall: wallMs };
}

/** Largest resident set of this process so far. Unit: KiB. */
export function peakKib() {
  return process.resourceUsage().maxRSS;
}
