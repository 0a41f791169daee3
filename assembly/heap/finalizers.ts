// Finalizers: objects that want to be told before they are freed (`__del__`, open files).
//
// They stand in a list that does not keep them alive. When a collection finds one dead, it is kept
// for one more round and queued; the interpreter runs the queue at its next safepoint
// (EVENT_CALLBACKS), outside the collector.
import { Value, NOTHING } from "../core/value";
import { resizeRaw, cellBytes } from "./allocator";
import { addRootMarker, addWeakHook, holdsNothing, setFinalizeHook, isMarked, markObject,
  markRaw } from "./collector";
import { requestEvent, EVENT_CALLBACKS } from "./events";

/** Objects that wait for their end: raw cell of u32 addresses. */
let watched: usize = 0;
let watchedCount: u32 = 0;
/** Dead ones whose finalizer has not run: raw cell of u32 addresses; taken from queueFrom on. It
 *  always has room for all that is watched: a collection must not allocate, its sweep would free
 *  cells of a block that it began. */
let queue: usize = 0;
let queueCount: u32 = 0;
let queueFrom: u32 = 0;

/** `list` with room for `count` addresses, the first `used` kept. 0: there is no memory, and `list`
 *  is as it was. */
function withRoom(list: usize, used: u32, count: u32): usize {
  if (list != 0 && <usize>count << 2 <= cellBytes(list)) return list;
  return resizeRaw(list, <usize>used << 2, <usize>(count < 16 ? 32 : count * 2) << 2);
}
/** Has `finalize` run for the object once it is unreachable. False if there is no memory to note
 *  it. */
export function watchObject(address: usize): bool {
  const list = withRoom(watched, watchedCount, watchedCount + 1);
  if (list == 0) return false;
  watched = list;
  const room = withRoom(queue, queueCount, queueCount + watchedCount + 1);
  if (room == 0) return false;
  queue = room;
  store<u32>(watched + (<usize>watchedCount << 2), <u32>address);
  watchedCount++;
  return true;
}
/** Queues the dead, and marks them so that they live until their finalizer ran. */
function queueDead(): void {
  if (queueFrom != 0) {
    memory.copy(queue, queue + (<usize>queueFrom << 2), <usize>(queueCount - queueFrom) << 2);
    queueCount -= queueFrom;
    queueFrom = 0;
  }
  const before = queueCount;
  let kept: u32 = 0;
  for (let i: u32 = 0; i < watchedCount; i++) {
    const address = load<u32>(watched + (<usize>i << 2));
    if (isMarked(address)) {
      store<u32>(watched + (<usize>(kept++) << 2), address);
    } else {
      store<u32>(queue + (<usize>(queueCount++) << 2), address);
    }
  }
  if (queueCount == before) return;
  watchedCount = kept;
  for (let i = before; i < queueCount; i++) markObject(load<u32>(queue + (<usize>i << 2)));
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
  memory.copy(queue + (<usize>queueCount << 2), watched, <usize>watchedCount << 2);
  queueCount += watchedCount;
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
