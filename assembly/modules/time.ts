// time: clocks, waiting, calendar times. MicroPython's functions, and those of CPython that make
// sense here. Behaviour: docs.python.org/3/library/time.html,
// docs.micropython.org/en/latest/library/time.html.
//
// The epoch is 1970-01-01. ticks_* count modulo 2^30, so that differences work as on boards.
import { Value, RAISED, NOTHING, smallIntNew } from "../core/value";
import { TYPE_BYTES } from "../heap/header";
import {
  DAY_SECONDS, daysOfDate, dateOfDays, dateYear, dateMonth, dateDay, dateWeekday, dateYearday,
} from "../core/calendar";
import {
  raise, raised, raiseWith, TypeError, ValueError, OverflowError, interrupted, raiseInterrupt,
} from "../objects/errors";
import { Args } from "../objects/args";
import { Text, literalOf } from "../objects/text";
import { ModuleBuilder } from "../objects/module_list";
import { strLiteral } from "../objects/str";
import { TupleObject, TUPLE_TYPE, tupleAlloc } from "../objects/tuple";
import { NONE } from "../objects/singletons";
import { strPart, payloadOf } from "../objects/protocol";
import { intFromF64, intPart, indexOf } from "../objects/int";
import { floatBox, floatNew } from "../objects/float";
import { structSequenceBegin, structSequenceNew, structSequenceRepr,
  structItem } from "../objects/struct_sequence";
import { waitTime, takeResumed, maySuspend } from "../objects/hooks";
import { hostNow, hostTicks, hostProcessTicks, hostZoneOffset, blockUntil } from "../host";
import { number } from "./arguments";
import { toHelper } from "../objects/frozen";

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

/** The struct_time of seconds since 1970. */
function timeTuple(seconds: i64, summer: i32): Value {
  const t = structSequenceNew(STRUCT_TIME_TYPE, FIELDS);
  if (changetype<usize>(t) == 0) return RAISED;
  let days = seconds / DAY_SECONDS, rest = <i32>(seconds % DAY_SECONDS);
  if (rest < 0) { rest += <i32>DAY_SECONDS; days--; }
  dateOfDays(days);
  t.set(0, smallIntNew(dateYear));
  t.set(1, smallIntNew(dateMonth));
  t.set(2, smallIntNew(dateDay));
  t.set(3, smallIntNew(rest / 3600));
  t.set(4, smallIntNew(rest / 60 % 60));
  t.set(5, smallIntNew(rest % 60));
  t.set(6, smallIntNew(dateWeekday));
  t.set(7, smallIntNew(dateYearday));
  t.set(8, smallIntNew(summer));
  return <u64>changetype<usize>(t);
}
/** Seconds of an optional argument (None, left out: now). Test raised(). */
function secondsOf(v: Value): f64 {
  if (v == NOTHING || v == NONE) return Math.floor(hostNow());
  const seconds = number(v);
  if (!raised() && !(Math.abs(seconds) < 6.7e13))
    raise(OverflowError, "timestamp out of range for platform time_t");
  return Math.floor(seconds);
}
/** gmtime([seconds]). */
function time_gmtime(args: Args, n: i32): Value {
  const seconds = secondsOf(n == 0 ? NOTHING : args.at(0));
  return raised() ? RAISED : timeTuple(<i64>seconds, 0);
}
/** The struct_time of local time. */
function localTuple(seconds: f64): Value {
  const offset = hostZoneOffset(seconds);
  // Winter time is the smaller of the offsets half a year apart.
  return timeTuple(<i64>(seconds + offset), offset > hostZoneOffset(seconds + 15768000) ? 1 : 0);
}
/** localtime([seconds]). */
function time_localtime(args: Args, n: i32): Value {
  const seconds = secondsOf(n == 0 ? NOTHING : args.at(0));
  return raised() ? RAISED : localTuple(seconds);
}

