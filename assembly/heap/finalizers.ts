// Finalizers: objects that want to be told before they are freed (`__del__`, open files).
//
// They stand in a list that does not keep them alive. When a collection finds one dead, it is kept for one more
// round and queued; the interpreter runs the queue at its next safepoint (EVENT_CALLBACKS), outside the collector.
import { Value, NOTHING } from "../core/value";
import { resizeRaw, cellBytes } from "./allocator";
import { addRootMarker, addWeakHook, holdsNothing, setFinalizeHook, isMarked, markObject, markRaw } from "./collector";
import { requestEvent, EVENT_CALLBACKS } from "./events";

/** Objects that wait for their end: raw cell of u32 addresses. */
let watched: usize = 0;
let watchedCount: u32 = 0;
/** Dead ones whose finalizer has not run: raw cell of u32 addresses; taken from queueFrom on. */
let queue: usize = 0;
let queueCount: u32 = 0;
let queueFrom: u32 = 0;

/** Has `finalize` run for the object once it is unreachable. False if there is no memory to note it. */
export function watchObject(address: usize): bool {
  const room = watched == 0 ? 0 : <u32>(cellBytes(watched) >> 2);
  if (watchedCount == room) {
    const fresh = resizeRaw(watched, <usize>watchedCount << 2, <usize>(room < 16 ? 32 : room * 2) << 2);
    if (fresh == 0) return false;
    watched = fresh;
  }
  store<u32>(watched + (<usize>watchedCount << 2), <u32>address);
  watchedCount++;
  return true;
}
/** Queues the dead, and marks them so that they live until their finalizer ran. */
function queueDead(): void {
  let dead: u32 = 0;
  for (let i: u32 = 0; i < watchedCount; i++) {
    if (!isMarked(load<u32>(watched + (<usize>i << 2)))) dead++;
  }
  if (dead == 0) return;
  if (queueFrom != 0) {
    memory.copy(queue, queue + (<usize>queueFrom << 2), <usize>(queueCount - queueFrom) << 2);
    queueCount -= queueFrom;
    queueFrom = 0;
  }
  const fresh = resizeRaw(queue, <usize>queueCount << 2, <usize>(queueCount + dead) << 2);
  if (fresh == 0) {
    // No memory to queue them: all live on until the next collection.
    for (let i: u32 = 0; i < watchedCount; i++) markObject(load<u32>(watched + (<usize>i << 2)));
    return;
  }
  queue = fresh;
  markRaw(queue);
  let kept: u32 = 0;
  for (let i: u32 = 0; i < watchedCount; i++) {
    const address = load<u32>(watched + (<usize>i << 2));
    if (isMarked(address)) {
      store<u32>(watched + (<usize>(kept++) << 2), address);
    } else {
      store<u32>(queue + (<usize>(queueCount++) << 2), address);
    }
  }
  watchedCount = kept;
  for (let i: u32 = 0; i < queueCount; i++) markObject(load<u32>(queue + (<usize>i << 2)));
  requestEvent(EVENT_CALLBACKS);
}
function markQueue(): void {
  markRaw(watched);
  markRaw(queue);
  for (let i = queueFrom; i < queueCount; i++) markObject(load<u32>(queue + (<usize>i << 2)));
}
/** The next object whose finalizer is to be run; NOTHING: none. */
export function takeFinalizable(): Value {
  if (queueFrom == queueCount) {
    queueFrom = 0;
    queueCount = 0;
    return NOTHING;
  }
  return <u64>load<u32>(queue + (<usize>(queueFrom++) << 2));
}
/** Queues everything that is watched: at the end of a program. */
export function finalizeAll(): void {
  for (let i: u32 = 0; i < watchedCount; i++) {
    const need = <usize>(queueCount + 1) << 2;
    const fresh = queue != 0 && need <= cellBytes(queue) ? queue : resizeRaw(queue, <usize>queueCount << 2, need * 2);
    if (fresh == 0) return;
    queue = fresh;
    store<u32>(queue + (<usize>(queueCount++) << 2), load<u32>(watched + (<usize>i << 2)));
  }
  watchedCount = 0;
  if (queueCount != queueFrom) requestEvent(EVENT_CALLBACKS);
}
function markWatched(): void {
  for (let i: u32 = 0; i < watchedCount; i++) markObject(load<u32>(watched + (<usize>i << 2)));
}
export function finalizersInit(): void {
  addRootMarker(markQueue);
  setFinalizeHook(queueDead);
  addWeakHook(holdsNothing, markWatched);
}
