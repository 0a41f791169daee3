// micropython: what concerns this implementation. native and viper mark functions for the native tier (the compiler
// sees to that); called as plain decorators they give the function back.
// Behaviour: docs.micropython.org/en/latest/library/micropython.html.
import { Value, RAISED, NOTHING, smallIntNew } from "../core/value";
import { lockDepth, setLockDepth, heapLimitBytes, peakPages, PAGE_BYTES } from "../heap/allocator";
import { markValue, addRootMarker } from "../heap/collector";
import { requestEvent, EVENT_CALLBACKS } from "../heap/events";
import { Args } from "../objects/args";
import { raise, raised, RuntimeError } from "../objects/errors";
import { textNew } from "../objects/text";
import { StrObject } from "../objects/str";
import { NONE } from "../objects/singletons";
import { indexOf } from "../objects/int";
import { optLevel, setOptLevel, nativeDepthNow } from "../objects/hooks";
import { writeText } from "../objects/std_stream";
import { ModuleBuilder } from "../objects/builder";
import { heapUsedBytes, heapFreeBytes } from "./gc";

function micropython_const(args: Args, n: i32): Value { return args.at(0); }
/** opt_level([level]). */
function micropython_opt_level(args: Args, n: i32): Value {
  if (n == 0) return smallIntNew(optLevel);
  const level = indexOf(args.at(0));
  if (raised()) return RAISED;
  setOptLevel(level < 0 ? 0 : level > 3 ? 3 : <i32>level);
  return NONE;
}
/** mem_info([verbose]): prints the state of the heap. */
function micropython_mem_info(args: Args, n: i32): Value {
  const t = textNew();
  t.format("mem: total=%d, current=%d, peak=%d\nGC: total: ",
    heapLimitBytes(), heapUsedBytes(), <i64>peakPages * PAGE_BYTES);
  t.format("%d, used: %d, free: %d\n", heapLimitBytes(), heapUsedBytes(), heapFreeBytes());
  const s = t.finish();
  return s != RAISED && writeText(1, changetype<StrObject>(<usize>s)) ? NONE : RAISED;
}
function micropython_none(args: Args, n: i32): Value { return NONE; }
function micropython_stack_use(args: Args, n: i32): Value { return smallIntNew(nativeDepthNow()); }
function micropython_heap_lock(args: Args, n: i32): Value { setLockDepth(lockDepth + 1); return NONE; }
function micropython_heap_unlock(args: Args, n: i32): Value {
  if (lockDepth > 0) setLockDepth(lockDepth - 1);
  return smallIntNew(lockDepth);
}
function micropython_heap_locked(args: Args, n: i32): Value { return smallIntNew(lockDepth); }
function micropython_mem_total(args: Args, n: i32): Value { return smallIntNew(heapLimitBytes()); }
function micropython_mem_current(args: Args, n: i32): Value { return smallIntNew(heapUsedBytes()); }
function micropython_mem_peak(args: Args, n: i32): Value { return smallIntNew(<i64>peakPages * PAGE_BYTES); }
function decorator(args: Args, n: i32): Value { return args.at(0); }

// ---- schedule ----

/** Room of the queue: functions and their arguments. */
const SCHEDULE_MAX: i32 = 8;
const SCHEDULE: usize = memory.data(16 * 8, 16);
let scheduleFrom: i32 = 0;
let scheduleCount: i32 = 0;
function markScheduled(): void {
  for (let i = 0; i < scheduleCount; i++) {
    const at = SCHEDULE + (<usize>((scheduleFrom + i) % SCHEDULE_MAX) << 4);
    markValue(load<u64>(at));
    markValue(load<u64>(at, 8));
  }
}
/** schedule(function, argument): called soon, between two instructions. */
function micropython_schedule(args: Args, n: i32): Value {
  if (scheduleCount == SCHEDULE_MAX) return raise(RuntimeError, "schedule queue full");
  const at = SCHEDULE + (<usize>((scheduleFrom + scheduleCount) % SCHEDULE_MAX) << 4);
  store<u64>(at, args.at(0));
  store<u64>(at, args.at(1), 8);
  scheduleCount++;
  requestEvent(EVENT_CALLBACKS);
  return NONE;
}
/** The next scheduled function, its argument in scheduledArgument; NOTHING: none. The interpreter calls it at a
 *  safepoint when EVENT_CALLBACKS is set. */
export function takeScheduled(): Value {
  if (scheduleCount == 0) return NOTHING;
  const at = SCHEDULE + (<usize>scheduleFrom << 4);
  scheduleFrom = (scheduleFrom + 1) % SCHEDULE_MAX;
  scheduleCount--;
  scheduledArgument = load<u64>(at, 8);
  return load<u64>(at);
}
export function scheduledCount(): i32 { return scheduleCount; }
export let scheduledArgument: Value = NOTHING;

export function install(m: ModuleBuilder): void {
  addRootMarker(markScheduled);
  m.fn("const", micropython_const, 1, 1);
  m.fn("opt_level", micropython_opt_level, 0, 1);
  m.fn("mem_info", micropython_mem_info, 0, 1);
  m.fn("qstr_info", micropython_none, 0, 1);
  m.fn("stack_use", micropython_stack_use, 0, 0);
  m.fn("heap_lock", micropython_heap_lock, 0, 0);
  m.fn("heap_unlock", micropython_heap_unlock, 0, 0);
  m.fn("heap_locked", micropython_heap_locked, 0, 0);
  m.fn("mem_total", micropython_mem_total, 0, 0);
  m.fn("mem_current", micropython_mem_current, 0, 0);
  m.fn("mem_peak", micropython_mem_peak, 0, 0);
  m.fn("kbd_intr", micropython_none, 1, 1);
  m.fn("alloc_emergency_exception_buf", micropython_none, 1, 1);
  m.fn("schedule", micropython_schedule, 2, 2);
  m.fn("native", decorator, 1, 1);
  m.fn("viper", decorator, 1, 1);
  m.fn("bytecode", decorator, 1, 1);
}