/** The tuple of 8 or 9 numbers that an argument is; null (0) with TypeError pending. */
function timeArgument(v: Value): TupleObject {
  const t = changetype<TupleObject>(payloadOf(v, TUPLE_TYPE));
  if (changetype<usize>(t) == 0) {
    raise(TypeError, "Tuple or struct_time argument required");
    return t;
  }
  if (t.length < 8 || t.length > 9) {
    raise(TypeError, "mktime needs a tuple of length 8 or 9");
    return changetype<TupleObject>(0);
  }
  for (let i: u32 = 0; i < t.length; i++) {
    if (intPart(t.at(i)) != NOTHING) continue;
    raiseWith(TypeError, "'%t' object cannot be interpreted as an integer", t.at(i));
    return changetype<TupleObject>(0);
  }
  return t;
}
/** mktime(tuple): seconds of a local time, as float. */
function time_mktime(args: Args, n: i32): Value {
  const t = timeArgument(args.at(0));
  if (changetype<usize>(t) == 0) return RAISED;
  const limit: i64 = 1 << 40;
  for (let i: u32 = 0; i < 6; i++) {
    const n = indexOf(t.at(i));
    if (raised() || abs(n) > limit)
      return raised() ? RAISED : raise(OverflowError, "mktime argument out of range");
    store<i64>(FIELD + (i << 3), n);
  }
  let year = load<i64>(FIELD), month = load<i64>(FIELD, 8) - 1;
  year += month / 12;
  month %= 12;
  if (month < 0) { month += 12; year--; }
  if (abs(year) > 1000000) return raise(OverflowError, "mktime argument out of range");
  const local = <f64>(daysOfDate(year, <i32>month + 1, load<i64>(FIELD, 16)) * DAY_SECONDS
    + load<i64>(FIELD, 24) * 3600 + load<i64>(FIELD, 32) * 60 + load<i64>(FIELD, 40));
  // The offset at the moment that is looked for: the second guess is right but in the hour that is
  // skipped.
  const guess = local - hostZoneOffset(local);
  return floatBox(local - hostZoneOffset(guess));
}

// ---- text ----

/** The numbers of a time argument in FIELD (formatted reads them), or of now. False with an
 *  exception pending. */
const FIELD: usize = memory.data(8 * 9, 8);
function fieldsOf(v: Value): bool {
  let tuple = v;
  if (v == NOTHING || v == NONE) {
    tuple = localTuple(Math.floor(hostNow()));
    if (tuple == RAISED) return false;
  }
  const t = timeArgument(tuple);
  if (changetype<usize>(t) == 0) return false;
  store<i64>(FIELD, -1, 64);
  for (let i: u32 = 0; i < t.length; i++) {
    store<i64>(FIELD + (i << 3), indexOf(t.at(i)));
    if (raised()) return false;
  }
  // As CPython: a month or day of 0 counts as 1.
  atLeastOne(1);
  atLeastOne(2);
  atLeastOne(7);
  return within(1, 1, 12, "month") && within(2, 1, 31, "day of month") && within(3, 0, 23, "hour")
    && within(4, 0, 59, "minute")
    && within(5, 0, 61, "seconds") && within(6, -1, 6, "day of week") && within(7, 1, 366,
      "day of year");
}
function atLeastOne(i: i32): void {
  const at = FIELD + (<usize>i << 3);
  if (load<i64>(at) == 0) store<i64>(at, 1);
}
/** Whether a field has a value that it may have. False with ValueError pending. */
function within(i: i32, least: i64, most: i64, name: string): bool {
  const n = load<i64>(FIELD + (<usize>i << 3));
  return (n >= least && n <= most) || raiseWith(ValueError, "%l out of range", literalOf(name))
    != RAISED;
}
/** strftime(format[, tuple]). */
function time_strftime(args: Args, n: i32): Value {
  const format = strPart(args.at(0));
  if (changetype<usize>(format) == 0)
    return raiseWith(TypeError, "strftime() argument 1 must be str, not %t", args.at(0));
  if (!fieldsOf(n > 1 ? args.at(1) : NOTHING)) return RAISED;
  return formatted(<u64>changetype<usize>(format), hostZoneOffset(hostNow()));
}
/** What strftime makes of FIELD: the helper's work. zone: seconds ahead of UTC. */
function formatted(format: Value, zone: f64): Value {
  const fields = tupleAlloc(9), seconds = floatNew(zone);
  if (format == RAISED || changetype<usize>(fields) == 0 || seconds == RAISED) return RAISED;
  for (let i: u32 = 0; i < 9; i++) fields.set(i, smallIntNew(load<i64>(FIELD + (<usize>i << 3))));
  return toHelper("_strftime", format, <u64>changetype<usize>(fields), seconds);
}
/** asctime([tuple]): "Sun Jun  9 04:26:40 1991". */
function time_asctime(args: Args, n: i32): Value {
  if (!fieldsOf(n > 0 ? args.at(0) : NOTHING)) return RAISED;
  return ascii();
}
/** ctime([seconds]). */
function time_ctime(args: Args, n: i32): Value {
  const seconds = secondsOf(n == 0 ? NOTHING : args.at(0));
  if (raised()) return RAISED;
  const tuple = timeTuple(<i64>(seconds + hostZoneOffset(seconds)), 0);
  return tuple == RAISED || !fieldsOf(tuple) ? RAISED : ascii();
}
function ascii(): Value { return formatted(strLiteral("%a %b %e %H:%M:%S %Y"), 0); }

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
  m.fn("gmtime", time_gmtime, 0, 1);
  m.fn("localtime", time_localtime, 0, 1);
  m.fn("mktime", time_mktime, 1, 1);
  m.fn("strftime", time_strftime, 1, 2);
  m.fn("asctime", time_asctime, 0, 1);
  m.fn("ctime", time_ctime, 0, 1);
  m.type(STRUCT_TIME_TYPE);
}
