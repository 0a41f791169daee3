// Weak links: what the module weakref is made of (assembly/frozen/weakref.py has the rest).
//
// A link leads from its owner (a weakref.ref, a proxy) to an object without keeping that alive. All
// links whose object lives stand in a table by the object's address (objects never move), each
// bucket a chain through the links. When a collection finds the object dead, before finalizers
// could bring it back, the link is emptied and leaves the table; if it has a callback and its owner
// lives, it is queued, and runFinalizers calls callback(owner). In a chain the shared links (no
// callback; one for an object and type of owner) stand before all others, so that finding one does
// not depend on how many others there are; among equals the newest comes first.
//
//  0      4      8       12    16     24
//  |klass |flags |target |next |owner |callback
import { Value, RAISED } from "../core/value";
import { Header, TYPE_BYTES, typeOf } from "../heap/header";
import { allocObject, allocRawZeroed, freeRaw } from "../heap/allocator";
import {
  addRootMarker, addWeakHook, setClearHook, isMarked, markObject, markRaw, markValue,
} from "../heap/collector";
import { requestEvent, EVENT_CALLBACKS } from "../heap/events";
import { TypeObject, OBJECT_TYPE, TYPE_WEAK } from "./type";
import { raiseNoMemory, raiseType, TypeError } from "./errors";
import { Args } from "./args";
import { typeBegin } from "./builder";
import { ListObject, listNew, listAppend } from "./list";
import { NONE } from "./singletons";

export const WEAK_LINK_TYPE: usize = memory.data(TYPE_BYTES, 16);

@unmanaged class WeakLink extends Header {
  /** Address of the object; 0: it died. Not marked. */
  target: usize;
  /** The next link of the bucket, or of the queue; 0: none. Not marked. */
  next: usize;
  owner: Value;
  /** None: there is none. */
  callback: Value;
}
/** flags of a link: it may be given out again. */
const SHARED: u32 = 1;

/** Heads of the chains: raw cell of `room` (a power of two) addresses; 0: not yet made. */
let buckets: usize = 0;
let room: u32 = 0;
let count: u32 = 0;
/** Links whose callback is due, first and last. */
let queue: usize = 0;
let queueEnd: usize = 0;

/** Where the chain for the object at `target` begins. */
@inline function bucketOf(target: usize): usize {
  return buckets + (<usize>(<u32>(target >> 4) * 0x9e3779b1 >> 7 & room - 1) << 2);
}
@inline function linkAt(address: usize): WeakLink { return changetype<WeakLink>(address); }

/** Puts a link behind the shared ones of its chain, or, shared, at the head. */
function insert(link: WeakLink): void {
  let at = bucketOf(link.target);
  if (!(link.flags & SHARED)) {
    while (load<u32>(at) != 0 && linkAt(load<u32>(at)).flags & SHARED)
      at = load<u32>(at) + offsetof<WeakLink>("next");
  }
  link.next = load<u32>(at);
  store<u32>(at, <u32>changetype<usize>(link));
}
/** Doubles the table when it is full. Without memory the chains become longer. */
function grow(): void {
  const more = room == 0 ? 16 : room * 2, fresh = allocRawZeroed(<usize>more << 2);
  if (fresh == 0) return;
  const old = buckets, oldRoom = room;
  buckets = fresh;
  room = more;
  for (let i: u32 = 0; i < oldRoom; i++) {
    let next: usize = 0;
    for (let at = <usize>load<u32>(old + (<usize>i << 2)); at != 0; at = next) {
      next = linkAt(at).next;
      linkAt(at).next = 0;
      let end = bucketOf(linkAt(at).target);
      while (load<u32>(end) != 0) end = load<u32>(end) + offsetof<WeakLink>("next");
      store<u32>(end, <u32>at);
    }
  }
  freeRaw(old);
}

/** True if CPython's objects of this kind can be held weakly. */
function isReferable(v: Value): bool {
  for (let t = typeOf(v); t != 0; t = changetype<TypeObject>(t).base) {
    if (changetype<TypeObject>(t).typeFlags & TYPE_WEAK) return true;
  }
  return false;
}
/** _link(owner, object, callback, shared): a new link. Raises TypeError, MemoryError. */
export function weakref_link(args: Args, n: i32): Value {
  const target = args.at(1);
  if (!isReferable(target))
    return raiseType(TypeError, "cannot create weak reference to '", target, "' object");
  if (count >= room) grow();
  const link = changetype<WeakLink>(allocObject(offsetof<WeakLink>()));
  if (buckets == 0 || changetype<usize>(link) == 0) return raiseNoMemory(offsetof<WeakLink>());
  link.klass = WEAK_LINK_TYPE;
  link.flags = n == 4 ? SHARED : 0;
  link.target = <usize>target;
  link.owner = args.at(0);
  link.callback = args.at(2);
  insert(link);
  count++;
  return <u64>changetype<usize>(link);
}
/** _shared(object, type): the owner of exactly this type whose link to the object is shared; None:
 *  there is none. */
