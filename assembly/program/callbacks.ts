// What runs between two instructions of a program, at a safepoint: finalizers that are due,
// functions given to micropython.schedule; and at the end of everything, all finalizers that are
// left.
import { RAISED, NOTHING } from "../core/value";
import { typeOf } from "../heap/header";
import { requestEventLater, EVENT_CALLBACKS } from "../heap/events";
import { finalizeAll } from "../heap/finalizers";
import { runFinalizers, runDueFinalizers } from "../objects/finalize";
import { call1, tracebackText, setMaySuspend } from "../objects/hooks";
import { pendingException, takePending, isSubtype, KeyboardInterrupt } from "../objects/errors";
import { textNew } from "../objects/text";
import { StrObject } from "../objects/str";
import { rootsMark, keep, release } from "../heap/roots";
import { writeText } from "../objects/std_stream";
import { installCallbacks, UNITS_BETWEEN_CALLBACKS } from "../vm/safepoint";
import { atExit } from "../modules/sys";
import { inspecting } from "../modules/os";
import { takeScheduled, scheduledArgument, scheduledCount } from "../modules/micropython";
import { flushAll } from "../host";

export function callbacksInit(): void { installCallbacks(runCallbacks); }

/** Nested runs. False with KeyboardInterrupt pending: the program is interrupted, not only the
 *  callback. */
function runCallbacks(): bool {
  if (!runDueFinalizers()) return false;
  // Only those that wait now: one that schedules itself again must let the program go on.
  for (let n = scheduledCount(); n > 0; n--) {
    const f = takeScheduled();
    if (call1(f, scheduledArgument) != RAISED) continue;
    if (isSubtype(typeOf(pendingException()), KeyboardInterrupt)) return false;
    report();
  }
  if (scheduledCount() != 0) requestEventLater(EVENT_CALLBACKS, UNITS_BETWEEN_CALLBACKS);
  return true;
}
/** Shows the pending exception on stderr and drops it. */
function report(): void {
  const e = takePending();
  const t = textNew();
  const base = rootsMark();
  keep(e); keep(t.value());
  if (!tracebackText(e, t)) takePending();
  release(base);
  const s = t.finish();
  if (s == RAISED || !writeText(2, changetype<StrObject>(<usize>s))) takePending();
}

/** What a program that has ended still wants. 1: sys.atexit was given a function; 2: a prompt. */
export function lastWishes(): i32 { return (atExit != NOTHING ? 1 : 0) | (inspecting() ? 2 : 0); }
/** The instance comes to its end: the finalizers of all that is left are run. No program may be
 *  running. */
export function finalize(): void {
  setMaySuspend(false);
  finalizeAll();
  if (!runFinalizers()) takePending();
  setMaySuspend(true);
  flushAll();
}
