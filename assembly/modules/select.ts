// select: what the poll class in frozen/select.py and asyncio's loop need of the core: waiting for
// the first of several things, and whether a stream is ready. Behaviour:
// docs.micropython.org/en/latest/library/select.html.
import { Value, RAISED, smallIntNew } from "../core/value";
import { isExactly } from "../heap/header";
import { eventsPending, EVENT_CALLBACKS } from "../heap/events";
import { number } from "./arguments";
import { Args } from "../objects/args";
import { ModuleBuilder } from "../objects/module_list";
import { raise, raised, RuntimeError, interrupted, raiseInterrupt } from "../objects/errors";
import { NONE, boolValue } from "../objects/singletons";
import { indexOf } from "../objects/int";
import { floatBox } from "../objects/float";
import { payloadOf } from "../objects/protocol";
import { STREAM_TYPE, stdStream, inputReady } from "../objects/std_stream";
import { callbackRounds, waitAny, takeResumed, maySuspend, WAKE_INPUT, runningProgram,
  programIsUnfinished } from "../objects/hooks";
import { hostTicks, hostWatch, hostSettled, hostDrop, blockUntil } from "../host";
import { TEXT_FILE_TYPE, BYTE_FILE_TYPE } from "./io/file";
import { STRING_IO_TYPE } from "./io/string_io";
import { BYTES_IO_TYPE } from "./io/bytes_io";

const POLLIN: i64 = 1;
const POLLOUT: i64 = 4;

/** _ticks(): the clock of waits, a float that does not wrap. Unit: ms. */
function select_ticks(args: Args, n: i32): Value { return floatBox(hostTicks()); }

/** Rounds of callbacks before the last wait. */
let roundsSeen: u32 = 0;
/** _wait(until, interests): until the clock reaches `until` (ms, float), or one of WAKE_* comes to
 *  pass. May return early. Raises KeyboardInterrupt; RuntimeError inside a nested run if time alone
 *  will not end it. */
function select_wait(args: Args, n: i32): Value {
  if (takeResumed()) return interrupted() ? RAISED : NONE;
  const v = args.at(0);
  const until = number(v);
  if (raised()) return RAISED;
  const interests = <u32>indexOf(args.at(1));
  if (raised()) return RAISED;
  // A callback that has run since, or is about to, may bring what is waited for: whoever waits
  // looks and calls again.
  const rounds = callbackRounds,
    calledBack = rounds != roundsSeen || (eventsPending() & EVENT_CALLBACKS) != 0;
  roundsSeen = rounds;
  if (until <= hostTicks() || calledBack) return NONE;
  if (interests & WAKE_INPUT && inputReady()) return NONE;
  if (maySuspend) return waitAny(until, interests);
  if (until == Infinity)
    return raise(RuntimeError, "cannot wait inside a call made by a built-in function");
  return blockUntil(until) ? NONE : raiseInterrupt();
}

/** _events(stream, mask): which of POLLIN and POLLOUT in mask a stream of the core is ready for;
 *  None: not a stream of the core. */
function select_events(args: Args, n: i32): Value {
  const v = args.at(0), mask = indexOf(args.at(1));
  if (raised()) return RAISED;
  if (isExactly(v, STREAM_TYPE)) {
    // stdin's text and byte streams share their input.
    if (v != stdStream(0) && v != stdStream(3)) return smallIntNew(mask & POLLOUT);
    return smallIntNew(mask & POLLIN && inputReady() ? POLLIN : 0);
  }
  const ready = payloadOf(v, TEXT_FILE_TYPE) != 0 || payloadOf(v, BYTE_FILE_TYPE) != 0
    || payloadOf(v, STRING_IO_TYPE) != 0
    || payloadOf(v, BYTES_IO_TYPE) != 0;
  return ready ? smallIntNew(mask & (POLLIN | POLLOUT)) : NONE;
}
/** _watch(token): _settled() will name it once the host has answered. */
function select_watch(args: Args, n: i32): Value {
  hostWatch(<i32>indexOf(args.at(0)));
  return raised() ? RAISED : NONE;
}
/** _settled(): the next watched token whose answer is there; None: there is no other. */
function select_settled(args: Args, n: i32): Value {
  const token = hostSettled();
  return token == 0 ? NONE : smallIntNew(token);
}
/** _drop(token): its answer will not be taken. */
function select_drop(args: Args, n: i32): Value {
  hostDrop(<i32>indexOf(args.at(0)));
  return raised() ? RAISED : NONE;
}
/** _program(): the number of the host's program that runs; _unfinished(number): whether that one is
 *  unfinished. */
function select_program(args: Args, n: i32): Value { return smallIntNew(runningProgram()); }
function select_unfinished(args: Args, n: i32): Value {
  const number = <i32>indexOf(args.at(0));
  return raised() ? RAISED : boolValue(programIsUnfinished(number));
}
export function install(m: ModuleBuilder): void {
  m.constant("POLLIN", smallIntNew(POLLIN));
  m.constant("POLLOUT", smallIntNew(POLLOUT));
  m.constant("POLLERR", smallIntNew(8));
  m.constant("POLLHUP", smallIntNew(16));
  m.fn("_ticks", select_ticks, 0, 0);
  m.fn("_wait", select_wait, 2, 2);
  m.fn("_events", select_events, 2, 2);
  m.fn("_watch", select_watch, 1, 1);
  m.fn("_settled", select_settled, 0, 0);
  m.fn("_drop", select_drop, 1, 1);
  m.fn("_program", select_program, 0, 0);
  m.fn("_unfinished", select_unfinished, 1, 1);
}
