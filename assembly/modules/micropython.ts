// micropython: what concerns this implementation. native and viper mark functions for the native
// tier (the compiler sees to that); called as plain decorators they give the function back.
// Behaviour: docs.micropython.org/en/latest/library/micropython.html.
import { Value, RAISED, NOTHING, smallIntNew } from "../core/value";
import {
  lockDepth, setLockDepth, heapLimitBytes, heapPeak, totalBytes, cellsInUse, largestCell, firstPage,
  endPage, PAGE_KINDS,
} from "../heap/allocator";
import { markValue, addRootMarker } from "../heap/collector";
import { requestEvent, EVENT_CALLBACKS } from "../heap/events";
import { Args } from "../objects/args";
import { raise, raised, setEmergency, RuntimeError } from "../objects/errors";
import { Text, textNew } from "../objects/text";
import { StrObject, internTable, internTableWords } from "../objects/str";
import { NONE } from "../objects/singletons";
import { indexOf } from "../objects/int";
import { optLevel, setOptLevel } from "../objects/hooks";
import { writeText } from "../objects/std_stream";
import { ModuleBuilder } from "../objects/module_list";
import { frame, stackBegin, stackLimit } from "../vm/frames";
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
/** As the kinds of pages are numbered: foreign, free, cells of objects, raw cells, large objects,
 *  large raw cells, the later pages of those. */
const PAGE_LETTERS: string = "F.orOR=";
/** mem_info([verbose]): prints the state of the heap, in MicroPython's words; its blocks are 16
 *  bytes. With an argument also what each page of 64 KiB is used for. */
function micropython_mem_info(args: Args, n: i32): Value {
  const t = textBegin();
  t.format("mem: total=%d, current=%d, peak=%d\n", totalBytes(), heapUsedBytes(), peakBytes());
  t.format("stack: %d out of %d\n", stackUsed(), stackLimit - stackBegin());
  t.format("GC: total: %d, used: %d, free: %d\n", heapLimitBytes(), heapUsedBytes(),
    heapFreeBytes());
  t.format(" No. of 1-blocks: %d, 2-blocks: %d, ", cellsInUse(16), cellsInUse(32));
  t.format("max blk sz: %d, max free sz: %d\n", largestCell() >> 4, heapFreeBytes() >> 4);
  if (n != 0) {
    t.format("GC memory layout; from %p:", <usize>firstPage << 16);
    for (let page = firstPage; page < endPage; page++) {
      if (((page - firstPage) & 63) == 0) t.format("\n%p: ", (<usize>page << 16));
      t.byte(<u8>PAGE_LETTERS.charCodeAt(load<u8>(PAGE_KINDS + page)));
    }
    t.byte(10);
  }
  return textShow(t);
}
/** qstr_info([verbose]): prints how many strings are interned, and with an argument which. */
function micropython_qstr_info(args: Args, n: i32): Value {
  const t = textBegin(), table = internTable(), end = table + (internTableWords() << 2);
  let count = 0, bytes: u32 = 0;
  for (let at = table; at < end; at += 4) {
    const s = changetype<StrObject>(<usize>load<u32>(at));
    if (changetype<usize>(s) <= 1) continue;
    count++;
    bytes += s.lengthBytes;
  }
  t.format("qstr pool: n_pool=1, n_qstr=%d, n_str_data_bytes=%d, ", count, bytes);
  t.format("n_total_bytes=%d\n", <usize>bytes + end - table + count * offsetof<StrObject>());
  if (n != 0) {
    for (let at = table; at < end; at += 4)
      if (load<u32>(at) > 1) t.format("Q(%s)\n", <u64>load<u32>(at));
  }
  return textShow(t);
}
let textLocked: i32 = 0;
/** A text for textShow, also while the heap is locked. */
function textBegin(): Text {
  textLocked = lockDepth;
  setLockDepth(0);
  return textNew();
}
function textShow(t: Text): Value {
  const s = t.finish();
  const ok = s != RAISED && writeText(1, changetype<StrObject>(<usize>s));
  setLockDepth(textLocked);
  return ok ? NONE : RAISED;
}
/** Unit: bytes of the stack of Python's frames. */
function stackUsed(): usize { return frame().top - stackBegin(); }
let peak: usize = 0;
/** The most that was ever in use, as far as anybody has looked. */
function peakBytes(): usize {
  const used = heapUsedBytes(), pages = <usize>heapPeak();
  if (used > peak) peak = used;
  return peak > pages ? peak : pages;
}
/** The character that interrupts the program from a terminal; -1: none. The command line obeys
 *  it. */
let interruptChar: i32 = 3;
export function keyboardInterrupts(): bool { return interruptChar == 3; }
function micropython_kbd_intr(args: Args, n: i32): Value {
  const char = indexOf(args.at(0));
  if (raised()) return RAISED;
  interruptChar = <i32>char;
  return NONE;
}
/** alloc_emergency_exception_buf(bytes): exceptions may be made while the heap is locked; of 0
 *  bytes: they may not. */
function micropython_emergency(args: Args, n: i32): Value {
  setEmergency(indexOf(args.at(0)) > 0);
  return raised() ? RAISED : NONE;
}
function micropython_stack_use(args: Args, n: i32): Value { return smallIntNew(stackUsed()); }
function micropython_heap_lock(args: Args, n: i32): Value {
  setLockDepth(lockDepth + 1);
  return NONE;
}
function micropython_heap_unlock(args: Args, n: i32): Value {
  if (lockDepth > 0) setLockDepth(lockDepth - 1);
  return smallIntNew(lockDepth);
}
function micropython_heap_locked(args: Args, n: i32): Value { return smallIntNew(lockDepth); }
function micropython_mem_total(args: Args, n: i32): Value { return smallIntNew(totalBytes()); }
function micropython_mem_current(args: Args, n: i32): Value { return smallIntNew(heapUsedBytes()); }
function micropython_mem_peak(args: Args, n: i32): Value { return smallIntNew(peakBytes()); }
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
/** The next scheduled function, its argument in scheduledArgument; NOTHING: none. The interpreter
 *  calls it at a safepoint when EVENT_CALLBACKS is set. */
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
  m.fn("qstr_info", micropython_qstr_info, 0, 1);
  m.fn("stack_use", micropython_stack_use, 0, 0);
  m.fn("heap_lock", micropython_heap_lock, 0, 0);
  m.fn("heap_unlock", micropython_heap_unlock, 0, 0);
  m.fn("heap_locked", micropython_heap_locked, 0, 0);
  m.fn("mem_total", micropython_mem_total, 0, 0);
  m.fn("mem_current", micropython_mem_current, 0, 0);
  m.fn("mem_peak", micropython_mem_peak, 0, 0);
  m.fn("kbd_intr", micropython_kbd_intr, 1, 1);
  m.fn("alloc_emergency_exception_buf", micropython_emergency, 1, 1);
  m.fn("schedule", micropython_schedule, 2, 2);
  m.fn("native", decorator, 1, 1);
  m.fn("viper", decorator, 1, 1);
  m.fn("bytecode", decorator, 1, 1);
}
