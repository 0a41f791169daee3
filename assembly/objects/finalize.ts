// Running finalizers: `__del__` of Python classes, the finalize slot of built-in types.
import { Value, RAISED, NOTHING } from "../core/value";
import { typeOf } from "../heap/header";
import { rootsMark, keep, release } from "../heap/roots";
import { takeFinalizable } from "../heap/finalizers";
import { TypeObject, TYPE_HEAP } from "./type";
import { takePending } from "./errors";
import { textNew } from "./text";
import { StrObject } from "./str";
import { reprInto } from "./protocol";
import { typeLookup } from "./type_lookup";
import { callSpecial } from "./instance";
import { tracebackText } from "./hooks";
import { writeText } from "./std_stream";
import { S___del__ } from "./names";
import { jsReleaseDead } from "./js_objects";

/** Runs the finalizers that are due, nested. What they raise is told on stderr and forgotten. A safepoint. */
export function runFinalizers(): void {
  jsReleaseDead();
  while (true) {
    const v = takeFinalizable();
    if (v == NOTHING) return;
    const base = rootsMark();
    keep(v);
    const t = changetype<TypeObject>(typeOf(v));
    if (t.typeFlags & TYPE_HEAP) {
      const f = typeLookup(changetype<usize>(t), S___del__);
      if (f != NOTHING && callSpecial(f, v, 0, NOTHING, NOTHING) == RAISED) ignore(f);
    } else if (t.finalize != 0) {
      call_indirect<void>(t.finalize, v);
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
