// gc: the collector, and true numbers about its heap.
import { Value, RAISED, smallIntNew } from "../core/value";
import { collect } from "../heap/collector";
import { chargeFuel } from "../heap/events";
import {
  setAutomatic, automatic, allocatedBytes, liveBytes, heapLimitBytes, setThresholdSetting,
  thresholdSetting,
} from "../heap/allocator";
import { Args } from "../objects/args";
import { raised } from "../objects/errors";
import { NONE, boolValue } from "../objects/singletons";
import { indexOf } from "../objects/int";
import { runFinalizers } from "../objects/finalize";
import { ModuleBuilder } from "../objects/module_list";

/** Bytes that objects take, as of now: what the last collection left, and what was handed out
 *  since. */
export function heapUsedBytes(): usize { return liveBytes + allocatedBytes; }
export function heapFreeBytes(): usize {
  const used = heapUsedBytes(), limit = heapLimitBytes();
  return used < limit ? limit - used : 0;
}
/** collect(): the number of 16-byte units that were freed. */
function gc_collect(args: Args, n: i32): Value {
  const before = heapUsedBytes();
  const live = collect();
  chargeFuel(live >> 8);
  if (!runFinalizers()) return RAISED;
  return smallIntNew(before > live ? (before - live) >> 4 : 0);
}
function gc_enable(args: Args, n: i32): Value { setAutomatic(true); return NONE; }
function gc_disable(args: Args, n: i32): Value { setAutomatic(false); return NONE; }
function gc_isenabled(args: Args, n: i32): Value { return boolValue(automatic); }
function gc_mem_alloc(args: Args, n: i32): Value { return smallIntNew(heapUsedBytes()); }
function gc_mem_free(args: Args, n: i32): Value { return smallIntNew(heapFreeBytes()); }
/** threshold([bytes]): collect after so many bytes have been handed out; -1: when the collector
 *  thinks best. */
function gc_threshold(args: Args, n: i32): Value {
  if (n == 0) return smallIntNew(thresholdSetting == 0 ? -1 : <i64>thresholdSetting);
  const bytes = indexOf(args.at(0));
  if (raised()) return RAISED;
  setThresholdSetting(bytes < 0 ? 0 : bytes > 0xffffffff ? 0xffffffff : <usize>bytes);
  return NONE;
}

export function install(m: ModuleBuilder): void {
  m.fn("collect", gc_collect, 0, 1);
  m.fn("enable", gc_enable, 0, 0);
  m.fn("disable", gc_disable, 0, 0);
  m.fn("isenabled", gc_isenabled, 0, 0);
  m.fn("mem_alloc", gc_mem_alloc, 0, 0);
  m.fn("mem_free", gc_mem_free, 0, 0);
  m.fn("threshold", gc_threshold, 0, 1);
}