export function weakref_shared(args: Args, n: i32): Value {
  if (room == 0) return NONE;
  const target = <u32>args.at(0);
  for (let at = <usize>load<u32>(bucketOf(target)); at != 0 && linkAt(at).flags & SHARED; at =
      linkAt(at).next) {
    if (linkAt(at).target == target && typeOf(linkAt(at).owner) == <usize>args.at(1))
      return linkAt(at).owner;
  }
  return NONE;
}
/** getweakrefs(object): a list of all owners of links to the object. Raises MemoryError. */
export function weakref_getweakrefs(args: Args, n: i32): Value {
  const list = listNew(4);
  if (list == RAISED || room == 0) return list;
  const target = args.at(0);
  for (let at = <usize>load<u32>(bucketOf(<usize>target)); at != 0; at = linkAt(at).next) {
    if (<u64>linkAt(at).target == target && !listAppend(changetype<ListObject>(<usize>list),
        linkAt(at).owner)) {
      return RAISED;
    }
  }
  return list;
}

// ---- what the collector does with the table ----

/** Takes links out of the table: those to what died, which are emptied, or those of owners that
 *  died. */
function takeOut(emptied: bool): void {
  for (let i: u32 = 0; i < room; i++) {
    let at = buckets + (<usize>i << 2);
    while (load<u32>(at) != 0) {
      const link = linkAt(load<u32>(at)), lives = isMarked(changetype<usize>(link));
      if (emptied ? isMarked(link.target) : lives) {
        at = changetype<usize>(link) + offsetof<WeakLink>("next");
        continue;
      }
      store<u32>(at, <u32>link.next);
      count--;
      if (!emptied) continue;
      link.target = 0;
      link.next = 0;
      if (link.callback == NONE || !lives) continue;
      if (queue == 0) queue = changetype<usize>(link);
      else linkAt(queueEnd).next = changetype<usize>(link);
      queueEnd = changetype<usize>(link);
      requestEvent(EVENT_CALLBACKS);
    }
  }
}
/** Before finalizers are queued. */
function clearDead(): void { takeOut(true); }
/** When all that stays is marked. */
function dropDead(): void { takeOut(false); }
function markHeld(): void {
  for (let i: u32 = 0; i < room; i++) {
    for (let at = <usize>load<u32>(buckets + (<usize>i << 2)); at != 0; at = linkAt(at).next) {
      markObject(at);
      markObject(linkAt(at).target);
    }
  }
}
function markRoots(): void {
  markRaw(buckets);
  for (let at = queue; at != 0; at = linkAt(at).next) markObject(at);
}
/** The next link whose callback is due; 0: none. It is no longer held: the caller keeps owner and
 *  callback. */
export function takeDueLink(): usize {
  const link = queue;
  if (link != 0) queue = linkAt(link).next;
  return link;
}
export function linkOwner(link: usize): Value { return linkAt(link).owner; }
/** The callback of a link, which it thereby loses. */
export function takeLinkCallback(link: usize): Value {
  const callback = linkAt(link).callback;
  linkAt(link).callback = NONE;
  return callback;
}

function linkMark(address: usize): void {
  markValue(linkAt(address).owner);
  markValue(linkAt(address).callback);
}
/** call slot: the object; None: it died. */
function link_call(callee: Value, args: Args, n: i32, kwargs: Value): Value {
  const target = linkAt(<usize>callee).target;
  return target == 0 ? NONE : <u64>target;
}
function link_callback(self: Value): Value { return linkAt(<usize>self).callback; }

export function weakInstall(): void {
  const t = typeBegin(WEAK_LINK_TYPE, "weak_link", OBJECT_TYPE, linkMark);
  t.type().call = link_call.index;
  t.attribute("callback", link_callback);
  addRootMarker(markRoots);
  setClearHook(clearDead);
  addWeakHook(dropDead, markHeld);
}
