// time: clocks, waiting, calendar times. MicroPython's functions, and those of CPython that make
// sense here. Behaviour: docs.python.org/3/library/time.html,
// docs.micropython.org/en/latest/library/time.html.
//
// The epoch is 1970-01-01. ticks_* count modulo 2^30, so that differences work as on boards.
import { Value, RAISED, smallIntNew } from "../core/value";
import { TYPE_BYTES } from "../heap/header";
import {
  raise, raised, TypeError, ValueError, OverflowError, interrupted, raiseInterrupt,
} from "../objects/errors";
import { Args } from "../objects/args";
import { Text } from "../objects/text";
import { ModuleBuilder } from "../objects/module_list";
import { TupleObject, TUPLE_TYPE } from "../objects/tuple";
import { NONE } from "../objects/singletons";
import { payloadOf } from "../objects/protocol";
import { intFromF64, indexOf } from "../objects/int";
import { floatBox, toF64 } from "../objects/float";
import { structSequenceBegin, structSequenceNew, structSequenceRepr,
  structItem } from "../objects/struct_sequence";
import { waitTime, takeResumed, maySuspend } from "../objects/hooks";
import { hostNow, hostTicks, hostProcessTicks, hostZoneOffset, blockUntil } from "../host";
import { number } from "./arguments";

// ---- clocks ----

const TICKS_MASK: i64 = (1 << 30) - 1;

function time_time(args: Args, n: i32): Value { return floatBox(hostNow()); }
function time_time_ns(args: Args, n: i32): Value {
  return intFromF64(Math.floor(hostNow() * 1e6) * 1e3);
}
function time_seconds(args: Args, n: i32): Value { return floatBox(hostTicks() / 1e3); }
function time_nanoseconds(args: Args, n: i32): Value {
  return intFromF64(Math.floor(hostTicks() * 1e6));
}
function time_process_time(args: Args, n: i32): Value { return floatBox(hostProcessTicks() / 1e3); }
function time_process_time_ns(args: Args, n: i32): Value {
  return intFromF64(Math.floor(hostProcessTicks() * 1e6));
}
function time_ticks_ms(args: Args, n: i32): Value {
  return smallIntNew(<i64>hostTicks() & TICKS_MASK);
}
function time_ticks_us(args: Args, n: i32): Value {
  return smallIntNew(<i64>(hostTicks() * 1e3) & TICKS_MASK);
}
const HALF: i64 = (TICKS_MASK + 1) >> 1;
/** ticks_add(ticks, delta). Raises OverflowError if delta is half the period or more. */
function time_ticks_add(args: Args, n: i32): Value {
  const ticks = indexOf(args.at(0));
  if (raised()) return RAISED;
  const delta = indexOf(args.at(1));
  if (raised()) return RAISED;
  if (delta >= HALF || delta <= -HALF) return raise(OverflowError, "ticks interval overflow");
  return smallIntNew((ticks + delta) & TICKS_MASK);
}
/** ticks_diff(end, begin): signed. */
function time_ticks_diff(args: Args, n: i32): Value {
  const end = indexOf(args.at(0));
  if (raised()) return RAISED;
  const begin = indexOf(args.at(1));
  return raised() ? RAISED : smallIntNew(((end - begin + HALF) & TICKS_MASK) - HALF);
}

// ---- waiting ----

/** Waits for `ms` from now: suspends the program, or waits here if that cannot be. A safepoint. */
function sleep(ms: f64): Value {
  if (takeResumed()) return interrupted() ? RAISED : NONE;
  const until = hostTicks() + ms;
  if (maySuspend) return waitTime(until);
  return blockUntil(until) ? NONE : raiseInterrupt();
}
/** sleep(seconds). */
function time_sleep(args: Args, n: i32): Value {
  const seconds = number(args.at(0));
  if (raised()) return RAISED;
  if (seconds != seconds) return raise(ValueError, "Invalid value NaN (not a number)");
  if (seconds < 0) return raise(ValueError, "sleep length must be non-negative");
  if (seconds > 9.2e9) return raise(OverflowError, "timestamp too large to convert to C _PyTime_t");
  return sleep(seconds * 1e3);
}
/** Negative times are no time at all, as on MicroPython. `unit`: how many make a millisecond. */
function sleepUnits(v: Value, unit: f64): Value {
  const count = indexOf(v);
  return raised() ? RAISED : sleep(<f64>max<i64>(count, 0) / unit);
}
function time_sleep_ms(args: Args, n: i32): Value { return sleepUnits(args.at(0), 1); }
function time_sleep_us(args: Args, n: i32): Value { return sleepUnits(args.at(0), 1e3); }

