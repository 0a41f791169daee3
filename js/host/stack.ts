// How much of JavaScript's stack is left: asked by taking it. What overflows is a chain of small
// calls then, not the core in the middle of something.
import type { CoreExports } from "./core.js";

/** Frames that natives want free before a program begins (ENOUGH_FRAMES in
 *  assembly/objects/hooks.ts). */
const ENOUGH_FRAMES = 300;
/** Frames of the probe, which an engine soon compiles, to a frame of the core's code that it has
 *  not compiled yet: JavaScriptCore's interpreter takes up to four times what V8's baseline compiler
 *  does. */
const INTERPRETED = 4;

let scale = 0;
/** @throws {RangeError} the engine's, if less than so many frames is left (assembly/host.ts) */
export function probeStack(core: CoreExports, frames = ENOUGH_FRAMES): void {
  // Only JavaScriptCore says in an error itself where that was made.
  scale ||= "line" in new Error() ? INTERPRETED : 1;
  core.stackProbe(frames * scale);
}
