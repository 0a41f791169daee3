// Running finalizers: `__del__` of Python classes, the finalize slot of built-in types; callbacks
// of weak references.
import { Value, RAISED, NOTHING } from "../core/value";
import { typeOf } from "../heap/header";
import { rootsMark, keep, release } from "../heap/roots";
import { takeFinalizable } from "../heap/finalizers";
import { TypeObject, TYPE_HEAP } from "./type";
import { takePending, pendingException, isSubtype, KeyboardInterrupt } from "./errors";
import { takeDueLink, takeLinkCallback, linkOwner } from "./weak";
import { textNew } from "./text";
import { StrObject } from "./str";
import { NONE } from "./singletons";
import { reprInto } from "./protocol";
import { typeLookup } from "./type_lookup";
import { callSpecial } from "./instance";
import { call1, tracebackText } from "./hooks";
import { writeText } from "./std_stream";
import { S___del__ } from "./names";
import { jsReleaseDead } from "./js_objects";

/** runFinalizers is at work. */
let finalizing: bool = false;
/** The same at a safepoint: not inside what runFinalizers calls, so that what is due runs in
 *  order. */
export function runDueFinalizers(): bool { return finalizing || runFinalizers(); }
/** Runs the finalizers and the callbacks of weak references that are due, nested. What they raise
 *  is told on stderr and forgotten, but for KeyboardInterrupt, which is meant for the program:
 *  false with it pending. A safepoint. */
export function runFinalizers(): bool {
  jsReleaseDead();
  const outer = finalizing;
  finalizing = true;
  const done = runAll();
  finalizing = outer;
  return done;
}
function runAll(): bool {
  while (true) {
    const v = takeFinalizable();
    const link = v == NOTHING ? takeDueLink() : 0;
    if (v == NOTHING && link == 0) return true;
    const base = rootsMark();
    let f: Value = NOTHING, r: Value = NONE;
    if (link != 0) {
      f = takeLinkCallback(link);
      keep(f);
      r = call1(f, linkOwner(link));
    } else {
      keep(v);
      const t = changetype<TypeObject>(typeOf(v));
      if (t.typeFlags & TYPE_HEAP) {
        f = typeLookup(changetype<usize>(t), S___del__);
        if (f != NOTHING) r = callSpecial(f, v, 0, NOTHING, NOTHING);
      } else if (t.finalize != 0) {
        call_indirect<void>(t.finalize, v);
      }
    }
    if (r == RAISED) {
      if (isSubtype(typeOf(pendingException()), KeyboardInterrupt)) { release(base); return false; }
      ignore(f);
    }
    release(base);
  }
}
/** Writes "Exception ignored in: ..." and drops the pending exception. */
function ignore(where: Value): void {
  const e = takePending();
  const t = textNew();
  const base = rootsMark();
  keep(e); keep(t.value());
  t.literal("Exception ignored in: ");
  if (!reprInto(where, t)) takePending();
  t.literal("\n");
  if (!tracebackText(e, t)) takePending();
  release(base);
  const s = t.finish();
  if (s == RAISED || !writeText(2, changetype<StrObject>(<usize>s))) takePending();
}