// ---- calendar ----

const STRUCT_TIME_TYPE: usize = memory.data(TYPE_BYTES, 16);
const FIELDS: i32 = 9;

function tm_year(v: Value): Value { return structItem(v, 0); }
function tm_mon(v: Value): Value { return structItem(v, 1); }
function tm_mday(v: Value): Value { return structItem(v, 2); }
function tm_hour(v: Value): Value { return structItem(v, 3); }
function tm_min(v: Value): Value { return structItem(v, 4); }
function tm_sec(v: Value): Value { return structItem(v, 5); }
function tm_wday(v: Value): Value { return structItem(v, 6); }
function tm_yday(v: Value): Value { return structItem(v, 7); }
function tm_isdst(v: Value): Value { return structItem(v, 8); }
function time_repr(v: Value, out: Text): bool {
  return structSequenceRepr(v, out, "time",
    "tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst");
}
/** _zone(seconds): local time's seconds ahead of UTC. */
function time_zone(args: Args, n: i32): Value {
  const seconds = toF64(args.at(0));
  return raised() ? RAISED : floatBox(hostZoneOffset(seconds));
}
/** struct_time(sequence of 9). */
function struct_time_new(args: Args, n: i32): Value {
  const from = changetype<TupleObject>(payloadOf(args.at(1), TUPLE_TYPE));
  if (changetype<usize>(from) == 0) return raise(TypeError, "constructor requires a sequence");
  if (from.length != FIELDS) return raise(TypeError, "time.struct_time() takes a 9-sequence");
  const t = structSequenceNew(STRUCT_TIME_TYPE, FIELDS);
  if (changetype<usize>(t) == 0) return RAISED;
  for (let i = 0; i < FIELDS; i++) t.set(i, from.at(i));
  return <u64>changetype<usize>(t);
}
/** Builds the types of this module. At boot. */
export function timeTypesInstall(): void {
  const t = structSequenceBegin(STRUCT_TIME_TYPE, "struct_time", time_repr);
  t.construct(struct_time_new, 1, 1);
  t.attribute("tm_year", tm_year);
  t.attribute("tm_mon", tm_mon);
  t.attribute("tm_mday", tm_mday);
  t.attribute("tm_hour", tm_hour);
  t.attribute("tm_min", tm_min);
  t.attribute("tm_sec", tm_sec);
  t.attribute("tm_wday", tm_wday);
  t.attribute("tm_yday", tm_yday);
  t.attribute("tm_isdst", tm_isdst);
}

export function install(m: ModuleBuilder): void {
  m.fn("time", time_time, 0, 0);
  m.fn("time_ns", time_time_ns, 0, 0);
  m.fn("perf_counter", time_seconds, 0, 0);
  m.fn("perf_counter_ns", time_nanoseconds, 0, 0);
  m.fn("monotonic", time_seconds, 0, 0);
  m.fn("monotonic_ns", time_nanoseconds, 0, 0);
  m.fn("process_time", time_process_time, 0, 0);
  m.fn("process_time_ns", time_process_time_ns, 0, 0);
  m.fn("thread_time", time_process_time, 0, 0);
  m.fn("clock", time_process_time, 0, 0);
  m.fn("ticks_ms", time_ticks_ms, 0, 0);
  m.fn("ticks_us", time_ticks_us, 0, 0);
  m.fn("ticks_cpu", time_ticks_us, 0, 0);
  m.fn("ticks_add", time_ticks_add, 2, 2);
  m.fn("ticks_diff", time_ticks_diff, 2, 2);
  m.fn("sleep", time_sleep, 1, 1);
  m.fn("sleep_ms", time_sleep_ms, 1, 1);
  m.fn("sleep_us", time_sleep_us, 1, 1);
  m.fn("_zone", time_zone, 1, 1);
  m.python("_seconds");
  m.python("_date");
  m.python("gmtime");
  m.python("localtime");
  m.python("_numbers");
  m.python("mktime");
  m.python("_fields");
  m.python("asctime");
  m.python("ctime");
  m.python("strftime");
  m.python("_text");
  m.type(STRUCT_TIME_TYPE);
}
