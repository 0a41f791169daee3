// Options of the compilation that is going on.

/** Pure: only what the .mpy format can hold, as mpy-cross emits it. Otherwise code to be run here.
 *  Tools that write .mpy files set it; where nothing does, as in the core that runs programs, the
 *  optimiser leaves out all that is for pure code. */
export let pure: bool = false;
export function setPure(yes: bool): void { pure = yes; }
/** -O: 1 and up drops assert and makes __debug__ False; 3 drops line numbers. */
export let optimisation: i32 = 0;
/** The value of the last statement, if that is an expression, is what the module's code returns. */
export let returnLast: bool = false;
/** Expression statements of the module print their values (the REPL). */
export let printExpressions: bool = false;

/** `await` may stand outside of functions. */
export let topLevelAwait: bool = false;
/** Frozen code: no lines, no names of locals; and flags for all its code and for functions of the
 *  module (CODE_*). */
export let frozenFlags: u32 = 0;
export let frozenFunctionFlags: u32 = 0;
export function setFrozen(flags: u32, functions: u32): void {
  frozenFlags = flags;
  frozenFunctionFlags = functions;
}

export function setOptions(level: i32, last: bool, print: bool, await_: bool): void {
  optimisation = level;
  returnLast = last;
  printExpressions = print;
  topLevelAwait = await_;
}

/** `from __future__ import annotations` was seen: annotations are kept as texts. */
export let futureAnnotations: bool = false;
export function setFutureAnnotations(yes: bool): void { futureAnnotations = yes; }
