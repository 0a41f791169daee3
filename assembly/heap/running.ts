// The running frame, as far as the layers below vm/ must know it: to say that what it does must not
// be done twice.
//
// An instruction for which the heap limit refused memory is carried out again after a collection
// (vm/slow.ts, retryAfterCollection). That is right only while it has not done anything that shows:
// taken an item from an iterator, called Python or the host, written. Whatever does so says
// noteDone(), afterwards: what it calls may say so of other frames.

/** Address of the running frame's record (vm/frames.ts). Its first word is the pc behind the
 *  instruction that calls. */
export let ci: usize = 0;
@inline export function setCi(to: usize): void { ci = to; }

/** pc behind the last instruction that has done something. It may have been another time that it
 *  was carried out: then MemoryError is raised where a second attempt might have helped. */
export let doneAt: u32 = 0;
@inline export function noteDone(): void { doneAt = load<u32>(ci); }
